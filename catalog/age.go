package catalog

import (
	"fmt"
	"strconv"
)

// People are parted by their age in the year of the title, which only years tell: it may be a
// year less. An age that nobody has is a slip of the source, and so not known.
const (
	oldest = 109
	// agedPeople brings in the year of birth and that of the title.
	agedPeople = `LEFT JOIN (SELECT number AS person, born FROM person) AS birth USING (person)
		LEFT JOIN (SELECT t.number AS title, ` + yearOf + ` AS shown FROM title t) AS dated USING (title)`
)

// ageKey is the part that a person of a title is in, empty where the age is not known.
var ageKey = fmt.Sprintf(`CASE WHEN born > 0 AND shown - born BETWEEN 0 AND %d THEN ((shown - born) // 10 * 10)::VARCHAR ELSE '' END`, oldest)

// partByAge makes the parts those of the people, each with all titles, and names them.
func (t *Tallies) partByAge() {
	if len(t.Parts) == 0 {
		return
	}
	whole := t.Parts
	t.Parts, t.Labels = nil, make(map[string]string)
	add := func(key string, given GivenState) {
		for _, p := range t.Parts {
			if p.Key == key && p.Given == given {
				return
			}
		}
		for _, p := range whole {
			if p.Given == given {
				p.Key = key
				t.Parts = append(t.Parts, p)
			}
		}
		if years, err := strconv.Atoi(key); err == nil {
			t.Labels[key] = fmt.Sprintf("%d–%d", years, years+9)
		}
	}
	for _, s := range t.Tallied {
		add(s.Key, s.Given)
	}
	for _, s := range t.People {
		add(s.Key, s.Given)
	}
}
