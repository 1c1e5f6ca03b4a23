// Package speech finds who speaks in an article: what is quoted and what is reported,
// by whom, with which verb, how long, and to whom it was said.
//
// Newsrooms count the people they quote, as who is quoted is who is heard. The count
// is of words and of quotations; a speaker of whom nobody has stated the gender
// counts as unknown, and so does a quotation whose speaker the text does not name.
package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rolecall/press/english"
	"rolecall/press/mention"
)

// None is the speaker of a quotation whom the text does not name.
const None = -1

// Quotation is what somebody is quoted or reported as saying.
type Quotation struct {
	english.Span
	Text string
	// Direct says that it stands in quotation marks.
	Direct bool
	// Speaker is the place of the person in the entities found, or None.
	Speaker int
	// Verb is "said", "revealed" …; empty where the text has none.
	Verb string
	// Words is its length.
	Words int
	// Where is to whom or in what it was said: "Variety".
	Where string
}

// verbs of saying, as a writer of news uses them.
var verbs = wordSet("said says say told tells explained explains explain added adds revealed reveals recalled recalls argued argues noted notes insisted insists admitted admits announced announces confirmed confirms wrote writes continued continues joked jokes observed observes remarked remarks replied replies asked asks declared declares stated states warned warns claimed claims described describes called laughs laughed pointed suggested suggests promised teased teases")

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// shortest is the least number of words of a quotation; less is a title, a nickname
// or a word held at arm's length.
const shortest = 4

// Find finds the quotations of a text, in its order.
func Find(text string, sentences []english.Sentence, found mention.Found) []Quotation {
	f := finder{text: text, sentences: sentences, found: found}
	for at := 0; at < len(sentences); {
		end := at + 1
		for end < len(sentences) && sentences[end].Paragraph == sentences[at].Paragraph {
			end++
		}
		f.paragraph(at, end)
		at = end
	}
	return f.quotations
}

type finder struct {
	text       string
	sentences  []english.Sentence
	found      mention.Found
	quotations []Quotation
	// mention is the first mention not yet passed, last the person named last.
	mention  int
	speaker  int
	hasSpoke bool
	where    string
}

// paragraph reads the sentences from a place to another, a paragraph.
func (f *finder) paragraph(from, to int) {
	p := f.open(from, to)
	for s := from; s < to; s++ {
		f.noteWhere(f.sentences[s])
	}
	direct := f.direct(english.Span{Start: f.sentences[from].Start, End: f.sentences[to-1].End})
	first := len(f.quotations)
	for _, span := range direct {
		q := Quotation{Span: span, Text: f.text[span.Start:span.End], Direct: true, Speaker: None, Words: words(f.text[span.Start:span.End])}
		if q.Words < shortest {
			continue
		}
		q.Speaker, q.Verb = p.attribution(span)
		f.quotations = append(f.quotations, q)
	}
	f.shareSpeaker(first)
	for s := from; s < to; s++ {
		f.indirect(p, f.sentences[s], direct)
	}
	for i := first; i < len(f.quotations); i++ {
		f.quotations[i].Where = f.where
	}
	if len(direct) == 0 {
		f.hasSpoke = false
	}
}

// shareSpeaker gives quotations without a speaker the one of their paragraph, or of
// the paragraph before if that was a quotation too.
func (f *finder) shareSpeaker(first int) {
	if len(f.quotations) == first {
		return
	}
	speaker := None
	for _, q := range f.quotations[first:] {
		if q.Speaker != None && speaker == None {
			speaker = q.Speaker
		}
	}
	if speaker == None && f.hasSpoke && first > 0 {
		speaker = f.quotations[first-1].Speaker
	}
	for i := first; i < len(f.quotations); i++ {
		if f.quotations[i].Speaker == None {
			f.quotations[i].Speaker = speaker
		}
	}
	f.hasSpoke = true
}

// direct are the stretches in quotation marks of a paragraph. One that is not closed
// goes on to the paragraph's end, as quotations of several paragraphs do.
func (f *finder) direct(within english.Span) []english.Span {
	var all []english.Span
	open, mark := -1, rune(0)
	before := ' '
	for at := within.Start; at < within.End; {
		r, size := utf8.DecodeRuneInString(f.text[at:within.End])
		next, _ := utf8.DecodeRuneInString(f.text[at+size : within.End])
		switch {
		case open < 0 && opens(r, before, next):
			open, mark = at, r
		case open >= 0 && closes(mark, r, before, next):
			all = append(all, english.Span{Start: open, End: at + size})
			open = -1
		}
		before = r
		at += size
	}
	if open >= 0 {
		all = append(all, english.Span{Start: open, End: within.End})
	}
	return all
}

func opens(r, before, next rune) bool {
	switch r {
	case 0x201C, '"', 0x201E:
		return true
	case 0x2018, '\'':
		return (unicode.IsSpace(before) || before == '(') && unicode.IsUpper(next)
	}
	return false
}

func closes(mark, r, before, next rune) bool {
	switch mark {
	case 0x201C, 0x201E:
		return r == 0x201D || r == 0x201C && mark == 0x201E
	case '"':
		return r == '"'
	}
	ends := !unicode.IsLetter(next) && !unicode.IsDigit(next)
	return (r == 0x2019 || r == '\'') && ends && (unicode.IsPunct(before) || mark == r && before != 's')
}

func words(text string) int {
	n := 0
	for w := range strings.FieldsSeq(text) {
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

// noteWhere notes to whom somebody speaks: "Speaking to Variety magazine", "told the
// BBC", "in an interview with Deadline".
func (f *finder) noteWhere(s english.Sentence) {
	for i, t := range s.Tokens {
		next := i + 1
		switch t.Lower {
		case "told", "tells":
		case "speaking", "spoke", "talking", "talked", "interview", "interviewed":
			if next < len(s.Tokens) && (s.Tokens[next].Lower == "to" || s.Tokens[next].Lower == "with" || s.Tokens[next].Lower == "by") {
				next++
			} else {
				continue
			}
		default:
			continue
		}
		if next < len(s.Tokens) && s.Tokens[next].Lower == "the" {
			next++
		}
		end := next
		for end < len(s.Tokens) && s.Tokens[end].IsCapital() {
			end++
		}
		if end > next && !f.isPerson(s.Tokens[next].Span) {
			f.where = f.text[s.Tokens[next].Start:s.Tokens[end-1].End]
		}
	}
}

func (f *finder) isPerson(span english.Span) bool {
	for _, m := range f.found.Mentions {
		if m.Start > span.End {
			return false
		}
		if m.Class == english.Person && m.Overlaps(span) {
			return true
		}
	}
	return false
}
