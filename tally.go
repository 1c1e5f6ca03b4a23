package rolecall

// Tally is counts by gender of whatever is counted: people, credits or titles.
type Tally struct {
	Women     int
	Men       int
	Nonbinary int
	Unknown   int
}

// Add counts one more of a gender.
func (t *Tally) Add(g Gender) {
	switch g {
	case Woman:
		t.Women++
	case Man:
		t.Men++
	case Nonbinary:
		t.Nonbinary++
	default:
		t.Unknown++
	}
}

// Plus is the sum of two tallies.
func (t Tally) Plus(u Tally) Tally {
	return Tally{t.Women + u.Women, t.Men + u.Men, t.Nonbinary + u.Nonbinary, t.Unknown + u.Unknown}
}

// Of is the number counted of one gender.
func (t Tally) Of(g Gender) int {
	switch g {
	case Woman:
		return t.Women
	case Man:
		return t.Men
	case Nonbinary:
		return t.Nonbinary
	}
	return t.Unknown
}

// Total is the number counted, the unknown among them.
func (t Tally) Total() int { return t.Known() + t.Unknown }

// Known is the number counted whose gender is stated.
func (t Tally) Known() int { return t.Women + t.Men + t.Nonbinary }

// Count says how many of those counted are of the genders named.
func (t Tally) Count(genders ...Gender) Count {
	c := Count{Of: t.Total()}
	for _, g := range genders {
		c.Certain += t.Of(g)
	}
	c.Possible = c.Certain + t.Unknown
	return c
}
