// Package watch hands changed offers to the streams that wait for them, so that a slow stream costs itself only.
package watch

import (
	"errors"
	"sync"

	"example.com/shop/catalog"
)

// Errors of [Hub.Subscribe] and [Subscription.Next].
var (
	ErrClosed = errors.New("hub is closed")
	ErrFull   = errors.New("too many subscriptions")
)

// Hub knows which subscriptions want which products. Its methods may be called at once from many goroutines, and none
// of them waits for a reader.
type Hub struct {
	limit int

	mu     sync.RWMutex
	closed bool
	subs   map[*Subscription]struct{}
	byID   map[catalog.ProductID]map[*Subscription]struct{}
}

// NewHub returns a hub for at most limit subscriptions at a time.
func NewHub(limit int) *Hub {
	return &Hub{
		limit: limit,
		subs:  make(map[*Subscription]struct{}),
		byID:  make(map[catalog.ProductID]map[*Subscription]struct{}),
	}
}

// Subscribe asks for every change of ids from now on. The caller closes the subscription.
// Errors: [ErrClosed], [ErrFull].
func (h *Hub) Subscribe(ids []catalog.ProductID) (*Subscription, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return nil, ErrClosed
	}
	if len(h.subs) >= h.limit {
		return nil, ErrFull
	}
	sub := newSubscription(h, ids)
	h.subs[sub] = struct{}{}
	for _, id := range ids {
		if h.byID[id] == nil {
			h.byID[id] = make(map[*Subscription]struct{})
		}
		h.byID[id][sub] = struct{}{}
	}
	return sub, nil
}

// #region publish

// Publish hands offers to the subscriptions that want them.
func (h *Hub) Publish(offers []catalog.Offer) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	for _, offer := range offers {
		for sub := range h.byID[offer.ProductID] {
			sub.put(offer)
		}
	}
}

// #endregion publish

// Watched returns the ids that somebody waits for, in no order.
func (h *Hub) Watched() []catalog.ProductID {
	h.mu.RLock()
	defer h.mu.RUnlock()
	ids := make([]catalog.ProductID, 0, len(h.byID))
	for id := range h.byID {
		ids = append(ids, id)
	}
	return ids
}

// Len returns the number of subscriptions.
func (h *Hub) Len() int {
	h.mu.RLock()
	defer h.mu.RUnlock()
	return len(h.subs)
}

// Close ends every subscription with [ErrClosed] and refuses new ones.
func (h *Hub) Close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return
	}
	h.closed = true
	for sub := range h.subs {
		close(sub.done)
	}
}

func (h *Hub) remove(sub *Subscription) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.subs, sub)
	for _, id := range sub.ids {
		delete(h.byID[id], sub)
		if len(h.byID[id]) == 0 {
			delete(h.byID, id)
		}
	}
}
