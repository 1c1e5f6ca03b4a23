package render

import (
	"fmt"
	"strings"

	"rolecall"
	"rolecall/method"
	"rolecall/phrase"
)

// How answers were come to that count no population: what must be said with them, and
// how they are cited.

// Credited is how the line-up of a title was come to.
func (s Show) Credited() method.Method {
	m := method.Method{Subject: "Who made " + s.Lineup.Title.Label() + ", by its credits", Notes: s.Notes(), Catalog: s.Catalog}
	for _, r := range s.Lineup.Roles {
		m.Coverage = append(m.Coverage, method.Coverage{Of: r.Role.Plural(), Share: r.People.Count(rolecall.Woman).Share().Coverage})
	}
	return m
}

// Method is how the rarity was come to, or why it cannot be told.
func (u Unusual) Method() method.Method {
	if u.Rarity != nil {
		return u.Show.Method()
	}
	m := u.Credited()
	m.Subject = "How unusual " + u.Lineup.Title.Label() + " is"
	m.Notes = append([]string{phrase.Stop(u.Unverifiable.Error())}, m.Notes...)
	return m
}

// Method is how a person's gender was come to.
func (a Person) Method() method.Method {
	m := method.Method{
		Subject: "The credits of " + a.Career.Person.Name + ", and what is stated of their gender",
		Bounds:  "The gender is what sources state and nothing else: where none states it, or those of equal weight disagree, it is unknown.",
		Notes:   []string{"The credits are those this catalog holds; there may be others."}, Catalog: a.Catalog,
	}
	if a.Career.Person.Conflict {
		m.Notes = append(m.Notes, "Sources of equal weight disagree about the gender, so that it is unknown.")
	}
	return m
}

// Method is how titles and people near a text were found.
func (s Search) Method() method.Method {
	return method.Method{
		Subject: fmt.Sprintf("Titles and people near ‘%s’", strings.TrimSpace(s.Text)),
		Bounds:  "These are names near the text, the nearest first: that one is listed does not make it the one meant, and what is not listed is not in this catalog. A gender is what sources state.",
		Catalog: s.Catalog,
	}
}

// Method is how claims were checked.
func (c Check) Method() method.Method {
	return method.Method{
		Subject: "The claims about credits in an article",
		Bounds: "“Supported” means that nothing which is missing could make the claim false, “contradicted” that nothing which is missing could make it true; " +
			"“unverifiable” depends on what this catalog does not hold or no source states.",
		Notes:   []string{"Claims are found by rules: what is not listed was not checked."},
		Catalog: c.Catalog,
	}
}
