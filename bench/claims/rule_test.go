package main

import (
	"testing"

	"rolecall/press/english"
)

// here is a statement at the same place as every other.
func here(s statement) statement {
	s.places = []english.Span{{Start: 0, End: 10}}
	if s.Season != 0 && s.seasons == nil {
		s.seasons = []int{s.Season}
	}
	return s
}

func TestRule(t *testing.T) {
	credit := statement{Kind: "credit", Title: "Fargo", Role: "director", Person: "Dana Gonzales"}
	all := statement{Kind: "every", Title: "Fargo", Season: 2, Role: "director", Gender: "woman"}
	with := func(s statement, change func(*statement)) statement { change(&s); return s }
	for _, c := range []struct {
		name        string
		label, find statement
		want        fit
	}{
		{"the same", credit, credit, same},
		{"another title", credit, with(credit, func(s *statement) { s.Title = "Atlanta" }), another},
		{"no title", credit, with(credit, func(s *statement) { s.Title = "" }), another},
		{"a title read into a figure of none", statement{Kind: "share", Value: 17.0}, statement{Kind: "share", Value: 17.0, Title: "Fargo"}, another},
		{"a rank need not say its title", statement{Kind: "rank", Title: "Fargo"}, statement{Kind: "rank"}, same},
		{"but no other title", statement{Kind: "rank", Title: "Fargo"}, statement{Kind: "rank", Title: "Atlanta"}, another},
		{"a title by its beginning", with(credit, func(s *statement) { s.Title = "Batman v Superman: Dawn of Justice" }), with(credit, func(s *statement) { s.Title = "Batman v Superman" }), same},
		{"one word is no beginning", with(credit, func(s *statement) { s.Title = "Black Widow" }), with(credit, func(s *statement) { s.Title = "Black" }), another},
		{"accents and articles", with(credit, func(s *statement) { s.Title = "The Amélie" }), with(credit, func(s *statement) { s.Title = "amelie" }), same},
		{"by last name", credit, with(credit, func(s *statement) { s.Person = "Gonzales" }), same},
		{"another person", credit, with(credit, func(s *statement) { s.Person = "Dana Cruz" }), another},
		{"a credit of nobody", credit, with(credit, func(s *statement) { s.Person = "" }), another},
		{"another role", credit, with(credit, func(s *statement) { s.Role = "writer" }), another},
		{"star and cast", with(credit, func(s *statement) { s.Role = "star" }), with(credit, func(s *statement) { s.Role = "cast" }), same},
		{"a maker's role left open", credit, with(credit, func(s *statement) { s.Role = "other" }), same},
		{"a star is no maker", with(credit, func(s *statement) { s.Role = "star" }), with(credit, func(s *statement) { s.Role = "other" }), another},
		{"denied", credit, with(credit, func(s *statement) { s.Negated = true }), another},
		{"both denied", with(credit, func(s *statement) { s.Negated = true }), with(credit, func(s *statement) { s.Negated = true }), same},
		{"no man is all women", all, with(all, func(s *statement) { s.Gender, s.Negated = "man", true }), same},
		{"no woman is not all women", all, with(all, func(s *statement) { s.Negated = true }), another},
		{"all men are not all women", all, with(all, func(s *statement) { s.Gender = "man" }), another},
		{"none by its number", with(all, func(s *statement) { s.Negated = true }), with(all, func(s *statement) { s.Value = 0.0 }), same},
		{"another season", all, with(all, func(s *statement) { s.Season = 1 }), another},
		{"a season not said", all, with(all, func(s *statement) { s.Season = 0 }), same},
		{"one of several seasons", all, with(all, func(s *statement) { s.Season, s.seasons = 0, []int{1, 2} }), same},
		{"every as count", all, with(all, func(s *statement) { s.Kind = "count" }), same},
		{"another kind", all, with(all, func(s *statement) { s.Kind = "share" }), another},
		{"every by a person, read as a credit", with(all, func(s *statement) { s.Person, s.Gender = "Dana Gonzales", "" }), with(credit, func(s *statement) {}), less},
		{"every of a gender is no credit", all, credit, another},
		{"the number of episodes in a count", statement{Kind: "count", Title: "Fargo", Value: 4.0, Of: 10.0}, statement{Kind: "episodes", Title: "Fargo", Value: 10.0}, less},
		{"another number", statement{Kind: "count", Value: 4.0}, statement{Kind: "count", Value: 5.0}, another},
		{"a number that the note gives", statement{Kind: "count", Value: 4.0, Note: "5 with the pilot"}, statement{Kind: "count", Value: 5.0}, same},
		{"a share within its rounding", statement{Kind: "share", Value: 17.4}, statement{Kind: "share", Value: 17.0}, same},
		{"a share without", statement{Kind: "share", Value: 18.0}, statement{Kind: "share", Value: 17.0}, another},
		{"a fraction", statement{Kind: "share", Value: "1/4"}, statement{Kind: "share", Value: 25.0}, same},
		{"words and figures are not compared", statement{Kind: "share", Value: "majority"}, statement{Kind: "share", Value: 62.0}, same},
		{"a day by its month", statement{Kind: "date", Value: "March 8, 2018"}, statement{Kind: "date", Value: "March 2018"}, same},
		{"another day", statement{Kind: "date", Value: "March 8"}, statement{Kind: "date", Value: "March 9, 2018"}, another},
	} {
		if got := (rule{}).of(here(c.label), here(c.find)); got != c.want {
			t.Errorf("%s: %d, want %d\nlabel %s\nfind  %s", c.name, got, c.want, c.label, c.find)
		}
	}
}

func TestRuleElsewhere(t *testing.T) {
	label := here(statement{Kind: "date", Title: "Fargo"})
	find := label
	find.places = []english.Span{{Start: 10, End: 20}}
	if got := (rule{}).of(label, find); got != another {
		t.Errorf("a find beside the label's words: %d", got)
	}
}

// Near is for saying what a label was taken for.
func TestRuleNear(t *testing.T) {
	label := here(statement{Kind: "every", Title: "Fargo", Role: "director"})
	find := here(statement{Kind: "credit", Title: "Atlanta", Role: "director", Negated: true})
	if (rule{near: true}).of(label, find) == another || (rule{}).of(label, find) != another {
		t.Error("a misreading must be near, and only that")
	}
}
