package wikidata

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rolecall"
	"rolecall/source"
)

// facts is a sink that notes what it is handed, each fact as one line.
type facts struct {
	source.Sink
	sources []rolecall.Source
	lines   []string
}

func (f *facts) note(format string, args ...any) error {
	f.lines = append(f.lines, fmt.Sprintf(format, args...))
	return nil
}

func (f *facts) AddSource(s rolecall.Source) error { f.sources = append(f.sources, s); return nil }
func (f *facts) AddPage(p rolecall.Page) error     { return f.note("page %v", p) }
func (f *facts) AddTitle(t rolecall.Title) error   { return f.note("title %v", t) }
func (f *facts) AddPerson(p rolecall.Person) error { return f.note("person %v", p) }
func (f *facts) AddCredit(c rolecall.Credit) error {
	return f.note("%s %s %s", c.TitleID, c.Role, c.PersonID)
}
func (f *facts) AddIdentifier(i rolecall.Identifier) error {
	return f.note("%s is %s %s", i.Owner, i.Scheme, i.Value)
}
func (f *facts) AddStatement(s rolecall.Statement) error {
	return f.note("%s %s (%s, %s, %s%s)", s.PersonID, s.Gender, s.Wording, s.Precedence, s.Source, s.Citation)
}

func (f *facts) AddDetail(title string, of source.Detail, name string) error {
	return f.note("%s %s %s", title, map[source.Detail]string{source.Network: "on", source.Country: "of", source.Language: "in", source.Company: "by"}[of], name)
}

// want is what the files of testdata come to, in whatever form they are.
var want = []string{
	"nm0010930 is wikidata Q42",
	"nm9000001 is wikidata Q910000001",
	"nm9000003 is wikidata Q910000003",
	"nm10000003 is wikidata Q910000003",
	"nm9000005 is wikidata Q910000005",
	"nm9000006 is wikidata Q910000006",
	"nm9000007 is wikidata Q910000007",
	"tt9000010 is wikidata Q910000010",
	"nm0010930 man (male, wikidata_normal, wikidata)",
	"nm9000001 woman (female, wikidata_normal, wikidata)",
	"nm9000003 woman (trans woman, wikidata_preferred, wikidata)",
	"nm10000003 woman (trans woman, wikidata_preferred, wikidata)",
	"tt9000010 director nm0010930",
	"tt9000010 director nm9000003",
	"tt9000010 creator nm9000001",
	"tt9000010 on Netflix",
	"tt9000010 on Télé Dix",
	"tt9000010 of United States",
	"tt9000010 executive_producer nm9000001",
	"tt9000010 composer nm9000001",
	"tt9000010 producer nm9000001",
	"tt9000010 cinematographer nm9000001",
	"tt9000010 editor nm9000001",
	"tt9000010 costume_designer nm9000001",
	"tt9000010 production_designer nm9000001",
	"tt9000010 art_director nm9000001",
}

var wantUnmapped = []source.UnmappedWord{
	{What: "country without English name", Word: "Q910000021", Times: 1},
	{What: "gender", Word: "Q43445", Times: 1},
	{What: "gender", Word: "no value or an unknown one", Times: 1},
	{What: "person without IMDb identifier", Word: "writer", Times: 1},
}

// read reads files and insists that nothing went wrong.
func read(t *testing.T, paths ...string) (*facts, *source.Report) {
	t.Helper()
	sink, report := &facts{}, &source.Report{}
	if err := New(paths).Read(t.Context(), sink, report); err != nil {
		t.Fatal(err)
	}
	return sink, report
}

// written is a file with a text.
func written(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func testdata(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestEveryFormSaysTheSame(t *testing.T) {
	for _, form := range []string{"nt", "json", "tsv", "srj"} {
		for _, packing := range []string{"", ".gz", ".bz2"} {
			name := "facts." + form + packing
			t.Run(name, func(t *testing.T) {
				sink, report := read(t, filepath.Join("testdata", name))
				expected := want
				if form == "nt" { // the truthy dump does not say the rank
					expected = strings.Split(strings.ReplaceAll(strings.Join(want, "\n"), "preferred", "normal"), "\n")
				}
				if !sameLines(sink.lines, expected) {
					t.Errorf("got\n%s\nwant\n%s", strings.Join(sink.lines, "\n"), strings.Join(expected, "\n"))
				}
				if got := report.UnmappedWords(); !slices.Equal(got, wantUnmapped) {
					t.Errorf("left aside %v, want %v", got, wantUnmapped)
				}
			})
		}
	}
}

func sameLines(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

func TestTheSourceSaysWhatWasRead(t *testing.T) {
	path := written(t, "facts.nt.bz2", testdata(t, "facts.nt.bz2"))
	day := time.Date(2026, 3, 8, 12, 0, 0, 0, time.UTC)
	if err := os.Chtimes(path, day, day); err != nil {
		t.Fatal(err)
	}
	var last int64
	sink, report := &facts{}, &source.Report{Progress: func(bytes int64) { last = bytes }}
	if err := New([]string{path}).Read(t.Context(), sink, report); err != nil {
		t.Fatal(err)
	}
	packed := testdata(t, "facts.nt.bz2")
	sum := sha256.Sum256([]byte(packed))
	expected := rolecall.Source{
		ID: "wikidata", Name: "Wikidata", Licence: "CC0 1.0", Address: "https://www.wikidata.org/",
		Retrieved: "2026-03-08", Checksum: "sha256:" + hex.EncodeToString(sum[:]),
	}
	if len(sink.sources) != 1 || sink.sources[0] != expected {
		t.Errorf("%+v\nwant %+v", sink.sources, expected)
	}
	if last != int64(len(packed)) {
		t.Errorf("progress ended at %d bytes of %d", last, len(packed))
	}
}

func TestCreditsNeedTitleAndPersonToBeHeld(t *testing.T) {
	for name, test := range map[string]struct {
		held []string
		want []string
	}{
		"title and people":   {[]string{"tt9000010", "nm0010930", "nm9000001"}, []string{"director nm0010930", "creator nm9000001", "executive_producer nm9000001", "composer nm9000001", "producer nm9000001", "cinematographer nm9000001", "editor nm9000001", "costume_designer nm9000001", "production_designer nm9000001", "art_director nm9000001"}},
		"another identifier": {[]string{"tt9000010", "nm10000003"}, []string{"director nm10000003"}},
		"people alone":       {[]string{"nm0010930", "nm9000001"}, nil},
		"title alone":        {[]string{"tt9000010"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			sink := &facts{}
			r := &Reader{Paths: []string{"testdata/facts.json"}, Holds: func(id string) bool { return slices.Contains(test.held, id) }}
			if err := r.Read(t.Context(), sink, &source.Report{}); err != nil {
				t.Fatal(err)
			}
			var credits []string
			details := 0
			for _, line := range sink.lines {
				what, isOfTitle := strings.CutPrefix(line, "tt9000010 ")
				switch {
				case !isOfTitle || strings.HasPrefix(what, "is "):
				case strings.HasPrefix(what, "on ") || strings.HasPrefix(what, "of "):
					details++
				default:
					credits = append(credits, what)
				}
			}
			if !sameLines(credits, test.want) {
				t.Errorf("credits %q, want %q", credits, test.want)
			}
			if held := slices.Contains(test.held, "tt9000010"); held != (details == 3) {
				t.Errorf("%d networks and countries", details)
			}
		})
	}
}

// A director may stand in one file and the film in another, and what two files
// say counts once.
func TestFilesCountAsOne(t *testing.T) {
	film := written(t, "film.nt", wikidataTriple("Q1", "P345", `"tt0000001"`)+wikidataTriple("Q1", "P57", entityTerm("Q2")))
	person := written(t, "person.nt", wikidataTriple("Q2", "P345", `"nm0000002"`)+wikidataTriple("Q2", "P21", entityTerm("Q6581072")))
	sink, _ := read(t, film, person, person)
	expected := []string{
		"nm0000002 is wikidata Q2", "tt0000001 is wikidata Q1",
		"nm0000002 woman (female, wikidata_normal, wikidata)", "tt0000001 director nm0000002",
	}
	if !slices.Equal(sink.lines, expected) {
		t.Errorf("%q\nwant %q", sink.lines, expected)
	}
}

func wikidataTriple(item, property, object string) string {
	return fmt.Sprintf("%s <http://www.wikidata.org/prop/direct/%s> %s .\n", entityTerm(item), property, object)
}

func entityTerm(item string) string { return "<http://www.wikidata.org/entity/" + item + ">" }

func TestEveryGenderIsRead(t *testing.T) {
	if len(genders) != len(Genders()) {
		t.Fatal("a value is listed twice")
	}
	for _, gender := range Genders() {
		path := written(t, "g.nt", wikidataTriple("Q1", "P21", entityTerm(gender.Item))+wikidataTriple("Q1", "P345", `"nm0000001"`))
		sink, report := read(t, path)
		expected := fmt.Sprintf("nm0000001 %s (%s, wikidata_normal, wikidata)", gender.Gender, gender.Wording)
		if !slices.Contains(sink.lines, expected) || len(report.UnmappedWords()) > 0 {
			t.Errorf("%s: %q, want %q", gender.Item, sink.lines, expected)
		}
	}
}

// Rule 4 of the method, by the items that everybody can look up.
func TestGendersAreCountedAsTheMethodSays(t *testing.T) {
	for item, expected := range map[uint32]rolecall.Gender{
		6581072: rolecall.Woman, 1052281: rolecall.Woman, 6581097: rolecall.Man, 2449503: rolecall.Man,
		48270: rolecall.Nonbinary, 18116794: rolecall.Nonbinary, 505371: rolecall.Nonbinary, 113124952: rolecall.Unknown,
	} {
		if got := genders[item].Gender; got != expected {
			t.Errorf("Q%d is %q, want %q", item, got, expected)
		}
	}
	for _, item := range []uint32{43445, 44148, 1097630, 189125} { // female and male organism, intersex, transgender
		if _, mapped := genders[item]; mapped {
			t.Errorf("Q%d is taken for a gender of a person", item)
		}
	}
}

func TestFilesThatAreSomethingElse(t *testing.T) {
	packed := func(text string) string {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		w.Write([]byte(text))
		w.Close()
		return b.String()
	}
	nt, dump := testdata(t, "facts.nt"), testdata(t, "facts.json")
	long := strings.Repeat(nt, 2000)
	for name, test := range map[string]struct{ file, text, want string }{
		"web page":            {"facts.tsv", "<!DOCTYPE html><html>Too many requests</html>", "this is a web page"},
		"packed web page":     {"facts.nt.gz", packed("<html><body>404</body></html>"), "this is a web page"},
		"empty":               {"facts.nt", "", "the file is empty"},
		"another table":       {"names.tsv", "nconst\tprimaryName\nnm0000001\tFred\n", "neither the truthy N-Triples dump"},
		"cut gzip":            {"facts.nt.gz", packed(long)[:len(packed(long))*2/3], "damaged or cut short"},
		"cut gzip header":     {"facts.nt.gz", "\x1f\x8b\x08", "damaged or cut short"},
		"cut bzip2":           {"facts.nt.bz2", testdata(t, "facts.nt.bz2")[:400], "damaged or cut short"},
		"bzip2 header alone":  {"facts.nt.bz2", "BZh9", "damaged or cut short"},
		"damaged gzip":        {"facts.nt.gz", packed(nt)[:len(packed(nt))-8] + "01234567", "damaged or cut short"},
		"cut JSON dump":       {"facts.json", strings.TrimSuffix(dump, "]\n"), "the closing ] is missing"},
		"cut JSON result":     {"facts.srj", testdata(t, "facts.srj")[:4000], "damaged or cut short"},
		"unclosed result":     {"facts.srj", strings.TrimRight(testdata(t, "facts.srj"), "}\n"), "damaged or cut short"},
		"JSON of another use": {"facts.json", `{"error": "no"}`, `no result of a query in SPARQL-JSON: there is no "results"`},
		"answer yes or no":    {"facts.srj", `{"head": {}, "boolean": true}`, `there is no "results"`},
		"bindings no list":    {"facts.srj", `{"results": {"bindings": {}}}`, "its bindings are no list"},
		"query broken off":    {"facts.tsv", "?item\t?imdb\t?property\t?value\t?rank\njava.util.concurrent.TimeoutException\n", "broke off the query"},
		"nothing of IMDb":     {"facts.nt", wikidataTriple("Q1", "P21", entityTerm("Q6581072")), "no IMDb identifier (P345)"},
	} {
		t.Run(name, func(t *testing.T) {
			path, sink := written(t, test.file, test.text), &facts{}
			err := New([]string{path}).Read(t.Context(), sink, &source.Report{MostBadLines: 3})
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), test.file) {
				t.Errorf("%v\nwant %s", err, test.want)
			}
			if len(sink.lines) > 0 {
				t.Errorf("handed over %q", sink.lines)
			}
		})
	}
}

func TestAMissingFileIsNamed(t *testing.T) {
	for _, paths := range [][]string{nil, {"testdata/none.nt"}} {
		if err := New(paths).Read(t.Context(), &facts{}, &source.Report{}); err == nil {
			t.Errorf("%q was read", paths)
		}
	}
}

func TestAnyByteMayBeDamaged(t *testing.T) {
	for _, name := range []string{"facts.nt.gz", "facts.nt.bz2"} {
		whole := testdata(t, name)
		for i := range len(whole) {
			if i%7 > 0 { // each takes a while
				continue
			}
			text := []byte(whole)
			text[i] ^= 0x55
			g := newGatherer(&source.Report{MostBadLines: 1 << 20}, nil)
			g.read(t.Context(), name, bytes.NewReader(text)) // must not panic or hang
		}
	}
}

func TestReadingCanBeInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	line := wikidataTriple("Q1", "P345", `"nm0000001"`)
	path := written(t, "long.nt", strings.Repeat(line, 2*interrupted))
	if err := New([]string{path}).Read(ctx, &facts{}, &source.Report{}); err != context.Canceled {
		t.Errorf("%v", err)
	}
}

// refusing is a sink that takes nothing of one kind.
type refusing struct{ facts }

var errFull = fmt.Errorf("the disk is full")

func (*refusing) AddDetail(string, source.Detail, string) error { return errFull }

func TestErrorsOfTheSinkArePassedOn(t *testing.T) {
	if err := New([]string{"testdata/facts.nt"}).Read(t.Context(), &refusing{}, &source.Report{}); err != errFull {
		t.Errorf("%v", err)
	}
}
