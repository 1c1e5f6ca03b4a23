package catalog

import (
	"context"

	"rolecall"
	"rolecall/identity"
	"rolecall/nameindex"
)

// Identified are the titles and people that an identifier is of.
type Identified struct {
	Titles []rolecall.Title
	People []rolecall.Person
}

// Empty reports whether nothing was found.
func (f Identified) Empty() bool { return len(f.Titles)+len(f.People) == 0 }

// Identify finds what a text names by an identifier, this catalog's or another's. It
// finds nothing where the text is none.
func (c *Catalog) Identify(ctx context.Context, text string) (found Identified, err error) {
	if err := CheckText(text); err != nil {
		return found, err
	}
	if len(text) > longestName {
		return found, nil
	}
	if found, err = c.owners(ctx, []string{text}); err != nil || !found.Empty() {
		return found, err
	}
	i, is := identity.Parse(text)
	if !is {
		return found, nil
	}
	ids, err := collect(ctx, c, `SELECT DISTINCT owner_id FROM identifier WHERE scheme = ? AND value = ? ORDER BY owner_id`, []any{string(i.Scheme), i.Value},
		func(scan func(...any) error) (id string, err error) { return id, scan(&id) })
	if err != nil {
		return found, err
	}
	if i.Scheme == rolecall.TMDBID {
		if found, err = c.owners(ctx, ids); err == nil {
			found = found.ofTMDB(i)
		}
	} else {
		found, err = c.owners(ctx, append(ids, i.Value))
	}
	if err != nil || i.Season == nameindex.NoSeason {
		return found, err
	}
	for n, t := range found.Titles {
		if found.Titles[n], err = c.part(ctx, t, i.Season, i.Episode); err != nil {
			return Identified{}, err
		}
	}
	return found, nil
}

// owners are the titles and people of identifiers of this catalog.
func (c *Catalog) owners(ctx context.Context, ids []string) (found Identified, err error) {
	for _, id := range ids {
		t, held, err := c.Title(ctx, id)
		if err != nil {
			return found, err
		}
		if held {
			found.Titles = append(found.Titles, t)
		}
		p, held, err := c.Person(ctx, id)
		if err != nil {
			return found, err
		}
		if held {
			found.People = append(found.People, p)
		}
	}
	return found, nil
}

// Elsewhere is what a title or person is called elsewhere, by its identifier here.
func (c *Catalog) Elsewhere(ctx context.Context, id string) ([]rolecall.Identifier, error) {
	return collect(ctx, c, `SELECT scheme, value FROM identifier WHERE owner_id = ? ORDER BY ALL`, []any{id},
		func(scan func(...any) error) (rolecall.Identifier, error) {
			i := rolecall.Identifier{Owner: id}
			return i, scan(&i.Scheme, &i.Value)
		})
}

// ofTMDB are those of the kind that an address of TMDB says, whose numbers are the
// same for films, series and people.
func (f Identified) ofTMDB(i identity.Identity) (of Identified) {
	if i.IsPerson {
		return Identified{People: f.People}
	}
	for _, t := range f.Titles {
		if t.Kind == i.Kind {
			of.Titles = append(of.Titles, t)
		}
	}
	return of
}

// part goes from a series to a season, and on to an episode, where these are asked
// for.
func (c *Catalog) part(ctx context.Context, t rolecall.Title, season, episode int) (rolecall.Title, error) {
	if t.Kind != rolecall.Series || season == nameindex.NoSeason && episode == nameindex.NoEpisode {
		return t, nil
	}
	if season == nameindex.NoSeason {
		seasons, err := c.Seasons(ctx, t.ID)
		if err != nil {
			return t, err
		}
		if len(seasons) != 1 {
			return t, &UnsaidSeasonError{t, len(seasons)}
		}
		season = seasons[0].Season
	}
	of, err := c.Season(ctx, t, season)
	if err != nil || episode == nameindex.NoEpisode {
		return of, err
	}
	return c.Episode(ctx, of, episode)
}
