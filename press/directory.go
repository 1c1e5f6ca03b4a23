package press

import (
	"context"
	"strings"

	"rolecall"
	"rolecall/catalog"
)

// directory finds names in a catalog: package mention's Directory over what package
// catalog exports. This file is all that knows how names are looked up.
// It is for one text.
type directory struct {
	catalog *catalog.Catalog
	// credited are the people of the titles asked about, by title: all namesakes of a
	// text ask about the same few.
	credited map[string]map[string]rolecall.Person
}

func newDirectory(c *catalog.Catalog) directory {
	return directory{c, make(map[string]map[string]rolecall.Person)}
}

// TitlesNamed implements mention.Directory for films and series.
func (d directory) TitlesNamed(ctx context.Context, names []string) (map[string][]rolecall.Title, error) {
	return d.catalog.TitlesNamed(ctx, names)
}

// mostWords bounds a person's name.
const mostWords = 5

// PeopleNamed implements mention.Directory. A single word is nobody's full name.
func (d directory) PeopleNamed(ctx context.Context, names []string) (map[string][]rolecall.Person, error) {
	var full []string
	for _, name := range names {
		if n := len(strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' })); n >= 2 && n <= mostWords {
			full = append(full, name)
		}
	}
	return d.catalog.PeopleNamed(ctx, full)
}

// Credited implements mention.Directory.
func (d directory) Credited(ctx context.Context, title rolecall.Title, people []string) (map[string]bool, error) {
	if len(people) == 0 {
		return nil, nil
	}
	on, read := d.credited[title.ID]
	if !read {
		roll, err := d.catalog.Roll(ctx, title, true)
		if err != nil {
			return nil, err
		}
		on, d.credited[title.ID] = roll.People, roll.People
	}
	credited := make(map[string]bool)
	for _, id := range people {
		if _, is := on[id]; is {
			credited[id] = true
		}
	}
	return credited, nil
}
