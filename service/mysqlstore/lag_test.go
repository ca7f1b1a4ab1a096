package mysqlstore

import (
	"context"
	"database/sql"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"example.com/shop/catalog"
)

// newReplica returns a store whose replica is a second database, in which the first product has another name and
// price: what is read tells where it was read.
func newReplica(t *testing.T) (store *Store, clock *time.Time, setBeat func(ago time.Duration)) {
	t.Helper()
	primary, _ := seeded(t, 10)
	replica, db := seeded(t, 10)
	execute(t, db, "UPDATE products SET name = 'replica' WHERE id = 1")
	execute(t, db, "UPDATE offers SET price_minor = 1, category = 'replica' WHERE product_id = 1")
	now := time.Now()
	config := patient(primary)
	config.ReplicaDSN, config.Clock = replica, func() time.Time { return now }
	setBeat = func(ago time.Duration) {
		t.Helper()
		execute(t, db, "UPDATE heartbeat SET beat_at = ? WHERE id = 1", time.Now().UTC().Add(-ago))
	}
	return openStore(t, config), &now, setBeat
}

// readsReplica reports for each kind of read whether the replica served it.
func readsReplica(t *testing.T, store *Store) (products, lists, offers bool) {
	t.Helper()
	loaded, err := store.Products().Load(t.Context(), []catalog.ProductID{1})
	if err != nil {
		t.Fatal(err)
	}
	listed, err := store.List(t.Context(), catalog.ListQuery{Category: "replica", Sort: catalog.Newest, Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	return loaded[1].Name == "replica", len(listed) == 1, loadOffer(t, store, 1).Price.MinorUnits == 1
}

func TestReplicaServesWithinItsLag(t *testing.T) {
	store, clock, setBeat := newReplica(t)
	for _, test := range []struct {
		name             string
		prepare          func()
		products, offers bool
	}{
		{"not measured", func() {}, false, false},
		{"in step", func() { setBeat(0); measure(t, store) }, true, true},
		{"in step, measured 0.4 s ago", func() { *clock = clock.Add(400 * time.Millisecond) }, true, true},
		{"in step, measured 0.6 s ago", func() { *clock = clock.Add(200 * time.Millisecond) }, true, false},
		{"in step, measured 5.1 s ago", func() { *clock = clock.Add(4500 * time.Millisecond) }, false, false},
		{"behind by 2 s", func() { setBeat(2 * time.Second); measure(t, store) }, true, false},
		{"behind by 6 s", func() { setBeat(6 * time.Second); measure(t, store) }, false, false},
		{"in step again", func() { setBeat(0); measure(t, store) }, true, true},
	} {
		test.prepare()
		products, lists, offers := readsReplica(t, store)
		if products != test.products || lists != test.products || offers != test.offers {
			t.Errorf("%s: the replica serves products %t, lists %t, offers %t; want %t, %t, %t",
				test.name, products, lists, offers, test.products, test.products, test.offers)
		}
	}
}

func measure(t *testing.T, store *Store) {
	t.Helper()
	if err := store.beat(t.Context()); err != nil {
		t.Fatal(err)
	}
	if stats := store.Stats(); !stats.ReplicaLagKnown || stats.Replica == nil {
		t.Error("the lag is unknown right after it was measured")
	}
}

// behindNetwork returns a store whose replica is behind a network, and in step.
func behindNetwork(t *testing.T) (*Store, *network) {
	t.Helper()
	primary, _ := seeded(t, 10)
	network := newNetwork(t, primary)
	config := patient(primary)
	config.ReplicaDSN = network.dsn
	store := openStore(t, config)
	measure(t, store)
	return store, network
}

// TestReplicaIsDown: the first call that meets it goes to the primary, and so do those after it.
func TestReplicaIsDown(t *testing.T) {
	store, network := behindNetwork(t)
	network.proxy.Stop()
	for name, call := range calls(store) {
		if err := call(t.Context()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if store.Stats().ReplicaLagKnown {
		t.Error("the lag of a replica that is down is known")
	}
	if err := store.beat(t.Context()); !errors.Is(err, catalog.ErrUnavailable) {
		t.Errorf("heartbeat: error is %v, want ErrUnavailable", err)
	}
}

// TestReplicaIsSilent: it takes a part of the call's time, not all, whether it was connected or is dialled.
func TestReplicaIsSilent(t *testing.T) {
	store, network := behindNetwork(t)
	for _, connected := range []bool{true, false} {
		for _, name := range []string{"load", "list"} {
			call := calls(store)[name]
			if connected {
				measure(t, store)
				if err := call(t.Context()); err != nil {
					t.Fatalf("%s: %v", name, err)
				}
			}
			network.add(`{"type": "timeout", "stream": "downstream", "attributes": {"timeout": 0}}`)
			store.lag.learn(0, time.Now())
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			if err := call(ctx); err != nil {
				t.Errorf("%s, connected %t: %v", name, connected, err)
			}
			cancel()
			if store.Stats().ReplicaLagKnown {
				t.Errorf("%s, connected %t: the lag of a silent replica is known", name, connected)
			}
			network.heal()
		}
	}
}

// TestReplicaIsFull: its calls are refused and its heartbeat is read all the same.
func TestReplicaIsFull(t *testing.T) {
	dsn, _ := seeded(t, 10)
	config := patient(dsn)
	config.ReplicaDSN, config.MaxOpenConns, config.MaxWait = dsn, 2, time.Microsecond
	store := openStore(t, config)
	for range config.MaxOpenConns {
		if err := store.replica.gate.enter(t.Context()); err != nil {
			t.Fatal(err)
		}
		conn, err := store.replica.db.Conn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = conn.Close() })
	}
	measure(t, store)
	if err := calls(store)["load"](t.Context()); !isOverloaded(err) {
		t.Errorf("error is %v, want OverloadedError", err)
	}
	if !store.Stats().ReplicaLagKnown {
		t.Error("the lag of a full replica is not known")
	}
}

// TestImpatientRequest: a replica may take 200 ms, or half of what is left; the caller's end is no silence.
func TestImpatientRequest(t *testing.T) {
	for _, test := range []struct {
		name           string
		deadline       time.Duration
		answer, cancel time.Duration
		took           time.Duration
		want           error
	}{
		{"silent", time.Minute, time.Hour, time.Hour, 200 * time.Millisecond, errSilent},
		{"silent, little time left", 100 * time.Millisecond, time.Hour, time.Hour, 50 * time.Millisecond, errSilent},
		{"slow", time.Minute, 199 * time.Millisecond, time.Hour, 199 * time.Millisecond, nil},
		{"cancelled", time.Minute, time.Hour, 20 * time.Millisecond, 20 * time.Millisecond, context.Canceled},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithTimeout(t.Context(), test.deadline)
				defer cancel()
				time.AfterFunc(test.cancel, cancel)
				begun := time.Now()
				err := request(func(ctx context.Context, _ *sql.DB) error {
					select {
					case <-time.After(test.answer):
						return nil
					case <-ctx.Done():
						return ctx.Err()
					}
				}).impatient(ctx, nil)
				if took := time.Since(begun); !errors.Is(err, test.want) || took != test.took {
					t.Errorf("error is %v after %s, want %v after %s", err, took, test.want, test.took)
				}
			})
		})
	}
}

// TestRun beats until it is told to stop.
func TestRun(t *testing.T) {
	dsn, db := seeded(t, 1)
	config := patient(dsn)
	config.ReplicaDSN = dsn
	store := openStore(t, config)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		store.Run(ctx, func(err error) { t.Error(err) })
	}()
	beats := make(map[time.Time]bool)
	eventually(t, "three beats were written", func() bool {
		var beat time.Time
		if err := db.QueryRowContext(t.Context(), "SELECT beat_at FROM heartbeat WHERE id = 1").Scan(&beat); err != nil {
			t.Fatal(err)
		}
		beats[beat] = true
		return len(beats) > 3 && store.Stats().ReplicaLagKnown
	})
	cancel()
	<-done
}

func TestPurge(t *testing.T) {
	dsn, db := seeded(t, 1)
	now := time.Now()
	config := patient(dsn)
	config.Clock = func() time.Time { return now }
	store := openStore(t, config)
	first, err := store.UpdateOffer(t.Context(), changeOf(1, "kept"))
	if err != nil {
		t.Fatal(err)
	}
	execute(t, db, "INSERT INTO idempotency_keys SELECT CONCAT('old-', products.id, '-', offers.product_id),"+
		" REPEAT('x', 32), 1, 1, 'EUR', 1, 1, '2020-01-01', '2020-01-01' FROM products, offers")
	now = now.Add(keyLifetime)
	if err := store.purge(t.Context()); err != nil {
		t.Fatal(err)
	}
	var kept string
	if err := db.QueryRowContext(t.Context(), "SELECT GROUP_CONCAT(idempotency_key) FROM idempotency_keys").
		Scan(&kept); err != nil || kept != "key-of-a-change-kept" {
		t.Errorf("kept are %q, error %v; want the key that is 24 h old", kept, err)
	}
	if again, err := store.UpdateOffer(t.Context(), changeOf(1, "kept")); again != first || err != nil {
		t.Errorf("retry answers %+v, error %v; want %+v", again, err, first)
	}
}
