package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rolecall/catalog"
	"rolecall/format"
	"rolecall/population"
	"rolecall/render"
)

// sqlEnding is how a file with a statement ends.
const sqlEnding = ".sql"

// longestStatement is the most bytes of a statement.
const longestStatement = 1 << 20

func (a *app) sqlCommand() *cobra.Command {
	var (
		flags   populationFlags
		asked   catalog.Statement
		columns bool
	)
	c := &cobra.Command{
		Use:   "sql [STATEMENT | FILE.sql | -]",
		Short: "Questions in SQL to documented views of the catalog",
		Long: `Answer one question in SQL (that of DuckDB) to the views of the catalog: title,
credit, person, gender, statement, slate, tally and others. Without a statement, it
lists them with their columns, and the functions that count as the rules say.

Nothing but the views is read, nothing is written, and no file or address is
reached. --memory, --time-limit and --limit bound what a statement takes. The flags
of a population say what the view population holds; each other view is whole.`,
		Example: `  rolecall sql
  rolecall sql "SELECT role, certain(gender, 'woman') AS women, count(*) AS credits FROM credit GROUP BY role ORDER BY 3 DESC"
  rolecall sql "SELECT year, sum(women) AS women, sum(people) AS people FROM slate WHERE role = 'director' GROUP BY year ORDER BY year" --format csv
  rolecall sql --kind season --network Netflix "SELECT name, season FROM population JOIN title USING (title)"
  rolecall sql question.sql
  echo "FROM source" | rolecall sql -`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return &usageError{`give the statement as one argument, within quotation marks: rolecall sql "SELECT …"`}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if asked.Rows < 1 || asked.Time <= 0 {
				return &usageError{"give a --limit of 1 or more rows, and a --time-limit such as 30s"}
			}
			var err error
			if asked.Population, err = flags.population(c.Flags()); err != nil {
				return err
			}
			if len(args) == 0 || columns {
				return a.views(c.Context())
			}
			if asked.Text, err = statementOf(c.InOrStdin(), args[0]); err != nil {
				return err
			}
			return a.sql(c, &flags, asked)
		},
	}
	flags.register(c, population.Fields())
	c.Flags().IntVar(&asked.Rows, "limit", 1000, "answer at most this many rows")
	c.Flags().DurationVar(&asked.Time, "time-limit", 30*time.Second, "end a statement that takes longer")
	c.Flags().BoolVar(&columns, "tables", false, "list the views, their columns and the functions")
	return c
}

// statementOf is the statement that is given: itself, in a file, or on standard input.
func statementOf(stdin io.Reader, given string) (string, error) {
	switch {
	case given == "-":
		return readStatement(stdin, "standard input")
	case strings.EqualFold(filepath.Ext(given), sqlEnding) && !strings.ContainsAny(given, "\n;"):
		file, err := os.Open(given)
		if err != nil {
			return "", &usageError{fmt.Sprintf("read the statement: %v", err)}
		}
		defer file.Close()
		return readStatement(file, given)
	}
	return given, nil
}

func readStatement(from io.Reader, name string) (string, error) {
	text, err := io.ReadAll(io.LimitReader(from, longestStatement+1))
	if err != nil {
		return "", fmt.Errorf("read the statement of %s: %w", name, err)
	}
	if len(text) > longestStatement {
		return "", &usageError{fmt.Sprintf("%s is longer than %d bytes: is it one statement?", name, longestStatement)}
	}
	return string(text), nil
}

func (a *app) views(ctx context.Context) error {
	c, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	return a.answer(render.Views{Catalog: c.Info()})
}

func (a *app) sql(command *cobra.Command, flags *populationFlags, asked catalog.Statement) error {
	ctx := command.Context()
	c, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	if asked.Population, err = flags.inCatalog(ctx, a, c, asked.Population, command.Flags()); err != nil {
		return err
	}
	answered, err := a.bounded(ctx, c, asked)
	if err != nil {
		return err
	}
	answer := render.Answered{Answer: answered, Catalog: c.Info()}
	if f, err := format.Parse(a.format); err == nil && f.Part == format.Rows {
		for _, note := range answer.Notes() {
			fmt.Fprintln(a.notes, "rolecall:", note)
		}
	}
	return a.answer(answer)
}

// bounded answers a statement in no more memory than the database may use and what it
// takes beside: DuckDB bounds what it keeps, but not the texts that a function makes.
func (a *app) bounded(ctx context.Context, c *catalog.Catalog, asked catalog.Statement) (catalog.Answered, error) {
	limit, err := c.Memory(ctx)
	if err != nil {
		return catalog.Answered{}, err
	}
	release, err := boundMemory(2 * limit)
	if err != nil {
		return catalog.Answered{}, fmt.Errorf("bound the memory of the statement: %w", err)
	}
	defer release()
	return c.Ask(ctx, asked)
}
