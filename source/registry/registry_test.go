package registry_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rolecall"
	"rolecall/catalog"
	"rolecall/source"
	"rolecall/source/registry"
	"rolecall/source/sourcetest"
	"rolecall/source/starter"
)

// samples are those that each source is tried with, by its word.
var samples = map[string]func(*testing.T) map[string]sourcetest.Sample{
	"imdb": func(t *testing.T) map[string]sourcetest.Sample {
		all := make(map[string]sourcetest.Sample)
		for main, bad := range map[string]string{"title.principals": "tt2000001\t%d", "name.basics": "nm%d"} {
			s := sourcetest.Sample{
				Files: filesOf(t, "../imdb/testdata/*.tsv"), Main: main + ".tsv", Paths: []string{"."}, Header: 1,
				Bad: func(i int) string { return fmt.Sprintf(bad, i) },
			}
			if main == "title.principals" {
				s.Together = func(line string) string { title, _, _ := strings.Cut(line, "\t"); return title }
				s.Files[s.Main] += "tt3000002\t1\tnm0000004\tactor\t\\N\t[\"Zoë\"]\n"
			}
			s.Archives = map[string][]byte{s.Main + ".gz": sourcetest.Gzip(s.Files[s.Main])}
			all[main] = s
		}
		return all
	},
	"wikidata": func(t *testing.T) map[string]sourcetest.Sample {
		all := make(map[string]sourcetest.Sample)
		for ending, bad := range map[string]string{
			"tsv": "<http://www.wikidata.org/entity/Q%d>\t\"tt9000010\"", "nt": "<http://www.wikidata.org/entity/Q910000010> nothing %d .",
		} {
			main := "facts." + ending
			s := sourcetest.Sample{
				Files: filesOf(t, "../wikidata/testdata/"+main), Main: main, Paths: []string{main}, Before: aboutWikidata,
				Bad:      func(i int) string { return fmt.Sprintf(bad, i) },
				Archives: map[string][]byte{main + ".bz2": []byte(text(t, "../wikidata/testdata/"+main+".bz2"))},
			}
			s.Archives[main+".gz"] = sourcetest.Gzip(s.Files[main])
			if ending == "tsv" {
				s.Header = 1
			} else {
				// Names are kept of what was spoken of before.
				s.InOrder = true
				s.Files[main] = strings.ReplaceAll(s.Files[main], `T\u00E9l\u00E9`, "Télé")
			}
			all[ending] = s
		}
		items := sourcetest.Sample{
			Main: "facts.json", Paths: []string{"facts.json"}, Before: aboutWikidata, InOrder: true, // as above
			Bad:      func(i int) string { return fmt.Sprintf(`{"nothing": %d},`, i) },
			Archives: map[string][]byte{"facts.json.bz2": []byte(text(t, "../wikidata/testdata/facts.json.bz2"))},
		}
		lines := strings.Trim(text(t, "../wikidata/testdata/facts.json"), "[]\n") // the array is not needed
		items.Files = map[string]string{items.Main: strings.ReplaceAll(lines, `T\u00e9l\u00e9`, "Télé") + "\n"}
		items.Archives["facts.json.gz"] = sourcetest.Gzip(items.Files[items.Main])
		all["json"] = items
		return all
	},
	"tmdb": func(*testing.T) map[string]sourcetest.Sample {
		lines := sourcetest.Sample{Main: "answers.jsonl", Paths: []string{"answers.jsonl"}, Files: map[string]string{"answers.jsonl": tmdbAnswers},
			Bad: func(i int) string { return fmt.Sprintf(`{"id": %d, "title":`, i) }}
		lines.Archives = map[string][]byte{"answers.jsonl.gz": sourcetest.Gzip(tmdbAnswers)}
		table := sourcetest.Sample{Main: "films.csv", Paths: []string{"films.csv"}, Files: map[string]string{"films.csv": tmdbTable}, Header: 1,
			Bad: func(i int) string { return fmt.Sprintf("%d,one column too few", i) }}
		table.Archives = map[string][]byte{"films.csv.gz": sourcetest.Gzip(tmdbTable)}
		return map[string]sourcetest.Sample{"JSON lines": lines, "table": table}
	},
	"crew": func(t *testing.T) map[string]sourcetest.Sample {
		s := sourcetest.Sample{
			Files: filesOf(t, "../../docs/examples/crew.*"), Main: "crew.csv", Paths: []string{"crew.csv"}, Each: map[string][]string{"map": {"crew.yaml"}}, Header: 1,
			Bad: func(i int) string { return fmt.Sprintf("Harbour,no number %d,,,Actor,Jo Okafor,,,,,", i) },
		}
		s.Archives = map[string][]byte{"crew.csv.gz": sourcetest.Gzip(s.Files[s.Main]), "crew.xlsx": sheet(t, s.Files[s.Main])}
		return map[string]sourcetest.Sample{"roster": s}
	},
	"statements": func(t *testing.T) map[string]sourcetest.Sample {
		s := sourcetest.Sample{
			Main: "gaps.csv", Paths: []string{"gaps.csv"}, Files: map[string]string{"gaps.csv": statementsTable}, Header: 1, Before: statedPeople,
			Bad: func(i int) string { return fmt.Sprintf("somebody-%d,,female,she,,,", i) },
		}
		s.Archives = map[string][]byte{"gaps.csv.gz": sourcetest.Gzip(statementsTable), "gaps.xlsx": sheet(t, statementsTable)}
		return map[string]sourcetest.Sample{"gaps": s}
	},
	"list": func(t *testing.T) map[string]sourcetest.Sample {
		all := make(map[string]sourcetest.Sample)
		for name, file := range map[string]string{"letterboxd": "letterboxd-export.csv", "imdb": "imdb-export.csv"} {
			s := sourcetest.Sample{
				Files: filesOf(t, "../../titlelist/testdata/"+file), Main: file, Paths: []string{file}, Header: 1, Before: listedTitles,
				Bad: func(i int) string { return fmt.Sprintf("1,A Film,no year %d,,,,,,,,,no year,,,,", i) },
			}
			if name == "letterboxd" {
				s.Header = 5
			}
			s.Archives = map[string][]byte{file + ".gz": sourcetest.Gzip(s.Files[file])}
			all[name] = s
		}
		return all
	},
}

const statementsTable = `person_id,name,gender,wording,page,publisher,by
zoe,Zoë Ipsum,woman,she,https://example.org/zoë,The Gazette,
kim,Kim Lorem,nonbinary,“they”,,,declaration
jo,Jo Okafor,,,,,
nm3,Somebody,man,,,,correction
lee,Lee Dolor,man,he,https://example.org/lee,,citation
max,Max Amet,woman,she,https://example.org/max,,citation
`

// statedPeople are those of the statements.
func statedPeople(sink source.Sink) error {
	faults := []error{sink.AddTitle(rolecall.Title{ID: "film", Kind: rolecall.Film, Name: "A Film"})}
	for _, id := range []string{"zoe", "kim", "jo", "nm3", "lee", "max"} {
		faults = append(faults, sink.AddPerson(rolecall.Person{ID: id, Name: id}))
	}
	return errors.Join(faults...)
}

const tmdbAnswers = `{"id": 550, "title": "A Film", "original_title": "Un film à voir", "release_date": "2019-03-08", "imdb_id": "tt3000001", "genres": [], "credits": {"cast": [{"id": 9, "name": "Zoë Ipsum", "gender": 1, "character": "A / B", "order": 0}], "crew": [{"id": 7, "name": "Maren Ipsum", "gender": 1, "department": "Directing", "job": "Director"}]}}
{"id": 551, "title": "Another", "release_date": "2020-03-08", "credits": {"cast": [], "crew": [{"id": 8, "name": "Jo Lorem", "gender": 2, "department": "Directing", "job": "Director"}]}}
{"id": 60, "name": "A Series", "first_air_date": "2015-01-01", "number_of_seasons": 1, "created_by": [{"id": 7, "name": "Maren Ipsum", "gender": 1}], "season/1": {"season_number": 1, "air_date": "2015-01-01", "episodes": [{"episode_number": 1, "name": "One", "air_date": "2015-01-01", "crew": [{"id": 7, "name": "Maren Ipsum", "gender": 1, "department": "Directing", "job": "Director"}]}], "credits": {"cast": [{"id": 9, "name": "Zoë Ipsum", "gender": 1, "character": "C", "order": 0}], "crew": []}}}
`

const tmdbTable = `id,title,release_date,cast,crew
550,A Film,2019-03-08,"[{""id"": 9, ""name"": ""Zoë Ipsum"", ""gender"": 1, ""character"": ""A"", ""order"": 0}]","[{""id"": 7, ""name"": ""Maren Ipsum"", ""gender"": 1, ""department"": ""Directing"", ""job"": ""Director""}]"
551,Another,2020-03-08,[],"[{""id"": 8, ""name"": ""Jo Lorem"", ""gender"": 2, ""department"": ""Directing"", ""job"": ""Director""}]"
`

// aboutWikidata are the titles and people of the files of Wikidata.
func aboutWikidata(sink source.Sink) error {
	faults := []error{sink.AddTitle(rolecall.Title{ID: "tt9000010", Kind: rolecall.Film, Name: "The Long Season"})}
	for _, id := range []string{"nm0010930", "nm9000001", "nm9000003", "nm10000003"} {
		faults = append(faults, sink.AddPerson(rolecall.Person{ID: id, Name: "Somebody " + id}))
	}
	return errors.Join(faults...)
}

// listedTitles are those of the lists.
func listedTitles(sink source.Sink) error {
	return errors.Join(
		sink.AddTitle(rolecall.Title{ID: "tt8613070", Kind: rolecall.Film, Name: "Portrait of a Lady on Fire", OriginalName: "Portrait de la jeune fille en feu", Year: 2019}),
		sink.AddTitle(rolecall.Title{ID: "tt8075192", Kind: rolecall.Film, Name: "Shoplifters", Year: 2018}),
		sink.AddTitle(rolecall.Title{ID: "tt0024264", Kind: rolecall.Film, Name: "Little Women", Year: 1933}),
		sink.AddTitle(rolecall.Title{ID: "tt5834204", Kind: rolecall.Series, Name: "The Handmaid's Tale", Year: 2017}))
}

func text(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func filesOf(t *testing.T, pattern string) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no file %s, %v", pattern, err)
	}
	files := make(map[string]string)
	for _, path := range paths {
		files[filepath.Base(path)] = text(t, path)
	}
	return files
}

// sheet is a list as an XLSX file.
func sheet(t *testing.T, list string) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	for i, line := range strings.Split(strings.TrimSpace(list), "\n") {
		if err := book.SetSheetRow("Sheet1", fmt.Sprint("A", i+1), new(strings.Split(line, ","))); err != nil {
			t.Fatal(err)
		}
	}
	packed, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}

// TestEverySource puts each source that is registered through the suite.
func TestEverySource(t *testing.T) {
	for _, i := range registry.All() {
		of := samples[i.Word]
		if i.Word == starter.Import.Word {
			continue // its facts are in the program and no file of anybody's
		}
		if of == nil {
			t.Errorf("the source %s has no sample here", i.Word)
			continue
		}
		for name, sample := range of(t) {
			t.Run(i.Word+" "+name, func(t *testing.T) { sourcetest.Suite(t, i, sample, build) })
		}
	}
}

// build makes a catalog of facts in a folder of its own.
func build(ctx context.Context, t *testing.T, fill func(context.Context, source.Sink) error) (hash string, held bool, err error) {
	path := filepath.Join(t.TempDir(), "test.duckdb")
	err = catalog.Build(ctx, path, catalog.Recipe{Name: "test", Program: "test", Fill: fill})
	if left, _ := filepath.Glob(path + "*"); err != nil {
		for _, file := range left {
			held = held || !strings.HasSuffix(file, ".lock")
		}
		return "", held, err
	}
	c, err := catalog.Open(t.Context(), path)
	if err != nil {
		return "", true, err
	}
	return c.Info().Hash, true, c.Close()
}

// Words, flags and identifiers are each of one source, and the pages are there.
func TestSourcesDoNotCollide(t *testing.T) {
	taken := make(map[string]string)
	take := func(what, of string) {
		if other, is := taken[what]; is && what != "" {
			t.Errorf("%s is of %s and of %s", what, other, of)
		}
		taken[what] = of
	}
	for _, i := range registry.All() {
		take("the word "+i.Word, i.Word)
		if i.ID != "" {
			take("the identifier "+i.ID, i.Word)
		}
		for _, flag := range i.Flags {
			take("the flag "+flag.Name, i.Word)
		}
		if _, err := os.Stat(filepath.Join("..", "..", i.Docs)); err != nil {
			t.Errorf("%s: %v", i.Word, err)
		}
		if len(i.Help) == 0 || i.Name == "" || i.Paths == "" && i.Word != starter.Import.Word || len(i.Principals) > 0 && i.ID == "" {
			t.Errorf("%s does not say all of itself", i.Word)
		}
	}
}

// Each source's word on how widely it speaks is what the catalog holds.
func TestScopesOfEverySource(t *testing.T) {
	roster := samples["crew"](t)["roster"]
	roster.Files[roster.Main] = "Series,Ep,Episode title,First shown,Position,Name,Pronouns,Credited as,Character,Billing,Document\n" +
		"Harbour,1,,,Actor,Jo Okafor,,,,,\nHarbour,,,,Written by,Ana Lindqvist,,,,,\nHarbour,,,,Actor,Robin Dale,,,,,\n"
	for name, test := range map[string]struct {
		fill func(context.Context, source.Sink) error
		want string
	}{
		"imdb": {
			filled(t, "imdb", samples["imdb"](t)["name.basics"]),
			"cast title, cinematographer title, creator series, creator title, director title, executive_producer title, line_producer title, producer title, writer title",
		},
		"wikidata": {filled(t, "wikidata", samples["wikidata"](t)["tsv"]), "art_director title, cinematographer title, composer title, costume_designer title, creator title, director title, editor title, " +
			"executive_producer title, producer title, production_designer title"},
		"tmdb": {filled(t, "tmdb", samples["tmdb"](t)["JSON lines"]), "cast season, cast title, creator series, director title"},
		"crew": {filled(t, "crew", roster), "cast season, cast title, writer season"},
		"starter": {
			starter.Fill,
			"cast season, cast series, cast title, cinematographer season, cinematographer title, composer season, composer title, costume_designer season, " +
				"creator series, director season, director title, editor title, executive_producer season, executive_producer series, " +
				"showrunner season, showrunner series, writer season, writer title",
		},
	} {
		path := filepath.Join(t.TempDir(), name+".duckdb")
		if err := catalog.Build(t.Context(), path, catalog.Recipe{Name: name, Program: "test", Fill: test.fill}); err != nil {
			t.Fatal(name, err)
		}
		db, err := sql.Open("duckdb", path)
		if err != nil {
			t.Fatal(err)
		}
		var got string
		row := db.QueryRowContext(t.Context(), `SELECT string_agg(said, ', ' ORDER BY said) FROM (SELECT DISTINCT concat(role, ' ', scope) AS said FROM credit)`)
		if err := errors.Join(row.Scan(&got), db.Close()); err != nil || got != test.want {
			t.Errorf("%s: %s, %v; want %s", name, got, err, test.want)
		}
	}
}

// filled fills a catalog from a sample.
func filled(t *testing.T, word string, s sourcetest.Sample) func(context.Context, source.Sink) error {
	return func(ctx context.Context, sink source.Sink) error {
		if s.Before != nil {
			if err := s.Before(sink); err != nil {
				return err
			}
		}
		i, _ := registry.Find(word)
		return s.Reader(t, i, s.Write(t, nil), s.Main).Read(ctx, sink, &source.Report{MostBadLines: source.OfMachines})
	}
}
