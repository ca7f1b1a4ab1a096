package main

import (
	"example.com/shop/mysqlstore"
	"example.com/shop/readthrough"
	"example.com/shop/telemetry"
)

// observe hands the metrics a function for each part, so that no part knows of metrics.
func (l *layers) observe(m *telemetry.Metrics) {
	m.Cache("redis", "product", func() telemetry.CacheStats { return telemetry.CacheStats(l.productCache.Stats()) })
	m.Cache("redis", "offer", func() telemetry.CacheStats { return telemetry.CacheStats(l.offerCache.Stats()) })
	m.Breaker("redis", func() string { return l.redis.Stats().Breaker })
	m.Counter("catalog_redis_commands_failed_total", "Cache commands that failed or were late.",
		func() uint64 { return l.redis.Stats().Failed })
	m.Counter("catalog_redis_commands_refused_total", "Cache commands that the open breaker kept from Redis.",
		func() uint64 { return l.redis.Stats().Refused })
	m.Gauge("catalog_redis_connections", "Connections to Redis, the idle ones included.",
		func() float64 { return float64(l.redis.Stats().Connections) })
	m.Gauge("catalog_redis_connections_idle", "Connections to Redis that wait for work.",
		func() float64 { return float64(l.redis.Stats().Idle) })
	m.Counter("catalog_redis_pool_timeouts_total", "Cache commands that got no connection in time.",
		func() uint64 { return uint64(l.redis.Stats().PoolTimeouts) })
	m.Feed(func() telemetry.FeedStats { return telemetry.FeedStats(l.feed.Stats()) })
	m.Relay(func() telemetry.RelayStats {
		published, failed := l.relay.Stats()
		return telemetry.RelayStats{Published: published, Failed: failed}
	})
	m.Watchers(func() telemetry.WatchStats {
		return telemetry.WatchStats{Streams: l.hub.Len(), Products: len(l.hub.Watched())}
	})
	l.observeDatabase(m)
	if l.productReader != nil {
		m.Reader("product", readerStats(l.productReader.Stats))
		m.Reader("offer", readerStats(l.offerReader.Stats))
	}
}

func (l *layers) observeDatabase(m *telemetry.Metrics) {
	m.Database("primary", func() telemetry.DatabaseStats { return telemetry.DatabaseStats(l.store.Stats().Primary) })
	if l.store.Stats().Replica == nil {
		return
	}
	m.Database("replica", func() telemetry.DatabaseStats { return telemetry.DatabaseStats(*l.store.Stats().Replica) })
	m.Gauge("catalog_replica_lag_seconds", "How far the replica may be behind, at most; -1: not known.",
		func() float64 { return lagSeconds(l.store.Stats()) })
}

func lagSeconds(stats mysqlstore.Stats) float64 {
	if !stats.ReplicaLagKnown {
		return -1
	}
	return stats.ReplicaLag.Seconds()
}

func readerStats(read func() readthrough.Stats) func() telemetry.ReaderStats {
	return func() telemetry.ReaderStats { return telemetry.ReaderStats(read()) }
}
