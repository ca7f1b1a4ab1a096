package rediscache_test

import (
	"testing"
	"time"

	"go.uber.org/goleak"

	"example.com/shop/catalog"
	"example.com/shop/rediscache/redistest"
)

func TestMain(m *testing.M) {
	redistest.Quiet()
	goleak.VerifyTestMain(m)
}

// start is when the tests begin, as exact as a value stores it.
var start = time.Date(2026, 3, 1, 12, 0, 0, 123456000, time.UTC)

func offer(id catalog.ProductID, version int64) catalog.Offer {
	return catalog.Offer{
		ProductID: id,
		Price:     catalog.Money{MinorUnits: 1000 + version, Currency: "EUR"},
		Stock:     int32(version % 100),
		Version:   version,
		UpdatedAt: start.Add(time.Duration(version%1000) * time.Second),
	}
}

// entry is a fresh copy of an offer that was loaded so many seconds after the start.
func entry(id catalog.ProductID, version int64, loaded int) catalog.Entry[catalog.Offer] {
	at := start.Add(time.Duration(loaded) * time.Second)
	e := catalog.Entry[catalog.Offer]{ID: id, LoadedAt: at, FreshUntil: at.Add(time.Minute)}
	if version > 0 {
		e.Record, e.Found = offer(id, version), true
	}
	return e
}

// eventually fails the test if the condition does not come true in a time that no machine needs.
func eventually(t *testing.T, what string, condition func() bool) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); !condition(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain until %s", what)
		}
	}
}
