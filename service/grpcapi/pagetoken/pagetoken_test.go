package pagetoken_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"testing"

	"go.uber.org/goleak"

	"example.com/shop/catalog"
	"example.com/shop/grpcapi/pagetoken"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func newCodec(tb testing.TB, fill byte) *pagetoken.Codec {
	tb.Helper()
	codec, err := pagetoken.New(bytes.Repeat([]byte{fill}, 32))
	if err != nil {
		tb.Fatal(err)
	}
	return codec
}

var dresses = catalog.ListQuery{Category: "dresses", Sort: catalog.PriceAscending, Limit: 24}

func TestTokenReturnsItsPosition(t *testing.T) {
	codec := newCodec(t, 1)
	for _, want := range []catalog.Position{{ID: 1}, {ID: 1 << 62, Price: 1e12}, {ID: 7, Price: 1999}} {
		got, err := codec.Decode(dresses, codec.Encode(dresses, want))
		if err != nil || got != want {
			t.Errorf("Decode(Encode(%v)) = %v, %v", want, got, err)
		}
	}
}

func TestTokenIsGoodForAnyPageSize(t *testing.T) {
	codec := newCodec(t, 1)
	other := dresses
	other.Limit, other.After = 3, &catalog.Position{ID: 9}
	if _, err := codec.Decode(other, codec.Encode(dresses, catalog.Position{ID: 1})); err != nil {
		t.Errorf("Decode with another limit: %v", err)
	}
}

func TestTokenIsRefusedForAnotherQuery(t *testing.T) {
	codec := newCodec(t, 1)
	token := codec.Encode(dresses, catalog.Position{ID: 1, Price: 1999})
	others := map[string]func(*catalog.ListQuery){
		"category":              func(q *catalog.ListQuery) { q.Category = "shoes" },
		"brand":                 func(q *catalog.ListQuery) { q.Brand = "Nordlicht" },
		"brand for category":    func(q *catalog.ListQuery) { q.Category, q.Brand = "dress", "es" },
		"lowest price":          func(q *catalog.ListQuery) { q.MinPrice = new(int64(0)) },
		"highest price":         func(q *catalog.ListQuery) { q.MaxPrice = new(int64(0)) },
		"stock":                 func(q *catalog.ListQuery) { q.InStockOnly = true },
		"order":                 func(q *catalog.ListQuery) { q.Sort = catalog.PriceDescending },
		"no category":           func(q *catalog.ListQuery) { q.Category = "" },
		"lowest as the highest": func(q *catalog.ListQuery) { q.MinPrice, q.MaxPrice = new(int64(1)), nil },
	}
	for name, change := range others {
		t.Run(name, func(t *testing.T) {
			query := dresses
			change(&query)
			if _, err := codec.Decode(query, token); !errors.Is(err, pagetoken.ErrInvalid) {
				t.Errorf("error = %v, want ErrInvalid", err)
			}
		})
	}
}

func TestEveryChangedBitIsRefused(t *testing.T) {
	codec := newCodec(t, 1)
	raw, err := base64.RawURLEncoding.DecodeString(codec.Encode(dresses, catalog.Position{ID: 300, Price: 1999}))
	if err != nil {
		t.Fatal(err)
	}
	for bit := range len(raw) * 8 {
		forged := bytes.Clone(raw)
		forged[bit/8] ^= 1 << (bit % 8)
		if _, err := codec.Decode(dresses, base64.RawURLEncoding.EncodeToString(forged)); !errors.Is(err, pagetoken.ErrInvalid) {
			t.Errorf("bit %d changed: error = %v, want ErrInvalid", bit, err)
		}
	}
}

func TestTokenOfAnotherKeyIsRefused(t *testing.T) {
	token := newCodec(t, 2).Encode(dresses, catalog.Position{ID: 1})
	if _, err := newCodec(t, 1).Decode(dresses, token); !errors.Is(err, pagetoken.ErrInvalid) {
		t.Errorf("error = %v, want ErrInvalid", err)
	}
}

func TestShortKeyIsRefused(t *testing.T) {
	if _, err := pagetoken.New(make([]byte, 31)); err == nil {
		t.Error("New accepted 31 bytes")
	}
}

// #region fuzz-decode

// FuzzDecode shows that no token makes Decode panic, and that whatever it accepts is a token that Encode writes.
func FuzzDecode(f *testing.F) {
	codec := newCodec(f, 1)
	f.Add(codec.Encode(dresses, catalog.Position{ID: 42, Price: 1999}))
	f.Add("")
	f.Add("AQ")
	f.Add("====")
	f.Add("AQIEAAAAAAAAAAAAAAAAAAAAAA")
	f.Fuzz(func(t *testing.T, token string) {
		position, err := codec.Decode(dresses, token)
		if err != nil {
			return
		}
		if again := codec.Encode(dresses, position); again != token {
			t.Errorf("accepted %q, which Encode writes as %q", token, again)
		}
	})
}

// #endregion fuzz-decode
