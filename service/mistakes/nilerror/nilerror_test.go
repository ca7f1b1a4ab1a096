package nilerror_test

import (
	"errors"
	"testing"

	"example.com/shop/mistakes/nilerror"
)

// #region never-nil

func TestTypedIsNeverNil(t *testing.T) {
	err := nilerror.Typed(4990) // a good price
	if err == nil {
		t.Fatal("error is nil; the mistake is that it never is")
	}
	if wrong, ok := errors.AsType[*nilerror.PriceError](err); !ok || wrong != nil {
		t.Errorf("the error holds %v, want a nil *PriceError", wrong)
	}
}

// #endregion never-nil

func TestPlain(t *testing.T) {
	if err := nilerror.Plain(4990); err != nil {
		t.Errorf("error = %v for a good price", err)
	}
	if _, ok := errors.AsType[*nilerror.PriceError](nilerror.Plain(-1)); !ok {
		t.Error("a negative price is accepted")
	}
}
