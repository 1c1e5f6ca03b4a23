package titlelist_test

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

	"rolecall/titlelist"
)

// written is the path of a list of some text.
func written(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// told is what is read of a list, a line a row.
func told(t *testing.T, path string) []string {
	t.Helper()
	rows, err := titlelist.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	lines := make([]string, len(rows))
	for i, r := range rows {
		switch {
		case r.Fault != "":
			lines[i] = fmt.Sprintf("%d malformed: %s", r.Line, r.Fault)
		case r.Uncounted != "":
			lines[i] = fmt.Sprintf("%d not counted: %s: %s", r.Line, r.Text, r.Uncounted)
		default:
			lines[i] = strings.TrimSpace(fmt.Sprintf("%d %q %s%s %d %s", r.Line, r.IDs, r.Name, r.Part, r.Year, r.Kind))
		}
	}
	return lines
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
		"letterboxd.csv": {export("letterboxd-export.csv"), []string{
			`6 ["https://boxd.it/jcGq"] Portrait de la jeune fille en feu 2019`,
			`7 ["https://boxd.it/hKlI"] Shoplifters 2018`,
			`8 ["https://boxd.it/29uk"] Little Women 1933`,
		}},
		"diary.csv": {"Date,Name,Year,Letterboxd URI\n2026-11-01,Lady Bird,2017,https://boxd.it/a\n", []string{`2 ["https://boxd.it/a"] Lady Bird 2017`}},
		"imdb.csv": {export("imdb-export.csv"), []string{
			`2 ["tt8613070" "https://www.imdb.com/title/tt8613070/"] Portrait of a Lady on Fire 2019 film`,
			`3 ["tt8075192" "https://www.imdb.com/title/tt8075192/"] Shoplifters 2018 film`,
			`4 ["tt5834204" "https://www.imdb.com/title/tt5834204/"] The Handmaid's Tale 2017 series`,
		}},
		"own.tsv":   {"title\tyear\tkind\nFargo\t2014\tseries\n", []string{`2 [] Fargo 2014 series`}},
		"late.csv":  {"My favourites\n\nTitle,Year\nRoma,2018\n", []string{`4 [] Roma 2018`}},
		"tmdb.csv":  {"tmdb_id,type\n73107,show\n426426.0,movie\n7,\n", []string{`2 ["https://www.themoviedb.org/tv/73107"]  0 series`, `3 ["https://www.themoviedb.org/movie/426426"]  0 film`, `4 ["https://www.themoviedb.org/movie/7" "https://www.themoviedb.org/tv/7"]  0`}},
		"parts.csv": {"show,season,episode,released\nFargo,2,4,2015-11-02\n", []string{`2 [] Fargo season 2 episode 4 2015`}},
		"years.csv": {"title,year,released\nA,2018.0,\nB,2005–2013,\nC,14/7/2005,\nD,,3 July 2001\nE,no year 1999,\nF,,soon\n", []string{
			`2 [] A 2018`, `3 [] B 2005`, `4 [] C 2005`, `5 [] D 2001`,
			`6 malformed: the year is "no year 1999": write it with four digits, or leave it empty`, `7 malformed: the year is "soon": write it with four digits, or leave it empty`,
		}},
		"items.txt": {"# the best\nQ41754\n\nlady-bird-2017\n", []string{`2 ["Q41754"]  0`, `4 ["lady-bird-2017"] lady-bird-2017 0`}},
		"names.txt": {"Good Luck, Again (2018)\n万引き家族 (2018)\nBeau \"is\" afraid\n", []string{`1 ["Good Luck, Again (2018)"] Good Luck, Again 2018`, `2 ["万引き家族 (2018)"] 万引き家族 2018`, `3 ["Beau \"is\" afraid"] Beau "is" afraid 0`}},
		"faults.csv": {"Const,Title,Year,Title Type\ntt1,A Game,2018,Video Game\n,,2018,Movie\ntt2,A Film,soon,Movie\ntt3,An\x07other,2018,Movie\ntt4," + strings.Repeat("x", 501) + ",2018,Movie\nt\"t5,A,2018,Movie\n", []string{
			`2 not counted: A Game (2018), Video Game, tt1: "Video Game" is no kind of title that is counted: film, series, season or episode is`,
			`3 malformed: the row names no title: write an identifier or a name, or take it out`,
			`4 malformed: the year is "soon": write it with four digits, or leave it empty`,
			`5 malformed: a control character stands in it: take it out`,
			`6 malformed: a text of more than 500 letters names no title: is a quotation mark missing?`,
			`7 malformed: not a row of a CSV file: bare " in non-quoted-field`,
		}},
		"faults.txt": {"Roma\nRo\x1bma\n", []string{`1 ["Roma"] Roma 0`, `2 malformed: a control character stands in it: take it out`}},
	} {
		if got := told(t, written(t, name, test.text)); !slices.Equal(got, test.want) {
			t.Errorf("%s:\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
		}
	}
}

// A book is read as its table, and one that names no columns as lines.
func TestBooks(t *testing.T) {
	for name, rows := range map[string][][]any{
		"columns": {{"Favourites of 2020"}, {}, {"Title", "Year"}, {"Roma", 2018}, {"Lady Bird", 2017}},
		"lines":   {{}, {"# mine"}, {}, {"Roma (2018)"}, {"Lady Bird (2017)"}},
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
		got := strings.Join(told(t, path), "\n")
		if !strings.HasPrefix(got, "4 [") || !strings.Contains(got, " Roma 2018\n5 [") || !strings.HasSuffix(got, " Lady Bird 2017") {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// A list is read row by row, and the reading ends when it is told to.
func TestTheReadingCanBeEnded(t *testing.T) {
	const text = "title\nRoma\nTitane\nFargo\n"
	enough, n, bytes := errors.New("enough"), 0, 0
	ctx, leave := context.WithCancel(t.Context())
	for _, test := range []struct {
		do   func() error
		want error
	}{
		{func() error { return enough }, enough},
		{func() error { leave(); return nil }, context.Canceled},
	} {
		n = 0
		_, err := titlelist.Each(ctx, written(t, "list.csv", text), titlelist.Options{}, func(titlelist.Row) error { n++; return test.do() })
		if !errors.Is(err, test.want) || n != 1 {
			t.Errorf("%v: %d rows, %v", test.want, n, err)
		}
	}
	n = 0
	checksum, err := titlelist.Each(t.Context(), written(t, "list.csv", text), titlelist.Options{Read: func(more int) { bytes += more }}, func(titlelist.Row) error { n++; return nil })
	if n != 3 || err != nil || bytes != len(text) || checksum != "sha256:06aa9f18474d20c9033b203c958beb77469797128aae31b80052480d4dcca981" {
		t.Errorf("%d rows, %d bytes, %s, %v", n, bytes, checksum, err)
	}
}

func TestListsThatCannotBeRead(t *testing.T) {
	for name, text := range map[string]string{"empty.csv": "", "none.txt": "# nothing\n\n", "columns.csv": "title,year\n", "latin.csv": "title\nAm\xe9lie\n", "book.xlsx": "no book"} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if rows, err := titlelist.Read(t.Context(), path); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %d rows, %v", name, len(rows), err)
		}
	}
	if _, err := titlelist.Read(t.Context(), t.TempDir()); err == nil {
		t.Error("a folder is read")
	}
}
