package mysqlstore

import (
	"context"
	"database/sql"
	"strings"
	"testing"

	"example.com/shop/catalog"
	"example.com/shop/seed"
)

// TestLoadReadsByKey: a batch is a read of the primary key for each id, and nothing else.
func TestLoadReadsByKey(t *testing.T) {
	needsServer(t)
	dsn := newDatabase(t)
	db := openDB(t, dsn)
	if err := seed.Insert(t.Context(), db, 1, 3000); err != nil {
		t.Fatal(err)
	}
	conn, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	store := openStore(t, patient(dsn))
	ids := make([]any, catalog.MaxBatch)
	for i := range ids {
		ids[i] = 7 * (i + 1)
	}
	for _, query := range []string{
		store.Products().(*source[catalog.Product]).query, store.Offers().(*source[catalog.Offer]).query,
	} {
		statement := query + placeholders(len(ids))
		if plan := explain(t, conn, statement, ids); plan["key"] != "PRIMARY" || plan["type"] != "range" {
			t.Errorf("%s: reads by %s of %q", query, plan["type"], plan["key"])
		}
		if reads := handlerReads(t, conn, statement, ids); reads > len(ids)+2 {
			t.Errorf("%s: %d reads for %d ids", query, reads, len(ids))
		}
	}
}

// TestStatementsReadByIndex: the plans of those statements that are neither a load nor a listing, nor an insert.
func TestStatementsReadByIndex(t *testing.T) {
	needsServer(t)
	dsn := newDatabase(t)
	db := openDB(t, dsn)
	if err := seed.Insert(t.Context(), db, 1, 3000); err != nil {
		t.Fatal(err)
	}
	fillBookkeeping(t, db)
	conn, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	now := openStore(t, patient(dsn)).now() // with nanoseconds MariaDB would use no index for the purge
	for _, test := range []struct {
		name, statement string
		arguments       []any
		by, key         string
	}{
		{"take", takeStatement, []any{100}, "index", "PRIMARY"},
		{"drop", dropStatement + placeholders(3), []any{7, 8, 9}, "range", "PRIMARY"},
		{"purge", purgeStatement, []any{now.Add(-keyLifetime), purgeBatch}, "range", "age"},
		{"apply", applyStatement, []any{4321, 9, now, 1, 1, "EUR"}, "range", "PRIMARY"},
		{"refusal", refusalStatement, []any{1}, "const", "PRIMARY"},
		{"recall", recallStatement, []any{"key-2000"}, "const", "PRIMARY"},
		{"write beat", writeBeatStatement, []any{now, now}, "range", "PRIMARY"},
		{"read beat", readBeatStatement, nil, "const", "PRIMARY"},
	} {
		plan := explain(t, conn, test.statement, test.arguments)
		if plan["type"] != test.by || plan["key"] != test.key {
			t.Errorf("%s: reads by %s of %q, want by %s of %q",
				test.name, plan["type"], plan["key"], test.by, test.key)
		}
		if extra := plan["Extra"]; strings.Contains(extra, "filesort") || strings.Contains(extra, "temporary") {
			t.Errorf("%s: sorts: %s", test.name, extra)
		}
	}
}

// fillBookkeeping puts an event and a key for each seeded offer; a tenth of the keys may be purged.
func fillBookkeeping(t *testing.T, db *sql.DB) {
	t.Helper()
	execute(t, db, "INSERT INTO outbox (product_id, price_minor, currency, stock, version, updated_at, created_at)"+
		" SELECT product_id, price_minor, currency, stock, version, updated_at, updated_at FROM offers")
	execute(t, db, "INSERT INTO idempotency_keys SELECT CONCAT('key-', product_id), REPEAT('x', 32), product_id,"+
		" price_minor, currency, stock, version, updated_at,"+
		" IF(product_id % 10 = 0, '2020-01-01', UTC_TIMESTAMP(6)) FROM offers")
	execute(t, db, "ANALYZE TABLE offers, outbox, idempotency_keys")
}

// explain returns the one line of the statement's plan, by column.
func explain(t *testing.T, conn *sql.Conn, statement string, arguments []any) map[string]string {
	t.Helper()
	rows, err := conn.QueryContext(t.Context(), "EXPLAIN "+statement, arguments...)
	if err != nil {
		t.Fatal(err)
	}
	names, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	values := make([]sql.NullString, len(names))
	targets := make([]any, len(names))
	for i := range values {
		targets[i] = &values[i]
	}
	plan := make(map[string]string)
	err = scanAll(rows, func() error {
		err := rows.Scan(targets...)
		for i, name := range names {
			plan[name] = values[i].String
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// handlerReads runs the statement and returns how many entries and rows the server read for it.
func handlerReads(t *testing.T, conn *sql.Conn, statement string, arguments []any) int {
	t.Helper()
	execute(t, conn, "FLUSH STATUS")
	drainRows(t, conn, statement, arguments)
	rows, err := conn.QueryContext(t.Context(), "SHOW SESSION STATUS LIKE 'Handler_read%'")
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	err = scanAll(rows, func() error {
		var name string
		var reads int
		err := rows.Scan(&name, &reads)
		total += reads
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return total
}

func drainRows(t *testing.T, conn *sql.Conn, statement string, arguments []any) {
	t.Helper()
	rows, err := conn.QueryContext(t.Context(), statement, arguments...)
	if err != nil {
		t.Fatal(err)
	}
	if err := scanAll(rows, func() error { return nil }); err != nil {
		t.Fatal(err)
	}
}

func execute(t *testing.T, db interface {
	ExecContext(context.Context, string, ...any) (sql.Result, error)
}, statement string, arguments ...any) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), statement, arguments...); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}
