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
		found, err := c.Gaps(t.Context(), p, []rolecall.Role{role}, 10_000)
		if err != nil || len(found) != 1 || found[0].Role != role {
			t.Fatalf("%s: %+v, %v", role, found, err)
		}
		gaps, all := found[0].Gaps, found[0].People
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
		// Beside another role they are the same.
		if some, err := c.Gaps(t.Context(), p, []rolecall.Role{rolecall.Editor, role}, 2); err != nil || len(some) != 2 || some[1].People != all || len(some[1].Gaps) != min(2, all) {
			t.Errorf("%s: %+v, %v", role, some, err)
		}
	}
	if _, err := c.Gaps(t.Context(), population.Population{Networks: []string{"Netflx"}}, []rolecall.Role{rolecall.Director}, 5); err == nil {
		t.Error("a population of nothing has gaps")
	}
}
