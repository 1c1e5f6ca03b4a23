// Package speech finds who speaks in an article: what is quoted and what is reported,
// by whom, with which verb, how long, and to whom it was said.
//
// Newsrooms count the people they quote, as who is quoted is who is heard. The count
// is of words and of quotations; a speaker of whom nobody has stated the gender
// counts as unknown, and so does a quotation whose speaker the text does not name.
//
// To give somebody's words to another is the worst that can be done here, so a speaker
// is named only where the text leaves no second reading: "she said" after two women who
// do the same thing is nobody's. What stands in quotation marks and is no quotation
// (a title, a line of a film) is listed with the reason why not.
package speech

import (
	"strings"

	"rolecall/press/english"
	"rolecall/press/mention"
)

// None is the speaker of a quotation whom the text does not name.
const None = -1

// Quotation is what somebody is quoted or reported as saying.
type Quotation struct {
	english.Span
	Text string
	// Direct says that it stands in quotation marks or is the turn of an interview.
	Direct bool
	// Speaker is the place of the person in the entities found, or None.
	Speaker int
	// Called is what the text calls a speaker whom it does not name: "critics", "a
	// spokesman".
	Called string
	// Verb is "said", "revealed" …; empty where the text has none.
	Verb string
	// Words is its length.
	Words int
	// Where is to whom or in what it was said: "Variety".
	Where string
}

// Dropped is a stretch that looks like a quotation and is none.
type Dropped struct {
	english.Span
	Why string
}

// Why a stretch is no quotation.
const (
	Short        = "shorter than four words"
	Unclosed     = "no mark ends it"
	ATitle       = "a title"
	Dialogue     = "a line of a character or film"
	AtArmsLength = "words held at arm's length"
	Organisation = "an organisation speaks"
	AskedBy      = "a question of the interviewer"
)

// Result is what a text quotes, and what only looks so, each in the text's order.
type Result struct {
	Quotations []Quotation
	Dropped    []Dropped
}

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

// Find finds the quotations of a text.
func Find(text string, sentences []english.Sentence, found mention.Found) Result {
	f := newFinder(text, sentences, found)
	for i := range f.paragraphs {
		if turn := f.interview.turns[i]; turn.is {
			f.turn(i, turn)
			continue
		}
		f.read(i)
	}
	return f.result
}

// finder goes through a text paragraph by paragraph and remembers who was named.
type finder struct {
	text       string
	found      mention.Found
	paragraphs []*paragraph
	result     Result
	people     people
	interview  interview
	// named are the people named so far, in order.
	named []naming
	// where is to whom each speaker speaks, as said so far.
	where map[int]string
	// goesOn is the speaker of a quotation that the paragraph before left open.
	goesOn attribution
	// announced is who speaks after the colon with which the paragraph before ended.
	announced attribution
}

func newFinder(text string, sentences []english.Sentence, found mention.Found) *finder {
	f := &finder{text: text, found: found, where: make(map[int]string), goesOn: nobody, announced: nobody}
	f.paragraphs = paragraphsOf(text, sentences, found)
	f.people = newPeople(f.paragraphs, found)
	f.findInterview()
	return f
}

// quote keeps a stretch as a quotation, or says why it is none.
func (f *finder) quote(p *paragraph, s stretch, a attribution) {
	if why := f.whyNot(p, s, a); why != "" {
		f.drop(s.Span, why)
		return
	}
	text := f.text[s.Start:s.End]
	q := Quotation{Span: s.Span, Text: text, Direct: true, Speaker: a.entity, Called: a.called, Verb: a.verb, Words: words(text), Where: a.where}
	if q.Where == "" && q.Speaker != None {
		q.Where = f.where[q.Speaker]
	}
	f.result.Quotations = append(f.result.Quotations, q)
}

func (f *finder) drop(span english.Span, why string) {
	f.result.Dropped = append(f.result.Dropped, Dropped{span, why})
}

func words(text string) int {
	n := 0
	for w := range strings.FieldsSeq(text) {
		if strings.ContainsFunc(w, isWordRune) {
			n++
		}
	}
	return n
}
