package catalog

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/population"
)

// This file is the one place that turns a population.Population into SQL; a test
// holds it to Population.Holds.

// By says what a population is divided by.
type By string

// What a population can be divided by. A title of several networks, genres or
// countries is in the part of each.
const (
	Whole     By = ""
	ByYear    By = "year"
	ByNetwork By = "network"
	ByGenre   By = "genre"
	BySeries  By = "series"
	ByCountry By = "country"
	ByKind    By = "kind"
)

// Bys are all that a population can be divided by.
func Bys() []By { return []By{ByYear, ByNetwork, ByGenre, BySeries, ByCountry, ByKind} }

// ParseBy reads what to divide by; the error lists the words there are.
func ParseBy(text string) (By, error) {
	if by := By(text); by == Whole || slices.Contains(Bys(), by) {
		return by, nil
	}
	return Whole, fmt.Errorf("%q is nothing to divide by: choose year, network, genre, series, country or kind", text)
}

// Overlaps reports whether one title can be in several parts.
func (b By) Overlaps() bool { return b == ByNetwork || b == ByGenre || b == ByCountry }

// UnanswerableError says that a catalog lacks what a question is about.
type UnanswerableError struct {
	// What the catalog lacks: "networks".
	What   string
	Remedy string
}

func (e *UnanswerableError) Error() string {
	return fmt.Sprintf("this catalog holds no %s: %s", e.What, e.Remedy)
}

// EmptyError says that a population has no title.
type EmptyError struct {
	// Words is the population in words.
	Words string
	// Unheld are names asked for that no title bears: "the network Netflx".
	Unheld []string
}

func (e *EmptyError) Error() string {
	text := "this catalog holds no " + e.Words
	if len(e.Unheld) > 0 {
		text += "\nNothing in it has " + strings.Join(e.Unheld, ", or ")
	}
	return text
}

// ComparedError says that titles of a kind are not compared with each other.
type ComparedError struct{ Kind rolecall.Kind }

func (e *ComparedError) Error() string {
	return fmt.Sprintf("films and seasons are compared with each other, not %s: choose the kind film or season", e.Kind.Plural())
}

// detail is something about titles that a catalog may lack.
type detail struct{ what, condition, remedy string }

var (
	heldNetworks  = detail{"networks", "networks <> ''", "import Wikidata beside IMDb, or a crew list that has them"}
	heldCountries = detail{"countries", "countries <> ''", "import Wikidata beside IMDb, or a crew list that has them"}
	heldGenres    = detail{"genres", "genres <> ''", "import IMDb"}
	heldDates     = detail{"dates", "year > 0 OR released <> ''", "import IMDb, or a crew list that has them"}
	heldVotes     = detail{"votes", "votes > 0", "import IMDb with its title.ratings"}
)

// demands are the details that a question cannot do without.
func demands(p population.Population, by By) (all []detail) {
	for _, d := range []struct {
		asked bool
		detail
	}{
		{len(p.Networks) > 0 || by == ByNetwork, heldNetworks},
		{len(p.Countries) > 0 || by == ByCountry, heldCountries},
		{len(p.Genres) > 0 || by == ByGenre, heldGenres},
		{!p.From.IsZero() || !p.To.IsZero() || by == ByYear || p.Top > 0, heldDates},
		{p.Top > 0, heldVotes},
	} {
		if d.asked {
			all = append(all, d.detail)
		}
	}
	return all
}

// checkAnswerable refuses a question about what the catalog lacks.
func (c *Catalog) checkAnswerable(ctx context.Context, p population.Population, by By) error {
	for _, d := range demands(p, by) {
		var there bool
		if err := c.db.QueryRowContext(ctx, `SELECT EXISTS (FROM title WHERE `+d.condition+`)`).Scan(&there); err != nil {
			return c.fault(err)
		}
		if !there {
			return &UnanswerableError{d.what, d.remedy}
		}
	}
	return nil
}

// condition gathers what the rows of a query must pass.
type condition struct {
	tests []string
	args  []any
}

func (c *condition) add(test string, args ...any) {
	c.tests = append(c.tests, test)
	c.args = append(c.args, args...)
}

func (c *condition) where() string {
	if len(c.tests) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(c.tests, " AND ")
}

// choose makes the temporary table chosen on a connection: the titles of the
// population (number, kind, leaves, key), one row for each part of it that a title
// is in. leaves is how many films or episodes a film or season comes to, and 0 for
// other kinds.
func choose(ctx context.Context, conn *sql.Conn, p population.Population, kinds []rolecall.Kind, by By) error {
	from, columns := fromTitles(p, by)
	if areWorks(kinds) {
		from, columns = fromWorks(p, by)
	}
	passed := columns.conditionOf(p, kinds)
	text := fmt.Sprintf(`SELECT t.number, t.kind, %s AS leaves, %s AS key `, columns.leaves, columns.keyOf(by)) + from + passed.where()
	if p.Top > 0 {
		text += fmt.Sprintf(` QUALIFY row_number() OVER (PARTITION BY %s ORDER BY %s DESC, t.number) <= %d`, columns.year, columns.votes, p.Top)
	}
	if by.Overlaps() {
		text = `SELECT * REPLACE (unnest(CASE WHEN len(key) = 0 THEN [''] ELSE list_distinct(key) END) AS key) FROM (` + text + `)`
	}
	_, err := conn.ExecContext(ctx, `CREATE OR REPLACE TEMP TABLE chosen AS `+text, passed.args...)
	return err
}

// areWorks reports whether only films and seasons are meant, which the table work
// holds.
func areWorks(kinds []rolecall.Kind) bool {
	return !slices.ContainsFunc(kinds, func(k rolecall.Kind) bool { return k != rolecall.Film && k != rolecall.Season })
}

// fromTitles finds titles of any kind.
func fromTitles(p population.Population, by By) (string, columns) {
	from := `FROM title t`
	if needsSeries(p, by) {
		from += ` LEFT JOIN title s ON s.number = t.series`
	}
	if p.MinEpisodes > 0 {
		from += ` LEFT JOIN title_size z ON z.title = t.number`
	}
	return from, columns{
		title: `t`, year: yearOf, leaves: `0`, episodes: `coalesce(z.episodes, 0)`,
		votes: `CASE WHEN t.votes = 0 THEN coalesce(s.votes, 0) ELSE t.votes END`,
	}
}

// fromWorks finds films and seasons, and goes to their titles only for what the
// table work lacks.
func fromWorks(p population.Population, by By) (string, columns) {
	from := `FROM work t`
	if needsTitle(p, by) {
		from += ` JOIN title w ON w.number = t.number`
	}
	if needsSeries(p, by) {
		from += ` LEFT JOIN title s ON s.number = t.series`
	}
	return from, columns{title: `w`, year: `t.year`, leaves: `t.leaves`, episodes: `CASE t.kind WHEN 'film' THEN 0 ELSE t.leaves END`, votes: `t.votes`}
}

// columns are where a query finds what it asks of a title. t has its number, kind,
// series and season, s is its series.
type columns struct {
	// title is the alias of the title's own row.
	title string
	// year is that of first showing, 0 where not known.
	year, leaves, episodes, votes string
}

// names are the networks, countries or genres that a title has, from its series
// where it has none of its own, as detailed does.
func (c columns) names(of string) string {
	return fmt.Sprintf(`lines(CASE WHEN %[1]s.%[2]s = '' THEN coalesce(s.%[2]s, '') ELSE %[1]s.%[2]s END)`, c.title, of)
}

// first is rolecall.Title.First as text, empty where nothing is known.
func (c columns) first() string {
	return fmt.Sprintf(`CASE WHEN %[1]s.released <> '' THEN %[1]s.released WHEN %[1]s.year > 0 THEN lpad(%[1]s.year::VARCHAR, 4, '0') ELSE '' END`, c.title)
}

const yearOf = `CASE WHEN t.released <> '' THEN left(t.released, 4)::SMALLINT ELSE t.year END`

// ownSeries are the name and identifier of a series itself; works are none.
func (c columns) ownSeries() string {
	if c.title != `t` {
		return `''`
	}
	return `lower(t.name), lower(t.id)`
}

// seriesID is the identifier of the series that a title is of, or is.
func (c columns) seriesID() string {
	if c.title != `t` {
		return `coalesce(s.id, '')`
	}
	return `CASE t.kind WHEN 'series' THEN t.id ELSE coalesce(s.id, '') END`
}

func needsTitle(p population.Population, by By) bool {
	return by.Overlaps() || len(p.Networks)+len(p.Countries)+len(p.Genres) > 0 || p.From.Month > 0 || p.To.Month > 0
}

func needsSeries(p population.Population, by By) bool {
	return by.Overlaps() || by == BySeries || p.Top > 0 ||
		len(p.Networks)+len(p.Countries)+len(p.Genres)+len(p.Series) > 0
}

// keyOf is the part that a title is in, as text, empty where not known; a list
// of parts for what overlaps.
func (c columns) keyOf(by By) string {
	switch by {
	case ByYear:
		return `CASE ` + c.year + ` WHEN 0 THEN '' ELSE (` + c.year + `)::VARCHAR END`
	case ByNetwork:
		return c.names(`networks`)
	case ByGenre:
		return c.names(`genres`)
	case ByCountry:
		return c.names(`countries`)
	case BySeries:
		return c.seriesID()
	case ByKind:
		return `t.kind::VARCHAR`
	}
	return `''`
}

// conditionOf is what a title must pass, as Population.Holds says it.
func (c columns) conditionOf(p population.Population, kinds []rolecall.Kind) *condition {
	passed := new(condition)
	if len(kinds) > 0 {
		passed.add(`t.kind IN ('` + strings.Join(words(kinds), `', '`) + `')`)
	}
	if !p.Specials {
		passed.add(`NOT (t.kind IN ('season', 'episode') AND t.season = 0)`)
	}
	c.addDates(passed, p.From, p.To)
	for _, names := range []struct {
		asked []string
		held  string
	}{{p.Networks, `networks`}, {p.Countries, `countries`}, {p.Genres, `genres`}} {
		if len(names.asked) > 0 {
			passed.add(`list_has_any(list_transform(`+c.names(names.held)+`, lambda name: lower(name)), list_transform(?::VARCHAR[], lambda name: lower(name)))`, set(names.asked))
		}
	}
	if len(p.Series) > 0 {
		passed.add(`list_has_any(CASE t.kind WHEN 'series' THEN [`+c.ownSeries()+`] ELSE [lower(coalesce(s.name, '')), lower(coalesce(s.id, ''))] END,
			list_transform(?::VARCHAR[], lambda name: lower(name)))`, set(p.Series))
	}
	if p.MinEpisodes > 0 {
		passed.add(c.episodes+` >= ?`, p.MinEpisodes)
	}
	if p.Top > 0 {
		passed.add(c.votes + ` > 0`)
		passed.add(c.year + ` > 0`)
	}
	return passed
}

// addDates bounds when a title was first shown. Dates are compared only as far
// as both are known, which for dates as text is as far as both are long.
func (c columns) addDates(passed *condition, from, to rolecall.Date) {
	if from.IsZero() && to.IsZero() {
		return
	}
	passed.add(c.year + ` > 0`)
	for _, bound := range []struct {
		date     rolecall.Date
		operator string
	}{{from, ">="}, {to, "<="}} {
		switch text := bound.date.String(); {
		case text == "":
		case bound.date.Month == 0:
			passed.add(c.year+` `+bound.operator+` ?`, bound.date.Year)
		default:
			passed.add(fmt.Sprintf(`left(%s, %d) %s left(?, length(%s))`, c.first(), len(text), bound.operator, c.first()), text)
		}
	}
}

// WithSeries is a population with its series by identifier, as FindTitle finds them.
// The error is an *AmbiguousError where a name is that of several: numbers of two
// series added up would be nobody's. A name that nothing bears stays.
func (c *Catalog) WithSeries(ctx context.Context, p population.Population) (population.Population, error) {
	series := make([]string, len(p.Series))
	for i, name := range p.Series {
		t, err := c.FindTitle(ctx, name, Which{Kind: rolecall.Series, Sure: true})
		_, missing := errors.AsType[*NotFoundError](err)
		switch {
		case missing, err == nil && t.Kind != rolecall.Series:
			series[i] = name
		case err != nil:
			return p, err
		default:
			series[i] = t.ID
		}
	}
	if len(series) > 0 {
		p.Series = series
	}
	return p, nil
}

// unheld are the names of a filter that no title bears.
func (c *Catalog) unheld(ctx context.Context, p population.Population) (all []string, err error) {
	for _, names := range []struct {
		what, held string
		asked      []string
	}{
		{"the network", `list_contains(lines(lower(networks)), lower(?))`, p.Networks},
		{"the country", `list_contains(lines(lower(countries)), lower(?))`, p.Countries},
		{"the genre", `list_contains(lines(lower(genres)), lower(?))`, p.Genres},
		{"the series", `kind = 'series' AND lower(?) IN (lower(name), lower(id))`, p.Series},
	} {
		for _, name := range names.asked {
			var there bool
			if err := c.db.QueryRowContext(ctx, `SELECT EXISTS (FROM title WHERE `+names.held+`)`, name).Scan(&there); err != nil {
				return nil, c.fault(err)
			}
			if !there {
				all = append(all, names.what+" "+name)
			}
		}
	}
	return all, nil
}
