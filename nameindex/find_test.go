package nameindex

import (
	"bytes"
	"slices"
	"sync"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

var shared = sync.OnceValue(func() []Entry {
	var all []Entry
	for e := range generated(6000) {
		all = append(all, e)
	}
	return all
})

func all(t testing.TB) ([]Entry, *Index) {
	entries := append(realNames(t), shared()...)
	return entries, indexOf(t, each(entries), 0)
}

func TestExactNameComesFirst(t *testing.T) {
	entries, x := all(t)
	for _, e := range entries {
		hits := x.Find(e.Name, Query{Kinds: KindsOf(e.Kind), Year: e.Year, Most: 50})
		var asked, name folded
		asked.fold(e.Name)
		for i, hit := range hits {
			if hit.ID == e.ID {
				break
			}
			name.fold(hit.Name)
			if i == len(hits)-1 || !bytes.Equal(name.withoutArticle(), asked.withoutArticle()) {
				t.Fatalf("%q (%s) is not found before %+v", e.Name, e.ID, hit)
			}
		}
		if len(hits) == 0 {
			t.Fatalf("%q is not found", e.Name)
		}
	}
}

func TestOneEditFindsAName(t *testing.T) {
	entries, x := all(t)
	rapid.Check(t, func(t *rapid.T) {
		e := rapid.SampledFrom(entries).Draw(t, "entry")
		var f folded
		f.fold(e.Name)
		if utf8.RuneCount(f.key) < 6 || !utf8.ValidString(e.Name) {
			t.Skip("too short")
		}
		letters := []rune(e.Name)
		at := rapid.IntRange(0, len(letters)-1).Draw(t, "at")
		letter := rapid.SampledFrom([]rune("abcdefghijklmnopqrstuvwxyz ")).Draw(t, "letter")
		switch rapid.IntRange(0, 3).Draw(t, "edit") {
		case 0:
			letters = slices.Delete(letters, at, at+1)
		case 1:
			letters = slices.Insert(letters, at, letter)
		case 2:
			letters[at] = letter
		case 3:
			if at > 0 {
				letters[at-1], letters[at] = letters[at], letters[at-1]
			}
		}
		hits := x.Find(string(letters), Query{Most: 50})
		if !slices.ContainsFunc(hits, func(h Hit) bool { return h.ID == e.ID }) {
			t.Fatalf("%q does not find %q (%s)", string(letters), e.Name, e.ID)
		}
	})
}

func TestHitsAreOrderedAndStable(t *testing.T) {
	entries, x := all(t)
	backwards := slices.Clone(entries)
	slices.Reverse(backwards)
	y := indexOf(t, each(backwards), 1) // in many runs
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom(entries).Draw(t, "entry").Name
		text = text[:rapid.IntRange(1, len(text)).Draw(t, "length")]
		hits := x.Find(text, Query{})
		if !slices.IsSortedFunc(hits, compareHits) || len(hits) > usualMost {
			t.Fatalf("%q: %v", text, hits)
		}
		if again := y.Find(text, Query{}); !slices.Equal(hits, again) {
			t.Fatalf("%q finds %v, and with the entries in another order %v", text, hits, again)
		}
	})
}

func TestQueryNarrows(t *testing.T) {
	x := indexOf(t, each([]Entry{
		{ID: "f1", Name: "Little Women", Kind: film, Year: 1994, Weight: 9000},
		{ID: "f2", Name: "Little Women", Kind: film, Year: 2019, Weight: 100},
		{ID: "s1", Name: "Little Women", Kind: series, Year: 2017, Weight: 50_000},
		{ID: "p1", Name: "Jean Reno", Kind: person, Weight: 10},
		{ID: "p1", Name: "Juan Moreno y Herrera-Jiménez", Kind: person, Weight: 10},
		{ID: "x", Name: "???", Kind: film, Weight: 1},
		{ID: "old", Name: "Pauvre Pierrot", Kind: film, Year: 1066},
	}), 0)
	for _, c := range []struct {
		text  string
		query Query
		want  []string
	}{
		{"little women", Query{}, []string{"s1", "f1", "f2"}},
		{"little women", Query{Kinds: KindsOf(film)}, []string{"f1", "f2"}},
		{"little women", Query{Year: 2019}, []string{"f2"}},
		{"little women", Query{Year: 1995}, []string{"f1"}},
		{"Little Women (2019)", Query{Most: 1}, []string{"f2"}},
		{"juan moreno", Query{}, []string{"p1"}},
		{"jean reno", Query{Kinds: KindsOf(film)}, nil},
		{"???", Query{}, []string{"x"}},
		{"  ", Query{}, nil},
		{"", Query{}, nil},
		{"pauvre pierrot", Query{}, []string{"old"}},
	} {
		var found []string
		for _, hit := range x.Find(c.text, c.query) {
			found = append(found, hit.ID)
		}
		if !slices.Equal(found[:min(len(found), len(c.want))], c.want) || c.want == nil && found != nil {
			t.Errorf("%q %+v finds %v, not %v", c.text, c.query, found, c.want)
		}
	}
	if hit := x.Find("pauvre pierrot", Query{})[0]; hit.Year != 1066 {
		t.Errorf("a year before films is read as %d", hit.Year)
	}
}

func TestUnderstand(t *testing.T) {
	for text, want := range map[string]Asked{
		"jessica jones s2":        {"jessica jones", 2, 0, AskedSeries},
		"Jessica Jones season 2":  {"Jessica Jones", 2, 0, AskedSeries},
		"jessica jones, series 2": {"jessica jones", 2, 0, AskedSeries},
		"jessica jones S02E03":    {"jessica jones", 2, 0, AskedSeries},
		"little women 2019":       {"little women", -1, 2019, AnyKind},
		"lady bird film":          {"lady bird", -1, 0, AskedFilm},
		"the office (2005)":       {"the office", -1, 2005, AnyKind},
		"the office (2005–2013)":  {"the office", -1, 2005, AnyKind},
		"fargo tv series 2014":    {"fargo", -1, 2014, AskedSeries},
		"fargo (2014) season 3":   {"fargo", 3, 2014, AskedSeries},
		"krysten ritter actress":  {"krysten ritter", -1, 0, AskedPerson},
		"1917":                    {"1917", -1, 0, AnyKind},
		"film":                    {"film", -1, 0, AnyKind},
		"season 2":                {"season 2", -1, 0, AnyKind},
		"blade runner 2049":       {"blade runner", -1, 2049, AnyKind},
		"se7en":                   {"se7en", -1, 0, AnyKind},
		"toy story 3":             {"toy story 3", -1, 0, AnyKind},
		"doctor who season 0":     {"doctor who", 0, 0, AskedSeries},
		"  ":                      {"", -1, 0, AnyKind},
	} {
		if got := Understand(text); got != want {
			t.Errorf("%q is understood as %+v, not %+v", text, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"It's a Wonderful Life": "its a wonderful life",
		"X-Men: The Last Stand": "x men the last stand",
		"Amélie":                "amelie",
		"Straße":                "strasse",
		"Łódź & Ærø":            "lodz and aero",
		"Paweł Pawlikowski":     "pawel pawlikowski",
		"WALL·E":                "wall e",
		"Alien³":                "alien3",
		"万引き家族":                 "万 引 き 家 族",
		"ﾊｳﾙ":                   "ハ ウ ル",
		"기생충":                   "기생충",
		"Ёлки":                  "елки",
		"İstanbul":              "istanbul",
		"!?":                    "!?",
		"\xff\x00 ":             "",
	} {
		var f folded
		f.fold(text)
		var words [][]byte
		for i := range f.words() {
			words = append(words, f.word(i))
		}
		if got := string(bytes.Join(words, []byte(" "))); got != want {
			t.Errorf("%q is folded to %q, not %q", text, got, want)
		}
	}
}

func TestFoldingIsTheSameTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		var once, twice folded
		once.fold(text)
		if bytes.IndexByte(once.key, 0) >= 0 || len(once.key) > mostKey+64 {
			t.Fatalf("%q has the key %q", text, once.key)
		}
		twice.fold(string(once.key))
		if len(once.key) < mostKey && len(twice.key) == 0 && len(once.key) > 0 {
			t.Fatalf("%q is folded to %q and that to nothing", text, once.key)
		}
	})
}

func FuzzFind(f *testing.F) {
	_, x := all(f)
	for _, text := range []string{"amelie", "jessica jones s2", "the office (2005)", "万引き家族", "\xff\xfe", "s2", "(2019)", "a b c d e f g h i j k l m n o p"} {
		f.Add(text, uint64(0), 0, 10)
	}
	f.Fuzz(func(t *testing.T, text string, kinds uint64, year, most int) {
		hits := x.Find(text, Query{Kinds: Kinds(kinds), Year: year, Most: most})
		if !slices.IsSortedFunc(hits, compareHits) {
			t.Errorf("%q: hits out of order", text)
		}
		for _, hit := range hits {
			if !Kinds(kinds).has(hit.Kind) {
				t.Errorf("%q: kind %d was not asked for", text, hit.Kind)
			}
		}
	})
}
