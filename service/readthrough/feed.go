package readthrough

import (
	"time"

	"example.com/shop/catalog"
)

// feedStatus is what is known of the feed of changes. It is replaced, never changed.
type feedStatus struct {
	lost  bool
	since time.Time // when it was last restored
}

// #region covers

// covers tells whether a change after loaded would be known.
//
// While the feed is lost, none would: a copy is then good for unfedFor, whatever layer it comes from, because nobody
// can be sure to have written the shared one either. What was loaded before the feed was restored stays distrusted:
// its change may have passed meanwhile, and a shared layer that failed over may have lost what was written to it.
func (s *feedStatus) covers(loaded, now time.Time, unfedFor time.Duration) bool {
	if s.lost {
		return now.Sub(loaded) < unfedFor
	}
	return !loaded.Before(s.since)
}

// #endregion covers

// Apply takes changes that the feed brought. They are stored even where no copy is held, so that a load which is under
// way and read the older record cannot store it afterwards.
//
// A change counts as loaded when it was made, not when it came: whether another one followed is known only as far as
// the feed is.
func (r *Reader[R]) Apply(records []R) {
	now := r.options.Clock()
	for _, record := range records {
		r.keep(catalog.Entry[R]{
			ID:         record.RecordID(),
			Record:     record,
			Found:      true,
			LoadedAt:   earlier(record.RecordUpdatedAt(), now),
			FreshUntil: r.until(now, true),
		})
	}
	r.counts.applied.Add(uint64(len(records)))
}

// FeedLost says that changes may not come from now on.
func (r *Reader[R]) FeedLost() { r.feedStatus.Store(&feedStatus{lost: true}) }

// FeedRestored says that every change from now on will come. Copies from before are not fresh any more; they remain
// for the time when the source cannot be read.
func (r *Reader[R]) FeedRestored() { r.feedStatus.Store(&feedStatus{since: r.options.Clock()}) }

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}
