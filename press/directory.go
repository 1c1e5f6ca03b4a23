package press

import (
	"context"
	"errors"
	"strings"

	"rolecall"
	"rolecall/catalog"
)

// directory finds names in a catalog: package mention's Directory over what package
// catalog exports.
type directory struct{ catalog *catalog.Catalog }

// TitlesNamed implements mention.Directory for films and series.
func (d directory) TitlesNamed(ctx context.Context, names []string) (map[string][]rolecall.Title, error) {
	found := make(map[string][]rolecall.Title)
	for _, name := range names {
		t, err := d.catalog.FindTitle(ctx, name, catalog.Which{})
		var missing *catalog.NotFoundError
		var ambiguous *catalog.AmbiguousError
		switch {
		case errors.As(err, &missing):
		case errors.As(err, &ambiguous):
			found[name] = ambiguous.Titles
		case err != nil:
			return nil, err
		case t.Kind == rolecall.Film || t.Kind == rolecall.Series:
			found[name] = []rolecall.Title{t}
		}
	}
	return found, nil
}

// PeopleNamed implements mention.Directory. A single word is nobody's full name.
func (d directory) PeopleNamed(ctx context.Context, names []string) (map[string][]rolecall.Person, error) {
	found := make(map[string][]rolecall.Person)
	for _, name := range names {
		if !strings.ContainsAny(name, " -") {
			continue
		}
		p, err := d.catalog.FindPerson(ctx, name)
		var missing *catalog.NotFoundError
		var ambiguous *catalog.AmbiguousError
		switch {
		case errors.As(err, &missing):
		case errors.As(err, &ambiguous):
			found[name] = ambiguous.People
		case err != nil:
			return nil, err
		default:
			found[name] = []rolecall.Person{p}
		}
	}
	return found, nil
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
