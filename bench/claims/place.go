package main

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rolecall/press/english"
)

// This file knows where words stand in a text, which may have been set anew when it was
// read.

// occurrences are the places of a quotation in a text, however it is capitalised.
func occurrences(text, quote string) []english.Span {
	text, quote = lower(text), lower(quote)
	var all []english.Span
	for at := 0; quote != ""; {
		i := strings.Index(text[at:], quote)
		if i < 0 {
			break
		}
		all = append(all, english.Span{Start: at + i, End: at + i + len(quote)})
		at += i + 1
	}
	return all
}

// lower is a text in small letters with every byte where it was.
func lower(text string) string {
	return strings.Map(func(r rune) rune {
		if small := unicode.ToLower(r); utf8.RuneLen(small) == utf8.RuneLen(r) {
			return small
		}
		return r
	}, text)
}

var word = regexp.MustCompile(`[\p{L}\p{N}_]+`)

// loosely is where words stand first, whatever white space, or else whatever signs, are
// between them: list marks and quotation marks may have been set anew.
func loosely(text, words string) (english.Span, bool) {
	parts := strings.Fields(words)
	for i, p := range parts {
		parts[i] = regexp.QuoteMeta(p)
	}
	for _, pattern := range []string{
		strings.Join(parts, `[\s\v\p{Z}]+`),
		strings.Join(word.FindAllString(words, -1), `[^\p{L}\p{N}_]+`),
	} {
		if at := regexp.MustCompile(pattern).FindStringIndex(text); at != nil {
			return english.Span{Start: at[0], End: at[1]}, true
		}
	}
	return english.Span{}, false
}

// nearest is where words stand in a text, of several places the one that begins nearest
// to start.
func nearest(text, words string, start int) (english.Span, bool) {
	places := occurrences(text, words)
	if len(places) == 0 {
		return loosely(text, words)
	}
	away := func(s english.Span) int { return max(s.Start-start, start-s.Start) }
	return slices.MinFunc(places, func(a, b english.Span) int { return cmp.Compare(away(a), away(b)) }), true
}
