package standard

import (
	"slices"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/source/registry"
)

// Subject is what a standard is asked about: a title, counted.
type Subject struct {
	Title rolecall.Title
	// Leaves is on how many films or episodes it is counted.
	Leaves int
	// Groups are by name: the roles' words and the groups of Groups. One that is
	// absent is a group of which no credit is held.
	Groups map[string]Group

	// lineup and partial are what other groups are counted from where they are asked for, reading
	// is how each is read.
	lineup  *measure.Lineup
	partial []rolecall.Role
	reading rolecall.Reading
}

// Group is some of the people of a title, counted in every unit.
type Group struct {
	People  rolecall.Tally
	Credits rolecall.Tally
	// PerTitle is the people on each leaf title.
	PerTitle rolecall.PerTitle
	// Open says that there may be more people than are held: some leaf title has
	// no credit in the role, or no leaf title is held. A page that names people of the whole season does not
	// close that, as it need not name all.
	Open bool
	// Partial says that a source lists only the principal people of the role, so
	// that more may exist on every leaf title.
	Partial bool
	// InPart says of each leaf title whether a role of several has no credit there, so that there
	// may be more people than PerTitle has; nil where none lacks.
	InPart []bool
	// Unstated are the people whose gender is not stated.
	Unstated []rolecall.Person
	// Uncredited are the roles in which credits are missing.
	Uncredited []Uncredited
}

// Uncredited is a role in which leaf titles have no credit.
type Uncredited struct {
	Role rolecall.Role
	// Leaves are the titles without, in order; Of is how many there are.
	Leaves []rolecall.Title
	Of     int
}

// The groups beside the roles.
const (
	// Lead is the cast billed first.
	Lead = string(catalog.Lead)
	// SeasonRegulars are the cast credited on at least half of the episodes.
	SeasonRegulars = string(catalog.SeasonRegulars)
	// DepartmentHeads are those of HeadRoles, each person once.
	DepartmentHeads = string(catalog.DepartmentHeads)
)

// HeadRoles are the roles counted as heads of departments, as the pages read do not
// list whom a standard means by them.
func HeadRoles() []rolecall.Role { return catalog.HeadRoles() }

// GroupNames are the names that expressions may use, roles first.
func GroupNames() []string { return slices.Clone(groupNames) }

var groupNames = func() []string {
	var names []string
	for _, role := range rolecall.Roles() {
		names = append(names, string(role))
	}
	return append(names, Lead, Supporting, SeasonRegulars, DepartmentHeads)
}()

// PartialRoles are the roles of which some of a catalog's sources list only the
// principal people, as the sources say of themselves.
func PartialRoles(sources []rolecall.Source) []rolecall.Role { return registry.PartialRoles(sources) }

// SubjectOf is the subject of a title's line-up; in the roles named partial there
// may be more people than are held.
func SubjectOf(l measure.Lineup, partial ...rolecall.Role) Subject {
	s := Subject{Title: l.Title, Leaves: len(l.Leaves), Groups: make(map[string]Group), lineup: &l, partial: partial}
	for _, role := range rolecall.Roles() {
		s.Groups[string(role)] = roleGroup(l, role, partial)
	}
	s.Groups[Lead] = leadGroup(l)
	s.Groups[Supporting] = supportingGroup(l, partial)
	s.Groups[SeasonRegulars] = regulars(l, partial)
	s.Groups[DepartmentHeads] = gatheredRoles(l, HeadRoles(), partial)
	return s
}

func roleGroup(l measure.Lineup, role rolecall.Role, partial []rolecall.Role) Group {
	count, _ := l.Role(role)
	g := Group{People: count.People, Credits: count.Credits, PerTitle: count.PerTitle, Unstated: unstated(count.Credited)}
	if g.PerTitle == nil {
		g.PerTitle = make(rolecall.PerTitle, len(l.Leaves))
	}
	var missing []rolecall.Title
	for i, t := range g.PerTitle {
		if t.Total() == 0 {
			missing = append(missing, l.Leaves[i])
		}
	}
	if len(missing) > 0 {
		g.Uncredited = []Uncredited{{role, missing, len(l.Leaves)}}
	}
	g.Partial = slices.Contains(partial, role)
	g.Open = len(missing) > 0 || len(l.Leaves) == 0
	return g
}

func leadGroup(l measure.Lineup) Group {
	lead, known := l.Lead()
	g := Group{People: lead.People, Credits: lead.Credits, PerTitle: lead.PerTitle, Open: !known, Unstated: unstated(lead.Credited)}
	if !known {
		g.Uncredited = []Uncredited{{rolecall.Cast, l.Leaves, len(l.Leaves)}}
	}
	return g
}

// regulars are the cast of at least half of the episodes. An episode whose cast
// is not held may make a regular of anybody.
func regulars(l measure.Lineup, partial []rolecall.Role) Group {
	cast, _ := l.Role(rolecall.Cast)
	all := roleGroup(l, rolecall.Cast, partial)
	often := slices.DeleteFunc(slices.Clone(cast.Credited), func(c measure.Credited) bool {
		return 2*len(c.Leaves) < len(l.Leaves)
	})
	g := gathered(l, often)
	g.Open, g.Partial, g.Uncredited = all.Open, all.Partial, all.Uncredited
	return g
}

// gathered counts people, each once however many roles they hold.
func gathered(l measure.Lineup, credited []measure.Credited) Group {
	genders := make(rolecall.GenderOf)
	var credits []rolecall.Credit
	for _, c := range credited {
		genders[c.Person.ID] = c.Person.Gender
		// The role is the same for all, so that somebody who holds two counts once.
		credit := rolecall.Credit{PersonID: c.Person.ID, Role: rolecall.Cast}
		if len(c.Leaves) == 0 {
			credits = append(credits, credit)
		}
		for _, i := range c.Leaves {
			credit.TitleID = l.Leaves[i].ID
			credits = append(credits, credit)
		}
	}
	ids := make([]string, len(l.Leaves))
	for i, leaf := range l.Leaves {
		ids[i] = leaf.ID
	}
	placed := slices.DeleteFunc(slices.Clone(credits), func(c rolecall.Credit) bool { return c.TitleID == "" })
	return Group{
		People:   rolecall.TallyPeople(credits, genders),
		Credits:  rolecall.TallyCredits(placed, genders),
		PerTitle: rolecall.TallyTitles(ids, placed, genders),
		Unstated: unstated(credited),
	}
}

func unstated(credited []measure.Credited) []rolecall.Person {
	var people []rolecall.Person
	for _, c := range credited {
		if c.Person.Gender == rolecall.Unknown && !slices.ContainsFunc(people, func(p rolecall.Person) bool { return p.ID == c.Person.ID }) {
			people = append(people, c.Person)
		}
	}
	return people
}

// group is the group of a name, as the subject is read; one that is absent has no credit held.
func (s Subject) group(name string) Group {
	g, held := s.Groups[name]
	if !held {
		g, held = s.asked(name)
	}
	if !held {
		g = Group{PerTitle: make(rolecall.PerTitle, s.Leaves), Open: true}
	}
	return g.read(s.reading)
}

// count counts the group in a unit, as a catalog does.
func (g Group) count(unit rolecall.Unit, genders []rolecall.Gender) catalog.Measured {
	switch unit {
	case rolecall.People:
		return catalog.Measured{Count: g.People.Count(genders...), Open: g.Open}
	case rolecall.Credits:
		return catalog.Measured{Count: g.Credits.Count(genders...), Open: g.Open}
	case rolecall.TitlesAny:
		return catalog.Measured{Count: g.byTitle(rolecall.PerTitle.Any, genders, func(one *rolecall.Count) { one.Possible = 1 })}
	}
	return catalog.Measured{Count: g.byTitle(rolecall.PerTitle.All, genders, func(one *rolecall.Count) { one.Certain = 0 })}
}

// byTitle counts leaf titles one by one; of those on which people may be missing, it is known only
// so far.
func (g Group) byTitle(counted func(rolecall.PerTitle, ...rolecall.Gender) rolecall.Count, genders []rolecall.Gender, inPart func(*rolecall.Count)) (all rolecall.Count) {
	if g.InPart == nil {
		return counted(g.PerTitle, genders...)
	}
	for i := range g.PerTitle {
		one := counted(g.PerTitle[i:i+1], genders...)
		if g.InPart[i] {
			inPart(&one)
		}
		all = rolecall.Count{Certain: all.Certain + one.Certain, Possible: all.Possible + one.Possible, Of: all.Of + one.Of}
	}
	return all
}
