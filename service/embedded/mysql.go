package embedded

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	sqle "github.com/dolthub/go-mysql-server"
	"github.com/dolthub/go-mysql-server/memory"
	"github.com/dolthub/go-mysql-server/server"
	"github.com/dolthub/go-mysql-server/sql"
	"github.com/dolthub/go-mysql-server/sql/types"
	"github.com/sirupsen/logrus"
)

const database = "catalog"

// mysqlEngine is an in-memory MySQL that speaks the wire protocol.
type mysqlEngine struct {
	engine   *sqle.Engine
	server   *server.Server
	listener *trackingListener
	accept   sync.WaitGroup
}

func startMySQL(ctx context.Context) (*mysqlEngine, error) {
	prepareEngine()
	listener, err := listen(ctx)
	if err != nil {
		return nil, err
	}
	provider := memory.NewDBProvider(newDatabase())
	engine := sqle.New(newAnalyzer(provider), nil)
	turns := newTurns(memory.NewSessionBuilder(provider))
	config := server.Config{Protocol: "tcp", Address: listener.Addr().String(), Listener: listener}
	wire, err := server.NewServerWithHandler(config, engine, sql.NewContext, turns.buildSession, nil, turns.wrap)
	if err != nil {
		return nil, errors.Join(err, listener.Close(), engine.Close())
	}
	running := &mysqlEngine{engine: engine, server: wire, listener: listener}
	running.accept.Go(func() { _ = wire.Start() }) // it has no error to return
	return running, nil
}

func newDatabase() *memory.Database {
	db := memory.NewDatabase(database)
	db.EnablePrimaryKeyIndexes()
	return db
}

// prepareEngine sets what the engine keeps for the whole process: that it is silent (it logs every failed statement,
// which the client reports anyway), and that innodb_lock_wait_timeout can be set for a session as in MySQL. No
// statement ever waits for a row lock here, so the setting only has to be accepted.
var prepareEngine = sync.OnceFunc(func() {
	logrus.SetOutput(io.Discard)
	logrus.SetLevel(logrus.PanicLevel)
	sql.SystemVariables.AddSystemVariables([]sql.SystemVariable{&sql.MysqlSystemVariable{
		Name:    "innodb_lock_wait_timeout",
		Scope:   sql.GetMysqlScope(sql.SystemVariableScope_Both),
		Dynamic: true,
		Type:    types.NewSystemIntType("innodb_lock_wait_timeout", 1, 1<<30, false),
		Default: int64(50),
	}})
})

func (e *mysqlEngine) dsn() string {
	return fmt.Sprintf("root@tcp(%s)/%s", e.listener.Addr(), database)
}

func (e *mysqlEngine) close() {
	_ = e.server.Close() // closes the listener; its error has been dropped already
	e.accept.Wait()
	e.listener.closeConnections()
	e.server.SessionManager().WaitForClosedConnections()
	_ = e.engine.Close()
}
