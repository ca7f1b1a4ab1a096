package mysqlstore

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"example.com/shop/catalog"
)

// source loads one kind of record by id.
type source[R catalog.Record] struct {
	store     *Store
	operation string
	query     string // up to the list of ids
	maxLag    time.Duration
	scan      func(*sql.Rows, *R) error
}

// Products returns the source of products. They may come from a replica that is up to Config.MaxLag behind.
func (s *Store) Products() catalog.Source[catalog.Product] {
	return &source[catalog.Product]{
		store:     s,
		operation: "load products",
		query: "SELECT id, name, brand, category, color, description, version, created_at, updated_at" +
			" FROM products WHERE id IN ",
		maxLag: s.config.MaxLag,
		scan: func(rows *sql.Rows, p *catalog.Product) error {
			return rows.Scan(&p.ID, &p.Name, &p.Brand, &p.Category, &p.Color, &p.Description,
				&p.Version, &p.CreatedAt, &p.UpdatedAt)
		},
	}
}

// Offers returns the source of offers. They may come from a replica that is up to Config.MaxCriticalLag behind.
func (s *Store) Offers() catalog.Source[catalog.Offer] {
	return &source[catalog.Offer]{
		store:     s,
		operation: "load offers",
		query: "SELECT product_id, price_minor, currency, stock, version, updated_at" +
			" FROM offers WHERE product_id IN ",
		maxLag: s.config.MaxCriticalLag,
		scan: func(rows *sql.Rows, o *catalog.Offer) error {
			return rows.Scan(&o.ProductID, &o.Price.MinorUnits, &o.Price.Currency, &o.Stock, &o.Version, &o.UpdatedAt)
		},
	}
}

// #region load

// Load implements [catalog.Source].
func (s *source[R]) Load(ctx context.Context, ids []catalog.ProductID) (map[catalog.ProductID]R, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	query := s.query + placeholders(len(ids))
	arguments := make([]any, len(ids))
	for i, id := range ids {
		arguments[i] = int64(id)
	}
	var found map[catalog.ProductID]R
	err := s.store.read(ctx, s.operation, s.maxLag, func(ctx context.Context, db *sql.DB) error {
		found = make(map[catalog.ProductID]R, len(ids))
		rows, err := db.QueryContext(ctx, query, arguments...)
		if err != nil {
			return err
		}
		return scanAll(rows, func() error {
			var record R
			if err := s.scan(rows, &record); err != nil {
				return err
			}
			found[record.RecordID()] = record
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

// #endregion load

// placeholders returns "(?,?,?)" for n = 3.
func placeholders(n int) string {
	return "(" + strings.Repeat("?,", n-1) + "?)"
}
