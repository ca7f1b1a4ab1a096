package flight

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"
)

// call is one load and those who wait for it.
type call[K comparable, V any] struct {
	keys   []K
	seats  int // one for each key that a caller waits for; guarded by Group.mu
	cancel context.CancelFunc

	done   chan struct{} // closed when values and err are set
	values map[K]V
	err    error
}

// #region detach

func (c *call[K, V]) detach(ctx context.Context, limit time.Duration) context.Context {
	ctx = context.WithoutCancel(ctx)
	if limit > 0 {
		ctx, c.cancel = context.WithTimeout(ctx, limit)
	} else {
		ctx, c.cancel = context.WithCancel(ctx)
	}
	return ctx
}

// #endregion detach

// PanicError is what a load's panic is to those who wait for it. They are on other goroutines than the panic, where
// no recover of theirs could reach it: without this it would end the process.
type PanicError struct {
	Value any
	Stack []byte
}

func (e *PanicError) Error() string { return fmt.Sprintf("load panicked: %v", e.Value) }

// errExited is the error of a load that ended its goroutine, as a test's FailNow does.
var errExited = errors.New("load called runtime.Goexit")

// #region protect

// protect calls load and always brings an outcome: waiters would hang without one.
func protect[K comparable, V any](ctx context.Context, keys []K, load Load[K, V]) (values map[K]V, err error) {
	defer func() {
		if v := recover(); v != nil {
			values, err = nil, &PanicError{Value: v, Stack: debug.Stack()}
		}
	}()
	return load(ctx, keys)
}

// #endregion protect
