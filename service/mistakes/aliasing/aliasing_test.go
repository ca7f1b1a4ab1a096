package aliasing_test

import (
	"slices"
	"testing"

	"example.com/shop/mistakes/aliasing"
)

// #region changed

func TestOverwriteChangesTheCallersList(t *testing.T) {
	all := []int64{1, 2, 3, 4}
	page := aliasing.Overwrite(all, 2, 99)
	if !slices.Equal(page, []int64{1, 2, 99}) || !slices.Equal(all, []int64{1, 2, 99, 4}) {
		t.Errorf("page %v, all %v; the mistake puts 99 into both", page, all)
	}
}

// #endregion changed

func TestClipLeavesItAlone(t *testing.T) {
	all := []int64{1, 2, 3, 4}
	page := aliasing.Clip(all, 2, 99)
	if !slices.Equal(page, []int64{1, 2, 99}) || !slices.Equal(all, []int64{1, 2, 3, 4}) {
		t.Errorf("page %v, all %v; want 99 in the page only", page, all)
	}
}
