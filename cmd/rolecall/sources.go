package main

import (
	"context"

	"github.com/spf13/cobra"

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
		RunE: func(c *cobra.Command, _ []string) error { return a.sources(c.Context()) },
	}
}

func (a *app) sources(ctx context.Context) error {
	c, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	holdings, err := c.Holdings(ctx)
	if err != nil {
		return err
	}
	coverage, err := c.Coverage(ctx)
	if err != nil {
		return err
	}
	return a.answer(render.Sources{Holdings: holdings, Coverage: coverage, Catalog: c.Info(), Path: c.Path()})
}
