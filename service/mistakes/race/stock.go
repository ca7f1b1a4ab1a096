package race

import (
	"errors"
	"sync/atomic"
)

// ErrSoldOut is returned when nothing is left.
var ErrSoldOut = errors.New("sold out")

// #region oversold

// Oversold sells a piece if pay succeeds. Wrong: each step is atomic,
// so there is no data race, but what was checked is not what is
// changed: two buyers may both see the last piece before either takes
// it.
func Oversold(stock *atomic.Int64, pay func() error) error {
	if stock.Load() < 1 {
		return ErrSoldOut
	}
	if err := pay(); err != nil {
		return err
	}
	stock.Add(-1)
	return nil
}

// #endregion oversold

// #region reserved

// Reserved takes the piece first, in the same step that checks, and
// puts it back if pay fails.
func Reserved(stock *atomic.Int64, pay func() error) error {
	if stock.Add(-1) < 0 {
		stock.Add(1)
		return ErrSoldOut
	}
	if err := pay(); err != nil {
		stock.Add(1)
		return err
	}
	return nil
}

// #endregion reserved
