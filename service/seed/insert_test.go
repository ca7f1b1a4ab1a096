package seed

import (
	"database/sql"
	"testing"

	_ "github.com/go-sql-driver/mysql"
	"go.uber.org/goleak"

	"example.com/shop/embedded"
	"example.com/shop/mysqlstore"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func openDatabase(t *testing.T) *sql.DB {
	t.Helper()
	engines, err := embedded.Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(engines.Close)
	if err := mysqlstore.Migrate(t.Context(), engines.MySQLDSN); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("mysql", engines.MySQLDSN+"?interpolateParams=true")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func count(t *testing.T, db *sql.DB, query string) (n int) {
	t.Helper()
	if err := db.QueryRowContext(t.Context(), query).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// TestInsertLeavesWhatIsThere: neither a whole batch nor a part of one is written over.
func TestInsertLeavesWhatIsThere(t *testing.T) {
	db := openDatabase(t)
	for _, n := range []int{30, 30, batch + 20} {
		if err := Insert(t.Context(), db, 5, n); err != nil {
			t.Fatal(err)
		}
		for _, table := range []string{"products", "offers"} {
			if rows := count(t, db, "SELECT COUNT(*) FROM "+table); rows != n {
				t.Errorf("%d %s, want %d", rows, table, n)
			}
		}
		if _, err := db.ExecContext(t.Context(), "UPDATE offers SET version = 9 WHERE product_id = 6"); err != nil {
			t.Fatal(err)
		}
	}
	if version := count(t, db, "SELECT version FROM offers WHERE product_id = 6"); version != 9 {
		t.Errorf("version is %d: a changed offer was written over", version)
	}
}
