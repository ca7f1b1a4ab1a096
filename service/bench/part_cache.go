package main

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"

	"example.com/shop/bench/load"
)

// skew is how unevenly products are asked for; 1.1 is common for shops and news.
const skew = 1.1

// measureCache sends the same reads to the service and to what it is without copies.
func measureCache(ctx context.Context, b *bench) ([]figure, error) {
	if b.mysql == "" {
		return nil, errNeedsMySQL
	}
	e, err := b.startEngines(ctx)
	if err != nil {
		return nil, err
	}
	defer e.stop()
	uncached, err := b.build(ctx, "uncached", ".", "./uncached", "")
	if err != nil {
		return nil, err
	}
	service, err := b.buildService(ctx)
	if err != nil {
		return nil, err
	}
	// One after the other, not by turns: the service asks the database in the background too, and those questions are
	// counted.
	off, err := b.readByPopularity(ctx, e, func() (*process, error) {
		return start(ctx, uncached, append(e.env, "GOGC=400"), "-seed", strconv.Itoa(b.products))
	})
	if err != nil {
		return nil, fmt.Errorf("cache off: %w", err)
	}
	startCached := func() (*process, error) { return b.startService(ctx, service, e, b.products) }
	on, err := b.readByPopularity(ctx, e, startCached)
	if err != nil {
		return nil, fmt.Errorf("cache on: %w", err)
	}
	// A process that has nothing yet, as after a deployment, beside a Redis that the others have filled.
	restarted, err := b.readByPopularity(ctx, e, startCached)
	if err != nil {
		return nil, fmt.Errorf("restarted: %w", err)
	}
	return slices.Concat(cacheFigures(off, on), hitRatios("on", on), hitRatios("restarted", restarted)), nil
}

// popularity is a run of reads by popularity, from a cold start.
type popularity struct {
	load.Result

	metrics samples // how they grew
	selects float64 // that reached the database
}

func (b *bench) readByPopularity(ctx context.Context, e *engines, start func() (*process, error)) (popularity, error) {
	p, err := start()
	if err != nil {
		return popularity{}, err
	}
	s, err := newSide(p, b.products, zipf(skew, b.products))
	if err != nil {
		p.stop()
		return popularity{}, err
	}
	defer s.close()
	before, err := scrape(ctx, s.admin)
	if err != nil {
		return popularity{}, err
	}
	selects, err := selectsOf(ctx, e.db)
	if err != nil {
		return popularity{}, err
	}
	// Errors are counted and not fatal: without a cache, a database at its limit refuses, as it should.
	run := popularity{Result: load.Closed(ctx, closedWorkers, 5*b.round, s.call)}
	after, err := scrape(ctx, s.admin)
	if err != nil {
		return popularity{}, err
	}
	run.metrics = after.since(before)
	now, err := selectsOf(ctx, e.db)
	run.selects = now - selects
	return run, err
}

// selectsOf counts the server's SELECT statements; on a server that others use, theirs too.
func selectsOf(ctx context.Context, db *sql.DB) (count float64, err error) {
	var name string
	if err := db.QueryRowContext(ctx, "SHOW GLOBAL STATUS LIKE 'Com_select'").Scan(&name, &count); err != nil {
		return 0, fmt.Errorf("count selects: %w", err)
	}
	return count, nil
}

func cacheFigures(off, on popularity) []figure {
	return []figure{
		{Name: "off: throughput", Value: off.PerSecond(), Unit: "calls/s"},
		{Name: "on: throughput", Value: on.PerSecond(), Unit: "calls/s"},
		{Name: "throughput: on / off", Value: on.PerSecond() / off.PerSecond()},
		{Name: "off: p99", Value: ms(off.Quantile(.99)), Unit: "ms"},
		{Name: "on: p99", Value: ms(on.Quantile(.99)), Unit: "ms"},
		{Name: "off: calls refused", Value: float64(off.Errors), Unit: "calls"},
		{Name: "on: calls refused", Value: float64(on.Errors), Unit: "calls"},
		{Name: "off: SELECTs in MySQL", Value: off.selects},
		{Name: "off: SELECTs per 1,000 calls", Value: 1000 * off.selects / float64(off.Calls)},
		{Name: "on: SELECTs per 1,000 calls", Value: 1000 * on.selects / float64(on.Calls)},
	}
}

// hitRatios say which layer answered, as the service itself has counted.
func hitRatios(run string, p popularity) []figure {
	var figures []figure
	for _, kind := range []string{"product", "offer"} {
		label := `kind="` + kind + `"`
		all := p.metrics.sum("catalog_reads_total", label)
		memory := p.metrics.sum("catalog_reads_total", label, `answered_by="memory"`)
		hits := p.metrics.sum("catalog_cache_lookups_total", label, `result="hit"`)
		lookups := p.metrics.sum("catalog_cache_lookups_total", label)
		figures = append(figures,
			figure{Name: run + ": hit ratio of memory, " + kind, Value: 100 * memory / max(all, 1), Unit: "%"},
			figure{Name: run + ": hit ratio of Redis, of what memory missed, " + kind, Value: 100 * hits / max(lookups, 1), Unit: "%"})
	}
	return append(figures, figure{Name: run + ": SELECTs in MySQL", Value: p.selects})
}
