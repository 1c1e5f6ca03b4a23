package standard

import (
	"slices"

	"rolecall"
	"rolecall/catalog"
)

// Coverage is how far a group is known of a title: what a reading that leaves out what is
// not known rests on.
type Coverage struct {
	Group string
	// Held is on how many of the Leaves, the film or the episodes, somebody of the
	// group is credited.
	Held, Leaves int
	// Stated is of how many of its People the gender is stated.
	Stated, People int
}

// coverage is that of the groups that the standard counts, in the order in which it
// counts them.
func (s *Standard) coverage(of Subject) (all []Coverage) {
	for _, m := range s.measures(rolecall.Bounds) {
		name := string(m.Group)
		if slices.ContainsFunc(all, func(c Coverage) bool { return c.Group == name }) {
			continue
		}
		g := of.group(name)
		all = append(all, Coverage{name, g.PerTitle.Held(), len(g.PerTitle), g.People.Known(), g.People.Total()})
	}
	return all
}

// read is the subject as a reading has it (docs/method.md, rule 10).
func (s Subject) read(r rolecall.Reading) Subject {
	s.reading = r
	return s
}

// read takes those credited, or those stated, for all there are. Of nobody nothing can be
// said, so that a group of which nobody would be left stays as it is.
func (g Group) read(r rolecall.Reading) Group {
	read := g
	read.People, read.Credits, read.PerTitle = g.People.Read(r), g.Credits.Read(r), g.PerTitle.Read(r)
	if !r.LeavesOut() || read.People.Total() == 0 {
		return g
	}
	if len(read.PerTitle) == 0 {
		read.PerTitle = g.PerTitle
	}
	read.Open, read.Partial, read.InPart = false, false, nil
	return read
}

// within is the narrowest reading that compares a title by a group of its people. A group
// of several roles is credited where somebody in it is, as no film has them all.
func (c counts) within(g catalog.Group) rolecall.Reading {
	people := c.of(catalog.Measure{Group: g, Unit: rolecall.People})
	switch {
	case people.Count.Of == 0, people.Open && !isOfSeveral(g):
		return rolecall.Bounds
	case people.Count.Certain < people.Count.Possible:
		return rolecall.AsCredited
	}
	return rolecall.WhereKnown
}

// read is what is measured as a reading has it.
func (c counts) read(r rolecall.Reading) counts {
	if !r.LeavesOut() {
		return c
	}
	read := counts{c.measures, slices.Clone(c.measured)}
	for i, m := range c.measures {
		one := &read.measured[i]
		one.Open = one.Open && one.Count.Of == 0
		if r == rolecall.WhereKnown && !isOfTitles(m.Unit) {
			one.Count.Of = one.Count.Settled()
			one.Count.Possible = one.Count.Certain
		}
	}
	return read
}

// isOfSeveral reports whether a group is of several roles.
func isOfSeveral(g catalog.Group) bool {
	_, is := Together(string(g))
	return is || len(g.Roles()) > 1
}

// isOfTitles reports whether titles are counted, or a share on each.
func isOfTitles(u rolecall.Unit) bool {
	return u == rolecall.TitlesAny || u == rolecall.TitlesAll || u == MeanShare
}

// isRead reports whether a reading compares titles by a criterion: all the groups that it
// decides by are known so far. Counts of people and credits compare nothing.
func (c Criterion) isRead(of counts, r rolecall.Reading) bool {
	if !r.LeavesOut() {
		return true
	}
	for _, e := range c.expressions() {
		for _, sum := range e.sums {
			for _, m := range sum {
				if (c.count == nil || isOfTitles(m.Unit)) && !r.Compares(of.within(m.Group)) {
					return false
				}
			}
		}
	}
	return true
}
