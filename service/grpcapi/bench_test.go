package grpcapi_test

import (
	"testing"

	catalogv1 "example.com/shop/gen/shop/catalog/v1"
	"example.com/shop/grpcapi"
)

// #region cached-get-product

// BenchmarkCachedGetProduct is a call over an in-memory connection, client included; for the service's part of the
// allocations look at its memory profile from handleStream down.
func BenchmarkCachedGetProduct(b *testing.B) {
	s := newShop(b, func(s *shop) {
		s.products.peek, s.offers.peek = true, true
		s.limit = grpcapi.NewRateLimit(1_000_000_000)
	})
	req := &catalogv1.GetProductRequest{ProductId: 5}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.client.GetProduct(b.Context(), req); err != nil {
			b.Fatal(err)
		}
	}
}

// #endregion cached-get-product
