package watch_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"

	"example.com/shop/catalog"
	"example.com/shop/grpcapi/watch"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func offer(id catalog.ProductID, version int64) catalog.Offer {
	return catalog.Offer{ProductID: id, Version: version}
}

func subscribe(t *testing.T, hub *watch.Hub, ids ...catalog.ProductID) *watch.Subscription {
	t.Helper()
	sub, err := hub.Subscribe(ids)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(sub.Close)
	return sub
}

func next(t *testing.T, sub *watch.Subscription) map[catalog.ProductID]int64 {
	t.Helper()
	offers, err := sub.Next(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	versions := make(map[catalog.ProductID]int64)
	for _, o := range offers {
		if _, twice := versions[o.ProductID]; twice {
			t.Errorf("product %d came twice in one batch", o.ProductID)
		}
		versions[o.ProductID] = o.Version
	}
	return versions
}

// TestSlowReaderHoldsOneOfferForEachProduct publishes a million changes to a reader that does not read: nothing
// blocks, the other reader gets on, and the slow one finds the newest of each.
func TestSlowReaderHoldsOneOfferForEachProduct(t *testing.T) {
	hub := watch.NewHub(10)
	slow, quick := subscribe(t, hub, 1, 2), subscribe(t, hub, 2)
	const changes = 1_000_000
	for version := range int64(changes) {
		hub.Publish([]catalog.Offer{offer(1+catalog.ProductID(version%2), version+1)})
	}
	if got := next(t, quick); got[2] != changes {
		t.Errorf("quick reader got %v", got)
	}
	got := next(t, slow)
	if len(got) != 2 || got[1] != changes-1 || got[2] != changes {
		t.Errorf("slow reader got %v, want the newest of both", got)
	}
}

func TestVersionsOnlyGrow(t *testing.T) {
	hub := watch.NewHub(10)
	sub := subscribe(t, hub, 1)
	const highest = 2000
	var wg sync.WaitGroup
	for seed := range uint64(4) {
		wg.Go(func() {
			random := rand.New(rand.NewPCG(seed, 1))
			for range 5000 {
				hub.Publish([]catalog.Offer{offer(1, 1+random.Int64N(highest-1))})
			}
		})
	}
	wg.Go(func() { hub.Publish([]catalog.Offer{offer(1, highest)}) })
	last := int64(0)
	for last < highest {
		version := next(t, sub)[1]
		if version <= last {
			t.Fatalf("version %d after %d", version, last)
		}
		last = version
	}
	wg.Wait()
}

func TestNextEndsWithItsContextAndWithTheHub(t *testing.T) {
	hub := watch.NewHub(10)
	sub := subscribe(t, hub, 1)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := sub.Next(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	hub.Close()
	hub.Close()
	if _, err := sub.Next(t.Context()); !errors.Is(err, watch.ErrClosed) {
		t.Errorf("closed: %v", err)
	}
	if _, err := hub.Subscribe(nil); !errors.Is(err, watch.ErrClosed) {
		t.Errorf("subscribe to a closed hub: %v", err)
	}
}

func TestClosedSubscriptionIsForgotten(t *testing.T) {
	hub := watch.NewHub(1)
	sub, err := hub.Subscribe([]catalog.ProductID{1, 2})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := hub.Subscribe([]catalog.ProductID{1}); !errors.Is(err, watch.ErrFull) {
		t.Errorf("second subscription: %v, want ErrFull", err)
	}
	sub.Close()
	if hub.Len() != 0 || len(hub.Watched()) != 0 {
		t.Errorf("%d subscriptions, watched %v, want none", hub.Len(), hub.Watched())
	}
	if _, err := hub.Subscribe([]catalog.ProductID{1}); err != nil {
		t.Errorf("after it was closed: %v", err)
	}
}

// source answers every id with the version it holds, or fails.
type source struct {
	version atomic.Int64
	down    atomic.Bool
}

func (s *source) Get(_ context.Context, ids []catalog.ProductID) ([]catalog.Lookup[catalog.Offer], error) {
	if s.down.Load() {
		return nil, catalog.ErrUnavailable
	}
	lookups := make([]catalog.Lookup[catalog.Offer], len(ids))
	for i, id := range ids {
		lookups[i] = catalog.Lookup[catalog.Offer]{Record: offer(id, s.version.Load()), Found: true}
	}
	return lookups, nil
}

func (s *source) Peek(catalog.ProductID) (catalog.Lookup[catalog.Offer], bool) {
	return catalog.Lookup[catalog.Offer]{}, false
}

// polled runs test with a hub that polls source every second, and a subscription to product 1.
func polled(t *testing.T, test func(t *testing.T, sub *watch.Subscription, feed *atomic.Pointer[watch.FeedStatus], from *source)) {
	synctest.Test(t, func(t *testing.T) {
		hub := watch.NewHub(10)
		sub := subscribe(t, hub, 1)
		var feed atomic.Pointer[watch.FeedStatus]
		var from source
		feed.Store(&watch.FeedStatus{})
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() {
			defer close(done)
			hub.Poll(ctx, time.Second, func() watch.FeedStatus { return *feed.Load() }, &from)
		}()
		synctest.Wait()
		test(t, sub, &feed, &from)
		cancel()
		<-done
	})
}

func TestPollingReplacesALostFeed(t *testing.T) {
	polled(t, func(t *testing.T, sub *watch.Subscription, feed *atomic.Pointer[watch.FeedStatus], from *source) {
		feed.Store(&watch.FeedStatus{Lost: true, Losses: 1})
		from.version.Store(5)
		if got := next(t, sub); got[1] != 5 {
			t.Errorf("while the feed is lost: %v, want version 5", got)
		}
		feed.Store(&watch.FeedStatus{Losses: 1})
		from.version.Store(6)
		if got := next(t, sub); got[1] != 6 {
			t.Errorf("once after it came back: %v, want version 6", got)
		}
		from.version.Store(7)
		time.Sleep(time.Minute)
		wantSilence(t, sub)
	})
}

func TestLossBetweenTwoLooksIsHealed(t *testing.T) {
	polled(t, func(t *testing.T, sub *watch.Subscription, feed *atomic.Pointer[watch.FeedStatus], from *source) {
		from.version.Store(5)
		time.Sleep(time.Minute)
		wantSilence(t, sub)
		feed.Store(&watch.FeedStatus{Losses: 1}) // lost and back since the last look
		if got := next(t, sub); got[1] != 5 {
			t.Errorf("after a short loss: %v, want version 5", got)
		}
	})
}

func TestHealingTriesUntilAllCouldBeRead(t *testing.T) {
	polled(t, func(t *testing.T, sub *watch.Subscription, feed *atomic.Pointer[watch.FeedStatus], from *source) {
		from.down.Store(true)
		from.version.Store(5)
		feed.Store(&watch.FeedStatus{Losses: 1})
		time.Sleep(time.Minute)
		wantSilence(t, sub)
		from.down.Store(false)
		if got := next(t, sub); got[1] != 5 {
			t.Errorf("when the source is back: %v, want version 5", got)
		}
	})
}

func wantSilence(t *testing.T, sub *watch.Subscription) {
	t.Helper()
	synctest.Wait()
	ctx, cancel := context.WithTimeout(t.Context(), time.Nanosecond)
	defer cancel()
	if got, err := sub.Next(ctx); err == nil {
		t.Errorf("got %v, want nothing", got)
	}
}
