package grpcapi

import "runtime/debug"

// #region guarded

// guarded returns f with its panic as an error. A recover reaches only the panics of its own goroutine, so the
// interceptor's does not cover what a handler starts beside itself: there a panic would end the process.
func guarded(f func() error) func() error {
	return func() (err error) {
		defer func() {
			if p := recover(); p != nil {
				err = panicError{p, debug.Stack()}
			}
		}()
		return f()
	}
}

// #endregion guarded
