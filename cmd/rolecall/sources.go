package main

import (
	"context"

	"github.com/spf13/cobra"

	"rolecall/catalog"
	"rolecall/render"
)

func (a *app) sourcesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "sources",
		Short: "What the catalog holds, from where, under what licence",
		Long: `Show what the catalog holds, where each part comes from and under what licence,
for how many of the people credited in each role a gender is stated, and the
content hash by which the catalog can be cited.`,
		Example: `  rolecall sources
  rolecall sources --format csv`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error { return a.sources(c.Context(), true) },
	}
}

// sources says what the catalog holds; the coverage only where that is the question, as
// it is not after an import.
func (a *app) sources(ctx context.Context, withCoverage bool) error {
	c, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	holdings, err := c.Holdings(ctx)
	if err != nil {
		return err
	}
	var coverage []catalog.Coverage
	if withCoverage {
		if coverage, err = c.Coverage(ctx); err != nil {
			return err
		}
	}
	return a.answer(render.Sources{Holdings: holdings, Coverage: coverage, Catalog: c.Info(), Path: c.Path()})
}
