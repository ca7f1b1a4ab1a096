package grpcapi_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"example.com/shop/catalog"
	catalogv1 "example.com/shop/gen/shop/catalog/v1"
	"example.com/shop/grpcapi"
)

// #region kinds-and-codes

func TestErrorKindsHaveTheirCodes(t *testing.T) {
	rows := []struct {
		err  error
		code codes.Code
	}{
		{catalog.ErrNotFound, codes.NotFound},
		{&catalog.VersionConflictError{Expected: 7, Actual: 9}, codes.Aborted},
		{catalog.ErrKeyReused, codes.AlreadyExists},
		{catalog.ErrCurrency, codes.FailedPrecondition},
		{&catalog.OverloadedError{RetryAfter: 40 * time.Millisecond}, codes.ResourceExhausted},
		{catalog.ErrUnavailable, codes.Unavailable},
		{fmt.Errorf("%w: dial tcp: %w", catalog.ErrUnavailable, context.DeadlineExceeded), codes.Unavailable},
		{context.DeadlineExceeded, codes.DeadlineExceeded},
		{context.Canceled, codes.Canceled},
		{errors.New("dial tcp 10.0.0.7:3306: password hunter2"), codes.Internal},
	}
	for _, row := range rows {
		t.Run(row.err.Error(), func(t *testing.T) {
			s := newShop(t, func(s *shop) {
				s.deps.Writer = writer(func(context.Context, catalog.OfferChange) (catalog.Offer, error) {
					return catalog.Offer{}, fmt.Errorf("update offer 1: %w", row.err)
				})
			})
			_, err := s.client.UpdateOffer(t.Context(), goodUpdate(func(*catalogv1.UpdateOfferRequest) {}))
			if status.Code(err) != row.code {
				t.Errorf("code = %v, want %v", status.Code(err), row.code)
			}
			if strings.Contains(err.Error(), "hunter2") || strings.Contains(err.Error(), "update offer 1") {
				t.Errorf("the caller sees the inside: %v", err)
			}
		})
	}
}

// #endregion kinds-and-codes

func TestOverloadSaysWhenToRetry(t *testing.T) {
	s := newShop(t, func(s *shop) { s.offers.err = &catalog.OverloadedError{RetryAfter: 40 * time.Millisecond} })
	_, err := s.client.GetProduct(t.Context(), &catalogv1.GetProductRequest{ProductId: 1})
	for _, detail := range status.Convert(err).Details() {
		if info, ok := detail.(*errdetails.RetryInfo); ok && info.GetRetryDelay().AsDuration() == 40*time.Millisecond {
			return
		}
	}
	t.Errorf("error %v has no RetryInfo of 40 ms", err)
}

func TestPanicEndsItsCallOnly(t *testing.T) {
	s := newShop(t, func(s *shop) {
		s.deps.Writer = writer(func(context.Context, catalog.OfferChange) (catalog.Offer, error) { panic("broken invariant") })
	})
	_, err := s.client.UpdateOffer(t.Context(), goodUpdate(func(*catalogv1.UpdateOfferRequest) {}))
	if status.Code(err) != codes.Internal || strings.Contains(err.Error(), "invariant") {
		t.Errorf("error = %v, want INTERNAL without the panic's words", err)
	}
	if !strings.Contains(s.logged.String(), "broken invariant") {
		t.Errorf("log %q does not hold the panic", s.logged)
	}
	if _, err := s.client.GetProduct(t.Context(), &catalogv1.GetProductRequest{ProductId: 1}); err != nil {
		t.Errorf("the next call: %v", err)
	}
}

func TestDeadlines(t *testing.T) {
	var left time.Duration
	s := newShop(t, func(s *shop) {
		s.deps.Writer = writer(func(ctx context.Context, _ catalog.OfferChange) (catalog.Offer, error) {
			deadline, ok := ctx.Deadline()
			if !ok {
				return catalog.Offer{}, errors.New("no deadline")
			}
			left = time.Until(deadline)
			return catalog.Offer{}, nil
		})
	})
	rows := []struct {
		name     string
		timeout  time.Duration // 0: none
		from, to time.Duration
	}{
		{"none: the default", 0, time.Second, 2 * time.Second},
		{"an hour: the maximum", time.Hour, 5 * time.Second, 10 * time.Second},
		{"its own", 5 * time.Second, 2 * time.Second, 5 * time.Second},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			ctx := t.Context()
			if row.timeout > 0 {
				var cancel context.CancelFunc
				ctx, cancel = context.WithTimeout(ctx, row.timeout)
				defer cancel()
			}
			if _, err := s.client.UpdateOffer(ctx, goodUpdate(func(*catalogv1.UpdateOfferRequest) {})); err != nil {
				t.Fatal(err)
			}
			if left <= row.from || left > row.to {
				t.Errorf("the handler has %v, want between %v and %v", left, row.from, row.to)
			}
		})
	}
}

func TestRateLimitOfOneClient(t *testing.T) {
	s := newShop(t, func(s *shop) { s.limit = grpcapi.NewRateLimit(1) }) // and a burst of 2
	var refused error
	for range 20 {
		if _, err := s.client.GetProduct(t.Context(), &catalogv1.GetProductRequest{ProductId: 1}); err != nil {
			refused = err
		}
	}
	if status.Code(refused) != codes.ResourceExhausted || len(status.Convert(refused).Details()) == 0 {
		t.Errorf("20 calls at once at 1 a second: %v, want RESOURCE_EXHAUSTED with RetryInfo", refused)
	}
}
