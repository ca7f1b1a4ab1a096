package grpcapi

import (
	"context"
	"time"

	"golang.org/x/sync/errgroup"
	"google.golang.org/protobuf/types/known/timestamppb"

	"example.com/shop/catalog"
	catalogv1 "example.com/shop/gen/shop/catalog/v1"
)

// item is a product with its offer, each as fresh as it came.
type item struct {
	product catalog.Lookup[catalog.Product]
	offer   catalog.Lookup[catalog.Offer]
}

// err returns why the item could not be read.
func (i item) err() error {
	if i.product.Err != nil {
		return i.product.Err
	}
	return i.offer.Err
}

// found is false when either half is missing: a product without an offer cannot be shown in a shop.
func (i item) found() bool { return i.product.Found && i.offer.Found }

// readItem returns the item of id, or [catalog.ErrNotFound]. When both halves are in this process it starts no
// goroutine; that is the path most calls take.
func (s *server) readItem(ctx context.Context, id catalog.ProductID) (item, error) {
	found, ok := s.peekItem(id)
	if !ok {
		items, err := s.readItems(ctx, []catalog.ProductID{id})
		if err != nil {
			return item{}, err
		}
		found = items[0]
	}
	switch {
	case found.err() != nil:
		return item{}, found.err()
	case !found.found():
		return item{}, catalog.ErrNotFound
	}
	return found, nil
}

func (s *server) peekItem(id catalog.ProductID) (item, bool) {
	product, ok := s.Products.Peek(id)
	if !ok {
		return item{}, false
	}
	offer, ok := s.Offers.Peek(id)
	return item{product: product, offer: offer}, ok
}

// #region read-items

// readItems returns one item for each id, at the id's place; it fails when none could be read, and an item may have an
// error of its own. Products and offers are read at the same time.
func (s *server) readItems(ctx context.Context, ids []catalog.ProductID) ([]item, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var products []catalog.Lookup[catalog.Product]
	var offers []catalog.Lookup[catalog.Offer]
	group, ctx := errgroup.WithContext(ctx)
	group.Go(guarded(func() (err error) {
		products, err = s.Products.Get(ctx, ids)
		return err
	}))
	group.Go(guarded(func() (err error) {
		offers, err = s.Offers.Get(ctx, ids)
		return err
	}))
	if err := group.Wait(); err != nil {
		return nil, err
	}
	items := make([]item, len(ids))
	for i := range ids {
		items[i] = item{product: products[i], offer: offers[i]}
	}
	return items, nil
}

// #endregion read-items

// messages returns the items that were found, and the first error of those that could not be read.
func messages(items []item) (out []*catalogv1.Item, err error) {
	out = make([]*catalogv1.Item, 0, len(items))
	for _, i := range items {
		if err == nil {
			err = i.err()
		}
		if m := i.message(); m != nil {
			out = append(out, m)
		}
	}
	return out, err
}

// #region one-allocation

// itemMessage holds an Item with all its parts, so that they are one allocation instead of nine.
type itemMessage struct {
	item      catalogv1.Item
	product   catalogv1.Product
	offer     catalogv1.Offer
	price     catalogv1.Money
	freshness catalogv1.Freshness

	productCreated, productUpdated, offerUpdated, asOf timestamppb.Timestamp
}

// #endregion one-allocation

// message returns nil when the item was not found.
func (i item) message() *catalogv1.Item {
	if !i.found() {
		return nil
	}
	m := new(itemMessage)
	m.fill(i)
	return &m.item
}

func newGetProductResponse(i item) *catalogv1.GetProductResponse {
	m := new(struct {
		response catalogv1.GetProductResponse
		itemMessage
	})
	m.fill(i)
	m.response.Item = &m.item
	return &m.response
}

func (m *itemMessage) fill(i item) {
	m.item.Product, m.item.Offer, m.item.Freshness = &m.product, &m.offer, &m.freshness
	m.fillProduct(&i.product.Record)
	m.offer.Price, m.offer.UpdatedAt = &m.price, &m.offerUpdated
	fillOffer(&m.offer, &i.offer.Record)
	m.freshness.Stale = i.product.Stale || i.offer.Stale
	m.freshness.AsOf = &m.asOf
	setTime(&m.asOf, older(i.product.AsOf, i.offer.AsOf))
}

func (m *itemMessage) fillProduct(p *catalog.Product) {
	m.product.Id = int64(p.ID)
	m.product.Name = p.Name
	m.product.Brand = p.Brand
	m.product.Category = p.Category
	m.product.Color = p.Color
	m.product.Description = p.Description
	m.product.Version = p.Version
	m.product.CreatedAt, m.product.UpdatedAt = &m.productCreated, &m.productUpdated
	setTime(&m.productCreated, p.CreatedAt)
	setTime(&m.productUpdated, p.UpdatedAt)
}

func newOffer(o catalog.Offer) *catalogv1.Offer {
	m := &catalogv1.Offer{Price: new(catalogv1.Money), UpdatedAt: new(timestamppb.Timestamp)}
	fillOffer(m, &o)
	return m
}

// fillOffer needs m.Price and m.UpdatedAt to be there.
func fillOffer(m *catalogv1.Offer, o *catalog.Offer) {
	m.ProductId = int64(o.ProductID)
	m.Stock = o.Stock
	m.Version = o.Version
	m.Price.MinorUnits = o.Price.MinorUnits
	m.Price.CurrencyCode = o.Price.Currency
	setTime(m.UpdatedAt, o.UpdatedAt)
}

func setTime(m *timestamppb.Timestamp, t time.Time) {
	m.Seconds, m.Nanos = t.Unix(), int32(t.Nanosecond())
}

func older(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
