package telemetry

import "github.com/prometheus/client_golang/prometheus"

// snapshot is a collector that asks a part of the program for its figures once in each scrape. The part counts in
// whatever way suits it and knows nothing of Prometheus, and the figures of one scrape belong to one moment.
type snapshot[S any] struct {
	read    func() S
	figures []figure[S]
}

// figure is one series of a snapshot.
type figure[S any] struct {
	desc   *prometheus.Desc
	kind   prometheus.ValueType
	value  func(S) float64
	labels []string
}

// Describe implements [prometheus.Collector].
func (s *snapshot[S]) Describe(descs chan<- *prometheus.Desc) {
	for _, f := range s.figures {
		descs <- f.desc
	}
}

// Collect implements [prometheus.Collector].
func (s *snapshot[S]) Collect(metrics chan<- prometheus.Metric) {
	now := s.read()
	for _, f := range s.figures {
		metrics <- prometheus.MustNewConstMetric(f.desc, f.kind, f.value(now), f.labels...)
	}
}

// part describes metrics that share labels, such as the layer of a cache.
type part[S any] struct {
	labels  prometheus.Labels
	figures []figure[S]
}

// Names are written in full, "catalog_" included: who meets one on a dashboard finds it here by searching.

// counter adds series that only grow: one for each value of label, or a single one when label is "".
func (p *part[S]) counter(name, help, label string, values ...value[S]) {
	p.add(prometheus.CounterValue, name, help, label, values)
}

// gauge adds series that rise and fall.
func (p *part[S]) gauge(name, help, label string, values ...value[S]) {
	p.add(prometheus.GaugeValue, name, help, label, values)
}

// value is a label's value and the figure that it stands for.
type value[S any] struct {
	label string
	of    func(S) float64
}

func (p *part[S]) add(kind prometheus.ValueType, name, help, label string, values []value[S]) {
	var names []string
	if label != "" {
		names = []string{label}
	}
	desc := prometheus.NewDesc(name, help, names, p.labels)
	for _, v := range values {
		f := figure[S]{desc: desc, kind: kind, value: v.of}
		if label != "" {
			f.labels = []string{v.label}
		}
		p.figures = append(p.figures, f)
	}
}

// register panics when the same part is registered twice: a mistake in the wiring that shows at the first start.
func register[S any](m *Metrics, read func() S, p part[S]) {
	m.registry.MustRegister(&snapshot[S]{read: read, figures: p.figures})
}

// one is a single figure without a label of its own.
func one[S any](of func(S) float64) value[S] { return value[S]{of: of} }
