// Package leak is wrong on purpose: the goroutine of Leaky stays for ever when its reader leaves first. goleak finds
// it in TestLeakyLeavesAGoroutine, and Go's leak profile in TestTheLeakProfileNamesTheLine.
package leak

import "context"

// #region leaky

// Leaky returns what load brings, or ctx's error if that comes first.
// Wrong: then nobody receives any more, and a send without a receiver
// waits for ever.
func Leaky(ctx context.Context, load func() string) (string, error) {
	answers := make(chan string)
	go func() { answers <- load() }()
	select {
	case answer := <-answers:
		return answer, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// #endregion leaky

// #region cured

// Cured does the same. The goroutine has two ways to end: load sees ctx
// and gives up, and its answer has a place even when nobody wants it.
func Cured(ctx context.Context, load func(context.Context) string) (string, error) {
	answers := make(chan string, 1)
	go func() { answers <- load(ctx) }()
	select {
	case answer := <-answers:
		return answer, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// #endregion cured
