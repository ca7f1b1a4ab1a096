package grpcapi

import (
	"context"

	"example.com/shop/catalog"
	catalogv1 "example.com/shop/gen/shop/catalog/v1"
)

const defaultPageSize = 24 // divides by 2, 3 and 4, as the columns of a listing do

// ListProducts asks the lister for positions only and reads the items through the caches: the listing's query stays
// inside its index, and an item has the same price here as on its own page.
func (s *server) ListProducts(ctx context.Context, req *catalogv1.ListProductsRequest) (*catalogv1.ListProductsResponse, error) {
	query, err := s.listQuery(req)
	if err != nil {
		return nil, err
	}
	pageSize := query.Limit
	query.Limit++ // one more tells whether another page follows
	positions, err := s.Lister.List(ctx, query)
	if err != nil {
		return nil, err
	}
	response := new(catalogv1.ListProductsResponse)
	if len(positions) > pageSize {
		positions = positions[:pageSize]
		response.NextPageToken = s.Tokens.Encode(query, positions[pageSize-1])
	}
	items, err := s.readItems(ctx, positionIDs(positions))
	if err != nil {
		return nil, err
	}
	// A page with a hole would look like a shorter page, so an item that cannot be read fails it.
	response.Items, err = messages(items)
	if err != nil {
		return nil, err
	}
	return response, nil
}

func (s *server) listQuery(req *catalogv1.ListProductsRequest) (catalog.ListQuery, error) {
	query := catalog.ListQuery{
		Category:    req.GetCategory(),
		Brand:       req.GetBrand(),
		MinPrice:    req.MinPrice,
		MaxPrice:    req.MaxPrice,
		InStockOnly: req.GetInStockOnly(),
		Sort:        sortOrder(req.GetSortOrder()),
		Limit:       defaultPageSize,
	}
	if size := req.GetPageSize(); size > 0 {
		query.Limit = int(size)
	}
	if token := req.GetPageToken(); token != "" {
		position, err := s.Tokens.Decode(query, token)
		if err != nil {
			return catalog.ListQuery{}, err
		}
		query.After = &position
	}
	return query, nil
}

func sortOrder(order catalogv1.SortOrder) catalog.SortOrder {
	switch order {
	case catalogv1.SortOrder_SORT_ORDER_PRICE_ASCENDING:
		return catalog.PriceAscending
	case catalogv1.SortOrder_SORT_ORDER_PRICE_DESCENDING:
		return catalog.PriceDescending
	default:
		return catalog.Newest
	}
}

func positionIDs(positions []catalog.Position) []catalog.ProductID {
	ids := make([]catalog.ProductID, len(positions))
	for i, position := range positions {
		ids[i] = position.ID
	}
	return ids
}
