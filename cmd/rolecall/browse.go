package main

import (
	"context"

	"github.com/spf13/cobra"

	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/population"
	"rolecall/render"
)

func (a *app) browseCommand() *cobra.Command {
	var (
		flags    populationFlags
		browsing catalog.Browsing
		roles    []string
		order    string
	)
	c := &cobra.Command{
		Use:   "browse",
		Short: "What is in the catalog: titles by kind, year, genre, network, country, role",
		Long: `List the titles that the catalog holds, with who made them, and how many there are
by what they can be narrowed to. Films and seasons are listed unless --kind asks for
another kind. A number behind a value says how many titles there would be with it.`,
		Example: `  rolecall browse
  rolecall browse --kind series --network Netflix
  rolecall browse --kind film --dates 2015..2017 --sort newest
  rolecall browse --role editor,cinematographer --limit 50
  rolecall browse --kind season --format csv > seasons.csv`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) (err error) {
			if browsing.Roles, err = parsed(roles, measure.ParseRole); err != nil {
				return err
			}
			if order != "" {
				if browsing.Order, err = catalog.ParseOrder(order); err != nil {
					return &usageError{"--sort: " + err.Error()}
				}
			}
			if browsing.Population, err = flags.population(c.Flags()); err != nil {
				return err
			}
			if err := measure.ValidateBrowsing(browsing); err != nil {
				return &usageError{err.Error()}
			}
			return a.browse(c, browsing, &flags)
		},
	}
	flags.register(c, population.Fields())
	c.Flags().StringSliceVar(&roles, "role", nil, "only titles on which somebody is credited in this role, or in each of several")
	completeWords(c, "role", measure.TalliedRoles())
	c.Flags().StringVar(&order, "sort", "", "the order: votes, newest, oldest or name (default votes, or newest where no title has votes)")
	completeWords(c, "sort", catalog.Orders())
	c.Flags().IntVar(&browsing.Most, "limit", 20, "list at most this many titles")
	c.Flags().IntVar(&browsing.From, "after", 0, "pass over this many first")
	return c
}

func (a *app) browse(command *cobra.Command, browsing catalog.Browsing, flags *populationFlags) error {
	return a.answerOf(command, flags, browsing.Population, func(ctx context.Context, c *catalog.Catalog, p population.Population) (render.Document, error) {
		browsing.Population = p
		browsed, err := measure.Browse(ctx, c, browsing)
		return render.Browse{Browsed: browsed, Catalog: c.Info()}, err
	})
}
