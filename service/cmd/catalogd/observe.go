package main

import (
	"github.com/prometheus/client_golang/prometheus"

	"example.com/shop/mysqlstore"
	"example.com/shop/readthrough"
	"example.com/shop/rediscache"
	"example.com/shop/telemetry"
)

// observe hands the metrics a function for each figure, so that no part knows of metrics. Names are written in full:
// who meets one on a dashboard finds it here by searching.
func (l *layers) observe(m *telemetry.Metrics) {
	observeCache(m, "product", l.productCache.Stats)
	observeCache(m, "offer", l.offerCache.Stats)
	observeRedis(m, l.redis.Stats)
	observeFeed(m, l.feed.Stats)
	m.Counter("catalog_relay_published_total", "Changes that left the outbox.", nil,
		func() float64 { published, _ := l.relay.Stats(); return float64(published) })
	m.Counter("catalog_relay_failures_total", "Rounds that failed and were tried again.", nil,
		func() float64 { _, failed := l.relay.Stats(); return float64(failed) })
	m.Gauge("catalog_watch_streams", "Open streams.", nil,
		func() float64 { return float64(l.hub.Len()) })
	m.Gauge("catalog_watch_products", "Distinct products that are watched.", nil,
		func() float64 { return float64(len(l.hub.Watched())) })
	observeDatabase(m, "primary", func() mysqlstore.ServerStats { return l.store.Stats().Primary })
	if l.store.Stats().Replica != nil {
		observeDatabase(m, "replica", func() mysqlstore.ServerStats { return *l.store.Stats().Replica })
		m.Gauge("catalog_replica_lag_seconds", "How far the replica may be behind, at most; -1: not known.", nil,
			func() float64 { return lagSeconds(l.store.Stats()) })
	}
	observeReader(m, "product", l.products.Stats)
	observeReader(m, "offer", l.offers.Stats)
}

func observeReader(m *telemetry.Metrics, kind string, read func() readthrough.Stats) {
	of := prometheus.Labels{"kind": kind}
	for by, ids := range map[string]func() uint64{
		"memory": func() uint64 { return read().LocalHits },
		"shared": func() uint64 { return read().SharedHits },
		"source": func() uint64 { return read().Loaded },
	} {
		m.Counter("catalog_reads_total", "Ids that were read, by what answered.",
			prometheus.Labels{"kind": kind, "answered_by": by}, func() float64 { return float64(ids()) })
	}
	m.Counter("catalog_reads_stale_total", "Ids answered with a copy past its time, because the database could not be read.", of,
		func() float64 { return float64(read().StaleServed) })
	m.Counter("catalog_reads_coalesced_total", "Ids that waited for another caller's load.", of,
		func() float64 { return float64(read().Coalesced) })
	m.Counter("catalog_source_loads_total", "Loads from the database, each of one or more ids.", of,
		func() float64 { return float64(read().Loads) })
	m.Counter("catalog_source_load_errors_total", "Loads from the database that failed.", of,
		func() float64 { return float64(read().LoadErrors) })
	m.Counter("catalog_changes_applied_total", "Changes that the feed brought.", of,
		func() float64 { return float64(read().Applied) })
	m.Gauge("catalog_memory_entries", "Copies that the process holds.", of,
		func() float64 { return float64(read().LocalSize) })
	m.Gauge("catalog_feed_lost", "1 while changes do not arrive, and copies are fresh for a shorter time.", of,
		func() float64 { return oneIf(read().FeedLost) })
}

func observeCache(m *telemetry.Metrics, kind string, read func() rediscache.Stats) {
	of := prometheus.Labels{"layer": "redis", "kind": kind}
	const lookups, found = "catalog_cache_lookups_total", "Ids that were looked up, by what was found."
	m.Counter(lookups, found, prometheus.Labels{"layer": "redis", "kind": kind, "result": "hit"},
		func() float64 { return float64(read().Hits) })
	m.Counter(lookups, found, prometheus.Labels{"layer": "redis", "kind": kind, "result": "miss"},
		func() float64 { return float64(read().Misses) })
	m.Counter("catalog_cache_corrupt_total", "Values that could not be read, each also a miss.", of,
		func() float64 { return float64(read().Corrupt) })
	m.Counter("catalog_cache_newer_total", "Values that were not stored because the layer held a newer one.", of,
		func() float64 { return float64(read().Newer) })
}

func observeRedis(m *telemetry.Metrics, read func() rediscache.ClientStats) {
	observeBreaker(m, "redis", func() string { return read().Breaker })
	m.Counter("catalog_redis_commands_failed_total", "Cache commands that failed or were late.", nil,
		func() float64 { return float64(read().Failed) })
	m.Counter("catalog_redis_commands_refused_total", "Cache commands that the open breaker kept from Redis.", nil,
		func() float64 { return float64(read().Refused) })
	m.Gauge("catalog_redis_connections", "Connections to Redis, the idle ones included.", nil,
		func() float64 { return float64(read().Connections) })
	m.Gauge("catalog_redis_connections_idle", "Connections to Redis that wait for work.", nil,
		func() float64 { return float64(read().Idle) })
	m.Counter("catalog_redis_pool_timeouts_total", "Cache commands that got no connection in time.", nil,
		func() float64 { return float64(read().PoolTimeouts) })
}

func observeFeed(m *telemetry.Metrics, read func() rediscache.FeedStats) {
	m.Counter("catalog_feed_published_total", "Offers that this instance published.", nil,
		func() float64 { return float64(read().Published) })
	m.Counter("catalog_feed_received_total", "Offers that came in.", nil,
		func() float64 { return float64(read().Received) })
	m.Counter("catalog_feed_gaps_total", "Times that entries were missing.", nil,
		func() float64 { return float64(read().Gaps) })
	m.Counter("catalog_feed_losses_total", "Times that the feed could not be read, gaps included.", nil,
		func() float64 { return float64(read().Losses) })
	m.Gauge("catalog_feed_connected", "1 while the feed is read.", nil,
		func() float64 { return oneIf(read().Connected) })
}

func observeDatabase(m *telemetry.Metrics, server string, read func() mysqlstore.ServerStats) {
	of := prometheus.Labels{"server": server}
	in := func(state string) prometheus.Labels { return prometheus.Labels{"server": server, "state": state} }
	const calls, connections = "catalog_db_calls", "catalog_db_pool_connections"
	m.Gauge(calls, "Calls to the database, by state.", in("running"), func() float64 { return float64(read().InUse) })
	m.Gauge(calls, "Calls to the database, by state.", in("waiting"), func() float64 { return float64(read().Waiting) })
	m.Counter("catalog_db_calls_shed_total", "Calls that were refused because the database had no room.", of,
		func() float64 { return float64(read().Shed) })
	m.Gauge(connections, "Connections, by state.", in("in_use"), func() float64 { return float64(read().Pool.InUse) })
	m.Gauge(connections, "Connections, by state.", in("idle"), func() float64 { return float64(read().Pool.Idle) })
	m.Gauge("catalog_db_pool_connections_limit", "Most connections that the pool may open.", of,
		func() float64 { return float64(read().Pool.MaxOpenConnections) })
	m.Counter("catalog_db_pool_waits_total", "Calls that waited for a connection.", of,
		func() float64 { return float64(read().Pool.WaitCount) })
	m.Counter("catalog_db_pool_wait_seconds_total", "Time that calls waited for a connection.", of,
		func() float64 { return read().Pool.WaitDuration.Seconds() })
}

// observeBreaker reports a circuit breaker by the words that breakers use for themselves: "closed" (calls pass),
// "half-open" and "open".
func observeBreaker(m *telemetry.Metrics, name string, state func() string) {
	for _, each := range []string{"closed", "half-open", "open"} {
		m.Gauge("catalog_breaker_state", "1 for the state that the breaker is in.",
			prometheus.Labels{"name": name, "state": each}, func() float64 { return oneIf(state() == each) })
	}
}

func lagSeconds(stats mysqlstore.Stats) float64 {
	if !stats.ReplicaLagKnown {
		return -1
	}
	return stats.ReplicaLag.Seconds()
}

func oneIf(condition bool) float64 {
	if condition {
		return 1
	}
	return 0
}
