package speech

import "strings"

// attribution is who says something, with which verb, and to whom.
type attribution struct {
	entity int
	called string
	verb   string
	where  string
	// told is the person who is told it, or None.
	told int
	// is says that the text has somebody say it, named or not.
	is bool
	// dialogue says that a character speaks, organisation that nobody does.
	dialogue, organisation bool
}

var nobody = attribution{entity: None, told: None}

// reading is a paragraph while its sentences are read.
type reading struct {
	*finder
	*paragraph
	at int
	// start and end bound the sentence, among the units.
	sentence, start, end int
	// speaker is who spoke last in the paragraph and may go on speaking.
	speaker attribution
	// listener is the person to whom something was said last, or None.
	listener int
	// bare says that the sentence before was a quotation and nothing else.
	bare bool
}

// read finds who speaks in a paragraph.
func (f *finder) read(at int) {
	p := f.paragraphs[at]
	r := &reading{finder: f, paragraph: p, at: at, speaker: f.announced, listener: None}
	f.announced = nobody
	if len(p.stretches) > 0 && p.stretches[0].continued {
		r.speaker = f.goesOn
	}
	f.goesOn = nobody
	r.signed()
	for s, end := range p.ends {
		r.sentence, r.end = s, end
		r.name(p, at, s, r.start, end)
		r.readSentence()
		r.start = end
	}
	if n := len(p.stretches); n > 0 && p.stretches[n-1].goesOn {
		f.goesOn = r.speaker
	}
	if p.last == ":" && len(p.ends) > 0 {
		r.start = 0
		if n := len(p.ends); n > 1 {
			r.start = p.ends[n-2]
		}
		f.announced = r.introduced(len(p.units))
	}
}

// longestSignature bounds the line that names who said what stands above it, in units.
const longestSignature = 14

// signed reads a line that signs the quotation above it: "— Greta Gerwig, director".
func (r *reading) signed() {
	if r.at == 0 || len(r.units) > longestSignature || r.lower(0) != "-" || r.kindAt(1) != person || !r.closesLine(2) {
		return
	}
	above := r.paragraphs[r.at-1]
	for i := len(r.result.Quotations) - 1; i >= 0 && above.Holds(r.result.Quotations[i].Span); i-- {
		if q := &r.result.Quotations[i]; q.Direct && q.Speaker == None && q.Called == "" && len(above.units) == 1 {
			q.Speaker = r.units[1].entity
		}
	}
}

// readSentence attributes the quotations of a sentence and then finds what it reports.
func (r *reading) readSentence() {
	var here []int
	for i := r.start; i < r.end; i++ {
		if r.kindAt(i) == quote {
			here = append(here, i)
		}
	}
	spoke := false
	said := r.speaker
	for n, i := range here {
		a := r.attribute(i)
		if !a.is && n > 0 && said.is && r.onlyJoins(here[n-1]+1, i) {
			a = said
		}
		if !a.is && r.standsAlone(i) {
			a = r.floating(i)
		}
		r.quote(r.paragraph, r.stretches[r.units[i].quote], a)
		if a.is {
			said, spoke = a, true
			r.remember(a, i)
		}
	}
	if a, ok := r.indirect(); ok && !spoke {
		said, spoke = a, true
		r.remember(a, r.end)
	}
	switch {
	case spoke:
		r.speaker = said
		if len(here) > 0 && r.handsOver(here[len(here)-1], said) {
			r.speaker = nobody
		}
	case len(here) == 0:
		r.passOver()
	case r.standsAlone(here[0]):
		r.speaker = nobody
	}
	r.bare = len(here) > 0 && r.standsAlone(here[len(here)-1])
}

// handsOver reports whether somebody else does something after a quotation in its sentence,
// and may be who speaks next: "…, and Zhao nodded."
func (r *reading) handsOver(quotation int, said attribution) bool {
	for i := len(r.named) - 1; i >= 0 && r.named[i].paragraph == r.at && r.named[i].sentence == r.sentence; i-- {
		n := r.named[i]
		if n.unit > quotation && n.entity != said.entity && (n.subject || r.lower(n.unit+1) == "," && r.lower(n.unit+2) == "who") {
			return true
		}
	}
	return false
}

// remember notes who has spoken, and to whom.
func (r *reading) remember(a attribution, unit int) {
	r.listener = a.told
	if a.entity == None {
		return
	}
	if a.where != "" && a.told == None {
		r.where[a.entity] = a.where
	}
	if n := len(r.named); n == 0 || r.named[n-1].entity != a.entity || r.named[n-1].paragraph != r.at || r.named[n-1].sentence != r.sentence || !r.named[n-1].subject {
		r.named = append(r.named, naming{r.at, r.sentence, unit, a.entity, "", true})
	}
}

// onlyJoins reports whether nothing but "and" stands between two quotations.
func (r *reading) onlyJoins(from, to int) bool {
	for i := from; i < to; i++ {
		if l := r.lower(i); l != "and" && l != "," && l != "or" && l != "that" && l != "-" && l != "…" {
			return false
		}
	}
	return true
}

// standsAlone reports whether a quotation is a sentence by itself.
func (r *reading) standsAlone(i int) bool {
	for j := r.start; j < r.end; j++ {
		if j != i && r.kindAt(j) != mark {
			return false
		}
	}
	return true
}

// floating is who says a quotation that stands alone: who spoke in the sentence before.
// Two that stand side by side are the turns of two people.
func (r *reading) floating(i int) attribution {
	if r.start > 0 && r.kindAt(r.start-1) == quote && (r.bare || !r.speaker.is) {
		return nobody
	}
	if r.start > 0 && r.bare && !r.stretches[r.units[i].quote].continued {
		return nobody
	}
	if r.start > 0 && r.kindAt(r.start-1) == quote {
		return nobody
	}
	a := r.speaker
	a.told = None
	return a
}

// passOver goes on after a sentence in which nobody speaks: who spoke may go on after it
// unless somebody else comes in, or stands ready to speak: "Gerwig shrugs."
func (r *reading) passOver() {
	if s := r.mainSubject(r.start, r.end); s.is {
		a := r.resolve(s, r.end, "")
		if r.beatAfter(s) && a.entity != None {
			a.verb = ""
			r.speaker = a
			return
		}
		if a.entity == None || a.entity != r.speaker.entity || r.handsOver(r.start-1, r.speaker) {
			r.speaker = nobody
		}
	}
}

// beatAfter reports whether a subject does no more than laugh or nod.
func (r *reading) beatAfter(s subject) bool {
	if r.end-r.start > 14 || r.sentenceNames() > 1 {
		return false
	}
	for i := s.to; i < r.end; i++ {
		if beats[r.lower(i)] {
			return true
		}
	}
	return false
}

func (r *reading) sentenceNames() int {
	n := 0
	for i := r.start; i < r.end; i++ {
		if r.kindAt(i) == person {
			n++
		}
	}
	return n
}

// byVerb is who does what a verb of saying says.
func (r *reading) byVerb(verb int, before bool) attribution {
	s := r.before(verb, r.start)
	if s.passive {
		for j := verb + 1; j < r.end && j < verb+5; j++ {
			if r.lower(j) == "by" {
				if by := r.after(j+1, r.end); by.is {
					return r.attributed(by, verb)
				}
			}
		}
		return r.silent(verb)
	}
	participle := strings.HasSuffix(r.lower(verb), "ing")
	if participle && r.lower(verb-1) == "as" && r.lower(verb-2) != "quoted" {
		s, participle = r.endingAt(verb-2, r.start), false // "quoted Jenkins as saying"
	}
	if participle && r.lower(verb-1) == "," {
		s = r.sharedSubject(r.start, verb)
	}
	if !s.is && before && (verb == r.start || r.afterQuote(verb)) && !neverInverted[r.lower(verb)] {
		s = r.after(verb+1, r.end)
	}
	if !s.is {
		return nobody
	}
	if s.negated {
		return r.silent(verb)
	}
	return r.attributed(s, verb)
}

// afterQuote reports whether a verb follows a quotation: "“…,” said Gerwig, “…”".
func (r *reading) afterQuote(verb int) bool {
	i := verb - 1
	for i > r.start && (r.lower(i) == "," || r.lower(i) == "-" || adverbs[r.lower(i)]) {
		i--
	}
	return i >= r.start && r.kindAt(i) == quote
}

// silent is the attribution of what is said by somebody whom the text leaves open.
func (r *reading) silent(verb int) attribution {
	a := nobody
	a.is, a.verb = true, r.lower(verb)
	return a
}

func (r *reading) attributed(s subject, verb int) attribution {
	a := r.resolve(s, min(verb, s.from), r.lower(verb))
	a.is, a.verb = true, r.lower(verb)
	r.address(&a, s, verb)
	a.dialogue = a.dialogue || r.inFiction(verb)
	return a
}
