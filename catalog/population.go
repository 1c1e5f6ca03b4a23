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

// This file runs what the table of fields in package population says in SQL; a test
// holds each field to its rule in Go.

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

// demands are the details that a question cannot do without.
func demands(p population.Population, by Breakdown) (all []population.Detail) {
	for _, f := range population.Fields() {
		if f.Asked(p) {
			all = append(all, f.Demands(p)...)
		}
	}
	for _, side := range by.sides() {
		if of, is := side.By.Needs(); is {
			all = append(all, of)
		}
	}
	return all
}

// checkAnswerable refuses a question about what the catalog lacks.
func (c *Catalog) checkAnswerable(ctx context.Context, p population.Population, by Breakdown) error {
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
func choose(ctx context.Context, conn *sql.Conn, p population.Population, kinds []rolecall.Kind, by Breakdown) error {
	c := columnsOf(kinds)
	asked := askedOf(p, kinds, c)
	text := asked.with() + `SELECT t.number, t.kind, ` + c.leaves() + ` AS leaves` + by.keysOf(c) + ` `
	text += c.from() + asked.where() + asked.qualify
	_, err := conn.ExecContext(ctx, `CREATE OR REPLACE TEMP TABLE chosen AS `+by.choices(text), append(asked.withArgs, asked.args...)...)
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
