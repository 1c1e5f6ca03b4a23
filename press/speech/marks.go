package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rolecall/press/english"
)

// stretch is what stands between two quotation marks of a paragraph, the marks included.
type stretch struct {
	english.Span
	// unclosed says that no mark ends it in its paragraph; goesOn that the next paragraph
	// goes on with it, continued that it goes on with the paragraph before.
	unclosed, goesOn, continued bool
	// last is the sign or letter before the mark that ends it.
	last rune
}

// style is a kind of quotation marks: those of one kind close each other, however they
// were typed.
type style int

const (
	double style = iota + 1
	single
	low
	guillemets
	reversed
)

// sign is a character of a text with its neighbours.
type sign struct {
	r, before, next rune
	at, end         int
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isSpaceOrStart(r rune) bool {
	return r == 0 || unicode.IsSpace(r) || strings.ContainsRune("([{-–—―/|•*", r)
}

// opens is the style that a sign opens; 0 where it opens none.
func (s sign) opens() style {
	switch s.r {
	case 0x201C:
		return double
	case '"', '＂':
		if (isSpaceOrStart(s.before) || strings.ContainsRune("‘'“:,.", s.before)) && s.next != 0 && !unicode.IsSpace(s.next) {
			return double
		}
	case 0x201E:
		return low
	case 0xAB:
		return guillemets
	case 0xBB:
		if isSpaceOrStart(s.before) && isWordRune(s.next) {
			return reversed
		}
	case 0x2018, '\'', 0x201B:
		if (isSpaceOrStart(s.before) || s.before == 0x201C) && isWordRune(s.next) {
			return single
		}
	}
	return 0
}

// closes reports whether a sign closes a style, single quotation marks left out: those
// are apostrophes more often than not.
func (s sign) closes(open style) bool {
	ends := !isWordRune(s.next) && s.before != 0 && !unicode.IsSpace(s.before)
	switch open {
	case double:
		return s.r == 0x201D || (s.r == '"' || s.r == '＂' || s.r == 0x201C) && ends
	case low:
		return s.r == 0x201C || s.r == 0x201D
	case guillemets:
		return s.r == 0xBB
	case reversed:
		return s.r == 0xAB
	}
	return false
}

func (s sign) isApostrophe() bool { return s.r == '\'' || s.r == 0x2019 }

// elisions are words that begin with an apostrophe.
var elisions = wordSet("em cause tis twas til till round bout n cos tween neath gainst")

// A close of single quotation marks is sure after a sign of punctuation, likely after a
// letter, and doubtful where it may be the possessive of a plural.
type closeOf struct {
	at, end  int
	doubtful bool
}

// marks reads the quotation marks of a paragraph.
type marks struct {
	text string
	// goesOn is the style that the next paragraph begins with.
	goesOn style
	signs  []sign
	closes []closeOf
	// doubles counts the double quotation marks up to each sign.
	doubles []int
}

func newMarks(text string, within english.Span, goesOn style) *marks {
	m := &marks{text: text, goesOn: goesOn}
	before, count := rune(0), 0
	for at := within.Start; at < within.End; {
		r, size := utf8.DecodeRuneInString(text[at:within.End])
		next, _ := utf8.DecodeRuneInString(text[at+size : within.End])
		if at+size >= within.End {
			next = 0
		}
		s := sign{r, before, next, at, at + size}
		if isMark(r) {
			m.signs = append(m.signs, s)
			if r == 0x201C || r == 0x201D || r == '"' {
				count++
			}
			m.doubles = append(m.doubles, count)
			m.noteClose(s)
		}
		before = r
		at += size
	}
	return m
}

func isMark(r rune) bool {
	return r == '"' || r == '\'' || r >= 0x2018 && r <= 0x201F || r == 0xAB || r == 0xBB || r == '＂'
}

// noteClose keeps a sign that may close single quotation marks.
func (m *marks) noteClose(s sign) {
	if !s.isApostrophe() || isWordRune(s.next) || unicode.IsSpace(s.before) || s.before == 0 {
		return
	}
	ends := s.next == 0 || strings.ContainsRune(".,;:!?)…", s.next)
	letter := isWordRune(s.before)
	if letter && !ends && strings.HasSuffix(m.text[:s.at], "in") {
		return // goin' home
	}
	doubtful := letter && !ends && (s.before == 's' || s.before == 'z' || s.before == 'x')
	m.closes = append(m.closes, closeOf{s.at, s.end, doubtful})
}

// all finds the stretches of the paragraph; open is the style that it begins within,
// 0 for none. It passes over each sign once.
func (m *marks) all(within english.Span, open style) []stretch {
	var all []stretch
	start, from, pending := within.Start, 0, 0
	for i := 0; i < len(m.signs); i++ {
		s := m.signs[i]
		if s.at < from {
			continue
		}
		if open != 0 && open != single && s.closes(open) {
			all = append(all, m.stretch(start, s.end, s.before))
			open = 0
			continue
		}
		style := s.opens()
		switch {
		case style == 0:
		case style == single && open == 0:
			for pending < len(m.closes) && m.closes[pending].at <= s.at {
				pending++
			}
			if end, ok := m.singleEnd(i, pending, within.End); ok {
				all = append(all, end)
				from = end.End
			}
		case style != single && (open == 0 || open == style && style == double):
			if open != 0 {
				all = append(all, stretch{Span: english.Span{Start: start, End: s.at}, unclosed: true})
			}
			open, start = style, s.at
		}
	}
	if open != 0 {
		all = append(all, stretch{Span: english.Span{Start: start, End: within.End}, unclosed: true, goesOn: m.goesOn == open, last: lastRune(m.text[start:within.End])})
	}
	return all
}

func (m *marks) stretch(start, end int, last rune) stretch {
	return stretch{Span: english.Span{Start: start, End: end}, last: last}
}

func lastRune(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(text))
	return r
}

// mostDoubtful bounds how many closes of a single quotation are weighed.
const mostDoubtful = 12

// singleEnd is the stretch that single quotation marks open at a sign. What nothing
// closes is an apostrophe, unless the next paragraph goes on with the quotation.
func (m *marks) singleEnd(i, pending, end int) (stretch, bool) {
	open := m.signs[i]
	word := m.text[open.end:]
	word = strings.ToLower(word[:len(word)-len(strings.TrimLeftFunc(word, isWordRune))])
	if elisions[word] || unicode.IsDigit(open.next) && open.r != 0x2018 {
		return stretch{}, false
	}
	at := pending
	for at < len(m.closes) && at < pending+mostDoubtful && m.closes[at].doubtful {
		at++
	}
	if sure := at < len(m.closes) && at < pending+mostDoubtful; !sure {
		if m.goesOn == single && unicode.IsUpper(open.next) {
			return stretch{Span: english.Span{Start: open.at, End: end}, unclosed: true, goesOn: true, last: lastRune(m.text[open.at:end])}, true
		}
		if at = pending; at >= len(m.closes) || !unicode.IsUpper(open.next) {
			return stretch{}, false
		}
	}
	c := m.closes[at]
	if (m.doublesBefore(c.at)-m.doubles[i])%2 != 0 {
		return stretch{}, false // it would cross a quotation in double marks
	}
	return m.stretch(open.at, c.end, lastRune(m.text[open.at:c.at])), true
}

// doublesBefore counts the double quotation marks before a place.
func (m *marks) doublesBefore(at int) int {
	low, high := 0, len(m.signs)
	for low < high {
		if middle := (low + high) / 2; m.signs[middle].at < at {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == 0 {
		return 0
	}
	return m.doubles[low-1]
}

// first is the style that a text opens with, and 0 where it does not begin with a mark.
func first(text string) style {
	text = strings.TrimSpace(text)
	r, size := utf8.DecodeRuneInString(text)
	next, _ := utf8.DecodeRuneInString(text[size:])
	return sign{r: r, next: next}.opens()
}

// closesFirst reports whether the first mark of a style in a paragraph closes it: the
// quotation of the paragraph before runs on into it without a mark of its own.
func (m *marks) closesFirst(open style) bool {
	for _, s := range m.signs {
		if s.closes(open) && s.r != '"' {
			return true
		}
		if s.opens() == open {
			return false
		}
	}
	return false
}
