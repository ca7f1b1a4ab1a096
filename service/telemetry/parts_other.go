package telemetry

// WatchStats is who watches offers now.
type WatchStats struct {
	Streams, Products int // open streams, and distinct products that they watch
}

// Watchers reports the streams of WatchOffers.
func (m *Metrics) Watchers(read func() WatchStats) {
	var p part[WatchStats]
	p.gauge("catalog_watch_streams", "Open streams.", "",
		one(func(s WatchStats) float64 { return float64(s.Streams) }))
	p.gauge("catalog_watch_products", "Distinct products that are watched.", "",
		one(func(s WatchStats) float64 { return float64(s.Products) }))
	register(m, read, p)
}

// Counter reports a figure that only grows and needs no snapshot of its own; its name begins with "catalog_" and ends
// in "_total".
func (m *Metrics) Counter(name, help string, read func() uint64) {
	var p part[uint64]
	p.counter(name, help, "", one(func(n uint64) float64 { return float64(n) }))
	register(m, read, p)
}

// Gauge reports a figure that rises and falls; its name begins with "catalog_".
func (m *Metrics) Gauge(name, help string, read func() float64) {
	var p part[float64]
	p.gauge(name, help, "", one(func(v float64) float64 { return v }))
	register(m, read, p)
}
