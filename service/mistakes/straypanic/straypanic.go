// Package straypanic is wrong on purpose: a panic in a goroutine that Stray started ends the process, although an
// interceptor recovers around the handler, as TestStrayPanicEndsTheProcess shows.
package straypanic

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"
)

// Part is work that a handler does beside other work.
type Part func(context.Context) error

// #region stray

// Stray does parts at the same time. Wrong where a part may panic: only
// a deferred function of the same goroutine can recover it, and the
// interceptor's is on another. An errgroup does not catch it either.
func Stray(ctx context.Context, parts ...Part) error {
	group, ctx := errgroup.WithContext(ctx)
	for _, part := range parts {
		group.Go(func() error { return part(ctx) })
	}
	return group.Wait()
}

// #endregion stray

// #region caught

// Caught makes a part's panic the error of that part.
func Caught(ctx context.Context, parts ...Part) error {
	group, ctx := errgroup.WithContext(ctx)
	for _, part := range parts {
		group.Go(func() (err error) {
			defer func() {
				if p := recover(); p != nil {
					err = fmt.Errorf("part panicked: %v", p)
				}
			}()
			return part(ctx)
		})
	}
	return group.Wait()
}

// #endregion caught
