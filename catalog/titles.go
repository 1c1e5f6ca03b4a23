package catalog

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"rolecall"
)

// longestName bounds a name that is looked up, in letters; no title or person
// held by any source has a longer one.
const longestName = 500

// Which narrows a look-up by name.
type Which struct {
	// Kind is the kind of title meant, or empty for a series, a film or, where
	// there is neither, an episode.
	Kind rolecall.Kind
	// Year is the year of first showing, or 0.
	Year int
}

// lookable refuses names that cannot be anybody's.
func lookable(what, name string) error {
	if !utf8.ValidString(name) {
		return fmt.Errorf("the name of the %s is not valid UTF-8: write it in UTF-8", what)
	}
	if utf8.RuneCountInString(name) > longestName || strings.TrimSpace(name) == "" {
		return &NotFoundError{What: what, Name: name}
	}
	return nil
}

// FindTitle is the one title of a name or identifier. Case, accents, punctuation
// and a leading article do not matter. The error is a *NotFoundError, which says
// what is near, or an *AmbiguousError.
func (c *Catalog) FindTitle(ctx context.Context, name string, which Which) (rolecall.Title, error) {
	if err := lookable("title", name); err != nil {
		return rolecall.Title{}, err
	}
	if t, held, err := c.Title(ctx, name); err != nil || held {
		return t, err
	}
	named, err := c.titlesNamed(ctx, name, which.Kind)
	if err != nil {
		return rolecall.Title{}, err
	}
	meant := slices.DeleteFunc(slices.Clone(named), func(t rolecall.Title) bool {
		return which.Year != 0 && t.Year != which.Year
	})
	switch {
	case len(meant) == 1:
		return meant[0], nil
	case len(meant) > 1:
		return rolecall.Title{}, &AmbiguousError{Name: name, Titles: meant}
	case len(named) > 0:
		return rolecall.Title{}, &NotFoundError{What: fmt.Sprintf("title of %d", which.Year), Name: name, Near: labels(named)}
	}
	near, err := c.NearTitles(ctx, name, kindsMeant(which.Kind), 5)
	if err != nil {
		return rolecall.Title{}, err
	}
	return rolecall.Title{}, &NotFoundError{What: "title", Name: name, Near: labels(near)}
}

// titlesNamed are the titles of a name: of the kind asked for; else series and
// films; else, where there are none, episodes.
func (c *Catalog) titlesNamed(ctx context.Context, name string, kind rolecall.Kind) ([]rolecall.Title, error) {
	for _, kinds := range [][]rolecall.Kind{kindsMeant(kind), {rolecall.Episode}} {
		if kind != "" && !slices.Contains(kinds, kind) {
			continue
		}
		named, err := c.titles(ctx, query("find_title"), name, words(kinds))
		if err != nil || len(named) > 0 {
			return named, err
		}
	}
	return nil, nil
}

func kindsMeant(kind rolecall.Kind) []rolecall.Kind {
	if kind != "" {
		return []rolecall.Kind{kind}
	}
	return []rolecall.Kind{rolecall.Series, rolecall.Film}
}

func words[W ~string](typed []W) []string {
	plain := make([]string, len(typed))
	for i, w := range typed {
		plain[i] = string(w)
	}
	return plain
}

func labels(titles []rolecall.Title) []string {
	all := make([]string, len(titles))
	for i, t := range titles {
		all[i] = t.Label()
	}
	return all
}

// NearTitles are titles of some kinds whose names contain the text or are a few
// typing errors away from it, nearest first, at most the number given.
func (c *Catalog) NearTitles(ctx context.Context, text string, kinds []rolecall.Kind, most int) ([]rolecall.Title, error) {
	return c.titles(ctx, query("near_titles"), text, words(kinds), words(kinds), most)
}

// Title is the title of an identifier, and whether it is held.
func (c *Catalog) Title(ctx context.Context, id string) (rolecall.Title, bool, error) {
	found, err := c.titles(ctx, `SELECT * FROM title_detail WHERE id = ?`, id)
	if err != nil || len(found) == 0 {
		return rolecall.Title{}, false, err
	}
	return found[0], true, nil
}

// Seasons are the seasons of a series, by number.
func (c *Catalog) Seasons(ctx context.Context, seriesID string) ([]rolecall.Title, error) {
	return c.titles(ctx, `SELECT * FROM title_detail WHERE kind = 'season' AND series_id = ? ORDER BY season`, seriesID)
}

// Season is one season of a series; the error is a *SeasonError if it is not
// held.
func (c *Catalog) Season(ctx context.Context, series rolecall.Title, number int) (rolecall.Title, error) {
	seasons, err := c.Seasons(ctx, series.ID)
	return numbered(series, "season", seasons, number, func(t rolecall.Title) int { return t.Season }, err)
}

// Episode is one episode of a season; the error is a *SeasonError if it is not
// held.
func (c *Catalog) Episode(ctx context.Context, season rolecall.Title, number int) (rolecall.Title, error) {
	episodes, err := c.Leaves(ctx, season, true)
	return numbered(season, "episode", episodes, number, func(t rolecall.Title) int { return t.Episode }, err)
}

func numbered(of rolecall.Title, what string, held []rolecall.Title, number int, numberOf func(rolecall.Title) int, err error) (rolecall.Title, error) {
	if err != nil {
		return rolecall.Title{}, err
	}
	missing := &SeasonError{Title: of, What: what, Number: number}
	for _, t := range held {
		if numberOf(t) == number {
			return t, nil
		}
		missing.Held = append(missing.Held, numberOf(t))
	}
	return rolecall.Title{}, missing
}

// Leaves are the leaf titles of a title, in order: a film or episode itself, the
// episodes of a season or series. The specials of a series (season 0) are left
// out unless asked for.
func (c *Catalog) Leaves(ctx context.Context, t rolecall.Title, specials bool) ([]rolecall.Title, error) {
	return c.titles(ctx, query("leaves"), t.ID, specials)
}

func (c *Catalog) titles(ctx context.Context, text string, args ...any) ([]rolecall.Title, error) {
	return collect(ctx, c, text, args, func(scan func(...any) error) (rolecall.Title, error) {
		var (
			t                                      rolecall.Title
			kind, released                         string
			networks, countries, genres, citations list
		)
		err := scan(&t.ID, &kind, &t.Name, &t.OriginalName, &t.SeriesID, &t.SeriesName, &t.SeasonID, &t.Season, &t.Episode,
			&t.Year, &released, &networks, &countries, &genres, &t.Episodes, &t.Form, &t.Votes, &t.Whole, &citations)
		if err != nil {
			return t, err
		}
		t.Kind = rolecall.Kind(kind)
		t.Networks, t.Countries, t.Genres, t.Citations = networks.Get(), countries.Get(), genres.Get(), citations.Get()
		t.Released, err = rolecall.ParseDate(released)
		return t, err
	})
}
