package measure_test

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/population"
)

var women = []rolecall.Gender{rolecall.Woman}

func report(t *testing.T, c *catalog.Catalog, q measure.Question) measure.Report {
	t.Helper()
	if q.Genders == nil {
		q.Genders = women
	}
	r, err := measure.ReportOn(t.Context(), c, q)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Whatever is asked: the rows of parts that share no title sum to the whole,
// bounds hold what is known, and the trend lies within its own.
func TestRowsSumToTheWhole(t *testing.T) {
	c := starterCatalog(t)
	breakdowns := []catalog.Breakdown{{}}
	for _, by := range catalog.Bys() {
		if detail, needs := by.Needs(); needs {
			if has, err := c.Has(t.Context(), detail); err != nil || !has {
				continue // the starter holds no genres, languages or companies
			}
		}
		breakdowns = append(breakdowns, catalog.Alone(by))
	}
	for _, two := range []string{"year,kind", "network,year=2015,2018", "country,network", "series,season"} {
		by, err := catalog.ParseBreakdown(two)
		if err != nil {
			t.Fatal(err)
		}
		breakdowns = append(breakdowns, by)
	}
	for _, by := range breakdowns {
		for _, unit := range rolecall.Units() {
			r := report(t, c, measure.Question{By: by, Unit: unit, Roles: []rolecall.Role{rolecall.Director, rolecall.Writer, rolecall.Lead}, Sample: true})
			sums := map[rolecall.Role]rolecall.Tally{}
			for _, row := range r.Rows {
				checkBounds(t, row)
				sums[row.Role] = sums[row.Role].Plus(row.Tally)
			}
			for _, total := range r.Total {
				sum := sums[total.Role]
				if unit != rolecall.People && !by.Overlaps() && sum != total.Tally {
					t.Errorf("by %s in %s, %s: rows sum to %+v, the whole is %+v", by, unit, total.Role, sum, total.Tally)
				}
				if sum.Total() < total.Tally.Total() {
					t.Errorf("by %s in %s, %s: rows sum to less than the whole", by, unit, total.Role)
				}
			}
			for _, trend := range r.Trends {
				if trend.Lower > trend.Known+1e-12 || trend.Known > trend.Upper+1e-12 {
					t.Errorf("the trend %+v lies outside its bounds", trend)
				}
			}
		}
	}
}

func checkBounds(t *testing.T, row measure.Row) {
	t.Helper()
	c, s := row.Count, row.Count.Share()
	if c.Certain > c.Possible || c.Possible > c.Of || row.Held > row.Leaves {
		t.Errorf("%s %s: %+v, %d of %d held", row.Key, row.Role, c, row.Held, row.Leaves)
	}
	if s.Known.Defined() && (s.Lower.Compare(s.Known) > 0 || s.Known.Compare(s.Upper) > 0) {
		t.Errorf("%s %s: the bounds %v lack what is known", row.Key, row.Role, s)
	}
	if known, ok := s.Known.Value(); ok != (row.Interval != nil) || ok && (row.Interval.Lower > known+1e-9 || row.Interval.Upper < known-1e-9) {
		t.Errorf("%s %s: interval %+v, known %v", row.Key, row.Role, row.Interval, s.Known)
	}
}

// A narrower population never counts more.
func TestASubsetNeverCountsMore(t *testing.T) {
	c := starterCatalog(t)
	rapid.Check(t, func(r *rapid.T) {
		wide := population.Population{From: rolecall.Date{Year: rapid.IntRange(2009, 2017).Draw(r, "from")}}
		narrow := wide
		narrow.To = rolecall.Date{Year: rapid.IntRange(2017, 2024).Draw(r, "to")}
		narrow.Kind = rapid.SampledFrom([]rolecall.Kind{"", rolecall.Season, rolecall.Film}).Draw(r, "kind")
		unit := rapid.SampledFrom(rolecall.Units()).Draw(r, "unit")
		roles := []rolecall.Role{rolecall.Director, rolecall.Cast}
		all := report(t, c, measure.Question{Population: wide, Roles: roles, Unit: unit})
		some := report(t, c, measure.Question{Population: narrow, Roles: roles, Unit: unit})
		for i := range roles {
			a, b := all.Rows[i], some.Rows[i]
			if b.Count.Of > a.Count.Of || b.Count.Certain > a.Count.Certain || b.Count.Possible > a.Count.Possible || b.Held > a.Held {
				r.Fatalf("%s counts %v, %s %v", wide.Words(), a.Count, narrow.Words(), b.Count)
			}
		}
	})
}

// A ranking's order is that of the shares that a report gives each season by
// itself, where a credit is held for every episode.
func TestARankingAgreesWithReports(t *testing.T) {
	c := starterCatalog(t)
	contest := measure.Contest{Population: population.Population{Kind: rolecall.Season, From: rolecall.Date{Year: 2018}}, Role: rolecall.Director, Unit: rolecall.People, Genders: women, Most: 100}
	ranking, err := measure.RankingOf(t.Context(), c, contest)
	if err != nil || len(ranking.Rows) < 10 {
		t.Fatalf("%d rows, %v", len(ranking.Rows), err)
	}
	for _, row := range ranking.Rows {
		if row.Held < row.Leaves {
			continue
		}
		p := population.Population{Kind: rolecall.Season, Series: []string{row.Title.SeriesID}, From: row.Title.First(), To: row.Title.First()}
		r := report(t, c, measure.Question{Population: p, Roles: []rolecall.Role{rolecall.Director}, Unit: rolecall.People})
		if r.Rows[0].Count != row.Count || r.Rows[0].Tally != row.Tally {
			t.Errorf("%s: ranked with %v, reported with %v", row.Title.ID, row.Count, r.Rows[0].Count)
		}
	}
}

func TestReportsOfTheStarter(t *testing.T) {
	c := starterCatalog(t)
	jones := population.Population{Kind: rolecall.Season, Series: []string{"jessica-jones"}}
	r := report(t, c, measure.Question{Population: jones, By: catalog.Alone(catalog.ByYear), Roles: []rolecall.Role{rolecall.Director}, Unit: rolecall.TitlesAll})
	if r.Titles != 3 || r.Rows[1].Key.First != "2018" || r.Rows[1].Count.String() != "13 of 13" || r.Rows[1].Tally != (rolecall.Tally{Women: 13}) {
		t.Errorf("%d titles, %+v", r.Titles, r.Rows)
	}
	if len(r.Trends) != 0 {
		t.Errorf("a hand-picked catalog has the trends %+v", r.Trends)
	}
	given := report(t, c, measure.Question{Population: jones, Roles: []rolecall.Role{rolecall.Writer}, Given: &catalog.Given{Role: rolecall.Director, Genders: women}, Unit: rolecall.Credits})
	leaves := 0
	for _, row := range given.Rows {
		leaves += row.Leaves
	}
	if leaves != 39 || given.Rows[0].Given != catalog.GivenYes {
		t.Errorf("%d episodes, %+v", leaves, given.Rows)
	}
	nobody := report(t, c, measure.Question{Population: jones, Roles: []rolecall.Role{rolecall.Makeup}, Unit: rolecall.Credits})
	if share := nobody.Rows[0].Count.Share(); share.Known.Defined() || share.Lower.Defined() {
		t.Errorf("a share of nobody has a value: %+v", share)
	}
	unstated := report(t, c, measure.Question{Population: jones, Roles: []rolecall.Role{rolecall.Director}, Genders: []rolecall.Gender{rolecall.Nonbinary}, Unit: rolecall.Credits})
	if count := unstated.Rows[0].Count; count.Certain != 0 {
		t.Errorf("a gender nobody states: %v", count)
	}
}

// Each reading counts the titles and people that the rules in Go count of the line-ups.
func TestReadingsAreThoseOfTheTitlesOneByOne(t *testing.T) {
	c := starterCatalog(t)
	among := population.Population{Kind: rolecall.Season}
	ids := seasonsOf(t, c)
	left := 0
	for _, role := range []rolecall.Role{rolecall.Director, rolecall.Writer, rolecall.Cinematographer} {
		for _, reading := range rolecall.Readings() {
			var per rolecall.PerTitle
			var credits rolecall.Tally
			held := 0
			for _, id := range ids {
				l := lineup(t, c, id)
				count, isHeld := l.Role(role)
				if !isHeld {
					count.PerTitle = make(rolecall.PerTitle, len(l.Leaves))
				}
				held += count.PerTitle.Held()
				per, credits = append(per, count.PerTitle.Read(reading)...), credits.Plus(count.Credits.Read(reading))
			}
			for unit, want := range map[rolecall.Unit]rolecall.Count{
				rolecall.Credits: credits.Count(rolecall.Woman), rolecall.TitlesAny: per.Any(rolecall.Woman), rolecall.TitlesAll: per.All(rolecall.Woman),
			} {
				row := report(t, c, measure.Question{Population: among, Roles: []rolecall.Role{role}, Unit: unit, Reading: reading}).Total[0]
				if row.Count != want || row.Held != held {
					t.Errorf("%s in %s, %s: %v with %d held; want %v with %d", role, unit, reading, row.Count, row.Held, want, held)
				}
				if known := row.Count.Settled() == row.Count.Of; reading == rolecall.WhereKnown && !known {
					t.Errorf("%s in %s: %v where known", role, unit, row.Count)
				}
				if unit == rolecall.TitlesAll && reading == rolecall.WhereKnown {
					left += held - row.Count.Of
					if row.Stated != (rolecall.Fraction{Numerator: len(per), Denominator: held}) {
						t.Errorf("%s: stated on %v, want %d of %d", role, row.Stated, len(per), held)
					}
				}
			}
		}
	}
	if left == 0 {
		t.Error("no episode is left out by any reading: the test tries nothing")
	}
}

// seasonsOf are the seasons of a catalog.
func seasonsOf(t *testing.T, c *catalog.Catalog) (ids []string) {
	t.Helper()
	ranking, err := measure.RankingOf(t.Context(), c, measure.Contest{Population: population.Population{Kind: rolecall.Season}, Role: rolecall.Director, Genders: women, Unit: rolecall.People, Most: 1000})
	if err != nil || ranking.Titles != len(ranking.Rows) {
		t.Fatalf("%d of %d seasons have a director, %v", len(ranking.Rows), ranking.Titles, err)
	}
	for _, row := range ranking.Rows {
		ids = append(ids, row.Title.ID)
	}
	return ids
}

func TestQuestionsWithoutAnAnswer(t *testing.T) {
	c := starterCatalog(t)
	for name, q := range map[string]measure.Question{
		"unknown as a share": {Genders: []rolecall.Gender{rolecall.Unknown}},
		"nobody's share":     {Genders: []rolecall.Gender{}},
		"films by series":    {Genders: women, By: catalog.Alone(catalog.BySeries), Population: population.Population{Kind: rolecall.Film}},
		"years reversed":     {Genders: women, Population: population.Population{From: rolecall.Date{Year: 2018}, To: rolecall.Date{Year: 2010}}},
		"given the unknown":  {Genders: women, Given: &catalog.Given{Role: rolecall.Director, Genders: []rolecall.Gender{rolecall.Unknown}}},
	} {
		if _, err := measure.ReportOn(t.Context(), c, q); err == nil {
			t.Errorf("%s is answered", name)
		}
	}
	empty, lacking := new(catalog.EmptyError), new(catalog.UnanswerableError)
	_, err := measure.ReportOn(t.Context(), c, measure.Question{Genders: women, Population: population.Population{Networks: []string{"Netflx"}}})
	if !errors.As(err, &empty) || !slices.Equal(empty.Unheld, []string{"the network Netflx"}) {
		t.Errorf("an empty population: %v", err)
	}
	_, err = measure.ReportOn(t.Context(), c, measure.Question{Genders: women, Population: population.Population{Genres: []string{"Drama"}}})
	if !errors.As(err, &lacking) {
		t.Errorf("genres, which the starter lacks: %v", err)
	}
	_, err = measure.RankingOf(t.Context(), c, measure.Contest{Population: population.Population{Top: 3}, Role: rolecall.Director, Genders: women, Most: 3})
	if !errors.As(err, &lacking) {
		t.Errorf("votes, which the starter lacks: %v", err)
	}
}

func TestAHandPickedCatalogSaysNothingOfRarity(t *testing.T) {
	c := starterCatalog(t)
	title, _, err := c.Title(t.Context(), "jessica-jones/2")
	if err != nil {
		t.Fatal(err)
	}
	_, err = measure.RarityOf(t.Context(), c, title, measure.Comparables(title), women)
	if want := regexp.MustCompile(`^unverifiable: the catalog holds \d+ hand-picked seasons; import IMDb to answer$`); err == nil || !want.MatchString(err.Error()) {
		t.Errorf("%v, want %s", err, want)
	}
}

// The interval of 81 of 263, worked out from the formula by another program.
func TestWilsonInterval(t *testing.T) {
	i := measure.WilsonInterval(rolecall.Count{Certain: 81, Possible: 81, Of: 263})
	if math.Abs(i.Lower-0.2553) > 5e-5 || math.Abs(i.Upper-0.3662) > 5e-5 {
		t.Errorf("%+v", i)
	}
	if measure.WilsonInterval(rolecall.Count{Possible: 4, Of: 4}) != nil {
		t.Error("nobody known has an interval")
	}
	for n := 1; n < 30; n++ {
		for k := 0; k <= n; k++ {
			i := measure.WilsonInterval(rolecall.Count{Certain: k, Possible: k, Of: n})
			if p := float64(k) / float64(n); i.Lower < 0 || i.Upper > 1 || i.Lower > p+1e-12 || i.Upper < p-1e-12 {
				t.Errorf("%d of %d: %+v", k, n, i)
			}
		}
	}
}

func ExamplePercentile() {
	least, most := measure.Percentile(rolecall.Count{Certain: 3, Possible: 10, Of: 200})
	fmt.Println(least.Percent(), most.Percent())
	// Output: 95 % 98.5 %
}

// What cannot be asked together is refused before anything is counted.
func TestQuestionsOfFirstCreditsAndMakers(t *testing.T) {
	director, women := []rolecall.Role{rolecall.Director}, []rolecall.Gender{rolecall.Woman}
	for name, q := range map[string]measure.Question{
		"first of no role":        {First: true, Unit: rolecall.People},
		"first of two roles":      {First: true, Unit: rolecall.People, Roles: []rolecall.Role{rolecall.Director, rolecall.Writer}},
		"first lead":              {First: true, Unit: rolecall.People, Roles: []rolecall.Role{rolecall.Lead}},
		"first in titles":         {First: true, Unit: rolecall.TitlesAny, Roles: director},
		"first of a team":         {First: true, Unit: rolecall.Credits, Roles: director, Makers: catalog.MadeByTeam},
		"people of a team":        {Unit: rolecall.People, Roles: director, Makers: catalog.MadeByTeam},
		"billed directors":        {Billed: rolecall.Billed{To: 3}, Unit: rolecall.Credits, Roles: director},
		"ages of films":           {By: catalog.Alone(catalog.ByAge), Unit: rolecall.TitlesAll, Roles: director},
		"seasons by number, film": {By: catalog.Alone(catalog.BySeason), Unit: rolecall.Credits, Population: population.Population{Kind: rolecall.Film}},
	} {
		q.Genders = women
		if q.Validate() == nil {
			t.Errorf("%s is asked", name)
		}
	}
	if err := (measure.Question{First: true, Unit: rolecall.Credits, Roles: director, Genders: women, By: catalog.Alone(catalog.ByYear)}).Validate(); err != nil {
		t.Error(err)
	}
}
