package population_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rolecall"
	"rolecall/population"
	"rolecall/population/populationtest"
)

// draw draws a population that asks for any fields, with names that YAML may take for
// something else.
func draw(t *rapid.T) population.Population {
	p := populationtest.Draw(t)
	name := rapid.StringMatching(`[\p{L}\p{N}:#&*!'"\-][ \p{L}\p{N}:#&*!'"\-]{0,12}`)
	for _, f := range population.Fields() {
		if f.Type.TakesSeveral() && f.Asked(p) {
			if err := f.Set(&p, rapid.SliceOfN(name, 1, 3).Draw(t, f.Key)...); err != nil {
				t.Fatal(err)
			}
		}
	}
	return p
}

// What is written down is read back.
func TestAPopulationIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := draw(t)
		text, err := population.Text(want)
		if err != nil {
			t.Fatal(err)
		}
		got, err := population.Parse(text)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v, want %+v\n%s", got, want, text)
		}
	})
}

func TestParse(t *testing.T) {
	p, err := population.Parse([]byte("# words\nkind: season\nfrom: 2010\nto: 2018-05-31\nnetworks: [Netflix, HBO]\nmin_episodes: 6\ntop: 200\nby: votes\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := p.Words(), "the 200 with the most votes of each year among the seasons of 6 or more episodes first shown from 2010 to 31 May 2018 on Netflix or HBO"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if p, err := population.Parse(nil); err != nil || p.Words() != "titles" {
		t.Errorf("an empty file: %v, %v", p, err)
	}
	bomb := "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for name := 'b'; name <= 'k'; name++ {
		bomb += string(name) + ": &" + string(name) + " [" + strings.Repeat("*"+string(name-1)+", ", 9) + "x]\n"
	}
	for text, want := range map[string]string{
		"kind: movie":                          "kind: \"movie\" is not a kind of title",
		"kind: film\nmin_episodes: 3":          "a least number of episodes asks for seasons",
		"from: 2019\nto: 2018":                 "the earlier date goes first",
		"from: yesterday":                      "from: \"yesterday\" is not a date",
		"kind: film\nnetwork: [HBO]":           "line 2: unknown field \"network\"",
		"top: many":                            "line 1:",
		"by: money":                            "by: \"money\" is nothing to choose",
		"networks: [\"\"]":                     "a name in a list is empty",
		"kind: film\n---\nkind: season":        "more than one population",
		"kind: [":                              "",
		bomb:                                   "line 1: references",
		"networks: !!str x":                    "line 1: references",
		strings.Repeat("[", 5000):              "nested too deeply",
		"kind: film # " + string([]byte{0xff}): "not valid UTF-8",
		"networks: HBO":                        "line 1: networks: write a list",
		"kind: [film, season]":                 "line 1: kind: write one value, not a list",
		"kind: {film: yes}":                    "line 1: kind: a single value is meant",
		"- kind":                               "line 1: write a key and its value",
		"kind: film\nspecials: perhaps":        "line 2: specials: \"perhaps\" is neither true nor false",
		"kind: film\nkind: season":             "line 2:",
		"titles:\n- tt1\n- [tt2]":              "line 1: titles: a single value is meant",
		strings.Repeat("#\n", 2_200_000):       "longer than 4194304 bytes",
	} {
		if _, err := population.Parse([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v, want %q", text, err, want)
		}
	}
}

func TestFolder(t *testing.T) {
	folder := population.Folder(filepath.Join(t.TempDir(), "populations"))
	if _, err := folder.Find("top250"); err == nil || !strings.Contains(err.Error(), "rolecall population save top250") {
		t.Errorf("nothing kept: %v", err)
	}
	want := population.Population{Kind: rolecall.Film, Top: 250}
	path, err := folder.Save("top250", want)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"top250", path} {
		if got, err := folder.Find(text); err != nil || got.Words() != want.Words() {
			t.Errorf("%s: %s, %v", text, got.Words(), err)
		}
	}
	if _, err := folder.Find("top25"); err == nil || !strings.Contains(err.Error(), "there is top250") {
		t.Errorf("another name: %v", err)
	}
	if _, err := folder.Save("../elsewhere", want); err == nil {
		t.Error("a name leads out of the folder")
	}
	if err := os.WriteFile(path, []byte("kind: movie\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := folder.Find("top250"); err == nil || !strings.Contains(err.Error(), "top250.yaml: line 1: kind:") {
		t.Errorf("a fault does not name the file: %v", err)
	}
}

// A list of a hundred thousand titles is a population too.
func TestALongListOfTitlesIsReadBack(t *testing.T) {
	ids := make([]string, 100_000)
	for i := range ids {
		ids[i] = fmt.Sprintf("tt%07d", i)
	}
	want := population.Population{Kind: rolecall.Film, Titles: population.NewList(ids...)}
	text, err := population.Text(want)
	if err != nil {
		t.Fatal(err)
	}
	got, err := population.Parse(text)
	if err != nil || got.Titles.Hash() != want.Titles.Hash() || got.Titles.Len() != len(ids) {
		t.Fatalf("%d titles, %v", got.Titles.Len(), err)
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{"kind: season\nfrom: 2010\n", "networks: [a, b]\ntop: 3", "a: &a *a", "{", "- x", "kind: film\n---\n", "from: 2018-02-30", "\t"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := population.Parse(text)
		if err != nil {
			return
		}
		again, err := population.Text(p)
		if err != nil {
			t.Fatal(err)
		}
		q, err := population.Parse(again)
		if err != nil || q.Words() != p.Words() {
			t.Fatalf("%q became %q: %v", p.Words(), q.Words(), err)
		}
	})
}
