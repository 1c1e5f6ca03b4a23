package rolecall

import "fmt"

// Reading is what a number makes of what is not known (docs/method.md, rule 10).
type Reading string

// The readings, from the one that leaves nothing out to the one that leaves out all that
// is not known.
const (
	// Bounds counts every film and episode, and what is not known both ways.
	Bounds Reading = "bounds"
	// AsCredited leaves out the films and episodes on which nobody is credited in the
	// role; people whose gender is not stated count both ways.
	AsCredited Reading = "credited"
	// WhereKnown leaves out those as well whose gender is not stated.
	WhereKnown Reading = "known"
)

// Readings are all readings, the default first.
func Readings() []Reading { return []Reading{Bounds, AsCredited, WhereKnown} }

// ParseReading reads a reading by its word; the empty text is Bounds.
func ParseReading(text string) (Reading, error) {
	switch r := Reading(text); r {
	case "":
		return Bounds, nil
	case Bounds, AsCredited, WhereKnown:
		return r, nil
	}
	return "", fmt.Errorf("%q is not a reading: choose bounds (everything counts, what is not known both ways), credited (films and episodes without a credit are left out) or known (people whose gender is not stated are left out too)", text)
}

// LeavesOut reports whether the reading leaves out something that is not known.
func (r Reading) LeavesOut() bool { return r == AsCredited || r == WhereKnown }

// Compares reports whether the reading compares titles with others of which within is the
// narrowest reading that does.
func (r Reading) Compares(within Reading) bool {
	return !r.LeavesOut() || within == WhereKnown || within == r
}

// Read is the tally as a reading has it.
func (t Tally) Read(r Reading) Tally {
	if r == WhereKnown {
		t.Unknown = 0
	}
	return t
}

// Read is the leaf titles that a reading counts: as credited, those on which somebody is
// credited; where known, those of them on which the gender of everybody is stated.
func (p PerTitle) Read(r Reading) PerTitle {
	if !r.LeavesOut() {
		return p
	}
	var read PerTitle
	for _, t := range p {
		if t.Total() > 0 && (r == AsCredited || t.Unknown == 0) {
			read = append(read, t)
		}
	}
	return read
}
