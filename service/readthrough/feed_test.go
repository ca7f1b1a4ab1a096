package readthrough_test

import (
	"testing"
	"time"

	"example.com/shop/catalog"
	"example.com/shop/readthrough"
)

// fed is a reader with a feed, on a clock of the test's.
func fed(_ *testing.T) (reader, *source, *shared, *clock) {
	clock, src, layer := newClock(), newSource(offer(1, 1, noon)), newShared()
	return readthrough.New(readthrough.Options[catalog.Offer]{
		Source: src, Shared: layer, Clock: clock.Now, Fed: true, UnfedFor: 500 * time.Millisecond, FreshFor: time.Hour,
	}), src, layer, clock
}

// The promise is one second, with or without a feed.
func TestWithoutItsFeedACopyIsFreshForAMoment(t *testing.T) {
	for name, lose := range map[string]func(reader){
		"not yet connected": func(reader) {},
		"lost":              func(r reader) { r.FeedRestored(); r.FeedLost() },
	} {
		t.Run(name, func(t *testing.T) {
			r, src, _, clock := fed(t)
			lose(r)
			wantVersion(t, r, 1, 1, false)
			src.set(offer(1, 2, clock.Now()))
			clock.advance(500*time.Millisecond - 1)
			wantVersion(t, r, 1, 1, false)
			wantLoads(t, src, 1)
			clock.advance(1)
			wantVersion(t, r, 1, 2, false)
			if !r.Stats().FeedLost {
				t.Error("the feed does not count as lost")
			}
		})
	}
}

func TestLosingTheFeedEndsWhatWasFresh(t *testing.T) {
	r, src, _, clock := fed(t)
	r.FeedRestored()
	wantVersion(t, r, 1, 1, false)
	clock.advance(time.Minute)
	wantVersion(t, r, 1, 1, false)
	wantLoads(t, src, 1)
	r.FeedLost()
	src.set(offer(1, 2, clock.Now()))
	wantVersion(t, r, 1, 2, false) // neither the process's copy nor the shared one is young enough
	wantLoads(t, src, 2)
}

func TestRestoringTheFeedDistrustsWhatWasHeld(t *testing.T) {
	r, src, layer, clock := fed(t)
	r.FeedRestored()
	wantVersion(t, r, 1, 1, false)
	r.FeedLost()
	clock.advance(10 * time.Millisecond)
	src.set(offer(1, 2, clock.Now())) // nobody is told of this change
	r.FeedRestored()
	wantVersion(t, r, 1, 2, false)
	wantLoads(t, src, 2)
	clock.advance(time.Minute)
	wantVersion(t, r, 1, 2, false)
	wantLoads(t, src, 2)
	if e := layer.entries[1]; e.Version() != 2 {
		t.Errorf("shared layer holds version %d, want 2", e.Version())
	}
}

func TestDistrustedCopiesRemainForAnOutage(t *testing.T) {
	r, src, _, clock := fed(t)
	r.FeedRestored()
	wantVersion(t, r, 1, 1, false)
	clock.advance(time.Second)
	r.FeedLost()
	r.FeedRestored()
	src.fail(catalog.ErrUnavailable)
	wantVersion(t, r, 1, 1, true)
}

// What the relay publishes after an outage may be old. It must not count as fresh because it came late.
func TestLateChangeIsAsOldAsItIs(t *testing.T) {
	r, src, _, clock := fed(t)
	clock.advance(time.Minute)
	r.FeedRestored()
	src.set(offer(1, 3, clock.Now()))
	r.Apply([]catalog.Offer{offer(1, 2, noon)})
	wantVersion(t, r, 1, 3, false)
	wantLoads(t, src, 1)
}

func TestAppliedChangesCountAsFreshWhileTheFeedWorks(t *testing.T) {
	r, src, _, clock := fed(t)
	r.FeedRestored()
	r.Apply([]catalog.Offer{offer(1, 2, clock.Now())})
	clock.advance(time.Minute)
	wantVersion(t, r, 1, 2, false)
	r.Apply([]catalog.Offer{offer(1, 3, clock.Now().Add(time.Hour))}) // a database with a clock ahead of ours
	if l := get(t, r, 1); !l[0].AsOf.Equal(clock.Now()) {
		t.Errorf("copy is as of %v, later than now", l[0].AsOf)
	}
	wantLoads(t, src, 0)
}
