package main

import (
	"github.com/spf13/cobra"
)

func (a *app) corpusCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "corpus",
		Short: "Archives of articles: checked on all cores, and reported on",
		Long: `Check whole archives as "rolecall check" checks an article, and report who is quoted
in them, which claims they repeat, and which titles and people they cover.`,
		Example: `  rolecall corpus check archive/ --out checked
  rolecall corpus report checked --by outlet`,
		Args: noSuchCommand,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(a.corpusCheckCommand(), a.corpusReportCommand())
	return c
}
