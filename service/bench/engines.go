package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/go-sql-driver/mysql"
)

// engines are a database and a Redis that nobody else uses.
type engines struct {
	db   *sql.DB  // nil with embedded engines
	env  []string // tells the service
	stop func()
}

// startEngines makes a database on the MySQL server and starts a Redis. Without a MySQL server the service brings its
// own engines.
func (b *bench) startEngines(ctx context.Context) (*engines, error) {
	if b.mysql == "" {
		return &engines{stop: func() {}}, nil
	}
	redisAddr, stopRedis, err := b.startRedis(ctx)
	if err != nil {
		return nil, err
	}
	dsn, db, drop, err := b.createDatabase(ctx)
	if err != nil {
		stopRedis()
		return nil, err
	}
	return &engines{
		db: db,
		env: []string{
			"CATALOG_MYSQL_DSN=" + dsn,
			"CATALOG_REDIS_ADDR=" + redisAddr,
			"CATALOG_PAGE_TOKEN_KEY=" + strings.Repeat("be", 32), // it protects nothing here
		},
		stop: func() { drop(); stopRedis() },
	}, nil
}

func (b *bench) createDatabase(ctx context.Context) (dsn string, db *sql.DB, drop func(), err error) {
	config, err := mysql.ParseDSN(b.mysql)
	if err != nil {
		return "", nil, nil, fmt.Errorf("parse -mysql: %w", err)
	}
	server, err := sql.Open("mysql", config.FormatDSN())
	if err != nil {
		return "", nil, nil, fmt.Errorf("open MySQL: %w", err)
	}
	config.DBName = fmt.Sprintf("catalog_bench_%d", os.Getpid())
	if _, err := server.ExecContext(ctx, "CREATE DATABASE "+config.DBName); err != nil {
		return "", nil, nil, errors.Join(fmt.Errorf("create database: %w", err), server.Close())
	}
	dsn = config.FormatDSN()
	db, err = sql.Open("mysql", dsn)
	if err != nil {
		return "", nil, nil, errors.Join(fmt.Errorf("open MySQL: %w", err), server.Close())
	}
	return dsn, db, func() {
		_ = db.Close()
		// Not with ctx: the database goes also when the bench is interrupted.
		if _, err := server.ExecContext(context.WithoutCancel(ctx), "DROP DATABASE "+config.DBName); err != nil {
			fmt.Fprintln(os.Stderr, "drop database:", err)
		}
		_ = server.Close()
	}, nil
}

// startRedis starts one that keeps nothing, on a free port.
func (b *bench) startRedis(ctx context.Context) (addr string, stop func(), err error) {
	addr, err = freeAddr(ctx)
	if err != nil {
		return "", nil, fmt.Errorf("start redis: %w", err)
	}
	_, port, _ := net.SplitHostPort(addr)
	ctx, cancel := context.WithCancel(ctx)
	cmd := exec.CommandContext(ctx, "redis-server", "--bind", "127.0.0.1", "--port", port,
		"--save", "", "--appendonly", "no", "--dir", b.dir, "--logfile", filepath.Join(b.dir, "redis.log"))
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = 10 * time.Second
	if err := cmd.Start(); err != nil {
		cancel()
		return "", nil, fmt.Errorf("start redis: %w", err)
	}
	ended := make(chan struct{})
	go func() { defer close(ended); _ = cmd.Wait() }()
	stop = func() { cancel(); <-ended }
	if err := awaitPort(ctx, addr); err != nil {
		stop()
		return "", nil, fmt.Errorf("start redis: %w", err)
	}
	return addr, stop, nil
}

// freeAddr asks the system for a port and gives it back; in between somebody else could take it, and would be seen.
func freeAddr(ctx context.Context) (string, error) {
	var listen net.ListenConfig
	lis, err := listen.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return lis.Addr().String(), lis.Close()
}

func awaitPort(ctx context.Context, addr string) error {
	var dialer net.Dialer
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		conn, err := dialer.DialContext(ctx, "tcp", addr)
		if err == nil {
			return conn.Close()
		}
		if time.Now().After(deadline) {
			return err
		}
	}
}
