package mysqlstore

import (
	"context"
	"database/sql"
	"strings"

	"example.com/shop/catalog"
)

// List implements [catalog.Lister]. A page costs what the page holds, however many come before it: the position to go
// on after is a place in the index, where an OFFSET would be counted out row by row.
//
// Two filters are not part of that place, and entries that they drop are read: stock, and the price bounds of a
// listing by age.
func (s *Store) List(ctx context.Context, query catalog.ListQuery) ([]catalog.Position, error) {
	statement, arguments := listStatement(query)
	var found []catalog.Position
	err := s.read(ctx, "list products", s.config.MaxLag, func(ctx context.Context, db *sql.DB) error {
		found = make([]catalog.Position, 0, query.Limit)
		rows, err := db.QueryContext(ctx, statement, arguments...)
		if err != nil {
			return err
		}
		return scanAll(rows, func() error {
			var position catalog.Position
			if err := rows.Scan(&position.ID, &position.Price); err != nil {
				return err
			}
			found = append(found, position)
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	return found, nil
}

// listing collects the conditions of a statement with their arguments.
type listing struct {
	conditions []string
	arguments  []any
}

func (l *listing) where(condition string, arguments ...any) {
	l.conditions = append(l.conditions, condition)
	l.arguments = append(l.arguments, arguments...)
}

// #region list-statement

// listStatement writes the query as SQL, with nothing of the query in its text. It names the index, because there is
// one that fits and the server's guess depends on statistics: a wrong one sorts a whole category.
func listStatement(query catalog.ListQuery) (string, []any) {
	index, order := "newest", "product_id DESC"
	switch query.Sort {
	case catalog.PriceAscending:
		index, order = "price", "price_minor, product_id"
	case catalog.PriceDescending:
		index, order = "price", "price_minor DESC, product_id DESC"
	case catalog.Newest: // as it stands
	}
	var l listing
	l.where("category = ?", query.Category)
	if query.Brand != "" {
		index = "brand_" + index
		l.where("brand = ?", query.Brand)
	}
	l.filter(query)
	if query.After != nil {
		l.after(query.Sort, *query.After)
	}
	statement := "SELECT product_id, price_minor FROM offers FORCE INDEX (" + index + ")" +
		" WHERE " + strings.Join(l.conditions, " AND ") + " ORDER BY " + order + " LIMIT ?"
	return statement, append(l.arguments, query.Limit)
}

// #endregion list-statement

func (l *listing) filter(query catalog.ListQuery) {
	if query.MinPrice != nil {
		l.where("price_minor >= ?", *query.MinPrice)
	}
	if query.MaxPrice != nil {
		l.where("price_minor <= ?", *query.MaxPrice)
	}
	if query.InStockOnly {
		l.where("stock > 0")
	}
}

// #region after

// after goes on behind a position. For prices it is written as two ranges of the index, one within the price and one
// beyond it; the row comparison (price_minor, product_id) > (?, ?) means the same, but servers read the whole
// category for it.
func (l *listing) after(sort catalog.SortOrder, p catalog.Position) {
	switch sort {
	case catalog.PriceAscending:
		l.where("((price_minor = ? AND product_id > ?) OR price_minor > ?)", p.Price, int64(p.ID), p.Price)
	case catalog.PriceDescending:
		l.where("((price_minor = ? AND product_id < ?) OR price_minor < ?)", p.Price, int64(p.ID), p.Price)
	default:
		l.where("product_id < ?", int64(p.ID))
	}
}

// #endregion after
