package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"

	"example.com/shop/bench/load"
	catalogv1 "example.com/shop/gen/shop/catalog/v1"
)

// mix is what a shop's front ends ask for, in parts of the callers.
type mix struct {
	mu      sync.Mutex
	results map[string]load.Result
}

const (
	batchSize      = 20
	seededCategory = "dresses"
)

// runMix sends every kind of call at once for a while: many single products, some lists, few changes.
func runMix(ctx context.Context, addr string, products int, d time.Duration) (*mix, error) {
	m := &mix{results: map[string]load.Result{}}
	conns, err := load.Dial(addr, connections)
	if err != nil {
		return m, err
	}
	defer conns.Close()
	calls, err := mixCalls(conns, zipf(skew, products), products)
	if err != nil {
		return m, err
	}
	var group sync.WaitGroup
	for _, c := range calls {
		group.Go(func() {
			r := load.Closed(ctx, c.workers, d, c.call)
			m.mu.Lock()
			defer m.mu.Unlock()
			m.results[c.name] = r
		})
	}
	group.Wait()
	return m, errors.Join(ctx.Err(), m.defect())
}

// share is one kind of call with its number of callers.
type share struct {
	name    string
	workers int
	call    load.Call
}

func mixCalls(conns *load.Conns, pick func(*rand.Rand) int, products int) ([]share, error) {
	get := make([]proto.Message, products)
	page := make([]proto.Message, products)
	batches := make([]proto.Message, products)
	chance := rand.New(rand.NewPCG(2, 2))
	for i := range get {
		get[i] = &catalogv1.GetProductRequest{ProductId: int64(i + 1)}
		page[i] = &catalogv1.GetProductPageRequest{ProductId: int64(i + 1)}
		ids := make([]int64, batchSize)
		for k := range ids {
			ids[k] = int64(pick(chance) + 1)
		}
		batches[i] = &catalogv1.BatchGetProductsRequest{ProductIds: ids}
	}
	list := []proto.Message{
		&catalogv1.ListProductsRequest{Category: seededCategory},
		&catalogv1.ListProductsRequest{Category: seededCategory, SortOrder: catalogv1.SortOrder_SORT_ORDER_PRICE_ASCENDING},
	}
	shares := []share{{name: "UpdateOffer", workers: 1, call: updateOffer(conns, pick)}}
	for _, c := range []struct {
		method, name string
		workers      int
		requests     []proto.Message
		pick         func(*rand.Rand) int
	}{
		{catalogv1.CatalogService_GetProduct_FullMethodName, "GetProduct", 12, get, pick},
		{catalogv1.CatalogService_GetProductPage_FullMethodName, "GetProductPage", 4, page, pick},
		{catalogv1.CatalogService_BatchGetProducts_FullMethodName, "BatchGetProducts", 2, batches, pick},
		{catalogv1.CatalogService_ListProducts_FullMethodName, "ListProducts", 2, list, uniform(len(list))},
	} {
		call, err := conns.Raw(c.method, c.requests, c.pick)
		if err != nil {
			return nil, err
		}
		shares = append(shares, share{c.name, c.workers, call})
	}
	return shares, nil
}

// updateOffer reads an offer and changes it, a few times a second.
func updateOffer(conns *load.Conns, pick func(*rand.Rand) int) load.Call {
	return func(ctx context.Context, chance *rand.Rand) error {
		time.Sleep(50 * time.Millisecond)
		client := catalogv1.NewCatalogServiceClient(conns.Conn())
		found, err := client.GetProduct(ctx, &catalogv1.GetProductRequest{ProductId: int64(pick(chance) + 1)})
		if err != nil {
			return err
		}
		offer := found.GetItem().GetOffer()
		_, err = client.UpdateOffer(ctx, &catalogv1.UpdateOfferRequest{
			ProductId:       offer.GetProductId(),
			Price:           offer.GetPrice(),
			Stock:           int32(chance.IntN(100)),
			ExpectedVersion: offer.GetVersion(),
			// From the clock and not from chance, which is the same in every run: a key of an earlier run would
			// be a retry.
			IdempotencyKey: fmt.Sprintf("load-%d-%d", time.Now().UnixNano(), offer.GetProductId()),
		})
		return err
	}
}

// defect returns an error that no load explains.
func (m *mix) defect() error {
	for name, r := range m.results {
		switch status.Code(r.LastError) {
		case codes.OK, codes.ResourceExhausted, codes.Aborted, codes.DeadlineExceeded, codes.Unavailable:
		default:
			return fmt.Errorf("%s: %d of %d calls failed, one with: %w", name, r.Errors, r.Errors+r.Calls, r.LastError)
		}
	}
	return nil
}

func (m *mix) calls() (sum int64) {
	for _, r := range m.results {
		sum += r.Calls
	}
	return sum
}

// figures are those of each kind of call.
func (m *mix) figures() []figure {
	var figures []figure
	for _, name := range []string{"GetProduct", "GetProductPage", "BatchGetProducts", "ListProducts", "UpdateOffer"} {
		r := m.results[name]
		figures = append(figures,
			figure{Name: name, Value: r.PerSecond(), Unit: "calls/s"},
			figure{Name: name + ": p50", Value: ms(r.Quantile(.5)), Unit: "ms"},
			figure{Name: name + ": p99", Value: ms(r.Quantile(.99)), Unit: "ms"},
			figure{Name: name + ": errors", Value: float64(r.Errors)})
	}
	return figures
}
