package embedded

import (
	"context"
	"database/sql"
	"net"
	"sync"
	"testing"
	"time"

	"github.com/go-sql-driver/mysql"
	"go.uber.org/goleak"

	"example.com/shop/mysqlstore"
	"example.com/shop/seed"
)

func TestMain(m *testing.M) {
	_ = mysql.SetLogger(&mysql.NopLogger{}) // connections are cut on purpose
	goleak.VerifyTestMain(m)
}

func start(t *testing.T) *Engines {
	t.Helper()
	engines, err := Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(engines.Close)
	return engines
}

// connect returns a pool of its own, as another process would have.
func connect(t *testing.T, engines *Engines) *sql.DB {
	t.Helper()
	db, err := sql.Open("mysql", engines.MySQLDSN+"?interpolateParams=true")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func execute(t *testing.T, db interface {
	ExecContext(context.Context, string, ...any) (sql.Result, error)
}, query string) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), query); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

func number(t *testing.T, db *sql.DB) int {
	t.Helper()
	var n int
	if err := db.QueryRowContext(t.Context(), "SELECT n FROM numbers WHERE id = 1").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// numbered returns a pool and, in its table, the number 0.
func numbered(t *testing.T, engines *Engines) *sql.DB {
	t.Helper()
	db := connect(t, engines)
	execute(t, db, "CREATE TABLE numbers (id INT PRIMARY KEY, n INT NOT NULL)")
	execute(t, db, "INSERT INTO numbers VALUES (1, 0)")
	return db
}

func begin(t *testing.T, db *sql.DB) *sql.Tx {
	t.Helper()
	tx, err := db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

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

func TestCloseWithClientsConnected(t *testing.T) {
	engines, err := Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	db := numbered(t, engines)
	tx := begin(t, db)
	execute(t, tx, "UPDATE numbers SET n = 5")
	engines.Close()
	if _, err := tx.ExecContext(t.Context(), "UPDATE numbers SET n = 6"); err == nil {
		t.Error("the engine serves after Close")
	}
	_ = tx.Rollback()
}

func TestTwoEnginesAreSeparate(t *testing.T) {
	numbered(t, start(t))
	other := connect(t, start(t))
	if _, err := other.ExecContext(t.Context(), "SELECT n FROM numbers"); err == nil {
		t.Error("a table of another engine is visible")
	}
}

func TestHoldsAnAssortment(t *testing.T) {
	engines := start(t)
	if err := mysqlstore.Migrate(t.Context(), engines.MySQLDSN); err != nil {
		t.Fatal(err)
	}
	const products = 2_500 // more take long under the race detector: the engine looks through all rows for each
	begun := time.Now()
	if err := seed.Insert(t.Context(), connect(t, engines), 1, products); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d products took %s", products, time.Since(begun))
	var offers int
	err := connect(t, engines).QueryRowContext(t.Context(), "SELECT COUNT(*) FROM offers").Scan(&offers)
	if err != nil || offers != products {
		t.Errorf("%d offers, error %v", offers, err)
	}
}

func TestKeysExpireByThemselves(t *testing.T) {
	engines := start(t)
	conn, err := net.Dial("tcp", engines.RedisAddr)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if err := conn.SetDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	ask := func(command string) string {
		answer := make([]byte, 64)
		if _, err := conn.Write([]byte(command + "\r\n")); err != nil {
			t.Fatal(err)
		}
		n, err := conn.Read(answer)
		if err != nil {
			t.Fatal(err)
		}
		return string(answer[:n])
	}
	if got := ask("*5\r\n$3\r\nSET\r\n$1\r\nk\r\n$1\r\nv\r\n$2\r\nPX\r\n$3\r\n300"); got != "+OK\r\n" {
		t.Fatalf("SET answers %q", got)
	}
	for ask("*2\r\n$6\r\nEXISTS\r\n$1\r\nk") == ":1\r\n" { // until the deadline
		time.Sleep(5 * time.Millisecond)
	}
}
