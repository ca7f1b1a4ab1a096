package catalog

import (
	"errors"
	"fmt"
	"time"
)

// #region kinds

// The kinds of error that callers tell apart, with [errors.Is]. Everything else is a defect.
var (
	ErrNotFound    = errors.New("not found")
	ErrKeyReused   = errors.New("idempotency key was used for another change")
	ErrCurrency    = errors.New("currency is not the offer's")
	ErrUnavailable = errors.New("unavailable")
)

// #endregion kinds

// VersionConflictError says that an offer has another version than the change expected. Nothing was changed.
type VersionConflictError struct {
	Expected, Actual int64
}

func (e *VersionConflictError) Error() string {
	return fmt.Sprintf("offer has version %d, expected %d", e.Actual, e.Expected)
}

// OverloadedError says that the source has no room for another call now.
type OverloadedError struct {
	RetryAfter time.Duration
}

func (e *OverloadedError) Error() string {
	return fmt.Sprintf("overloaded, retry after %s", e.RetryAfter)
}
