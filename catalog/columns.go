package catalog

import (
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/population"
)

// columns are those of a population's fields with what the catalog itself needs.
type columns interface {
	population.Columns
	// leaves is how many films or episodes a title comes to.
	leaves() string
	// seriesID is the identifier of the series that a title is of, or is.
	seriesID() string
	// from is what the columns asked for so far are read from.
	from() string
}

// joined are the tables that are joined, each once.
type joined []string

func (j *joined) join(text string) {
	for _, held := range *j {
		if held == text {
			return
		}
	}
	*j = append(*j, text)
}

// series brings in the title s, a title's series.
func (j *joined) series() { j.join(` LEFT JOIN title s ON s.number = t.series`) }

// inherited are networks, countries or genres of a title, from its series where it has
// none of its own, as detailed does: lines of a text.
func inherited(own, of string) string {
	return fmt.Sprintf(`CASE WHEN %[1]s.%[2]s = '' THEN coalesce(s.%[2]s, '') ELSE %[1]s.%[2]s END`, own, of)
}

// columnsOf are those by which titles of some kinds are found the soonest.
func columnsOf(kinds []rolecall.Kind) columns {
	if areWorks(kinds) {
		return &workColumns{arePart: slices.Contains(kinds, rolecall.Season)}
	}
	return columnsOfAny(kinds)
}

// columnsOfAny are those of the table of all titles.
func columnsOfAny(kinds []rolecall.Kind) columns {
	return &titleColumns{arePart: slices.Contains(kinds, rolecall.Season) || slices.Contains(kinds, rolecall.Episode)}
}

// first is rolecall.Title.First as text, empty where nothing is known.
func first(own string) string {
	return fmt.Sprintf(`CASE WHEN %[1]s.released <> '' THEN %[1]s.released WHEN %[1]s.year > 0 THEN lpad(%[1]s.year::VARCHAR, 4, '0') ELSE '' END`, own)
}

// titleColumns finds titles of any kind, each as t; its series is s, its size z.
type titleColumns struct {
	joined
	// arePart says that some may be part of a series, which others need not be asked for.
	arePart bool
}

const yearOf = `CASE WHEN t.released <> '' THEN left(t.released, 4)::SMALLINT ELSE t.year END`

func (c *titleColumns) from() string          { return `FROM title t` + strings.Join(c.joined, ``) }
func (c *titleColumns) leaves() string        { return `0` }
func (c *titleColumns) Number() string        { return `t.number` }
func (c *titleColumns) Series() string        { return `t.series` }
func (c *titleColumns) SeasonTitle() string   { return `t.season_title` }
func (c *titleColumns) Kind() string          { return `t.kind` }
func (c *titleColumns) Season() string        { return `t.season` }
func (c *titleColumns) Short() string         { return population.ShortTest(`t`) }
func (c *titleColumns) Year() string          { return yearOf }
func (c *titleColumns) First() string         { return first(`t`) }
func (c *titleColumns) Own(col string) string { return `t.` + col }

func (c *titleColumns) Names(of string) string {
	if !c.arePart {
		return `t.` + of
	}
	c.series()
	return inherited(`t`, of)
}

func (c *titleColumns) SeriesNames() string {
	c.series()
	return `CASE t.kind WHEN 'series' THEN t.name || chr(10) || t.id ELSE coalesce(s.name || chr(10) || s.id, '') END`
}

func (c *titleColumns) Episodes() string {
	c.join(` LEFT JOIN title_size z ON z.title = t.number`)
	return `coalesce(z.episodes, 0)`
}

func (c *titleColumns) Votes() string {
	if !c.arePart {
		return `t.votes`
	}
	c.series()
	return `CASE WHEN t.votes = 0 THEN coalesce(s.votes, 0) ELSE t.votes END`
}

func (c *titleColumns) seriesID() string {
	c.series()
	return `CASE t.kind WHEN 'series' THEN t.id ELSE coalesce(s.id, '') END`
}

// workColumns finds films and seasons, and goes to their titles, as w, only for what
// the table work lacks.
type workColumns struct {
	joined
	// arePart says that some may be seasons.
	arePart bool
}

func (c *workColumns) from() string   { return `FROM work t` + strings.Join(c.joined, ``) }
func (c *workColumns) leaves() string { return `t.leaves` }

func (c *workColumns) Number() string { return `t.number` }
func (c *workColumns) Series() string { return `t.series` }

// SeasonTitle is none: a season is of a series.
func (c *workColumns) SeasonTitle() string { return `0` }
func (c *workColumns) Kind() string        { return `t.kind` }
func (c *workColumns) Season() string      { return `t.season` }
func (c *workColumns) Short() string       { return `t.short` }
func (c *workColumns) Year() string        { return `t.year` }
func (c *workColumns) Episodes() string    { return `CASE t.kind WHEN 'film' THEN 0 ELSE t.leaves END` }

// Votes are its series' already.
func (c *workColumns) Votes() string { return `t.votes` }

// title brings in the title's own row.
func (c *workColumns) title() { c.join(` JOIN title w ON w.number = t.number`) }

func (c *workColumns) Own(column string) string {
	c.title()
	return `w.` + column
}

func (c *workColumns) First() string {
	c.title()
	return first(`w`)
}

func (c *workColumns) Names(of string) string {
	c.title()
	if !c.arePart {
		return `w.` + of
	}
	c.series()
	return inherited(`w`, of)
}

func (c *workColumns) SeriesNames() string {
	c.series()
	return `coalesce(s.name || chr(10) || s.id, '')`
}

func (c *workColumns) seriesID() string {
	c.series()
	return `coalesce(s.id, '')`
}
