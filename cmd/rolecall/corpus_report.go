package main

import (
	"context"

	"github.com/spf13/cobra"

	"rolecall/catalog"
	"rolecall/corpus/survey"
	"rolecall/phrase"
	"rolecall/render"
)

func (a *app) corpusReportCommand() *cobra.Command {
	var by []string
	asked := survey.Asked{}
	var copied string
	c := &cobra.Command{
		Use:   "report DIR",
		Short: "Who is quoted in a checked archive, what it repeats, what it covers",
		Long: `Report on an archive that "rolecall corpus check" has checked into a folder: who is
quoted, for how many words, by stated gender and with bounds; which claims are
contradicted and by what row, which several outlets make and where each was first
seen; which titles and people are covered, and all-women slates against the rest.

Texts that are copies of each other, exact or nearly so, count once in each outlet;
--copies says otherwise.`,
		Example: `  rolecall corpus report checked
  rolecall corpus report checked --by outlet,month --copies once
  rolecall corpus report checked --by author --format csv > authors.csv`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return &usageError{"give the folder of a check, for example:\n" + c.Example}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			asked.By = nil
			for _, word := range by {
				field, err := survey.ParseField(word)
				if err != nil {
					return &usageError{"--" + err.Error()}
				}
				asked.By = append(asked.By, field)
			}
			var err error
			if asked.Copies, err = survey.ParseCopies(copied); err != nil {
				return &usageError{"--" + err.Error()}
			}
			if asked.Most < 1 {
				return &usageError{"give a --limit of 1 or more"}
			}
			return a.corpusReport(c.Context(), args[0], asked)
		},
	}
	c.Flags().StringSliceVar(&by, "by", []string{string(survey.Outlet)}, "what to group by: "+phrase.Or(wordsOf(survey.Fields())))
	c.Flags().StringVar(&copied, "copies", string(survey.InOutlet), "how copies of a text count: once in each outlet, once, or each")
	c.Flags().IntVar(&asked.Most, "limit", survey.UsualMost, "list at most this many speakers, claims, titles and people")
	completeWords(c, "by", survey.Fields())
	completeWords(c, "copies", survey.EveryCopies())
	return c
}

func (a *app) corpusReport(ctx context.Context, dir string, asked survey.Asked) error {
	c, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	begun, err := survey.RunOf(dir)
	if err != nil {
		return err
	}
	info, slates := c.Info(), survey.SlatesIn(c)
	if info.Hash != begun.Hash {
		info, slates = catalog.Info{Name: begun.Catalog, Hash: begun.Hash, HandPicked: begun.HandPicked}, nil
	}
	s, err := survey.Of(ctx, dir, a.limits.Memory, asked, slates)
	if err != nil {
		return err
	}
	return a.answer(render.Corpus{Survey: s, Dir: dir, Catalog: info})
}
