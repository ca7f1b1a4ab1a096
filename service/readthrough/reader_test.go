package readthrough_test

import (
	"context"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"example.com/shop/catalog"
	"example.com/shop/readthrough"
)

func TestLayers(t *testing.T) {
	clock := newClock()
	src := newSource()
	for id := range catalog.ProductID(100) {
		if id != 7 {
			src.set(offer(id, int64(id)+1, noon))
		}
	}
	layer := newShared(entry{ID: 3, Record: offer(3, 4, noon), Found: true, LoadedAt: noon, FreshUntil: noon.Add(time.Minute)})
	r := readthrough.New(readthrough.Options[catalog.Offer]{Source: src, Shared: layer, Clock: clock.Now})
	r.Apply([]catalog.Offer{offer(1, 2, noon), offer(2, 3, noon)})

	var all ids
	for id := range catalog.ProductID(100) {
		all = append(all, id)
	}
	all = append(all, 5, 5, 7)
	for round := range 3 {
		for i, l := range get(t, r, all...) {
			if id := all[i]; l.Found != (id != 7) || l.Found && l.Record != src.offers[id] || l.Stale || !l.AsOf.Equal(noon) {
				t.Errorf("round %d: place %d, id %d, is %+v", round, i, id, l)
			}
		}
	}
	if layer.gets != 1 || layer.puts != 1 || src.loads() != 1 {
		t.Errorf("%d gets, %d loads, %d puts; want one of each", layer.gets, src.loads(), layer.puts)
	}
	if loaded := src.calls[0]; len(loaded) != 97 || slices.Contains(loaded, 1) || slices.Contains(loaded, 3) {
		t.Errorf("loaded %v; want what was neither in the process nor in the shared layer, once each", loaded)
	}
	stats := r.Stats()
	stats.LocalSize = 0 // roughly 100
	if want := (readthrough.Stats{LocalHits: 2 + 2*103, SharedHits: 1, Loaded: 97, Loads: 1, Applied: 2}); stats != want {
		t.Errorf("stats are %+v, want %+v", stats, want)
	}
}

func TestWithoutSharedLayer(t *testing.T) {
	src := newSource(offer(1, 1, noon))
	r := readthrough.New(readthrough.Options[catalog.Offer]{Source: src})
	wantVersion(t, r, 1, 1, false)
	wantVersion(t, r, 1, 1, false)
	wantLoads(t, src, 1)
	if got := get(t, r); len(got) != 0 {
		t.Errorf("no ids brought %v", got)
	}
}

func TestAbsenceIsRememberedShortly(t *testing.T) {
	clock, src := newClock(), newSource()
	r := readthrough.New(readthrough.Options[catalog.Offer]{
		Source: src, Clock: clock.Now, NegativeFor: 5 * time.Second, Rand: func() float64 { return 0 },
	})
	wantVersion(t, r, 1, 0, false)
	src.set(offer(1, 1, noon))
	clock.advance(5*time.Second - 1)
	wantVersion(t, r, 1, 0, false)
	wantLoads(t, src, 1)
	clock.advance(1)
	wantVersion(t, r, 1, 1, false)
}

func TestCopiesLoadedTogetherDoNotEndTogether(t *testing.T) {
	clock, src := newClock(), newSource()
	var all ids
	for id := range catalog.ProductID(100) {
		src.set(offer(id, 1, noon))
		all = append(all, id)
	}
	r := readthrough.New(readthrough.Options[catalog.Offer]{Source: src, Clock: clock.Now, FreshFor: 100 * time.Second})
	get(t, r, all...)
	ended := make(map[time.Duration]int)
	for range 101 {
		clock.advance(time.Second)
		before := src.loads()
		get(t, r, all...)
		if src.loads() > before {
			ended[clock.Now().Sub(noon)] = len(src.calls[before])
		}
	}
	most := 0
	for at, n := range ended {
		most = max(most, n)
		if at < 80*time.Second || at > 100*time.Second {
			t.Errorf("%d copies ended after %v, want 80 to 100 s", n, at)
		}
	}
	if len(ended) < 10 || most > 20 {
		t.Errorf("copies ended in %d moments, up to %d at once; want them spread", len(ended), most)
	}
}

func TestApplyKeepsTheNewest(t *testing.T) {
	clock := newClock()
	src := newSource(offer(1, 2, noon))
	r := readthrough.New(readthrough.Options[catalog.Offer]{Source: src, Shared: newShared(), Clock: clock.Now})
	wantVersion(t, r, 1, 2, false)
	for _, step := range []struct{ apply, want int64 }{{3, 3}, {2, 3}, {5, 5}, {4, 5}} {
		r.Apply([]catalog.Offer{offer(1, step.apply, noon)})
		wantVersion(t, r, 1, step.want, false)
	}
	r.Apply([]catalog.Offer{offer(8, 1, noon)}) // not held until now
	wantVersion(t, r, 8, 1, false)
	wantLoads(t, src, 1)
}

// Of two copies of one version, the one that was loaded later is fresh for longer.
func TestSameVersionLoadedLaterStays(t *testing.T) {
	clock, src := newClock(), newSource(offer(1, 1, noon))
	r := readthrough.New(readthrough.Options[catalog.Offer]{Source: src, Clock: clock.Now})
	clock.advance(time.Minute)
	wantVersion(t, r, 1, 1, false)
	r.Apply([]catalog.Offer{offer(1, 1, noon)})
	if l := get(t, r, 1)[0]; !l.AsOf.Equal(noon.Add(time.Minute)) {
		t.Errorf("copy is as of %v, want when it was loaded", l.AsOf)
	}
}

// A source that lags behind (a replica) is not believed over what was seen before.
func TestOlderLoadLoses(t *testing.T) {
	clock := newClock()
	src := newSource(offer(1, 2, noon))
	layer := newShared(entry{ID: 1, Record: offer(1, 3, noon), Found: true, LoadedAt: noon, FreshUntil: noon})
	r := readthrough.New(readthrough.Options[catalog.Offer]{Source: src, Shared: layer, Clock: clock.Now})
	wantVersion(t, r, 1, 3, false)
	wantLoads(t, src, 1)
}

// The shared layer may learn of a change while a load is under way, before this instance is told.
func TestNewerEntryInTheSharedLayerWins(t *testing.T) {
	clock, src, layer := newClock(), newSource(offer(1, 1, noon)), newShared()
	src.before = func(ctx context.Context) error {
		layer.PutMany(ctx, []entry{copyOf(offer(1, 2, noon))})
		return nil
	}
	r := readthrough.New(readthrough.Options[catalog.Offer]{Source: src, Shared: layer, Clock: clock.Now})
	wantVersion(t, r, 1, 2, false)
	wantVersion(t, r, 1, 2, false)
	wantLoads(t, src, 1)
}

// afterPut calls a function after each put.
type afterPut struct {
	*shared
	then func()
}

func (c afterPut) PutMany(ctx context.Context, entries []entry) map[catalog.ProductID]entry {
	defer c.then()
	return c.shared.PutMany(ctx, entries)
}

// A change may be applied when a load has ended and its callers have not looked yet. They must not bring back what
// others have already seen replaced.
func TestChangeBetweenLoadAndCaller(t *testing.T) {
	var r reader
	var apply atomic.Bool
	clock := func() time.Time { // the first look at the clock after the put is the caller's
		if apply.CompareAndSwap(true, false) {
			r.Apply([]catalog.Offer{offer(1, 2, noon)})
		}
		return noon
	}
	r = readthrough.New(readthrough.Options[catalog.Offer]{
		Source: newSource(offer(1, 1, noon)), Clock: clock,
		Shared: afterPut{newShared(), func() { apply.Store(true) }},
	})
	wantVersion(t, r, 1, 2, false)
}
