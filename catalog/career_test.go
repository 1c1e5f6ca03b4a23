package catalog

import (
	"context"
	"fmt"
	"maps"
	"testing"
	"time"

	"rolecall"
	"rolecall/population"
	"rolecall/source"
)

// careerCatalog is a series of two seasons and films with people whose careers are
// known: Ada wrote the series before she directed it, Ben played in it, Cyd came from a film,
// Dot directed two films of one year, Eve nothing but one, and Flo one film without a date. One of the films is a short.
func careerCatalog(t *testing.T) *Catalog {
	t.Helper()
	fill := func(_ context.Context, sink source.Sink) error {
		titles := []rolecall.Title{
			{ID: "s", Kind: rolecall.Series, Name: "S", Year: 2015},
			{ID: "s/1", Kind: rolecall.Season, Name: "S", SeriesID: "s", Season: 1, Year: 2015},
			{ID: "s/2", Kind: rolecall.Season, Name: "S", SeriesID: "s", Season: 2, Year: 2016},
			{ID: "s/1/1", Kind: rolecall.Episode, SeriesID: "s", SeasonID: "s/1", Season: 1, Episode: 1, Year: 2015},
			{ID: "s/2/1", Kind: rolecall.Episode, SeriesID: "s", SeasonID: "s/2", Season: 2, Episode: 1, Year: 2016},
			{ID: "s/2/2", Kind: rolecall.Episode, SeriesID: "s", SeasonID: "s/2", Season: 2, Episode: 2, Year: 2016},
			{ID: "f1", Kind: rolecall.Film, Name: "F1", Year: 2014},
			{ID: "f2", Kind: rolecall.Film, Name: "F2", Year: 2018},
			{ID: "f3", Kind: rolecall.Film, Name: "F3", Year: 2018},
			{ID: "f4", Kind: rolecall.Film, Name: "F4"},
			{ID: "f5", Kind: rolecall.Film, Name: "F5", Year: 2018, Minutes: 59},
		}
		for _, title := range titles {
			if err := sink.AddTitle(title); err != nil {
				return err
			}
		}
		for _, person := range []string{"ada", "ben", "cyd", "dot", "eve", "flo"} {
			if err := sink.AddPerson(rolecall.Person{ID: person, Name: person, Born: map[string]int{"ada": 1980, "ben": 1990, "dot": 1970, "eve": 1850}[person]}); err != nil {
				return err
			}
		}
		for _, credit := range []struct {
			title, person string
			role          rolecall.Role
		}{
			{"s/1/1", "ada", rolecall.Writer}, {"s/1/1", "ada", rolecall.Producer}, {"s/2/1", "ada", rolecall.Director}, {"s/2/1", "ada", rolecall.Editor},
			{"s/1/1", "ben", rolecall.Cast}, {"s/2/2", "ben", rolecall.Director}, {"f2", "ben", rolecall.Director},
			{"f1", "cyd", rolecall.Director}, {"s/2/2", "cyd", rolecall.Director},
			{"f2", "dot", rolecall.Director}, {"f3", "dot", rolecall.Director},
			{"f3", "eve", rolecall.Director},
			{"f5", "cyd", rolecall.Director},
			{"f4", "flo", rolecall.Director}, {"f3", "flo", rolecall.Director},
		} {
			if err := sink.AddCredit(rolecall.Credit{TitleID: credit.title, PersonID: credit.person, Role: credit.role, Scope: rolecall.OfTitle}); err != nil {
				return err
			}
		}
		for _, woman := range []string{"ada", "dot", "eve"} {
			if err := sink.AddStatement(rolecall.Statement{PersonID: woman, Gender: rolecall.Woman, Wording: "she", Source: "own", Precedence: rolecall.Correction}); err != nil {
				return err
			}
		}
		return sink.AddSource(rolecall.Source{ID: "own", Name: "own"})
	}
	return OpenOnce(t, "careers", Recipe{Name: "careers", Built: time.Unix(0, 0), Fill: fill})
}

// People are parted by their age in the year of the title; who is said to be 168 is not known.
func TestPartsByAge(t *testing.T) {
	t.Parallel()
	c := careerCatalog(t)
	got, err := c.Tally(t.Context(), Tallying{Population: population.Population{From: rolecall.Date{Year: 2014}}, By: Alone(ByAge), Roles: []rolecall.Role{rolecall.Director}, People: true})
	if err != nil {
		t.Fatal(err)
	}
	credits, people := make(map[string]int), make(map[string]int)
	for _, s := range got.Tallied {
		credits[s.Key.First] += s.Credits.Total()
	}
	for _, p := range got.People {
		people[p.Key.First] += p.People.Total()
	}
	// Ada at 36, Ben at 26 and at 28, Dot twice at 48; Cyd twice, Eve and Flo are not known.
	if want := map[string]int{"20": 2, "30": 1, "40": 2, "": 4}; !maps.Equal(credits, want) {
		t.Errorf("credits %v, want %v", credits, want)
	}
	if want := map[string]int{"20": 1, "30": 1, "40": 1, "": 3}; !maps.Equal(people, want) {
		t.Errorf("people %v, want %v", people, want)
	}
	for _, p := range got.Parts {
		if p.Titles != got.Titles || p.Leaves != 6 || p.Key.Then != "" {
			t.Errorf("part %+v of %d titles", p, got.Titles)
		}
	}
}

func TestCareers(t *testing.T) {
	t.Parallel()
	c := careerCatalog(t)
	for name, test := range map[string]struct {
		of   population.Population
		want []CareersOf
	}{
		"seasons of 2016": {
			population.Population{Kind: rolecall.Season, From: rolecall.Date{Year: 2016}, To: rolecall.Date{Year: 2016}},
			[]CareersOf{
				{Gender: rolecall.Woman, People: 1, Titles: 1, ByTitles: [5]int{1}, First: 1, Once: 1, OnSeries: 1, Before: 1,
					BeforeAs: map[rolecall.Role]int{rolecall.Writer: 1, rolecall.Producer: 1}},
				// Ben for the first time, who comes again with a film; Cyd not.
				{Gender: rolecall.Unknown, People: 2, Titles: 2, ByTitles: [5]int{2}, First: 1, Years: 0, OnSeries: 1, Before: 1,
					BeforeAs: map[rolecall.Role]int{rolecall.Cast: 1}},
			},
		},
		"films of 2018": {
			population.Population{Kind: rolecall.Film, From: rolecall.Date{Year: 2018}},
			[]CareersOf{
				// Both of Dot's films are of one year, and both are here.
				{Gender: rolecall.Woman, People: 2, Titles: 3, ByTitles: [5]int{1, 1}, First: 2, Once: 1},
				// Ben had directed before; of Flo it cannot be told.
				{Gender: rolecall.Unknown, People: 2, Titles: 2, ByTitles: [5]int{2}, Unsure: 1, Years: 0},
			},
		},
		"one film of two": {
			population.Population{Titles: population.NewList("f2")},
			[]CareersOf{
				{Gender: rolecall.Woman, People: 1, Titles: 1, ByTitles: [5]int{1}, Unsure: 1},
				{Gender: rolecall.Unknown, People: 1, Titles: 1, ByTitles: [5]int{1}, Years: 2},
			},
		},
	} {
		got, _, err := c.Careers(t.Context(), test.of, rolecall.Director)
		if err != nil || len(got) != len(test.want) {
			t.Errorf("%s: %+v, %v", name, got, err)
			continue
		}
		for i, want := range test.want {
			if !maps.Equal(got[i].BeforeAs, want.BeforeAs) {
				t.Errorf("%s, %s: before as %v, want %v", name, want.Gender, got[i].BeforeAs, want.BeforeAs)
			}
			got[i].BeforeAs, want.BeforeAs = nil, nil
			if got, want := fmt.Sprintf("%+v", got[i]), fmt.Sprintf("%+v", want); got != want {
				t.Errorf("%s: %s\nwant %s", name, got, want)
			}
		}
	}
}
