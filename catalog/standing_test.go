package catalog

import (
	"fmt"
	"testing"

	"rolecall"
	"rolecall/population"
)

// slateCount is what a Standing's count is by the rules in Go.
func slateCount(roll Roll, s Slate, role rolecall.Role) (count rolecall.Count, people int) {
	credits := held(roll.Credits, role)
	per := rolecall.TallyTitles(roll.LeafIDs(), credits, roll.Genders())
	tally := rolecall.TallyPeople(credits, roll.Genders())
	people = tally.Total()
	switch s.Unit {
	case rolecall.TitlesAny:
		return per.Any(s.Genders...), people
	case rolecall.TitlesAll:
		return per.All(s.Genders...), people
	case rolecall.Credits:
		tally = rolecall.TallyCredits(credits, roll.Genders())
	}
	tally.Unknown += len(per) - per.Held()
	return tally.Count(s.Genders...), people
}

// worksOf are the films and seasons of the starter by identifier.
func worksOf(t *testing.T, c *Catalog, p population.Population) map[string]Roll {
	t.Helper()
	ids, err := chosenIDs(t.Context(), c, p)
	if err != nil {
		t.Fatal(err)
	}
	rolls := make(map[string]Roll, len(ids))
	for _, id := range ids {
		title, _, err := c.Title(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		if rolls[id], err = c.Roll(t.Context(), title, true); err != nil {
			t.Fatal(err)
		}
	}
	return rolls
}

// A ranking lists every title with enough people, by its certain share, then its
// size, and rarity counts the same titles by the same shares.
func TestRankingAndRarityAgreeWithTheRules(t *testing.T) {
	t.Parallel()
	c := openStarter(t)
	p := population.Population{From: rolecall.Date{Year: 2017}, To: rolecall.Date{Year: 2018}}
	rolls := worksOf(t, c, p)
	for _, unit := range rolecall.Units() {
		for _, role := range []rolecall.Role{rolecall.Director, rolecall.Writer, rolecall.Lead, rolecall.Cast} {
			for _, cut := range []Cut{{MinPeople: 0}, {MinPeople: 3}, {Reading: rolecall.AsCredited}, {Reading: rolecall.WhereKnown, MinPeople: 2}} {
				cut.Most = 1000
				s := Slate{Roles: []rolecall.Role{role}, Unit: unit, Genders: []rolecall.Gender{rolecall.Woman, rolecall.Nonbinary}}
				ranking, err := c.Rank(t.Context(), p, s, cut)
				if err != nil {
					t.Fatal(err)
				}
				what := fmt.Sprintf("%s in %s, %+v", role, unit, cut)
				checkRanking(t, what, ranking, rolls, s, cut)
			}
		}
	}
	for id, roll := range rolls {
		for _, unit := range rolecall.Units() {
			s := Slate{Roles: []rolecall.Role{rolecall.Director, rolecall.Writer, rolecall.Lead}, Unit: unit, Genders: []rolecall.Gender{rolecall.Woman}}
			rarities, err := c.Rarity(t.Context(), roll.Title, p, s)
			if err != nil || len(rarities) != len(s.Roles) {
				t.Fatalf("%s: %d roles, %v", id, len(rarities), err)
			}
			for _, r := range rarities {
				checkRarity(t, id, r, rolls, s)
			}
		}
	}
}

// isCompared reports by the rules whether a reading compares a title in a role.
func isCompared(roll Roll, role rolecall.Role, reading rolecall.Reading) bool {
	credits := held(roll.Credits, role)
	per := rolecall.TallyTitles(roll.LeafIDs(), credits, roll.Genders())
	switch reading {
	case rolecall.AsCredited:
		return per.Held() == len(per)
	case rolecall.WhereKnown:
		return per.Held() == len(per) && rolecall.TallyPeople(credits, roll.Genders()).Unknown == 0
	}
	return true
}

func checkRanking(t *testing.T, what string, ranking Ranking, rolls map[string]Roll, s Slate, cut Cut) {
	t.Helper()
	ranked, left := 0, 0
	for _, roll := range rolls {
		_, people := slateCount(roll, s, s.Roles[0])
		switch isCompared := isCompared(roll, s.Roles[0], cut.Reading); {
		case people < max(cut.MinPeople, 1):
		case isCompared:
			ranked++
		default:
			left++
		}
	}
	if ranking.Titles != len(rolls) || ranking.All.Of != ranked || len(ranking.Rows) != ranked || ranking.LeftOut != left {
		t.Errorf("%s: %d of %d ranked, %d rows, %d left out; want %d of %d, %d left out", what, ranking.All.Of, ranking.Titles, len(ranking.Rows), ranking.LeftOut, ranked, len(rolls), left)
	}
	all := rolecall.Count{Of: ranked}
	for i, row := range ranking.Rows {
		want, _ := slateCount(rolls[row.Title.ID], s, s.Roles[0])
		if row.Count != want {
			t.Errorf("%s: %s counts %v, want %v", what, row.Title.ID, row.Count, want)
		}
		if want.Certain == want.Of {
			all.Certain++
		}
		if want.Possible == want.Of {
			all.Possible++
		}
		if i == 0 {
			continue
		}
		before := ranking.Rows[i-1].Count
		if order := before.Share().Lower.Compare(row.Count.Share().Lower); order < 0 || order == 0 && before.Of < row.Count.Of {
			t.Errorf("%s: %v stands before %v", what, before, row.Count)
		}
	}
	if ranking.All != all {
		t.Errorf("%s: all in %v, want %v", what, ranking.All, all)
	}
}

func checkRarity(t *testing.T, id string, r Rarity, rolls map[string]Roll, s Slate) {
	t.Helper()
	own, _ := slateCount(rolls[id], s, r.Role)
	want := rolecall.Count{Of: len(rolls)}
	var spread Spread
	for other, roll := range rolls {
		count, _ := slateCount(roll, s, r.Role)
		switch known, is := count.Share().Known.Value(); {
		case !is:
			spread.Unplaced++
		case count.Certain < count.Possible:
			spread.Partly[stepAt(known)]++
		default:
			spread.Settled[stepAt(known)]++
		}
		if other == id || count.Share().Lower.Compare(own.Share().Upper) >= 0 {
			want.Certain++
		}
		if other == id || count.Share().Upper.Compare(own.Share().Lower) >= 0 {
			want.Possible++
		}
	}
	if r.Spread != spread {
		t.Errorf("%s, %s in %s: the shares lie %v; want %v", id, r.Role, s.Unit, r.Spread, spread)
	}
	for reading, got := range map[rolecall.Reading]rolecall.Count{rolecall.AsCredited: r.AsCredited, rolecall.WhereKnown: r.WhereKnown} {
		want := rolecall.Count{}
		for other, roll := range rolls {
			if !isCompared(roll, r.Role, reading) {
				continue
			}
			count, _ := slateCount(roll, s, r.Role)
			want.Of++
			if other == id || count.Share().Lower.Compare(own.Share().Upper) >= 0 {
				want.Certain++
			}
			if other == id || count.Share().Upper.Compare(own.Share().Lower) >= 0 {
				want.Possible++
			}
		}
		if got != want || reading.Compares(r.Within) != isCompared(rolls[id], r.Role, reading) {
			t.Errorf("%s, %s in %s, %s: %v at or above, the title within %s; want %v", id, r.Role, s.Unit, reading, got, r.Within, want)
		}
	}
	if r.Count != own || r.AtOrAbove != want {
		t.Errorf("%s, %s in %s: %v with %v at or above; want %v with %v", id, r.Role, s.Unit, r.Count, r.AtOrAbove, own, want)
	}
}

// stepAt is the step of a share, by the words of Spread.
func stepAt(share float64) int {
	switch {
	case share == 0:
		return 0
	case share == 1:
		return 21
	}
	for twentieth := 1; twentieth <= 19; twentieth++ {
		if share < float64(twentieth)/20 {
			return twentieth
		}
	}
	return 20
}
