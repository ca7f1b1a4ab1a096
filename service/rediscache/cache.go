package rediscache

import (
	"context"
	"math/rand/v2"
	"strconv"
	"sync/atomic"
	"time"

	"example.com/shop/catalog"
)

// shape is part of every key and counts the changes of the entries' format, so that a deploy with another format neither
// reads nor overwrites what the running one needs.
const shape = "c1:"

// Options configures a [Cache]. Zero values mean the defaults.
type Options struct {
	// KeepFor is how long Redis keeps an entry, give or take 10 %: much longer than it is fresh, because a copy past
	// its time is what is left when the source is down. Default: 24 h.
	KeepFor time.Duration
}

// Cache is a [catalog.Cache] in Redis.
type Cache[R catalog.Record] struct {
	client  *Client
	codec   Codec[R]
	prefix  string
	keepFor time.Duration

	hits, misses, corrupt, newer atomic.Uint64
}

// New returns the cache of the codec's kind of record.
func New[R catalog.Record](client *Client, codec Codec[R], o Options) *Cache[R] {
	if o.KeepFor <= 0 {
		o.KeepFor = 24 * time.Hour
	}
	return &Cache[R]{
		client:  client,
		codec:   codec,
		prefix:  client.options.KeyPrefix + shape + codec.kind + ":",
		keepFor: o.KeepFor,
	}
}

// #region get-many

// GetMany implements [catalog.Cache] with one MGET.
func (c *Cache[R]) GetMany(ctx context.Context, ids []catalog.ProductID) map[catalog.ProductID]catalog.Entry[R] {
	if len(ids) == 0 {
		return nil
	}
	keys := make([]string, len(ids))
	for i, id := range ids {
		keys[i] = c.key(id)
	}
	var values []any
	c.client.try(ctx, func(ctx context.Context) (err error) {
		values, err = c.client.redis.MGet(ctx, keys...).Result()
		return err
	})
	held := make(map[catalog.ProductID]catalog.Entry[R], len(values))
	for i, value := range values {
		if entry, ok := c.decode(ids[i], value); ok {
			held[ids[i]] = entry
		}
	}
	c.hits.Add(uint64(len(held)))
	c.misses.Add(uint64(len(ids) - len(held)))
	return held
}

// #endregion get-many

// #region put-many

// PutMany implements [catalog.Cache] with one script, which compares and stores where nothing can come in between.
func (c *Cache[R]) PutMany(ctx context.Context, entries []catalog.Entry[R]) map[catalog.ProductID]catalog.Entry[R] {
	if len(entries) == 0 {
		return nil
	}
	keys, args := c.stores(entries)
	var found []any
	c.client.try(ctx, func(ctx context.Context) (err error) {
		found, err = storeScript.Run(ctx, c.client.redis, keys, args...).Slice()
		return err
	})
	newer := make(map[catalog.ProductID]catalog.Entry[R], len(found)/2)
	for i := 0; i+1 < len(found); i += 2 {
		place, ok := found[i].(int64)
		if !ok || place < 1 || int(place) > len(entries) {
			continue
		}
		id := entries[place-1].ID
		if entry, ok := c.decode(id, found[i+1]); ok {
			newer[id] = entry
		}
	}
	c.newer.Add(uint64(len(newer)))
	return newer
}

// #endregion put-many

// Stats counts since the start.
type Stats struct {
	Hits    uint64 // ids with an entry, fresh or not
	Misses  uint64 // ids without, those included that could not be asked for
	Corrupt uint64 // values that are not entries, each also a miss
	Newer   uint64 // puts that found a newer entry
}

// Stats returns the counts until now.
func (c *Cache[R]) Stats() Stats {
	return Stats{
		Hits:    c.hits.Load(),
		Misses:  c.misses.Load(),
		Corrupt: c.corrupt.Load(),
		Newer:   c.newer.Load(),
	}
}

func (c *Cache[R]) key(id catalog.ProductID) string {
	return c.prefix + strconv.FormatInt(int64(id), 10)
}

// stores returns the keys and arguments with which a script's store function stores entries.
func (c *Cache[R]) stores(entries []catalog.Entry[R]) (keys []string, args []any) {
	keys, args = make([]string, len(entries)), make([]any, 0, 2*len(entries)+2)
	for i, entry := range entries {
		keys[i] = c.key(entry.ID)
		args = append(args, c.codec.encode(entry), jitter(c.keepFor).Milliseconds())
	}
	return keys, args
}

// decode returns the entry in a value that Redis answered, if there is one.
func (c *Cache[R]) decode(id catalog.ProductID, value any) (catalog.Entry[R], bool) {
	text, ok := value.(string)
	if !ok {
		return catalog.Entry[R]{}, false
	}
	entry, err := c.codec.decode(id, text)
	if err != nil {
		c.corrupt.Add(1)
	}
	return entry, err == nil
}

// jitter returns d, give or take 10 %, so that what was stored together does not end together.
func jitter(d time.Duration) time.Duration {
	return time.Duration(float64(d) * (0.9 + 0.2*rand.Float64()))
}
