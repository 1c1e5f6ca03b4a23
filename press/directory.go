package press

import (
	"context"
	"errors"
	"strings"

	"rolecall"
	"rolecall/catalog"
)

// directory finds names in a catalog: package mention's Directory over what package
// catalog exports. This file is all that knows how names are looked up.
type directory struct{ catalog *catalog.Catalog }

// TitlesNamed implements mention.Directory for films and series.
func (d directory) TitlesNamed(ctx context.Context, names []string) (map[string][]rolecall.Title, error) {
	found := make(map[string][]rolecall.Title)
	for _, name := range names {
		t, err := d.catalog.FindTitle(ctx, name, catalog.Which{})
		titles, err := namesakes([]rolecall.Title{t}, err, func(e *catalog.AmbiguousError) []rolecall.Title { return e.Titles })
		if err != nil {
			return nil, err
		}
		for _, t := range titles {
			if t.Kind == rolecall.Film || t.Kind == rolecall.Series {
				found[name] = append(found[name], t)
			}
		}
	}
	return found, nil
}

// mostWords bounds a person's name.
const mostWords = 5

// PeopleNamed implements mention.Directory. A single word is nobody's full name.
func (d directory) PeopleNamed(ctx context.Context, names []string) (map[string][]rolecall.Person, error) {
	found := make(map[string][]rolecall.Person)
	for _, name := range names {
		if n := len(strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' })); n < 2 || n > mostWords {
			continue
		}
		p, err := d.catalog.FindPerson(ctx, name)
		people, err := namesakes([]rolecall.Person{p}, err, func(e *catalog.AmbiguousError) []rolecall.Person { return e.People })
		if err != nil {
			return nil, err
		}
		if len(people) > 0 {
			found[name] = people
		}
	}
	return found, nil
}

// namesakes are all that a look-up found: the one, several of that name, or none.
func namesakes[T any](one []T, err error, several func(*catalog.AmbiguousError) []T) ([]T, error) {
	var missing *catalog.NotFoundError
	var ambiguous *catalog.AmbiguousError
	var season *catalog.SeasonError
	switch {
	case errors.As(err, &missing), errors.As(err, &season):
		return nil, nil
	case errors.As(err, &ambiguous):
		return several(ambiguous), nil
	case err != nil:
		return nil, err
	}
	return one, nil
}

// Credited implements mention.Directory.
func (d directory) Credited(ctx context.Context, title rolecall.Title, people []string) (map[string]bool, error) {
	roll, err := d.catalog.Roll(ctx, title, true)
	if err != nil {
		return nil, err
	}
	credited := make(map[string]bool)
	for _, id := range people {
		if _, is := roll.People[id]; is {
			credited[id] = true
		}
	}
	return credited, nil
}
