package tmdb

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rolecall"
	"rolecall/source"
	"rolecall/source/job"
	"rolecall/source/sourcetest"
)

// Answers in the API's shape, shortened.
const (
	film = `{"adult":false,"id":391713,"imdb_id":"tt4925292","title":"Lady Bird","original_title":"Lady Bird","release_date":"2017-11-03",
"original_language":"en","spoken_languages":[{"iso_639_1":"es","english_name":"Spanish"},{"iso_639_1":"en","english_name":"English"}],"runtime":94,"budget":10000000,"revenue":78965046,"production_companies":[{"id":11,"name":"IAC Films"}],
"origin_country":["US"],"genres":[{"id":18,"name":"Drama"}],"production_countries":[{"iso_3166_1":"US","name":"United States of America"}],
"credits":{"cast":[{"id":36592,"name":"Saoirse Ronan","gender":1,"character":"Lady Bird / Christine","order":0,"credit_id":"x"}],
"crew":[{"id":45400,"name":"Greta Gerwig","gender":1,"department":"Directing","job":"Director"},
{"id":45400,"name":"Greta Gerwig","gender":1,"department":"Writing","job":"Screenplay"},
{"id":1,"name":"Some Novelist","gender":2,"department":"Writing","job":"Novel"},
{"id":2,"name":"Sam Levy","gender":0,"department":"Camera","job":"Director of Photography"}]}}`
	series = `{"id":38472,"name":"Marvel's Jessica Jones","original_name":"Marvel's Jessica Jones","first_air_date":"2015-11-20","number_of_seasons":3,
"external_ids":{"imdb_id":"tt2357547"},"origin_country":["US"],"networks":[{"id":213,"name":"Netflix"}],"genres":[{"name":"Drama"}],
"created_by":[{"id":88,"name":"Melissa Rosenberg","gender":1}]}`
	season = `{"_id":"5a","air_date":"2018-03-08","name":"Season 2","id":94361,"season_number":2,"episodes":[
{"air_date":"2018-03-08","episode_number":1,"id":1,"name":"AKA Start at the Beginning","season_number":2,"show_id":38472,
"crew":[{"job":"Director","department":"Directing","credit_id":"a","gender":1,"id":66,"name":"Anna Foerster"}],
"guest_stars":[{"character":"Oscar Arocho","order":500,"gender":2,"id":77,"name":"J.R. Ramirez"}]},
{"air_date":null,"episode_number":2,"id":2,"name":"","season_number":2,"show_id":38472,"crew":[],"guest_stars":[]}]}`
)

// files writes files into a temporary folder.
func files(t testing.TB, content ...string) []string {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	for i := 0; i < len(content); i += 2 {
		path := filepath.Join(dir, content[i])
		if err := os.WriteFile(path, []byte(content[i+1]), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

func read(t testing.TB, report *source.Report, content ...string) (*sourcetest.Memory, error) {
	t.Helper()
	sink := &sourcetest.Memory{}
	err := New(files(t, content...)...).Read(t.Context(), sink, report)
	if err == nil && len(sink.Dangling()) > 0 {
		t.Errorf("what does not hold together: %+v", sink.Dangling())
	}
	return sink, err
}

func mustRead(t testing.TB, content ...string) *sourcetest.Memory {
	t.Helper()
	sink, err := read(t, &source.Report{}, content...)
	if err != nil {
		t.Fatal(err)
	}
	return sink
}

func zipped(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func oneLine(text string) string { return strings.ReplaceAll(text, "\n", "") + "\n" }

// What a title runs and cost is taken where it can be, and a language that is only a code
// is named.
func TestDetailsOfAFilm(t *testing.T) {
	for text, want := range map[string]rolecall.Title{
		`"original_language":"ja"`:                            {Languages: []string{"Japanese"}},
		`"original_language":"zz"`:                            {Languages: []string{"zz"}},
		`"original_language":"xx","runtime":0,"budget":0`:     {},
		`"runtime":null,"budget":-5,"revenue":1e30`:           {},
		`"runtime":12.5,"budget":1.5e6,"spoken_languages":[]`: {Minutes: 12, Budget: 1_500_000},
	} {
		sink, err := read(t, &source.Report{}, "film.json", `{"id":5,"title":"A","release_date":"2001",`+text+`}`)
		got := sink.Title("tmdb-movie-5")
		if err != nil || !slices.Equal(got.Languages, want.Languages) || got.Minutes != want.Minutes || got.Budget != want.Budget || got.Revenue != 0 {
			t.Errorf("%s: %+v, %v", text, got, err)
		}
	}
}

func TestAFilm(t *testing.T) {
	report := &source.Report{}
	sink, err := read(t, report, "film.json", film)
	if err != nil {
		t.Fatal(err)
	}
	want := rolecall.Title{
		ID: "tt4925292", Kind: rolecall.Film, Name: "Lady Bird", Year: 2017, Released: rolecall.Date{Year: 2017, Month: 11, Day: 3},
		Countries: []string{"US"}, Genres: []string{"Drama"}, Languages: []string{"English"}, Companies: []string{"IAC Films"},
		Minutes: 94, Budget: 10_000_000, Revenue: 78_965_046,
	}
	if got := sink.Title("tt4925292"); fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want) {
		t.Errorf("title %+v", got)
	}
	var credits []string
	for _, c := range sink.Credits {
		credits = append(credits, fmt.Sprintf("%s %s %s %q %q %d %s", c.TitleID, c.PersonID, c.Role, c.Job, c.Characters, c.Billing, c.Scope))
	}
	wantCredits := []string{
		`tt4925292 tmdb-person-36592 cast "" ["Lady Bird" "Christine"] 1 title`,
		`tt4925292 tmdb-person-45400 director "" [] 0 title`,
		`tt4925292 tmdb-person-45400 writer "Screenplay" [] 0 title`,
		`tt4925292 tmdb-person-2 cinematographer "" [] 0 title`,
	}
	if !slices.Equal(credits, wantCredits) {
		t.Errorf("credits\n%s", strings.Join(credits, "\n"))
	}
	if got := report.UnmappedWords(); len(got) != 1 || got[0] != (source.UnmappedWord{What: "job", Word: "Writing/Novel", Times: 1}) {
		t.Errorf("left aside %v", got)
	}
	wantStatements := []rolecall.Statement{
		{PersonID: "tmdb-person-36592", Gender: rolecall.Woman, Wording: "1 (female)", Precedence: rolecall.TMDB, Source: SourceID},
		{PersonID: "tmdb-person-45400", Gender: rolecall.Woman, Wording: "1 (female)", Precedence: rolecall.TMDB, Source: SourceID},
	}
	if !slices.Equal(sink.Statements, wantStatements) || len(sink.People) != 3 {
		t.Errorf("statements %+v of %d people", sink.Statements, len(sink.People))
	}
	for _, id := range []rolecall.Identifier{
		{Owner: "tt4925292", Scheme: rolecall.TMDBID, Value: "391713"}, {Owner: "tt4925292", Scheme: rolecall.IMDbID, Value: "tt4925292"},
		{Owner: "tmdb-person-45400", Scheme: rolecall.TMDBID, Value: "45400"},
	} {
		if !slices.Contains(sink.Identifiers, id) {
			t.Errorf("%+v is missing", id)
		}
	}
	if s := sink.Sources; len(s) != 1 || s[0].ID != SourceID || !strings.Contains(s[0].Licence, "not endorsed or certified by TMDB") || len(s[0].Checksum) != 71 || s[0].Retrieved == "" {
		t.Errorf("source %+v", s)
	}
}

func TestASeriesWithItsSeasons(t *testing.T) {
	appended := strings.TrimSuffix(series, "}") + `,"season/2":` + strings.ReplaceAll(season, `"show_id":38472,`, "") + "}"
	for name, sink := range map[string]*sourcetest.Memory{
		"two files":     mustRead(t, "series.json", series, "season.json", season),
		"one answer":    mustRead(t, "series.json", appended),
		"JSON lines":    mustRead(t, "all.jsonl.gz", zipped(t, oneLine(series)+"\n"+oneLine(season))),
		"an array":      mustRead(t, "all.json", "\ufeff\n["+series+",\n"+season+"]\n"),
		"one by one":    mustRead(t, "all.json", series+"\n"+season),
		"zipped answer": mustRead(t, "series.json.gz", zipped(t, appended)),
	} {
		s, e := sink.Title("tt2357547/2"), sink.Title("tt2357547/2/1")
		if s.Kind != rolecall.Season || s.Name != "Marvel's Jessica Jones" || s.Year != 2018 || s.SeriesID != "tt2357547" || s.Whole {
			t.Errorf("%s: season %+v", name, s)
		}
		if e.Name != "AKA Start at the Beginning" || e.SeasonID != "tt2357547/2" || e.Released.String() != "2018-03-08" {
			t.Errorf("%s: episode %+v", name, e)
		}
		if unnamed := sink.Title("tt2357547/2/2"); unnamed.Name != "Episode 2" || !unnamed.Released.IsZero() {
			t.Errorf("%s: episode without a name %+v", name, unnamed)
		}
		if top := sink.Title("tt2357547"); top.Kind != rolecall.Series || !slices.Equal(top.Networks, []string{"Netflix"}) || top.Year != 2015 {
			t.Errorf("%s: series %+v", name, top)
		}
		got := map[string]rolecall.Credit{}
		for _, c := range sink.Credits {
			got[c.PersonID] = c
		}
		if c := got["tmdb-person-88"]; c.Role != rolecall.Creator || c.Scope != rolecall.OfSeries || c.TitleID != "tt2357547" {
			t.Errorf("%s: creator %+v", name, c)
		}
		if c := got["tmdb-person-66"]; c.Role != rolecall.Director || c.Scope != rolecall.OfTitle || c.TitleID != "tt2357547/2/1" {
			t.Errorf("%s: director %+v", name, c)
		}
		if c := got["tmdb-person-77"]; c.Role != rolecall.Cast || c.Billing != 501 || c.TitleID != "tt2357547/2/1" {
			t.Errorf("%s: guest %+v", name, c)
		}
	}
}

// A season alone does not name its series.
func TestASeasonWithoutItsSeries(t *testing.T) {
	sink := mustRead(t, "season.json", season)
	if s := sink.Title("tmdb-tv-38472"); s.Kind != rolecall.Series || s.Name != "TMDB tv 38472" {
		t.Errorf("series %+v", s)
	}
	if sink.Title("tmdb-tv-38472/2/1").SeriesID != "tmdb-tv-38472" {
		t.Errorf("titles %+v", sink.Titles)
	}
}

// TMDB's credits of a series are those of its latest season.
func TestCreditsOfASeriesCountWhereItHasOneSeason(t *testing.T) {
	withCast := func(seasons int) string {
		return fmt.Sprintf(`{"id":5,"name":"Brief","first_air_date":"2020-01-01","number_of_seasons":%d,"credits":{"cast":[{"id":9,"name":"A","order":0}],"crew":[]}}`, seasons)
	}
	if sink := mustRead(t, "one.json", withCast(1)); len(sink.Credits) != 1 || sink.Credits[0].Scope != rolecall.OfSeries || sink.Credits[0].TitleID != "tmdb-tv-5" {
		t.Errorf("%+v", sink.Credits)
	}
	report := &source.Report{}
	sink, err := read(t, report, "two.json", withCast(2))
	if err != nil || len(sink.Credits) != 0 || len(report.UnmappedWords()) != 1 {
		t.Errorf("%+v, left aside %v: %v", sink.Credits, report.UnmappedWords(), err)
	}
}

// table writes a CSV file as it circulates, with answers in its cells.
func table(t testing.TB, rows ...[]string) string {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestThePairOfTables(t *testing.T) {
	movies := table(t,
		[]string{"budget", "genres", "id", "original_title", "production_countries", "release_date", "title"},
		[]string{"1", `[{"id": 28, "name": "Action"}]`, "19995", "Avatar", `[{"iso_3166_1": "US", "name": "United States of America"}]`, "2009-12-10", "Avatar"},
		[]string{"1", `[]`, "8", "千と千尋の神隠し", `[{"iso_3166_1": "JP"}]`, "2001-07-20", "Spirited Away"})
	credits := table(t,
		[]string{"movie_id", "title", "cast", "crew"},
		[]string{"19995", "Avatar", `[{"cast_id": 242, "character": "Jake Sully", "credit_id": "5", "gender": 2, "id": 65731, "name": "Sam Worthington", "order": 0}]`,
			`[{"credit_id": "52", "department": "Directing", "gender": 2, "id": 2710, "job": "Director", "name": "James Cameron"}, {"credit_id": "5", "department": "Lighting", "gender": 0, "id": 3, "job": "Gaffer", "name": "G"}]`},
		[]string{"8", "Spirited Away", `[]`, `[{"department": "Directing", "gender": 2, "id": 608, "job": "Director", "name": "宮崎 駿"}]`})
	for name, sink := range map[string]*sourcetest.Memory{
		"details first": mustRead(t, "movies.csv", movies, "credits.csv", credits),
		"credits first": mustRead(t, "credits.csv", credits, "movies.csv", movies),
		"zipped":        mustRead(t, "movies.csv.gz", zipped(t, movies), "credits.csv.gz", zipped(t, "\ufeff"+credits)),
	} {
		if film := sink.Title("tmdb-movie-8"); film.Kind != rolecall.Film || film.Year != 2001 || film.OriginalName != "千と千尋の神隠し" || !slices.Equal(film.Countries, []string{"JP"}) {
			t.Errorf("%s: %+v", name, film)
		}
		if len(sink.Titles) != 2 || len(sink.Credits) != 3 || len(sink.Statements) != 3 {
			t.Errorf("%s: %d titles, %d credits, %d statements", name, len(sink.Titles), len(sink.Credits), len(sink.Statements))
		}
		if !slices.Contains(sink.People, rolecall.Person{ID: "tmdb-person-608", Name: "宮崎 駿"}) {
			t.Errorf("%s: people %v", name, sink.People)
		}
	}
	if alone := mustRead(t, "credits.csv", credits); alone.Title("tmdb-movie-19995").Name != "Avatar" || len(alone.Credits) != 3 {
		t.Errorf("credits alone: %+v", alone.Titles)
	}
}

func TestCreditsAloneBelongToTheirDetails(t *testing.T) {
	credits := `{"id":391713,"cast":[{"id":9,"name":"A","gender":3,"order":4}],"crew":[]}`
	sink := mustRead(t, "film.json", film, "credits.json", credits)
	if last := sink.Credits[len(sink.Credits)-1]; last.TitleID != "tt4925292" || last.Billing != 5 {
		t.Errorf("%+v", last)
	}
	both := strings.Replace(series, "38472", "391713", 1)
	for want, files := range map[string][]string{
		"does not say whether 391713 is a film or a series": {"credits.json", credits},
		"391713 is a film and a series":                     {"film.json", film, "series.json", both, "credits.json", credits},
	} {
		if _, err := read(t, &source.Report{}, files...); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestGendersAsTheAPIDocumentsThem(t *testing.T) {
	for number, want := range map[string]string{"0": "", "1": "woman 1 (female)", "2": "man 2 (male)", "3": "nonbinary 3 (non-binary)", "null": "", "4": ""} {
		report := &source.Report{}
		sink, err := read(t, report, "f.json", `{"id":1,"title":"F","crew":[{"id":7,"name":"P","gender":`+number+`,"department":"Editing","job":"Editor"}]}`)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, s := range sink.Statements {
			got += fmt.Sprintf("%s %s", s.Gender, s.Wording)
		}
		if got != want || len(sink.Credits) != 1 || (number == "4") != (len(report.UnmappedWords()) == 1) {
			t.Errorf("%s is %q, want %q; left aside %v", number, got, want, report.UnmappedWords())
		}
	}
}

// Two answers fetched at different times may disagree; which counts is decided
// where statements are weighed.
func TestEachGenderStatedIsHandedOverOnce(t *testing.T) {
	f := func(id, gender int) string {
		return fmt.Sprintf(`{"id":%d,"title":"F","crew":[{"id":7,"name":"P","gender":%d,"department":"Editing","job":"Editor"}]}`+"\n", id, gender)
	}
	if sink := mustRead(t, "f.jsonl", f(1, 2)+f(2, 1)+f(3, 2)+f(4, 0)); len(sink.Statements) != 2 || len(sink.People) != 1 || len(sink.Credits) != 4 {
		t.Errorf("%+v", sink.Statements)
	}
}

func TestAdultTitlesAreLeftOut(t *testing.T) {
	report := &source.Report{}
	adult := strings.Replace(strings.Replace(film, `"adult":false`, `"adult":true`, 1), "391713", "5", 1)
	sink, err := read(t, report, "films.jsonl", oneLine(adult)+`{"id":5,"cast":[{"id":9,"name":"A","order":0}],"crew":[]}`+"\n")
	if err != nil || len(sink.Titles)+len(sink.Credits)+len(sink.People) > 0 {
		t.Errorf("%+v: %v", sink, err)
	}
	if got := report.UnmappedWords(); len(got) != 1 || got[0] != (source.UnmappedWord{What: "adult title", Word: "film", Times: 2}) {
		t.Errorf("counted %v", got)
	}
}

func TestRolesOfJobs(t *testing.T) {
	for job, want := range map[work]string{
		{"Directing", "Director"}: "director", {"Directing", "Assistant Director"}: "", {"Directing", "Second Unit Director"}: "",
		{"Writing", "Teleplay"}: "writer", {"Writing", "Story"}: "writer", {"Writing", "Novel"}: "", {"Writing", "Characters"}: "", {"Writing", "Comic Book"}: "",
		{"Production", "Executive Producer"}: "executive_producer", {"Production", "Producer"}: "producer", {"Production", "Associate Producer"}: "",
		{"Production", "Casting"}: "casting_director", {"Editing", "Editor"}: "editor", {"Sound", "Original Music Composer"}: "composer",
		{"Art", "Production Design"}: "production_designer", {"Costume & Make-Up", "Costume Design"}: "costume_designer", {"Creator", "Creator"}: "creator",
		{"Camera", "Director of Photography"}: "cinematographer", {"Camera", "Director"}: "",
	} {
		if got := roles[job].role; string(got) != want {
			t.Errorf("%v is %q, want %q", job, got, want)
		}
	}
	for job, means := range roles {
		if _, err := rolecall.ParseRole(string(means.role)); err != nil {
			t.Errorf("%v: %v", job, err)
		}
	}
}

// A job of writers and producers means here what it means in every source.
func TestJobsMeanTheSameAsElsewhere(t *testing.T) {
	categories := map[string]string{"Writing": "writer", "Production": "producer", "Creator": "writer"}
	for w, means := range roles {
		category, shared := categories[w.department]
		if !shared || means.role == rolecall.CastingDirector {
			continue
		}
		if got := job.Role(category, w.job); got != means.role {
			t.Errorf("%v is %s here and %q elsewhere", w, means.role, got)
		}
	}
	for _, of := range []string{"Novel", "Book", "Short Story", "Theatre Play", "Musical", "Opera", "Graphic Novel", "Comic Book", "Characters", "Idea", "Original Concept", "Original Series Creator", "Original Film Writer", "Author", "Poem"} {
		if _, known := roles[work{"Writing", of}]; known || !job.IsOfSource(of) {
			t.Errorf("%s wrote the film: here %v, elsewhere %v", of, known, !job.IsOfSource(of))
		}
	}
}

func TestAnswersThatAreLeftAside(t *testing.T) {
	for name, test := range map[string]struct{ line, want string }{
		"not JSON":       {`{"id":1`, "a.jsonl:2: not JSON: each line of a .jsonl file is one whole answer"},
		"not UTF-8":      {"{\"id\":1,\"title\":\"J\xf6rg\"}", "a.jsonl:2: not valid UTF-8"},
		"no id":          {`{"title":"x"}`, "it has no id"},
		"no object":      {`[1,2]`, "no answer of TMDB's"},
		"id a word":      {`{"id":"x","title":"x"}`, "no answer of TMDB's"},
		"id too large":   {`{"id":99999999999999999999,"title":"x"}`, "no answer of TMDB's"},
		"cast a word":    {`{"id":2,"title":"x","cast":"Ana"}`, "no answer of TMDB's"},
		"nobody":         {`{"id":2,"title":"x","cast":[{"id":3,"name":" "}]}`, "a credit of 2 names no person: its id is 3"},
		"person no id":   {`{"id":2,"title":"x","crew":[{"name":"A"}]}`, "names no person: its id is 0"},
		"order":          {`{"id":2,"title":"x","cast":[{"id":3,"name":"A","order":-4}]}`, `has the place -4 in the billing`},
		"huge name":      {`{"id":2,"title":"` + strings.Repeat("x", 100_000) + `"}`, "is longer than 500 letters"},
		"season of what": {`{"id":2,"season_number":1,"episodes":[]}`, "season 1 does not say of which series"},
		"season number":  {`{"id":2,"season_number":-1,"show_id":3}`, "a season cannot have the number -1"},
	} {
		t.Run(name, func(t *testing.T) {
			report := &source.Report{MostBadLines: 1}
			sink, err := read(t, report, "a.jsonl", oneLine(film)+test.line+"\n"+oneLine(series))
			if err != nil {
				t.Fatal(err)
			}
			shown, n := report.BadLines()
			if n != 1 || shown[0].Line != 2 || !strings.Contains(shown[0].Error(), test.want) {
				t.Errorf("%v, want %s", shown, test.want)
			}
			if len(sink.Titles) != 2 || len(sink.Credits) != 5 {
				t.Errorf("it was not left aside whole: %+v", sink.Titles)
			}
		})
	}
}

// Everything that the API answers with has an id, and most have a name: only films,
// series and their parts are titles.
func TestAnswersAboutSomethingElse(t *testing.T) {
	for line, want := range map[string]string{
		`{"id":5,"name":"Hana Lee","gender":1,"birthday":"1970-01-01","known_for_department":"Directing","imdb_id":"nm0000005","also_known_as":[]}`: "a person",
		`{"id":5,"name":"Hana Lee","birthday":null}`:                                                                                            "something with a name, and no film or series",
		`{"id":5,"name":"Hana Lee","also_known_as":[]}`:                                                                                         "a person",
		`{"id":5,"name":"H","original_name":"H","media_type":"person","known_for":[]}`:                                                          "a person",
		`{"id":1,"name":"Lucasfilm","headquarters":"San Francisco","homepage":"","logo_path":null,"origin_country":"US","parent_company":null}`: "no answer",
		`{"id":1,"name":"Lucasfilm","headquarters":"San Francisco","homepage":"","origin_country":["US"]}`:                                      "a company or network",
		`{"id":10,"name":"Star Wars Collection","overview":"","parts":[{"id":11,"title":"Star Wars"}]}`:                                         "a collection",
		`{"id":10,"name":"Star Wars Collection","original_name":"Star Wars Collection","overview":"","adult":false}`:                            "something with a name, and no film or series",
		`{"id":3417,"name":"wormhole"}`:                               "something with a name, and no film or series",
		`{"page":1,"results":[{"id":1,"title":"x"}],"total_pages":1}`: "a list of results",
		`{"id":550,"keywords":[{"id":1,"name":"x"}]}`:                 "keywords",
		`{"id":550,"backdrops":[],"posters":[]}`:                      "pictures",
		`{"genres":[{"id":28,"name":"Action"}]}`:                      "genres",
		`{"id":1,"name":"","username":"u"}`:                           "an account",
		`{"success":false,"status_code":7,"status_message":"Invalid API key: You must be granted a valid key."}`:                                   "a refusal of TMDB's",
		`{"id":31,"cast":[{"id":13,"title":"Forrest Gump","character":"Forrest","credit_id":"x"}],"crew":[]}`:                                      "the credits of a person",
		`{"id":31,"cast":[],"crew":[{"id":13,"name":"Band of Brothers","first_air_date":"2001-09-09","department":"Directing","job":"Director"}]}`: "the credits of a person",
		`{}`: "neither a title nor credits",
	} {
		report := &source.Report{MostBadLines: 1}
		sink, err := read(t, report, "a.jsonl", oneLine(film)+line+"\n")
		if err != nil {
			t.Fatal(err)
		}
		if words := report.UnmappedWords(); len(sink.Titles) != 1 || want != "no answer" && !slices.Contains(words, source.UnmappedWord{What: notATitle, Word: want, Times: 1}) {
			t.Errorf("%s\nis %v of %d titles, want %s", line, words, len(sink.Titles), want)
		}
		if _, err := read(t, &source.Report{MostBadLines: 1}, "a.jsonl", line+"\n"); err == nil {
			t.Errorf("%s gave nothing, and no error", line)
		}
	}
	for line, want := range map[string]rolecall.Kind{
		`{"id":1,"name":"S","first_air_date":""}`: rolecall.Series, `{"id":1,"name":"S","number_of_seasons":1}`: rolecall.Series,
		`{"id":1,"name":"S","media_type":"tv"}`: rolecall.Series, `{"id":1,"name":"S","credits":{"cast":[],"crew":[]}}`: rolecall.Series,
		`{"id":1,"title":"F"}`: rolecall.Film, `{"id":1,"title":"F","keywords":{"keywords":[]},"images":{}}`: rolecall.Film,
	} {
		if sink, err := read(t, &source.Report{}, "a.json", line); err != nil || sink.Kinds()[want] != 1 {
			t.Errorf("%s: %+v, %v", line, sink, err)
		}
	}
}

// An odd episode or season is left aside by itself.
func TestOneOddEpisode(t *testing.T) {
	for odd, want := range map[string]string{
		`{"episode_number":0,"name":"Pilot"}`:                            "",
		`{"episode_number":null,"name":"?"}`:                             "without a number",
		`{"name":"?"}`:                                                   "without a number",
		`{"episode_number":-2}`:                                          "with the number -2",
		`{"episode_number":1}`:                                           "with the number 1 again",
		`{"episode_number":"two"}`:                                       "of another shape",
		`{"episode_number":2,"crew":[{"id":0,"name":""}]}`:               "with a credit that names no person",
		`{"episode_number":2,"name":"` + strings.Repeat("x", 600) + `"}`: "more than 500 letters",
		`7`: "of another shape",
	} {
		report := &source.Report{}
		sink, err := read(t, report, "tv.json", `{"id":5,"name":"S","first_air_date":"2001-01-16","season/1":{"season_number":1,"episodes":[{"episode_number":1,"name":"One","crew":[{"id":12,"name":"Bo Ray","department":"Directing","job":"Director"}]},`+odd+`]},"season/2":{"episodes":[]}}`)
		if err != nil {
			t.Fatal(odd, err)
		}
		said := fmt.Sprint(report.UnmappedWords())
		episodes := 1
		if want == "" {
			episodes = 2
		}
		if sink.Kinds()[rolecall.Episode] != episodes || !strings.Contains(said, want) || len(sink.Credits) != 1 || !strings.Contains(said, "a season has no season_number") {
			t.Errorf("%s: %v, left aside %s", odd, sink.Kinds(), said)
		}
	}
}

func TestLinesOfAnArray(t *testing.T) {
	report := &source.Report{MostBadLines: 9}
	if _, err := read(t, report, "a.json", "[\n"+film+",\n{\"title\":\"x\"},\n\n"+series+",\n{\"title\":\"y\"}]"); err != nil {
		t.Fatal(err)
	}
	shown, _ := report.BadLines()
	after := strings.Count(film, "\n") + 3
	if len(shown) != 2 || shown[0].Line != after || shown[1].Line != after+strings.Count(series, "\n")+3 {
		t.Errorf("%v", shown)
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	endless := `{"id":1,"title":"` + strings.Repeat("x", largestAnswer+200_000)
	for name, test := range map[string]struct{ file, text, want string }{
		"broken":          {"a.json", "[" + film + ",\n{,", fmt.Sprintf("a.json:%d: this is not JSON", strings.Count(film, "\n")+2)},
		"ends early":      {"a.json", "[" + film, "is damaged or not wholly copied after line"},
		"ends in answer":  {"a.json", film[:300], "is damaged or not wholly copied after line"},
		"truncated gzip":  {"a.json.gz", zipped(t, film)[:200], "is damaged or not wholly copied after line"},
		"not gzip":        {"a.json.gz", film, "is not a gzip file"},
		"other ending":    {"a.txt", film, "should end in .json, .jsonl or .csv"},
		"endless":         {"a.json", endless, "one answer is longer than 64 MB"},
		"nothing":         {"a.json", "", "give files of TMDB's answers"},
		"nothing of it":   {"a.jsonl", "\n\n", "give files of TMDB's answers"},
		"empty table":     {"a.csv", "", "a.csv is empty: fetch or copy it again"},
		"no header":       {"a.csv", "19995,Avatar,[],[]\n", "no columns of TMDB's: they are id or movie_id"},
		"swapped columns": {"a.csv", "title,movie_id,cast,crew\n1,Avatar,[],[]\n", `the column "movie_id" is "Avatar" and not a number: are columns swapped?`},
		"Python":          {"a.csv", "movie_id,title,cast,crew\n1,Avatar,\"[{'id': 1}]\",[]\n", `the column "cast" is not JSON`},
		"short row":       {"a.csv", "movie_id,title,cast,crew\n1,Avatar\n", "a.csv:2: not a row of this table"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := read(t, &source.Report{}, test.file, test.text)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%.300v\nwant %s", err, test.want)
			}
		})
	}
	folder := filepath.Join(t.TempDir(), "a.json")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := New(folder).Read(t.Context(), &sourcetest.Memory{}, &source.Report{}); err == nil || !strings.Contains(err.Error(), "is a folder") {
		t.Errorf("%v", err)
	}
	if err := New(folder+"x").Read(t.Context(), &sourcetest.Memory{}, &source.Report{}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%v", err)
	}
}

func TestReadingCanBeEnded(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := New(files(t, "a.json", film)...).Read(ctx, &sourcetest.Memory{}, &source.Report{}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestProgressReachesTheSizeOfTheFile(t *testing.T) {
	var told int64
	if _, err := read(t, &source.Report{Progress: func(n int64) { told = n }}, "a.json", film); err != nil || told != int64(len(film)) {
		t.Errorf("told %d of %d: %v", told, len(film), err)
	}
}

// The same answers say the same, however they lie in files.
func TestTheFormDoesNotMatter(t *testing.T) {
	member := rapid.Custom(func(t *rapid.T) map[string]any {
		id := rapid.IntRange(1, 9).Draw(t, "person")
		return map[string]any{"id": id, "name": fmt.Sprint("名 ", id), "gender": rapid.IntRange(0, 3).Draw(t, "gender"), "order": 1, "character": "X / Y",
			"department": "Directing", "job": rapid.SampledFrom([]string{"Director", "Grip"}).Draw(t, "job")}
	})
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		var answers [][]byte
		for id := range rapid.IntRange(1, 5).Draw(t, "films") {
			text, err := json.Marshal(map[string]any{"id": id + 1, "title": "Film", "cast": rapid.SliceOfN(member, 0, 4).Draw(t, "cast"), "crew": rapid.SliceOfN(member, 0, 4).Draw(t, "crew")})
			if err != nil {
				t.Fatal(err)
			}
			answers = append(answers, text)
		}
		var first string
		for name, text := range map[string]string{"a.json": "[" + string(bytes.Join(answers, []byte(","))) + "]", "a.jsonl": string(bytes.Join(answers, []byte("\n")))} {
			path := filepath.Join(dir, name)
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			sink := &sourcetest.Memory{}
			if err := New(path).Read(context.Background(), sink, &source.Report{}); err != nil {
				t.Fatal(err)
			}
			sink.Sources = nil // of other bytes
			if said := fmt.Sprintf("%+v", *sink); first == "" {
				first = said
			} else if said != first {
				t.Fatalf("%s\n%s", first, said)
			}
			if len(sink.Dangling()) > 0 {
				t.Fatalf("%+v", sink.Dangling())
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, seed := range []struct{ name, text string }{
		{"a.json", film}, {"a.json", "[" + series + "," + season + "]"}, {"a.jsonl", oneLine(series) + oneLine(season)}, {"a.json", " [ ] "}, {"a.json", "[[["},
		{"a.csv", "movie_id,title,cast,crew\n1,A,\"[{\"\"id\"\":1}]\",[]\n"}, {"a.csv", "id,name,first_air_date\n2,B,2018-01-01\n"}, {"a.json", `{"id":1,"name":"x","season/1":{"season_number":1,"episodes":[{"episode_number":1}]}}`},
		{"a.json", "\ufeff{}{}"}, {"a.json", `{"id":1,"first_air_date":"2018"}`}, {"a.jsonl", "\xff\n{}"},
	} {
		f.Add(strings.TrimPrefix(filepath.Ext(seed.name), "."), seed.text)
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, ending, text string) {
		if !slices.Contains([]string{"json", "jsonl", "csv"}, ending) {
			return
		}
		path := filepath.Join(dir, "a."+ending)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		sink := &sourcetest.Memory{}
		if err := New(path).Read(t.Context(), sink, &source.Report{MostBadLines: 1000}); err == nil && len(sink.Dangling()) > 0 {
			t.Errorf("what does not hold together: %+v", sink.Dangling())
		}
	})
}
