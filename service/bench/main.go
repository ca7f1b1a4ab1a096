// Command bench measures the service against its budgets and writes what it found to results.json. Every part starts
// the programs that it needs as processes of their own, on loopback, with a database and a Redis of their own:
//
//	floor   cached GetProduct beside a server that does nothing else: throughput and p99
//	pages   page 1,000 of a listing of a million products beside page 1, and beside OFFSET
//	cache   the same Zipf-distributed reads to the service and to what it is without copies
//	freshness  how long a change takes from one instance to the other
//	allocs  allocations per cached GetProduct, in the whole process
//	soak    a long load: memory and goroutines must not grow (not among the default parts)
//	load    a mix of calls to a service that runs already
//	profile the same mix to a service that it starts, with every profile kept
//
// The generator is package load: gRPC's own client with HdrHistogram, as gRPC's own benchmarks do it. The generator
// that most know, ghz, was tried first. Its newest version does not compile with today's gRPC; it describes messages by
// reflection in every call, which takes CPU from the server beside it; and it times a call from when it was sent, not
// from when it was due.
//
// Two servers are compared by turns, A B A B, and by the median of their rounds: what else the machine does meanwhile
// meets both.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"
)

// config is what the flags say.
type config struct {
	mysql    string // DSN without a database; empty: the service's embedded engines
	results  string
	check    bool
	rounds   int
	round    time.Duration
	soak     time.Duration
	loadFor  time.Duration
	addr     string
	products int
	rows     int
	profiles string
}

// bench is one run of the program.
type bench struct {
	config

	dir string // built programs and logs; removed at the end
}

var parts = map[string]func(context.Context, *bench) ([]figure, error){
	"floor":     measureFloor,
	"pages":     measurePages,
	"cache":     measureCache,
	"allocs":    measureAllocs,
	"freshness": measureFreshness,
	"soak":      measureSoak,
	"load":      driveLoad,
	"profile":   takeProfiles,
}

var defaultParts = []string{"floor", "pages", "cache", "freshness", "allocs"}

func main() {
	var c config
	flag.StringVar(&c.mysql, "mysql", "root@tcp(127.0.0.1:3306)/", "MySQL server to make a database on; empty: the service's embedded engines")
	flag.StringVar(&c.results, "results", "results.json", "file that keeps the figures")
	flag.BoolVar(&c.check, "check", false, "end with 1 when a budget is missed")
	flag.IntVar(&c.rounds, "rounds", 7, "rounds of each side in a comparison")
	flag.DurationVar(&c.round, "round", 4*time.Second, "length of a round")
	flag.DurationVar(&c.soak, "soak", 10*time.Minute, "length of the soak")
	flag.DurationVar(&c.loadFor, "for", 30*time.Second, "length of load and profile")
	flag.StringVar(&c.addr, "addr", "127.0.0.1:50051", "where load finds the service")
	flag.IntVar(&c.products, "products", 10_000, "products in the catalogue")
	flag.IntVar(&c.rows, "rows", 1_000_000, "products in the catalogue of pages")
	flag.StringVar(&c.profiles, "profiles", "../profiles", "folder for profiles")
	flag.Parse()

	if err := run(c, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

var errMissed = errors.New("a budget is missed")

func run(c config, names []string) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if len(names) == 0 {
		names = defaultParts
	}
	for _, name := range names {
		if parts[name] == nil {
			return fmt.Errorf("no part %q; there are %v", name, slices.Sorted(maps.Keys(parts)))
		}
	}
	dir, err := os.MkdirTemp("", "catalog-bench-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	b := &bench{config: c, dir: dir}
	missed := false
	for _, name := range names {
		ok, err := b.measure(ctx, name)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		missed = missed || !ok
	}
	if missed && c.check {
		return errMissed
	}
	return nil
}

// measure runs a part, prints its figures and keeps them. It reports whether every budget is met.
func (b *bench) measure(ctx context.Context, name string) (ok bool, err error) {
	begin := time.Now()
	figures, err := parts[name](ctx, b)
	if err != nil {
		return false, err
	}
	ok = printTable(os.Stdout, name, figures)
	if name == "load" || name == "profile" {
		return ok, nil // they look at a service; they do not judge it
	}
	if err := saveResults(ctx, b.results, name, begin, figures); err != nil {
		return false, fmt.Errorf("save results: %w", err)
	}
	return ok, nil
}
