package telemetry_test

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	grpcprom "github.com/grpc-ecosystem/go-grpc-middleware/providers/prometheus"
	"github.com/prometheus/common/expfmt"
	"go.opentelemetry.io/otel/trace"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"example.com/shop/telemetry"
)

const getProduct = "/shop.catalog.v1.CatalogService/GetProduct"

func TestUnaryCountsByCode(t *testing.T) {
	m := telemetry.NewMetrics("v1")
	intercept := m.UnaryServerInterceptor()
	answers := []error{
		nil, nil,
		status.Error(codes.NotFound, "no such product"),
		context.DeadlineExceeded,
		io.ErrUnexpectedEOF,
		status.Error(codes.Code(99), "made up"),
	}
	for _, answer := range answers {
		handler := func(context.Context, any) (any, error) { return nil, answer }
		_, err := intercept(t.Context(), nil, &grpc.UnaryServerInfo{FullMethod: getProduct}, handler)
		if !errors.Is(err, answer) {
			t.Errorf("interceptor returned %v, want the handler's %v", err, answer)
		}
	}

	got := exposition(t, m)
	const method = `grpc_method="GetProduct",grpc_service="shop.catalog.v1.CatalogService",grpc_type="unary"`
	for _, line := range []string{
		`grpc_server_started_total{` + method + `} 6`,
		`grpc_server_handled_total{grpc_code="OK",` + method + `} 2`,
		`grpc_server_handled_total{grpc_code="NotFound",` + method + `} 1`,
		`grpc_server_handled_total{grpc_code="DeadlineExceeded",` + method + `} 1`,
		`grpc_server_handled_total{grpc_code="Unknown",` + method + `} 2`,
		`grpc_server_handled_total{grpc_code="Internal",` + method + `} 0`,
		`grpc_server_msg_sent_total{` + method + `} 2`,
		`grpc_server_handling_seconds_count{` + method + `} 6`,
	} {
		if !strings.Contains(got, line+"\n") {
			t.Errorf("missing: %s", line)
		}
	}
}

func TestStreamCountsMessagesAndNoDuration(t *testing.T) {
	m := telemetry.NewMetrics("v1")
	info := &grpc.StreamServerInfo{FullMethod: "/shop.catalog.v1.CatalogService/WatchOffers", IsServerStream: true}
	handler := func(_ any, stream grpc.ServerStream) error {
		for range 3 {
			if err := stream.SendMsg(nil); err != nil {
				return err
			}
		}
		return stream.RecvMsg(nil)
	}
	if err := m.StreamServerInterceptor()(nil, oneWay{}, info, handler); !errors.Is(err, io.EOF) {
		t.Fatalf("interceptor returned %v, want EOF", err)
	}

	got := exposition(t, m)
	const method = `grpc_method="WatchOffers",grpc_service="shop.catalog.v1.CatalogService",grpc_type="server_stream"`
	for _, line := range []string{
		`grpc_server_msg_sent_total{` + method + `} 3`,
		`grpc_server_msg_received_total{` + method + `} 0`,
		`grpc_server_handled_total{grpc_code="Unknown",` + method + `} 1`,
	} {
		if !strings.Contains(got, line+"\n") {
			t.Errorf("missing: %s", line)
		}
	}
	if strings.Contains(got, `grpc_server_handling_seconds_count{`+method) {
		t.Error("a stream has a duration")
	}
}

// oneWay is a stream that takes everything and brings nothing.
type oneWay struct{ grpc.ServerStream }

func (oneWay) SendMsg(any) error { return nil }
func (oneWay) RecvMsg(any) error { return io.EOF }

func TestSampledCallLeavesItsTrace(t *testing.T) {
	m := telemetry.NewMetrics("v1")
	span := trace.NewSpanContext(trace.SpanContextConfig{
		TraceID: trace.TraceID{7}, SpanID: trace.SpanID{1}, TraceFlags: trace.FlagsSampled,
	})
	ctx := trace.ContextWithSpanContext(t.Context(), span)
	_, err := m.UnaryServerInterceptor()(ctx, nil, &grpc.UnaryServerInfo{FullMethod: getProduct}, answer)
	if err != nil {
		t.Fatal(err)
	}
	families, err := m.Gatherer().Gather()
	if err != nil {
		t.Fatal(err)
	}
	for _, family := range families {
		for _, metric := range family.GetMetric() {
			for _, bucket := range metric.GetHistogram().GetBucket() {
				if label := bucket.GetExemplar().GetLabel(); len(label) == 1 && label[0].GetValue() == span.TraceID().String() {
					return
				}
			}
		}
	}
	t.Error("no bucket has the call's trace id")
}

func answer(context.Context, any) (any, error) { return nil, nil }

// exposition is what Prometheus would read.
func exposition(t *testing.T, m *telemetry.Metrics) string {
	t.Helper()
	families, err := m.Gatherer().Gather()
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, family := range families {
		if _, err := expfmt.MetricFamilyToText(&text, family); err != nil {
			t.Fatal(err)
		}
	}
	return text.String()
}

// BenchmarkUnary compares what a call pays with the library that is not used.
func BenchmarkUnary(b *testing.B) {
	for name, intercept := range map[string]grpc.UnaryServerInterceptor{
		"own": telemetry.NewMetrics("v1").UnaryServerInterceptor(),
		"library": grpcprom.NewServerMetrics(grpcprom.WithServerHandlingTimeHistogram()).
			UnaryServerInterceptor(),
	} {
		b.Run(name, func(b *testing.B) {
			info := &grpc.UnaryServerInfo{FullMethod: getProduct}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := intercept(b.Context(), nil, info, answer); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
