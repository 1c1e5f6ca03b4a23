package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rolecall"
	"rolecall/source/starter"
)

// planted has one fault for each rule, and beside it what looks like one and is none.
func planted() *starter.Facts {
	episode := func(id string, n int) rolecall.Title {
		return rolecall.Title{ID: id, Kind: rolecall.Episode, SeriesID: "show", SeasonID: "show/1", Season: 1, Episode: n}
	}
	writes := func(title, person string) rolecall.Credit {
		return rolecall.Credit{TitleID: title, PersonID: person, Role: rolecall.Writer, Citations: []string{"list"}}
	}
	facts := &starter.Facts{
		Pages:  []rolecall.Page{{Key: "list", Address: "https://example.org/list"}},
		Titles: []rolecall.Title{{ID: "show", Kind: rolecall.Series, Name: "Show"}, {ID: "show/1", Kind: rolecall.Season, Name: "Show", SeriesID: "show", Season: 1}},
		People: []rolecall.Person{
			{ID: "rob-roe", Name: "Rob Roe"}, {ID: "rob-l-roe", Name: "Rob L. Roe"}, {ID: "ann-roe", Name: "Ann Roe"},
			{ID: "ana-gil", Name: "Ana Gil"}, {ID: "ana-gil-2", Name: "Ána Gil"}, {ID: "rob-x-roe", Name: "Rob X. Roe"},
		},
		Statements: []rolecall.Statement{
			{PersonID: "ann-roe", Gender: rolecall.Woman, Form: rolecall.Pronoun, Wording: "she wrote", Citation: "a"},
			{PersonID: "ann-roe", Gender: rolecall.Woman, Form: rolecall.Pronoun, Wording: "she wrote", Citation: "b"},
			{PersonID: "ann-roe", Gender: rolecall.Woman, Form: rolecall.Group, Wording: "all women", Citation: "a"},
			{PersonID: "ana-gil", Gender: rolecall.Woman, Form: rolecall.Group, Wording: "all women", Citation: "a"},
		},
	}
	for n, id := range []string{"show/1/1", "show/1/2", "show/1/3"} {
		t := episode(id, n+1)
		t.Released = rolecall.Date{Year: 2020, Month: 1, Day: n + 1}
		facts.Titles = append(facts.Titles, t)
		facts.Credits = append(facts.Credits, writes(id, "ann-roe"))
	}
	facts.Credits = append(facts.Credits, writes("show/1/1", "rob-roe"), writes("show/1/2", "rob-l-roe"), writes("show/1/3", "ana-gil"),
		rolecall.Credit{TitleID: "show/1", PersonID: "ana-gil", Role: rolecall.Cast, Billing: 1},
		rolecall.Credit{TitleID: "show/1/2", PersonID: "ana-gil", Role: rolecall.Cast, Billing: 9})
	return facts
}

func TestRulesFindWhatTheyAskFor(t *testing.T) {
	want := map[string][]string{
		"people who may be one, by their names":                                 {"Rob Roe (rob-roe) and Rob L. Roe (rob-l-roe)", "Ana Gil (ana-gil) and Ána Gil (ana-gil-2)"},
		"wordings quoted from several pages for one person":                     {"ann-roe: “she wrote” on a and b"},
		"writers on three episodes or more in a row beside others, by one page": {"show/1: the third episode in a row with ann-roe is show/1/3"},
		"cast billed on an episode, or called a guest":                          {"show/1/2 ana-gil"},
		"people whose gender rests on wording about a group alone":              {"ana-gil"},
	}
	for _, r := range rules {
		if found := r.find(planted()); !slices.Equal(found, want[r.asks]) {
			t.Errorf("%s: %q, want %q", r.asks, found, want[r.asks])
		}
	}
}

func TestASampleIsTheSameForTheSameSeed(t *testing.T) {
	rows := rowsOf(planted())
	kinds := map[string]int{}
	for _, r := range rows {
		kinds[r.Kind]++
	}
	if kinds["credit"] != 8 || kinds["statement"] != 4 || kinds["date"] != 3 {
		t.Errorf("rows by kind: %v", kinds)
	}
	keys := func(seed uint64) (keys []string) {
		for _, r := range draw(rows, seed, 9) {
			keys = append(keys, r.Kind+" "+r.Key)
		}
		return keys
	}
	one := keys(1)
	if !slices.Equal(one, keys(1)) || slices.Equal(one, keys(2)) {
		t.Error("seeds do not decide the sample")
	}
	slices.Sort(one)
	if len(slices.Compact(one)) != 9 {
		t.Errorf("a row is drawn twice: %q", one)
	}
	if all := draw(rows, 1, 1000); len(all) != len(rows) {
		t.Errorf("%d of %d rows drawn", len(all), len(rows))
	}
}

// From the sample to the record, as a reader goes; the starter's own facts are drawn from.
func TestOutcomesAreRecorded(t *testing.T) {
	folder, sheet := t.TempDir(), filepath.Join(t.TempDir(), "sheet.csv")
	if err := os.CopyFS(folder, os.DirFS("../facts")); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(folder, recordFile)); err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := run(options{facts: folder, seed: 5, sample: 4, sheet: sheet}, &out); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(out.String(), "1. ") || !strings.Contains(out.String(), "\n   http") {
		t.Errorf("no rows with addresses: %s", &out)
	}
	taking := options{facts: folder, record: sheet, reader: "Ada"}
	if err := run(taking, &out); err == nil || !strings.Contains(err.Error(), "sheet.csv, row 1: the outcome is \"\": write supported") {
		t.Errorf("an empty sheet: %v", err)
	}
	rows, err := read(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, o := range []outcome{supported, supported, contradicted, unseen} {
		rows[i].Outcome = o
	}
	if err := write(sheet, rows); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"all so far: 4 rows: 2 supported, 1 contradicted, 0 on whose pages nothing is said, 1 unseen; wrong of those read: 33.3 %", "all so far: 8 rows: 4 supported"} {
		out.Reset()
		if err := run(taking, &out); err != nil || !strings.Contains(out.String(), want) {
			t.Errorf("%s, %v; want %s", &out, err, want)
		}
	}
	kept, err := read(filepath.Join(folder, recordFile))
	if err != nil || len(kept) != 8 || kept[0].Reader != "Ada" || kept[0].Day == "" || kept[0].Seed != 5 || kept[0].Pages == "" {
		t.Errorf("record %+v, %v", kept, err)
	}
	if err := run(options{facts: folder, record: sheet}, &out); err == nil || !strings.Contains(err.Error(), "-reader") {
		t.Errorf("nobody read it: %v", err)
	}
}

// Nobody is in the starter twice, and its cast is the main cast: README.md says so.
func TestTheStarterKeepsItsRules(t *testing.T) {
	facts, err := starter.Read(os.DirFS("../facts"))
	if err != nil {
		t.Fatal(err)
	}
	for _, find := range []func(*starter.Facts) []string{namesakes, guests} {
		if found := find(facts); len(found) > 0 {
			t.Errorf("%q", found)
		}
	}
}
