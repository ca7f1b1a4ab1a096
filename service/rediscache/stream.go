package rediscache

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/redis/go-redis/v9"
)

// probe writes something and returns the number of the newest entry. A Redis that can be read but not written (a
// replica after a failover, a full disk or memory) is silent for the same reason that a quiet feed is; a reader must
// not take one for the other.
func (f *Feed) probe(ctx context.Context, conn *redis.Conn) (int64, error) {
	ctx, cancel := context.WithTimeout(ctx, f.options.Timeout)
	defer cancel()
	var number *redis.StringCmd
	_, err := conn.Pipelined(ctx, func(p redis.Pipeliner) error {
		p.Set(ctx, f.keys.probe, 1, time.Minute)
		number = p.Get(ctx, f.keys.number)
		return nil
	})
	if err != nil && !errors.Is(err, redis.Nil) {
		return 0, fmt.Errorf("probe feed: %w", err)
	}
	return count(number)
}

// end returns the position of the newest entry; both parts in one transaction, so that they belong together.
func (f *Feed) end(ctx context.Context, conn *redis.Conn) (position, error) {
	ctx, cancel := context.WithTimeout(ctx, f.options.Timeout)
	defer cancel()
	var number *redis.StringCmd
	var last *redis.XMessageSliceCmd
	_, err := conn.TxPipelined(ctx, func(p redis.Pipeliner) error {
		number = p.Get(ctx, f.keys.number)
		last = p.XRevRangeN(ctx, f.keys.stream, "+", "-", 1)
		return nil
	})
	if err != nil && !errors.Is(err, redis.Nil) {
		return position{}, fmt.Errorf("find end of feed: %w", err)
	}
	at := position{id: "0-0"} // of a stream that does not exist yet
	if at.number, err = count(number); err != nil {
		return position{}, err
	}
	if entries := last.Val(); len(entries) > 0 {
		at.id = entries[0].ID
	}
	return at, nil
}

// read waits for entries after at, and returns none when none came within the poll.
func (f *Feed) read(ctx context.Context, conn *redis.Conn, at position) ([]redis.XMessage, error) {
	ctx, cancel := context.WithTimeout(ctx, f.options.Poll+f.options.Timeout)
	defer cancel()
	streams, err := conn.XRead(ctx, &redis.XReadArgs{
		Streams: []string{f.keys.stream, at.id},
		Count:   100,
		Block:   f.options.Poll,
	}).Result()
	if errors.Is(err, redis.Nil) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read feed: %w", err)
	}
	return streams[0].Messages, nil
}

// count is the number that an answer holds: none is 0.
func count(answer *redis.StringCmd) (int64, error) {
	number, err := answer.Int64()
	if err != nil && !errors.Is(err, redis.Nil) {
		return 0, fmt.Errorf("count entries of feed: %w", err)
	}
	return number, nil
}

// backoff waits longer each time, by chance between half and all of it: readers that lost Redis together must not
// come back together.
type backoff struct {
	most, next time.Duration
}

func (b *backoff) reset() { b.next = 0 }

func (b *backoff) wait(ctx context.Context) {
	b.next = min(max(2*b.next, 50*time.Millisecond), b.most)
	timer := time.NewTimer(b.next/2 + rand.N(b.next/2+1))
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}
