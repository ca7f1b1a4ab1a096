package telemetry

import (
	"sync"

	"github.com/prometheus/client_golang/prometheus"
	"google.golang.org/grpc/codes"
)

// rpcMetrics are rate, errors and duration of each method. Names and labels are those of the widely used
// go-grpc-middleware, so that its dashboards and alerts fit. Its code is not used: it finds five series by their
// labels in every call and records a histogram of durations for streams, where hours of watching say nothing. Here a
// method's series are found once, and a call allocates nothing (see BenchmarkUnary).
type rpcMetrics struct {
	started, handled, received, sent *prometheus.CounterVec
	seconds                          *prometheus.HistogramVec

	// methods holds a *rpcSeries for each full method name. It cannot grow without bound: an interceptor only
	// sees methods that are registered.
	methods sync.Map
}

// rpcSeries are the series of one method.
type rpcSeries struct {
	started, received, sent prometheus.Counter
	handled                 [codes.Unauthenticated + 1]prometheus.Counter
	seconds                 prometheus.Observer // nil for a stream
}

// #region buckets

// The buckets are dense where promises are made: a cached read takes well below a millisecond, a read of the database
// a few, and 10 s is the most that the server grants a call.
var rpcBuckets = []float64{.0001, .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10}

// #endregion buckets

func newRPCMetrics() *rpcMetrics {
	method := []string{"grpc_type", "grpc_service", "grpc_method"}
	counter := func(name, help string, labels ...string) *prometheus.CounterVec {
		return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, append(method, labels...))
	}
	return &rpcMetrics{
		started:  counter("grpc_server_started_total", "Calls that began."),
		handled:  counter("grpc_server_handled_total", "Calls that ended, by status code.", "grpc_code"),
		received: counter("grpc_server_msg_received_total", "Messages that came in."),
		sent:     counter("grpc_server_msg_sent_total", "Messages that went out."),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "grpc_server_handling_seconds",
			Help:    "Time from a unary call's first interceptor to its answer.",
			Buckets: rpcBuckets,
		}, method),
	}
}

// of returns the series of a method, all of them at zero the first time: a rate needs a sample before the first error.
func (r *rpcMetrics) of(kind, fullMethod string) *rpcSeries {
	if known, ok := r.methods.Load(fullMethod); ok {
		return known.(*rpcSeries)
	}
	service, method := splitMethod(fullMethod)
	s := &rpcSeries{
		started:  r.started.WithLabelValues(kind, service, method),
		received: r.received.WithLabelValues(kind, service, method),
		sent:     r.sent.WithLabelValues(kind, service, method),
	}
	for code := range s.handled {
		s.handled[code] = r.handled.WithLabelValues(kind, service, method, codes.Code(code).String())
	}
	if kind == unary {
		s.seconds = r.seconds.WithLabelValues(kind, service, method)
	}
	r.methods.Store(fullMethod, s)
	return s
}

// end counts a call that ended with code. One that gRPC does not define, from a handler that made it up, is Unknown.
func (s *rpcSeries) end(code codes.Code) {
	if int(code) >= len(s.handled) {
		code = codes.Unknown
	}
	s.handled[code].Inc()
}

func (r *rpcMetrics) vectors() []prometheus.Collector {
	return []prometheus.Collector{r.started, r.handled, r.received, r.sent, r.seconds}
}

// Describe implements [prometheus.Collector].
func (r *rpcMetrics) Describe(descs chan<- *prometheus.Desc) {
	for _, v := range r.vectors() {
		v.Describe(descs)
	}
}

// Collect implements [prometheus.Collector].
func (r *rpcMetrics) Collect(metrics chan<- prometheus.Metric) {
	for _, v := range r.vectors() {
		v.Collect(metrics)
	}
}
