package seed

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"strings"

	"example.com/shop/catalog"
)

// batch is how many rows a statement inserts: enough that round trips do not count, few enough for any packet limit.
const batch = 1000

// Insert puts n products with their offers into the database, ids from first on. Those that are there it leaves as
// they are; to call it again costs a count for each batch.
func Insert(ctx context.Context, db *sql.DB, first catalog.ProductID, n int) error {
	for n > 0 {
		size := min(n, batch)
		if err := insertMissing(ctx, db, first, size); err != nil {
			return fmt.Errorf("seed products from %d on: %w", first, err)
		}
		first, n = first+catalog.ProductID(size), n-size
	}
	return nil
}

func insertMissing(ctx context.Context, db *sql.DB, first catalog.ProductID, n int) error {
	var present int
	err := db.QueryRowContext(ctx, "SELECT COUNT(*) FROM products WHERE id BETWEEN ? AND ?",
		int64(first), int64(first)+int64(n)-1).Scan(&present)
	if err != nil || present == n {
		return err
	}
	return Write(ctx, db, Products(first, n))
}

// Write puts items into the database in one transaction, all in one statement for each table. Those that are there it
// leaves as they are.
func Write(ctx context.Context, db *sql.DB, items iter.Seq2[catalog.Product, catalog.Offer]) error {
	products := table{name: "products", columns: "id, category, brand, name, color, description, version, created_at, updated_at"}
	offers := table{name: "offers", columns: "product_id, category, brand, price_minor, currency, stock, version, updated_at"}
	for p, o := range items {
		products.add(int64(p.ID), p.Category, p.Brand, p.Name, p.Color, p.Description, p.Version, p.CreatedAt, p.UpdatedAt)
		offers.add(int64(o.ProductID), p.Category, p.Brand, o.Price.MinorUnits, o.Price.Currency, o.Stock, o.Version, o.UpdatedAt)
	}
	if products.rows == 0 {
		return nil
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after the commit
	for _, t := range []table{offers, products} {
		if _, err := tx.ExecContext(ctx, t.statement(), t.values...); err != nil {
			return fmt.Errorf("insert %s: %w", t.name, err)
		}
	}
	return tx.Commit()
}

// table collects the rows of one INSERT.
type table struct {
	name, columns string
	rows          int
	values        []any
}

func (t *table) add(values ...any) {
	t.rows++
	t.values = append(t.values, values...)
}

// statement ends in an assignment that changes nothing: unlike INSERT IGNORE, it forgives a row that is there and
// nothing else.
func (t *table) statement() string {
	key, _, _ := strings.Cut(t.columns, ",")
	width := strings.Count(t.columns, ",") + 1
	row := "(" + strings.Repeat("?,", width-1) + "?)"
	return "INSERT INTO " + t.name + " (" + t.columns + ") VALUES " + strings.Repeat(row+",", t.rows-1) + row +
		" ON DUPLICATE KEY UPDATE " + key + " = " + key
}
