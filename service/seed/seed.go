// Package seed makes up an assortment to try the service with: the same products for everyone, as many as wanted.
package seed

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"time"

	"example.com/shop/catalog"
)

// opening is when the shop made its first product; each product is half a minute younger than the one before.
var opening = time.Date(2024, time.January, 8, 6, 0, 0, 0, time.UTC)

// Products returns n products with their offers, ids from first on. A product is a function of its id alone, so any
// part of the assortment can be made without the rest.
func Products(first catalog.ProductID, n int) iter.Seq2[catalog.Product, catalog.Offer] {
	return func(yield func(catalog.Product, catalog.Offer) bool) {
		for id := first; id < first+catalog.ProductID(n); id++ {
			if !yield(product(id)) {
				return
			}
		}
	}
}

func product(id catalog.ProductID) (catalog.Product, catalog.Offer) {
	random := rand.New(rand.NewPCG(uint64(id), 0x5eed))
	kind := kinds[random.IntN(len(kinds))]
	created := opening.Add(time.Duration(id) * 30 * time.Second)
	color := pick(random, colors)
	material := pick(random, materials)
	p := catalog.Product{
		ID:          id,
		Name:        fmt.Sprintf("%s %s %s", pick(random, lines), pick(random, cuts), kind.noun),
		Brand:       pick(random, brands),
		Category:    kind.category,
		Color:       color,
		Description: fmt.Sprintf("%s in %s, %s. %s", capital(kind.noun), color, material, pick(random, remarks)),
		Version:     1,
		CreatedAt:   created,
		UpdatedAt:   created,
	}
	return p, catalog.Offer{
		ProductID: id,
		Price:     catalog.Money{MinorUnits: price(random, kind), Currency: "EUR"},
		Stock:     stock(random),
		Version:   1,
		UpdatedAt: created,
	}
}

// price ends in 99 or 95 as prices do, which leaves few different ones: listings by price meet many equal places.
func price(random *rand.Rand, k kind) int64 {
	steps := (k.highest - k.lowest) / 5
	whole := k.lowest + 5*random.Int64N(steps+1)
	ending := int64(99)
	if random.IntN(4) == 0 {
		ending = 95
	}
	return (whole-1)*100 + ending
}

// stock is nothing for one offer in ten.
func stock(random *rand.Rand) int32 {
	if random.IntN(10) == 0 {
		return 0
	}
	return 1 + random.Int32N(200)
}

func pick(random *rand.Rand, words []string) string {
	return words[random.IntN(len(words))]
}

func capital(word string) string {
	return string(word[0]-'a'+'A') + word[1:]
}
