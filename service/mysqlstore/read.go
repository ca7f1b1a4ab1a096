package mysqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"example.com/shop/catalog"
)

// replicaPatience is how long a replica may take for a read. It has many times what any read takes.
const replicaPatience = 200 * time.Millisecond

var errSilent = fmt.Errorf("%w: the replica does not answer", catalog.ErrUnavailable)

// request asks a server within ctx.
type request func(ctx context.Context, db *sql.DB) error

// #region read-within-lag

// read runs ask on the replica if that is at most maxLag behind, and on the primary otherwise. A replica that fails is
// left at once, and one that is silent while there is time for the primary; one that is merely full is not, for the
// primary would be next.
func (s *Store) read(ctx context.Context, operation string, maxLag time.Duration, ask request) error {
	if s.replica != nil && s.lag.within(maxLag, s.config.Clock()) {
		err := s.replica.run(ctx, operation, ask.impatient)
		if !errors.Is(err, catalog.ErrUnavailable) {
			return err
		}
		s.lag.forget()
	}
	return s.primary.run(ctx, operation, ask)
}

// #endregion read-within-lag

// impatient asks for replicaPatience, and for no more than half of what ctx has left.
func (ask request) impatient(ctx context.Context, db *sql.DB) error {
	patience := replicaPatience
	if deadline, ok := ctx.Deadline(); ok {
		patience = min(patience, time.Until(deadline)/2)
	}
	attempt, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	err := ask(attempt, db)
	if err != nil && attempt.Err() != nil && ctx.Err() == nil {
		return errSilent
	}
	return err
}

// run lets ask through the server's gate.
func (s *server) run(ctx context.Context, operation string, ask request) error {
	if err := s.gate.enter(ctx); err != nil {
		return classify(ctx, operation, err)
	}
	defer s.gate.leave()
	return classify(ctx, operation, ask(ctx, s.db))
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
