package lostupdate_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/go-sql-driver/mysql"
	"go.uber.org/goleak"

	"example.com/shop/embedded"
	"example.com/shop/mistakes/lostupdate"
	"example.com/shop/mysqlstore"
	"example.com/shop/seed"
)

// serverVariable names a real server, as for the tests of mysqlstore. Without it these run on the embedded engine.
const serverVariable = "CATALOG_TEST_MYSQL_DSN"

const (
	product = 1
	inStock = 10
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// shop returns a database in which the product is in stock. The schema is the service's own.
func shop(t *testing.T) *sql.DB {
	t.Helper()
	dsn := newDatabase(t)
	if err := mysqlstore.Migrate(t.Context(), dsn); err != nil {
		t.Fatal(err)
	}
	db := connect(t, dsn)
	if err := seed.Insert(t.Context(), db, product, 1); err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), "UPDATE offers SET stock = ?", inStock); err != nil {
		t.Fatal(err)
	}
	return db
}

func newDatabase(t *testing.T) string {
	t.Helper()
	server := os.Getenv(serverVariable)
	if server == "" {
		engines, err := embedded.Start(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(engines.Close)
		return engines.MySQLDSN
	}
	config, err := mysql.ParseDSN(server)
	if err != nil {
		t.Fatal(err)
	}
	config.DBName = ""
	admin := connect(t, config.FormatDSN())
	config.DBName = fmt.Sprintf("catalog_test_%016x", rand.Uint64())
	if _, err := admin.ExecContext(t.Context(), "CREATE DATABASE "+config.DBName); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = admin.ExecContext(context.Background(), "DROP DATABASE "+config.DBName) })
	return config.FormatDSN()
}

func connect(t *testing.T, dsn string) *sql.DB {
	t.Helper()
	config, err := mysql.ParseDSN(dsn)
	if err != nil {
		t.Fatal(err)
	}
	config.ParseTime, config.InterpolateParams = true, true
	connector, err := mysql.NewConnector(config)
	if err != nil {
		t.Fatal(err)
	}
	db := sql.OpenDB(connector)
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func stock(t *testing.T, db *sql.DB) (n int) {
	t.Helper()
	err := db.QueryRowContext(t.Context(), "SELECT stock FROM offers WHERE product_id = ?", product).Scan(&n)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// once returns a function that sells pieces the first time that it is called.
func once(t *testing.T, db *sql.DB, pieces int) func() {
	sold := false
	return func() {
		if sold {
			return
		}
		sold = true
		err := lostupdate.Subtracted(t.Context(), db, lostupdate.Sale{Product: product, Pieces: pieces})
		if err != nil {
			t.Errorf("the sale meanwhile: %v", err)
		}
	}
}

func TestReadThenWriteLosesASale(t *testing.T) {
	db := shop(t)
	sale := lostupdate.Sale{Product: product, Pieces: 2, Meanwhile: once(t, db, 3)}
	if err := lostupdate.Lost(t.Context(), db, sale); err != nil {
		t.Fatal(err)
	}
	if got := stock(t, db); got != inStock-2 { // 8: the sale of three is forgotten
		t.Errorf("stock is %d, want it wrong: %d", got, inStock-2)
	}
}

// TestTransactionLosesItToo, at the default level, REPEATABLE READ. The embedded engine runs one transaction at a time
// and cannot show it.
func TestTransactionLosesItToo(t *testing.T) {
	if os.Getenv(serverVariable) == "" {
		t.Skip("needs a real server: set " + serverVariable)
	}
	db := shop(t)
	tx, err := db.BeginTx(t.Context(), &sql.TxOptions{Isolation: sql.LevelRepeatableRead})
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback() // does nothing after the commit
	err = lostupdate.Lost(t.Context(), tx, lostupdate.Sale{Product: product, Pieces: 2, Meanwhile: once(t, db, 3)})
	if refused, ok := errors.AsType[*mysql.MySQLError](err); ok && refused.Number == 1020 {
		t.Skip("this server notices: MariaDB with innodb_snapshot_isolation, the default from 11.6 on")
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	if got := stock(t, db); got != inStock-2 {
		t.Errorf("stock is %d, want it wrong: %d", got, inStock-2)
	}
}

func TestBothSalesAreKept(t *testing.T) {
	for name, sell := range map[string]func(context.Context, *sql.DB, lostupdate.Sale) error{
		"one UPDATE": subtracted,
		"version":    lostupdate.Compared,
	} {
		t.Run(name, func(t *testing.T) {
			db := shop(t)
			sale := lostupdate.Sale{Product: product, Pieces: 2, Meanwhile: once(t, db, 3)}
			if err := sell(t.Context(), db, sale); err != nil {
				t.Fatal(err)
			}
			if got := stock(t, db); got != inStock-2-3 {
				t.Errorf("stock is %d, want %d", got, inStock-2-3)
			}
		})
	}
}

func subtracted(ctx context.Context, db *sql.DB, sale lostupdate.Sale) error {
	return lostupdate.Subtracted(ctx, db, sale)
}

// TestSoldOutMeanwhile: the other sale leaves too little, and nothing is sold that is not there.
func TestSoldOutMeanwhile(t *testing.T) {
	for name, sell := range map[string]func(context.Context, *sql.DB, lostupdate.Sale) error{
		"one UPDATE": subtracted, "version": lostupdate.Compared,
	} {
		t.Run(name, func(t *testing.T) {
			db := shop(t)
			sale := lostupdate.Sale{Product: product, Pieces: 2, Meanwhile: once(t, db, inStock-1)}
			if err := sell(t.Context(), db, sale); !errors.Is(err, lostupdate.ErrSoldOut) {
				t.Errorf("error is %v, want ErrSoldOut", err)
			}
			if got := stock(t, db); got != 1 {
				t.Errorf("stock is %d, want 1", got)
			}
		})
	}
}

// TestComparedGivesUp when every attempt meets another sale.
func TestComparedGivesUp(t *testing.T) {
	db := shop(t)
	sale := lostupdate.Sale{Product: product, Pieces: 1, Meanwhile: func() { once(t, db, 1)() }}
	if err := lostupdate.Compared(t.Context(), db, sale); !errors.Is(err, lostupdate.ErrConflict) {
		t.Errorf("error is %v, want ErrConflict", err)
	}
	if got := stock(t, db); got != inStock-3 {
		t.Errorf("stock is %d, want %d: only the others' sales", got, inStock-3)
	}
}
