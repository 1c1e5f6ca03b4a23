package main

import (
	"context"

	"github.com/spf13/cobra"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/population"
	"rolecall/render"
)

func (a *app) gapsCommand() *cobra.Command {
	var (
		roles []string
		flags populationFlags
		most  int
	)
	c := &cobra.Command{
		Use:   "gaps",
		Short: "What to find out next: on whose gender the shares depend most",
		Long: `List the people whose gender no source states and on whom the shares of a
population depend most: how many of its credits are theirs, by how much a statement
would narrow the range of the share, and where they can be looked up.

The table of --format csv has columns to fill in: what a page says of the person
(gender and wording), the page, and whose word it is. "rolecall import statements"
reads it back. Who has declared something about themselves is not listed.`,
		Example: `  rolecall gaps
  rolecall gaps --role writer,director --kind season --network Netflix
  rolecall gaps --role director --dates 2018 --limit 50 --format csv > gaps.csv`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			asked, err := parsed(roles, measure.ParseRole)
			if err != nil {
				return err
			}
			if len(asked) == 0 || most < 1 {
				return &usageError{"give a role to ask about, such as --role director, and a --limit of 1 or more"}
			}
			p, err := flags.population(c.Flags())
			if err != nil {
				return err
			}
			if err := p.Validate(); err != nil {
				return &usageError{err.Error()}
			}
			return a.answerOf(c, &flags, p, func(ctx context.Context, held *catalog.Catalog, p population.Population) (render.Document, error) {
				gaps, err := measure.GapsIn(ctx, held, p, asked, most)
				return render.Gaps{Gaps: gaps, Catalog: held.Info()}, err
			})
		},
	}
	c.Flags().StringSliceVar(&roles, "role", []string{string(rolecall.Director)}, "the role, or roles: director, writer, lead (the cast member billed first) and so on")
	completeWords(c, "role", measure.TalliedRoles())
	flags.register(c, population.Fields())
	c.Flags().IntVar(&most, "limit", 20, "list at most this many people")
	return c
}
