package catalogtest

import (
	"context"
	"errors"
	"slices"
	"testing"

	"example.com/shop/catalog"
)

func testList(t *testing.T, open func(t *testing.T) Store) {
	items := assortment()
	store := opened(t, open, items)
	t.Run("every filter and order", func(t *testing.T) {
		for _, query := range queries() {
			for _, query.InStockOnly = range []bool{false, true} {
				checkList(t, store, items, query)
			}
		}
	})
	t.Run("a category is compared exactly", func(t *testing.T) {
		for _, category := range []string{"t-shirts", "dresses-long", "dress", "Dresses", "drésses", "", "'; --"} {
			for _, order := range orders {
				checkList(t, store, items, catalog.ListQuery{Category: category, Sort: order, Limit: 10})
			}
		}
	})
	t.Run("ended context", func(t *testing.T) {
		query := catalog.ListQuery{Category: "dresses", Sort: catalog.Newest, Limit: 1}
		if _, err := store.Lister.List(ended(t), query); !errors.Is(err, context.Canceled) {
			t.Errorf("error is %v, want context.Canceled", err)
		}
	})
}

func checkList(t *testing.T, store Store, items []Item, query catalog.ListQuery) {
	t.Helper()
	got, err := store.Lister.List(t.Context(), query)
	if err != nil {
		t.Fatalf("%s: %v", describe(query), err)
	}
	if want := expected(items, query); !slices.Equal(got, want) {
		t.Errorf("%s:\n got %v\nwant %v", describe(query), got, want)
	}
}

// testPaging walks whole listings while others add products: before, among and behind those already seen.
func testPaging(t *testing.T, open func(t *testing.T) Store) {
	items := assortment()
	store := opened(t, open, items)
	next := catalog.ProductID(1_000_000)
	addSome := func() {
		added := []Item{item(next, 0), item(next+1, 4995), item(next+2, 1_000_000_000_000)}
		next += 3
		if err := store.Add(t.Context(), added); err != nil {
			t.Fatalf("add: %v", err)
		}
	}
	for _, order := range orders {
		for _, size := range []int{1, 7, 100} {
			query := catalog.ListQuery{Category: "dresses", Brand: "Fjordgård", Sort: order, Limit: size}
			highest := next
			seen := walk(t, store, query, addSome)
			checkOrder(t, query, seen)
			// Those added meanwhile may be among them or not; those from before must be, once.
			before := slices.DeleteFunc(seen, func(p catalog.Position) bool { return p.ID >= highest })
			query.Limit = len(items) + int(highest)
			if want := expected(present(items, highest), query); !slices.Equal(before, want) {
				t.Errorf("%s: pages hold %d positions, want %d", describe(query), len(before), len(want))
			}
		}
	}
}

// present is items with those that testPaging has added up to now.
func present(items []Item, next catalog.ProductID) []Item {
	all := slices.Clone(items)
	for id := catalog.ProductID(1_000_000); id < next; id += 3 {
		all = append(all, item(id, 0), item(id+1, 4995), item(id+2, 1_000_000_000_000))
	}
	return all
}

// walk returns the positions of all pages; it calls between after each of the first few.
func walk(t *testing.T, store Store, query catalog.ListQuery, between func()) []catalog.Position {
	t.Helper()
	var seen []catalog.Position
	for pages := 0; ; pages++ {
		page, err := store.Lister.List(t.Context(), query)
		if err != nil {
			t.Fatalf("%s: %v", describe(query), err)
		}
		seen = append(seen, page...)
		if len(page) < query.Limit {
			return seen
		}
		query.After = &page[len(page)-1]
		if pages < 3 {
			between()
		}
	}
}

func checkOrder(t *testing.T, query catalog.ListQuery, seen []catalog.Position) {
	t.Helper()
	for i := 1; i < len(seen); i++ {
		if compare(query.Sort, seen[i-1], seen[i]) >= 0 {
			t.Errorf("%s: %+v comes before %+v", describe(query), seen[i-1], seen[i])
		}
	}
}
