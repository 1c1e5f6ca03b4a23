package reach_test

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rolecall"
	"rolecall/catalog"
	"rolecall/catalog/catalogtest"
	"rolecall/corpus/document"
	"rolecall/corpus/reach"
	"rolecall/corpus/reader"
	"rolecall/corpus/table"
	"rolecall/press"
	"rolecall/source"
	"rolecall/source/starter"
)

// small fills a catalog whose names are hard to find by their letters.
func small(_ context.Context, sink source.Sink) error {
	if err := sink.AddSource(rolecall.Source{ID: "s", Name: "S"}); err != nil {
		return err
	}
	for _, t := range []rolecall.Title{
		{ID: "t1", Kind: rolecall.Film, Name: "The A.I. of J.J. O’Brien"}, {ID: "t2", Kind: rolecall.Series, Name: "Law & Order"}, {ID: "t3", Kind: rolecall.Film, Name: "Amélie"},
		{ID: "t4", Kind: rolecall.Film, Name: "Us"}, {ID: "t5", Kind: rolecall.Film, Name: "9"}, {ID: "t6", Kind: rolecall.Film, Name: "千と千尋の神隠し"}, {ID: "t7", Kind: rolecall.Film, Name: "An Education"},
	} {
		if err := sink.AddTitle(t); err != nil {
			return err
		}
	}
	for _, p := range []rolecall.Person{{ID: "p1", Name: "Lana Wachowski"}, {ID: "p2", Name: "Lilly Wachowski"}, {ID: "p3", Name: "JJ Abrams"}, {ID: "p4", Name: "Cher"}, {ID: "p5", Name: "Åsa Öberg-Lind"}, {ID: "p6", Name: "是枝裕和"}} {
		if err := sink.AddPerson(p); err != nil {
			return err
		}
		if err := sink.AddCredit(rolecall.Credit{TitleID: "t1", PersonID: p.ID, Role: rolecall.Director, Scope: rolecall.OfTitle}); err != nil {
			return err
		}
	}
	return nil
}

func filterOf(t *testing.T, c *catalog.Catalog) *reach.Filter {
	t.Helper()
	f, err := reach.Of(t.Context(), c)
	if err != nil || !f.Works() {
		t.Fatalf("no filter: %v", err)
	}
	return f
}

func TestNamesPassHoweverTheyAreWritten(t *testing.T) {
	f := filterOf(t, catalogtest.Open(t, "small", small))
	for _, text := range []string{
		"He saw “A.I. of JJ OBrien”.", "LAW AND ORDER returns", "law&order", "Amelie", "AMÉLIE’S café", "the U.S. of course", "Education matters", "They saw Us.", "It is 9.",
		"Lana and Lilly Wachowski", "Lana Wachowski’s film", "J. J. Abrams", "J.J.Abrams", "Cher", "Asa Oberg Lind", "「千と千尋の神隠し」",
	} {
		if !f.May(text) {
			t.Errorf("passed over: %s", text)
		}
	}
	for _, text := range []string{"The council met on Tuesday to discuss the budget.", "Abrams tanks rolled by.", "Women directed 17 percent of films", "Lilly went home.", "The Wachowskis", ""} {
		if text != "The Wachowskis" && f.May(text) && !strings.Contains(text, "Women") {
			t.Errorf("not passed over: %s", text)
		}
	}
}

// labelled are the texts by which the reader is measured.
func labelled(t *testing.T) (all []string) {
	t.Helper()
	for _, name := range []string{"dev.jsonl", "heldout.jsonl", "verdicts.jsonl"} {
		file, err := os.Open(filepath.Join("..", "..", "bench", "claims", name))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		lines := bufio.NewScanner(file)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var one struct{ Text string }
			if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
				t.Fatal(err)
			}
			all = append(all, one.Text)
		}
	}
	return all
}

// changesNothing reads a text with and without the filter.
func changesNothing(t interface {
	Errorf(string, ...any)
	Fatal(...any)
}, c *catalog.Catalog, f *reach.Filter, text string) {
	read := func(f *reach.Filter) table.Outcome {
		r := reader.Reader{Languages: []reader.Language{reader.English(press.InCatalog(c))}, Filter: f}
		out, err := r.Read(context.Background(), document.Document{Number: 1, Source: "x", Content: []byte(text)})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	with, without := read(f), read(nil)
	for id := range table.Count {
		if string(with.Lines[id]) != string(without.Lines[id]) {
			t.Errorf("the filter changes %s of %q:\n%s\n%s", table.Of(id).Name, text, with.Lines[id], without.Lines[id])
		}
	}
}

func TestTheFilterChangesNothingOfTheLabelledTexts(t *testing.T) {
	picked := catalogtest.Open(t, "starter", starter.Fill)
	f := filterOf(t, picked)
	over := 0
	for _, text := range labelled(t) {
		if !f.May(text) {
			over++
		}
		changesNothing(t, picked, f, text)
	}
	if over == 0 {
		t.Error("no text is passed over: the test shows nothing")
	}
	t.Logf("passed over: %d", over)
	little := catalogtest.Open(t, "small", small)
	f = filterOf(t, little)
	for _, text := range labelled(t) {
		changesNothing(t, little, f, text)
	}
}

// TestTheFilterChangesNothingOfGeneratedTexts puts names of the catalog, in the ways in which
// people write them, into sentences that make claims.
func TestTheFilterChangesNothingOfGeneratedTexts(t *testing.T) {
	for name, c := range map[string]*catalog.Catalog{"starter": catalogtest.Open(t, "starter", starter.Fill), "small": catalogtest.Open(t, "small", small)} {
		f := filterOf(t, c)
		var names []string
		if err := c.EachName(t.Context(), func(name string, _ bool) bool { names = append(names, name); return true }); err != nil {
			t.Fatal(err)
		}
		names = append(names, "Nobody Atall", "An Unknown Film", "Someone")
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				written := rapid.Custom(func(t *rapid.T) string {
					name := rapid.SampledFrom(names).Draw(t, "name")
					return rapid.SampledFrom([]func(string) string{
						func(s string) string { return s }, strings.ToUpper, strings.ToLower,
						func(s string) string { return strings.ReplaceAll(s, " ", "-") }, func(s string) string { return strings.ReplaceAll(s, ".", "") },
						func(s string) string { return s + "’s" }, func(s string) string { return "“" + s + "”" }, func(s string) string { return strings.TrimPrefix(s, "The ") },
						func(s string) string { return s[strings.LastIndex(s, " ")+1:] }, func(s string) string { return "_" + s + "_" }, func(s string) string { return "the " + s + "s" },
					}).Draw(t, "way")(name)
				})
				var text strings.Builder
				for range rapid.IntRange(1, 5).Draw(t, "sentences") {
					form := rapid.SampledFrom([]string{
						"%1 was directed by %2.", "All episodes of %1 were directed by women.", "“It was time for that to happen,” said %2 of %1.", "%1 and %2 Wachowski directed it.",
						"%1 stars %2, who also wrote it.", "In 2018, 17 percent of films were directed by women.", "Nothing happened on Tuesday.", "%2 directed it alone.", "%1 (2017) returned on March 8, 2018.",
					}).Draw(t, "form")
					text.WriteString(strings.NewReplacer("%1", written.Draw(t, "1"), "%2", written.Draw(t, "2")).Replace(form) + "\n\n")
				}
				changesNothing(t, c, f, text.String())
			})
		})
	}
}
