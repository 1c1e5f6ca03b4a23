package titlelist_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rolecall/source"
	"rolecall/source/sourcetest"
	"rolecall/source/titlelist"
)

// read reads a list of some text and returns its titles, a line each.
func read(t *testing.T, name, text string) ([]string, *source.Report, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	sink, report := &sourcetest.Memory{}, &source.Report{MostBadLines: 10}
	err := titlelist.New(path).Read(t.Context(), sink, report)
	var rows []string
	for _, l := range sink.Listed {
		rows = append(rows, strings.TrimSpace(fmt.Sprintf("%s:%d %q %s %d %s", l.List, l.Line, l.IDs, l.Name, l.Year, l.Kind)))
	}
	return rows, report, err
}

func TestTheFormsOfLists(t *testing.T) {
	export := func(name string) string {
		text, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	for name, test := range map[string]struct {
		text string
		want []string
	}{
		"letterboxd.csv": {export("letterboxd.csv"), []string{
			`letterboxd:6 ["https://boxd.it/jcGq"] Portrait de la jeune fille en feu 2019`,
			`letterboxd:7 ["https://boxd.it/hKlI"] Shoplifters 2018`,
			`letterboxd:8 ["https://boxd.it/29uk"] Little Women 1933`,
		}},
		"diary.csv": {"Date,Name,Year,Letterboxd URI\n2026-11-01,Lady Bird,2017,https://boxd.it/a\n", []string{`diary:2 ["https://boxd.it/a"] Lady Bird 2017`}},
		"imdb.csv": {export("imdb.csv"), []string{
			`imdb:2 ["tt8613070" "https://www.imdb.com/title/tt8613070/"] Portrait of a Lady on Fire 2019 film`,
			`imdb:3 ["tt8075192" "https://www.imdb.com/title/tt8075192/"] Shoplifters 2018 film`,
			`imdb:4 ["tt5834204" "https://www.imdb.com/title/tt5834204/"] The Handmaid's Tale 2017 series`,
		}},
		"own.tsv":   {"title\tyear\tkind\nFargo\t2014\tseries\n", []string{`own:2 [] Fargo 2014 series`}},
		"items.txt": {"# the best\nQ41754\n\nlady-bird-2017\n", []string{`items:2 ["Q41754"] Q41754 0`, `items:4 ["lady-bird-2017"] lady-bird-2017 0`}},
		"names.txt": {"Good Luck, Again (2018)\n", []string{`names:1 ["Good Luck, Again (2018)"] Good Luck, Again 2018`}},
	} {
		if got, _, err := read(t, name, test.text); err != nil || !slices.Equal(got, test.want) {
			t.Errorf("%s: %v\n%s\nwant\n%s", name, err, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
		}
	}
}

func TestWhatIsNoTitleIsSaid(t *testing.T) {
	const text = "Const,Title,Year,Title Type\ntt1,A Game,2018,Video Game\n,,2018,Movie\ntt2,A Film,soon,Movie\ntt3,Another,2018,Movie\n"
	rows, report, err := read(t, "mixed.csv", text)
	if err != nil || len(rows) != 1 {
		t.Errorf("%q, %v", rows, err)
	}
	if doubts, n := report.Doubts(); n != 1 || doubts[0].Line != 2 || !strings.Contains(doubts[0].Fault, `"Video Game" is no kind of title that is counted`) {
		t.Errorf("%d doubts: %v", n, doubts)
	}
	bad, n := report.BadLines()
	if n != 2 || bad[0].Line != 3 || !strings.Contains(bad[0].Fault, "names no title") || bad[1].Line != 4 || !strings.Contains(bad[1].Fault, `the year is "soon"`) {
		t.Errorf("%d bad lines: %v", n, bad)
	}
}
