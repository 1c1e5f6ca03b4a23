package english

import (
	"strings"
	"unicode"
)

// Sentence is a sentence, a heading or a line of a list.
type Sentence struct {
	Span
	Tokens []Token
	// Paragraph counts from 0.
	Paragraph int
	// Block is the place of its block among those of the article.
	Block int
	// Question says that it ends in a question mark.
	Question bool
}

// longestSentence bounds a sentence, in tokens; a longer one is cut. No writer's
// sentence is that long, and the bound keeps the time of reading in proportion to the
// text.
const longestSentence = 160

// Sentences splits a text into its sentences, leaving out the stretches set aside,
// which must be in order.
func Sentences(text string, aside []Span) []Sentence {
	var all []Sentence
	for i, p := range paragraphs(text) {
		for len(aside) > 0 && aside[0].End <= p.Start {
			aside = aside[1:]
		}
		if len(aside) > 0 && aside[0].Overlaps(p) {
			continue
		}
		for _, s := range split(text, p) {
			s.Paragraph = i
			all = append(all, s)
		}
	}
	return all
}

// wrappedLine is the least length, in bytes, of a line that may be broken by its
// width and not by its sense.
const wrappedLine = 55

// paragraphs are the lines of a text, those that are only wrapped brought together.
func paragraphs(text string) []Span {
	var all []Span
	start, lineStart := 0, 0
	flush := func(end int) {
		if strings.TrimSpace(text[start:end]) != "" {
			all = append(all, Span{start, end})
		}
	}
	for i := 0; i < len(text); i++ {
		if text[i] != '\n' {
			continue
		}
		if !isWrapped(text, lineStart, i) {
			flush(i)
			start = i + 1
		}
		lineStart = i + 1
	}
	flush(len(text))
	return all
}

func isWrapped(text string, start, end int) bool {
	line := strings.TrimRight(text[start:end], " \t\r")
	if len(line) < wrappedLine || end+1 >= len(text) {
		return false
	}
	next, last := rune(text[end+1]), line[len(line)-1]
	if strings.IndexByte(".?!:\"", last) >= 0 || line[len(line)-1] >= 0x80 {
		return false
	}
	return unicode.IsLower(next) || unicode.IsUpper(next) || unicode.IsDigit(next)
}

func split(text string, paragraph Span) []Sentence {
	tokens := Tokens(text, paragraph)
	var all []Sentence
	start := 0
	cut := func(end int) {
		if end > start {
			part := tokens[start:end]
			all = append(all, Sentence{Span: Span{part[0].Start, part[len(part)-1].End}, Tokens: part, Question: asks(part)})
		}
		start = end
	}
	for i := range tokens {
		if end := sentenceEnd(tokens, i); end > 0 {
			cut(end)
		} else if i-start >= longestSentence {
			cut(i)
		}
	}
	cut(len(tokens))
	return all
}

// sentenceEnd is the place after the sentence that token i ends, or 0. Closing
// quotation marks and brackets belong to it.
func sentenceEnd(tokens []Token, i int) int {
	if t := tokens[i].Text; t != "." && t != "?" && t != "!" && t != "…" {
		return 0
	}
	end := i + 1
	for end < len(tokens) && !tokens[end].Spaced && isCloser(tokens[end].Text) {
		end++
	}
	if end == len(tokens) {
		return end
	}
	if next := tokens[end]; !next.Spaced || next.IsWord() && !next.IsCapital() && !unicode.IsDigit(rune(next.Text[0])) {
		return 0
	}
	return end
}

func isCloser(sign string) bool {
	return sign == `"` || sign == "'" || sign == ")" || sign == "]" || sign == "." || sign == "?" || sign == "!"
}

func asks(tokens []Token) bool {
	for i := len(tokens) - 1; i >= 0 && !tokens[i].IsWord(); i-- {
		if tokens[i].Text == "?" {
			return true
		}
	}
	return false
}
