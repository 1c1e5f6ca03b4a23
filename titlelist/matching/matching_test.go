package matching_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rolecall"
	"rolecall/catalog"
	"rolecall/catalog/catalogtest"
	"rolecall/source"
	"rolecall/source/starter"
	"rolecall/titlelist"
	"rolecall/titlelist/matching"
)

// identified is the starter with the identifiers of some of its titles, and two titles
// that share a name and a year.
func identified(ctx context.Context, sink source.Sink) error {
	if err := starter.Fill(ctx, sink); err != nil {
		return err
	}
	var faults []error
	for id, of := range map[string][2]string{
		"wonder-woman-2017": {string(rolecall.WikidataID), "Q15068436"}, "lady-bird-2017": {string(rolecall.WikidataID), "Q28936571"},
		"jessica-jones": {string(rolecall.IMDbID), "tt2357547"}, "barry": {string(rolecall.TMDBID), "73107"}, "roma-2018": {string(rolecall.TMDBID), "426426"},
		"parasite-2019": {string(rolecall.IMDbID), "tt6751668"}, "titane-2021": {string(rolecall.IMDbID), "tt10944760"},
	} {
		faults = append(faults, sink.AddIdentifier(rolecall.Identifier{Owner: id, Scheme: rolecall.Scheme(of[0]), Value: of[1]}))
	}
	faults = append(faults, sink.AddTitle(rolecall.Title{ID: "manbiki-kazoku-2018", Kind: rolecall.Film, Name: "万引き家族", Year: 2018}),
		sink.AddTitle(rolecall.Title{ID: "amelie-2001", Kind: rolecall.Film, Name: "Le Fabuleux Destin d'Amélie Poulain", Year: 2001}))
	for _, id := range []string{"suspiria-2018-a", "suspiria-2018-b"} {
		faults = append(faults, sink.AddTitle(rolecall.Title{ID: id, Kind: rolecall.Film, Name: "Suspiria", Year: 2018}))
	}
	return errors.Join(faults...)
}

// outcome is a list matched, as texts: the titles, and the rows left aside.
func outcome(t *testing.T, c *catalog.Catalog, path string) (titles, left []string) {
	t.Helper()
	rows, err := titlelist.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	m, err := matching.Match(t.Context(), c, rows)
	if err != nil {
		t.Fatal(err)
	}
	if m.Rows+len(m.Unmatched) != len(rows) {
		t.Errorf("%s: of %d rows %d are titles and %d are left aside", path, len(rows), m.Rows, len(m.Unmatched))
	}
	for _, u := range m.Unmatched {
		line := fmt.Sprintf("%d: %s: %s", u.Line, u.Text, u.Why)
		for _, one := range u.Candidates {
			line += " | " + one.ID
		}
		left = append(left, line)
	}
	return m.Titles.IDs(), left
}

func TestListsAsPeopleKeepThem(t *testing.T) {
	c := catalogtest.Open(t, "identified", identified)
	for file, want := range map[string]struct{ titles, left []string }{
		"letterboxd-list.csv": {
			[]string{"lady-bird-2017", "portrait-of-a-lady-on-fire-2019", "titane-2021", "top-gun-maverick-2022"},
			[]string{"11: Wonder Woman (2016), https://boxd.it/9tKq: no title of that name is of that year | wonder-woman-2017"},
		},
		"letterboxd-watched.csv": {
			[]string{"13th-2016", "parasite-2019"},
			[]string{
				"2: Nomadland (2020), https://boxd.it/mSgO: no title of that name is of that year | nomadland-2020", // a year early there
				"5: Stalker (1979), https://boxd.it/2bcA: no title is of that name",
			},
		},
		"imdb-list.csv": {
			[]string{"chernobyl", "jessica-jones", "lady-bird-2017"},
			[]string{`5: The Last of Us (2013), Video Game, tt2140507: "Video Game" is no kind of title that is counted: film, series, season or episode is`},
		},
		"imdb-ratings.csv": {
			[]string{"parasite-2019"},
			[]string{"2: The Hurt Locker (2008), movie, tt0887912: no title of that name is of that year | the-hurt-locker-2009"},
		},
		"wikidata.txt": {
			[]string{"lady-bird-2017", "wonder-woman-2017"},
			[]string{"4: wd:Q999999999: no title of this catalog has the identifier"},
		},
		"names.csv": {
			[]string{"barry", "narcos", "wonder-woman-2017"},
			[]string{"3: Jesica Jones (2015), series: no title is of that name | jessica-jones", "5: Frosen (2013), film: no title is of that name | frozen-2013"},
		},
	} {
		titles, left := outcome(t, c, filepath.Join("..", "testdata", file))
		if !slices.Equal(titles, want.titles) {
			t.Errorf("%s: %q, want %q", file, titles, want.titles)
		}
		if len(left) != len(want.left) {
			t.Errorf("%s leaves aside %q, want %q", file, left, want.left)
			continue
		}
		for i := range left {
			if !strings.HasPrefix(left[i], want.left[i]) {
				t.Errorf("%s leaves aside\n%s, want\n%s", file, left[i], want.left[i])
			}
		}
	}
}

// One row by itself, as a line or with the columns that are named.
func TestRows(t *testing.T) {
	c := catalogtest.Open(t, "identified", identified)
	for text, want := range map[string]string{
		"Lady Bird":            "lady-bird-2017",
		"lady bird (2017)":     "lady-bird-2017",
		"LADY BIRD (2018)":     "no title of that name is of that year",
		"Love, Simon (2018)":   "no title is of that name",
		"jessica jones s2":     "jessica-jones/2",
		"jessica-jones/2":      "jessica-jones/2",
		"jessica jones s9":     "has no season 9",
		"tt2357547":            "jessica-jones",
		"tt6751668\ntt6751668": "parasite-2019",
		"https://www.imdb.com/title/tt2357547/episodes/?season=2": "jessica-jones/2",
		"https://www.themoviedb.org/tv/73107-barry":               "barry",
		"https://www.themoviedb.org/movie/73107":                  "no title of this catalog has the identifier",
		"https://en.wikipedia.org/wiki/Lady_Bird_(film)":          "lady-bird-2017",
		"万引き家族":        "manbiki-kazoku-2018",
		"万引き家族 (2018)": "manbiki-kazoku-2018",
		"万引き家族 (2019)": "no title of that name is of that year | manbiki-kazoku-2018",
		"是枝裕和":         "no title is of that name",
		"Title,Year\nle fabuleux destin d’amelie poulain,2001": "amelie-2001",
		"Q99999999999":                                               "no title of this catalog has the identifier",
		"https://www.imdb.com/name/nm0000001/":                       "the identifier is a person's",
		"Const,Title,Type\ntt2140507,Barry,Video Game":               "\"Video Game\" is no kind of title that is counted",
		"Title,Year\nLady Bird,2016":                                 "no title of that name is of that year | lady-bird-2017",
		"name,imdb\nBar\x01ry,":                                      "a control character stands in it",
		"nm0000001":                                                  "the identifier is a person's",
		"Suspiria":                                                   "several titles are of that name | suspiria-2018-a | suspiria-2018-b",
		"Suspiria (2018)":                                            "several titles are of that name",
		"name,year\nRoma,2018":                                       "roma-2018",
		"name,year\nRoma,2019":                                       "no title of that name is of that year",
		"name,year\nRoma,soon":                                       "the year is \"soon\"",
		"name,released\nRoma,2018-11-21":                             "roma-2018",
		"name,kind\nRoma,series":                                     "no title of that name is of that kind",
		"name,kind\nBarry,TV Series":                                 "barry",
		"name,season\nJessica Jones,2":                               "jessica-jones/2",
		"name,season,episode\nJessica Jones,2,1":                     "jessica-jones/2/1",
		"name,type,year\nAKA Start at the Beginning,episode,":        "jessica-jones/2/1",
		"tmdb_id,type\n73107,show":                                   "barry",
		"tmdb_id,type\n426426,movie":                                 "roma-2018",
		"tmdb_id\n426426.0":                                          "roma-2018",
		"Title\ntt2357547":                                           "jessica-jones",
		"Const,Title,Year\ntt10944760,Something else,1999":           "titane-2021",
		"Const,Title,Year\ntt9999999,Titane,2021":                    "no title has the identifier, and that of this name has another",
		"Const,Title,Year\ntt9999999,Nomadland,2021":                 "nomadland-2020",
		"Const,URL\ntt2357547,https://www.imdb.com/title/tt6751668/": "its identifiers are those of several titles",
		"name\tyear\nRoma\t2018":                                     "roma-2018",
		"\ufeffname;year\nRoma;2018":                                 "roma-2018",
		"name,year\nRo\"ma,2018":                                     "not a row of a CSV file",
	} {
		path := filepath.Join(t.TempDir(), "list.csv")
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		titles, left := outcome(t, c, path)
		if got := strings.Join(append(titles, left...), " "); got != want && !(len(titles) == 0 && strings.Contains(got, want)) {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// A book is read as its table, and so is one that names no columns.
func TestBooks(t *testing.T) {
	c := catalogtest.Open(t, "identified", identified)
	for name, rows := range map[string][][]any{
		"columns": {{"Favourites of 2020"}, {}, {"Title", "Year"}, {"Roma", 2018}, {"Lady Bird", 2017}},
		"lines":   {{"Roma (2018)"}, {"Lady Bird"}},
	} {
		book := excelize.NewFile()
		for i, row := range rows {
			if err := book.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
		path := filepath.Join(t.TempDir(), "list.xlsx")
		if err := book.SaveAs(path); err != nil {
			t.Fatal(err)
		}
		titles, left := outcome(t, c, path)
		if !slices.Equal(titles, []string{"lady-bird-2017", "roma-2018"}) {
			t.Errorf("%s: %q, left aside %q", name, titles, left)
		}
	}
}
