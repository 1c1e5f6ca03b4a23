package catalog

import (
	"context"
	"maps"
	"slices"

	"rolecall"
	"rolecall/identity"
	"rolecall/nameindex"
	"rolecall/rowfile"
)

// Near is a title or a person found by name, before anything but the index is read of it:
// whoever looks up thousands of names reads the rows of few of those found.
type Near struct {
	IsPerson bool
	// Kind is that of a title, Year the one it is known by, 0 where not known.
	Kind rolecall.Kind
	Year int
	// Closeness is how close the name is to the text, 1 being the text but for case,
	// accents, punctuation and a leading article.
	Closeness float64
	number    int32
}

// Nearest says what is looked for by name: titles of some kinds, people, or both.
type Nearest struct {
	Kinds  []rolecall.Kind
	People bool
	// Year is preferred among titles, 0 is any.
	Year int
	// Most is how many are wanted.
	Most int
	// Unfinished says that somebody is still typing the text.
	Unfinished bool
}

func (q Nearest) set() nameindex.Kinds {
	set := kindSet(q.Kinds)
	if q.People {
		set |= nameindex.KindsOf(personKind)
	}
	return set
}

// looksForNothing says that no kind is asked for, which an index takes for every kind.
func (q Nearest) looksForNothing() bool { return len(q.Kinds) == 0 && !q.People }

// Nearest are the titles and people whose names are closest to a text, forgiving of typing
// errors, nearest first.
func (c *Catalog) Nearest(ctx context.Context, text string, q Nearest) ([]Near, error) {
	if q.looksForNothing() {
		return nil, nil
	}
	hits, err := asking(ctx, c, func(x *nameindex.Index) ([]nameindex.Hit, error) {
		return x.Find(identity.PageName(text), nameindex.Query{Kinds: q.set(), Year: q.Year, Most: q.Most, Unfinished: q.Unfinished})
	})
	if err != nil {
		return nil, err
	}
	return nears(slices.DeleteFunc(hits, func(h nameindex.Hit) bool { return h.Score < leastScore })), nil
}

// Namesakes are the titles and people that bear a name, but for case, accents and
// punctuation, and for a leading article if nothing bears it with that; the weightiest first,
// at most those wanted. Of is how many there are.
func (c *Catalog) Namesakes(ctx context.Context, name string, q Nearest) (found []Near, of int, err error) {
	if q.looksForNothing() || lookable("", name) != nil {
		return nil, 0, nil
	}
	hits, err := asking(ctx, c, func(x *nameindex.Index) ([]nameindex.Hit, error) { return x.FindExact(name, q.set()) })
	if err != nil {
		return nil, 0, err
	}
	hits = likeliest(name, hits)
	if q.Year != 0 {
		away := func(h nameindex.Hit) int { return max(h.Year-q.Year, q.Year-h.Year) }
		slices.SortStableFunc(hits, func(a, b nameindex.Hit) int { return away(a) - away(b) })
	}
	return nears(hits[:min(len(hits), q.Most)]), len(hits), nil
}

func nears(hits []nameindex.Hit) []Near {
	found := make([]Near, len(hits))
	for i, h := range hits {
		found[i] = Near{IsPerson: h.Kind == personKind, Year: h.Year, Closeness: h.Closeness, number: numbersOf(hits[i : i+1])[0]}
		if !found[i].IsPerson {
			found[i].Kind = rolecall.Kinds()[h.Kind]
		}
	}
	return found
}

// NearTitle is a title that is held, as if it had been found by its name.
func (c *Catalog) NearTitle(ctx context.Context, t rolecall.Title) (Near, error) {
	number, err := c.titleNumber(ctx, t.ID)
	return Near{Kind: t.Kind, Year: t.Year, Closeness: 1, number: number}, err
}

// NearPerson is a person who is held, as if found by their name.
func (c *Catalog) NearPerson(ctx context.Context, p rolecall.Person) (Near, error) {
	number, err := c.personFound(ctx, p.ID)
	return Near{IsPerson: true, Closeness: 1, number: number}, err
}

func (n Near) numberOf() int32 { return n.number }

// Is reports whether what was found is the same title or person as another.
func (n Near) Is(other Near) bool { return n.IsPerson == other.IsPerson && n.number == other.number }

// TitlesFound are titles in the order in which they were found.
func (c *Catalog) TitlesFound(ctx context.Context, found []Near) ([]rolecall.Title, error) {
	return c.titlesNumbered(ctx, each(found, Near.numberOf))
}

// PeopleFound are people in the order in which they were found.
func (c *Catalog) PeopleFound(ctx context.Context, found []Near) ([]rolecall.Person, error) {
	return c.peopleNumbered(ctx, each(found, Near.numberOf))
}

// RolesHeld are all the roles in which somebody is credited.
func (c *Catalog) RolesHeld(ctx context.Context, person Near) ([]rolecall.Role, error) {
	held, err := c.engagements(ctx, person.number)
	return rolesOf(held, func(engaged) bool { return true }), err
}

// RolesOn are the roles in which somebody is credited on a title or on a season or episode
// of it.
func (c *Catalog) RolesOn(ctx context.Context, person, title Near) ([]rolecall.Role, error) {
	held, err := c.engagements(ctx, person.number)
	if err != nil || len(held) == 0 {
		return nil, err
	}
	carrying, err := c.carrying(ctx, title)
	return rolesOf(held, func(e engaged) bool { return carrying[e.title] }), err
}

func rolesOf(held []engaged, of func(engaged) bool) []rolecall.Role {
	roles := make(map[rolecall.Role]bool)
	for _, e := range held {
		if of(e) {
			roles[e.role] = true
		}
	}
	return slices.SortedFunc(maps.Keys(roles), rolecall.Role.Compare)
}

// carrying are the titles that carry the credits of a title: itself and its parts.
func (c *Catalog) carrying(ctx context.Context, title Near) (map[int32]bool, error) {
	carrying := map[int32]bool{title.number: true}
	if title.Kind.IsLeaf() {
		return carrying, nil
	}
	parts, err := fromRows(ctx, c,
		func(f *rowfile.File) ([]int32, error) {
			seasons, err := partNumbers(f, seasonsTable, title.number)
			if err != nil {
				return nil, err
			}
			episodes, err := partNumbers(f, episodesTable, title.number)
			return append(seasons, episodes...), err
		},
		func() ([]int32, error) {
			seasons, err := c.seasonsOf(ctx, title.number)
			if err != nil {
				return nil, err
			}
			episodes, err := c.episodesOf(ctx, title.Kind, title.number)
			return append(each(seasons, titleRow.numberOf), each(episodes, titleRow.numberOf)...), err
		})
	for _, part := range parts {
		carrying[part] = true
	}
	return carrying, err
}

// CreditedOn are the people credited in a role on a title; of a series or season, on it or
// on its first episodes.
func (c *Catalog) CreditedOn(ctx context.Context, title Near, role rolecall.Role) ([]rolecall.Person, error) {
	carrying := []int32{title.number}
	if !title.Kind.IsLeaf() {
		episodes, err := c.firstEpisodesOf(ctx, title.Kind, title.number)
		if err != nil {
			return nil, err
		}
		carrying = append(carrying, episodes...)
	}
	credits, err := c.creditRowsOf(ctx, carrying)
	if err != nil {
		return nil, err
	}
	credits = slices.DeleteFunc(credits, func(r creditRow) bool { return r.Role != role })
	rows, err := c.personRowsOf(ctx, each(credits, creditRow.personOf))
	return persons(rows), err
}

// mostYears bounds the titles whose years are read of one person.
const mostYears = 300

// YearsOf are the years of the titles that somebody is credited on.
func (c *Catalog) YearsOf(ctx context.Context, person Near) ([]int, error) {
	held, err := c.engagements(ctx, person.number)
	if err != nil {
		return nil, err
	}
	titles := slices.Compact(each(held, engaged.titleOf))
	rows, err := c.titleRowsOf(ctx, titles[:min(len(titles), mostYears)])
	years := make(map[int]bool)
	for _, r := range rows {
		if r.Year > 0 {
			years[r.Year] = true
		}
	}
	return slices.Sorted(maps.Keys(years)), err
}

// BestKnownFor is the title that somebody is best known for, and whether there is one.
func (c *Catalog) BestKnownFor(ctx context.Context, person Near) (rolecall.Title, bool, error) {
	best, err := c.bestKnownFor(ctx, person.number)
	if err != nil || best.title == 0 {
		return rolecall.Title{}, false, err
	}
	titles, err := c.titlesNumbered(ctx, []int32{best.title})
	if err != nil || len(titles) == 0 {
		return rolecall.Title{}, false, err
	}
	return titles[0], true, nil
}
