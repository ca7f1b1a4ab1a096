package main

import (
	"database/sql"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"
	"github.com/prometheus/client_golang/prometheus/testutil"

	"example.com/shop/mysqlstore"
	"example.com/shop/readthrough"
	"example.com/shop/rediscache"
	"example.com/shop/telemetry"
)

// everything returns metrics of every part, with figures that are not zero.
func everything() *telemetry.Metrics {
	m := telemetry.NewMetrics("v1.2.3")
	observeReader(m, "offer", func() readthrough.Stats {
		return readthrough.Stats{LocalHits: 90, SharedHits: 6, Loaded: 4, StaleServed: 2, LocalSize: 50, FeedLost: true}
	})
	observeReader(m, "product", func() readthrough.Stats { return readthrough.Stats{} })
	observeCache(m, "offer", func() rediscache.Stats { return rediscache.Stats{Hits: 6, Misses: 4, Corrupt: 1} })
	observeCache(m, "product", func() rediscache.Stats { return rediscache.Stats{} })
	observeRedis(m, func() rediscache.ClientStats { return rediscache.ClientStats{Breaker: "half-open", Refused: 9} })
	observeFeed(m, func() rediscache.FeedStats { return rediscache.FeedStats{Received: 8, Connected: true} })
	observeDatabase(m, "primary", func() mysqlstore.ServerStats {
		return mysqlstore.ServerStats{InUse: 3, Waiting: 5, Shed: 7, Pool: sql.DBStats{InUse: 3, WaitDuration: 250 * time.Millisecond}}
	})
	observeDatabase(m, "replica", func() mysqlstore.ServerStats { return mysqlstore.ServerStats{} })
	return m
}

func TestPartsReportTheirFigures(t *testing.T) {
	answer := httptest.NewRecorder()
	promhttp.HandlerFor(everything().Gatherer(), promhttp.HandlerOpts{}).
		ServeHTTP(answer, httptest.NewRequestWithContext(t.Context(), "GET", "/metrics", nil))
	for _, line := range []string{
		`catalog_reads_total{answered_by="memory",kind="offer"} 90`,
		`catalog_reads_total{answered_by="shared",kind="offer"} 6`,
		`catalog_reads_total{answered_by="source",kind="offer"} 4`,
		`catalog_reads_total{answered_by="source",kind="product"} 0`,
		`catalog_reads_stale_total{kind="offer"} 2`,
		`catalog_memory_entries{kind="offer"} 50`,
		`catalog_feed_lost{kind="offer"} 1`,
		`catalog_cache_lookups_total{kind="offer",layer="redis",result="miss"} 4`,
		`catalog_redis_commands_refused_total 9`,
		`catalog_breaker_state{name="redis",state="half-open"} 1`,
		`catalog_breaker_state{name="redis",state="open"} 0`,
		`catalog_feed_received_total 8`,
		`catalog_feed_connected 1`,
		`catalog_db_calls{server="primary",state="waiting"} 5`,
		`catalog_db_calls_shed_total{server="primary"} 7`,
		`catalog_db_pool_connections{server="primary",state="in_use"} 3`,
		`catalog_db_pool_wait_seconds_total{server="primary"} 0.25`,
	} {
		if !strings.Contains(answer.Body.String(), line+"\n") {
			t.Errorf("missing: %s", line)
		}
	}
}

// TestNamesFollowTheConventions asks the linter that Prometheus offers: units, suffixes, help.
func TestNamesFollowTheConventions(t *testing.T) {
	problems, err := testutil.GatherAndLint(everything().Gatherer())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s: %s", p.Metric, p.Text)
	}
}
