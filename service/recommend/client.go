// Package recommend asks another team's service which products go with one. The page lives without the answer, so
// the client gives up early and, after several failures, does not ask at all for a while.
package recommend

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/sony/gobreaker/v2"
	"google.golang.org/grpc"

	"example.com/shop/catalog"
	recommendationv1 "example.com/shop/gen/shop/recommendation/v1"
)

const (
	failuresToOpen = 5
	openFor        = time.Second
)

// Client is a [catalog.Recommender] over gRPC. The caller sets the deadline by the context.
type Client struct {
	rpc     recommendationv1.RecommendationServiceClient
	breaker *gobreaker.CircuitBreaker[[]catalog.ProductID]
}

// #region breaker

// New returns a client on conn, which stays the caller's to close.
func New(conn grpc.ClientConnInterface) *Client {
	return &Client{
		rpc: recommendationv1.NewRecommendationServiceClient(conn),
		breaker: gobreaker.NewCircuitBreaker[[]catalog.ProductID](gobreaker.Settings{
			Name:        "recommendations",
			Timeout:     openFor,
			ReadyToTrip: func(c gobreaker.Counts) bool { return c.ConsecutiveFailures >= failuresToOpen },
			// A caller that left says nothing about the service; one whose deadline passed does.
			IsExcluded: func(err error) bool { return errors.Is(err, context.Canceled) },
		}),
	}
}

// #endregion breaker

// State returns what the breaker does with calls: "closed" (they pass), "half-open" (one may try) or "open" (none
// passes).
func (c *Client) State() string { return c.breaker.State().String() }

// Recommend implements [catalog.Recommender].
func (c *Client) Recommend(ctx context.Context, id catalog.ProductID, limit int) ([]catalog.ProductID, error) {
	ids, err := c.breaker.Execute(func() ([]catalog.ProductID, error) { return c.list(ctx, id, limit) })
	if err != nil {
		return nil, fmt.Errorf("recommend for product %d: %w", id, err)
	}
	return ids, nil
}

func (c *Client) list(ctx context.Context, id catalog.ProductID, limit int) ([]catalog.ProductID, error) {
	response, err := c.rpc.ListRecommendations(ctx, &recommendationv1.ListRecommendationsRequest{
		ProductId: int64(id),
		PageSize:  int32(limit),
	})
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, err
	}
	ids := make([]catalog.ProductID, 0, limit)
	for _, other := range response.GetProductIds() {
		if len(ids) == limit {
			break
		}
		ids = append(ids, catalog.ProductID(other))
	}
	return ids, nil
}
