package telemetry

import (
	"context"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/otel/trace"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// The kinds of method, as the label grpc_type names them.
const (
	unary        = "unary"
	clientStream = "client_stream"
	serverStream = "server_stream"
	bidiStream   = "bidi_stream"
)

// UnaryServerInterceptor counts and times calls. Put it first, so that it also sees what the others refuse.
func (m *Metrics) UnaryServerInterceptor() grpc.UnaryServerInterceptor {
	return func(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
		series := m.rpc.of(unary, info.FullMethod)
		series.started.Inc()
		series.received.Inc()
		begin := time.Now()
		resp, err := handler(ctx, req)
		observe(ctx, series.seconds, time.Since(begin))
		series.end(code(err))
		if err == nil {
			series.sent.Inc()
		}
		return resp, err
	}
}

// StreamServerInterceptor counts streams and their messages. Put it first, as its unary sister.
func (m *Metrics) StreamServerInterceptor() grpc.StreamServerInterceptor {
	return func(srv any, stream grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
		series := m.rpc.of(streamKind(info), info.FullMethod)
		series.started.Inc()
		err := handler(srv, countedStream{stream, series})
		series.end(code(err))
		return err
	}
}

// countedStream counts the messages that pass.
type countedStream struct {
	grpc.ServerStream
	series *rpcSeries
}

func (s countedStream) SendMsg(msg any) error {
	err := s.ServerStream.SendMsg(msg)
	if err == nil {
		s.series.sent.Inc()
	}
	return err
}

func (s countedStream) RecvMsg(msg any) error {
	err := s.ServerStream.RecvMsg(msg)
	if err == nil {
		s.series.received.Inc()
	}
	return err
}

// #region observe

// observe attaches the trace id of a recorded call to its bucket: from a slow bucket straight to a slow trace.
func observe(ctx context.Context, seconds prometheus.Observer, took time.Duration) {
	if span := trace.SpanContextFromContext(ctx); span.IsSampled() {
		if exemplars, ok := seconds.(prometheus.ExemplarObserver); ok {
			exemplars.ObserveWithExemplar(took.Seconds(), prometheus.Labels{"trace_id": span.TraceID().String()})
			return
		}
	}
	seconds.Observe(took.Seconds())
}

// #endregion observe

// code returns what the caller will see: gRPC translates the context's errors, and all others are Unknown.
func code(err error) codes.Code {
	if s, ok := status.FromError(err); ok {
		return s.Code()
	}
	return status.FromContextError(err).Code()
}

func streamKind(info *grpc.StreamServerInfo) string {
	switch {
	case info.IsClientStream && info.IsServerStream:
		return bidiStream
	case info.IsClientStream:
		return clientStream
	default:
		return serverStream
	}
}

// splitMethod cuts "/package.Service/Method" in two.
func splitMethod(fullMethod string) (service, method string) {
	service, method, _ = strings.Cut(strings.TrimPrefix(fullMethod, "/"), "/")
	return service, method
}
