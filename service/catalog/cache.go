package catalog

import (
	"context"
	"time"
)

// Entry is what a cache holds for one id: a record, or the knowledge that there is none.
type Entry[R Record] struct {
	ID         ProductID
	Record     R    // the zero value when Found is false
	Found      bool // false: a negative entry
	LoadedAt   time.Time
	FreshUntil time.Time // after this the entry is only good when the source cannot be read
}

// Version returns the record's version, and 0 for a negative entry: every record is newer than its absence.
func (e Entry[R]) Version() int64 {
	if !e.Found {
		return 0
	}
	return e.Record.RecordVersion()
}

// #region cache-contract

// Cache is a layer that several instances share. It may fail, and no caller needs to know: whatever cannot be read is
// a miss and whatever cannot be written is not, within a short time of its own. Implementations count both.
type Cache[R Record] interface {
	// GetMany returns the entries held for ids, fresh or not, in one round trip.
	GetMany(ctx context.Context, ids []ProductID) map[ProductID]Entry[R]

	// PutMany stores entries, but never over one with a higher version. It returns the entries that it found to be
	// newer than those given; they are the ones to believe.
	PutMany(ctx context.Context, entries []Entry[R]) map[ProductID]Entry[R]
}

// #endregion cache-contract

// Publisher tells every instance of changed offers, and the shared cache first.
type Publisher interface {
	// Publish returns nil only when the shared cache and the feed have taken all of offers.
	Publish(ctx context.Context, offers []Offer) error
}
