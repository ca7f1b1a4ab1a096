package readthrough_test

import (
	"testing"
	"time"

	"example.com/shop/catalog"
	"example.com/shop/readthrough"
	"example.com/shop/rediscache"
	"example.com/shop/rediscache/redistest"
)

func BenchmarkGetLocalHit(b *testing.B) {
	src := newSource()
	var hundred ids
	for id := range catalog.ProductID(100) {
		src.set(offer(id, 1, noon))
		hundred = append(hundred, id)
	}
	r := readthrough.New(readthrough.Options[catalog.Offer]{Source: src, FreshFor: 24 * time.Hour})
	if _, err := r.Get(b.Context(), hundred); err != nil {
		b.Fatal(err)
	}
	b.Run("one", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := getOne(b.Context(), r, 7); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("one parallel", func(b *testing.B) {
		b.ReportAllocs()
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				if _, err := getOne(b.Context(), r, 7); err != nil {
					b.Fatal(err)
				}
			}
		})
	})
	b.Run("Get 100", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := r.Get(b.Context(), hundred); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// A hundred ids that only Redis holds: one MGET, decoding and keeping.
func BenchmarkGetSharedHit(b *testing.B) {
	client := redistest.Open(b, redistest.Address(b), rediscache.ClientOptions{})
	cache := rediscache.New(client, rediscache.Offers(), rediscache.Options{})
	src := newSource()
	var hundred ids
	for id := range catalog.ProductID(100) {
		src.set(offer(id, 1, time.Now()))
		hundred = append(hundred, id)
	}
	o := readthrough.Options[catalog.Offer]{Source: src, Shared: cache, FreshFor: time.Hour}
	if _, err := readthrough.New(o).Get(b.Context(), hundred); err != nil {
		b.Fatal(err)
	}
	loads := src.loads()
	readers := make([]reader, 64) // made beforehand: a new one has an empty process
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%len(readers) == 0 {
			b.StopTimer()
			for j := range readers {
				readers[j] = readthrough.New(o)
			}
			b.StartTimer()
		}
		if _, err := readers[i%len(readers)].Get(b.Context(), hundred); err != nil {
			b.Fatal(err)
		}
	}
	if src.loads() != loads {
		b.Errorf("the source was asked %d times", src.loads()-loads)
	}
}
