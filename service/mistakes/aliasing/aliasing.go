// Package aliasing is wrong on purpose: Overwrite changes a list that its caller still uses, as
// TestOverwriteChangesTheCallersList shows.
package aliasing

import "slices"

// #region overwrite

// Overwrite returns the first n ids and the promoted one behind them.
// Wrong: ids[:n] has room for more, namely the rest of ids, so append
// writes there.
func Overwrite(ids []int64, n int, promoted int64) []int64 {
	return append(ids[:n], promoted)
}

// #endregion overwrite

// #region clip

// Clip cuts off the room behind the first n, so append must copy.
// ids[:n:n], the full slice expression, is the same.
func Clip(ids []int64, n int, promoted int64) []int64 {
	return append(slices.Clip(ids[:n]), promoted)
}

// #endregion clip
