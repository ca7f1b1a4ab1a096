package watch

import (
	"context"
	"slices"
	"time"

	"example.com/shop/catalog"
)

// FeedStatus is what is known of the feed of changes.
type FeedStatus struct {
	Lost   bool
	Losses uint64 // since the start; a loss may be over before anybody looks
}

// Poll reads the watched offers every interval while the feed is lost, and after each loss until all could be read once,
// so that streams go on and miss nothing. It returns when ctx is done.
//
// Reading goes through the caches, so that many watchers of one product cost one query.
func (h *Hub) Poll(ctx context.Context, interval time.Duration, feed func() FeedStatus, offers catalog.Reader[catalog.Offer]) {
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	healed := feed().Losses
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		now := feed()
		if !now.Lost && now.Losses == healed {
			continue
		}
		if h.refresh(ctx, offers) && !now.Lost {
			healed = now.Losses
		}
	}
}

// refresh reports whether every watched offer could be read.
func (h *Hub) refresh(ctx context.Context, offers catalog.Reader[catalog.Offer]) bool {
	complete := true
	ids := h.Watched()
	for len(ids) > 0 {
		n := min(len(ids), catalog.MaxBatch)
		lookups, err := offers.Get(ctx, ids[:n])
		ids = ids[n:]
		complete = complete && err == nil && !slices.ContainsFunc(lookups, func(l catalog.Lookup[catalog.Offer]) bool {
			return l.Err != nil || l.Stale
		})
		h.Publish(Found(lookups))
	}
	return complete
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
