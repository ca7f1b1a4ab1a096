package grpcapi_test

import (
	"bytes"
	"context"
	"log/slog"
	"net"
	"testing"
	"time"

	"go.uber.org/goleak"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/test/bufconn"

	"example.com/shop/catalog"
	catalogv1 "example.com/shop/gen/shop/catalog/v1"
	"example.com/shop/grpcapi"
	"example.com/shop/grpcapi/pagetoken"
	"example.com/shop/grpcapi/watch"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// reader answers from a map, or with an error, or only when released.
type reader[R catalog.Record] struct {
	records map[catalog.ProductID]R
	err     error
	peek    bool
	stale   bool
	errs    map[catalog.ProductID]error     // of single ids
	get     func(ctx context.Context) error // runs first, if set
}

var asOf = time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)

func (r *reader[R]) Get(ctx context.Context, ids []catalog.ProductID) ([]catalog.Lookup[R], error) {
	if r.get != nil {
		if err := r.get(ctx); err != nil {
			return nil, err
		}
	}
	if r.err != nil {
		return nil, r.err
	}
	lookups := make([]catalog.Lookup[R], len(ids))
	for i, id := range ids {
		record, found := r.records[id]
		lookups[i] = catalog.Lookup[R]{Record: record, Found: found, Stale: r.stale, AsOf: asOf}
		if err := r.errs[id]; err != nil {
			lookups[i] = catalog.Lookup[R]{Err: err}
		}
	}
	return lookups, nil
}

func (r *reader[R]) Peek(id catalog.ProductID) (catalog.Lookup[R], bool) {
	record, found := r.records[id]
	return catalog.Lookup[R]{Record: record, Found: found, AsOf: asOf}, found && r.peek
}

type lister func(catalog.ListQuery) ([]catalog.Position, error)

func (l lister) List(_ context.Context, query catalog.ListQuery) ([]catalog.Position, error) {
	return l(query)
}

type writer func(context.Context, catalog.OfferChange) (catalog.Offer, error)

func (w writer) UpdateOffer(ctx context.Context, change catalog.OfferChange) (catalog.Offer, error) {
	return w(ctx, change)
}

type recommender func(context.Context) ([]catalog.ProductID, error)

func (r recommender) Recommend(ctx context.Context, _ catalog.ProductID, _ int) ([]catalog.ProductID, error) {
	return r(ctx)
}

// shop is a service on fakes, with one client.
type shop struct {
	products *reader[catalog.Product]
	offers   *reader[catalog.Offer]
	deps     grpcapi.Dependencies
	hub      *watch.Hub
	logged   *bytes.Buffer
	limit    *grpcapi.RateLimit
	client   catalogv1.CatalogServiceClient
	conn     *grpc.ClientConn
}

// newShop holds products 1 to 200. change may alter what the service is built from.
func newShop(t testing.TB, change func(*shop)) *shop {
	t.Helper()
	s := &shop{
		products: &reader[catalog.Product]{records: map[catalog.ProductID]catalog.Product{}},
		offers:   &reader[catalog.Offer]{records: map[catalog.ProductID]catalog.Offer{}},
		hub:      watch.NewHub(2),
		logged:   new(bytes.Buffer),
	}
	for id := range catalog.ProductID(200) {
		s.products.records[id+1] = catalog.Product{ID: id + 1, Name: "Coat", Category: "coats", Version: 3, CreatedAt: asOf, UpdatedAt: asOf}
		s.offers.records[id+1] = catalog.Offer{ProductID: id + 1, Price: catalog.Money{MinorUnits: 12999, Currency: "EUR"}, Stock: 4, Version: 7, UpdatedAt: asOf}
	}
	tokens, err := pagetoken.New(make([]byte, 32))
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.NewTextHandler(s.logged, nil))
	s.deps = grpcapi.Dependencies{
		Products: s.products, Offers: s.offers, Tokens: tokens, Hub: s.hub, Log: log,
		Lister:  lister(func(catalog.ListQuery) ([]catalog.Position, error) { return nil, nil }),
		Writer:  writer(func(context.Context, catalog.OfferChange) (catalog.Offer, error) { return s.offers.records[1], nil }),
		Written: func() {},
	}
	if change != nil {
		change(s)
	}
	s.serve(t, log)
	return s
}

func (s *shop) serve(t testing.TB, log *slog.Logger) {
	t.Helper()
	validator, err := grpcapi.NewValidator()
	if err != nil {
		t.Fatal(err)
	}
	transport := grpcapi.Transport{RateLimit: s.limit, Validator: validator, Statuses: grpcapi.Statuses{Log: log}}
	server := grpc.NewServer(transport.ServerOptions()...)
	grpcapi.Register(server, s.deps)
	listener := bufconn.Listen(1 << 20)
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	s.conn, err = grpc.NewClient("passthrough:///shop", grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithContextDialer(func(ctx context.Context, _ string) (net.Conn, error) { return listener.DialContext(ctx) }))
	if err != nil {
		t.Fatal(err)
	}
	s.client = catalogv1.NewCatalogServiceClient(s.conn)
	t.Cleanup(func() {
		_ = s.conn.Close()
		server.Stop()
		s.limit.Close()
		if err := <-served; err != nil {
			t.Errorf("serve: %v", err)
		}
	})
}
