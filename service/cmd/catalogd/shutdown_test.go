package main

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/resolver"
	"google.golang.org/grpc/resolver/manual"
	"google.golang.org/grpc/status"

	"google.golang.org/grpc"

	catalogv1 "example.com/shop/gen/shop/catalog/v1"
)

// TestRollingRestartLosesNoCall replaces two instances one after the other under load, with a client that balances
// and retries as the README's service config says.
func TestRollingRestartLosesNoCall(t *testing.T) {
	e := startEngines(t, 50)
	first, second := e.start(t, "-drain=200ms"), e.start(t, "-drain=200ms")
	addresses := manual.NewBuilderWithScheme("shop")
	addresses.InitialState(state(first, second))
	client := dial(t, "shop:///catalog", grpc.WithResolvers(addresses), serviceConfig(t))

	ctx, stop := context.WithCancel(t.Context())
	var calls atomic.Int64
	var group sync.WaitGroup
	for worker := range int64(8) {
		group.Go(func() {
			for id := worker; ctx.Err() == nil; id++ {
				_, err := client.GetProduct(t.Context(), &catalogv1.GetProductRequest{ProductId: id%50 + 1})
				if err != nil {
					t.Errorf("call lost: %v", err)
					return
				}
				calls.Add(1)
			}
		})
	}
	moreCalls := func() {
		seen := calls.Load()
		eventually(t, "calls under way", func() bool { return calls.Load() > seen+200 || t.Failed() })
	}
	moreCalls()
	for range 2 {
		third := e.start(t, "-drain=200ms")
		addresses.UpdateState(state(second, third)) // as DNS or an endpoint list would, while the old one still serves
		first.terminate(t)
		moreCalls()
		first, second = second, third
	}
	stop()
	group.Wait()
}

func state(processes ...*process) resolver.State {
	var s resolver.State
	for _, p := range processes {
		s.Endpoints = append(s.Endpoints, resolver.Endpoint{Addresses: []resolver.Address{{Addr: p.grpc}}})
	}
	return s
}

// TestInstanceThatVanishesFromUnderItsClients stops an instance that the client still has in its list: the other one
// takes over, and again no call is lost.
func TestInstanceThatVanishesFromUnderItsClients(t *testing.T) {
	e := startEngines(t, 50)
	first, second := e.start(t), e.start(t)
	addresses := manual.NewBuilderWithScheme("shop")
	addresses.InitialState(state(first, second))
	client := dial(t, "shop:///catalog", grpc.WithResolvers(addresses), serviceConfig(t))
	get := func() {
		t.Helper()
		if _, err := client.GetProduct(t.Context(), &catalogv1.GetProductRequest{ProductId: 1}); err != nil {
			t.Errorf("call lost: %v", err)
		}
	}
	for range 100 {
		get()
	}
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		first.terminate(t)
	}()
	for running := true; running; {
		select {
		case <-stopped:
			running = false
		default:
			get()
		}
	}
	for range 100 {
		get()
	}
}

// #region streams-told

func TestStreamsAreToldOfTheShutdown(t *testing.T) {
	e := startEngines(t, 5)
	p := e.start(t)
	stream, err := dial(t, p.grpc).WatchOffers(t.Context(), &catalogv1.WatchOffersRequest{ProductIds: []int64{1}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := stream.Recv(); err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	// In the server's words: a connection that is cut at the end brings UNAVAILABLE too.
	_, err = stream.Recv()
	if told := status.Convert(err); told.Code() != codes.Unavailable || !strings.Contains(told.Message(), "shutting down") {
		t.Errorf("stream ended with %v, want UNAVAILABLE, told by the server", err)
	}
	select {
	case <-p.done:
	case <-time.After(20 * time.Second):
		t.Error("an open stream kept the process from stopping")
	}
}

// #endregion streams-told
