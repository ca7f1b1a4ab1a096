package readthrough

import (
	"math/rand/v2"
	"time"

	"example.com/shop/catalog"
)

// Options configures a [Reader]. Zero values mean the defaults.
type Options[R catalog.Record] struct {
	// Source is the truth. Required.
	Source catalog.Source[R]

	// Shared is the layer between the process and the source. Nil: there is none.
	Shared catalog.Cache[R]

	// FreshFor is how long a copy is served without asking the source again, at most. Default: 5 min.
	FreshFor time.Duration

	// NegativeFor is the same for the knowledge that there is no record. Default: 5 s.
	NegativeFor time.Duration

	// Jitter is the part of FreshFor and NegativeFor that chance may take off, so that what was loaded together does
	// not end together. It only shortens: FreshFor is a promise. Default: 0.2.
	Jitter float64

	// StaleFor is how old a copy may be that is served when the source cannot be read. Default: 24 h.
	StaleFor time.Duration

	// LoadTimeout bounds one trip to the shared layer and the source, whatever the deadlines of those who wait for
	// it. A caller may join a trip just before its end and gets what was read at its start, so it also bounds how old
	// that is. Default: 800 ms.
	LoadTimeout time.Duration

	// DownFor is how long copies past their time are served at once after a failed load, before one load tries
	// again. Default: 1 s.
	DownFor time.Duration

	// Fed says that Apply brings every change. Until FeedRestored is called for the first time, and after FeedLost, a
	// copy is fresh for no longer than UnfedFor. Without Fed, only FreshFor counts.
	Fed bool

	// UnfedFor is how long copies of a Fed reader are fresh while its feed is lost. Default: 500 ms.
	UnfedFor time.Duration

	// MaxLocal is how many copies the process holds. Default: 100,000.
	MaxLocal int

	// Clock is time.Now if nil.
	Clock func() time.Time

	// Rand returns numbers from 0 to 1, 1 excluded: math/rand's if nil.
	Rand func() float64
}

// #region defaults

func (o Options[R]) withDefaults() Options[R] {
	orElse(&o.FreshFor, 5*time.Minute)
	orElse(&o.NegativeFor, 5*time.Second)
	orElse(&o.Jitter, 0.2)
	orElse(&o.StaleFor, 24*time.Hour)
	orElse(&o.LoadTimeout, 800*time.Millisecond)
	orElse(&o.DownFor, time.Second)
	orElse(&o.UnfedFor, 500*time.Millisecond)
	orElse(&o.MaxLocal, 100_000)
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Rand == nil {
		o.Rand = rand.Float64
	}
	return o
}

// #endregion defaults

// #region or-else

func orElse[T int | float64 | time.Duration](option *T, standard T) {
	if *option <= 0 {
		*option = standard
	}
}

// #endregion or-else
