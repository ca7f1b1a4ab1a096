// Package admin is the operator's own door to a running service: metrics, health and profiles over HTTP, apart from
// the port that callers use.
package admin

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// DefaultAddr is reachable from this machine only. A heap profile holds what the process holds, and a CPU profile
// costs CPU: whoever needs them from elsewhere comes through a tunnel, or opens the address knowingly.
const DefaultAddr = "127.0.0.1:9090"

// Config says what the server shows.
type Config struct {
	// Gatherer has the metrics.
	Gatherer prometheus.Gatherer

	// Ready returns nil when calls can be served, and why not otherwise: one reason, or several of [errors.Join].
	// It is given 2 s. nil means always ready.
	Ready func(ctx context.Context) error

	// Logger takes what cannot be answered over HTTP. nil means [slog.Default].
	Logger *slog.Logger

	// MutexProfileFraction samples one of so many contended locks, BlockProfileRate one blocking event for so many
	// nanoseconds of blocking; 0 leaves these profiles empty. They cost on every lock, so they are off by default.
	MutexProfileFraction int
	BlockProfileRate     int
}

// Server answers the operator.
type Server struct {
	http   *http.Server
	config Config
}

// New returns a server; Serve starts it.
func New(config Config) *Server {
	if config.Logger == nil {
		config.Logger = slog.Default()
	}
	return &Server{config: config, http: &http.Server{
		Handler:           handler(config),
		ErrorLog:          slog.NewLogLogger(config.Logger.Handler(), slog.LevelWarn),
		ReadHeaderTimeout: 5 * time.Second,
		IdleTimeout:       time.Minute,
		// There is no WriteTimeout: a profile is written after the 30 s or more that it was asked to last. Nor a
		// ReadTimeout: once it passes, the request counts as abandoned, and a running profile ends with it.
	}}
}

// Serve answers on lis until Shutdown; then it returns nil. It sets the profile rates, which belong to the whole
// process.
func (s *Server) Serve(lis net.Listener) error {
	runtime.SetMutexProfileFraction(s.config.MutexProfileFraction)
	runtime.SetBlockProfileRate(s.config.BlockProfileRate)
	if err := s.http.Serve(lis); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve admin on %s: %w", lis.Addr(), err)
	}
	return nil
}

// Shutdown stops listening and waits for answers under way. When ctx is done first it cuts them off: nobody waits for
// a long profile of a process that ends.
func (s *Server) Shutdown(ctx context.Context) error {
	if err := s.http.Shutdown(ctx); err != nil {
		return errors.Join(fmt.Errorf("shut down admin: %w", err), s.http.Close())
	}
	return nil
}
