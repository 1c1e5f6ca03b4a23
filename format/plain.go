package format

import (
	"io"
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
