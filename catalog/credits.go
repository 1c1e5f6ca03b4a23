package catalog

import (
	"context"
	"slices"

	"rolecall"
)

// Roll is the credits of a title.
type Roll struct {
	Title rolecall.Title
	// Leaves are the leaf titles that carry the credits, in order.
	Leaves []rolecall.Title
	// Credits are those on the leaf titles, and those on the season or series
	// where the source does not say on which episodes.
	Credits []rolecall.Credit
	// People are those credited, by identifier.
	People map[string]rolecall.Person
}

// Genders are those of the people credited.
func (r Roll) Genders() rolecall.GenderOf {
	genders := make(rolecall.GenderOf, len(r.People))
	for id, p := range r.People {
		genders[id] = p.Gender
	}
	return genders
}

// LeafIDs are the identifiers of the leaf titles, in order.
func (r Roll) LeafIDs() []string {
	all := make([]string, len(r.Leaves))
	for i, t := range r.Leaves {
		all[i] = t.ID
	}
	return all
}

// Roll reads the credits of a title, by leaf title, role and billing. The
// specials of a series are left out unless asked for.
func (c *Catalog) Roll(ctx context.Context, t rolecall.Title, specials bool) (Roll, error) {
	leaves, err := c.leaves(ctx, t, specials)
	if err != nil {
		return Roll{}, err
	}
	carrying := slices.Clone(leaves)
	if !t.Kind.IsLeaf() {
		wide, err := c.titleRows(ctx, `WHERE id = ? OR kind = 'season' AND series = (SELECT number FROM title WHERE kind = 'series' AND id = ?)`, t.ID, t.ID)
		if err != nil {
			return Roll{}, err
		}
		carrying = append(carrying, wide...)
	}
	credits, err := c.creditRows(ctx, "WHERE title IN "+among(carrying, titleRow.numberOf))
	if err != nil {
		return Roll{}, err
	}
	roll := Roll{Title: t, People: make(map[string]rolecall.Person)}
	if roll.Leaves, err = c.detailed(ctx, leaves); err != nil {
		return Roll{}, err
	}
	people, err := c.peopleNumbered(ctx, credits)
	if err != nil {
		return Roll{}, err
	}
	titleIDs := make(map[int32]string, len(carrying))
	for _, t := range carrying {
		titleIDs[t.number] = t.ID
	}
	for _, row := range credits {
		row.TitleID, row.PersonID = titleIDs[row.title], people[row.person].ID
		roll.Credits = append(roll.Credits, row.Credit)
	}
	for _, p := range people {
		roll.People[p.ID] = p
	}
	return roll, nil
}

// creditRow is a credit whose title and person are still numbers.
type creditRow struct {
	rolecall.Credit
	title, person int32
}

func (r creditRow) titleOf() int32  { return r.title }
func (r creditRow) personOf() int32 { return r.person }

// creditRows reads credits by title, role and billing.
func (c *Catalog) creditRows(ctx context.Context, where string, args ...any) ([]creditRow, error) {
	text := `SELECT title, person, role::VARCHAR, job, characters, billing, scope::VARCHAR, citations FROM credit ` +
		where + ` ORDER BY title, role, billing = 0, billing, person`
	return collect(ctx, c, text, args, func(scan func(...any) error) (creditRow, error) {
		var (
			r                                  creditRow
			role, scope, characters, citations string
		)
		err := scan(&r.title, &r.person, &role, &r.Job, &characters, &r.Billing, &scope, &citations)
		r.Role, r.Scope = rolecall.Role(role), rolecall.Scope(scope)
		r.Characters, r.Citations = linesOf(characters), linesOf(citations)
		return r, err
	})
}
