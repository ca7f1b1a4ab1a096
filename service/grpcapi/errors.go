package grpcapi

import (
	"context"
	"errors"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/protoadapt"
	"google.golang.org/protobuf/types/known/durationpb"

	"example.com/shop/catalog"
	"example.com/shop/grpcapi/pagetoken"
	"example.com/shop/grpcapi/watch"
)

// fullRetryAfter is what a client waits when the server holds all the streams that it wants to hold.
const fullRetryAfter = time.Second

// #region error-table

// errorTable maps every kind of error that may reach a caller, first match first. Whatever is not in it is a defect:
// INTERNAL, logged here, and no word of it to the caller.
var errorTable = []struct {
	is      func(error) bool
	code    codes.Code
	message func(error) string
	detail  func(error) protoadapt.MessageV1
}{
	{is: is(catalog.ErrNotFound), code: codes.NotFound, message: text("there is no such product")},
	{is: as[*catalog.VersionConflictError], code: codes.Aborted, message: conflictMessage},
	{is: is(catalog.ErrKeyReused), code: codes.AlreadyExists, message: text("idempotency_key was used for another change")},
	{is: is(catalog.ErrCurrency), code: codes.FailedPrecondition, message: text("price.currency_code is not the currency of this offer")},
	{is: is(pagetoken.ErrInvalid), code: codes.InvalidArgument, message: text("page_token: not valid for this query; start from the first page"), detail: badPageToken},
	{is: as[*catalog.OverloadedError], code: codes.ResourceExhausted, message: text("the catalogue is overloaded"), detail: retryInfo},
	{is: is(watch.ErrFull), code: codes.ResourceExhausted, message: text("too many streams on this instance"), detail: retryInfo},
	{is: is(watch.ErrClosed), code: codes.Unavailable, message: text("the server is shutting down; watch again")},
	// Before the context's errors: a dial that timed out by itself is also a context.DeadlineExceeded.
	{is: is(catalog.ErrUnavailable), code: codes.Unavailable, message: text("the catalogue cannot be read or written now")},
	{is: is(context.Canceled), code: codes.Canceled, message: text("the caller left")},
	{is: is(context.DeadlineExceeded), code: codes.DeadlineExceeded, message: text("the deadline passed")},
}

// #endregion error-table

// toStatus returns err as the caller sees it. An error that is a status already stays as it is.
func toStatus(err error) *status.Status {
	if s, ok := status.FromError(err); ok {
		return s
	}
	for _, row := range errorTable {
		if row.is(err) {
			return withDetail(status.New(row.code, row.message(err)), row.detail, err)
		}
	}
	return status.New(codes.Internal, "internal error")
}

func withDetail(s *status.Status, detail func(error) protoadapt.MessageV1, err error) *status.Status {
	if detail == nil {
		return s
	}
	detailed, detailErr := s.WithDetails(detail(err))
	if detailErr != nil { // only an OK status refuses details
		return s
	}
	return detailed
}

func is(target error) func(error) bool {
	return func(err error) bool { return errors.Is(err, target) }
}

// #region as

func as[E error](err error) bool {
	_, ok := errors.AsType[E](err)
	return ok
}

// #endregion as

func text(message string) func(error) string {
	return func(error) string { return message }
}

// conflictMessage names both versions: they are the caller's own data.
func conflictMessage(err error) string {
	conflict, _ := errors.AsType[*catalog.VersionConflictError](err)
	return conflict.Error()
}

// #region retry-info

func retryInfo(err error) protoadapt.MessageV1 {
	after := fullRetryAfter
	if overloaded, ok := errors.AsType[*catalog.OverloadedError](err); ok {
		after = overloaded.RetryAfter
	}
	return &errdetails.RetryInfo{RetryDelay: durationpb.New(after)}
}

// #endregion retry-info

func badPageToken(error) protoadapt.MessageV1 {
	return badRequest("page_token", "not valid for this query")
}

func badRequest(field, description string) *errdetails.BadRequest {
	return &errdetails.BadRequest{FieldViolations: []*errdetails.BadRequest_FieldViolation{
		{Field: field, Description: description},
	}}
}
