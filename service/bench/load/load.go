// Package load sends calls and measures them.
//
// A closed loop (each worker sends its next call when the last one is answered) finds the throughput. It cannot tell
// latency: a server that stalls is asked less while it stalls, and the calls that would have waited are missing from
// the figures. An open loop can: calls are due at times that do not depend on the answers, and each is timed from the
// moment when it was due.
package load

import (
	"context"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/HdrHistogram/hdrhistogram-go"
)

// Call is one call. It is given the worker's own source of chance.
type Call func(ctx context.Context, chance *rand.Rand) error

// Result is what a run brought. Failed calls are counted and not timed: refusing is fast.
type Result struct {
	Calls, Errors int64
	Elapsed       time.Duration
	Latency       *hdrhistogram.Histogram // microseconds
	Late          *hdrhistogram.Histogram // open loop: microseconds between when a call was due and when it was sent
	LastError     error
}

// PerSecond is the rate of calls that were answered well.
func (r *Result) PerSecond() float64 { return float64(r.Calls) / r.Elapsed.Seconds() }

// Quantile returns a latency, for example that of 0.99 of all calls.
func (r *Result) Quantile(q float64) time.Duration {
	return time.Duration(r.Latency.ValueAtQuantile(q*100)) * time.Microsecond
}

// Closed keeps workers busy for a while. Calls that are under way at its end are waited for: cut off, they would have
// cost the server and not count.
func Closed(ctx context.Context, workers int, d time.Duration, call Call) Result {
	end := time.Now().Add(d)
	return run(workers, func(chance *rand.Rand, r *Result) {
		for begin := time.Now(); begin.Before(end) && ctx.Err() == nil; begin = time.Now() {
			r.record(ctx, begin, call(ctx, chance))
		}
	})
}

// Open sends rate calls a second for a while, at random moments as independent callers do (a Poisson process). Each
// worker has its share of them and sends one at a time; when an answer takes so long that the next call is overdue,
// the delay counts as that call's latency. Enough workers keep this rare.
func Open(ctx context.Context, workers int, rate float64, d time.Duration, call Call) Result {
	between := float64(workers) / rate * float64(time.Second)
	begin := time.Now()
	return run(workers, func(chance *rand.Rand, r *Result) {
		due := begin
		for {
			due = due.Add(time.Duration(chance.ExpFloat64() * between))
			if due.Sub(begin) > d || ctx.Err() != nil {
				return
			}
			time.Sleep(time.Until(due))
			_ = r.Late.RecordValue(time.Since(due).Microseconds()) // beyond a minute the run is broken anyway
			r.record(ctx, due, call(ctx, chance))
		}
	})
}

// run gives each worker a result of its own, so that measuring shares no memory, and adds them up.
func run(workers int, work func(*rand.Rand, *Result)) Result {
	results := make([]Result, workers)
	begin := time.Now()
	var group sync.WaitGroup
	for i := range results {
		results[i] = newResult()
		// A fixed seed: every run sends the same calls.
		chance := rand.New(rand.NewPCG(uint64(i), 1))
		group.Go(func() { work(chance, &results[i]) })
	}
	group.Wait()
	sum := newResult()
	sum.Elapsed = time.Since(begin)
	for _, r := range results {
		sum.add(&r)
	}
	return sum
}

// newResult has histograms from 1 µs to 1 min, exact to 3 digits.
func newResult() Result {
	return Result{
		Latency: hdrhistogram.New(1, time.Minute.Microseconds(), 3),
		Late:    hdrhistogram.New(1, time.Minute.Microseconds(), 3),
	}
}

func (r *Result) record(ctx context.Context, begin time.Time, err error) {
	switch {
	case err == nil:
		r.Calls++
		_ = r.Latency.RecordValue(time.Since(begin).Microseconds()) // beyond a minute there is a deadline
	case ctx.Err() == nil: // a call that ends because the program is interrupted is no error
		r.Errors++
		r.LastError = err
	}
}

func (r *Result) add(other *Result) {
	r.Calls += other.Calls
	r.Errors += other.Errors
	r.Latency.Merge(other.Latency)
	r.Late.Merge(other.Late)
	if other.LastError != nil {
		r.LastError = other.LastError
	}
}
