package reader_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"rolecall/catalog"
	"rolecall/catalog/catalogtest"
	"rolecall/corpus/document"
	"rolecall/corpus/reader"
	"rolecall/corpus/table"
	"rolecall/press"
	"rolecall/press/article"
	"rolecall/render"
	"rolecall/source/starter"
)

// held is the starter catalog, built once for all tests.
var held *catalog.Catalog

func TestMain(m *testing.M) {
	os.Exit(catalogtest.Main(m, starter.Name, starter.Fill, func(c *catalog.Catalog) { held = c }))
}

func english() reader.Reader {
	return reader.Reader{Languages: []reader.Language{reader.English(press.InCatalog(held))}}
}

func read(t *testing.T, r reader.Reader, d document.Document) table.Outcome {
	t.Helper()
	out, err := r.Read(t.Context(), d)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// first is the first row of a table of an outcome.
func first(t *testing.T, out table.Outcome, id table.ID) map[string]any {
	t.Helper()
	line, _, _ := strings.Cut(string(out.Lines[id]), "\n")
	var row map[string]any
	if err := json.Unmarshal([]byte(line), &row); err != nil {
		t.Fatalf("%s of %+v: %v", table.Of(id).Name, out.Counts, err)
	}
	return row
}

const claim = "Kathryn Bigelow directed Lady Bird. “It is a film about my mother and where I come from,” said Greta Gerwig."

func TestADocumentBecomesRows(t *testing.T) {
	out := read(t, english(), document.Document{Number: 7, Source: "a.jsonl", Place: "line 7", Content: []byte(claim), Fields: document.Fields{Outlet: "Herald", Date: "2018-03-08", Headline: "A headline"}})
	row := first(t, out, table.Articles)
	for name, want := range map[string]any{"article": 7.0, "source": "a.jsonl", "place": "line 7", "outlet": "Herald", "date": "2018-03-08", "language": "english", "headline": "A headline", "named": true, "contradicted": 1.0, "quotations": 1.0} {
		if row[name] != want {
			t.Errorf("%s: %v, want %v", name, row[name], want)
		}
	}
	if row := first(t, out, table.Claims); row["verdict"] != "contradicted" || row["evidence"] != "Lady Bird (2017) · director · Greta Gerwig · woman" {
		t.Errorf("%v", row)
	}
	if row := first(t, out, table.Quotations); row["speaker_id"] != "greta-gerwig" || row["gender"] != "woman" || row["words"] != 12.0 {
		t.Errorf("%v", row)
	}
	if row := first(t, out, table.Mentions); row["id"] != "kathryn-bigelow" || row["gender"] != "woman" {
		t.Errorf("%v", row)
	}
}

// TestClaimsAreThoseOfACheck holds the columns to those of "rolecall check --format jsonl".
func TestClaimsAreThoseOfACheck(t *testing.T) {
	columns := table.Of(table.Claims).Columns
	if own := columns[1 : len(columns)-1]; !slices.Equal(own, (render.Check{}).Rows().Columns) {
		t.Errorf("%v", own)
	}
}

func TestRowsAreReadBack(t *testing.T) {
	out := read(t, english(), document.Document{Number: 1, Source: "a", Content: []byte(claim)})
	for id, lines := range out.Lines {
		rows, err := table.Of(table.ID(id)).Read(lines)
		if err != nil {
			t.Fatal(err)
		}
		again, err := table.Lines(rows)
		if err != nil || string(again) != string(lines) {
			t.Errorf("%v\n%s\n%s", err, lines, again)
		}
	}
}

// TestWhatIsNotReadIsLeftOutWithItsReason: nothing of a document ends the run.
func TestWhatIsNotReadIsLeftOutWithItsReason(t *testing.T) {
	french := "Le conseil municipal s'est réuni mardi pour discuter du budget des routes, et tout le monde est rentré chez soi de bonne heure parce qu'il n'y avait plus d'argent."
	for name, c := range map[string]struct {
		document  document.Document
		kind, why string
	}{
		"another language": {document.Document{Content: []byte(french)}, "language", "it seems to be French; articles are read in English"},
		"no text":          {document.Document{Content: []byte("<html><body><script>x</script></body></html>")}, "no text", "no article"},
		"no encoding":      {document.Document{Content: []byte("abc\x00\x01\x02\xff\xfe binary")}, "no text", "file of a program"},
		"not got":          {document.Document{Fault: errors.New("the server answers 500")}, "not got", "500"},
	} {
		out := read(t, english(), c.document)
		row := first(t, out, table.LeftOut)
		if out.LeftOut != 1 || out.Articles != 0 || row["kind"] != c.kind || !strings.Contains(row["why"].(string), c.why) {
			t.Errorf("%s: %v", name, row)
		}
	}
}

// panics reads English and falls over some texts.
type panics struct{}

func (panics) Name() string { return article.English }
func (panics) Read(context.Context, article.Article) (press.Report, error) {
	panic("at a word that nobody foresaw")
}

func TestAReaderThatPanicsLosesOneArticle(t *testing.T) {
	out := read(t, reader.Reader{Languages: []reader.Language{panics{}}}, document.Document{Content: []byte(claim)})
	if row := first(t, out, table.LeftOut); row["kind"] != "the reader failed" || !strings.Contains(row["why"].(string), "nobody foresaw") {
		t.Errorf("%v", row)
	}
}

// french reads French, in its way.
type french struct{}

func (french) Name() string { return "French" }
func (french) Read(_ context.Context, a article.Article) (press.Report, error) {
	return press.Report{Article: a, Mentions: []press.Mention{{Text: "Lady Bird", Kind: "title", ID: "lady-bird-2017", Name: "Lady Bird"}}}, nil
}

func TestAReaderOfAnotherLanguageSlotsIn(t *testing.T) {
	r := english()
	r.Languages = append(r.Languages, french{})
	out := read(t, r, document.Document{Content: []byte("Le film Lady Bird a été réalisé par Greta Gerwig, et tout le monde en a parlé dans les journaux de la ville pendant des semaines entières, sans que personne ne s'en lasse.")})
	if row := first(t, out, table.Mentions); out.LeftOut != 0 || row["id"] != "lady-bird-2017" {
		t.Errorf("%+v %v", out.Counts, row)
	}
	if row := first(t, out, table.Articles); row["language"] != "french" {
		t.Errorf("%v", row)
	}
}

// TestBombsAreDefused: what is written to exhaust a reader takes it a moment.
func TestBombsAreDefused(t *testing.T) {
	const size = 1 << 20
	for name, content := range map[string]string{
		"elements within elements": strings.Repeat("<div>", size/5) + claim,
		"lists within lists":       "<ul>" + strings.Repeat("<ul><li>", size/8),
		"tables within tables":     strings.Repeat("<table><tr><td>", size/15) + claim,
		"open tags":                strings.Repeat("<a href=\"", size/9),
		"formatting":               strings.Repeat("<b><i>", size/6) + claim,
		"one attribute":            "<p title=\"" + strings.Repeat("x", size) + "\">" + claim,
		"entities":                 "<p>" + strings.Repeat("&amp;", size/5),
		"comments":                 strings.Repeat("<!--", size/4) + claim,
		"one word":                 strings.Repeat("a", size),
	} {
		began := time.Now()
		out := read(t, english(), document.Document{Number: 1, Content: []byte(content)})
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%s: %s", name, took)
		} else if took > 2*time.Second {
			t.Logf("%s: %s", name, took)
		}
		if out.Articles+out.LeftOut != 1 {
			t.Errorf("%s: %+v", name, out.Counts)
		}
	}
}
