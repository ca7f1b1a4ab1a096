package race_test

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"example.com/shop/mistakes/race"
)

// counter is what both kinds of hits have.
type counter interface {
	Add()
	Total() int
}

// hit counts a hundred hits on each of four goroutines.
func hit(c counter) {
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 100 {
				c.Add()
			}
		})
	}
	group.Wait()
}

func TestHitsAreAllCounted(t *testing.T) {
	var hits race.Hits
	hit(&hits)
	if hits.Total() != 400 {
		t.Errorf("counted %d hits, want 400", hits.Total())
	}
}

type sell func(stock *atomic.Int64, pay func() error) error

// twoBuyers lets two buyers pay at the same time for the last piece.
func twoBuyers(t *testing.T, sell sell) (sold, left int64) {
	t.Helper()
	var stock, sales atomic.Int64
	stock.Store(1)
	synctest.Test(t, func(t *testing.T) {
		pay := func() error { time.Sleep(time.Second); return nil } // both have looked at the stock by then
		var buyers sync.WaitGroup
		for range 2 {
			buyers.Go(func() {
				switch err := sell(&stock, pay); {
				case err == nil:
					sales.Add(1)
				case !errors.Is(err, race.ErrSoldOut):
					t.Error(err)
				}
			})
		}
		buyers.Wait()
	})
	return sales.Load(), stock.Load()
}

// #region twice

func TestOversoldSellsTheLastPieceTwice(t *testing.T) {
	sold, left := twoBuyers(t, race.Oversold)
	if sold != 2 || left != -1 {
		t.Errorf("sold %d, left %d; the mistake sells 2 of 1", sold, left)
	}
}

// #endregion twice

func TestReservedSellsItOnce(t *testing.T) {
	sold, left := twoBuyers(t, race.Reserved)
	if sold != 1 || left != 0 {
		t.Errorf("sold %d, left %d; want 1 and 0", sold, left)
	}
}

func TestReservedPutsBackWhatWasNotPaid(t *testing.T) {
	var stock atomic.Int64
	stock.Store(1)
	declined := errors.New("declined")
	if err := race.Reserved(&stock, func() error { return declined }); !errors.Is(err, declined) || stock.Load() != 1 {
		t.Errorf("error = %v and %d left, want %v and 1", err, stock.Load(), declined)
	}
}
