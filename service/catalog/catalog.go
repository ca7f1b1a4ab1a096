// Package catalog is the domain: what a product and an offer are, what a store of them promises, and which kinds of
// error exist. It imports nothing but the standard library; everything else in this module imports it.
package catalog

import "time"

// ProductID identifies a product and its offer. It is positive, and a newer product has a higher one.
type ProductID int64

// Product is the slow-changing part: what the thing is.
type Product struct {
	ID          ProductID
	Name        string
	Brand       string
	Category    string // lower-case words joined by hyphens
	Color       string
	Description string
	Version     int64 // counts changes, from 1
	CreatedAt   time.Time
	UpdatedAt   time.Time
}

// Offer is the fast-changing part: what it costs and how many are left.
type Offer struct {
	ProductID ProductID
	Price     Money
	Stock     int32 // pieces; never negative
	Version   int64 // counts changes, from 1; UpdateOffer expects it
	UpdatedAt time.Time
}

// Money is an amount in the currency's smallest unit. Integers, because 0.1 + 0.2 is not 0.3 in binary floating point
// and a price is added, compared and refunded.
type Money struct {
	MinorUnits int64
	Currency   string // ISO 4217
}

// RecordID returns the product's id; with RecordVersion it makes Product a [Record].
func (p Product) RecordID() ProductID { return p.ID }

// RecordVersion returns the product's version.
func (p Product) RecordVersion() int64 { return p.Version }

// RecordUpdatedAt returns when the product was last changed.
func (p Product) RecordUpdatedAt() time.Time { return p.UpdatedAt }

// RecordID returns the id of the offer's product; with RecordVersion it makes Offer a [Record].
func (o Offer) RecordID() ProductID { return o.ProductID }

// RecordVersion returns the offer's version.
func (o Offer) RecordVersion() int64 { return o.Version }

// RecordUpdatedAt returns when the offer was last changed.
func (o Offer) RecordUpdatedAt() time.Time { return o.UpdatedAt }

// #region record

// Record is what the caches hold: something with an id and a version that only grows. The version is what lets a
// cache refuse an older value that arrives late.
type Record interface {
	Product | Offer
	RecordID() ProductID
	RecordVersion() int64
	RecordUpdatedAt() time.Time
}

// #endregion record
