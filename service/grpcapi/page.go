package grpcapi

import (
	"context"
	"errors"
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

// #region get-product-page

// GetProductPage reads the product and its recommendations at the same time; only the product can fail the call.
func (s *server) GetProductPage(ctx context.Context, req *catalogv1.GetProductPageRequest) (*catalogv1.GetProductPageResponse, error) {
	id := catalog.ProductID(req.GetProductId())
	var main item
	var recommended []*catalogv1.Item
	complete := true
	group, ctx := errgroup.WithContext(ctx)
	group.Go(guarded(func() (err error) {
		main, err = s.readItem(ctx, id)
		return err
	}))
	group.Go(func() error {
		recommended, complete = s.recommendations(ctx, id)
		return nil
	})
	if err := group.Wait(); err != nil {
		return nil, err
	}
	response := &catalogv1.GetProductPageResponse{Item: main.message(), Recommendations: recommended}
	if !complete {
		response.Degraded = append(response.Degraded, catalogv1.PagePart_PAGE_PART_RECOMMENDATIONS)
	}
	return response, nil
}

// #endregion get-product-page

// recommendations returns false when they were wanted and not all could be had in time.
func (s *server) recommendations(ctx context.Context, id catalog.ProductID) (items []*catalogv1.Item, complete bool) {
	if s.Recommender == nil {
		return nil, true
	}
	ctx, cancel := context.WithTimeout(ctx, recommendationTime(ctx))
	defer cancel()
	err := guarded(func() (err error) {
		items, err = s.readRecommended(ctx, id)
		return err
	})()
	if err != nil {
		s.degraded.Add(1)
		level := slog.LevelDebug
		if _, ok := errors.AsType[panicError](err); ok {
			level = slog.LevelError // a defect, unlike a dependency that is late
		}
		s.Log.Log(ctx, level, "page without all recommendations", slog.Int64("product_id", int64(id)), slog.Any("error", err))
	}
	return items, err == nil
}

// readRecommended may return some items and an error.
func (s *server) readRecommended(ctx context.Context, id catalog.ProductID) ([]*catalogv1.Item, error) {
	ids, err := s.Recommender.Recommend(ctx, id, maxRecommendations)
	if err != nil {
		return nil, err
	}
	items, err := s.readItems(ctx, ids)
	if err != nil {
		return nil, err
	}
	return messages(items)
}

// #region recommendation-time

func recommendationTime(ctx context.Context) time.Duration {
	deadline, ok := ctx.Deadline()
	if !ok {
		return maxRecommendationTime
	}
	return min(time.Until(deadline)/recommendationShare, maxRecommendationTime)
}

// #endregion recommendation-time
