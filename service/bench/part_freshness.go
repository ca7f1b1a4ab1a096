package main

import (
	"context"
	"fmt"
	"slices"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	catalogv1 "example.com/shop/gen/shop/catalog/v1"
)

const (
	changes         = 1000
	changedProducts = 50
	promisedMillis  = 1000
)

// measureFreshness changes offers at one instance and asks the other one until it serves the change: how long that
// takes from when the change was acknowledged. The other one holds a copy of each, fresh for a minute.
func measureFreshness(ctx context.Context, b *bench) ([]figure, error) {
	if b.mysql == "" {
		return nil, errNeedsMySQL
	}
	e, err := b.startEngines(ctx)
	if err != nil {
		return nil, err
	}
	defer e.stop()
	writer, reader, stop, err := b.startPair(ctx, e)
	if err != nil {
		return nil, err
	}
	defer stop()
	waits, err := timeChanges(ctx, writer, reader)
	if err != nil {
		return nil, err
	}
	return []figure{
		{Name: "changes", Value: changes},
		{Name: "served by the other instance after, median", Value: median(waits), Unit: "ms"},
		{Name: "p99", Value: waits[len(waits)*99/100], Unit: "ms"},
		atMost(figure{Name: "longest", Value: waits[len(waits)-1], Unit: "ms"}, promisedMillis),
	}, nil
}

// startPair starts two instances on the same engines.
func (b *bench) startPair(ctx context.Context, e *engines) (writer, reader catalogv1.CatalogServiceClient, stop func(), err error) {
	bin, err := b.buildService(ctx)
	if err != nil {
		return nil, nil, nil, err
	}
	writer, stopWriter, err := b.instance(ctx, bin, e)
	if err != nil {
		return nil, nil, nil, err
	}
	reader, stopReader, err := b.instance(ctx, bin, e)
	if err != nil {
		stopWriter()
		return nil, nil, nil, err
	}
	return writer, reader, func() { stopReader(); stopWriter() }, nil
}

// timeChanges returns in milliseconds, sorted, how long each change took from the writer to the reader.
func timeChanges(ctx context.Context, writer, reader catalogv1.CatalogServiceClient) ([]float64, error) {
	waits := make([]float64, changes)
	for n := range waits {
		id, version := int64(n%changedProducts+1), int64(n/changedProducts+1)
		wait, err := seenAfter(ctx, writer, reader, id, version)
		if err != nil {
			return nil, err
		}
		waits[n] = ms(wait)
	}
	slices.Sort(waits)
	return waits, nil
}

func (b *bench) instance(ctx context.Context, bin string, e *engines) (catalogv1.CatalogServiceClient, func(), error) {
	p, err := b.startService(ctx, bin, e, changedProducts)
	if err != nil {
		return nil, nil, err
	}
	conn, err := grpc.NewClient(p.grpc, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		p.stop()
		return nil, nil, fmt.Errorf("dial %s: %w", p.grpc, err)
	}
	return catalogv1.NewCatalogServiceClient(conn), func() { _ = conn.Close(); p.stop() }, nil
}

// seenAfter changes the offer of id from version to the next.
func seenAfter(ctx context.Context, writer, reader catalogv1.CatalogServiceClient, id, version int64) (time.Duration, error) {
	get := &catalogv1.GetProductRequest{ProductId: id}
	if _, err := reader.GetProduct(ctx, get); err != nil { // now it holds a copy
		return 0, err
	}
	_, err := writer.UpdateOffer(ctx, &catalogv1.UpdateOfferRequest{
		ProductId: id, ExpectedVersion: version, Stock: 1,
		Price:          &catalogv1.Money{MinorUnits: 1000 + version, CurrencyCode: "EUR"},
		IdempotencyKey: fmt.Sprintf("freshness-%04d-%04d", id, version),
	})
	if err != nil {
		return 0, err
	}
	for acknowledged := time.Now(); ; {
		response, err := reader.GetProduct(ctx, get)
		if err != nil {
			return 0, err
		}
		if response.GetItem().GetOffer().GetVersion() > version {
			return time.Since(acknowledged), nil
		}
	}
}
