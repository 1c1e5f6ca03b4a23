package rolecall

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// Count is how many of a number have a property, as far as is known:
// 0 ≤ Certain ≤ Possible ≤ Of.
type Count struct {
	// Certain have it by what is stated.
	Certain int
	// Possible would have it if everything not stated turned out so.
	Possible int
	Of       int
}

// Settled is how many are known either to have the property or not to.
func (c Count) Settled() int { return c.Of - (c.Possible - c.Certain) }

// String is "13 of 13" or, where something is unknown, "4–6 of 9".
func (c Count) String() string {
	if c.Certain == c.Possible {
		return fmt.Sprintf("%d of %d", c.Certain, c.Of)
	}
	return fmt.Sprintf("%d–%d of %d", c.Certain, c.Possible, c.Of)
}

// Share reads the count as a fraction with its bounds.
func (c Count) Share() Share {
	return Share{
		Lower:    Fraction{c.Certain, c.Of},
		Known:    Fraction{c.Certain, c.Settled()},
		Upper:    Fraction{c.Possible, c.Of},
		Coverage: Fraction{c.Settled(), c.Of},
	}
}

// Share is a count read as a fraction. Lower takes no unknown to have the
// property, Upper takes all to; Known is the share among those settled, and
// Coverage how many of all those are. Where Known is defined,
// 0 ≤ Lower ≤ Known ≤ Upper ≤ 1. A headline may use Known only with Coverage
// beside it (docs/method.md, rule 3).
type Share struct {
	Lower    Fraction
	Known    Fraction
	Upper    Fraction
	Coverage Fraction
}

// Fraction is an exact ratio of two counts, undefined where Denominator is 0:
// a share of nobody is not 0.
type Fraction struct{ Numerator, Denominator int }

// Defined reports whether the fraction has a value.
func (f Fraction) Defined() bool { return f.Denominator != 0 }

// Value is the ratio, from 0 to 1 for a share; false where undefined.
func (f Fraction) Value() (float64, bool) {
	if !f.Defined() {
		return 0, false
	}
	return float64(f.Numerator) / float64(f.Denominator), true
}

// Compare orders two defined fractions exactly.
func (f Fraction) Compare(g Fraction) int {
	return big.NewRat(int64(f.Numerator), int64(f.Denominator)).
		Cmp(big.NewRat(int64(g.Numerator), int64(g.Denominator)))
}

// Percent is the ratio in percent with at most one decimal, "46.2 %", or "–"
// where undefined.
func (f Fraction) Percent() string {
	v, ok := f.Value()
	if !ok {
		return "–"
	}
	return strings.TrimSuffix(fmt.Sprintf("%.1f", 100*v), ".0") + " %"
}

// Decimals is the ratio to six decimals, enough for any count held and the same
// everywhere; nil where undefined.
func (f Fraction) Decimals() *float64 {
	if !f.Defined() {
		return nil
	}
	v, _ := strconv.ParseFloat(big.NewRat(int64(f.Numerator), int64(f.Denominator)).FloatString(6), 64)
	return &v
}
