package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rolecall"
	"rolecall/catalog"
	"rolecall/fault"
	"rolecall/format"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/population"
	"rolecall/render"
)

// titleFlags say which title is meant.
type titleFlags struct {
	season, episode, year int
	kind                  string
	specials              bool
	// hasSeason and hasEpisode tell 0, the specials, from nothing asked.
	hasSeason, hasEpisode bool
}

func (a *app) showCommand() *cobra.Command {
	var (
		f          titleFlags
		among      populationFlags
		reading    readingFlag
		withMethod bool
	)
	c := &cobra.Command{
		Use:   "show TITLE",
		Short: "Who is in front of the camera, and who is behind it",
		Long: `Show who is in front of the camera of a title and who is behind it: role by role
with counts, shares and what is not known, episode by episode, and name by name.

A series is summed over its seasons. Case, accents and a leading article do not
matter; TITLE may also be an identifier, as "rolecall search" lists them.

"How unusual" says of a season or film how many comparable ones stand at or above
it: those first shown in the same year, and seasons of 6 or more episodes, unless
the flags that choose titles say otherwise; with --reading, only those credited or
known in the role throughout. A hand-picked catalog cannot tell.`,
		Example: `  rolecall show "Jessica Jones" --season 2
  rolecall show "Jessica Jones" --season 2 --dates 2010..2018 --network Netflix
  rolecall show "Jessica Jones"
  rolecall show "Lady Bird" --year 2017
  rolecall show "Big Little Lies" --season 2 --episode 1
  rolecall show jessica-jones/2 --format csv > credits.csv`,
		Args:              oneName("title"),
		ValidArgsFunction: a.completeTitles,
		RunE: func(c *cobra.Command, args []string) error {
			f.changed(c)
			return a.show(c, strings.Join(args, " "), f, among, render.Show{Reading: reading.Reading, WithMethod: withMethod})
		},
	}
	f.register(c)
	among.register(c, population.Without(population.Fields(), titleFields...))
	reading.register(c)
	c.Flags().BoolVar(&withMethod, "method", false, "say how unusual the title is in words to paste, and how to cite it")
	return c
}

func (f *titleFlags) register(c *cobra.Command) {
	c.Flags().IntVar(&f.season, "season", 0, "the season's number (0: specials)")
	c.Flags().IntVar(&f.episode, "episode", 0, "the episode's number within the season")
	c.Flags().IntVar(&f.year, "year", 0, "the year of first showing, where several titles share a name")
	c.Flags().StringVar(&f.kind, "kind", "", "the kind of title: series, film, season or episode")
	c.Flags().BoolVar(&f.specials, "specials", false, "count the specials (season 0) of a series too")
	completeWords(c, "kind", rolecall.Kinds())
}

// changed notes which of the flags were given.
func (f *titleFlags) changed(c *cobra.Command) {
	f.hasSeason, f.hasEpisode = c.Flags().Changed("season"), c.Flags().Changed("episode")
}

func (a *app) show(command *cobra.Command, name string, f titleFlags, among populationFlags, show render.Show) error {
	if err := a.checkMethod(show.WithMethod); err != nil {
		return err
	}
	ctx := command.Context()
	c, lineup, err := a.lineup(ctx, name, f)
	if person, is := a.onlyPerson(err); is {
		fmt.Fprintf(a.stderr, "rolecall: no title is named %q, but a person is: rolecall person %s\n", name, fault.ShellWord(person))
		return a.person(ctx, person)
	}
	if err != nil {
		return err
	}
	defer c.Close()
	show.Lineup, show.Catalog = lineup, c.Info()
	if t := lineup.Title; t.Kind == rolecall.Season || t.Kind == rolecall.Film {
		if show.Rarity, show.Unverifiable, err = a.rarity(ctx, command, c, t, among); err != nil {
			return err
		}
	}
	return a.answer(show)
}

// onlyPerson is the one person of the very name for which there is no title, where
// the answer is for a reader: a program expects a title's columns.
func (a *app) onlyPerson(err error) (id string, is bool) {
	missing, isMissing := errors.AsType[*catalog.NotFoundError](err)
	f, fault := format.Parse(a.format)
	if !isMissing || len(missing.Others) != 1 || fault != nil || f.Part != format.Blocks {
		return "", false
	}
	return missing.Others[0].ID, true
}

// rarity says how unusual a title is, or why that cannot be told.
func (a *app) rarity(ctx context.Context, command *cobra.Command, c *catalog.Catalog, t rolecall.Title, among populationFlags) (*measure.Rarity, error, error) {
	p, err := among.change(measure.Comparables(t), command.Flags())
	if err != nil {
		return nil, nil, err
	}
	if p, err = among.inCatalog(ctx, a, c, p, command.Flags()); err != nil {
		return nil, nil, err
	}
	p.Kind = t.Kind
	if err := p.Validate(); err != nil {
		return nil, nil, &usageError{err.Error()}
	}
	return measure.Unusual(ctx, c, t, p, []rolecall.Gender{rolecall.Woman})
}

// lineup opens the catalog and counts the title that a name and flags mean. The
// caller closes the catalog, unless there is an error.
func (a *app) lineup(ctx context.Context, name string, f titleFlags) (*catalog.Catalog, measure.Lineup, error) {
	which := catalog.Which{Year: f.year}
	if f.kind != "" {
		var err error
		if which.Kind, err = rolecall.ParseKind(f.kind); err != nil {
			return nil, measure.Lineup{}, &usageError{err.Error()}
		}
	}
	c, err := a.open(ctx)
	if err != nil {
		return nil, measure.Lineup{}, err
	}
	lineup, err := lineupIn(ctx, c, name, which, f)
	if err != nil {
		return nil, measure.Lineup{}, errors.Join(err, c.Close())
	}
	return c, lineup, nil
}

func lineupIn(ctx context.Context, c *catalog.Catalog, name string, which catalog.Which, f titleFlags) (measure.Lineup, error) {
	t, err := c.FindTitle(ctx, name, which)
	if err != nil {
		return measure.Lineup{}, err
	}
	if t, err = within(ctx, c, t, f); err != nil {
		return measure.Lineup{}, err
	}
	return measure.LineupOf(ctx, c, t, f.specials)
}

// within goes from a series to the season and from a season to the episode asked
// for. A series of one season needs no season named.
func within(ctx context.Context, c *catalog.Catalog, t rolecall.Title, f titleFlags) (rolecall.Title, error) {
	if (f.hasSeason || f.hasEpisode) && t.Kind.IsLeaf() {
		return t, &usageError{fmt.Sprintf("%s is %s: leave out --season and --episode", t.Label(), phrase.A(string(t.Kind)))}
	}
	if f.hasSeason && t.Kind == rolecall.Season {
		return t, &usageError{fmt.Sprintf("%s is a season already: leave out --season", t.Label())}
	}
	season := f.season
	if f.hasEpisode && !f.hasSeason && t.Kind == rolecall.Series {
		seasons, err := c.Seasons(ctx, t.ID)
		if err != nil {
			return t, err
		}
		if len(seasons) != 1 {
			return t, &usageError{fmt.Sprintf("%s has %d seasons: say which with --season", t.Label(), len(seasons))}
		}
		season = seasons[0].Season
	}
	if t.Kind == rolecall.Series && (f.hasSeason || f.hasEpisode) {
		var err error
		if t, err = c.Season(ctx, t, season); err != nil {
			return t, err
		}
	}
	if f.hasEpisode {
		return c.Episode(ctx, t, f.episode)
	}
	return t, nil
}

// completeTitles offers names of titles to the shell.
func (a *app) completeTitles(c *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	held, err := a.open(c.Context())
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	defer held.Close()
	text := strings.Join(append(args, begun), " ")
	near, err := held.Suggest(c.Context(), text, []rolecall.Kind{rolecall.Series, rolecall.Film}, 20)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var names []string
	for _, t := range near {
		names = append(names, fmt.Sprintf("%s\t%s", t.ID, t.Label()))
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}
