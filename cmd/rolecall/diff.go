package main

import (
	"net/url"

	"github.com/spf13/cobra"

	"rolecall"
	"rolecall/format"
	"rolecall/measure"
	"rolecall/population"
	"rolecall/render"
)

func (a *app) diffCommand() *cobra.Command {
	var (
		share shareFlags
		flags populationFlags
		most  int
		site  string
	)
	c := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "What has changed from one catalog to the next",
		Long: `Compare two catalogs: the share of women, or of others, in a role by both, the films
and seasons that stand otherwise than before, and of how many people another gender
is stated, so that a figure that was published can be corrected.

--format atom is a feed of the titles of which all in the role are women now:
made anew with each catalog, it can be followed. Its links lead to a server of the
newer catalog, whose address is --site.`,
		Example: `  rolecall diff catalog-2026-10.duckdb catalog-2026-11.duckdb
  rolecall diff old.duckdb new.duckdb --kind season --network Netflix --role director,writer
  rolecall diff old.duckdb new.duckdb --kind season --role director --format atom --site https://rolecall.example`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 2 {
				return &usageError{"give two catalogs, the older first, for example:\n" + c.Example}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if a.catalog != "" && c.Flags().Changed("catalog") {
				return &usageError{"the catalogs are given as OLD and NEW: leave out --catalog"}
			}
			asked := measure.Comparison{Most: most}
			var err error
			if asked.Roles, asked.Genders, asked.Unit, err = share.share(); err != nil {
				return err
			}
			if asked.Population, err = flags.population(c.Flags()); err != nil {
				return err
			}
			if err := asked.Validate(); err != nil {
				return &usageError{err.Error()}
			}
			at, err := a.siteOfNews(site)
			if err != nil {
				return err
			}
			return a.diff(c, args[0], args[1], asked, &flags, at)
		},
	}
	share.registerCounted(c, []string{string(rolecall.Director)}, rolecall.Credits)
	flags.register(c, population.Fields())
	c.Flags().IntVar(&most, "limit", 20, "list at most this many titles of each kind of change")
	c.Flags().StringVar(&site, "site", "", "the address of a server of the newer catalog, for --format atom")
	return c
}

// siteOfNews is the address that a feed leads to, which it cannot do without.
func (a *app) siteOfNews(site string) (*url.URL, error) {
	isFeed := a.format == format.Atom.Word
	switch at, isPage := pageAddress(site); {
	case site == "" && isFeed:
		return nil, &usageError{"a feed leads to pages: give --site, the address of a server of the newer catalog"}
	case site == "":
		return nil, nil
	case !isFeed:
		return nil, &usageError{"--site is for --format " + format.Atom.Word}
	case !isPage:
		return nil, &usageError{"--site " + site + ": give the whole address of a server, as https://rolecall.example"}
	default:
		return at, nil
	}
}

// pageAddress reads the whole address of a page or a server.
func pageAddress(text string) (at *url.URL, is bool) {
	at, err := url.Parse(text)
	return at, err == nil && (at.Scheme == "https" || at.Scheme == "http") && at.Host != ""
}

func (a *app) diff(command *cobra.Command, before, now string, asked measure.Comparison, flags *populationFlags, site *url.URL) error {
	ctx := command.Context()
	old, err := a.openNamed(ctx, before)
	if err != nil {
		return err
	}
	defer old.Close()
	new, err := a.openNamed(ctx, now)
	if err != nil {
		return err
	}
	defer new.Close()
	if asked.Population, err = flags.inCatalog(ctx, a, new, asked.Population, command.Flags()); err != nil {
		return err
	}
	difference, err := measure.DifferenceOf(ctx, old, new, asked)
	if err != nil {
		return err
	}
	return a.answer(render.Difference{Difference: difference, Site: site})
}
