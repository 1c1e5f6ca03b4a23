package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
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

// Sentences splits a text into its sentences, block by block, leaving out what is set
// aside. Blocks and stretches must be in order. Where there are no blocks, every
// paragraph of the text is one, and the marks of lists are left out.
func Sentences(text string, blocks []Block, aside []Span) []Sentence {
	if len(blocks) == 0 {
		blocks = paragraphBlocks(text)
	}
	var all []Sentence
	for i, b := range blocks {
		for len(aside) > 0 && aside[0].End <= b.Start {
			aside = aside[1:]
		}
		if len(aside) > 0 && aside[0].Overlaps(b.Span) {
			continue
		}
		for _, s := range split(text, b.Span) {
			s.Paragraph, s.Block = i, i
			all = append(all, s)
		}
	}
	return all
}

func paragraphBlocks(text string) []Block {
	var all []Block
	for _, p := range paragraphs(text) {
		p.Start += ListMark(text[p.Start:p.End])
		all = append(all, Block{Span: p, Shape: Paragraph, Under: None})
	}
	return all
}

// listSigns are the signs that writers put before the items of a list.
const listSigns = "-*+•‣▪■●○◦·∙–➤►▶✓"

// ListMark is the length of the mark of a list with which a line begins, with the white
// space around it: "- ", "• ", "12. ", "a) ". It is 0 where there is none.
func ListMark(line string) int {
	rest := strings.TrimLeft(line, " \t\u00a0")
	r, size := utf8.DecodeRuneInString(rest)
	switch {
	case size == 0 || r == utf8.RuneError:
		return 0
	case strings.ContainsRune(listSigns, r):
		rest = rest[size:]
		if r < 0x80 && !startsSpaced(rest) {
			return 0
		}
	default:
		number := strings.TrimLeft(rest, "0123456789")
		digits := len(rest) - len(number)
		if digits == 0 && rest[0] >= 'a' && rest[0] <= 'h' {
			digits, number = 1, rest[1:]
			if number == "" || number[0] != ')' {
				return 0
			}
		}
		if digits == 0 || digits > 3 || number == "" || number[0] != '.' && number[0] != ')' || !startsSpaced(number[1:]) {
			return 0
		}
		rest = number[1:]
	}
	text := strings.TrimLeft(rest, " \t\u00a0")
	if strings.TrimSpace(text) == "" {
		return 0
	}
	return len(line) - len(text)
}

func startsSpaced(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsSpace(r)
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
	return end+1 < len(text) && Wrapped(line, text[end+1:])
}

// Wrapped reports whether a line may be broken by its width and not by its sense, so
// that it goes on with what follows it.
func Wrapped(line, next string) bool {
	if len(line) < wrappedLine || next == "" {
		return false
	}
	first, last := rune(next[0]), line[len(line)-1]
	if strings.IndexByte(".?!:\"", last) >= 0 || last >= 0x80 {
		return false
	}
	return unicode.IsLower(first) || unicode.IsUpper(first) || unicode.IsDigit(first)
}

// split cuts a block into its sentences.
func split(text string, block Span) []Sentence {
	tokens := Tokens(text, block)
	var all []Sentence
	start := 0
	cut := func(end int) {
		for start < end {
			part := tokens[start:min(end, start+longestSentence)]
			all = append(all, Sentence{Span: Span{part[0].Start, part[len(part)-1].End}, Tokens: part, Question: asks(part)})
			start += len(part)
		}
	}
	for i := 0; i < len(tokens); i++ {
		if i > start && startsField(text, tokens, start, i) {
			cut(i)
		}
		stop := stopEnd(tokens, i)
		switch {
		case stop > i && endsSentence(tokens, i, stop):
			cut(stop)
			i = stop - 1
		case stop > i:
			i = stop - 1
		case i-start >= longestSentence:
			cut(i)
		}
	}
	cut(len(tokens))
	return all
}

// stopEnd is the place after the stop at a token, to which closing quotation marks and
// brackets belong; i where it is no stop.
func stopEnd(tokens []Token, i int) int {
	t := tokens[i].Text
	if isInitials(t) {
		return i + 1
	}
	if t != "." && t != "?" && t != "!" && t != "…" {
		return i
	}
	end := i + 1
	for end < len(tokens) && !tokens[end].Spaced && isCloser(tokens[end].Text) {
		end++
	}
	return end
}

// endsSentence reports whether the stop from a token to another ends a sentence.
func endsSentence(tokens []Token, i, end int) bool {
	if end == len(tokens) {
		return true
	}
	next := tokens[end]
	if !next.Spaced || next.IsWord() && !next.IsCapital() && !unicode.IsDigit(rune(next.Text[0])) {
		return false
	}
	if isInitials(tokens[i].Text) {
		return opens(tokens, end)
	}
	if tokens[i].Spaced && end > i+2 {
		return false // the dots that lead from a label to what it labels
	}
	return end > i+1 || tokens[i].Text != "." || !abbreviates(tokens, i)
}

// isInitials reports whether a token is initials, or stands after a name, with the
// full stop: "U.S.", "J.", "Jr.".
func isInitials(text string) bool {
	if len(text) < 2 || text[len(text)-1] != '.' {
		return false
	}
	return text[1] == '.' || text == "Jr." || text == "Sr."
}

// openers begin a sentence and no name.
var openers = wordSet("he she they it we but her his their its this that these those there who when what why how yet so and nobody both")

// bareOpeners do so where no name follows that begins with them: "The series", not
// "The Office".
var bareOpeners = wordSet("the a an in on at for with from after before all as if no not one two three some most")

// opens reports whether the word at a token surely begins a sentence.
func opens(tokens []Token, at int) bool {
	t := tokens[at]
	if openers[t.Lower] {
		return true
	}
	return bareOpeners[t.Lower] && at+1 < len(tokens) && tokens[at+1].IsWord() && !tokens[at+1].IsCapital()
}

// Abbreviations after which a sentence goes on: before a number, and before a name.
var (
	beforeNumber = wordSet("no nos ep eps vol vols ch pt pp p fig ca c jan feb mar apr jun jul aug sept sep oct nov dec")
	beforeName   = wordSet("bros dir dirs prod exec mt feat messrs hon asst assoc inc corp ltd co ep eps scr cinematog ft wr cf viz starr")
	beforeDay    = wordSet("Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun")
)

// abbreviates reports whether the full stop at a token belongs to a word cut short and
// ends no sentence.
func abbreviates(tokens []Token, i int) bool {
	if i == 0 || tokens[i].Spaced {
		return false
	}
	word, next := tokens[i-1], tokens[i+1]
	if next.Text == "-" && word.IsCapital() && len(word.Text) < 6 {
		return true // "MILLRACE, Ky. — The line outside"
	}
	number := unicode.IsDigit(rune(next.Text[0]))
	switch {
	case beforeNumber[word.Lower] && number:
		return true
	case beforeName[word.Lower]:
		return !number && !opens(tokens, i+1)
	case beforeDay[word.Text]:
		return number || months[next.Lower] > 0 || beforeNumber[next.Lower]
	case i >= 3 && tokens[i-2].Text == "." && !tokens[i-1].Spaced:
		switch tokens[i-3].Lower + word.Lower {
		case "am", "pm":
			return !opens(tokens, i+1)
		case "eg", "ie":
			return true
		}
	}
	return false
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
