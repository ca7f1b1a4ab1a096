package rediscache

import (
	"encoding/binary"

	"example.com/shop/catalog"
)

// encodeOffers writes what an entry of the stream carries: id, version and fields of each offer.
func encodeOffers(offers []catalog.Offer) []byte {
	b := make([]byte, 0, 32*len(offers))
	for _, o := range offers {
		b = binary.AppendVarint(b, int64(o.ProductID))
		b = binary.AppendVarint(b, o.Version)
		b = writeOffer(b, o)
	}
	return b
}

func decodeOffers(value string) ([]catalog.Offer, error) {
	in := fields{rest: value}
	var offers []catalog.Offer
	for in.rest != "" {
		var offer catalog.Offer
		id, version := catalog.ProductID(in.int()), in.int()
		offer, in = readOffer(in, id, version)
		offers = append(offers, offer)
	}
	if in.bad || len(offers) == 0 {
		return nil, errCorruptBatch
	}
	return offers, nil
}
