package grpcapi_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/emptypb"

	"example.com/shop/catalog"
	catalogv1 "example.com/shop/gen/shop/catalog/v1"
)

func ids(n int) []int64 {
	out := make([]int64, n)
	for i := range out {
		out[i] = int64(i + 1)
	}
	return out
}

func goodUpdate(change func(*catalogv1.UpdateOfferRequest)) *catalogv1.UpdateOfferRequest {
	req := &catalogv1.UpdateOfferRequest{
		ProductId:       1,
		Price:           &catalogv1.Money{MinorUnits: 999, CurrencyCode: "EUR"},
		Stock:           1,
		ExpectedVersion: 7,
		IdempotencyKey:  "0123456789abcdef",
	}
	change(req)
	return req
}

// TestBadInput goes over every field of every method. Each row is refused with INVALID_ARGUMENT and the field's path.
func TestBadInput(t *testing.T) {
	price := func(units int64, currency string) func(*catalogv1.UpdateOfferRequest) {
		return func(r *catalogv1.UpdateOfferRequest) {
			r.Price = &catalogv1.Money{MinorUnits: units, CurrencyCode: currency}
		}
	}
	list := func(change func(*catalogv1.ListProductsRequest)) *catalogv1.ListProductsRequest {
		req := &catalogv1.ListProductsRequest{Category: "coats"}
		change(req)
		return req
	}
	rows := []struct {
		name  string
		req   proto.Message
		field string
	}{
		{"get: no id", &catalogv1.GetProductRequest{}, "product_id"},
		{"get: negative id", &catalogv1.GetProductRequest{ProductId: -1}, "product_id"},
		{"batch: no ids", &catalogv1.BatchGetProductsRequest{}, "product_ids"},
		{"batch: 101 ids", &catalogv1.BatchGetProductsRequest{ProductIds: ids(101)}, "product_ids"},
		{"batch: a zero id", &catalogv1.BatchGetProductsRequest{ProductIds: []int64{1, 0}}, "product_ids[1]"},
		{"batch: a negative id", &catalogv1.BatchGetProductsRequest{ProductIds: []int64{-5}}, "product_ids[0]"},
		{"list: no category", &catalogv1.ListProductsRequest{}, "category"},
		{"list: long category", &catalogv1.ListProductsRequest{Category: strings.Repeat("a", 65)}, "category"},
		{"list: upper case", &catalogv1.ListProductsRequest{Category: "Coats"}, "category"},
		{"list: SQL in category", &catalogv1.ListProductsRequest{Category: "coats' OR 1=1 --"}, "category"},
		{"list: NUL in category", &catalogv1.ListProductsRequest{Category: "coats\x00"}, "category"},
		{"list: long brand", list(func(r *catalogv1.ListProductsRequest) { r.Brand = strings.Repeat("b", 65) }), "brand"},
		{"list: negative lowest price", list(func(r *catalogv1.ListProductsRequest) { r.MinPrice = proto.Int64(-1) }), "min_price"},
		{"list: lowest price too high", list(func(r *catalogv1.ListProductsRequest) { r.MinPrice = proto.Int64(1e12 + 1) }), "min_price"},
		{"list: negative highest price", list(func(r *catalogv1.ListProductsRequest) { r.MaxPrice = proto.Int64(-1) }), "max_price"},
		{"list: highest price too high", list(func(r *catalogv1.ListProductsRequest) { r.MaxPrice = proto.Int64(1e12 + 1) }), "max_price"},
		{"list: prices crossed", list(func(r *catalogv1.ListProductsRequest) {
			r.MinPrice, r.MaxPrice = proto.Int64(2), proto.Int64(1)
		}), ""},
		{"list: unknown order", list(func(r *catalogv1.ListProductsRequest) { r.SortOrder = 99 }), "sort_order"},
		{"list: negative page size", list(func(r *catalogv1.ListProductsRequest) { r.PageSize = -1 }), "page_size"},
		{"list: page size 101", list(func(r *catalogv1.ListProductsRequest) { r.PageSize = 101 }), "page_size"},
		{"list: foreign token", list(func(r *catalogv1.ListProductsRequest) { r.PageToken = "Zm9yZWlnbg" }), "page_token"},
		{"list: long token", list(func(r *catalogv1.ListProductsRequest) { r.PageToken = strings.Repeat("A", 257) }), "page_token"},
		{"page: no id", &catalogv1.GetProductPageRequest{}, "product_id"},
		{"page: negative id", &catalogv1.GetProductPageRequest{ProductId: -1}, "product_id"},
		{"watch: no ids", &catalogv1.WatchOffersRequest{}, "product_ids"},
		{"watch: 101 ids", &catalogv1.WatchOffersRequest{ProductIds: ids(101)}, "product_ids"},
		{"watch: an id twice", &catalogv1.WatchOffersRequest{ProductIds: []int64{1, 1}}, "product_ids"},
		{"watch: a zero id", &catalogv1.WatchOffersRequest{ProductIds: []int64{0}}, "product_ids[0]"},
		{"update: no id", goodUpdate(func(r *catalogv1.UpdateOfferRequest) { r.ProductId = 0 }), "product_id"},
		{"update: negative id", goodUpdate(func(r *catalogv1.UpdateOfferRequest) { r.ProductId = -1 }), "product_id"},
		{"update: no price", goodUpdate(func(r *catalogv1.UpdateOfferRequest) { r.Price = nil }), "price"},
		{"update: negative price", goodUpdate(price(-1, "EUR")), "price.minor_units"},
		{"update: price too high", goodUpdate(price(1e12+1, "EUR")), "price.minor_units"},
		{"update: no currency", goodUpdate(price(1, "")), "price.currency_code"},
		{"update: unknown currency", goodUpdate(price(1, "ZZZ")), "price.currency_code"},
		{"update: small letters", goodUpdate(price(1, "eur")), "price.currency_code"},
		{"update: negative stock", goodUpdate(func(r *catalogv1.UpdateOfferRequest) { r.Stock = -1 }), "stock"},
		{"update: stock too high", goodUpdate(func(r *catalogv1.UpdateOfferRequest) { r.Stock = 1_000_001 }), "stock"},
		{"update: no version", goodUpdate(func(r *catalogv1.UpdateOfferRequest) { r.ExpectedVersion = 0 }), "expected_version"},
		{"update: negative version", goodUpdate(func(r *catalogv1.UpdateOfferRequest) { r.ExpectedVersion = -7 }), "expected_version"},
		{"update: no key", goodUpdate(func(r *catalogv1.UpdateOfferRequest) { r.IdempotencyKey = "" }), "idempotency_key"},
		{"update: short key", goodUpdate(func(r *catalogv1.UpdateOfferRequest) { r.IdempotencyKey = strings.Repeat("k", 15) }), "idempotency_key"},
		{"update: long key", goodUpdate(func(r *catalogv1.UpdateOfferRequest) { r.IdempotencyKey = strings.Repeat("k", 65) }), "idempotency_key"},
		{"update: line break in key", goodUpdate(func(r *catalogv1.UpdateOfferRequest) { r.IdempotencyKey = "0123456789abcdef\n" }), "idempotency_key"},
	}
	s := newShop(t, nil)
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			requireBadField(t, call(t, s, row.req), row.field)
		})
	}
}

// #region every-field

// TestEveryFieldHasABadRow fails when a request gains a field that TestBadInput does not know.
func TestEveryFieldHasABadRow(t *testing.T) {
	known := map[string][]string{
		"GetProductRequest":       {"product_id"},
		"BatchGetProductsRequest": {"product_ids"},
		"ListProductsRequest":     {"category", "brand", "min_price", "max_price", "in_stock_only", "sort_order", "page_size", "page_token"},
		"GetProductPageRequest":   {"product_id"},
		"WatchOffersRequest":      {"product_ids"},
		"UpdateOfferRequest":      {"product_id", "price", "stock", "expected_version", "idempotency_key"},
	}
	messages := catalogv1.File_shop_catalog_v1_catalog_proto.Messages()
	for i := range messages.Len() {
		message := messages.Get(i)
		if !strings.HasSuffix(string(message.Name()), "Request") {
			continue
		}
		for j := range message.Fields().Len() {
			if field := string(message.Fields().Get(j).Name()); !slices.Contains(known[string(message.Name())], field) {
				t.Errorf("%s.%s has no row of bad input", message.Name(), field)
			}
		}
	}
}

// #endregion every-field

// call sends req to the method that takes it and returns the error.
func call(t *testing.T, s *shop, req proto.Message) error {
	t.Helper()
	ctx := t.Context()
	var err error
	switch req := req.(type) {
	case *catalogv1.GetProductRequest:
		_, err = s.client.GetProduct(ctx, req)
	case *catalogv1.BatchGetProductsRequest:
		_, err = s.client.BatchGetProducts(ctx, req)
	case *catalogv1.ListProductsRequest:
		_, err = s.client.ListProducts(ctx, req)
	case *catalogv1.GetProductPageRequest:
		_, err = s.client.GetProductPage(ctx, req)
	case *catalogv1.UpdateOfferRequest:
		_, err = s.client.UpdateOffer(ctx, req)
	case *catalogv1.WatchOffersRequest:
		var stream grpc.ServerStreamingClient[catalogv1.WatchOffersResponse]
		if stream, err = s.client.WatchOffers(ctx, req); err == nil {
			_, err = stream.Recv()
		}
	default:
		t.Fatalf("no method takes %T", req)
	}
	return err
}

// requireBadField wants INVALID_ARGUMENT with a BadRequest that names field and nothing of the inside.
func requireBadField(t *testing.T, err error, field string) {
	t.Helper()
	s := status.Convert(err)
	if s.Code() != codes.InvalidArgument {
		t.Fatalf("code = %v (%s), want InvalidArgument", s.Code(), s.Message())
	}
	for _, inner := range []string{"sql", "panic", "goroutine", ".go:"} {
		if strings.Contains(s.Message(), inner) {
			t.Errorf("message %q shows the inside", s.Message())
		}
	}
	for _, detail := range s.Details() {
		if bad, ok := detail.(*errdetails.BadRequest); ok {
			for _, violation := range bad.GetFieldViolations() {
				if violation.GetField() == field && violation.GetDescription() != "" {
					return
				}
			}
		}
	}
	t.Errorf("details %v do not name %q", s.Details(), field)
}

// rawCodec sends bytes as they are, as a broken client would.
type rawCodec struct{}

func (rawCodec) Name() string { return "proto" }
func (rawCodec) Marshal(v any) ([]byte, error) {
	if raw, ok := v.([]byte); ok {
		return raw, nil
	}
	return proto.Marshal(v.(proto.Message))
}
func (rawCodec) Unmarshal(data []byte, v any) error { return proto.Unmarshal(data, v.(proto.Message)) }

func invoke(ctx context.Context, s *shop, method string, raw []byte) error {
	return s.conn.Invoke(ctx, "/shop.catalog.v1.CatalogService/"+method, raw, new(emptypb.Empty), grpc.ForceCodec(rawCodec{}))
}

// TestBytesThatAreNoMessage expects the code that gRPC itself gives to them; see README.md, "Missing on purpose".
func TestBytesThatAreNoMessage(t *testing.T) {
	s := newShop(t, nil)
	requireRefused := func(t *testing.T, err error) {
		t.Helper()
		if status.Code(err) != codes.Internal {
			t.Errorf("code = %v, want Internal", status.Code(err))
		}
	}
	for name, raw := range map[string][]byte{
		"not UTF-8":    protowire.AppendString(protowire.AppendTag(nil, 1, protowire.BytesType), "\xff\xfe"),
		"cut short":    {0x08},
		"no wire type": {0x0f, 0xff},
	} {
		t.Run(name, func(t *testing.T) { requireRefused(t, invoke(t.Context(), s, "ListProducts", raw)) })
	}
	t.Run("in a stream", func(t *testing.T) {
		stream, err := s.conn.NewStream(t.Context(), &grpc.StreamDesc{ServerStreams: true},
			"/shop.catalog.v1.CatalogService/WatchOffers", grpc.ForceCodec(rawCodec{}))
		if err != nil {
			t.Fatal(err)
		}
		_ = stream.SendMsg([]byte{0x08})
		requireRefused(t, stream.RecvMsg(new(emptypb.Empty)))
	})
}

// TestLargeMessage expects the code that gRPC itself gives to a message over the limit; the server does not read it.
func TestLargeMessage(t *testing.T) {
	s := newShop(t, nil)
	_, err := s.client.ListProducts(t.Context(), &catalogv1.ListProductsRequest{Category: strings.Repeat("a", 5<<20)})
	if status.Code(err) != codes.ResourceExhausted {
		t.Errorf("code = %v, want ResourceExhausted", status.Code(err))
	}
}

// FuzzRequests sends any message to any method: the answer is never INTERNAL or UNKNOWN, whatever is in it.
func FuzzRequests(f *testing.F) {
	requests := []struct {
		method  string
		message proto.Message
	}{
		{"GetProduct", &catalogv1.GetProductRequest{ProductId: 1}},
		{"BatchGetProducts", &catalogv1.BatchGetProductsRequest{ProductIds: ids(100)}},
		{"ListProducts", &catalogv1.ListProductsRequest{Category: "coats", MinPrice: proto.Int64(1), PageToken: "AQ"}},
		{"GetProductPage", &catalogv1.GetProductPageRequest{ProductId: 1}},
		{"UpdateOffer", goodUpdate(func(*catalogv1.UpdateOfferRequest) {})},
	}
	for i, request := range requests {
		raw, err := proto.Marshal(request.message)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(byte(i), raw)
	}
	s := newShop(f, func(s *shop) {
		s.deps.Writer = writer(func(context.Context, catalog.OfferChange) (catalog.Offer, error) {
			return catalog.Offer{}, catalog.ErrNotFound
		})
	})
	f.Fuzz(func(t *testing.T, which byte, raw []byte) {
		request := requests[int(which)%len(requests)]
		if proto.Unmarshal(raw, proto.Clone(request.message)) != nil {
			return // no message: gRPC refuses it before it gets here
		}
		err := invoke(context.Background(), s, request.method, raw)
		if code := status.Code(err); code == codes.Internal || code == codes.Unknown {
			t.Errorf("code = %v: %v", code, err)
		}
	})
}
