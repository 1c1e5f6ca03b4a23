// Package standard knows published rubrics, such as a rating for films by women
// or a stamp for gender-balanced productions, and says of a title which of their
// criteria it meets.
//
// A standard is a YAML file, so that it can be read, cited, corrected and added
// to by people who write no Go. Its criteria are CEL expressions (cel.dev) over
// counts of people, credits and titles. They are evaluated in three values: met
// whatever the unknown turns out to be, not met whatever it turns out to be, or
// unknown, with the people and titles that are missing. What credits cannot show
// is declared in the file and comes out as "needs judgement", never as a pass.
package standard

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/nameindex"
)

// Standard is a published rubric.
type Standard struct {
	// ID is the word that commands take: "f-rating".
	ID string
	// Name is what its publisher calls it.
	Name      string
	Publisher string
	// Year is the year of the version described.
	Year int
	// Citations are the pages that were read, the weightiest first; never empty.
	Citations []Citation
	// Wording is the standard as a whole, in our words.
	Wording string
	// Reading says how the words were turned into counts, where they leave room.
	Reading string
	// CannotSee is what credits do not show.
	CannotSee string
	// Kinds are the kinds of title it speaks of.
	Kinds []rolecall.Kind
	// Genders are those it counts for.
	Genders  []rolecall.Gender
	Criteria []Criterion
	// Passes is the expression over criteria that decides the whole, or empty
	// where the standard has no such decision.
	Passes string
	// File is the file it was read from.
	File string

	passes *expression
}

// Citation is a page that was read.
type Citation struct {
	Publisher, Title, Address string
	// Read is the day it was read, as 2026-11-21.
	Read string
}

// Criterion is one part of a standard. It either counts (Count) or decides (Met,
// NotMet, Judgement).
type Criterion struct {
	// ID is its name in the standard's expression.
	ID      string
	Name    string
	Wording string
	// Count is the expression that is only counted, as the standard sets no
	// threshold.
	Count string
	// Met is the expression that suffices. NotMet, where there is one, suffices
	// for the contrary; where neither holds, Judgement is needed.
	Met, NotMet string
	// Judgement says what has to be judged and why credits do not show it.
	Judgement string
	// Points is what the criterion is worth, 1 unless the file says otherwise.
	Points int

	count, met, notMet *expression
}

// AppliesTo reports whether the standard speaks of titles of a kind.
func (s *Standard) AppliesTo(k rolecall.Kind) bool { return slices.Contains(s.Kinds, k) }

// Set is some standards, in the order in which they are listed.
type Set []*Standard

// Find is the standard of an identifier. The error is a *NotFoundError.
func (s Set) Find(id string) (*Standard, error) {
	wanted := strings.ToLower(strings.TrimSpace(id))
	for _, one := range s {
		if one.ID == wanted {
			return one, nil
		}
	}
	return nil, &NotFoundError{ID: id, Near: s.near(wanted)}
}

// For are the standards that speak of titles of a kind.
func (s Set) For(k rolecall.Kind) Set {
	return slices.DeleteFunc(slices.Clone(s), func(one *Standard) bool { return !one.AppliesTo(k) })
}

// IDs are the identifiers.
func (s Set) IDs() []string {
	ids := make([]string, len(s))
	for i, one := range s {
		ids[i] = one.ID
	}
	return ids
}

// NotFoundError says that there is no standard of an identifier.
type NotFoundError struct {
	ID string
	// Near are identifiers that may have been meant.
	Near []string
}

func (e *NotFoundError) Error() string {
	text := "there is no standard named “" + e.ID + "”"
	if len(e.Near) > 0 {
		text += ": did you mean " + strings.Join(e.Near, ", ") + "?"
	}
	return text + "; rolecall assess --list lists them"
}

// near are the identifiers that share a word with what was asked, or else those
// at most three typing errors away.
func (s Set) near(wanted string) []string {
	words := strings.FieldsFunc(wanted, func(r rune) bool { return r == '-' || r == ' ' || r == '_' })
	var sharing, mistyped []string
	for _, id := range s.IDs() {
		if slices.ContainsFunc(words, func(w string) bool { return len(w) > 1 && strings.Contains(id, w) }) {
			sharing = append(sharing, id)
		} else if nameindex.WithinEdits(wanted, id, 3) {
			mistyped = append(mistyped, id)
		}
	}
	return append(sharing, mistyped...)
}
