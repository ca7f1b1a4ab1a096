// Package grpcapi answers the calls of proto/shop/catalog/v1 from the domain's interfaces. It knows nothing of SQL or
// Redis; what it adds is validation, deadlines, one table from error kinds to codes, and the shape of messages.
package grpcapi

import (
	"context"
	"log/slog"
	"sync/atomic"

	"google.golang.org/grpc"

	"example.com/shop/catalog"
	catalogv1 "example.com/shop/gen/shop/catalog/v1"
	"example.com/shop/grpcapi/pagetoken"
	"example.com/shop/grpcapi/watch"
)

// Dependencies is what the methods need. All fields but Recommender are required.
type Dependencies struct {
	Products    catalog.Reader[catalog.Product]
	Offers      catalog.Reader[catalog.Offer]
	Lister      catalog.Lister
	Writer      catalog.Writer
	Recommender catalog.Recommender // nil: pages have no recommendations, and are not degraded by that
	Tokens      *pagetoken.Codec
	Hub         *watch.Hub
	// Written is called when an offer was changed, before the call returns, and does not block. It does not get the offer:
	// the answer to a retry may be older than what is there by now.
	Written func()
	Log     *slog.Logger
}

type server struct {
	catalogv1.UnimplementedCatalogServiceServer
	Dependencies

	degraded atomic.Uint64
}

// Register adds the service to a gRPC server. The function it returns counts the pages that went out degraded.
func Register(registrar grpc.ServiceRegistrar, deps Dependencies) (degraded func() uint64) {
	s := &server{Dependencies: deps}
	catalogv1.RegisterCatalogServiceServer(registrar, s)
	return s.degraded.Load
}

// #region get-product

func (s *server) GetProduct(ctx context.Context, req *catalogv1.GetProductRequest) (*catalogv1.GetProductResponse, error) {
	found, err := s.readItem(ctx, catalog.ProductID(req.GetProductId()))
	if err != nil {
		return nil, err
	}
	return newGetProductResponse(found), nil
}

// #endregion get-product

func (s *server) BatchGetProducts(ctx context.Context, req *catalogv1.BatchGetProductsRequest) (*catalogv1.BatchGetProductsResponse, error) {
	ids := productIDs(req.GetProductIds())
	items, err := s.readItems(ctx, ids)
	if err != nil {
		return nil, err
	}
	results := make([]*catalogv1.BatchGetProductsResponse_Result, len(ids))
	for i, id := range ids {
		results[i] = &catalogv1.BatchGetProductsResponse_Result{
			ProductId:   int64(id),
			Item:        items[i].message(),
			Unavailable: items[i].err() != nil,
		}
	}
	return &catalogv1.BatchGetProductsResponse{Results: results}, nil
}

func (s *server) UpdateOffer(ctx context.Context, req *catalogv1.UpdateOfferRequest) (*catalogv1.UpdateOfferResponse, error) {
	offer, err := s.Writer.UpdateOffer(ctx, catalog.OfferChange{
		ProductID: catalog.ProductID(req.GetProductId()),
		Price: catalog.Money{
			MinorUnits: req.GetPrice().GetMinorUnits(),
			Currency:   req.GetPrice().GetCurrencyCode(),
		},
		Stock:           req.GetStock(),
		ExpectedVersion: req.GetExpectedVersion(),
		IdempotencyKey:  req.GetIdempotencyKey(),
	})
	if err != nil {
		return nil, err
	}
	s.Written()
	return &catalogv1.UpdateOfferResponse{Offer: newOffer(offer)}, nil
}

// #region watch-offers

// WatchOffers subscribes before it reads, so that no change falls between the two.
func (s *server) WatchOffers(req *catalogv1.WatchOffersRequest, stream grpc.ServerStreamingServer[catalogv1.WatchOffersResponse]) error {
	ctx := stream.Context()
	ids := productIDs(req.GetProductIds())
	sub, err := s.Hub.Subscribe(ids)
	if err != nil {
		return err
	}
	defer sub.Close()
	present, err := s.Offers.Get(ctx, ids)
	if err != nil {
		return err
	}
	for _, lookup := range present {
		if lookup.Err != nil {
			return lookup.Err
		}
	}
	sub.Put(watch.Found(present))
	for {
		offers, err := sub.Next(ctx)
		if err != nil {
			return err
		}
		for _, offer := range offers {
			if err := stream.Send(&catalogv1.WatchOffersResponse{Offer: newOffer(offer)}); err != nil {
				return err
			}
		}
	}
}

// #endregion watch-offers

func productIDs(ids []int64) []catalog.ProductID {
	out := make([]catalog.ProductID, len(ids))
	for i, id := range ids {
		out[i] = catalog.ProductID(id)
	}
	return out
}
