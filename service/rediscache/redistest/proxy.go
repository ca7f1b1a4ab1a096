package redistest

import (
	"context"
	"strings"
	"testing"

	"github.com/Shopify/toxiproxy/v2"
	"github.com/rs/zerolog"
)

// Proxy is a way to a Redis that can be cut and made worse.
type Proxy struct {
	t     testing.TB
	proxy *toxiproxy.Proxy
}

// NewProxy returns a proxy to address, working.
func NewProxy(t testing.TB, address string) *Proxy {
	t.Helper()
	server := toxiproxy.NewServer(toxiproxy.NewMetricsContainer(nil), zerolog.Nop())
	p := &Proxy{t: t, proxy: toxiproxy.NewProxy(server, "redis", "127.0.0.1:0", address)}
	p.Restore()
	t.Cleanup(p.Cut)
	return p
}

// Address is where the proxy listens, also after it was cut and restored.
func (p *Proxy) Address() string { return p.proxy.Listen }

// Cut closes all connections and refuses new ones.
func (p *Proxy) Cut() { p.proxy.Stop() }

// Restore undoes Cut.
func (p *Proxy) Restore() {
	p.t.Helper()
	if err := p.proxy.Start(); err != nil {
		p.t.Fatal(err)
	}
}

// #region toxics

// The ways in which a Redis can be bad without being down.
const (
	Slow   = `{"name": "bad", "type": "latency", "attributes": {"latency": 1000}}`
	Silent = `{"name": "bad", "type": "timeout", "attributes": {"timeout": 0}}`
	Resets = `{"name": "bad", "type": "reset_peer", "attributes": {"timeout": 0}}`
)

// #endregion toxics

// Worsen makes every connection bad, those that are open included.
func (p *Proxy) Worsen(toxic string) {
	p.t.Helper()
	if _, err := p.proxy.Toxics.AddToxicJson(strings.NewReader(toxic)); err != nil {
		p.t.Fatal(err)
	}
}

// Heal undoes Worsen.
func (p *Proxy) Heal() { p.proxy.Toxics.ResetToxics(context.Background()) }
