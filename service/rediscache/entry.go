package rediscache

import (
	"encoding/binary"
	"errors"
	"strconv"
	"strings"
	"time"

	"example.com/shop/catalog"
)

// An entry's value is "version:loaded:" for the script, in decimal, then binary fields in the order of the code below.
// JSON would be easier to read in redis-cli, but a batch of a hundred would spend longer in its decoder than on the
// network: see BenchmarkDecode. The two numbers that one looks for at night are readable as it is.

var errCorrupt = errors.New("corrupt value")

// Codec is how one kind of record is stored: the kind's part of the keys, and the record's fields as bytes.
type Codec[R catalog.Record] struct {
	kind  string
	write func(b []byte, r R) []byte                                       // appends to b
	read  func(in fields, id catalog.ProductID, version int64) (R, fields) // with the fields that follow
}

// Products returns the codec of products.
func Products() Codec[catalog.Product] {
	return Codec[catalog.Product]{"product", writeProduct, readProduct}
}

// Offers returns the codec of offers.
func Offers() Codec[catalog.Offer] {
	return Codec[catalog.Offer]{"offer", writeOffer, readOffer}
}

func (c Codec[R]) encode(e catalog.Entry[R]) []byte {
	b := make([]byte, 0, 256)
	b = strconv.AppendInt(b, e.Version(), 10)
	b = append(b, ':')
	b = strconv.AppendInt(b, e.LoadedAt.UnixMicro(), 10)
	b = append(b, ':')
	b = appendTime(b, e.FreshUntil)
	if !e.Found {
		return b // a negative entry ends here; no record is empty
	}
	return c.write(b, e.Record)
}

func (c Codec[R]) decode(id catalog.ProductID, value string) (catalog.Entry[R], error) {
	version, loaded, rest, err := cutHead(value)
	if err != nil {
		return catalog.Entry[R]{}, err
	}
	in := fields{rest: rest}
	e := catalog.Entry[R]{ID: id, LoadedAt: time.UnixMicro(loaded).UTC(), FreshUntil: in.time()}
	if in.rest != "" {
		e.Found = true
		e.Record, in = c.read(in, id, version)
	}
	if in.bad || in.rest != "" || e.Version() != version {
		return catalog.Entry[R]{}, errCorrupt
	}
	return e, nil
}

func cutHead(value string) (version, loaded int64, rest string, err error) {
	first, rest, _ := strings.Cut(value, ":")
	second, rest, ok := strings.Cut(rest, ":")
	if !ok {
		return 0, 0, "", errCorrupt
	}
	version, err1 := strconv.ParseInt(first, 10, 64)
	loaded, err2 := strconv.ParseInt(second, 10, 64)
	if err1 != nil || err2 != nil {
		return 0, 0, "", errCorrupt
	}
	return version, loaded, rest, nil
}

func writeProduct(b []byte, p catalog.Product) []byte {
	for _, s := range []string{p.Name, p.Brand, p.Category, p.Color, p.Description} {
		b = appendString(b, s)
	}
	b = appendTime(b, p.CreatedAt)
	return appendTime(b, p.UpdatedAt)
}

func readProduct(in fields, id catalog.ProductID, version int64) (catalog.Product, fields) {
	p := catalog.Product{
		ID: id, Version: version,
		Name: in.string(), Brand: in.string(), Category: in.string(), Color: in.string(), Description: in.string(),
		CreatedAt: in.time(), UpdatedAt: in.time(),
	}
	return p, in
}

func writeOffer(b []byte, o catalog.Offer) []byte {
	b = binary.AppendVarint(b, o.Price.MinorUnits)
	b = appendString(b, o.Price.Currency)
	b = binary.AppendVarint(b, int64(o.Stock))
	return appendTime(b, o.UpdatedAt)
}

func readOffer(in fields, id catalog.ProductID, version int64) (catalog.Offer, fields) {
	o := catalog.Offer{
		ProductID: id, Version: version,
		Price:     catalog.Money{MinorUnits: in.int(), Currency: in.string()},
		Stock:     int32(in.int()),
		UpdatedAt: in.time(),
	}
	return o, in
}
