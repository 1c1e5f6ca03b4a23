package rolecall

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Population is the set of titles a number is about, written down as a filter so
// that it can be cited and run again. The zero Population is every title.
type Population struct {
	// Kind is the kind of title counted, or empty for every kind.
	Kind Kind
	// From and To bound when a title was first shown, both included. A title of
	// unknown date is in no population that is so bounded.
	From, To Date
	// Networks, Countries, Genres and Series each hold the names of which a
	// title must have at least one; an empty list asks nothing.
	Networks, Countries, Genres, Series []string
	// MinEpisodes is the least number of episodes of a season or series.
	MinEpisodes int
}

// Validate refuses a filter that no title can pass.
func (p Population) Validate() error {
	if !p.From.IsZero() && !p.To.IsZero() && p.From.compareKnown(p.To) > 0 {
		return fmt.Errorf("the population runs from %s to %s: the earlier date goes first", p.From, p.To)
	}
	if p.MinEpisodes < 0 {
		return errors.New("the least number of episodes cannot be below 0")
	}
	if p.MinEpisodes > 0 && p.Kind.IsLeaf() {
		return fmt.Errorf("a least number of episodes asks for seasons or series, not for %ss", p.Kind)
	}
	return nil
}

// Narrows reports whether the population asks anything of a title beside its kind.
func (p Population) Narrows() bool {
	return !p.From.IsZero() || !p.To.IsZero() || p.MinEpisodes > 0 ||
		len(p.Networks)+len(p.Countries)+len(p.Genres)+len(p.Series) > 0
}

// Holds reports whether a title is in the population.
func (p Population) Holds(t Title) bool {
	if p.Kind != "" && t.Kind != p.Kind || t.Episodes < p.MinEpisodes {
		return false
	}
	first := t.First()
	if bounded := !p.From.IsZero() || !p.To.IsZero(); bounded && (first.IsZero() || !first.within(p.From, p.To)) {
		return false
	}
	series := []string{t.SeriesName, t.SeriesID}
	if t.Kind == Series {
		series = []string{t.Name, t.ID}
	}
	return anyOf(p.Networks, t.Networks) && anyOf(p.Countries, t.Countries) &&
		anyOf(p.Genres, t.Genres) && anyOf(p.Series, series)
}

// anyOf reports whether one of those held is asked for, or nothing is asked.
func anyOf(asked, held []string) bool {
	return len(asked) == 0 || slices.ContainsFunc(asked, func(name string) bool {
		return slices.ContainsFunc(held, func(h string) bool { return strings.EqualFold(h, name) })
	})
}

// Words is the population as a sentence uses it: "seasons of 6 or more episodes
// first shown 2010–2018 on Netflix".
func (p Population) Words() string {
	words := "titles"
	switch p.Kind {
	case Film:
		words = "films"
	case Season:
		words = "seasons"
	case Episode:
		words = "episodes"
	case Series:
		words = "series"
	}
	if p.MinEpisodes > 0 {
		words += fmt.Sprintf(" of %d or more episodes", p.MinEpisodes)
	}
	if len(p.Series) > 0 {
		words += " of " + orList(p.Series)
	}
	if len(p.Genres) > 0 {
		words += " in the genre " + orList(p.Genres)
	}
	if len(p.Countries) > 0 {
		words += " from " + orList(p.Countries)
	}
	switch from, to := p.From.Words(), p.To.Words(); {
	case from != "" && from == to:
		words += " first shown in " + from
	case from != "" && to != "" && p.From.Month == 0 && p.To.Month == 0:
		words += fmt.Sprintf(" first shown %s–%s", from, to)
	case from != "" && to != "":
		words += fmt.Sprintf(" first shown from %s to %s", from, to)
	case from != "":
		words += fmt.Sprintf(" first shown since %s", from)
	case to != "":
		words += fmt.Sprintf(" first shown up to %s", to)
	}
	if len(p.Networks) > 0 {
		words += " on " + orList(p.Networks)
	}
	return words
}

// orList joins names as English does: "a", "a or b", "a, b or c".
func orList(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
