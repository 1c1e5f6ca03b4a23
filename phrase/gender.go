package phrase

import (
	"strings"

	"rolecall"
)

// Person is somebody of a gender: "a woman", "a man", "a non-binary person"; of
// whom nothing is stated, "not stated".
func Person(g rolecall.Gender) string {
	if g == rolecall.Unknown {
		return g.Words()
	}
	return A(person(g))
}

func person(g rolecall.Gender) string {
	if g == rolecall.Nonbinary {
		return g.Words() + " person"
	}
	return g.Words()
}

// People are several of a gender: "women", "non-binary people".
func People(g rolecall.Gender) string {
	if g == rolecall.Nonbinary {
		return g.Words() + " people"
	}
	return g.Plural()
}

// Genders are the people of some genders together: "women and non-binary people".
func Genders(genders []rolecall.Gender) string { return And(Each(genders, People)) }

// AnyOf are the people of some genders, any of them: "women or non-binary people".
func AnyOf(genders []rolecall.Gender) string { return Or(Each(genders, People)) }

// OneOf is one person of some genders, without an article: "woman or non-binary
// person".
func OneOf(genders []rolecall.Gender) string { return Or(Each(genders, person)) }

// Gendered is a number of a gender: "1 woman", "3 women", "2 not stated".
func Gendered(n int, g rolecall.Gender) string { return Counted(n, g.Words(), g.Plural()) }

// Tally is what there is of each gender: "3 women, 5 men, 1 not stated", or
// "nobody".
func Tally(t rolecall.Tally) string {
	var parts []string
	for _, g := range rolecall.Genders() {
		if n := t.Of(g); n > 0 {
			parts = append(parts, Gendered(n, g))
		}
	}
	if len(parts) == 0 {
		return "nobody"
	}
	return strings.Join(parts, ", ")
}

// Only is the gender that all who are tallied share, if they do: that of nobody is
// none.
func Only(t rolecall.Tally) (rolecall.Gender, bool) {
	for _, g := range rolecall.Genders() {
		if n := t.Of(g); n > 0 {
			return g, n == t.Total()
		}
	}
	return "", false
}
