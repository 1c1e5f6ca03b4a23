package rolecall

import (
	"fmt"
	"strconv"
	"strings"
)

// Billed says how high up in the cast somebody is billed, from the first: both ends are
// included, and 0 leaves one open. The zero Billed is everybody, billed or not.
type Billed struct{ From, To int }

// ParseBilled reads "1..3" (the first three), "3" (the third alone), "2.." (all but the lead)
// or "..3".
func ParseBilled(text string) (b Billed, err error) {
	from, to, isRange := strings.Cut(text, "..")
	if !isRange {
		to = from
	}
	for _, end := range []struct {
		text string
		into *int
	}{{from, &b.From}, {to, &b.To}} {
		if end.text = strings.TrimSpace(end.text); end.text == "" {
			continue
		}
		if *end.into, err = strconv.Atoi(end.text); err != nil || *end.into < 1 {
			return Billed{}, fmt.Errorf("%q is no place in the billing: write 1..3 for the first three, 2.. for all but the first", text)
		}
	}
	switch {
	case b.IsZero():
		return b, fmt.Errorf("%q is no place in the billing: write 1..3 for the first three, 2.. for all but the first", text)
	case b.To > 0 && b.From > b.To:
		return Billed{}, fmt.Errorf("the places in the billing run from %d to %d: the smaller goes first", b.From, b.To)
	}
	return b, nil
}

// IsZero reports whether nothing is asked of the billing.
func (b Billed) IsZero() bool { return b == Billed{} }

// String is what ParseBilled reads.
func (b Billed) String() string {
	switch {
	case b.IsZero():
		return ""
	case b.From == b.To:
		return strconv.Itoa(b.From)
	case b.To == 0:
		return strconv.Itoa(b.From) + ".."
	}
	return fmt.Sprintf("%d..%d", max(b.From, 1), b.To)
}

// Words say it of the cast: "billed first to third place" is "billed among the first 3".
func (b Billed) Words() string {
	switch {
	case b.IsZero():
		return ""
	case b.From <= 1 && b.To == 1:
		return "billed first"
	case b.From <= 1 && b.To > 1:
		return fmt.Sprintf("billed among the first %d", b.To)
	case b.To == 0:
		return fmt.Sprintf("billed after the first %d", b.From-1)
	case b.From == b.To:
		return fmt.Sprintf("billed in place %d", b.From)
	}
	return fmt.Sprintf("billed in places %d to %d", b.From, b.To)
}
