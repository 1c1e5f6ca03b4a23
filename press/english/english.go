// Package english reads running English as far as claims about credits need it:
// sentences, words, numbers, dates, and the words for people and their jobs.
//
// It knows no film, no person and no catalog. Everything is found by small
// tables and by one pass over the text, so that it takes time in proportion to the
// text, whatever somebody puts into it. Places are bytes of the text given, so
// that whoever reads the answer can point into it.
package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Span is a stretch of a text: bytes Start to End, End not included.
type Span struct {
	Start int
	End   int
}

// Overlaps reports whether two stretches share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Holds reports whether o lies within s.
func (s Span) Holds(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Token is a word, a number or one sign of punctuation.
type Token struct {
	Span
	// Text is the token without invisible characters and with straight quotation
	// marks; Lower is the same in lower case.
	Text, Lower string
	// Joined says that a hyphen stands before it: "13-episode" is "13" and a
	// joined "episode".
	Joined bool
	// Spaced says that white space stands before it.
	Spaced bool
}

// IsCapital reports whether the token is a word that begins with a capital.
func (t Token) IsCapital() bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return unicode.IsUpper(r)
}

// IsWord reports whether the token has a letter or a digit.
func (t Token) IsWord() bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// invisible are characters that take no room and can be put into any word:
// soft hyphens, zero-width signs, marks of direction.
func invisible(r rune) bool {
	return r == 0xAD || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x2064 || r == 0xFEFF
}

// abbreviations keep the full stop that follows them.
var abbreviations = wordSet("mr mrs ms dr jr sr st vs v prof rev sen gov gen capt lt sgt dept est approx")

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// Tokens splits a text. Hyphens between letters or digits are left out and noted on
// the word after them; a possessive "'s" or "'" is a token of its own, as is the
// "n't" of a negation.
func Tokens(text string, within Span) []Token {
	r := reader{text: text, at: within.Start, end: min(within.End, len(text))}
	for r.at < r.end {
		r.next()
	}
	return r.tokens
}

type reader struct {
	text           string
	at, end        int
	joined, spaced bool
	tokens         []Token
}

func (r *reader) peek(at int) (rune, int) {
	if at >= r.end {
		return 0, 0
	}
	return utf8.DecodeRuneInString(r.text[at:r.end])
}

func (r *reader) add(start, end int, text string) {
	r.tokens = append(r.tokens, Token{
		Span: Span{start, end}, Text: text, Lower: strings.ToLower(text), Joined: r.joined, Spaced: r.spaced,
	})
	r.joined, r.spaced = false, false
}

func (r *reader) next() {
	c, size := r.peek(r.at)
	switch {
	case unicode.IsSpace(c):
		r.spaced, r.joined = true, false
		r.at += size
	case invisible(c):
		r.at += size
	case unicode.IsDigit(c):
		r.number()
	case unicode.IsLetter(c):
		r.word()
	case isHyphen(c) && !r.spaced && r.wordFollows(size):
		r.joined = true
		r.at += size
	case isApostrophe(c):
		r.apostrophe(size)
	default:
		end := r.endOfRun(c, size)
		r.add(r.at, end, plainSign(c))
		r.at = end
	}
}

// mostSigns is how many of one sign may follow each other as tokens of their own. More are
// a line drawn, and one token: a page of full stops would cost as much as a book.
const mostSigns = 8

// endOfRun is where the token of a sign ends that stands here.
func (r *reader) endOfRun(c rune, size int) int {
	end, n := r.at+size, 1
	for next, more := r.peek(end); next == c && more > 0; next, more = r.peek(end) {
		end, n = end+more, n+1
	}
	if n > mostSigns {
		return end
	}
	return r.at + size
}

func isHyphen(c rune) bool { return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013 }

func isApostrophe(c rune) bool {
	return c == '\'' || c == 0x2019 || c == 0x2018 || c == '`' || c == 0xB4
}

func (r *reader) wordFollows(size int) bool {
	if len(r.tokens) == 0 || !r.tokens[len(r.tokens)-1].IsWord() {
		return false
	}
	c, _ := r.peek(r.at + size)
	return unicode.IsLetter(c) || unicode.IsDigit(c)
}

// plainSign writes a sign as patterns name it.
func plainSign(c rune) string {
	switch c {
	case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB, '"':
		return `"`
	case 0x2014, 0x2013, 0x2015, '-':
		return "-"
	case 0x2026:
		return "…"
	}
	return string(c)
}

// number reads digits with commas and points within them.
func (r *reader) number() {
	start := r.at
	for r.at < r.end {
		c, size := r.peek(r.at)
		if c == ',' || c == '.' {
			if d, _ := r.peek(r.at + size); !unicode.IsDigit(d) {
				break
			}
		} else if !unicode.IsDigit(c) && !unicode.IsLetter(c) {
			break
		}
		r.at += size
	}
	r.add(start, r.at, r.text[start:r.at])
}

// word reads letters and combining marks, an apostrophe within, and the full stop
// of an initial or abbreviation.
func (r *reader) word() {
	start := r.at
	var text strings.Builder
	for r.at < r.end {
		c, size := r.peek(r.at)
		switch {
		case unicode.IsLetter(c) || unicode.IsMark(c) || unicode.IsDigit(c):
			text.WriteRune(c)
		case invisible(c):
		case isApostrophe(c) && r.apostropheWithin(size):
			text.WriteByte('\'')
		case c == '.' && r.keepsStop(text.String(), size):
			text.WriteByte('.')
		default:
			r.finish(start, text.String())
			return
		}
		r.at += size
	}
	r.finish(start, text.String())
}

// apostropheWithin keeps "O'Connor" and "rock'n'roll" whole and leaves "Jessica's".
func (r *reader) apostropheWithin(size int) bool {
	c, more := r.peek(r.at + size)
	if !unicode.IsLetter(c) {
		return false
	}
	after, _ := r.peek(r.at + size + more)
	return c != 's' && c != 'S' || unicode.IsLetter(after)
}

func (r *reader) keepsStop(word string, size int) bool {
	if abbreviations[strings.ToLower(word)] && utf8.RuneCountInString(word) > 1 || word == "v" {
		c, _ := r.peek(r.at + size)
		return unicode.IsSpace(c) || c == ','
	}
	letters := strings.ReplaceAll(word, ".", "")
	if len(word) > 0 && word[len(word)-1] == '.' || utf8.RuneCountInString(letters) > 4 {
		return false
	}
	last, n := utf8.DecodeLastRuneInString(word)
	return unicode.IsUpper(last) && (len(word) == n || word[len(word)-n-1] == '.')
}

func (r *reader) finish(start int, text string) {
	lower := strings.ToLower(text)
	if stem, found := strings.CutSuffix(lower, "n't"); found && stem != "" {
		cut := r.at - (len(text) - len(stem))
		if cut > start {
			r.add(start, cut, text[:len(stem)])
			r.add(cut, r.at, "n't")
			return
		}
	}
	r.add(start, r.at, text)
}

// apostrophe reads a possessive after a word, and otherwise a quotation mark.
func (r *reader) apostrophe(size int) {
	after := len(r.tokens) > 0 && !r.spaced && r.tokens[len(r.tokens)-1].IsWord()
	c, more := r.peek(r.at + size)
	next, _ := r.peek(r.at + size + more)
	if after && (c == 's' || c == 'S') && !unicode.IsLetter(next) && !unicode.IsDigit(next) {
		r.add(r.at, r.at+size+more, "'s")
		r.at += size + more
		return
	}
	r.add(r.at, r.at+size, "'")
	r.at += size
}
