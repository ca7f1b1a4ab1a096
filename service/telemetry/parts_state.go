package telemetry

import (
	"database/sql"

	"github.com/prometheus/client_golang/prometheus"
)

// DatabaseStats is the state of one database server as its calls see it. Its fields are those of the store's own
// snapshot, so that the one converts to the other.
type DatabaseStats struct {
	InUse   int   // calls being served
	Waiting int   // calls waiting for their turn
	Shed    int64 // calls refused since the start
	Pool    sql.DBStats
}

// Database reports a server ("primary", "replica").
func (m *Metrics) Database(server string, read func() DatabaseStats) {
	type v = value[DatabaseStats]
	p := part[DatabaseStats]{labels: prometheus.Labels{"server": server}}
	p.gauge("catalog_db_calls", "Calls to the database, by state.", "state",
		v{"running", func(s DatabaseStats) float64 { return float64(s.InUse) }},
		v{"waiting", func(s DatabaseStats) float64 { return float64(s.Waiting) }})
	p.counter("catalog_db_calls_shed_total", "Calls that were refused because the database had no room.", "",
		one(func(s DatabaseStats) float64 { return float64(s.Shed) }))
	p.gauge("catalog_db_pool_connections", "Connections, by state.", "state",
		v{"in_use", func(s DatabaseStats) float64 { return float64(s.Pool.InUse) }},
		v{"idle", func(s DatabaseStats) float64 { return float64(s.Pool.Idle) }})
	p.gauge("catalog_db_pool_connections_limit", "Most connections that the pool may open.", "",
		one(func(s DatabaseStats) float64 { return float64(s.Pool.MaxOpenConnections) }))
	p.counter("catalog_db_pool_waits_total", "Calls that waited for a connection.", "",
		one(func(s DatabaseStats) float64 { return float64(s.Pool.WaitCount) }))
	p.counter("catalog_db_pool_wait_seconds_total", "Time that calls waited for a connection.", "",
		one(func(s DatabaseStats) float64 { return s.Pool.WaitDuration.Seconds() }))
	register(m, read, p)
}

// breakerStates are the words that the breakers use for themselves.
var breakerStates = []string{"closed", "half-open", "open"}

// Breaker reports a circuit breaker; state returns "closed" (calls pass), "half-open" or "open".
func (m *Metrics) Breaker(name string, state func() string) {
	p := part[string]{labels: prometheus.Labels{"name": name}}
	values := make([]value[string], 0, len(breakerStates))
	for _, each := range breakerStates {
		values = append(values, value[string]{each, func(s string) float64 { return oneIf(s == each) }})
	}
	p.gauge("catalog_breaker_state", "1 for the state that the breaker is in.", "state", values...)
	register(m, state, p)
}

// FeedStats is what the feed of changes has counted since the start.
type FeedStats struct {
	Published uint64 // offers
	Received  uint64 // offers
	Gaps      uint64 // times that entries were missing from the stream
	Losses    uint64 // times that the feed could not be read, the gaps included
	Connected bool
}

// Feed reports the feed of changes between instances.
func (m *Metrics) Feed(read func() FeedStats) {
	var p part[FeedStats]
	p.counter("catalog_feed_published_total", "Offers that this instance published.", "",
		one(func(s FeedStats) float64 { return float64(s.Published) }))
	p.counter("catalog_feed_received_total", "Offers that came in.", "",
		one(func(s FeedStats) float64 { return float64(s.Received) }))
	p.counter("catalog_feed_gaps_total", "Times that entries were missing.", "",
		one(func(s FeedStats) float64 { return float64(s.Gaps) }))
	p.counter("catalog_feed_losses_total", "Times that the feed could not be read, gaps included.", "",
		one(func(s FeedStats) float64 { return float64(s.Losses) }))
	p.gauge("catalog_feed_connected", "1 while the feed is read.", "",
		one(func(s FeedStats) float64 { return oneIf(s.Connected) }))
	register(m, read, p)
}

// RelayStats is how changes leave the outbox.
type RelayStats struct {
	Published, Failed int64 // changes, and rounds that failed
}

// Relay reports the outbox: the promise of one second's freshness breaks here first.
func (m *Metrics) Relay(read func() RelayStats) {
	var p part[RelayStats]
	p.counter("catalog_relay_published_total", "Changes that left the outbox.", "",
		one(func(s RelayStats) float64 { return float64(s.Published) }))
	p.counter("catalog_relay_failures_total", "Rounds that failed and were tried again.", "",
		one(func(s RelayStats) float64 { return float64(s.Failed) }))
	register(m, read, p)
}
