package main

import "context"

// measureAllocs counts what a cached read allocates in the whole process: gRPC, interceptors, handler and encoding.
// Beside it the floor, which is what of that is gRPC's own.
func measureAllocs(ctx context.Context, b *bench) ([]figure, error) {
	floor, service, stop, err := b.floorAndService(ctx)
	if err != nil {
		return nil, err
	}
	defer stop()
	floorCount, floorBytes, err := b.allocsPerCall(ctx, floor)
	if err != nil {
		return nil, err
	}
	count, bytes, err := b.allocsPerCall(ctx, service)
	if err != nil {
		return nil, err
	}
	return []figure{
		{Name: "floor: allocations per call", Value: floorCount},
		{Name: "service: allocations per call", Value: count},
		{Name: "service beyond the floor", Value: count - floorCount},
		{Name: "floor: bytes allocated per call", Value: floorBytes, Unit: "B"},
		{Name: "service: bytes allocated per call", Value: bytes, Unit: "B"},
	}, nil
}

func (b *bench) allocsPerCall(ctx context.Context, s *side) (count, bytes float64, err error) {
	before, err := scrape(ctx, s.admin)
	if err != nil {
		return 0, 0, err
	}
	r, err := s.closed(ctx, b.round)
	if err != nil {
		return 0, 0, err
	}
	after, err := scrape(ctx, s.admin)
	if err != nil {
		return 0, 0, err
	}
	grown := after.since(before)
	calls := float64(r.Calls)
	return grown["go_memstats_mallocs_total"] / calls, grown["go_memstats_alloc_bytes_total"] / calls, nil
}
