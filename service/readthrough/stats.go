package readthrough

import "sync/atomic"

// counts are the atomic twins of [Stats].
type counts struct {
	localHits, sharedHits, loads, loaded, loadErrors, staleServed, applied atomic.Uint64
}

// Stats counts since the start.
type Stats struct {
	LocalHits   uint64 // ids answered by the process
	SharedHits  uint64 // ids answered by the shared layer
	Loaded      uint64 // ids answered by the source
	Loads       uint64 // calls of the source
	LoadErrors  uint64 // calls of the source that failed
	Coalesced   uint64 // ids that waited for another caller's load
	StaleServed uint64 // ids answered with a copy past its time
	Applied     uint64 // changes that the feed brought
	LocalSize   int    // copies in the process now, roughly
	FeedLost    bool
}

// Stats returns the counts until now.
func (r *Reader[R]) Stats() Stats {
	return Stats{
		LocalHits:   r.counts.localHits.Load(),
		SharedHits:  r.counts.sharedHits.Load(),
		Loaded:      r.counts.loaded.Load(),
		Loads:       r.counts.loads.Load(),
		LoadErrors:  r.counts.loadErrors.Load(),
		Coalesced:   r.loads.Joined(),
		StaleServed: r.counts.staleServed.Load(),
		Applied:     r.counts.applied.Load(),
		LocalSize:   r.local.EstimatedSize(),
		FeedLost:    r.feedStatus.Load().lost,
	}
}
