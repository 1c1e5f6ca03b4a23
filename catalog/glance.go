package catalog

import (
	"context"

	"rolecall"
	"rolecall/phrase"
)

// Glance is what a list says of a title beside its name.
type Glance struct {
	// Maker is who made it: "directed by Lana Wachowski and 1 other", "created by Melissa
	// Rosenberg"; empty where nobody is credited.
	Maker string
	// Directors are the distinct people credited as directors of a film or season, by
	// gender.
	Directors rolecall.Tally
	// Seasons are those of a series, specials aside, in order.
	Seasons []rolecall.Title
}

// makers are the roles by which a list says who made a title of a kind. Who directed the
// first episode has not made the series.
var makers = map[rolecall.Kind][]rolecall.Role{
	rolecall.Film:    {rolecall.Director, rolecall.Cast},
	rolecall.Series:  {rolecall.Creator, rolecall.Cast},
	rolecall.Season:  {rolecall.Creator, rolecall.Cast},
	rolecall.Episode: {rolecall.Director, rolecall.Cast},
}

// Glances are those of some titles, by identifier, without the directors.
func (c *Catalog) Glances(ctx context.Context, titles []rolecall.Title) (map[string]Glance, error) {
	glances, _, err := c.glances(ctx, titles)
	return glances, err
}

// GlancesWithDirectors are those of some titles, by identifier.
func (c *Catalog) GlancesWithDirectors(ctx context.Context, titles []rolecall.Title) (map[string]Glance, error) {
	glances, numbers, err := c.glances(ctx, titles)
	if err != nil {
		return nil, err
	}
	return glances, c.addDirectors(ctx, numbers, glances)
}

func (c *Catalog) glances(ctx context.Context, titles []rolecall.Title) (map[string]Glance, map[int32]rolecall.Title, error) {
	glances := make(map[string]Glance, len(titles))
	numbers := make(map[int32]rolecall.Title, len(titles))
	for _, t := range titles {
		var g Glance
		number, err := c.titleFound(ctx, t.ID)
		if err != nil {
			return nil, nil, err
		}
		numbers[number] = t
		if g.Maker, err = c.makerOf(ctx, t.Kind, number, makers[t.Kind]...); err != nil {
			return nil, nil, err
		}
		if t.Kind == rolecall.Series {
			if g.Seasons, err = c.regularSeasons(ctx, number); err != nil {
				return nil, nil, err
			}
		}
		glances[t.ID] = g
	}
	return glances, numbers, nil
}

// regularSeasons are the seasons of a series but for specials.
func (c *Catalog) regularSeasons(ctx context.Context, series int32) (seasons []rolecall.Title, err error) {
	rows, err := c.seasonsOf(ctx, series)
	for _, row := range rows {
		if row.Season > 0 {
			seasons = append(seasons, row.Title)
		}
	}
	return seasons, err
}

// addDirectors adds how many people directed which of the titles.
func (c *Catalog) addDirectors(ctx context.Context, numbers map[int32]rolecall.Title, glances map[string]Glance) error {
	if len(numbers) == 0 {
		return nil
	}
	asked := make([]int32, 0, len(numbers))
	for number := range numbers {
		asked = append(asked, number)
	}
	tallies, err := c.workPeople(ctx, asked, rolecall.Director)
	for number, tally := range tallies {
		t := numbers[number]
		g := glances[t.ID]
		g.Directors = tally
		if others := tally.Total() - 1; t.Kind == rolecall.Film && others > 0 {
			g.Maker += " and " + phrase.Counted(others, "other", "others")
		}
		glances[t.ID] = g
	}
	return err
}
