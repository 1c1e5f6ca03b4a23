package article

import (
	"regexp"
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
	for i, s := range spans {
		words := strings.FieldsFunc(a.Text[s.Start:s.End], isBetween)
		if len(words) == 0 {
			continue
		}
		before := len(occurrences(a.Text[:s.Start]+a.Text[s.Start:s.End], words, -1)) - 1
		if found := occurrences(a.file[body:], words, before+1); before >= 0 && len(found) > before {
			places[i] = placeOf(a.file, body+found[before].Start, body+found[before].End)
		}
	}
	return places
}

func isBetween(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
}

// occurrences are where words stand one behind the other in a text, with nothing but
// markup between them; at most as many as most, or all if that is below 0.
func occurrences(text string, words []string, most int) (all []english.Span) {
	for at := 0; len(all) != most; {
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

func placeOf(file string, start, end int) Place {
	line, column := lineAndColumn(file[:start])
	endLine, endColumn := lineAndColumn(file[:end])
	return Place{line, column, endLine, endColumn}
}

func lineAndColumn(before string) (line, column int) {
	return 1 + strings.Count(before, "\n"), 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
}
