package grpcapi

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
)

// Statuses turns every error into the status that the caller may see. It is the one place where errors of calls are
// logged, and it logs only defects: a caller's mistake is the caller's to see, and the metrics count the rest.
type Statuses struct {
	Log *slog.Logger
}

// #region recover

// Unary maps the error of a call.
func (s Statuses) Unary(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (resp any, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = panicError{p, debug.Stack()}
		}
		err = s.status(ctx, info.FullMethod, err)
	}()
	return next(ctx, req)
}

// #endregion recover

// Stream maps the error of a stream.
func (s Statuses) Stream(srv any, stream grpc.ServerStream, info *grpc.StreamServerInfo, next grpc.StreamHandler) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = panicError{p, debug.Stack()}
		}
		err = s.status(stream.Context(), info.FullMethod, err)
	}()
	return next(srv, stream)
}

func (s Statuses) status(ctx context.Context, method string, err error) error {
	if err == nil {
		return nil
	}
	st := toStatus(err)
	if st.Code() == codes.Internal {
		s.Log.ErrorContext(ctx, "call failed", slog.String("method", method), slog.Any("error", err))
	}
	return st.Err()
}

// panicError carries a panic to the log. A panic ends its call and not the process: the other calls in flight did
// nothing wrong.
type panicError struct {
	value any
	stack []byte
}

func (e panicError) Error() string { return fmt.Sprintf("panic: %v\n%s", e.value, e.stack) }

// Deadlines gives a call the default when its caller set no deadline, and shortens one that is further than the
// maximum: a call without an end holds its memory, its slot and its query as long as it likes. Streams have none.
type Deadlines struct {
	Default, Max time.Duration
}

// #region deadlines

// Unary sets the deadline of a call.
func (d Deadlines) Unary(ctx context.Context, req any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	deadline, ok := ctx.Deadline()
	limit := d.Max
	if !ok {
		limit = d.Default
	} else if time.Until(deadline) <= d.Max {
		return next(ctx, req)
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	return next(ctx, req)
}

// #endregion deadlines
