package admin_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"runtime"
	"runtime/pprof"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"
	"go.uber.org/goleak"

	"example.com/shop/admin"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// start serves config on a free port, and returns how to ask it.
func start(t *testing.T, config admin.Config) (get func(path string) (int, string)) {
	t.Helper()
	if config.Gatherer == nil {
		config.Gatherer = prometheus.NewRegistry()
	}
	config.Logger = slog.New(slog.DiscardHandler)
	lis, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := admin.New(config)
	served := make(chan error, 1)
	go func() { served <- server.Serve(lis) }()
	client := &http.Client{Transport: &http.Transport{}}
	t.Cleanup(func() {
		client.CloseIdleConnections()
		if err := errors.Join(server.Shutdown(context.Background()), <-served); err != nil {
			t.Error(err)
		}
	})
	return func(path string) (int, string) { return ask(t, client, "http://"+lis.Addr().String()+path) }
}

func ask(t *testing.T, client *http.Client, url string) (int, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

func TestReadiness(t *testing.T) {
	two := errors.Join(errors.New("mysql: connection refused"), errors.New("shutting down"))
	for name, test := range map[string]struct {
		ready  func(context.Context) error
		status int
		body   string
	}{
		"ready":     {func(context.Context) error { return nil }, http.StatusOK, "ready\n"},
		"not ready": {func(context.Context) error { return two }, http.StatusServiceUnavailable, "not ready\nmysql: connection refused\nshutting down\n"},
		"no check":  {nil, http.StatusOK, "ready\n"},
		"bounded": {func(ctx context.Context) error {
			if _, ok := ctx.Deadline(); !ok {
				return errors.New("no deadline")
			}
			return nil
		}, http.StatusOK, "ready\n"},
	} {
		t.Run(name, func(t *testing.T) {
			get := start(t, admin.Config{Ready: test.ready})
			if status, body := get("/readyz"); status != test.status || body != test.body {
				t.Errorf("/readyz = %d %q, want %d %q", status, body, test.status, test.body)
			}
			if status, _ := get("/livez"); status != http.StatusOK {
				t.Errorf("/livez = %d, want 200 whatever readiness says", status)
			}
		})
	}
}

func TestMetrics(t *testing.T) {
	registry := prometheus.NewRegistry()
	registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "apples", Help: "Apples."},
		func() float64 { return 3 }))
	registry.MustRegister(broken{})
	get := start(t, admin.Config{Gatherer: registry})
	if status, body := get("/metrics"); status != http.StatusOK || !strings.Contains(body, "apples 3\n") {
		t.Errorf("/metrics = %d %q, want the metrics that can be had", status, body)
	}
}

// broken is a collector that cannot say anything.
type broken struct{}

var brokenDesc = prometheus.NewDesc("pears", "Pears.", nil, nil)

func (broken) Describe(descs chan<- *prometheus.Desc) { descs <- brokenDesc }
func (broken) Collect(metrics chan<- prometheus.Metric) {
	metrics <- prometheus.NewInvalidMetric(brokenDesc, errors.New("no idea"))
}

func TestProfiles(t *testing.T) {
	get := start(t, admin.Config{})
	for _, profile := range pprof.Profiles() {
		path := "/debug/pprof/" + profile.Name() + "?debug=1"
		if status, body := get(path); status != http.StatusOK || body == "" {
			t.Errorf("%s = %d with %d bytes", path, status, len(body))
		}
	}
	for _, path := range []string{"/debug/pprof/", "/debug/pprof/cmdline", "/debug/pprof/profile?seconds=1", "/debug/pprof/symbol"} {
		if status, _ := get(path); status != http.StatusOK {
			t.Errorf("%s = %d, want 200", path, status)
		}
	}
	if status, _ := get("/"); status != http.StatusNotFound {
		t.Errorf("/ = %d, want 404", status)
	}
	// The profile of leaked goroutines exists only in a build with GOEXPERIMENT=goroutineleakprofile.
	want := http.StatusNotFound
	if pprof.Lookup("goroutineleak") != nil {
		want = http.StatusOK
	}
	if status, _ := get("/debug/pprof/goroutineleak"); status != want {
		t.Errorf("/debug/pprof/goroutineleak = %d, want %d", status, want)
	}
}

func TestProfileRates(t *testing.T) {
	t.Cleanup(func() {
		runtime.SetMutexProfileFraction(0)
		runtime.SetBlockProfileRate(0)
	})
	get := start(t, admin.Config{MutexProfileFraction: 7, BlockProfileRate: 1000})
	get("/livez") // it serves, so the rates are set
	if got := runtime.SetMutexProfileFraction(-1); got != 7 {
		t.Errorf("mutex profile fraction = %d, want 7", got)
	}
}

func TestServeReportsABrokenListener(t *testing.T) {
	lis, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := lis.Close(); err != nil {
		t.Fatal(err)
	}
	server := admin.New(admin.Config{Gatherer: prometheus.NewRegistry()})
	if err := server.Serve(lis); err == nil || !strings.HasPrefix(err.Error(), "serve admin on 127.0.0.1:") {
		t.Errorf("Serve on a closed listener = %v, want an error that names the address", err)
	}
}

func TestShutdownCutsOffALongProfile(t *testing.T) {
	lis, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	begun, ended := make(chan struct{}), make(chan struct{})
	server := admin.New(admin.Config{Gatherer: prometheus.NewRegistry(), Ready: func(ctx context.Context) error {
		close(begun)
		<-ctx.Done()
		close(ended)
		return ctx.Err()
	}})
	served := make(chan error, 1)
	go func() { served <- server.Serve(lis) }()
	client := &http.Client{Transport: &http.Transport{}}
	asked := make(chan struct{})
	go func() {
		defer close(asked)
		resp, err := client.Get("http://" + lis.Addr().String() + "/readyz")
		if err == nil {
			_ = resp.Body.Close()
		}
	}()
	<-begun
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := server.Shutdown(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Shutdown = %v, want that it ran out of time", err)
	}
	<-ended
	<-asked
	if err := <-served; err != nil {
		t.Errorf("Serve = %v, want nil after Shutdown", err)
	}
	client.CloseIdleConnections()
}
