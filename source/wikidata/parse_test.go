package wikidata

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rolecall/source"
)

const resultHeader = "item\timdb\tproperty\tvalue\trank\n"

func TestMalformedLinesAreNamedAndLeftAside(t *testing.T) {
	good := wikidataTriple("Q1", "P345", `"nm0000001"`)
	goodRow := "http://www.wikidata.org/entity/Q1\tnm0000001\tP345\t\t\n"
	item := `{"type":"item","id":"Q1","labels":{},"claims":{"P345":[{"rank":"normal","mainsnak":{"snaktype":"value","datavalue":{"value":"nm0000001"}}}]}}`
	for name, test := range map[string]struct{ file, before, bad, after, want string }{
		"no full stop":      {"a.nt", good, strings.TrimSuffix(good, ".\n") + "\n", good, "a.nt:2: the triple does not end in a full stop"},
		"no triple":         {"a.nt", good, "nonsense.\n", good, "a.nt:2: this is no triple"},
		"no item":           {"a.nt", good, "<http://www.wikidata.org/entity/Q> <x> <y> .\n", good, "a.nt:2: the triple is about no item"},
		"item too great":    {"a.nt", good, wikidataTriple("Q99999999999", "P345", `"nm0000002"`), good, "a.nt:2: the triple is about no item"},
		"no object":         {"a.nt", good, wikidataTriple("Q2", "P345", ``), good, "a.nt:2: the triple has no object"},
		"open quotation":    {"a.nt", good, wikidataTriple("Q2", "P345", `"nm0000002`), good, "a.nt:2: the quotation mark is not closed"},
		"bad escape":        {"a.nt", good, wikidataTriple("Q2", "P345", `"nm\q"`), good, `a.nt:2: an escape (\) is malformed`},
		"object no item":    {"a.nt", good, wikidataTriple("Q2", "P21", entityTerm("Qx")), good, "a.nt:2: the object is no item"},
		"cut item":          {"a.json", "[\n" + item + ",\n", item[:90] + "\n", item + "\n]\n", "a.json:3: the item is no JSON"},
		"identifier no Q":   {"a.json", "[\n" + item + ",\n", strings.Replace(item, "Q1", "Q1x", 1) + "\n", "]\n", `a.json:3: "Q1x" is not the identifier of an item`},
		"value of no kind":  {"a.json", "[\n" + item + ",\n", strings.Replace(item, `"nm0000001"`, `7`, 1) + "\n", "]\n", "a.json:3: Q1: a value of P345 is malformed"},
		"too few columns":   {"a.tsv", resultHeader + goodRow, "http://www.wikidata.org/entity/Q2\n", goodRow, "a.tsv:3: 1 columns, want 5"},
		"row about nothing": {"a.tsv", resultHeader + goodRow, "Fred\tnm0000002\tP345\t\t\n", goodRow, `a.tsv:3: the item is "Fred"`},
		"another property":  {"a.tsv", resultHeader + goodRow, "http://www.wikidata.org/entity/Q2\tnm0000002\tP569\t1899\t\n", goodRow, `a.tsv:3: the property is "P569"`},
		"open cell":         {"a.tsv", resultHeader + goodRow, "http://www.wikidata.org/entity/Q2\t\"nm0000002\tP345\t\t\n", goodRow, "a.tsv:3: the quotation mark is not closed"},
		"row of a result":   {"a.srj", `{"head":{},"results":{"bindings":[{"item":{"value":"http://www.wikidata.org/entity/Q1"},"imdb":{"value":"nm0000001"},"property":{"value":"P345"}},`, `{"item":{"value":"x"}}`, "]}}", `a.srj:2: row of the result: the item is "x"`},
	} {
		t.Run(name, func(t *testing.T) {
			path := written(t, test.file, test.before+test.bad+test.after)
			report := &source.Report{MostBadLines: 1}
			sink := &facts{}
			if err := New([]string{path}).Read(t.Context(), sink, report); err != nil {
				t.Fatal(err)
			}
			bad, count := report.BadLines()
			if count != 1 || !strings.Contains(bad[0].Error(), test.want) {
				t.Errorf("%d bad lines %v, want %s", count, bad, test.want)
			}
			if !slices.Equal(sink.lines, []string{"nm0000001 is wikidata Q1"}) {
				t.Errorf("of the good lines: %q", sink.lines)
			}
			if err := New([]string{path}).Read(t.Context(), sink, &source.Report{}); err == nil {
				t.Error("a report that allows no malformed line took one")
			}
		})
	}
}

// The order of an item's triples says nothing, nor do those of what is no item.
func TestTriplesComeInAnyOrder(t *testing.T) {
	triples := []string{
		wikidataTriple("Q7", "P345", `"nm0000007"`), wikidataTriple("Q7", "P21", entityTerm("Q6581072")),
		wikidataTriple("Q7", "P569", `"1950-01-01T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>`),
		"<http://www.wikidata.org/entity/L7> <http://www.w3.org/2000/01/rdf-schema#label> \"seven\"@en .\n", "# a comment\n", "\n",
	}
	for range len(triples) {
		triples = append(triples[1:], triples[0])
		sink, _ := read(t, written(t, "a.nt", strings.TrimLeft(strings.Join(triples, ""), "\n")))
		if len(sink.lines) != 2 || !strings.Contains(sink.lines[1], "nm0000007 woman") {
			t.Errorf("%q\nof %q", sink.lines, triples)
		}
	}
}

func TestLiterals(t *testing.T) {
	for text, want := range map[string]string{
		`"T\u00E9l\u00e9"@fr`:            "Télé",
		`"\U0001F3AC \"a\\b\"\t"@en`:     "🎬 \"a\\b\"\t",
		`"5"^^<http://www.w3.org/x#int>`: "5",
		`""`:                             "",
	} {
		if got, fault := literal(nil, []byte(text)); fault != "" || string(got) != want {
			t.Errorf("%s is %q (%s), want %q", text, got, fault, want)
		}
	}
	for _, text := range []string{`"`, `x"`, ``, `"\"`, `"\u12"`, `"\U99999999"`, `"\uzzzz"`} {
		if got, fault := literal(nil, []byte(text)); fault == "" {
			t.Errorf("%s is %q", text, got)
		}
	}
}

func TestIMDbIdentifiers(t *testing.T) {
	for text, want := range map[string]string{
		"nm0000001": "nm 1", "tt12345678": "tt 12345678", "co0144901": "co 144901", "nm0000000": " 0",
		"nm001": " 0", "nm01234567": " 0", "nm000000x": " 0", "tt0081874/": " 0", "": " 0", "nm99999999999": " 0", "tt9999999999": " 0",
	} {
		kind, number := parseIMDb([]byte(text))
		if got := fmt.Sprintf("%s %d", kind, number); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// The query service has two forms of JSON, and editors lay out any of them anew.
func TestEveryFormOfJSON(t *testing.T) {
	const (
		flat   = `[{"item":"http://www.wikidata.org/entity/Q1","imdb":"nm0000001","property":"P345"},{"item":"http://www.wikidata.org/entity/Q1","imdb":"nm0000001","property":"P21","value":"http://www.wikidata.org/entity/Q6581072","rank":"http://wikiba.se/ontology#PreferredRank"}]`
		deep   = `{"head":{"vars":["item"]},"results":{"bindings":[{"item":{"type":"uri","value":"http://www.wikidata.org/entity/Q1"},"imdb":{"value":"nm0000001"},"property":{"value":"P345"}},{"item":{"value":"http://www.wikidata.org/entity/Q1"},"imdb":{"value":"nm0000001"},"property":{"value":"P21"},"value":{"value":"http://www.wikidata.org/entity/Q6581072"},"rank":{"value":"http://wikiba.se/ontology#PreferredRank"}}]}}`
		item   = `{"type":"item","id":"Q1","labels":{},"claims":{"P345":[{"rank":"normal","mainsnak":{"snaktype":"value","datavalue":{"value":"nm0000001"}}}],"P21":[{"rank":"preferred","mainsnak":{"snaktype":"value","datavalue":{"value":{"id":"Q6581072"}}}}]}}`
		single = `{"entities":{"Q1":` + item + `}}`
	)
	pretty := func(text string) string {
		var out bytes.Buffer
		if err := json.Indent(&out, []byte(text), "", "  "); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	want := []string{"nm0000001 is wikidata Q1", "nm0000001 woman (female, wikidata_preferred, wikidata)"}
	for name, text := range map[string]string{
		"flat": flat, "flat, pretty": pretty(flat), "flat of objects": strings.Replace(flat, `"nm0000001"`, `{"type":"literal","value":"nm0000001"}`, 1), "flat, a row a line": strings.ReplaceAll(flat, "},{", "},\n{"),
		"flat, brackets on lines of their own": "[\n" + strings.ReplaceAll(flat[1:len(flat)-1], "},{", "},\n{") + "\n]\n",
		"deep":                                 deep, "deep, pretty": pretty(deep), "deep with a mark": "\ufeff" + deep,
		"dump": "[\n" + item + "\n]\n", "dump on one line": "[" + item + "]", "dump, pretty": pretty("[" + item + "]"), "dump without brackets": item + "\n",
		"item, pretty": pretty(item), "single item": single, "single item, pretty": pretty(single), "items, pretty": pretty(item) + "\n" + pretty(item),
		"empty lines before": "\n\n" + pretty(flat), "another order of fields": pretty(strings.Replace("["+item+"]", `"type":"item","id":"Q1"`, `"pageid":1,"ns":0,"id":"Q1"`, 1)),
	} {
		sink, report := &facts{}, &source.Report{}
		if err := New([]string{written(t, "a.json", text)}).Read(t.Context(), sink, report); err != nil || !slices.Equal(sink.lines, want) {
			t.Errorf("%s: %q, %v", name, sink.lines, err)
		}
		if cut := strings.TrimRight(text, "\n")[:len(strings.TrimRight(text, "\n"))-2]; name != "dump without brackets" {
			if err := New([]string{written(t, "a.json", cut)}).Read(t.Context(), &facts{}, &source.Report{MostBadLines: 1}); err == nil {
				t.Errorf("%s, cut short, was read", name)
			}
		}
	}
}

// The language and the companies of a title are named as networks are, whichever item
// comes first.
func TestLanguagesAndCompanies(t *testing.T) {
	film := wikidataTriple("Q1", "P345", `"tt0000001"`) + wikidataTriple("Q1", "P364", entityTerm("Q9001")) + wikidataTriple("Q1", "P272", entityTerm("Q9002"))
	named := wikidataTriple("Q9001", "P218", `"ja"`) + "<http://www.wikidata.org/entity/Q9001> <http://www.w3.org/2000/01/rdf-schema#label> \"Japanese\"@en .\n" +
		wikidataTriple("Q9002", "P345", `"co0047120"`) + "<http://www.wikidata.org/entity/Q9002> <http://www.w3.org/2000/01/rdf-schema#label> \"Ghibli\"@mul .\n"
	for _, text := range []string{film + named, named + film} {
		if sink, _ := read(t, written(t, "a.nt", text)); !slices.Contains(sink.lines, "tt0000001 in Japanese") || !slices.Contains(sink.lines, "tt0000001 by Ghibli") {
			t.Errorf("%q", sink.lines)
		}
	}
}

// "mul" is the label in every language that has none of its own.
func TestNamesForAllLanguages(t *testing.T) {
	const about = "<http://www.wikidata.org/entity/Q9001> <http://www.w3.org/2000/01/rdf-schema#label> "
	film := wikidataTriple("Q9001", "P31", entityTerm("Q1254874")) + wikidataTriple("Q1", "P345", `"tt0000001"`) + wikidataTriple("Q1", "P449", entityTerm("Q9001"))
	for labels, want := range map[string]string{
		about + "\"Webflix\"@mul .\n":                                                         "tt0000001 on Webflix",
		about + "\"Webflix\"@mul .\n" + about + "\"Webflix US\"@en .\n":                       "tt0000001 on Webflix US",
		about + "\"Webflix US\"@en .\n" + about + "\"Webflix\"@mul .\n":                       "tt0000001 on Webflix US",
		about + "\"Netzflix\"@de .\n" + about + "\"Webflix\"@mul .\n":                         "tt0000001 on Webflix",
		about + "\"Web\\u0000\"@mul .\n" + about + "\"Webflix\"@en .\n":                       "tt0000001 on Webflix",
		"<http://www.wikidata.org/entity/Q9001> <http://schema.org/name> \"Webflix\"@mul .\n": "tt0000001 on Webflix",
	} {
		if sink, _ := read(t, written(t, "a.nt", labels+film)); !slices.Contains(sink.lines, want) {
			t.Errorf("%s%q, want %s", labels, sink.lines, want)
		}
	}
	dump := `[` + "\n" + `{"type":"item","id":"Q9001","labels":{"mul":{"language":"mul","value":"Webflix"}},"claims":{"P31":[{"rank":"normal","mainsnak":{"snaktype":"value","datavalue":{"value":{"id":"Q1254874"}}}}]}},
{"type":"item","id":"Q1","labels":{},"claims":{"P345":[{"rank":"normal","mainsnak":{"snaktype":"value","datavalue":{"value":"tt0000001"}}}],"P449":[{"rank":"normal","mainsnak":{"snaktype":"value","datavalue":{"value":{"id":"Q9001"}}}}]}}
]
`
	if sink, _ := read(t, written(t, "a.json", dump)); !slices.Contains(sink.lines, "tt0000001 on Webflix") {
		t.Errorf("%q", sink.lines)
	}
}

// A name that is no text costs the name.
func TestNamesThatAreNoText(t *testing.T) {
	sink, report := &facts{}, &source.Report{}
	text := "<http://www.wikidata.org/entity/Q9001> <http://www.w3.org/2000/01/rdf-schema#label> \"W\\u0000b\"@en .\n" +
		wikidataTriple("Q9001", "P31", entityTerm("Q1254874")) + wikidataTriple("Q1", "P345", `"tt0000001"`) + wikidataTriple("Q1", "P449", entityTerm("Q9001"))
	if err := New([]string{written(t, "a.nt", text)}).Read(t.Context(), sink, report); err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(report.UnmappedWords(), source.UnmappedWord{What: "name that is no text", Word: "Q9001", Times: 1}) {
		t.Errorf("left aside %v", report.UnmappedWords())
	}
}

// What one small file unpacks to is bounded in memory and time.
func TestHostileFiles(t *testing.T) {
	row := "http://www.wikidata.org/entity/Q1\tnm0000001\tP345\t\t\n"
	for name, test := range map[string]struct{ file, text, want string }{
		"cut triples":    {"a.nt", strings.TrimSuffix(wikidataTriple("Q1", "P345", `"nm0000001"`), "\n"), "cut short"},
		"cut table":      {"a.tsv", resultHeader + row + strings.TrimSuffix(row, "\n"), "cut short"},
		"empty lines":    {"a.nt", wikidataTriple("Q1", "P345", `"nm0000001"`) + strings.Repeat("\n", 100_000), "lines in a row are empty"},
		"columns":        {"a.tsv", "item\tproperty" + strings.Repeat("\t", 1_000_000) + "\n" + row, "1000002 columns"},
		"entries":        {"a.json", `[` + "\n" + `{"type":"item","id":"Q1","claims":{"P345":[` + strings.Repeat("{},", 1_500_000) + "{}]}}\n]\n", "more than 1000000 entries"},
		"endless value":  {"a.json", `[{"item":"` + strings.Repeat("x", largestValue+1<<21), "one value is longer than"},
		"endless header": {"a.srj", `{"head":"` + strings.Repeat("x", largestValue+1<<21), "one value is longer than"},
	} {
		if err := New([]string{written(t, test.file, test.text)}).Read(t.Context(), &facts{}, &source.Report{}); err == nil || !strings.Contains(err.Error(), test.want) || len(err.Error()) > 1000 {
			t.Errorf("%s: %.300v", name, err)
		}
	}
	g := newGatherer(&source.Report{}, nil)
	if err := g.read(t.Context(), "a.tsv", strings.NewReader(resultHeader+strings.Repeat(row, 3*fewest))); err != nil || len(g.people) > 2*fewest || cap(g.people) > 3*fewest {
		t.Errorf("one row a million times over is kept %d times, in %d: %v", len(g.people), cap(g.people), err)
	}
	if err := New([]string{t.TempDir()}).Read(t.Context(), &facts{}, &source.Report{}); err == nil || !strings.Contains(err.Error(), "is a folder") {
		t.Errorf("a folder: %v", err)
	}
}

// Services differ in how they write a table.
func TestTablesOfSeveralServices(t *testing.T) {
	for name, text := range map[string]string{
		"terms":          "?item\t?imdb\t?property\t?value\t?rank\n<http://www.wikidata.org/entity/Q1>\t\"nm0000001\"\t\"P21\"\t<http://www.wikidata.org/entity/Q6581072>\t<http://wikiba.se/ontology#PreferredRank>\n",
		"plain":          "item\timdb\tproperty\tvalue\trank\r\nhttp://www.wikidata.org/entity/Q1\tnm0000001\tP21\thttp://www.wikidata.org/entity/Q6581072\thttp://wikiba.se/ontology#PreferredRank\r\n",
		"another order":  "\ufeffrank\tvalue\tproperty\timdb\titem\nhttp://wikiba.se/ontology#PreferredRank\thttp://www.wikidata.org/entity/Q6581072\tP21\tnm0000001\thttp://www.wikidata.org/entity/Q1\n",
		"and deprecated": resultHeader + "http://www.wikidata.org/entity/Q1\tnm0000001\tP21\thttp://www.wikidata.org/entity/Q6581072\thttp://wikiba.se/ontology#PreferredRank\nhttp://www.wikidata.org/entity/Q1\tnm0000001\tP21\thttp://www.wikidata.org/entity/Q6581097\thttp://wikiba.se/ontology#DeprecatedRank\n",
	} {
		sink, _ := read(t, written(t, "a.tsv", text))
		if want := []string{"nm0000001 is wikidata Q1", "nm0000001 woman (female, wikidata_preferred, wikidata)"}; !slices.Equal(sink.lines, want) {
			t.Errorf("%s: %q, want %q", name, sink.lines, want)
		}
	}
}

func TestAStatementThatThereIsNoGenderIsNone(t *testing.T) {
	dump := testdata(t, "facts.json")
	sink, report := read(t, written(t, "a.json", strings.ReplaceAll(dump, "somevalue", "novalue")))
	if !sameLines(sink.lines, want) || !slices.Equal(report.UnmappedWords(), wantUnmapped) {
		t.Errorf("%q, left aside %v", sink.lines, report.UnmappedWords())
	}
}

// docs/import-wikidata.md shows the query and the genders; both are held to the
// code.
func TestTheDocumentAgrees(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "import-wikidata.md"))
	if err != nil {
		t.Fatal(err)
	}
	document := string(text)
	if !strings.Contains(document, "```sparql\n"+Query+"```\n") {
		t.Error("the document shows another query than the package has")
	}
	for _, gender := range Genders() {
		row := fmt.Sprintf("| %s | %s | %s |\n", gender.Item, gender.Wording, gender.Gender.Words())
		if !strings.Contains(document, row) {
			t.Errorf("the document lacks the row %s", row)
		}
	}
	if rows := strings.Count(document, "\n| Q"); rows != len(Genders()) {
		t.Errorf("the document has %d genders, want %d", rows, len(Genders()))
	}
}

// fuzz holds a parser to its promise: whatever the file, it neither panics nor
// hands over a fact about nobody.
func fuzz(f *testing.F, seed string) {
	text, err := os.ReadFile(filepath.Join("testdata", seed))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(text))
	for _, line := range strings.SplitAfterN(string(text), "\n", 12) {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, text string) {
		g := newGatherer(&source.Report{MostBadLines: 1 << 20}, nil)
		packed := &tallied{strings.NewReader(text), g.report, sha256.New()}
		if err := g.read(t.Context(), seed, packed); err != nil {
			return
		}
		sink := &facts{}
		if err := g.handOver(t.Context(), sink); err != nil {
			t.Fatal(err)
		}
		for _, line := range sink.lines {
			if strings.Contains(line, "Q0") || strings.HasPrefix(line, "nm0000000") || strings.HasSuffix(line, " on ") {
				t.Errorf("handed over %q", line)
			}
		}
	})
}

func FuzzTriples(f *testing.F) { fuzz(f, "facts.nt") }
func FuzzDump(f *testing.F)    { fuzz(f, "facts.json") }
func FuzzTable(f *testing.F)   { fuzz(f, "facts.tsv") }
func FuzzResults(f *testing.F) { fuzz(f, "facts.srj") }

// BenchmarkTriples measures how fast the truthy dump is read once unpacked. As
// there, most triples are of no use.
func BenchmarkTriples(b *testing.B) {
	var text strings.Builder
	for i := range 20_000 {
		item := fmt.Sprintf("Q%d", i+1)
		for _, language := range []string{"de", "fr", "ar", "en"} {
			fmt.Fprintf(&text, "%s <http://www.w3.org/2000/01/rdf-schema#label> \"Somebody or something\"@%s .\n", entityTerm(item), language)
			fmt.Fprintf(&text, "%s <http://schema.org/description> \"somebody or something that is described here\"@%s .\n", entityTerm(item), language)
		}
		for p := range 20 {
			text.WriteString(wikidataTriple(item, fmt.Sprintf("P%d", 500+p), entityTerm("Q12345")))
		}
		if i%50 == 0 {
			text.WriteString(wikidataTriple(item, "P21", entityTerm("Q6581072")))
			text.WriteString(wikidataTriple(item, "P345", fmt.Sprintf(`"nm%07d"`, i+1)))
		}
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		g := newGatherer(&source.Report{}, nil)
		if err := g.read(b.Context(), "generated.nt", strings.NewReader(text.String())); err != nil || len(g.people) != 400 {
			b.Fatal(len(g.people), err)
		}
	}
}

// Every branch of the query that is asked in parts is bounded by the part.
func TestPartQueryBoundsEveryBranch(t *testing.T) {
	query := PartQuery("nm00")
	branches, bounds := strings.Count(Query, "UNION")+1, strings.Count(query, `, "nm00"))`)
	if branches != 4 || bounds != branches {
		t.Errorf("%d of %d branches are bounded:\n%s", bounds, branches, query)
	}
}
