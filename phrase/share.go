package phrase

import (
	"fmt"
	"strings"

	"rolecall"
)

// Share is a share as its lower and upper bound: "44.4–66.7 %", "100 %", "–" of
// nobody.
func Share(s rolecall.Share) string {
	low, high := s.Lower.Percent(), s.Upper.Percent()
	if low == high {
		return low
	}
	return strings.TrimSuffix(low, " %") + "–" + high
}

// Interval is an interval of shares, from 0 to 1, in percent: "40.2–63.1 %".
func Interval(lower, upper float64) string {
	return fmt.Sprintf("%.1f–%.1f %%", 100*lower, 100*upper)
}

// Points is a change of a share in percentage points, with its sign: "+1.25",
// "−0.40".
func Points(change float64) string {
	words := fmt.Sprintf("%+.2f", 100*change)
	if words == "-0.00" {
		words = "+0.00"
	}
	return strings.Replace(words, "-", "−", 1)
}
