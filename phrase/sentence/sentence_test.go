package sentence_test

import (
	"fmt"
	"testing"

	"rolecall"
	"rolecall/measure"
	"rolecall/phrase/sentence"
	"rolecall/standard"
)

const (
	w, m, n, u = rolecall.Woman, rolecall.Man, rolecall.Nonbinary, rolecall.Unknown
)

// season is a season of so many episodes, each with directors of some genders; a
// person is one gender's, numbered by its place.
func season(episodes ...[]rolecall.Gender) measure.Lineup {
	l := measure.Lineup{Title: rolecall.Title{ID: "s", Kind: rolecall.Season, Name: "The Harbour", Season: 1}}
	directors := measure.RoleCount{Role: rolecall.Director, PerTitle: make(rolecall.PerTitle, len(episodes))}
	at := make(map[string]int)
	for i, genders := range episodes {
		l.Leaves = append(l.Leaves, rolecall.Title{ID: fmt.Sprint("e", i), Kind: rolecall.Episode, Season: 1, Episode: i + 1})
		for k, g := range genders {
			id := fmt.Sprint(g, k)
			if _, seen := at[id]; !seen {
				at[id] = len(directors.Credited)
				directors.People.Add(g)
				directors.Credited = append(directors.Credited, measure.Credited{Person: rolecall.Person{ID: id, Name: "P" + id, Gender: g}, Credit: rolecall.Credit{PersonID: id, Scope: rolecall.OfTitle}})
			}
			directors.Credited[at[id]].Leaves = append(directors.Credited[at[id]].Leaves, i)
			directors.PerTitle[i].Add(g)
		}
	}
	l.Roles = []measure.RoleCount{directors, {Role: rolecall.Writer, PerTitle: make(rolecall.PerTitle, len(episodes))}}
	return l
}

func by(genders ...rolecall.Gender) []rolecall.Gender { return genders }

func TestWhoDirected(t *testing.T) {
	for _, c := range []struct {
		lineup          measure.Lineup
		headline, aloud string
	}{
		{season(), "No episode is on record.", "No episode of it is on record"},
		{season(nil, nil), "No director is on record.", "Who directed it is not on record"},
		{season(by(w)), "Directed by Pwoman0 (woman).", "Directed by a woman, Pwoman0"},
		{season(by(n, n)), "Directed by Pnonbinary0 (non-binary) and Pnonbinary1 (non-binary).", "Directed by two non-binary people, Pnonbinary0 and Pnonbinary1"},
		{season(by(u)), "Directed by Punknown0 (not stated).", "Directed by Punknown0"},
		{season(by(w, m)), "Directed by Pwoman0 (woman) and Pman1 (man).", "Directed by Pwoman0 (woman) and Pman1 (man)"},
		{season(by(w), by(w)), "2 of 2 episodes directed by women; 1 director, a woman.", "All 2 episodes were directed by one woman"},
		{season(by(w, w), by(w)), "2 of 2 episodes directed by women; 2 directors, all women.", "All 2 episodes were directed by women"},
		{season(by(m), by(m)), "0 of 2 episodes directed by women; 1 director, a man.", "None of the 2 episodes was directed by a woman"},
		{season(by(n), by(n)), "0 of 2 episodes directed by women; 1 director, a non-binary person.", "None of the 2 episodes was directed by a woman"},
		{season(by(u), by(u)), "0–2 of 2 episodes directed by women; 1 director, gender not stated.", "Who directed the 2 episodes is known, their gender is not stated"},
		{season(by(m), by(u)), "0–1 of 2 episodes directed by women; 2 directors: 1 man, 1 not stated.", "Women directed at most 1 of 2 episodes"},
		{season(by(w), by(m)), "1 of 2 episodes directed by women; 2 directors: 1 woman, 1 man.", "1 of 2 episodes was directed by women"},
		{season(by(w), nil), "1–2 of 2 episodes directed by women; 1 director, a woman.", "Women directed at least 1 of 2 episodes, at most 2"},
		{season(by(w, m), by(m)), "1 of 2 episodes directed or co-directed by women, 0 of 2 by women only; 3 directors: 1 woman, 2 men.", "1 of 2 episodes were directed or co-directed by women"},
		{season(by(w, m), by(u)), "1–2 of 2 episodes directed or co-directed by women, 0–1 of 2 by women only; 3 directors: 1 woman, 1 man, 1 not stated.", "Women directed or co-directed at least 1 of 2 episodes, at most 2"},
	} {
		if got := sentence.Headline(c.lineup); got != c.headline {
			t.Errorf("Headline: %s\nwant %s", got, c.headline)
		}
		if got := sentence.Aloud(c.lineup); got != c.aloud {
			t.Errorf("Aloud: %s\nwant %s", got, c.aloud)
		}
	}
}

func TestWhatStandsBelowTheHeadline(t *testing.T) {
	l := season(by(w, w), by(m), nil)
	l.Roles[1].People = rolecall.Tally{Women: 2, Nonbinary: 1, Unknown: 8}
	l.Roles = append(l.Roles, measure.RoleCount{Role: rolecall.Cast, Credited: []measure.Credited{{Person: rolecall.Person{Name: "Ana", Gender: n}, Credit: rolecall.Credit{Billing: 1}}}})
	want := "Of its three directors, two are women and one is a man. For 1 episode no director is on record. " +
		"Of its eleven credited writers, two are women, one is a non-binary person and of eight no gender is stated. First billed is Ana, a non-binary person."
	if got := sentence.Detail(l); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	for tally, want := range map[rolecall.Tally]string{
		{Women: 1}:    "One credited writer, a woman.",
		{Men: 2}:      "Two credited writers, both men.",
		{Women: 21}:   "21 credited writers, all women.",
		{Unknown: 1}:  "One credited writer, whose gender no source here states.",
		{Unknown: 12}: "Twelve credited writers, whose gender no source here states.",
		{}:            "We have no writing credit for it.",
	} {
		one := season(by(w))
		one.Roles[1].People = tally
		if got := sentence.Detail(one); got != want {
			t.Errorf("%+v: %s\nwant %s", tally, got, want)
		}
	}
}

func TestOnWhichEpisodes(t *testing.T) {
	l := season(by(w), by(w), by(w), nil, by(w))
	l.Leaves[3].Season, l.Leaves[3].Episode = 2, 1
	credited := l.Roles[0].Credited[0]
	wide, unsaid := credited, credited
	wide.Scope, unsaid.Leaves = rolecall.OfSeason, nil
	series := l
	series.Title.Kind = rolecall.Series
	everywhere := credited
	everywhere.Leaves = []int{0, 1, 2, 3}
	for _, c := range []struct {
		placed      sentence.Placed
		bare, named string
	}{
		{sentence.Episodes(l, credited), "1–3, 5", "episodes 1–3, 5"},
		{sentence.Episodes(l, wide), "whole season", "whole season"},
		{sentence.Episodes(l, unsaid), "episodes not said", "episodes not said"},
		{sentence.Episodes(series, everywhere), "s1: 1–3; s2: 1", "s1: 1–3; s2: 1"},
		{sentence.Episodes(season(by(w)), credited), "", ""},
		{sentence.WorkEpisodes(measure.Work{Title: rolecall.Title{Kind: rolecall.Season}, Leaves: l.Leaves[1:2], Credit: rolecall.Credit{Scope: rolecall.OfTitle}}), "2", "episode 2"},
		{sentence.WorkEpisodes(measure.Work{Title: rolecall.Title{Kind: rolecall.Season}, Leaves: l.Leaves[:2], Credit: rolecall.Credit{Scope: rolecall.OfSeries}}), "whole series", "whole series"},
		{sentence.WorkEpisodes(measure.Work{Title: rolecall.Title{Kind: rolecall.Season}}), "episodes not said", "episodes not said"},
		{sentence.WorkEpisodes(measure.Work{Title: rolecall.Title{Kind: rolecall.Film}, Leaves: l.Leaves[:1]}), "", ""},
	} {
		if c.placed.String() != c.bare || c.placed.Named() != c.named {
			t.Errorf("%q and %q, want %q and %q", c.placed, c.placed.Named(), c.bare, c.named)
		}
	}
	// Whether a page speaks of a whole is asked of the line-up, not of its words.
	if !l.IsWide(wide) || l.IsWide(credited) || l.IsWide(unsaid) || l.HasWide() {
		t.Error("what is wide")
	}
	l.Roles[0].Credited = append(l.Roles[0].Credited, wide)
	if !l.HasWide() {
		t.Error("a line-up with a wide credit has none")
	}
}

func TestWhatIsStatedOfSomebody(t *testing.T) {
	stated := []rolecall.Statement{{Gender: n}, {Gender: n}}
	for want, c := range map[string]measure.Career{
		"Counted as a woman, by 1 statement.":                        {Person: rolecall.Person{Gender: w}, Deciding: stated[:1]},
		"Counted as a non-binary person, by 2 statements.":           {Person: rolecall.Person{Gender: n}, Deciding: stated},
		"Counted as unknown: 2 statements of equal weight disagree.": {Person: rolecall.Person{Gender: u, Conflict: true}, Deciding: stated},
		"Gender not stated by any source here; counted as unknown.":  {Person: rolecall.Person{Gender: u}},
	} {
		if got := sentence.Gender(c); got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
	if got := sentence.Statement(rolecall.Statement{Gender: n, Wording: "they"}) + sentence.Statement(rolecall.Statement{Gender: w}); got != "non-binary: “they”woman" {
		t.Error(got)
	}
	if got := sentence.As(rolecall.Credit{Characters: []string{"A", "B"}, Job: "story by"}); got != "A, B, story by" {
		t.Error(got)
	}
}

func TestStandardsInWords(t *testing.T) {
	s, err := standard.Parse("mine.yaml", []byte(`{id: mine, name: Mine, publisher: me, year: 2026, wording: w, applies_to: [season], genders: [woman, nonbinary],
  citations: [{address: here, read: 2026-11-21}], passes: met(a) && met(b), criteria: [{id: a, name: A, met: people(director) >= 1}, {id: b, name: B, met: share(people(director)) >= 1.0}]}`))
	if err != nil {
		t.Fatal(err)
	}
	l := season(by(m), by(u))
	a, err := s.Assess(standard.SubjectOf(l), rolecall.Bounds)
	if err != nil {
		t.Fatal(err)
	}
	if got := sentence.Standard(s) + "; " + sentence.Verdict(standard.NeedsJudgement); got != "Mine (me, 2026); ! needs judgement" {
		t.Error(got)
	}
	for _, c := range []struct{ got, want string }{
		{sentence.Criterion(l.Title, s, a.Results[0]), "A (women or non-binary people: 0–1 of 2 directors)"},
		{sentence.CriterionWouldMeet(l.Title, s, a.Results[0]), "a woman or non-binary person among the directors (now 0–1)"},
		{sentence.CriterionWouldMeet(l.Title, s, a.Results[1]), "2 of 2 directors being women or non-binary people (now 0–1)"},
		{sentence.Gap(l.Title, standard.Gap{Group: "director", Unstated: []rolecall.Person{{Name: "A"}, {Name: "B"}, {Name: "C"}}}, 2), "gender not stated of A, B and 1 more"},
		{sentence.Gap(l.Title, standard.Gap{Group: standard.Lead, Unheld: true}, 2), "nobody is known to be billed first"},
		{sentence.Gap(l.Title, standard.Gap{Group: "editor", Unheld: true}, 2), "no credit is on record for editors"},
	} {
		if c.got != c.want {
			t.Errorf("%s\nwant %s", c.got, c.want)
		}
	}
}
