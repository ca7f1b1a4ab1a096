package admin

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/pprof"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// readyWithin is the most that a readiness check may take; probes give up after as long.
const readyWithin = 2 * time.Second

// handler has a mux of its own. The default one is open to every imported package (net/http/pprof itself registers
// there when it is imported), so what it serves is not to be read in any one place.
func handler(config Config) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(config.Gatherer, promhttp.HandlerOpts{
		ErrorLog: slog.NewLogLogger(config.Logger.Handler(), slog.LevelError),
		// One broken collector must not hide the others.
		ErrorHandling: promhttp.ContinueOnError,
		// Exemplars, the links from buckets to traces, exist in this format only.
		EnableOpenMetrics: true,
	}))
	mux.HandleFunc("GET /livez", live)
	mux.HandleFunc("GET /readyz", ready(config))

	// #region routes
	// Index also serves every profile of the runtime by name: heap, allocs, goroutine, block, mutex, and
	// goroutineleak when the program was built with that experiment.
	mux.HandleFunc("GET /debug/pprof/", pprof.Index)
	mux.HandleFunc("GET /debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	// #endregion routes
	mux.HandleFunc("GET /debug/pprof/symbol", pprof.Symbol)
	// The pprof tool posts the addresses when they are too many for a URL.
	mux.HandleFunc("POST /debug/pprof/symbol", pprof.Symbol)
	return mux
}

// #region live

// live only says that the process answers. It looks at no database: restarting a process does not mend one.
func live(w http.ResponseWriter, _ *http.Request) {
	reply(w, http.StatusOK, "live\n")
}

// #endregion live

// #region ready

func ready(config Config) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if config.Ready == nil {
			reply(w, http.StatusOK, "ready\n")
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), readyWithin)
		defer cancel()
		if err := config.Ready(ctx); err != nil {
			// A joined error has a reason on each line.
			reply(w, http.StatusServiceUnavailable, "not ready\n"+err.Error()+"\n")
			return
		}
		reply(w, http.StatusOK, "ready\n")
	}
}

// #endregion ready

func reply(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, text) // a probe that went away is no news
}
