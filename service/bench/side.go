package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"google.golang.org/protobuf/proto"

	"example.com/shop/bench/load"
	catalogv1 "example.com/shop/gen/shop/catalog/v1"
)

// A closed loop of 32 callers over 4 connections saturates two cores; an open loop needs more of them than calls are
// ever in flight.
const (
	connections   = 4
	closedWorkers = 32
	openWorkers   = 128
	warmUp        = 5 * time.Second
)

// side is one of two servers that are compared.
type side struct {
	*process

	conns *load.Conns
	call  load.Call // GetProduct
}

// newSide connects to a process; its calls read the products that pick chooses from ids 1 to n.
func newSide(p *process, n int, pick func(*rand.Rand) int) (*side, error) {
	conns, err := load.Dial(p.grpc, connections)
	if err != nil {
		return nil, err
	}
	requests := make([]proto.Message, n)
	for i := range requests {
		requests[i] = &catalogv1.GetProductRequest{ProductId: int64(i + 1)}
	}
	call, err := conns.Raw(catalogv1.CatalogService_GetProduct_FullMethodName, requests, pick)
	if err != nil {
		return nil, errors.Join(err, conns.Close())
	}
	return &side{process: p, conns: conns, call: call}, nil
}

func (s *side) close() {
	_ = s.conns.Close()
	s.stop()
}

// closed runs a closed loop. A comparison with errors in it compares nothing.
func (s *side) closed(ctx context.Context, d time.Duration) (load.Result, error) {
	r := load.Closed(ctx, closedWorkers, d, s.call)
	if r.Errors > 0 {
		return r, fmt.Errorf("%d of %d calls failed, one with: %w", r.Errors, r.Errors+r.Calls, r.LastError)
	}
	return r, ctx.Err()
}

// open runs an open loop at a rate.
func (s *side) open(ctx context.Context, rate float64, d time.Duration) (load.Result, error) {
	r := load.Open(ctx, openWorkers, rate, d, s.call)
	if r.Errors > 0 {
		return r, fmt.Errorf("%d of %d calls failed, one with: %w", r.Errors, r.Errors+r.Calls, r.LastError)
	}
	return r, ctx.Err()
}

// startService starts the service as it is shipped, with every interceptor, and a rate limit that is never reached.
func (b *bench) startService(ctx context.Context, bin string, e *engines, products int, flags ...string) (*process, error) {
	args := append([]string{
		"-grpc-addr", "127.0.0.1:0", "-admin-addr", "127.0.0.1:0",
		"-migrate", "-seed", strconv.Itoa(products), "-rate-limit", "1000000",
	}, flags...)
	return start(ctx, bin, e.env, args...)
}

// cachedProducts are few enough to be cached after a moment.
const cachedProducts = 1000

// floorAndService starts both, warm. The floor answers with what the service said about product 1.
func (b *bench) floorAndService(ctx context.Context) (floor, service *side, stop func(), err error) {
	var stops []func()
	stop = func() {
		for _, each := range slices.Backward(stops) {
			each()
		}
	}
	defer func() {
		if err != nil {
			stop()
		}
	}()
	e, err := b.startEngines(ctx)
	if err != nil {
		return nil, nil, nil, err
	}
	stops = append(stops, e.stop)
	if service, err = b.serviceSide(ctx, e); err != nil {
		return nil, nil, nil, err
	}
	stops = append(stops, service.close)
	if floor, err = b.floorSide(ctx, service); err != nil {
		return nil, nil, nil, err
	}
	stops = append(stops, floor.close)
	for _, s := range []*side{floor, service} {
		if _, err := s.closed(ctx, warmUp); err != nil {
			return nil, nil, nil, fmt.Errorf("warm up: %w", err)
		}
	}
	return floor, service, stop, nil
}

func (b *bench) serviceSide(ctx context.Context, e *engines) (*side, error) {
	bin, err := b.buildService(ctx)
	if err != nil {
		return nil, err
	}
	p, err := b.startService(ctx, bin, e, cachedProducts)
	if err != nil {
		return nil, err
	}
	return newSide(p, cachedProducts, uniform(cachedProducts))
}

func (b *bench) floorSide(ctx context.Context, service *side) (*side, error) {
	client := catalogv1.NewCatalogServiceClient(service.conns.Conn())
	answer, err := client.GetProduct(ctx, &catalogv1.GetProductRequest{ProductId: 1})
	if err != nil {
		return nil, fmt.Errorf("get the answer that the floor gives: %w", err)
	}
	body, err := proto.Marshal(answer)
	if err != nil {
		return nil, fmt.Errorf("encode the answer: %w", err)
	}
	file := filepath.Join(b.dir, "answer.binpb")
	if err := os.WriteFile(file, body, 0o600); err != nil {
		return nil, err
	}
	bin, err := b.build(ctx, "floor", ".", "./floor", "")
	if err != nil {
		return nil, err
	}
	p, err := start(ctx, bin, nil, "-answer", file)
	if err != nil {
		return nil, err
	}
	return newSide(p, cachedProducts, uniform(cachedProducts))
}
