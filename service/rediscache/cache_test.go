package rediscache_test

import (
	"maps"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"example.com/shop/catalog"
	"example.com/shop/rediscache"
	"example.com/shop/rediscache/redistest"
)

type (
	ids     = []catalog.ProductID
	entries = []catalog.Entry[catalog.Offer]
)

// newOffers returns an empty cache, and a client to look behind it.
func newOffers(t testing.TB) (*rediscache.Cache[catalog.Offer], *redis.Client, string) {
	address, prefix := redistest.Address(t), redistest.Prefix(t)
	client := redistest.Open(t, address, rediscache.ClientOptions{KeyPrefix: prefix})
	behind := redis.NewClient(&redis.Options{Addr: address})
	t.Cleanup(func() { behind.Close() })
	return rediscache.New(client, rediscache.Offers(), rediscache.Options{KeepFor: time.Hour}), behind, prefix
}

func want(t *testing.T, got map[catalog.ProductID]catalog.Entry[catalog.Offer], entries ...catalog.Entry[catalog.Offer]) {
	t.Helper()
	expected := make(map[catalog.ProductID]catalog.Entry[catalog.Offer])
	for _, e := range entries {
		expected[e.ID] = e
	}
	if !maps.Equal(got, expected) {
		t.Errorf("got  %v\nwant %v", got, expected)
	}
}

func TestEntriesComeBackAsTheyWere(t *testing.T) {
	cache, _, _ := newOffers(t)
	stored := entries{entry(1, 7, 0), entry(2, 1, 3), entry(3, 0, 5)}
	want(t, cache.PutMany(t.Context(), stored))
	want(t, cache.GetMany(t.Context(), ids{1, 2, 3, 4}), stored...)
	want(t, cache.GetMany(t.Context(), nil))
	want(t, cache.PutMany(t.Context(), nil))
	if stats := cache.Stats(); stats != (rediscache.Stats{Hits: 3, Misses: 1}) {
		t.Errorf("stats are %+v", stats)
	}
}

func TestPutNeverReplacesANewerEntry(t *testing.T) {
	tests := map[string]struct {
		held, put catalog.Entry[catalog.Offer]
		kept      catalog.Entry[catalog.Offer]
		winner    bool // held is returned as the one to believe
	}{
		"higher version":               {held: entry(1, 2, 0), put: entry(1, 3, 1), kept: entry(1, 3, 1)},
		"higher version, loaded first": {held: entry(1, 2, 5), put: entry(1, 3, 1), kept: entry(1, 3, 1)},
		"lower version":                {held: entry(1, 3, 0), put: entry(1, 2, 1), kept: entry(1, 3, 0), winner: true},
		"more digits are higher":       {held: entry(1, 10, 0), put: entry(1, 9, 1), kept: entry(1, 10, 0), winner: true},
		"highest version":              {held: entry(1, 1<<53-1, 0), put: entry(1, 1<<53-2, 1), kept: entry(1, 1<<53-1, 0), winner: true},
		"same version, loaded later":   {held: entry(1, 2, 0), put: entry(1, 2, 1), kept: entry(1, 2, 1)},
		"same version, loaded earlier": {held: entry(1, 2, 1), put: entry(1, 2, 0), kept: entry(1, 2, 1)},
		"absence after record":         {held: entry(1, 1, 0), put: entry(1, 0, 1), kept: entry(1, 1, 0), winner: true},
		"record after absence":         {held: entry(1, 0, 1), put: entry(1, 1, 0), kept: entry(1, 1, 0)},
		"absence again":                {held: entry(1, 0, 0), put: entry(1, 0, 1), kept: entry(1, 0, 1)},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cache, _, _ := newOffers(t)
			other := entry(2, 1, 0)
			cache.PutMany(t.Context(), entries{tt.held})
			winners := cache.PutMany(t.Context(), entries{other, tt.put})
			if tt.winner {
				want(t, winners, tt.held)
			} else {
				want(t, winners)
			}
			want(t, cache.GetMany(t.Context(), ids{1, 2}), tt.kept, other)
		})
	}
}

// Whatever the order in which writers come, the highest version stays, and nobody is left believing a lower one.
func TestConcurrentPuts(t *testing.T) {
	cache, _, _ := newOffers(t)
	const seed, writers, rounds, keys = 1, 8, 50, 5
	var highest [keys]int64
	var mu sync.Mutex
	var wg sync.WaitGroup
	for w := range writers {
		random := rand.New(rand.NewPCG(seed, uint64(w)))
		wg.Go(func() {
			for range rounds {
				var batch entries
				for id := range catalog.ProductID(keys) {
					batch = append(batch, entry(id, random.Int64N(1000)+1, random.IntN(100)))
				}
				winners := cache.PutMany(t.Context(), batch)
				for _, e := range batch {
					if winner, ok := winners[e.ID]; ok && winner.Version() <= e.Version() {
						t.Errorf("version %d won over %d", winner.Version(), e.Version())
					}
				}
				mu.Lock()
				for id, e := range batch {
					highest[id] = max(highest[id], e.Version())
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	for id, e := range cache.GetMany(t.Context(), ids{0, 1, 2, 3, 4}) {
		if e.Version() != highest[id] {
			t.Errorf("key %d ends with version %d, want %d (seed %d)", id, e.Version(), highest[id], seed)
		}
	}
}

func TestEntriesEndByChance(t *testing.T) {
	cache, behind, prefix := newOffers(t)
	var batch entries
	for id := range catalog.ProductID(200) {
		batch = append(batch, entry(id+1, 1, 0))
	}
	cache.PutMany(t.Context(), batch)
	first, last := 2*time.Hour, time.Duration(0)
	keys := behind.Keys(t.Context(), prefix+"c1:offer:*").Val()
	for _, key := range keys {
		ttl := behind.PTTL(t.Context(), key).Val()
		first, last = min(first, ttl), max(last, ttl)
	}
	if len(keys) != len(batch) || first < 53*time.Minute || last > 66*time.Minute || last-first < 6*time.Minute {
		t.Errorf("%d keys end from %v to %v, want 200 spread over 1h ± 10 %%", len(keys), first, last)
	}
}

func TestCorruptValuesAreMissesAndGetReplaced(t *testing.T) {
	good := entry(1, 2, 0)
	values := []string{"", "x", "2:", "2:3", "2:3:", "9:12:\xff\xff", "x:1:ab", "2:x:ab", "1:1:a\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80"}
	for _, value := range values {
		t.Run(value, func(t *testing.T) {
			cache, behind, prefix := newOffers(t)
			key := prefix + "c1:offer:1"
			behind.Set(t.Context(), key, value, time.Minute)
			want(t, cache.GetMany(t.Context(), ids{1}))
			if stats := cache.Stats(); stats.Corrupt != 1 || stats.Misses != 1 {
				t.Errorf("stats are %+v, want one corrupt miss", stats)
			}
			if strings.HasPrefix(value, "9:") {
				return // it looks newer, and stays until it ends
			}
			cache.PutMany(t.Context(), entries{good})
			want(t, cache.GetMany(t.Context(), ids{1}), good)
		})
	}
}

func TestKindsDoNotMeet(t *testing.T) {
	client := redistest.Open(t, redistest.Address(t), rediscache.ClientOptions{})
	offers := rediscache.New(client, rediscache.Offers(), rediscache.Options{})
	products := rediscache.New(client, rediscache.Products(), rediscache.Options{})
	offers.PutMany(t.Context(), entries{entry(1, 1, 0)})
	if got := products.GetMany(t.Context(), ids{1}); len(got) != 0 {
		t.Errorf("products hold %v", got)
	}
	product := catalog.Entry[catalog.Product]{
		ID: 1, Found: true, LoadedAt: start, FreshUntil: start.Add(time.Hour),
		Record: catalog.Product{
			ID: 1, Name: "Röckchen", Brand: "b", Category: "skirts", Color: "", Description: strings.Repeat("long ", 1000),
			Version: 3, CreatedAt: start.Add(-time.Hour), UpdatedAt: start,
		},
	}
	products.PutMany(t.Context(), []catalog.Entry[catalog.Product]{product})
	if got := products.GetMany(t.Context(), ids{1})[1]; got != product {
		t.Errorf("got %v, want %v", got, product)
	}
}

// A Redis that restarted does not know the scripts any more.
func TestScriptsAreSentAgain(t *testing.T) {
	cache, behind, _ := newOffers(t)
	cache.PutMany(t.Context(), entries{entry(1, 1, 0)})
	if err := behind.ScriptFlush(t.Context()).Err(); err != nil {
		t.Fatal(err)
	}
	cache.PutMany(t.Context(), entries{entry(1, 2, 1)})
	want(t, cache.GetMany(t.Context(), ids{1}), entry(1, 2, 1))
}
