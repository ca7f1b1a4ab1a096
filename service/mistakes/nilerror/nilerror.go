// Package nilerror is wrong on purpose: what Typed returns is never nil, though no price is wrong, as
// TestTypedIsNeverNil shows.
package nilerror

// PriceError says which price cannot be.
type PriceError struct{ MinorUnits int64 }

func (e *PriceError) Error() string { return "price is negative" }

// #region typed

// Typed checks a price. Wrong: an error holds a type and a value, and
// here the type is always there. A nil *PriceError in it does not make
// the error nil.
func Typed(minorUnits int64) error {
	var wrong *PriceError
	if minorUnits < 0 {
		wrong = &PriceError{MinorUnits: minorUnits}
	}
	return wrong
}

// #endregion typed

// #region plain

// Plain says nil where it means nil.
func Plain(minorUnits int64) error {
	if minorUnits < 0 {
		return &PriceError{MinorUnits: minorUnits}
	}
	return nil
}

// #endregion plain
