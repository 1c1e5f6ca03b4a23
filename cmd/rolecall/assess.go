package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rolecall/phrase"
	"rolecall/render"
	"rolecall/standard"
)

// assessFlags say by what a title is assessed.
type assessFlags struct {
	title        titleFlags
	among        populationFlags
	names, files []string
	reading      readingFlag
	list, method bool
}

func (a *app) assessCommand() *cobra.Command {
	var f assessFlags
	c := &cobra.Command{
		Use:   "assess [TITLE]",
		Short: "What published standards say of a title, or of all titles of a population",
		Long: `Assess a title by published standards: the F-Rating, the ReFrame Stamp and others.
Each criterion comes out as met, not met, unknown (with who is missing), needing
a judgement (credits do not show it), or counted (the standard sets no
threshold); and what would meet it.

Without a title, films or seasons are assessed one by one, those that the flags
choose: how many meet a standard for certain, how many do not, and of how many it
cannot be told. What a standard only counts is summed.

A verdict holds whatever the unknown turns out to be. --reading credited takes those
credited for all there are, --reading known those whose gender is stated, and says
how far they are known.

Without --standard, all standards that speak of the kind of title are asked. A
standard of your own is a YAML file: docs/standards.md shows how to write one.`,
		Example: `  rolecall assess "Jessica Jones" --season 2
  rolecall assess "Lady Bird" --standard f-rating
  rolecall assess "Lady Bird" --standard triple-f-rating --method
  rolecall assess "Jessica Jones" --season 2 --file my-rule.yaml
  rolecall assess --standard f-rating-2018 --dates 2010..2018
  rolecall assess --standard f-rating-2018 --reading credited
  rolecall assess --standard celluloid-ceiling --top 250 --dates 2018 --method
  rolecall assess --list`,
		Args: func(c *cobra.Command, args []string) error {
			if f.list {
				return noArguments(c, args)
			}
			if len(args) == 0 && f.many(c) {
				return nil
			}
			return oneName("title")(c, args)
		},
		ValidArgsFunction: a.completeTitles,
		RunE: func(c *cobra.Command, args []string) error {
			if err := a.checkMethod(f.method); err != nil {
				return err
			}
			if len(args) == 0 && !f.list {
				return a.passRates(c, f)
			}
			if err := f.checkFlags(c, true); err != nil {
				return err
			}
			f.title.changed(c)
			return a.assess(c.Context(), strings.Join(args, " "), f)
		},
	}
	f.title.register(c)
	f.registerAmong(c)
	c.Flags().StringSliceVar(&f.names, "standard", nil, "a standard to assess by (may be repeated); --list lists them")
	c.Flags().StringArrayVar(&f.files, "file", nil, "a YAML file with a standard of your own (may be repeated)")
	f.reading.register(c)
	c.Flags().BoolVar(&f.list, "list", false, "list the standards that come with the program")
	c.Flags().BoolVar(&f.method, "method", false, "add how it was counted and how to cite it, to be pasted into a text")
	completeStandards(c)
	return c
}

// completeStandards offers the shipped standards to the shell, and YAML files.
func completeStandards(c *cobra.Command) {
	offer := func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		var words []string
		for _, s := range standard.Shipped() {
			words = append(words, s.ID+"\t"+s.Name)
		}
		return words, cobra.ShellCompDirectiveNoFileComp
	}
	if err := c.RegisterFlagCompletionFunc("standard", offer); err != nil {
		panic(err) // the flag is misspelt in this file
	}
	if err := c.MarkFlagFilename("file", "yaml", "yml"); err != nil {
		panic(err)
	}
}

func (a *app) assess(ctx context.Context, name string, f assessFlags) error {
	asked, err := f.standards()
	if err != nil {
		return err
	}
	if f.list {
		return a.answer(render.Standards{Set: asked})
	}
	c, lineup, err := a.lineup(ctx, name, f.title)
	if err != nil {
		return err
	}
	defer c.Close()
	if !f.chosen() {
		asked = asked.For(lineup.Title.Kind)
	}
	answer := render.Assess{Title: lineup.Title, Reading: f.reading.Reading, WithMethod: f.method, Catalog: c.Info()}
	subject := standard.SubjectOf(lineup, standard.PartialRoles(c.Info().Sources)...)
	for _, s := range asked {
		if !s.AppliesTo(lineup.Title.Kind) {
			return fmt.Errorf("%s speaks of %s, and %s is %s; rolecall assess --list says what each speaks of",
				s.ID, phrase.Kinds(s.Kinds), lineup.Title.Label(), phrase.A(string(lineup.Title.Kind)))
		}
		assessment, err := s.Assess(subject, f.reading.Reading)
		if err != nil {
			return err
		}
		answer.Assessments = append(answer.Assessments, assessment)
	}
	return a.answer(answer)
}

// chosen reports whether standards were asked for by name or file.
func (f assessFlags) chosen() bool { return len(f.names)+len(f.files) > 0 }

// standards are those asked for, in the order asked, or all that are shipped.
func (f assessFlags) standards() (standard.Set, error) {
	shipped := standard.Shipped()
	var asked standard.Set
	for _, name := range f.names {
		one, err := shipped.Find(name)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(asked, one) {
			asked = append(asked, one)
		}
	}
	for _, file := range f.files {
		one, err := standard.Load(file)
		if err != nil {
			return nil, err
		}
		asked = append(asked, one)
	}
	if !f.chosen() {
		return shipped, nil
	}
	return asked, nil
}
