package mysqlstore

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"testing"

	"example.com/shop/catalog"
)

// hold begins a transaction that has locked the offer of id.
func hold(t *testing.T, db *sql.DB, id catalog.ProductID) *sql.Tx {
	t.Helper()
	tx, err := db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = tx.Rollback() })
	execute(t, tx, "UPDATE offers SET stock = stock WHERE product_id = ?", int64(id))
	return tx
}

// statements counts those that the server is running in the database of db, apart from the one that counts.
func statements(t *testing.T, db *sql.DB, like string) (n int) {
	t.Helper()
	err := db.QueryRowContext(t.Context(), "SELECT COUNT(*) FROM information_schema.processlist"+
		" WHERE db = DATABASE() AND id <> CONNECTION_ID() AND info LIKE ?", like).Scan(&n)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// inBackground makes the change and returns where its result will be.
func inBackground(ctx context.Context, store *Store, change catalog.OfferChange) <-chan error {
	done := make(chan error, 1)
	go func() {
		_, err := store.UpdateOffer(ctx, change)
		done <- err
	}()
	return done
}

// TestCancelReachesServer: nobody waits for the answer, so the server must not go on working for it.
func TestCancelReachesServer(t *testing.T) {
	needsServer(t)
	dsn, db := seeded(t, 10)
	store := openStore(t, patient(dsn))
	hold(t, db, 1)
	ctx, cancel := context.WithCancel(t.Context())
	done := inBackground(ctx, store, changeOf(1, "cancelled"))
	eventually(t, "the update waits for the lock", func() bool { return statements(t, db, "UPDATE offers%") == 1 })
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want context.Canceled", err)
	}
	idle(t, store)
	eventually(t, "the server has dropped the update", func() bool { return statements(t, db, "UPDATE offers%") == 0 })
	if offer := loadOffer(t, store, 1); offer.Version != 1 {
		t.Errorf("offer is %+v, want it unchanged", offer)
	}
}

func TestLockedTooLong(t *testing.T) {
	needsServer(t)
	dsn, db := seeded(t, 10)
	store := openStore(t, patient(dsn))
	hold(t, db, 1)
	if _, err := store.UpdateOffer(t.Context(), changeOf(1, "locked")); !errors.Is(err, catalog.ErrUnavailable) {
		t.Errorf("error is %v, want ErrUnavailable", err)
	}
}

// TestDeadlockIsTriedAgain crosses an update with another transaction. That has changed more rows, so the server
// sacrifices the update.
func TestDeadlockIsTriedAgain(t *testing.T) {
	needsServer(t)
	dsn, db := seeded(t, 500)
	store := openStore(t, patient(dsn))
	change := changeOf(1, "crossed")
	other := hold(t, db, 1)
	execute(t, other, "UPDATE offers SET stock = stock + 1 WHERE product_id > 100")
	done := inBackground(t.Context(), store, change)
	eventually(t, "the update waits for the offer", func() bool { return statements(t, db, "UPDATE offers%") == 1 })
	// The update has inserted this key; waiting for it closes the circle.
	execute(t, other, "INSERT INTO idempotency_keys SELECT ?, REPEAT('x', 32), 1, 1, 'EUR', 1, 1, NOW(), NOW()",
		change.IdempotencyKey)
	if err := other.Rollback(); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Errorf("update: %v", err)
	}
	if offer := loadOffer(t, store, 1); offer.Version != 2 {
		t.Errorf("offer is %+v, want it changed", offer)
	}
}

// TestDrainHoldsUpNoUpdate, although it has read to the end of the outbox and an update adds to it there.
func TestDrainHoldsUpNoUpdate(t *testing.T) {
	needsServer(t)
	dsn, _ := seeded(t, 10)
	store := openStore(t, patient(dsn))
	if _, err := store.UpdateOffer(t.Context(), changeOf(1, "first")); err != nil {
		t.Fatal(err)
	}
	taken, err := store.Drain(t.Context(), 100, func(ctx context.Context, _ []catalog.Offer) error {
		_, err := store.UpdateOffer(ctx, changeOf(2, "meanwhile"))
		return err
	})
	if taken != 1 || err != nil {
		t.Errorf("took %d, error %v", taken, err)
	}
	if left := published(t, store); len(left) != 1 || left[0].ProductID != 2 {
		t.Errorf("left are %+v, want the change made meanwhile", left)
	}
}

// TestDrainSkipsWhatAnotherHas: a drain that is slow to publish does not hold up another one.
func TestDrainSkipsWhatAnotherHas(t *testing.T) {
	needsServer(t)
	dsn, _ := seeded(t, 10)
	store := openStore(t, patient(dsn))
	var made []catalog.Offer
	for _, id := range []catalog.ProductID{1, 2, 3, 4} {
		offer, err := store.UpdateOffer(t.Context(), changeOf(id, string(rune('a'+id))))
		if err != nil {
			t.Fatal(err)
		}
		made = append(made, offer)
	}
	var inner []catalog.Offer
	taken, err := store.Drain(t.Context(), 2, func(_ context.Context, outer []catalog.Offer) error {
		if !slices.Equal(outer, made[:2]) {
			t.Errorf("the first drain took %+v, want the two oldest", outer)
		}
		inner = published(t, store)
		return nil
	})
	if taken != 2 || err != nil {
		t.Errorf("took %d, error %v", taken, err)
	}
	if !slices.Equal(inner, made[2:]) {
		t.Errorf("the second drain took %+v, want the two that were free", inner)
	}
	if left := published(t, store); len(left) != 0 {
		t.Errorf("left are %+v", left)
	}
}
