package staleset_test

import (
	"testing"

	"example.com/shop/mistakes/staleset"
)

const product = 1

var (
	before = staleset.Offer{Product: product, PriceMinor: 9999, Version: 1}
	after  = staleset.Offer{Product: product, PriceMinor: 4999, Version: 2}
)

// race lets one reader load the price from before the change, and the change happen before that reader stores it. It
// returns what the cache holds in the end.
func race(cache staleset.Cache, change func(*staleset.Shop, staleset.Offer)) staleset.Offer {
	shop := &staleset.Shop{Cache: cache}
	shop.ChangeAndDelete(before) // the cache is empty
	shop.Loaded = func() { change(shop, after) }
	shop.Price(product)
	held, _ := cache.Get(product)
	return held
}

// #region old-price-back

func TestSlowReaderBringsTheOldPriceBack(t *testing.T) {
	changes := map[string]func(*staleset.Shop, staleset.Offer){
		"after a delete": (*staleset.Shop).ChangeAndDelete,
		"after a set":    (*staleset.Shop).ChangeAndSet,
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			if held := race(&staleset.Blind{}, change); held != before {
				t.Errorf("the cache holds %+v, want it wrong: %+v", held, before)
			}
		})
	}
}

// #endregion old-price-back

// #region new-price-stays

func TestNewPriceStays(t *testing.T) {
	if held := race(&staleset.Versioned{}, (*staleset.Shop).ChangeAndSet); held != after {
		t.Errorf("the cache holds %+v, want %+v", held, after)
	}
}

// TestVersionsDoNotSaveADeletedKey: an empty place has no version, and the old price is newer than nothing.
func TestVersionsDoNotSaveADeletedKey(t *testing.T) {
	if held := race(&staleset.Versioned{}, (*staleset.Shop).ChangeAndDelete); held != before {
		t.Errorf("the cache holds %+v, want it wrong: %+v", held, before)
	}
}

// #endregion new-price-stays

// TestLateReaderIsTold: the reader that lost the race returns the winner and not what it read.
func TestLateReaderIsTold(t *testing.T) {
	shop := &staleset.Shop{Cache: &staleset.Versioned{}}
	shop.ChangeAndDelete(before)
	shop.Loaded = func() { shop.ChangeAndSet(after) }
	if got := shop.Price(product); got != after {
		t.Errorf("price is %+v, want %+v", got, after)
	}
}

// TestHitAsksNobody: what is held is answered as it is.
func TestHitAsksNobody(t *testing.T) {
	shop := &staleset.Shop{Cache: &staleset.Blind{}, Loaded: func() { t.Error("the database was read") }}
	shop.ChangeAndSet(before)
	if got := shop.Price(product); got != before {
		t.Errorf("price is %+v, want %+v", got, before)
	}
}
