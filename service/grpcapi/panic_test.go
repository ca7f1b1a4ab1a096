package grpcapi_test

import (
	"context"
	"strings"
	"testing"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"example.com/shop/catalog"
	catalogv1 "example.com/shop/gen/shop/catalog/v1"
)

// A handler's helpers run in goroutines of their own, where no recover of an interceptor reaches their panics.
func TestPanicBesideTheHandlerEndsItsCallOnly(t *testing.T) {
	s := newShop(t, func(s *shop) {
		s.offers.get = func(context.Context) error { panic("broken invariant") }
	})
	for name, call := range map[string]func() error{
		"GetProduct": func() error {
			_, err := s.client.GetProduct(t.Context(), &catalogv1.GetProductRequest{ProductId: 1})
			return err
		},
		"GetProductPage": func() error {
			_, err := s.client.GetProductPage(t.Context(), &catalogv1.GetProductPageRequest{ProductId: 1})
			return err
		},
		"BatchGetProducts": func() error {
			_, err := s.client.BatchGetProducts(t.Context(), &catalogv1.BatchGetProductsRequest{ProductIds: []int64{1, 2}})
			return err
		},
	} {
		s.logged.Reset()
		if err := call(); status.Code(err) != codes.Internal {
			t.Errorf("%s: error = %v, want INTERNAL", name, err)
		}
		if !strings.Contains(s.logged.String(), "broken invariant") {
			t.Errorf("%s: log %q does not hold the panic", name, s.logged)
		}
	}
}

func TestPanicOfTheRecommenderDegradesThePage(t *testing.T) {
	s := newShop(t, func(s *shop) {
		s.deps.Recommender = recommender(func(context.Context) ([]catalog.ProductID, error) { panic("broken model") })
	})
	page, err := s.client.GetProductPage(t.Context(), &catalogv1.GetProductPageRequest{ProductId: 1})
	if err != nil || len(page.GetDegraded()) != 1 {
		t.Fatalf("page = %v, %v, want it degraded", page, err)
	}
	if logged := s.logged.String(); !strings.Contains(logged, "level=ERROR") || !strings.Contains(logged, "broken model") {
		t.Errorf("log %q does not hold the panic as an error", logged)
	}
}
