package readthrough_test

import (
	"context"
	"errors"
	"log/slog"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"example.com/shop/catalog"
	"example.com/shop/readthrough"
	"example.com/shop/rediscache"
	"example.com/shop/rediscache/redistest"
)

// Redis in any kind of trouble costs time within the budget, and no answer.
func TestReadsGoOnWithoutRedis(t *testing.T) {
	troubles := map[string]func(*redistest.Proxy){
		"down":   (*redistest.Proxy).Cut,
		"slow":   func(p *redistest.Proxy) { p.Worsen(redistest.Slow) },
		"silent": func(p *redistest.Proxy) { p.Worsen(redistest.Silent) },
		"resets": func(p *redistest.Proxy) { p.Worsen(redistest.Resets) },
	}
	for name, begin := range troubles {
		t.Run(name, func(t *testing.T) {
			proxy := redistest.NewProxy(t, redistest.Address(t))
			client := redistest.Open(t, proxy.Address(), rediscache.ClientOptions{
				Timeout: 100 * time.Millisecond, FailuresToOpen: 3, OpenFor: time.Hour,
			})
			clock, src := newClock(), newSource(offer(1, 1, noon))
			r := readthrough.New(readthrough.Options[catalog.Offer]{
				Source: src, Shared: rediscache.New(client, rediscache.Offers(), rediscache.Options{}),
				Clock: clock.Now, FreshFor: time.Second, LoadTimeout: time.Minute,
			})
			wantVersion(t, r, 1, 1, false)
			begin(proxy)
			for version := int64(2); version < 20; version++ {
				clock.advance(time.Second)
				src.set(offer(1, version, clock.Now()))
				wantVersion(t, r, 1, version, false)
			}
			stats := client.Stats()
			if stats.Breaker != "open" || stats.Failed < 3 || stats.Refused < 20 {
				t.Errorf("stats are %+v; want three failures in a row, and then peace", stats)
			}
			proxy.Heal()
		})
	}
}

// feedTo makes a reader the handler of a feed.
type feedTo struct{ reader }

func (f feedTo) Changed(offers []catalog.Offer) { f.Apply(offers) }
func (f feedTo) Lost()                          { f.FeedLost() }
func (f feedTo) Restored()                      { f.FeedRestored() }

// Two instances, one feed, and a Redis that comes and goes: whatever was committed is served soon by both, also what
// the relay could not publish while Redis was away.
func TestInstancesAgreeAcrossCuts(t *testing.T) {
	proxy := redistest.NewProxy(t, redistest.Address(t))
	client := redistest.Open(t, proxy.Address(), rediscache.ClientOptions{OpenFor: 10 * time.Millisecond})
	cache := rediscache.New(client, rediscache.Offers(), rediscache.Options{})
	feed, err := rediscache.NewFeed(client, cache, rediscache.FeedOptions{
		Poll: 20 * time.Millisecond, Timeout: 5 * time.Second, MaxBackoff: 20 * time.Millisecond,
		Logger: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { feed.Close() })
	src := newSource(offer(1, 1, time.Now()))
	var instances []reader
	for range 2 {
		r := readthrough.New(readthrough.Options[catalog.Offer]{
			Source: src, Shared: cache, Fed: true, FreshFor: time.Hour, LoadTimeout: time.Minute, UnfedFor: time.Millisecond,
		})
		instances = append(instances, r)
		run(t, feed, r)
	}
	version := int64(1)
	agree := func(what string) {
		for _, r := range instances {
			eventually(t, what, func() bool {
				l, err := getOne(t.Context(), r, 1)
				return err == nil && !l.Stale && l.Record.Version == version
			})
		}
	}
	for range 3 {
		agree("everybody starts the round with the same")
		version++
		src.set(offer(1, version, time.Now()))
		eventually(t, "the relay publishes", func() bool { return feed.Publish(t.Context(), []catalog.Offer{src.offers[1]}) == nil })
		agree("everybody heard of the change")

		proxy.Cut()
		version++
		src.set(offer(1, version, time.Now()))
		if err := feed.Publish(t.Context(), []catalog.Offer{src.offers[1]}); !errors.Is(err, catalog.ErrUnavailable) {
			t.Fatalf("publish without Redis: %v, want unavailable", err)
		}
		agree("everybody asked the source")
		proxy.Restore()
		for _, r := range instances {
			eventually(t, "the feed is back", func() bool { return !r.Stats().FeedLost })
		}
	}
}

func run(t *testing.T, feed *rediscache.Feed, r reader) {
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { _ = feed.Run(ctx, feedTo{r}); close(done) }()
	t.Cleanup(func() { cancel(); <-done })
}

// eventually fails the test if the condition does not come true in a time that no machine needs.
func eventually(t *testing.T, what string, condition func() bool) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); !condition(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain until %s", what)
		}
	}
}

// budget notes how long commands may take, as the connection is told.
type budget struct {
	most time.Duration
	open int // commands without a deadline
}

func (b *budget) DialHook(next redis.DialHook) redis.DialHook { return next }

func (b *budget) ProcessPipelineHook(next redis.ProcessPipelineHook) redis.ProcessPipelineHook {
	return next
}

func (b *budget) ProcessHook(next redis.ProcessHook) redis.ProcessHook {
	return func(ctx context.Context, cmd redis.Cmder) error {
		if deadline, ok := ctx.Deadline(); ok {
			b.most = max(b.most, time.Until(deadline))
		} else {
			b.open++
		}
		return next(ctx, cmd)
	}
}

// What Redis may add to a read is bounded by the default timeout of 30 ms a command, not by the load's own timeout.
func TestRedisHasABudget(t *testing.T) {
	var b budget
	client, err := rediscache.Open(redistest.Address(t), rediscache.ClientOptions{
		KeyPrefix:  redistest.Prefix(t),
		Instrument: func(r *redis.Client) error { r.AddHook(&b); return nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { client.Close() })
	src := newSource(offer(1, 1, noon))
	r := readthrough.New(readthrough.Options[catalog.Offer]{
		Source: src, Shared: rediscache.New(client, rediscache.Offers(), rediscache.Options{KeepFor: time.Second}),
		LoadTimeout: time.Hour,
	})
	wantVersion(t, r, 1, 1, false)
	if b.most <= 0 || b.most > 30*time.Millisecond || b.open > 0 {
		t.Errorf("commands were given up to %v, and %d no deadline; want 30ms", b.most, b.open)
	}
}
