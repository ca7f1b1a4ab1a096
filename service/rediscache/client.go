// Package rediscache is the cache that all instances share, in Redis, and the feed that tells them of changed offers.
//
// It is made for one Redis primary (with replicas for failover): a catalogue of some million products fits into the
// memory of one, and one MGET and one script then serve a batch in one round trip each. Redis Cluster wants the keys
// of a command in one slot; there, both would have to become pipelines of one command a key.
package rediscache

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"strings"
	"sync/atomic"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/maintnotifications"
	"github.com/sony/gobreaker/v2"
)

// ClientOptions configures a [Client]. Zero values mean the defaults.
type ClientOptions struct {
	// Timeout bounds every cache command, waiting for a connection included. It is what a Redis in trouble may add
	// to a call. Default: 30 ms.
	Timeout time.Duration

	// FailuresToOpen is how many commands in a row must fail before Redis is left alone. Default: 5.
	FailuresToOpen uint32

	// OpenFor is how long Redis is left alone before one command tries again. Default: 1 s.
	OpenFor time.Duration

	// PoolSize is the most connections. Default: go-redis's, 10 for each CPU.
	PoolSize int

	// KeyPrefix separates the keys of deployments, or tests, that share a Redis.
	KeyPrefix string

	// TLS is used for addresses without a scheme, and instead of what a rediss:// URL implies. Default: none.
	TLS *tls.Config

	// Instrument, if set, is called with every go-redis client that is opened, for tracing hooks.
	Instrument func(*redis.Client) error
}

// Client is the connection to Redis that the caches share: its timeout and its circuit breaker.
type Client struct {
	options ClientOptions
	redis   *redis.Client
	breaker *gobreaker.CircuitBreaker[struct{}]

	failed, refused atomic.Uint64
}

// Open returns a client for address: host:port, or a redis:// or rediss:// URL. It does not connect, so that a service
// starts without Redis.
func Open(address string, o ClientOptions) (*Client, error) {
	o = o.withDefaults()
	settings, err := settings(address, o)
	if err != nil {
		return nil, err
	}
	c := &Client{options: o, redis: redis.NewClient(settings)}
	c.breaker = gobreaker.NewCircuitBreaker[struct{}](gobreaker.Settings{
		Timeout:     o.OpenFor,
		ReadyToTrip: func(counts gobreaker.Counts) bool { return counts.ConsecutiveFailures >= o.FailuresToOpen },
		IsExcluded:  func(err error) bool { return errors.Is(err, errCallerLeft) },
	})
	return c, c.instrument(c.redis)
}

func (o ClientOptions) withDefaults() ClientOptions {
	if o.Timeout <= 0 {
		o.Timeout = 30 * time.Millisecond
	}
	if o.FailuresToOpen == 0 {
		o.FailuresToOpen = 5
	}
	if o.OpenFor <= 0 {
		o.OpenFor = time.Second
	}
	return o
}

// settings are go-redis's. An error does not repeat the address: it may hold a password.
func settings(address string, o ClientOptions) (*redis.Options, error) {
	s := &redis.Options{Addr: address}
	if strings.Contains(address, "://") {
		var err error
		if s, err = redis.ParseURL(address); err != nil {
			return nil, errors.New("parse redis address: not a redis:// or rediss:// URL")
		}
	} else if _, _, err := net.SplitHostPort(address); err != nil {
		return nil, errors.New("parse redis address: neither host:port nor a URL")
	}
	if o.TLS != nil {
		s.TLSConfig = o.TLS
	}
	s.Protocol = 2 // nothing here needs RESP3, and its greeting would cost every new connection a round trip
	s.DisableIdentity = true
	s.MaintNotificationsConfig = &maintnotifications.Config{Mode: maintnotifications.ModeDisabled}
	s.PoolSize = o.PoolSize

	// #region short-waits

	s.ContextTimeoutEnabled = true // or the timeout of a command would not reach its connection
	s.MaxRetries = -1              // a retry spends the caller's time on a cache that it can do without
	s.PoolTimeout = o.Timeout      // a queue for connections is latency too
	s.DialTimeout = time.Second    // dialling goes on when the command that wanted it has given up,
	s.DialerRetries = 1            // and the next command tries again anyway

	// #endregion short-waits

	return s, nil
}

func (c *Client) instrument(r *redis.Client) error {
	if c.options.Instrument == nil {
		return nil
	}
	if err := c.options.Instrument(r); err != nil {
		return fmt.Errorf("instrument redis client: %w", err)
	}
	return nil
}

// Close closes the connections.
func (c *Client) Close() error { return c.redis.Close() }

// ClientStats counts since the start.
type ClientStats struct {
	Failed  uint64 // commands that failed or were late
	Refused uint64 // commands that the open breaker kept from Redis
	Breaker string // "closed", "half-open" or "open"

	Connections, Idle uint32 // now
	PoolTimeouts      uint32 // commands that got no connection in time
}

// Stats returns the counts until now.
func (c *Client) Stats() ClientStats {
	pool := c.redis.PoolStats()
	return ClientStats{
		Failed:       c.failed.Load(),
		Refused:      c.refused.Load(),
		Breaker:      c.breaker.State().String(),
		Connections:  pool.TotalConns,
		Idle:         pool.IdleConns,
		PoolTimeouts: pool.Timeouts,
	}
}

// errCallerLeft marks a command that ended because its caller did: it says nothing of Redis.
var errCallerLeft = errors.New("caller left")

// #region try

// try runs command within the timeout, if the breaker lets it. The cache may fail: an error is a miss for the caller
// and a number for the operator.
func (c *Client) try(ctx context.Context, command func(context.Context) error) {
	_, err := c.breaker.Execute(func() (struct{}, error) {
		limited, cancel := context.WithTimeout(ctx, c.options.Timeout)
		defer cancel()
		err := command(limited)
		if err != nil && ended(ctx) {
			return struct{}{}, errCallerLeft
		}
		return struct{}{}, err
	})
	switch {
	case err == nil:
	case errors.Is(err, gobreaker.ErrOpenState), errors.Is(err, gobreaker.ErrTooManyRequests):
		c.refused.Add(1)
	case !errors.Is(err, errCallerLeft):
		c.failed.Add(1)
	}
}

// #endregion try

// ended tells whether ctx is over. Its deadline counts by itself, because a connection notices it a moment before ctx
// does.
func ended(ctx context.Context) bool {
	deadline, ok := ctx.Deadline()
	return ctx.Err() != nil || ok && !time.Now().Before(deadline)
}
