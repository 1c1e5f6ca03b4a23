package sentence_test

import (
	"testing"

	"rolecall"
	"rolecall/phrase/sentence"
	"rolecall/population"
	"rolecall/standard"
)

// ofStandard are rates of a shipped standard over some films or seasons.
func ofStandard(t *testing.T, id string, kind rolecall.Kind, titles int, whole standard.Rate, sums ...rolecall.Count) standard.Rates {
	t.Helper()
	s, err := standard.Shipped().Find(id)
	if err != nil {
		t.Fatal(err)
	}
	r := standard.Rates{Standard: s, Population: population.Population{Kind: kind}, Titles: titles, Whole: whole}
	for i, c := range s.Criteria {
		one := standard.CriterionRate{Criterion: c}
		if c.Count != "" && i < len(sums) {
			one.Sum, one.Credited = sums[i], sums[i].Of
		}
		r.Criteria = append(r.Criteria, one)
	}
	return r
}

// A share stands in the sentence only where it rests on enough, and never of titles that were
// picked by hand.
func TestRates(t *testing.T) {
	rate := func(met, notMet, unknown, judge int) standard.Rate {
		return standard.Rate{Met: met, NotMet: notMet, Unknown: unknown, NeedsJudgement: judge}
	}
	none := standard.Rate{}
	for _, c := range []struct {
		rates standard.Rates
		hand  bool
		want  string
	}{
		{ofStandard(t, "f-rating", rolecall.Film, 36, rate(26, 0, 5, 5)), true, "26 to 36 of 36 films picked for this catalog meet “F-Rating”"},
		{ofStandard(t, "f-rating", rolecall.Film, 36, rate(0, 36, 0, 0)), true, "None of 36 films picked for this catalog meet “F-Rating”"},
		{ofStandard(t, "f-rating", rolecall.Film, 3, rate(1, 2, 0, 0)), true, "1 of 3 films picked for this catalog meets “F-Rating”"},
		{ofStandard(t, "f-rating", rolecall.Film, 2000, rate(400, 1400, 200, 0)), false, "20–30 % of films meet “F-Rating”"},
		{ofStandard(t, "f-rating", rolecall.Film, 2000, rate(400, 1600, 0, 0)), false, "20 % of films meet “F-Rating”"},
		{ofStandard(t, "f-rating", rolecall.Film, 9, rate(4, 5, 0, 0)), false, "9 films are too few for a share of those that meet “F-Rating”"},
		{ofStandard(t, "f-rating", rolecall.Film, 1, rate(1, 0, 0, 0)), false, "1 film is too few for a share of those that meet “F-Rating”"},
		{ofStandard(t, "f-rating", rolecall.Film, 2000, rate(100, 300, 1600, 0)), false, "Too little is on record to say how many films meet “F-Rating”: it is settled for 400 of 2\u202f000"},
		{ofStandard(t, "f-rating", rolecall.Film, 2000, rate(0, 900, 100, 1000)), false, "Credits alone do not say how many films meet “F-Rating”: they settle it for 900 of 2\u202f000"},
		{ofStandard(t, "f-rating", rolecall.Film, 2000, none), false, "None of 2\u202f000 films can be asked whether it meets “F-Rating”"},
		{ofStandard(t, "dga-episodes", rolecall.Season, 40, none, rolecall.Count{Certain: 100, Possible: 120, Of: 400}), false, "25–30 % of episodes have a woman among the directors"},
		{ofStandard(t, "dga-episodes", rolecall.Season, 40, none, rolecall.Count{Certain: 100, Possible: 120, Of: 400}), true, "In the seasons picked for this catalog, 100 to 120 of 400 episodes have a woman among the directors"},
		{ofStandard(t, "dga-episodes", rolecall.Season, 40, none, rolecall.Count{Certain: 0, Possible: 300, Of: 400}), false, "Too little is on record for the share of women among directors: 25 % of what is counted is known"},
		{ofStandard(t, "dga-episodes", rolecall.Season, 4, none, rolecall.Count{Certain: 10, Possible: 10, Of: 40}), false, "4 seasons are too few for the share of women among directors"},
		{ofStandard(t, "celluloid-ceiling", rolecall.Film, 100, none, rolecall.Count{Certain: 10, Possible: 10, Of: 100}, rolecall.Count{Certain: 20, Possible: 20, Of: 100}), false,
			"Women are 10 % of directors"},
		{ofStandard(t, "celluloid-ceiling", rolecall.Film, 100, none, rolecall.Count{}, rolecall.Count{}, rolecall.Count{}, rolecall.Count{}, rolecall.Count{}, rolecall.Count{},
			rolecall.Count{Certain: 20, Possible: 30, Of: 100}), false,
			"Women are 20–30 % of directors, writers, executive producers, producers, editors and cinematographers together"},
		{ofStandard(t, "swedish-model", rolecall.Film, 36, none, rolecall.Count{Certain: 10, Possible: 20, Of: 36}), true, "“Thirds for director, writer and producer” takes the mean of shares, which of 36 films picked by hand says nothing of others"},
		{ofStandard(t, "swedish-model", rolecall.Film, 100, none, rolecall.Count{Certain: 20, Possible: 30, Of: 100}), false, "The mean share of women among directors, writers and producers (each role weighing the same) is 20–30 %"},
	} {
		if got := sentence.Rates(c.rates, c.hand); got != c.want {
			t.Errorf("said %q, want %q", got, c.want)
		}
	}
	credited := ofStandard(t, "f-rating", rolecall.Film, 36, rate(26, 0, 5, 5))
	credited.Reading = rolecall.AsCredited
	few := ofStandard(t, "f-rating", rolecall.Film, 2000, rate(300, 500, 0, 0))
	few.Reading = rolecall.WhereKnown
	if got, want := sentence.Rates(few, false), "Too little is on record to say how many films meet “F-Rating”: 800 of 2\u202f000 can be compared, where known"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
	if got, want := sentence.Rates(credited, true), "26 to 36 of 36 films picked for this catalog meet “F-Rating”, as credited"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}

// What a standard asks in a line is the first sentence of its wording.
func TestAsks(t *testing.T) {
	for _, s := range standard.Shipped() {
		if asks := sentence.Asks(s); asks == "" || asks[len(asks)-1] != '.' || len(asks) > len(s.Wording) {
			t.Errorf("%s asks %q", s.ID, asks)
		}
	}
}
