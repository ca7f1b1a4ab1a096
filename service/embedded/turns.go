package embedded

import (
	"context"
	"strings"
	"sync"

	"github.com/dolthub/go-mysql-server/server"
	"github.com/dolthub/go-mysql-server/sql"
	"github.com/dolthub/vitess/go/mysql"
	"github.com/dolthub/vitess/go/sqltypes"
	querypb "github.com/dolthub/vitess/go/vt/proto/query"
)

// turns lets one connection at a time use the engine: for one statement, or from BEGIN to COMMIT, ROLLBACK or the end
// of the connection.
//
// The engine's memory tables need that. A transaction works on its own copy of the tables that it touches, and commit
// puts the copies back whole: of two that overlap, the later one would undo the earlier one. With turns there is no
// overlap, which is stricter than any isolation level.
type turns struct {
	mysql.Handler
	build server.SessionBuilder

	turn chan struct{} // full while somebody has the turn

	mu       sync.Mutex
	holder   uint32 // connection that has the turn; 0: none
	sessions map[uint32]sql.Session
}

func newTurns(build server.SessionBuilder) *turns {
	return &turns{build: build, turn: make(chan struct{}, 1), sessions: make(map[uint32]sql.Session)}
}

func (t *turns) wrap(inner mysql.Handler) (mysql.Handler, error) {
	t.Handler = inner
	return t, nil
}

// buildSession keeps the session, for only it knows whether its connection is inside a transaction.
func (t *turns) buildSession(ctx context.Context, c *mysql.Conn, addr string) (sql.Session, error) {
	session, err := t.build(ctx, c, addr)
	if err != nil {
		return nil, err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.sessions[c.ConnectionID] = session
	return session, nil
}

// take waits for the turn, unless the connection has it from an earlier statement.
func (t *turns) take(c *mysql.Conn) {
	if t.has(c) {
		return
	}
	t.turn <- struct{}{}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.holder = c.ConnectionID
}

func (t *turns) has(c *mysql.Conn) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.holder == c.ConnectionID
}

// pass gives the turn to the next connection, unless this one is inside a transaction.
func (t *turns) pass(c *mysql.Conn) {
	t.mu.Lock()
	defer t.mu.Unlock()
	session, open := t.sessions[c.ConnectionID]
	if open && session.GetIgnoreAutoCommit() { // set by BEGIN, unset by COMMIT and ROLLBACK
		return
	}
	t.holder = 0
	<-t.turn
}

// ConnectionClosed drops the session and with it the work of an open transaction, then passes the turn on.
func (t *turns) ConnectionClosed(c *mysql.Conn) {
	t.take(c)
	defer t.pass(c)
	t.Handler.ConnectionClosed(c)
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.sessions, c.ConnectionID)
}

// ComQuery runs a statement sent as text. GET_LOCK must not wait with the turn: the connection that it waits for
// needs the turn to go on. It touches no table.
func (t *turns) ComQuery(ctx context.Context, c *mysql.Conn, query string, callback mysql.ResultSpoolFn) error {
	if !strings.HasPrefix(query, "SELECT GET_LOCK(") {
		t.take(c)
		defer t.pass(c)
	}
	return t.Handler.ComQuery(ctx, c, query, callback)
}

// ComMultiQuery runs the first of several statements.
func (t *turns) ComMultiQuery(ctx context.Context, c *mysql.Conn, query string, callback mysql.ResultSpoolFn) (string, error) {
	t.take(c)
	defer t.pass(c)
	return t.Handler.ComMultiQuery(ctx, c, query, callback)
}

// ComPrepare prepares a statement.
func (t *turns) ComPrepare(ctx context.Context, c *mysql.Conn, query string, prepare *mysql.PrepareData) ([]*querypb.Field, error) {
	t.take(c)
	defer t.pass(c)
	return t.Handler.ComPrepare(ctx, c, query, prepare)
}

// ComStmtExecute runs a prepared statement.
func (t *turns) ComStmtExecute(ctx context.Context, c *mysql.Conn, prepare *mysql.PrepareData, callback func(*sqltypes.Result) error) error {
	t.take(c)
	defer t.pass(c)
	return t.Handler.ComStmtExecute(ctx, c, prepare, callback)
}

// ComResetConnection ends the session and starts another.
func (t *turns) ComResetConnection(c *mysql.Conn) error {
	t.take(c)
	defer t.pass(c)
	return t.Handler.ComResetConnection(c)
}
