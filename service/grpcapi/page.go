package grpcapi

import (
	"context"
	"log/slog"
	"time"

	"golang.org/x/sync/errgroup"

	"example.com/shop/catalog"
	catalogv1 "example.com/shop/gen/shop/catalog/v1"
)

const (
	maxRecommendations = 12
	// Recommendations may take a fifth of what is left of the deadline and never more than 100 ms: a page without
	// them is better than a page that waits for them.
	recommendationShare   = 5
	maxRecommendationTime = 100 * time.Millisecond
)

// GetProductPage reads the product and its recommendations at the same time; only the product can fail the call.
func (s *server) GetProductPage(ctx context.Context, req *catalogv1.GetProductPageRequest) (*catalogv1.GetProductPageResponse, error) {
	id := catalog.ProductID(req.GetProductId())
	var main item
	var recommended []item
	complete := true
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() (err error) {
		main, err = s.readItem(ctx, id)
		return err
	})
	group.Go(func() error {
		recommended, complete = s.recommendations(ctx, id)
		return nil
	})
	if err := group.Wait(); err != nil {
		return nil, err
	}
	response := &catalogv1.GetProductPageResponse{Item: main.message(), Recommendations: messages(recommended)}
	if !complete {
		response.Degraded = append(response.Degraded, catalogv1.PagePart_PAGE_PART_RECOMMENDATIONS)
	}
	return response, nil
}

// recommendations returns false when they were wanted and could not be had in time.
func (s *server) recommendations(ctx context.Context, id catalog.ProductID) ([]item, bool) {
	if s.Recommender == nil {
		return nil, true
	}
	ctx, cancel := context.WithTimeout(ctx, recommendationTime(ctx))
	defer cancel()
	ids, err := s.Recommender.Recommend(ctx, id, maxRecommendations)
	if err == nil {
		var items []item
		if items, err = s.readItems(ctx, ids); err == nil {
			return items, true
		}
	}
	s.Log.DebugContext(ctx, "page without recommendations", slog.Int64("product_id", int64(id)), slog.Any("error", err))
	return nil, false
}

func recommendationTime(ctx context.Context) time.Duration {
	deadline, ok := ctx.Deadline()
	if !ok {
		return maxRecommendationTime
	}
	return min(time.Until(deadline)/recommendationShare, maxRecommendationTime)
}
