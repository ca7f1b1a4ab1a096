package rediscache

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"example.com/shop/catalog"
)

func exampleEntry() catalog.Entry[catalog.Product] {
	at := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	return catalog.Entry[catalog.Product]{
		ID: 4711, Found: true, LoadedAt: at, FreshUntil: at.Add(time.Minute),
		Record: catalog.Product{
			ID: 4711, Name: "Linen shirt", Brand: "Example", Category: "shirts", Color: "sand",
			Description: strings.Repeat("A shirt for warm days. ", 10), Version: 3, CreatedAt: at, UpdatedAt: at,
		},
	}
}

// The reason for an encoding of our own: run it, and compare with the time of a round trip, for 100 entries.
func BenchmarkDecode(b *testing.B) {
	e := exampleEntry()
	binary := string(Products().encode(e))
	text, err := json.Marshal(e)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("binary", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := Products().decode(e.ID, binary); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("json", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var got catalog.Entry[catalog.Product]
			if err := json.Unmarshal(text, &got); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// Whatever a value holds, decoding it ends, without a panic, and what it accepts is what it writes.
func FuzzDecode(f *testing.F) {
	f.Add(string(Products().encode(exampleEntry())))
	f.Add("0:12:\x00")
	f.Add("1:-5:\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01")
	f.Fuzz(func(t *testing.T, value string) {
		e, err := Products().decode(1, value)
		if err != nil {
			return
		}
		again, err := Products().decode(1, string(Products().encode(e)))
		if err != nil || again != e {
			t.Errorf("%q is %v, and written again %v, %v", value, e, again, err)
		}
	})
}

func FuzzDecodeOffers(f *testing.F) {
	f.Add(string(encodeOffers([]catalog.Offer{{ProductID: 1, Version: 2}, {ProductID: 3, Version: 4}})))
	f.Fuzz(func(t *testing.T, value string) {
		if offers, err := decodeOffers(value); err == nil && len(offers) == 0 {
			t.Errorf("%q is no error and no offers", value)
		}
	})
}
