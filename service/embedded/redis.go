package embedded

import (
	"sync"
	"time"

	"github.com/alicebob/miniredis/v2"
)

// clockStep is how often the stand-in's clock is moved, and so how late a key may expire.
const clockStep = 50 * time.Millisecond

// redisEngine is an in-memory Redis whose keys expire by the wall clock.
type redisEngine struct {
	server *miniredis.Miniredis
	stop   chan struct{}
	done   sync.WaitGroup
}

func startRedis() (*redisEngine, error) {
	server := miniredis.NewMiniRedis()
	if err := server.StartAddr("127.0.0.1:0"); err != nil {
		return nil, err
	}
	engine := &redisEngine{server: server, stop: make(chan struct{})}
	engine.done.Go(engine.tick)
	return engine, nil
}

func (e *redisEngine) addr() string { return e.server.Addr() }

// tick moves the clock, because the server counts a key's time to live down only when it is told to.
func (e *redisEngine) tick() {
	ticker := time.NewTicker(clockStep)
	defer ticker.Stop()
	last := time.Now()
	for {
		select {
		case <-e.stop:
			return
		case <-ticker.C:
			now := time.Now()
			e.server.FastForward(now.Sub(last))
			last = now
		}
	}
}

func (e *redisEngine) close() {
	close(e.stop)
	e.done.Wait()
	e.server.Close()
}
