package readthrough

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.com/shop/catalog"
)

type answers[R catalog.Record] map[catalog.ProductID]answer[R]

// #region load

// load asks one layer after the other, each once for all ids that the one before had no fresh entry of. On the way, a
// stale answer is noted for each id that has a copy; it stays if the source fails.
func (r *Reader[R]) load(
	ctx context.Context, ids []catalog.ProductID,
) (map[catalog.ProductID]answer[R], error) { //nolint:unparam // flight's signature; each answer has its own error
	found := make(answers[R], len(ids))
	rest := r.fromLocal(ids, found)
	rest = r.fromShared(ctx, rest, found)
	r.fromSource(ctx, rest, found)
	return found, nil
}

// #endregion load

// fromLocal looks again: another load may have ended after the caller looked, and before this one began.
func (r *Reader[R]) fromLocal(ids []catalog.ProductID, found answers[R]) (rest []catalog.ProductID) {
	now := r.options.Clock()
	for _, id := range ids {
		e, ok := r.local.GetIfPresent(id)
		if !ok || !r.note(e, now, found) {
			rest = append(rest, id)
		}
	}
	return rest
}

func (r *Reader[R]) fromShared(
	ctx context.Context, ids []catalog.ProductID, found answers[R],
) (rest []catalog.ProductID) {
	if r.options.Shared == nil || len(ids) == 0 {
		return ids
	}
	held := r.options.Shared.GetMany(ctx, ids)
	now := r.options.Clock()
	for _, id := range ids {
		e, ok := held[id]
		if !ok || !r.note(r.keep(e), now, found) {
			rest = append(rest, id)
		}
	}
	r.counts.sharedHits.Add(uint64(len(ids) - len(rest)))
	return rest
}

// note makes e the answer for its id, stale if it is not fresh, and tells whether it is.
func (r *Reader[R]) note(e catalog.Entry[R], now time.Time, found answers[R]) (fresh bool) {
	fresh = r.fresh(&e, now)
	if fresh || r.usable(&e, now) {
		found[e.ID] = answer[R]{entry: e, stale: !fresh}
	}
	return fresh
}

// #region from-source

func (r *Reader[R]) fromSource(ctx context.Context, ids []catalog.ProductID, found answers[R]) {
	loaded := r.options.Clock() // before the load: what it brings may be as old as this
	if r.outage.spares(loaded, r.options.LoadTimeout) {
		ids = without(ids, found)
	}
	if len(ids) == 0 {
		return
	}
	r.counts.loads.Add(1)
	records, err := r.options.Source.Load(ctx, ids)
	if err != nil {
		r.fail(ctx, ids, err, found)
		return
	}
	r.outage.end()
	r.counts.loaded.Add(uint64(len(ids)))
	r.store(ctx, ids, records, loaded, found)
}

// #endregion from-source

// #region store

// store keeps what the source brought, in both layers, and believes what it finds there to be newer.
func (r *Reader[R]) store(
	ctx context.Context, ids []catalog.ProductID, records map[catalog.ProductID]R, loaded time.Time, found answers[R],
) {
	entries := make([]catalog.Entry[R], len(ids))
	for i, id := range ids {
		record, ok := records[id]
		entries[i] = catalog.Entry[R]{
			ID: id, Record: record, Found: ok, LoadedAt: loaded, FreshUntil: r.until(loaded, ok),
		}
	}
	var winners map[catalog.ProductID]catalog.Entry[R]
	if r.options.Shared != nil {
		winners = r.options.Shared.PutMany(ctx, entries)
	}
	for _, e := range entries {
		if winner, ok := winners[e.ID]; ok {
			e = winner
		}
		found[e.ID] = answer[R]{entry: r.keep(e)}
	}
}

// #endregion store

// #region fail

// fail answers ids with err, but leaves the stale answers where the source just cannot be read now.
func (r *Reader[R]) fail(ctx context.Context, ids []catalog.ProductID, err error, found answers[R]) {
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		err = fmt.Errorf("load: no answer within %s: %w", r.options.LoadTimeout, catalog.ErrUnavailable)
	}
	pause, passing := r.passing(err)
	if errors.Is(ctx.Err(), context.Canceled) {
		passing = false // nobody waits any more; an error that we caused says nothing of the source
	} else {
		r.counts.loadErrors.Add(1)
	}
	if passing {
		r.outage.start(r.options.Clock().Add(pause))
		ids = without(ids, found)
	}
	for _, id := range ids {
		found[id] = answer[R]{err: err, soft: passing}
	}
}

// #endregion fail

// passing tells whether err will go away by itself, and when it is worth asking again.
func (r *Reader[R]) passing(err error) (pause time.Duration, ok bool) {
	if overloaded, ok := errors.AsType[*catalog.OverloadedError](err); ok {
		if overloaded.RetryAfter > 0 {
			return min(overloaded.RetryAfter, r.options.DownFor), true
		}
		return r.options.DownFor, true
	}
	return r.options.DownFor, errors.Is(err, catalog.ErrUnavailable)
}

// without returns the ids that have no answer yet.
func without[R catalog.Record](ids []catalog.ProductID, found answers[R]) (rest []catalog.ProductID) {
	for _, id := range ids {
		if _, ok := found[id]; !ok {
			rest = append(rest, id)
		}
	}
	return rest
}
