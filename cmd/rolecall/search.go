package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

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
			narrowed := c.Flags().NFlag() - count(c, "catalog", "format", "limit")
			return a.search(c.Context(), strings.Join(args, " "), measure.Search{Population: p, Most: most, TitlesOnly: narrowed > 0})
		},
	}
	flags.register(c, population.OfOne(population.Fields()))
	c.Flags().IntVar(&most, "limit", 20, "list at most this many titles and this many people")
	return c
}

// count is how many of the flags named were given.
func count(c *cobra.Command, names ...string) (n int) {
	for _, name := range names {
		if c.Flags().Changed(name) {
			n++
		}
	}
	return n
}

func (a *app) search(ctx context.Context, text string, search measure.Search) error {
	c, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	found, err := search.Run(ctx, c, text)
	if err != nil {
		return err
	}
	if len(found.Titles)+len(found.People) == 0 && a.format != string(render.JSON) {
		return fmt.Errorf("nothing like %q among the %s and people of this catalog", text, search.Population.Words())
	}
	return a.answer(render.Search{Text: text, Titles: found.Titles, People: found.People, Apart: found.Apart, Catalog: c.Info()})
}
