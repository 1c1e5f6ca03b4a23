package catalog

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/phrase"
	"rolecall/population"
)

// This file runs what the table of fields in package population says in SQL; a test
// holds each field to its rule in Go.

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
	// ByLanguage and ByCompany are what titles were made in and by; BySeason is the number
	// of the season, of seasons and episodes.
	ByLanguage By = "language"
	ByCompany  By = "company"
	BySeason   By = "season"
	// ByAge parts the people credited, by how old they were in the year of the title, in tens
	// of years: a key of 30 is from 30 to 39.
	ByAge By = "age"
)

// Bys are all that a population can be divided by.
func Bys() []By {
	return []By{ByYear, ByNetwork, ByGenre, BySeries, ByCountry, ByLanguage, ByCompany, BySeason, ByAge, ByKind}
}

// BysInWords are the words for them, to choose from.
func BysInWords() string { return phrase.Or(words(Bys())) }

// ParseBy reads what to divide by; the error lists the words there are.
func ParseBy(text string) (By, error) {
	if by := By(text); by == Whole || slices.Contains(Bys(), by) {
		return by, nil
	}
	return Whole, fmt.Errorf("%q is nothing to break down by: choose %s", text, BysInWords())
}

// IsOrdered reports whether the parts have an order of their own, as years have.
func (b By) IsOrdered() bool { return b == ByYear || b == BySeason || b == ByAge }

// namesOf are the parts of which a title has names, by the column that they are in.
var namesOf = map[By]string{ByNetwork: "networks", ByGenre: "genres", ByCountry: "countries", ByLanguage: "languages", ByCompany: "companies"}

// Names are the parts in words where a title may be in several by its names: "networks";
// empty where not.
func (b By) Names() string { return namesOf[b] }

// Overlaps reports whether one title can be in several parts.
func (b By) Overlaps() bool { return b == ByAge || b.Names() != "" }

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

// Births is what ages are counted from.
var Births = population.Detail{What: "years of birth", Condition: "EXISTS (FROM person WHERE born > 0)", Remedy: "import IMDb"}

// ofParts are the details without which there are no parts.
var ofParts = map[By]population.Detail{
	ByNetwork: population.Networks, ByCountry: population.Countries, ByGenre: population.Genres, ByYear: population.Dates,
	ByAge: Births, ByLanguage: population.Languages, ByCompany: population.Companies,
}

// Needs is the detail without which titles cannot be parted so, if there is one.
func (b By) Needs() (detail population.Detail, is bool) {
	detail, is = ofParts[b]
	return detail, is
}

// demands are the details that a question cannot do without.
func demands(p population.Population, by By) (all []population.Detail) {
	for _, f := range population.Fields() {
		if f.Asked(p) {
			all = append(all, f.Demands(p)...)
		}
	}
	if of, is := by.Needs(); is {
		all = append(all, of)
	}
	return all
}

// checkAnswerable refuses a question about what the catalog lacks.
func (c *Catalog) checkAnswerable(ctx context.Context, p population.Population, by By) error {
	for _, d := range demands(p, by) {
		if there, err := c.Has(ctx, d); err != nil {
			return err
		} else if !there {
			return &UnanswerableError{d.What, d.Remedy}
		}
	}
	return nil
}

// Has reports whether some title of the catalog has a detail. The answer stays, as the
// catalog does: to find that none has it takes a walk through all titles.
func (c *Catalog) Has(ctx context.Context, d population.Detail) (there bool, err error) {
	if known, is := c.details.Load(d.What); is {
		return known.(bool), nil
	}
	err = c.db.QueryRowContext(ctx, `SELECT EXISTS (FROM title WHERE `+d.Condition+`)`).Scan(&there)
	if err == nil {
		c.details.Store(d.What, there)
	}
	return there, c.fault(err)
}

// choose makes the temporary table chosen on a connection: the titles of the
// population (number, kind, leaves, key), one row for each part of it that a title
// is in. leaves is how many films or episodes a film or season comes to, and 0 for
// other kinds.
func choose(ctx context.Context, conn *sql.Conn, p population.Population, kinds []rolecall.Kind, by By) error {
	c := columnsOf(kinds)
	asked := askedOf(p, kinds, c)
	text := asked.with() + fmt.Sprintf(`SELECT t.number, t.kind, %s AS leaves, %s AS key `, c.leaves(), keyOf(c, by))
	text += c.from() + asked.where() + asked.qualify
	if by.Overlaps() {
		text = `SELECT * REPLACE (unnest(CASE WHEN len(key) = 0 THEN [''] ELSE list_distinct(key) END) AS key) FROM (` + text + `)`
	}
	_, err := conn.ExecContext(ctx, `CREATE OR REPLACE TEMP TABLE chosen AS `+text, append(asked.withArgs, asked.args...)...)
	return err
}

// areWorks reports whether only films and seasons are meant, which the table work
// holds.
func areWorks(kinds []rolecall.Kind) bool {
	return !slices.ContainsFunc(kinds, func(k rolecall.Kind) bool { return k != rolecall.Film && k != rolecall.Season })
}

// conditions gathers what the rows of a query must pass.
type conditions struct {
	tests, tables  []string
	args, withArgs []any
	qualify        string
}

// askedOf is what a title must pass, as Population.Of says it.
func askedOf(p population.Population, kinds []rolecall.Kind, c columns) (all conditions) {
	if p.Kind == "" {
		all.tests = append(all.tests, c.Kind()+` IN ('`+strings.Join(words(kinds), `', '`)+`')`)
	}
	for _, f := range population.Fields() {
		all.add(f.Condition(p, c))
	}
	return all
}

func (all *conditions) add(one population.Condition) {
	if one.Test != "" {
		all.tests = append(all.tests, one.Test)
	}
	if one.With != "" {
		all.tables = append(all.tables, one.With)
	}
	all.args, all.withArgs = append(all.args, one.Args...), append(all.withArgs, one.WithArgs...)
	if one.Qualify != "" {
		all.qualify = ` QUALIFY ` + one.Qualify
	}
}

func (all *conditions) with() string {
	if len(all.tables) == 0 {
		return ""
	}
	return `WITH ` + strings.Join(all.tables, `, `) + ` `
}

func (all *conditions) where() string {
	if len(all.tests) == 0 {
		return ""
	}
	return ` WHERE ` + strings.Join(all.tests, ` AND `)
}

// keyOf is the part that a title is in, as text, empty where not known; a list
// of parts for what overlaps.
func keyOf(c columns, by By) string {
	if names := by.Names(); names != "" {
		return `lines(` + c.Names(names) + `)`
	}
	switch by {
	case ByYear:
		return `CASE ` + c.Year() + ` WHEN 0 THEN '' ELSE (` + c.Year() + `)::VARCHAR END`
	case BySeason:
		return `CASE WHEN ` + c.Kind() + ` IN ('season', 'episode') AND ` + c.Season() + ` >= 0 THEN (` + c.Season() + `)::VARCHAR ELSE '' END`
	case BySeries:
		return c.seriesID()
	case ByKind:
		return `t.kind::VARCHAR`
	}
	return `''`
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
	for _, f := range population.Fields() {
		if f.Held == nil {
			continue
		}
		for _, name := range f.Values(p) {
			var there bool
			if err := c.db.QueryRowContext(ctx, `SELECT EXISTS (FROM title WHERE `+f.Held.Condition+`)`, name).Scan(&there); err != nil {
				return nil, c.fault(err)
			}
			if !there {
				all = append(all, f.Held.What+" "+name)
			}
		}
	}
	return all, nil
}
