package telemetry_test

import (
	"context"
	"testing"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"

	"example.com/shop/telemetry"
)

// startTracing starts without a collector, and stops at the end of the test.
func startTracing(tb testing.TB) {
	tb.Helper()
	tb.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "")
	tb.Setenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "")
	shutdown, err := telemetry.StartTracing(tb.Context(), "catalogd", "v1")
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := shutdown(context.Background()); err != nil {
			tb.Errorf("shutdown: %v", err)
		}
	})
}

func TestTracingWithoutCollectorStillHasIDs(t *testing.T) {
	startTracing(t)
	ctx, span := otel.Tracer("test").Start(t.Context(), "call")
	defer span.End()

	if got := span.SpanContext(); !got.IsValid() || got.IsSampled() || span.IsRecording() {
		t.Errorf("span is valid %t, sampled %t, recording %t; want ids and nothing else",
			got.IsValid(), got.IsSampled(), span.IsRecording())
	}
	carrier := propagation.MapCarrier{}
	otel.GetTextMapPropagator().Inject(ctx, carrier)
	if carrier["traceparent"] == "" {
		t.Error("the next service is not told of the trace")
	}
}

func TestTracingKeepsTheCallersDecision(t *testing.T) {
	startTracing(t)
	caller := trace.NewSpanContext(trace.SpanContextConfig{
		TraceID: trace.TraceID{1}, SpanID: trace.SpanID{2}, TraceFlags: trace.FlagsSampled, Remote: true,
	})
	ctx := trace.ContextWithSpanContext(t.Context(), caller)
	_, span := otel.Tracer("test").Start(ctx, "call")
	defer span.End()

	if got := span.SpanContext(); got.TraceID() != caller.TraceID() || !got.IsSampled() {
		t.Errorf("trace %s sampled %t, want the caller's %s, sampled", got.TraceID(), got.IsSampled(), caller.TraceID())
	}
}

func TestTracingToACollectorThatIsAway(t *testing.T) {
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1")
	t.Setenv("OTEL_EXPORTER_OTLP_TIMEOUT", "10") // milliseconds that it tries for
	shutdown, err := telemetry.StartTracing(t.Context(), "catalogd", "v1")
	if err != nil {
		t.Fatalf("StartTracing = %v; the service must start without its collector", err)
	}
	_, span := otel.Tracer("test").Start(t.Context(), "call")
	if !span.IsRecording() {
		t.Error("with a collector named, spans are recorded")
	}
	span.End()
	_ = shutdown(t.Context()) // it cannot send; it must only come back, and leave nothing behind
}

// BenchmarkSpan is what a call pays for its trace id when nobody collects.
func BenchmarkSpan(b *testing.B) {
	startTracing(b)
	tracer := otel.Tracer("test")
	b.ReportAllocs()
	for b.Loop() {
		_, span := tracer.Start(b.Context(), "call", trace.WithSpanKind(trace.SpanKindServer))
		span.End()
	}
}
