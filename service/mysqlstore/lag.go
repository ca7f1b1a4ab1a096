package mysqlstore

import (
	"context"
	"database/sql"
	"sync"
	"time"
)

// beatEvery is how often the heartbeat is written and read. A beat may be that old when it is read, and the reading
// that old when it is used: what is left of Config.MaxCriticalLag is for the replica.
const beatEvery = 100 * time.Millisecond

const (
	readBeatStatement  = "SELECT beat_at FROM heartbeat WHERE id = 1"
	writeBeatStatement = "UPDATE heartbeat SET beat_at = ? WHERE id = 1 AND beat_at < ?"
)

// lag knows how far behind the replica is at most.
//
// It comes from a heartbeat: the primary's time is written into a row, and the row is read on the replica. What the
// server itself reports (Seconds_Behind_Source) is not that. It compares clocks with the event being applied, and so
// it reads 0 when the receiver is behind or cut off and there is no event to apply.
type lag struct {
	mu       sync.Mutex
	known    bool
	atBeat   time.Duration // the primary's time less the beat that the replica had
	measured time.Time     // when the primary's time was asked for
}

// #region within

// bound returns the most that the replica can be behind now: it grows until the next measurement.
func (l *lag) bound(now time.Time) (time.Duration, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.atBeat + now.Sub(l.measured), l.known
}

// within reports whether the replica is at most limit behind. What is unknown is too much.
func (l *lag) within(limit time.Duration, now time.Time) bool {
	bound, known := l.bound(now)
	return known && bound <= limit
}

// #endregion within

func (l *lag) learn(atBeat time.Duration, measured time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.known, l.atBeat, l.measured = true, atBeat, measured
}

func (l *lag) forget() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.known = false
}

// beat writes the primary's time and measures how far behind the replica is.
func (s *Store) beat(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	asked := s.config.Clock()
	now, err := writeBeat(ctx, s.primary.housekeeping)
	if err != nil {
		s.lag.forget()
		return classify(ctx, "write heartbeat", err)
	}
	seen, err := readBeat(ctx, s.replica.housekeeping)
	if err != nil {
		s.lag.forget()
		return classify(ctx, "read heartbeat", err)
	}
	s.lag.learn(max(0, now.Sub(seen)), asked)
	return nil
}

func readBeat(ctx context.Context, db *sql.DB) (seen time.Time, err error) {
	err = db.QueryRowContext(ctx, readBeatStatement).Scan(&seen)
	return seen, err
}

// writeBeat returns the primary's time, which it has written unless another instance just did: the row is shared, and
// the more instances there are the less each needs to write.
func writeBeat(ctx context.Context, db *sql.DB) (time.Time, error) {
	var now time.Time
	if err := db.QueryRowContext(ctx, "SELECT UTC_TIMESTAMP(6)").Scan(&now); err != nil {
		return time.Time{}, err
	}
	_, err := db.ExecContext(ctx, writeBeatStatement, now, now.Add(-beatEvery/2))
	return now, err
}
