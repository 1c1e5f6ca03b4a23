package main

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rolecall"
	"rolecall/catalog"
	"rolecall/fault"
	"rolecall/population"
	"rolecall/render"
	"rolecall/titlelist"
	"rolecall/titlelist/matching"
)

// answerOf opens the catalog, finds the titles of the population's list in it, and writes
// what is answered of them.
func (a *app) answerOf(command *cobra.Command, flags *populationFlags, p population.Population, ask func(context.Context, *catalog.Catalog, population.Population) (render.Document, error)) error {
	ctx := command.Context()
	c, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	if p, err = flags.inCatalog(ctx, a, c, p, command.Flags()); err != nil {
		return err
	}
	d, err := ask(ctx, c, p)
	if err != nil {
		return err
	}
	return a.answer(d)
}

// inCatalog is a population with the titles of its list, that of --titles, of the
// population that is kept, or of the catalog, as a catalog holds them. What is not found is listed on
// stderr, and written to --unmatched.
func (f *populationFlags) inCatalog(ctx context.Context, a *app, c *catalog.Catalog, p population.Population, flags *pflag.FlagSet) (population.Population, error) {
	p, err := f.withList(ctx, c, p)
	if err != nil {
		return p, err
	}
	list, rows, err := f.rows(ctx, p, flags)
	if err != nil || len(rows) == 0 {
		return p, err
	}
	matched, err := matching.Match(ctx, c, rows)
	if err != nil {
		return p, err
	}
	if f.unmatched != "" {
		if err := writeUnmatched(f.unmatched, matched.Unmatched); err != nil {
			return p, err
		}
	}
	a.tellUnmatched(list, len(rows), matched, f.unmatched)
	if matched.Titles.Len() == 0 {
		return p, fmt.Errorf("none of the %d titles of %s is a title of this catalog", len(rows), list)
	}
	a.tellUncounted(list, matched, p)
	p.Titles = matched.Titles
	return p, nil
}

// withList is a population with the titles of the catalog's list of that name, where none
// is kept under it.
func (f *populationFlags) withList(ctx context.Context, c *catalog.Catalog, p population.Population) (population.Population, error) {
	if f.unkept == nil {
		return p, nil
	}
	ids, err := c.Listed(ctx, f.kept)
	if _, missing := errors.AsType[*catalog.NotFoundError](err); missing {
		return p, f.noList(ctx, c)
	}
	p.Titles = population.NewList(ids...)
	return p, err
}

// noList says which names there are.
func (f *populationFlags) noList(ctx context.Context, c *catalog.Catalog) error {
	lists, err := c.Lists(ctx)
	if err != nil {
		return err
	}
	for _, l := range lists {
		f.unkept.Lists = append(f.unkept.Lists, l.Name)
	}
	return &usageError{"--population: " + f.unkept.Error()}
}

// rows are those of the list, and its name.
func (f *populationFlags) rows(ctx context.Context, p population.Population, flags *pflag.FlagSet) (list string, rows []titlelist.Row, err error) {
	for _, field := range f.fields {
		if field.Type == population.Identifiers && flags.Changed(field.Flag) {
			list = flags.Lookup(field.Flag).Value.String()
			rows, err = titlelist.Read(ctx, list)
			return list, rows, err
		}
	}
	if f.unmatched != "" && p.Titles.Len() == 0 {
		return "", nil, &usageError{"--unmatched: there is no list of titles: give it with --titles"}
	}
	return "the population", titlelist.Of(p.Titles.IDs()), nil
}

// mostTold is how many rows are listed on stderr.
const mostTold = 10

// tellUnmatched lists the rows that are left aside, each with what may be meant.
func (a *app) tellUnmatched(list string, rows int, matched matching.Matched, file string) {
	if len(matched.Unmatched) > 0 {
		fmt.Fprintf(a.notes, "%s: %d of %d rows are titles of this catalog; these are not, or not for sure:\n", list, matched.Rows, rows)
	}
	for _, left := range matched.Unmatched[:min(len(matched.Unmatched), mostTold)] {
		fmt.Fprintf(a.notes, "  row %d: %s: %s\n", left.Line, left.Text, left.Why)
		fmt.Fprint(a.notes, indented(fault.Commands(left.Candidates)))
	}
	if more := len(matched.Unmatched) - mostTold; more > 0 && file == "" {
		fmt.Fprintf(a.notes, "  and %d more: --unmatched FILE writes them all\n", more)
	} else if more > 0 {
		fmt.Fprintf(a.notes, "  and %d more, in %s\n", more, file)
	}
	if again := matched.Rows - len(matched.Held); again > 0 {
		fmt.Fprintf(a.notes, "%s: %d rows name a title again: each counts once\n", list, again)
	}
}

func indented(lines string) string {
	if lines == "" {
		return ""
	}
	return "  " + strings.ReplaceAll(strings.TrimSuffix(lines, "\n"), "\n", "\n  ") + "\n"
}

// tellUncounted says how many titles of a list are of no kind that is counted where no
// kind is asked for, which nobody may have meant.
func (a *app) tellUncounted(list string, matched matching.Matched, p population.Population) {
	episodes, specials, shorts := 0, 0, 0
	for _, b := range matched.Held {
		switch {
		case b.Kind == rolecall.Episode && p.Kind == "":
			episodes++
		case b.IsSpecial() && !p.Specials:
			specials++
		case b.IsShort && !p.Shorts:
			shorts++
		}
	}
	if episodes > 0 {
		fmt.Fprintf(a.notes, "%s: %d of its titles are episodes, where films and seasons are counted: --kind episode counts them\n", list, episodes)
	}
	if specials > 0 {
		fmt.Fprintf(a.notes, "%s: %d of its titles are specials: --specials counts them\n", list, specials)
	}
	if shorts > 0 {
		fmt.Fprintf(a.notes, "%s: %d of its titles are shorts: --shorts counts them\n", list, shorts)
	}
}

// writeUnmatched writes the rows that are left aside, each with its candidates.
func writeUnmatched(path string, all []matching.Unmatched) error {
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write the rows that are left aside: %w", err)
	}
	w := csv.NewWriter(file)
	w.Write([]string{"row", "text", "why", "candidates"})
	for _, left := range all {
		candidates := make([]string, len(left.Candidates))
		for i, one := range left.Candidates {
			candidates[i] = fmt.Sprintf("%s = %s (%s)", one.ID, one.Label, one.Note)
		}
		w.Write([]string{strconv.Itoa(left.Line), left.Text, left.Why, strings.Join(candidates, "; ")})
	}
	w.Flush()
	if err := errors.Join(w.Error(), file.Close()); err != nil {
		return fmt.Errorf("write the rows that are left aside: %w", err)
	}
	return nil
}
