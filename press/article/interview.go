package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rolecall/press/english"
)

// turn is whose turn of an interview a line begins.
type turn string

const (
	noTurn turn = ""
	asked  turn = "asked"
	told   turn = "told"
)

// longestQuestion bounds what an interviewer asks, in bytes.
const longestQuestion = 280

// interview finds the turns of an interview: by "Q:" and "A:", by the names before
// colons, or by questions that stand alone between answers.
func (p *draft) interview() []turn {
	turns := make([]turn, len(p.lines))
	if p.lettered(turns) || p.named(turns) {
		return turns
	}
	p.alone(turns)
	return turns
}

// speakerOf is the letter or name before the colon of a line, or "".
func (p *draft) speakerOf(i int) string {
	f, s := p.forms[i], p.words(i)
	if len(s) > 2 && (s[0] == 'Q' || s[0] == 'A') && (s[1] == ':' || s[1] == '.') && s[2] == ' ' {
		return s[:1]
	}
	if !f.labelled(s) || f.known || f.mark > 0 {
		return ""
	}
	return s[f.label.Start:f.label.End]
}

func (p *draft) lettered(turns []turn) bool {
	questions, answers := 0, 0
	for i := range p.lines {
		switch p.speakerOf(i) {
		case "Q", "Question":
			turns[i] = asked
			questions++
		case "A", "Answer":
			turns[i] = told
			answers++
		}
	}
	if questions > 0 && answers > 0 {
		return true
	}
	clear(turns)
	return false
}

// named finds turns by names: two or more that come again, before what are sentences.
func (p *draft) named(turns []turn) bool {
	type speaker struct{ lines, stopped, asking int }
	speakers := make(map[string]*speaker)
	for i := range p.lines {
		name := initials(p.speakerOf(i))
		if name == "" {
			continue
		}
		if speakers[name] == nil {
			speakers[name] = &speaker{}
		}
		s := speakers[name]
		s.lines++
		if p.forms[i].stopped {
			s.stopped++
		}
		if p.forms[i].asks {
			s.asking++
		}
	}
	asks, most, again := "", 0, 0
	for i := range p.lines {
		name := initials(p.speakerOf(i))
		s := speakers[name]
		if s == nil || s.lines < 2 || s.stopped*10 < s.lines*7 {
			delete(speakers, name)
			continue
		}
		if turns[i] = told; s.asking > most {
			asks, most = name, s.asking
		}
		again++
	}
	if len(speakers) < 2 || most == 0 || again < 4 {
		clear(turns)
		return false
	}
	for i := range p.lines {
		if turns[i] != noTurn && initials(p.speakerOf(i)) == asks {
			turns[i] = asked
		}
	}
	return true
}

// initials are those of a name of several words, by which a speaker goes after the first
// time, and a single word as it is; nothing where the words are no name.
func initials(name string) string {
	words := strings.Fields(name)
	var letters strings.Builder
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(first) {
			return ""
		}
		letters.WriteRune(first)
	}
	if len(words) == 1 || len(words) > 4 {
		return strings.ReplaceAll(name, ".", "")
	}
	return letters.String()
}

// alone finds questions that are paragraphs of their own, each with an answer after it:
// two at least, or one that is answered by a quotation.
func (p *draft) alone(turns []turn) {
	found := 0
	for i := 0; i+1 < len(p.lines); i++ {
		f := p.forms[i]
		if !f.asks || !p.first(i) || !p.last(i) || len(p.words(i)) > longestQuestion || f.mark > 0 || f.stamp > 0 || isQuoted(p.words(i)) {
			continue
		}
		if of := p.lines[i].of; of != nil && of.shape != "" && of.shape != english.Paragraph && of.shape != english.Heading || p.forms[i+1].asks && p.last(i+1) {
			continue
		}
		if f.title && len(strings.Fields(p.words(i))) < 4 && (i == 0 || p.forms[i+1].known) {
			continue
		}
		turns[i] = asked
		found++
		if next, _ := utf8.DecodeRuneInString(p.words(i + 1)); found == 1 && i > 0 && strings.ContainsRune(`"“‘`, next) {
			found++
		}
	}
	if found < 2 {
		clear(turns)
	}
}

// turn is the block that a turn of an interview begins.
func (p *draft) turn(i int) shaped {
	found := shaped{Shape: english.Question}
	if p.turns[i] == told {
		found.Shape = english.Answer
	}
	switch name := p.speakerOf(i); name {
	case "Q", "A", "Question", "Answer":
		words := p.words(i)
		if said := strings.TrimLeft(words[len(name)+1:], " \t*_"); said != "" {
			found.start = len(words) - len(said)
		}
	}
	return found
}
