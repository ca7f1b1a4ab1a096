package watch

import (
	"context"
	"time"

	"example.com/shop/catalog"
)

// Poll reads the watched offers every interval while lost reports that the feed is down, and once more after it came
// back, so that streams go on and miss nothing. It returns when ctx is done.
//
// Reading goes through the caches, so that many watchers of one product cost one query.
func (h *Hub) Poll(ctx context.Context, interval time.Duration, lost func() bool, offers catalog.Reader[catalog.Offer]) {
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	wasLost := false
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		isLost := lost()
		if isLost || wasLost {
			h.refresh(ctx, offers)
		}
		wasLost = isLost
	}
}

// refresh leaves out a batch that cannot be read: the next round tries again.
func (h *Hub) refresh(ctx context.Context, offers catalog.Reader[catalog.Offer]) {
	ids := h.Watched()
	for len(ids) > 0 {
		n := min(len(ids), catalog.MaxBatch)
		lookups, err := offers.Get(ctx, ids[:n])
		ids = ids[n:]
		if err != nil {
			continue
		}
		h.Publish(Found(lookups))
	}
}

// Found returns the offers of the lookups that found one.
func Found(lookups []catalog.Lookup[catalog.Offer]) []catalog.Offer {
	offers := make([]catalog.Offer, 0, len(lookups))
	for _, lookup := range lookups {
		if lookup.Found {
			offers = append(offers, lookup.Record)
		}
	}
	return offers
}
