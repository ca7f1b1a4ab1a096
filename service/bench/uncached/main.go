// Command uncached is the catalogue without copies: the same calls, interceptors and store, and a query for every read.
// What the copies save is the difference.
package main

import (
	"context"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/prometheus/client_golang/prometheus/promhttp"
	"google.golang.org/grpc"

	"example.com/shop/catalog"
	"example.com/shop/grpcapi"
	"example.com/shop/grpcapi/pagetoken"
	"example.com/shop/grpcapi/watch"
	"example.com/shop/mysqlstore"
	"example.com/shop/seed"
	"example.com/shop/telemetry"
)

func main() {
	products := flag.Int("seed", 0, "products to make up")
	flag.Parse()
	if err := serve(os.Getenv("CATALOG_MYSQL_DSN"), *products); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func serve(dsn string, products int) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := prepare(ctx, dsn, products); err != nil {
		return err
	}
	store, err := mysqlstore.Open(ctx, mysqlstore.Config{DSN: dsn})
	if err != nil {
		return err
	}
	defer store.Close()
	log := slog.New(slog.NewJSONHandler(os.Stderr, nil))
	metrics := telemetry.NewMetrics("uncached")
	server, err := newServer(store, metrics, log)
	if err != nil {
		return err
	}
	var listen net.ListenConfig
	lis, err := listen.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("serve: %w", err)
	}
	admin, err := listen.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("serve metrics: %w", err)
	}
	handler := promhttp.HandlerFor(metrics.Gatherer(), promhttp.HandlerOpts{})
	go func() { _ = http.Serve(admin, handler) }() //nolint:gosec // on loopback, for one reader, for a minute
	context.AfterFunc(ctx, server.Stop)
	log.Info("listening", "grpc", lis.Addr().String(), "admin", admin.Addr().String())
	return server.Serve(lis)
}

func prepare(ctx context.Context, dsn string, products int) error {
	if err := mysqlstore.Migrate(ctx, dsn); err != nil {
		return err
	}
	db, err := sql.Open("mysql", dsn)
	if err != nil {
		return fmt.Errorf("open MySQL: %w", err)
	}
	return errors.Join(seed.Insert(ctx, db, 1, products), db.Close())
}

func newServer(store *mysqlstore.Store, metrics *telemetry.Metrics, log *slog.Logger) (*grpc.Server, error) {
	validator, err := grpcapi.NewValidator()
	if err != nil {
		return nil, err
	}
	tokens, err := pagetoken.New(make([]byte, 32)) // it protects nothing here
	if err != nil {
		return nil, err
	}
	transport := grpcapi.Transport{
		Validator:   validator,
		Statuses:    grpcapi.Statuses{Log: log},
		OuterUnary:  []grpc.UnaryServerInterceptor{metrics.UnaryServerInterceptor()},
		OuterStream: []grpc.StreamServerInterceptor{metrics.StreamServerInterceptor()},
	}
	server := grpc.NewServer(append(telemetry.ServerTracing(), transport.ServerOptions()...)...)
	grpcapi.Register(server, grpcapi.Dependencies{
		Products: reader[catalog.Product]{store.Products()}, Offers: reader[catalog.Offer]{store.Offers()},
		Lister: store, Writer: store, Tokens: tokens, Hub: watch.NewHub(1), Written: func() {}, Log: log,
	})
	return server, nil
}
