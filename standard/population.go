package standard

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"rolecall"
	"rolecall/catalog"
	"rolecall/population"
)

// Groups are the names of the groups that the standard counts, in the order of
// GroupNames.
func (s *Standard) Groups() []string {
	return slices.DeleteFunc(GroupNames(), func(name string) bool {
		for _, c := range s.Criteria {
			for _, e := range []*expression{c.count, c.met, c.notMet} {
				if e != nil && slices.Contains(e.names, name) {
					return false
				}
			}
		}
		return true
	})
}

// Among is the population that the standard can be asked about: where no kind is
// given, the films or seasons of which it speaks. The error says that it speaks of
// neither, or not of the kind given.
func (s *Standard) Among(p population.Population) (population.Population, error) {
	switch p.Kind {
	case "":
		films, seasons := s.AppliesTo(rolecall.Film), s.AppliesTo(rolecall.Season)
		switch {
		case films && !seasons:
			p.Kind = rolecall.Film
		case seasons && !films:
			p.Kind = rolecall.Season
		case !films && !seasons:
			return p, fmt.Errorf("%s speaks of neither films nor seasons, of which populations are", s.ID)
		}
		return p, nil
	case rolecall.Film, rolecall.Season:
		if !s.AppliesTo(p.Kind) {
			return p, fmt.Errorf("%s does not speak of %s; rolecall assess --list says what each speaks of", s.ID, p.Kind.Plural())
		}
		return p, nil
	}
	return p, fmt.Errorf("a pass rate is over films or seasons, not %s: choose --kind film or season", p.Kind.Plural())
}

// PassRate assesses the films and seasons of a population. Beside the errors of
// Among and Over there are those of catalog.EachWork.
func (s *Standard) PassRate(ctx context.Context, c *catalog.Catalog, p population.Population) (Rates, error) {
	p, err := s.Among(p)
	if err != nil {
		return Rates{}, err
	}
	vague := 0
	rates, err := s.Over(subjects(ctx, c, p, s.Groups(), &vague))
	rates.Population, rates.Vague = p, vague
	return rates, err
}

// errEnough ends a walk through a population of which no more is wanted.
var errEnough = errors.New("enough")

// Subjects are the films and seasons of a population, counted in the groups
// named. They are the subjects of their line-ups, but without the names of those
// who are missing, and with PerTitle in no particular order and telling of each
// leaf title only who is there, not how many.
func Subjects(ctx context.Context, c *catalog.Catalog, p population.Population, groups []string) iter.Seq2[Subject, error] {
	return subjects(ctx, c, p, groups, new(int))
}

func subjects(ctx context.Context, c *catalog.Catalog, p population.Population, groups []string, vague *int) iter.Seq2[Subject, error] {
	b := bulk{groups, PartialRoles(c.Info().Sources), make(map[catalog.Counts]map[string]Group)}
	return func(yield func(Subject, error) bool) {
		var err error
		*vague, err = c.EachWork(ctx, p, asked(groups), func(w catalog.WorkCounts) error {
			subject, err := b.subject(w)
			if err != nil {
				return err
			}
			if !yield(subject, nil) {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			yield(Subject{}, err)
		}
	}
}

// asked are the groups as a catalog counts them: the roles, and those of the
// gatherings too, so that it shows where their credits are missing.
func asked(names []string) catalog.Groups {
	var g catalog.Groups
	for _, name := range names {
		roles := []rolecall.Role{rolecall.Cast}
		switch name {
		case Lead:
			g.Gatherings = append(g.Gatherings, catalog.Gathering{Name: Lead, Roles: roles, Among: catalog.FirstBilled})
		case SeasonRegulars:
			g.Gatherings = append(g.Gatherings, catalog.Gathering{Name: SeasonRegulars, Roles: roles, Among: catalog.OnHalf})
		case DepartmentHeads:
			roles = HeadRoles()
			g.Gatherings = append(g.Gatherings, catalog.Gathering{Name: DepartmentHeads, Roles: roles, Among: catalog.Everyone})
		default:
			roles = []rolecall.Role{rolecall.Role(name)}
		}
		if name == Lead {
			continue
		}
		for _, role := range roles {
			if !slices.Contains(g.Roles, role) {
				g.Roles = append(g.Roles, role)
			}
		}
	}
	return g
}

// bulk makes subjects from counts. As most films have the counts of another,
// groups are made once for each.
type bulk struct {
	groups  []string
	partial []rolecall.Role
	known   map[catalog.Counts]map[string]Group
}

func (b bulk) subject(w catalog.WorkCounts) (Subject, error) {
	// The number of leaf titles is no part of the counts that the catalog writes.
	key := catalog.Counts(fmt.Sprintf("%d;%s", w.Leaves, w.Counts))
	s := Subject{Title: rolecall.Title{ID: w.ID, Kind: w.Kind}, Leaves: w.Leaves, counts: key}
	var seen bool
	if s.Groups, seen = b.known[key]; seen {
		return s, nil
	}
	counts, err := w.Counts.Groups()
	if err != nil {
		return s, err
	}
	s.Groups = make(map[string]Group, len(b.groups))
	for _, name := range b.groups {
		s.Groups[name] = b.group(counts, name, w.Leaves)
	}
	b.known[key] = s.Groups
	return s, nil
}

// group is a group of a work, as roleGroup, leadGroup, regulars and heads count it
// from a line-up.
func (b bulk) group(counts map[string]catalog.GroupCount, name string, leaves int) Group {
	held := counts[name]
	g := Group{People: held.People, Credits: held.Credits, PerTitle: perTitle(held.Titles, leaves)}
	roles := []string{name}
	switch name {
	case Lead:
		g.Open = g.People.Total() == 0
		return g
	case SeasonRegulars:
		roles = []string{string(rolecall.Cast)}
	case DepartmentHeads:
		roles = nil
		for _, role := range HeadRoles() {
			roles = append(roles, string(role))
		}
	}
	for _, role := range roles {
		g.Partial = g.Partial || slices.Contains(b.partial, rolecall.Role(role))
		g.Open = g.Open || leaves == 0 || titlesOf(counts[role].Titles) < leaves
	}
	g.Open = g.Open || g.Partial
	return g
}

func titlesOf(sets map[catalog.GenderSet]int) (n int) {
	for _, titles := range sets {
		n += titles
	}
	return n
}

// perTitle is who is present on each leaf title; on those without a credit, nobody.
func perTitle(sets map[catalog.GenderSet]int, leaves int) rolecall.PerTitle {
	all := make(rolecall.PerTitle, 0, leaves)
	for set := catalog.GenderSet(0); set < 16; set++ {
		for range sets[set] {
			all = append(all, set.Present())
		}
	}
	return append(all, make(rolecall.PerTitle, max(0, leaves-len(all)))...)
}
