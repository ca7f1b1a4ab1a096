package catalogtest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"example.com/shop/catalog"
)

// drainAll empties the outbox and returns what was in it.
func drainAll(t *testing.T, store Store) []catalog.Offer {
	t.Helper()
	var all []catalog.Offer
	collect := func(_ context.Context, offers []catalog.Offer) error {
		all = append(all, offers...)
		return nil
	}
	for {
		taken, err := store.Outbox.Drain(t.Context(), catalog.MaxBatch, collect)
		if err != nil {
			t.Fatalf("drain: %v", err)
		}
		if taken == 0 {
			return all
		}
	}
}

// changed returns a store with n changes in its outbox, and the changes in their order.
func changed(t *testing.T, open func(t *testing.T) Store, n int) (Store, []catalog.Offer) {
	t.Helper()
	store := opened(t, open, []Item{item(1, 1999)})
	offers := make([]catalog.Offer, n)
	for i := range offers {
		next := change(1, fmt.Sprint(i))
		next.ExpectedVersion, next.Stock = int64(5+i), int32(i)
		offers[i] = update(t, store, next)
	}
	return store, offers
}

func testDrain(t *testing.T, open func(t *testing.T) Store) {
	t.Run("an empty outbox publishes nothing", func(t *testing.T) {
		taken, err := open(t).Outbox.Drain(t.Context(), 10, func(context.Context, []catalog.Offer) error {
			t.Error("publish was called")
			return nil
		})
		if taken != 0 || err != nil {
			t.Errorf("took %d, error %v", taken, err)
		}
	})
	t.Run("takes up to limit, oldest first, and forgets", func(t *testing.T) { testDrainOrder(t, open) })
	t.Run("what was not published comes again", func(t *testing.T) { testRedelivery(t, open) })
	t.Run("ended context", func(t *testing.T) {
		store, offers := changed(t, open, 1)
		ignore := func(context.Context, []catalog.Offer) error { return nil }
		if _, err := store.Outbox.Drain(ended(t), 10, ignore); !errors.Is(err, context.Canceled) {
			t.Errorf("error is %v, want context.Canceled", err)
		}
		if left := drainAll(t, store); !slices.Equal(left, offers) {
			t.Errorf("left are %+v, want %+v", left, offers)
		}
	})
}

func testDrainOrder(t *testing.T, open func(t *testing.T) Store) {
	store, offers := changed(t, open, 5)
	for _, want := range [][]catalog.Offer{offers[:2], offers[2:4], offers[4:]} {
		var got []catalog.Offer
		taken, err := store.Outbox.Drain(t.Context(), 2, func(_ context.Context, offers []catalog.Offer) error {
			got = slices.Clone(offers)
			return nil
		})
		if taken != len(want) || err != nil || !slices.Equal(got, want) {
			t.Errorf("took %d, error %v: %+v, want %+v", taken, err, got, want)
		}
	}
	if left := drainAll(t, store); len(left) != 0 {
		t.Errorf("left are %+v", left)
	}
}

func testRedelivery(t *testing.T, open func(t *testing.T) Store) {
	store, offers := changed(t, open, 3)
	errPublish := errors.New("feed is away")
	for range 2 {
		_, err := store.Outbox.Drain(t.Context(), 2, func(context.Context, []catalog.Offer) error { return errPublish })
		if !errors.Is(err, errPublish) {
			t.Errorf("error is %v, want that of publish", err)
		}
	}
	if left := drainAll(t, store); !slices.Equal(left, offers) {
		t.Errorf("left are %+v, want %+v", left, offers)
	}
}

// testDrainsAtOnce: as none fails, each change is published once.
func testDrainsAtOnce(t *testing.T, open func(t *testing.T) Store) {
	store, offers := changed(t, open, 60)
	var mu sync.Mutex
	seen := make(map[int64]int)
	count := func(_ context.Context, offers []catalog.Offer) error {
		mu.Lock()
		defer mu.Unlock()
		for _, offer := range offers {
			seen[offer.Version]++
		}
		return nil
	}
	var drains sync.WaitGroup
	for range 4 {
		drains.Go(func() {
			for range offers {
				if _, err := store.Outbox.Drain(t.Context(), 3, count); err != nil {
					t.Errorf("drain: %v", err)
				}
			}
		})
	}
	drains.Wait()
	for _, offer := range offers {
		if seen[offer.Version] != 1 {
			t.Errorf("version %d was published %d times, want once", offer.Version, seen[offer.Version])
		}
	}
}
