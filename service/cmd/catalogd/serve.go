package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthv1 "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/reflection"

	"example.com/shop/admin"
	"example.com/shop/catalog"
	"example.com/shop/grpcapi"
	"example.com/shop/mysqlstore"
	"example.com/shop/seed"
	"example.com/shop/telemetry"
)

// adminStopTimeout is short: nobody waits for the last line of a profile when the process ends.
const adminStopTimeout = time.Second

// serve connects everything, serves until ctx is done, and takes it apart in the reverse order.
func serve(ctx context.Context, c *config, log *slog.Logger, ready func(grpcAddr string), recommender catalog.Recommender) error {
	if err := prepareDatabase(ctx, c); err != nil {
		return err
	}
	metrics := telemetry.NewMetrics(version())
	layers, err := openLayers(ctx, c, log)
	if err != nil {
		return err
	}
	defer layers.close()
	layers.observe(metrics)
	if c.recommendationsAddr != "" {
		client, closeClient, err := dialRecommendations(c.recommendationsAddr)
		if err != nil {
			return err
		}
		defer closeClient()
		metrics.Breaker("recommendations", client.State)
		recommender = client
	}
	servers, err := c.listen(ctx, layers, recommender, metrics, log)
	if err != nil {
		return err
	}
	stopLayers := layers.run(log)
	defer stopLayers()
	log.Info("listening", slog.String("grpc", servers.grpcAddr()), slog.String("admin", servers.adminAddr()),
		slog.Bool("embedded", c.embedded), slog.Bool("tls", c.tlsCert != ""))
	ready(servers.grpcAddr())
	return servers.run(ctx, c, log)
}

// prepareDatabase migrates and seeds where that is wanted. Several instances may do so at once.
func prepareDatabase(ctx context.Context, c *config) error {
	if c.migrate {
		if err := mysqlstore.Migrate(ctx, c.mysqlDSN); err != nil {
			return err
		}
	}
	if c.seed == 0 {
		return nil
	}
	db, err := sql.Open("mysql", c.mysqlDSN)
	if err != nil {
		return errors.New("seed: the data source name is not valid")
	}
	defer func() { _ = db.Close() }()
	if err := seed.Insert(ctx, db, 1, c.seed); err != nil {
		return fmt.Errorf("seed: %w", err)
	}
	return nil
}

// servers are the two doors of the process.
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

func (c *config) listen(ctx context.Context, l *layers, recommender catalog.Recommender, metrics *telemetry.Metrics, log *slog.Logger) (*servers, error) {
	s := &servers{layers: l, health: health.NewServer(), limit: grpcapi.NewRateLimit(c.rateLimit)}
	s.state = newReadiness(s.health)
	deps, err := l.dependencies(c, recommender, log)
	if err != nil {
		return nil, err
	}
	if s.grpc, err = c.newGRPCServer(s.limit, metrics, log); err != nil {
		return nil, err
	}
	metrics.Counter("catalog_pages_degraded_total", "Product pages that went out without all recommendations.",
		grpcapi.Register(s.grpc, deps))
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

func (c *config) newGRPCServer(limit *grpcapi.RateLimit, metrics *telemetry.Metrics, log *slog.Logger) (*grpc.Server, error) {
	creds, err := c.credentials()
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

// run serves until ctx is done or a server fails.
func (s *servers) run(ctx context.Context, c *config, log *slog.Logger) error {
	ctx, cancel := context.WithCancelCause(ctx)
	var group sync.WaitGroup
	start := func(serve func() error) {
		group.Go(func() {
			if err := serve(); err != nil {
				cancel(err)
			}
		})
	}
	start(func() error { return s.grpc.Serve(s.grpcLis) })
	start(func() error { return s.admin.Serve(s.adminLis) })
	group.Go(func() { s.state.watch(ctx, s.layers.store.Ping) })
	<-ctx.Done()
	s.stop(c, log)
	group.Wait()
	if cause := context.Cause(ctx); !errors.Is(cause, context.Canceled) {
		return fmt.Errorf("serve: %w", cause)
	}
	return nil
}

// #region stop

// stop lets callers go before it closes the door: first nobody new is sent here, then streams are told, then calls in
// flight finish, but not for ever.
func (s *servers) stop(c *config, log *slog.Logger) {
	log.Info("stopping", slog.Duration("drain", c.drain))
	s.state.stopping()
	time.Sleep(c.drain)
	s.layers.hub.Close()
	timer := time.AfterFunc(c.stopTimeout, func() {
		log.Warn("calls in flight are cut: the stop timeout passed")
		s.grpc.Stop()
	})
	s.grpc.GracefulStop()
	timer.Stop()
	s.limit.Close()
	ctx, cancel := context.WithTimeout(context.Background(), adminStopTimeout)
	defer cancel()
	if err := s.admin.Shutdown(ctx); err != nil {
		log.Warn("stop admin server", slog.Any("error", err))
	}
	log.Info("stopped")
}

// #endregion stop
