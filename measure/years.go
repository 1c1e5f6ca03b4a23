package measure

import (
	"cmp"
	"slices"

	"rolecall"
)

// YearCount is how many credits a person has in one year, by role.
type YearCount struct {
	// Year is 0 for works whose year is not known.
	Year int
	// Credits counts each film and episode once for a role.
	Credits map[rolecall.Role]int
}

// Years are a person's credits by year, the earliest first, and the roles held,
// in the order of rolecall.Roles. Credits whose episodes are not said count in no
// year.
func (c Career) Years() (years []YearCount, roles []rolecall.Role) {
	byYear := make(map[int]map[rolecall.Role]int)
	for _, w := range c.Works {
		if !slices.Contains(roles, w.Role) {
			roles = append(roles, w.Role)
		}
		for _, leaf := range w.Leaves {
			year := cmp.Or(leaf.First().Year, w.Title.Year)
			if byYear[year] == nil {
				byYear[year] = make(map[rolecall.Role]int)
			}
			byYear[year][w.Role]++
		}
	}
	for year, credits := range byYear {
		years = append(years, YearCount{year, credits})
	}
	slices.SortFunc(years, func(a, b YearCount) int { return a.Year - b.Year })
	slices.SortFunc(roles, rolecall.Role.Compare)
	return years, roles
}
