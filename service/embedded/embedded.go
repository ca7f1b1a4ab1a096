// Package embedded runs stand-ins for MySQL and Redis inside the process, so that the service starts on a machine that
// has nothing but Go. They keep everything in memory and are for trying out and for tests, never for production.
package embedded

import (
	"context"
	"fmt"
)

// Engines are the running stand-ins.
type Engines struct {
	MySQLDSN  string // of an empty database, in the form of go-sql-driver/mysql
	RedisAddr string // host and port

	mysql *mysqlEngine
	redis *redisEngine
}

// Start starts both engines on free ports of the loopback interface. Other processes may connect as well; whoever can
// reach the port can read and write everything.
func Start(ctx context.Context) (*Engines, error) {
	mysql, err := startMySQL(ctx)
	if err != nil {
		return nil, fmt.Errorf("start embedded mysql: %w", err)
	}
	redis, err := startRedis()
	if err != nil {
		mysql.close()
		return nil, fmt.Errorf("start embedded redis: %w", err)
	}
	return &Engines{MySQLDSN: mysql.dsn(), RedisAddr: redis.addr(), mysql: mysql, redis: redis}, nil
}

// Close cuts every connection, stops the engines and forgets their data. It returns when nothing of them runs.
func (e *Engines) Close() {
	e.redis.close()
	e.mysql.close()
}
