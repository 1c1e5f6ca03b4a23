package population

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"rolecall"
)

// Population is the set of titles a number is about, written down as a filter so
// that it can be cited and run again. The zero Population is every title.
type Population struct {
	// Kind is the kind of title counted, or empty for every kind.
	Kind rolecall.Kind `json:"kind,omitempty"`
	// From and To bound when a title was first shown, both included. A title of
	// unknown date is in no population that is so bounded; one of which only the
	// year is known is in every population that touches its year.
	From rolecall.Date `json:"from,omitzero"`
	To   rolecall.Date `json:"to,omitzero"`
	// Networks, Countries, Genres and Series each hold the names of which a
	// title must have at least one; an empty list asks nothing.
	Networks  []string `json:"networks,omitempty"`
	Countries []string `json:"countries,omitempty"`
	Genres    []string `json:"genres,omitempty"`
	Series    []string `json:"series,omitempty"`
	// MinEpisodes is the least number of episodes of a season or series.
	MinEpisodes int `json:"min_episodes,omitempty"`
	// Specials takes in the seasons 0 and their episodes, which are left out
	// otherwise (docs/method.md, rule 7).
	Specials bool `json:"specials,omitempty"`
	// Top keeps, of each year, only as many of those that pass all else, the ones
	// with the most votes; 0 keeps all. A title without votes or year is not among
	// them; where votes are equal, the lesser identifier goes first.
	Top int `json:"top,omitempty"`
}

// Validate refuses a filter that no title can pass.
func (p Population) Validate() error {
	if !p.From.IsZero() && !p.To.IsZero() && !p.From.Within(rolecall.Date{}, p.To) {
		return fmt.Errorf("the population runs from %s to %s: the earlier date goes first", p.From, p.To)
	}
	if p.Top < 0 {
		return errors.New("the number of titles with the most votes cannot be below 0")
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
	return !p.From.IsZero() || !p.To.IsZero() || p.MinEpisodes > 0 || p.Top > 0 ||
		len(p.Networks)+len(p.Countries)+len(p.Genres)+len(p.Series) > 0
}

// Holds reports whether a title passes the filter. Top is left aside, as it is
// about the others of the year.
func (p Population) Holds(t rolecall.Title) bool {
	if !p.Specials && t.IsSpecial() || p.Kind != "" && t.Kind != p.Kind || t.Episodes < p.MinEpisodes {
		return false
	}
	first := t.First()
	if bounded := !p.From.IsZero() || !p.To.IsZero(); bounded && (first.IsZero() || !first.Within(p.From, p.To)) {
		return false
	}
	series := []string{t.SeriesName, t.SeriesID}
	if t.Kind == rolecall.Series {
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
func (p Population) Words() string { return p.WordsOf("titles") }

// WordsOf is Words where another noun than "titles" says what is counted if no
// kind is asked for.
func (p Population) WordsOf(noun string) string {
	words := noun
	if p.Kind != "" {
		words = p.Kind.Plural()
	}
	if p.Top > 0 {
		return fmt.Sprintf("the %d with the most votes of each year among the %s", p.Top, p.filterWords(words))
	}
	return p.filterWords(words)
}

func (p Population) filterWords(words string) string {
	if p.Specials {
		words += " (specials too)"
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
