package rediscache_test

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"example.com/shop/catalog"
	"example.com/shop/rediscache"
	"example.com/shop/rediscache/redistest"
)

// listener notes what a feed tells.
type listener struct {
	mu     sync.Mutex
	events []string // "lost", "restored"
	latest map[catalog.ProductID]int64
	count  int
}

func (l *listener) Changed(offers []catalog.Offer) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, o := range offers {
		if o != offer(o.ProductID, o.Version) {
			panic("an offer changed on its way")
		}
		l.latest[o.ProductID] = o.Version
		l.count++
	}
}

func (l *listener) Lost()     { l.note("lost") }
func (l *listener) Restored() { l.note("restored") }

func (l *listener) note(event string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.events = append(l.events, event)
}

func (l *listener) heard(id catalog.ProductID, version int64) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.latest[id] == version
}

func (l *listener) told() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.events)
}

// station is a feed in a test, with what it needs.
type station struct {
	*rediscache.Feed
	cache  *rediscache.Cache[catalog.Offer]
	behind *redis.Client
	stream string
}

func newStation(t *testing.T, address string, o rediscache.FeedOptions, hooks ...redis.Hook) station {
	t.Helper()
	prefix := redistest.Prefix(t)
	client := redistest.Open(t, address, rediscache.ClientOptions{
		KeyPrefix: prefix, OpenFor: time.Millisecond,
		Instrument: func(r *redis.Client) error {
			for _, hook := range hooks {
				r.AddHook(hook)
			}
			return nil
		},
	})
	cache := rediscache.New(client, rediscache.Offers(), rediscache.Options{})
	if o.Timeout == 0 {
		o.Timeout = 5 * time.Second
	}
	o.Poll, o.MaxBackoff, o.Logger = 20*time.Millisecond, 20*time.Millisecond, slog.New(slog.DiscardHandler)
	feed, err := rediscache.NewFeed(client, cache, o)
	if err != nil {
		t.Fatal(err)
	}
	behind := redis.NewClient(&redis.Options{Addr: address})
	t.Cleanup(func() { feed.Close(); behind.Close() })
	return station{feed, cache, behind, prefix + "c1:offers-feed"}
}

// listen runs a reader of the feed until the test ends, and returns when it reads.
func (s station) listen(t *testing.T) *listener {
	t.Helper()
	l := &listener{latest: make(map[catalog.ProductID]int64)}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- s.Run(ctx, l) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Errorf("Run returned %v, want its context's error", err)
		}
		if told := l.told(); told[len(told)-1] != "lost" {
			t.Errorf("a reader that ended was told %v; the last must be lost", told)
		}
	})
	eventually(t, "the feed is read", func() bool { return len(l.told()) > 0 })
	return l
}

func (s station) publish(t *testing.T, offers ...catalog.Offer) {
	t.Helper()
	if err := s.Publish(t.Context(), offers); err != nil {
		t.Fatal(err)
	}
}

func TestFeedReachesEveryReaderAndTheCacheFirst(t *testing.T) {
	s := newStation(t, redistest.Address(t), rediscache.FeedOptions{})
	s.publish(t, offer(9, 9)) // before anybody listens
	first, second := s.listen(t), s.listen(t)
	s.publish(t)
	s.publish(t, offer(1, 2), offer(2, 5))
	s.publish(t, offer(1, 3))
	for _, l := range []*listener{first, second} {
		eventually(t, "both changes came", func() bool { return l.heard(1, 3) && l.heard(2, 5) })
		if l.heard(9, 9) {
			t.Error("a reader got what was published before it listened")
		}
		if told := l.told(); !slices.Equal(told, []string{"restored"}) {
			t.Errorf("reader was told %v", told)
		}
	}
	held := s.cache.GetMany(t.Context(), ids{1, 2, 3})
	if len(held) != 2 || held[1].Record != offer(1, 3) || held[2].Record != offer(2, 5) {
		t.Errorf("cache holds %v", held)
	}
	if e := held[1]; !e.LoadedAt.Equal(e.Record.UpdatedAt) || time.Until(e.FreshUntil) < 4*time.Minute {
		t.Errorf("cached offer is from %v and fresh until %v; want its change, and 5 min from now", e.LoadedAt, e.FreshUntil)
	}
}

// The relay may be late: what it publishes must not undo what somebody loaded meanwhile.
func TestLatePublishDoesNotUndo(t *testing.T) {
	s := newStation(t, redistest.Address(t), rediscache.FeedOptions{})
	s.cache.PutMany(t.Context(), entries{entry(1, 7, 100)})
	s.publish(t, offer(1, 6))
	want(t, s.cache.GetMany(t.Context(), ids{1}), entry(1, 7, 100))
}

// Across a cut, no change is lost: Publish says that it did not work, the relay publishes again, and the reader is
// told that it missed something.
func TestCut(t *testing.T) {
	proxy := redistest.NewProxy(t, redistest.Address(t))
	s := newStation(t, proxy.Address(), rediscache.FeedOptions{})
	l := s.listen(t)
	for round := int64(1); round <= 3; round++ {
		s.publish(t, offer(1, 2*round))
		eventually(t, "the change came", func() bool { return l.heard(1, 2*round) })
		proxy.Cut()
		missed := []catalog.Offer{offer(1, 2*round+1)}
		if err := s.Publish(t.Context(), missed); !errors.Is(err, catalog.ErrUnavailable) {
			t.Fatalf("Publish without Redis returned %v, want unavailable", err)
		}
		eventually(t, "the reader knows", func() bool { return len(l.told()) == int(2*round) })
		proxy.Restore()
		eventually(t, "the relay gets it through", func() bool { return s.Publish(t.Context(), missed) == nil })
		eventually(t, "the reader heard of it, or knows that it may not have", func() bool {
			return len(l.told()) == int(2*round+1)
		})
	}
	told := []string{"restored", "lost", "restored", "lost", "restored", "lost", "restored"}
	if got := l.told(); !slices.Equal(got, told) {
		t.Errorf("reader was told %v, want %v", got, told)
	}
	if got := s.cache.GetMany(t.Context(), ids{1})[1].Version(); got != 7 {
		t.Errorf("cache ends with version %d, want 7", got)
	}
}

func TestSilentRedisIsNoticed(t *testing.T) {
	proxy := redistest.NewProxy(t, redistest.Address(t))
	s := newStation(t, proxy.Address(), rediscache.FeedOptions{Timeout: 300 * time.Millisecond})
	l := s.listen(t)
	proxy.Worsen(redistest.Silent)
	eventually(t, "the reader knows", func() bool { return slices.Contains(l.told(), "lost") })
	if s.Stats().Connected {
		t.Error("feed counts as connected")
	}
	proxy.Heal()
	eventually(t, "the feed is back", func() bool { return s.Stats().Connected })
	eventually(t, "a change comes", func() bool { s.publish(t, offer(1, 2)); return l.heard(1, 2) })
}

// readOnly is a Redis that refuses writes, as a replica does, while it is on.
type readOnly struct{ on atomic.Bool }

var errReadOnly = errors.New("READONLY You can't write against a read only replica")

func (*readOnly) DialHook(next redis.DialHook) redis.DialHook { return next }

func (*readOnly) ProcessHook(next redis.ProcessHook) redis.ProcessHook { return next }

func (h *readOnly) ProcessPipelineHook(next redis.ProcessPipelineHook) redis.ProcessPipelineHook {
	return func(ctx context.Context, cmds []redis.Cmder) error {
		writes := func(cmd redis.Cmder) bool { return cmd.Name() == "set" }
		if i := slices.IndexFunc(cmds, writes); i >= 0 && h.on.Load() {
			cmds[i].SetErr(errReadOnly)
			return errReadOnly
		}
		return next(ctx, cmds)
	}
}

func TestReadOnlyRedisIsNoticed(t *testing.T) {
	var redis readOnly
	s := newStation(t, redistest.Address(t), rediscache.FeedOptions{}, &redis)
	l := s.listen(t)
	redis.on.Store(true)
	eventually(t, "the reader knows", func() bool { return slices.Equal(l.told(), []string{"restored", "lost"}) })
	redis.on.Store(false)
	eventually(t, "the feed is back", func() bool { return s.Stats().Connected })
}

// Entries can be missing without any connection failing. Each time, the reader is told that it missed something, and
// hears of what comes after.
func TestGaps(t *testing.T) {
	gaps := map[string]func(t *testing.T, s station){
		"everything is gone": func(t *testing.T, s station) { s.behind.Del(t.Context(), s.stream, s.stream+":number") },
		"the number is gone": func(t *testing.T, s station) { s.behind.Del(t.Context(), s.stream+":number") },
		"entries are gone": func(t *testing.T, s station) {
			s.behind.Incr(t.Context(), s.stream+":number") // the entry that it counted never was, or was trimmed
		},
		"entries are gone before others": func(t *testing.T, s station) {
			last := s.behind.XRevRangeN(t.Context(), s.stream, "+", "-", 1).Val()[0]
			_, _ = s.behind.TxPipelined(t.Context(), func(p redis.Pipeliner) error {
				p.IncrBy(t.Context(), s.stream+":number", 2)
				p.XAdd(t.Context(), &redis.XAddArgs{Stream: s.stream, Values: []any{"n", 4, "offers", last.Values["offers"]}})
				return nil
			})
		},
		"an entry is not ours": func(t *testing.T, s station) {
			s.behind.XAdd(t.Context(), &redis.XAddArgs{Stream: s.stream, Values: []string{"x", "y"}})
		},
		"an entry is corrupt": func(t *testing.T, s station) {
			n := s.behind.Incr(t.Context(), s.stream+":number").Val()
			s.behind.XAdd(t.Context(), &redis.XAddArgs{Stream: s.stream, Values: []any{"n", n, "offers", "\xff"}})
		},
	}
	for name, gap := range gaps {
		t.Run(name, func(t *testing.T) {
			s := newStation(t, redistest.Address(t), rediscache.FeedOptions{})
			l := s.listen(t)
			s.publish(t, offer(1, 1))
			s.publish(t, offer(1, 2))
			eventually(t, "the change came", func() bool { return l.heard(1, 2) })
			gap(t, s)
			eventually(t, "the reader was told", func() bool { return len(l.told()) >= 3 })
			if got := l.told(); !slices.Equal(got, []string{"restored", "lost", "restored"}) {
				t.Errorf("reader was told %v", got)
			}
			s.publish(t, offer(1, 3))
			eventually(t, "the next change came", func() bool { return l.heard(1, 3) })
		})
	}
}

// Many relays and readers: every reader hears of every change, once.
func TestConcurrentPublishers(t *testing.T) {
	s := newStation(t, redistest.Address(t), rediscache.FeedOptions{})
	first, second := s.listen(t), s.listen(t)
	const relays, rounds = 4, 50
	var wg sync.WaitGroup
	for relay := range catalog.ProductID(relays) {
		wg.Go(func() {
			for version := int64(1); version <= rounds; version++ {
				if err := s.Publish(t.Context(), []catalog.Offer{offer(relay+1, version)}); err != nil {
					t.Errorf("publish: %v", err)
				}
			}
		})
	}
	wg.Wait()
	for _, l := range []*listener{first, second} {
		eventually(t, "everything came", func() bool {
			l.mu.Lock()
			defer l.mu.Unlock()
			return l.count >= relays*rounds
		})
		if l.count != relays*rounds || len(l.events) != 1 {
			t.Errorf("%d changes and %v, want %d and no loss", l.count, l.events, relays*rounds)
		}
	}
}

func TestStreamIsTrimmed(t *testing.T) {
	s := newStation(t, redistest.Address(t), rediscache.FeedOptions{MaxLength: 10})
	for version := int64(1); version <= 500; version++ {
		s.publish(t, offer(1, version))
	}
	if n := s.behind.XLen(t.Context(), s.stream).Val(); n >= 500 {
		t.Errorf("stream has %d entries", n)
	}
}
