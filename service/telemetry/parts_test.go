package telemetry_test

import (
	"database/sql"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus/testutil"

	"example.com/shop/telemetry"
)

// everything returns metrics with every part that a program may register.
func everything() *telemetry.Metrics {
	m := telemetry.NewMetrics("v1.2.3")
	m.Reader("offer", func() telemetry.ReaderStats {
		return telemetry.ReaderStats{LocalHits: 90, SharedHits: 6, Loaded: 4, StaleServed: 2, LocalSize: 50, FeedLost: true}
	})
	m.Reader("product", func() telemetry.ReaderStats { return telemetry.ReaderStats{} })
	m.Cache("redis", "offer", func() telemetry.CacheStats { return telemetry.CacheStats{Hits: 6, Misses: 4, Corrupt: 1} })
	m.Cache("redis", "product", func() telemetry.CacheStats { return telemetry.CacheStats{} })
	m.Database("primary", func() telemetry.DatabaseStats {
		return telemetry.DatabaseStats{InUse: 3, Waiting: 5, Shed: 7, Pool: sql.DBStats{InUse: 3, WaitDuration: 250 * time.Millisecond}}
	})
	m.Database("replica", func() telemetry.DatabaseStats { return telemetry.DatabaseStats{} })
	m.Breaker("recommendations", func() string { return "half-open" })
	m.Feed(func() telemetry.FeedStats { return telemetry.FeedStats{Received: 8, Connected: true} })
	m.Relay(func() telemetry.RelayStats { return telemetry.RelayStats{Published: 7, Failed: 1} })
	m.Watchers(func() telemetry.WatchStats { return telemetry.WatchStats{Streams: 5, Products: 60} })
	m.Counter("catalog_pages_degraded_total", "Pages without recommendations.", func() uint64 { return 11 })
	m.Gauge("catalog_calls_limit", "Calls to the database that may run at once.", func() float64 { return 32 })
	return m
}

func TestPartsReportTheirSnapshots(t *testing.T) {
	got := exposition(t, everything())
	for _, line := range []string{
		`catalog_build_info{version="v1.2.3"} 1`,
		`catalog_reads_total{answered_by="memory",kind="offer"} 90`,
		`catalog_reads_total{answered_by="source",kind="product"} 0`,
		`catalog_reads_stale_total{kind="offer"} 2`,
		`catalog_memory_entries{kind="offer"} 50`,
		`catalog_feed_lost{kind="offer"} 1`,
		`catalog_cache_lookups_total{kind="offer",layer="redis",result="miss"} 4`,
		`catalog_db_calls{server="primary",state="waiting"} 5`,
		`catalog_db_calls_shed_total{server="primary"} 7`,
		`catalog_db_pool_connections{server="primary",state="in_use"} 3`,
		`catalog_db_pool_wait_seconds_total{server="primary"} 0.25`,
		`catalog_breaker_state{name="recommendations",state="half-open"} 1`,
		`catalog_breaker_state{name="recommendations",state="open"} 0`,
		`catalog_feed_received_total 8`,
		`catalog_relay_failures_total 1`,
		`catalog_watch_products 60`,
		`catalog_pages_degraded_total 11`,
		`catalog_calls_limit 32`,
	} {
		if !strings.Contains(got, line+"\n") {
			t.Errorf("missing: %s", line)
		}
	}
	for _, name := range []string{"go_goroutines", "go_memstats_mallocs_total", "process_start_time_seconds"} {
		if !strings.Contains(got, "\n"+name+" ") {
			t.Errorf("missing: %s", name)
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

// TestOneSnapshotForEachScrape: a part is asked once, so its figures belong to one moment.
func TestOneSnapshotForEachScrape(t *testing.T) {
	m := telemetry.NewMetrics("v1")
	asked := 0
	m.Cache("redis", "offer", func() telemetry.CacheStats { asked++; return telemetry.CacheStats{} })
	exposition(t, m)
	if asked != 1 {
		t.Errorf("asked %d times in one scrape, want once", asked)
	}
}
