package loopdefer_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"example.com/shop/mistakes/loopdefer"
)

// counted is a file system that knows how many of its files are open.
type counted struct {
	fs.FS
	open, most int
}

func (c *counted) Open(name string) (fs.File, error) {
	f, err := c.FS.Open(name)
	c.open++
	c.most = max(c.most, c.open)
	return &file{f, c}, err
}

type file struct {
	fs.File
	of *counted
}

func (f *file) Close() error {
	f.of.open--
	return f.File.Close()
}

func images() (*counted, []string) {
	files := fstest.MapFS{"a.webp": {Data: []byte("a")}, "b.webp": {Data: []byte("bb")}, "c.webp": {Data: []byte("ccc")}}
	return &counted{FS: files}, []string{"a.webp", "b.webp", "c.webp"}
}

// #region piles-up

func TestAllAtOncePilesUp(t *testing.T) {
	files, names := images()
	size, err := loopdefer.AllAtOnce(files, names)
	if size != 6 || err != nil || files.most != len(names) {
		t.Errorf("size %d, %v, at most %d open; the mistake has all %d open", size, err, files.most, len(names))
	}
}

// #endregion piles-up

func TestOneByOneHoldsOne(t *testing.T) {
	files, names := images()
	size, err := loopdefer.OneByOne(files, names)
	if size != 6 || err != nil || files.most != 1 || files.open != 0 {
		t.Errorf("size %d, %v, at most %d open, %d left; want 6, nil, 1, 0", size, err, files.most, files.open)
	}
}
