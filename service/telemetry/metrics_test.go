package telemetry_test

import (
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"

	"example.com/shop/telemetry"
)

func TestMetricsOfTheProgram(t *testing.T) {
	m := telemetry.NewMetrics("v1.2.3")
	m.Counter("catalog_pages_degraded_total", "Pages without recommendations.", nil, func() float64 { return 11 })
	m.Gauge("catalog_calls_limit", "Calls that may run at once.", prometheus.Labels{"server": "primary"}, func() float64 { return 32 })
	got := exposition(t, m)
	for _, start := range []string{
		`catalog_build_info{version="v1.2.3"} 1` + "\n",
		"catalog_pages_degraded_total 11\n",
		`catalog_calls_limit{server="primary"} 32` + "\n",
		"go_goroutines ", "go_memstats_mallocs_total ", "process_start_time_seconds ",
	} {
		if !strings.Contains(got, "\n"+start) {
			t.Errorf("missing: %s", start)
		}
	}
}
