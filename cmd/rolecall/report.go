package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rolecall"
	"rolecall/catalog"
	"rolecall/format"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/population"
	"rolecall/render"
)

// shareFlags say whose share of what is asked for.
type shareFlags struct {
	roles, genders []string
	unit           string
	reading        readingFlag
	withMethod     bool
}

// readingFlag says what a number makes of what is not known.
type readingFlag struct{ rolecall.Reading }

func (f *readingFlag) register(c *cobra.Command) {
	c.Flags().Var(f, "reading", "what becomes of what is not known: bounds (it counts both ways), credited (titles without a credit are left out) or known (people whose gender is not stated are left out too)")
	completeWords(c, "reading", rolecall.Readings())
}

func (f *readingFlag) String() string { return string(cmp.Or(f.Reading, rolecall.Bounds)) }
func (f *readingFlag) Type() string   { return "reading" }

func (f *readingFlag) Set(text string) (err error) {
	f.Reading, err = rolecall.ParseReading(text)
	return err
}

func (f *shareFlags) register(c *cobra.Command, unit rolecall.Unit) {
	f.registerCounted(c, nil, unit)
	f.reading.register(c)
	c.Flags().BoolVar(&f.withMethod, "method", false, "say how the numbers were come to, in words to paste, and how to cite them")
}

// registerCounted has the flags that say what is counted; the roles are those unless
// others are named.
func (f *shareFlags) registerCounted(c *cobra.Command, roles []string, unit rolecall.Unit) {
	c.Flags().StringSliceVar(&f.roles, "role", roles, "the role, or roles: director, writer, lead (the cast member billed first) and so on")
	c.Flags().StringSliceVar(&f.genders, "gender", []string{string(rolecall.Woman)}, "whose share it is: woman, man, nonbinary, or several")
	c.Flags().StringVar(&f.unit, "unit", string(unit), "what is counted: credits, people, titles-any (with at least one) or titles-all (where all are)")
	completeWords(c, "role", measure.TalliedRoles())
	completeWords(c, "gender", rolecall.Genders()[:3])
	completeWords(c, "unit", rolecall.Units())
}

// share is what the flags say, or a usage error.
func (f *shareFlags) share() (roles []rolecall.Role, genders []rolecall.Gender, unit rolecall.Unit, err error) {
	if roles, err = parsed(f.roles, measure.ParseRole); err != nil {
		return nil, nil, "", err
	}
	if genders, err = parsed(f.genders, rolecall.ParseGender); err != nil {
		return nil, nil, "", err
	}
	if unit, err = rolecall.ParseUnit(f.unit); err != nil {
		return nil, nil, "", &usageError{err.Error()}
	}
	return roles, genders, unit, nil
}

// parsed reads each of some words once.
func parsed[T comparable](words []string, parse func(string) (T, error)) ([]T, error) {
	var all []T
	for _, word := range words {
		one, err := parse(strings.TrimSpace(word))
		if err != nil {
			return nil, &usageError{err.Error()}
		}
		if !slices.Contains(all, one) {
			all = append(all, one)
		}
	}
	return all, nil
}

func (a *app) reportCommand() *cobra.Command {
	var (
		share                 shareFlags
		flags                 populationFlags
		by, given, first      string
		billed, makers, chart string
		sample, means         bool
	)
	c := &cobra.Command{
		Use:   "report",
		Short: "Shares by role and by year, genre, country and more",
		Long: `Report whose share of which roles it is among the titles of a population: each
row with its count, the share by its lower and upper bound, the share of those
stated, how many those are, and how many are credited at all.

What is not known counts both ways, as bounds. --reading credited leaves out films
and episodes without a credit in the role, and --reading known people whose gender
is not stated as well; how much that leaves is said beside each share.

Without --kind, films and seasons are counted; a season's credits are those of its
episodes. --given tells films and episodes apart by who holds another role on them.
--first counts those who hold a role for the first time.`,
		Example: `  rolecall report --role director --by year
  rolecall report --kind season --network Netflix --dates 2010..2018 --min-episodes 6
  rolecall report --kind film --top 250 --dates 2018 --role director,writer,producer,editor,cinematographer
  rolecall report --kind episode --dates 2017-06-01..2018-05-31 --role director --unit titles-any
  rolecall report --kind film --role writer,editor,cinematographer --given director=woman
  rolecall report --kind film --role director,editor --by year --reading known
  rolecall report --kind film --role director --by budget=15M,100M
  rolecall report --role director --by kind,year=2010,2015
  rolecall report --kind season --first director --by year
  rolecall report --kind film --billed 1..3 --by year
  rolecall report --kind film --role director --makers team --unit titles-any
  rolecall report --role director --by year --chart directors.svg --method`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			q, err := question(share, by, given, sample)
			if err != nil {
				return err
			}
			if first != "" {
				if err := askFirst(&q, first, c.Flags().Changed("unit")); err != nil {
					return err
				}
			}
			q.Means = means
			if err := askHeld(&q, billed, makers); err != nil {
				return err
			}
			if q.Population, err = flags.population(c.Flags()); err != nil {
				return err
			}
			if err := q.Validate(); err != nil {
				return &usageError{err.Error()}
			}
			return a.reportOn(c, q, &flags, share.withMethod, chart)
		},
	}
	share.register(c, rolecall.Credits)
	flags.register(c, population.Fields())
	c.Flags().StringVar(&by, "by", "", "break the titles down by "+catalog.BysInWords()+", or by two: year,genre; with bounds: age=30,40")
	c.Flags().StringVar(&given, "given", "", "tell films and episodes apart by who holds another role, such as director=woman")
	c.Flags().StringVar(&first, "first", "", "count the people whose first credit in this role it is, such as director")
	completeWords(c, "first", rolecall.Roles())
	c.Flags().StringVar(&billed, "billed", "", "of the cast, those billed so high: 1..3 the first three, 2.. all but the lead")
	c.Flags().StringVar(&makers, "makers", "", "only films and episodes on which one person holds the role (sole), or several (team)")
	completeWords(c, "makers", []catalog.Makers{catalog.MadeBySole, catalog.MadeByTeam})
	c.Flags().BoolVar(&means, "mean", false, "add the mean of the shares on each film or episode")
	c.Flags().BoolVar(&sample, "sample", false, "the titles are a sample of more: add 95 % intervals")
	c.Flags().StringVar(&chart, "chart", "", "draw the shares into this file too: .svg, .png or .vl.json (Vega-Lite)")
	completeWords(c, "by", catalog.Bys())
	return c
}

// question is what the flags of a report ask.
func question(share shareFlags, by, given string, sample bool) (q measure.Question, err error) {
	q.Sample, q.Reading = sample, share.reading.Reading
	if q.Roles, q.Genders, q.Unit, err = share.share(); err != nil {
		return q, err
	}
	if q.By, err = catalog.ParseBreakdown(by); err != nil {
		return q, &usageError{"--by: " + err.Error()}
	}
	if given != "" {
		q.Given, err = parseGiven(given)
	}
	return q, err
}

// askFirst has a question count those whose first credit in a role it is.
func askFirst(q *measure.Question, text string, hasUnit bool) error {
	role, err := measure.ParseRole(text)
	switch {
	case err != nil:
		return &usageError{"--first: " + err.Error()}
	case len(q.Roles) > 0 && !slices.Equal(q.Roles, []rolecall.Role{role}):
		return &usageError{"--first says the role, so leave --role out"}
	case !hasUnit:
		q.Unit = rolecall.People
	}
	q.First, q.Roles = true, []rolecall.Role{role}
	return nil
}

// askHeld narrows a question by the billing of the cast and by how many hold a role.
func askHeld(q *measure.Question, billed, makers string) (err error) {
	if billed != "" {
		if q.Billed, err = rolecall.ParseBilled(billed); err != nil {
			return &usageError{"--billed: " + err.Error()}
		}
		if len(q.Roles) == 0 {
			q.Roles = []rolecall.Role{rolecall.Cast}
		}
	}
	if q.Makers, err = catalog.ParseMakers(makers); err != nil {
		return &usageError{"--makers: " + err.Error()}
	}
	return nil
}

// parseGiven reads "director=woman" or "director=woman+nonbinary".
func parseGiven(text string) (*catalog.Given, error) {
	role, genders, found := strings.Cut(text, "=")
	if !found {
		return nil, &usageError{fmt.Sprintf("--given: %q names no role and gender: write director=woman", text)}
	}
	var given catalog.Given
	var err error
	if given.Role, err = measure.ParseRole(role); err != nil {
		return nil, &usageError{"--given: " + err.Error()}
	}
	given.Genders, err = parsed(strings.FieldsFunc(genders, func(r rune) bool { return r == '+' || r == ',' }), rolecall.ParseGender)
	return &given, err
}

func (a *app) reportOn(command *cobra.Command, q measure.Question, flags *populationFlags, withMethod bool, chart string) error {
	ctx := command.Context()
	if err := a.checkMethod(withMethod); err != nil {
		return err
	}
	if chart != "" {
		if _, err := render.ChartFormOf(chart); err != nil {
			return &usageError{"--chart: " + err.Error()}
		}
	}
	discreet := *a
	discreet.limits.Discreet = true
	c, err := discreet.open(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	if c.Info().LeastTold > 0 && !command.Flags().Changed("unit") {
		q.Unit = rolecall.People
	}
	if q.Population, err = flags.inCatalog(ctx, a, c, q.Population, command.Flags()); err != nil {
		return err
	}
	report, err := measure.ReportOn(ctx, c, q)
	if err != nil {
		return err
	}
	answer := render.Report{Report: report, Catalog: c.Info(), WithMethod: withMethod}
	if chart != "" {
		if err := render.WriteChart(chart, answer); err != nil {
			return err
		}
		fmt.Fprintf(a.notes, "drawn into %s\n", chart)
	}
	return a.answer(answer)
}

// checkMethod refuses to put a paragraph where only rows belong.
func (a *app) checkMethod(withMethod bool) error {
	if f, err := format.Parse(a.format); err == nil && withMethod && f.Part == format.Rows {
		return &usageError{"--method is text, which " + a.format + " has no place for: choose " + phrase.Or(format.WordsBut(format.Rows))}
	}
	return nil
}
