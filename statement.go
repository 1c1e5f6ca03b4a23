package rolecall

import (
	"fmt"
	"slices"
)

// Precedence is how much weight a statement has beside another about the same
// person: a higher one decides alone. The order is that of docs/method.md,
// rule 4; the words are those of the catalog.
type Precedence int

// The precedences, weakest first.
const (
	// CreditForm is the form of a credit: IMDb's "actress".
	CreditForm Precedence = iota
	// Citation is a page that says it in words, as the starter catalog cites.
	Citation
	// TMDB is the gender field of The Movie Database.
	TMDB
	// WikidataNormal and WikidataPreferred are statements of P21, "sex or
	// gender", by their rank.
	WikidataNormal
	WikidataPreferred
	// Correction is one made on this machine.
	Correction
	// Declaration is the person's own, as in a production's roster.
	Declaration
)

var precedenceWords = []string{
	"credit_form", "citation", "tmdb", "wikidata_normal", "wikidata_preferred", "correction", "declaration",
}

// String is the precedence's word.
func (p Precedence) String() string {
	if p < 0 || int(p) >= len(precedenceWords) {
		return fmt.Sprintf("Precedence(%d)", int(p))
	}
	return precedenceWords[p]
}

// Precedences are all precedences, weakest first.
func Precedences() []Precedence {
	all := make([]Precedence, len(precedenceWords))
	for i := range all {
		all[i] = Precedence(i)
	}
	return all
}

// ParsePrecedence reads a precedence by its word.
func ParsePrecedence(text string) (Precedence, error) {
	if i := slices.Index(precedenceWords, text); i >= 0 {
		return Precedence(i), nil
	}
	return 0, fmt.Errorf("%q is not a precedence of statements", text)
}

// Form is how a page words what it says of somebody's gender: words about the person
// say more than a place on a list, and both more than words about a group.
type Form string

// The forms, the closest to the person first.
const (
	// Pronoun is "she directed it".
	Pronoun Form = "pronoun"
	// Noun is "the first woman to direct it", "her brother".
	Noun Form = "noun"
	// List is a place on a list of women, or of men.
	List Form = "list"
	// Group is "all episodes are directed by women".
	Group Form = "group"
)

// Forms are all forms, the closest to the person first.
func Forms() []Form { return []Form{Pronoun, Noun, List, Group} }

// ParseForm reads a form by its word; the error lists the words there are.
func ParseForm(text string) (Form, error) {
	if f := Form(text); slices.Contains(Forms(), f) {
		return f, nil
	}
	return "", fmt.Errorf("%q is not a form of statements: write pronoun, noun, list or group", text)
}

// Statement is what one source says of one person's gender.
type Statement struct {
	PersonID string
	Gender   Gender
	// Wording is the source's own: "she", "trans woman", "female".
	Wording string
	// Form is how a page words it; empty of sources that have a field for it.
	Form       Form
	Precedence Precedence
	// Source is the identifier of the Source it came with, Citation the key of
	// the page within it, or empty.
	Source, Citation string
	// Date is when the source said so, if known.
	Date Date
}

// Resolution is what a person's statements come to.
type Resolution struct {
	Gender Gender
	// Deciding are the statements of the highest precedence there is.
	Deciding []Statement
	// Conflict says that they disagree; Gender is then Unknown.
	Conflict bool
}

// Resolve says what the statements about one person come to. Those of the
// highest precedence decide: where they agree, that is the answer; where they
// differ, it is Unknown, a conflict. A statement that the gender is not known or
// not to be told decides too, if no other of its precedence names one.
func Resolve(statements []Statement) Resolution {
	if len(statements) == 0 {
		return Resolution{Gender: Unknown}
	}
	highest := slices.MaxFunc(statements, func(a, b Statement) int { return int(a.Precedence - b.Precedence) })
	r := Resolution{Gender: Unknown}
	for _, s := range statements {
		if s.Precedence != highest.Precedence {
			continue
		}
		r.Deciding = append(r.Deciding, s)
		switch {
		case s.Gender == Unknown || s.Gender == r.Gender:
		case r.Gender == Unknown:
			r.Gender = s.Gender
		default:
			r.Conflict = true
		}
	}
	if r.Conflict {
		r.Gender = Unknown
	}
	return r
}
