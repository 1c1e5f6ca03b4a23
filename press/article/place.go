package article

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rolecall/press/english"
)

// Place is a stretch of the file that an article was read from: lines and characters from
// 1, the end not included.
type Place struct{ Line, Column, EndLine, EndColumn int }

// furthest is how many bytes of markup may stand between two words of a text: a long
// address in a link.
const furthest = 400

// Places are where in the file it was read from stretches of the text stand. The zero
// Place is of those that are not found there, as an entity is in their words, and of all
// where the article is no file.
func (a Article) Places(spans []english.Span) []Place {
	places := make([]Place, len(spans))
	if a.file == "" {
		return places
	}
	body := len(frontMatter.FindString(a.file))
	ruler := newRuler(a.file)
	said := make(map[string]repeated)
	for i, s := range spans {
		words := strings.FieldsFunc(a.Text[s.Start:s.End], isBetween)
		if len(words) == 0 {
			continue
		}
		key := strings.Join(words, " ")
		of, known := said[key]
		if !known {
			of = repeated{occurrences(a.Text, words), occurrences(a.file[body:], words)}
			said[key] = of
		}
		if n := of.before(s); n >= 0 && n < len(of.inFile) {
			places[i] = ruler.place(body+of.inFile[n].Start, body+of.inFile[n].End)
		}
	}
	return places
}

// repeated is where the same words stand in a text and in its file: what is said a thousand
// times is looked for once.
type repeated struct{ inText, inFile []english.Span }

// before is how many of the places in the text stand before that of a stretch.
func (r repeated) before(s english.Span) int {
	n, _ := slices.BinarySearchFunc(r.inText, s.End, func(o english.Span, end int) int { return cmp.Compare(o.End, end+1) })
	if n == 0 || r.inText[n-1].Start < s.Start {
		return -1 // it ends within a word
	}
	return n - 1
}

func isBetween(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
}

// occurrences are where words stand one behind the other in a text, with nothing but
// markup between them.
func occurrences(text string, words []string) (all []english.Span) {
	for at := 0; ; {
		start := word(text, words[0], at)
		if start < 0 {
			break
		}
		at = start + len(words[0])
		if end := following(text, words[1:], at); end >= 0 {
			all = append(all, english.Span{Start: start, End: end})
			at = end
		}
	}
	return all
}

// markup is what may stand between two words that follow each other: signs, the address of
// a link, a mark of a footnote, a tag, an entity.
var markup = regexp.MustCompile(`^(?:\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\]\[[^\]\n]*\]|\[\^[^\]\n]*\]|<[^<>]*>|&#?\w+;|[^\pL\pN\pM])*`)

// following is the end of words that follow each other from a place, or below 0.
func following(text string, words []string, at int) int {
	for _, one := range words {
		at += len(markup.FindString(text[at:min(len(text), at+furthest)]))
		if !strings.HasPrefix(text[at:], one) || !ends(text, at+len(one)) {
			return -1
		}
		at += len(one)
	}
	return at
}

// word is where a whole word stands first from a place on, or below 0.
func word(text, one string, from int) int {
	for from < len(text) {
		i := strings.Index(text[from:], one)
		if i < 0 {
			break
		}
		start := from + i
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		if from = start + len(one); (start == 0 || isBetween(before)) && ends(text, from) {
			return start
		}
	}
	return -1
}

// ends reports whether no word goes on at a place.
func ends(text string, at int) bool {
	after, _ := utf8.DecodeRuneInString(text[at:])
	return at == len(text) || isBetween(after)
}

// every is how many bytes of a file lie between two marks of a ruler.
const every = 1 << 12

// ruler tells the lines and columns of a file, from marks set once: one long line with a
// thousand claims is not counted a thousand times.
type ruler struct {
	file  string
	marks []spot
}

// spot is the line and column of a byte.
type spot struct{ line, column int }

func newRuler(file string) ruler {
	r := ruler{file: file, marks: []spot{{1, 1}}}
	for at := every; at <= len(file); at += every {
		r.marks = append(r.marks, r.marks[len(r.marks)-1].over(file[at-every:at]))
	}
	return r
}

// over is the spot behind more of the file. A character counts where it begins.
func (s spot) over(text string) spot {
	if last := strings.LastIndexByte(text, '\n'); last >= 0 {
		s.line, s.column, text = s.line+strings.Count(text, "\n"), 1, text[last+1:]
	}
	for i := range len(text) {
		if utf8.RuneStart(text[i]) {
			s.column++
		}
	}
	return s
}

func (r ruler) place(start, end int) Place {
	from, to := r.at(start), r.at(end)
	return Place{from.line, from.column, to.line, to.column}
}

func (r ruler) at(byte int) spot {
	n := byte / every
	return r.marks[n].over(r.file[n*every : byte])
}
