package population_test

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"rolecall"
	"rolecall/population"
	"rolecall/population/populationtest"
)

func date(t *testing.T, text string) rolecall.Date {
	t.Helper()
	d, err := rolecall.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestPopulation(t *testing.T) {
	season2 := rolecall.Title{ID: "jessica-jones/2", Kind: rolecall.Season, Name: "Jessica Jones", SeriesName: "Jessica Jones", SeriesID: "jessica-jones",
		Season: 2, Year: 2018, Released: date(t, "2018-03-08"), Networks: []string{"Netflix"}, Episodes: 13}
	for _, test := range []struct {
		population population.Population
		words      string
		holds      bool
	}{
		{population.Population{}, "titles", true},
		{population.Population{Kind: rolecall.Season, MinEpisodes: 6, From: date(t, "2010"), To: date(t, "2018"), Networks: []string{"netflix"}},
			"seasons of 6 or more episodes first shown 2010–2018 on netflix", true},
		{population.Population{Kind: rolecall.Season, From: date(t, "2017-06-01"), To: date(t, "2018-05-31")},
			"seasons first shown from 1 June 2017 to 31 May 2018", true},
		{population.Population{Kind: rolecall.Season, To: date(t, "2018-03-07")}, "seasons first shown up to 7 March 2018", false},
		{population.Population{From: date(t, "2018"), To: date(t, "2018")}, "titles first shown in 2018", true},
		{population.Population{From: date(t, "2018-04")}, "titles first shown since April 2018", false},
		{population.Population{Kind: rolecall.Film}, "films", false},
		{population.Population{Kind: rolecall.Season, MinEpisodes: 14}, "seasons of 14 or more episodes", false},
		{population.Population{Networks: []string{"HBO", "Hulu", "FX"}}, "titles on HBO, Hulu or FX", false},
		{population.Population{Series: []string{"Jessica Jones"}}, "titles of Jessica Jones", true},
		{population.Population{Countries: []string{"France"}}, "titles from France", false},
		{population.Population{Genres: []string{"drama"}}, "titles in the genre drama", false},
	} {
		if got := test.population.Words(); got != test.words {
			t.Errorf("%q, want %q", got, test.words)
		}
		if err := test.population.Validate(); err != nil {
			t.Errorf("%s: %v", test.words, err)
		}
		if got := test.population.Holds(season2); got != test.holds {
			t.Errorf("%s: holds season 2 is %v", test.words, got)
		}
	}
	undated := rolecall.Title{Kind: rolecall.Film, Name: "Undated"}
	if (population.Population{To: date(t, "2030")}).Holds(undated) {
		t.Error("a title of unknown date is in a population bounded by dates")
	}
	for _, p := range []population.Population{
		{From: date(t, "2019"), To: date(t, "2018")}, {MinEpisodes: -1}, {Kind: rolecall.Film, MinEpisodes: 2},
	} {
		if p.Validate() == nil {
			t.Errorf("%+v is accepted", p)
		}
	}
}

// Narrowing a population never adds a title.
func TestASubsetHoldsNoMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.IntRange(2009, 2024)
		title := rolecall.Title{Kind: rapid.SampledFrom(rolecall.Kinds()).Draw(t, "kind"), Year: year.Draw(t, "year"), Episodes: rapid.IntRange(0, 20).Draw(t, "episodes")}
		wide := population.Population{From: rolecall.Date{Year: year.Draw(t, "from")}}
		narrow := wide
		narrow.To = rolecall.Date{Year: year.Draw(t, "to")}
		narrow.MinEpisodes = rapid.IntRange(0, 20).Draw(t, "least")
		if narrow.Holds(title) && !wide.Holds(title) {
			t.Fatal("the narrower population holds a title that the wider lacks")
		}
	})
}

// What is asked is read back as it was set, in Go as from texts.
func TestFieldsReadBackWhatTheyAreSet(t *testing.T) {
	for _, f := range populationtest.Fields() {
		rapid.Check(t, func(t *rapid.T) {
			var p, q population.Population
			if err := f.Set(&p, populationtest.Values(t, f)...); err != nil {
				t.Fatal(err)
			}
			if err := f.Set(&q, f.Values(p)...); err != nil || !reflect.DeepEqual(p, q) {
				t.Fatalf("%s: %+v became %+v, %v", f.Key, p, q, err)
			}
			if !f.Asked(p) {
				t.Fatalf("%s is not asked by %+v", f.Key, p)
			}
			if f.Set(&p) != nil || f.Asked(p) {
				t.Fatalf("%s is asked still", f.Key)
			}
		})
	}
}

// A listed series stands for its seasons and episodes, a listed season for its
// episodes, all else for itself.
func TestListedTitles(t *testing.T) {
	series := rolecall.Title{ID: "s", Kind: rolecall.Series}
	season := rolecall.Title{ID: "s/1", Kind: rolecall.Season, SeriesID: "s", Season: 1}
	episode := rolecall.Title{ID: "s/1/1", Kind: rolecall.Episode, SeriesID: "s", SeasonID: "s/1", Season: 1}
	for _, test := range []struct {
		id                      string
		series, season, episode bool
	}{{"s", true, true, true}, {"s/1", false, true, true}, {"s/1/1", false, false, true}, {"s/2", false, false, false}} {
		p := population.Population{Titles: population.NewList("other", test.id)}
		if p.Holds(series) != test.series || p.Holds(season) != test.season || p.Holds(episode) != test.episode {
			t.Errorf("%s: %v, %v, %v", test.id, p.Holds(series), p.Holds(season), p.Holds(episode))
		}
	}
	a, b := population.NewList("b", "a", "b"), population.NewList("a", "b")
	if a.Hash() != b.Hash() || a.Len() != 2 || a.Hash() == population.NewList("a").Hash() {
		t.Error("a list is not the same however it is written")
	}
	if got, want := (population.Population{Kind: rolecall.Film, Titles: a}).Words(), "films among 2 listed titles (list "+a.Hash()[:12]+")"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
