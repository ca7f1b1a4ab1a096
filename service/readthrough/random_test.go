package readthrough_test

import (
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"example.com/shop/catalog"
	"example.com/shop/readthrough"
)

const keys = 8

// instance is a reader and the least version of each key that it may still answer: what it was told, and what it
// answered before.
type instance struct {
	reader
	floor [keys]atomic.Int64
}

func (in *instance) raise(id catalog.ProductID, version int64) {
	for floor := &in.floor[id]; ; {
		old := floor.Load()
		if old >= version || floor.CompareAndSwap(old, version) {
			return
		}
	}
}

func (in *instance) apply(o catalog.Offer) {
	in.Apply([]catalog.Offer{o})
	in.raise(o.ProductID, o.Version)
}

// look reads some keys and checks that none went back.
func (in *instance) look(t *testing.T, random *rand.Rand) {
	var wanted ids
	var floor []int64
	for range 1 + random.IntN(keys) {
		id := catalog.ProductID(random.IntN(keys))
		wanted = append(wanted, id)
		floor = append(floor, in.floor[id].Load())
	}
	lookups, err := in.Get(t.Context(), wanted)
	if err != nil {
		t.Errorf("get: %v", err)
		return
	}
	for i, l := range lookups {
		if l.Record.Version < floor[i] {
			t.Errorf("key %d went back from version %d to %d", wanted[i], floor[i], l.Record.Version)
		}
		in.raise(wanted[i], l.Record.Version)
	}
}

// world is two instances over one shared layer and one source, which all change at random.
type world struct {
	src       *source
	cache     catalog.Cache[catalog.Offer]
	instances [2]*instance
	commits   [keys]sync.Mutex // a row's lock
}

func newWorld(cache catalog.Cache[catalog.Offer]) *world {
	w := &world{src: newSource(), cache: cache}
	for id := range catalog.ProductID(keys) {
		w.src.set(offer(id, 1, noon))
	}
	for i := range w.instances {
		w.instances[i] = &instance{reader: readthrough.New(readthrough.Options[catalog.Offer]{
			Source: w.src, Shared: cache, Fed: true, LoadTimeout: time.Minute,
			FreshFor: 2 * time.Millisecond, UnfedFor: time.Millisecond, DownFor: time.Millisecond,
		})}
		w.instances[i].FeedRestored()
	}
	return w
}

// change commits a new version and tells everybody, each a little later than the other.
func (w *world) change(t *testing.T, random *rand.Rand) {
	id := catalog.ProductID(random.IntN(keys))
	w.commits[id].Lock()
	w.src.mu.Lock()
	next := offer(id, w.src.offers[id].Version+1, time.Now().UTC().Truncate(time.Microsecond))
	w.src.offers[id] = next
	w.src.mu.Unlock()
	w.commits[id].Unlock()
	w.cache.PutMany(t.Context(), []entry{copyOf(next)})
	for _, in := range w.instances {
		in.apply(next)
	}
}

func (w *world) disturb(random *rand.Rand) {
	in := w.instances[random.IntN(2)]
	switch random.IntN(4) {
	case 0:
		in.FeedLost()
	case 1:
		in.FeedRestored()
	case 2:
		w.src.fail(catalog.ErrUnavailable)
	case 3:
		w.src.fail(nil)
	}
}

// Whatever happens in whatever order: on one instance no key goes back, and in the end everybody has the newest.
func TestVersionsNeverGoBack(t *testing.T) {
	caches(t, func(t *testing.T, newCache func(t *testing.T) catalog.Cache[catalog.Offer]) {
		seed := uint64(time.Now().UnixNano())
		w := newWorld(newCache(t))
		for _, in := range w.instances { // a copy to fall back on, for when the source fails
			get(t, in.reader, 0, 1, 2, 3, 4, 5, 6, 7)
		}
		var wg sync.WaitGroup
		for worker := range uint64(12) {
			random := rand.New(rand.NewPCG(seed, worker))
			wg.Go(func() {
				for range 300 {
					switch {
					case worker < 3:
						w.change(t, random)
					case worker == 3:
						w.disturb(random)
					default:
						w.instances[worker%2].look(t, random)
					}
				}
			})
		}
		wg.Wait()
		w.src.fail(nil)
		w.settled(t)
		if t.Failed() {
			t.Logf("seed %d", seed)
		}
	})
}

func (w *world) settled(t *testing.T) {
	for id, held := range w.cache.GetMany(t.Context(), ids{0, 1, 2, 3, 4, 5, 6, 7}) {
		if newest := w.src.offers[id].Version; held.Version() != newest {
			t.Errorf("shared layer ends with version %d of key %d, want %d", held.Version(), id, newest)
		}
	}
	for i, in := range w.instances {
		for id, o := range w.src.offers {
			if l := get(t, in.reader, id)[0]; l.Record != o {
				t.Errorf("instance %d ends with %+v, want %+v", i, l, o)
			}
		}
	}
}
