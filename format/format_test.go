package format

import (
	"slices"
	"strings"
	"testing"

	"rolecall/block"
)

// shout is a format as a stranger would add it.
var shout = Format{Word: "shout", Name: "Shouting", Ending: ".shout", Kind: "text/shout", Write: func(s Screen, a Answer) error {
	_, err := s.Out.Write([]byte(strings.ToUpper(a.Rows().Columns[0].Name)))
	return err
}}

func TestAFormatIsOneEntry(t *testing.T) {
	if _, err := Parse("shout"); err == nil || !strings.HasSuffix(err.Error(), "choose table, json, csv, md, jsonl or parquet; sarif or claimreview of a check; atom of a difference of catalogs") {
		t.Errorf("before: %v", err)
	}
	withdraw := Register(shout)
	if f, err := Parse("shout"); err != nil || f.Ending != ".shout" {
		t.Errorf("Parse: %v, %v", f, err)
	}
	if f, is := OfEnding(".shout"); !is || f.Word != "shout" {
		t.Errorf("OfEnding: %v", f)
	}
	if all := All(); all[len(all)-1].Word != "shout" {
		t.Errorf("All: %v", words(all))
	}
	if _, err := Parse("whisper"); !strings.Contains(err.Error(), "parquet or shout; sarif") {
		t.Errorf("the error: %v", err)
	}
	withdraw()
	if _, is := OfEnding(".shout"); is || len(All()) != 6 {
		t.Errorf("it stays: %v", words(All()))
	}
}

// A format of some answers is in no list for all, and refuses the others by name.
func TestAFormatOfSomeAnswers(t *testing.T) {
	for _, f := range []Format{SARIF, ClaimReview, Atom} {
		if _, is := OfEnding(f.Ending); is || slices.ContainsFunc(All(), func(one Format) bool { return one.Word == f.Word }) {
			t.Errorf("%s is offered for every answer", f.Name)
		}
		err := f.Write(Screen{Out: &strings.Builder{}}, said{})
		if err == nil || !strings.Contains(err.Error(), f.Name+" is written of a ") || !strings.Contains(err.Error(), "choose table,") {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

// Words, endings and media types tell formats apart.
func TestFormatsAreToldApart(t *testing.T) {
	seen := make(map[string]bool)
	for _, f := range Every() {
		for _, sign := range []string{f.Word, f.Name, f.Ending, f.Kind} {
			if sign == "" || seen[sign] {
				t.Errorf("%s: %q is empty or another's too", f.Name, sign)
			}
			seen[sign] = true
		}
		if !strings.HasPrefix(f.Ending, ".") || f.Write == nil {
			t.Errorf("%s cannot be written", f.Name)
		}
	}
}

func TestAnAnswerWithoutATableSaysSo(t *testing.T) {
	for _, f := range All() {
		err := f.Write(Screen{Out: &strings.Builder{}, Width: 80}, said{blocks: []block.Block{block.Notes{"a"}}})
		if (err != nil) != (f.Part == Rows) {
			t.Errorf("%s: %v", f.Name, err)
		}
		if err != nil && !strings.Contains(err.Error(), "has no table, which "+f.Name+" needs: choose table, json or md") {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

func typedRows() block.Rows {
	rows := block.Rows{Columns: []block.Column{{Name: "name", Kind: block.String}, {Name: "n", Kind: block.Whole}, {Name: "share", Kind: block.Fraction}, {Name: "limit", Kind: block.Decimal}, {Name: "known", Kind: block.YesNo}}}
	rows.Add("=1+1 <b>", 3, 2.0/3, 2.5, true)
	rows.Add("a \"quote\", a\nline", nil, nil, 4.0, false)
	rows.Add("", 0, 0.0, nil, nil)
	return rows
}

func TestRowsForMachines(t *testing.T) {
	for f, want := range map[*Format]string{
		&CSV: "name,n,share,limit,known\n'=1+1 <b>,3,0.666667,2.5,true\n\"a \"\"quote\"\", a\nline\",,,4,false\n,0,0.000000,,\n",
		&JSONLines: `{"name":"=1+1 <b>","n":3,"share":0.666667,"limit":2.5,"known":true}` + "\n" +
			`{"name":"a \"quote\", a\nline","n":null,"share":null,"limit":4,"known":false}` + "\n" +
			`{"name":null,"n":0,"share":0.000000,"limit":null,"known":null}` + "\n",
	} {
		if got := written(t, *f, false, said{rows: typedRows()}); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", f.Name, got, want)
		}
	}
	if got := written(t, Parquet, false, said{rows: typedRows()}); !strings.HasPrefix(got, "PAR1") || !strings.HasSuffix(got, "PAR1") {
		t.Errorf("Parquet: %d bytes", len(got))
	}
}

// No name can mark up the text that it stands in.
func TestMarkdownIsEscaped(t *testing.T) {
	for text, want := range map[string]string{
		"Ocean's *8*": `Ocean's \*8\*`, "[click](http://evil)": `\[click\](http://evil)`, "<script>": `\<script>`, "`code`": "\\`code\\`", `a\b`: `a\\b`,
		"# no heading": `\# no heading`, "- no item": `\- no item`, "1. no item": `1\. no item`, "> said": `\> said`, "_em_ snake_case": `\_em\_ snake_case`,
		"two\nlines": "two lines", "5–7 of 9, 3 %": "5–7 of 9, 3 %", "+1.25 points": `\+1.25 points`,
	} {
		for name, b := range map[string]block.Block{"sentence": block.Sentence{Text: block.Plain(text)}, "note": block.Notes{text}, "item": block.List{Items: []block.Item{{Text: block.Plain(text)}}}} {
			got := strings.TrimLeft(written(t, Markdown, false, said{blocks: []block.Block{b}}), "-* ")
			if got != want+"\n" && strings.TrimLeft(want, `\-# `)+"\n" != got {
				t.Errorf("%q in a %s is %q, want %q", text, name, got, want)
			}
		}
	}
	link := written(t, Markdown, false, said{blocks: []block.Block{block.Sentence{Text: block.Link("a]b", "https://x.example/a (b)>")}}})
	if link != `[a\]b](https://x.example/a%20%28b%29%3E)`+"\n" {
		t.Errorf("a link: %q", link)
	}
	table := written(t, Markdown, false, said{blocks: []block.Block{block.Table{Head: []string{"a|b"}, Rows: [][]block.Text{{block.Plain("c|d\ne")}}}}})
	if table != "| a\\|b |\n| --- |\n| c\\|d e |\n" {
		t.Errorf("a table: %q", table)
	}
}

// What leads somewhere, stands apart or is quoted is written as the format can.
func TestBlocksAsTheyAreLaidOut(t *testing.T) {
	blocks := []block.Block{
		block.Asked("the question"),
		block.Heading{Words: "part", Note: "of it"},
		block.Sentence{Text: block.Join(block.Strong("First "), block.Plain("of all."))},
		block.Below{Block: block.Sentence{Text: block.Plain("Second.")}},
		block.List{Numbered: true, Items: []block.Item{{Text: block.Plain("one"), Under: []block.Text{block.Link("a page", "https://p.example")}, Pages: []block.Text{block.Link("P", "https://q.example")}}}},
		block.Names{Title: "cast (1)", People: []block.Name{{Name: "Ana", Gender: "woman", As: "Zoë", Where: "1–3"}}},
		block.Facts{{Name: "a", Value: "1"}, {Name: "long", Value: "2"}},
		block.Below{Block: block.Footer{"a catalog", "its hash"}},
	}
	for f, want := range map[*Format]string{
		&Terminal: `PART
First of all.
Second.

 1 one
     a page
     https://p.example

cast (1)
  ● Ana as Zoë 1–3

a     1
long  2
a catalog · its hash
`,
		&Markdown: `## the question

### Part (of it)

**First** of all.

Second.

1. one — [P](https://q.example)
   - [a page](https://p.example)

### Cast (1)

| person | gender | character or job | episodes |
| --- | --- | --- | --- |
| Ana | woman | Zoë | 1–3 |

* a: 1
* long: 2

*a catalog · its hash*
`,
	} {
		if got := written(t, *f, false, said{blocks: blocks}); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", f.Name, got, want)
		}
	}
}
