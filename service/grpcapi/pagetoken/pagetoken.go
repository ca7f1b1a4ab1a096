// Package pagetoken turns a place in a listing into the opaque token that a client brings back, and refuses every
// token that this service did not write for the same query.
package pagetoken

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"

	"example.com/shop/catalog"
)

// ErrInvalid says that a token is damaged, forged, of another version, or of another query. It does not say which: a
// client can only start again from the first page, and a forger learns nothing.
var ErrInvalid = errors.New("page token is not valid for this query")

const (
	// version is the first byte. A change of the layout takes the next number, so that a token from before a deploy
	// is refused instead of misread.
	version = 1
	macSize = 16 // bytes of HMAC-SHA256 that are kept; 128 bits cannot be guessed online
	minKey  = 32 // bytes
)

// Codec writes and reads tokens with one secret key. Instances that serve the same clients share the key.
type Codec struct {
	key []byte
}

// New returns a codec for key, which must have at least 32 bytes.
func New(key []byte) (*Codec, error) {
	if len(key) < minKey {
		return nil, fmt.Errorf("page token key has %d bytes, want at least %d", len(key), minKey)
	}
	return &Codec{key: key}, nil
}

// #region encode

// Encode returns the token for the page of query that starts after position.
func (c *Codec) Encode(query catalog.ListQuery, position catalog.Position) string {
	body := make([]byte, 0, 1+2*binary.MaxVarintLen64+macSize)
	body = append(body, version)
	body = binary.AppendVarint(body, int64(position.ID))
	body = binary.AppendVarint(body, position.Price)
	body = append(body, c.mac(query, body)...)
	return base64.RawURLEncoding.EncodeToString(body)
}

// #endregion encode

// Decode returns the position in a token that Encode made for the same query, whatever its Limit and After.
// The only error is [ErrInvalid].
func (c *Codec) Decode(query catalog.ListQuery, token string) (catalog.Position, error) {
	raw, err := base64.RawURLEncoding.Strict().DecodeString(token)
	if err != nil || len(raw) <= 1+macSize || raw[0] != version {
		return catalog.Position{}, ErrInvalid
	}
	body, mac := raw[:len(raw)-macSize], raw[len(raw)-macSize:]
	if !hmac.Equal(mac, c.mac(query, body)) {
		return catalog.Position{}, ErrInvalid
	}
	return decodePosition(body[1:])
}

func decodePosition(body []byte) (catalog.Position, error) {
	id, n := binary.Varint(body)
	if n <= 0 {
		return catalog.Position{}, ErrInvalid
	}
	price, m := binary.Varint(body[n:])
	if m <= 0 || n+m != len(body) {
		return catalog.Position{}, ErrInvalid
	}
	return catalog.Position{ID: catalog.ProductID(id), Price: price}, nil
}

// mac covers the body and everything that decides which products the listing holds, each field with its length, so
// that no two queries have the same bytes.
func (c *Codec) mac(query catalog.ListQuery, body []byte) []byte {
	h := hmac.New(sha256.New, c.key)
	writeField(h.Write, body)
	writeField(h.Write, []byte(query.Category))
	writeField(h.Write, []byte(query.Brand))
	writeField(h.Write, bound(query.MinPrice))
	writeField(h.Write, bound(query.MaxPrice))
	flags := []byte{byte(query.Sort), 0}
	if query.InStockOnly {
		flags[1] = 1
	}
	writeField(h.Write, flags)
	return h.Sum(nil)[:macSize]
}

func bound(price *int64) []byte {
	if price == nil {
		return nil
	}
	return binary.AppendVarint([]byte{1}, *price)
}

// writeField ignores write's error: a hash never returns one.
func writeField(write func([]byte) (int, error), field []byte) {
	_, _ = write(binary.AppendUvarint(nil, uint64(len(field))))
	_, _ = write(field)
}
