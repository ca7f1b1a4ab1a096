package mysqlstore

import (
	"context"
	"database/sql"
	"errors"
	"math/rand/v2"
	"time"

	"example.com/shop/catalog"
)

// attempts is how often a change is tried when the server undoes it for the sake of another: a deadlock's victim is
// expected to try again.
const attempts = 3

// errRace says that a transaction met another one half way. Nothing was changed.
var errRace = errors.New("offer changed while it was read")

// UpdateOffer implements [catalog.Writer].
//
// The idempotency key is inserted first, so that of two calls with one key the second waits for the first at the
// unique index. Only an applied change is remembered: a refused one is rolled back with its key, and the key may be
// used again, as after a version conflict.
func (s *Store) UpdateOffer(ctx context.Context, change catalog.OfferChange) (catalog.Offer, error) {
	var answer catalog.Offer
	err := s.primary.run(ctx, "update offer", func(ctx context.Context, db *sql.DB) error {
		for attempt := 1; ; attempt++ {
			var err error
			answer, err = s.tryUpdate(ctx, db, change)
			if attempt == attempts || !isRace(err) {
				return err
			}
			if err := pause(ctx, attempt); err != nil {
				return err
			}
		}
	})
	if err != nil {
		return catalog.Offer{}, err
	}
	return answer, nil
}

func isRace(err error) bool {
	return hasNumber(err, deadlock) || errors.Is(err, errRace)
}

// pause waits a few milliseconds, by chance: two that met would meet again if they waited equally long.
func pause(ctx context.Context, attempt int) error {
	timer := time.NewTimer(rand.N(time.Duration(attempt) * 10 * time.Millisecond))
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// #region try-update

// tryUpdate is one transaction. When its commit breaks off nobody knows whether the server got it; the key tells the
// next call.
func (s *Store) tryUpdate(ctx context.Context, db *sql.DB, change catalog.OfferChange) (catalog.Offer, error) {
	tx, err := db.BeginTx(ctx, readCommitted)
	if err != nil {
		return catalog.Offer{}, err
	}
	defer tx.Rollback() // does nothing after the commit, and what it could report has been reported

	answer := s.answerTo(change)
	err = remember(ctx, tx, change, answer)
	if hasNumber(err, duplicateKey) {
		return recall(ctx, tx, change)
	}
	if err != nil {
		return catalog.Offer{}, err
	}
	if err := apply(ctx, tx, change, answer); err != nil {
		return catalog.Offer{}, err
	}
	if err := enqueue(ctx, tx, answer); err != nil {
		return catalog.Offer{}, err
	}
	return answer, tx.Commit()
}

// #endregion try-update

// answerTo returns the offer that change makes if it applies. It is known beforehand: the change names the version.
func (s *Store) answerTo(change catalog.OfferChange) catalog.Offer {
	return catalog.Offer{
		ProductID: change.ProductID,
		Price:     change.Price,
		Stock:     change.Stock,
		Version:   change.ExpectedVersion + 1,
		UpdatedAt: s.now(),
	}
}

// #region apply

const (
	applyStatement = "UPDATE offers SET price_minor = ?, stock = ?, version = version + 1, updated_at = ?" +
		" WHERE product_id = ? AND version = ? AND currency = ?"
	refusalStatement = "SELECT version, currency FROM offers WHERE product_id = ?"
)

// apply changes the offer if it is as the change expects it, in one statement: no other can come in between.
func apply(ctx context.Context, tx *sql.Tx, change catalog.OfferChange, answer catalog.Offer) error {
	result, err := tx.ExecContext(ctx, applyStatement,
		answer.Price.MinorUnits, answer.Stock, answer.UpdatedAt,
		int64(change.ProductID), change.ExpectedVersion, change.Price.Currency)
	if err != nil {
		return err
	}
	changed, err := result.RowsAffected()
	if err != nil || changed == 1 {
		return err
	}
	return refusal(ctx, tx, change)
}

// #endregion apply

// refusal finds out why change did not apply.
func refusal(ctx context.Context, tx *sql.Tx, change catalog.OfferChange) error {
	var version int64
	var currency string
	err := tx.QueryRowContext(ctx, refusalStatement, int64(change.ProductID)).Scan(&version, &currency)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return catalog.ErrNotFound
	case err != nil:
		return err
	case currency != change.Price.Currency:
		return catalog.ErrCurrency
	case version != change.ExpectedVersion:
		return &catalog.VersionConflictError{Expected: change.ExpectedVersion, Actual: version}
	default:
		return errRace // it has got the expected version only since
	}
}
