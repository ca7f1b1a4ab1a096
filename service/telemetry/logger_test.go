package telemetry_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"testing"

	"go.opentelemetry.io/otel/trace"

	"example.com/shop/telemetry"
)

func TestLoggerNamesTheTrace(t *testing.T) {
	span := trace.NewSpanContext(trace.SpanContextConfig{TraceID: trace.TraceID{1}, SpanID: trace.SpanID{2}})
	ctx := trace.ContextWithSpanContext(t.Context(), span)

	var out bytes.Buffer
	telemetry.NewLogger(&out, slog.LevelInfo).With("layer", "redis").InfoContext(ctx, "read")

	var line map[string]any
	if err := json.Unmarshal(out.Bytes(), &line); err != nil {
		t.Fatalf("log line %q: %v", out.String(), err)
	}
	want := map[string]any{
		"msg": "read", "level": "INFO", "layer": "redis",
		"trace_id": span.TraceID().String(), "span_id": span.SpanID().String(),
	}
	for key, value := range want {
		if line[key] != value {
			t.Errorf("%s = %v, want %v", key, line[key], value)
		}
	}
}

func TestLoggerWithoutTrace(t *testing.T) {
	var out bytes.Buffer
	telemetry.NewLogger(&out, slog.LevelInfo).Info("started")
	if bytes.Contains(out.Bytes(), []byte("trace_id")) {
		t.Errorf("a line outside of any trace names one: %s", out.String())
	}
}

func TestLoggerLevelChangesWhileRunning(t *testing.T) {
	var out bytes.Buffer
	level := new(slog.LevelVar)
	log := telemetry.NewLogger(&out, level)
	log.Debug("before")
	level.Set(slog.LevelDebug)
	log.Debug("after")
	if got := out.String(); bytes.Contains(out.Bytes(), []byte("before")) || !bytes.Contains(out.Bytes(), []byte("after")) {
		t.Errorf("logged %q, want only the line after the change", got)
	}
}
