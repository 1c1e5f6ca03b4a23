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
	{"Gazette", "", "", "", strings.Replace(wrong, "which critics in many countries liked", "a film that nobody here has seen, although the reviewers of other towns seem to have liked it", 1)},
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
	s, err := survey.Of(t.Context(), dir, asked, survey.SlatesIn(c))
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
		s, err := survey.Of(t.Context(), dir, survey.Asked{Copies: copies, Most: 1}, nil)
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
	s, err := survey.Of(t.Context(), dir, survey.Asked{Copies: survey.Once, Most: 1}, nil)
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
		s, err := survey.Of(t.Context(), checked(t, c, format), asked, survey.SlatesIn(c))
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

// TestAHalfWrittenLineIsNoRow: a run that is at work, or was killed, is reported on as far as
// it is.
func TestAHalfWrittenLineIsNoRow(t *testing.T) {
	c := held
	dir := checked(t, c, table.JSONLines)
	path := filepath.Join(dir, "articles", "00003.jsonl")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, whole[:len(whole)-30], 0o644); err != nil {
		t.Fatal(err)
	}
	s, err := survey.Of(context.Background(), dir, survey.Asked{Copies: survey.Each, Most: 1}, nil)
	if err != nil || s.Held != 6 || s.Last.Articles != 7 {
		t.Errorf("%d held of %d: %v", s.Held, s.Last.Articles, err)
	}
	if _, err := survey.Of(t.Context(), t.TempDir(), survey.Asked{}, nil); err == nil {
		t.Error("a folder without a run is reported on")
	}
}
