package press

import (
	"context"
	"errors"
	"strings"
	"sync"

	"rolecall"
	"rolecall/catalog"
	"rolecall/press/mention"
)

// directory finds names in a catalog: package mention's Directory over what package
// catalog exports. A small catalog is read once, as asking it for each of some
// hundred names would take longer than reading it; a big one is asked name by name.
// This file is all that knows how names are looked up.
type directory struct {
	catalog *catalog.Catalog
	read    sync.Once
	small   bool
	err     error
	titles  map[string][]rolecall.Title
	people  map[string][]rolecall.Person
}

// smallCatalog is the most titles and people, each, of a catalog that is read whole.
const smallCatalog = 20000

// TitlesNamed implements mention.Directory for films and series.
func (d *directory) TitlesNamed(ctx context.Context, names []string) (map[string][]rolecall.Title, error) {
	if d.read.Do(func() { d.readAll(ctx) }); d.err != nil {
		return nil, d.err
	}
	found := make(map[string][]rolecall.Title)
	for _, name := range names {
		if d.small {
			if titles := d.titles[mention.Fold(name)]; len(titles) > 0 {
				found[name] = titles
			}
			continue
		}
		titles, err := d.titlesNamed(ctx, name)
		if err != nil {
			return nil, err
		}
		if len(titles) > 0 {
			found[name] = titles
		}
	}
	return found, nil
}

func (d *directory) titlesNamed(ctx context.Context, name string) ([]rolecall.Title, error) {
	t, err := d.catalog.FindTitle(ctx, name, catalog.Which{})
	var missing *catalog.NotFoundError
	var ambiguous *catalog.AmbiguousError
	switch {
	case errors.As(err, &missing):
		return nil, nil
	case errors.As(err, &ambiguous):
		return ambiguous.Titles, nil
	case err != nil:
		return nil, err
	case t.Kind == rolecall.Episode:
		return nil, nil
	}
	return []rolecall.Title{t}, nil
}

// PeopleNamed implements mention.Directory. A single word is nobody's full name.
func (d *directory) PeopleNamed(ctx context.Context, names []string) (map[string][]rolecall.Person, error) {
	if d.read.Do(func() { d.readAll(ctx) }); d.err != nil {
		return nil, d.err
	}
	found := make(map[string][]rolecall.Person)
	for _, name := range names {
		if d.small {
			if people := d.people[mention.Fold(name)]; len(people) > 0 {
				found[name] = people
			}
			continue
		}
		if !strings.ContainsAny(name, " -") {
			continue
		}
		people, err := d.peopleNamed(ctx, name)
		if err != nil {
			return nil, err
		}
		if len(people) > 0 {
			found[name] = people
		}
	}
	return found, nil
}

func (d *directory) peopleNamed(ctx context.Context, name string) ([]rolecall.Person, error) {
	p, err := d.catalog.FindPerson(ctx, name)
	var missing *catalog.NotFoundError
	var ambiguous *catalog.AmbiguousError
	switch {
	case errors.As(err, &missing):
		return nil, nil
	case errors.As(err, &ambiguous):
		return ambiguous.People, nil
	case err != nil:
		return nil, err
	}
	return []rolecall.Person{p}, nil
}

// readAll reads the names of a small catalog, by the letters that words begin with.
func (d *directory) readAll(ctx context.Context) {
	holdings, err := d.catalog.Holdings(ctx)
	if err != nil || holdings.Films+holdings.Series > smallCatalog || holdings.People > smallCatalog {
		d.err = err
		return
	}
	d.small = true
	d.titles, d.people = make(map[string][]rolecall.Title), make(map[string][]rolecall.Person)
	seen := make(map[string]bool)
	for letter := range strings.SplitSeq("abcdefghijklmnopqrstuvwxyz0123456789", "") {
		titles, err := d.catalog.NearTitles(ctx, letter, []rolecall.Kind{rolecall.Series, rolecall.Film}, smallCatalog)
		if err != nil {
			d.err = err
			return
		}
		people, err := d.catalog.NearPeople(ctx, letter, smallCatalog)
		if err != nil {
			d.err = err
			return
		}
		d.note(seen, titles, people)
	}
}

func (d *directory) note(seen map[string]bool, titles []rolecall.Title, people []rolecall.Person) {
	for _, t := range titles {
		if !seen["title "+t.ID] {
			seen["title "+t.ID] = true
			d.titles[mention.Fold(t.Name)] = append(d.titles[mention.Fold(t.Name)], t)
		}
	}
	for _, p := range people {
		if !seen["person "+p.ID] {
			seen["person "+p.ID] = true
			d.people[mention.Fold(p.Name)] = append(d.people[mention.Fold(p.Name)], p)
		}
	}
}

// Credited implements mention.Directory.
func (d *directory) Credited(ctx context.Context, title rolecall.Title, people []string) (map[string]bool, error) {
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
