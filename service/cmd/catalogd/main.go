// Catalogd serves products and offers over gRPC. This package reads flags and connects the others; what it does is
// theirs.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"example.com/shop/telemetry"
)

// #region gc-percent

// gcPercent replaces Go's 100 unless GOGC is set. The live heap is some ten megabytes of copies, and at 20,000 calls a
// second as much is allocated ten times a second: each collection then takes a quarter of the processors for work that
// could wait. Five times the live heap is still little.
const gcPercent = 400

// #endregion gc-percent

// tracingStopTimeout is what a collector that does not answer may add to the end of the process.
const tracingStopTimeout = 2 * time.Second

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:], os.Getenv, os.Stdout, os.Stderr)
	stop()
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "catalogd:", err)
		os.Exit(1)
	}
}

// run serves until ctx is done, then shuts down in order.
func run(ctx context.Context, args []string, getenv func(string) string, stdout, stderr io.Writer) error {
	c, err := parseConfig(args, getenv, stderr)
	if err != nil {
		return err
	}
	log := telemetry.NewLogger(stderr, c.logLevel)
	stopTracing, err := telemetry.StartTracing(ctx, "catalogd", version())
	if err != nil {
		return err
	}
	defer func() {
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), tracingStopTimeout)
		defer cancel()
		if err := stopTracing(last); err != nil {
			log.Warn("the last traces were not sent", slog.Any("error", err))
		}
	}()
	if c.embedded {
		recommender, stop, err := startEmbedded(ctx, c)
		if err != nil {
			return err
		}
		defer stop()
		return serve(ctx, c, log, func(grpcAddr string) { welcome(stdout, c, grpcAddr) }, recommender)
	}
	return serve(ctx, c, log, func(string) {}, nil)
}

func welcome(stdout io.Writer, c *config, grpcAddr string) {
	fmt.Fprintf(stdout, `
Embedded mode: MySQL and Redis run inside this process, hold %d made-up products, and forget them at the end.
For the real ones set CATALOG_MYSQL_DSN and CATALOG_REDIS_ADDR; -help says more.

Try:
  grpcurl -plaintext -d '{"product_id": 1}' %s shop.catalog.v1.CatalogService/GetProductPage

`, c.seed, grpcAddr)
}

func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" {
			return setting.Value
		}
	}
	return info.Main.Version
}
