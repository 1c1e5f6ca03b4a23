package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rolecall/population"
	"rolecall/render"
)

// populationFlags are the flags that say which titles are meant, the same in every
// command that has them: those of the table of fields, a population that is kept, and
// where to write what is not found of a list.
type populationFlags struct {
	// fields are those offered as flags, borrowed those whose flags are offered for
	// something else too.
	fields, borrowed []population.Field
	kept, unmatched  string
	// unkept is set where no population is kept under the name, so that it is that of a
	// list of the catalog, or of nothing.
	unkept *population.UnkeptError
}

// titleFields are those that a title's own flags say, where one title is meant.
var titleFields = []string{"kind", "series", "specials"}

// register offers some fields as flags.
func (f *populationFlags) register(c *cobra.Command, fields []population.Field) {
	f.fields = fields
	flags := c.Flags()
	flags.StringVar(&f.kept, "population", "", "the titles of a population that is kept by name or in a .yaml file, or of a list of the catalog; other flags change it")
	for _, field := range fields {
		registerField(flags, field)
		if len(field.Choices) > 0 {
			completeWords(c, field.Flag, field.Choices)
		}
		if field.Type == population.Identifiers {
			flags.StringVar(&f.unmatched, "unmatched", "", "write the rows of --titles that are no title of the catalog, or of several, into this CSV file")
		}
	}
}

func registerField(flags *pflag.FlagSet, field population.Field) {
	switch field.Type {
	case population.Number:
		flags.Int(field.Flag, 0, field.Help)
	case population.YesNo:
		flags.Bool(field.Flag, false, field.Help)
	case population.Names:
		flags.StringSlice(field.Flag, nil, field.Help+" (may be repeated)")
	default:
		flags.String(field.Flag, "", field.Help)
	}
}

// names are the names of the flags.
func (f *populationFlags) names() []string {
	names := []string{"population", "unmatched"}
	for _, field := range f.fields {
		names = append(names, field.Flag)
	}
	return names
}

// folder is where populations are kept by name.
func folder() population.Folder {
	return population.Folder(filepath.Join(xdg.ConfigHome, "rolecall", "populations"))
}

// population is what the flags say, or a usage error. The titles of a list are
// those of its file once inCatalog has found them.
func (f *populationFlags) population(flags *pflag.FlagSet) (population.Population, error) {
	return f.change(population.Population{}, flags)
}

// change is what a population becomes by the flags given.
func (f *populationFlags) change(p population.Population, flags *pflag.FlagSet) (population.Population, error) {
	if f.kept != "" {
		var err error
		p, err = folder().Find(f.kept)
		if unkept, is := errors.AsType[*population.UnkeptError](err); is {
			f.unkept = unkept
		} else if err != nil {
			return p, &usageError{"--population: " + err.Error()}
		}
	}
	for _, field := range slices.Concat(f.fields, f.borrowed) {
		given := flags.Lookup(field.Flag)
		if !given.Changed || field.Type == population.Identifiers {
			continue
		}
		if slices.ContainsFunc(field.Instead, flags.Changed) {
			return p, &usageError{fmt.Sprintf("give --%s, or --%s, not both", field.Flag, strings.Join(field.Instead, " and --"))}
		}
		if err := field.Set(&p, valuesOf(given)...); err != nil {
			return p, &usageError{"--" + field.Flag + ": " + err.Error()}
		}
	}
	if err := p.Validate(); err != nil {
		return p, &usageError{err.Error()}
	}
	return p, nil
}

// valuesOf are what a flag was given.
func valuesOf(given *pflag.Flag) []string {
	if several, is := given.Value.(pflag.SliceValue); is {
		return several.GetSlice()
	}
	return []string{given.Value.String()}
}

func (a *app) populationCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "population",
		Short: "Keep the titles a number is about, to count them again",
		Long: `A population is the set of titles a number is about, as a filter. It can be kept
under a name, or written to a file that goes with the number, and given to every
command that counts with --population.`,
		Example: `  rolecall population save top250 --kind film --top 250 --dates 2010..2018
  rolecall population save favourites --titles letterboxd.csv
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
			if c.Flags().Changed("titles") || flags.unkept != nil {
				held, err := a.open(c.Context())
				if err != nil {
					return err
				}
				defer held.Close()
				if p, err = flags.inCatalog(c.Context(), a, held, p, c.Flags()); err != nil {
					return err
				}
			}
			path, err := folder().Save(args[0], p)
			if err != nil {
				return err
			}
			fmt.Fprintf(a.notes, "kept in %s: %s\n", path, p.Words())
			return nil
		},
	}
	flags.register(c, population.Fields())
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
