// Package loopdefer is wrong on purpose: AllAtOnce holds every file open until the last is read, as
// TestAllAtOncePilesUp shows.
package loopdefer

import (
	"fmt"
	"io"
	"io/fs"
)

// #region all-at-once

// AllAtOnce returns the size of all files. Wrong: defer waits for the
// end of the function, not of the loop's body.
func AllAtOnce(files fs.FS, names []string) (size int64, err error) {
	for _, name := range names {
		f, err := files.Open(name)
		if err != nil {
			return 0, fmt.Errorf("size of %s: %w", name, err)
		}
		defer f.Close()
		n, err := io.Copy(io.Discard, f)
		if err != nil {
			return 0, fmt.Errorf("size of %s: %w", name, err)
		}
		size += n
	}
	return size, nil
}

// #endregion all-at-once

// #region one-by-one

// OneByOne makes the loop's body a function, so that each file is
// closed before the next is opened.
func OneByOne(files fs.FS, names []string) (size int64, err error) {
	for _, name := range names {
		n, err := sizeOf(files, name)
		if err != nil {
			return 0, fmt.Errorf("size of %s: %w", name, err)
		}
		size += n
	}
	return size, nil
}

func sizeOf(files fs.FS, name string) (int64, error) {
	f, err := files.Open(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	return io.Copy(io.Discard, f)
}

// #endregion one-by-one
