package main

import (
	"context"
	"slices"
	"time"

	"example.com/shop/catalog"
)

// reader is a [catalog.Reader] that holds nothing and asks the source every time.
type reader[R catalog.Record] struct {
	source catalog.Source[R]
}

// Get implements [catalog.Reader].
func (r reader[R]) Get(ctx context.Context, ids []catalog.ProductID) ([]catalog.Lookup[R], error) {
	distinct := slices.Clone(ids)
	slices.Sort(distinct)
	records, err := r.source.Load(ctx, slices.Compact(distinct))
	if err != nil {
		return nil, err
	}
	now := time.Now()
	lookups := make([]catalog.Lookup[R], len(ids))
	for i, id := range ids {
		record, found := records[id]
		lookups[i] = catalog.Lookup[R]{Record: record, Found: found, AsOf: now}
	}
	return lookups, nil
}

// Peek implements [catalog.Reader]; there is never a copy.
func (reader[R]) Peek(catalog.ProductID) (catalog.Lookup[R], bool) {
	return catalog.Lookup[R]{}, false
}
