package load

import (
	"context"
	"errors"
	"math/rand/v2"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// TestOpenChargesAStall: while one call stalls, the next ones are due, and their waiting is latency. A generator that
// timed them from when they were sent would report one slow call.
func TestOpenChargesAStall(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		calls := 0
		r := Open(t.Context(), 1, 100, 10*time.Second, func(context.Context, *rand.Rand) error {
			if calls++; calls == 300 {
				time.Sleep(time.Second)
			}
			return nil
		})
		// A hundred of a thousand calls were due during the stall; half of them waited for more than half of it.
		if got := r.Quantile(.95); got < 250*time.Millisecond || got > 750*time.Millisecond {
			t.Errorf("p95 = %s, want about half of the stall", got)
		}
		if r.Calls < 800 || r.Calls > 1200 {
			t.Errorf("%d calls in 10 s at 100 a second", r.Calls)
		}
	})
}

func TestClosedCountsErrorsApart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		refused := errors.New("refused")
		calls := 0
		r := Closed(t.Context(), 1, time.Second, func(context.Context, *rand.Rand) error {
			time.Sleep(10 * time.Millisecond)
			if calls++; calls%10 == 0 {
				return refused
			}
			return nil
		})
		if r.Errors == 0 || r.Calls < 8*r.Errors || !errors.Is(r.LastError, refused) {
			t.Errorf("%d calls and %d errors (%v), want one in ten", r.Calls, r.Errors, r.LastError)
		}
		if got := r.Quantile(.5); got.Round(time.Millisecond) != 10*time.Millisecond {
			t.Errorf("median = %s, want 10ms", got)
		}
	})
}

func TestInterruptedCallIsNoError(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(time.Second, cancel)
		r := Closed(ctx, 4, time.Hour, func(ctx context.Context, _ *rand.Rand) error {
			<-ctx.Done()
			return ctx.Err()
		})
		if r.Errors != 0 || r.Calls != 0 {
			t.Errorf("%d calls, %d errors, want none of both", r.Calls, r.Errors)
		}
	})
}
