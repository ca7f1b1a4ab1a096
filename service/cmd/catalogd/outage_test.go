package main

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/Shopify/toxiproxy/v2"
	"github.com/go-sql-driver/mysql"
	"github.com/rs/zerolog"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	catalogv1 "example.com/shop/gen/shop/catalog/v1"
)

// proxied returns engines that are reached through two proxies, which the test may cut and slow down.
func proxied(t *testing.T, e engines) (engines, *toxiproxy.Proxy, *toxiproxy.Proxy) {
	t.Helper()
	config, err := mysql.ParseDSN(e.dsn)
	if err != nil {
		t.Fatal(err)
	}
	mysqlProxy := startProxy(t, "mysql", config.Addr)
	config.Addr = mysqlProxy.Listen
	redisProxy := startProxy(t, "redis", e.redis)
	e.dsn, e.redis = config.FormatDSN(), redisProxy.Listen
	return e, mysqlProxy, redisProxy
}

func startProxy(t *testing.T, name, upstream string) *toxiproxy.Proxy {
	t.Helper()
	server := toxiproxy.NewServer(toxiproxy.NewMetricsContainer(nil), zerolog.Nop())
	proxy := toxiproxy.NewProxy(server, name, "127.0.0.1:0", upstream)
	if err := proxy.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(proxy.Stop)
	return proxy
}

// TestRedisGoesAndComesBack reads and writes through an outage of Redis.
func TestRedisGoesAndComesBack(t *testing.T) {
	e, _, redis := proxied(t, startEngines(t, 20))
	one, two := newInstance(t, e), newInstance(t, e)
	one.update(t, 1, 1, "before-the-outage")
	two.awaitVersion(t, 1, 2)

	redis.Stop()
	for id := range int64(20) {
		if _, err := one.client.GetProduct(t.Context(), &catalogv1.GetProductRequest{ProductId: id + 1}); err != nil {
			t.Errorf("read without Redis: %v", err)
		}
	}
	one.update(t, 1, 2, "during-the-outage-1")
	two.awaitVersion(t, 1, 3) // not by the feed: copies are fresh for a moment only while it is lost
	one.update(t, 2, 1, "during-the-outage-2")

	if err := redis.Start(); err != nil {
		t.Fatal(err)
	}
	two.awaitVersion(t, 2, 2)
	one.update(t, 3, 1, "after-the-outage-1")
	two.awaitVersion(t, 3, 2)
	unknown := int64(1000)
	eventually(t, "the breaker closes", func() bool {
		unknown++ // an id without a copy, so that Redis is asked
		_, err := one.client.GetProduct(t.Context(), &catalogv1.GetProductRequest{ProductId: unknown})
		return status.Code(err) == codes.NotFound && metric(t, one, "catalog_breaker_state", `name="redis",state="closed"`) == "1"
	})
	eventually(t, "the feed is back", func() bool { return metric(t, two, "catalog_feed_connected", "") == "1" })
}

// TestMySQLGoesAndComesBack expects what the README's failure table says.
func TestMySQLGoesAndComesBack(t *testing.T) {
	e, database, _ := proxied(t, startEngines(t, 20))
	i := newInstance(t, e, "-offer-fresh=100ms", "-product-fresh=100ms")
	read := func(id int64) (*catalogv1.Item, error) {
		response, err := i.client.GetProduct(t.Context(), &catalogv1.GetProductRequest{ProductId: id})
		return response.GetItem(), err
	}
	if _, err := read(1); err != nil {
		t.Fatal(err)
	}
	eventually(t, "ready", func() bool { return readyz(t, i) == http.StatusOK })

	// #region mysql-down
	database.Stop()
	eventually(t, "a held copy, marked stale", func() bool {
		item, err := read(1)
		if err != nil {
			t.Fatalf("a held copy was not served: %v", err)
		}
		return item.GetFreshness().GetStale()
	})
	if _, err := read(2); status.Code(err) != codes.Unavailable {
		t.Errorf("product without a copy: %v, want UNAVAILABLE", err)
	}
	if _, err := i.client.ListProducts(t.Context(), &catalogv1.ListProductsRequest{Category: "dresses"}); status.Code(err) != codes.Unavailable {
		t.Errorf("list: %v, want UNAVAILABLE", err)
	}
	eventually(t, "not ready", func() bool { return readyz(t, i) == http.StatusServiceUnavailable })
	// #endregion mysql-down

	if err := database.Start(); err != nil {
		t.Fatal(err)
	}
	eventually(t, "fresh again", func() bool {
		item, err := read(1)
		return err == nil && !item.GetFreshness().GetStale()
	})
	eventually(t, "ready again", func() bool { return readyz(t, i) == http.StatusOK })
}

// TestOverloadIsShed sends more queries than two slow connections can take (listings, because each is one query):
// some are answered, the others are told when to come back, and no more than two run at a time.
func TestOverloadIsShed(t *testing.T) {
	e, database, _ := proxied(t, startEngines(t, 20))
	i := newInstance(t, e, "-mysql-conns=2")
	if _, err := database.Toxics.AddToxicJson(toxic("latency", `{"latency": 100}`)); err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	answered, shed := make(chan struct{}, 200), make(chan error, 200)
	for range 200 {
		group.Go(func() {
			_, err := i.client.ListProducts(t.Context(), &catalogv1.ListProductsRequest{Category: "nothing-in-it"})
			if err == nil {
				answered <- struct{}{}
			} else {
				shed <- err
			}
		})
	}
	group.Wait()
	close(shed)
	if len(answered) == 0 || len(shed) == 0 {
		t.Fatalf("%d answered and %d shed, want some of both", len(answered), len(shed))
	}
	for err := range shed {
		if !saysWhenToRetry(err) {
			t.Errorf("shed with %v, want RESOURCE_EXHAUSTED with RetryInfo", err)
		}
	}
	if open := metric(t, i, "catalog_db_pool_connections_limit", `server="primary"`); open != "2" {
		t.Errorf("the pool may open %s connections, want 2", open)
	}
}

func saysWhenToRetry(err error) bool {
	for _, detail := range status.Convert(err).Details() {
		if info, ok := detail.(*errdetails.RetryInfo); ok {
			return status.Code(err) == codes.ResourceExhausted && info.GetRetryDelay().AsDuration() > 0
		}
	}
	return false
}

func toxic(kind, attributes string) *strings.Reader {
	return strings.NewReader(fmt.Sprintf(`{"type": %q, "attributes": %s}`, kind, attributes))
}

func get(t *testing.T, i *instance, path string) (int, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+i.process.admin+path, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	response, err := adminClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

// adminClient keeps no connection open that goleak would find.
var adminClient = &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}

func readyz(t *testing.T, i *instance) int {
	t.Helper()
	code, _ := get(t, i, "/readyz")
	return code
}

// metric returns the value of one series, or "".
func metric(t *testing.T, i *instance, name, labels string) string {
	t.Helper()
	series := name + " "
	if labels != "" {
		series = name + "{" + labels + "} "
	}
	_, body := get(t, i, "/metrics")
	for line := range strings.Lines(body) {
		if value, ok := strings.CutPrefix(line, series); ok {
			return strings.TrimSpace(value)
		}
	}
	return ""
}
