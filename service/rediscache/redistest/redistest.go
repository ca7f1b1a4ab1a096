// Package redistest gives tests a Redis of their own, and ways to break it.
package redistest

import (
	"context"
	"fmt"
	"net"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/alicebob/miniredis/v2"
	"github.com/redis/go-redis/v9"

	"example.com/shop/rediscache"
)

// Variable names the environment variable with the address of a real Redis. Without it, tests run on an imitation in
// their own process, so that they need nothing else on a bare machine.
const Variable = "CATALOG_TEST_REDIS_ADDR"

// Address returns the address of a Redis. One that is asked for and not there fails the test: a test that silently
// runs on less than it was told to proves less than it seems to.
func Address(t testing.TB) string {
	t.Helper()
	address := os.Getenv(Variable)
	if address == "" {
		return miniredis.RunT(t).Addr()
	}
	conn, err := net.DialTimeout("tcp", address, 2*time.Second)
	if err != nil {
		t.Fatalf("%s: %v", Variable, err)
	}
	conn.Close()
	return address
}

// Quiet keeps go-redis from printing every connection that tests cut.
func Quiet() { redis.SetLogger(quiet{}) }

type quiet struct{}

func (quiet) Printf(context.Context, string, ...any) {}

// Prefix returns a prefix for keys that no other test has.
func Prefix(t testing.TB) string {
	return fmt.Sprintf("%s:%d:", strings.ReplaceAll(t.Name(), "/", ":"), time.Now().UnixNano())
}

// Open returns a client that the test owns. The zero timeout here means 5 s, because a machine that runs other things
// too may be slow without being broken; tests of the timeout set their own.
func Open(t testing.TB, address string, o rediscache.ClientOptions) *rediscache.Client {
	t.Helper()
	if o.Timeout == 0 {
		o.Timeout = 5 * time.Second
	}
	if o.KeyPrefix == "" {
		o.KeyPrefix = Prefix(t)
	}
	client, err := rediscache.Open(address, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { client.Close() })
	sweep(t, o.KeyPrefix)
	return client
}

// sweep removes the test's keys in the end: a real Redis outlives it.
func sweep(t testing.TB, prefix string) {
	address := os.Getenv(Variable)
	if address == "" {
		return
	}
	t.Cleanup(func() {
		r := redis.NewClient(&redis.Options{Addr: address})
		defer r.Close()
		ctx := context.Background() // the test's own has ended
		for keys := r.Scan(ctx, 0, prefix+"*", 1000).Iterator(); keys.Next(ctx); {
			r.Del(ctx, keys.Val())
		}
	})
}
