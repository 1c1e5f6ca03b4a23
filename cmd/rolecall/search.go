package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/population"
	"rolecall/render"
)

func (a *app) searchCommand() *cobra.Command {
	var (
		flags populationFlags
		most  int
	)
	c := &cobra.Command{
		Use:   "search TEXT",
		Short: "Titles and people, forgiving of typing errors",
		Long: `Search titles and people whose names contain TEXT or are a few typing errors away
from it. With a flag that narrows the titles, only titles are listed.`,
		Example: `  rolecall search "jesica jones"
  rolecall search love --kind film --from 2015
  rolecall search zoe`,
		Args: oneName("text to search for"),
		RunE: func(c *cobra.Command, args []string) error {
			p, err := flags.population(c.Flags())
			if err != nil {
				return err
			}
			if most < 1 {
				return &usageError{"--limit: at least 1"}
			}
			return a.search(c, strings.Join(args, " "), measure.Search{Population: p, Most: most, TitlesOnly: isNarrowed(c)}, &flags)
		},
	}
	flags.register(c, population.OfOne(population.Fields()))
	c.Flags().IntVar(&most, "limit", 20, "list at most this many titles and this many people")
	return c
}

// isNarrowed reports whether a flag that narrows the titles was given: all of the command's
// own but --limit, and none of those that every command has.
func isNarrowed(c *cobra.Command) (narrowed bool) {
	c.NonInheritedFlags().VisitAll(func(f *pflag.Flag) { narrowed = narrowed || f.Changed && f.Name != "limit" })
	return narrowed
}

func (a *app) search(command *cobra.Command, text string, search measure.Search, flags *populationFlags) error {
	ctx := command.Context()
	c, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	if search.Population, err = flags.inCatalog(ctx, a, c, search.Population, command.Flags()); err != nil {
		return err
	}
	found, err := search.Described(ctx, c, text)
	if err != nil {
		return err
	}
	what := "title or person"
	if search.TitlesOnly {
		what = "title among the " + search.Population.Words()
	}
	if len(found.Titles)+len(found.People) == 0 && !a.writesObject() {
		return &catalog.NotFoundError{What: what, Name: text, Picked: found.Picked}
	}
	return a.answer(render.SearchOf(text, found, c.Info()))
}
