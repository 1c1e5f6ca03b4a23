package standard

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"rolecall"
	"rolecall/catalog"
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
	vague := 0
	rates, err := s.Over(reading, s.each(ctx, c, p, reading, &vague))
	rates.Population, rates.Vague = p, vague
	return rates, err
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
