package main

import (
	"context"

	"github.com/spf13/cobra"

	"rolecall"
	"rolecall/measure"
	"rolecall/population"
	"rolecall/render"
)

func (a *app) rankCommand() *cobra.Command {
	var (
		share shareFlags
		flags populationFlags
		least int
		most  int
	)
	c := &cobra.Command{
		Use:   "rank",
		Short: "Seasons and films by share, all-women slates first",
		Long: `Rank seasons and films by the share of women, or of others, in a role. The certain
share goes first: who is not known counts as not a woman, and an episode for which
nobody is credited as one who is not known, so that 1 of 1 known beside 12 unknown
cannot stand with 13 of 13. Where shares are equal the larger goes first.`,
		Example: `  rolecall rank --role director --kind season --min-episodes 6
  rolecall rank --role director --kind season --unit titles-any --dates 2018
  rolecall rank --role cinematographer --kind film --top 250 --dates 2018 --limit 50
  rolecall rank --role writer --gender woman,nonbinary --min-people 3`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			contest := measure.Contest{MinPeople: least, Most: most}
			roles, genders, unit, err := share.share()
			if err != nil {
				return err
			}
			if len(roles) != 1 {
				return &usageError{"give one role to rank by, such as --role director"}
			}
			contest.Role, contest.Genders, contest.Unit = roles[0], genders, unit
			if contest.Population, err = flags.population(c.Flags()); err != nil {
				return err
			}
			if err := contest.Validate(); err != nil {
				return &usageError{err.Error()}
			}
			return a.rank(c.Context(), contest, share.withMethod)
		},
	}
	share.register(c, rolecall.People)
	flags.register(c, population.Fields())
	c.Flags().IntVar(&least, "min-people", 0, "only titles with at least this many people in the role")
	c.Flags().IntVar(&most, "limit", 20, "list at most this many titles")
	return c
}

func (a *app) rank(ctx context.Context, contest measure.Contest, withMethod bool) error {
	if err := a.checkMethod(withMethod); err != nil {
		return err
	}
	c, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	ranking, err := measure.RankingOf(ctx, c, contest)
	if err != nil {
		return err
	}
	return a.answer(render.Ranking{Ranking: ranking, Catalog: c.Info(), WithMethod: withMethod})
}
