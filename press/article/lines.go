package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rolecall/press/english"
)

// line is a line of a text, without the white space around it.
type line struct {
	english.Span
	lower string
	// group counts the groups of lines that blank lines part; indent is the white space
	// before the line, in columns.
	group, indent int
	// of is the element of a page that the line comes from, nil in plain text and after
	// the first line of an element.
	of *element
}

// element is what a page says of a stretch of its text.
type element struct {
	at    int
	shape english.Shape
	level int
	// label is the length of a field's label.
	label int
	// bold says that all of it is bold, own that a heading is one within a table.
	bold, own bool
	// within is the depth of the list item that it stands in, after the item's own words.
	within int
}

// mostLower bounds how much of a line is looked at in lower case.
const mostLower = 400

// linesOf are the lines of a text that are not blank. The elements, in order, are those
// of the page, if it was one.
func linesOf(text string, elements []element) []line {
	var all []line
	group := 0
	for start := 0; start < len(text); {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text) - start
		}
		raw := text[start : start+end]
		trimmed := strings.TrimSpace(raw)
		if trimmed == "" {
			group++
		} else {
			at := start + strings.Index(raw, trimmed)
			l := line{Span: english.Span{Start: at, End: at + len(trimmed)}, lower: strings.ToLower(trimmed[:min(len(trimmed), mostLower)]), group: group}
			l.indent = strings.Count(text[start:at], " ") + 4*strings.Count(text[start:at], "\t")
			for len(elements) > 0 && elements[0].at <= at {
				l.of = &elements[0]
				elements = elements[1:]
			}
			all = append(all, l)
		}
		start += end + 1
	}
	return all
}

func (l line) in(text string) string { return text[l.Start:l.End] }

// closers may follow the stop of a sentence.
const closers = `"'”’)]»*_ `

// endsStopped reports whether a line ends as a sentence does.
func endsStopped(s string) bool {
	s = strings.TrimRight(s, closers)
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == '.' || r == '!' || r == '?' || r == '…'
}

func endsAsking(s string) bool {
	return strings.HasSuffix(strings.TrimRight(s, closers), "?")
}

// inCapitals reports whether a line has letters and all of them are capitals.
func inCapitals(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

// longestTitle bounds a line that is a title and nothing else.
const longestTitle = 80

// smallWords are written small within titles, or say which part of a title is meant.
var smallWords = wordSet("with from that into over upon than season seasons series episode episodes part parts volume film films feature documentary limited miniseries special and amid about")

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// isTitle reports whether a line can be the name of something and no sentence: short,
// its words capitalised, no stop at its end but one that titles have.
func isTitle(s string) bool {
	if len(s) > 2*longestTitle {
		return false
	}
	s = strings.TrimSpace(withoutBrackets(s))
	last, _ := utf8.DecodeLastRuneInString(s)
	if s == "" || len(s) > longestTitle || strings.ContainsRune(".,;:…", last) {
		return false
	}
	capitals, words := 0, 0
	for word := range strings.FieldsSeq(s) {
		word = strings.Trim(word, `"'“”‘’,:*_`)
		first, _ := utf8.DecodeRuneInString(word)
		words++
		switch {
		case unicode.IsUpper(first) || unicode.IsDigit(first):
			capitals++
		case words == 1 && unicode.IsLetter(first):
			return false
		case unicode.IsLower(first) && utf8.RuneCountInString(word) > 3 && !smallWords[word]:
			return false
		}
	}
	return capitals > 0 && words <= 12
}

// withoutBrackets leaves out what stands in round brackets: "(series, 6 x 30')".
func withoutBrackets(s string) string {
	for {
		open := strings.IndexByte(s, '(')
		if open < 0 {
			return s
		}
		end := strings.IndexByte(s[open:], ')')
		if end < 0 {
			return s
		}
		s = s[:open] + s[open+end+1:]
	}
}
