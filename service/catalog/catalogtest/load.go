package catalogtest

import (
	"context"
	"errors"
	"testing"

	"example.com/shop/catalog"
)

func testLoad(t *testing.T, open func(t *testing.T) Store) {
	var items []Item
	products := make(map[catalog.ProductID]catalog.Product)
	offers := make(map[catalog.ProductID]catalog.Offer)
	for id := catalog.ProductID(1); id <= catalog.MaxBatch; id++ {
		it := item(id, 1999+int64(id))
		items = append(items, it)
		products[id], offers[id] = it.Product, it.Offer
	}
	highest := item(1<<62, 1_000_000_000_000)
	items = append(items, highest)
	products[1<<62], offers[1<<62] = highest.Product, highest.Offer
	store := opened(t, open, items)
	t.Run("Products", func(t *testing.T) { testSource(t, store.Products, products) })
	t.Run("Offers", func(t *testing.T) { testSource(t, store.Offers, offers) })
}

func testSource[R catalog.Record](t *testing.T, source catalog.Source[R], held map[catalog.ProductID]R) {
	full := make([]catalog.ProductID, catalog.MaxBatch)
	for i := range full {
		full[i] = catalog.ProductID(i + 1)
	}
	for name, ids := range map[string][]catalog.ProductID{
		"one id":                          {1},
		"highest id":                      {1 << 62},
		"a full batch":                    full,
		"any order":                       {9, 3, 77, 1},
		"an absent id":                    {4_000_000},
		"present ones among absent ones":  {101, 2, 1<<62 + 1, 1<<63 - 1, 50},
		"ids that cannot be: 0, negative": {0, -1},
		"no id":                           {},
	} {
		t.Run(name, func(t *testing.T) {
			loaded, err := source.Load(t.Context(), ids)
			if err != nil {
				t.Fatal(err)
			}
			checkLoaded(t, ids, loaded, held)
		})
	}
	t.Run("ended context", func(t *testing.T) {
		if _, err := source.Load(ended(t), []catalog.ProductID{1}); !errors.Is(err, context.Canceled) {
			t.Errorf("error is %v, want context.Canceled", err)
		}
	})
}

// checkLoaded demands of each id that exists its record, and of the others that they are absent.
func checkLoaded[R catalog.Record](
	t *testing.T, ids []catalog.ProductID, loaded, held map[catalog.ProductID]R,
) {
	t.Helper()
	want := 0
	for _, id := range ids {
		record, exists := held[id]
		if !exists {
			continue
		}
		want++
		if got, found := loaded[id]; !found || got != record {
			t.Errorf("id %d: got %+v, want %+v", id, got, record)
		}
	}
	if len(loaded) != want {
		t.Errorf("loaded %d records, want %d", len(loaded), want)
	}
}
