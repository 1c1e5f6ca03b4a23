// Package measure goes from what a catalog holds to what is said about it: who
// is in front of the camera of a title and who behind it, counted by the rules
// of package rolecall.
package measure

import (
	"cmp"
	"context"
	"math"
	"slices"

	"rolecall"
	"rolecall/catalog"
)

// Lineup is who is in front of the camera of a title and who behind it.
type Lineup struct {
	Title rolecall.Title
	// Leaves are the films or episodes counted, in order.
	Leaves []rolecall.Title
	// Roles are those that somebody holds, and always director and writer, in
	// the order of rolecall.Roles.
	Roles []RoleCount
	// Seasons are those of a series, each with its own counts; else empty.
	Seasons []SeasonCount
	// Pages are the pages cited, by key.
	Pages map[string]rolecall.Page
}

// RoleCount is one role of a title, counted in every unit.
type RoleCount struct {
	Role    rolecall.Role
	People  rolecall.Tally
	Credits rolecall.Tally
	// PerTitle is the people on each leaf title, in the order of Lineup.Leaves.
	PerTitle rolecall.PerTitle
	// Credited are the people: the cast by billing, others by their first title.
	Credited []Credited
}

// Credited is one person in one role of a title.
type Credited struct {
	Person rolecall.Person
	// Leaves are the places in Lineup.Leaves of the titles credited, from 0; none
	// where the source does not say which.
	Leaves []int
	// Job, Characters, Billing, Scope and Citations are those of the credits,
	// merged.
	rolecall.Credit
}

// SeasonCount is one season of a series, counted by role.
type SeasonCount struct {
	Season rolecall.Title
	// People and PerTitle are by role; a role that nobody holds has no People.
	People   map[rolecall.Role]rolecall.Tally
	PerTitle map[rolecall.Role]rolecall.PerTitle
}

// alwaysCounted are the roles that every title has, whether or not a credit is
// held.
var alwaysCounted = []rolecall.Role{rolecall.Director, rolecall.Writer}

// LineupOf counts a title. The specials of a series (season 0) are left out
// unless asked for.
func LineupOf(ctx context.Context, c *catalog.Catalog, t rolecall.Title, specials bool) (Lineup, error) {
	roll, err := c.Roll(ctx, t, specials)
	if err != nil {
		return Lineup{}, err
	}
	lineup := Lineup{Title: t, Leaves: roll.Leaves, Roles: countRoles(roll)}
	if t.Kind == rolecall.Series {
		if lineup.Seasons, err = countSeasons(ctx, c, roll); err != nil {
			return Lineup{}, err
		}
		if !specials {
			lineup.Seasons = slices.DeleteFunc(lineup.Seasons, func(s SeasonCount) bool { return s.Season.Season == 0 })
		}
	}
	lineup.Pages, err = c.Pages(ctx, lineup.citations())
	return lineup, err
}

// Role is the count of a role, and whether the lineup has it.
func (l Lineup) Role(role rolecall.Role) (RoleCount, bool) {
	i := slices.IndexFunc(l.Roles, func(r RoleCount) bool { return r.Role == role })
	if i < 0 {
		return RoleCount{}, false
	}
	return l.Roles[i], true
}

// IsWide reports whether the credits of somebody on the title rest on a page that
// speaks of a whole season or series, which is taken for each episode. On one film or
// episode nothing is wider than itself.
func (l Lineup) IsWide(c Credited) bool {
	if len(l.Leaves) <= 1 || len(c.Leaves) == 0 {
		return false
	}
	return c.Scope == rolecall.OfSeries || c.Scope == rolecall.OfSeason && l.Title.Kind == rolecall.Season
}

// HasWide reports whether anybody's credits are wide.
func (l Lineup) HasWide() bool {
	return slices.ContainsFunc(l.Roles, func(r RoleCount) bool { return slices.ContainsFunc(r.Credited, l.IsWide) })
}

// Lead is the count of the cast member billed first on each title, and whether
// billing is known.
func (l Lineup) Lead() (RoleCount, bool) {
	cast, _ := l.Role(rolecall.Cast)
	lead := RoleCount{Role: rolecall.Cast, PerTitle: make(rolecall.PerTitle, len(l.Leaves))}
	for _, c := range cast.Credited {
		if c.Billing != 1 {
			continue
		}
		lead.Credited = append(lead.Credited, c)
		lead.People.Add(c.Person.Gender)
		for _, i := range c.Leaves {
			lead.Credits.Add(c.Person.Gender)
			lead.PerTitle[i].Add(c.Person.Gender)
		}
	}
	return lead, len(lead.Credited) > 0
}

// citations are the keys of all pages that the lineup rests on.
func (l Lineup) citations() []string {
	keys := slices.Clone(l.Title.Citations)
	for _, r := range l.Roles {
		for _, c := range r.Credited {
			keys = append(keys, c.Citations...)
		}
	}
	return keys
}

func countRoles(roll catalog.Roll) []RoleCount {
	byRole := make(map[rolecall.Role][]rolecall.Credit)
	for _, role := range alwaysCounted {
		byRole[role] = nil
	}
	for _, c := range roll.Credits {
		byRole[c.Role] = append(byRole[c.Role], c)
	}
	genders, leaves := roll.Genders(), roll.LeafIDs()
	var counts []RoleCount
	for role, credits := range byRole {
		counts = append(counts, RoleCount{
			Role:     role,
			People:   rolecall.TallyPeople(credits, genders),
			Credits:  rolecall.TallyCredits(credits, genders),
			PerTitle: rolecall.TallyTitles(leaves, credits, genders),
			Credited: gather(role, credits, roll),
		})
	}
	slices.SortFunc(counts, func(a, b RoleCount) int { return a.Role.Compare(b.Role) })
	return counts
}

// gather brings together each person's credits in one role.
func gather(role rolecall.Role, credits []rolecall.Credit, roll catalog.Roll) []Credited {
	at := make(map[string]int)
	var all []Credited
	places := make(map[string]int, len(roll.Leaves))
	for i, leaf := range roll.Leaves {
		places[leaf.ID] = i
	}
	for _, c := range credits {
		i, seen := at[c.PersonID]
		if !seen {
			i = len(all)
			at[c.PersonID] = i
			all = append(all, Credited{Person: roll.People[c.PersonID]})
		}
		if place, held := places[c.TitleID]; held {
			all[i].Leaves = append(all[i].Leaves, place)
		}
		c.TitleID = ""
		all[i].Credit = rolecall.Once(append(single(all[i].Credit), c))[0]
	}
	for i := range all {
		slices.Sort(all[i].Leaves)
	}
	slices.SortStableFunc(all, func(a, b Credited) int {
		if role == rolecall.Cast && a.Billing != b.Billing {
			return cmp.Compare(uint(a.Billing-1), uint(b.Billing-1)) // not billed, 0, comes last
		}
		return cmp.Or(cmp.Compare(a.first(), b.first()), cmp.Compare(a.Person.Name, b.Person.Name), cmp.Compare(a.Person.ID, b.Person.ID))
	})
	return all
}

// first is the place of the first title credited; after all others if none is
// known.
func (c Credited) first() int {
	if len(c.Leaves) == 0 {
		return math.MaxInt
	}
	return c.Leaves[0]
}

// single is a list of the credit, or an empty one for the zero Credit.
func single(c rolecall.Credit) []rolecall.Credit {
	if c.PersonID == "" {
		return nil
	}
	return []rolecall.Credit{c}
}

// countSeasons counts the seasons of a series.
func countSeasons(ctx context.Context, c *catalog.Catalog, roll catalog.Roll) ([]SeasonCount, error) {
	seasons, err := c.Seasons(ctx, roll.Title.ID)
	if err != nil {
		return nil, err
	}
	leaves, season := make(map[string][]string), make(map[string]string)
	for _, leaf := range roll.Leaves {
		leaves[leaf.SeasonID] = append(leaves[leaf.SeasonID], leaf.ID)
		season[leaf.ID] = leaf.SeasonID
	}
	type part struct {
		season string
		role   rolecall.Role
	}
	credits := make(map[part][]rolecall.Credit)
	for _, credit := range roll.Credits {
		of := part{cmp.Or(season[credit.TitleID], credit.TitleID), credit.Role}
		credits[of] = append(credits[of], credit)
	}
	genders := roll.Genders()
	counts := make([]SeasonCount, 0, len(seasons))
	for _, s := range seasons {
		count := SeasonCount{Season: s, People: map[rolecall.Role]rolecall.Tally{}, PerTitle: map[rolecall.Role]rolecall.PerTitle{}}
		for _, role := range rolecall.Roles() {
			held := credits[part{s.ID, role}]
			if len(held) == 0 && !slices.Contains(alwaysCounted, role) {
				continue
			}
			count.People[role] = rolecall.TallyPeople(held, genders)
			count.PerTitle[role] = rolecall.TallyTitles(leaves[s.ID], held, genders)
		}
		counts = append(counts, count)
	}
	return counts, nil
}
