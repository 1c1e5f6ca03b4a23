package catalog

import (
	"context"

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
func (r Roll) LeafIDs() []string { return ids(r.Leaves) }

func ids(titles []rolecall.Title) []string {
	all := make([]string, len(titles))
	for i, t := range titles {
		all[i] = t.ID
	}
	return all
}

// Roll reads the credits of a title, by leaf title, role and billing. The
// specials of a series are left out unless asked for.
func (c *Catalog) Roll(ctx context.Context, t rolecall.Title, specials bool) (Roll, error) {
	roll := Roll{Title: t, People: make(map[string]rolecall.Person)}
	var err error
	if roll.Leaves, err = c.Leaves(ctx, t, specials); err != nil {
		return Roll{}, err
	}
	carrying := append(roll.LeafIDs(), t.ID)
	if t.Kind == rolecall.Series {
		seasons, err := c.Seasons(ctx, t.ID)
		if err != nil {
			return Roll{}, err
		}
		carrying = append(carrying, ids(seasons)...)
	}
	if roll.Credits, err = c.credits(ctx, query("credits"), set(carrying)); err != nil {
		return Roll{}, err
	}
	var credited []string
	for _, credit := range roll.Credits {
		credited = append(credited, credit.PersonID)
	}
	people, err := c.people(ctx, `SELECT * FROM person_detail WHERE id IN (SELECT unnest(?::VARCHAR[]))`, set(credited))
	if err != nil {
		return Roll{}, err
	}
	for _, p := range people {
		roll.People[p.ID] = p
	}
	return roll, nil
}

func (c *Catalog) credits(ctx context.Context, text string, args ...any) ([]rolecall.Credit, error) {
	return collect(ctx, c, text, args, func(scan func(...any) error) (rolecall.Credit, error) {
		var (
			credit                rolecall.Credit
			role, scope           string
			characters, citations list
		)
		err := scan(&credit.TitleID, &credit.PersonID, &role, &credit.Job, &characters, &credit.Billing, &scope, &citations)
		credit.Role, credit.Scope = rolecall.Role(role), rolecall.Scope(scope)
		credit.Characters, credit.Citations = characters.Get(), citations.Get()
		return credit, err
	})
}

// TallyKey says what a tally of a series is about.
type TallyKey struct {
	// TitleID is a season for TalliesByPerson, an episode for TalliesByEpisode.
	TitleID string
	Role    rolecall.Role
}

// TalliesByPerson counts the distinct people of each season and role of a
// series.
func (c *Catalog) TalliesByPerson(ctx context.Context, seriesID string) (map[TallyKey]rolecall.Tally, error) {
	return c.tallies(ctx, query("tally_people"), seriesID)
}

// TalliesByEpisode counts the people of each episode and role of a series. An
// episode without a credit in a role has no tally.
func (c *Catalog) TalliesByEpisode(ctx context.Context, seriesID string) (map[TallyKey]rolecall.Tally, error) {
	return c.tallies(ctx, query("tally_titles"), seriesID)
}

func (c *Catalog) tallies(ctx context.Context, text, seriesID string) (map[TallyKey]rolecall.Tally, error) {
	all := make(map[TallyKey]rolecall.Tally)
	_, err := collect(ctx, c, text, []any{seriesID}, func(scan func(...any) error) (struct{}, error) {
		var (
			key  TallyKey
			role string
			t    rolecall.Tally
		)
		err := scan(&key.TitleID, &role, &t.Women, &t.Men, &t.Nonbinary, &t.Unknown)
		key.Role = rolecall.Role(role)
		all[key] = t
		return struct{}{}, err
	})
	return all, err
}
