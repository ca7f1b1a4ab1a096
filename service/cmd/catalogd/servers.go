package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/health"
	healthv1 "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/reflection"

	"example.com/shop/admin"
	"example.com/shop/catalog"
	"example.com/shop/grpcapi"
	"example.com/shop/telemetry"
)

// servers are the two of the process: gRPC for callers, HTTP for the operator.
type servers struct {
	layers   *layers
	grpc     *grpc.Server
	health   *health.Server
	limit    *grpcapi.RateLimit
	admin    *admin.Server
	grpcLis  net.Listener
	adminLis net.Listener
	state    *readiness
}

func (s *servers) grpcAddr() string  { return s.grpcLis.Addr().String() }
func (s *servers) adminAddr() string { return s.adminLis.Addr().String() }

// newServers builds both and listens; nothing is served before run.
func newServers(
	ctx context.Context, c *config, l *layers, recommender catalog.Recommender, metrics *telemetry.Metrics, log *slog.Logger,
) (*servers, error) {
	s := &servers{layers: l, health: health.NewServer(), limit: grpcapi.NewRateLimit(c.rateLimit)}
	s.state = newReadiness(s.health)
	deps, err := l.dependencies(c, recommender, log)
	if err != nil {
		return nil, err
	}
	if s.grpc, err = newGRPCServer(c, s.limit, metrics, log); err != nil {
		return nil, err
	}
	degraded := grpcapi.Register(s.grpc, deps)
	metrics.Counter("catalog_pages_degraded_total", "Product pages that went out without all recommendations.", nil,
		func() float64 { return float64(degraded()) })
	healthv1.RegisterHealthServer(s.grpc, s.health)
	if c.reflection {
		reflection.Register(s.grpc)
	}
	s.admin = admin.New(admin.Config{
		Gatherer: metrics.Gatherer(), Ready: s.state.check, Logger: log,
		MutexProfileFraction: c.mutexFraction, BlockProfileRate: c.blockNanos,
	})
	var listen net.ListenConfig
	if s.grpcLis, err = listen.Listen(ctx, "tcp", c.grpcAddr); err != nil {
		return nil, fmt.Errorf("listen on -grpc-addr: %w", err)
	}
	if s.adminLis, err = listen.Listen(ctx, "tcp", c.adminAddr); err != nil {
		return nil, errors.Join(fmt.Errorf("listen on -admin-addr: %w", err), s.grpcLis.Close())
	}
	return s, nil
}

func newGRPCServer(c *config, limit *grpcapi.RateLimit, metrics *telemetry.Metrics, log *slog.Logger) (*grpc.Server, error) {
	creds, err := newCredentials(c)
	if err != nil {
		return nil, err
	}
	validator, err := grpcapi.NewValidator()
	if err != nil {
		return nil, err
	}
	transport := grpcapi.Transport{
		Credentials:      creds,
		MaxConnectionAge: c.maxConnectionAge,
		RateLimit:        limit,
		Validator:        validator,
		Statuses:         grpcapi.Statuses{Log: log},
		OuterUnary:       []grpc.UnaryServerInterceptor{metrics.UnaryServerInterceptor()},
		OuterStream:      []grpc.StreamServerInterceptor{metrics.StreamServerInterceptor()},
	}
	return grpc.NewServer(append(telemetry.ServerTracing(), transport.ServerOptions()...)...), nil
}

// newCredentials returns nil for plain text.
func newCredentials(c *config) (credentials.TransportCredentials, error) {
	if c.tlsCert == "" {
		return nil, nil
	}
	pair, err := tls.LoadX509KeyPair(c.tlsCert, c.tlsKey)
	if err != nil {
		return nil, fmt.Errorf("load -tls-cert and -tls-key: %w", err)
	}
	settings := &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS13}
	if c.tlsCA != "" {
		pem, err := os.ReadFile(c.tlsCA) //nolint:gosec // the operator names the file; it is meant to be any
		if err != nil {
			return nil, fmt.Errorf("load -tls-client-ca: %w", err)
		}
		settings.ClientCAs, settings.ClientAuth = x509.NewCertPool(), tls.RequireAndVerifyClientCert
		if !settings.ClientCAs.AppendCertsFromPEM(pem) {
			return nil, fmt.Errorf("load -tls-client-ca: no certificate in %s", c.tlsCA)
		}
	}
	return credentials.NewTLS(settings), nil
}
