package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"example.com/shop/catalog"
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
		observeBreaker(metrics, "recommendations", client.State)
		recommender = client
	}
	servers, err := newServers(ctx, c, layers, recommender, metrics, log)
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
