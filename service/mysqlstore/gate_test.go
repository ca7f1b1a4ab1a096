package mysqlstore

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"example.com/shop/catalog"
)

func isOverloaded(err error) bool {
	var overloaded *catalog.OverloadedError
	return errors.As(err, &overloaded) && overloaded.RetryAfter > 0
}

func fullGate(t *testing.T, slots, queue int) *gate {
	t.Helper()
	g := newGate(Config{MaxOpenConns: slots, MaxWait: 50 * time.Millisecond, MaxQueue: queue})
	for range slots {
		if err := g.enter(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	return g
}

func TestGateWaitsForASlot(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := fullGate(t, 2, 10)
		time.AfterFunc(49*time.Millisecond, g.leave)
		if err := g.enter(t.Context()); err != nil {
			t.Errorf("a slot came free in time: %v", err)
		}
	})
}

func TestGateRefusesAfterMaxWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := fullGate(t, 2, 10)
		begun := time.Now()
		if err := g.enter(t.Context()); !isOverloaded(err) {
			t.Errorf("error is %v, want OverloadedError", err)
		}
		if waited := time.Since(begun); waited != 50*time.Millisecond {
			t.Errorf("waited %s, want 50ms", waited)
		}
		if shed := g.shed.Load(); shed != 1 {
			t.Errorf("%d calls counted as refused, want 1", shed)
		}
	})
}

func TestGateRefusesAtOnceWhenTheQueueIsFull(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := fullGate(t, 2, 3)
		var waiting sync.WaitGroup
		for range 3 {
			waiting.Go(func() { _ = g.enter(t.Context()) })
		}
		synctest.Wait()
		begun := time.Now()
		if err := g.enter(t.Context()); !isOverloaded(err) || time.Since(begun) != 0 {
			t.Errorf("error is %v after %s, want OverloadedError at once", err, time.Since(begun))
		}
		waiting.Wait()
		if n := g.waiting.Load(); n != 0 {
			t.Errorf("%d calls still counted as waiting", n)
		}
	})
}

func TestGateEndsWithTheContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := fullGate(t, 1, 10)
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
		defer cancel()
		if err := g.enter(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("error is %v, want context.DeadlineExceeded", err)
		}
		g.leave()
		if err := g.enter(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("with a free slot: error is %v, want context.DeadlineExceeded", err)
		}
	})
}

// TestStoreSheds: whoever finds no room is refused as the contract says, and the heartbeat and Ping still find theirs.
func TestStoreSheds(t *testing.T) {
	dsn, _ := seeded(t, 10)
	config := patient(dsn)
	config.MaxOpenConns, config.MaxWait = 2, time.Microsecond
	store := openStore(t, config)
	for range config.MaxOpenConns {
		if err := store.primary.gate.enter(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	for name, call := range calls(store) {
		err := call(t.Context())
		if housekeeping := name == "ping" || name == "drain"; housekeeping && err != nil || !housekeeping && !isOverloaded(err) {
			t.Errorf("%s: error is %v", name, err)
		}
	}
	if stats := store.Stats().Primary; stats.InUse != 2 || stats.Shed != 3 {
		t.Errorf("stats are %+v, want 2 in use and 3 refused", stats)
	}
}
