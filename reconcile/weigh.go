package reconcile

import (
	"cmp"
	"context"
	"slices"

	"rolecall"
	"rolecall/catalog"
	"rolecall/nameindex"
)

// candidate is a candidate while it is weighed.
type candidate struct {
	near   catalog.Near
	title  rolecall.Title
	person rolecall.Person
	// accords are by property; sure says that it is meant.
	accords map[string]accord
	sure    bool
	score   float64
}

func (c *candidate) id() string { return cmp.Or(c.title.ID, c.person.ID) }

func (c *candidate) isAgainst() bool {
	for _, a := range c.accords {
		if a == against {
			return true
		}
	}
	return false
}

// isTold reports whether something beside the name tells it from others.
func (c *candidate) isTold() bool {
	for id, a := range c.accords {
		if p, _ := propertyOf(id); a == agrees && p.telling {
			return true
		}
	}
	return false
}

// isSureOf reports whether the one candidate that something beside the name speaks for is
// meant: no other of the name accords with as much of what the row says.
func (m *matching) isSureOf(told *candidate, fit []*candidate) bool {
	for _, c := range fit {
		if c != told && c.weight() >= told.weight() {
			return false
		}
	}
	return true
}

// isSureByName reports whether the only bearer of a name is meant. A catalog that was picked
// by hand holds one of many; a person is more than a name; and where the row says what would
// tell, and it does not, another may be meant that is not held.
func (m *matching) isSureByName(name string, c *candidate) bool {
	for id := range c.accords {
		if p, _ := propertyOf(id); p.telling {
			return false
		}
	}
	return !c.near.IsPerson && !m.catalog.Info().HandPicked && nameindex.Key(name) == nameindex.Key(c.title.Name) &&
		slices.Contains(usualExtent().kinds, c.near.Kind)
}

// weighed weighs those found, in their order.
func (m *matching) weighed(ctx context.Context, found []catalog.Near) ([]*candidate, error) {
	var all []*candidate
	year := m.year()
	for _, n := range found {
		c := &candidate{near: n}
		if err := m.weigh(ctx, c, year); err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}

// load reads what is held of a candidate: of most that are found nothing need be read.
func (l *look) load(ctx context.Context, c *candidate) error {
	switch {
	case c.id() != "":
		return nil
	case c.near.IsPerson:
		people, err := l.catalog.PeopleFound(ctx, []catalog.Near{c.near})
		if len(people) > 0 {
			c.person = people[0]
		}
		return err
	}
	titles, err := l.catalog.TitlesFound(ctx, []catalog.Near{c.near})
	if len(titles) > 0 {
		c.title = titles[0]
	}
	return err
}

// weigh compares a candidate with what the row says, of which the year is one.
func (m *matching) weigh(ctx context.Context, c *candidate, year int) error {
	c.accords = make(map[string]accord, len(m.query.values))
	if isOfOtherYear(c.near, year) {
		c.accords["year"] = against
	} else if len(m.query.values) > 0 {
		if err := m.compare(ctx, c); err != nil {
			return err
		}
	}
	c.score = 100 * c.near.Closeness * c.weight()
	if !c.isTold() {
		c.score *= weights[silent]
	}
	return nil
}

// isOfOtherYear reports whether the year alone, which the index has, speaks against a film:
// of dozens of one name no more need be known.
func isOfOtherYear(n catalog.Near, year int) bool {
	return n.Kind == rolecall.Film && n.Year != 0 && year != 0 && max(n.Year-year, year-n.Year) > 1
}

func (m *matching) compare(ctx context.Context, c *candidate) error {
	if !c.near.IsPerson {
		if err := m.load(ctx, c); err != nil {
			return err
		}
	}
	for id, values := range m.query.values {
		p, _ := propertyOf(id)
		if p.compare == nil || len(values) == 0 || c.near.IsPerson && !p.ofPeople || !c.near.IsPerson && !p.ofTitles {
			continue
		}
		a, err := p.compare(ctx, m.look, c, values)
		if err != nil {
			return err
		}
		c.accords[id] = a
	}
	return nil
}

// weight is what is left of a score by what the row says.
func (c *candidate) weight() float64 {
	weight := 1.0
	for _, p := range properties { // in this order, as the product would else be another
		if a, compared := c.accords[p.ID]; compared {
			weight *= weights[a]
		}
	}
	return weight
}
