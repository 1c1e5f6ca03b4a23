package sentence

import (
	"fmt"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/phrase"
)

// Careers says how many of the people in a role have it for the first time or, where that
// cannot be told, how many have it once: "Of 1,203 directors, 310 were a director for the
// first time: 90 women, 205 men and 15 people whose gender is not on record".
func Careers(c measure.Careers) string {
	people, first, once := 0, rolecall.Tally{}, rolecall.Tally{}
	for _, of := range c.Rows {
		people += of.People
		first, once = first.Plus(tallyOf(of, of.First)), once.Plus(tallyOf(of, of.ByTitles[0]))
	}
	who := fmt.Sprintf("Of %s %s", phrase.Grouped(people), phrase.RoleOf(people, c.Role))
	switch {
	case people == 0:
		return fmt.Sprintf("We have no credit as %s for these titles", c.Role.Words())
	case !c.TellsFirst:
		return fmt.Sprintf("%s, %s on one of these titles only: %s", who, phrase.Counted(once.Total(), "is", "are"), phrase.Tally(once))
	case first.Total() == 0:
		return fmt.Sprintf("%s, nobody is certainly one for the first time", who)
	}
	return fmt.Sprintf("%s, %s certainly one for the first time: %s", who, phrase.Counted(first.Total(), "is", "are"), phrase.Tally(first))
}

func tallyOf(of catalog.CareersOf, people int) rolecall.Tally {
	switch of.Gender {
	case rolecall.Woman:
		return rolecall.Tally{Women: people}
	case rolecall.Man:
		return rolecall.Tally{Men: people}
	case rolecall.Nonbinary:
		return rolecall.Tally{Nonbinary: people}
	}
	return rolecall.Tally{Unknown: people}
}
