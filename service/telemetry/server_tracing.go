package telemetry

import (
	"context"
	"encoding/binary"
	"math/rand/v2"

	"go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"
	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"
)

// #region server-tracing

// ServerTracing returns the options that make every call part of a trace. They come before those with interceptors.
//
// When spans are exported, OpenTelemetry's own handler makes them. It prepares names, attributes and copies of headers
// also for a span that nobody will see, which would be most of what a cached read allocates beyond gRPC's own. So
// without an exporter a call gets its ids, the caller's or new ones, and nothing else.
func ServerTracing() []grpc.ServerOption {
	if Exports() {
		return []grpc.ServerOption{grpc.StatsHandler(otelgrpc.NewServerHandler())}
	}
	return []grpc.ServerOption{grpc.ChainUnaryInterceptor(identifyCall), grpc.ChainStreamInterceptor(identifyStream)}
}

// #endregion server-tracing

func identifyCall(ctx context.Context, req any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	return next(identified(ctx), req)
}

func identifyStream(srv any, stream grpc.ServerStream, _ *grpc.StreamServerInfo, next grpc.StreamHandler) error {
	return next(srv, identifiedStream{stream, identified(stream.Context())})
}

// identifiedStream is a stream with another context.
type identifiedStream struct {
	grpc.ServerStream

	ctx context.Context // gRPC hands a stream its context in this way
}

func (s identifiedStream) Context() context.Context { return s.ctx }

// identified puts a call into its caller's trace, or into a new one.
func identified(ctx context.Context) context.Context {
	// One header at a time: to take all of them is to copy them.
	if parent := metadata.ValueFromIncomingContext(ctx, "traceparent"); len(parent) > 0 {
		carrier := propagation.MapCarrier{"traceparent": parent[0]}
		if state := metadata.ValueFromIncomingContext(ctx, "tracestate"); len(state) > 0 {
			carrier["tracestate"] = state[0]
		}
		extracted := propagation.TraceContext{}.Extract(ctx, carrier)
		if trace.SpanContextFromContext(extracted).IsValid() {
			return extracted
		}
	}
	return newlyIdentified(ctx)
}

func newlyIdentified(ctx context.Context) context.Context {
	var config trace.SpanContextConfig
	// Not secret and not guessed by anyone: ids only have to differ.
	binary.BigEndian.PutUint64(config.TraceID[:8], rand.Uint64())
	binary.BigEndian.PutUint64(config.TraceID[8:], rand.Uint64())
	binary.BigEndian.PutUint64(config.SpanID[:], rand.Uint64())
	return trace.ContextWithSpanContext(ctx, trace.NewSpanContext(config))
}
