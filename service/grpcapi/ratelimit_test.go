package grpcapi

import (
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"net"
	"testing"

	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/peer"
)

func TestClientOfTheRateLimit(t *testing.T) {
	one := tcpPeer("2001:db8:0:1::1", "")
	named := tcpPeer("192.0.2.1", "shop-app")
	socket := &peer.Peer{Addr: &net.UnixAddr{Name: "/run/catalogd", Net: "unix"}}
	for name, test := range map[string]struct {
		a, b *peer.Peer
		same bool
	}{
		"IPv4, another port":                {tcpPeer("192.0.2.1", ""), &peer.Peer{Addr: &net.TCPAddr{IP: net.IPv4(192, 0, 2, 1), Port: 2}}, true},
		"IPv4, the next address":            {tcpPeer("192.0.2.1", ""), tcpPeer("192.0.2.2", ""), false},
		"IPv4 and the same inside IPv6":     {&peer.Peer{Addr: &net.TCPAddr{IP: net.IPv4(192, 0, 2, 1).To4()}}, tcpPeer("::ffff:192.0.2.1", ""), true},
		"IPv4 inside IPv6, the next one":    {tcpPeer("::ffff:192.0.2.1", ""), tcpPeer("::ffff:192.0.2.2", ""), false},
		"IPv6, the same /64":                {one, tcpPeer("2001:db8:0:1:ffff:ffff:ffff:ffff", ""), true},
		"IPv6, the next /64":                {one, tcpPeer("2001:db8:0:2::1", ""), false},
		"IPv6, the same with a zone":        {tcpPeer("fe80::1", ""), &peer.Peer{Addr: &net.TCPAddr{IP: net.ParseIP("fe80::1"), Zone: "eth0"}}, true},
		"a name from two addresses":         {named, tcpPeer("2001:db8::1", "shop-app"), true},
		"two names from one address":        {named, tcpPeer("192.0.2.1", "shop-web"), false},
		"a name and its address without":    {named, tcpPeer("192.0.2.1", ""), false},
		"a certificate that was not proven": {unproven("192.0.2.1", "shop-app"), tcpPeer("192.0.2.1", ""), true},
		"two Unix sockets":                  {socket, &peer.Peer{Addr: &net.UnixAddr{Name: "@", Net: "unix"}}, true},
		"a Unix socket and an address":      {socket, one, false},
	} {
		a, b := clientOf(peer.NewContext(t.Context(), test.a)), clientOf(peer.NewContext(t.Context(), test.b))
		if (a == b) != test.same {
			t.Errorf("%s: %+v and %+v, want the same client: %t", name, a, b, test.same)
		}
	}
}

// TestClientIsFoundWithoutAllocating: it is looked for in every call.
func TestClientIsFoundWithoutAllocating(t *testing.T) {
	for name, p := range map[string]*peer.Peer{
		"IPv4":             tcpPeer("192.0.2.1", ""),
		"IPv4 inside IPv6": tcpPeer("::ffff:192.0.2.1", ""),
		"IPv6":             tcpPeer("2001:db8::1", ""),
		"certificate":      tcpPeer("192.0.2.1", "shop-app"),
		"Unix socket":      {Addr: &net.UnixAddr{Name: "@", Net: "unix"}},
	} {
		ctx := peer.NewContext(t.Context(), p)
		if got := testing.AllocsPerRun(100, func() { clientOf(ctx) }); got != 0 {
			t.Errorf("%s: %v allocations", name, got)
		}
	}
}

// tcpPeer returns a client at an address, with a certificate if it has a name.
func tcpPeer(ip, name string) *peer.Peer {
	p := &peer.Peer{Addr: &net.TCPAddr{IP: net.ParseIP(ip), Port: 1}}
	if name != "" {
		chain := []*x509.Certificate{certificate(name), certificate("authority")}
		p.AuthInfo = credentials.TLSInfo{State: tls.ConnectionState{
			PeerCertificates: chain[:1], VerifiedChains: [][]*x509.Certificate{chain},
		}}
	}
	return p
}

// unproven returns a client whose certificate no authority vouched for.
func unproven(ip, name string) *peer.Peer {
	p := tcpPeer(ip, "")
	p.AuthInfo = credentials.TLSInfo{State: tls.ConnectionState{PeerCertificates: []*x509.Certificate{certificate(name)}}}
	return p
}

func certificate(name string) *x509.Certificate {
	return &x509.Certificate{Subject: pkix.Name{CommonName: name}}
}
