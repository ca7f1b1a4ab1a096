package grpcapi_test

import (
	"context"
	"errors"
	"testing"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"example.com/shop/catalog"
	catalogv1 "example.com/shop/gen/shop/catalog/v1"
)

func TestGetProduct(t *testing.T) {
	for _, peek := range []bool{true, false} {
		s := newShop(t, func(s *shop) { s.products.peek, s.offers.peek = peek, peek })
		response, err := s.client.GetProduct(t.Context(), &catalogv1.GetProductRequest{ProductId: 5})
		if err != nil {
			t.Fatal(err)
		}
		item := response.GetItem()
		if item.GetProduct().GetId() != 5 || item.GetProduct().GetVersion() != 3 || !item.GetProduct().GetCreatedAt().AsTime().Equal(asOf) {
			t.Errorf("peek %v: product = %v", peek, item.GetProduct())
		}
		if item.GetOffer().GetPrice().GetMinorUnits() != 12999 || item.GetOffer().GetVersion() != 7 || item.GetOffer().GetStock() != 4 {
			t.Errorf("peek %v: offer = %v", peek, item.GetOffer())
		}
		if item.GetFreshness().GetStale() || !item.GetFreshness().GetAsOf().AsTime().Equal(asOf) {
			t.Errorf("peek %v: freshness = %v", peek, item.GetFreshness())
		}
	}
}

func TestGetProductThatIsHalfThere(t *testing.T) {
	s := newShop(t, func(s *shop) { delete(s.offers.records, 5) })
	for _, id := range []int64{5, 999} {
		if _, err := s.client.GetProduct(t.Context(), &catalogv1.GetProductRequest{ProductId: id}); status.Code(err) != codes.NotFound {
			t.Errorf("product %d: %v, want NOT_FOUND", id, err)
		}
	}
}

func TestStaleHalfMarksTheItem(t *testing.T) {
	s := newShop(t, func(s *shop) { s.offers.stale = true })
	response, err := s.client.GetProduct(t.Context(), &catalogv1.GetProductRequest{ProductId: 5})
	if err != nil || !response.GetItem().GetFreshness().GetStale() {
		t.Errorf("freshness = %v, %v, want stale", response.GetItem().GetFreshness(), err)
	}
}

func TestBatchKeepsOrderAndRepeats(t *testing.T) {
	s := newShop(t, nil)
	asked := []int64{9, 999, 3, 9}
	response, err := s.client.BatchGetProducts(t.Context(), &catalogv1.BatchGetProductsRequest{ProductIds: asked})
	if err != nil {
		t.Fatal(err)
	}
	for i, result := range response.GetResults() {
		if result.GetProductId() != asked[i] {
			t.Errorf("result %d is of product %d, want %d", i, result.GetProductId(), asked[i])
		}
		if got := result.GetItem().GetProduct().GetId(); got != asked[i] && asked[i] != 999 {
			t.Errorf("result %d holds product %d, want %d", i, got, asked[i])
		}
	}
	if len(response.GetResults()) != 4 || response.GetResults()[1].GetItem() != nil {
		t.Errorf("results = %v", response.GetResults())
	}
}

// TestOneUnreadableProduct is the same mishap to four methods.
func TestOneUnreadableProduct(t *testing.T) {
	s := newShop(t, func(s *shop) {
		s.offers.errs = map[catalog.ProductID]error{3: catalog.ErrUnavailable}
		s.deps.Recommender = recommender(func(context.Context) ([]catalog.ProductID, error) { return []catalog.ProductID{3, 4}, nil })
		s.deps.Lister = lister(func(catalog.ListQuery) ([]catalog.Position, error) { return []catalog.Position{{ID: 2}, {ID: 3}}, nil })
	})
	batch, err := s.client.BatchGetProducts(t.Context(), &catalogv1.BatchGetProductsRequest{ProductIds: []int64{2, 3, 999}})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{false, true, false} {
		if got := batch.GetResults()[i]; got.GetUnavailable() != want || (got.GetItem() != nil) != (i == 0) {
			t.Errorf("result %d = %v, want unavailable %v", i, got, want)
		}
	}
	if _, err := s.client.GetProduct(t.Context(), &catalogv1.GetProductRequest{ProductId: 3}); status.Code(err) != codes.Unavailable {
		t.Errorf("get: %v, want UNAVAILABLE", err)
	}
	if _, err := s.client.ListProducts(t.Context(), &catalogv1.ListProductsRequest{Category: "coats"}); status.Code(err) != codes.Unavailable {
		t.Errorf("list with a hole: %v, want UNAVAILABLE", err)
	}
	page, err := s.client.GetProductPage(t.Context(), &catalogv1.GetProductPageRequest{ProductId: 5})
	if err != nil || len(page.GetRecommendations()) != 1 || len(page.GetDegraded()) != 1 {
		t.Errorf("page = %v, %v, want the other recommendation, degraded", page, err)
	}
}

func TestListPages(t *testing.T) {
	s := newShop(t, func(s *shop) {
		s.deps.Lister = lister(func(q catalog.ListQuery) ([]catalog.Position, error) {
			first := catalog.ProductID(1)
			if q.After != nil {
				first = q.After.ID + 1
			}
			var positions []catalog.Position
			for id := first; id <= 30 && len(positions) < q.Limit; id++ {
				positions = append(positions, catalog.Position{ID: id, Price: 12999})
			}
			return positions, nil
		})
	})
	var seen []int64
	req := &catalogv1.ListProductsRequest{Category: "coats", PageSize: 10}
	for pages := 1; ; pages++ {
		response, err := s.client.ListProducts(t.Context(), req)
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range response.GetItems() {
			seen = append(seen, item.GetProduct().GetId())
		}
		if req.PageToken = response.GetNextPageToken(); req.PageToken == "" {
			if pages != 3 || len(seen) != 30 || seen[0] != 1 || seen[29] != 30 {
				t.Errorf("%d pages with %v", pages, seen)
			}
			return
		}
	}
}

func TestPageWithRecommendations(t *testing.T) {
	s := newShop(t, func(s *shop) {
		s.deps.Recommender = recommender(func(context.Context) ([]catalog.ProductID, error) {
			return []catalog.ProductID{7, 999, 8}, nil
		})
	})
	page, err := s.client.GetProductPage(t.Context(), &catalogv1.GetProductPageRequest{ProductId: 5})
	if err != nil || len(page.GetDegraded()) != 0 {
		t.Fatalf("page = %v, %v", page, err)
	}
	if got := page.GetRecommendations(); len(got) != 2 || got[0].GetProduct().GetId() != 7 || got[1].GetProduct().GetId() != 8 {
		t.Errorf("recommendations = %v, want 7 and 8", got)
	}
}

func TestPageGoesOnWithoutRecommendations(t *testing.T) {
	rows := map[string]recommender{
		"down": func(context.Context) ([]catalog.ProductID, error) { return nil, errors.New("connection refused") },
		"late": func(ctx context.Context) ([]catalog.ProductID, error) {
			<-ctx.Done() // its share of the deadline, not the call's
			return nil, ctx.Err()
		},
	}
	for name, recommend := range rows {
		t.Run(name, func(t *testing.T) {
			s := newShop(t, func(s *shop) { s.deps.Recommender = recommend })
			page, err := s.client.GetProductPage(t.Context(), &catalogv1.GetProductPageRequest{ProductId: 5})
			if err != nil || page.GetItem().GetProduct().GetId() != 5 {
				t.Fatalf("page = %v, %v", page, err)
			}
			if d := page.GetDegraded(); len(d) != 1 || d[0] != catalogv1.PagePart_PAGE_PART_RECOMMENDATIONS {
				t.Errorf("degraded = %v", d)
			}
		})
	}
}

func TestPageOfNoProductDoesNotWaitForRecommendations(t *testing.T) {
	cancelled := make(chan error, 1)
	s := newShop(t, func(s *shop) {
		s.deps.Recommender = recommender(func(ctx context.Context) ([]catalog.ProductID, error) {
			<-ctx.Done()
			cancelled <- context.Cause(ctx)
			return nil, ctx.Err()
		})
	})
	_, err := s.client.GetProductPage(t.Context(), &catalogv1.GetProductPageRequest{ProductId: 999})
	if status.Code(err) != codes.NotFound {
		t.Errorf("error = %v, want NOT_FOUND", err)
	}
	if cause := <-cancelled; errors.Is(cause, context.DeadlineExceeded) {
		t.Error("the recommendations ran until their own deadline")
	}
}

func TestUpdateOfferWakesTheRelay(t *testing.T) {
	written := make(chan struct{}, 1)
	want := catalog.Offer{ProductID: 1, Version: 8, Price: catalog.Money{MinorUnits: 999, Currency: "EUR"}, UpdatedAt: asOf}
	s := newShop(t, func(s *shop) {
		s.deps.Writer = writer(func(_ context.Context, c catalog.OfferChange) (catalog.Offer, error) {
			if c.ExpectedVersion != 7 || c.IdempotencyKey != "0123456789abcdef" || c.Price.MinorUnits != 999 {
				t.Errorf("change = %+v", c)
			}
			return want, nil
		})
		s.deps.Written = func() { written <- struct{}{} }
	})
	response, err := s.client.UpdateOffer(t.Context(), goodUpdate(func(*catalogv1.UpdateOfferRequest) {}))
	if err != nil || response.GetOffer().GetVersion() != 8 {
		t.Fatalf("response = %v, %v", response, err)
	}
	select {
	case <-written:
	default:
		t.Error("nobody was told to relay the change")
	}
}

func offerAt(id catalog.ProductID, version int64) catalog.Offer {
	return catalog.Offer{ProductID: id, Version: version, UpdatedAt: asOf}
}

func TestWatchSendsThePresentAndThenChanges(t *testing.T) {
	s := newShop(t, nil)
	stream, err := s.client.WatchOffers(t.Context(), &catalogv1.WatchOffersRequest{ProductIds: []int64{1}})
	if err != nil {
		t.Fatal(err)
	}
	first, err := stream.Recv()
	if err != nil || first.GetOffer().GetVersion() != 7 {
		t.Fatalf("first = %v, %v, want version 7", first, err)
	}
	s.hub.Publish([]catalog.Offer{offerAt(1, 6), offerAt(2, 50), offerAt(1, 8)})
	second, err := stream.Recv()
	if err != nil || second.GetOffer().GetVersion() != 8 || second.GetOffer().GetProductId() != 1 {
		t.Fatalf("second = %v, %v, want version 8 of product 1", second, err)
	}
}

func TestWatchEndsWhenTheServerShutsDown(t *testing.T) {
	s := newShop(t, nil)
	stream, err := s.client.WatchOffers(t.Context(), &catalogv1.WatchOffersRequest{ProductIds: []int64{1}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := stream.Recv(); err != nil {
		t.Fatal(err)
	}
	s.hub.Close()
	if _, err := stream.Recv(); status.Code(err) != codes.Unavailable {
		t.Errorf("error = %v, want UNAVAILABLE", err)
	}
}

func TestWatchersAreBounded(t *testing.T) {
	s := newShop(t, nil) // its hub takes two
	open := func() error {
		stream, err := s.client.WatchOffers(t.Context(), &catalogv1.WatchOffersRequest{ProductIds: []int64{1}})
		if err != nil {
			return err
		}
		_, err = stream.Recv()
		return err
	}
	for range 2 {
		if err := open(); err != nil {
			t.Fatal(err)
		}
	}
	if err := open(); status.Code(err) != codes.ResourceExhausted {
		t.Errorf("third watcher: %v, want RESOURCE_EXHAUSTED", err)
	}
}
