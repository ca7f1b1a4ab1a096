package main

import (
	"context"
	"time"
)

// What the service may cost beyond the least that gRPC costs.
const (
	minThroughputShare = 0.80
	maxLatencyRatio    = 1.5
	// p99 is compared at a rate that both can serve: at its limit, a server's latency is the length of its queue.
	comparedAt = 0.6
)

// measureFloor compares cached reads with a server that does nothing else.
func measureFloor(ctx context.Context, b *bench) ([]figure, error) {
	floor, service, stop, err := b.floorAndService(ctx)
	if err != nil {
		return nil, err
	}
	defer stop()
	throughput, floorRate, err := b.compareThroughput(ctx, floor, service)
	if err != nil {
		return nil, err
	}
	latency, err := b.compareLatency(ctx, floor, service, comparedAt*floorRate)
	if err != nil {
		return nil, err
	}
	return append(throughput, latency...), nil
}

func (b *bench) compareThroughput(ctx context.Context, floor, service *side) ([]figure, float64, error) {
	var floorRates, serviceRates, shares, floorCPU, serviceCPU []float64
	for range b.rounds {
		f, fCPU, err := floor.closedWithCPU(ctx, b.round)
		if err != nil {
			return nil, 0, err
		}
		s, sCPU, err := service.closedWithCPU(ctx, b.round)
		if err != nil {
			return nil, 0, err
		}
		floorRates, serviceRates = append(floorRates, f), append(serviceRates, s)
		shares = append(shares, s/f)
		floorCPU, serviceCPU = append(floorCPU, fCPU), append(serviceCPU, sCPU)
	}
	return []figure{
		{Name: "floor: throughput", Value: median(floorRates), Unit: "calls/s"},
		{Name: "service: throughput", Value: median(serviceRates), Unit: "calls/s"},
		atLeast(figure{Name: "throughput: service / floor", Value: median(shares)}, minThroughputShare),
		{Name: "floor: CPU of the server per call", Value: median(floorCPU), Unit: "µs"},
		{Name: "service: CPU of the server per call", Value: median(serviceCPU), Unit: "µs"},
	}, median(floorRates), nil
}

// closedWithCPU returns the throughput and the server's own CPU time for a call, in microseconds. The second is what
// the throughput cannot show, because the generator has its part in that.
func (s *side) closedWithCPU(ctx context.Context, d time.Duration) (perSecond, cpu float64, err error) {
	before, err := scrape(ctx, s.admin)
	if err != nil {
		return 0, 0, err
	}
	r, err := s.closed(ctx, d)
	if err != nil {
		return 0, 0, err
	}
	after, err := scrape(ctx, s.admin)
	if err != nil {
		return 0, 0, err
	}
	seconds := after.since(before)["process_cpu_seconds_total"]
	return r.PerSecond(), seconds * 1e6 / float64(r.Calls), nil
}

func (b *bench) compareLatency(ctx context.Context, floor, service *side, rate float64) ([]figure, error) {
	var floorP50, serviceP50, floorP99, serviceP99, ratios, late []float64
	for range b.rounds {
		f, err := floor.open(ctx, rate, b.round)
		if err != nil {
			return nil, err
		}
		s, err := service.open(ctx, rate, b.round)
		if err != nil {
			return nil, err
		}
		floorP50, serviceP50 = append(floorP50, ms(f.Quantile(.5))), append(serviceP50, ms(s.Quantile(.5)))
		floorP99, serviceP99 = append(floorP99, ms(f.Quantile(.99))), append(serviceP99, ms(s.Quantile(.99)))
		ratios = append(ratios, ms(s.Quantile(.99))/ms(f.Quantile(.99)))
		late = append(late, float64(s.Late.ValueAtQuantile(99))/1e3)
	}
	return []figure{
		{Name: "rate of the latency runs", Value: rate, Unit: "calls/s"},
		{Name: "floor: p50", Value: median(floorP50), Unit: "ms"},
		{Name: "service: p50", Value: median(serviceP50), Unit: "ms"},
		{Name: "floor: p99", Value: median(floorP99), Unit: "ms"},
		{Name: "service: p99", Value: median(serviceP99), Unit: "ms"},
		atMost(figure{Name: "p99: service / floor", Value: median(ratios)}, maxLatencyRatio),
		{Name: "p99 of the generator's own delay, which is in both", Value: median(late), Unit: "ms"},
	}, nil
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
