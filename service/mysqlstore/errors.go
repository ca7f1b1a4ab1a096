package mysqlstore

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"slices"

	"github.com/go-sql-driver/mysql"

	"example.com/shop/catalog"
)

// The server's error numbers that the store acts upon.
const (
	duplicateKey    = 1062
	lockWaitTimeout = 1205
	deadlock        = 1213
)

// outages are the numbers with which a server says that it cannot serve now, not that the statement is wrong.
var outages = []uint16{
	1040, // too many connections
	1053, // shutting down
	1129, // host blocked after too many broken connections
	1158, // network: read error
	1159, // network: read timeout
	1160, // network: write error
	1161, // network: write timeout
	1203, // user has too many connections
	1226, // user is over a limit
	1290, // read-only: a primary that no longer is one
	1317, // statement was killed
	1792, // read-only transaction
	1836, // read-only mode
	1927, // connection was killed (MariaDB)
	1969, // statement took too long (MariaDB)
	3024, // statement took too long (MySQL)
	lockWaitTimeout,
	deadlock, // again and again: retries are spent
}

// brokenConn are the errors of a connection that broke or could not be opened, apart from those of package net.
var brokenConn = []error{
	driver.ErrBadConn, mysql.ErrInvalidConn, mysql.ErrMalformPkt, mysql.ErrPktSync, mysql.ErrPktSyncMul,
	sql.ErrConnDone, io.EOF, io.ErrUnexpectedEOF,
}

// #region classify

// classify makes err one of the kinds that the contract names, with operation in front and the cause inside. Every
// error leaves the store through it.
func classify(ctx context.Context, operation string, err error) error {
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil && !isAnswer(err):
		// The driver reports an ended context in several ways, some as a broken connection: it broke it.
		return fmt.Errorf("%s: %w", operation, ctx.Err())
	case isOutage(err):
		return fmt.Errorf("%s: %w: %w", operation, catalog.ErrUnavailable, err)
	default:
		return fmt.Errorf("%s: %w", operation, err)
	}
}

// #endregion classify

// isAnswer reports whether err is the store's own answer, which stays true when the context has ended since.
func isAnswer(err error) bool {
	_, isConflict := errors.AsType[*catalog.VersionConflictError](err)
	return isConflict || errors.Is(err, catalog.ErrNotFound) ||
		errors.Is(err, catalog.ErrCurrency) || errors.Is(err, catalog.ErrKeyReused)
}

func isOutage(err error) bool {
	if reported, ok := errors.AsType[*mysql.MySQLError](err); ok {
		return slices.Contains(outages, reported.Number)
	}
	var network net.Error
	return errors.As(err, &network) ||
		slices.ContainsFunc(brokenConn, func(broken error) bool { return errors.Is(err, broken) })
}

func hasNumber(err error, number uint16) bool {
	var reported *mysql.MySQLError
	return errors.As(err, &reported) && reported.Number == number
}
