package render

import (
	"rolecall"
	"rolecall/measure"
)

// Headline is "Share of women by year, in credits".
func (r Report) Headline() string { return r.headline() }

// Scope says which titles are counted and how many they are.
func (r Report) Scope() string { return r.scope() }

// Notes say what a reader may otherwise take wrong.
func (r Report) Notes() []string { return r.notes() }

// Changes say how the shares change per year, where the parts are years.
func (r Report) Changes() []string { return r.trendLines() }

// Method is how the numbers were come to, and Citations how to cite them.
func (r Report) Method() string    { return r.method().Paragraph() }
func (r Report) Citations() string { return citations(r.method()) }

// Part names the part of the population that a row is about.
func (r Report) Part(row measure.Row) string { return r.partName(row) }

// Headline, Scope, Notes, Method and Citations are those of a report.
func (r Ranking) Headline() string  { return r.headline() }
func (r Ranking) Scope() string     { return r.scope() }
func (r Ranking) Notes() []string   { return r.notes() }
func (r Ranking) Method() string    { return r.method().Paragraph() }
func (r Ranking) Citations() string { return citations(r.method()) }

// RoleName is a role in words, the lead explained.
func RoleName(role rolecall.Role) string { return roleName(role) }

// GenderWords are genders as people are spoken of: "women and non-binary".
func GenderWords(genders []rolecall.Gender) string { return genderWords(genders) }
