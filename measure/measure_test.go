package measure_test

import (
	"slices"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/catalog/catalogtest"
	"rolecall/measure"
	"rolecall/population"
	"rolecall/source/starter"
)

// starterCatalog is the catalog that comes with the program.
func starterCatalog(t *testing.T) *catalog.Catalog {
	t.Helper()
	return catalogtest.Open(t, starter.Name, starter.Fill)
}

func lineup(t *testing.T, c *catalog.Catalog, id string) measure.Lineup {
	t.Helper()
	title, held, err := c.Title(t.Context(), id)
	if err != nil || !held {
		t.Fatalf("%s: held %v, %v", id, held, err)
	}
	l, err := measure.LineupOf(t.Context(), c, title, false)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestTheSeasonThatStartedIt(t *testing.T) {
	l := lineup(t, starterCatalog(t), "jessica-jones/2")
	directors, _ := l.Role(rolecall.Director)
	if directors.People != (rolecall.Tally{Women: 13}) || directors.Credits != (rolecall.Tally{Women: 13}) {
		t.Errorf("directors: people %+v, credits %+v", directors.People, directors.Credits)
	}
	if got := directors.PerTitle.All(rolecall.Woman).String(); got != "13 of 13" {
		t.Errorf("%s episodes directed by women", got)
	}
	for i, c := range directors.Credited {
		if !slices.Equal(c.Leaves, []int{i}) {
			t.Errorf("%s directed %v, want episode %d", c.Person.Name, c.Leaves, i+1)
		}
		for _, key := range c.Citations {
			if _, held := l.Pages[key]; !held {
				t.Errorf("the page %s of %s is not with the lineup", key, c.Person.Name)
			}
		}
	}
	lead, known := l.Lead()
	if !known || len(lead.Credited) != 1 || lead.Credited[0].Person.Name != "Krysten Ritter" || lead.PerTitle.Held() != 13 {
		t.Errorf("lead: %+v", lead)
	}
	showrunner, _ := l.Role(rolecall.Showrunner)
	if len(showrunner.Credited) != 1 || showrunner.Credited[0].Person.Name != "Melissa Rosenberg" || showrunner.Credited[0].Scope != rolecall.OfSeason {
		t.Errorf("showrunner: %+v", showrunner.Credited)
	}
	cast, _ := l.Role(rolecall.Cast)
	for i := 1; i < len(cast.Credited); i++ {
		if a, b := cast.Credited[i-1].Billing, cast.Credited[i].Billing; b != 0 && (a == 0 || a > b) {
			t.Errorf("the cast is not in the order of billing: %d before %d", a, b)
		}
	}
}

// A series is the sum of its seasons in episodes and credits; people who worked
// on several count once.
func TestASeriesSumsItsSeasons(t *testing.T) {
	c := starterCatalog(t)
	for _, id := range []string{"jessica-jones", "game-of-thrones", "transparent", "queen-sugar"} {
		series := lineup(t, c, id)
		for _, r := range series.Roles {
			var credits rolecall.Tally
			var perTitle rolecall.PerTitle
			most := 0
			for _, season := range series.Seasons {
				l := lineup(t, c, season.Season.ID)
				if part, held := l.Role(r.Role); held {
					credits = credits.Plus(part.Credits)
					perTitle = append(perTitle, part.PerTitle...)
					most += part.People.Total()
					if season.People[r.Role] != part.People || !slices.Equal(season.PerTitle[r.Role], part.PerTitle) {
						t.Errorf("%s, %s: the season counts otherwise by itself", season.Season.ID, r.Role)
					}
				} else {
					perTitle = append(perTitle, make(rolecall.PerTitle, len(l.Leaves))...)
				}
			}
			if credits != r.Credits || !slices.Equal(perTitle, r.PerTitle) || r.People.Total() > most {
				t.Errorf("%s, %s: seasons give %+v, the series %+v", id, r.Role, credits, r.Credits)
			}
		}
	}
}

func TestARoleThatNobodyHoldsIsCountedAsUnknown(t *testing.T) {
	l := lineup(t, starterCatalog(t), "transparent/1")
	directors, _ := l.Role(rolecall.Director)
	if got := directors.PerTitle.Any(rolecall.Nonbinary).String(); got != "2–10 of 10" {
		t.Errorf("%s episodes by a non-binary director", got)
	}
	if directors.People != (rolecall.Tally{Women: 1, Nonbinary: 1}) || directors.Credits.Total() != 2 {
		t.Errorf("people %+v, credits %+v", directors.People, directors.Credits)
	}
	last := directors.Credited[len(directors.Credited)-1]
	if len(last.Leaves) != 0 || last.Scope != rolecall.OfSeason {
		t.Errorf("a director of whom no episode is known: %+v", last)
	}
}

func TestCareer(t *testing.T) {
	c := starterCatalog(t)
	p, err := c.FindPerson(t.Context(), "uta briesewitz")
	if err != nil {
		t.Fatal(err)
	}
	career, err := measure.CareerOf(t.Context(), c, p)
	if err != nil {
		t.Fatal(err)
	}
	if p.Gender != rolecall.Woman || len(career.Deciding) == 0 || len(career.Deciding) != len(career.Statements) {
		t.Errorf("%s by %d of %d statements", p.Gender, len(career.Deciding), len(career.Statements))
	}
	episodes := map[string][]int{}
	for i, w := range career.Works {
		if i > 0 && w.Title.Year > career.Works[i-1].Title.Year {
			t.Error("the latest is not first")
		}
		for _, leaf := range w.Leaves {
			episodes[w.Title.ID] = append(episodes[w.Title.ID], leaf.Episode)
		}
		for _, key := range w.Citations {
			if _, held := career.Pages[key]; !held {
				t.Errorf("the page %s is not with the career", key)
			}
		}
	}
	if !slices.Equal(episodes["jessica-jones/1"], []int{11}) || !slices.Equal(episodes["jessica-jones/2"], []int{13}) {
		t.Errorf("episodes %v", episodes)
	}
}

func TestSearch(t *testing.T) {
	c := starterCatalog(t)
	year := func(y int) rolecall.Date { return rolecall.Date{Year: y} }
	for _, test := range []struct {
		search measure.Search
		text   string
		title  string
		people bool
	}{
		{measure.Search{Most: 20}, "jesica jones", "jessica-jones", true},
		{measure.Search{Most: 20}, "zoe", "", true},
		{measure.Search{Most: 20}, "kore-eda", "", true},
		{measure.Search{Most: 1, Population: population.Population{Kind: rolecall.Film, From: year(2017), To: year(2017)}, TitlesOnly: true}, "wonder", "wonder-woman-2017", false},
		{measure.Search{Most: 20, Population: population.Population{Kind: rolecall.Film, From: year(2021)}, TitlesOnly: true}, "wonder woman", "", false},
	} {
		found, err := test.search.Run(t.Context(), c, test.text)
		if err != nil {
			t.Fatal(err)
		}
		first := ""
		if len(found.Titles) > 0 {
			first = found.Titles[0].ID
		}
		if first != test.title || (len(found.People) > 0) != test.people || len(found.Titles) > test.search.Most {
			t.Errorf("%s among %s: %s first, %d people", test.text, test.search.Population.Words(), first, len(found.People))
		}
	}
}
