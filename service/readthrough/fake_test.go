package readthrough_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"example.com/shop/catalog"
	"example.com/shop/readthrough"
	"example.com/shop/rediscache/redistest"
)

func TestMain(m *testing.M) {
	redistest.Quiet()
	goleak.VerifyTestMain(m)
}

type (
	ids    = []catalog.ProductID
	reader = *readthrough.Reader[catalog.Offer]
	entry  = catalog.Entry[catalog.Offer]
	lookup = catalog.Lookup[catalog.Offer]
)

func offer(id catalog.ProductID, version int64, changed time.Time) catalog.Offer {
	return catalog.Offer{
		ProductID: id, Version: version, UpdatedAt: changed,
		Price: catalog.Money{MinorUnits: 100 * version, Currency: "EUR"},
	}
}

// source is a truth that tests change, break and slow down.
type source struct {
	mu     sync.Mutex
	offers map[catalog.ProductID]catalog.Offer
	err    error
	calls  []ids
	before func(context.Context) error // runs in every load, before it reads
}

func newSource(offers ...catalog.Offer) *source {
	s := &source{offers: make(map[catalog.ProductID]catalog.Offer)}
	for _, o := range offers {
		s.offers[o.ProductID] = o
	}
	return s
}

func (s *source) Load(ctx context.Context, wanted ids) (map[catalog.ProductID]catalog.Offer, error) {
	s.mu.Lock()
	s.calls = append(s.calls, wanted)
	before := s.before
	s.mu.Unlock()
	if before != nil {
		if err := before(ctx); err != nil {
			return nil, err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil {
		return nil, s.err
	}
	found := make(map[catalog.ProductID]catalog.Offer)
	for _, id := range wanted {
		if o, ok := s.offers[id]; ok {
			found[id] = o
		}
	}
	return found, nil
}

func (s *source) set(o catalog.Offer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.offers[o.ProductID] = o
}

func (s *source) fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.err = err
}

func (s *source) loads() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.calls)
}

// shared is a shared layer in memory.
type shared struct {
	mu         sync.Mutex
	entries    map[catalog.ProductID]entry
	gets, puts int
}

func newShared(entries ...entry) *shared {
	s := &shared{entries: make(map[catalog.ProductID]entry)}
	for _, e := range entries {
		s.entries[e.ID] = e
	}
	return s
}

func (s *shared) GetMany(_ context.Context, wanted ids) map[catalog.ProductID]entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gets++
	found := make(map[catalog.ProductID]entry)
	for _, id := range wanted {
		if e, ok := s.entries[id]; ok {
			found[id] = e
		}
	}
	return found
}

func (s *shared) PutMany(_ context.Context, entries []entry) map[catalog.ProductID]entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.puts++
	winners := make(map[catalog.ProductID]entry)
	for _, e := range entries {
		if held, ok := s.entries[e.ID]; ok && held.Version() > e.Version() {
			winners[e.ID] = held
		} else {
			s.entries[e.ID] = e
		}
	}
	return winners
}

// clock stands still until it is moved.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func newClock() *clock { return &clock{now: noon} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// get fails the test if the reader fails.
func get(t *testing.T, r reader, wanted ...catalog.ProductID) []lookup {
	t.Helper()
	lookups, err := r.Get(t.Context(), wanted)
	if err != nil {
		t.Fatalf("get %v: %v", wanted, err)
	}
	return lookups
}

// wantVersion checks what one id brings; version 0 is no record.
func wantVersion(t *testing.T, r reader, id catalog.ProductID, version int64, stale bool) {
	t.Helper()
	l, err := getOne(t.Context(), r, id)
	if err != nil {
		t.Errorf("get %d: %v", id, err)
	} else if l.Record.Version != version || l.Found != (version > 0) || l.Stale != stale {
		t.Errorf("%d is %+v; want version %d, stale %v", id, l, version, stale)
	}
}

func wantLoads(t *testing.T, s *source, n int) {
	t.Helper()
	if got := s.loads(); got != n {
		t.Errorf("source was asked %d times, want %d", got, n)
	}
}

// getOne asks for one id as callers do: first for what the process holds, which allocates nothing.
func getOne[R catalog.Record](ctx context.Context, r *readthrough.Reader[R], id catalog.ProductID) (catalog.Lookup[R], error) {
	if l, ok := r.Peek(id); ok {
		return l, nil
	}
	found, err := r.Get(ctx, []catalog.ProductID{id})
	if err != nil {
		return catalog.Lookup[R]{}, err
	}
	return found[0], found[0].Err
}
