package mysqlstore

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"github.com/go-sql-driver/mysql"
	"go.uber.org/goleak"

	"example.com/shop/catalog"
	"example.com/shop/catalog/catalogtest"
	"example.com/shop/embedded"
	"example.com/shop/seed"
)

// serverVariable names a real server with a user that may create databases. Without it the tests run on the embedded
// engine, and those that need more than it is are skipped.
const serverVariable = "CATALOG_TEST_MYSQL_DSN"

// serverDSN is that of the server under test; its database does not matter.
var serverDSN string

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	serverDSN = os.Getenv(serverVariable)
	if serverDSN == "" {
		engines, err := embedded.Start(context.Background())
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer func() { checkLeaks(engines.Close) }()
		serverDSN = engines.MySQLDSN
		return m.Run()
	}
	defer checkLeaks(func() {})
	return m.Run()
}

// proxyStage is a stage of the tests' proxy. When the stage after it has cut the connection, it waits for ever to hand
// on what it has read.
const proxyStage = "github.com/Shopify/toxiproxy/v2/toxics.(*NoopToxic).Pipe"

// checkLeaks exits with an error when goroutines are left after stop.
func checkLeaks(stop func()) {
	stop()
	if err := goleak.Find(goleak.IgnoreAnyFunction(proxyStage)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// needsServer skips a test about things that only a real server does.
func needsServer(t *testing.T) {
	t.Helper()
	if os.Getenv(serverVariable) == "" {
		t.Skip("needs a real server: set " + serverVariable)
	}
}

// newDatabase creates a database with the schema, drops it when t ends, and returns its DSN.
func newDatabase(t *testing.T) string {
	t.Helper()
	dsn := emptyDatabase(t)
	if err := Migrate(t.Context(), dsn); err != nil {
		t.Fatal(err)
	}
	return dsn
}

func emptyDatabase(t *testing.T) string {
	t.Helper()
	config, err := mysql.ParseDSN(serverDSN)
	if err != nil {
		t.Fatal(err)
	}
	config.DBName = ""
	admin := openDB(t, config.FormatDSN())
	config.DBName = fmt.Sprintf("catalog_test_%016x", rand.Uint64())
	if _, err := admin.ExecContext(t.Context(), "CREATE DATABASE "+config.DBName); err != nil {
		t.Fatalf("create database: %v", err)
	}
	t.Cleanup(func() {
		if _, err := admin.ExecContext(context.Background(), "DROP DATABASE "+config.DBName); err != nil {
			t.Errorf("drop database: %v", err)
		}
	})
	return config.FormatDSN()
}

// openDB connects past the store.
func openDB(t *testing.T, dsn string) *sql.DB {
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

// patient has room for every call of a test.
func patient(dsn string) Config {
	return Config{DSN: dsn, MaxWait: time.Minute, MaxQueue: 10_000}
}

func openStore(t *testing.T, config Config) *Store {
	t.Helper()
	store, err := Open(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(store.Close)
	return store
}

// add puts items into the database of dsn.
func add(ctx context.Context, db *sql.DB, items []catalogtest.Item) error {
	return seed.Write(ctx, db, func(yield func(catalog.Product, catalog.Offer) bool) {
		for _, item := range items {
			if !yield(item.Product, item.Offer) {
				return
			}
		}
	})
}

// #region contract

func TestContract(t *testing.T) {
	catalogtest.Run(t, func(t *testing.T) catalogtest.Store {
		dsn := newDatabase(t)
		db := openDB(t, dsn)
		store := openStore(t, patient(dsn))
		return catalogtest.Store{
			Products: store.Products(), Offers: store.Offers(), Lister: store, Writer: store, Outbox: store,
			Add: func(ctx context.Context, items []catalogtest.Item) error { return add(ctx, db, items) },
		}
	})
}

// #endregion contract
