package catalog

import (
	"context"
	"maps"
	"slices"

	"rolecall"
	"rolecall/nameindex"
)

// mostNamesakes is how many of one name are looked at, the best known first: of
// names that thousands bear, the others are not what is meant.
const mostNamesakes = 12

// Names looks up the names of one text, all at once. What it has found in the index
// once it does not look for again. It is not for several goroutines.
type Names struct {
	catalog *Catalog
	// titles and people are the numbers of what bears a name, the best known first.
	titles, people map[string][]int32
	// numbers are those of people read, by identifier.
	numbers map[string]int32
}

// Names is a look-up of names.
func (c *Catalog) Names() *Names {
	return &Names{catalog: c, titles: make(map[string][]int32), people: make(map[string][]int32), numbers: make(map[string]int32)}
}

// CountNamed tells how many series and films and how many people bear each name, at most
// so many as are looked at: of the index alone, no row is read. Case, accents and
// punctuation do not matter, a leading article only if nothing bears the name with it.
// Names that nothing bears are absent.
func (n *Names) CountNamed(ctx context.Context, names []string) (titles, people map[string]int, err error) {
	titles, people = make(map[string]int), make(map[string]int)
	for _, name := range names {
		if err := n.find(ctx, name); err != nil {
			return nil, nil, err
		}
		if found := len(n.titles[name]); found > 0 {
			titles[name] = found
		}
		if found := len(n.people[name]); found > 0 {
			people[name] = found
		}
	}
	return titles, people, nil
}

// find looks a name up in the index.
func (n *Names) find(ctx context.Context, name string) error {
	if _, found := n.titles[name]; found {
		return nil
	}
	works, persons, err := n.catalog.findExactOf(ctx, name, kindSet([]rolecall.Kind{rolecall.Series, rolecall.Film}), nameindex.KindsOf(personKind))
	if err != nil {
		return err
	}
	n.titles[name] = works[:min(len(works), mostNamesakes)]
	n.people[name] = persons[:min(len(persons), mostNamesakes)]
	return nil
}

// TitlesNamed are the series and films of each name, as CountNamed finds them.
func (n *Names) TitlesNamed(ctx context.Context, names []string) (map[string][]rolecall.Title, error) {
	return named(ctx, n, names, n.titles, func(ctx context.Context, numbers []int32) (map[int32]rolecall.Title, error) {
		rows, err := n.catalog.titleRowsOf(ctx, numbers)
		if err != nil {
			return nil, err
		}
		titles, err := n.catalog.detailed(ctx, rows)
		found := make(map[int32]rolecall.Title, len(titles))
		for i, t := range titles {
			found[rows[i].number] = t
		}
		return found, err
	})
}

// PeopleNamed are the people of each name, as CountNamed finds them.
func (n *Names) PeopleNamed(ctx context.Context, names []string) (map[string][]rolecall.Person, error) {
	return named(ctx, n, names, n.people, func(ctx context.Context, numbers []int32) (map[int32]rolecall.Person, error) {
		rows, err := n.catalog.personRowsOf(ctx, numbers)
		found := make(map[int32]rolecall.Person, len(rows))
		for _, r := range rows {
			found[r.number], n.numbers[r.ID] = r.Person, r.number
		}
		return found, err
	})
}

// named finds names in the index, then fetches all that bear them together.
func named[T any](ctx context.Context, n *Names, names []string, of map[string][]int32, get func(context.Context, []int32) (map[int32]T, error)) (map[string][]T, error) {
	var all []int32
	for _, name := range names {
		if err := n.find(ctx, name); err != nil {
			return nil, err
		}
		all = append(all, of[name]...)
	}
	found, err := get(ctx, all)
	if err != nil {
		return nil, err
	}
	bearers := make(map[string][]T)
	for _, name := range names {
		if bearers[name] != nil {
			continue
		}
		for _, number := range of[name] {
			bearers[name] = append(bearers[name], found[number])
		}
	}
	return bearers, nil
}

// Credited tells which of some people whom PeopleNamed has read are credited on a title
// or its episodes.
func (n *Names) Credited(ctx context.Context, t rolecall.Title, people []string) (map[string]bool, error) {
	byNumber := make(map[int32]string)
	for _, id := range people {
		if number, read := n.numbers[id]; read {
			byNumber[number] = id
		}
	}
	if len(byNumber) == 0 {
		return nil, nil
	}
	number, err := n.catalog.titleNumber(ctx, t.ID)
	if err != nil {
		return nil, err
	}
	found, err := n.catalog.creditedAmong(ctx, t.Kind, number, slices.Sorted(maps.Keys(byNumber)))
	credited := make(map[string]bool, len(found))
	for _, person := range found {
		credited[byNumber[person]] = true
	}
	return credited, err
}
