package mapwrite_test

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"example.com/shop/mistakes/mapwrite"
	"example.com/shop/mistakes/processtest"
)

type prices interface{ Set(id, price int64) }

// write lets two goroutines write until the time is over; each would recover from a panic.
func write(p prices, until time.Time) {
	var group sync.WaitGroup
	for range 2 {
		group.Go(func() {
			defer func() {
				if recover() != nil {
					fmt.Println("recovered")
				}
			}()
			for id := int64(0); time.Now().Before(until); id++ {
				p.Set(id%100, id)
			}
		})
	}
	group.Wait()
}

// #region ends-the-process

func TestConcurrentWritesEndTheProcess(t *testing.T) {
	output, err := processtest.Run(t, func() {
		runtime.GOMAXPROCS(4)                                      // on one thread nothing is noticed
		write(mapwrite.Unlocked{}, time.Now().Add(20*time.Second)) // it dies at once, or nearly
	})
	if err == nil || !strings.Contains(output, "fatal error: concurrent map writes") {
		t.Fatalf("the process lives (%v):\n%s", err, output)
	}
	if strings.Contains(output, "recovered") {
		t.Error("recover caught it")
	}
	t.Log(output)
}

// #endregion ends-the-process

func TestLockedPricesStay(t *testing.T) {
	var locked mapwrite.Locked
	write(&locked, time.Now().Add(time.Millisecond))
	locked.Set(7, 4990)
	if price, ok := locked.Get(7); !ok || price != 4990 {
		t.Errorf("Get = %d, %v; want 4990", price, ok)
	}
}
