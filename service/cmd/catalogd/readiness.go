package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"google.golang.org/grpc/health"
	healthv1 "google.golang.org/grpc/health/grpc_health_v1"

	catalogv1 "example.com/shop/gen/shop/catalog/v1"
)

const (
	pingInterval = 500 * time.Millisecond
	pingTimeout  = 400 * time.Millisecond
)

// #region two-answers

// readiness says whether new callers should be sent here. It has two answers, because they are two questions: the
// service's own name, and /readyz, turn when MySQL does not answer; the empty name turns only at shutdown. A balancer
// that asks the empty name keeps instances that can still serve copies.
type readiness struct {
	health *health.Server

	mu  sync.Mutex
	err error
}

// #endregion two-answers

var (
	errStarting = errors.New("starting: mysql was not reached yet")
	errStopping = errors.New("stopping")
)

func newReadiness(health *health.Server) *readiness {
	r := &readiness{health: health, err: errStarting}
	health.SetServingStatus(catalogv1.CatalogService_ServiceDesc.ServiceName, healthv1.HealthCheckResponse_NOT_SERVING)
	return r
}

func (r *readiness) check(context.Context) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.err
}

// watch pings until ctx is done.
func (r *readiness) watch(ctx context.Context, ping func(context.Context) error) {
	ticker := time.NewTicker(pingInterval)
	defer ticker.Stop()
	for {
		r.set(r.ping(ctx, ping))
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

func (r *readiness) ping(ctx context.Context, ping func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, pingTimeout)
	defer cancel()
	if err := ping(ctx); err != nil {
		return fmt.Errorf("mysql does not answer: %w", err)
	}
	return nil
}

// #region set

// set does nothing once the service is stopping.
func (r *readiness) set(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if errors.Is(r.err, errStopping) {
		return
	}
	r.err = err
	status := healthv1.HealthCheckResponse_SERVING
	if err != nil {
		status = healthv1.HealthCheckResponse_NOT_SERVING
	}
	r.health.SetServingStatus(catalogv1.CatalogService_ServiceDesc.ServiceName, status)
}

// #endregion set

func (r *readiness) stopping() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.err = errStopping
	r.health.Shutdown()
}
