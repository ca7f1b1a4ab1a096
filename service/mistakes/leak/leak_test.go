package leak_test

import (
	"context"
	"errors"
	"runtime/pprof"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"example.com/shop/mistakes/leak"
)

// leave asks as a caller that is gone before the answer comes.
func leave(t *testing.T, ask func(ctx context.Context, load func() string) (string, error)) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	left := make(chan struct{})
	defer close(left)
	_, err := ask(ctx, func() string { <-left; return "too late" })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error = %v, want the caller's own", err)
	}
}

// #region found

func TestLeakyLeavesAGoroutine(t *testing.T) {
	before := goleak.IgnoreCurrent()
	leave(t, leak.Leaky)
	err := goleak.Find(before)
	if err == nil || !strings.Contains(err.Error(), "chan send") {
		t.Fatalf("goleak found %v, want a goroutine that waits in a send", err)
	}
	t.Log(err)
}

// #endregion found

// #region verified

func TestCuredLeavesNothing(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	leave(t, func(ctx context.Context, load func() string) (string, error) {
		return leak.Cured(ctx, func(context.Context) string { return load() })
	})
}

// #endregion verified

func TestTheLeakProfileNamesTheLine(t *testing.T) {
	profile := pprof.Lookup("goroutineleak")
	if profile == nil {
		t.Skip("Go 1.27 has the profile; Go 1.26 with GOEXPERIMENT=goroutineleakprofile")
	}
	before := goleak.IgnoreCurrent()
	leave(t, leak.Leaky)
	_ = goleak.Find(before) // gives the goroutine time to reach its send
	var printed strings.Builder
	if err := profile.WriteTo(&printed, 1); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(printed.String(), "leak.Leaky") {
		t.Fatalf("the profile does not name leak.Leaky:\n%s", printed.String())
	}
	t.Log(printed.String())
}
