package lostcontext_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"example.com/shop/catalog"
	"example.com/shop/mistakes/lostcontext"
)

// slow answers after a minute, unless its caller leaves before.
type slow struct{}

func (slow) Load(ctx context.Context, _ []catalog.ProductID) (map[catalog.ProductID]catalog.Offer, error) {
	select {
	case <-time.After(time.Minute):
		return nil, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// #region works-on

func TestDetachedWorksOnForNobody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // its clock runs only when every goroutine waits
		start := time.Now()
		ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
		defer cancel()
		_, err := lostcontext.Detached(ctx, slow{}, 1)
		if worked := time.Since(start); err != nil || worked != time.Minute {
			t.Errorf("returned %v after %s; the mistake takes the whole minute", err, worked)
		}
	})
}

// #endregion works-on

func TestPassedEndsWithItsCaller(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
		defer cancel()
		_, err := lostcontext.Passed(ctx, slow{}, 1)
		if worked := time.Since(start); !errors.Is(err, context.DeadlineExceeded) || worked != 200*time.Millisecond {
			t.Errorf("returned %v after %s, want the deadline's error at 200ms", err, worked)
		}
	})
}
