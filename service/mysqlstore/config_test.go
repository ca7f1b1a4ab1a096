package mysqlstore

import (
	"database/sql"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/go-sql-driver/mysql"

	"example.com/shop/catalog"
)

const secret = "s3cr3t-p@ss/word"

func TestOpenRefusesABadDSN(t *testing.T) {
	for _, dsn := range []string{
		"", "shop", "root:" + secret + "@tcp(127.0.0.1:1)", "root:" + secret + "@tcp(127.0.0.1:1/catalog",
		"root:" + secret + "@tcp(127.0.0.1:1)/", "root:" + secret + "@tcp(127.0.0.1:1)/catalog?parseTime=" + secret,
		"root:" + secret + "@tcp(127.0.0.1:1)/catalog?collation=" + secret + "&tls=" + secret,
	} {
		_, err := Open(t.Context(), Config{DSN: dsn})
		if err == nil {
			t.Errorf("%q opens", dsn)
		} else if strings.Contains(err.Error(), secret) {
			t.Errorf("error holds the password: %v", err)
		}
		if err := Migrate(t.Context(), dsn); err == nil || strings.Contains(err.Error(), secret) {
			t.Errorf("migrate %q: error is %v", dsn, err)
		}
		if dsn == "" {
			continue // for a replica it means none
		}
		if _, err := Open(t.Context(), Config{DSN: "root@tcp(127.0.0.1:1)/c", ReplicaDSN: dsn}); err == nil {
			t.Errorf("replica %q opens", dsn)
		}
	}
}

// TestErrorsKeepThePassword: those of a server that cannot be reached.
func TestErrorsKeepThePassword(t *testing.T) {
	store := openStore(t, Config{DSN: "root:" + secret + "@tcp(127.0.0.1:1)/catalog"})
	for name, call := range calls(store) {
		if err := call(t.Context()); !errors.Is(err, catalog.ErrUnavailable) || strings.Contains(err.Error(), secret) {
			t.Errorf("%s: error is %v", name, err)
		}
	}
}

func TestOpenRefusesAnUnknownDatabase(t *testing.T) {
	config, err := mysql.ParseDSN(serverDSN)
	if err != nil {
		t.Fatal(err)
	}
	config.DBName = "catalog_test_absent"
	if _, err := Open(t.Context(), Config{DSN: config.FormatDSN()}); err == nil {
		t.Error("a store without database opens")
	}
}

// TestSessionIsSet: what the statements depend on holds, even against the DSN.
func TestSessionIsSet(t *testing.T) {
	config, err := mysql.ParseDSN(newDatabase(t))
	if err != nil {
		t.Fatal(err)
	}
	config.Params = map[string]string{"time_zone": "'+05:00'", "sql_mode": "''"}
	config.ParseTime, config.InterpolateParams = false, false
	store := openStore(t, patient(config.FormatDSN()))
	var zone, mode, charset string
	var wait int
	err = store.primary.db.QueryRowContext(t.Context(),
		"SELECT @@time_zone, @@sql_mode, @@character_set_connection, @@innodb_lock_wait_timeout").
		Scan(&zone, &mode, &charset, &wait)
	if err != nil {
		t.Fatal(err)
	}
	if zone != "+00:00" || charset != "utf8mb4" || wait != 1 {
		t.Errorf("zone %q, charset %q, lock wait %d s", zone, charset, wait)
	}
	if !strings.Contains(mode, "STRICT") && mode != "TRADITIONAL" {
		t.Errorf("sql_mode is %q, want it strict", mode)
	}
}

// TestSilentSessionEnds: the server ends it, and so frees what a vanished host has locked, after the pool would have.
func TestSilentSessionEnds(t *testing.T) {
	dsn := newDatabase(t)
	config := patient(dsn + "?wait_timeout=28800")
	config.ReplicaDSN = config.DSN
	store := openStore(t, config)
	for _, pool := range []*sql.DB{
		store.primary.db, store.primary.housekeeping, store.replica.db, store.replica.housekeeping,
	} {
		timeout := waitTimeout(t, pool)
		if timeout != 30*time.Second {
			t.Errorf("the server waits %s for a statement, want 30s", timeout)
		}
		// The pool does not tell otherwise, and to watch it takes as long.
		idle := time.Duration(reflect.ValueOf(pool).Elem().FieldByName("maxIdleTime").Int())
		if idle <= 0 || idle > timeout/2 {
			t.Errorf("a connection is idle for %s at most, the server ends it after %s", idle, timeout)
		}
	}
}

// TestMigrationMayTakeLong: the session that holds the lock is silent while another one migrates.
func TestMigrationMayTakeLong(t *testing.T) {
	dsn := newDatabase(t)
	connector, err := newConnector(dsn, migrationTimeouts)
	if err != nil {
		t.Fatal(err)
	}
	db := sql.OpenDB(connector)
	defer db.Close()
	if got, want := waitTimeout(t, db), waitTimeout(t, openDB(t, dsn)); got != want {
		t.Errorf("the server waits %s for a statement, want its own %s", got, want)
	}
}

func waitTimeout(t *testing.T, db *sql.DB) time.Duration {
	t.Helper()
	var seconds int
	if err := db.QueryRowContext(t.Context(), "SELECT @@wait_timeout").Scan(&seconds); err != nil {
		t.Fatal(err)
	}
	return time.Duration(seconds) * time.Second
}
