// Package lostcontext is wrong on purpose: Detached goes on working for a caller that has left, as
// TestDetachedWorksOnForNobody shows.
package lostcontext

import (
	"context"

	"example.com/shop/catalog"
)

// Offers is where offers are read.
type Offers = catalog.Source[catalog.Offer]

// #region detached

// Detached reads the offer of id. Wrong: a new context has neither the
// caller's deadline nor its cancellation, nor the trace that hangs on
// it.
func Detached(_ context.Context, offers Offers, id catalog.ProductID) (catalog.Offer, error) {
	found, err := offers.Load(context.Background(), []catalog.ProductID{id})
	return found[id], err
}

// #endregion detached

// #region passed

// Passed gives the source the context that it got.
func Passed(ctx context.Context, offers Offers, id catalog.ProductID) (catalog.Offer, error) {
	found, err := offers.Load(ctx, []catalog.ProductID{id})
	return found[id], err
}

// #endregion passed
