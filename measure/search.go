package measure

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/identity"
	"rolecall/nameindex"
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
	// After is how many titles are passed over where what is found is described.
	After int
}

// Found is what a search finds, the nearest first, with what tells those apart who
// share a name, by identifier.
type Found struct {
	Titles []rolecall.Title
	People []rolecall.Person
	Apart  map[string]string
}

// Described is what a search finds, with what a list says of each.
type Described struct {
	Found
	// Glances are by identifier of the title, KnownFor by that of the person.
	Glances  map[string]catalog.Glance
	KnownFor map[string]string
	// IsNamed reports whether something in the catalog is called what was looked for, or has
	// it in its name; what is found else is only near to it.
	IsNamed bool
	// Picked is how many films and seasons a hand-picked catalog holds; 0 of another.
	Picked int
}

// Described runs a search and describes what it finds.
func (s Search) Described(ctx context.Context, c *catalog.Catalog, text string) (d Described, err error) {
	s.Most += s.After
	if d.Found, err = s.Run(ctx, c, text); err != nil {
		return d, err
	}
	d.Titles = d.Titles[min(s.After, len(d.Titles)):]
	if d.Glances, err = c.Glances(ctx, d.Titles); err != nil {
		return d, err
	}
	if d.KnownFor, err = c.KnownFor(ctx, d.People); err != nil {
		return d, err
	}
	if d.Picked, err = c.Picked(ctx); err != nil {
		return d, err
	}
	d.IsNamed, err = d.isNamed(ctx, c, text)
	return d, err
}

// isNamed reports whether something found is an identifier's, has the words of a text in its
// name, or bears it as another name.
func (f Found) isNamed(ctx context.Context, c *catalog.Catalog, text string) (bool, error) {
	if identified, err := c.Identify(ctx, text); err != nil || len(identified.Titles)+len(identified.People) > 0 {
		return err == nil, ignoringSeason(err)
	}
	asked := nameindex.Understand(identity.PageName(text)).Name
	for _, t := range f.Titles {
		if hasWords(asked, t.Name, t.OriginalName, t.SeriesName) {
			return true, nil
		}
	}
	for _, p := range f.People {
		if hasWords(asked, p.Name, p.NativeName) {
			return true, nil
		}
	}
	return c.IsNamed(ctx, asked)
}

// ignoringSeason is an error, unless it says that a series has no such season.
func ignoringSeason(err error) error {
	if _, lacking := errors.AsType[*catalog.SeasonError](err); lacking {
		return nil
	}
	return err
}

// hasWords reports whether a name has all the words of a text.
func hasWords(text string, names ...string) bool {
	words := strings.Fields(nameindex.Key(text))
	return slices.ContainsFunc(names, func(name string) bool {
		key := nameindex.Key(name)
		return len(words) > 0 && !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(key, word) })
	})
}

// Of the titles near a text, so many are looked through for those of a
// population: first a few, then, if these are too few, ten times as many.
const (
	narrowest = 50
	widest    = 5_000
)

// Run searches a catalog, its specials and shorts too. An identifier finds what it is of.
func (s Search) Run(ctx context.Context, c *catalog.Catalog, text string) (found Found, err error) {
	s.Population.Specials, s.Population.Shorts = true, true
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
