package render

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rolecall"
	"rolecall/measure"
)

// Headline says in one line who directed a title: the episodes first, as guilds
// count, then the people.
func Headline(l measure.Lineup) string {
	directors, _ := l.Role(rolecall.Director)
	people := peopleWords(directors.People)
	switch {
	case len(l.Leaves) == 0:
		return "No episode is held."
	case directors.People.Total() == 0:
		return "No director is held."
	case len(l.Leaves) == 1:
		return fmt.Sprintf("Directed by %s.", listWords(names(directors.Credited)))
	}
	return fmt.Sprintf("%s; %s.", directedByWomen(directors.PerTitle), people)
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

// peopleWords is "13 directors, all women" or "9 directors: 3 women, 6 men".
func peopleWords(t rolecall.Tally) string {
	what := plural(t.Total(), "director", "directors")
	for _, g := range rolecall.Genders() {
		switch {
		case t.Of(g) != t.Total():
		case g == rolecall.Unknown:
			return what + ", gender not stated"
		case t.Total() == 1:
			return what + ", " + article(g)
		default:
			return what + ", all " + g.Plural()
		}
	}
	return what + ": " + tallyWords(t)
}

func article(g rolecall.Gender) string {
	if g == rolecall.Woman || g == rolecall.Man {
		return "a " + g.Words()
	}
	return g.Words()
}

// tallyWords is "3 women, 5 men, 1 not stated": what there is of each.
func tallyWords(t rolecall.Tally) string {
	var parts []string
	for _, g := range rolecall.Genders() {
		switch n := t.Of(g); {
		case n == 1:
			parts = append(parts, "1 "+g.Words())
		case n > 1:
			parts = append(parts, fmt.Sprintf("%d %s", n, g.Plural()))
		}
	}
	if len(parts) == 0 {
		return "nobody"
	}
	return strings.Join(parts, ", ")
}

func names(credited []measure.Credited) []string {
	all := make([]string, len(credited))
	for i, c := range credited {
		all[i] = fmt.Sprintf("%s (%s)", c.Person.Name, c.Person.Gender.Words())
	}
	return all
}

// listWords joins names as English does: "a", "a and b", "a, b and c".
func listWords(names []string) string {
	last := len(names) - 1
	if last <= 0 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// plural is a number with its noun.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// Masthead is the line over a title's page: what it is, where and when it was
// first shown, how long it is.
func Masthead(t rolecall.Title) string {
	parts := []string{t.Label()}
	if t.OriginalName != "" {
		parts = append(parts, t.OriginalName)
	}
	parts = append(parts, t.Networks...)
	if first := t.First(); !first.IsZero() && !(t.Kind == rolecall.Film && first.Month == 0) {
		parts = append(parts, first.Words())
	}
	if len(t.Networks) == 0 && len(t.Countries) > 0 {
		parts = append(parts, strings.Join(t.Countries, ", "))
	}
	if t.Kind == rolecall.Series || t.Kind == rolecall.Season {
		parts = append(parts, plural(t.Episodes, "episode", "episodes"))
	}
	return strings.Join(parts, " · ")
}

// shareWords reads a share as its lower and upper bound: "44.4–66.7 %", "100 %",
// "–" of nobody.
func shareWords(s rolecall.Share) string {
	low, high := s.Lower.Percent(), s.Upper.Percent()
	if low == high {
		return low
	}
	return strings.TrimSuffix(low, " %") + "–" + high
}

// ranges writes numbers as people do: "1–3, 5, 13".
func ranges(numbers []int) string {
	var parts []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		switch {
		case j == i:
			parts = append(parts, fmt.Sprint(numbers[i]))
		case j == i+1:
			parts = append(parts, fmt.Sprint(numbers[i]), fmt.Sprint(numbers[j]))
		default:
			parts = append(parts, fmt.Sprintf("%d–%d", numbers[i], numbers[j]))
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

// notSaid stands for the episodes of a credit whose source does not say which.
const notSaid = "episodes not said"

// episodesOf says on which titles a person is credited: episode numbers for a
// season, "season 1: 2, 3; season 2: 1" for a series, nothing for one title.
func episodesOf(l measure.Lineup, c measure.Credited) string {
	switch {
	case len(l.Leaves) <= 1:
		return ""
	case len(c.Leaves) == 0:
		return notSaid
	case isWide(l, c):
		return "whole " + string(c.Scope)
	}
	bySeason := make(map[int][]int)
	for _, i := range c.Leaves {
		bySeason[l.Leaves[i].Season] = append(bySeason[l.Leaves[i].Season], l.Leaves[i].Episode)
	}
	if l.Title.Kind == rolecall.Season {
		return ranges(bySeason[l.Title.Season])
	}
	var parts []string
	for _, season := range slices.Sorted(maps.Keys(bySeason)) {
		parts = append(parts, fmt.Sprintf("s%d: %s", season, ranges(bySeason[season])))
	}
	return strings.Join(parts, "; ")
}

// isWide reports whether a person's credits on the title rest on a page that
// speaks of a whole season or series.
func isWide(l measure.Lineup, c measure.Credited) bool {
	if len(l.Leaves) <= 1 || len(c.Leaves) == 0 {
		return false
	}
	return c.Scope == rolecall.OfSeries || c.Scope == rolecall.OfSeason && l.Title.Kind == rolecall.Season
}
