package catalog

import "fmt"

// People are parted by their age in the year of the title, which only years tell: it may be a
// year less. An age that nobody has is a slip of the source, and so not known.
const (
	oldest = 109
	// agedPeople brings in the year of birth and that of the title.
	agedPeople = `LEFT JOIN (SELECT number AS person, born FROM person) AS birth USING (person)
		LEFT JOIN (SELECT t.number AS title, ` + yearOf + ` AS shown FROM title t) AS dated USING (title)`
)

// ageKey is the part that a person of a title is in, empty where the age is not known: from
// a bound on or, where none are asked for, in tens of years.
func (s Side) ageKey() string {
	age := `(shown - born)`
	part := s.spanOf(age)
	if s.bounds() == "" {
		part = s.spanOf(age + ` // 10 * 10`)
	}
	return fmt.Sprintf(`CASE WHEN born > 0 AND %s BETWEEN 0 AND %d THEN %s ELSE '' END`, age, oldest, part)
}

// partByAge makes the parts those of the people, each with all titles of the part that it is
// within.
func (t *Tallies) partByAge(by Breakdown) {
	titlesOf := func(key Key) Key {
		switch by.ofTitles() {
		case Breakdown{}:
			return Key{}
		case Breakdown{First: by.First}:
			return Key{First: key.First}
		}
		return Key{First: key.Then}
	}
	type part struct {
		key   Key
		given GivenState
	}
	whole, there := make(map[part]Part), make(map[part]bool)
	for _, p := range t.Parts {
		whole[part{p.Key, p.Given}] = p
	}
	t.Parts = nil
	add := func(key Key, given GivenState) {
		p, is := whole[part{titlesOf(key), given}]
		if is && !there[part{key, given}] {
			there[part{key, given}] = true
			p.Key = key
			t.Parts = append(t.Parts, p)
		}
	}
	for _, s := range t.Tallied {
		add(s.Key, s.Given)
	}
	for _, s := range t.People {
		add(s.Key, s.Given)
	}
}
