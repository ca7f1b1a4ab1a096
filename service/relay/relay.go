// Package relay carries committed changes from the outbox to every instance: it is the second half of each write.
package relay

import (
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	"example.com/shop/catalog"
)

const (
	batch = 100 // changes a round trip: enough to drain 1,000 in ten, small enough for one short transaction
	// poll is how long a change waits when nobody woke the relay, because the instance that wrote it died. It is a
	// fraction of the second that the API promises.
	poll       = 100 * time.Millisecond
	maxBackoff = 500 * time.Millisecond // after errors; below the promised second, so that a short outage costs no more
)

// Relay drains the outbox into the publisher. Every instance runs one: the outbox gives each a different part, so a
// relay that dies takes nothing with it, and there is no leader to elect.
type Relay struct {
	outbox    catalog.Outbox
	publisher catalog.Publisher
	log       *slog.Logger
	wake      chan struct{}
	published atomic.Int64
	failed    atomic.Int64
	failing   bool // only Run touches it
}

// New returns a relay that does nothing until Run.
func New(outbox catalog.Outbox, publisher catalog.Publisher, log *slog.Logger) *Relay {
	return &Relay{outbox: outbox, publisher: publisher, log: log, wake: make(chan struct{}, 1)}
}

// #region wake

// Wake says that there is a new change. It never blocks; several wakes before the next round are one.
func (r *Relay) Wake() {
	select {
	case r.wake <- struct{}{}:
	default:
	}
}

// #endregion wake

// Stats returns how many changes were published and how many rounds failed since the start.
func (r *Relay) Stats() (published, failed int64) {
	return r.published.Load(), r.failed.Load()
}

// #region run

// Run relays until ctx is done.
func (r *Relay) Run(ctx context.Context) {
	timer := time.NewTimer(0)
	defer timer.Stop()
	wait := poll
	for {
		select {
		case <-ctx.Done():
			return
		case <-r.wake:
		case <-timer.C:
		}
		err := r.drainAll(ctx)
		r.report(ctx, err)
		wait = nextWait(wait, err)
		timer.Reset(wait)
	}
}

// #endregion run

func nextWait(wait time.Duration, err error) time.Duration {
	if err == nil {
		return poll
	}
	return min(2*wait, maxBackoff)
}

// #region drain-all

// drainAll empties the outbox.
func (r *Relay) drainAll(ctx context.Context) error {
	for {
		n, err := r.outbox.Drain(ctx, batch, r.publisher.Publish)
		if err != nil {
			return err
		}
		r.published.Add(int64(n))
		if n < batch {
			return nil
		}
	}
}

// #endregion drain-all

// report counts every failed round and logs the first and the end of a streak: an outage is two lines, not ten a
// second.
func (r *Relay) report(ctx context.Context, err error) {
	switch {
	case ctx.Err() != nil:
	case err != nil:
		r.failed.Add(1)
		if !r.failing {
			r.log.WarnContext(ctx, "relay cannot publish changes; they wait in the outbox", slog.Any("error", err))
		}
		r.failing = true
	case r.failing:
		r.log.InfoContext(ctx, "relay publishes again")
		r.failing = false
	}
}
