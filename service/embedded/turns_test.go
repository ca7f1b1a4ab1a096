package embedded

import (
	"context"
	"database/sql"
	"sync"
	"testing"
)

func TestRollbackUndoes(t *testing.T) {
	db := numbered(t, start(t))
	tx := begin(t, db)
	execute(t, tx, "UPDATE numbers SET n = 5")
	execute(t, tx, "INSERT INTO numbers VALUES (2, 2)")
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if n := number(t, db); n != 0 {
		t.Errorf("n is %d after rollback, want 0", n)
	}
	var rows int
	if err := db.QueryRowContext(t.Context(), "SELECT COUNT(*) FROM numbers").Scan(&rows); err != nil || rows != 1 {
		t.Errorf("%d rows after rollback, error %v; want 1", rows, err)
	}
}

// Without turns each of these would read, and most would write over what another has written.
func TestTransactionsDoNotOverlap(t *testing.T) {
	engines := start(t)
	pools := []*sql.DB{numbered(t, engines), connect(t, engines)}
	const each = 40
	var workers sync.WaitGroup
	for i := range 4 {
		workers.Go(func() {
			for range each {
				if err := increment(t.Context(), pools[i%2]); err != nil {
					t.Error(err)
				}
				if _, err := pools[i%2].ExecContext(t.Context(), "UPDATE numbers SET n = n + 1"); err != nil {
					t.Error(err)
				}
			}
		})
	}
	workers.Wait()
	if n := number(t, pools[0]); n != 2*4*each {
		t.Errorf("n is %d, want %d: changes were lost", n, 2*4*each)
	}
}

func increment(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var n int
	if err := tx.QueryRowContext(ctx, "SELECT n FROM numbers WHERE id = 1").Scan(&n); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE numbers SET n = ? WHERE id = 1", n+1); err != nil {
		return err
	}
	return tx.Commit()
}

// A client that vanishes inside a transaction must not keep the others waiting, and leaves nothing behind.
func TestLostConnectionEndsItsTransaction(t *testing.T) {
	engines := start(t)
	db := numbered(t, engines)
	ctx, vanish := context.WithCancel(t.Context())
	tx, err := connect(t, engines).BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	execute(t, tx, "UPDATE numbers SET n = 5")
	engines.mysql.listener.closeConnections()
	vanish()
	if err := tx.Commit(); err == nil {
		t.Error("commit on a lost connection succeeds")
	}
	if n := number(t, db); n != 0 {
		t.Errorf("n is %d, want 0", n)
	}
}

// A failed statement leaves its transaction open, as in MySQL, and the turn with it.
func TestErrorInsideTransaction(t *testing.T) {
	db := numbered(t, start(t))
	tx := begin(t, db)
	execute(t, tx, "UPDATE numbers SET n = 5")
	if _, err := tx.ExecContext(t.Context(), "INSERT INTO numbers VALUES (1, 1)"); err == nil {
		t.Fatal("a duplicate was inserted")
	}
	execute(t, tx, "UPDATE numbers SET n = n + 1")
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	if n := number(t, db); n != 6 {
		t.Errorf("n is %d, want 6", n)
	}
}
