package readthrough_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"example.com/shop/catalog"
	"example.com/shop/readthrough"
	"example.com/shop/rediscache"
	"example.com/shop/rediscache/redistest"
)

// gates hold a reader before each of its steps until the test lets it go on.
type gates struct {
	ready        chan struct{} // closed when the reader is at its first step
	first        string
	enter, leave map[string]chan struct{}
}

func newGates(steps ...string) gates {
	g := gates{
		ready: make(chan struct{}), first: steps[0],
		enter: make(map[string]chan struct{}), leave: make(map[string]chan struct{}),
	}
	for _, step := range steps {
		g.enter[step], g.leave[step] = make(chan struct{}), make(chan struct{})
	}
	return g
}

// wait is called by the reader: it is about to take the step.
func (g gates) wait(step string) {
	if step == g.first {
		close(g.ready)
	}
	if enter, ok := g.enter[step]; ok {
		<-enter
	}
}

// passed is called by the reader: it took the step.
func (g gates) passed(step string) {
	if leave, ok := g.leave[step]; ok {
		close(leave)
	}
}

// take makes the reader take one step, and no other.
func (g gates) take(step string) {
	close(g.enter[step])
	<-g.leave[step]
}

// gatedSource and gatedCache are the layers of the reader that is held.
type gatedSource struct {
	*source
	gates
}

func (s gatedSource) Load(ctx context.Context, wanted ids) (map[catalog.ProductID]catalog.Offer, error) {
	s.wait("reads source")
	defer s.passed("reads source")
	return s.source.Load(ctx, wanted)
}

type gatedCache struct {
	catalog.Cache[catalog.Offer]
	gates
}

func (c gatedCache) GetMany(ctx context.Context, wanted ids) map[catalog.ProductID]entry {
	c.wait("reads cache")
	held := c.Cache.GetMany(ctx, wanted)
	c.passed("reads cache")
	c.wait("keeps what the cache had")
	return held
}

func (c gatedCache) PutMany(ctx context.Context, entries []entry) map[catalog.ProductID]entry {
	c.wait("puts cache")
	winners := c.Cache.PutMany(ctx, entries)
	c.passed("puts cache")
	c.wait("keeps what the source had")
	return winners
}

// merges returns every order of a's and b's steps in which each keeps its own order.
func merges(a, b []string) (all [][]string) {
	if len(a) == 0 || len(b) == 0 {
		return [][]string{slices.Concat(a, b)}
	}
	for _, rest := range merges(a[1:], b) {
		all = append(all, append([]string{a[0]}, rest...))
	}
	for _, rest := range merges(a, b[1:]) {
		all = append(all, append([]string{b[0]}, rest...))
	}
	return all
}

// caches are the shared layers that the tests run over: one in memory and a Redis, which must not differ.
func caches(t *testing.T, test func(t *testing.T, newCache func(t *testing.T) catalog.Cache[catalog.Offer])) {
	t.Run("memory", func(t *testing.T) {
		test(t, func(*testing.T) catalog.Cache[catalog.Offer] { return newShared() })
	})
	t.Run("redis", func(t *testing.T) {
		address := redistest.Address(t)
		test(t, func(t *testing.T) catalog.Cache[catalog.Offer] {
			client := redistest.Open(t, address, rediscache.ClientOptions{})
			return rediscache.New(client, rediscache.Offers(), rediscache.Options{})
		})
	})
}

// The race that every cache has: a reader reads version 1, a writer brings version 2 everywhere, and the reader stores
// version 1 over it. In every order of their steps, version 2 must stay, and be served from the moment it is applied.
func TestEveryOrderOfReaderAndWriter(t *testing.T) {
	writer := []string{"commits", "publishes", "applies"}
	readers := map[string]struct {
		steps  []string
		cached bool // version 1 is in the shared layer from the start
	}{
		"over the source": {steps: []string{"reads source", "puts cache", "keeps what the source had"}},
		"over the cache":  {steps: []string{"reads cache", "keeps what the cache had"}, cached: true},
	}
	for name, reader := range readers {
		for _, order := range merges(reader.steps, writer) {
			t.Run(name+": "+strings.Join(order, ", "), func(t *testing.T) {
				caches(t, func(t *testing.T, newCache func(t *testing.T) catalog.Cache[catalog.Offer]) {
					race{cache: newCache(t), cached: reader.cached, steps: reader.steps}.run(t, order)
				})
			})
		}
	}
}

type race struct {
	cache  catalog.Cache[catalog.Offer]
	cached bool
	steps  []string
}

func (race race) run(t *testing.T, order []string) {
	clock, src, gates := newClock(), newSource(offer(1, 1, noon)), newGates(race.steps...)
	if race.cached {
		race.cache.PutMany(t.Context(), []entry{copyOf(offer(1, 1, noon))})
	}
	r := readthrough.New(readthrough.Options[catalog.Offer]{
		Source: gatedSource{src, gates}, Shared: gatedCache{race.cache, gates}, Clock: clock.Now,
		Fed: true, LoadTimeout: time.Hour,
	})
	r.FeedRestored()
	last := race.steps[len(race.steps)-1]
	go func() {
		defer gates.passed(last)
		if _, err := getOne(t.Context(), r, 1); err != nil {
			t.Errorf("the held reader: %v", err)
		}
	}()
	<-gates.ready
	changed := offer(1, 2, noon.Add(time.Second))
	applied := false
	for _, step := range order {
		switch step {
		case "commits":
			clock.advance(time.Second)
			src.set(changed)
		case "publishes":
			race.cache.PutMany(t.Context(), []entry{copyOf(changed)})
		case "applies":
			r.Apply([]catalog.Offer{changed})
			applied = true
		default:
			gates.take(step)
		}
		if applied {
			wantVersion(t, r, 1, 2, false)
		}
	}
	if held := race.cache.GetMany(t.Context(), ids{1})[1]; held.Version() != 2 {
		t.Errorf("the shared layer ends with version %d, want 2", held.Version())
	}
}

// copyOf is a fresh copy of an offer, from when it was changed.
func copyOf(o catalog.Offer) entry {
	return entry{ID: o.ProductID, Record: o, Found: true, LoadedAt: o.UpdatedAt, FreshUntil: o.UpdatedAt.Add(time.Hour)}
}
