package main

import (
	"strings"

	"rolecall/press"
	"rolecall/press/english"
)

// statement is a claim as a reader labelled it, or as the program found it. What is
// not said is empty; a value is a number, words, or nil.
type statement struct {
	Quote   string `json:"quote"`
	Kind    string `json:"kind"`
	Title   string `json:"title"`
	Season  int    `json:"season"`
	Year    any    `json:"year"`
	Role    string `json:"role"`
	Person  string `json:"person"`
	Gender  string `json:"gender"`
	Value   any    `json:"value"`
	Of      any    `json:"of"`
	Negated bool   `json:"negated"`
	// Verdict is what the starter catalog makes of it; of a label, where it says so.
	Verdict string `json:"verdict"`
	// Note is a label's: why it is hard, or why it is optional.
	Note string `json:"note"`

	// places are where the quotation stands. That of a label, which has no place, stands
	// wherever its words do.
	places []english.Span
	// seasons are those of a find, which may name several.
	seasons []int
}

// found is a claim of a report as a statement, without its place.
func found(c press.Claim) statement {
	s := statement{
		Quote: c.Quote, Kind: string(c.Kind), Title: c.Title, Role: string(c.Role), Person: c.Person, Gender: string(c.Gender),
		Negated: c.Negated, Verdict: string(c.Verdict), seasons: c.Seasons,
	}
	if len(c.Seasons) == 1 {
		s.Season = c.Seasons[0]
	}
	if c.Year != 0 {
		s.Year = float64(c.Year)
	}
	if c.Of != 0 {
		s.Of = c.Of
	}
	switch {
	case c.Value != nil:
		s.Value = *c.Value
	case c.ValueWords != "":
		s.Value = c.ValueWords
	}
	return s
}

// shared is for how many bytes two statements overlap at the places where they do most;
// 0 or less where they are apart.
func (s statement) shared(t statement) int {
	most := -1 << 30
	for _, a := range s.places {
		for _, b := range t.places {
			most = max(most, min(a.End, b.End)-max(a.Start, b.Start))
		}
	}
	return most
}

// String is a statement in short: "credit(Jessica Jones, 2, director, Jet Wilkinson)".
func (s statement) String() string {
	var parts []string
	season := any(s.Season)
	if s.Season == 0 {
		season = nil
	}
	for _, part := range []any{s.Title, season, s.Role, s.Person, s.Gender, s.Value, s.Year} {
		if part != nil && part != "" {
			parts = append(parts, words(part))
		}
	}
	if s.Negated {
		parts = append(parts, "NOT")
	}
	return s.Kind + "(" + strings.Join(parts, ", ") + ")"
}
