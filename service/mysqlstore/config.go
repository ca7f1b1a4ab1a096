package mysqlstore

import (
	"cmp"
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"maps"
	"strconv"
	"time"

	"github.com/XSAM/otelsql"
	"github.com/go-sql-driver/mysql"
	"go.opentelemetry.io/otel/trace"
)

// Config says where the database is and how much is asked of it. Only DSN is needed.
type Config struct {
	// DSN names the primary, as go-sql-driver/mysql writes it: user:password@tcp(host:3306)/database. What the store
	// depends on (UTC, strict mode, charset) is set regardless of what the DSN says; timeouts and TLS are the DSN's.
	DSN string

	// ReplicaDSN names a replica that may serve reads. Empty: the primary serves all.
	ReplicaDSN string

	// MaxOpenConns is how many calls a server serves at once, and so the size of the pool. 16 by default: a server
	// does about two statements at a time for each of its cores, and more only take turns while each holds memory and
	// locks for longer. What counts is the sum over all instances.
	MaxOpenConns int

	// MaxWait is how long a call waits for its turn before it is refused. 50 ms by default: whoever waits longer has
	// joined a queue that grows, and an early no leaves time to do something else.
	MaxWait time.Duration

	// MaxQueue is how many calls may wait at once; 256 by default. It bounds memory, where MaxWait bounds time.
	MaxQueue int

	// MaxLag is how far behind a replica may be for products and listings, 5 s by default. MaxCriticalLag is that for
	// offers, which must be right within 1 s of a change: 500 ms by default.
	MaxLag         time.Duration
	MaxCriticalLag time.Duration

	// Clock is time.Now by default.
	Clock func() time.Time
}

func (c Config) withDefaults() Config {
	c.MaxOpenConns = cmp.Or(c.MaxOpenConns, 16)
	c.MaxWait = cmp.Or(c.MaxWait, 50*time.Millisecond)
	c.MaxQueue = cmp.Or(c.MaxQueue, 256)
	c.MaxLag = cmp.Or(c.MaxLag, 5*time.Second)
	c.MaxCriticalLag = cmp.Or(c.MaxCriticalLag, 500*time.Millisecond)
	if c.Clock == nil {
		c.Clock = time.Now
	}
	return c
}

// timeouts bound each step of a connection, for the steps that have no context: the driver's commit, and the network
// of a server that vanished without a word. session is the server's for a client that did so.
type timeouts struct {
	dial, read, write, session time.Duration
}

// sessionTimeout is how long the server waits for the next statement before it ends the session and frees its locks.
// Transactions here pause for milliseconds, and while the outbox is published at most for the timeouts of that.
const sessionTimeout = 30 * time.Second

// maxIdle is how long a connection stays in the pool unused: well below sessionTimeout, or the pool would hand out
// connections that the server has ended.
const maxIdle = sessionTimeout / 2

var (
	callTimeouts = timeouts{
		dial: time.Second, read: 3 * time.Second, write: 3 * time.Second, session: sessionTimeout,
	}
	// A change of schema says nothing until it is done, and the session that holds the lock says nothing meanwhile.
	migrationTimeouts = timeouts{dial: 5 * time.Second, write: 5 * time.Second}
)

// errBadDSN stands for the parser's own error, which quotes parts of the DSN, and a DSN holds a password.
var errBadDSN = errors.New("DSN is not of the form user:password@tcp(host:port)/database?parameter=value")

// newConnector prepares connections to the server of dsn, set as the store's statements need them.
func newConnector(dsn string, limits timeouts) (driver.Connector, error) {
	config, err := mysql.ParseDSN(dsn)
	if err != nil || config.DBName == "" {
		return nil, errBadDSN
	}
	config.Timeout = cmp.Or(config.Timeout, limits.dial)
	config.ReadTimeout = cmp.Or(config.ReadTimeout, limits.read)
	config.WriteTimeout = cmp.Or(config.WriteTimeout, limits.write)
	config.ParseTime, config.Loc = true, time.UTC
	// Arguments are put into the statement here, escaped, which makes a statement one round trip instead of two
	// (prepare, execute). The driver knows how to escape because the charset is one in which a quote is never the
	// second byte of a character.
	config.InterpolateParams = true
	config.MultiStatements = false
	// After a failover a pooled connection may lead to the old primary, read-only now: leave it and connect again.
	config.RejectReadOnly = true
	config.Logger = &mysql.NopLogger{} // whatever it would log is also returned as an error
	if err := config.Apply(mysql.Charset("utf8mb4", "utf8mb4_bin")); err != nil {
		return nil, errBadDSN
	}
	config.Params = sessionParams(config.Params, limits.session)
	return mysql.NewConnector(config)
}

// sessionParams adds the server's session variables to those of the DSN, and overrides them.
func sessionParams(given map[string]string, timeout time.Duration) map[string]string {
	params := maps.Clone(given)
	if params == nil {
		params = make(map[string]string)
	}
	params["time_zone"] = "'+00:00'"
	params["sql_mode"] = "'TRADITIONAL'" // an error where the server would otherwise cut or round a value
	// Seconds, and the least there is: a row here is locked for milliseconds. It also ends the wait of a statement
	// whose caller has given up. The driver then closes the connection, which the server notices only after the wait.
	params["innodb_lock_wait_timeout"] = "1"
	if timeout > 0 {
		params["wait_timeout"] = strconv.Itoa(int(timeout.Seconds()))
	}
	return params
}

// #region pool

// openPool opens a pool of size connections. All may stay idle, for maxIdle: with fewer, a pool that breathes closes
// and dials connections all the time. They live for 5 min, so that they move to new servers behind the same name, and
// end before a firewall ends them unseen.
func openPool(dsn string, size int) (*sql.DB, error) {
	connector, err := newConnector(dsn, callTimeouts)
	if err != nil {
		return nil, err
	}
	db := otelsql.OpenDB(connector, otelsql.WithSpanOptions(otelsql.SpanOptions{
		OmitConnResetSession: true, OmitRows: true, OmitConnPrepare: true, DisableErrSkip: true, SpanFilter: insideTrace,
	}))
	db.SetMaxOpenConns(size)
	db.SetMaxIdleConns(size)
	db.SetConnMaxIdleTime(maxIdle)
	db.SetConnMaxLifetime(5 * time.Minute)
	return db, nil
}

// #endregion pool

// insideTrace keeps the heartbeat from starting ten traces a second.
func insideTrace(ctx context.Context, _ otelsql.Method, _ string, _ []driver.NamedValue) bool {
	return trace.SpanContextFromContext(ctx).IsValid()
}
