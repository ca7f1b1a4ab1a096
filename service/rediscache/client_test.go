package rediscache_test

import (
	"context"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"example.com/shop/catalog"
	"example.com/shop/rediscache"
	"example.com/shop/rediscache/redistest"
)

// witness sees every command that leaves for Redis, and how much time it was given.
type witness struct {
	mu       sync.Mutex
	commands int
	given    []time.Duration // -1: no deadline
}

func (w *witness) instrument(r *redis.Client) error { r.AddHook(w); return nil }

func (w *witness) DialHook(next redis.DialHook) redis.DialHook { return next }

func (w *witness) ProcessPipelineHook(next redis.ProcessPipelineHook) redis.ProcessPipelineHook {
	return next
}

func (w *witness) ProcessHook(next redis.ProcessHook) redis.ProcessHook {
	return func(ctx context.Context, cmd redis.Cmder) error {
		given := time.Duration(-1)
		if deadline, ok := ctx.Deadline(); ok {
			given = time.Until(deadline)
		}
		w.mu.Lock()
		w.commands++
		w.given = append(w.given, given)
		w.mu.Unlock()
		return next(ctx, cmd)
	}
}

func (w *witness) count() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.commands
}

func TestEveryCommandHasTheTimeout(t *testing.T) {
	var w witness
	const timeout = time.Minute
	client := redistest.Open(t, redistest.Address(t), rediscache.ClientOptions{Timeout: timeout, Instrument: w.instrument})
	cache := rediscache.New(client, rediscache.Offers(), rediscache.Options{})
	cache.PutMany(t.Context(), entries{entry(1, 1, 0)})
	cache.GetMany(t.Context(), ids{1})
	hurried, cancel := context.WithTimeout(t.Context(), timeout/2)
	defer cancel()
	cache.GetMany(hurried, ids{1})

	if len(w.given) < 3 {
		t.Fatalf("%d commands, want at least 3", len(w.given))
	}
	for i, given := range w.given {
		if most := timeout; given <= 0 || given > most || i == len(w.given)-1 && given > timeout/2 {
			t.Errorf("command %d was given %v", i, given)
		}
	}
}

// In every kind of trouble, calls go on as misses, the breaker opens, nothing more reaches Redis, and when the trouble
// is over the cache is back.
func TestTrouble(t *testing.T) {
	troubles := map[string]struct{ begin, end func(*redistest.Proxy) }{
		"down":   {(*redistest.Proxy).Cut, (*redistest.Proxy).Restore},
		"slow":   {func(p *redistest.Proxy) { p.Worsen(redistest.Slow) }, (*redistest.Proxy).Heal},
		"silent": {func(p *redistest.Proxy) { p.Worsen(redistest.Silent) }, (*redistest.Proxy).Heal},
		"resets": {func(p *redistest.Proxy) { p.Worsen(redistest.Resets) }, (*redistest.Proxy).Heal},
	}
	for name, trouble := range troubles {
		t.Run(name, func(t *testing.T) {
			proxy := redistest.NewProxy(t, redistest.Address(t))
			var w witness
			client := redistest.Open(t, proxy.Address(), rediscache.ClientOptions{
				Timeout: 300 * time.Millisecond, FailuresToOpen: 3, OpenFor: time.Hour, Instrument: w.instrument,
			})
			cache := rediscache.New(client, rediscache.Offers(), rediscache.Options{})
			eventually(t, "the cache works", func() bool {
				cache.PutMany(t.Context(), entries{entry(1, 1, 0)})
				return len(cache.GetMany(t.Context(), ids{1})) == 1
			})

			trouble.begin(proxy)
			for range 3 {
				want(t, cache.GetMany(t.Context(), ids{1}))
			}
			stats, reached := client.Stats(), w.count()
			if stats.Breaker != "open" || stats.Failed < 3 {
				t.Fatalf("after three failures, stats are %+v", stats)
			}
			for range 100 {
				want(t, cache.GetMany(t.Context(), ids{1}))
				want(t, cache.PutMany(t.Context(), entries{entry(1, 2, 0)}))
			}
			if n := w.count(); n != reached {
				t.Errorf("%d commands left for Redis past the open breaker", n-reached)
			}
			if stats := client.Stats(); stats.Refused != 200 {
				t.Errorf("stats are %+v, want 200 refused", stats)
			}
			trouble.end(proxy)
		})
	}
}

func TestBreakerClosesAgain(t *testing.T) {
	proxy := redistest.NewProxy(t, redistest.Address(t))
	client := redistest.Open(t, proxy.Address(), rediscache.ClientOptions{FailuresToOpen: 3, OpenFor: 20 * time.Millisecond})
	cache := rediscache.New(client, rediscache.Offers(), rediscache.Options{})
	cache.PutMany(t.Context(), entries{entry(1, 1, 0)})
	proxy.Cut()
	eventually(t, "the breaker opens", func() bool {
		cache.GetMany(t.Context(), ids{1})
		return client.Stats().Breaker == "open"
	})
	proxy.Restore()
	eventually(t, "the cache answers", func() bool { return len(cache.GetMany(t.Context(), ids{1})) == 1 })
	if stats := client.Stats(); stats.Breaker != "closed" {
		t.Errorf("stats are %+v, want a closed breaker", stats)
	}
}

func TestCallersThatLeaveDoNotOpenTheBreaker(t *testing.T) {
	proxy := redistest.NewProxy(t, redistest.Address(t))
	client := redistest.Open(t, proxy.Address(), rediscache.ClientOptions{FailuresToOpen: 1, OpenFor: time.Hour})
	cache := rediscache.New(client, rediscache.Offers(), rediscache.Options{})
	cache.PutMany(t.Context(), entries{entry(1, 1, 0)})

	proxy.Worsen(redistest.Silent)
	canceled, cancel := context.WithCancel(t.Context())
	cancel()
	cache.GetMany(canceled, ids{1})
	hurried, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	cache.GetMany(hurried, ids{1})
	if stats := client.Stats(); stats != (rediscache.ClientStats{Breaker: "closed"}) {
		t.Errorf("stats are %+v, want no failure", stats)
	}
}

func TestOpen(t *testing.T) {
	for _, address := range []string{"127.0.0.1:1", "redis://user:secret@127.0.0.1:1/2", "rediss://:secret@127.0.0.1:1"} {
		client, err := rediscache.Open(address, rediscache.ClientOptions{})
		if err != nil {
			t.Errorf("%s: %v", address, err)
			continue
		}
		client.Close()
	}
	for _, address := range []string{"", "localhost", "redis://:secret@host:port/x", "http://:secret@host", "redis://%zz:secret@h:1"} {
		_, err := rediscache.Open(address, rediscache.ClientOptions{})
		if err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: error is %v, want one without the password", address, err)
		}
	}
}

// The service starts without Redis, and says nothing of passwords when it does not get through.
func TestNothingListens(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	listener.Close()
	client := redistest.Open(t, address, rediscache.ClientOptions{})
	cache := rediscache.New(client, rediscache.Offers(), rediscache.Options{})
	want(t, cache.GetMany(t.Context(), ids{1}))
	feed, err := rediscache.NewFeed(client, cache, rediscache.FeedOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer feed.Close()
	if err := feed.Publish(t.Context(), []catalog.Offer{offer(1, 1)}); err == nil {
		t.Error("Publish returned nil")
	}
}
