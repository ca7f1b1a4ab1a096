// Package mysqlstore keeps products and offers in MySQL (8, or MariaDB from 10.11): the truth that every cache copies.
package mysqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/go-sql-driver/mysql"

	"example.com/shop/catalog"
)

// Store is the catalogue in a database. It implements [catalog.Lister], [catalog.Writer] and [catalog.Outbox]; its
// Products and Offers are each a [catalog.Source].
type Store struct {
	config  Config
	primary *server
	replica *server // nil: there is none
	lag     lag
}

const (
	primaryHousekeeping = 4 // connections for the heartbeat, the outbox, the purge and Ping
	replicaHousekeeping = 1 // for the heartbeat
)

// server is a database server with the number of calls it is meant to serve at once. Each has its own gate: a replica
// that hangs takes no slots of the primary.
type server struct {
	db   *sql.DB
	gate *gate

	// housekeeping has a few connections of its own, so that a flood of calls cannot delay the heartbeat: replicas
	// would look late and their reads would fall on the primary, at the worst moment.
	housekeeping *sql.DB
}

// Open opens the store. It fails when the configuration is wrong, as far as the server can be asked. A server that is
// down is no error: an instance that starts during an outage can still serve what the shared cache holds.
func Open(ctx context.Context, config Config) (*Store, error) {
	store, err := open(config.withDefaults())
	if err != nil {
		return nil, fmt.Errorf("open store: %w", err)
	}
	if err := store.Ping(ctx); isMisconfigured(err) {
		store.Close()
		return nil, fmt.Errorf("open store: %w", err)
	}
	return store, nil
}

func open(config Config) (_ *Store, err error) {
	store := &Store{config: config}
	defer func() {
		if err != nil {
			store.Close()
		}
	}()
	if store.primary, err = openServer(config.DSN, config, primaryHousekeeping); err != nil {
		return nil, fmt.Errorf("primary: %w", err)
	}
	if config.ReplicaDSN == "" {
		return store, nil
	}
	if store.replica, err = openServer(config.ReplicaDSN, config, replicaHousekeeping); err != nil {
		return nil, fmt.Errorf("replica: %w", err)
	}
	return store, nil
}

func openServer(dsn string, config Config, housekeepingConns int) (*server, error) {
	db, err := openPool(dsn, config.MaxOpenConns)
	if err != nil {
		return nil, err
	}
	housekeeping, err := openPool(dsn, housekeepingConns)
	if err != nil {
		_ = db.Close() // it has not connected yet
		return nil, err
	}
	return &server{db: db, gate: newGate(config), housekeeping: housekeeping}, nil
}

// isMisconfigured reports whether the server is up and has refused the DSN's user or database.
func isMisconfigured(err error) bool {
	var reported *mysql.MySQLError
	return errors.As(err, &reported) && !isOutage(err)
}

// Close closes every connection. Calls still under way end with an error.
func (s *Store) Close() {
	for _, srv := range []*server{s.primary, s.replica} {
		if srv != nil {
			_ = srv.db.Close() // a connection that does not close cleanly is closed all the same
			_ = srv.housekeeping.Close()
		}
	}
}

// Ping reports whether the primary answers. It does not queue with the calls: an overloaded store is not a broken one.
func (s *Store) Ping(ctx context.Context) error {
	return classify(ctx, "ping database", s.primary.housekeeping.PingContext(ctx))
}

// now is the time that is written into records: in UTC and as exact as a column keeps it, so that an answer equals
// what is read later. MariaDB also looks nothing more exact up in an index.
func (s *Store) now() time.Time {
	return s.config.Clock().UTC().Truncate(time.Microsecond)
}

// #region isolation

// readCommitted is the isolation of every transaction here. The default, repeatable read, also locks the gaps between
// the rows that it looks at: a drain of the outbox would hold up every update that adds to it.
var readCommitted = &sql.TxOptions{Isolation: sql.LevelReadCommitted}

// #endregion isolation

var (
	_ catalog.Lister = (*Store)(nil)
	_ catalog.Writer = (*Store)(nil)
	_ catalog.Outbox = (*Store)(nil)
)
