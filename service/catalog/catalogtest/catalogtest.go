// Package catalogtest is the contract of a catalogue's store as tests. What the comments in package catalog promise,
// Run demands; an implementation that passes can stand in for any other.
package catalogtest

import (
	"context"
	"testing"
	"time"

	"example.com/shop/catalog"
)

// Store is what is tested: an empty store, through each of its interfaces.
type Store struct {
	Products catalog.Source[catalog.Product]
	Offers   catalog.Source[catalog.Offer]
	Lister   catalog.Lister
	Writer   catalog.Writer
	Outbox   catalog.Outbox

	// Add puts products with their offers into the store, as they are. It adds nothing to the outbox.
	Add func(ctx context.Context, items []Item) error
}

// Item is a product with its offer.
type Item struct {
	Product catalog.Product
	Offer   catalog.Offer
}

// Concurrency is how many calls Run makes at once. The store must take that many and refuse none.
const Concurrency = 50

// #region run

// Run tests the stores that open returns. Each call of open gives a store of its own, which open closes with t.Cleanup.
func Run(t *testing.T, open func(t *testing.T) Store) {
	t.Run("Load", func(t *testing.T) { testLoad(t, open) })
	t.Run("List", func(t *testing.T) { testList(t, open) })
	t.Run("Paging", func(t *testing.T) { testPaging(t, open) })
	t.Run("UpdateOffer", func(t *testing.T) { testUpdate(t, open) })
	t.Run("IdempotencyKey", func(t *testing.T) { testIdempotency(t, open) })
	t.Run("Concurrency", func(t *testing.T) { testConcurrency(t, open) })
	t.Run("Drain", func(t *testing.T) { testDrain(t, open) })
}

// #endregion run

// opened returns a store that holds items.
func opened(t *testing.T, open func(t *testing.T) Store, items []Item) Store {
	t.Helper()
	store := open(t)
	if err := store.Add(t.Context(), items); err != nil {
		t.Fatalf("add %d items: %v", len(items), err)
	}
	return store
}

// epoch is when the items were made. Its microseconds are the finest that a store must keep.
var epoch = time.Date(2025, time.March, 30, 1, 59, 59, 999_999_000, time.UTC)

// item returns a plain product in the category "dresses".
func item(id catalog.ProductID, price int64) Item {
	return Item{
		Product: catalog.Product{
			ID: id, Name: "Wrap dress", Brand: "Fjordgård", Category: "dresses", Color: "moss",
			Description: "Ties at the side.\n100 % linen; it's “easy” 👗.", Version: 3,
			CreatedAt: epoch, UpdatedAt: epoch.Add(time.Hour),
		},
		Offer: catalog.Offer{
			ProductID: id, Price: catalog.Money{MinorUnits: price, Currency: "EUR"},
			Stock: 7, Version: 5, UpdatedAt: epoch.Add(time.Minute),
		},
	}
}

// offerOf loads the offer of id.
func offerOf(t *testing.T, store Store, id catalog.ProductID) catalog.Offer {
	t.Helper()
	offers, err := store.Offers.Load(t.Context(), []catalog.ProductID{id})
	if err != nil {
		t.Fatalf("load offer %d: %v", id, err)
	}
	offer, found := offers[id]
	if !found {
		t.Fatalf("load offer %d: absent", id)
	}
	return offer
}

func ended(t *testing.T) context.Context {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	return ctx
}
