package catalog

import (
	"context"

	"rolecall"
	"rolecall/nameindex"
)

// mostNamesakes is how many of one name are looked at, the best known first: of
// names that thousands bear, the others are not what is meant.
const mostNamesakes = 20

// TitlesNamed are the series and films of each name, looked up all at once: case,
// accents and punctuation do not matter, a leading article only if nothing bears the
// name with it. Names that nothing bears are absent.
func (c *Catalog) TitlesNamed(ctx context.Context, names []string) (map[string][]rolecall.Title, error) {
	return named(ctx, c, names, kindSet([]rolecall.Kind{rolecall.Series, rolecall.Film}), func(ctx context.Context, numbers []int32) (map[int32]rolecall.Title, error) {
		rows, err := fetch(ctx, "number", numbers, c.titleRows)
		if err != nil {
			return nil, err
		}
		titles, err := c.detailed(ctx, rows)
		found := make(map[int32]rolecall.Title, len(titles))
		for i, t := range titles {
			found[rows[i].number] = t
		}
		return found, err
	})
}

// PeopleNamed are the people of each name, as TitlesNamed finds titles.
func (c *Catalog) PeopleNamed(ctx context.Context, names []string) (map[string][]rolecall.Person, error) {
	return named(ctx, c, names, nameindex.KindsOf(personKind), func(ctx context.Context, numbers []int32) (map[int32]rolecall.Person, error) {
		rows, err := fetch(ctx, "number", numbers, c.personRows)
		found := make(map[int32]rolecall.Person, len(rows))
		for _, r := range rows {
			found[r.number] = r.Person
		}
		return found, err
	})
}

// named looks up names in the index, then fetches all that bear them together.
func named[T any](ctx context.Context, c *Catalog, names []string, kinds nameindex.Kinds, get func(context.Context, []int32) (map[int32]T, error)) (map[string][]T, error) {
	numbers := make(map[string][]int32, len(names))
	var all []int32
	for _, name := range names {
		found, err := c.findExact(ctx, name, kinds)
		if err != nil {
			return nil, err
		}
		numbers[name] = found[:min(len(found), mostNamesakes)]
		all = append(all, numbers[name]...)
	}
	found, err := get(ctx, all)
	if err != nil {
		return nil, err
	}
	bearers := make(map[string][]T)
	for name, of := range numbers {
		for _, n := range of {
			bearers[name] = append(bearers[name], found[n])
		}
	}
	return bearers, nil
}
