package catalog

import (
	"maps"
	"slices"
	"testing"

	"rolecall"
	"rolecall/population"
)

// The gaps of a role are those of its credits on the leaf titles, person by person.
func TestGapsAreThoseOfTheCredits(t *testing.T) {
	t.Parallel()
	c := openStarter(t)
	p := population.Population{From: rolecall.Date{Year: 2015}}
	rolls := worksOf(t, c, p)
	for _, role := range []rolecall.Role{rolecall.Director, rolecall.Writer, rolecall.Lead, rolecall.Cast} {
		want := make(map[string]int)
		for _, roll := range rolls {
			leaves := roll.LeafIDs()
			genders := roll.Genders()
			for _, credit := range rolecall.Once(held(roll.Credits, role)) {
				if genders[credit.PersonID] == rolecall.Unknown && slices.Contains(leaves, credit.TitleID) {
					want[credit.PersonID]++
				}
			}
		}
		gaps, all, err := c.Gaps(t.Context(), p, role, 10_000)
		if err != nil {
			t.Fatal(err)
		}
		got := make(map[string]int)
		for i, gap := range gaps {
			got[gap.Person.ID] = gap.Titles
			if i > 0 && gaps[i-1].Titles < gap.Titles {
				t.Errorf("%s: %s with %d stands before %s with %d", role, gaps[i-1].Person.ID, gaps[i-1].Titles, gap.Person.ID, gap.Titles)
			}
		}
		if !maps.Equal(got, want) || all != len(want) {
			t.Errorf("%s: %d of %d people; want %d: %v, want %v", role, len(got), all, len(want), got, want)
		}
		if some, of, err := c.Gaps(t.Context(), p, role, 2); err != nil || of != all || len(some) != min(2, all) {
			t.Errorf("%s: %d of %d, %v", role, len(some), of, err)
		}
	}
	if _, _, err := c.Gaps(t.Context(), population.Population{Networks: []string{"Netflx"}}, rolecall.Director, 5); err == nil {
		t.Error("a population of nothing has gaps")
	}
}
