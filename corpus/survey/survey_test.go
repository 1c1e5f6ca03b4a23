package survey_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/catalog/catalogtest"
	"rolecall/corpus/batch"
	"rolecall/corpus/input"
	"rolecall/corpus/journal"
	"rolecall/corpus/reader"
	"rolecall/corpus/survey"
	"rolecall/corpus/table"
	"rolecall/press"
	"rolecall/source/starter"
)

// story is an article of the archive that is surveyed.
type story struct{ Outlet, Section, Author, Date, Text string }

const (
	agency = "All 13 episodes of season two of Jessica Jones were directed by women, its makers said on Thursday. “It was time for that to happen,” Melissa Rosenberg told Variety. The series stars Krysten Ritter as a private eye in New York, and its second season was first shown on March 8, 2018, all of it at once."
	wrong  = "Kathryn Bigelow directed Lady Bird, which critics in many countries liked more than any other film of that year, and which was shown in cinemas everywhere."
	man    = "“I have never had so much fun on a set in all my life,” said Jean-Marc Vallée, who did not say more about it to the reporters who waited for him outside of the building."
)

var archive = []story{
	{"Herald", "film", "Ann Lee", "2018-03-09", agency},
	{"Herald", "tv", "Staff", "2018-03-10", agency},                                // twice in one outlet
	{"Post", "tv", "By Ann Lee and Bob Ray", "2018-03-08", "EXCLUSIVE. " + agency}, // nearly the same, and earlier
	{"Post", "film", "Bob Ray", "2018-04-01", wrong},
	{"Gazette", "", "", "", "Kathryn Bigelow directed Lady Bird. The reviewers of other towns seem to have liked it more than anything else they saw in the winter of that year, and went to see it twice."},
	{"Gazette", "film", "", "2018-04-03", man},
	{"Gazette", "news", "", "2018-04-04", "The council met on Tuesday to talk about the budget for roads, and went home early, as there was no money for roads and not much else to talk about this time."},
	{"Gazette", "news", "", "2018-04-05", "Le conseil municipal s'est réuni mardi pour discuter du budget des routes, et tout le monde est rentré chez soi de bonne heure parce qu'il n'y avait plus d'argent du tout."},
}

// checked checks the archive into a folder.
func checked(t *testing.T, c *catalog.Catalog, format table.Format) string {
	t.Helper()
	folder := t.TempDir()
	var lines strings.Builder
	for _, s := range archive {
		line, err := json.Marshal(map[string]string{"outlet": s.Outlet, "section": s.Section, "author": s.Author, "date": s.Date, "text": s.Text})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&lines, "%s\n", line)
	}
	path := filepath.Join(folder, "archive.jsonl")
	if err := os.WriteFile(path, []byte(lines.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	files, err := input.Find([]string{path}, input.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := batch.Run{
		Dir: filepath.Join(folder, "checked"), Inputs: files, Read: reader.Reader{Languages: []reader.Language{reader.English(press.InCatalog(c))}}.Read,
		Begun: journal.Begun{Version: journal.Version, Catalog: "starter", Hash: c.Info().Hash, Format: format, ShardSize: 3},
	}
	if _, err := r.Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	return r.Dir
}

// held is the starter catalog, built once for all tests.
var held *catalog.Catalog

func TestMain(m *testing.M) {
	os.Exit(catalogtest.Main(m, starter.Name, starter.Fill, func(c *catalog.Catalog) { held = c }))
}

func TestAnArchiveIsCounted(t *testing.T) {
	c := held
	dir := checked(t, c, table.JSONLines)
	asked := survey.Asked{By: survey.Fields(), Copies: survey.InOutlet, Most: 10}
	s, err := survey.Of(t.Context(), dir, 0, asked, survey.SlatesIn(c))
	if err != nil {
		t.Fatal(err)
	}
	if !s.Finished || s.Held != 7 || s.Texts != 5 || s.All.Articles != 6 || s.All.Named != 5 {
		t.Errorf("%d held, %d texts, %+v", s.Held, s.Texts, s.All)
	}
	// "It was time for that to happen": 7 words in each of two outlets.
	if want := (rolecall.Tally{Women: 14, Men: 14}); s.All.Words != want {
		t.Errorf("words: %+v", s.All.Words)
	}
	groups := make(map[string]string)
	for _, part := range s.Parts {
		for _, g := range part.Groups {
			groups[string(part.By)] += fmt.Sprintf("%s %d, ", g.Value, g.Articles)
		}
	}
	for by, want := range map[string]string{
		"outlet": "Gazette 3, Post 2, Herald 1, ", "section": "film 3,  1, news 1, tv 1, ", "month": "2018-03 2, 2018-04 3,  1, ", "author": " 3, Ann Lee 2, Bob Ray 2, ",
	} {
		if groups[by] != want {
			t.Errorf("by %s: %s, want %s", by, groups[by], want)
		}
	}
	if len(s.Contradicted) != 1 || s.Contradicted[0].Outlets != 2 || s.Contradicted[0].First.Outlet != "Post" || !strings.Contains(s.Contradicted[0].Evidence, "Greta Gerwig") {
		t.Errorf("contradicted: %+v", s.Contradicted)
	}
	every := slices.IndexFunc(s.Repeated, func(c survey.Claim) bool { return c.Kind == "every" })
	if every < 0 || s.Repeated[every].First.Date != "2018-03-08" || s.Repeated[every].Articles != 2 || s.Repeated[every].Texts != 1 {
		t.Errorf("repeated: %+v", s.Repeated)
	}
	if len(s.Titles) != 2 || s.Titles[0].Slate != survey.NotAllWomen || s.Titles[1].Slate != survey.AllWomen {
		t.Errorf("titles: %+v", s.Titles)
	}
	if got := s.Slates.Rows; got[0].Titles != 1 || got[0].Mentions != 2 || got[1].Titles != 1 {
		t.Errorf("slates: %+v", got)
	}
	if len(s.LeftOut) != 1 || s.LeftOut[0].Kind != "language" || !strings.Contains(s.LeftOut[0].Why, "French") || s.LeftOut[0].Place != "line 8" {
		t.Errorf("left out: %+v", s.LeftOut)
	}
}

func TestCopiesCountAsAsked(t *testing.T) {
	c := held
	dir := checked(t, c, table.JSONLines)
	for copies, want := range map[survey.Copies]int{survey.Each: 7, survey.InOutlet: 6, survey.Once: 5} {
		s, err := survey.Of(t.Context(), dir, 0, survey.Asked{Copies: copies, Most: 1}, nil)
		if err != nil || s.All.Articles != want {
			t.Errorf("%s: %d articles, want %d: %v", copies, s.All.Articles, want, err)
		}
	}
}

// TestGroupsOfTheRunAreTaken: a run on many machines says itself what is a copy of what.
func TestGroupsOfTheRunAreTaken(t *testing.T) {
	dir := checked(t, held, table.JSONLines)
	rows := table.Copies.New()
	rows.Add(2, 1)
	rows.Add(5, 4) // which nobody would find
	lines, err := table.Lines(rows)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, table.Copies.File(1, table.JSONLines))
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, lines, 0o644)); err != nil {
		t.Fatal(err)
	}
	s, err := survey.Of(t.Context(), dir, 0, survey.Asked{Copies: survey.Once, Most: 1}, nil)
	if err != nil || s.Held != 7 || s.Texts != 5 || s.All.Articles != 5 || s.Contradicted[0].Texts != 1 {
		t.Errorf("%d held, %d texts, %+v, %+v: %v", s.Held, s.Texts, s.All, s.Contradicted, err)
	}
}

// TestBothFormatsSayTheSame: Parquet loses nothing of JSON lines.
func TestBothFormatsSayTheSame(t *testing.T) {
	c := held
	asked := survey.Asked{By: survey.Fields(), Copies: survey.Once, Most: 10}
	var both [2]survey.Survey
	for i, format := range table.Formats() {
		s, err := survey.Of(t.Context(), checked(t, c, format), 0, asked, survey.SlatesIn(c))
		if err != nil {
			t.Fatal(err)
		}
		s.Run, s.Last = journal.Begun{}, journal.Entry{}
		for _, list := range [][]survey.Claim{s.Contradicted, s.Repeated} {
			for i := range list {
				list[i].First.Source = ""
			}
		}
		for i := range s.LeftOut {
			s.LeftOut[i].Source = ""
		}
		both[i] = s
	}
	if !reflect.DeepEqual(both[0], both[1]) {
		t.Errorf("%+v\n%+v", both[0], both[1])
	}
}

// TestOnlyWhatIsNotedIsARow: a run that is at work, or was killed, is reported on as far as its
// journal says that it is, whatever it has written since.
func TestOnlyWhatIsNotedIsARow(t *testing.T) {
	dir := checked(t, held, table.JSONLines)
	journalled := filepath.Join(dir, journal.LogFile)
	log, err := os.ReadFile(journalled)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(log), "\n")
	if err := os.WriteFile(journalled, []byte(lines[0]+lines[1][:20]), 0o644); err != nil {
		t.Fatal(err)
	}
	file, err := os.OpenFile(filepath.Join(dir, "articles", "00002.jsonl"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = file.WriteString(`{"article":6,"outlet":"Half a li`)
	if err := errors.Join(err, file.Close()); err != nil {
		t.Fatal(err)
	}
	s, err := survey.Of(t.Context(), dir, 0, survey.Asked{Copies: survey.Each, Most: 1}, nil)
	if err != nil || s.Finished || s.Last.Documents != 3 || s.Held != 3 || s.All.Articles != 3 {
		t.Errorf("%d held of %d, %+v: %v", s.Held, s.Last.Articles, s.All, err)
	}
	if _, err := survey.Of(t.Context(), t.TempDir(), 0, survey.Asked{}, nil); !errors.Is(err, journal.ErrNoRun) {
		t.Errorf("a folder without a run: %v", err)
	}
}

// TestDamageIsTold removes, cuts and spoils each file of a run in turn. What is counted of tables
// that are not whole would be wrong, and nobody could see it.
func TestDamageIsTold(t *testing.T) {
	spoil := map[string]func(string) error{
		"removed": os.Remove,
		"cut":     func(path string) error { return os.Truncate(path, 40) },
		"spoilt":  func(path string) error { return os.WriteFile(path, []byte("no rows\n"), 0o644) },
	}
	for _, format := range table.Formats() {
		whole := checked(t, held, format)
		var paths []string
		for _, found := range []string{"*/*." + string(format), journal.BegunFile} {
			some, err := filepath.Glob(filepath.Join(whole, found))
			if err != nil || len(some) == 0 {
				t.Fatalf("%v: %v", some, err)
			}
			paths = append(paths, some...)
		}
		for _, path := range paths {
			name := strings.TrimPrefix(path, whole)
			for how, spoil := range spoil {
				dir := t.TempDir()
				if err := errors.Join(os.CopyFS(dir, os.DirFS(whole)), spoil(filepath.Join(dir, name))); err != nil {
					t.Fatal(err)
				}
				_, err := survey.Of(t.Context(), dir, 0, survey.Asked{Copies: survey.Once, Most: 1}, nil)
				if damaged := new(journal.DamagedError); !errors.As(err, &damaged) && !(name == "/"+journal.BegunFile && errors.Is(err, journal.ErrNoRun)) {
					t.Errorf("%s, %s: %v", name, how, err)
				}
			}
		}
	}
}

// TestACorpusAnswersAgain asks one reading several questions, some at a time, and one that is
// ended. Nothing is left behind.
func TestACorpusAnswersAgain(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	dir := checked(t, held, table.JSONLines)
	killed := filepath.Join(os.TempDir(), "rolecall-corpus-killed")
	if err := errors.Join(os.Mkdir(killed, 0o755), os.WriteFile(filepath.Join(killed, "lock"), nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	c, err := survey.Open(t.Context(), dir, 0, survey.SlatesIn(held))
	if err != nil {
		t.Fatal(err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := c.Ask(ended, survey.Asked{By: survey.Fields(), Copies: survey.Once, Most: 3}); !errors.Is(err, context.Canceled) {
		t.Errorf("ended: %v", err)
	}
	var asking sync.WaitGroup
	for _, copies := range slices.Repeat(survey.EveryCopies(), 3) {
		asking.Go(func() {
			asked := survey.Asked{By: []survey.Field{survey.Author, survey.Month}, Copies: copies, Most: 3}
			got, err := c.Ask(t.Context(), asked)
			want, fresh := survey.Of(t.Context(), dir, 0, asked, survey.SlatesIn(held))
			if err := errors.Join(err, fresh); err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %v\n%+v\nwant\n%+v", copies, err, got, want)
			}
		})
	}
	asking.Wait()
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if left, err := filepath.Glob(filepath.Join(os.TempDir(), "rolecall-corpus-*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
