// Command floor is the least that a gRPC server in Go can do: no interceptors, and a handler that returns the same
// message every time. What the service does beyond it is what the service costs.
package main

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/prometheus/client_golang/prometheus/promhttp"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"

	catalogv1 "example.com/shop/gen/shop/catalog/v1"
)

func main() {
	answer := flag.String("answer", "", "file with the encoded GetProductResponse")
	flag.Parse()
	if err := serve(*answer); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// server returns one answer to everything. The answer is encoded anew for each call, as that of any handler is.
type server struct {
	catalogv1.UnimplementedCatalogServiceServer

	answer *catalogv1.GetProductResponse
}

func (s *server) GetProduct(context.Context, *catalogv1.GetProductRequest) (*catalogv1.GetProductResponse, error) {
	return s.answer, nil
}

func serve(file string) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	body, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("read answer: %w", err)
	}
	s := &server{answer: &catalogv1.GetProductResponse{}}
	if err := proto.Unmarshal(body, s.answer); err != nil {
		return fmt.Errorf("decode answer: %w", err)
	}
	var listen net.ListenConfig
	lis, err := listen.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("serve: %w", err)
	}
	// Its allocations are read the same way as the service's.
	admin, err := listen.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("serve metrics: %w", err)
	}
	go func() { _ = http.Serve(admin, promhttp.Handler()) }() //nolint:gosec // on loopback, for one reader, for a minute

	// #region serve
	grpcServer := grpc.NewServer()
	catalogv1.RegisterCatalogServiceServer(grpcServer, s)
	context.AfterFunc(ctx, grpcServer.Stop)
	slog.New(slog.NewJSONHandler(os.Stderr, nil)).Info("listening", "grpc", lis.Addr().String(), "admin", admin.Addr().String())
	return grpcServer.Serve(lis)
	// #endregion serve
}
