package catalog

import (
	"context"
	"time"
)

// Source is the truth for one kind of record.
type Source[R Record] interface {
	// Load returns the records of ids that exist, in one round trip. An id that does not exist is absent from the
	// map; that is no error. ids holds no duplicates and at most [MaxBatch] of them.
	//
	// Errors: [OverloadedError] when the source has no room for the call, [ErrUnavailable] when it cannot be reached
	// or does not answer, and the context's error when ctx is done first.
	Load(ctx context.Context, ids []ProductID) (map[ProductID]R, error)
}

// Lookup is what one id brought.
type Lookup[R Record] struct {
	Record R         // the zero value when Found is false
	Found  bool      // false: there is no such record
	Stale  bool      // the source could not be read, and this copy is past its time
	AsOf   time.Time // when it was read from the source
	Err    error     // why it could not be read, and no copy is held; the rest is zero then
}

// #region reader-contract

// Reader answers from copies where it can.
type Reader[R Record] interface {
	// Get returns one lookup for each id, at the id's place. ids may hold duplicates; at most [MaxBatch].
	//
	// Errors: those of [Source.Load], when no id could be answered. When only some could not, having no copy, not
	// even a stale one, those have it in Err.
	Get(ctx context.Context, ids []ProductID) ([]Lookup[R], error)

	// Peek returns the lookup of id when a fresh copy is in this process; it waits for nothing.
	Peek(id ProductID) (Lookup[R], bool)
}

// #endregion reader-contract

// Lister finds which products are in a listing.
type Lister interface {
	// List returns up to query.Limit positions after query.After, in the query's order.
	//
	// Errors: those of [Source.Load].
	List(ctx context.Context, query ListQuery) ([]Position, error)
}

// Writer changes offers.
type Writer interface {
	// UpdateOffer applies change once for each idempotency key and returns the offer that it made. The change, the
	// key and the event for other readers are one transaction.
	//
	// Errors: [ErrNotFound]; [VersionConflictError] when the offer has another version; [ErrCurrency] when the
	// currency is not the offer's; [ErrKeyReused] when the key came before with another change; and those of
	// [Source.Load], after which the change may or may not have been applied: the same call again tells.
	UpdateOffer(ctx context.Context, change OfferChange) (Offer, error)
}

// Outbox holds the changes that other readers have not been told of.
type Outbox interface {
	// Drain takes up to limit changes, oldest first, gives them to publish, and forgets them when publish returns
	// nil. It returns how many it took. Changes may be published twice and out of order, never not at all: a
	// receiver compares versions. Two drains at once take different changes.
	//
	// Errors: publish's own, and those of [Source.Load].
	Drain(ctx context.Context, limit int, publish func(context.Context, []Offer) error) (int, error)
}

// Recommender suggests products that go with one. It is optional: callers go on without it.
type Recommender interface {
	// Recommend returns up to limit ids, best first. An unknown id has none.
	Recommend(ctx context.Context, id ProductID, limit int) ([]ProductID, error)
}

// MaxBatch is the most ids that one call may name, and the most items of a page.
const MaxBatch = 100

// OfferChange is what UpdateOffer is asked to do.
type OfferChange struct {
	ProductID       ProductID
	Price           Money
	Stock           int32
	ExpectedVersion int64
	IdempotencyKey  string
}

// SortOrder is the order of a listing; equal places are ordered by id in the same direction.
type SortOrder uint8

// The orders of a listing.
const (
	Newest SortOrder = iota + 1 // highest id first
	PriceAscending
	PriceDescending
)

// ListQuery asks for part of a category.
type ListQuery struct {
	Category    string
	Brand       string // only this brand; empty: all
	MinPrice    *int64 // minor units, inclusive; nil: no bound
	MaxPrice    *int64 // minor units, inclusive; nil: no bound
	InStockOnly bool
	Sort        SortOrder
	After       *Position // nil: from the start
	Limit       int       // from 1 to MaxBatch+1; one more than the page tells whether another follows
}

// Position is a place in a listing: enough to find the product, and to go on after it.
type Position struct {
	ID    ProductID
	Price int64 // minor units, as the listing was ordered
}
