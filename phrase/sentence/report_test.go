package sentence_test

import (
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/phrase/sentence"
	"rolecall/population"
)

// row is a part of a population in which so many are women, of whom so many are stated.
func row(key string, role rolecall.Role, women, stated, of int) measure.Row {
	count := rolecall.Count{Certain: women, Possible: women + of - stated, Of: of}
	return measure.Row{Key: catalog.Key{First: key}, Label: key, Role: role, Leaves: of + 5, Held: of, Count: count, Stated: count.Share().Coverage}
}

func given(state catalog.GivenState, r measure.Row) measure.Row {
	r.Given = state
	return r
}

func TestWhatAReportFound(t *testing.T) {
	const director, writer, cast = rolecall.Director, rolecall.Writer, rolecall.Cast
	films := population.Population{Kind: rolecall.Film}
	women := []rolecall.Gender{rolecall.Woman}
	for name, test := range map[string]struct {
		q          measure.Question
		total      []measure.Row
		rows       []measure.Row
		handPicked bool
		want       string
	}{
		"credits": {measure.Question{}, []measure.Row{row("", director, 34, 100, 100)}, nil, false, "Women have 34 % of director credits"},
		"bounds":  {measure.Question{}, []measure.Row{row("", director, 34, 90, 100)}, nil, false, "Women have 34–44 % of director credits"},
		"where known": {measure.Question{Reading: rolecall.WhereKnown, Unit: rolecall.People}, []measure.Row{row("", director, 34, 100, 100)}, nil, false,
			"Women are 34 % of directors where known"},
		"any":    {measure.Question{Unit: rolecall.TitlesAny, Population: films}, []measure.Row{row("", writer, 34, 100, 100)}, nil, false, "34 % of films have a woman among the writers"},
		"all":    {measure.Question{Unit: rolecall.TitlesAll}, []measure.Row{row("", cast, 34, 100, 100)}, nil, false, "On 34 % of films and episodes, everybody in the cast is a woman"},
		"picked": {measure.Question{}, []measure.Row{row("", director, 34, 90, 100)}, nil, true, "In the titles picked for this catalog, women have 34 to 44 of 100 director credits"},
		"few":    {measure.Question{Population: films}, []measure.Row{row("", director, 3, 9, 9)}, nil, false, "Too little is on record for a share: a credit as director on 9 of 14 films, and 100 % of what is counted is known"},
		"hardly known": {measure.Question{}, []measure.Row{row("", director, 10, 40, 100)}, nil, false,
			"Too little is on record for a share: a credit as director on 100 of 105 films and episodes, and 40 % of what is counted is known"},
		"hardly known of what is credited": {measure.Question{Reading: rolecall.AsCredited}, []measure.Row{row("", director, 10, 40, 100)}, nil, false,
			"Too little is on record for a share: a credit as director on 100 of 105 films and episodes, and 40 % of what is credited is known"},
		"nobody": {measure.Question{}, []measure.Row{row("", director, 0, 0, 0)}, nil, false, "We have no credit as director for these titles"},
		"above half": {measure.Question{By: catalog.Alone(catalog.ByYear)}, []measure.Row{row("", director, 100, 300, 300)},
			[]measure.Row{row("2017", director, 20, 100, 100), row("2018", director, 50, 100, 100), row("2019", director, 51, 100, 100)}, false,
			"Women have 33.3 % of director credits; 2019 is the first of these years above half"},
		"perhaps above half before": {measure.Question{By: catalog.Alone(catalog.ByYear)}, []measure.Row{row("", director, 100, 300, 300)},
			[]measure.Row{row("2017", director, 20, 100, 100), row("2018", director, 45, 90, 100), row("2019", director, 51, 100, 100)}, false,
			"Women have 33.3 % of director credits; it was 20 % in 2017 and 51 % in 2019"},
		"a year of little": {measure.Question{By: catalog.Alone(catalog.ByYear)}, []measure.Row{row("", director, 100, 300, 300)},
			[]measure.Row{row("2016", director, 5, 5, 5), row("2017", director, 20, 100, 100), row("2018", director, 45, 100, 100)}, false,
			"Women have 33.3 % of director credits; it was 20 % in 2017 and 45 % in 2018"},
		"picked by year": {measure.Question{By: catalog.Alone(catalog.ByYear)}, []measure.Row{row("", director, 100, 300, 300)},
			[]measure.Row{row("2017", director, 20, 100, 100), row("2019", director, 80, 100, 100)}, true,
			"In the titles picked for this catalog, women have 100 of 300 director credits"},
		"by network": {measure.Question{By: catalog.Alone(catalog.ByNetwork)}, []measure.Row{row("", director, 100, 300, 300)},
			[]measure.Row{row("HBO", director, 20, 100, 100), row("Netflix", director, 45, 90, 100)}, false,
			"Women have 33.3 % of director credits; the largest share is that of Netflix, 45–55 %"},
		"by network, unsure": {measure.Question{By: catalog.Alone(catalog.ByNetwork)}, []measure.Row{row("", director, 100, 300, 300)},
			[]measure.Row{row("HBO", director, 40, 90, 100), row("Netflix", director, 45, 90, 100)}, false, "Women have 33.3 % of director credits"},
		"roles": {measure.Question{}, []measure.Row{row("", director, 30, 100, 100), row("", writer, 20, 100, 100), row("", cast, 45, 90, 100)}, nil, false,
			"The share of women is largest among the cast (45–55 %) and smallest among writers (20 %)"},
		"given": {measure.Question{Given: &catalog.Given{Role: director, Genders: women}},
			[]measure.Row{given(catalog.GivenYes, row("", writer, 45, 100, 100)), given(catalog.GivenNo, row("", writer, 20, 100, 100))}, nil, false,
			"Where a woman is director, women have 45 % of writer credits; where not, women have 20 % of writer credits"},
	} {
		if test.q.Unit == "" {
			test.q.Unit = rolecall.Credits
		}
		test.q.Genders = women
		if got := sentence.Finding(measure.Report{Question: test.q, Total: test.total, Rows: test.rows}, test.handPicked); got != test.want {
			t.Errorf("%s:\n%s, want\n%s", name, got, test.want)
		}
	}
}

func TestWhoRanksFirst(t *testing.T) {
	ranking := measure.Ranking{Contest: measure.Contest{Role: rolecall.Director, Genders: []rolecall.Gender{rolecall.Woman}}}
	ranking.All = rolecall.Count{Certain: 32, Possible: 34, Of: 92}
	if got, want := sentence.FirstPlace(ranking), "In 32 to 34 of 92 titles, every director is a woman"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	ranking.All, ranking.Population.Kind = rolecall.Count{}, rolecall.Season
	if got, want := sentence.FirstPlace(ranking), "No season has enough people credited as director to be ranked"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
