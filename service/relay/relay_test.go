package relay_test

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"

	"example.com/shop/catalog"
	"example.com/shop/relay"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// outbox holds changes in memory.
type outbox struct {
	mu      sync.Mutex
	changes []catalog.Offer
	rounds  int
}

func (o *outbox) Drain(ctx context.Context, limit int, publish func(context.Context, []catalog.Offer) error) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.rounds++
	n := min(limit, len(o.changes))
	if n == 0 {
		return 0, nil
	}
	if err := publish(ctx, o.changes[:n]); err != nil {
		return 0, err
	}
	o.changes = o.changes[n:]
	return n, nil
}

func (o *outbox) add(n int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.changes = append(o.changes, make([]catalog.Offer, n)...)
}

func (o *outbox) drained() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.rounds
}

type publisher struct {
	mu        sync.Mutex
	published int
	err       error
}

func (p *publisher) Publish(_ context.Context, offers []catalog.Offer) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.err == nil {
		p.published += len(offers)
	}
	return p.err
}

func (p *publisher) fail(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.err = err
}

func (p *publisher) count() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.published
}

func run(t *testing.T, test func(*testing.T, *relay.Relay, *outbox, *publisher)) {
	synctest.Test(t, func(t *testing.T) {
		out, pub := new(outbox), new(publisher)
		r := relay.New(out, pub, slog.New(slog.DiscardHandler))
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() {
			defer close(done)
			r.Run(ctx)
		}()
		synctest.Wait()
		test(t, r, out, pub)
		cancel()
		<-done
	})
}

func TestWakeRelaysAtOnce(t *testing.T) {
	run(t, func(t *testing.T, r *relay.Relay, out *outbox, pub *publisher) {
		out.add(250)
		start := time.Now()
		r.Wake()
		synctest.Wait()
		if pub.count() != 250 || time.Since(start) != 0 {
			t.Errorf("published %d after %v, want 250 at once", pub.count(), time.Since(start))
		}
		if published, failed := r.Stats(); published != 250 || failed != 0 {
			t.Errorf("stats = %d, %d", published, failed)
		}
	})
}

// #region dead-instance

func TestChangeOfADeadInstanceIsFoundInTime(t *testing.T) {
	run(t, func(t *testing.T, _ *relay.Relay, out *outbox, pub *publisher) {
		out.add(1)
		time.Sleep(100 * time.Millisecond)
		synctest.Wait()
		if pub.count() != 1 {
			t.Error("nobody woke the relay, and the change still waits after 100 ms")
		}
	})
}

// #endregion dead-instance

func TestFailureKeepsChangesAndBacksOff(t *testing.T) {
	run(t, func(t *testing.T, r *relay.Relay, out *outbox, pub *publisher) {
		pub.fail(errors.New("connection refused"))
		out.add(3)
		rounds := out.drained()
		time.Sleep(10 * time.Second)
		synctest.Wait()
		if tried := out.drained() - rounds; tried < 19 || tried > 25 {
			t.Errorf("%d rounds in 10 s, want one each half second", tried)
		}
		pub.fail(nil)
		time.Sleep(500 * time.Millisecond)
		synctest.Wait()
		if pub.count() != 3 {
			t.Errorf("published %d after the publisher came back, want 3", pub.count())
		}
		if _, failed := r.Stats(); failed < 19 {
			t.Errorf("counted %d failures", failed)
		}
	})
}
