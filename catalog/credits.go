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
	wide, err := c.wide(ctx, t)
	if err != nil {
		return Roll{}, err
	}
	carrying := slices.Concat(leaves, wide)
	credits, err := c.creditRowsOf(ctx, each(carrying, titleRow.numberOf))
	if err != nil {
		return Roll{}, err
	}
	roll := Roll{Title: t, People: make(map[string]rolecall.Person)}
	if roll.Leaves, err = c.detailed(ctx, leaves); err != nil {
		return Roll{}, err
	}
	rows, err := c.personRowsOf(ctx, each(credits, creditRow.personOf))
	if err != nil {
		return Roll{}, err
	}
	titleIDs, personIDs := make(map[int32]string, len(carrying)), make(map[int32]string, len(rows))
	for _, t := range carrying {
		titleIDs[t.number] = t.ID
	}
	for _, p := range rows {
		roll.People[p.ID], personIDs[p.number] = p.Person, p.ID
	}
	for _, row := range credits {
		row.TitleID, row.PersonID = titleIDs[row.title], personIDs[row.person]
		roll.Credits = append(roll.Credits, row.Credit)
	}
	return roll, nil
}

// wide are the titles that carry credits beside the leaf titles: a season or series
// itself, and the seasons of a series.
func (c *Catalog) wide(ctx context.Context, t rolecall.Title) ([]titleRow, error) {
	if t.Kind.IsLeaf() {
		return nil, nil
	}
	itself, err := c.titleRowsWithID(ctx, t.ID)
	if err != nil || t.Kind != rolecall.Series {
		return itself, err
	}
	seasons, err := c.seasons(ctx, t.ID)
	return append(itself, seasons...), err
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
