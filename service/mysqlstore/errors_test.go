package mysqlstore

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"net"
	"testing"
	"time"

	"github.com/go-sql-driver/mysql"

	"example.com/shop/catalog"
)

func TestClassify(t *testing.T) {
	live := t.Context()
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	reported := func(number uint16) error { return &mysql.MySQLError{Number: number, Message: "m"} }
	// The dialler's own limit passed and the caller's did not.
	_, late := (&net.Dialer{Timeout: time.Nanosecond}).DialContext(live, "tcp", "127.0.0.1:1")
	if !errors.Is(late, context.DeadlineExceeded) {
		t.Fatalf("the dial fails with %v, want a timeout", late)
	}
	refused := &net.OpError{Op: "dial", Err: errors.New("connection refused")}
	for _, test := range []struct {
		name string
		ctx  context.Context
		err  error
		want error
	}{
		{"connection refused", live, refused, catalog.ErrUnavailable},
		{"dial timed out", live, late, catalog.ErrUnavailable},
		{"limit of the driver", live, context.DeadlineExceeded, catalog.ErrUnavailable},
		{"dial ended by the context", ended, late, context.Canceled},
		{"broken connection", live, mysql.ErrInvalidConn, catalog.ErrUnavailable},
		{"bad connection", live, fmt.Errorf("begin: %w", driver.ErrBadConn), catalog.ErrUnavailable},
		{"too many connections", live, reported(1040), catalog.ErrUnavailable},
		{"shutting down", live, reported(1053), catalog.ErrUnavailable},
		{"read-only", live, reported(1290), catalog.ErrUnavailable},
		{"lock wait", live, reported(1205), catalog.ErrUnavailable},
		{"connection broken by the context", ended, mysql.ErrInvalidConn, context.Canceled},
		{"statement killed by the context", ended, reported(1317), context.Canceled},
		{"an answer, though the context has ended", ended, catalog.ErrNotFound, catalog.ErrNotFound},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := classify(test.ctx, "load offers", test.err)
			if !errors.Is(err, test.want) {
				t.Errorf("error is %v, want %v", err, test.want)
			}
			if errors.Is(test.want, catalog.ErrUnavailable) && !errors.Is(err, test.err) {
				t.Errorf("%v does not hold its cause", err)
			}
		})
	}
	t.Run("a defect", func(t *testing.T) {
		if err := classify(live, "load offers", reported(1064)); errors.Is(err, catalog.ErrUnavailable) {
			t.Errorf("a syntax error is %v", err)
		}
	})
	t.Run("nothing", func(t *testing.T) {
		if err := classify(ended, "load offers", nil); err != nil {
			t.Errorf("no error became %v", err)
		}
	})
	t.Run("operation first", func(t *testing.T) {
		err := classify(live, "load offers", refused)
		if want := "load offers: unavailable: dial: connection refused"; err.Error() != want {
			t.Errorf("error reads %q, want %q", err, want)
		}
	})
}
