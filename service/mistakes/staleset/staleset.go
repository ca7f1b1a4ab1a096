// Package staleset is wrong on purpose: Blind keeps what was stored last, so a slow reader puts an old price back over
// a new one, as TestSlowReaderBringsTheOldPriceBack shows. Versioned keeps what is newest, as long as nobody deletes.
package staleset

import "sync"

// Offer is a price and the number of its change, counted by the database from 1.
type Offer struct {
	Product, PriceMinor, Version int64
}

// Cache holds copies of offers.
type Cache interface {
	Get(product int64) (Offer, bool)
	// Set stores o, or not, and returns what is held afterwards.
	Set(o Offer) Offer
	Delete(product int64)
}

// #region blind

// Blind is a cache that believes whoever comes last. Wrong: the last to store need not be the last to have read.
type Blind struct{ shelf }

// Set stores o.
func (c *Blind) Set(o Offer) Offer {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.put(o)
}

// #endregion blind

// #region versioned

// Versioned is a cache that believes the higher version, however late the lower one comes. Compare and store are one
// step under the lock; in Redis they are one script.
type Versioned struct{ shelf }

// Set stores o unless a higher version is there.
func (c *Versioned) Set(o Offer) Offer {
	c.mu.Lock()
	defer c.mu.Unlock()
	if held, ok := c.offers[o.Product]; ok && held.Version > o.Version {
		return held
	}
	return c.put(o)
}

// #endregion versioned

// Shop reads through a cache from a database, which is a map here. Its methods may run at the same time.
type Shop struct {
	Cache Cache

	// Loaded runs after a reader has read the database and before it stores what it read: the place for a pause of the
	// collector, a slow network, or a lagging replica. Tests change the price there.
	Loaded func()

	database shelf
}

// #region price

// Price is cache-aside as everybody writes it.
func (s *Shop) Price(product int64) Offer {
	if o, ok := s.Cache.Get(product); ok {
		return o
	}
	o, _ := s.database.Get(product)
	if s.Loaded != nil {
		s.Loaded()
	}
	return s.Cache.Set(o)
}

// ChangeAndDelete invalidates. What it deletes, a reader that is on its way stores again.
func (s *Shop) ChangeAndDelete(o Offer) {
	s.commit(o)
	s.Cache.Delete(o.Product)
}

// ChangeAndSet leaves the new version behind, for late readers to be compared with.
func (s *Shop) ChangeAndSet(o Offer) {
	s.commit(o)
	s.Cache.Set(o)
}

// #endregion price

func (s *Shop) commit(o Offer) {
	s.database.mu.Lock()
	defer s.database.mu.Unlock()
	s.database.put(o)
}

// shelf is a map with a lock. Its zero value is empty.
type shelf struct {
	mu     sync.Mutex
	offers map[int64]Offer
}

// Get returns the offer that is held.
func (s *shelf) Get(product int64) (Offer, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	o, ok := s.offers[product]
	return o, ok
}

// Delete forgets the offer, and its version with it.
func (s *shelf) Delete(product int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.offers, product)
}

// put stores o. The caller holds the lock.
func (s *shelf) put(o Offer) Offer {
	if s.offers == nil {
		s.offers = make(map[int64]Offer)
	}
	s.offers[o.Product] = o
	return o
}
