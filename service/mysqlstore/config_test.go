package mysqlstore

import (
	"errors"
	"strings"
	"testing"

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
