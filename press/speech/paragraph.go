package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rolecall/press/english"
	"rolecall/press/mention"
)

// kind is what a unit of a paragraph is.
type kind int

const (
	word kind = iota
	mark      // a sign of punctuation
	person
	other // a title or another name
	quote
)

// unit is what a paragraph consists of to whoever looks for a speaker: a word, a sign, a
// name, or a whole quotation, whose own words say nothing of who says them.
type unit struct {
	english.Span
	kind    kind
	lower   string
	capital bool
	// entity is the person or title, quote the place among the paragraph's stretches.
	entity, quote int
}

// paragraph is a paragraph as units, with its sentences.
type paragraph struct {
	english.Span
	text      string
	units     []unit
	stretches []stretch
	// ends are where its sentences end among the units, the quotations taken for one
	// unit each.
	ends []int
	// last is the last sign of the paragraph.
	last string
}

// paragraphsOf brings sentences together, and turns their words into units.
func paragraphsOf(text string, sentences []english.Sentence, found mention.Found) []*paragraph {
	var all []*paragraph
	var tokens [][]english.Token
	for at := 0; at < len(sentences); {
		end := at
		var here []english.Token
		for end < len(sentences) && sentences[end].Paragraph == sentences[at].Paragraph {
			here = append(here, sentences[end].Tokens...)
			end++
		}
		span := english.Span{Start: sentences[at].Start, End: sentences[end-1].End}
		all = append(all, &paragraph{Span: span, text: text})
		tokens = append(tokens, here)
		at = end
	}
	mentions := found.Mentions
	open := style(0)
	goesOn := false
	for i, p := range all {
		next := style(0)
		if i+1 < len(all) {
			next = first(text[all[i+1].Start:all[i+1].End])
		}
		m := newMarks(text, p.Span, next)
		if open != 0 && !m.closesFirst(open) {
			open = 0
		}
		p.stretches = m.all(p.Span, open)
		if n := len(p.stretches); n > 0 {
			p.stretches[0].continued = open != 0 || goesOn && strings.TrimSpace(text[p.Start:p.stretches[0].Start]) == ""
		}
		open, goesOn = 0, false
		if n := len(p.stretches); n > 0 && p.stretches[n-1].unclosed {
			last := &p.stretches[n-1]
			goesOn = last.goesOn
			if !goesOn && i+1 < len(all) {
				style := first(text[last.Start:])
				after := newMarks(text, all[i+1].Span, 0)
				if style != 0 && style != single && after.closesFirst(style) {
					open, last.goesOn = style, true
				}
			}
		}
		mentions = p.read(tokens[i], mentions)
		p.split()
	}
	return all
}

// read turns tokens into units and returns the mentions that come later.
func (p *paragraph) read(tokens []english.Token, mentions []mention.Mention) []mention.Mention {
	at := 0 // the stretch that is next
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		for at < len(p.stretches) && p.stretches[at].End <= t.Start {
			at++
		}
		if at < len(p.stretches) && p.stretches[at].Start <= t.Start {
			if n := len(p.units); n == 0 || p.units[n-1].kind != quote || p.units[n-1].quote != at {
				p.units = append(p.units, unit{Span: p.stretches[at].Span, kind: quote, quote: at})
			}
			continue
		}
		for len(mentions) > 0 && mentions[0].Start < t.Start {
			mentions = mentions[1:]
		}
		u := unit{Span: t.Span, lower: t.Lower, capital: t.IsCapital()}
		if !t.IsWord() && t.Lower != "'s" && t.Lower != "n't" {
			u.kind = mark
		}
		if len(mentions) > 0 && mentions[0].Start == t.Start {
			u = p.nameOf(mentions[0])
			for i+1 < len(tokens) && tokens[i+1].Start < u.End {
				i++
			}
		}
		p.units = append(p.units, u)
	}
	if n := len(tokens); n > 0 {
		p.last = tokens[n-1].Text
	}
	return mentions
}

func (p *paragraph) nameOf(m mention.Mention) unit {
	u := unit{Span: m.Span, kind: other, lower: strings.ToLower(m.Text), capital: true, entity: m.Entity}
	if m.Class == english.Person {
		u.kind = person
	}
	return u
}

// longestSentence bounds a sentence, in units; a longer one is cut, so that looking
// through one sentence for each of its words stays cheap.
const longestSentence = 160

// split finds where the sentences end.
func (p *paragraph) split() {
	start := 0
	for i, u := range p.units {
		if i+1 == len(p.units) || p.isEnd(i, u) || i-start >= longestSentence {
			p.ends = append(p.ends, i+1)
			start = i + 1
		}
	}
}

func (p *paragraph) isEnd(i int, u unit) bool {
	next := p.units[i+1]
	begins := next.kind == quote || next.capital || next.kind == mark && strings.ContainsAny(next.lower, "([•*") ||
		next.kind == word && unicode.IsDigit(firstRune(next.lower))
	switch {
	case u.kind == quote:
		return begins && strings.ContainsRune(".?!…", p.stretches[u.quote].last)
	case u.kind == mark && strings.ContainsAny(u.lower, ".?!…"):
		return begins
	case u.kind == mark && (u.lower == ")" || u.lower == "]") && i > 0:
		before := p.units[i-1]
		return begins && before.kind == mark && strings.ContainsAny(before.lower, ".?!…")
	}
	return false
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// lower is a unit's word or sign in lower case; empty for names and quotations.
func (p *paragraph) lower(i int) string {
	if i < 0 || i >= len(p.units) || p.units[i].kind > mark {
		return ""
	}
	return p.units[i].lower
}

func (p *paragraph) kindAt(i int) kind {
	if i < 0 || i >= len(p.units) {
		return mark
	}
	return p.units[i].kind
}

// words writes units as the text has them.
func (p *paragraph) words(from, to int) string {
	if from >= to {
		return ""
	}
	return p.text[p.units[from].Start:p.units[to-1].End]
}
