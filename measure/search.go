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

// widest is how many near titles are looked through for those of a population.
const widest = 10_000

// Run searches a catalog.
func (s Search) Run(ctx context.Context, c *catalog.Catalog, text string) (Found, error) {
	kinds := []rolecall.Kind{rolecall.Series, rolecall.Film, rolecall.Episode}
	if s.Population.Kind != "" {
		kinds = []rolecall.Kind{s.Population.Kind}
	}
	var found Found
	titles, err := c.NearTitles(ctx, text, kinds, widest)
	if err != nil {
		return Found{}, err
	}
	titles = slices.DeleteFunc(titles, func(t rolecall.Title) bool { return !s.Population.Holds(t) })
	found.Titles = titles[:min(len(titles), s.Most)]
	if !s.TitlesOnly {
		found.People, err = c.NearPeople(ctx, text, s.Most)
	}
	return found, err
}
