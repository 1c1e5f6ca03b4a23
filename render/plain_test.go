package render

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// hostile are texts as a list from outside may have them.
var hostile = []string{
	"Ana\x1b[31m Lind\x00qvist", "\x1b]0;title\a", "\x1b[2J", "a\rb", "\u009b31m", "del\x7f", "back\b\b", "\u202egnol", "bell\a", "\x1b[8mhidden", "\x9b31m\xff", "a\u2028b",
}

func TestNoControlCharacterReachesATerminal(t *testing.T) {
	for _, text := range hostile {
		for _, color := range []bool{false, true} {
			var out bytes.Buffer
			p := newPage(Screen{Out: &out, Width: 80, Color: color})
			p.line("%s and %s", text, p.colors.strong("bold"))
			p.columns([][]string{{"name"}, {text}, {p.colors.quiet(text)}})
			p.markdownTable([][]string{{"name"}, {text}})
			shown := ours.ReplaceAllString(out.String(), "")
			if at := strings.IndexFunc(shown, func(c rune) bool { return unicode.IsControl(c) && c != '\n' }); at >= 0 || strings.ContainsRune(shown, '\u202e') {
				t.Errorf("%q is shown as %q", text, shown)
			}
			if color && !strings.Contains(out.String(), "\x1b[1mbold") {
				t.Errorf("the page lost its own colours: %q", out.String())
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
