// Package readthrough answers from copies: first the process's own, then those that instances share, then the source.
//
// Three rules keep copies true. A copy never replaces one with a higher version, in no layer, so a slow reader cannot
// undo a change that came while it read. Where changes are fed, each one replaces the copies, and when the feed is
// lost, copies are fresh for a moment only. And a copy past its time is served only when the source cannot be read,
// and says so.
//
// Records are never deleted: absence has version 0, and would not replace a copy.
package readthrough

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/maypok86/otter/v2"

	"example.com/shop/catalog"
	"example.com/shop/flight"
)

// #region reader

// Reader is a [catalog.Reader] over a [catalog.Source].
type Reader[R catalog.Record] struct {
	options    Options[R]
	local      *otter.Cache[catalog.ProductID, catalog.Entry[R]]
	loads      flight.Group[catalog.ProductID, answer[R]]
	feedStatus atomic.Pointer[feedStatus]
	outage     outage
	counts     counts
}

// #endregion reader

// New returns a reader that holds nothing yet.
func New[R catalog.Record](o Options[R]) *Reader[R] {
	o = o.withDefaults()
	r := &Reader[R]{
		options: o,
		local:   otter.Must(&otter.Options[catalog.ProductID, catalog.Entry[R]]{MaximumSize: o.MaxLocal}),
		loads:   flight.Group[catalog.ProductID, answer[R]]{MaxDuration: o.LoadTimeout},
	}
	r.feedStatus.Store(&feedStatus{lost: o.Fed})
	return r
}

// Get implements [catalog.Reader].
func (r *Reader[R]) Get(ctx context.Context, ids []catalog.ProductID) ([]catalog.Lookup[R], error) {
	lookups := make([]catalog.Lookup[R], len(ids))
	var missing []catalog.ProductID
	now := r.options.Clock()
	for i, id := range ids {
		e, ok := r.local.GetIfPresent(id)
		if ok && r.fresh(&e, now) {
			lookups[i] = lookup(&e, false)
		} else {
			missing = append(missing, id)
		}
	}
	r.counts.localHits.Add(uint64(len(ids) - len(missing)))
	if len(missing) == 0 {
		return lookups, nil
	}
	fetched, err := r.fetch(ctx, missing)
	if err != nil {
		return nil, err
	}
	for i, id := range ids {
		if l, ok := fetched[id]; ok {
			lookups[i] = l
		}
	}
	return lookups, noneAnswered(lookups)
}

// noneAnswered returns the error of the first lookup if all have one.
func noneAnswered[R catalog.Record](lookups []catalog.Lookup[R]) error {
	for i := range lookups {
		if lookups[i].Err == nil {
			return nil
		}
	}
	return lookups[0].Err
}

// Peek implements [catalog.Reader]. It allocates nothing.
func (r *Reader[R]) Peek(id catalog.ProductID) (catalog.Lookup[R], bool) {
	e, ok := r.local.GetIfPresent(id)
	if !ok || !r.fresh(&e, r.options.Clock()) {
		return catalog.Lookup[R]{}, false
	}
	r.counts.localHits.Add(1)
	return lookup(&e, false), true
}

func lookup[R catalog.Record](e *catalog.Entry[R], stale bool) catalog.Lookup[R] {
	return catalog.Lookup[R]{Record: e.Record, Found: e.Found, Stale: stale, AsOf: e.LoadedAt}
}

// fresh tells whether e may be served without asking anybody.
func (r *Reader[R]) fresh(e *catalog.Entry[R], now time.Time) bool {
	return now.Before(e.FreshUntil) && r.feedStatus.Load().covers(e.LoadedAt, now, r.options.UnfedFor)
}

// usable tells whether e may be served when the source cannot be read.
func (r *Reader[R]) usable(e *catalog.Entry[R], now time.Time) bool {
	return now.Sub(e.LoadedAt) < r.options.StaleFor
}

// #region keep

// keep stores e in the process unless a newer entry is there, and returns the one that is there afterwards.
func (r *Reader[R]) keep(e catalog.Entry[R]) catalog.Entry[R] {
	kept, _ := r.local.Compute(e.ID, func(held catalog.Entry[R], found bool) (catalog.Entry[R], otter.ComputeOp) {
		if found && newer(&held, &e) {
			return held, otter.CancelOp
		}
		return e, otter.WriteOp
	})
	return kept
}

// #endregion keep

// #region newer

// newer tells whether a is newer than b: by version, and for one version by when it was loaded.
func newer[R catalog.Record](a, b *catalog.Entry[R]) bool {
	if a.Version() != b.Version() {
		return a.Version() > b.Version()
	}
	return a.LoadedAt.After(b.LoadedAt)
}

// #endregion newer

// #region until

// until returns when an entry loaded at the given time stops being fresh.
func (r *Reader[R]) until(loaded time.Time, found bool) time.Time {
	d := r.options.FreshFor
	if !found {
		d = r.options.NegativeFor
	}
	return loaded.Add(time.Duration(float64(d) * (1 - r.options.Jitter*r.options.Rand())))
}

// #endregion until
