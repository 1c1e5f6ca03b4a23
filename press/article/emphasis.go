package article

import (
	"regexp"
	"strings"

	"rolecall/press/english"
)

// emphasised are words between underscores or asterisks, as plain text and Markdown set
// what print sets in italics or bold: "_Barry Lyndon_". What stands before and behind keeps
// names with such signs in them whole: "M*A*S*H", "snake_case_names".
var emphasised = []*regexp.Regexp{
	regexp.MustCompile(`(^|[\s("“‘'—–/-])(_{1,3})([^\s_](?:[^_\n]*[^\s_])?)(_{1,3})($|[^\pL\pN_])`),
	regexp.MustCompile(`(^|[\s("“‘'—–/-])(\*{1,3})([^\s*](?:[^*\n]*[^\s*])?)(\*{1,3})($|[^\pL\pN*])`),
}

// mark is a pair of signs around words: where the words begin and end, with the signs and
// without.
type mark struct{ outerStart, start, end, outerEnd int }

// withoutEmphasis leaves out the signs around emphasised words, and tells which words stand
// in italics. Two signs together are bold, which says nothing of titles.
func withoutEmphasis(text string) (string, []english.Span) {
	if !strings.ContainsAny(text, "_*") {
		return text, nil
	}
	var italics []english.Span
	for _, pattern := range emphasised {
		var b strings.Builder
		kept := italics
		italics = nil
		at := 0
		for _, m := range marksOf(pattern, text) {
			italics, kept = moved(italics, kept, m.outerStart, at-b.Len())
			b.WriteString(text[at:m.outerStart])
			start := b.Len()
			b.WriteString(text[m.start:m.end])
			if m.start-m.outerStart != 2 {
				italics = append(italics, english.Span{Start: start, End: b.Len()})
			}
			at = m.outerEnd
		}
		italics, _ = moved(italics, kept, len(text), at-b.Len())
		b.WriteString(text[at:])
		text = b.String()
	}
	return text, italics
}

// moved takes over the spans before a place, as many bytes further on as were left out.
func moved(to, from []english.Span, before, by int) (taken, rest []english.Span) {
	for len(from) > 0 && from[0].End <= before {
		to = append(to, english.Span{Start: from[0].Start - by, End: from[0].End - by})
		from = from[1:]
	}
	for len(from) > 0 && from[0].Start < before {
		from = from[1:]
	}
	return to, from
}

// marksOf are the pairs of signs of a pattern, in order. The sign behind one pair may be that
// before the next.
func marksOf(pattern *regexp.Regexp, text string) []mark {
	var all []mark
	for at := 0; at < len(text); {
		m := pattern.FindStringSubmatchIndex(text[at:])
		if m == nil {
			break
		}
		if m[5]-m[4] == m[9]-m[8] {
			all = append(all, mark{outerStart: at + m[4], start: at + m[6], end: at + m[7], outerEnd: at + m[9]})
		}
		at += m[9]
	}
	return all
}
