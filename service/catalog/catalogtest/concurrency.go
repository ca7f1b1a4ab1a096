package catalogtest

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"example.com/shop/catalog"
)

// result is what one of many calls at once returned.
type result struct {
	offer catalog.Offer
	err   error
}

// atOnce makes the changes at the same time.
func atOnce(t *testing.T, store Store, changes []catalog.OfferChange) []result {
	t.Helper()
	results := make([]result, len(changes))
	start := make(chan struct{})
	var calls sync.WaitGroup
	for i, change := range changes {
		calls.Go(func() {
			<-start
			results[i].offer, results[i].err = store.Writer.UpdateOffer(t.Context(), change)
		})
	}
	close(start)
	calls.Wait()
	return results
}

func testConcurrency(t *testing.T, open func(t *testing.T) Store) {
	t.Run("one of many changes to a version wins", func(t *testing.T) { testOneWins(t, open) })
	t.Run("one key applies once", func(t *testing.T) { testOneKey(t, open) })
	t.Run("changes to different offers all apply", func(t *testing.T) { testAllApply(t, open) })
	t.Run("drains take different changes", func(t *testing.T) { testDrainsAtOnce(t, open) })
}

func testOneWins(t *testing.T, open func(t *testing.T) Store) {
	store := opened(t, open, []Item{item(1, 1999)})
	changes := make([]catalog.OfferChange, Concurrency)
	for i := range changes {
		changes[i] = change(1, fmt.Sprint(i))
		changes[i].Price.MinorUnits = int64(i)
	}
	var winner catalog.Offer
	for _, result := range atOnce(t, store, changes) {
		var conflict *catalog.VersionConflictError
		switch {
		case result.err == nil && winner == catalog.Offer{}:
			winner = result.offer
		case result.err == nil:
			t.Errorf("%+v won as well as %+v", result.offer, winner)
		case !errors.As(result.err, &conflict):
			t.Errorf("error is %v, want a version conflict", result.err)
		}
	}
	if offer := offerOf(t, store, 1); offer != winner || offer.Version != 6 {
		t.Errorf("offer is %+v, the winner was %+v", offer, winner)
	}
	if events := drainAll(t, store); len(events) != 1 || events[0] != winner {
		t.Errorf("events are %+v, want the winner's only", events)
	}
}

func testOneKey(t *testing.T, open func(t *testing.T) Store) {
	store := opened(t, open, []Item{item(1, 1999)})
	changes := make([]catalog.OfferChange, Concurrency)
	for i := range changes {
		changes[i] = change(1, "same")
	}
	results := atOnce(t, store, changes)
	for _, result := range results {
		if result.err != nil || result.offer != results[0].offer {
			t.Errorf("answer is %+v, error %v; want %+v for all", result.offer, result.err, results[0].offer)
		}
	}
	if offer := offerOf(t, store, 1); offer != results[0].offer || offer.Version != 6 {
		t.Errorf("offer is %+v, the answer was %+v", offer, results[0].offer)
	}
	if events := drainAll(t, store); len(events) != 1 {
		t.Errorf("%d events, want 1", len(events))
	}
}

func testAllApply(t *testing.T, open func(t *testing.T) Store) {
	var items []Item
	var changes []catalog.OfferChange
	for id := catalog.ProductID(1); id <= Concurrency; id++ {
		items = append(items, item(id, 1999))
		changes = append(changes, change(id, fmt.Sprint(id)))
	}
	store := opened(t, open, items)
	for i, result := range atOnce(t, store, changes) {
		if result.err != nil {
			t.Errorf("update offer %d: %v", i+1, result.err)
		} else if offer := offerOf(t, store, changes[i].ProductID); offer != result.offer {
			t.Errorf("offer is %+v, the answer was %+v", offer, result.offer)
		}
	}
	if events := drainAll(t, store); len(events) != Concurrency {
		t.Errorf("%d events, want %d", len(events), Concurrency)
	}
}
