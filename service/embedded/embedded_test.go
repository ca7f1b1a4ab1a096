package embedded

import (
	"context"
	"database/sql"
	"net"
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
