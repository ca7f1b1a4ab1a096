package straypanic_test

import (
	"context"
	"log/slog"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"example.com/shop/grpcapi"
	"example.com/shop/mistakes/processtest"
	"example.com/shop/mistakes/straypanic"
)

// call runs a handler behind the service's own interceptor, which recovers.
func call(ctx context.Context, handler func(context.Context) error) error {
	recovering := grpcapi.Statuses{Log: slog.New(slog.DiscardHandler)}
	_, err := recovering.Unary(ctx, nil, &grpc.UnaryServerInfo{FullMethod: "/test/Call"},
		func(ctx context.Context, _ any) (any, error) { return nil, handler(ctx) })
	return err
}

func broken(context.Context) error { panic("broken invariant") }

func TestInterceptorCatchesTheHandlersOwnPanic(t *testing.T) {
	if err := call(t.Context(), broken); status.Code(err) != codes.Internal {
		t.Errorf("error = %v, want INTERNAL", err)
	}
}

// #region ends-the-process

func TestStrayPanicEndsTheProcess(t *testing.T) {
	output, err := processtest.Run(t, func() {
		_ = call(t.Context(), func(ctx context.Context) error { return straypanic.Stray(ctx, broken) })
		// The group is done while the panicking goroutine unwinds, before
		// the runtime ends the process. One that lives on is told after this.
		<-time.After(10 * time.Second)
	})
	if err == nil || !strings.Contains(output, "panic: broken invariant") {
		t.Errorf("the process lives (%v):\n%s", err, output)
	}
	t.Log(output)
}

// #endregion ends-the-process

func TestCaughtPanicEndsItsCallOnly(t *testing.T) {
	err := call(t.Context(), func(ctx context.Context) error { return straypanic.Caught(ctx, broken) })
	if status.Code(err) != codes.Internal {
		t.Errorf("error = %v, want INTERNAL", err)
	}
}
