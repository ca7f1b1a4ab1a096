package telemetry

import (
	"context"
	"testing"

	"go.opentelemetry.io/otel/trace"
	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"
)

func TestCallWithoutTraceGetsOne(t *testing.T) {
	first := spanOf(t, t.Context())
	second := spanOf(t, t.Context())
	if !first.IsValid() || first.IsSampled() || first.TraceID() == second.TraceID() {
		t.Errorf("two calls are in traces %s and %s, want two different ones that are not sampled",
			first.TraceID(), second.TraceID())
	}
}

func TestCallJoinsItsCallersTrace(t *testing.T) {
	const traceID = "4bf92f3577b34da6a3ce929d0e0e4736"
	for parent, joins := range map[string]bool{
		"00-" + traceID + "-00f067aa0ba902b7-01": true,
		"00-" + traceID + "-00f067aa0ba902b7-00": true,
		"nonsense":                               false,
	} {
		ctx := metadata.NewIncomingContext(t.Context(), metadata.Pairs("traceparent", parent, "tracestate", "shop=1"))
		span := spanOf(t, ctx)
		if got := span.TraceID().String() == traceID; got != joins || !span.IsValid() {
			t.Errorf("traceparent %q: trace %s", parent, span.TraceID())
		}
		if joins && span.TraceState().Get("shop") != "1" {
			t.Errorf("traceparent %q: the trace's state is lost", parent)
		}
	}
}

func TestStreamHasATrace(t *testing.T) {
	err := identifyStream(nil, stream{t.Context()}, nil, func(_ any, s grpc.ServerStream) error {
		if !trace.SpanContextFromContext(s.Context()).IsValid() {
			t.Error("the stream's context has no trace")
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestServerTracingFollowsTheEnvironment(t *testing.T) {
	t.Setenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "")
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "")
	if got := len(ServerTracing()); got != 2 {
		t.Errorf("without an exporter: %d options, want the two interceptors", got)
	}
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317")
	if got := len(ServerTracing()); got != 1 {
		t.Errorf("with an exporter: %d options, want the handler of spans", got)
	}
}

// stream is a stream of which only the context matters.
type stream struct{ ctx context.Context }

func (s stream) Context() context.Context   { return s.ctx }
func (stream) SendMsg(any) error            { return nil }
func (stream) RecvMsg(any) error            { return nil }
func (stream) SetHeader(metadata.MD) error  { return nil }
func (stream) SendHeader(metadata.MD) error { return nil }
func (stream) SetTrailer(metadata.MD)       {}

// spanOf returns the span that a handler sees.
func spanOf(t *testing.T, ctx context.Context) trace.SpanContext {
	t.Helper()
	var span trace.SpanContext
	_, err := identifyCall(ctx, nil, nil, func(ctx context.Context, _ any) (any, error) {
		span = trace.SpanContextFromContext(ctx)
		return nil, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return span
}
