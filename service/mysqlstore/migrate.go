package mysqlstore

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Migrate brings the database that dsn names to this version's schema. Any number of instances may call it at once:
// one migrates and the others wait for it. It only goes forward; an older version of the program must be able to work
// with a newer schema, or it could not be rolled back.
func Migrate(ctx context.Context, dsn string) error {
	connector, err := newConnector(dsn, migrationTimeouts)
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	db := sql.OpenDB(connector)
	defer db.Close() // frees the lock; there is nothing left to lose
	return classify(ctx, "migrate", up(ctx, db))
}

// up migrates while it holds the schema lock. The lock is taken here and not by goose, which looks at its own table
// before it locks, and another instance may be just creating that.
func up(ctx context.Context, db *sql.DB) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close() // gives it back to db
	if err := lockSchema(ctx, conn); err != nil {
		return err
	}
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectMySQL, db, files,
		goose.WithLogger(goose.NopLogger()), goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}

// lockPatience is longer than any migration should take while others wait; the context usually ends earlier.
const lockPatience = 300 // seconds

var errLockTaken = errors.New("another instance holds the schema lock")

// #region lock-schema

// lockSchema waits until no other session changes this database's schema. The lock is the session's: the server frees
// it when the connection ends, however it ends, and no crash leaves it taken. Names of locks are those of the whole
// server and have at most 64 characters.
func lockSchema(ctx context.Context, conn *sql.Conn) error {
	var got sql.NullInt64
	row := conn.QueryRowContext(ctx, "SELECT GET_LOCK(CONCAT('schema:', LEFT(DATABASE(), 50)), ?)", lockPatience)
	if err := row.Scan(&got); err != nil {
		return err
	}
	if got.Int64 != 1 {
		return errLockTaken
	}
	return nil
}

// #endregion lock-schema
