package readthrough_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"example.com/shop/catalog"
	"example.com/shop/readthrough"
)

func TestStaleCopiesWhenTheSourceFails(t *testing.T) {
	failures := map[string]error{
		"unavailable": fmt.Errorf("dial: %w", catalog.ErrUnavailable),
		"overloaded":  fmt.Errorf("gate: %w", &catalog.OverloadedError{RetryAfter: time.Second}),
	}
	for name, failure := range failures {
		t.Run(name, func(t *testing.T) {
			clock, src := newClock(), newSource(offer(1, 1, noon), offer(3, 1, noon))
			layer := newShared(entry{ID: 2, Record: offer(2, 5, noon), Found: true, LoadedAt: noon, FreshUntil: noon})
			r := readthrough.New(readthrough.Options[catalog.Offer]{
				Source: src, Shared: layer, Clock: clock.Now, FreshFor: time.Minute, StaleFor: time.Hour,
			})
			wantVersion(t, r, 1, 1, false)
			src.fail(failure)
			clock.advance(time.Minute)

			wantVersion(t, r, 1, 1, true) // held by the process
			wantVersion(t, r, 2, 5, true) // held by the shared layer only
			if l := get(t, r, 1); !l[0].AsOf.Equal(noon) {
				t.Errorf("stale copy is as of %v, want %v", l[0].AsOf, noon)
			}
			l, err := r.Get(t.Context(), ids{1, 2, 3})
			if err != nil || !l[0].Stale || !l[1].Stale || !errors.Is(l[2].Err, failure) || l[2].Found {
				t.Errorf("get with an id that nobody holds: %+v, %v, want two stale copies and %v", l, err, failure)
			}
			if n := r.Stats().StaleServed; n < 3 {
				t.Errorf("%d stale answers counted", n)
			}
			clock.advance(time.Hour)
			if _, err := r.Get(t.Context(), ids{1}); !errors.Is(err, failure) {
				t.Errorf("get of a copy that is too old: %v, want %v", err, failure)
			}
		})
	}
}

func TestDefectsAreNotCoveredUp(t *testing.T) {
	clock, src := newClock(), newSource(offer(1, 1, noon))
	r := readthrough.New(readthrough.Options[catalog.Offer]{Source: src, Clock: clock.Now, FreshFor: time.Minute})
	wantVersion(t, r, 1, 1, false)
	clock.advance(time.Minute)
	defect := errors.New("no such column")
	src.fail(defect)
	if _, err := getOne(t.Context(), r, 1); !errors.Is(err, defect) {
		t.Errorf("get: %v, want the defect", err)
	}
}

// After a failed load, copies are served without asking; when the pause is over, one load tries, for everybody.
func TestSourceIsSparedWhileItIsDown(t *testing.T) {
	clock, src := newClock(), newSource(offer(1, 1, noon), offer(2, 1, noon), offer(3, 1, noon))
	r := readthrough.New(readthrough.Options[catalog.Offer]{
		Source: src, Clock: clock.Now, FreshFor: time.Minute, DownFor: time.Second,
	})
	get(t, r, 1, 2)
	clock.advance(time.Minute)
	src.fail(catalog.ErrUnavailable)
	for range 10 {
		wantVersion(t, r, 1, 1, true)
		wantVersion(t, r, 2, 1, true)
	}
	wantLoads(t, src, 2)
	if _, err := getOne(t.Context(), r, 3); !errors.Is(err, catalog.ErrUnavailable) {
		t.Errorf("get of an id without a copy: %v, want the source's answer", err)
	}
	wantLoads(t, src, 3)

	clock.advance(time.Second)
	wantVersion(t, r, 1, 1, true)
	wantVersion(t, r, 2, 1, true)
	wantLoads(t, src, 4)

	clock.advance(time.Second)
	src.fail(nil)
	wantVersion(t, r, 2, 1, false)
	wantVersion(t, r, 1, 1, false)
	wantLoads(t, src, 6)
}

// hang makes loads last until their context ends.
func hang(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }

func TestSlowSource(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := newSource(offer(1, 1, time.Now()), offer(2, 1, time.Now()))
		r := readthrough.New(readthrough.Options[catalog.Offer]{
			Source: src, FreshFor: time.Minute, LoadTimeout: 700 * time.Millisecond, DownFor: time.Second,
		})
		get(t, r, 1, 2)
		time.Sleep(time.Minute)
		src.before = hang
		wantStaleAfter := func(id catalog.ProductID, wait time.Duration) {
			t.Helper()
			start := time.Now()
			wantVersion(t, r, id, 1, true)
			if waited := time.Since(start); waited != wait {
				t.Errorf("stale answer after %v, want %v", waited, wait)
			}
		}
		wantStaleAfter(1, 700*time.Millisecond)
		wantStaleAfter(1, 0)
		wantStaleAfter(2, 0)
		if _, err := getOne(t.Context(), r, 3); !errors.Is(err, catalog.ErrUnavailable) {
			t.Errorf("get without a copy: %v, want unavailable", err)
		}

		time.Sleep(time.Second)
		go func() { _, _ = getOne(t.Context(), r, 1) }() // tries, for everybody
		synctest.Wait()
		wantStaleAfter(2, 0)
		wantLoads(t, src, 4)
	})
}

// A caller without time left gets the copy that is at hand, in time; one that left gets nothing.
func TestCallersDeadlineAndCancellation(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := newSource(offer(1, 1, time.Now()))
		r := readthrough.New(readthrough.Options[catalog.Offer]{Source: src, FreshFor: time.Minute, LoadTimeout: time.Hour})
		wantVersion(t, r, 1, 1, false)
		time.Sleep(time.Minute)
		src.before = hang

		ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
		defer cancel()
		l, err := getOne(ctx, r, 1)
		if err != nil || !l.Stale || l.Record.Version != 1 || ctx.Err() != nil {
			t.Errorf("get brought %+v, %v, deadline over: %v; want the stale copy in time", l, err, ctx.Err())
		}
		both, err := r.Get(ctx, ids{1, 2})
		if err != nil || !both[0].Stale || !errors.Is(both[1].Err, context.DeadlineExceeded) {
			t.Errorf("get of an id without a copy: %+v, %v, want the stale copy and the deadline", both, err)
		}

		ctx, cancel = context.WithTimeout(t.Context(), time.Second)
		time.AfterFunc(100*time.Millisecond, cancel)
		if _, err := getOne(ctx, r, 1); !errors.Is(err, context.Canceled) {
			t.Errorf("get of a caller that left: %v, want canceled", err)
		}
	})
}

func TestThousandMissesAreOneLoad(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := newSource(offer(1, 1, time.Now()))
		open := make(chan struct{})
		src.before = func(context.Context) error { <-open; return nil }
		r := readthrough.New(readthrough.Options[catalog.Offer]{Source: src, Shared: newShared()})
		for range 1000 {
			go wantVersion(t, r, 1, 1, false)
		}
		synctest.Wait()
		close(open)
		synctest.Wait()
		wantLoads(t, src, 1)
		if stats := r.Stats(); stats.Coalesced != 999 || stats.Loads != 1 {
			t.Errorf("stats are %+v, want 999 coalesced", stats)
		}
	})
}

func TestCancellationReachesTheSourceWithTheLastCaller(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := newSource(offer(1, 1, time.Now()))
		var loading context.Context
		open := make(chan struct{})
		wait := func(ctx context.Context) error {
			loading = ctx //nolint:fatcontext // kept to see how it ends, not to nest it
			select {
			case <-open:
				return nil
			case <-ctx.Done():
				return fmt.Errorf("query: %w: %w", catalog.ErrUnavailable, ctx.Err())
			}
		}
		r := readthrough.New(readthrough.Options[catalog.Offer]{Source: src, FreshFor: time.Minute})
		wantVersion(t, r, 1, 1, false)
		time.Sleep(time.Minute)
		src.before = wait
		call := func() (leave context.CancelFunc, result <-chan error) {
			ctx, cancel := context.WithCancel(t.Context())
			done := make(chan error, 1)
			go func() { _, err := getOne(ctx, r, 1); done <- err }()
			synctest.Wait()
			return cancel, done
		}
		leaveFirst, first := call()
		leaveSecond, second := call()
		leaveFirst()
		if err := <-first; !errors.Is(err, context.Canceled) || loading.Err() != nil {
			t.Errorf("first caller got %v, and the load %v; want canceled, and nothing", err, loading.Err())
		}
		leaveSecond()
		if err := <-second; !errors.Is(err, context.Canceled) {
			t.Errorf("second caller got %v, want canceled", err)
		}
		synctest.Wait()
		if !errors.Is(loading.Err(), context.Canceled) {
			t.Errorf("the load that nobody waits for has %v, want canceled", loading.Err())
		}
		close(open)
		wantVersion(t, r, 1, 1, false)
		if stats := r.Stats(); stats.LoadErrors != 0 {
			t.Errorf("stats are %+v; a load that we cancelled is no error of the source", stats)
		}
	})
}

func TestPanicInTheSource(t *testing.T) {
	src := newSource()
	src.before = func(context.Context) error { panic("boom") }
	r := readthrough.New(readthrough.Options[catalog.Offer]{Source: src})
	if _, err := getOne(t.Context(), r, 1); err == nil {
		t.Error("get returned no error")
	}
}
