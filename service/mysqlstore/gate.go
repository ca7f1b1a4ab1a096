package mysqlstore

import (
	"context"
	"sync/atomic"
	"time"

	"example.com/shop/catalog"
)

// retryAfter is what a refused call is told. The queue is gone many times over by then, if it goes at all.
const retryAfter = time.Second

// gate lets a fixed number of calls through to a server. The others wait in a short queue, for a short time; the rest
// are refused, because a database that is asked for more than it can do does less, not more.
type gate struct {
	slots    chan struct{}
	maxWait  time.Duration
	maxQueue int64
	waiting  atomic.Int64
	shed     atomic.Int64
}

func newGate(config Config) *gate {
	return &gate{
		slots:    make(chan struct{}, config.MaxOpenConns),
		maxWait:  config.MaxWait,
		maxQueue: int64(config.MaxQueue),
	}
}

// #region enter

// enter takes a slot, which leave gives back. Its error is the context's or a [catalog.OverloadedError].
func (g *gate) enter(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case g.slots <- struct{}{}:
		return nil
	default:
		return g.wait(ctx)
	}
}

// #endregion enter

// #region wait

func (g *gate) wait(ctx context.Context) error {
	defer g.waiting.Add(-1)
	if g.waiting.Add(1) > g.maxQueue {
		return g.refuse()
	}
	timer := time.NewTimer(g.maxWait)
	defer timer.Stop()
	select {
	case g.slots <- struct{}{}:
		return nil
	case <-timer.C:
		return g.refuse()
	case <-ctx.Done():
		return ctx.Err()
	}
}

// #endregion wait

func (g *gate) refuse() error {
	g.shed.Add(1)
	return &catalog.OverloadedError{RetryAfter: retryAfter}
}

func (g *gate) leave() { <-g.slots }
