package rediscache

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/redis/go-redis/v9"

	"example.com/shop/catalog"
)

// FeedOptions configures a [Feed]. Zero values mean the defaults.
type FeedOptions struct {
	// FreshFor is how long published offers are fresh in the cache, give or take 10 %. Default: 5 min.
	FreshFor time.Duration

	// MaxLength is about how many batches the stream keeps. A reader that is further behind counts as lost.
	// Default: 10,000.
	MaxLength int64

	// Poll is how long one read of the stream waits, and how often the feed checks that Redis still takes writes.
	// With Timeout it bounds how late a silent Redis is noticed. Default: 200 ms.
	Poll time.Duration

	// Timeout bounds each answer of Redis. Default: 200 ms.
	Timeout time.Duration

	// MaxBackoff is the longest wait between attempts to read again. Default: 2 s.
	MaxBackoff time.Duration

	// Clock is time.Now if nil.
	Clock func() time.Time

	// Logger hears why the feed was lost: slog's default if nil.
	Logger *slog.Logger
}

// Feed carries changed offers to every instance through a Redis stream. Pub/sub would be simpler, and lose what is
// published while a reader reconnects without anybody noticing. A consumer group would bring each change to one
// instance; every instance has copies, so every instance reads all.
//
// It implements [catalog.Publisher]. It has connections of its own: reads that wait on purpose need other timeouts
// than the cache, and its errors are reported, not hidden by a breaker.
type Feed struct {
	redis   *redis.Client
	offers  *Cache[catalog.Offer]
	options FeedOptions
	keys    feedKeys

	published, received, gaps, losses atomic.Uint64
	connected                         atomic.Bool
}

// feedKeys are the keys of the feed: the stream, the number of its newest entry, and one to try a write on.
type feedKeys struct {
	stream, number, probe string
}

// NewFeed returns the feed in client's Redis. Published offers are stored in offers.
func NewFeed(client *Client, offers *Cache[catalog.Offer], o FeedOptions) (*Feed, error) {
	o = o.withDefaults()
	settings := *client.redis.Options()
	settings.PoolSize = 4 // one reads, the relay publishes, and none has to wait
	settings.PoolTimeout = o.Timeout
	settings.ReadTimeout = o.Poll + o.Timeout // the contexts below end sooner

	stream := client.options.KeyPrefix + shape + "offers-feed"
	f := &Feed{
		redis:   redis.NewClient(&settings),
		offers:  offers,
		options: o,
		keys:    feedKeys{stream: stream, number: stream + ":number", probe: stream + ":probe"},
	}
	return f, client.instrument(f.redis)
}

func (o FeedOptions) withDefaults() FeedOptions {
	if o.FreshFor <= 0 {
		o.FreshFor = 5 * time.Minute
	}
	if o.MaxLength <= 0 {
		o.MaxLength = 10_000
	}
	if o.Poll <= 0 {
		o.Poll = 200 * time.Millisecond
	}
	if o.Timeout <= 0 {
		o.Timeout = 200 * time.Millisecond
	}
	if o.MaxBackoff <= 0 {
		o.MaxBackoff = 2 * time.Second
	}
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	return o
}

// Close closes the feed's connections.
func (f *Feed) Close() error { return f.redis.Close() }

// FeedStats counts since the start.
type FeedStats struct {
	Published uint64 // offers
	Received  uint64 // offers
	Gaps      uint64 // times that entries were missing from the stream
	Losses    uint64 // times that the feed could not be read, the gaps included
	Connected bool
}

// Stats returns the counts until now.
func (f *Feed) Stats() FeedStats {
	return FeedStats{
		Published: f.published.Load(),
		Received:  f.received.Load(),
		Gaps:      f.gaps.Load(),
		Losses:    f.losses.Load(),
		Connected: f.connected.Load(),
	}
}

// #region publish

// Publish implements [catalog.Publisher] with one script: offers into the cache, then one entry into the stream. An
// error may come after Redis has done both; to publish again is harmless, because everybody compares versions.
func (f *Feed) Publish(ctx context.Context, offers []catalog.Offer) error {
	if len(offers) == 0 {
		return nil
	}
	keys, args := f.offers.stores(f.entries(offers))
	keys = append(keys, f.keys.number, f.keys.stream)
	args = append(args, f.options.MaxLength, encodeOffers(offers))

	ctx, cancel := context.WithTimeout(ctx, f.options.Timeout)
	defer cancel()
	if err := publishScript.Run(ctx, f.redis, keys, args...).Err(); err != nil {
		return fmt.Errorf("publish %d offers: %w: %w", len(offers), catalog.ErrUnavailable, err)
	}
	f.published.Add(uint64(len(offers)))
	return nil
}

// #endregion publish

// entries are fresh copies of offers. An offer was surely true when it was changed; that nothing came after is only
// known to readers that the feed reaches. So that, and not now, is when it was loaded: to readers that the feed does
// not reach, and to those that had lost it meanwhile, an offer that was long under way looks as old as it is.
func (f *Feed) entries(offers []catalog.Offer) []catalog.Entry[catalog.Offer] {
	now := f.options.Clock()
	entries := make([]catalog.Entry[catalog.Offer], len(offers))
	for i, offer := range offers {
		entries[i] = catalog.Entry[catalog.Offer]{
			ID:         offer.ProductID,
			Record:     offer,
			Found:      true,
			LoadedAt:   offer.UpdatedAt,
			FreshUntil: now.Add(jitter(f.options.FreshFor)),
		}
	}
	return entries
}

var errCorruptBatch = errors.New("corrupt entry in the feed")
