// Package lostupdate is wrong on purpose: of two sales at once, Lost forgets one, as TestReadThenWriteLosesASale
// shows. Subtracted and Compared do not.
package lostupdate

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Why a sale was refused. Nothing was changed.
var (
	ErrSoldOut  = errors.New("not enough in stock")
	ErrConflict = errors.New("offer changed again and again")
)

// Sale takes pieces of a product out of stock.
type Sale struct {
	Product int64
	Pieces  int

	// Meanwhile runs between the sale's read and its write, where anybody may come in between. Tests sell there.
	Meanwhile func()
}

func (s Sale) meanwhile() {
	if s.Meanwhile != nil {
		s.Meanwhile()
	}
}

// Database is a pool or a transaction.
type Database interface {
	QueryRowContext(ctx context.Context, query string, arguments ...any) *sql.Row
	ExecContext(ctx context.Context, query string, arguments ...any) (sql.Result, error)
}

// #region lost

// Lost reads the stock, subtracts, and writes the result. Wrong: the result is of a stock that may be past, and to
// write it takes back what others have sold since. A transaction around it changes nothing: at InnoDB's default level
// its SELECT locks no row.
func Lost(ctx context.Context, db Database, sale Sale) error {
	var stock int
	err := db.QueryRowContext(ctx, "SELECT stock FROM offers WHERE product_id = ?", sale.Product).Scan(&stock)
	if err != nil {
		return fmt.Errorf("read stock: %w", err)
	}
	if stock < sale.Pieces {
		return ErrSoldOut
	}
	sale.meanwhile()
	_, err = db.ExecContext(ctx, "UPDATE offers SET stock = ? WHERE product_id = ?", stock-sale.Pieces, sale.Product)
	if err != nil {
		return fmt.Errorf("write stock: %w", err)
	}
	return nil
}

// #endregion lost

// #region subtracted

// Subtracted leaves the sum and the condition to one UPDATE, which works on the newest row and keeps it locked while
// it does: there is no in between.
func Subtracted(ctx context.Context, db Database, sale Sale) error {
	sale.meanwhile()
	result, err := db.ExecContext(ctx,
		"UPDATE offers SET stock = stock - ?, version = version + 1 WHERE product_id = ? AND stock >= ?",
		sale.Pieces, sale.Product, sale.Pieces)
	if err != nil {
		return fmt.Errorf("subtract from stock: %w", err)
	}
	changed, err := result.RowsAffected()
	if err == nil && changed == 0 {
		return ErrSoldOut
	}
	return err
}

// #endregion subtracted

// attempts is how often Compared reads again before it gives up.
const attempts = 3

// Compared may decide in Go, by rules that no UPDATE could hold: it writes only if the row still has the version that
// it has decided on, and otherwise decides again. Read and write are statements of their own: inside one transaction
// at InnoDB's default level, each read would show the same old version.
func Compared(ctx context.Context, db *sql.DB, sale Sale) error {
	for range attempts {
		var stock, version int64
		err := db.QueryRowContext(ctx, "SELECT stock, version FROM offers WHERE product_id = ?", sale.Product).
			Scan(&stock, &version)
		if err != nil {
			return fmt.Errorf("read stock: %w", err)
		}
		if stock < int64(sale.Pieces) {
			return ErrSoldOut
		}
		sale.meanwhile()
		result, err := db.ExecContext(ctx,
			"UPDATE offers SET stock = ?, version = version + 1 WHERE product_id = ? AND version = ?",
			stock-int64(sale.Pieces), sale.Product, version)
		if err != nil {
			return fmt.Errorf("write stock: %w", err)
		}
		if changed, err := result.RowsAffected(); err != nil || changed == 1 {
			return err
		}
	}
	return ErrConflict
}
