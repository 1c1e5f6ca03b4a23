package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"rolecall/population"
	"rolecall/render"
	"rolecall/standard"
)

// registerAmong offers the flags that choose titles, but for --kind and --specials,
// which are those of a title too.
func (f *assessFlags) registerAmong(c *cobra.Command) {
	all := population.Fields()
	f.among.register(c, population.Without(all, ofTitleToo...))
	f.among.borrowed = slices.DeleteFunc(all, func(f population.Field) bool { return !slices.Contains(ofTitleToo, f.Key) })
}

// ofTitleToo are the fields that have a flag of the same name for one title; titleOnly
// are the flags that speak of one title alone.
var (
	ofTitleToo = []string{"kind", "specials"}
	titleOnly  = []string{"season", "episode", "year"}
)

// checkFlags refuses flags that speak of one title where many are meant, and the
// other way round.
func (f *assessFlags) checkFlags(c *cobra.Command, hasTitle bool) error {
	wrong, remedy := titleOnly, "give a title with it"
	if hasTitle {
		wrong, remedy = f.among.names(), "leave out the title to assess many"
	}
	for _, flag := range wrong {
		if c.Flags().Changed(flag) {
			return &usageError{fmt.Sprintf("--%s: %s", flag, remedy)}
		}
	}
	return nil
}

// many reports whether a population is asked about: no title is given, and a
// standard or a flag that chooses titles is.
func (f *assessFlags) many(c *cobra.Command) bool {
	return f.chosen() || slices.ContainsFunc(append(f.among.names(), "kind"), c.Flags().Changed)
}

// passRates says how many titles of a population meet the standards.
func (a *app) passRates(c *cobra.Command, f assessFlags) error {
	if err := f.checkFlags(c, false); err != nil {
		return err
	}
	p, err := f.among.population(c.Flags())
	if err != nil {
		return err
	}
	asked, err := f.standards()
	if err != nil {
		return err
	}
	if !f.chosen() {
		asked = slices.DeleteFunc(slices.Clone(asked), func(s *standard.Standard) bool {
			_, err := s.Among(p)
			return err != nil
		})
	}
	return a.rate(c, asked, p, f)
}

func (a *app) rate(c *cobra.Command, asked standard.Set, p population.Population, f assessFlags) error {
	ctx := c.Context()
	for _, s := range asked {
		if _, err := s.Among(p); err != nil {
			return err
		}
	}
	if len(asked) == 0 {
		return &usageError{"a pass rate is over films or seasons: choose --kind film or season"}
	}
	held, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer held.Close()
	if p, err = f.among.inCatalog(ctx, a, held, p, c.Flags()); err != nil {
		return err
	}
	answer := render.PassRates{Reading: f.reading.Reading, Catalog: held.Info(), WithMethod: f.method}
	for _, s := range asked {
		rates, err := s.PassRate(ctx, held, p, f.reading.Reading)
		if many, is := errors.AsType[*standard.TooManyError](err); is && !f.chosen() {
			fmt.Fprintf(a.notes, "Left out: %v.\n", many)
			continue
		}
		if err != nil {
			return err
		}
		answer.Rates = append(answer.Rates, rates)
	}
	return a.answer(answer)
}
