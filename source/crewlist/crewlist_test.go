package crewlist

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"rolecall"
	"rolecall/sheet"
	"rolecall/source"
	"rolecall/source/sourcetest"
)

const head = "source: {id: roster, name: A roster}\n"

// plainMap maps a list whose columns are named as the fields are.
const plainMap = head + `columns:
  title: title
  season: season
  episode: episode
  role: role
  person: person
`

const plainList = "title,season,episode,role,person\nHarbour,1,1,director,Ana\n"

// write puts a list and a map into a temporary folder.
func write(t testing.TB, name, list, text string) (listPath, mapPath string) {
	t.Helper()
	dir := t.TempDir()
	listPath, mapPath = filepath.Join(dir, name), filepath.Join(dir, "map.yaml")
	for path, content := range map[string]string{listPath: list, mapPath: text} {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return listPath, mapPath
}

func read(t testing.TB, name, list, text string, report *source.Report) (*sourcetest.Memory, error) {
	t.Helper()
	sink := &sourcetest.Memory{}
	err := New(write(t, name, list, text)).Read(t.Context(), sink, report)
	return sink, err
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

// sheetFile is a list as a spreadsheet, with the third row left empty and the days
// of one column as spreadsheets keep them.
func sheetFile(t testing.TB, name string, rows [][]any) string {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	if err := book.SetSheetName("Sheet1", name); err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		at := i + 1
		if i > 1 {
			at++
		}
		if err := book.SetSheetRow(name, fmt.Sprintf("A%d", at), &row); err != nil {
			t.Fatal(err)
		}
	}
	buffer, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return buffer.String()
}

// The roster of the documentation, with what it says of itself there.
func TestTheExampleRoster(t *testing.T) {
	sink, report := &sourcetest.Memory{}, &source.Report{}
	if err := New("../../docs/examples/crew.csv", "../../docs/examples/crew.yaml").Read(t.Context(), sink, report); err != nil {
		t.Fatal(err)
	}
	if kinds := sink.Kinds(); kinds[rolecall.Series] != 1 || kinds[rolecall.Season] != 1 || kinds[rolecall.Episode] != 3 {
		t.Errorf("titles %v", kinds)
	}
	pilot := sink.Title("harbour/1/1")
	if pilot.Name != "The Pilot Boat" || pilot.SeasonID != "harbour/1" || pilot.SeriesID != "harbour" || pilot.Released.String() != "2026-03-05" {
		t.Errorf("episode %+v", pilot)
	}
	if season := sink.Title("harbour/1"); season.Name != "Harbour" || season.Year != 2026 || season.Whole {
		t.Errorf("season %+v", season)
	}
	said := map[string]rolecall.Statement{}
	for _, s := range sink.Statements {
		said[s.PersonID] = s
	}
	want := rolecall.Statement{PersonID: "ana-lindqvist", Gender: rolecall.Woman, Wording: "she/her", Precedence: rolecall.Declaration, Source: "harbour-roster", Citation: "harbour-roster:Call sheet 1"}
	if len(sink.Statements) != 5 || said["ana-lindqvist"] != want || said["jo-okafor"].Gender != rolecall.Nonbinary || said["robin-dale"].Gender != rolecall.Unknown {
		t.Errorf("statements %+v", sink.Statements)
	}
	if unmapped := report.UnmappedWords(); len(unmapped) != 1 || unmapped[0] != (source.UnmappedWord{What: "role", Word: "Dolly grip", Times: 1}) {
		t.Errorf("left aside %v", unmapped)
	}
	cast := sink.Credits[3]
	if cast.PersonID != "是枝-花" || cast.Role != rolecall.Cast || cast.Billing != 1 || !slices.Equal(cast.Characters, []string{"Mina", "The Pilot"}) || cast.Scope != rolecall.OfTitle {
		t.Errorf("credit %+v", cast)
	}
	if sink.Credits[1].Job != "story by" || len(sink.Credits) != 6 || len(sink.People) != 5 || len(sink.Pages) != 2 {
		t.Errorf("%d credits, %d people, %d pages", len(sink.Credits), len(sink.People), len(sink.Pages))
	}
	origin := sink.Sources[0]
	if !origin.HandPicked || origin.Licence != "private" || len(origin.Checksum) != len("sha256:")+64 {
		t.Errorf("source %+v", origin)
	}
}

func TestFilmsAndIdentifiers(t *testing.T) {
	list := "\ufefffilm;imdb;year;role;who;nm;country;network\n" +
		"Bird;tt4925292;2017;director;Greta;nm1950086;United States; A24\n" +
		"Bird;;2016;Executive Producer;Νίκος;;\"Greece; France\";\n"
	text := head + "columns: {title: film, imdb_id: imdb, year: year, role: role, person: who, person_id: nm, country: country, network: network}\n"
	sink, err := read(t, "films.csv", list, text, &source.Report{})
	if err != nil {
		t.Fatal(err)
	}
	if bird := sink.Title("tt4925292"); bird.Kind != rolecall.Film || bird.Year != 2017 || !slices.Equal(bird.Networks, []string{"A24"}) {
		t.Errorf("film %+v", bird)
	}
	if bird := sink.Title("bird-2016"); bird.Name != "Bird" || !slices.Equal(bird.Countries, []string{"Greece", "France"}) {
		t.Errorf("film without an identifier %+v", bird)
	}
	if sink.Credits[0].PersonID != "nm1950086" || sink.Credits[1].PersonID != "νίκος" || sink.Credits[1].Role != rolecall.ExecutiveProducer {
		t.Errorf("credits %+v", sink.Credits)
	}
	want := []rolecall.Identifier{{Owner: "nm1950086", Scheme: rolecall.IMDbID, Value: "nm1950086"}, {Owner: "tt4925292", Scheme: rolecall.IMDbID, Value: "tt4925292"}}
	if !slices.Equal(sink.Identifiers, want) {
		t.Errorf("identifiers %+v", sink.Identifiers)
	}
}

// Credits of a whole season or series stay there: the catalog knows what follows.
func TestRowsWithoutAnEpisodeSpeakOfTheWhole(t *testing.T) {
	list := "title,season,episode,role,person\nHarbour,2,,showrunner,Ana\nHarbour,,,creator,Ana\nHarbour,2,3,director,Jo\n"
	sink, err := read(t, "list.csv", list, plainMap, &source.Report{})
	if err != nil {
		t.Fatal(err)
	}
	got := make([]string, len(sink.Credits))
	for i, c := range sink.Credits {
		got[i] = fmt.Sprintf("%s %s", c.TitleID, c.Scope)
	}
	if !slices.Equal(got, []string{"harbour/2 season", "harbour series", "harbour/2/3 title"}) {
		t.Errorf("credits on %v", got)
	}
	if e := sink.Title("harbour/2/3"); e.Name != "Episode 3" {
		t.Errorf("an episode without a name is %q", e.Name)
	}
}

func TestTheSameListAsCSVAndSheet(t *testing.T) {
	text := plainMap + "  released: day\n"
	csv, err := read(t, "list.csv.gz", zipped(t, "title,season,episode,role,person,day\nHarbour,1,1,director,Ana,2018-03-08\nHarbour,1,2,director,Žofia,2018\n"), text, &source.Report{})
	if err != nil {
		t.Fatal(err)
	}
	rows := [][]any{{"title", "season", "episode", "role", "person", "day"}, {"Harbour", 1, 1, "director", "Ana", 43167}, {"Harbour", 1, 2, "director", "Žofia", 2018}}
	xlsx, err := read(t, "list.xlsx", sheetFile(t, "Crew", rows), text+"sheet: Crew\n", &source.Report{})
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(csv.Titles, csv.People, csv.Credits) != fmt.Sprint(xlsx.Titles, xlsx.People, xlsx.Credits) || len(xlsx.Credits) != 2 {
		t.Errorf("CSV  %v\nXLSX %v", csv.Titles, xlsx.Titles)
	}
}

func TestMalformedRowsAreLeftAside(t *testing.T) {
	for name, test := range map[string]struct{ row, want string }{
		"season a word":   {"Harbour,first,1,director,Jo", `list.csv:3: the column "season" is "first": write a whole number`},
		"season negative": {"Harbour,-1,1,director,Jo", `the column "season" is "-1"`},
		"no person":       {"Harbour,1,1,director, ", `list.csv:3: the row names no person: the column "person" is empty`},
		"no role":         {"Harbour,1,1,,Jo", `the row gives "Jo" no role: the column "role" is empty`},
		"no title":        {",1,1,director,Jo", "the row names no title"},
		"no season":       {"Harbour,,1,director,Jo", "episode 1 is of no season"},
		"episode zero":    {"Harbour,1,0,director,Jo", `the column "episode" is "0"`},
		"short":           {"Harbour,1", "the row has 2 columns, the first line 5"},
		"stray quote":     {`Harbour,1,1,"dir"ector,Jo`, "not a row of a CSV file"},
		"control code":    {"Harbour,1,1,director,J\x1b[31m", `the column "person" holds the control character U+001B`},
		"NUL in a title":  {"Har\x00bour,1,1,director,Jo", `the column "title" holds the control character U+0000`},
		"faulty cell":     {"#REF!,1,1,director,Jo", `the column "title" is the error #REF! of a spreadsheet`},
		"huge cell":       {"Harbour,1,1,director," + strings.Repeat("J", 100_000), `the column "person" holds 100000 letters`},
	} {
		t.Run(name, func(t *testing.T) {
			report := &source.Report{MostBadLines: 1}
			sink, err := read(t, "list.csv", plainList+test.row+"\nHarbour,1,2,director,Last\n", plainMap, report)
			if err != nil {
				t.Fatal(err)
			}
			shown, n := report.BadLines()
			if n != 1 || !strings.Contains(shown[0].Error(), test.want) || shown[0].Line != 3 {
				t.Errorf("bad lines %v\nwant %s", shown, test.want)
			}
			if len(sink.Credits) != 2 || len(sink.People) != 2 || sink.Kinds()[rolecall.Episode] != 2 {
				t.Errorf("the row was not left aside whole: %+v", sink)
			}
			if _, err := read(t, "list.csv", plainList+test.row+"\n", plainMap, &source.Report{}); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("a report that allows none took it: %v", err)
			}
		})
	}
}

func TestWordsThatTheMapLacksAreCounted(t *testing.T) {
	list := "title,season,episode,role,person,gender\nHarbour,1,1,DIRECTOR,Ana,Woman\nHarbour,1,1,grip,Jo,\nHarbour,1,1,writer,Jo,x\nHarbour,1,2,grip,Jo,\n"
	report := &source.Report{}
	sink, err := read(t, "list.csv", list, plainMap+"  gender: gender\n", report)
	if err != nil {
		t.Fatal(err)
	}
	want := []source.UnmappedWord{{What: "gender", Word: "x", Times: 1}, {What: "role", Word: "grip", Times: 2}}
	if got := report.UnmappedWords(); !slices.Equal(got, want) {
		t.Errorf("left aside %v", got)
	}
	if len(sink.Statements) != 1 || sink.Statements[0].Wording != "Woman" || len(sink.Credits) != 2 {
		t.Errorf("statements %+v, credits %+v", sink.Statements, sink.Credits)
	}
	if sink.Title("harbour/1/2").ID == "" {
		t.Error("an episode whose only role is not mapped is not held")
	}
}

// Where a list numbers the episodes of two seasons of one year alike, they must
// not become one.
func TestTwoEpisodesOfOneNumber(t *testing.T) {
	list := "title,season,episode,role,person,name\nHarbour,1,1,director,Ana,Low Tide\nHarbour,1,1,writer,Ana,low tide!\nHarbour,1,1,director,Jo,Salt\n"
	report := &source.Report{MostBadLines: 9}
	sink, err := read(t, "list.csv", list, plainMap+"  episode_name: name\n", report)
	if err != nil {
		t.Fatal(err)
	}
	shown, _ := report.BadLines()
	if len(sink.Credits) != 2 || len(shown) != 1 || !strings.Contains(shown[0].Error(), `named "Salt" here and "Low Tide" before`) {
		t.Errorf("%d credits, bad lines %v", len(sink.Credits), shown)
	}
}

func TestListsThatCannotBeRead(t *testing.T) {
	long := plainList + strings.Repeat("Harbour,1,1,director,Ana Maria\n", 5000)
	for name, test := range map[string]struct{ file, list, text, want string }{
		"swapped columns": {"list.csv", "title,season,episode,person,role\nHarbour,1,1,director,Ana\n", plainMap, `no word of its column for the role is a role, such as "Ana"`},
		"swapped numbers": {"list.csv", "season,title,episode,role,person\nHarbour,1,1,director,Ana\n", plainMap, `the column "season" is "Harbour"`},
		"no header":       {"list.csv", "Harbour,1,1,director,Ana\n", plainMap, `map.yaml:3:10: `},
		"missing column":  {"list.csv", "title,season,role,person\nHarbour,1,director,Ana\n", plainMap, `has no column "episode": it has "title", "season", "role", "person"`},
		"column twice":    {"list.csv", "title,season,season,episode,role,person\n", plainMap, `has two columns "season"`},
		"only a header":   {"list.csv", "title,season,episode,role,person\n", plainMap, "it has no row below its first line"},
		"empty":           {"list.csv", "", plainMap, "its first line must name the columns"},
		"UTF-16":          {"list.csv", "\xff\xfet\x00i\x00t\x00l\x00e\x00", plainMap, "has no column \"season\": it has \"title\""},
		"not gzip":        {"list.csv.gz", plainList, plainMap, "is not a gzip file"},
		"truncated gzip":  {"list.csv.gz", zipped(t, long)[:200], plainMap, "is damaged or not wholly copied after line"},
		"no XLSX":         {"list.xlsx", plainList, plainMap, "is no XLSX file or is damaged"},
		"damaged XLSX":    {"list.xlsx", sheetFile(t, "Crew", [][]any{{"title"}})[:2000], plainMap, "is no XLSX file or is damaged"},
		"no such sheet":   {"list.xlsx", sheetFile(t, "Crew", [][]any{{"title"}}), plainMap + "sheet: Cast\n", `has no sheet "Cast": it has "Crew"`},
		"sheet of a CSV":  {"list.csv", plainList, plainMap + "sheet: Cast\n", "has no sheets"},
		"other ending":    {"list.ods", plainList, plainMap, "save it as .csv, .csv.gz or .xlsx"},
		"open quote":      {"list.csv", plainList + `Harbour,1,1,director,"` + strings.Repeat("Ana\n", sheet.LargestRow/4+100_000), plainMap, "a quotation mark is not closed"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := read(t, test.file, test.list, test.text, &source.Report{})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v\nwant %s", err, test.want)
			}
		})
	}
}

func TestPathsThatCannotBeRead(t *testing.T) {
	list, text := write(t, "list.csv", plainList, plainMap)
	dir := filepath.Join(t.TempDir(), "folder.csv")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for want, reader := range map[string]*Reader{
		"is a folder":        New(dir, text),
		"open the crew list": New(list+".csv", text),
		"read the map":       New(list, dir),
	} {
		if err := reader.Read(t.Context(), &sourcetest.Memory{}, &source.Report{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestReadingCanBeEnded(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := New(write(t, "list.csv", plainList, plainMap)).Read(ctx, &sourcetest.Memory{}, &source.Report{}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestProgressReachesTheSizeOfTheFile(t *testing.T) {
	var told int64
	list := zipped(t, plainList)
	if _, err := read(t, "list.csv.gz", list, plainMap, &source.Report{Progress: func(n int64) { told = n }}); err != nil || told != int64(len(list)) {
		t.Errorf("told %d of %d bytes: %v", told, len(list), err)
	}
}

// Whatever the names, every credit is on a title and a person handed over, and
// people of different names stay apart.
func TestEveryCreditHoldsTogether(t *testing.T) {
	dir := t.TempDir()
	listPath, mapPath := filepath.Join(dir, "list.csv"), filepath.Join(dir, "map.yaml")
	if err := os.WriteFile(mapPath, []byte(plainMap), 0o600); err != nil {
		t.Fatal(err)
	}
	name := rapid.StringMatching(`[A-Za-zÀ-ž是枝Я?★ -]{1,12}`)
	rapid.Check(t, func(t *rapid.T) {
		list := "title,season,episode,role,person\nHarbour,1,1,director,Ana\n"
		for range rapid.IntRange(0, 20).Draw(t, "rows") {
			list += fmt.Sprintf("%s,%d,%d,writer,%s\n", name.Draw(t, "title"), rapid.IntRange(0, 3).Draw(t, "season"), rapid.IntRange(1, 3).Draw(t, "episode"), name.Draw(t, "person"))
		}
		if err := os.WriteFile(listPath, []byte(list), 0o600); err != nil {
			t.Fatal(err)
		}
		sink := &sourcetest.Memory{}
		if err := New(listPath, mapPath).Read(context.Background(), sink, &source.Report{MostBadLines: 100}); err != nil {
			t.Fatal(err)
		}
		held := map[string]int{}
		for _, title := range sink.Titles {
			held[title.ID]++
		}
		for _, person := range sink.People {
			held["person "+person.ID]++
		}
		for _, n := range held {
			if n != 1 {
				t.Fatalf("handed over more than once: %v", held)
			}
		}
		for _, c := range sink.Credits {
			if held[c.TitleID] == 0 || held["person "+c.PersonID] == 0 {
				t.Fatalf("dangling credit %+v", c)
			}
		}
	})
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Jessica Jones": "jessica-jones", "M*A*S*H": "m-a-s-h", "J.R. Ramirez": "j-r-ramirez", "Rodrigo García": "rodrigo-garcía",
		"Rodrigo Garcia": "rodrigo-garcia", "Rodrigo Garci\u0301a": "rodrigo-garcía", "是枝裕和": "是枝裕和", "Νίκος Π.": "νίκος-π",
		"नन्दिता दास": "नन्दिता-दास", "a/b": "a-b",
	} {
		if got := slug(name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
	if slug("???") == slug("!!!") || slug("???") == "" {
		t.Error("names without letters fall together")
	}
}

func FuzzCSV(f *testing.F) {
	for _, list := range []string{
		plainList, "title;season;episode;role;person\nB;1;1;cast;C\n", "\ufeff" + plainList, "title,season,episode,role,person\n\"", plainList + ",,,,\n",
		"title\tseason\tepisode\trole\tperson\nB\t99999999999\t\tcast\t\x00", plainList + "是,2,2,writer,Я\n", "\xff\xfe",
	} {
		f.Add(list)
	}
	m, err := parseMap("map.yaml", []byte(plainMap))
	if err != nil {
		f.Fatal(err)
	}
	path := filepath.Join(f.TempDir(), "list.csv")
	f.Fuzz(func(t *testing.T, text string) {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		report, sink := &source.Report{MostBadLines: 1000}, &sourcetest.Memory{}
		list, err := openTable(path, m, report)
		if err != nil {
			return
		}
		defer list.Close()
		if New(path, "").readTable(t.Context(), m, list, sink, report) != nil {
			return
		}
		if len(sink.Credits) == 0 || len(sink.Sources) != 1 || len(sink.Titles) == 0 {
			t.Errorf("read without fault, but %+v", sink)
		}
	})
}
