package mysqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/go-sql-driver/mysql"

	"example.com/shop/catalog"
	"example.com/shop/seed"
)

// seeded returns the DSN of a database with n products, and a pool past the store.
func seeded(t *testing.T, n int) (string, *sql.DB) {
	t.Helper()
	dsn := newDatabase(t)
	db := openDB(t, dsn)
	if err := seed.Insert(t.Context(), db, 1, n); err != nil {
		t.Fatal(err)
	}
	return dsn, db
}

// changeOf is a change of a seeded offer.
func changeOf(id catalog.ProductID, key string) catalog.OfferChange {
	return catalog.OfferChange{
		ProductID: id, Price: catalog.Money{MinorUnits: 4321, Currency: "EUR"}, Stock: 9,
		ExpectedVersion: 1, IdempotencyKey: "key-of-a-change-" + key,
	}
}

// calls are one of each kind.
func calls(store *Store) map[string]func(context.Context) error {
	return map[string]func(context.Context) error{
		"load": func(ctx context.Context) error {
			_, err := store.Offers().Load(ctx, []catalog.ProductID{1})
			return err
		},
		"list": func(ctx context.Context) error {
			_, err := store.List(ctx, catalog.ListQuery{Category: "dresses", Sort: catalog.Newest, Limit: 5})
			return err
		},
		"update": func(ctx context.Context) error {
			_, err := store.UpdateOffer(ctx, changeOf(1, "call"))
			return err
		},
		"drain": func(ctx context.Context) error {
			_, err := store.Drain(ctx, 5, func(context.Context, []catalog.Offer) error { return nil })
			return err
		},
		"ping": store.Ping,
	}
}

func TestServerIsDown(t *testing.T) {
	dsn, _ := seeded(t, 10)
	network := newNetwork(t, dsn)
	network.proxy.Stop()
	store := openStore(t, patient(network.dsn)) // opens without the server
	for name, call := range calls(store) {
		if err := call(t.Context()); !errors.Is(err, catalog.ErrUnavailable) {
			t.Errorf("%s: error is %v, want ErrUnavailable", name, err)
		}
	}
	if err := network.proxy.Start(); err != nil {
		t.Fatal(err)
	}
	for name, call := range calls(store) {
		if err := call(t.Context()); err != nil {
			t.Errorf("%s when the server is back: %v", name, err)
		}
	}
}

// TestServerIsSilent: a call ends with its context, and without one after the driver's timeout.
func TestServerIsSilent(t *testing.T) {
	dsn, _ := seeded(t, 10)
	network := newNetwork(t, dsn)
	config, err := mysql.ParseDSN(network.dsn)
	if err != nil {
		t.Fatal(err)
	}
	config.Timeout, config.ReadTimeout = 300*time.Millisecond, 300*time.Millisecond
	store := openStore(t, patient(config.FormatDSN()))
	for name, call := range calls(store) {
		if err := call(t.Context()); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	network.add(`{"type": "timeout", "stream": "downstream", "attributes": {"timeout": 0}}`)
	for name, call := range calls(store) {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		if err := call(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: error is %v, want context.DeadlineExceeded", name, err)
		}
		cancel()
		if err := call(t.Context()); !errors.Is(err, catalog.ErrUnavailable) {
			t.Errorf("%s without a deadline: error is %v, want ErrUnavailable", name, err)
		}
	}
	idle(t, store)
	network.heal()
}

// idle waits until no call holds a slot or a connection.
func idle(t *testing.T, store *Store) {
	t.Helper()
	eventually(t, "the store is idle", func() bool {
		stats := store.Stats().Primary
		return stats.InUse == 0 && stats.Waiting == 0 && stats.Pool.InUse == 0
	})
}

// TestConnectionCut cuts the connection after every few bytes of an update, in either direction. Whatever the call
// returned, the same call again must leave the change applied once, and tell.
func TestConnectionCut(t *testing.T) {
	needsServer(t) // the embedded engine logs in with fewer bytes, and then the test says nothing more
	for _, direction := range []struct {
		stream string
		step   int
	}{{"upstream", 23}, {"downstream", 7}} {
		t.Run(direction.stream, func(t *testing.T) {
			dsn, _ := seeded(t, 1000)
			direct := openStore(t, patient(dsn))
			var applied, lost int
			for id := catalog.ProductID(1); ; id++ {
				wasApplied, err := cutAndRetry(t, direct, dsn, id, direction.stream, int(id)*direction.step)
				if err == nil {
					break
				}
				if wasApplied {
					applied++
				} else {
					lost++
				}
			}
			t.Logf("%d calls failed before and %d after the change was applied", lost, applied)
			if lost == 0 || direction.stream == "downstream" && applied == 0 {
				t.Errorf("%d and %d: the cuts missed a part of the call", lost, applied)
			}
		})
	}
}

// cutAndRetry reports whether a call through a connection that is cut after limit bytes applied its change, and the
// call's error.
func cutAndRetry(
	t *testing.T, direct *Store, dsn string, id catalog.ProductID, stream string, limit int,
) (applied bool, err error) {
	t.Helper()
	network := newNetwork(t, dsn)
	defer network.proxy.Stop()
	network.add(fmt.Sprintf(`{"type": "limit_data", "stream": %q, "attributes": {"bytes": %d}}`, stream, limit))
	store := openStore(t, patient(network.dsn))
	defer store.Close()
	change := changeOf(id, fmt.Sprint(id))
	answer, err := store.UpdateOffer(t.Context(), change)
	if err != nil && !errors.Is(err, catalog.ErrUnavailable) {
		t.Errorf("%d bytes: error is %v, want ErrUnavailable", limit, err)
	}
	before := loadOffer(t, direct, id)
	again, retryErr := direct.UpdateOffer(t.Context(), change)
	if retryErr != nil {
		t.Fatalf("%d bytes: retry: %v", limit, retryErr)
	}
	if err == nil && again != answer || before.Version == 2 && again != before {
		t.Errorf("%d bytes: retry answers %+v; offer was %+v, first answer %+v", limit, again, before, answer)
	}
	if after := loadOffer(t, direct, id); after != again || after.Version != 2 {
		t.Errorf("%d bytes: offer is %+v after the retry, want %+v", limit, after, again)
	}
	if events := published(t, direct); len(events) != 1 || events[0] != again {
		t.Errorf("%d bytes: events are %+v, want one of %+v", limit, events, again)
	}
	return before.Version == 2, err
}

func loadOffer(t *testing.T, store *Store, id catalog.ProductID) catalog.Offer {
	t.Helper()
	offers, err := store.Offers().Load(t.Context(), []catalog.ProductID{id})
	if err != nil {
		t.Fatal(err)
	}
	return offers[id]
}

// published drains the outbox.
func published(t *testing.T, store *Store) (events []catalog.Offer) {
	t.Helper()
	_, err := store.Drain(t.Context(), 100, func(_ context.Context, offers []catalog.Offer) error {
		events = append(events, offers...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return events
}
