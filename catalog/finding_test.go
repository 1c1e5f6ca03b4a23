package catalog_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/population"
)

// namesakes is a catalog full of things that share their names.
func namesakes() facts {
	f := facts{sources: []rolecall.Source{{ID: "s", Name: "S"}}}
	add := func(t rolecall.Title) { f.titles = append(f.titles, t) }
	series := func(id, name string, year int, seasons, episodes int, countries ...string) {
		add(rolecall.Title{ID: id, Kind: rolecall.Series, Name: name, Year: year, Countries: countries})
		for s := 1; s <= seasons; s++ {
			season := id + "/" + string(rune('0'+s))
			add(rolecall.Title{ID: season, Kind: rolecall.Season, Name: name, SeriesID: id, Season: s, Year: year + s - 1})
			for e := 1; e <= episodes; e++ {
				add(rolecall.Title{ID: season + "/" + string(rune('0'+e)), Kind: rolecall.Episode, Name: name + " part " + string(rune('0'+e)), SeriesID: id, SeasonID: season, Season: s, Episode: e, Year: year + s - 1})
			}
		}
	}
	add(rolecall.Title{ID: "tt0116282", Kind: rolecall.Film, Name: "Fargo", Year: 1996})
	series("tt2802850", "Fargo", 2014, 3, 5)
	series("tt0290978", "The Office", 2001, 2, 2, "United Kingdom")
	series("tt0386676", "The Office", 2005, 4, 2, "United States of America")
	series("tt0068098", "M*A*S*H", 1972, 1, 1)
	series("tt0157246", "Will & Grace", 1998, 1, 2)
	series("tt0056751", "Doctor Who", 1963, 1, 1)
	series("tt0436992", "Doctor Who", 2005, 1, 1)
	add(rolecall.Title{ID: "tt3281548", Kind: rolecall.Film, Name: "Little Women", Year: 2019})
	add(rolecall.Title{ID: "tt0110367", Kind: rolecall.Film, Name: "Little Women", Year: 1994})
	add(rolecall.Title{ID: "tt1000001", Kind: rolecall.Film, Name: "Alone", Year: 2020})
	add(rolecall.Title{ID: "tt1000002", Kind: rolecall.Film, Name: "Alone", Year: 2020})
	add(rolecall.Title{ID: "tt2024544", Kind: rolecall.Film, Name: "12 Years a Slave", Year: 2013})
	add(rolecall.Title{ID: "tt0054047", Kind: rolecall.Film, Name: "The Magnificent Seven", Year: 1960})
	f.people = []rolecall.Person{
		{ID: "nm2588606", Name: "Steve McQueen"}, {ID: "nm0000537", Name: "Steve McQueen"}, {ID: "nm1950086", Name: "Greta Gerwig"},
		{ID: "nm0000001", Name: "John Hyams"}, {ID: "nm0000002", Name: "Il Cho"},
	}
	f.credits = []rolecall.Credit{
		{TitleID: "tt2024544", PersonID: "nm2588606", Role: rolecall.Director}, {TitleID: "tt0054047", PersonID: "nm0000537", Role: rolecall.Cast},
		{TitleID: "tt3281548", PersonID: "nm1950086", Role: rolecall.Director},
		{TitleID: "tt1000001", PersonID: "nm0000001", Role: rolecall.Director}, {TitleID: "tt1000002", PersonID: "nm0000002", Role: rolecall.Director},
	}
	f.identifiers = []rolecall.Identifier{
		{Owner: "tt0116282", Scheme: rolecall.WikidataID, Value: "Q222720"}, {Owner: "tt0116282", Scheme: rolecall.TMDBID, Value: "275"},
		{Owner: "tt2802850", Scheme: rolecall.TMDBID, Value: "60622"}, {Owner: "nm1950086", Scheme: rolecall.TMDBID, Value: "45400"},
		{Owner: "nm1950086", Scheme: rolecall.WikidataID, Value: "Q517025"},
		{Owner: "tt3281548", Scheme: rolecall.TMDBID, Value: "60622"}, // a film's number is another's than a series'
	}
	return f
}

func TestTitlesAreFoundByWhatIsSaidBesideTheName(t *testing.T) {
	t.Parallel()
	c := built(t, namesakes())
	for want, texts := range map[string][]string{
		"tt0116282": {
			"Fargo (1996 film)", "Fargo (film)", "Fargo film", "fargo 1996", "Fargo_(1996_film)", "Fargo (1996)", "Fargo.1996.1080p.BluRay.x264.mkv",
			"https://en.wikipedia.org/wiki/Fargo_(1996_film)", "en.m.wikipedia.org/wiki/Fargo_(film)", "Fargo (1996) - IMDb",
			"tt0116282", "TT0116282", "tt 0116282", "tt116282", "imdb:tt0116282", "https://www.imdb.com/title/tt0116282/", "imdb.com/title/tt0116282",
			"http://m.imdb.com/title/tt0116282/reference/", "https://www.imdb.com/title/tt0116282/?ref_=nv_sr_1", "//imdb.com/title/tt0116282?x=1#top",
			"https://www.imdb.com/de/title/tt0116282/fullcredits", "WWW.IMDB.COM/TITLE/TT0116282/", " tt0116282 ", "<https://www.imdb.com/title/tt0116282/>",
			"Q222720", "q222720", "wd:Q222720", "https://www.wikidata.org/wiki/Q222720", "wikidata.org/entity/Q222720", "m.wikidata.org/wiki/Q222720#sitelinks",
			"http://www.wikidata.org/wiki/Special:EntityData/Q222720.json", "https://www.themoviedb.org/movie/275-fargo", "themoviedb.org/movie/275",
			"https://www.themoviedb.org/movie/275-fargo/cast?language=de",
		},
		"tt2802850": {
			"Fargo (TV series)", "Fargo (2014 TV series)", "Fargo (TV Series 2014–2024) - IMDb", "Fargo (miniseries)", "Fargo tv series", "Fargo (2014)",
			"https://www.themoviedb.org/tv/60622-fargo", "themoviedb.org/tv/60622", "Fargo (web series)",
		},
		"tt2802850/2": {
			"Fargo season 2", "Fargo s2", "Fargo (season 2)", "Fargo, season two", "season 2 of Fargo", "Fargo S02 2015", "Fargo 2014 S02", "Fargo.S02.1080p",
			"https://www.imdb.com/title/tt2802850/episodes/?season=2", "https://www.themoviedb.org/tv/60622-fargo/season/2",
		},
		"tt2802850/2/4": {
			"Fargo S02E04", "Fargo 2x04", "fargo season 2 episode 4", "episode 4 of season 2 of fargo", "Fargo.S02E04.Fear.and.Trembling.1080p.mkv",
			"Fargo, s2e4", "Fargo (2014) S02E04", "fargo second season, fourth episode", "https://www.themoviedb.org/tv/60622-fargo/season/2/episode/4",
		},
		"tt0386676":     {"The Office (US)", "The Office US", "the office (American TV series)", "The Office (2005)", "The Office (U.S. TV series)"},
		"tt0290978":     {"The Office UK", "the office (British TV series)", "The Office (2001 TV series)"},
		"tt0386676/3/2": {"The Office US S03E02", "The.Office.US.S03E02.720p", "The Office (2005) 3x02"},
		"tt0068098/1/1": {"MASH episode 1", "M.A.S.H. S01E01", "M*A*S*H 1x01"},
		"tt0157246":     {"Will and Grace", "will & grace", "Will and Grace (TV series)"},
		"tt0436992":     {"Doctor Who (2005)", "Doctor Who 2005", "Doctor Who (2005 TV series)"},
		"tt3281548":     {"Little_Women_(2019_film)", "little.women.2019.2160p.UHD", "Little Women (film, 2019)"},
	} {
		for _, text := range texts {
			if found, err := c.FindTitle(t.Context(), text, catalog.Which{}); err != nil || found.ID != want {
				t.Errorf("%q: %s, %v; want %s", text, found.ID, err, want)
			}
			// A search lists it first.
			found, err := measure.Search{Most: 5}.Run(t.Context(), c, text)
			if err != nil || len(found.Titles) == 0 || found.Titles[0].ID != want {
				t.Errorf("search %q: %v, %v; want %s first", text, found.Titles, err, want)
			}
		}
	}
}

func TestWhatIsLackingIsSaid(t *testing.T) {
	c := built(t, namesakes())
	for text, want := range map[string]string{
		"Fargo S02E09":           "no episode 9",
		"Fargo S09E01":           "no season 9",
		"Fargo episode 3":        "has 3 seasons: say which",
		"Fargo (1997 film)":      "no title of 1997",
		"The Office (Danish)":    "no title from Denmark",
		"The Office S01E01":      "2 titles are named",
		"Fargo":                  "2 titles are named",
		"tt9999999":              "no title named",
		"nm1950086":              "no title named",
		"themoviedb.org/movie/1": "no title named",
	} {
		if found, err := c.FindTitle(t.Context(), text, catalog.Which{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %s, %v; want %s", text, found.ID, err, want)
		}
	}
}

// Namesakes are listed with what tells them apart.
func TestNamesakesAreToldApart(t *testing.T) {
	c := built(t, namesakes())
	notes := func(err error) (notes []string) {
		if ambiguous, is := errors.AsType[*catalog.AmbiguousError](err); is {
			for _, m := range ambiguous.Meant {
				notes = append(notes, m.ID+" "+m.Note)
			}
		}
		if missing, is := errors.AsType[*catalog.NotFoundError](err); is {
			for _, m := range append(missing.Others, missing.Near...) {
				notes = append(notes, m.ID+" "+m.Note)
			}
		}
		slices.Sort(notes)
		return notes
	}
	for text, want := range map[string][]string{
		"The Office":          {"tt0290978 series, 2001", "tt0386676 series, 2005"},
		"Fargo":               {"tt0116282 film, 1996", "tt2802850 series, 2014"},
		"Alone":               {"tt1000001 film, 2020, directed by John Hyams", "tt1000002 film, 2020, directed by Il Cho"},
		"The Office (Danish)": {"tt0290978 series, 2001", "tt0386676 series, 2005"},
	} {
		_, err := c.FindTitle(t.Context(), text, catalog.Which{})
		if got := notes(err); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q (%v)", text, got, want, err)
		}
	}
	_, err := c.FindPerson(t.Context(), "steve mcqueen")
	if got, want := notes(err), []string{"nm0000537 in The Magnificent Seven (1960)", "nm2588606 director of 12 Years a Slave (2013)"}; !slices.Equal(got, want) {
		t.Errorf("steve mcqueen: %q, %v", got, err)
	}
	_, err = c.FindTitle(t.Context(), "Greta Gerwig", catalog.Which{})
	if got := notes(err); !slices.Contains(got, "nm1950086 director of Little Women (2019)") {
		t.Errorf("a person's name for a title: %q, %v", got, err)
	}
	found, err := measure.Search{Most: 5}.Run(t.Context(), c, "steve mcqueen")
	if err != nil || found.Apart["nm0000537"] == "" || found.Apart["nm2588606"] == "" {
		t.Errorf("a search tells %v, %v", found.Apart, err)
	}
}

func TestPeopleAreFoundByIdentifier(t *testing.T) {
	c := built(t, namesakes())
	for _, text := range []string{
		"nm1950086", "NM1950086", "nm 1950086", "https://www.imdb.com/name/nm1950086/", "m.imdb.com/name/nm1950086/?ref_=x", "Q517025", "wikidata.org/wiki/Q517025",
		"https://www.themoviedb.org/person/45400-greta-gerwig", "greta gerwig (director)", "Greta Gerwig", "en.wikipedia.org/wiki/Greta_Gerwig",
	} {
		if p, err := c.FindPerson(t.Context(), text); err != nil || p.ID != "nm1950086" {
			t.Errorf("%q: %s, %v", text, p.ID, err)
		}
		if found, err := (measure.Search{Most: 5}).Run(t.Context(), c, text); err != nil || len(found.People) == 0 || found.People[0].ID != "nm1950086" {
			t.Errorf("search %q: %v, %v", text, found.People, err)
		}
	}
}

// The series of a population are those that a title look-up finds, and never two as
// one.
func TestASeriesOfAPopulationIsOne(t *testing.T) {
	c := built(t, namesakes())
	titles := func(series ...string) (int, error) {
		tallies, err := c.Tally(t.Context(), catalog.Tallying{Population: population.Population{Kind: rolecall.Season, Series: series}})
		return tallies.Titles, err
	}
	for series, want := range map[string]int{
		"MASH": 1, "m*a*s*h": 1, "Will and Grace": 1, "Doctor Who (2005)": 1, "tt0386676": 4, "TT0386676": 4, "The Office (US)": 4, "The Office UK": 2,
		"https://www.imdb.com/title/tt2802850/": 3, "fargo": 3, "Fargo (TV series)": 3,
	} {
		if n, err := titles(series); n != want || err != nil {
			t.Errorf("%s: %d seasons, %v; want %d", series, n, err, want)
		}
	}
	if n, err := titles("MASH", "Fargo"); n != 4 || err != nil {
		t.Errorf("two series: %d, %v", n, err)
	}
	for _, series := range []string{"The Office", "doctor who"} {
		n, err := titles(series)
		ambiguous, is := errors.AsType[*catalog.AmbiguousError](err)
		if !is || len(ambiguous.Meant) != 2 || !strings.Contains(ambiguous.Choices(), "tt0") {
			t.Errorf("%s: %d seasons, %v", series, n, err)
		}
		if _, err := (measure.Search{Most: 5, Population: population.Population{Series: []string{series}}}).Run(t.Context(), c, "part"); err == nil {
			t.Errorf("a search within %s is not refused", series)
		}
	}
	if _, err := titles("Nothing of the kind"); err == nil || !strings.Contains(err.Error(), "the series Nothing of the kind") {
		t.Errorf("%v", err)
	}
}

// What is credited on a series as a whole, on its first season or its first episodes says
// who made it; what is credited on its specials does not.
func TestNamesakeSeriesAreToldApart(t *testing.T) {
	t.Parallel()
	f := facts{sources: []rolecall.Source{{ID: "s", Name: "S"}}}
	want := make(map[string]string)
	for id, one := range map[string]struct {
		note string
		on   map[string]rolecall.Role // by what follows the identifier; the person is named for it
	}{
		"a": {"created by a", map[string]rolecall.Role{"": rolecall.Creator, "/1/1": rolecall.Director}},
		"b": {"created by b/1", map[string]rolecall.Role{"": rolecall.Cast, "/1/1": rolecall.Director, "/1": rolecall.Creator}},
		"c": {"created by c/1/1", map[string]rolecall.Role{"/1/1": rolecall.Creator}},
		"d": {"directed by d/1/1", map[string]rolecall.Role{"/0/1": rolecall.Director, "/1/1": rolecall.Director, "": rolecall.Cast}},
		"e": {"with e/1/1", map[string]rolecall.Role{"/1/1": rolecall.Cast}},
		"f": {"", map[string]rolecall.Role{"/0/1": rolecall.Director}},
	} {
		want[id] = one.note
		of := rolecall.Title{Kind: rolecall.Season, Name: "Alone", SeriesID: id}
		f.titles = append(f.titles, rolecall.Title{ID: id, Kind: rolecall.Series, Name: "Alone", Year: 2020})
		for season := range 3 {
			of.ID, of.Season = fmt.Sprintf("%s/%d", id, season), season
			f.titles = append(f.titles, of, rolecall.Title{ID: of.ID + "/1", Kind: rolecall.Episode, Name: "Part", SeriesID: id, SeasonID: of.ID, Season: season, Episode: 1})
		}
		for on, role := range one.on {
			f.people = append(f.people, rolecall.Person{ID: id + on, Name: id + on})
			f.credits = append(f.credits, rolecall.Credit{TitleID: id + on, PersonID: id + on, Role: role})
		}
	}
	c := built(t, f)
	var titles []rolecall.Title
	for id := range want {
		title, held, err := c.Title(t.Context(), id)
		if err != nil || !held {
			t.Fatalf("%s: %v", id, err)
		}
		titles = append(titles, title)
	}
	got, err := c.TellTitlesApart(t.Context(), titles)
	if err != nil || !maps.Equal(got, want) {
		t.Errorf("told apart by %v, %v; want %v", got, err, want)
	}
}

// People whom their source does not name are found by identifier as all others are.
func TestPeopleWithoutANameAreFoundByIdentifier(t *testing.T) {
	t.Parallel()
	f := facts{sources: []rolecall.Source{{ID: "s", Name: "S"}}, titles: []rolecall.Title{{ID: "f", Kind: rolecall.Film, Name: "F"}}}
	for i := range 40 {
		p := rolecall.Person{ID: fmt.Sprintf("nm%02d", i), Name: fmt.Sprintf("Person %d", i)}
		if i%3 == 0 {
			p.Name = p.ID
		}
		f.people = append(f.people, p)
		f.credits = append(f.credits, rolecall.Credit{TitleID: "f", PersonID: p.ID, Role: rolecall.Cast})
	}
	c := built(t, f)
	for _, want := range f.people {
		if p, held, err := c.Person(t.Context(), want.ID); err != nil || !held || p.Name != want.Name {
			t.Errorf("%s is found as %+v, %t, %v", want.ID, p, held, err)
		}
	}
	for _, id := range []string{"", "nm", "nm07x", "nm99", "zz"} {
		if p, held, err := c.Person(t.Context(), id); err != nil || held {
			t.Errorf("%q is found as %+v, %t, %v", id, p, held, err)
		}
	}
}

// Namesakes are known for what most have voted on, a series for its episodes, or else for
// what is latest.
func TestNamesakesAreKnownForOneTitle(t *testing.T) {
	t.Parallel()
	f := facts{sources: []rolecall.Source{{ID: "s", Name: "S"}}, titles: []rolecall.Title{
		{ID: "a", Kind: rolecall.Film, Name: "A", Year: 1990, Votes: 100}, {ID: "b", Kind: rolecall.Film, Name: "B", Year: 2000, Votes: 10},
		{ID: "c", Kind: rolecall.Film, Name: "C", Year: 2001}, {ID: "d", Kind: rolecall.Film, Name: "D", Year: 2002}, {ID: "e", Kind: rolecall.Film, Name: "E", Year: 2002},
		{ID: "s", Kind: rolecall.Series, Name: "S", Year: 2010, Votes: 1000}, {ID: "s/1", Kind: rolecall.Season, Name: "S", SeriesID: "s", Season: 1},
		{ID: "s/1/1", Kind: rolecall.Episode, Name: "One", SeriesID: "s", SeasonID: "s/1", Season: 1, Episode: 1, Year: 2010, Votes: 5},
	}}
	want := make(map[string]string)
	for id, one := range map[string]struct {
		note string
		on   map[string]rolecall.Role
	}{
		"votes":   {"in A (1990)", map[string]rolecall.Role{"a": rolecall.Cast, "b": rolecall.Director, "d": rolecall.Director}},
		"series":  {"writer of S (2010)", map[string]rolecall.Role{"a": rolecall.Cast, "s/1/1": rolecall.Writer}},
		"latest":  {"director of D (2002)", map[string]rolecall.Role{"c": rolecall.Cast, "d": rolecall.Director, "e": rolecall.Cast}},
		"nothing": {"", nil},
	} {
		want[id] = one.note
		f.people = append(f.people, rolecall.Person{ID: id, Name: "Jo Doe"})
		for on, role := range one.on {
			f.credits = append(f.credits, rolecall.Credit{TitleID: on, PersonID: id, Role: role})
		}
	}
	got, err := built(t, f).TellPeopleApart(t.Context(), f.people)
	if err != nil || !maps.Equal(got, want) {
		t.Errorf("told apart by %v, %v; want %v", got, err, want)
	}
}
