package sentence

import (
	"fmt"

	"rolecall/measure"
	"rolecall/phrase"
)

// Gaps says of the first role asked about for how many of its credits no gender is on record,
// without its stop: "For 21 of the 614 director credits, 15 people's, no gender is on record".
func Gaps(g measure.Gaps) string {
	r := g.Roles[0]
	of := fmt.Sprintf("%s %s credits", phrase.Grouped(r.Tally.Total()), r.Role.Words())
	if r.Tally.Unknown == 0 {
		return fmt.Sprintf("The gender of everybody is on record for the %s", of)
	}
	return fmt.Sprintf("For %s of the %s, %s, no gender is on record", phrase.Grouped(r.Tally.Unknown), of, phrase.Counted(r.People, "person's", "people's"))
}
