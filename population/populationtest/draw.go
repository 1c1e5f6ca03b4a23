// Package populationtest makes titles and populations to try rules with: whatever a
// population can ask is asked of titles of which some pass.
package populationtest

import (
	"fmt"
	"slices"
	"strconv"

	"pgregory.net/rapid"

	"rolecall"
	"rolecall/population"
)

var (
	networks  = []string{"Netflix", "HBO", "FX", "Canal+"}
	countries = []string{"United States", "France", "日本"}
	genres    = []string{"Drama", "Comedy", "Sci-Fi"}
	languages = []string{"English", "French", "日本語"}
	companies = []string{"A24", "Pathé", "Working Title"}
)

// titles is how many films and how many series there are.
const titles = 60

// values draw what is asked of a field, by its key.
var values = map[string]func(*rapid.T) []string{
	"kind": func(t *rapid.T) []string {
		return []string{string(rapid.SampledFrom(rolecall.Kinds()).Draw(t, "kind"))}
	},
	"from":           func(t *rapid.T) []string { return []string{date(t, "from")} },
	"to":             func(t *rapid.T) []string { return []string{date(t, "to")} },
	"networks":       func(t *rapid.T) []string { return names(t, "networks", append(networks, "netFLIX", "None")) },
	"countries":      func(t *rapid.T) []string { return names(t, "countries", append(countries, "FRANCE", "EU", "Nordic")) },
	"genres":         func(t *rapid.T) []string { return names(t, "genres", append(genres, "drama")) },
	"without_genres": func(t *rapid.T) []string { return names(t, "without genres", append(genres, "drama")) },
	"languages":      func(t *rapid.T) []string { return names(t, "languages", append(languages, "french")) },
	"companies":      func(t *rapid.T) []string { return names(t, "companies", append(companies, "a24")) },
	"season_number":  func(t *rapid.T) []string { return []string{strconv.Itoa(rapid.IntRange(1, 3).Draw(t, "season"))} },
	"min_budget":     func(t *rapid.T) []string { return []string{strconv.Itoa(rapid.IntRange(1, 9).Draw(t, "least") * 1e6)} },
	"max_budget":     func(t *rapid.T) []string { return []string{strconv.Itoa(rapid.IntRange(1, 9).Draw(t, "most")) + "M"} },
	"shorts":         func(*rapid.T) []string { return []string{"true"} },
	"series":         func(t *rapid.T) []string { return names(t, "series", someSeries()) },
	"min_episodes":   func(t *rapid.T) []string { return []string{strconv.Itoa(rapid.IntRange(1, 7).Draw(t, "least"))} },
	"specials":       func(*rapid.T) []string { return []string{"true"} },
	"titles":         func(t *rapid.T) []string { return rapid.SliceOfN(rapid.Custom(id), 1, 40).Draw(t, "titles") },
	"top":            func(t *rapid.T) []string { return []string{strconv.Itoa(rapid.IntRange(1, 9).Draw(t, "top"))} },
	"by": func(t *rapid.T) []string {
		return []string{string(rapid.SampledFrom(population.TopBys()).Draw(t, "top by"))}
	},
}

// Values draws what is asked of a field. A field for which nothing is drawn fails the
// test: its rule would be tried by nobody.
func Values(t *rapid.T, f population.Field) []string {
	draw, is := values[f.Key]
	if !is {
		t.Fatalf("the field %q has no values to try it with: add them to the table in populationtest", f.Key)
	}
	return draw(t)
}

// Fields are those that can be asked by themselves.
func Fields() []population.Field {
	return slices.DeleteFunc(population.Fields(), func(f population.Field) bool { return f.Key == "" })
}

// Draw draws a population that asks for some fields, all at once.
func Draw(t *rapid.T) (p population.Population) {
	for _, f := range Fields() {
		if !rapid.Bool().Draw(t, "ask for "+f.Key) {
			continue
		}
		if err := f.Set(&p, Values(t, f)...); err != nil {
			t.Fatalf("%s: %v", f.Key, err)
		}
	}
	if p.Validate() != nil {
		p.From, p.MinEpisodes, p.SeasonNumber, p.MinBudget = rolecall.Date{}, 0, 0, 0
		if p.Top == 0 {
			p.TopBy = ""
		}
	}
	return p
}

// Titles are films and series with seasons and episodes, some of which pass whatever
// Values asks, and others not.
func Titles() (all []rolecall.Title) {
	for i := range titles {
		film := rolecall.Title{ID: filmID(i), Kind: rolecall.Film, Name: fmt.Sprintf("Film %d", i%50)}
		series := rolecall.Title{ID: seriesID(i), Kind: rolecall.Series, Name: seriesName(i)}
		fill(&film, i)
		fill(&series, i*7)
		all = append(all, film, series)
		for number := range 1 + i%4 {
			all = append(all, season(series, i, number)...)
		}
	}
	return all
}

// season is a season with its episodes; number 0 holds specials.
func season(series rolecall.Title, i, number int) []rolecall.Title {
	s := rolecall.Title{ID: seasonID(i, number), Kind: rolecall.Season, Name: series.Name, SeriesID: series.ID, Season: number}
	fill(&s, i*5+number)
	if i%2 == 0 { // what it has from its series
		s.Networks, s.Countries, s.Genres, s.Votes = nil, nil, nil, 0
		s.Languages, s.Companies = nil, nil
	}
	all := []rolecall.Title{s}
	for n := range i % 8 {
		e := rolecall.Title{ID: episodeID(i, number, n), Kind: rolecall.Episode, Name: fmt.Sprintf("Episode %d", n),
			SeriesID: series.ID, SeasonID: s.ID, Season: number, Episode: n + 1}
		fill(&e, i*3+n)
		all = append(all, e)
	}
	return all
}

// fill says of a title what its number makes of it; each is missing of some.
func fill(t *rolecall.Title, i int) {
	if i%11 > 0 {
		t.Year = 2012 + i%8
	}
	if t.Year > 0 && i%3 > 0 {
		t.Released = rolecall.Date{Year: t.Year, Month: 1 + i%12}
		if i%3 > 1 {
			t.Released.Day = 1 + i%28
		}
	}
	t.Languages, t.Companies, t.Minutes = some(languages, i/4), some(companies, i/5), i%4*45
	t.Budget, t.Revenue = int64(i*7%10)*1e6, int64(i*3%7)*1e6
	if i%9 == 0 {
		t.Form = rolecall.ShortForms[i%2]
	}
	t.Networks, t.Countries, t.Genres = some(networks, i), some(countries, i/2), some(genres, i/3)
	if i%5 > 0 {
		t.Votes = 1 + i*37%13
	}
}

// some are none, one or two of a list.
func some(from []string, i int) (picked []string) {
	for n := range i % 3 {
		picked = append(picked, from[(i+n)%len(from)])
	}
	return picked
}

func filmID(i int) string               { return fmt.Sprintf("film-%02d", i) }
func seriesID(i int) string             { return fmt.Sprintf("series-%02d", i) }
func seriesName(i int) string           { return fmt.Sprintf("Series %d", i) }
func seasonID(i, number int) string     { return fmt.Sprintf("series-%02d/%d", i, number) }
func episodeID(i, number, n int) string { return fmt.Sprintf("series-%02d/%d/%d", i, number, n) }

func someSeries() (all []string) {
	for i := range 12 {
		all = append(all, seriesID(i), "SERIES "+strconv.Itoa(i))
	}
	return all
}

// id draws the identifier of a title, a few of none.
func id(t *rapid.T) string {
	i, number := rapid.IntRange(0, titles-1).Draw(t, "number"), rapid.IntRange(0, 3).Draw(t, "season")
	return rapid.SampledFrom([]string{filmID(i), filmID(i), seriesID(i), seasonID(i, number), episodeID(i, number, 1), "nothing"}).Draw(t, "id")
}

func names(t *rapid.T, label string, from []string) []string {
	return rapid.SliceOfNDistinct(rapid.SampledFrom(from), 1, 2, rapid.ID[string]).Draw(t, label)
}

func date(t *rapid.T, label string) string {
	d := rolecall.Date{Year: rapid.IntRange(2011, 2020).Draw(t, label), Month: rapid.IntRange(0, 12).Draw(t, label)}
	if d.Month > 0 {
		d.Day = rapid.IntRange(0, 28).Draw(t, label)
	}
	return d.String()
}
