package mysqlstore

import (
	"context"
	"database/sql"
	"math/rand/v2"
	"sync"
	"time"
)

const (
	purgeEvery = 10 * time.Minute
	purgeBatch = 1000 // rows a statement: a large delete would hold its locks and delay the replicas
)

// Run does the store's housekeeping until ctx is done: the heartbeat, if there is a replica, and the purge of old
// idempotency keys. Its errors end nothing; what it could not do now it does later, and report gets the error.
func (s *Store) Run(ctx context.Context, report func(error)) {
	var loops sync.WaitGroup
	defer loops.Wait()
	if s.replica != nil {
		loops.Go(func() { every(ctx, beatEvery, s.beat, report) })
	}
	// Instances start together and need not purge together.
	loops.Go(func() { every(ctx, purgeEvery-rand.N(purgeEvery/4), s.purge, report) })
}

// #region every

// every calls work now and then each interval, until ctx is done.
func every(ctx context.Context, interval time.Duration, work func(context.Context) error, report func(error)) {
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	for {
		if err := work(ctx); err != nil && ctx.Err() == nil {
			report(err)
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return
		}
	}
}

// #endregion every

// purge forgets the idempotency keys that are past their lifetime.
func (s *Store) purge(ctx context.Context) error {
	before := s.now().Add(-keyLifetime)
	for {
		purged, err := purgeSome(ctx, s.primary.housekeeping, before)
		if err != nil || purged < purgeBatch {
			return classify(ctx, "purge idempotency keys", err)
		}
	}
}

const purgeStatement = "DELETE FROM idempotency_keys WHERE created_at < ? ORDER BY created_at LIMIT ?"

func purgeSome(ctx context.Context, db *sql.DB, before time.Time) (int64, error) {
	result, err := db.ExecContext(ctx, purgeStatement, before, purgeBatch)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}
