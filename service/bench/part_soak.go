package main

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"example.com/shop/bench/load"
	catalogv1 "example.com/shop/gen/shop/catalog/v1"
)

// maxGrowth is how much a figure may grow over the second half of the soak, by the line that fits it best, in parts of
// its mean. The first half fills caches and pools.
const (
	maxGrowth   = 0.05
	soakSamples = 60
)

// measureSoak loads the service for long and watches what must not grow.
func measureSoak(ctx context.Context, b *bench) ([]figure, error) {
	e, err := b.startEngines(ctx)
	if err != nil {
		return nil, err
	}
	defer e.stop()
	bin, err := b.buildService(ctx)
	if err != nil {
		return nil, err
	}
	p, err := b.startService(ctx, bin, e, b.products)
	if err != nil {
		return nil, err
	}
	defer p.stop()
	if err := fillCopies(ctx, p.grpc, b.products); err != nil {
		return nil, fmt.Errorf("fill the copies: %w", err)
	}
	return b.soakProcess(ctx, p)
}

// fillCopies asks for every product once. By popularity the rarest would be asked for the first time minutes later,
// and their copies would look like a leak.
func fillCopies(ctx context.Context, addr string, products int) error {
	conns, err := load.Dial(addr, 1)
	if err != nil {
		return err
	}
	defer conns.Close()
	client := catalogv1.NewCatalogServiceClient(conns.Conn())
	ids := make([]int64, products)
	for i := range ids {
		ids[i] = int64(i + 1)
	}
	for chunk := range slices.Chunk(ids, 100) { // the most that one call takes
		if _, err := client.BatchGetProducts(ctx, &catalogv1.BatchGetProductsRequest{ProductIds: chunk}); err != nil {
			return err
		}
	}
	return nil
}

// soakProcess watches while it loads. The load's own error comes first: it explains the other.
func (b *bench) soakProcess(ctx context.Context, p *process) ([]figure, error) {
	loaded := make(chan error, 1)
	var sent int64
	go func() {
		mix, err := runMix(ctx, p.grpc, b.products, b.soak)
		sent = mix.calls()
		loaded <- err
	}()
	heap, goroutines, watchErr := watchGrowth(ctx, p.admin, b.soak)
	if err := <-loaded; err != nil {
		return nil, err
	}
	if watchErr != nil {
		return nil, watchErr
	}
	return append([]figure{
		{Name: "length", Value: b.soak.Minutes(), Unit: "min"},
		{Name: "calls", Value: float64(sent)},
	}, growthFigures(heap, goroutines)...), nil
}

func growthFigures(heap, goroutines []float64) []figure {
	return []figure{
		{Name: "live heap, median", Value: median(heap) / (1 << 20), Unit: "MiB"},
		{Name: "goroutines, median", Value: median(goroutines)},
		{Name: "goroutines, fewest in the third quarter", Value: slices.Min(goroutines[len(goroutines)/2 : len(goroutines)*3/4])},
		{Name: "goroutines, fewest in the last quarter", Value: slices.Min(goroutines[len(goroutines)*3/4:])},
		atMost(figure{Name: "growth of the heap in the second half", Value: growth(heap[len(heap)/2:])}, maxGrowth),
		atMost(figure{Name: "growth of goroutines in the second half", Value: growth(fewest(goroutines[len(goroutines)/2:]))}, maxGrowth),
	}
}

// watchGrowth samples the heap after a collection, which asking for a heap profile with gc=1 does, and goroutines.
func watchGrowth(ctx context.Context, admin string, d time.Duration) (heap, goroutines []float64, err error) {
	ticker := time.NewTicker(d / (soakSamples + 1)) // the last one comes before the load ends
	defer ticker.Stop()
	for range soakSamples {
		select {
		case <-ctx.Done():
			return nil, nil, ctx.Err()
		case <-ticker.C:
		}
		if _, err := fetch(ctx, "http://"+admin+"/debug/pprof/heap?gc=1"); err != nil {
			return nil, nil, fmt.Errorf("collect garbage: %w", err)
		}
		bytes, count, err := lowest(ctx, admin)
		if err != nil {
			return nil, nil, err
		}
		heap, goroutines = append(heap, bytes), append(goroutines, count)
	}
	return heap, goroutines, nil
}

// lowest returns the smallest of several readings. Each call in flight has goroutines and memory of its own, which
// come and go; what leaks is also there at the quietest moment.
func lowest(ctx context.Context, admin string) (heap, goroutines float64, err error) {
	heap, goroutines = math.Inf(1), math.Inf(1)
	for range 20 {
		s, err := scrape(ctx, admin)
		if err != nil {
			return 0, 0, err
		}
		heap = min(heap, s["go_gc_heap_live_bytes"])
		goroutines = min(goroutines, s["go_goroutines"])
	}
	return heap, goroutines, nil
}

// fewest returns the smallest of each five values in a row: at a busy moment all 20 readings of a sample may be.
func fewest(values []float64) []float64 {
	var minima []float64
	for chunk := range slices.Chunk(values, 5) {
		minima = append(minima, slices.Min(chunk))
	}
	return minima
}

// growth fits a line by least squares and returns how much it rises from the first value to the last, in parts of the
// mean.
func growth(values []float64) float64 {
	n := float64(len(values))
	var sumX, sumY, sumXX, sumXY float64
	for i, y := range values {
		x := float64(i)
		sumX, sumY, sumXX, sumXY = sumX+x, sumY+y, sumXX+x*x, sumXY+x*y
	}
	slope := (n*sumXY - sumX*sumY) / (n*sumXX - sumX*sumX)
	return slope * (n - 1) / (sumY / n)
}
