package measure

import (
	"context"
	"slices"

	"rolecall"
	"rolecall/catalog"
	"rolecall/population"
)

// Career is one person's credits, brought together by season or film, and what
// is stated of the person.
type Career struct {
	Person rolecall.Person
	// KnownFor is the title with the most votes of those that the person is credited on, and in
	// which role: "director of Hunger (2008)"; empty where the catalog has no votes.
	KnownFor string
	// Works are the latest first.
	Works      []Work
	Statements []rolecall.Statement
	// Deciding are those of the statements that decide what counts.
	Deciding []rolecall.Statement
	// Pages are the pages cited, by key.
	Pages map[string]rolecall.Page
}

// Work is one role that a person held in a season or film, or on episodes of which the
// source does not say the season.
type Work struct {
	// Title is the season or film; the series where the season is not known, or where the
	// credit is of the series.
	Title rolecall.Title
	// Leaves are the episodes credited, in order, none where the source does not
	// say which; the film itself for a film.
	Leaves []rolecall.Title
	// Credit is the merged credit: role, job, characters, citations.
	rolecall.Credit
}

// IsWide reports whether the work rests on a page that speaks of a whole season or
// series, which is taken for each episode.
func (w Work) IsWide() bool {
	return w.Title.Kind != rolecall.Film && len(w.Leaves) > 0 && w.Scope != rolecall.OfTitle
}

// CareerOf reads a person's credits and statements.
func CareerOf(ctx context.Context, c *catalog.Catalog, p rolecall.Person) (Career, error) {
	held, err := c.Career(ctx, p)
	if err != nil {
		return Career{}, err
	}
	career := Career{Person: p, Statements: held.Statements, Deciding: rolecall.Resolve(held.Statements).Deciding}
	type key struct {
		title  string
		onLeaf bool // or the source does not say on which episodes
		ofRole rolecall.Role
	}
	at := make(map[key]int)
	var cited []string
	for _, credit := range held.Credits {
		leaf := held.Titles[credit.TitleID]
		whole := wholeOf(leaf)
		k := key{whole.ID, whole.Kind != rolecall.Series || leaf.Kind.IsLeaf(), credit.Role}
		i, seen := at[k]
		if !seen {
			i = len(career.Works)
			at[k] = i
			career.Works = append(career.Works, Work{Title: whole})
		}
		w := &career.Works[i]
		if leaf.Kind.IsLeaf() {
			w.Leaves = append(w.Leaves, leaf)
		}
		cited = append(cited, credit.Citations...)
		credit.TitleID = ""
		w.Credit = rolecall.Once(append(single(w.Credit), credit))[0]
	}
	for _, s := range held.Statements {
		cited = append(cited, s.Citation)
	}
	for _, w := range career.Works {
		slices.SortStableFunc(w.Leaves, func(a, b rolecall.Title) int { return a.Episode - b.Episode })
	}
	if career.Pages, err = c.Pages(ctx, cited); err != nil {
		return career, err
	}
	career.KnownFor, err = knownFor(ctx, c, p)
	return career, err
}

// knownFor is what somebody is best known for, in a catalog that has votes to tell it by.
func knownFor(ctx context.Context, c *catalog.Catalog, p rolecall.Person) (string, error) {
	if voted, err := c.Has(ctx, population.Votes); err != nil || !voted {
		return "", err
	}
	known, err := c.KnownFor(ctx, []rolecall.Person{p})
	return known[p.ID], err
}

// wholeOf is the season of an episode, as far as the episode tells, or else its series; a
// film is its own.
func wholeOf(leaf rolecall.Title) rolecall.Title {
	whole := rolecall.Title{
		ID: leaf.SeasonID, Kind: rolecall.Season, Name: leaf.SeriesName, SeriesID: leaf.SeriesID,
		SeriesName: leaf.SeriesName, Season: leaf.Season, Year: leaf.Year, Networks: leaf.Networks,
	}
	switch {
	case leaf.Kind != rolecall.Episode, leaf.SeasonID == "" && leaf.SeriesID == "":
		return leaf
	case leaf.SeasonID == "":
		whole.ID, whole.Kind, whole.SeriesID, whole.SeriesName, whole.Season = leaf.SeriesID, rolecall.Series, "", "", 0
	}
	return whole
}
