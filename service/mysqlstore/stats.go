package mysqlstore

import (
	"database/sql"
	"time"
)

// Stats is a snapshot for metrics.
type Stats struct {
	Primary ServerStats
	Replica *ServerStats // nil when there is none

	// ReplicaLag is the most that the replica can be behind; it means nothing unless ReplicaLagKnown.
	ReplicaLag      time.Duration
	ReplicaLagKnown bool
}

// ServerStats are those of one server's calls. Housekeeping is not among them.
type ServerStats struct {
	InUse   int   // calls being served
	Waiting int   // calls waiting for their turn
	Shed    int64 // calls refused since the start
	Pool    sql.DBStats
}

// Stats returns the numbers of now.
func (s *Store) Stats() Stats {
	stats := Stats{Primary: s.primary.stats()}
	if s.replica != nil {
		replica := s.replica.stats()
		stats.Replica = &replica
		stats.ReplicaLag, stats.ReplicaLagKnown = s.lag.bound(s.config.Clock())
	}
	return stats
}

func (s *server) stats() ServerStats {
	return ServerStats{
		InUse:   len(s.gate.slots),
		Waiting: int(s.gate.waiting.Load()),
		Shed:    s.gate.shed.Load(),
		Pool:    s.db.Stats(),
	}
}
