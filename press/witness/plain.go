package witness

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rolecall/press/english"
)

// Models write the signs of their own habit: straight marks for curly ones, a space for a
// break of line. That is no other word, so words are looked for with such signs made one, and
// what is kept of them is the text's own.

// plain is a text with its signs made one, and where each of its bytes stands in the text.
type plain struct {
	of    string
	signs string
	at    []int
}

func plainly(text string) plain {
	var b strings.Builder
	p := plain{of: text}
	space := false
	for i, r := range text {
		isSpace := unicode.IsSpace(r)
		if isSpace && space {
			continue
		}
		space = isSpace
		sign := plainSign(r)
		for range utf8.RuneLen(sign) {
			p.at = append(p.at, i)
		}
		b.WriteRune(sign)
	}
	p.signs, p.at = b.String(), append(p.at, len(text))
	return p
}

// plainSign is the sign that stands for all like it.
func plainSign(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case strings.ContainsRune("‘’‚′`´", r):
		return '\''
	case strings.ContainsRune("“”„″", r):
		return '"'
	case strings.ContainsRune("‐‑‒–—−", r):
		return '-'
	case r == utf8.RuneError:
		return '?'
	}
	return r
}

// find is where words first stand in the text.
func (p plain) find(words string) (english.Span, bool) {
	words = strings.TrimSpace(plainly(words).signs)
	if words == "" {
		return english.Span{}, false
	}
	i := strings.Index(p.signs, words)
	if i < 0 {
		return english.Span{}, false
	}
	return english.Span{Start: p.at[i], End: p.at[i+len(words)]}, true
}

// own are words as the text writes them, empty where it does not.
func (p plain) own(words string) string {
	span, is := p.find(words)
	if !is {
		return ""
	}
	return strings.TrimSpace(p.of[span.Start:span.End])
}
