package mysqlstore

import (
	"errors"
	"sync"
	"testing"

	"example.com/shop/catalog"
)

// TestMigrateAtOnce: instances that start together do not get into each other's way.
func TestMigrateAtOnce(t *testing.T) {
	dsn := emptyDatabase(t)
	var instances sync.WaitGroup
	for range 8 {
		instances.Go(func() {
			if err := Migrate(t.Context(), dsn); err != nil {
				t.Error(err)
			}
		})
	}
	instances.Wait()
	var beats, applied int
	db := openDB(t, dsn)
	err := db.QueryRowContext(t.Context(), "SELECT (SELECT COUNT(*) FROM heartbeat), COUNT(*) FROM goose_db_version").
		Scan(&beats, &applied)
	if err != nil {
		t.Fatal(err)
	}
	if beats != 1 || applied != 7 { // goose counts from a row of its own
		t.Errorf("%d heartbeat rows and %d versions, want 1 and 7", beats, applied)
	}
}

// TestMigrateAgain after a crash between a migration and its record.
func TestMigrateAgain(t *testing.T) {
	dsn := newDatabase(t)
	db := openDB(t, dsn)
	execute(t, db, "DELETE FROM goose_db_version WHERE version_id >= 2")
	execute(t, db, "DELETE FROM heartbeat")
	if err := Migrate(t.Context(), dsn); err != nil {
		t.Error(err)
	}
}

func TestMigrateWithoutServer(t *testing.T) {
	network := newNetwork(t, emptyDatabase(t))
	network.proxy.Stop()
	if err := Migrate(t.Context(), network.dsn); !errors.Is(err, catalog.ErrUnavailable) {
		t.Errorf("error is %v, want ErrUnavailable", err)
	}
}
