package article

import (
	"html"
	"regexp"
	"strings"
	"unicode/utf8"
)

// An entity of HTML with its semicolon, also one that was escaped again.
var entity = regexp.MustCompile(`&(?:amp;)*(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

// footnote is the mark of a footnote right after a word, as it is copied from an
// encyclopedia.
var footnote = regexp.MustCompile(`(\S)(?:\[(?:[0-9]{1,3}|[a-z]|note [0-9]{1,2}|citation needed|edit)\])+`)

// unescape writes entities as what they stand for. Nobody means "&amp;nbsp;" as it
// stands.
func unescape(text string) string {
	if !strings.Contains(text, "&") {
		return text
	}
	return entity.ReplaceAllStringFunc(text, func(found string) string {
		for range 3 {
			plain := html.UnescapeString(found)
			if plain == found {
				break
			}
			found = plain
		}
		return strings.ReplaceAll(found, "\u00a0", " ")
	})
}

// withoutFootnotes leaves out the marks of footnotes that follow words.
func withoutFootnotes(text string) string {
	if !strings.Contains(text, "]") {
		return text
	}
	return footnote.ReplaceAllString(text, "$1")
}

// lineEnds are the signs that end a line or a page.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n", "\f", "\n\n", "\v", "\n", "\x1a", "")

// tidy writes plain text with one sign for the end of a line, without entities and
// marks of footnotes, and the tables of Markdown with tabs. Bytes that are no UTF-8
// become the sign for that.
func tidy(text string) string {
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	text = lineEnds.Replace(strings.TrimPrefix(text, "\uFEFF"))
	return withTabs(withoutFootnotes(unescape(text)))
}

// underHeader is the line of a Markdown table under its header.
var underHeader = regexp.MustCompile(`^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*$`)

// withTabs parts the cells of Markdown's tables by tabs.
func withTabs(text string) string {
	if !strings.Contains(text, "|") || !strings.Contains(text, "--") {
		return text
	}
	lines := strings.Split(text, "\n")
	kept := lines[:0]
	inTable := false
	for i, l := range lines {
		isRow := strings.Contains(l, "|")
		switch {
		case !isRow:
			inTable = false
		case i+1 < len(lines) && underHeader.MatchString(lines[i+1]) && strings.Contains(lines[i+1], "|"):
			inTable = true
		case inTable && underHeader.MatchString(l):
			continue
		}
		if inTable {
			l = cells(l)
		}
		kept = append(kept, l)
	}
	return strings.Join(kept, "\n")
}

func cells(row string) string {
	row = strings.TrimSpace(row)
	parts := strings.Split(strings.TrimSuffix(strings.TrimPrefix(row, "|"), "|"), "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return strings.Join(parts, "\t")
}
