package standard

import (
	"math/big"

	"rolecall"
)

// bound is one end of a range: a number, or no end at all.
type bound struct {
	value *big.Rat
	// open says that the range comes as near as you like without reaching it.
	open bool
	// infinite says that there is no end; value is then nil.
	infinite bool
}

// bounds are what a number may be, as far as is known.
type bounds struct{ low, high bound }

func whole(n int) *big.Rat { return big.NewRat(int64(n), 1) }

// countBounds are those of a count; where more may exist than are held, there is
// no upper end.
func countBounds(c rolecall.Count, more bool) bounds {
	b := bounds{bound{value: whole(c.Certain)}, bound{value: whole(c.Possible)}}
	if more {
		b.high = bound{infinite: true}
	}
	return b
}

// shareBounds are those of a count's share. Of nobody they are all there is: a
// share of nobody is not 0. Where any number may be missing, a share can come as
// near to 0 and to 1 as you like, and reaches an end only where nobody held
// stands against it.
func shareBounds(c rolecall.Count, more bool) bounds {
	if c.Of == 0 {
		return bounds{bound{value: whole(0)}, bound{value: whole(1)}}
	}
	if !more {
		of := int64(c.Of)
		return bounds{bound{value: big.NewRat(int64(c.Certain), of)}, bound{value: big.NewRat(int64(c.Possible), of)}}
	}
	return bounds{
		bound{value: whole(0), open: c.Certain > 0},
		bound{value: whole(1), open: c.Possible < c.Of},
	}
}

// truth is one of three values.
type truth int

const (
	unsettled truth = iota
	no
	yes
)

// comparison is an operator of the language: >=, >, <= or <.
type comparison string

const (
	atLeast comparison = ">="
	over    comparison = ">"
	atMost  comparison = "<="
	under   comparison = "<"
)

// compare says whether every number within a compares so with every number
// within b, none does, or it depends.
func compare(a bounds, op comparison, b bounds) truth {
	switch op {
	case atMost:
		return compare(b, atLeast, a)
	case under:
		return compare(b, over, a)
	}
	// a ≥ b always if a's lowest is no less than b's highest, and never if a's
	// highest is less than b's lowest; likewise a > b.
	if above(a.low, b.high, op == over) {
		return yes
	}
	if above(b.low, a.high, op == atLeast) {
		return no
	}
	return unsettled
}

// above reports whether every number from low upwards is at least, or strictly
// over, every number up to high.
func above(low, high bound, strictly bool) bool {
	if low.infinite || high.infinite {
		return false
	}
	switch low.value.Cmp(high.value) {
	case 1:
		return true
	case 0:
		return !strictly || low.open || high.open
	}
	return false
}
