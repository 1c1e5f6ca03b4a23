// Package sentence is what is said of a whole: a line-up, a career, a standard as a
// title meets it. The command, the pages and the pictures say the same sentences.
package sentence

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rolecall"
	"rolecall/measure"
	"rolecall/phrase"
)

// Headline says in one line who directed a title: the episodes first, as guilds
// count, then the people.
func Headline(l measure.Lineup) string {
	directors, _ := l.Role(rolecall.Director)
	switch {
	case len(l.Leaves) == 0:
		return "No episode is on record."
	case directors.People.Total() == 0:
		return "No director is on record."
	case len(l.Leaves) == 1:
		return fmt.Sprintf("Directed by %s.", named(directors.Credited))
	}
	return fmt.Sprintf("%s; %s.", directedByWomen(directors.PerTitle), directorsCounted(directors.People))
}

// directedByWomen is "13 of 13 episodes directed by women", with what is not
// known as a range.
func directedByWomen(episodes rolecall.PerTitle) string {
	any, all := episodes.Any(rolecall.Woman), episodes.All(rolecall.Woman)
	if any == all {
		return fmt.Sprintf("%s episodes directed by women", any)
	}
	return fmt.Sprintf("%s episodes directed or co-directed by women, %s by women only", any, all)
}

// directorsCounted is "13 directors, all women" or "9 directors: 3 women, 6 men".
func directorsCounted(t rolecall.Tally) string {
	what := phrase.Counted(t.Total(), "director", "directors")
	switch g, only := phrase.Only(t); {
	case !only:
		return what + ": " + phrase.Tally(t)
	case g == rolecall.Unknown:
		return what + ", gender not stated"
	case t.Total() == 1:
		return what + ", " + phrase.Person(g)
	default:
		return what + ", all " + phrase.People(g)
	}
}

// named are people with what is stated of each.
func named(credited []measure.Credited) string {
	return phrase.And(phrase.Each(credited, func(c measure.Credited) string {
		return fmt.Sprintf("%s (%s)", c.Person.Name, c.Person.Gender.Words())
	}))
}

// Aloud is who directed a title as one would say it, without a full stop. Numbers
// of episodes are whole, or a range where something is not known.
func Aloud(l measure.Lineup) string {
	directors, _ := l.Role(rolecall.Director)
	switch {
	case len(l.Leaves) == 0:
		return "No episode of it is on record"
	case directors.People.Total() == 0:
		return "Who directed it is not on record"
	case len(l.Leaves) == 1:
		return "Directed by " + directedBy(directors)
	}
	return episodesDirected(directors)
}

// directedBy names the directors of one film or episode with what is stated of
// them.
func directedBy(r measure.RoleCount) string {
	names := phrase.And(phrase.Each(r.Credited, func(c measure.Credited) string { return c.Person.Name }))
	switch g, only := phrase.Only(r.People); {
	case !only:
		return named(r.Credited)
	case g == rolecall.Unknown:
		return names
	case r.People.Total() == 1:
		return phrase.Person(g) + ", " + names
	default:
		return phrase.Numeral(r.People.Total()) + " " + phrase.People(g) + ", " + names
	}
}

func episodesDirected(r measure.RoleCount) string {
	any, all := r.PerTitle.Any(rolecall.Woman), r.PerTitle.All(rolecall.Woman)
	settled := any.Certain == any.Possible
	switch {
	case all.Certain == all.Of && r.People.Total() == 1:
		return fmt.Sprintf("All %d episodes were directed by one woman", all.Of)
	case all.Certain == all.Of:
		return fmt.Sprintf("All %d episodes were directed by women", all.Of)
	case settled && any.Certain == 0:
		return fmt.Sprintf("None of the %d episodes was directed by a woman", any.Of)
	case any.Certain == 0 && any.Possible == any.Of && r.People.Known() == 0:
		return fmt.Sprintf("Who directed the %d episodes is known, their gender is not stated", any.Of)
	case any.Certain == 0 && !settled:
		return fmt.Sprintf("Women directed at most %d of %d episodes", any.Possible, any.Of)
	case any == all && settled:
		return fmt.Sprintf("%s episodes %s directed by women", any, phrase.Agree(any.Certain, "was", "were"))
	case any == all:
		return fmt.Sprintf("Women directed at least %d of %d episodes, at most %d", any.Certain, any.Of, any.Possible)
	case settled:
		return fmt.Sprintf("%s episodes were directed or co-directed by women", any)
	}
	return fmt.Sprintf("Women directed or co-directed at least %d of %d episodes, at most %d", any.Certain, any.Of, any.Possible)
}

// Detail is what stands below Aloud: the people, as universities count, directors
// first, then writers and whoever is billed first.
func Detail(l measure.Lineup) string {
	var sentences []string
	directors, _ := l.Role(rolecall.Director)
	if len(l.Leaves) > 1 && directors.People.Total() > 0 {
		sentences = append(sentences, group(directors.People, "director", "directors"))
		if missing := len(directors.PerTitle) - directors.PerTitle.Held(); missing > 0 {
			sentences = append(sentences, fmt.Sprintf("For %s no director is on record.", phrase.Episodes(missing)))
		}
	}
	if writers, _ := l.Role(rolecall.Writer); writers.People.Total() > 0 {
		sentences = append(sentences, group(writers.People, "credited writer", "credited writers"))
	} else if len(l.Leaves) > 0 {
		sentences = append(sentences, "We have no writing credit for it.")
	}
	if lead, known := l.Lead(); known && len(lead.Credited) == 1 {
		p := lead.Credited[0].Person
		sentences = append(sentences, fmt.Sprintf("First billed is %s, %s.", p.Name, whom(p.Gender)))
	}
	return strings.Join(sentences, " ")
}

func whom(g rolecall.Gender) string {
	if g == rolecall.Unknown {
		return "whose gender no source here states"
	}
	return phrase.Person(g)
}

// statedGenders are those that a source may state.
var statedGenders = []rolecall.Gender{rolecall.Woman, rolecall.Man, rolecall.Nonbinary}

// group is "Thirteen directors, all women." or "Of its ten credited writers, two
// are women, and of eight no gender is stated."
func group(t rolecall.Tally, one, many string) string {
	n := t.Total()
	people := phrase.Numbered(n, one, many)
	switch g, only := phrase.Only(t); {
	case only && g == rolecall.Unknown:
		return phrase.Stop(people + ", whose gender no source here states")
	case only && n == 1:
		return phrase.Stop(people + ", " + phrase.Person(g))
	case only:
		return phrase.Stop(people + ", " + all(n) + " " + phrase.People(g))
	}
	var parts []string
	for _, g := range statedGenders {
		switch k := t.Of(g); {
		case k == 1:
			parts = append(parts, "one is "+phrase.Person(g))
		case k > 1:
			parts = append(parts, phrase.Numeral(k)+" are "+phrase.People(g))
		}
	}
	if t.Unknown > 0 {
		parts = append(parts, fmt.Sprintf("of %s no gender is stated", phrase.Numeral(t.Unknown)))
	}
	return fmt.Sprintf("Of its %s, %s.", people, phrase.And(parts))
}

func all(n int) string {
	if n == 2 {
		return "both"
	}
	return "all"
}

// Placed says on which episodes somebody is credited.
type Placed struct {
	// numbers are those of the episodes, where numbers say it; words say it else.
	numbers []int
	words   string
}

// String is "1–3, 5", or "whole season", "s1: 2, 3; s2: 1"; nothing of a film.
func (p Placed) String() string {
	if p.numbers == nil {
		return p.words
	}
	return phrase.Numbers(p.numbers)
}

// Named is String with the noun that numbers need: "episodes 1–3, 5".
func (p Placed) Named() string {
	if p.numbers == nil {
		return p.words
	}
	return phrase.TheEpisodes(p.numbers)
}

// Episodes are those that somebody is credited on in a line-up.
func Episodes(l measure.Lineup, c measure.Credited) Placed {
	switch {
	case len(l.Leaves) <= 1:
		return Placed{}
	case len(c.Leaves) == 0:
		return Placed{words: phrase.EpisodesNotSaid}
	case l.IsWide(c):
		return Placed{words: phrase.Whole(c.Scope)}
	}
	bySeason := make(map[int][]int)
	for _, i := range c.Leaves {
		bySeason[l.Leaves[i].Season] = append(bySeason[l.Leaves[i].Season], l.Leaves[i].Episode)
	}
	if l.Title.Kind == rolecall.Season {
		return Placed{numbers: bySeason[l.Title.Season]}
	}
	var parts []string
	for _, season := range slices.Sorted(maps.Keys(bySeason)) {
		if season != rolecall.NoSeason {
			parts = append(parts, fmt.Sprintf("s%d: %s", season, phrase.Numbers(bySeason[season])))
		}
	}
	if unplaced := len(bySeason[rolecall.NoSeason]); unplaced > 0 {
		parts = append(parts, phrase.SeasonNotKnown(unplaced))
	}
	return Placed{words: strings.Join(parts, "; ")}
}
