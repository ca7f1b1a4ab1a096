package main

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/redis/go-redis/extra/redisotel/v9"
	"github.com/redis/go-redis/v9"
	"go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"example.com/shop/catalog"
	"example.com/shop/grpcapi"
	"example.com/shop/grpcapi/pagetoken"
	"example.com/shop/grpcapi/watch"
	"example.com/shop/mysqlstore"
	"example.com/shop/readthrough"
	"example.com/shop/recommend"
	"example.com/shop/rediscache"
	"example.com/shop/relay"
	"example.com/shop/telemetry"
)

const (
	maxWatchers = 10_000                 // streams of one instance; each holds at most one offer for each of 100 ids
	pollUnfed   = 500 * time.Millisecond // how often watched offers are read while the feed is lost
)

// layers are what lies under the API: MySQL at the bottom, Redis over it, the process's own copies on top, and beside
// them the way of a change back up.
type layers struct {
	store    *mysqlstore.Store
	redis    *rediscache.Client
	feed     *rediscache.Feed
	products *readthrough.Reader[catalog.Product]
	offers   *readthrough.Reader[catalog.Offer]
	hub      *watch.Hub
	relay    *relay.Relay

	productCache *rediscache.Cache[catalog.Product]
	offerCache   *rediscache.Cache[catalog.Offer]
}

func openLayers(ctx context.Context, c *config, log *slog.Logger) (_ *layers, err error) {
	l := &layers{hub: watch.NewHub(maxWatchers)}
	defer func() {
		if err != nil {
			l.close()
		}
	}()
	l.store, err = mysqlstore.Open(ctx, mysqlstore.Config{
		DSN: c.mysqlDSN, ReplicaDSN: c.replicaDSN, MaxOpenConns: c.maxConns,
	})
	if err != nil {
		return nil, err
	}
	redis.SetLogger(redisLog{log})
	if l.redis, err = rediscache.Open(c.redisAddr, rediscache.ClientOptions{KeyPrefix: c.redisPrefix, Instrument: traceRedis}); err != nil {
		return nil, err
	}
	l.productCache = rediscache.New(l.redis, rediscache.Products(), rediscache.Options{})
	l.offerCache = rediscache.New(l.redis, rediscache.Offers(), rediscache.Options{})
	l.feed, err = rediscache.NewFeed(l.redis, l.offerCache, rediscache.FeedOptions{FreshFor: c.offerFresh, Logger: log})
	if err != nil {
		return nil, err
	}
	l.relay = relay.New(l.store, l.feed, log)
	l.openReaders(c)
	return l, nil
}

// #region open-readers

func (l *layers) openReaders(c *config) {
	l.products = readthrough.New(readthrough.Options[catalog.Product]{
		Source: l.store.Products(), Shared: l.productCache, FreshFor: c.productFresh,
	})
	l.offers = readthrough.New(readthrough.Options[catalog.Offer]{
		Source: l.store.Offers(), Shared: l.offerCache, FreshFor: c.offerFresh, Fed: true,
	})
}

// #endregion open-readers

func (l *layers) close() {
	if l.feed != nil {
		_ = l.feed.Close()
	}
	if l.redis != nil {
		_ = l.redis.Close()
	}
	if l.store != nil {
		l.store.Close()
	}
}

func (l *layers) dependencies(c *config, recommender catalog.Recommender, log *slog.Logger) (grpcapi.Dependencies, error) {
	tokens, err := pagetoken.New(c.tokenKey)
	return grpcapi.Dependencies{
		Products: l.products, Offers: l.offers, Lister: l.store, Writer: l.store, Recommender: recommender,
		Tokens: tokens, Hub: l.hub, Written: l.relay.Wake, Log: log,
	}, err
}

func (l *layers) feedStatus() watch.FeedStatus {
	stats := l.feed.Stats()
	return watch.FeedStatus{Lost: !stats.Connected, Losses: stats.Losses}
}

// Changed, Lost and Restored make layers a [rediscache.Handler].
func (l *layers) Changed(offers []catalog.Offer) {
	l.offers.Apply(offers)
	l.hub.Publish(offers)
}

// Lost says that changes may not be heard of.
func (l *layers) Lost() { l.offers.FeedLost() }

// Restored says that changes are heard of again.
func (l *layers) Restored() { l.offers.FeedRestored() }

// #region background

// run starts what works in the background; the function it returns stops it and waits.
func (l *layers) run(log *slog.Logger) (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	var group sync.WaitGroup
	group.Go(func() { l.relay.Run(ctx) })
	group.Go(func() {
		l.store.Run(ctx, func(err error) { log.Warn("keep house in mysql", slog.Any("error", err)) })
	})
	group.Go(func() { _ = l.feed.Run(ctx, l) }) // returns only when ctx is done
	group.Go(func() {
		l.hub.Poll(ctx, pollUnfed, l.feedStatus, l.offers)
	})
	return func() {
		cancel()
		group.Wait()
	}
}

// #endregion background

func dialRecommendations(addr string) (*recommend.Client, func(), error) {
	conn, err := grpc.NewClient(addr, grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithStatsHandler(otelgrpc.NewClientHandler()))
	if err != nil {
		return nil, nil, fmt.Errorf("dial CATALOG_RECOMMENDATIONS_ADDR: %w", err)
	}
	return recommend.New(conn), func() { _ = conn.Close() }, nil
}

// traceRedis makes a span for each command of a call that is traced. Without an exporter there is nobody to see it.
func traceRedis(client *redis.Client) error {
	if !telemetry.Exports() {
		return nil
	}
	return redisotel.InstrumentTracing(client)
}

// redisLog takes what go-redis prints by itself, once for each failed dial: the breaker and the feed tell of an outage
// already, so it is for debugging.
type redisLog struct{ log *slog.Logger }

// Printf implements go-redis's logger.
func (r redisLog) Printf(ctx context.Context, format string, v ...any) {
	r.log.DebugContext(ctx, "redis client", slog.String("said", fmt.Sprintf(format, v...)))
}
