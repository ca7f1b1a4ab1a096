package mysqlstore

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"example.com/shop/catalog"
)

// keyLifetime is how long an idempotency key is remembered at least.
const keyLifetime = 24 * time.Hour

// requestHash tells two changes under one key apart.
func requestHash(change catalog.OfferChange) []byte {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %d %q %d %d", change.ProductID, change.Price.MinorUnits,
		change.Price.Currency, change.Stock, change.ExpectedVersion))
	return sum[:]
}

// #region remember

// remember stores the change's key with its answer. Its error has the number duplicateKey when the key is there.
func remember(ctx context.Context, tx *sql.Tx, change catalog.OfferChange, answer catalog.Offer) error {
	_, err := tx.ExecContext(ctx,
		"INSERT INTO idempotency_keys (idempotency_key, request_hash,"+
			" product_id, price_minor, currency, stock, version, updated_at, created_at)"+
			" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
		change.IdempotencyKey, requestHash(change), int64(answer.ProductID), answer.Price.MinorUnits,
		answer.Price.Currency, answer.Stock, answer.Version, answer.UpdatedAt, answer.UpdatedAt)
	return err
}

// #endregion remember

const recallStatement = "SELECT request_hash, product_id, price_minor, currency, stock, version, updated_at" +
	" FROM idempotency_keys WHERE idempotency_key = ?"

// #region recall

// recall returns the answer that the key got the first time.
func recall(ctx context.Context, tx *sql.Tx, change catalog.OfferChange) (catalog.Offer, error) {
	var answer catalog.Offer
	var hash []byte
	err := tx.QueryRowContext(ctx, recallStatement, change.IdempotencyKey).
		Scan(&hash, &answer.ProductID, &answer.Price.MinorUnits, &answer.Price.Currency,
			&answer.Stock, &answer.Version, &answer.UpdatedAt)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return catalog.Offer{}, errRace // purged since it was in the way
	case err != nil:
		return catalog.Offer{}, err
	case !bytes.Equal(hash, requestHash(change)):
		return catalog.Offer{}, catalog.ErrKeyReused
	}
	return answer, nil
}

// #endregion recall
