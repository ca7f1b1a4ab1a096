package mysqlstore

import (
	"context"
	"database/sql"

	"example.com/shop/catalog"
)

// #region take-statement

const (
	takeStatement = "SELECT id, product_id, price_minor, currency, stock, version, updated_at" +
		" FROM outbox ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED"
	dropStatement = "DELETE FROM outbox WHERE id IN " // and the list of ids
)

// #endregion take-statement

// #region enqueue

// enqueue adds the event of a change to the change's own transaction: there is never one without the other.
func enqueue(ctx context.Context, tx *sql.Tx, offer catalog.Offer) error {
	_, err := tx.ExecContext(ctx,
		"INSERT INTO outbox (product_id, price_minor, currency, stock, version, updated_at, created_at)"+
			" VALUES (?, ?, ?, ?, ?, ?, ?)",
		int64(offer.ProductID), offer.Price.MinorUnits, offer.Price.Currency, offer.Stock, offer.Version,
		offer.UpdatedAt, offer.UpdatedAt)
	return err
}

// #endregion enqueue

// Drain implements [catalog.Outbox]. The rows stay locked while publish runs, and another drain skips them. When this
// process dies in the middle the server unlocks them, and they are published again: at once if the connection ends
// with the process, and after sessionTimeout if the host vanished without a word.
func (s *Store) Drain(
	ctx context.Context, limit int, publish func(context.Context, []catalog.Offer) error,
) (int, error) {
	taken, err := drain(ctx, s.primary.housekeeping, limit, publish)
	return taken, classify(ctx, "drain outbox", err)
}

// #region drain

func drain(
	ctx context.Context, db *sql.DB, limit int, publish func(context.Context, []catalog.Offer) error,
) (int, error) {
	tx, err := db.BeginTx(ctx, readCommitted)
	if err != nil {
		return 0, err
	}
	defer tx.Rollback() // does nothing after the commit

	ids, offers, err := take(ctx, tx, limit)
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	if err := publish(ctx, offers); err != nil {
		return 0, err
	}
	if _, err := tx.ExecContext(ctx, dropStatement+placeholders(len(ids)), ids...); err != nil {
		return 0, err
	}
	if err := tx.Commit(); err != nil {
		return 0, err
	}
	return len(ids), nil
}

// #endregion drain

// take locks the oldest rows that nobody else has locked.
func take(ctx context.Context, tx *sql.Tx, limit int) (ids []any, offers []catalog.Offer, err error) {
	rows, err := tx.QueryContext(ctx, takeStatement, limit)
	if err != nil {
		return nil, nil, err
	}
	err = scanAll(rows, func() error {
		var id int64
		var o catalog.Offer
		if err := rows.Scan(&id, &o.ProductID, &o.Price.MinorUnits, &o.Price.Currency,
			&o.Stock, &o.Version, &o.UpdatedAt); err != nil {
			return err
		}
		ids, offers = append(ids, id), append(offers, o)
		return nil
	})
	return ids, offers, err
}
