package grpcapi

import (
	"slices"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/keepalive"
)

// Limits of the transport. They are constants because each follows from the API, not from the place it runs in.
const (
	// The largest request is 100 ids of at most 10 bytes, or one update; 64 KiB is far more, and 64 times less than
	// grpc-go's default, so that large nonsense is refused before it is read.
	maxRequestBytes = 64 << 10
	// A browser's or a gateway's connection carries many calls; a thousand at once on one connection is a bug there.
	maxStreamsPerConnection = 1000

	// A goroutine for each call starts with a small stack, and the interceptors grow and copy it every time: 15 % of
	// the processor's time (PROFILING.md). A few workers keep theirs. When all are busy, with streams for example, a
	// call gets a goroutine of its own as before.
	streamWorkers = 32

	defaultDeadline = 2 * time.Second
	maxDeadline     = 10 * time.Second
)

// Transport is how calls reach the service.
type Transport struct {
	Credentials credentials.TransportCredentials // nil: plain text
	// MaxConnectionAge is how long a connection is used before the server asks the client to open another, which is
	// how clients find new instances; grpc-go spreads it by 10 %. 0: for ever.
	MaxConnectionAge time.Duration
	RateLimit        *RateLimit // nil: none
	Validator        *Validator
	Statuses         Statuses
	// Outer interceptors run first: metrics see the status that the caller sees.
	OuterUnary  []grpc.UnaryServerInterceptor
	OuterStream []grpc.StreamServerInterceptor
}

// #region server-options

// ServerOptions returns the options of a gRPC server that serves the catalogue. The order of the interceptors matters:
// metrics, then the mapping of errors, then the cheapest refusal first.
func (t Transport) ServerOptions() []grpc.ServerOption {
	deadlines := Deadlines{Default: defaultDeadline, Max: maxDeadline}
	unary := slices.Concat(t.OuterUnary, []grpc.UnaryServerInterceptor{
		t.Statuses.Unary, t.RateLimit.Unary, t.Validator.Unary, deadlines.Unary,
	})
	stream := slices.Concat(t.OuterStream, []grpc.StreamServerInterceptor{
		t.Statuses.Stream, t.RateLimit.Stream, t.Validator.Stream,
	})
	options := []grpc.ServerOption{
		grpc.ChainUnaryInterceptor(unary...),
		grpc.ChainStreamInterceptor(stream...),
		grpc.NumStreamWorkers(streamWorkers),
		grpc.MaxRecvMsgSize(maxRequestBytes),
		grpc.MaxConcurrentStreams(maxStreamsPerConnection),
		grpc.KeepaliveParams(t.keepalive()),
		// Clients behind a load balancer ping so that it does not drop an idle connection; once in 30 s is enough.
		grpc.KeepaliveEnforcementPolicy(keepalive.EnforcementPolicy{MinTime: 30 * time.Second, PermitWithoutStream: true}),
	}
	if t.Credentials != nil {
		options = append(options, grpc.Creds(t.Credentials))
	}
	return options
}

// #endregion server-options

// #region keepalive

func (t Transport) keepalive() keepalive.ServerParameters {
	return keepalive.ServerParameters{
		Time:             time.Minute, // a peer that vanished without a word is noticed after a minute, not two hours
		Timeout:          20 * time.Second,
		MaxConnectionAge: t.MaxConnectionAge,
		// Calls have at most maxDeadline; streams are cut after it and watch again.
		MaxConnectionAgeGrace: maxDeadline,
	}
}

// #endregion keepalive
