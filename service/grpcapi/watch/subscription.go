package watch

import (
	"context"
	"sync"

	"example.com/shop/catalog"
)

// Subscription holds, for one reader, the newest offer of each product that it has not taken yet. That bounds its
// memory to the number of its ids however slow the reader is: a price that was overwritten before anybody saw it is of
// no use to a shop's page.
type Subscription struct {
	hub  *Hub
	ids  []catalog.ProductID
	done chan struct{} // closed by the hub

	mu      sync.Mutex
	pending map[catalog.ProductID]catalog.Offer
	taken   map[catalog.ProductID]int64 // the version last taken; older ones are not handed out again
	ready   chan struct{}               // holds one token when pending is not empty
}

func newSubscription(hub *Hub, ids []catalog.ProductID) *Subscription {
	return &Subscription{
		hub:     hub,
		ids:     ids,
		done:    make(chan struct{}),
		pending: make(map[catalog.ProductID]catalog.Offer, len(ids)),
		taken:   make(map[catalog.ProductID]int64, len(ids)),
		ready:   make(chan struct{}, 1),
	}
}

// Put adds offers that the reader found by itself, such as those at the start.
func (s *Subscription) Put(offers []catalog.Offer) {
	for _, offer := range offers {
		s.put(offer)
	}
}

// #region newest-only

func (s *Subscription) put(offer catalog.Offer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if offer.Version <= s.taken[offer.ProductID] || offer.Version <= s.pending[offer.ProductID].Version {
		return
	}
	s.pending[offer.ProductID] = offer
	select {
	case s.ready <- struct{}{}:
	default:
	}
}

// #endregion newest-only

// Next waits for at least one change and returns all that wait, one for each product, versions only growing.
// Errors: [ErrClosed] when the hub closed, and ctx's.
func (s *Subscription) Next(ctx context.Context) ([]catalog.Offer, error) {
	for {
		select {
		case <-s.done:
			return nil, ErrClosed
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-s.ready:
		}
		// A change that came after the token was taken is in this batch already and left a token for nothing.
		if offers := s.take(); len(offers) > 0 {
			return offers, nil
		}
	}
}

func (s *Subscription) take() []catalog.Offer {
	s.mu.Lock()
	defer s.mu.Unlock()
	offers := make([]catalog.Offer, 0, len(s.pending))
	for id, offer := range s.pending {
		offers = append(offers, offer)
		s.taken[id] = offer.Version
	}
	clear(s.pending)
	return offers
}

// Close forgets the subscription.
func (s *Subscription) Close() { s.hub.remove(s) }
