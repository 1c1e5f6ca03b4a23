package measure

import (
	"context"
	"slices"

	"rolecall"
	"rolecall/catalog"
	"rolecall/population"
)

// Gaps are the people on whose gender, which nobody states, the shares of a population
// depend most.
type Gaps struct {
	Population population.Population
	// Titles is how many titles the population has.
	Titles int
	// Roles are the roles asked about.
	Roles []RoleGaps
	// Rows are the first, those that narrow a range most before others.
	Rows []Gap
}

// RoleGaps is how far a role is known.
type RoleGaps struct {
	Row
	// People is how many there are whose gender is not stated.
	People int
}

// Gap is somebody in a role whose gender is not stated.
type Gap struct {
	catalog.Gap
	Role rolecall.Role
	// Of is how many credits there are in the role.
	Of int
}

// Narrows is by how much a statement about the person would narrow the range of the share
// in the role: their credits among all.
func (g Gap) Narrows() rolecall.Fraction {
	return rolecall.Fraction{Numerator: g.Titles, Denominator: g.Of}
}

// GapsIn says on whom the shares of some roles, in credits, depend most; at most as many as
// most are listed. The errors are those of catalog.Gaps and ReportOn.
func GapsIn(ctx context.Context, c *catalog.Catalog, p population.Population, roles []rolecall.Role, most int) (Gaps, error) {
	report, err := ReportOn(ctx, c, Question{Population: p, Roles: roles, Unit: rolecall.Credits, Genders: []rolecall.Gender{rolecall.Woman}})
	if err != nil {
		return Gaps{}, err
	}
	gaps := Gaps{Population: report.Population, Titles: report.Titles}
	held := make([]rolecall.Role, len(report.Total))
	for i, row := range report.Total {
		held[i] = row.Role
	}
	found, err := c.Gaps(ctx, report.Population, held, most)
	if err != nil {
		return Gaps{}, err
	}
	for i, row := range report.Total {
		gaps.Roles = append(gaps.Roles, RoleGaps{row, found[i].People})
		for _, one := range found[i].Gaps {
			gaps.Rows = append(gaps.Rows, Gap{one, row.Role, row.Tally.Total()})
		}
	}
	slices.SortStableFunc(gaps.Rows, func(a, b Gap) int { return b.Narrows().Compare(a.Narrows()) })
	gaps.Rows = gaps.Rows[:min(most, len(gaps.Rows))]
	return gaps, nil
}
