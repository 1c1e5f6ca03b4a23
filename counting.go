package rolecall

import (
	"fmt"
	"slices"
)

// Unit is what a number counts. Guilds count episodes, universities count
// people: a number without its unit says nothing.
type Unit string

// The units.
const (
	// Credits counts persons once for each leaf title.
	Credits Unit = "credits"
	// People counts distinct persons.
	People Unit = "people"
	// TitlesAny counts leaf titles with at least one.
	TitlesAny Unit = "titles-any"
	// TitlesAll counts leaf titles where all are.
	TitlesAll Unit = "titles-all"
)

// Units are all units, the default of reports first.
func Units() []Unit { return []Unit{Credits, People, TitlesAny, TitlesAll} }

// ParseUnit reads a unit by its word.
func ParseUnit(text string) (Unit, error) {
	if u := Unit(text); slices.Contains(Units(), u) {
		return u, nil
	}
	return "", fmt.Errorf("%q is not a unit: choose credits, people, titles-any or titles-all", text)
}

// GenderOf tells the gender of a person by identifier; a person it does not
// hold is Unknown.
type GenderOf map[string]Gender

func (g GenderOf) of(person string) Gender {
	if gender, held := g[person]; held {
		return gender
	}
	return Unknown
}

// TallyCredits counts in the unit Credits: each person once for each leaf title
// and role. A credit on a season or series is on no leaf title known and is left
// aside.
func TallyCredits(credits []Credit, genders GenderOf) Tally {
	var t Tally
	for _, c := range Once(credits) {
		if !c.isUnplaced() {
			t.Add(genders.of(c.PersonID))
		}
	}
	return t
}

// TallyPeople counts in the unit People: each person once.
func TallyPeople(credits []Credit, genders GenderOf) Tally {
	var t Tally
	seen := make(map[string]bool)
	for _, c := range credits {
		if !seen[c.PersonID] {
			seen[c.PersonID] = true
			t.Add(genders.of(c.PersonID))
		}
	}
	return t
}

// PerTitle is a tally of the people credited on each of some leaf titles.
// A title without a credit is there with an empty tally: it is in every
// denominator, as unknown (docs/method.md, rule 7).
type PerTitle []Tally

// TallyTitles counts the people credited on each of the leaf titles, in their
// order. Credits on other titles are left aside.
func TallyTitles(leaves []string, credits []Credit, genders GenderOf) PerTitle {
	people := make(map[string][]Credit, len(leaves))
	for _, c := range credits {
		people[c.TitleID] = append(people[c.TitleID], c)
	}
	tallies := make(PerTitle, len(leaves))
	for i, id := range leaves {
		tallies[i] = TallyPeople(people[id], genders)
	}
	return tallies
}

// Held is on how many titles anybody is credited.
func (p PerTitle) Held() (n int) {
	for _, t := range p {
		if t.Total() > 0 {
			n++
		}
	}
	return n
}

// Any says on how many titles at least one person is of the genders named.
func (p PerTitle) Any(genders ...Gender) Count {
	c := Count{Of: len(p)}
	for _, t := range p {
		n := t.Count(genders...)
		c.add(n.Certain > 0, n.Possible > 0 || n.Of == 0)
	}
	return c
}

// All says on how many titles every person is of the genders named.
func (p PerTitle) All(genders ...Gender) Count {
	c := Count{Of: len(p)}
	for _, t := range p {
		n := t.Count(genders...)
		c.add(n.Of > 0 && n.Certain == n.Of, n.Possible == n.Of)
	}
	return c
}

func (c *Count) add(certain, possible bool) {
	if certain {
		c.Certain++
	}
	if possible {
		c.Possible++
	}
}

// AnyTally counts, for each gender, the titles with at least one person of it,
// so that a title can count for several. Unknown counts the titles that have a
// person of unknown gender or no credit at all.
func (p PerTitle) AnyTally() Tally {
	t := Tally{Women: p.Any(Woman).Certain, Men: p.Any(Man).Certain, Nonbinary: p.Any(Nonbinary).Certain}
	for _, title := range p {
		if title.Unknown > 0 || title.Total() == 0 {
			t.Unknown++
		}
	}
	return t
}

// AllTally counts, for each gender, the titles where every person is of it.
// Unknown counts the titles that may yet turn out so for some gender; titles
// known to be mixed are in no part of it.
func (p PerTitle) AllTally() Tally {
	t := Tally{Women: p.All(Woman).Certain, Men: p.All(Man).Certain, Nonbinary: p.All(Nonbinary).Certain}
	for _, title := range p {
		known := max(title.Women, title.Men, title.Nonbinary)
		if undecided := title.Unknown > 0 || title.Total() == 0; undecided && known == title.Known() {
			t.Unknown++
		}
	}
	return t
}
