package measure

import (
	"context"
	"errors"
	"maps"
	"slices"

	"rolecall"
	"rolecall/catalog"
	"rolecall/population"
)

// Search is a question for titles and people near a text.
type Search struct {
	// Population narrows the titles.
	Population population.Population
	// Most bounds the titles and the people listed, each.
	Most int
	// TitlesOnly leaves people out.
	TitlesOnly bool
}

// Found is what a search finds, the nearest first, with what tells those apart who
// share a name, by identifier.
type Found struct {
	Titles []rolecall.Title
	People []rolecall.Person
	Apart  map[string]string
}

// Of the titles near a text, so many are looked through for those of a
// population: first a few, then, if these are too few, ten times as many.
const (
	narrowest = 50
	widest    = 5_000
)

// Run searches a catalog, its specials too. An identifier finds what it is of.
func (s Search) Run(ctx context.Context, c *catalog.Catalog, text string) (found Found, err error) {
	s.Population.Specials = true
	if s.Population, err = c.Resolved(ctx, s.Population); err != nil {
		return found, err
	}
	if found, err = s.identified(ctx, c, text); err != nil || len(found.Titles)+len(found.People) > 0 {
		return found, err
	}
	if found.Titles, found.People, err = s.near(ctx, c, text); err != nil {
		return found, err
	}
	return found, found.tellApart(ctx, c)
}

// identified are the titles and people of an identifier.
func (s Search) identified(ctx context.Context, c *catalog.Catalog, text string) (found Found, err error) {
	held, err := c.Identify(ctx, text)
	if _, lacking := errors.AsType[*catalog.SeasonError](err); lacking {
		return found, nil
	}
	found.Titles = slices.DeleteFunc(held.Titles, func(t rolecall.Title) bool { return !s.Population.Holds(t) })
	if !s.TitlesOnly {
		found.People = held.People
	}
	return found, err
}

// near are the titles near a text that are of the population, and the people.
func (s Search) near(ctx context.Context, c *catalog.Catalog, text string) (titles []rolecall.Title, people []rolecall.Person, err error) {
	kinds := []rolecall.Kind{rolecall.Series, rolecall.Film, rolecall.Episode}
	if s.Population.Kind != "" {
		kinds = []rolecall.Kind{s.Population.Kind}
	}
	most := s.Most
	if s.Population.Narrows() {
		most = max(narrowest, most)
	}
	for ; ; most *= 10 {
		if s.TitlesOnly {
			titles, err = c.NearTitles(ctx, text, kinds, most)
		} else {
			titles, people, err = c.Near(ctx, text, kinds, most)
		}
		if err != nil {
			return nil, nil, err
		}
		isLast := len(titles) < most || most >= widest
		titles = slices.DeleteFunc(titles, func(t rolecall.Title) bool { return !s.Population.Holds(t) })
		if isLast || len(titles) >= s.Most {
			return titles[:min(len(titles), s.Most)], people[:min(len(people), s.Most)], nil
		}
	}
}

// tellApart notes what tells those apart that share a name.
func (f *Found) tellApart(ctx context.Context, c *catalog.Catalog) error {
	titles, err := c.TellTitlesApart(ctx, f.Titles)
	if err != nil {
		return err
	}
	people, err := c.TellPeopleApart(ctx, f.People)
	maps.Copy(titles, people)
	f.Apart = titles
	return err
}
