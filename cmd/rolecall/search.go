package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rolecall"
	"rolecall/measure"
	"rolecall/render"
)

// populationFlags are the flags that say which titles are meant, the same in
// every command that has them.
type populationFlags struct {
	kind, from, to                      string
	networks, countries, genres, series []string
	minEpisodes                         int
}

func (f *populationFlags) register(flags *pflag.FlagSet) {
	flags.StringVar(&f.kind, "kind", "", "only titles of this kind: series, film, season or episode")
	flags.StringVar(&f.from, "from", "", "only titles first shown from this year or date on")
	flags.StringVar(&f.to, "to", "", "only titles first shown up to this year or date")
	flags.StringSliceVar(&f.networks, "network", nil, "only titles of this network (may be repeated)")
	flags.StringSliceVar(&f.countries, "country", nil, "only titles from this country (may be repeated)")
	flags.StringSliceVar(&f.genres, "genre", nil, "only titles of this genre (may be repeated)")
	flags.StringSliceVar(&f.series, "series", nil, "only titles of this series, by name or identifier (may be repeated)")
	flags.IntVar(&f.minEpisodes, "min-episodes", 0, "only seasons or series with at least this many episodes")
}

// population is what the flags say, or a usage error.
func (f *populationFlags) population() (rolecall.Population, error) {
	p := rolecall.Population{
		Networks: f.networks, Countries: f.countries, Genres: f.genres, Series: f.series, MinEpisodes: f.minEpisodes,
	}
	var err error
	if f.kind != "" {
		if p.Kind, err = rolecall.ParseKind(f.kind); err != nil {
			return p, &usageError{err.Error()}
		}
	}
	if p.From, err = rolecall.ParseDate(f.from); err != nil {
		return p, &usageError{"--from: " + err.Error()}
	}
	if p.To, err = rolecall.ParseDate(f.to); err != nil {
		return p, &usageError{"--to: " + err.Error()}
	}
	if err := p.Validate(); err != nil {
		return p, &usageError{err.Error()}
	}
	return p, nil
}

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
			p, err := flags.population()
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
	flags.register(c.Flags())
	c.Flags().IntVar(&most, "limit", 20, "list at most this many titles and this many people")
	completeWords(c, "kind", rolecall.Kinds())
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
	return a.answer(render.Search{Text: text, Titles: found.Titles, People: found.People, Catalog: c.Info()})
}
