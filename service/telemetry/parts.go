package telemetry

import "github.com/prometheus/client_golang/prometheus"

// ReaderStats is what reading one kind of record has come to since the start. Its fields are those of the reader's
// own snapshot, so that the one converts to the other.
type ReaderStats struct {
	LocalHits   uint64 // ids answered by the process
	SharedHits  uint64 // ids answered by the shared layer
	Loaded      uint64 // ids answered by the source
	Loads       uint64 // calls of the source
	LoadErrors  uint64 // calls of the source that failed
	Coalesced   uint64 // ids that waited for another caller's load
	StaleServed uint64 // ids answered with a copy past its time
	Applied     uint64 // changes that the feed brought
	LocalSize   int    // copies in the process now
	FeedLost    bool
}

// Reader reports the reads of a kind of record ("product", "offer").
func (m *Metrics) Reader(kind string, read func() ReaderStats) {
	type v = value[ReaderStats]
	p := part[ReaderStats]{labels: prometheus.Labels{"kind": kind}}
	p.counter("catalog_reads_total", "Ids that were read, by what answered.", "answered_by",
		v{"memory", func(s ReaderStats) float64 { return float64(s.LocalHits) }},
		v{"shared", func(s ReaderStats) float64 { return float64(s.SharedHits) }},
		v{"source", func(s ReaderStats) float64 { return float64(s.Loaded) }})
	p.counter("catalog_reads_stale_total", "Ids answered with a copy past its time, because the database could not be read.", "",
		one(func(s ReaderStats) float64 { return float64(s.StaleServed) }))
	p.counter("catalog_reads_coalesced_total", "Ids that waited for another caller's load.", "",
		one(func(s ReaderStats) float64 { return float64(s.Coalesced) }))
	p.counter("catalog_source_loads_total", "Loads from the database, each of one or more ids.", "",
		one(func(s ReaderStats) float64 { return float64(s.Loads) }))
	p.counter("catalog_source_load_errors_total", "Loads from the database that failed.", "",
		one(func(s ReaderStats) float64 { return float64(s.LoadErrors) }))
	p.counter("catalog_changes_applied_total", "Changes that the feed brought.", "",
		one(func(s ReaderStats) float64 { return float64(s.Applied) }))
	p.gauge("catalog_memory_entries", "Copies that the process holds.", "",
		one(func(s ReaderStats) float64 { return float64(s.LocalSize) }))
	p.gauge("catalog_feed_lost", "1 while changes do not arrive, and copies are fresh for a shorter time.", "",
		one(func(s ReaderStats) float64 { return oneIf(s.FeedLost) }))
	register(m, read, p)
}

// CacheStats is what a shared cache has counted for a kind of record.
type CacheStats struct {
	Hits    uint64 // ids with an entry, fresh or not
	Misses  uint64 // ids without, those included that could not be asked for
	Corrupt uint64 // values that are not entries, each also a miss
	Newer   uint64 // puts that found a newer entry
}

// Cache reports a layer ("redis") for a kind of record.
func (m *Metrics) Cache(layer, kind string, read func() CacheStats) {
	type v = value[CacheStats]
	p := part[CacheStats]{labels: prometheus.Labels{"layer": layer, "kind": kind}}
	p.counter("catalog_cache_lookups_total", "Ids that were looked up, by what was found.", "result",
		v{"hit", func(s CacheStats) float64 { return float64(s.Hits) }},
		v{"miss", func(s CacheStats) float64 { return float64(s.Misses) }})
	p.counter("catalog_cache_corrupt_total", "Values that could not be read, each also a miss.", "",
		one(func(s CacheStats) float64 { return float64(s.Corrupt) }))
	p.counter("catalog_cache_newer_total", "Values that were not stored because the layer held a newer one.", "",
		one(func(s CacheStats) float64 { return float64(s.Newer) }))
	register(m, read, p)
}

func oneIf(condition bool) float64 {
	if condition {
		return 1
	}
	return 0
}
