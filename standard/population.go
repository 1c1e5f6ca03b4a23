package standard

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/population"
)

// Among is the population that the standard can be asked about: where no kind is
// given, the films or seasons of which it speaks. The error says that it speaks of
// neither, or not of the kind given.
func (s *Standard) Among(p population.Population) (population.Population, error) {
	switch p.Kind {
	case "":
		films, seasons := s.AppliesTo(rolecall.Film), s.AppliesTo(rolecall.Season)
		switch {
		case films && !seasons:
			p.Kind = rolecall.Film
		case seasons && !films:
			p.Kind = rolecall.Season
		case !films && !seasons:
			return p, fmt.Errorf("%s speaks of neither films nor seasons, of which populations are", s.ID)
		}
		return p, nil
	case rolecall.Film, rolecall.Season:
		if !s.AppliesTo(p.Kind) {
			return p, fmt.Errorf("%s does not speak of %s; rolecall assess --list says what each speaks of", s.ID, p.Kind.Plural())
		}
		return p, nil
	}
	return p, fmt.Errorf("a pass rate is over films or seasons, not %s: choose --kind film or season", p.Kind.Plural())
}

// PassRate assesses those films and seasons of a population that a reading compares. Beside the errors of
// Among and Over there are those of catalog.EachAlike.
func (s *Standard) PassRate(ctx context.Context, c *catalog.Catalog, p population.Population, reading rolecall.Reading) (Rates, error) {
	p, err := s.Among(p)
	if err != nil {
		return Rates{}, err
	}
	vague, each := 0, s.each
	if !s.isCounted(reading) {
		each = s.eachAlone
	}
	rates, err := s.Over(reading, each(ctx, c, p, reading, &vague))
	rates.Population, rates.Vague = p, vague
	return rates, err
}

// mostAlone is how many titles are looked at one by one, which takes long.
const mostAlone = 3000

// isCounted reports whether a catalog counts all that the standard measures by itself.
func (s *Standard) isCounted(reading rolecall.Reading) bool {
	return !slices.ContainsFunc(s.measures(reading), func(m catalog.Measure) bool { return !isCounted(m) })
}

// TooManyError says that a standard asks what has to be looked up title by title, of too many.
type TooManyError struct {
	ID     string
	Titles int
}

func (e *TooManyError) Error() string {
	return fmt.Sprintf("by %s titles are looked at one by one, and these are %d: choose at most %d, by dates, by a network or by the most voted-for of each year (top)", e.ID, e.Titles, mostAlone)
}

// eachAlone are the films and seasons of a population one by one.
func (s *Standard) eachAlone(ctx context.Context, c *catalog.Catalog, p population.Population, reading rolecall.Reading, vague *int) iter.Seq2[Alike, error] {
	partial := PartialRoles(c.Info().Sources)
	return func(yield func(Alike, error) bool) {
		// What is vague, and whether there is anything, the catalog says of no measures.
		titles := 0
		var err error
		if *vague, err = c.EachAlike(ctx, p, catalog.Measuring{Genders: s.Genders}, func(a catalog.MeasuredAlike) error { titles += a.Titles; return nil }); err == nil && titles > mostAlone {
			err = &TooManyError{s.ID, titles}
		}
		if err != nil {
			yield(Alike{}, err)
			return
		}
		found, err := c.Browse(ctx, catalog.Browsing{Population: p, Order: catalog.ByName, Most: mostAlone, RowsOnly: true})
		if err != nil {
			yield(Alike{}, err)
			return
		}
		for _, t := range found.Rows {
			lineup, err := measure.LineupOf(ctx, c, t, p.Specials)
			if err != nil {
				yield(Alike{}, err)
				return
			}
			if !yield(s.Alone(SubjectOf(lineup, partial...), reading), nil) {
				return
			}
		}
	}
}

// errEnough ends a walk through a population of which no more is wanted.
var errEnough = errors.New("enough")

// each are the films and seasons of a population, measured by the catalog.
func (s *Standard) each(ctx context.Context, c *catalog.Catalog, p population.Population, reading rolecall.Reading, vague *int) iter.Seq2[Alike, error] {
	asked := catalog.Measuring{Measures: s.measures(reading), Genders: s.Genders}
	partial := partialIn(asked.Measures, PartialRoles(c.Info().Sources))
	return func(yield func(Alike, error) bool) {
		var err error
		*vague, err = c.EachAlike(ctx, p, asked, func(a catalog.MeasuredAlike) error {
			for i, m := range asked.Measures {
				a.Measured[i] = partly(m, a.Measured[i], partial[i] && !reading.LeavesOut())
			}
			if !yield(Alike{a.Titles, counts{asked.Measures, a.Measured}}, nil) {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			yield(Alike{}, err)
		}
	}
}

// partialIn says of which measures more people may exist on every leaf title, as a
// source lists only the principal ones of a role. Who leads is known in any case.
func partialIn(measures []catalog.Measure, partial []rolecall.Role) []bool {
	all := make([]bool, len(measures))
	for i, m := range measures {
		all[i] = m.Group != catalog.Lead && slices.ContainsFunc(m.Group.Roles(), func(r rolecall.Role) bool { return slices.Contains(partial, r) })
	}
	return all
}
