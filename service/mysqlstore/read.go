package mysqlstore

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"example.com/shop/catalog"
)

// read runs query on the replica if that is at most maxLag behind, and on the primary otherwise. A replica that fails
// is left at once; one that is merely full is not, for the primary would be next.
func (s *Store) read(ctx context.Context, operation string, maxLag time.Duration, query func(*sql.DB) error) error {
	if s.replica != nil && s.lag.within(maxLag, s.config.Clock()) {
		err := s.replica.run(ctx, operation, query)
		if !errors.Is(err, catalog.ErrUnavailable) {
			return err
		}
		s.lag.forget()
	}
	return s.primary.run(ctx, operation, query)
}

// run lets query through the server's gate.
func (s *server) run(ctx context.Context, operation string, query func(*sql.DB) error) error {
	if err := s.gate.enter(ctx); err != nil {
		return classify(ctx, operation, err)
	}
	defer s.gate.leave()
	return classify(ctx, operation, query(s.db))
}

// scanAll calls scan for each row and closes rows.
func scanAll(rows *sql.Rows, scan func() error) error {
	defer rows.Close() // Err tells what Close could
	for rows.Next() {
		if err := scan(); err != nil {
			return err
		}
	}
	return rows.Err()
}
