package export_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	_ "github.com/duckdb/duckdb-go/v2"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"rolecall"
	"rolecall/catalog"
	"rolecall/catalog/catalogtest"
	"rolecall/export"
	"rolecall/measure"
	"rolecall/population"
	"rolecall/source"
	"rolecall/source/imdb"
	"rolecall/source/starter"
)

// starterFile is the starter catalog, built once for all tests.
var starterFile string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "rolecall-export-test")
	if err != nil {
		panic(err)
	}
	starterFile = filepath.Join(folder, "starter.duckdb")
	err = catalog.Build(context.Background(), starterFile, catalog.Recipe{Name: "starter", Program: "test", Built: time.Unix(0, 0), Fill: starter.Fill})
	if err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(folder)
	os.Exit(code)
}

func starterCatalog(t testing.TB) *catalog.Catalog {
	t.Helper()
	c, err := catalog.Open(t.Context(), starterFile)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// imdbCatalog is of rows that may not be passed on, and none of them cites a page.
func imdbCatalog(t testing.TB) *catalog.Catalog {
	t.Helper()
	return catalogtest.Open(t, "imdb", func(ctx context.Context, sink source.Sink) error {
		readers, err := imdb.Import.Open(source.Asked{Paths: []string{filepath.Join("..", "source", "imdb", "testdata")}})
		if err != nil {
			return err
		}
		for _, r := range readers {
			if err := r.Read(ctx, sink, &source.Report{MostBadLines: 1000}); err != nil {
				return err
			}
		}
		return sink.AddSource(rolecall.Source{ID: "open", Name: "Open", Licence: "CC0 1.0"})
	})
}

func written(t testing.TB, c *catalog.Catalog, order export.Order) export.Export {
	t.Helper()
	if order.Form.Word == "" {
		order.Form = export.Forms()[0]
	}
	e, err := export.Write(t.Context(), c, filepath.Join(t.TempDir(), "data"), order)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// opened are the files of an export as a database that knows nothing of Rolecall reads them.
func opened(t testing.TB, e export.Export) *sql.DB {
	t.Helper()
	db, err := sql.Open("duckdb", "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	for _, f := range e.Files {
		if _, err := db.ExecContext(t.Context(), fmt.Sprintf(`CREATE VIEW "%s" AS FROM '%s'`, f.View.Name, filepath.Join(e.Folder, f.Name))); err != nil {
			t.Fatal(err)
		}
	}
	return db
}

func number(t testing.TB, db *sql.DB, text string) (n int) {
	t.Helper()
	if err := db.QueryRowContext(t.Context(), text).Scan(&n); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return n
}

var populations = []population.Population{
	{}, {Kind: rolecall.Season}, {Kind: rolecall.Film}, {Kind: rolecall.Season, Networks: []string{"Netflix"}}, {Kind: rolecall.Season, From: rolecall.Date{Year: 2018}, MinEpisodes: 6},
}

// reported are the certain and possible counts of women by role, as the report has them.
func reported(t testing.TB, c *catalog.Catalog, p population.Population, unit rolecall.Unit) map[string]rolecall.Count {
	t.Helper()
	report, err := measure.ReportOn(t.Context(), c, measure.Question{Population: p, Unit: unit, Genders: []rolecall.Gender{rolecall.Woman}})
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]rolecall.Count)
	for _, row := range report.Total {
		all[string(row.Role)] = row.Count
	}
	return all
}

// What is summed up from the files, by whoever, is what the report says.
func TestFilesComeToTheReport(t *testing.T) {
	c := starterCatalog(t)
	for i, p := range populations {
		e := written(t, c, export.Order{Population: p, Form: export.Forms()[i%len(export.Forms())], PrivateUse: true})
		db := opened(t, e)
		for unit, text := range map[rolecall.Unit]string{
			rolecall.Credits: `SELECT role, sum(women), sum(women + "unknown"), sum(women + men + nonbinary + "unknown") FROM tally JOIN population USING (title) GROUP BY role`,
			rolecall.TitlesAny: `SELECT role, coalesce(sum(titles) FILTER (some_woman), 0), coalesce(sum(titles) FILTER (some_woman OR some_unknown), 0) + (SELECT sum(leaves) FROM population) - sum(titles), (SELECT sum(leaves) FROM population)
				FROM tally JOIN population USING (title) GROUP BY role`,
			rolecall.People: `SELECT role, count(*) FILTER (gender = 'woman'), count(*) FILTER (gender IN ('woman', 'unknown')), count(*) FROM (
				SELECT DISTINCT role, person, gender FROM credit WHERE work IN (SELECT title FROM population)
				UNION SELECT 'lead', person, gender FROM credit WHERE role = 'cast' AND billing = 1 AND work IN (SELECT title FROM population)) GROUP BY role`,
		} {
			want := reported(t, c, p, unit)
			rows, err := db.QueryContext(t.Context(), text)
			if err != nil {
				t.Fatalf("%s: %v", e.Form.Name, err)
			}
			got := make(map[string]rolecall.Count)
			for rows.Next() {
				var role string
				var n rolecall.Count
				if err := rows.Scan(&role, &n.Certain, &n.Possible, &n.Of); err != nil {
					t.Fatal(err)
				}
				got[role] = n
			}
			for role, count := range want {
				if got[role] != count {
					t.Errorf("%s, %s, %s of %s: %v, the report has %v", p.Words(), e.Form.Name, unit, role, got[role], count)
				}
			}
			if len(want) == 0 {
				t.Errorf("%s: nothing was compared", p.Words())
			}
		}
	}
}

// Episodes and series are not summed up ahead; their credits are counted.
func TestCreditsOfEpisodesComeToTheReport(t *testing.T) {
	c := starterCatalog(t)
	p := population.Population{Kind: rolecall.Episode, From: rolecall.Date{Year: 2018}}
	db := opened(t, written(t, c, export.Order{Population: p, PrivateUse: true}))
	for role, want := range reported(t, c, p, rolecall.Credits) {
		if role == string(rolecall.Lead) {
			continue
		}
		where := fmt.Sprintf(`FROM credit JOIN population USING (title) WHERE on_title AND role = '%s'`, role)
		got := rolecall.Count{
			Certain: number(t, db, `SELECT count(*) FILTER (gender = 'woman') `+where), Possible: number(t, db, `SELECT count(*) FILTER (gender IN ('woman', 'unknown')) `+where),
			Of: number(t, db, `SELECT count(*) `+where),
		}
		if got != want {
			t.Errorf("%s: %v, the report has %v", role, got, want)
		}
	}
}

// Rows that rest on a source alone whose terms do not let them be passed on stay, and all
// others go; the figures are those that the licence of the starter's facts names.
func TestWhatMayNotBePassedOnStays(t *testing.T) {
	c := starterCatalog(t)
	e := written(t, c, export.Order{})
	db := opened(t, e)
	pages := number(t, db, `SELECT count(*) FROM credit WHERE len(pages) > 0 AND NOT list_has_any(pages, (SELECT list(page) FROM page WHERE source <> 'study-2018'))`)
	whole := written(t, c, export.Order{PrivateUse: true})
	titles := func(db *sql.DB) int { return number(t, db, `SELECT count(*) FROM title`) }
	if lost := titles(opened(t, whole)) - titles(db); pages != 0 || lost != 176 {
		t.Errorf("%d credits rest on the study alone, %d titles are left out", pages, lost)
	}
	if n := number(t, db, `SELECT count(*) FROM credit c LEFT JOIN title t USING (title) LEFT JOIN person p USING (person) WHERE t.title IS NULL OR p.person IS NULL`); n != 0 {
		t.Errorf("%d credits are of titles or people who are not there", n)
	}
	// A slate that is there is that of the rows that are there.
	if n := number(t, db, `SELECT count(*) FROM slate s JOIN (
		SELECT work AS title, role, count(DISTINCT person) AS people FROM credit GROUP BY ALL) c USING (title, role) WHERE s.people <> c.people`); n != 0 {
		t.Errorf("%d slates are not those of the credits", n)
	}
	readme, err := os.ReadFile(filepath.Join(e.Folder, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	caveats := strings.Join(e.Caveats(), " ")
	if e.LeftOut() == 0 || !strings.Contains(string(readme), caveats[:40]) || !strings.Contains(caveats, "study-2018") || !strings.Contains(caveats, "private use") {
		t.Errorf("%d rows left out: %s", e.LeftOut(), caveats)
	}
	if said := strings.Join(whole.Caveats(), " "); whole.LeftOut() != 0 || !strings.Contains(said, "FOR PRIVATE USE ONLY") {
		t.Errorf("for private use: %s", said)
	}
}

// Of a catalog of rows that may not be passed on nothing about titles and people goes, not
// by any file.
func TestNothingOfIMDbGoes(t *testing.T) {
	e := written(t, imdbCatalog(t), export.Order{})
	for _, f := range e.Files {
		if about := !slices.Contains([]string{"catalog", "source", "role"}, f.View.Name); about && f.Rows > 0 {
			t.Errorf("%s has %d rows", f.Name, f.Rows)
		}
	}
	if e.LeftOut() < 50 {
		t.Errorf("only %d rows are said to be left out", e.LeftOut())
	}
	if !strings.Contains(strings.Join(e.Caveats(), " "), "imdb") {
		t.Errorf("whose they are is not said: %v", e.Caveats())
	}
}

func TestTermsOf(t *testing.T) {
	for licence, passed := range map[string]bool{
		"CC0 1.0": true, "CC BY-SA 4.0 for the text": true, "CC BY 4.0": true, "ODbL 1.0": true, "public domain": true,
		"each under its publisher's terms; single facts and short quotations are cited here": true,
		imdb.Licence: false, "private": false, "": false, "not said by the list": false, "CC BY-NC 4.0": false, "CC BY-ND 4.0": false, "MIT-ish": false,
		"IMDb's terms: personal and non-commercial use; single facts are cited here, genders are not taken": false,
	} {
		if got := export.TermsOf(licence); got.PassedOn != passed || (got.Name == "") != (got.Address == "") {
			t.Errorf("%q: %+v", licence, got)
		}
	}
}

// An export is there whole or not at all, and overwrites nothing.
func TestAnExportIsAllOrNothing(t *testing.T) {
	c := starterCatalog(t)
	folder := t.TempDir()
	there := filepath.Join(folder, "there")
	if err := os.WriteFile(there, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	order := export.Order{Form: export.Forms()[0]}
	if _, err := export.Write(t.Context(), c, there, order); !errorIs[*export.ThereError](err) || !strings.Contains(err.Error(), "overwrites nothing") {
		t.Errorf("over a file: %v", err)
	}
	if _, err := export.Write(t.Context(), c, folder, order); !errorIs[*export.ThereError](err) {
		t.Errorf("over a folder: %v", err)
	}
	if _, err := export.Write(t.Context(), c, filepath.Join(folder, "no", "such"), order); err == nil {
		t.Error("into a folder that is not there")
	}
	gone, leave := context.WithCancel(t.Context())
	leave()
	if _, err := export.Write(gone, c, filepath.Join(folder, "new"), order); err == nil {
		t.Error("given up and written")
	}
	order.Population = population.Population{Networks: []string{"Netflx"}}
	if _, err := export.Write(t.Context(), c, filepath.Join(folder, "new"), order); !errorIs[*catalog.EmptyError](err) {
		t.Errorf("of nothing: %v", err)
	}
	left, err := os.ReadDir(folder)
	if text, _ := os.ReadFile(there); err != nil || len(left) != 1 || string(text) != "mine" {
		t.Errorf("left: %v, %v, %q", left, err, text)
	}
}

func errorIs[E error](err error) bool { _, is := errors.AsType[E](err); return is }

// Same catalog, same order, same bytes.
func TestExportsAreTheSame(t *testing.T) {
	c := starterCatalog(t)
	for _, form := range export.Forms() {
		order := export.Order{Form: form, Population: population.Population{Kind: rolecall.Season}}
		one, other := written(t, c, order), written(t, c, order)
		for i, f := range one.Files {
			if f.Hash != other.Files[i].Hash {
				t.Errorf("%s is another the second time", f.Name)
			}
		}
	}
}

// What the descriptions say of the files is so.
func TestTheDescriptionsSayWhatIsThere(t *testing.T) {
	c := starterCatalog(t)
	for _, form := range export.Forms() {
		e := written(t, c, export.Order{Form: form})
		checkPackage(t, e)
		checkCroissant(t, e)
	}
}

func object(t testing.TB, e export.Export, name string) (o map[string]any) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(e.Folder, name))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &o); err != nil {
		t.Fatal(err)
	}
	return o
}

// at goes down an object by keys.
func at(o any, keys ...string) any {
	for _, key := range keys {
		m, _ := o.(map[string]any)
		o = m[key]
	}
	return o
}

func checkPackage(t *testing.T, e export.Export) {
	p := object(t, e, "datapackage.json")
	if at(p, "rolecall", "content_hash") != e.Catalog.Hash || len(p["licenses"].([]any)) != 3 {
		t.Errorf("%s: %v, %v", e.Form.Name, p["rolecall"], p["licenses"])
	}
	keys := make(map[string]string)
	for _, r := range p["resources"].([]any) {
		if key, is := at(r, "schema", "primaryKey").([]any); is {
			keys[at(r, "name").(string)] = key[0].(string)
		}
		text, err := os.ReadFile(filepath.Join(e.Folder, at(r, "path").(string)))
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(text)
		if at(r, "hash") != "sha256:"+hex.EncodeToString(sum[:]) || at(r, "bytes") != float64(len(text)) {
			t.Errorf("%v is not what its hash and size say", at(r, "path"))
		}
		for _, f := range at(r, "schema", "fields").([]any) {
			if at(f, "description") == "" || !slices.Contains([]any{"string", "integer", "boolean", "array"}, at(f, "type")) {
				t.Errorf("%v: field %v", at(r, "path"), f)
			}
		}
	}
	for _, r := range p["resources"].([]any) {
		foreign, _ := at(r, "schema", "foreignKeys").([]any)
		for _, f := range foreign {
			if of := at(f, "reference", "resource").(string); keys[of] != at(f, "reference", "fields") {
				t.Errorf("%v: %v is no key", at(r, "name"), f)
			}
		}
	}
	if e.Form.Word == "csv" {
		head, _, _ := strings.Cut(fileText(t, e, "credit.csv"), "\n")
		if !strings.HasPrefix(head, "title,work,work_kind,person,role,") || !strings.Contains(fileText(t, e, "title.csv"), `"[""Netflix""]"`) {
			t.Errorf("CSV: %s", head)
		}
	}
}

func fileText(t testing.TB, e export.Export, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(e.Folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// checkCroissant holds a description to what Croissant 1.0 requires of a dataset, a file,
// a set of records and a field.
func checkCroissant(t *testing.T, e export.Export) {
	o := object(t, e, "croissant.json")
	require := func(what any, keys ...string) {
		for _, key := range keys {
			if v := at(what, key); v == nil || v == "" {
				t.Errorf("%s: %v has no %s", e.Form.Name, at(what, "@id"), key)
			}
		}
	}
	require(o, "@context", "@type", "conformsTo", "description", "license", "name", "url", "creator", "datePublished")
	if o["@type"] != "sc:Dataset" || o["conformsTo"] != "http://mlcommons.org/croissant/1.0" || at(o, "@context", "recordSet") != "cr:recordSet" {
		t.Errorf("%v, %v", o["@type"], o["conformsTo"])
	}
	ids := make(map[any]bool)
	for _, f := range o["distribution"].([]any) {
		require(f, "@id", "name", "contentUrl", "encodingFormat", "sha256")
		ids[at(f, "@id")] = true
		if _, err := os.Stat(filepath.Join(e.Folder, at(f, "contentUrl").(string))); err != nil {
			t.Error(err)
		}
	}
	sets := o["recordSet"].([]any)
	for _, set := range sets {
		for _, f := range at(set, "field").([]any) {
			ids[at(f, "@id")] = true
		}
	}
	for _, set := range sets {
		require(set, "@type", "@id", "name", "field")
		for _, f := range at(set, "field").([]any) {
			require(f, "@type", "@id", "name", "description", "dataType")
			for _, id := range []any{at(f, "source", "fileObject", "@id"), at(f, "references", "field", "@id")} {
				if id != nil && !ids[id] {
					t.Errorf("%v refers to %v, which is not there", at(f, "@id"), id)
				}
			}
		}
		keys, _ := at(set, "key").([]any)
		for _, key := range keys {
			if !ids[at(key, "@id")] {
				t.Errorf("%v has the key %v", at(set, "@id"), key)
			}
		}
	}
}

// installed is a path of what npm has installed, or the test is skipped.
func installed(t *testing.T, parts ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{"client", "node_modules"}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skip("others' readers are not installed: make client brings them, where npm can be reached")
	}
	return path
}

// The description is one by the schema that Frictionless Data publishes.
func TestThePackageIsWhatItsSchemaSays(t *testing.T) {
	c := starterCatalog(t)
	for _, form := range export.Forms()[:2] { // the others differ in words alone
		e := written(t, c, export.Order{Form: form})
		schema, err := jsonschema.NewCompiler().Compile(installed(t, "datapackage", "lib", "profiles", "data-package.json"))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(any(object(t, e, "datapackage.json"))); err != nil {
			t.Errorf("%s: %v", form.Name, err)
		}
	}
}

// DuckDB for Node.js opens the files as they are and sums them to the same figures.
func TestAnotherReaderComesToTheReport(t *testing.T) {
	installed(t, "@duckdb", "node-api")
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no Node.js here")
	}
	c := starterCatalog(t)
	p := population.Population{Kind: rolecall.Season, Networks: []string{"Netflix"}}
	e := written(t, c, export.Order{Population: p, PrivateUse: true})
	command := exec.CommandContext(t.Context(), node, filepath.Join("client", "sum.mjs"), e.Folder)
	command.Stderr = os.Stderr
	said, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	var sums struct {
		Valid  bool
		Errors []string
		Rows   []struct {
			Role                     string
			Certain, Possible, Total int
		}
	}
	if err := json.Unmarshal(said, &sums); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	if !sums.Valid {
		t.Errorf("the package is refused: %v", sums.Errors)
	}
	want := reported(t, c, p, rolecall.Credits)
	for _, row := range sums.Rows {
		if got := (rolecall.Count{Certain: row.Certain, Possible: row.Possible, Of: row.Total}); got != want[row.Role] {
			t.Errorf("%s: %v, the report has %v", row.Role, got, want[row.Role])
		}
	}
	if len(sums.Rows) == 0 || len(sums.Rows) != len(want) {
		t.Errorf("%d roles, the report has %d", len(sums.Rows), len(want))
	}
}

// example is a program in the notebooks' document, by its language.
func example(t testing.TB, language string) (program, prints string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "docs", "notebooks.md"))
	if err != nil {
		t.Fatal(err)
	}
	between := func(from string) string {
		_, after, found := strings.Cut(string(text), "```"+from+"\n")
		inside, _, _ := strings.Cut(after, "```")
		if !found {
			t.Fatalf("the document has no example of %s", from)
		}
		return inside
	}
	return between(language), between("text")
}

// python is the one that has pandas, as another may stand before Debian's.
func python() string {
	const debian = "/usr/bin/python3"
	if exec.Command(debian, "-c", "import pandas").Run() == nil {
		return debian
	}
	return "python3"
}

// The examples of the document print what it says that they print, where what they need is
// installed, and that is what the report says.
func TestTheNotebooksPrintWhatTheySay(t *testing.T) {
	modules, err := filepath.Abs(filepath.Join("client", "node_modules"))
	if err != nil {
		t.Fatal(err)
	}
	c := starterCatalog(t)
	p := population.Population{Kind: rolecall.Season, Networks: []string{"Netflix"}}
	e := written(t, c, export.Order{Population: p, PrivateUse: true})
	folder := filepath.Dir(e.Folder)
	if _, err := export.Write(t.Context(), c, filepath.Join(folder, "data-csv"), export.Order{Population: p, Form: export.Forms()[1], PrivateUse: true}); err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprintf("director: %s credits are women's\n", reported(t, c, p, rolecall.Credits)["director"])
	for _, test := range []struct {
		language, program string
		arguments, needs  []string
	}{
		{"js", "node", []string{"--input-type=module", "-e"}, []string{"-e", "require('@duckdb/node-api')"}},
		{"python", python(), []string{"-c"}, []string{"-c", "import pandas"}},
		{"r", "Rscript", []string{"-e"}, []string{"-e", "1"}},
	} {
		t.Run(test.language, func(t *testing.T) {
			program, prints := example(t, test.language)
			if prints != want {
				t.Errorf("the document says %q, the report %q", prints, want)
			}
			if _, err := os.Stat(modules); err == nil {
				os.Symlink(modules, filepath.Join(folder, "node_modules"))
			}
			run := func(arguments ...string) ([]byte, error) {
				command := exec.CommandContext(t.Context(), test.program, arguments...)
				command.Dir = folder
				return command.CombinedOutput()
			}
			if _, err := run(test.needs...); err != nil {
				t.Skipf("%s, or what the example needs of it, is not installed", test.program)
			}
			if got, err := run(append(test.arguments, program)...); err != nil || string(got) != prints {
				t.Errorf("it prints %q, %v; want %q", got, err, prints)
			}
		})
	}
}
