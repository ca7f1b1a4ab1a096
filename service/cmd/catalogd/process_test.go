package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/go-sql-driver/mysql"
	"go.uber.org/goleak"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"example.com/shop/embedded"
	catalogv1 "example.com/shop/gen/shop/catalog/v1"
)

// runAsService makes the test's own binary behave as catalogd, so that tests start real processes, race detector
// included, without building anything.
const runAsService = "CATALOGD_TEST_RUN"

func TestMain(m *testing.M) {
	if os.Getenv(runAsService) != "" {
		main()
		return
	}
	// A stage of the tests' proxy waits for ever to hand on what it has read when the stage after it has cut the
	// connection.
	goleak.VerifyTestMain(m,
		goleak.IgnoreAnyFunction("github.com/Shopify/toxiproxy/v2/toxics.(*NoopToxic).Pipe"),
		goleak.IgnoreAnyFunction("github.com/Shopify/toxiproxy/v2/toxics.(*LatencyToxic).Pipe"))
}

// engines are what the processes of one test share: real ones where the environment names them, else embedded.
type engines struct {
	dsn, redis string
	prefix     string
	products   int
}

func startEngines(t *testing.T, products int) engines {
	t.Helper()
	e := engines{prefix: "test-" + randomHex(t, 6) + ":", products: products}
	dsn, redis := os.Getenv("CATALOG_TEST_MYSQL_DSN"), os.Getenv("CATALOG_TEST_REDIS_ADDR")
	if dsn != "" && redis != "" {
		e.dsn, e.redis = createDatabase(t, dsn), redis
		return e
	}
	inside, err := embedded.Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(inside.Close)
	e.dsn, e.redis = inside.MySQLDSN, inside.RedisAddr
	return e
}

func createDatabase(t *testing.T, dsn string) string {
	t.Helper()
	config, err := mysql.ParseDSN(dsn)
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("mysql", dsn)
	if err != nil {
		t.Fatal(err)
	}
	name := "catalog_test_" + randomHex(t, 6)
	if _, err := db.ExecContext(t.Context(), "CREATE DATABASE "+name); err != nil {
		t.Fatalf("CATALOG_TEST_MYSQL_DSN is set, and its server must answer: %v", err)
	}
	t.Cleanup(func() {
		_, _ = db.ExecContext(context.WithoutCancel(t.Context()), "DROP DATABASE "+name)
		_ = db.Close()
	})
	config.DBName = name
	return config.FormatDSN()
}

func randomHex(t *testing.T, n int) string {
	t.Helper()
	b := make([]byte, n)
	if _, err := rand.Read(b); err != nil {
		t.Fatal(err)
	}
	return hex.EncodeToString(b)
}

// process is one running instance.
type process struct {
	cmd         *exec.Cmd
	grpc, admin string
	done        chan struct{}
}

// start runs an instance and waits until it listens.
func (e engines) start(t *testing.T, flags ...string) *process {
	t.Helper()
	args := append([]string{
		"-grpc-addr=127.0.0.1:0", "-admin-addr=127.0.0.1:0", "-migrate", fmt.Sprint("-seed=", e.products),
		"-redis-prefix=" + e.prefix, "-rate-limit=0",
	}, flags...)
	cmd := exec.CommandContext(context.WithoutCancel(t.Context()), os.Args[0], args...)
	cmd.Env = append(os.Environ(), runAsService+"=1",
		"CATALOG_MYSQL_DSN="+e.dsn, "CATALOG_REDIS_ADDR="+e.redis, "CATALOG_PAGE_TOKEN_KEY="+strings.Repeat("ab", 32))
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	p := &process{cmd: cmd, done: make(chan struct{})}
	listening := make(chan error, 1)
	go p.follow(bufio.NewScanner(stderr), listening)
	t.Cleanup(p.kill)
	if err := <-listening; err != nil {
		t.Fatalf("catalogd did not start: %v", err)
	}
	return p
}

// follow reads the log to its end; the line "listening" has the addresses.
func (p *process) follow(lines *bufio.Scanner, listening chan<- error) {
	defer close(p.done)
	var tail []string
	for lines.Scan() {
		var line struct{ Msg, GRPC, Admin string }
		if json.Unmarshal(lines.Bytes(), &line) == nil && line.Msg == "listening" {
			p.grpc, p.admin = line.GRPC, line.Admin
			listening <- nil
		}
		if len(tail) < 50 {
			tail = append(tail, lines.Text())
		}
	}
	_ = p.cmd.Wait()
	if p.grpc == "" {
		listening <- fmt.Errorf("%s", strings.Join(tail, "\n"))
	}
}

// kill ends the process at once, as a machine that fails does.
func (p *process) kill() {
	_ = p.cmd.Process.Kill()
	<-p.done
}

// terminate asks the process to stop and waits until it did.
func (p *process) terminate(t *testing.T) {
	t.Helper()
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	<-p.done
	if code := p.cmd.ProcessState.ExitCode(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// #region dial

func dial(t *testing.T, target string, options ...grpc.DialOption) catalogv1.CatalogServiceClient {
	t.Helper()
	options = append(options, grpc.WithTransportCredentials(insecure.NewCredentials()))
	conn, err := grpc.NewClient(target, options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return catalogv1.NewCatalogServiceClient(conn)
}

// #endregion dial

// serviceConfig is the file that the README gives to clients.
func serviceConfig(t *testing.T) grpc.DialOption {
	t.Helper()
	config, err := os.ReadFile(filepath.Join("..", "..", "proto", "shop", "catalog", "v1", "service_config.json"))
	if err != nil {
		t.Fatal(err)
	}
	return grpc.WithDefaultServiceConfig(string(config))
}

// eventually polls until ok, and fails after a time that only a broken promise takes.
func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for tick := time.NewTicker(5 * time.Millisecond); !ok(); {
		select {
		case <-ctx.Done():
			tick.Stop()
			t.Fatalf("%s: not within 20 s", what)
		case <-tick.C:
		}
	}
}
