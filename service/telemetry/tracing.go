package telemetry

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracegrpc"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
)

// StartTracing sets the process's tracer provider and the W3C propagators (traceparent and baggage), which the
// instrumented libraries find by themselves. Spans are exported when the standard variable
// OTEL_EXPORTER_OTLP_ENDPOINT, or its form for traces, names a collector; the other OTEL_ variables (headers, TLS,
// sampler, resource) then apply as well. shutdown sends what is still held; give it a deadline.
func StartTracing(ctx context.Context, service, version string) (shutdown func(context.Context) error, err error) {
	options := []sdktrace.TracerProviderOption{unrecorded()}
	if Exports() {
		if options, err = exported(ctx, service, version); err != nil {
			return nil, fmt.Errorf("start tracing: %w", err)
		}
	}
	provider := sdktrace.NewTracerProvider(options...)
	otel.SetTracerProvider(provider)
	otel.SetTextMapPropagator(propagation.NewCompositeTextMapPropagator(
		propagation.TraceContext{}, propagation.Baggage{}))
	// The library's own handler writes plain text to stderr, between lines of JSON.
	otel.SetErrorHandler(otel.ErrorHandlerFunc(func(err error) {
		slog.Default().Warn("export traces", "error", err)
	}))
	return provider.Shutdown, nil
}

// Exports tells whether traces go anywhere. Where they do not, making spans is work for nothing.
func Exports() bool {
	return os.Getenv("OTEL_EXPORTER_OTLP_ENDPOINT") != "" || os.Getenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") != ""
}

// unrecorded makes a trace id for every call, so that its log lines belong together, and records nothing. A caller's
// decision to sample is kept: the services behind this one may well export.
func unrecorded() sdktrace.TracerProviderOption {
	return sdktrace.WithSampler(sdktrace.ParentBased(sdktrace.NeverSample()))
}

// exported sets no sampler: the SDK takes it from OTEL_TRACES_SAMPLER, and samples everything without.
func exported(ctx context.Context, service, version string) ([]sdktrace.TracerProviderOption, error) {
	exporter, err := otlptracegrpc.New(ctx)
	if err != nil {
		return nil, fmt.Errorf("connect to collector: %w", err)
	}
	// The environment comes last and wins: the operator knows better what the service is called there.
	res, err := resource.New(ctx,
		resource.WithTelemetrySDK(),
		resource.WithHost(),
		resource.WithAttributes(semconv.ServiceName(service), semconv.ServiceVersion(version)),
		resource.WithFromEnv(),
	)
	// A resource that lacks a part still says where the spans come from.
	if err != nil && !errors.Is(err, resource.ErrPartialResource) {
		return nil, fmt.Errorf("describe the process: %w", err)
	}
	return []sdktrace.TracerProviderOption{
		sdktrace.WithBatcher(exporter),
		sdktrace.WithResource(res),
	}, nil
}
