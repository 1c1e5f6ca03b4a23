package population

import (
	"cmp"
	"slices"
	"strings"

	"rolecall"
)

// Validate refuses a filter that no title can pass.
func (p Population) Validate() error {
	for _, f := range fields {
		if f.check == nil || !f.Asked(p) {
			continue
		}
		if err := f.check(p); err != nil {
			return err
		}
	}
	return nil
}

// Narrows reports whether the population asks anything of a title beside its kind.
func (p Population) Narrows() bool {
	return slices.ContainsFunc(fields, func(f Field) bool { return !f.IsFrame && f.Asked(p) })
}

// Holds reports whether a title passes the filter. Top is left aside, as it is
// about the others of the year: Of has it.
func (p Population) Holds(t rolecall.Title) bool {
	return !slices.ContainsFunc(fields, func(f Field) bool { return !f.holds(p, t) })
}

// Of are the titles of a population, of all there are, in the order of their
// identifiers: those of some kinds where it names none. A season or episode without
// votes has those of its series.
func (p Population) Of(all []rolecall.Title, kinds ...rolecall.Kind) []rolecall.Title {
	votes := make(map[string]int)
	for _, t := range all {
		votes[t.ID] = t.Votes
	}
	most := func(t rolecall.Title) int64 { return p.topBy().of(t, votes[t.SeriesID]) }
	held := slices.DeleteFunc(slices.Clone(all), func(t rolecall.Title) bool {
		return !p.Holds(t) || p.Kind == "" && !slices.Contains(kinds, t.Kind) || p.Top > 0 && (most(t) == 0 || t.First().Year == 0)
	})
	byID := func(a, b rolecall.Title) int { return cmp.Compare(a.ID, b.ID) }
	if p.Top > 0 {
		slices.SortFunc(held, func(a, b rolecall.Title) int { return cmp.Or(cmp.Compare(most(b), most(a)), byID(a, b)) })
		years := make(map[int]int)
		held = slices.DeleteFunc(held, func(t rolecall.Title) bool {
			years[t.First().Year]++
			return years[t.First().Year] > p.Top
		})
	}
	slices.SortFunc(held, byID)
	return held
}

// shown reports whether a title was first shown in from..to, as far as is known.
func shown(t rolecall.Title, from, to rolecall.Date) bool {
	first := t.First()
	return !first.IsZero() && first.Within(from, to)
}

// seriesOf are the names and identifiers of the series that a title is of, or is.
func seriesOf(t rolecall.Title) []string {
	if t.Kind == rolecall.Series {
		return []string{t.Name, t.ID}
	}
	return []string{t.SeriesName, t.SeriesID}
}

// anyOf reports whether one of those held is asked for.
func anyOf(asked, held []string) bool {
	return slices.ContainsFunc(asked, func(name string) bool {
		return slices.ContainsFunc(held, func(h string) bool { return strings.EqualFold(h, name) })
	})
}

// isListed reports whether a title is on a list, or of a season or series that is.
func isListed(l List, t rolecall.Title) bool {
	return l.Has(t.ID) || l.Has(t.SeriesID) || l.Has(t.SeasonID)
}
