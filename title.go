package rolecall

import (
	"fmt"
	"slices"
)

// Kind is what a title is.
type Kind string

// The kinds of title.
const (
	Film    Kind = "film"
	Series  Kind = "series"
	Season  Kind = "season"
	Episode Kind = "episode"
)

// Kinds are all kinds, the ones people look for first coming first.
func Kinds() []Kind { return []Kind{Series, Film, Season, Episode} }

// ParseKind reads a kind by its word; the error lists the words there are.
func ParseKind(text string) (Kind, error) {
	if k := Kind(text); slices.Contains(Kinds(), k) {
		return k, nil
	}
	return "", fmt.Errorf("%q is not a kind of title: choose series, film, season or episode", text)
}

// Plural is the kind in words for any number of titles but one.
func (k Kind) Plural() string {
	if k == Series {
		return string(k)
	}
	return string(k) + "s"
}

// IsLeaf reports whether titles of this kind carry credits themselves. Those of
// a season or a series are the credits of its episodes.
func (k Kind) IsLeaf() bool { return k == Film || k == Episode }

// NoSeason is the season's number of an episode of which the source does not say
// the season. Such an episode is part of its series and of no season.
const NoSeason = -1

// Title is a film, series, season or episode.
type Title struct {
	ID   string
	Kind Kind
	// Name is the title's own name. A season has none of its own and bears its
	// series'.
	Name string
	// OriginalName is the name in the title's own language, where it differs.
	OriginalName string
	// SeriesID and SeriesName say which series a season or an episode is of,
	// SeasonID which season an episode is of.
	SeriesID, SeriesName, SeasonID string
	// Season is the season's number; 0 holds specials, and NoSeason is for
	// episodes of a series whose source does not say the season. Episode is the
	// episode's number within its season, 0 where not known.
	Season, Episode int
	// Year is the year of first showing, 0 where not known; Released the date.
	Year      int
	Released  Date
	Networks  []string
	Countries []string
	Genres    []string
	// Languages are those it was made in, in English; Companies who produced it.
	Languages []string
	Companies []string
	// Minutes is how long it runs, 0 where not known.
	Minutes int
	// Budget is what it cost to make, Revenue what it took at the box office, in US dollars;
	// 0 where not known.
	Budget  int64
	Revenue int64
	// Episodes is how many episodes a season or series has, by what is held.
	Episodes int
	// Form is what the source calls it more closely, in its own word: "short",
	// "tvMiniSeries"; empty where it says no more than the kind.
	Form string
	// Votes is how many have rated it at its source, 0 where not known: a measure of how
	// widely it is known.
	Votes int
	// Whole says, of a season, that every one of its episodes is held; of a series, that it
	// has ended and every one of its seasons is held.
	Whole bool
	// Citations are the keys of the pages that say so.
	Citations []string
}

// Label is the title as it is spoken of: "Lady Bird (2017)", "Jessica Jones",
// "Jessica Jones, season 2", "Jessica Jones, season 2, episode 1: AKA Start at
// the Beginning".
func (t Title) Label() string {
	switch t.Kind {
	case Film:
		if t.Year != 0 {
			return fmt.Sprintf("%s (%d)", t.Name, t.Year)
		}
	case Season:
		return fmt.Sprintf("%s, season %d", t.Name, t.Season)
	case Episode:
		label := t.SeriesName
		if t.Season != NoSeason {
			label = fmt.Sprintf("%s, season %d, episode %d", label, t.Season, t.Episode)
		}
		if t.Name == "" {
			return label
		}
		return label + ": " + t.Name
	}
	return t.Name
}

// ShortBelow is the length from which a film is a feature, in minutes; ShortForms are the
// words of sources for shorter ones. Both are as docs/method.md says them, rule 11.
const ShortBelow = 60

// ShortForms are IMDb's words for films that are no features however long.
var ShortForms = []string{"short", "tvShort"}

// IsShort reports whether the title is a film that is known to be no feature.
func (t Title) IsShort() bool {
	return t.Kind == Film && (slices.Contains(ShortForms, t.Form) || t.Minutes > 0 && t.Minutes < ShortBelow)
}

// IsSpecial reports whether the title is of a season 0, which holds specials.
func (t Title) IsSpecial() bool { return (t.Kind == Season || t.Kind == Episode) && t.Season == 0 }

// First is when the title was first shown, as far as is known.
func (t Title) First() Date {
	if t.Released.IsZero() {
		return Date{Year: t.Year}
	}
	return t.Released
}
