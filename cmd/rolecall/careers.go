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

func (a *app) careersCommand() *cobra.Command {
	var (
		role  string
		flags populationFlags
	)
	c := &cobra.Command{
		Use:   "careers",
		Short: "Who does it for the first time, how often, and what they did before",
		Long: `Count the people in a role on the titles of a population by gender: on how many of
these films or seasons each is credited, for how many it is the first time on record
and how many of those never had the role again, how long ago their first was, and
how many of those who began on a series had been on it before, and as what.`,
		Example: `  rolecall careers --kind film
  rolecall careers --kind season --role director --dates 2018
  rolecall careers --kind film --top 100 --dates 2007..2018 --role director`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			asked, err := measure.ParseRole(role)
			if err != nil {
				return &usageError{"--role: " + err.Error()}
			}
			p, err := flags.population(c.Flags())
			if err != nil {
				return err
			}
			if err := measure.ValidateCareers(p, asked); err != nil {
				return &usageError{err.Error()}
			}
			return a.answerOf(c, &flags, p, func(ctx context.Context, held *catalog.Catalog, p population.Population) (render.Document, error) {
				careers, err := measure.CareersIn(ctx, held, p, asked)
				return render.Careers{Careers: careers, Catalog: held.Info()}, err
			})
		},
	}
	c.Flags().StringVar(&role, "role", string(rolecall.Director), "the role: director, writer, cinematographer and so on")
	completeWords(c, "role", rolecall.Roles())
	flags.register(c, population.Fields())
	return c
}
