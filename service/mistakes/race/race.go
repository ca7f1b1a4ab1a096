// Package race is wrong on purpose. RacyHits has a data race, which the race detector finds in TestRacyHitsRace (built
// with -race only). Oversold has none and is wrong all the same: TestOversoldSellsTheLastPieceTwice.
package race

import "sync/atomic"

// #region racy

// RacyHits counts cache hits. Wrong: n++ reads, adds and writes, and
// another goroutine may do so in between.
type RacyHits struct{ n int }

// Add counts a hit.
func (h *RacyHits) Add() { h.n++ }

// Total returns how many were counted.
func (h *RacyHits) Total() int { return h.n }

// #endregion racy

// #region cured

// Hits counts cache hits in one step that nothing can come between.
type Hits struct{ n atomic.Int64 }

// Add counts a hit.
func (h *Hits) Add() { h.n.Add(1) }

// Total returns how many were counted.
func (h *Hits) Total() int { return int(h.n.Load()) }

// #endregion cured
