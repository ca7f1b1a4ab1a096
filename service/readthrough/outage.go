package readthrough

import (
	"sync/atomic"
	"time"
)

// outage remembers that the source failed a moment ago. Without it, every caller that has a copy to fall back on would
// first wait for a load to fail, and keep a source in trouble busy with that.
type outage struct {
	until atomic.Int64 // in nanoseconds since 1970; 0: there is none
}

// #region spares

// spares tells whether to leave the source alone. When the outage's time is over, one caller is told to try, and the
// others wait for its outcome, for as long as a try may take.
func (o *outage) spares(now time.Time, try time.Duration) bool {
	until := o.until.Load()
	if until == 0 {
		return false
	}
	if now.UnixNano() < until {
		return true
	}
	return !o.until.CompareAndSwap(until, now.Add(try).UnixNano())
}

// #endregion spares

func (o *outage) start(until time.Time) { o.until.Store(until.UnixNano()) }

func (o *outage) end() { o.until.Store(0) }
