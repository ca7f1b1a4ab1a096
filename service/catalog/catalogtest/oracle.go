package catalogtest

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"

	"example.com/shop/catalog"
)

// assortment is a few hundred items with few prices, so that most places in an order by price are shared.
func assortment() []Item {
	random := rand.New(rand.NewPCG(7, 11))
	categories := []string{"dresses", "t-shirts", "dresses-long"}
	brands := []string{"Fjordgård", "fjordgård", "Tessel & Thorn", "O'Malva"}
	prices := []int64{0, 1, 1999, 2000, 4995, 4995, 4995, 1_000_000_000_000}
	items := make([]Item, 400)
	for i := range items {
		it := item(catalog.ProductID(10+3*i), prices[random.IntN(len(prices))])
		it.Product.Category = categories[random.IntN(len(categories))]
		it.Product.Brand = brands[random.IntN(len(brands))]
		it.Offer.Stock = int32(random.IntN(3))
		items[i] = it
	}
	random.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
	return items
}

// expected answers query the slow and plain way.
func expected(items []Item, query catalog.ListQuery) []catalog.Position {
	positions := []catalog.Position{}
	for _, it := range items {
		position := catalog.Position{ID: it.Product.ID, Price: it.Offer.Price.MinorUnits}
		if matches(it, query) && (query.After == nil || compare(query.Sort, position, *query.After) > 0) {
			positions = append(positions, position)
		}
	}
	slices.SortFunc(positions, func(a, b catalog.Position) int { return compare(query.Sort, a, b) })
	return positions[:min(query.Limit, len(positions))]
}

func matches(it Item, query catalog.ListQuery) bool {
	price := it.Offer.Price.MinorUnits
	return it.Product.Category == query.Category &&
		(query.Brand == "" || it.Product.Brand == query.Brand) &&
		(query.MinPrice == nil || price >= *query.MinPrice) &&
		(query.MaxPrice == nil || price <= *query.MaxPrice) &&
		(!query.InStockOnly || it.Offer.Stock > 0)
}

// compare is negative when a comes before b.
func compare(order catalog.SortOrder, a, b catalog.Position) int {
	switch order {
	case catalog.PriceAscending:
		return cmp.Or(cmp.Compare(a.Price, b.Price), cmp.Compare(a.ID, b.ID))
	case catalog.PriceDescending:
		return cmp.Or(cmp.Compare(b.Price, a.Price), cmp.Compare(b.ID, a.ID))
	default:
		return cmp.Compare(b.ID, a.ID)
	}
}

var orders = []catalog.SortOrder{catalog.Newest, catalog.PriceAscending, catalog.PriceDescending}

// queries is every combination of filter, order and start, with the limits that a page has.
func queries() []catalog.ListQuery {
	bounds := []*int64{nil, new(int64(1999)), new(int64(4995)), new(int64(3000))}
	starts := []*catalog.Position{nil, {ID: 610, Price: 4995}, {ID: 611, Price: 4994}, {ID: 1, Price: 0}}
	var all []catalog.ListQuery
	for _, order := range orders {
		for _, brand := range []string{"", "Fjordgård", "O'Malva", "FJORDGÅRD", `" OR 1=1 --`} {
			for _, lowest := range bounds {
				for _, highest := range bounds {
					for i, start := range starts {
						all = append(all, catalog.ListQuery{
							Category: "dresses", Brand: brand, MinPrice: lowest, MaxPrice: highest,
							InStockOnly: len(all)%2 == 0, Sort: order, After: start,
							Limit: []int{1, 24, catalog.MaxBatch, catalog.MaxBatch + 1}[(i+len(all)/4)%4],
						})
					}
				}
			}
		}
	}
	return all
}

// describe makes a query readable in a failure.
func describe(query catalog.ListQuery) string {
	text := fmt.Sprintf("category %q brand %q stock %t order %d limit %d",
		query.Category, query.Brand, query.InStockOnly, query.Sort, query.Limit)
	if query.MinPrice != nil {
		text += fmt.Sprintf(" from %d", *query.MinPrice)
	}
	if query.MaxPrice != nil {
		text += fmt.Sprintf(" to %d", *query.MaxPrice)
	}
	if query.After != nil {
		text += fmt.Sprintf(" after %+v", *query.After)
	}
	return text
}
