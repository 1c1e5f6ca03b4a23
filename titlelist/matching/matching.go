// Package matching finds the titles of a list in a catalog. A row is one title, or it is
// told why it is not: nothing is guessed, and nothing left out in silence.
package matching

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/identity"
	"rolecall/nameindex"
	"rolecall/population"
	"rolecall/titlelist"
)

// Matched is what a catalog makes of a list.
type Matched struct {
	// Titles are those found, and Rows how many rows are one of them.
	Titles population.List
	Rows   int
	// Held are the titles found, each once.
	Held []catalog.Brief
	// Unmatched are the rows that are no title held, or may be several.
	Unmatched []Unmatched
}

// Unmatched is a row that is left aside.
type Unmatched struct {
	titlelist.Row
	Why string
	// Candidates are the titles that may be meant, the likeliest first.
	Candidates []catalog.Candidate
}

// mostSearched is for how many rows titles are looked for whose names are near: in a
// list of hundreds of thousands that takes minutes.
const mostSearched = 500

// mostCandidates is how many candidates a row has.
const mostCandidates = 5

// Match finds the titles of a list. A row is a title if one of its identifiers is the
// title's, or, where it has none that is known, if no other title is of its name, its
// year and its kind, as far as these are said. An identifier that no title bears may
// not be contradicted by another of its kind.
func Match(ctx context.Context, c *catalog.Catalog, rows []titlelist.Row) (Matched, error) {
	m := match{catalog: c, taken: make(map[string]bool)}
	var err error
	if m.identified, err = c.IdentifyAll(ctx, idsOf(rows)); err != nil {
		return Matched{}, err
	}
	if err := m.findNames(ctx, rows); err != nil {
		return Matched{}, err
	}
	for _, row := range rows {
		if ctx.Err() != nil {
			return Matched{}, ctx.Err()
		}
		if err := m.row(ctx, row); err != nil {
			return Matched{}, err
		}
	}
	ids := make([]string, len(m.Held))
	for i, b := range m.Held {
		ids[i] = b.ID
	}
	m.Titles = population.NewList(ids...)
	return m.Matched, nil
}

// match is a list while it is matched.
type match struct {
	Matched
	catalog *catalog.Catalog
	// identified are titles by the text of an identifier, named by that of a name.
	identified, named, episodes map[string][]catalog.Brief
	taken                       map[string]bool
	// searched counts the rows for which near names were looked for.
	searched int
}

func idsOf(rows []titlelist.Row) (texts []string) {
	for _, row := range rows {
		if catalog.CheckText(row.IDs...) == nil {
			texts = append(texts, row.IDs...)
		}
	}
	return texts
}

// findNames looks up all names of rows that no identifier is known of.
func (m *match) findNames(ctx context.Context, rows []titlelist.Row) (err error) {
	var names, episodes []string
	for _, row := range rows {
		switch {
		case row.Name == "" || len(m.byID(row)) > 0:
		case row.Kind == rolecall.Episode:
			episodes = append(episodes, row.Name)
		default:
			names = append(names, row.Name)
		}
	}
	if m.named, err = m.catalog.AllNamed(ctx, names, rolecall.Series, rolecall.Film); err != nil {
		return err
	}
	m.episodes, err = m.catalog.AllNamed(ctx, episodes, rolecall.Episode)
	return err
}

// byID are the titles of a row's identifiers, each once.
func (m *match) byID(row titlelist.Row) (found []catalog.Brief) {
	for _, id := range row.IDs {
		for _, b := range m.identified[id] {
			if !slices.Contains(found, b) {
				found = append(found, b)
			}
		}
	}
	return found
}

func (m *match) row(ctx context.Context, row titlelist.Row) error {
	found := m.byID(row)
	switch {
	case catalog.CheckText(row.Text) != nil:
		return m.leave(ctx, row, "it is no text", nil)
	case len(found) == 1:
		m.take(found[0])
		return nil
	case len(found) > 1:
		return m.leave(ctx, row, "its identifiers are those of several titles", found)
	case row.Fault != "" || row.Uncounted != "":
		return m.leave(ctx, row, cmp.Or(row.Fault, row.Uncounted), m.named[row.Name])
	case row.Name == "" && slices.ContainsFunc(row.IDs, isPerson):
		return m.leave(ctx, row, "the identifier is a person's", nil)
	case row.Name == "":
		return m.leave(ctx, row, "no title of this catalog has the identifier", nil)
	}
	return m.matchName(ctx, row)
}

func isPerson(id string) bool {
	i, is := identity.Parse(id)
	return is && i.IsPerson
}

func (m *match) take(b catalog.Brief) {
	m.Rows++
	if !m.taken[b.ID] {
		m.taken[b.ID] = true
		m.Held = append(m.Held, b)
	}
}

// matchName matches a row by its name.
func (m *match) matchName(ctx context.Context, row titlelist.Row) error {
	named := m.named[row.Name]
	if row.Kind == rolecall.Episode {
		named = m.episodes[row.Name]
	}
	var meant []catalog.Brief
	for _, b := range named {
		if (row.Year == 0 || b.Year == row.Year) && (row.Kind == "" || b.Kind == row.Kind) {
			meant = append(meant, b)
		}
	}
	switch {
	case row.Part != "" || len(meant) == 0 && saysMore(row.Name):
		return m.matchText(ctx, row, named)
	case len(meant) > 1:
		return m.leave(ctx, row, "several titles are of that name", meant)
	case len(meant) == 1:
		other, err := m.bearsOther(ctx, row, meant[0])
		if err != nil {
			return err
		}
		if other {
			return m.leave(ctx, row, "no title has the identifier, and that of this name has another", meant)
		}
		m.take(meant[0])
		return nil
	case len(named) > 0 && row.Year > 0:
		return m.leave(ctx, row, "no title of that name is of that year", named)
	case len(named) > 0:
		return m.leave(ctx, row, "no title of that name is of that kind", named)
	}
	return m.leave(ctx, row, "no title is of that name", nil)
}

// saysMore reports whether a name says more than a name, a season, an episode, a
// country, or may be an address.
func saysMore(name string) bool {
	return !nameindex.Understand(name).Bare() || strings.Contains(name, "/")
}

// matchText matches a row by the text of its name as a look-up of one title
// understands it, if that is sure.
func (m *match) matchText(ctx context.Context, row titlelist.Row, named []catalog.Brief) error {
	which := catalog.Which{Year: row.Year, Kind: row.Kind, Sure: true}
	if row.Part != "" || row.Kind == rolecall.Season {
		which.Kind = "" // the name is that of the series
	}
	t, err := m.catalog.FindTitle(ctx, row.Name+row.Part, which)
	missing, isMissing := errors.AsType[*catalog.NotFoundError](err)
	several, isSeveral := errors.AsType[*catalog.AmbiguousError](err)
	_, noSeason := errors.AsType[*catalog.SeasonError](err)
	_, unsaid := errors.AsType[*catalog.UnsaidSeasonError](err)
	switch {
	case err == nil && row.Kind != "" && t.Kind != row.Kind:
		return m.leave(ctx, row, "no title of that name is of that kind", []catalog.Brief{{ID: t.ID}})
	case err == nil:
		m.take(catalog.Brief{ID: t.ID, Kind: t.Kind, Season: t.Season, Year: t.First().Year})
	case isSeveral:
		m.Unmatched = append(m.Unmatched, Unmatched{row, "several titles are of that name", first(several.Meant)})
	case isMissing:
		m.Unmatched = append(m.Unmatched, Unmatched{row, "no title is of that name", first(missing.Near)})
	case noSeason, unsaid:
		return m.leave(ctx, row, err.Error(), named)
	default:
		return err
	}
	return nil
}

// bearsOther reports whether a title that is of a row's name bears an identifier of
// the scheme of the row's, which then is another's.
func (m *match) bearsOther(ctx context.Context, row titlelist.Row, b catalog.Brief) (bool, error) {
	for _, id := range row.IDs {
		i, is := identity.Parse(id)
		if !is {
			continue
		}
		if own, is := identity.Parse(b.ID); is && own.Scheme == i.Scheme {
			return true, nil
		}
		bearing, err := m.catalog.Bearing(ctx, i.Scheme, []string{b.ID})
		if err != nil || len(bearing) > 0 {
			return true, err
		}
	}
	return false, nil
}

// leave leaves a row aside, with the titles that may be meant: those known, or those
// whose names are near.
func (m *match) leave(ctx context.Context, row titlelist.Row, why string, known []catalog.Brief) (err error) {
	left := Unmatched{Row: row, Why: why}
	switch {
	case len(known) > 0:
		left.Candidates, err = m.catalog.BriefCandidates(ctx, nearestYear(known, row.Year))
	case row.Name != "" && m.searched < mostSearched && catalog.CheckText(row.Name) == nil:
		m.searched++
		left.Candidates, err = m.near(ctx, row)
	}
	m.Unmatched = append(m.Unmatched, left)
	return err
}

// near are the titles whose names are near, of the row's kind.
func (m *match) near(ctx context.Context, row titlelist.Row) ([]catalog.Candidate, error) {
	kinds := []rolecall.Kind{rolecall.Series, rolecall.Film}
	if row.Kind != "" {
		kinds = []rolecall.Kind{row.Kind}
	}
	titles, err := m.catalog.NearTitles(ctx, row.Name, kinds, mostCandidates)
	if err != nil {
		return nil, err
	}
	return m.catalog.TitleCandidates(ctx, titles)
}

// nearestYear are titles in the order of how near their years are, not too many.
func nearestYear(briefs []catalog.Brief, year int) []catalog.Brief {
	away := func(b catalog.Brief) int { return max(b.Year-year, year-b.Year) }
	sorted := slices.Clone(briefs)
	if year > 0 {
		slices.SortStableFunc(sorted, func(a, b catalog.Brief) int { return away(a) - away(b) })
	}
	return sorted[:min(len(sorted), mostCandidates)]
}

func first(all []catalog.Candidate) []catalog.Candidate { return all[:min(len(all), mostCandidates)] }
