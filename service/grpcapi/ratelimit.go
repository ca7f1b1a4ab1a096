package grpcapi

import (
	"context"
	"net"
	"net/netip"
	"time"

	"github.com/maypok86/otter/v2"
	"golang.org/x/time/rate"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/peer"

	"example.com/shop/catalog"
)

const (
	maxClients   = 10_000           // limiters kept, so that many addresses cannot fill the memory
	forgetClient = 10 * time.Minute // a limiter that was not used for so long is full again anyway

	// A household or a rented machine is given this much of IPv6, and may use another address of it for every call.
	clientBits = 64
)

// RateLimit bounds the calls a second of one client, so that one that runs wild does not take the others' share. A
// client is its certificate's name where there is one, otherwise its IPv4 address or the /64 of its IPv6 address:
// behind a proxy that ends the connections, that is the proxy, and the limit belongs there.
type RateLimit struct {
	perSecond rate.Limit
	limiters  *otter.Cache[client, *rate.Limiter]
}

// NewRateLimit returns a limit of perSecond calls, with bursts of twice as many. It is nil, and limits nothing, when
// perSecond is 0.
func NewRateLimit(perSecond int) *RateLimit {
	if perSecond == 0 {
		return nil
	}
	return &RateLimit{
		perSecond: rate.Limit(perSecond),
		limiters: otter.Must(&otter.Options[client, *rate.Limiter]{
			MaximumSize:      maxClients,
			ExpiryCalculator: otter.ExpiryAccessing[client, *rate.Limiter](forgetClient),
		}),
	}
}

// Close ends what the limit runs in the background.
func (l *RateLimit) Close() {
	if l != nil {
		l.limiters.StopAllGoroutines()
	}
}

// Unary refuses a call over the limit.
func (l *RateLimit) Unary(ctx context.Context, req any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	if err := l.take(ctx); err != nil {
		return nil, err
	}
	return next(ctx, req)
}

// Stream refuses to open a stream over the limit; its messages are not counted.
func (l *RateLimit) Stream(srv any, stream grpc.ServerStream, _ *grpc.StreamServerInfo, next grpc.StreamHandler) error {
	if err := l.take(stream.Context()); err != nil {
		return err
	}
	return next(srv, stream)
}

// #region take

func (l *RateLimit) take(ctx context.Context) error {
	if l == nil {
		return nil
	}
	limiter, _ := l.limiters.ComputeIfAbsent(clientOf(ctx), func() (*rate.Limiter, bool) {
		return rate.NewLimiter(l.perSecond, int(2*l.perSecond)), false
	})
	if limiter.Allow() {
		return nil
	}
	return &catalog.OverloadedError{RetryAfter: time.Second}
}

// #endregion take

// client is comparable and made without allocating: it is needed in every call.
type client struct {
	name    string     // of its certificate
	address netip.Addr // if there is no name; for IPv6 the first of its network
}

func clientOf(ctx context.Context) client {
	p, ok := peer.FromContext(ctx)
	if !ok {
		return client{}
	}
	if name := certificateName(p); name != "" {
		return client{name: name}
	}
	if tcp, ok := p.Addr.(*net.TCPAddr); ok {
		return client{address: network(tcp.AddrPort().Addr())}
	}
	return client{} // a Unix socket, or a test: all are one
}

// network returns an IPv4 address as it is, and of an IPv6 address what one client has.
func network(address netip.Addr) netip.Addr {
	address = address.Unmap() // a listener for both families sees IPv4 inside IPv6
	if !address.Is6() {
		return address
	}
	return netip.PrefixFrom(address, clientBits).Masked().Addr()
}

// certificateName returns the subject of the client's verified certificate, or "".
func certificateName(p *peer.Peer) string {
	info, ok := p.AuthInfo.(credentials.TLSInfo)
	if !ok || len(info.State.VerifiedChains) == 0 {
		return ""
	}
	return info.State.VerifiedChains[0][0].Subject.CommonName
}
