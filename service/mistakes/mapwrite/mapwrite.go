// Package mapwrite is wrong on purpose: Unlocked may be written by two goroutines at once, which ends the process
// whatever they recover, as TestConcurrentWritesEndTheProcess shows.
package mapwrite

import "sync"

// #region unlocked

// Unlocked holds prices by product. Wrong: a map is not safe for a
// writer beside anybody else.
type Unlocked map[int64]int64

// Set keeps a price.
func (u Unlocked) Set(id, price int64) { u[id] = price }

// #endregion unlocked

// #region locked

// Locked holds prices by product, for any number of goroutines.
type Locked struct {
	mu     sync.RWMutex
	prices map[int64]int64 // guarded by mu
}

// Set keeps a price.
func (l *Locked) Set(id, price int64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.prices == nil {
		l.prices = make(map[int64]int64)
	}
	l.prices[id] = price
}

// Get returns a price that was set.
func (l *Locked) Get(id int64) (price int64, ok bool) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	price, ok = l.prices[id]
	return price, ok
}

// #endregion locked
