package reconcile

import (
	"context"
	"slices"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/identity"
	"rolecall/nameindex"
)

// look is what one query looks up, each thing once. It is not for several goroutines.
type look struct {
	catalog *catalog.Catalog
	// named are the people, and works the titles, of values that rows give.
	named, works map[value]bearers
	seasons      map[string][]int
	elsewhere    map[string][]rolecall.Identifier
}

func newLook(c *catalog.Catalog) *look {
	return &look{c, map[value]bearers{}, map[value]bearers{}, map[string][]int{}, map[string][]rolecall.Identifier{}}
}

// bearers are those of a name that a row gives.
type bearers struct {
	found []catalog.Near
	// areAll says that nothing else bears the name: else what is credited to one of those
	// found may be another's, and tells nobody from others.
	areAll bool
}

// mostNamed is how many people, and titles, of a name that a row gives are looked at.
const mostNamed = 40

func (l *look) bearers(ctx context.Context, name string, q catalog.Nearest) (bearers, error) {
	found, of, err := l.catalog.Namesakes(ctx, name, q)
	return bearers{found, of == len(found)}, err
}

// people are those of a name or an entity.
func (l *look) people(ctx context.Context, v value) (bearers, error) {
	return kept(l.named, v, func() (bearers, error) {
		if v.id != "" {
			return l.entity(ctx, v.id, true)
		}
		return l.bearers(ctx, v.text, catalog.Nearest{People: true, Most: mostNamed})
	})
}

// titles are those of a name, which may have the year behind it, or an entity.
func (l *look) titles(ctx context.Context, v value) (bearers, error) {
	return kept(l.works, v, func() (bearers, error) {
		if v.id != "" {
			return l.entity(ctx, v.id, false)
		}
		whole := catalog.Nearest{Kinds: usualExtent().kinds, Most: mostNamed}
		b, err := l.bearers(ctx, v.text, whole)
		asked := nameindex.Understand(v.text)
		if err != nil || len(b.found) > 0 || asked.Bare() {
			return b, err
		}
		whole.Year = asked.Year
		b, err = l.bearers(ctx, asked.Name, whole)
		b.found = slices.DeleteFunc(b.found, func(n catalog.Near) bool { return isOfOtherYear(n, asked.Year) })
		return b, err
	})
}

// entity is an entity that the client has matched before.
func (l *look) entity(ctx context.Context, id string, isPerson bool) (bearers, error) {
	e, held, err := entityOf(ctx, l.catalog, id)
	if err != nil || !held || e.isPerson != isPerson {
		return bearers{}, err
	}
	return bearers{[]catalog.Near{e.near}, true}, nil
}

// kept looks a value up once.
func kept(known map[value]bearers, v value, find func() (bearers, error)) (bearers, error) {
	if b, is := known[v]; is {
		return b, nil
	}
	b, err := find()
	if err == nil {
		known[v] = b
	}
	return b, err
}

// yearsOfSeasons are the years in which a series went on; none of other titles.
func (l *look) yearsOfSeasons(ctx context.Context, c *candidate) (years []int, err error) {
	if c.title.Kind != rolecall.Series {
		return nil, nil
	}
	if known, is := l.seasons[c.title.ID]; is {
		return known, nil
	}
	seasons, err := l.catalog.Seasons(ctx, c.title.ID)
	for _, s := range seasons {
		years = append(years, s.Year)
	}
	l.seasons[c.title.ID] = years
	return years, err
}

// identifiers are what an entity is called in a scheme; its own identifier may be of it.
func (l *look) identifiers(ctx context.Context, id string, of rolecall.Scheme) (values []string, err error) {
	held, known := l.elsewhere[id]
	if !known {
		if held, err = l.catalog.Elsewhere(ctx, id); err != nil {
			return nil, err
		}
		l.elsewhere[id] = held
	}
	for _, i := range held {
		if i.Scheme == of {
			values = append(values, i.Value)
		}
	}
	if own, is := identity.Parse(id); is && own.Scheme == of && !slices.Contains(values, own.Value) {
		values = append(values, own.Value)
	}
	return values, nil
}

// entity is a title or a person that is held.
type entity struct {
	catalog  *catalog.Catalog
	id       string
	isPerson bool
	near     catalog.Near
	title    rolecall.Title
	person   rolecall.Person
	read     read
}

// PersonPrefix stands before the identifier of a person where a title has the same: an
// entity's identifier is to be its alone.
const PersonPrefix = "person:"

// entityOf is the entity of an identifier, and whether it is held.
func entityOf(ctx context.Context, c *catalog.Catalog, id string) (*entity, bool, error) {
	if catalog.CheckText(id) != nil || id == "" {
		return nil, false, nil
	}
	of, onlyPerson := strings.CutPrefix(id, PersonPrefix)
	e := &entity{catalog: c, id: id}
	var err error
	held := false
	if !onlyPerson && !isOfPerson(id) {
		if e.title, held, err = c.Title(ctx, id); err != nil {
			return nil, false, err
		}
		if held {
			e.near, err = c.NearTitle(ctx, e.title)
			return e, true, err
		}
	}
	if e.person, held, err = c.Person(ctx, of); err != nil || !held {
		return nil, false, err
	}
	e.isPerson = true
	e.near, err = c.NearPerson(ctx, e.person)
	return e, true, err
}

// Entity is the title or the person of an identifier, nil where neither is held.
func Entity(ctx context.Context, c *catalog.Catalog, id string) (*rolecall.Title, *rolecall.Person, error) {
	e, held, err := entityOf(ctx, c, id)
	switch {
	case err != nil || !held:
		return nil, nil, err
	case e.isPerson:
		return nil, &e.person, nil
	}
	return &e.title, nil, nil
}

func isOfPerson(id string) bool {
	i, is := identity.Parse(id)
	return is && i.IsPerson
}

// personID is the identifier of a person as an entity.
func personID(ctx context.Context, c *catalog.Catalog, id string) (string, error) {
	if _, is := identity.Parse(id); is { // which are of one thing each
		return id, nil
	}
	_, taken, err := c.Title(ctx, id)
	if taken {
		id = PersonPrefix + id
	}
	return id, err
}
