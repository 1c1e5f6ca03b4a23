package measure

import (
	"context"
	"slices"

	"rolecall"
	"rolecall/catalog"
)

// Search is a question for titles and people near a text.
type Search struct {
	// Population narrows the titles.
	Population rolecall.Population
	// Most bounds the titles and the people listed, each.
	Most int
	// TitlesOnly leaves people out.
	TitlesOnly bool
}

// Found is what a search finds, the nearest first.
type Found struct {
	Titles []rolecall.Title
	People []rolecall.Person
}

// Of the titles near a text, so many are looked through for those of a
// population: first a few, then, if these are too few, ten times as many.
const (
	narrowest = 50
	widest    = 5_000
)

// Run searches a catalog, its specials too.
func (s Search) Run(ctx context.Context, c *catalog.Catalog, text string) (found Found, err error) {
	s.Population.Specials = true
	kinds := []rolecall.Kind{rolecall.Series, rolecall.Film, rolecall.Episode}
	if s.Population.Kind != "" {
		kinds = []rolecall.Kind{s.Population.Kind}
	}
	most := s.Most
	if s.Population.Narrows() {
		most = max(narrowest, most)
	}
	for ; ; most *= 10 {
		near, err := c.NearTitles(ctx, text, kinds, most)
		if err != nil {
			return Found{}, err
		}
		isLast := len(near) < most || most >= widest
		near = slices.DeleteFunc(near, func(t rolecall.Title) bool { return !s.Population.Holds(t) })
		if found.Titles = near[:min(len(near), s.Most)]; isLast || len(near) >= s.Most {
			break
		}
	}
	if !s.TitlesOnly {
		found.People, err = c.NearPeople(ctx, text, s.Most)
	}
	return found, err
}
