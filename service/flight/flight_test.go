package flight_test

import (
	"context"
	"errors"
	"maps"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"

	"example.com/shop/flight"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

type group = flight.Group[int, string]

// outcome is what Do returned.
type outcome struct {
	values map[int]string
	err    error
}

// do calls Do on a goroutine of its own.
func do(ctx context.Context, g *group, load flight.Load[int, string], keys ...int) <-chan outcome {
	out := make(chan outcome, 1)
	go func() {
		values, err := g.Do(ctx, keys, load)
		out <- outcome{values, err}
	}()
	return out
}

// gate is a load that waits to be opened.
type gate struct {
	calls atomic.Int32
	keys  chan []int
	open  chan struct{}
	ctx   context.Context
}

func newGate() *gate { return &gate{keys: make(chan []int, 10), open: make(chan struct{})} }

func (g *gate) load(ctx context.Context, keys []int) (map[int]string, error) {
	g.calls.Add(1)
	g.ctx = ctx
	g.keys <- slices.Clone(keys)
	select {
	case <-g.open:
		return named(keys), nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func named(keys []int) map[int]string {
	values := make(map[int]string)
	for _, key := range keys {
		if key > 0 { // the others do not exist
			values[key] = string(rune('a' + key))
		}
	}
	return values
}

func wantValues(t *testing.T, out outcome, keys ...int) {
	t.Helper()
	if out.err != nil || !maps.Equal(out.values, named(keys)) {
		t.Errorf("Do returned %v, %v; want the values of %v", out.values, out.err, keys)
	}
}

// #region shared

func TestManyCallersShareOneLoad(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var g group
		gate := newGate()
		var outs []<-chan outcome
		for range 1000 {
			outs = append(outs, do(t.Context(), &g, gate.load, 1, 2, 2, -3))
		}
		synctest.Wait()
		close(gate.open)
		for _, out := range outs {
			wantValues(t, <-out, 1, 2)
		}
		if n := gate.calls.Load(); n != 1 {
			t.Errorf("%d loads, want 1", n)
		}
		if keys := <-gate.keys; !slices.Equal(keys, []int{1, 2, -3}) {
			t.Errorf("loaded %v, want each key once", keys)
		}
		if g.Joined() != 999*4 {
			t.Errorf("%d keys joined, want %d", g.Joined(), 999*4)
		}
	})
}

// #endregion shared

func TestOnlyMissingKeysAreLoaded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var g group
		first, second := newGate(), newGate()
		a := do(t.Context(), &g, first.load, 1, 2)
		synctest.Wait()
		b := do(t.Context(), &g, second.load, 2, 3, 4)
		synctest.Wait()
		<-first.keys
		if keys := <-second.keys; !slices.Equal(keys, []int{3, 4}) {
			t.Errorf("second caller loaded %v, want the two that nobody was loading", keys)
		}
		close(first.open)
		close(second.open)
		wantValues(t, <-a, 1, 2)
		wantValues(t, <-b, 2, 3, 4)
	})
}

// #region first-caller

func TestFirstCallersCancellationIsItsOwn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		type name struct{}
		ctx, cancel := context.WithCancel(context.WithValue(t.Context(), name{}, "first"))
		var g group
		gate := newGate()
		first := do(ctx, &g, gate.load, 1)
		synctest.Wait()
		second := do(t.Context(), &g, gate.load, 1)
		synctest.Wait()

		cancel()
		if out := <-first; !errors.Is(out.err, context.Canceled) {
			t.Errorf("first caller got %v, want its cancellation", out.err)
		}
		synctest.Wait()
		if gate.ctx.Err() != nil || gate.ctx.Value(name{}) != "first" {
			t.Errorf("load's context: error %v, value %v; want none, and the first caller's", gate.ctx.Err(), gate.ctx.Value(name{}))
		}
		close(gate.open)
		wantValues(t, <-second, 1)
	})
}

// #endregion first-caller

func TestLoadEndsWithItsLastWaiter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		var g group
		gate := newGate()
		first, second := do(ctx, &g, gate.load, 1, 2), do(ctx, &g, gate.load, 2, 1)
		synctest.Wait()
		cancel()
		<-first
		<-second
		synctest.Wait()
		if !errors.Is(gate.ctx.Err(), context.Canceled) {
			t.Errorf("load's context has error %v, want canceled", gate.ctx.Err())
		}

		fresh := newGate() // and nobody joins what is about to fail
		close(fresh.open)
		wantValues(t, <-do(t.Context(), &g, fresh.load, 1), 1)
	})
}

// A cancelled load may take a while to notice. Its keys are free at once, and its end must not free them again.
func TestSlowEndOfAnAbandonedLoad(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var g group
		release := make(chan struct{})
		stubborn := func(context.Context, []int) (map[int]string, error) { <-release; return nil, nil }
		ctx, cancel := context.WithCancel(t.Context())
		first := do(ctx, &g, stubborn, 1)
		synctest.Wait()
		cancel()
		<-first

		gate := newGate()
		second := do(t.Context(), &g, gate.load, 1)
		synctest.Wait()
		close(release)
		synctest.Wait()
		third := do(t.Context(), &g, gate.load, 1)
		synctest.Wait()
		close(gate.open)
		wantValues(t, <-second, 1)
		wantValues(t, <-third, 1)
		if n := gate.calls.Load(); n != 1 {
			t.Errorf("%d loads after the abandoned one, want 1", n)
		}
	})
}

func TestMaxDuration(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := group{MaxDuration: time.Second}
		start := time.Now()
		out := <-do(t.Context(), &g, newGate().load, 1)
		if !errors.Is(out.err, context.DeadlineExceeded) || time.Since(start) != time.Second {
			t.Errorf("Do returned %v after %v, want the load's deadline after 1s", out.err, time.Since(start))
		}
	})
}

func TestCallersDeadline(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var g group
		gate := newGate()
		patient := do(t.Context(), &g, gate.load, 1)
		synctest.Wait()
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if out := <-do(ctx, &g, gate.load, 1); !errors.Is(out.err, context.DeadlineExceeded) {
			t.Errorf("hurried caller got %v, want its deadline", out.err)
		}
		close(gate.open)
		wantValues(t, <-patient, 1)
	})
}

func TestEndedCallerStartsNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var g group
	gate := newGate()
	if _, err := g.Do(ctx, []int{1}, gate.load); !errors.Is(err, context.Canceled) || gate.calls.Load() != 0 {
		t.Errorf("Do returned %v after %d loads, want canceled after none", err, gate.calls.Load())
	}
}

func TestFailedLoadKeepsTheOthersValues(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var g group
		gate := newGate()
		other := do(t.Context(), &g, gate.load, 1)
		synctest.Wait()
		broken := errors.New("broken")
		mixed := do(t.Context(), &g, func(context.Context, []int) (map[int]string, error) { return nil, broken }, 1, 2)
		synctest.Wait()
		close(gate.open)
		wantValues(t, <-other, 1)
		if out := <-mixed; !errors.Is(out.err, broken) || !maps.Equal(out.values, named([]int{1})) {
			t.Errorf("Do returned %v, %v; want the value of 1 and the error of 2", out.values, out.err)
		}
	})
}

func TestNobodyHangsWhenLoadDoesNotReturn(t *testing.T) {
	loads := map[string]flight.Load[int, string]{
		"panic": func(context.Context, []int) (map[int]string, error) { panic("boom") },
		"exit":  func(context.Context, []int) (map[int]string, error) { runtime.Goexit(); return nil, nil },
	}
	for name, load := range loads {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var g group
				first, second := do(t.Context(), &g, load, 1), do(t.Context(), &g, load, 1)
				for _, out := range []outcome{<-first, <-second} {
					if out.err == nil {
						t.Error("Do returned no error")
					}
					if p := (*flight.PanicError)(nil); errors.As(out.err, &p) != (name == "panic") {
						t.Errorf("Do returned %v", out.err)
					}
				}
			})
		})
	}
}
