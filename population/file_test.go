package population_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rolecall"
	"rolecall/population"
)

func draw(t *rapid.T) population.Population {
	names := rapid.SliceOfN(rapid.StringMatching(`[\p{L}\p{N}:#&*!'"\-][ \p{L}\p{N}:#&*!'"\-]{0,12}`), 0, 3)
	date := func(label string, year int) rolecall.Date {
		d := rolecall.Date{Year: year, Month: rapid.IntRange(0, 12).Draw(t, label)}
		if d.Month > 0 {
			d.Day = rapid.IntRange(0, 28).Draw(t, label)
		}
		return d
	}
	p := population.Population{
		Kind:     rapid.SampledFrom(append(rolecall.Kinds(), "")).Draw(t, "kind"),
		Networks: names.Draw(t, "networks"), Countries: names.Draw(t, "countries"), Genres: names.Draw(t, "genres"), Series: names.Draw(t, "series"),
		Specials: rapid.Bool().Draw(t, "specials"), Top: rapid.IntRange(0, 500).Draw(t, "top"),
	}
	if rapid.Bool().Draw(t, "dated") {
		p.From, p.To = date("from", 2010), date("to", 2018)
	}
	if !p.Kind.IsLeaf() {
		p.MinEpisodes = rapid.IntRange(0, 20).Draw(t, "least")
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
		for _, names := range []*[]string{&got.Networks, &got.Countries, &got.Genres, &got.Series, &want.Networks, &want.Countries, &want.Genres, &want.Series} {
			if len(*names) == 0 {
				*names = nil
			}
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
		strings.Repeat("#\n", 40_000):          "longer than 65536 bytes",
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
	if _, err := folder.Find("top250"); err == nil || !strings.Contains(err.Error(), "top250.yaml: kind:") {
		t.Errorf("a fault does not name the file: %v", err)
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
