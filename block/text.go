package block

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/phrase"
)

// Text is words in spans, each in one style. Styles help and never carry meaning
// alone: a format may leave them away.
type Text []Span

// Span is words in one style. Words that lead somewhere have an address.
type Span struct {
	Words   string
	Style   Style
	Address string
}

// Style is how words stand out.
type Style int

// The styles. Woman, Man and Nonbinary are the colours of people of a gender, Right
// and Wrong those of what holds and what does not.
const (
	Normal Style = iota
	Bold
	Faint
	Underlined
	Woman
	Man
	Nonbinary
	Right
	Wrong
)

// Plain is words as they are.
func Plain(words string) Text { return Styled(words, Normal) }

// Strong is words that a reader is to see first.
func Strong(words string) Text { return Styled(words, Bold) }

// Quiet is words that a reader may pass over.
func Quiet(words string) Text { return Styled(words, Faint) }

// Styled is words in a style.
func Styled(words string, s Style) Text { return Text{{Words: words, Style: s}} }

// Link is words that lead to an address; no words are the address itself.
func Link(words, address string) Text { return Text{{Words: words, Address: address}} }

// Join is texts one after the other.
func Join(texts ...Text) (joined Text) {
	for _, t := range texts {
		joined = append(joined, t...)
	}
	return joined
}

// Texts are words as they are, each a text.
func Texts(words ...string) []Text { return phrase.Each(words, Plain) }

// String is the words alone.
func (t Text) String() (words string) {
	for _, span := range t {
		words += span.Words
	}
	return words
}

// marks stand for a person: shape carries the meaning, colour only helps.
var marks = map[rolecall.Gender]string{
	rolecall.Woman: "●", rolecall.Man: "○", rolecall.Nonbinary: "◆", rolecall.Unknown: "?",
}

// Mark stands for one person of a gender.
func Mark(g rolecall.Gender) Text { return Marked("", g) }

// Marked is words in the colour of a gender, its mark behind them.
func Marked(words string, g rolecall.Gender) Text { return Styled(words+marks[g], styleOf(g)) }

func styleOf(g rolecall.Gender) Style {
	switch g {
	case rolecall.Woman:
		return Woman
	case rolecall.Man:
		return Man
	case rolecall.Nonbinary:
		return Nonbinary
	}
	return Faint
}

// Legend explains the marks.
func Legend() Text {
	var legend Text
	for _, g := range rolecall.Genders() {
		legend = append(legend, Join(Mark(g), Plain(" "+g.Words()+"  "))...)
	}
	return append(legend, Plain(phrase.None+" "+phrase.NoCredit)...)
}

// Trimmed is a text without blanks at its beginning and end.
func (t Text) Trimmed() Text {
	t = slices.Clone(t)
	for len(t) > 0 && strings.TrimSpace(t[0].Words) == "" {
		t = t[1:]
	}
	for len(t) > 0 && strings.TrimSpace(t[len(t)-1].Words) == "" {
		t = t[:len(t)-1]
	}
	if len(t) > 0 {
		t[0].Words = strings.TrimLeft(t[0].Words, " \t")
		t[len(t)-1].Words = strings.TrimRight(t[len(t)-1].Words, " \t")
	}
	return t
}
