package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rolecall"
	"rolecall/population"
	"rolecall/render"
)

// populationFlags are the flags that say which titles are meant, the same in
// every command that has them.
type populationFlags struct {
	kept, kind, from, to, dates, by     string
	networks, countries, genres, series []string
	minEpisodes, top                    int
	specials                            bool
}

// register offers all flags of a population.
func (f *populationFlags) register(c *cobra.Command) {
	flags := c.Flags()
	f.registerFilters(flags)
	flags.StringVar(&f.kind, "kind", "", "only titles of this kind: series, film, season or episode")
	flags.StringSliceVar(&f.series, "series", nil, "only titles of this series, by name or identifier (may be repeated)")
	flags.BoolVar(&f.specials, "specials", false, "seasons 0 and their episodes too")
	completeWords(c, "kind", rolecall.Kinds())
}

// registerFilters offers the flags that do not say of what kind or series the
// titles are.
func (f *populationFlags) registerFilters(flags *pflag.FlagSet) {
	flags.StringVar(&f.kept, "population", "", "the titles of a population that is kept by name or in a .yaml file; other flags change it")
	flags.StringVar(&f.from, "from", "", "only titles first shown from this year or date on")
	flags.StringVar(&f.to, "to", "", "only titles first shown up to this year or date")
	flags.StringVar(&f.dates, "dates", "", "both at once, such as 2010..2018 or 2017-06-01..2018-05-31")
	flags.StringSliceVar(&f.networks, "network", nil, "only titles of this network (may be repeated)")
	flags.StringSliceVar(&f.countries, "country", nil, "only titles from this country (may be repeated)")
	flags.StringSliceVar(&f.genres, "genre", nil, "only titles of this genre (may be repeated)")
	flags.IntVar(&f.minEpisodes, "min-episodes", 0, "only seasons or series with at least this many episodes")
	flags.IntVar(&f.top, "top", 0, "of each year, only so many titles with the most votes")
	flags.StringVar(&f.by, "top-by", "votes", "what --top goes by: votes")
}

// folder is where populations are kept by name.
func folder() population.Folder {
	return population.Folder(filepath.Join(xdg.ConfigHome, "rolecall", "populations"))
}

// population is what the flags say, or a usage error.
func (f *populationFlags) population(flags *pflag.FlagSet) (population.Population, error) {
	return f.change(population.Population{}, flags)
}

// change is what a population becomes by the flags given.
func (f *populationFlags) change(p population.Population, flags *pflag.FlagSet) (population.Population, error) {
	if f.kept != "" {
		var err error
		if p, err = folder().Find(f.kept); err != nil {
			return p, &usageError{"--population: " + err.Error()}
		}
	}
	for name, change := range map[string]func(){
		"network":      func() { p.Networks = f.networks },
		"country":      func() { p.Countries = f.countries },
		"genre":        func() { p.Genres = f.genres },
		"series":       func() { p.Series = f.series },
		"min-episodes": func() { p.MinEpisodes = f.minEpisodes },
		"top":          func() { p.Top = f.top },
		"specials":     func() { p.Specials = f.specials },
	} {
		if flags.Changed(name) {
			change()
		}
	}
	if err := f.changeKindAndDates(&p); err != nil {
		return p, err
	}
	if f.by != "" && f.by != "votes" {
		return p, &usageError{fmt.Sprintf("--top-by: %q is nothing to choose the top titles by: votes is what there is", f.by)}
	}
	if err := p.Validate(); err != nil {
		return p, &usageError{err.Error()}
	}
	return p, nil
}

func (f *populationFlags) changeKindAndDates(p *population.Population) error {
	if f.kind != "" {
		kind, err := rolecall.ParseKind(f.kind)
		if err != nil {
			return &usageError{err.Error()}
		}
		p.Kind = kind
	}
	if f.dates != "" {
		if f.from != "" || f.to != "" {
			return &usageError{"give --dates, or --from and --to, not both"}
		}
		var err error
		if p.From, p.To, err = rolecall.ParseDates(f.dates); err != nil {
			return &usageError{"--dates: " + err.Error()}
		}
	}
	for _, bound := range []struct {
		flag, text string
		date       *rolecall.Date
	}{{"--from", f.from, &p.From}, {"--to", f.to, &p.To}} {
		if bound.text == "" {
			continue
		}
		date, err := rolecall.ParseDate(bound.text)
		if err != nil {
			return &usageError{bound.flag + ": " + err.Error()}
		}
		*bound.date = date
	}
	return nil
}

func (a *app) populationCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "population",
		Short: "Keep the titles a number is about, to count them again",
		Long: `A population is the set of titles a number is about, as a filter. It can be kept
under a name, or written to a file that goes with the number, and given to every
command that counts with --population.`,
		Example: `  rolecall population save top250 --kind film --top 250 --dates 2010..2018
  rolecall report --population top250 --role director --by year
  rolecall population show top250 > population.yaml
  rolecall report --population population.yaml --role director
  rolecall population list`,
		Args: noSuchCommand,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(a.savePopulation(), a.showPopulation(), a.listPopulations())
	return c
}

func (a *app) savePopulation() *cobra.Command {
	var flags populationFlags
	c := &cobra.Command{
		Use:     "save NAME",
		Short:   "Keep a population under a name",
		Example: `  rolecall population save netflix --kind season --network Netflix --min-episodes 6`,
		Args:    oneWord("name to keep it under"),
		RunE: func(c *cobra.Command, args []string) error {
			p, err := flags.population(c.Flags())
			if err != nil {
				return err
			}
			path, err := folder().Save(args[0], p)
			if err != nil {
				return err
			}
			fmt.Fprintf(a.notes, "kept in %s: %s\n", path, p.Words())
			return nil
		},
	}
	flags.register(c)
	return c
}

func (a *app) showPopulation() *cobra.Command {
	return &cobra.Command{
		Use:               "show NAME",
		Short:             "Print a population that is kept, as YAML",
		Example:           `  rolecall population show netflix > population.yaml`,
		Args:              oneWord("name or file of a population"),
		ValidArgsFunction: completePopulations,
		RunE: func(_ *cobra.Command, args []string) error {
			p, err := folder().Find(args[0])
			if err != nil {
				return err
			}
			text, err := population.Text(p)
			if err != nil {
				return err
			}
			_, err = a.screen.Out.Write(text)
			return err
		},
	}
}

func (a *app) listPopulations() *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "List the populations that are kept",
		Example: `  rolecall population list`,
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			names, err := folder().Names()
			if err != nil {
				return err
			}
			document := render.Populations{}
			for _, name := range names {
				p, err := folder().Find(name)
				if err != nil {
					return err
				}
				document = append(document, render.Population{Name: name, Population: p})
			}
			return a.answer(document)
		},
	}
}

// oneWord takes exactly one argument.
func oneWord(what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) != 1 || strings.TrimSpace(args[0]) == "" {
			return &usageError{"give the " + what + ", for example:\n" + c.Example}
		}
		return nil
	}
}

// completePopulations offers the names of the populations kept to the shell.
func completePopulations(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	names, err := folder().Names()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return names, cobra.ShellCompDirectiveDefault
}
