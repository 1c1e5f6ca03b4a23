package rolecall

import (
	"fmt"
	"slices"
)

// Gender is what sources state of a person's gender, in the four values that
// are counted. The source's own wording stays with its Statement.
type Gender string

// The genders. A trans woman is a woman and a trans man a man. Unknown is what
// nobody has stated, or what sources state differently.
const (
	Woman     Gender = "woman"
	Man       Gender = "man"
	Nonbinary Gender = "nonbinary"
	Unknown   Gender = "unknown"
)

// Genders are all values, in the order of tallies.
func Genders() []Gender { return []Gender{Woman, Man, Nonbinary, Unknown} }

// ParseGender reads a gender by its word.
func ParseGender(text string) (Gender, error) {
	if g := Gender(text); slices.Contains(Genders(), g) {
		return g, nil
	}
	return "", fmt.Errorf("%q is not a gender counted here: choose woman, man, nonbinary or unknown", text)
}

// Words is the gender as output says it.
func (g Gender) Words() string {
	switch g {
	case Nonbinary:
		return "non-binary"
	case Unknown:
		return "not stated"
	}
	return string(g)
}

// Plural is the gender in words for any number of people but one.
func (g Gender) Plural() string {
	switch g {
	case Woman:
		return "women"
	case Man:
		return "men"
	}
	return g.Words()
}
