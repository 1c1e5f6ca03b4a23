package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"rolecall"
	"rolecall/catalog"
	"rolecall/phrase"
	"rolecall/source"
	"rolecall/source/statements"
	"rolecall/source/wikidata"
)

// keptStatements are those that the user keeps, and that every import reads.
func keptStatements() statements.Kept {
	return statements.Kept(filepath.Join(xdg.DataHome, "rolecall", "statements.csv"))
}

// withKept adds the statements that the user keeps to the sources of an import, last, so that
// those of them count that are about people whom the others bring.
func (a *app) withKept(ctx context.Context, asked []askedSource, into string) ([]askedSource, error) {
	kept, err := keptStatements().Rows(ctx)
	if err != nil {
		return nil, fmt.Errorf("%w\nThat is the table that you keep: correct it, or leave it out with --without-kept", err)
	}
	if len(kept) == 0 {
		return asked, nil
	}
	if into != "" {
		if has, err := a.hasKept(ctx, into); err != nil || has {
			return asked, err
		}
	}
	fmt.Fprintf(a.notes, "rolecall: with the %s that you keep (%s)\n", phrase.Counted(len(kept), "statement", "statements"), string(keptStatements()))
	return append(asked, askedSource{Import: statements.Import, paths: []string{string(keptStatements())}, readers: []source.Reader{statements.New(string(keptStatements()))}}), nil
}

// hasKept reports whether a catalog has the statements kept, which are not added to it once
// more: a new build takes in what has changed in them.
func (a *app) hasKept(ctx context.Context, path string) (bool, error) {
	held, err := a.limits.Open(ctx, path)
	if err != nil {
		return false, err
	}
	defer held.Close()
	return slices.ContainsFunc(held.Info().Sources, func(s rolecall.Source) bool { return s.ID == statements.IDOf(string(keptStatements())) }), nil
}

func (a *app) statementsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "statements",
		Short: "Keep what you found out about people's gender for every import",
		Long: `What you found out about people's gender, with a source for each, is a table of
your own. Once it is kept, every import reads it. Without a subcommand: where it is,
and how much is in it.`,
		Example: `  rolecall statements`,
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			kept, err := keptStatements().Rows(c.Context())
			if err != nil {
				return err
			}
			if len(kept) == 0 {
				fmt.Fprintln(a.screen.Out, `No statement is kept. "rolecall gaps --format csv" writes a table to fill in.`)
				return nil
			}
			_, err = fmt.Fprintf(a.screen.Out, "%s about %s are kept in %s\n", phrase.Counted(len(kept), "statement", "statements"), phrase.Counted(peopleIn(kept), "person", "people"), string(keptStatements()))
			return err
		},
	}
	c.AddCommand(a.keepStatements(), a.forgetStatements(), a.suggestStatements())
	return c
}

func peopleIn(rows []statements.Row) int {
	people := make(map[string]bool)
	for _, row := range rows {
		people[row.PersonID] = true
	}
	return len(people)
}

func (a *app) keepStatements() *cobra.Command {
	return &cobra.Command{
		Use:   "keep FILE",
		Short: "Keep the statements of a table for every import",
		Long: `Keep the statements of a table, as "rolecall gaps --format csv" writes it and you have
filled it in. A statement about the same person of the same page takes the place of the
one before. Catalogs have them from their next import on.`,
		Example: `  rolecall statements keep gaps.csv`,
		Args:    oneWord("table"),
		RunE: func(c *cobra.Command, args []string) error {
			added, replaced, err := keptStatements().Add(c.Context(), args[0])
			if err != nil {
				return err
			}
			fmt.Fprintf(a.notes, "rolecall: %s added and %s replaced in %s; the next import reads it\n",
				phrase.Counted(added, "statement", "statements"), phrase.Number(replaced), string(keptStatements()))
			return nil
		},
	}
}

func (a *app) forgetStatements() *cobra.Command {
	return &cobra.Command{
		Use:     "forget PERSON",
		Short:   "Forget the statements about a person, by identifier",
		Example: `  rolecall statements forget nm0000001`,
		Args:    oneWord("identifier of the person"),
		RunE: func(c *cobra.Command, args []string) error {
			forgotten, err := keptStatements().Forget(c.Context(), args[0])
			if err != nil {
				return err
			}
			if forgotten == 0 {
				return &usageError{fmt.Sprintf("nothing is kept about %q: %s has the identifiers", args[0], string(keptStatements()))}
			}
			fmt.Fprintf(a.notes, "rolecall: forgot %s; catalogs have them until their next import\n", phrase.Counted(forgotten, "statement", "statements"))
			return nil
		},
	}
}

func (a *app) suggestStatements() *cobra.Command {
	return &cobra.Command{
		Use:   "wikidata",
		Short: "Write what pages say as a batch for Wikidata",
		Long: `Write the statements that cite a page as a batch for QuickStatements, with which you
can bring them into Wikidata: a line for each person whom the catalog knows to be an
item there and of whom Wikidata, as far as the catalog tells, states no gender. Your
own corrections and what people told you stay with you. Read each line before you send
it: Wikidata asks that statements about living people be sourced and theirs to tell.`,
		Example: `  rolecall statements wikidata --catalog imdb.duckdb > batch.txt`,
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			kept, err := keptStatements().Rows(c.Context())
			if err != nil {
				return err
			}
			held, err := a.open(c.Context())
			if err != nil {
				return err
			}
			defer held.Close()
			lines, left, err := suggestions(c.Context(), held, kept)
			if err != nil {
				return err
			}
			for _, line := range lines {
				if _, err := fmt.Fprintln(a.screen.Out, line); err != nil {
					return err
				}
			}
			fmt.Fprintf(a.notes, "rolecall: %s; left out %s that cite no page, are of nobody whose item the catalog knows, or of whom Wikidata states a gender\n",
				phrase.Counted(len(lines), "line", "lines"), phrase.Counted(left, "statement", "statements"))
			return nil
		},
	}
}

// suggestions are the lines of a batch, one for each person, and how many statements make
// none.
func suggestions(ctx context.Context, held *catalog.Catalog, kept []statements.Row) (lines []string, left int, err error) {
	suggested := make(map[string]bool)
	for _, row := range kept {
		item, err := itemWithoutGender(ctx, held, row.PersonID)
		if err != nil {
			return nil, 0, err
		}
		line, is := wikidata.Suggestion(item, row.Gender, row.Page)
		if !is || row.Precedence != rolecall.Citation || suggested[row.PersonID] {
			left++
			continue
		}
		suggested[row.PersonID] = true
		lines = append(lines, line)
	}
	return lines, left, nil
}

// itemWithoutGender is a person's item of Wikidata, or empty where there is none, or one that
// states a gender.
func itemWithoutGender(ctx context.Context, held *catalog.Catalog, personID string) (string, error) {
	if _, is, err := held.Person(ctx, personID); err != nil || !is {
		return "", err
	}
	stated, err := held.Statements(ctx, personID)
	if err != nil {
		return "", err
	}
	if slices.ContainsFunc(stated, func(s rolecall.Statement) bool { return s.Source == wikidata.SourceID }) {
		return "", nil
	}
	elsewhere, err := held.Elsewhere(ctx, personID)
	if err != nil {
		return "", err
	}
	for _, i := range elsewhere {
		if i.Scheme == rolecall.WikidataID {
			return i.Value, nil
		}
	}
	return "", nil
}
