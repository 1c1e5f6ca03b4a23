package speech

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rolecall/press/english"
	"rolecall/press/mention"
)

// turn is what a paragraph is in an interview.
type turn struct {
	is bool
	// question says that the interviewer speaks.
	question bool
	// speaker is who answers, or None.
	speaker int
	// from is where the words begin, behind the label.
	from int
}

// interview is which paragraphs of a text are turns of one.
type interview struct {
	turns []turn
	// people are whom a label may name.
	people map[string]int
}

// label is the word before the colon with which a paragraph begins.
type label struct {
	text string
	from int
}

// findInterview finds turns that are labelled ("Q:", "GERWIG:"), or else lines that ask
// somebody whom the text has introduced.
func (f *finder) findInterview() {
	f.interview = interview{make([]turn, len(f.paragraphs)), labelsOf(f.found.Entities)}
	if !f.labelled(f.interview.turns) {
		f.unlabelled(f.interview.turns)
	}
}

// turn keeps a turn of an interview.
func (f *finder) turn(at int, t turn) {
	p := f.paragraphs[at]
	span := english.Span{Start: max(t.from, p.Start), End: p.End}
	text := f.text[span.Start:span.End]
	switch n := words(text); {
	case t.question:
		f.drop(span, AskedBy)
	case n < shortest:
		f.drop(span, Short)
	default:
		q := Quotation{Span: span, Text: text, Direct: true, Speaker: t.speaker, Words: n}
		if t.speaker != None {
			q.Where = f.where[t.speaker]
		}
		f.result.Quotations = append(f.result.Quotations, q)
	}
	f.goesOn, f.announced = nobody, nobody
}

// longestLabel bounds a label, in bytes.
const longestLabel = 40

// labelOf reads "Q:", "GERWIG:", "Greta Gerwig:" at the start of a paragraph.
func (f *finder) labelOf(p *paragraph) (label, bool) {
	text := f.text[p.Start:p.End]
	colon := strings.IndexByte(text[:min(len(text), longestLabel)], ':')
	if colon < 0 && len(text) > 3 && (text[:3] == "Q. " || text[:3] == "A. ") {
		colon = 1
	}
	if colon < 1 {
		return label{}, false
	}
	name := strings.Trim(text[:colon], "*_ ")
	for _, w := range strings.Fields(name) {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return label{}, false
		}
	}
	after := strings.TrimLeft(text[colon+1:], "*_ \u00a0\t")
	if name == "" || after == "" || first(after) != 0 || len(strings.Fields(name)) > 3 {
		return label{}, false
	}
	return label{name, p.End - len(after)}, true
}

// asker are labels of whoever asks.
var asker = wordSet("q question interviewer host moderator variety deadline indiewire reporter")

// answerer are labels of whoever answers without a name.
var answerer = wordSet("a answer")

// labelled finds turns with labels. Two of them at least must read as speech, so that a
// list of names with their jobs is none.
func (f *finder) labelled(turns []turn) bool {
	labels := make([]label, len(turns))
	count, spoken, first, last := 0, 0, -1, -1
	for i, p := range f.paragraphs {
		l, ok := f.labelOf(p)
		if !ok || !f.isTurn(l) {
			continue
		}
		labels[i] = l
		count++
		if isSpoken(f.text[l.from:p.End]) {
			spoken++
		}
		if first < 0 {
			first = i
		}
		last = i
	}
	if count < 2 || spoken*2 < count {
		return false
	}
	guest := f.guest(first)
	question, speaker := false, None
	for i := first; i <= last; i++ {
		p := f.paragraphs[i]
		if labels[i].text != "" {
			question, speaker = f.speakerOf(labels[i].text, guest)
			turns[i] = turn{true, question, speaker, labels[i].from}
		} else {
			turns[i] = turn{true, question, speaker, p.Start} // an answer of several paragraphs
		}
	}
	return true
}

// isTurn reports whether a label is one of an interview.
func (f *finder) isTurn(l label) bool {
	lower := strings.ToLower(l.text)
	if asker[lower] || answerer[lower] {
		return true
	}
	return f.labelPerson(l.text) != None
}

// several stands for a label that may be that of several people.
const several = -2

// labelsOf are the labels that people may have, in lower case: their names, in full and
// alone, and in capitals their initials.
func labelsOf(entities []mention.Entity) map[string]int {
	all := make(map[string]int)
	for i, e := range entities {
		if e.Class != english.Person {
			continue
		}
		whole := mention.Fold(e.Name)
		parts := strings.Fields(whole)
		names := []string{whole}
		if len(parts) > 1 {
			initials := ""
			for _, part := range parts {
				r, _ := utf8.DecodeRuneInString(part)
				initials += string(unicode.ToUpper(r))
			}
			names = append(names, parts[0], parts[len(parts)-1], initials)
		}
		for _, name := range slices.Compact(names) {
			if other, taken := all[name]; taken && other != i {
				all[name] = several
			} else {
				all[name] = i
			}
		}
	}
	return all
}

// labelPerson is whom a label names: in full, by one of the names, or by initials.
func (f *finder) labelPerson(name string) int {
	if one, is := f.interview.people[name]; is && strings.ToUpper(name) == name && one >= 0 {
		return one
	}
	if one, is := f.interview.people[mention.Fold(name)]; is && one >= 0 {
		return one
	}
	return None
}

func (f *finder) speakerOf(name string, guest int) (question bool, speaker int) {
	lower := strings.ToLower(name)
	switch {
	case asker[lower]:
		return true, None
	case answerer[lower]:
		return false, guest
	}
	return false, f.labelPerson(name)
}

// guest is who is interviewed: the only person whom the text names before the first turn,
// or whom its first line names alone.
func (f *finder) guest(before int) int {
	only, headline := None, None
	for i, p := range f.paragraphs[:before] {
		for _, u := range p.units {
			if u.kind != person {
				continue
			}
			if i == 0 && headline == None {
				headline = u.entity
			} else if i == 0 && headline != u.entity {
				return None
			}
			if only != None && only != u.entity {
				return headline
			}
			only = u.entity
		}
	}
	return only
}

// addressing are the words of somebody who speaks to somebody.
var addressing = wordSet("you your you're you've you'd you'll yours")

// first-person words are those of somebody who speaks for himself or herself.
var firstPerson = wordSet("i i'm i've i'd i'll me my mine we we're we've we'd our us")

func hasWord(text string, words map[string]bool) bool {
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		w = strings.ReplaceAll(strings.TrimFunc(w, func(r rune) bool { return !isWordRune(r) }), "’", "'")
		if words[w] {
			return true
		}
	}
	return false
}

func isQuestion(text string) bool { return strings.HasSuffix(strings.TrimRight(text, " *_"), "?") }

func isSpoken(text string) bool {
	return isQuestion(text) || hasWord(text, firstPerson) || hasWord(text, addressing)
}

// announcing are the words with which an interview is announced.
var announcing = wordSet("interview q&a talks talk talked spoke speaks tells told chats chatted asked conversation discusses discussed answers answered questions on explains reflects reveals opens")

// longestQuestion bounds a line that asks, in words.
const longestQuestion = 60

// unlabelled finds lines that ask "you" something, each followed by what somebody says
// of himself or herself, in a text that announces a talk with one person.
func (f *finder) unlabelled(turns []turn) {
	first, questions, asking, answers, spoken := -1, 0, 0, 0, 0
	for i, p := range f.paragraphs {
		text := f.text[p.Start:p.End]
		if len(p.stretches) == 0 && isQuestion(text) && words(text) <= longestQuestion {
			if first < 0 {
				first = i
			}
			questions++
			if hasWord(text, addressing) {
				asking++
			}
			continue
		}
		if first >= 0 {
			answers++
			if hasWord(text, firstPerson) {
				spoken++
			}
		}
	}
	if questions < 2 || asking*2 < questions || answers < questions || spoken*2 < answers {
		return
	}
	guest, announced := f.guest(first), false
	for _, p := range f.paragraphs[:first] {
		announced = announced || hasWord(f.text[p.Start:p.End], announcing)
	}
	if guest == None || !announced {
		return
	}
	for i := first; i < len(turns); i++ {
		p := f.paragraphs[i]
		text := f.text[p.Start:p.End]
		question := len(p.stretches) == 0 && isQuestion(text) && words(text) <= longestQuestion
		if !question && i > first && !turns[i-1].is {
			continue
		}
		if !question && !turns[i-1].question && !hasWord(text, firstPerson) {
			continue // what the writer adds at the end
		}
		turns[i] = turn{true, question, guest, p.Start}
	}
}
