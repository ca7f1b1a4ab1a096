package catalogtest

import (
	"context"
	"errors"
	"testing"

	"example.com/shop/catalog"
)

// change returns a change of the offer that item makes, under a key that ends in suffix.
func change(id catalog.ProductID, suffix string) catalog.OfferChange {
	return catalog.OfferChange{
		ProductID: id, Price: catalog.Money{MinorUnits: 1499, Currency: "EUR"}, Stock: 3,
		ExpectedVersion: 5, IdempotencyKey: "key-of-a-change-" + suffix,
	}
}

// update applies a change that must apply.
func update(t *testing.T, store Store, change catalog.OfferChange) catalog.Offer {
	t.Helper()
	offer, err := store.Writer.UpdateOffer(t.Context(), change)
	if err != nil {
		t.Fatalf("update %+v: %v", change, err)
	}
	return offer
}

func testUpdate(t *testing.T, open func(t *testing.T) Store) {
	t.Run("returns the offer that it made", func(t *testing.T) { testApplied(t, open) })
	t.Run("moves the product in listings", func(t *testing.T) { testMoves(t, open) })
	t.Run("refuses", func(t *testing.T) { testRefusals(t, open) })
	t.Run("a refused change leaves no trace", func(t *testing.T) { testRefusedKey(t, open) })
	t.Run("ended context", func(t *testing.T) {
		store := opened(t, open, []Item{item(1, 1999)})
		if _, err := store.Writer.UpdateOffer(ended(t), change(1, "a")); !errors.Is(err, context.Canceled) {
			t.Errorf("error is %v, want context.Canceled", err)
		}
		if offer := offerOf(t, store, 1); offer != item(1, 1999).Offer {
			t.Errorf("offer is %+v afterwards", offer)
		}
	})
}

func testApplied(t *testing.T, open func(t *testing.T) Store) {
	store := opened(t, open, []Item{item(1, 1999), item(2, 1999)})
	wanted := change(1, "a")
	got := update(t, store, wanted)
	want := catalog.Offer{ProductID: 1, Price: wanted.Price, Stock: 3, Version: 6, UpdatedAt: got.UpdatedAt}
	if got != want {
		t.Errorf("answer is %+v, want %+v", got, want)
	}
	if !got.UpdatedAt.After(item(1, 1999).Offer.UpdatedAt) {
		t.Errorf("updated at %s, want later than before", got.UpdatedAt)
	}
	if loaded := offerOf(t, store, 1); loaded != got {
		t.Errorf("loaded %+v, the answer was %+v", loaded, got)
	}
	if other := offerOf(t, store, 2); other != item(2, 1999).Offer {
		t.Errorf("another offer is %+v now", other)
	}
	wanted.ExpectedVersion, wanted.IdempotencyKey = 6, "key-of-the-second-change"
	if got := update(t, store, wanted); got.Version != 7 {
		t.Errorf("same values again: version is %d, want 7", got.Version)
	}
}

func testMoves(t *testing.T, open func(t *testing.T) Store) {
	items := []Item{item(1, 1000), item(2, 2000), item(3, 3000)}
	store := opened(t, open, items)
	moved := change(1, "a")
	moved.Price.MinorUnits, moved.Stock = 2500, 0
	items[0].Offer = update(t, store, moved)
	for _, order := range orders {
		for _, inStock := range []bool{false, true} {
			checkList(t, store, items, catalog.ListQuery{
				Category: "dresses", InStockOnly: inStock, Sort: order, Limit: 10,
			})
		}
	}
}

func testRefusals(t *testing.T, open func(t *testing.T) Store) {
	store := opened(t, open, []Item{item(1, 1999)})
	stale, future, foreign := change(1, "stale"), change(1, "future"), change(1, "foreign")
	stale.ExpectedVersion, future.ExpectedVersion, foreign.Price.Currency = 4, 6, "SEK"
	conflict := func(expected int64) func(error) bool {
		return func(err error) bool {
			var got *catalog.VersionConflictError
			return errors.As(err, &got) && *got == catalog.VersionConflictError{Expected: expected, Actual: 5}
		}
	}
	for _, test := range []struct {
		name   string
		change catalog.OfferChange
		is     func(error) bool
	}{
		{"an id without offer", change(2, "absent"), func(err error) bool { return errors.Is(err, catalog.ErrNotFound) }},
		{"an older version", stale, conflict(4)},
		{"a version to come", future, conflict(6)},
		{"another currency", foreign, func(err error) bool { return errors.Is(err, catalog.ErrCurrency) }},
	} {
		t.Run(test.name, func(t *testing.T) {
			offer, err := store.Writer.UpdateOffer(t.Context(), test.change)
			if !test.is(err) || offer != (catalog.Offer{}) {
				t.Errorf("answer is %+v, error %v", offer, err)
			}
			if offer := offerOf(t, store, 1); offer != item(1, 1999).Offer {
				t.Errorf("offer is %+v afterwards", offer)
			}
		})
	}
	if events := drainAll(t, store); len(events) != 0 {
		t.Errorf("refused changes left events %+v", events)
	}
}

// testRefusedKey: nothing was made for the key, so it is still free.
func testRefusedKey(t *testing.T, open func(t *testing.T) Store) {
	store := opened(t, open, []Item{item(1, 1999)})
	refused := change(1, "a")
	refused.ExpectedVersion = 4
	var conflict *catalog.VersionConflictError
	if _, err := store.Writer.UpdateOffer(t.Context(), refused); !errors.As(err, &conflict) {
		t.Fatalf("error is %v, want a version conflict", err)
	}
	again := refused
	again.ExpectedVersion = conflict.Actual
	if offer := update(t, store, again); offer.Version != 6 {
		t.Errorf("version is %d, want 6", offer.Version)
	}
}
