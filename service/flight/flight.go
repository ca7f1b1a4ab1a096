// Package flight lets many callers that want the same keys at the same time share one load.
//
// golang.org/x/sync/singleflight shares a call too, but one key for each call: a hundred missing keys would be a
// hundred queries. It also runs the call as the first caller runs it, so when that caller gives up, everybody who
// joined gets its cancellation; and it has no way to stop a call that nobody waits for any more.
package flight

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
)

// #region group

// Group joins callers that want the same keys. The zero value works, with loads of unlimited duration.
type Group[K comparable, V any] struct {
	// MaxDuration ends a load's context, whatever its callers' deadlines are. Zero: no maximum.
	MaxDuration time.Duration

	mu     sync.Mutex
	calls  map[K]*call[K, V] // the call that is loading a key
	joined atomic.Uint64
}

// #endregion group

// Load brings the values of keys; a key without a value is absent from the map. It must
// return soon after ctx ends, and not change keys.
type Load[K comparable, V any] func(ctx context.Context, keys []K) (map[K]V, error)

// #region do

// Do returns the values of keys. Keys that are being loaded are waited for; the others are loaded in one call of load,
// on a goroutine of its own, with a context that carries ctx's values but not its end: that context ends after
// MaxDuration, or when the last caller that waits for the load has left.
//
// Do returns ctx's error as soon as ctx ends. When a load fails, Do returns its error along with the values that other
// loads brought. A panic in load is returned to everybody as a [PanicError].
func (g *Group[K, V]) Do(ctx context.Context, keys []K, load Load[K, V]) (map[K]V, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	seats := g.board(ctx, keys, load)
	values := make(map[K]V, len(keys))
	var failed error
	for i, c := range seats {
		select {
		case <-c.done:
		case <-ctx.Done():
			g.leave(seats[i:])
			return nil, ctx.Err()
		}
		if failed == nil {
			failed = c.err
		}
		if v, ok := c.values[keys[i]]; ok {
			values[keys[i]] = v
		}
	}
	return values, failed
}

// #endregion do

// Joined returns how many keys were waited for instead of loaded.
func (g *Group[K, V]) Joined() uint64 { return g.joined.Load() }

// #region board

// board takes a seat for each of keys, in the call that loads it, and starts one call for those that nobody loads.
func (g *Group[K, V]) board(ctx context.Context, keys []K, load Load[K, V]) []*call[K, V] {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.calls == nil {
		g.calls = make(map[K]*call[K, V])
	}
	own := &call[K, V]{done: make(chan struct{}), err: errExited}
	seats := make([]*call[K, V], len(keys))
	for i, key := range keys {
		c, loading := g.calls[key]
		if !loading {
			c = own
			g.calls[key] = own
			own.keys = append(own.keys, key)
		} else if c != own {
			g.joined.Add(1)
		}
		c.seats++
		seats[i] = c
	}
	if len(own.keys) > 0 {
		go g.run(own.detach(ctx, g.MaxDuration), own, load)
	}
	return seats
}

// #endregion board

// #region leave

// leave gives seats back. Nobody may join a call whose last seat was given back: it is about to fail.
func (g *Group[K, V]) leave(seats []*call[K, V]) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, c := range seats {
		c.seats--
		if c.seats == 0 {
			g.forget(c)
			c.cancel()
		}
	}
}

// #endregion leave

// forget makes the next caller load c's keys again. The caller holds g.mu.
func (g *Group[K, V]) forget(c *call[K, V]) {
	for _, key := range c.keys {
		if g.calls[key] == c {
			delete(g.calls, key)
		}
	}
}

func (g *Group[K, V]) run(ctx context.Context, c *call[K, V], load Load[K, V]) {
	defer g.land(c) // deferred, because load may end the goroutine
	c.values, c.err = protect(ctx, c.keys, load)
}

func (g *Group[K, V]) land(c *call[K, V]) {
	g.mu.Lock()
	g.forget(c)
	g.mu.Unlock()
	c.cancel()
	close(c.done)
}
