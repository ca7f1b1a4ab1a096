package readthrough

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.com/shop/catalog"
)

// answer is what a load brought for one id: an entry or an error.
type answer[R catalog.Record] struct {
	entry catalog.Entry[R]
	stale bool // the source could not be read, and entry is past its time
	err   error
	soft  bool // err is of the kind that a stale copy helps against
}

// fetch returns lookups of ids that the process holds no fresh copy of. It shares loads with other callers.
func (r *Reader[R]) fetch(
	ctx context.Context, ids []catalog.ProductID,
) (map[catalog.ProductID]catalog.Lookup[R], error) {
	waiting, cancel := leaveEarly(ctx)
	defer cancel()
	answers, err := r.loads.Do(waiting, ids, r.load)
	late := err != nil && errors.Is(waiting.Err(), context.DeadlineExceeded) && !errors.Is(ctx.Err(), context.Canceled)
	if err != nil && !late {
		return nil, fmt.Errorf("get %d records: %w", len(ids), err)
	}
	lookups := make(map[catalog.ProductID]catalog.Lookup[R], len(ids))
	now := r.options.Clock()
	for _, id := range ids {
		a := answers[id]
		if late {
			a = answer[R]{err: err, soft: true}
		}
		lookups[id] = r.settle(id, a, now)
	}
	return lookups, nil
}

// leaveEarly ends a little before ctx's deadline: an answer from a copy is only of use if it still gets to the caller.
func leaveEarly(ctx context.Context) (context.Context, context.CancelFunc) {
	deadline, ok := ctx.Deadline()
	if !ok {
		return ctx, func() {}
	}
	reserve := min(time.Until(deadline)/10, 20*time.Millisecond)
	return context.WithDeadline(ctx, deadline.Add(-reserve))
}

// settle turns what a load answered into a lookup. The process may hold better by now: a change that was applied since
// the load ended, or, where the load brought an error, a copy.
func (r *Reader[R]) settle(id catalog.ProductID, a answer[R], now time.Time) catalog.Lookup[R] {
	if held, ok := r.local.GetIfPresent(id); ok {
		fresh := r.fresh(&held, now)
		switch {
		case a.err == nil && newer(&held, &a.entry):
			a = answer[R]{entry: held, stale: a.stale && !fresh}
		case a.err != nil && (fresh || a.soft && r.usable(&held, now)):
			a = answer[R]{entry: held, stale: !fresh}
		}
	}
	if a.err != nil {
		return catalog.Lookup[R]{Err: fmt.Errorf("get record %d: %w", id, a.err)}
	}
	if a.stale {
		r.counts.staleServed.Add(1)
	}
	return lookup(&a.entry, a.stale)
}
