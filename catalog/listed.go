package catalog

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/identity"
	"rolecall/nameindex"
	"rolecall/population"
)

// Brief is as much of a title as a list of titles is matched by.
type Brief struct {
	ID   string
	Kind rolecall.Kind
	// Season is the season's number, Year that of first showing, 0 where not known.
	Season, Year int
	// IsShort says that it is a film known to be no feature.
	IsShort bool
	number  int32
}

// IsSpecial reports whether the title is of a season 0.
func (b Brief) IsSpecial() bool { return rolecall.Title{Kind: b.Kind, Season: b.Season}.IsSpecial() }

// briefs reads titles briefly, as many as there are.
func (c *Catalog) briefs(ctx context.Context, where string, args ...any) ([]Brief, error) {
	return collect(ctx, c, `SELECT t.number, t.id, t.kind::VARCHAR, t.season, `+yearOf+`, `+population.ShortTest(`t`)+` FROM title t `+where, args, func(scan func(...any) error) (b Brief, err error) {
		return b, scan(&b.number, &b.ID, (*string)(&b.Kind), &b.Season, &b.Year, &b.IsShort)
	})
}

// IdentifyAll finds the titles that many texts name by an identifier, this catalog's
// or another's, or by an address, as Identify does one by one. A text that is none, or
// of nothing held, is absent.
func (c *Catalog) IdentifyAll(ctx context.Context, texts []string) (map[string][]Brief, error) {
	if err := CheckText(texts...); err != nil {
		return nil, err
	}
	own, err := c.briefs(ctx, `WHERE t.id IN (SELECT unnest(?::VARCHAR[]))`, texts)
	if err != nil {
		return nil, err
	}
	found := make(map[string][]Brief, len(texts))
	for _, b := range own {
		found[b.ID] = []Brief{b}
	}
	elsewhere := make(map[string]identity.Identity)
	for _, text := range texts {
		i, is := identity.Parse(text)
		switch {
		case found[text] != nil || !is || i.IsPerson:
		case i.Season != nameindex.NoSeason:
			if found[text], err = c.identifiedPart(ctx, text); err != nil {
				return nil, err
			}
		default:
			elsewhere[text] = i
		}
	}
	return found, c.identifyElsewhere(ctx, elsewhere, found)
}

// identifiedPart is the season or episode of an address that goes on to one; none
// where it is not held.
func (c *Catalog) identifiedPart(ctx context.Context, text string) (found []Brief, err error) {
	held, err := c.Identify(ctx, text)
	_, absent := errors.AsType[*SeasonError](err)
	_, unsaid := errors.AsType[*UnsaidSeasonError](err)
	if absent || unsaid {
		return nil, nil
	}
	for _, t := range held.Titles {
		found = append(found, Brief{ID: t.ID, Kind: t.Kind, Season: t.Season, Year: t.First().Year})
	}
	return found, err
}

// identifyElsewhere finds what identifiers of others are of.
func (c *Catalog) identifyElsewhere(ctx context.Context, texts map[string]identity.Identity, found map[string][]Brief) error {
	if len(texts) == 0 {
		return nil
	}
	values := make([]string, 0, len(texts))
	for _, i := range texts {
		values = append(values, i.Value)
	}
	type identifier struct {
		scheme rolecall.Scheme
		value  string
	}
	ids, owners := slices.Clone(values), make(map[identifier][]string)
	_, err := collect(ctx, c, `SELECT DISTINCT scheme, value, owner_id FROM identifier WHERE value IN (SELECT unnest(?::VARCHAR[])) ORDER BY owner_id`, []any{values},
		func(scan func(...any) error) (struct{}, error) {
			var i identifier
			var owner string
			err := scan((*string)(&i.scheme), &i.value, &owner)
			ids, owners[i] = append(ids, owner), append(owners[i], owner)
			return struct{}{}, err
		})
	if err != nil {
		return err
	}
	held, err := c.briefs(ctx, `WHERE t.id IN (SELECT unnest(?::VARCHAR[]))`, ids)
	if err != nil {
		return err
	}
	byID := make(map[string]Brief, len(held))
	for _, b := range held {
		byID[b.ID] = b
	}
	for text, i := range texts {
		meant := owners[identifier{i.Scheme, i.Value}]
		if i.Scheme != rolecall.TMDBID {
			meant = append(meant, i.Value)
		}
		for _, id := range meant {
			b, is := byID[id]
			if is && (i.Kind == "" || b.Kind == i.Kind) && !slices.Contains(found[text], b) {
				found[text] = append(found[text], b)
			}
		}
	}
	return nil
}

// AllNamed finds the titles of some kinds that bear many names, each but for case,
// accents and punctuation.
func (c *Catalog) AllNamed(ctx context.Context, names []string, kinds ...rolecall.Kind) (map[string][]Brief, error) {
	numbers := make(map[string][]int32, len(names))
	var all []int32
	for _, name := range names {
		if numbers[name] != nil || lookable("title", name) != nil {
			continue
		}
		found, err := c.findExact(ctx, name, kindSet(kinds))
		if err != nil {
			return nil, err
		}
		numbers[name] = found
		all = append(all, found...)
	}
	held, err := c.briefs(ctx, `WHERE t.number IN (SELECT unnest(?::INTEGER[]))`, all)
	if err != nil {
		return nil, err
	}
	byNumber := make(map[int32]Brief, len(held))
	for _, b := range held {
		byNumber[b.number] = b
	}
	named := make(map[string][]Brief, len(numbers))
	for name, found := range numbers {
		for _, n := range found {
			named[name] = append(named[name], byNumber[n])
		}
	}
	return named, nil
}

// Bearing are those of some titles for which the catalog holds an identifier of a
// scheme.
func (c *Catalog) Bearing(ctx context.Context, scheme rolecall.Scheme, ids []string) ([]string, error) {
	return collect(ctx, c, `SELECT DISTINCT owner_id FROM identifier WHERE scheme = ? AND owner_id IN (SELECT unnest(?::VARCHAR[]))`, []any{string(scheme), ids},
		func(scan func(...any) error) (id string, err error) { return id, scan(&id) })
}

// BriefCandidates are titles that may be meant, with what tells them apart.
func (c *Catalog) BriefCandidates(ctx context.Context, briefs []Brief) ([]Candidate, error) {
	var titles []rolecall.Title
	for _, b := range briefs {
		t, held, err := c.Title(ctx, b.ID)
		if err != nil {
			return nil, err
		}
		if held {
			titles = append(titles, t)
		}
	}
	return c.TitleCandidates(ctx, titles)
}

// UnlistedError says which titles of a population's list are none of the catalog's,
// or several.
type UnlistedError struct{ Texts []string }

// mostUnlisted bounds how many are named.
const mostUnlisted = 10

func (e *UnlistedError) Error() string {
	shown := make([]string, 0, mostUnlisted)
	for _, text := range e.Texts[:min(len(e.Texts), mostUnlisted)] {
		shown = append(shown, shorten(text))
	}
	text := "of the titles listed, these are not one title of this catalog: " + strings.Join(shown, ", ")
	if more := len(e.Texts) - len(shown); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text + "; leave them out to count the others"
}

// WithTitles is a population with its list in this catalog's identifiers. The error is
// an *UnlistedError where some are of no title held, or of several.
func (c *Catalog) WithTitles(ctx context.Context, p population.Population) (population.Population, error) {
	if p.Titles.Len() == 0 {
		return p, nil
	}
	texts := p.Titles.IDs()
	found, err := c.IdentifyAll(ctx, texts)
	if err != nil {
		return p, err
	}
	var ids, unlisted []string
	for _, text := range texts {
		if len(found[text]) == 1 {
			ids = append(ids, found[text][0].ID)
		} else {
			unlisted = append(unlisted, text)
		}
	}
	if len(unlisted) > 0 {
		return p, &UnlistedError{unlisted}
	}
	p.Titles = population.NewList(ids...)
	return p, nil
}

// Resolved is a population with its series and titles by this catalog's identifiers,
// as WithSeries and WithTitles find them.
func (c *Catalog) Resolved(ctx context.Context, p population.Population) (population.Population, error) {
	p, err := c.WithSeries(ctx, p)
	if err != nil {
		return p, err
	}
	return c.WithTitles(ctx, p)
}
