// Package telemetry is how the service tells its operator what it does: logs, traces and metrics. It knows gRPC and
// the exporters, but none of the packages that it reports on: cmd/ hands it functions that read their figures.
package telemetry

import (
	"context"
	"io"
	"log/slog"

	"go.opentelemetry.io/otel/trace"
)

// NewLogger returns a logger that writes one JSON object a line. A record that is logged with a context inside a
// trace carries that trace's ids, so that a line leads to the trace and to the lines of other services.
func NewLogger(w io.Writer, level slog.Leveler) *slog.Logger {
	return slog.New(traced{slog.NewJSONHandler(w, &slog.HandlerOptions{Level: level})})
}

// #region traced

// traced adds the ids of the context's span. Within [slog.Logger.WithGroup] they are part of that group.
type traced struct{ slog.Handler }

func (h traced) Handle(ctx context.Context, record slog.Record) error {
	if span := trace.SpanContextFromContext(ctx); span.IsValid() {
		record.AddAttrs(
			slog.String("trace_id", span.TraceID().String()),
			slog.String("span_id", span.SpanID().String()),
		)
	}
	return h.Handler.Handle(ctx, record)
}

// #endregion traced

// WithAttrs and WithGroup wrap again: the embedded methods would return a handler without the ids.

func (h traced) WithAttrs(attrs []slog.Attr) slog.Handler {
	return traced{h.Handler.WithAttrs(attrs)}
}

func (h traced) WithGroup(name string) slog.Handler {
	return traced{h.Handler.WithGroup(name)}
}
