package nameindex

import (
	"bytes"
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
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
	return entries, indexOf(t, each(entries))
}

func TestExactNameComesFirst(t *testing.T) {
	entries, x := all(t)
	for _, e := range entries {
		hits := mustFind(x, e.Name, Query{Kinds: KindsOf(e.Kind), Year: e.Year, Most: 50})
		var asked, name folded
		asked.fold(e.Name)
		for i, hit := range hits {
			if hit.Number == e.Number {
				break
			}
			name.fold(hit.Name)
			if i == len(hits)-1 || !bytes.Equal(name.withoutArticle(), asked.withoutArticle()) {
				t.Fatalf("%q (%d) is not found before %+v", e.Name, e.Number, hit)
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
		if utf8.RuneCount(f.key) < 6 || e.Kind == episode {
			t.Skip("an edit makes it another's name")
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
		meant := []Hit{{Number: e.Number, Name: e.Name}}
		if others := mustFindExact(x, string(letters), 0); len(others) > 0 {
			meant = others // the edit makes it another's name
		}
		hits := mustFind(x, string(letters), Query{Most: 50})
		for _, m := range meant {
			if !slices.ContainsFunc(hits, func(h Hit) bool { return h.Number == m.Number }) {
				t.Fatalf("%q does not find %q (%d)", string(letters), m.Name, m.Number)
			}
		}
	})
}

func byScore(a, b Hit) int { return cmp.Compare(b.Score, a.Score) }

func TestHitsAreOrderedAndStable(t *testing.T) {
	entries, x := all(t)
	backwards := slices.Clone(entries)
	slices.Reverse(backwards)
	y := indexOf(t, each(backwards))
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom(entries).Draw(t, "entry").Name
		text = text[:rapid.IntRange(1, len(text)).Draw(t, "length")]
		hits := mustFind(x, text, Query{})
		if !slices.IsSortedFunc(hits, byScore) || len(hits) > usualMost {
			t.Fatalf("%q: %v", text, hits)
		}
		if again := mustFind(y, text, Query{}); !slices.Equal(hits, again) {
			t.Fatalf("%q finds %v, and with the entries in another order %v", text, hits, again)
		}
	})
}

// The things of the tests below.
const (
	oldWomen uint32 = iota
	newWomen
	womenSeries
	reno
	signs
	early
	batman
	theBatman
	jess
	jessica
	wallE
)

func few(t testing.TB) *Index {
	return indexOf(t, each([]Entry{
		{Number: oldWomen, Name: "Little Women", Kind: film, Year: 1994, Weight: 9000},
		{Number: newWomen, Name: "Little Women", Kind: film, Year: 2019, Weight: 100},
		{Number: womenSeries, Name: "Little Women", Kind: series, Year: 2017, Weight: 50_000},
		{Number: reno, Name: "Jean Reno", Kind: person, Weight: 10},
		{Number: reno, Name: "Juan Moreno y Herrera-Jiménez", Kind: person, Weight: 10},
		{Number: signs, Name: "???", Kind: film, Weight: 1},
		{Number: early, Name: "Pauvre Pierrot", Kind: film, Year: 1066},
		{Number: batman, Name: "Batman", Kind: film, Year: 1989, Weight: 400_000},
		{Number: theBatman, Name: "The Batman", Kind: film, Year: 2022, Weight: 300_000},
		{Number: jess, Name: "Jess", Kind: film, Year: 1990, Weight: 20},
		{Number: jessica, Name: "Jessica Jones", Kind: series, Year: 2015, Weight: 200_000},
		{Number: wallE, Name: "WALL·E", Kind: film, Year: 2008, Weight: 1000},
	}))
}

func numbers(hits []Hit) []uint32 {
	var all []uint32
	for _, hit := range hits {
		all = append(all, hit.Number)
	}
	return all
}

func TestQueryNarrows(t *testing.T) {
	x := few(t)
	for _, c := range []struct {
		text  string
		query Query
		want  []uint32 // the first found
	}{
		{"little women", Query{}, []uint32{womenSeries, oldWomen, newWomen}},
		{"little women", Query{Kinds: KindsOf(film)}, []uint32{oldWomen, newWomen}},
		{"little women", Query{Year: 2019}, []uint32{newWomen}},
		{"little women", Query{Year: 1995}, []uint32{oldWomen}},
		{"Little Women (2019)", Query{Most: 1}, []uint32{newWomen}},
		{"little womne 2019", Query{}, []uint32{newWomen}},
		{"juan moreno", Query{}, []uint32{reno}},
		{"jean reno", Query{Kinds: KindsOf(film)}, nil},
		{"???", Query{}, []uint32{signs}},
		{"  ", Query{}, nil},
		{"", Query{}, nil},
		{"pauvre pierrot", Query{}, []uint32{early}},
		{"batman", Query{}, []uint32{batman, theBatman}},
		{"the batman", Query{}, []uint32{theBatman, batman}},
		{"jess", Query{}, []uint32{jess, jessica}},
		{"jess", Query{Unfinished: true}, []uint32{jessica, jess}},
		{"jessica j", Query{Unfinished: true}, []uint32{jessica}},
		{"jones", Query{Unfinished: true}, []uint32{jessica}},
		{"jon", Query{Unfinished: true}, []uint32{jessica}},
		{"jesica jon", Query{Unfinished: true}, []uint32{jessica}},
	} {
		found := numbers(mustFind(x, c.text, c.query))
		if !slices.Equal(found[:min(len(found), len(c.want))], c.want) || c.want == nil && found != nil {
			t.Errorf("%q %+v finds %v, not %v", c.text, c.query, found, c.want)
		}
	}
}

// One search for several sets of kinds finds of each what a search of its own would, save
// that a name written right of one keeps it from looking for errors in another.
func TestFindEach(t *testing.T) {
	x := few(t)
	titles, people := KindsOf(film, series), KindsOf(person)
	for _, c := range []struct {
		text           string
		titles, people []uint32
	}{
		{"little women", []uint32{womenSeries, oldWomen, newWomen}, nil},
		{"little womne", []uint32{womenSeries, oldWomen, newWomen}, nil},
		{"jean reno", nil, []uint32{reno}},
		{"jaen reno", nil, []uint32{reno}},
		{"jess", []uint32{jess, jessica}, nil},
		{"", nil, nil},
	} {
		hits, err := x.FindEach(c.text, Query{}, titles, people)
		if err != nil {
			t.Fatal(err)
		}
		found := [][]uint32{numbers(hits[0]), numbers(hits[1])}
		if !slices.Equal(found[0][:min(len(found[0]), len(c.titles))], c.titles) || !slices.Equal(found[1], c.people) {
			t.Errorf("%q finds %v, not %v and %v", c.text, found, c.titles, c.people)
		}
	}
	entries, x := all(t)
	rapid.Check(t, func(t *rapid.T) {
		e := rapid.SampledFrom(entries).Draw(t, "entry")
		kinds := KindsOf(e.Kind)
		hits, err := x.FindEach(e.Name, Query{}, ^kinds, kinds)
		if err != nil {
			t.Fatal(err)
		}
		if alone := mustFind(x, e.Name, Query{Kinds: kinds}); !slices.Equal(hits[1], alone) {
			t.Fatalf("%q: %v are found, by themselves %v", e.Name, hits[1], alone)
		}
		for _, hit := range hits[0] {
			if kinds.has(hit.Kind) {
				t.Fatalf("%q: %v is of no kind asked for", e.Name, hit)
			}
		}
	})
}

func TestHitSaysWhatWasFound(t *testing.T) {
	x := few(t)
	want := Hit{Number: reno, Kind: person, Name: "juan moreno y herrera jimenez", Closeness: 1}
	got := mustFind(x, "juan moreno y herrera jimenez", Query{})[0]
	got.Score = 0
	if got != want {
		t.Errorf("found %+v, not %+v", got, want)
	}
	if near := mustFind(x, "juan moreno y herera jimenez", Query{})[0]; near.Number != reno || near.Closeness >= 1 || near.Closeness < 0.8 {
		t.Errorf("with a typing error: %+v", near)
	}
	if hit := mustFind(x, "little women", Query{})[0]; hit.Year != 2017 || hit.Kind != series {
		t.Errorf("found %+v", hit)
	}
	if hit := mustFind(x, "pauvre pierrot", Query{})[0]; hit.Year != 0 {
		t.Errorf("a year before films is read as %d", hit.Year)
	}
}

func TestFindExact(t *testing.T) {
	x := few(t)
	for _, c := range []struct {
		text  string
		kinds Kinds
		want  []uint32
	}{
		{"LITTLE WOMEN", 0, []uint32{womenSeries, oldWomen, newWomen}},
		{"little women", KindsOf(film), []uint32{oldWomen, newWomen}},
		{"Batman", 0, []uint32{batman, theBatman}},
		{"The Batman", 0, []uint32{theBatman, batman}},
		{"walle", 0, []uint32{wallE}},
		{"Wall-E", 0, []uint32{wallE}},
		{"A Batman", 0, []uint32{batman, theBatman}},
		{"A. Batman", 0, nil},
		{"Las Batman", 0, nil},
		{"little", 0, nil},
		{"little woman", 0, nil},
		{"the", 0, nil},
		{"", 0, nil},
	} {
		if found := numbers(mustFindExact(x, c.text, c.kinds)); !slices.Equal(found, c.want) {
			t.Errorf("%q finds exactly %v, not %v", c.text, found, c.want)
		}
	}
}

// A name that very many things bear is held once, and every one of them is found.
func TestNamesakes(t *testing.T) {
	const things = 30_000
	x := indexOf(t, func(yield func(Entry, error) bool) {
		for i := range uint32(things) {
			if !yield(Entry{Number: i, Name: "Episode #1.4", Kind: episode, Year: 1950 + int(i%70), Weight: i}, nil) {
				return
			}
		}
	})
	hits := mustFindExact(x, "episode 1.4", 0)
	if len(hits) != things {
		t.Fatalf("%d of %d are found", len(hits), things)
	}
	if !slices.IsSortedFunc(hits, byScore) || hits[0].Number < things*9/10 {
		t.Errorf("the weightiest is not first, but %+v", hits[0])
	}
	if hit := mustFind(x, "episode 1.4 2001", Query{})[0]; hit.Year != 2001 {
		t.Errorf("found %+v", hit)
	}
	if len(x.data) > things*(rowBytes+2) {
		t.Errorf("%d bytes are held for one name of %d things", len(x.data), things)
	}
}

// A search that is content with one thing of a name knows all others of that name: here
// hundreds share the word that is typed without an error, and only so many are compared.
func TestNamesakesOfANameMistyped(t *testing.T) {
	const others, bearers = 600, 5
	x := indexOf(t, func(yield func(Entry, error) bool) {
		given := vocabulary(rand.New(rand.NewPCG(3, 4)), others)
		for i := range uint32(others + bearers) {
			e := Entry{Number: i, Kind: person, Weight: 2}
			switch {
			case i >= bearers:
				e.Name = fmt.Sprintf("%s%d Trousvethterklun", given[i-bearers], i)
			case i == 0:
				e.Weight = 1000 // whose tier is another
				fallthrough
			default:
				e.Name, e.Year = "Klaimmalzeajoth Trousvethterklun", 1950+int(i)
			}
			if !yield(e, nil) {
				return
			}
		}
	})
	for _, text := range []string{
		"laimmalzeajoth trousvethterklun", "klaimalzeajoth trousvethterklun", "klaimmalzeajtoh trousvethterklun",
		"klaimmalzeajoth trousvethterklum", "klaimmalzeajothtrousvethterklu", "trousvethterklun klaimmalzeajotj", "klaimmalzeajotj trousvethterklun 1953",
	} {
		found := numbers(mustFind(x, text, Query{}))
		first := slices.Sorted(slices.Values(found[:min(bearers, len(found))]))
		if !slices.Equal(first, []uint32{0, 1, 2, 3, 4}) {
			t.Errorf("%q finds %v first, not the five who bear the name", text, first)
		}
	}
	if found := numbers(mustFind(x, "klaimmalzeajotj trousvethterklun 1953", Query{})); found[0] != 3 {
		t.Errorf("the namesake of 1953 is not first of %v", found)
	}
}

func TestUnderstand(t *testing.T) {
	of := func(name string, season, episode, year int, kind AskedKind, country string) Asked {
		return Asked{name, season, episode, year, kind, country}
	}
	for want, texts := range map[Asked][]string{
		of("jessica jones", 2, NoEpisode, 0, AskedSeries, ""): {
			"jessica jones s2", "jessica jones season 2", "jessica jones, series 2", "jessica jones season two", "jessica jones Season II",
			"jessica jones second season", "jessica jones 2nd season", "season 2 of jessica jones", "jessica jones (season 2)", "jessica jones: Season 2",
			"the second season of jessica jones", "jessica jones - S2", "jessica.jones.s02.1080p.NF.WEB-DL", "jessica jones, the second season",
		},
		of("fargo", 2, 5, 0, AskedSeries, ""): {
			"fargo S02E05", "fargo s2e5", "S02E05 fargo", "s2 e5: fargo", "S2E5 - fargo", "fargo S02 E05", "fargo 2x05", "fargo 2x5", "fargo - 2x05", "fargo #2.5", "fargo (#2.5)", "fargo: s2, episode 5",
			"fargo season 2 episode 5", "fargo, season 2, episode 5", "fargo season two episode five", "fargo episode 5 of season 2", "fargo, ep. 5, season 2",
			"episode 5 of season 2 of fargo", "episode 5 of fargo season 2", "the fifth episode of the second season of fargo", "season 2, episode 5 of fargo",
			"fargo.S02E05.1080p.WEB-DL.x264-GROUP.mkv", "fargo.S02E05.The.Gift.of.the.Magi.mkv", "fargo_S02E05", "fargo s02e05 The Gift of the Magi",
			"fargo - s02e05 - The Gift of the Magi", "S02E05 of fargo", "2x05 of fargo", "fargo S2 Ep 5", "fargo series 2 ep 5", "fargo S02E05-E06",
			"fargo season 2 ep5", "fargo second season, fifth episode",
		},
		of("fargo", NoSeason, 5, 0, AskedSeries, ""):                           {"fargo episode 5", "episode five of fargo", "fargo, ep. 5"},
		of("fargo", 0, 0, 0, AskedSeries, ""):                                  {"fargo S00E00"},
		of("fargo", NoSeason, NoEpisode, 0, AskedFilm, ""):                     {"fargo (film)", "fargo film", "fargo (movie)", "fargo_(film)", "fargo (TV film)", "fargo (short film)", "fargo (film) - Wikipedia"},
		of("fargo", NoSeason, NoEpisode, 1996, AskedFilm, ""):                  {"fargo (1996 film)", "fargo_(1996_film)", "fargo (film, 1996)", "fargo (1996) (film)", "fargo film 1996", "fargo (II) (1996 film)"},
		of("fargo", NoSeason, NoEpisode, 0, AskedSeries, ""):                   {"fargo (TV series)", "fargo TV series", "fargo (miniseries)", "fargo (TV mini-series)", "fargo (television series)", "fargo (TV Mini Series)", "fargo miniseries", "fargo (web series)"},
		of("fargo", NoSeason, NoEpisode, 2014, AskedSeries, ""):                {"fargo (2014 TV series)", "fargo (TV Series 2014– )", "fargo (TV Series 2014–2024) - IMDb", "fargo tv series 2014"},
		of("fargo", 3, NoEpisode, 2014, AskedSeries, ""):                       {"fargo (2014) season 3", "third season of fargo (2014)", "fargo (2014 TV series) season 3"},
		of("fargo", 2, 5, 2014, AskedSeries, ""):                               {"fargo (2014) S02E05", "fargo.2014.S02E05.720p.HDTV"},
		of("shameless", NoSeason, NoEpisode, 0, AnyKind, "United States"):      {"shameless (US)", "shameless (U.S.)", "shameless US", "shameless (USA)"},
		of("shameless", NoSeason, NoEpisode, 0, AskedSeries, "United Kingdom"): {"shameless (British TV series)", "shameless (UK TV series)", "shameless (UK) (TV series)"},
		of("shameless", 3, 5, 0, AskedSeries, "United States"):                 {"shameless (US) S03E05", "shameless.US.S03E05.720p.BluRay"},
		of("the wave", NoSeason, NoEpisode, 2015, AnyKind, "Norway"):           {"the wave (Norwegian) 2015"},
		of("the host", NoSeason, NoEpisode, 2006, AskedFilm, "South Korea"):    {"the host (2006 South Korean film)"},
		of("little women", NoSeason, NoEpisode, 2019, AnyKind, ""):             {"little women 2019", "little women (2019)", "little.women.2019.2160p.UHD.mkv", "little women [2019]", "little women, 2019", "little women 2019 1080p BluRay"},
		of("the office", NoSeason, NoEpisode, 2005, AnyKind, ""):               {"the office (2005–2013)", "the office (2005-)"},
		of("krysten ritter", NoSeason, NoEpisode, 0, AskedPerson, ""):          {"krysten ritter actress", "krysten ritter (actress)"},
		of("steve mcqueen", NoSeason, NoEpisode, 0, AskedPerson, ""):           {"steve mcqueen (director)", "steve mcqueen (filmmaker)"},
		of("doctor who", 0, NoEpisode, 0, AskedSeries, ""):                     {"doctor who season 0"},
		of("blade runner", NoSeason, NoEpisode, 2049, AnyKind, ""):             {"blade runner 2049"},
		of("", NoSeason, NoEpisode, 0, AnyKind, ""):                            {"  "},
	} {
		for _, text := range texts {
			if got := Understand(text); got != want {
				t.Errorf("%q is understood as %+v, not %+v", text, got, want)
			}
		}
	}
	// Names that are nothing but names.
	for _, name := range []string{
		"1917", "film", "season 2", "se7en", "toy story 3", "the season of love", "open season", "season of the witch", "(500) days of summer",
		"birdman or (the unexpected virtue of ignorance)", "the last of us", "us", "S.W.A.T.", "M*A*S*H", "E.T.", "Wall-E", "Apollo 13", "Se7en", "24",
		"4x4", "Lovesong (for the end of the world)", "Mr. Robot", "A.I.", "Room 1408", "Love, Simon", "Episode", "the show must go on", "Ocean's 8", "F.R.I.E.N.D.S",
	} {
		if got := Understand(name); !got.Bare() || got.Name != name {
			t.Errorf("the name %q is understood as %+v", name, got)
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

func FuzzUnderstand(f *testing.F) {
	for _, text := range []string{"jessica jones s2", "season two of fargo (2014)", "(2019)", "film film", "\xff s1", "a,,, season 999", "( fiLm", "a.S01E02.mkv", "b_(1996_film)", "c (US) 2x04", "(a) (b) (2019–", "s1e1 of s1e1", ".mkv", "_", ".S01.mkv"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		asked := Understand(text)
		if (asked.Name == "") != (len(strings.Fields(text)) == 0) {
			t.Errorf("%q: the name is %q", text, asked.Name)
		}
		if asked.Season < NoSeason || asked.Season > 999 || asked.Episode < NoEpisode || asked.Episode > 9999 || asked.Year != 0 && (asked.Year < 1800 || asked.Year > 2099) {
			t.Errorf("%q is understood as %+v", text, asked)
		}
	})
}

func FuzzFind(f *testing.F) {
	_, x := all(f)
	for _, text := range []string{"amelie", "jessica jones s2", "the office (2005)", "万引き家族", "\xff\xfe", "s2", "(2019)", "a b c d e f g h i j k l m n o p"} {
		f.Add(text, uint64(0), 0, 10)
	}
	f.Fuzz(func(t *testing.T, text string, kinds uint64, year, most int) {
		mustFind(x, text, Query{Unfinished: true})
		mustFindExact(x, text, Kinds(kinds))
		hits := mustFind(x, text, Query{Kinds: Kinds(kinds), Year: year, Most: most})
		if !slices.IsSortedFunc(hits, byScore) {
			t.Errorf("%q: hits out of order", text)
		}
		for _, hit := range hits {
			if !Kinds(kinds).has(hit.Kind) {
				t.Errorf("%q: kind %d was not asked for", text, hit.Kind)
			}
		}
	})
}

// An article is a word of its own, and those of other languages are part of the name.
func TestArticles(t *testing.T) {
	x := indexOf(t, func(yield func(Entry, error) bool) {
		for i, name := range []string{"I", "A.I.", "Vegas", "Las Vegas", "The Fly", "Fly", "A Fly", "An Education", "Education"} {
			if !yield(Entry{Number: uint32(i), Name: name, Kind: film}, nil) {
				return
			}
		}
	})
	for text, want := range map[string][]uint32{
		"A.I.": {1}, "AI": {1}, "A. I.": {1}, "I": {0}, "Vegas": {2}, "Las Vegas": {3}, "the I": {0}, "an education": {7, 8}, "The Education": {7, 8},
	} {
		hits, err := x.FindExact(text, 0)
		if err != nil {
			t.Fatal(err)
		}
		found := numbers(hits)
		slices.Sort(found)
		if !slices.Equal(found, want) {
			t.Errorf("%q finds exactly %v, not %v", text, found, want)
		}
	}
}

func TestWithinEdits(t *testing.T) {
	for _, test := range []struct {
		a, b  string
		edits int
	}{
		{"", "", 0}, {"jones", "jones", 0}, {"jones", "", 5}, {"jones", "jone", 1}, {"jones", "joanes", 1}, {"jones", "janes", 1},
		{"jones", "jnoes", 1}, {"jones", "smith", 5}, {"kitten", "sitting", 3}, {"Zoë", "Zoe", 1}, {"是枝裕和", "是枝和裕", 1},
		{strings.Repeat("a", 200), strings.Repeat("a", 199) + "b", 1},
	} {
		for _, pair := range [][2]string{{test.a, test.b}, {test.b, test.a}} {
			if !WithinEdits(pair[0], pair[1], test.edits) || WithinEdits(pair[0], pair[1], test.edits-1) {
				t.Errorf("%q and %q are not %d edits apart", pair[0], pair[1], test.edits)
			}
		}
	}
}
