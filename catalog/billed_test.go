package catalog

import (
	"reflect"
	"testing"

	"rolecall"
	"rolecall/population"
)

// Those billed first are the lead; the first and those after them are all who are billed.
func TestTheBilledAreTheLeadAndOthers(t *testing.T) {
	t.Parallel()
	c := openStarter(t)
	for _, kind := range []rolecall.Kind{rolecall.Film, rolecall.Season, rolecall.Episode} {
		of := func(asked Tallying) Tallies {
			asked.Population, asked.By, asked.People = population.Population{Kind: kind}, Alone(ByYear), true
			got, err := c.Tally(t.Context(), asked)
			if err != nil {
				t.Fatal(err)
			}
			return got
		}
		leads := of(Tallying{Roles: []rolecall.Role{rolecall.Lead}})
		cast := []rolecall.Role{rolecall.Cast}
		first, others, all := of(Tallying{Roles: cast, Billed: rolecall.Billed{To: 1}}), of(Tallying{Roles: cast, Billed: rolecall.Billed{From: 2}}), of(Tallying{Roles: cast, Billed: rolecall.Billed{From: 1}})
		for i := range leads.Tallied {
			leads.Tallied[i].Role = rolecall.Cast
		}
		for i := range leads.People {
			leads.People[i].Role = rolecall.Cast
		}
		if !reflect.DeepEqual(leads.Tallied, first.Tallied) || !reflect.DeepEqual(leads.People, first.People) || len(first.Tallied) == 0 {
			t.Errorf("%s: those billed first are %+v, the leads %+v", kind, first.Tallied, leads.Tallied)
		}
		if a, b, whole := creditsOf(first), creditsOf(others), creditsOf(all); a.Plus(b) != whole || b.Total() == 0 {
			t.Errorf("%s: %+v billed first and %+v after, %+v together", kind, a, b, whole)
		}
	}
}

// Every film or episode with a credit is held by one person or by several.
func TestMadeBySoleAndTeam(t *testing.T) {
	t.Parallel()
	c := openStarter(t)
	for _, role := range []rolecall.Role{rolecall.Director, rolecall.Writer, rolecall.Lead} {
		of := func(h Makers) (titles int, credits rolecall.Tally) {
			got, err := c.Tally(t.Context(), Tallying{Roles: []rolecall.Role{role}, Makers: h})
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range got.Tallied {
				titles += s.Titles
			}
			return titles, creditsOf(got)
		}
		all, credits := of(MadeByAny)
		sole, alone := of(MadeBySole)
		team, together := of(MadeByTeam)
		if sole+team != all || alone.Plus(together) != credits || alone.Total() != sole || together.Total() < 2*team || sole == 0 || team == 0 && role != rolecall.Lead {
			t.Errorf("%s: %d held by one with %+v, %d by several with %+v, of %d with %+v", role, sole, alone, team, together, all, credits)
		}
	}
}

func creditsOf(t Tallies) (sum rolecall.Tally) {
	for _, s := range t.Tallied {
		sum = sum.Plus(s.Credits)
	}
	return sum
}
