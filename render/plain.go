package render

import (
	"io"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names, titles and messages come from outside, and a terminal does what control
// characters in them say. Everything that is written for people passes through here.

// instead stands where a control character was.
const instead = "\ufffd"

// commands reports whether a character commands a terminal instead of showing: the
// control characters, and those that turn the direction of what follows.
func commands(c rune) bool {
	return unicode.IsControl(c) && c != '\n' && c != '\t' ||
		c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069' || c == '\u2028' || c == '\u2029'
}

// Plain is a text without what commands a terminal.
func Plain(text string) string {
	if strings.IndexFunc(text, commands) < 0 && utf8.ValidString(text) {
		return text
	}
	var b strings.Builder
	for _, c := range strings.ToValidUTF8(text, instead) {
		if commands(c) {
			b.WriteString(instead)
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// ours are the sequences that the palette writes, and no others: bold, faint,
// underlined, its colours, and their ends.
var ours = regexp.MustCompile(`\x1b\[(?:(?:0|1|2|4|5|22|24|36|38|99|172)(?:;|m)){1,4}`)

// shown is a text without what commands a terminal but the palette's own colours.
func (p palette) shown(text string) string {
	if !p.on {
		return Plain(text)
	}
	var b strings.Builder
	at := 0
	for _, found := range ours.FindAllStringIndex(text, -1) {
		b.WriteString(Plain(text[at:found[0]]))
		b.WriteString(text[found[0]:found[1]])
		at = found[1]
	}
	b.WriteString(Plain(text[at:]))
	return b.String()
}

// cells are the cells of a table as they are shown.
func (p palette) cells(rows [][]string) [][]string {
	plain := make([][]string, len(rows))
	for i, row := range rows {
		plain[i] = make([]string, len(row))
		for j, cell := range row {
			plain[i][j] = p.shown(cell)
		}
	}
	return plain
}

// PlainWriter writes texts without what commands a terminal. Each text is to be
// written at once.
func PlainWriter(to io.Writer) io.Writer { return plainWriter{to} }

type plainWriter struct{ to io.Writer }

func (w plainWriter) Write(text []byte) (int, error) {
	if _, err := io.WriteString(w.to, Plain(string(text))); err != nil {
		return 0, err
	}
	return len(text), nil
}

// jsonWriter writes JSON with escapes for the control characters that JSON lets stand.
type jsonWriter struct{ to io.Writer }

var jsonEscapes = func() *strings.Replacer {
	const hex = "0123456789abcdef"
	var pairs []string
	for c := rune(0x7f); c <= 0x9f; c++ {
		pairs = append(pairs, string(c), `\u00`+string(hex[c>>4])+string(hex[c&15]))
	}
	return strings.NewReplacer(pairs...)
}()

func (w jsonWriter) Write(text []byte) (int, error) {
	if _, err := jsonEscapes.WriteString(w.to, string(text)); err != nil {
		return 0, err
	}
	return len(text), nil
}
