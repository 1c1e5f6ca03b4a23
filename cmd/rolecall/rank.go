package main

import (
	"context"

	"github.com/spf13/cobra"

	"rolecall"
	"rolecall/catalog"
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
cannot stand with 13 of 13. Where shares are equal the larger goes first.

--reading credited ranks only titles with a credit in the role on every film or
episode, --reading known only those of them where everybody's gender is stated.`,
		Example: `  rolecall rank --role director --kind season --min-episodes 6
  rolecall rank --role director --kind season --unit titles-any --dates 2018
  rolecall rank --role cinematographer --kind film --top 250 --dates 2018 --limit 50
  rolecall rank --role writer --gender woman,nonbinary --min-people 3
  rolecall rank --role writer --kind season --reading known`,
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
			contest.Role, contest.Genders, contest.Unit, contest.Reading = roles[0], genders, unit, share.reading.Reading
			if contest.Population, err = flags.population(c.Flags()); err != nil {
				return err
			}
			if err := contest.Validate(); err != nil {
				return &usageError{err.Error()}
			}
			return a.rank(c, contest, &flags, share.withMethod)
		},
	}
	share.register(c, rolecall.People)
	flags.register(c, population.Fields())
	c.Flags().IntVar(&least, "min-people", 0, "only titles with at least this many people in the role")
	c.Flags().IntVar(&most, "limit", 20, "list at most this many titles")
	return c
}

func (a *app) rank(command *cobra.Command, contest measure.Contest, flags *populationFlags, withMethod bool) error {
	if err := a.checkMethod(withMethod); err != nil {
		return err
	}
	return a.answerOf(command, flags, contest.Population, func(ctx context.Context, c *catalog.Catalog, p population.Population) (render.Document, error) {
		contest.Population = p
		ranking, err := measure.RankingOf(ctx, c, contest)
		return render.Ranking{Ranking: ranking, Catalog: c.Info(), WithMethod: withMethod}, err
	})
}
