package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"rolecall/measure"
	"rolecall/render"
)

func (a *app) personCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "person NAME",
		Short: "One person's credits, and the statements and sources",
		Long: `Show one person's credits, the latest first, and every statement of the person's
gender that the catalog holds, in the source's own words, with the page to check.`,
		Example: `  rolecall person "Melissa Rosenberg"
  rolecall person "是枝裕和"
  rolecall person "Uta Briesewitz" --format json`,
		Args: oneName("person's name"),
		RunE: func(c *cobra.Command, args []string) error {
			return a.person(c.Context(), strings.Join(args, " "))
		},
	}
}

func (a *app) person(ctx context.Context, name string) error {
	c, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	p, err := c.FindPerson(ctx, name)
	if err != nil {
		return err
	}
	career, err := measure.CareerOf(ctx, c, p)
	if err != nil {
		return err
	}
	return a.answer(render.Person{Career: career, Catalog: c.Info()})
}
