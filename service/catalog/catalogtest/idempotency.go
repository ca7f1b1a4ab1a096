package catalogtest

import (
	"errors"
	"testing"

	"example.com/shop/catalog"
)

func testIdempotency(t *testing.T, open func(t *testing.T) Store) {
	t.Run("a retry gets the first answer", func(t *testing.T) { testRetry(t, open) })
	t.Run("is refused for another change", func(t *testing.T) { testReuse(t, open) })
	t.Run("is compared exactly", func(t *testing.T) {
		store := opened(t, open, []Item{item(1, 1999), item(2, 1999)})
		update(t, store, change(1, "abc"))
		if offer := update(t, store, change(2, "ABC")); offer.ProductID != 2 {
			t.Errorf("answer is %+v, want that of product 2", offer)
		}
	})
}

func testRetry(t *testing.T, open func(t *testing.T) Store) {
	store := opened(t, open, []Item{item(1, 1999)})
	first := update(t, store, change(1, "first"))
	if again := update(t, store, change(1, "first")); again != first {
		t.Errorf("retry answers %+v, first answer was %+v", again, first)
	}
	later := change(1, "later")
	later.ExpectedVersion, later.Price.MinorUnits = 6, 999
	second := update(t, store, later)
	if again := update(t, store, change(1, "first")); again != first {
		t.Errorf("retry after another change answers %+v, first answer was %+v", again, first)
	}
	if offer := offerOf(t, store, 1); offer != second {
		t.Errorf("offer is %+v, want %+v: a retry must change nothing", offer, second)
	}
	events := drainAll(t, store)
	if len(events) != 2 || events[0] != first || events[1] != second {
		t.Errorf("events are %+v, want one for each change", events)
	}
}

func testReuse(t *testing.T, open func(t *testing.T) Store) {
	store := opened(t, open, []Item{item(1, 1999), item(2, 1999)})
	first := update(t, store, change(1, "a"))
	for name, differ := range map[string]func(*catalog.OfferChange){
		"product":  func(c *catalog.OfferChange) { c.ProductID = 2 },
		"absent":   func(c *catalog.OfferChange) { c.ProductID = 404 },
		"amount":   func(c *catalog.OfferChange) { c.Price.MinorUnits++ },
		"currency": func(c *catalog.OfferChange) { c.Price.Currency = "SEK" },
		"stock":    func(c *catalog.OfferChange) { c.Stock++ },
		"version":  func(c *catalog.OfferChange) { c.ExpectedVersion++ },
	} {
		t.Run(name, func(t *testing.T) {
			other := change(1, "a")
			differ(&other)
			if _, err := store.Writer.UpdateOffer(t.Context(), other); !errors.Is(err, catalog.ErrKeyReused) {
				t.Errorf("error is %v, want ErrKeyReused", err)
			}
		})
	}
	if offer := offerOf(t, store, 1); offer != first {
		t.Errorf("offer 1 is %+v, want %+v", offer, first)
	}
	if offer := offerOf(t, store, 2); offer != item(2, 1999).Offer {
		t.Errorf("offer 2 is %+v, want it unchanged", offer)
	}
}
