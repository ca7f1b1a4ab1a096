package rediscache

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/redis/go-redis/v9"

	"example.com/shop/catalog"
)

// Handler hears of changes, in the order of the stream, one call at a time.
type Handler interface {
	// Changed brings offers that were changed. Some may be known already, and some older than what is known.
	Changed(offers []catalog.Offer)

	// Lost says that from now on, changes may not be heard of.
	Lost()

	// Restored says that every change from now on will be heard of, and that some from before may never be.
	Restored()
}

// Run reads the stream until ctx ends, and returns ctx's error. It calls Restored as soon as it reads, and Lost when
// it does not: on the first error of a series, and before it returns.
//
// After an error it does not resume where it was. The stream may be gone, or Redis may have come back from an older
// copy, with ids that restart in the past; so it finds the present end, lets the handler distrust what it holds, and
// goes on from there.
func (f *Feed) Run(ctx context.Context, h Handler) error {
	backoff := backoff{most: f.options.MaxBackoff}
	lost := false
	for {
		restored, err := f.session(ctx, h)
		if restored {
			lost = false
			backoff.reset()
		}
		if !lost {
			lost = true
			f.lose(ctx, err)
			h.Lost()
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		backoff.wait(ctx)
	}
}

func (f *Feed) lose(ctx context.Context, err error) {
	f.connected.Store(false)
	f.losses.Add(1)
	if errors.Is(err, errGap) {
		f.gaps.Add(1)
	}
	if ctx.Err() == nil {
		f.options.Logger.WarnContext(ctx, "feed of changed offers lost", "error", err)
	}
}

// session reads until something fails, all on one connection: the pool would replace a broken one silently, and what
// happened in between would go unseen.
func (f *Feed) session(ctx context.Context, h Handler) (restored bool, err error) {
	conn := f.redis.Conn()
	defer conn.Close()
	if _, err := f.probe(ctx, conn); err != nil {
		return false, err
	}
	at, err := f.end(ctx, conn)
	if err != nil {
		return false, err
	}
	f.connected.Store(true)
	h.Restored()
	return true, f.follow(ctx, conn, at, h)
}

// position is what was read last: an entry's id, and its number. Numbers count entries, without gaps.
type position struct {
	id     string
	number int64
}

// errGap says that entries are missing: trimmed before they were read, or lost by Redis.
var errGap = errors.New("entries are missing")

func (f *Feed) follow(ctx context.Context, conn *redis.Conn, at position, h Handler) error {
	var newest int64
	var probed time.Time
	for ctx.Err() == nil { // a connection that is held does not look at it
		if now := f.options.Clock(); now.Sub(probed) >= f.options.Poll {
			var err error
			if newest, err = f.probe(ctx, conn); err != nil {
				return err
			}
			if newest < at.number {
				return fmt.Errorf("feed counts %d after %d: %w", newest, at.number, errGap)
			}
			probed = now
		}
		entries, err := f.read(ctx, conn, at)
		if err != nil {
			return err
		}
		if len(entries) == 0 && at.number < newest {
			return fmt.Errorf("feed ends at %d of %d: %w", at.number, newest, errGap)
		}
		if at, err = f.deliver(entries, at, h); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// deliver gives each entry to the handler and returns the last one's position.
func (f *Feed) deliver(entries []redis.XMessage, at position, h Handler) (position, error) {
	for _, entry := range entries {
		number, offers, err := parse(entry)
		if err != nil {
			return at, err
		}
		if number != at.number+1 {
			return at, fmt.Errorf("feed has %d after %d: %w", number, at.number, errGap)
		}
		f.received.Add(uint64(len(offers)))
		h.Changed(offers)
		at = position{id: entry.ID, number: number}
	}
	return at, nil
}

func parse(entry redis.XMessage) (number int64, offers []catalog.Offer, err error) {
	n, _ := entry.Values["n"].(string)
	if number, err = strconv.ParseInt(n, 10, 64); err != nil {
		return 0, nil, errCorruptBatch
	}
	value, _ := entry.Values["offers"].(string)
	offers, err = decodeOffers(value)
	return number, offers, err
}
