package witness

import (
	"strings"
	"unicode/utf8"

	"rolecall/press/english"
)

// A model reads a page at a time better than a book: the answer to a long text leaves most of
// it out. So a text is asked about in passages, each with what stands before it, which says
// who "she" is.

// The lengths of passages, in bytes.
const (
	// passageLength is about 300 words; a passage ends with its paragraph where that makes
	// it not much longer.
	passageLength = 2000
	// headLength and tailLength are how much of the beginning of the text, and of what
	// stands right before the passage, is given with it.
	headLength = 600
	tailLength = 1000
)

// passage is a run of sentences.
type passage struct {
	english.Span
	first, last int
}

// passagesOf cuts the sentences of a text, of which what is set aside is none, into passages.
func passagesOf(text string, sentences []english.Sentence) []passage {
	var all []passage
	for i, s := range sentences {
		if n := len(all) - 1; n >= 0 && all[n].last == i && goesOn(text, all[n], sentences[i-1], s) {
			all[n].End, all[n].last = s.End, i+1
			continue
		}
		all = append(all, passage{s.Span, i, i + 1})
	}
	return all
}

// goesOn reports whether a sentence belongs to a passage: nothing is left out before it, and
// the passage is short, or not so long yet that its paragraph is to be cut.
func goesOn(text string, p passage, before, s english.Sentence) bool {
	if strings.ContainsFunc(text[before.End:s.Start], isLetter) {
		return false
	}
	length := s.End - p.Start
	return length <= passageLength || s.Paragraph == before.Paragraph && length <= passageLength*3/2
}

func isLetter(r rune) bool { return r > ' ' && !strings.ContainsRune("*-•·–—|#>\u00a0", r) }

// halves are the two halves of a passage of several sentences.
func (p passage) halves(sentences []english.Sentence) (first, second passage, is bool) {
	if p.last-p.first < 2 {
		return p, p, false
	}
	middle := (p.first + p.last) / 2
	span := func(from, to int) passage {
		return passage{english.Span{Start: sentences[from].Start, End: sentences[to-1].End}, from, to}
	}
	return span(p.first, middle), span(middle, p.last), true
}

// question is what the model is asked about a passage.
func (p passage) question(text string) string {
	var b strings.Builder
	if head := upTo(text[:p.Start], headLength); strings.TrimSpace(head) != "" {
		b.WriteString("The article begins:\n<beginning>\n" + head + "\n</beginning>\n\n")
	}
	if p.Start > headLength {
		if tail := from(text[headLength:p.Start], tailLength); strings.TrimSpace(tail) != "" {
			b.WriteString("Right before the passage it says:\n<before>\n" + tail + "\n</before>\n\n")
		}
	}
	b.WriteString("List the claims of this passage:\n<passage>\n" + text[p.Start:p.End] + "\n</passage>")
	return b.String()
}

// upTo is the beginning of a text, and from its end, at most so long, cut between letters.
func upTo(text string, length int) string {
	if len(text) <= length {
		return text
	}
	for length > 0 && !utf8.RuneStart(text[length]) {
		length--
	}
	return text[:length]
}

func from(text string, length int) string {
	if len(text) <= length {
		return text
	}
	at := len(text) - length
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return text[at:]
}
