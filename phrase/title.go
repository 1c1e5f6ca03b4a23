package phrase

import (
	"strings"
	"time"

	"rolecall"
)

// Kinds are titles of some kinds: "films", "seasons and series".
func Kinds(kinds []rolecall.Kind) string { return And(Each(kinds, rolecall.Kind.Plural)) }

// Titles is a number of titles.
func Titles(n int) string { return Counted(n, "title", "titles") }

// Episodes is a number of episodes.
func Episodes(n int) string { return Counted(n, "episode", "episodes") }

// TheEpisodes are episodes by their numbers: "episode 3", "episodes 1–3, 5".
func TheEpisodes(numbers []int) string { return Those("episode", "episodes", numbers) }

// Whole is where somebody is credited of whom a page says so for a whole season or
// series.
func Whole(s rolecall.Scope) string { return "whole " + string(s) }

// WholeNote explains what Whole says.
const WholeNote = "“Whole season”, “whole series”: the page cited speaks of the whole, which is taken for each episode."

// NotWhole is said of a season of which episodes may be missing.
const NotWhole = "Not known to be whole: episodes may be missing from this season."

// EpisodesNotSaid stands for the episodes of a credit whose source does not say
// which.
const EpisodesNotSaid = "episodes not said"

// SeasonNotKnown is where somebody is credited of whom the source names so many episodes
// and not their season.
func SeasonNotKnown(episodes int) string { return Episodes(episodes) + ", season not known" }

// Facts say where and when a title was first shown and how long it is.
func Facts(t rolecall.Title) []string {
	facts := append([]string(nil), t.Networks...)
	if first := t.First(); !first.IsZero() && !(t.Kind == rolecall.Film && first.Month == 0) {
		facts = append(facts, first.Words())
	}
	if len(t.Networks) == 0 && len(t.Countries) > 0 {
		facts = append(facts, strings.Join(t.Countries, ", "))
	}
	if t.Episodes > 0 && !t.Kind.IsLeaf() {
		facts = append(facts, Episodes(t.Episodes))
	}
	return facts
}

// Masthead is the line over a title: what it is, where and when it was first
// shown, how long it is.
func Masthead(t rolecall.Title) string {
	return Joined(" · ", append([]string{t.Label(), t.OriginalName}, Facts(t)...)...)
}

// Span is the years from one to another: "2015–2019", or "2015" where they are the same.
func Span(from, to int) string {
	if from == to {
		return Number(from)
	}
	return Number(from) + "–" + Number(to)
}

// Listed is a title's name in a list that says its year beside it: a season and an episode
// are told by their series.
func Listed(t rolecall.Title) string {
	if t.Kind == rolecall.Season || t.Kind == rolecall.Episode {
		return t.Label()
	}
	return t.Name
}

// Year is a year, or a dash where it is not known.
func Year(year int) string {
	if year == 0 {
		return None
	}
	return Number(year)
}

// Day is the day of an instant of RFC 3339: "2026-11-27". What is none is left as
// it is.
func Day(instant string) string {
	at, err := time.Parse(time.RFC3339, instant)
	if err != nil {
		return instant
	}
	return at.Format(time.DateOnly)
}

// Page is a page cited: "The Gazette, Who made it, read 2026-11-21".
func Page(p rolecall.Page) string {
	words := p.Publisher + ", " + p.Title + ", read " + p.Retrieved
	if p.Copy != "" {
		words += ", in the copy of " + p.Copy
	}
	return words
}

// ShortHash is the beginning and the end of a hash, for reading.
func ShortHash(hash string) string {
	if len(hash) < 8 {
		return hash
	}
	return hash[:4] + "…" + hash[len(hash)-4:]
}
