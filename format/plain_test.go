package format

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"rolecall/block"
)

// hostile are texts as a list from outside may have them.
var hostile = []string{
	"Ana\x1b[31m Lind\x00qvist", "\x1b]0;title\a", "\x1b[2J", "a\rb", "\u009b31m", "del\x7f", "back\b\b", "\u202egnol", "bell\a", "\x1b[8mhidden", "\x9b31m\xff", "a\u2028b",
}

// everyBlock has a text in every place of every block.
func everyBlock(text string) []block.Block {
	words := block.Join(block.Plain(text), block.Strong("bold"), block.Link(text, text))
	table := block.Table{Title: text, Head: []string{text, "b"}, Rows: [][]block.Text{{words, block.Quiet(text)}}}
	return []block.Block{
		block.Asked(text), block.Title{Text: words}, block.Heading{Words: text, Note: text}, block.Sentence{Text: words}, block.Sentence{Text: words, Quoted: true},
		block.Notes{text}, table, block.Tables{table, table}, block.Grid{Columns: []string{text}, Rows: []block.GridRow{{Name: text, Cells: []block.Text{words}}}}, block.Key{},
		block.Names{Title: text, People: []block.Name{{Name: text, As: text, Job: text, Where: text}}, Running: true},
		block.Names{Title: text, People: []block.Name{{Name: text, As: text, Job: text, Where: text, Aside: true}}},
		block.List{Items: []block.Item{{Text: words, Under: []block.Text{words}, Pages: []block.Text{words}}}, Numbered: true, Loose: true},
		block.Facts{{Name: text, Value: text}}, block.Code{Language: "json", Text: text}, block.Below{Block: block.Footer{text, text}},
	}
}

// said is an answer of some blocks and rows.
type said struct {
	blocks []block.Block
	rows   block.Rows
	object any
}

func (s said) Blocks() []block.Block { return s.blocks }
func (s said) Rows() block.Rows      { return s.rows }
func (s said) Object() any           { return s.object }

// written is what a format makes of an answer.
func written(t *testing.T, f Format, color bool, a Answer) string {
	t.Helper()
	var out bytes.Buffer
	if err := f.Write(Screen{Out: &out, Width: 80, Color: color}, a); err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return out.String()
}

// painting are the sequences that the terminal's own colours are made of.
var painting = regexp.MustCompile(`\x1b\[(?:(?:0|1|2|4|5|22|24|36|38|99|172)(?:;|m)){1,4}`)

func TestNoControlCharacterReachesATerminal(t *testing.T) {
	for _, text := range hostile {
		for _, color := range []bool{false, true} {
			for _, f := range []Format{Terminal, Markdown} {
				shown := written(t, f, color, said{blocks: everyBlock(text)})
				if painted := color && f.Word == Terminal.Word; painted && !strings.Contains(shown, "\x1b[1mbold") {
					t.Errorf("the page lost its own colours: %q", shown)
				} else if painted {
					shown = painting.ReplaceAllString(shown, "")
				}
				if at := strings.IndexFunc(shown, func(c rune) bool { return unicode.IsControl(c) && c != '\n' }); at >= 0 || strings.ContainsRune(shown, '\u202e') {
					t.Errorf("%s shows %q as %q", f.Name, text, shown)
				}
			}
		}
	}
}

func TestPlainLeavesTextsAlone(t *testing.T) {
	for _, text := range []string{"", "Žofia 是枝 Νίκος", "a\nb\tc", "🎬 \u200dé"} {
		if got := Plain(text); got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
}

func TestJSONHasNoControlCharacter(t *testing.T) {
	for _, text := range hostile {
		var out bytes.Buffer
		if err := json.NewEncoder(jsonWriter{&out}).Encode(text); err != nil {
			t.Fatal(err)
		}
		var back string
		if err := json.Unmarshal(out.Bytes(), &back); err != nil || back != strings.ToValidUTF8(text, "\ufffd") && !strings.Contains(text, "\xff") {
			t.Errorf("%q came back as %q: %v", text, back, err)
		}
		if strings.ContainsFunc(strings.TrimSpace(out.String()), unicode.IsControl) {
			t.Errorf("%q", out.String())
		}
	}
}

// No cell runs as a formula, and every text can be had back.
func TestCellsAreNoFormulas(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+31": "+31", "+A1": "'+A1", "-2.5": "-2.5", "-": "-", "'-": "''-", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "'=1": "''=1", "''-x": "'''-x",
		"'t Hooft": "'t Hooft", "–": "–", "": "", "=cmd|' /C calc'!A0": "'=cmd|' /C calc'!A0", "A=1": "A=1", "＝1+1": "'＝1+1", "-1+1": "'-1+1",
	} {
		if got := asText(cell); got != want {
			t.Errorf("%q is %q, want %q", cell, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`['=+@\t\r\n -]{0,4}[a-z0-9.]{0,3}`).Draw(t, "text")
		cell := asText(text)
		back := cell
		if strings.HasPrefix(cell, "'") && formula.MatchString(cell) {
			back = cell[1:]
		}
		if back != text && !formula.MatchString(text) || formula.MatchString(text) && back != text && cell != text {
			t.Fatalf("%q became %q and %q", text, cell, back)
		}
		if cell != "" && strings.ContainsAny(cell[:1], "=@\t\r\n") {
			t.Fatalf("%q begins as a formula", cell)
		}
	})
}
