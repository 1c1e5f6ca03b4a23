package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"rolecall/export"
	"rolecall/phrase"
	"rolecall/population"
)

func (a *app) exportCommand() *cobra.Command {
	var (
		flags populationFlags
		as    string
		order export.Order
	)
	c := &cobra.Command{
		Use:   "export FOLDER",
		Short: "The catalog, or a population of it, as files for data frames and databases",
		Long: `Write the documented views of the catalog ("rolecall sql" lists them) into a new
folder, as Parquet, CSV or JSON lines, with a README.md, a Frictionless data package
(datapackage.json) and a Croissant description (croissant.json).

The licence of each source decides what is written: rows of a source that does not
let them be passed on, as IMDb, are left out and counted. --private-use writes them
too, for an export that stays on this machine.`,
		Example: `  rolecall export data
  rolecall export data --kind season --network Netflix --dates 2010..2018 --as csv
  rolecall export data --kind film --dates 2018 --private-use`,
		Args: oneWord("folder to write"),
		RunE: func(c *cobra.Command, args []string) error {
			var err error
			if order.Form, err = export.ParseForm(as); err != nil {
				return &usageError{"--as: " + err.Error()}
			}
			if order.Population, err = flags.population(c.Flags()); err != nil {
				return err
			}
			order.Program = version()
			return a.export(c, args[0], &flags, order)
		},
	}
	flags.register(c, population.Fields())
	c.Flags().StringVar(&as, "as", export.Forms()[0].Word, "what files to write: "+phrase.Or(phrase.Each(export.Forms(), func(f export.Form) string { return f.Word })))
	c.Flags().BoolVar(&order.PrivateUse, "private-use", false, "write rows too that may not be passed on: the export stays on this machine")
	completeWords(c, "as", phrase.Each(export.Forms(), func(f export.Form) string { return f.Word }))
	return c
}

func (a *app) export(command *cobra.Command, folder string, flags *populationFlags, order export.Order) error {
	ctx := command.Context()
	c, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	if order.Population, err = flags.inCatalog(ctx, a, c, order.Population, command.Flags()); err != nil {
		return err
	}
	written, err := export.Write(ctx, c, folder, order)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.notes, "written into %s: %d files of %s; begin with README.md\n", written.Folder, len(written.Files), order.Form.Name)
	for _, caveat := range written.Caveats() {
		fmt.Fprintln(a.notes, caveat)
	}
	return nil
}
