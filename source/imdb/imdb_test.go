package imdb_test

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/catalog/catalogtest"
	"rolecall/source"
	"rolecall/source/imdb"
)

var withoutAkas = []string{"akas"}

// published copies the small extract of testdata, gzipped where asked, each file
// changed by edit.
func published(t *testing.T, packed bool, edit func(name, text string) string) string {
	t.Helper()
	dir := t.TempDir()
	files, err := filepath.Glob("testdata/*.tsv")
	if err != nil || len(files) != 7 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		content := string(text)
		if edit != nil {
			content = edit(strings.TrimSuffix(name, ".tsv"), content)
		}
		if packed {
			name, content = name+".gz", packedText(t, content)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func packedText(t *testing.T, text string) string {
	t.Helper()
	var out strings.Builder
	w := gzip.NewWriter(&out)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func read(t *testing.T, r imdb.Reader) (*catalog.Catalog, *source.Report) {
	t.Helper()
	report := &source.Report{MostBadLines: 10}
	c := catalogtest.Open(t, "imdb", func(ctx context.Context, sink source.Sink) error { return r.Read(ctx, sink, report) })
	return c, report
}

func TestTitles(t *testing.T) {
	for _, packed := range []bool{false, true} {
		c, _ := read(t, imdb.Reader{Dir: published(t, packed, nil), Without: withoutAkas})
		series, held, err := c.Title(t.Context(), "tt2000001")
		if err != nil || !held {
			t.Fatal(held, err)
		}
		if series.Kind != rolecall.Series || series.Name != "The Harbour" || series.OriginalName != "Le Port" || series.Votes != 1234 || series.Episodes != 4 ||
			!slices.Equal(series.Genres, []string{"Drama", "Crime"}) {
			t.Errorf("series %+v", series)
		}
		seasons, err := c.Seasons(t.Context(), series.ID)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range seasons {
			got = append(got, fmt.Sprint(s.ID, " ", s.Year, " ", s.Episodes, " ", s.Whole))
		}
		if want := []string{"tt2000001/0 2016 1 true", "tt2000001/1 2015 2 true", "tt2000001/2 2016 1 false"}; !slices.Equal(got, want) {
			t.Errorf("seasons %q, want %q", got, want)
		}
		unplaced, _, err := c.Title(t.Context(), "tt2000014")
		if err != nil || unplaced.Season != rolecall.NoSeason || unplaced.SeasonID != "" || unplaced.SeriesID != series.ID || unplaced.Label() != "The Harbour: Unplaced" {
			t.Errorf("an episode without season: %+v, %v", unplaced, err)
		}
		short, _, _ := c.Title(t.Context(), "tt3000002")
		long, held, _ := c.Title(t.Context(), "tt10000001")
		if short.Form != "short" || short.Minutes != 10 || !short.IsShort() || short.Kind != rolecall.Film || !held || long.Form != "tvMiniSeries" {
			t.Errorf("short %+v, long number %+v", short, long)
		}
		for _, id := range []string{"tt3000003", "tt3000004", "tt2000016"} {
			if _, held, _ := c.Title(t.Context(), id); held {
				t.Errorf("%s is held: a game, an adult title or an episode of no series", id)
			}
		}
	}
}

func TestCredits(t *testing.T) {
	c, report := read(t, imdb.Reader{Dir: published(t, true, nil), Without: withoutAkas})
	series, _, _ := c.Title(t.Context(), "tt2000001")
	roll, err := c.Roll(t.Context(), series, false)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, credit := range roll.Credits {
		got = append(got, fmt.Sprintf("%s %s %s %q %q %d %s", strings.TrimPrefix(credit.TitleID, "tt20000"), credit.Role, strings.TrimLeft(credit.PersonID, "nm0"),
			credit.Job, credit.Characters, credit.Billing, credit.Scope))
	}
	want := []string{
		`11 director 1 "" [] 0 title`,
		`11 writer 3 "story by" [] 0 title`,
		`11 creator 5 "created by" [] 0 title`,
		`11 executive_producer 7 "executive producer" [] 0 title`,
		`11 producer 7 "" [] 0 title`,
		`11 cinematographer 1 "director of photography" [] 0 title`,
		`11 cast 2 "" ["Captain Marie" "Marie's \"Twin\""] 1 title`,
		`11 cast 4 "" ["Old Man"] 2 title`,
		`12 director 1 "" [] 0 title`,
		`12 director 12345678 "" [] 0 title`,
		`12 creator 5 "" [] 0 series`,
		`12 cast 4 "" ["Old Woman"] 1 title`,
		`13 creator 5 "" [] 0 series`,
		`14 creator 5 "" [] 0 series`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("credits\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	film, _, _ := c.Title(t.Context(), "tt3000001")
	roll, err = c.Roll(t.Context(), film, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, credit := range roll.Credits {
		if credit.PersonID == "nm0000006" {
			t.Errorf("the author of the novel has a credit: %+v", credit)
		}
	}
	if !slices.ContainsFunc(roll.Credits, func(c rolecall.Credit) bool { return c.PersonID == "nm0000003" && c.Role == rolecall.LineProducer }) {
		t.Errorf("the line producer has no credit: %+v", roll.Credits)
	}
	left := map[string]int{}
	for _, w := range report.UnmappedWords() {
		left[w.What+" "+w.Word] = w.Times
	}
	for _, word := range []string{"type of title videoGame", "adult title movie", "episode of no series held tvEpisode",
		"category or job archive_footage", "category or job writer: based on the novel by"} {
		if left[word] != 1 {
			t.Errorf("left aside %v, want %q once", left, word)
		}
	}
}

// What another source says of a credit that is there adds the pages it cites, and
// changes nothing else; a credit that is not there comes with all it has.
func TestAnotherSourceAddsItsPagesToACredit(t *testing.T) {
	reader := imdb.Reader{Dir: published(t, false, nil), Without: withoutAkas}
	c := catalogtest.Open(t, "cited", func(ctx context.Context, sink source.Sink) error {
		return errors.Join(
			reader.Read(ctx, sink, &source.Report{MostBadLines: 10}),
			sink.AddSource(rolecall.Source{ID: "press", Name: "Press"}),
			sink.AddPage(rolecall.Page{Key: "review", Source: "press", Address: "https://example.org/review", Retrieved: "2026-11-21"}),
			sink.AddCredit(rolecall.Credit{TitleID: "tt2000011", PersonID: "nm0000001", Role: rolecall.Director, Job: "directed by", Billing: 4, Citations: []string{"review"}}),
			sink.AddCredit(rolecall.Credit{TitleID: "tt2000011", PersonID: "nm0000002", Role: rolecall.Director, Job: "second unit", Citations: []string{"review"}}),
		)
	})
	episode, _, err := c.Title(t.Context(), "tt2000011")
	if err != nil {
		t.Fatal(err)
	}
	roll, err := c.Roll(t.Context(), episode, false)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, credit := range roll.Credits {
		if credit.Role == rolecall.Director {
			got = append(got, fmt.Sprintf("%s %q %d %q", credit.PersonID, credit.Job, credit.Billing, credit.Citations))
		}
	}
	if want := []string{`nm0000001 "" 0 ["review"]`, `nm0000002 "second unit" 0 ["review"]`}; !slices.Equal(got, want) {
		t.Errorf("directors %q, want %q", got, want)
	}
}

func TestTheFormOfACreditIsTheWeakestStatement(t *testing.T) {
	c, _ := read(t, imdb.Reader{Dir: published(t, true, nil), Without: withoutAkas})
	for id, want := range map[string]rolecall.Gender{"nm0000002": rolecall.Woman, "nm0000004": rolecall.Unknown, "nm0000001": rolecall.Unknown} {
		p, err := c.FindPerson(t.Context(), id)
		if err != nil || p.Gender != want || p.Conflict != (id == "nm0000004") {
			t.Errorf("%s: %+v, %v; want %s", id, p, err, want)
		}
	}
	statements, err := c.Statements(t.Context(), "nm0000002")
	if err != nil || len(statements) != 1 || statements[0].Precedence != rolecall.CreditForm || statements[0].Wording != "actress" || statements[0].Source != imdb.SourceID {
		t.Errorf("%+v, %v", statements, err)
	}
	if p, err := c.FindPerson(t.Context(), "nm0000007"); err != nil || p.Name != "nm0000007" {
		t.Errorf("a person whom name.basics lacks: %+v, %v", p, err)
	}
	if p, err := c.FindPerson(t.Context(), `krysten the star`); err != nil || p.Name != `Krysten "The" Star` {
		t.Errorf("quotes that mean nothing: %+v, %v", p, err)
	}
}

func TestTitlesAreFoundByOtherNames(t *testing.T) {
	c, _ := read(t, imdb.Reader{Dir: published(t, true, nil)})
	for _, name := range []string{"Der Hafen", "港", "le port", "harbour"} {
		if title, err := c.FindTitle(t.Context(), name, catalog.Which{}); err != nil || title.ID != "tt2000001" {
			t.Errorf("%s: %s, %v", name, title.ID, err)
		}
	}
	if _, err := c.FindTitle(t.Context(), "Not for All", catalog.Which{}); err == nil {
		t.Error("the name of a title that is not held was found")
	}
}

func TestAdultTitlesAreTakenIfAskedFor(t *testing.T) {
	c, _ := read(t, imdb.Reader{Dir: published(t, true, nil), Without: withoutAkas, Adult: true})
	if _, held, _ := c.Title(t.Context(), "tt3000004"); !held {
		t.Error("the adult title is not held")
	}
}

// refused is the error of reading a folder.
func refused(t *testing.T, dir string, most int) error {
	t.Helper()
	r := imdb.Reader{Dir: dir, Without: withoutAkas}
	path := filepath.Join(t.TempDir(), "imdb.duckdb")
	report := &source.Report{MostBadLines: most}
	err := catalog.Build(t.Context(), path, catalog.Recipe{Name: "imdb", Fill: func(ctx context.Context, sink source.Sink) error { return r.Read(ctx, sink, report) }})
	if _, stat := os.Stat(path); stat == nil && err != nil {
		t.Error("a catalog is there in spite of the error")
	}
	if left, _ := filepath.Glob(path + ".building*"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	return err
}

func TestFilesThatAreNotTheDatasets(t *testing.T) {
	only := func(file string, change func(string) string) func(string, string) string {
		return func(name, text string) string {
			if name == file {
				return change(text)
			}
			return text
		}
	}
	swapped := func(text string) string { return strings.Replace(text, "tconst\tordering", "ordering\ttconst", 1) }
	for name, test := range map[string]struct {
		dir  string
		want string
	}{
		"wrong header":      {published(t, true, only("title.principals", swapped)), `title.principals.tsv.gz:1: the header is "ordering\ttconst`},
		"another file":      {published(t, true, only("title.crew", func(string) string { return "<html>busy</html>" })), "it is another file"},
		"empty file":        {published(t, false, only("title.crew", func(string) string { return "" })), "title.crew.tsv:1: the header is"},
		"not text":          {published(t, false, only("name.basics", func(s string) string { return s + "nm0000009\tA\xff\t\\N\t\\N\t\\N\t\\N\n" })), "name.basics.tsv:9: not valid UTF-8"},
		"NUL":               {published(t, false, only("name.basics", func(s string) string { return s + "nm0000009\tA\x00\t\\N\t\\N\t\\N\t\\N\n" })), "name.basics.tsv:9: a NUL byte"},
		"too few columns":   {published(t, false, only("title.crew", func(s string) string { return s + "tt2000011\n" })), "title.crew.tsv:8: "},
		"a season of 10^12": {published(t, false, only("title.episode", func(s string) string { return s + "tt2000014\ttt2000001\t1000000000000\t1\n" })), "title.episode.tsv:8: "},
		"cut in a line":     {published(t, false, only("title.principals", func(s string) string { return s[:len(s)-5] })), "the last line has no end, so the file is cut off"},
		"a long line":       {published(t, false, only("title.crew", func(s string) string { return s + strings.Repeat("x", 3<<20) })), "longer than 1048576 bytes"},
	} {
		t.Run(name, func(t *testing.T) {
			if err := refused(t, test.dir, 0); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v\nwant %s", err, test.want)
			}
		})
	}
	dir := published(t, true, nil)
	path := filepath.Join(dir, "title.principals.tsv.gz")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, whole[:len(whole)-20], 0o644); err != nil {
		t.Fatal(err)
	}
	if err := refused(t, dir, 0); err == nil || !strings.Contains(err.Error(), "title.principals.tsv.gz is damaged or cut off") {
		t.Errorf("a truncated gzip: %v", err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := refused(t, dir, 0); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
	if err := os.Mkdir(path, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := refused(t, dir, 0); err == nil || !strings.Contains(err.Error(), "is a folder") {
		t.Errorf("a folder: %v", err)
	}
	if err := errors.Join(os.Remove(path), exec.Command("mkfifo", path).Run()); err != nil {
		t.Skipf("no pipe can be made: %v", err)
	}
	if err := refused(t, dir, 0); err == nil || !strings.Contains(err.Error(), "a pipe or a device") { // which nobody writes into
		t.Errorf("a pipe: %v", err)
	}
}

// A few malformed lines are left aside, counted and named, if they are allowed.
func TestMalformedLinesAreBounded(t *testing.T) {
	dir := published(t, true, func(name, text string) string {
		if name == "title.crew" {
			return text + "tt2000011\ntt2000012\tnm0000001\n"
		}
		return text
	})
	c, report := read(t, imdb.Reader{Dir: dir, Without: withoutAkas})
	if shown, all := report.BadLines(); all != 2 || shown[0].Line != 8 || shown[1].Line != 9 {
		t.Errorf("%d malformed lines: %v", all, shown)
	}
	if h, err := c.Holdings(t.Context()); err != nil || h.Credits == 0 {
		t.Errorf("%+v, %v", h, err)
	}
}

// An identifier of title.basics that is none is left aside and named.
func TestIdentifiersThatAreNone(t *testing.T) {
	dir := published(t, true, func(name, text string) string {
		if name == "title.basics" {
			return text + "xx1\tmovie\tStray\tStray\t0\t2001\t\\N\t\\N\t\\N\n"
		}
		return text
	})
	_, report := read(t, imdb.Reader{Dir: dir, Without: withoutAkas})
	if !slices.Contains(report.UnmappedWords(), source.UnmappedWord{What: "identifier of title.basics", Word: "xx1", Times: 1}) {
		t.Errorf("left aside %v", report.UnmappedWords())
	}
}
