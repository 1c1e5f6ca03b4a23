package catalog

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"rolecall"
	"rolecall/population"
	"rolecall/source"
)

func TestParseBreakdown(t *testing.T) {
	for text, want := range map[string]Breakdown{
		"":                              {},
		"year":                          Alone(ByYear),
		"year,genre":                    {Side{By: ByYear}, Side{By: ByGenre}},
		" genre , year ":                {Side{By: ByGenre}, Side{By: ByYear}},
		"age=30,40,50":                  {First: Side{ByAge, "30,40,50"}},
		"budget=15M,100M":               {First: Side{ByBudget, "15000000,100000000"}},
		"revenue=750k":                  {First: Side{ByRevenue, "750000"}},
		"year,budget=$1.5m, 1b":         {Side{By: ByYear}, Side{ByBudget, "1500000,1000000000"}},
		"age=30,40,country":             {Side{ByAge, "30,40"}, Side{By: ByCountry}},
		"year=2010,2015,length=90, 120": {Side{ByYear, "2010,2015"}, Side{ByLength, "90,120"}},
	} {
		got, err := ParseBreakdown(text)
		if err != nil || got != want {
			t.Errorf("%q: %+v, %v; want %+v", text, got, err, want)
		}
		if again, err := ParseBreakdown(got.String()); err != nil || again != got {
			t.Errorf("%q is written %q, which is %+v, %v", text, got, again, err)
		}
	}
	for text, want := range map[string]string{
		"colour":            "choose year,",
		"year,":             `"" is nothing`,
		",year":             `"" is nothing`,
		"30,40":             `"30" is nothing`,
		"year,30":           `"30" is nothing`,
		"year,genre,kind":   "two sides",
		"year,year=2010":    "the same twice",
		"genre=30":          "genre has no bounds",
		"age=":              "whole numbers such as age=30,40,50",
		"age=thirty":        "whole numbers",
		"age=30,30":         "from the least to the greatest",
		"age=40,30":         "from the least to the greatest",
		"age=0,30":          "whole numbers",
		"age=-5":            "whole numbers",
		"age=30.5":          "whole numbers",
		"year=15M":          "whole numbers",
		"year=99999":        "whole numbers",
		"budget=much":       "budget=15M,100M",
		"budget=15M,genre=": "genre has no bounds",
	} {
		if got, err := ParseBreakdown(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %+v, %v; want %q", text, got, err, want)
		}
	}
}

func FuzzParseBreakdown(f *testing.F) {
	for _, text := range []string{"year,genre", "age=30,40,50", "budget=15M,100M,year", "=,=", "age=１"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		b, err := ParseBreakdown(text)
		if err != nil {
			return
		}
		if again, err := ParseBreakdown(b.String()); err != nil || again != b {
			t.Errorf("%q is written %q, which is %+v, %v", text, b, again, err)
		}
	})
}

func TestPartsAreCalled(t *testing.T) {
	names := map[string]string{"jessica-jones": "Jessica Jones"}
	for asked, want := range map[string]map[string]string{
		"year":            {"2018": "2018", "": ""},
		"year=2010,2015":  {"0": "before 2010", "2010": "2010–2014", "2015": "2015 and later"},
		"year=2010,2011":  {"2010": "2010"},
		"age":             {"30": "30–39", "0": "0–9", "": ""},
		"age=30,50":       {"0": "under 30", "30": "30–49", "50": "50 and over"},
		"budget=15M,100M": {"0": "under $15 million", "15000000": "$15 million to under $100 million", "100000000": "$100 million and over"},
		"length":          {"60": "60–89", "120": "120 and over"},
		"series":          {"jessica-jones": "Jessica Jones", "unheard-of": "unheard-of"},
		"season":          {"2": "2"},
	} {
		by, err := ParseBreakdown(asked)
		if err != nil {
			t.Fatal(err)
		}
		for key, want := range want {
			if got := by.First.Label(key, names); got != want {
				t.Errorf("by %s, %q is called %q, want %q", asked, key, got, want)
			}
		}
	}
}

// Sums and lengths are parted where bounds say, and what is not known stands apart; ages and
// years make a table.
func TestPartsByBounds(t *testing.T) {
	t.Parallel()
	c := boundsCatalog(t)
	for asked, want := range map[string]map[Key]int{
		"budget=15M,100M":      {{First: "0"}: 1, {First: "15000000"}: 2, {First: "100000000"}: 1, {}: 1},
		"budget":               {{First: "1000000"}: 1, {First: "5000000"}: 1, {First: "50000000"}: 1, {First: "100000000"}: 1, {}: 1},
		"length=90":            {{First: "0"}: 1, {First: "90"}: 3, {}: 1},
		"year=2016,budget=15M": {{"0", "0"}: 1, {"0", "15000000"}: 1, {"2016", "15000000"}: 2, {"2016", ""}: 1},
		"age=30,60":            {{First: "0"}: 2, {First: "30"}: 2, {First: ""}: 1},
		"year=2016,age=30":     {{"0", "0"}: 1, {"0", "30"}: 1, {"2016", "0"}: 1, {"2016", "30"}: 1, {"2016", ""}: 1},
		"age=30,year=2016":     {{"0", "0"}: 1, {"30", "0"}: 1, {"0", "2016"}: 1, {"30", "2016"}: 1, {"", "2016"}: 1},
	} {
		by, err := ParseBreakdown(asked)
		if err != nil {
			t.Fatal(err)
		}
		got, err := c.Tally(t.Context(), Tallying{Population: population.Population{Kind: rolecall.Film}, By: by, Roles: []rolecall.Role{rolecall.Director}, People: true})
		if err != nil {
			t.Fatal(err)
		}
		credits := make(map[Key]int)
		for _, s := range got.Tallied {
			credits[s.Key] += s.Credits.Total()
		}
		parts := make(map[Key]bool)
		for _, p := range got.Parts {
			parts[p.Key] = true
		}
		if len(credits) != len(want) || len(parts) != len(want) {
			t.Errorf("by %s: %v in parts %v, want %v", asked, credits, parts, want)
		}
		for key, n := range want {
			if credits[key] != n || !parts[key] {
				t.Errorf("by %s, %q: %d credits, want %d", asked, key, credits[key], n)
			}
		}
	}
}

// boundsCatalog has five films with a director each.
func boundsCatalog(t *testing.T) *Catalog {
	fill := func(_ context.Context, sink source.Sink) error {
		for _, film := range []struct {
			title rolecall.Title
			born  int
		}{
			{rolecall.Title{ID: "ada", Year: 2014, Budget: 2e6, Minutes: 80}, 1990},
			{rolecall.Title{ID: "ben", Year: 2015, Budget: 15e6, Minutes: 95}, 1980},
			{rolecall.Title{ID: "cyd", Year: 2016, Budget: 60e6, Minutes: 100}, 1990},
			{rolecall.Title{ID: "dot", Year: 2017, Budget: 100e6, Minutes: 120}, 1970},
			{rolecall.Title{ID: "eve", Year: 2018}, 0},
		} {
			id := film.title.ID
			film.title.Kind, film.title.Name = rolecall.Film, "A film of "+id
			faults := []error{
				sink.AddTitle(film.title), sink.AddPerson(rolecall.Person{ID: "p-" + id, Name: id, Born: film.born}),
				sink.AddCredit(rolecall.Credit{TitleID: id, PersonID: "p-" + id, Role: rolecall.Director, Scope: rolecall.OfTitle}),
			}
			if err := errors.Join(faults...); err != nil {
				return err
			}
		}
		return sink.AddSource(rolecall.Source{ID: "own", Name: "own"})
	}
	return OpenOnce(t, "bounds", Recipe{Name: "bounds", Built: time.Unix(0, 0), Fill: fill})
}
