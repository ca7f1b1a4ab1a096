package telemetry

import (
	"regexp"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
)

// Metrics holds what the service counts. It has a registry of its own: the global one is shared with every imported
// package, and a test could not make a second.
//
// Every label has a handful of values that are known when the program is written: method, code, layer, kind, state.
// Product ids and clients are no labels. Each value is a series that the process keeps until it ends and Prometheus
// stores for weeks; a million products would cost more than the catalogue itself, and whoever can choose the value
// can fill the memory. One product's or one client's story is told by logs and traces.
type Metrics struct {
	registry *prometheus.Registry
	rpc      *rpcMetrics
}

// liveHeap adds what the last collection found to be in use: heap_alloc holds the garbage since then too.
var liveHeap = collectors.WithGoCollectorRuntimeMetrics(collectors.GoRuntimeMetricsRule{
	Matcher: regexp.MustCompile(`^/gc/heap/live:bytes$`),
})

// NewMetrics returns metrics of the Go runtime, of the process and of the build with this version; those of gRPC
// come with the interceptors, and the methods add what else the program has.
func NewMetrics(version string) *Metrics {
	m := &Metrics{registry: prometheus.NewRegistry(), rpc: newRPCMetrics()}
	build := prometheus.NewGauge(prometheus.GaugeOpts{
		Name:        "catalog_build_info",
		Help:        "Always 1; the label holds the service's version.",
		ConstLabels: prometheus.Labels{"version": version},
	})
	build.Set(1)
	m.registry.MustRegister(
		collectors.NewGoCollector(liveHeap),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		build,
		m.rpc,
	)
	return m
}

// Gatherer returns what an HTTP handler exposes.
func (m *Metrics) Gatherer() prometheus.Gatherer { return m.registry }

// Counter reports a figure that only grows; its name begins with "catalog_" and ends in "_total". It panics when the
// same name and labels are registered twice: a mistake in the wiring that shows at the first start.
func (m *Metrics) Counter(name, help string, labels prometheus.Labels, read func() float64) {
	m.registry.MustRegister(prometheus.NewCounterFunc(
		prometheus.CounterOpts{Name: name, Help: help, ConstLabels: labels}, read))
}

// Gauge reports a figure that rises and falls; its name begins with "catalog_". It panics as Counter does.
func (m *Metrics) Gauge(name, help string, labels prometheus.Labels, read func() float64) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(
		prometheus.GaugeOpts{Name: name, Help: help, ConstLabels: labels}, read))
}
