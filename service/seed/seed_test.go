package seed

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"testing"

	"example.com/shop/catalog"
)

// golden is what the first ten thousand products hash to. Benchmarks and examples are compared over time, so a change
// of the assortment should be meant.
const golden = "af2c4689bc6c7eacf2050d0cb84734cd934e9701ca60c6c97260d83a616a607a"

func TestSameAssortmentForEveryone(t *testing.T) {
	sum := sha256.New()
	for p, o := range Products(1, 10_000) {
		fmt.Fprintf(sum, "%+v %+v\n", p, o)
	}
	if got := hex.EncodeToString(sum.Sum(nil)); got != golden {
		t.Errorf("the assortment is %s, want %s", got, golden)
	}
}

// TestAnyPart: a part of the assortment is the same as in the whole.
func TestAnyPart(t *testing.T) {
	whole := make(map[catalog.ProductID]catalog.Product)
	for p := range Products(1, 300) {
		whole[p.ID] = p
	}
	for p, o := range Products(200, 50) {
		if p != whole[p.ID] || o.ProductID != p.ID {
			t.Errorf("product %d differs when made by itself", p.ID)
		}
	}
	if len(whole) != 300 {
		t.Errorf("%d products, want 300", len(whole))
	}
}

func TestStopsWhenAsked(*testing.T) {
	for p := range Products(1, 1<<40) {
		if p.ID == 3 {
			break
		}
	}
}

// TestPlausible: what a shop would hold, and what the tests of listings need of it.
func TestPlausible(t *testing.T) {
	const n = 20_000
	categories, brands, prices := map[string]int{}, map[string]int{}, map[int64]int{}
	soldOut := 0
	for p, o := range Products(1, n) {
		categories[p.Category]++
		brands[p.Brand]++
		prices[o.Price.MinorUnits]++
		if o.Stock == 0 {
			soldOut++
		}
		if p.Name == "" || p.Color == "" || p.Description == "" || p.Version != 1 || o.Version != 1 ||
			o.Price.Currency != "EUR" || o.Price.MinorUnits < 399 || o.Price.MinorUnits > 100_000 || o.Stock < 0 {
			t.Fatalf("implausible: %+v %+v", p, o)
		}
	}
	if len(categories) != len(kinds) || len(brands) != 24 {
		t.Errorf("%d categories, %d brands", len(categories), len(brands))
	}
	if len(prices) > 200 {
		t.Errorf("%d different prices: too few are equal", len(prices))
	}
	if soldOut < n/12 || soldOut > n/8 {
		t.Errorf("%d of %d are sold out, want about a tenth", soldOut, n)
	}
}
