package mysqlstore

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/Shopify/toxiproxy/v2"
	"github.com/go-sql-driver/mysql"
	"github.com/rs/zerolog"
)

// network is a network between the store and the server that fails on request.
type network struct {
	t     *testing.T
	proxy *toxiproxy.Proxy
	dsn   string // leads through it
}

func newNetwork(t *testing.T, dsn string) *network {
	t.Helper()
	config, err := mysql.ParseDSN(dsn)
	if err != nil {
		t.Fatal(err)
	}
	server := toxiproxy.NewServer(toxiproxy.NewMetricsContainer(nil), zerolog.Nop())
	proxy := toxiproxy.NewProxy(server, "mysql", "127.0.0.1:0", config.Addr)
	if err := proxy.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(proxy.Stop)
	config.Addr = proxy.Listen
	return &network{t: t, proxy: proxy, dsn: config.FormatDSN()}
}

// add makes the network fail as toxic, which is JSON, says.
func (n *network) add(toxic string) {
	n.t.Helper()
	if _, err := n.proxy.Toxics.AddToxicJson(strings.NewReader(toxic)); err != nil {
		n.t.Fatal(err)
	}
}

// heal ends what add began.
func (n *network) heal() { n.proxy.Toxics.ResetToxics(context.Background()) }

// eventually waits until condition holds.
func eventually(t *testing.T, what string, condition func() bool) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); !condition(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("still not so after 20 s: %s", what)
		}
	}
}
