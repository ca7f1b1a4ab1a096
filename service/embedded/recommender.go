package embedded

import (
	"context"

	"example.com/shop/catalog"
)

// Recommender stands in for the other team's service: it recommends the products that follow.
type Recommender struct {
	Products int // ids go from 1 to this
}

// Recommend implements [catalog.Recommender].
func (r Recommender) Recommend(_ context.Context, id catalog.ProductID, limit int) ([]catalog.ProductID, error) {
	last := catalog.ProductID(r.Products)
	if id > last {
		return nil, nil
	}
	var ids []catalog.ProductID
	for other := id + 1; other <= last && len(ids) < limit; other++ {
		ids = append(ids, other)
	}
	return ids, nil
}
