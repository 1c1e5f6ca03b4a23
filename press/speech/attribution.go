package speech

import (
	"slices"
	"strings"
	"unicode"

	"rolecall/press/english"
	"rolecall/press/mention"
)

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

// attribute is who says the quotation at a unit: who is said to right before it, else
// behind it, else anywhere in its sentence.
func (r *reading) attribute(i int) attribution {
	if a := r.rightBefore(i); a.is {
		return a
	}
	if a := r.behind(i); a.is {
		return a
	}
	if a := r.introduced(i); a.is {
		return a
	}
	return r.closing(i)
}

func isVerb(lower string) bool { return sayings[lower] || showing[lower] }

// rightBefore finds a verb directly before a quotation: "Gerwig said, “…”".
func (r *reading) rightBefore(i int) attribution {
	j := i - 1
	if l := r.lower(j); l == "," || l == ":" || l == "that" {
		j--
	}
	if j < r.start || !isVerb(r.lower(j)) {
		return nobody
	}
	if j > r.start && r.kindAt(j-1) == quote || r.lower(j-1) == "," && j-1 > r.start && r.kindAt(j-2) == quote {
		return nobody // “…,” said …
	}
	return r.byVerb(j, true)
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

// resolve is who a subject is.
func (r *reading) resolve(s subject, unit int, verb string) attribution {
	a := nobody
	a.entity, a.called = s.entity, s.called
	switch {
	case s.entity != None:
		a.called = ""
		a.dialogue = r.people.isCharacter(r.found.Entities[s.entity].Name)
	case s.pronoun != "":
		a.entity = r.byPronoun(s.pronoun, unit, verb)
	case s.job != "":
		if a.entity = r.holding(s.job, s.title, r.at, unit); a.entity != None {
			a.called = ""
		}
	default:
		r.unnamedOne(&a, s)
	}
	return a
}

// byPronoun is who "she" is; who answers is not the one who spoke.
func (r *reading) byPronoun(pronoun string, unit int, verb string) int {
	if !answering[verb] || !r.speaker.is || r.speaker.entity == None {
		return r.meant(pronoun, r.at, unit, None)
	}
	if r.listener != None && (pronoun == "they" || r.people.fit(r.listener, pronoun) > cannot) {
		if pronoun == "they" {
			return None
		}
		return r.listener
	}
	return r.meant(pronoun, r.at, unit, r.speaker.entity)
}

// unnamedOne tells characters and organisations from people without a name.
func (r *reading) unnamedOne(a *attribution, s subject) {
	if s.to <= s.from {
		return
	}
	last := r.lower(s.to - 1)
	if letters[last] && r.kindAt(s.from) == person && s.to == s.from+3 {
		a.entity, a.called = r.units[s.from].entity, "" // "Gerwig's statement said"
		return
	}
	for i := s.from; i < s.to; i++ {
		l := r.lower(i)
		a.dialogue = a.dialogue || l == "character" || l == "heroine" || l == "hero" || l == "protagonist" || l == "narrator"
	}
	if r.units[s.to-1].capital && (r.people.isCharacter(s.called) || r.lower(s.from-1) == "'s" && r.kindAt(s.from-2) == person) {
		a.dialogue = true
	}
	if u := r.units[s.from]; s.to == s.from+1 && u.kind == other && r.found.Entities[u.entity].Class == english.Title && !organisations[u.lower] {
		a.dialogue = true
	}
	human, body := false, false
	for i := s.from; i < s.to; i++ {
		human = human || (humans[r.lower(i)] || crowds[r.lower(i)]) && !(r.units[i].capital && i > s.from)
		body = body || organisations[r.lower(i)] && (r.units[i].capital || i == s.to-1)
	}
	a.organisation = !human && (body || organisations[strings.ToLower(s.called)])
}

// inFiction reports whether a verb's sentence says that it is spoken in a film: "she
// says in the trailer", "in the film, she says".
func (r *reading) inFiction(verb int) bool {
	for i := max(r.start, verb-12); i < min(r.end, verb+12); i++ {
		if l := r.lower(i); l != "in" && l != "during" {
			continue
		}
		for j := i + 1; j < i+4; j++ {
			if fictions[r.lower(j)] && (j+1 >= r.end || r.kindAt(j+1) != word || pronouns[r.lower(j+1)] || isVerb(r.lower(j+1))) && articled(r.lower(i+1)) {
				return true
			}
		}
	}
	return false
}

func articled(lower string) bool { return lower == "the" || lower == "one" || lower == "a" }

// behind finds who is said to say a quotation after it: "“…,” Gerwig told Jenkins",
// "“…,” said the director", "“…”, according to Gerwig", "“…” — Greta Gerwig".
func (r *reading) behind(i int) attribution {
	last := r.stretches[r.units[i].quote].last
	j := i + 1
	comma := r.lower(j) == "," || r.lower(j) == "-"
	dash := r.lower(j) == "-"
	if comma {
		j++
	}
	end := r.end
	fresh := j == end && !comma // the tag would be a sentence of its own
	if fresh {
		if last != '?' && last != '!' && last != '…' && last != '.' && last != ',' || j >= len(r.units) {
			return nobody
		}
		end = r.nextEnd(end)
	}
	if j >= end {
		return nobody
	}
	if r.kindAt(j) == person && dash && r.closesLine(j+1) {
		a := nobody
		a.entity, a.is = r.units[j].entity, true
		return a
	}
	k := j
	for k < end && (adverbs[r.lower(k)] || strings.HasSuffix(r.lower(k), "ly") && !r.units[k].capital) && !isVerb(r.lower(k)) {
		k++
	}
	lower := r.lower(k)
	switch {
	case r.units[j].capital && last == '.' && fresh:
		return nobody
	case lower == "according" && r.lower(k+1) == "to":
		return r.byAccord(k, end)
	case (lower == "in") && r.kindAt(k+1) == person && r.lower(k+3) == "words", lower == "in" && possessives[r.lower(k+1)] && r.lower(k+2) == "words":
		return r.inWords(k)
	case lower == "as" && r.startsSubject(k+1):
		k++
	case (lower == "is" || lower == "was") && (r.lower(k+1) == "how" || r.lower(k+1) == "what"):
		k += 2
	case isVerb(lower) && !neverInverted[lower]:
		s := r.after(k+1, end)
		if !s.is {
			return nobody
		}
		return r.attributed(s, k)
	}
	return r.subjectFirst(k, end, fresh)
}

// nextEnd is where the sentence after the present one ends.
func (r *reading) nextEnd(end int) int {
	if r.sentence+1 < len(r.ends) {
		return r.ends[r.sentence+1]
	}
	return end
}

// closesLine reports whether a name with what may stand after it ends a line: "— Greta
// Gerwig, director".
func (r *reading) closesLine(i int) bool {
	for ; i < len(r.units); i++ {
		if isVerb(r.lower(i)) || r.kindAt(i) == quote {
			return false
		}
	}
	return true
}

func (r *reading) startsSubject(i int) bool {
	return r.kindAt(i) == person || pronouns[r.lower(i)] || articles[r.lower(i)] || r.isJob(i)
}

// subjectFirst finds a subject from a unit on with its verb of saying.
func (r *reading) subjectFirst(k, end int, fresh bool) attribution {
	for v := k + 1; v < end && v < k+reach; v++ {
		if r.kindAt(v) == quote {
			return nobody
		}
		if !isVerb(r.lower(v)) {
			continue
		}
		s := r.before(v, k)
		if !s.is || s.from != k {
			if s.is && s.from > k && !r.modifies(k, s.from) {
				return nobody
			}
			if !s.is || s.from < k {
				continue
			}
		}
		if fresh && r.units[k].capital && !r.endsTag(v+1, end) {
			return nobody
		}
		if s.passive || s.negated {
			return r.silent(v)
		}
		return r.attributed(s, v)
	}
	return nobody
}

// modifies reports whether the words between two units may belong to the name after them:
// "veteran", "her old".
func (r *reading) modifies(from, to int) bool {
	if to-from > 4 {
		return false
	}
	for i := from; i < to; i++ {
		if l := r.lower(i); r.kindAt(i) != word || belonging[l] || placing[l] || openers[l] || pronouns[l] || helpers[l] && l != "'s" || isVerb(l) || turning[l] {
			return false
		}
	}
	return true
}

// endsTag reports whether what follows a verb is no clause of its own: "Gerwig asked."
// and not "Gerwig said there was none".
func (r *reading) endsTag(i, end int) bool {
	switch lower := r.lower(i); {
	case i >= end || lower == "." || lower == "!":
		return true
	case lower == ",":
		return true
	case r.kindAt(i) == person:
		return r.endsTag(i+1, end)
	case placing[lower] || adverbs[lower] || strings.HasSuffix(lower, "ly"):
		return true
	}
	return false
}

// byAccord is who is named after "according to".
func (r *reading) byAccord(i, end int) attribution {
	s := r.after(i+2, end)
	if !s.is {
		return nobody
	}
	a := r.resolve(s, i, "")
	a.is, a.verb = true, "according to"
	return a
}

// inWords is who is named in "in Gerwig's words", "in the words of Gerwig".
func (r *reading) inWords(i int) attribution {
	a := nobody
	a.is = true
	switch {
	case r.kindAt(i+1) == person:
		a.entity = r.units[i+1].entity
	case possessives[r.lower(i+1)]:
		a.entity = r.meant(pronounOf[r.lower(i+1)], r.at, i, None)
	}
	return a
}

// introduced finds who is said to say what comes at a unit in the sentence before it.
func (r *reading) introduced(i int) attribution {
	opened := r.lower(i-1) == ":" || r.lower(i-1) == "," || r.lower(i-1) == "that" || r.lower(i-1) == "as"
	if a := r.byNoun(i); a.is {
		return a
	}
	through := 0
	for v := i - 1; v >= r.start && v > i-reach; v-- {
		lower := r.lower(v)
		switch {
		case lower == "according" && r.lower(v+1) == "to":
			return r.byAccord(v, i)
		case lower == "words" && r.lower(v+1) == "of":
			s := r.after(v+2, i)
			a := r.resolve(s, v, "")
			a.is = true
			return a
		case r.kindAt(v) == mark && lower == ";":
			return r.byColon(i)
		case turning[lower] && !opened, (lower == "and" || lower == "but") && r.opensClauseAt(v+1, i):
			return r.byColon(i)
		case r.kindAt(v) == quote:
			through++
		case inscribed[lower] && r.lower(v-2) != "in":
			return nobody
		case sayings[lower] || showing[lower] && (r.lower(v+1) == "that" || opened && through == 0 && !r.hasVerbBetween(v+1, i) || v == i-1):
			if !r.isSaidOf(v) {
				continue
			}
			if a := r.byVerb(v, true); a.is {
				return a
			}
		}
	}
	return r.byColon(i)
}

// isSaidOf reports whether a word is a verb where it stands and not a participle or noun:
// "the so-called", "a film called".
func (r *reading) isSaidOf(v int) bool {
	return !(r.lower(v) == "called" && (works[r.lower(v-1)] || r.lower(v-1) == "so" || r.lower(v-1) == "film")) && r.lower(v-1) != "the" && r.lower(v-1) != "'s" && r.lower(v-1) != "a"
}

// opensClauseAt reports whether somebody does something from a unit on: ", and Jenkins
// shouted “…”".
func (r *reading) opensClauseAt(i, end int) bool {
	if r.kindAt(i) != person && !pronouns[r.lower(i)] {
		return false
	}
	for j := i + 1; j < end && j < i+4; j++ {
		if sayings[r.lower(j)] || showing[r.lower(j)] {
			return false
		}
	}
	return i+1 < end && r.kindAt(i+1) == word
}

// hasVerbBetween reports whether somebody else comes between a verb and the quotation.
func (r *reading) hasVerbBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if pronouns[r.lower(i)] {
			return true
		}
	}
	return false
}

// byNoun finds "Gerwig's answer: “…”", "In her words, “…”", "Jenkins's verdict was “…”".
func (r *reading) byNoun(i int) attribution {
	for v := i - 1; v >= r.start && v > i-9; v-- {
		lower := r.lower(v)
		if isVerb(lower) && lower != "put" {
			return nobody
		}
		if !nounsOfSaying[lower] {
			continue
		}
		a := nobody
		a.is = true
		switch {
		case possessives[r.lower(v-1)]:
			if g := pronounOf[r.lower(v-1)]; g != "" {
				a.entity = r.byPronoun(g, v-1, "replied")
			}
		case (r.lower(v-1) == "'s" || r.lower(v-1) == "'") && r.kindAt(v-2) == person:
			a.entity = r.units[v-2].entity
		case r.lower(v+1) == "of" && r.kindAt(v+2) == person:
			a.entity = r.units[v+2].entity
		default:
			return nobody
		}
		return a
	}
	return nobody
}

// byColon finds who speaks after a colon without a verb of saying: "Gerwig is blunt: “…”",
// "Gerwig: “…”", "Gerwig on her mother: “…”".
func (r *reading) byColon(i int) attribution {
	if r.lower(i-1) != ":" {
		return nobody
	}
	s := r.mainSubject(r.start, i-1)
	if !s.is || s.from > r.start+1 && r.lower(s.from-1) != "," || s.entity == None && s.pronoun == "" && s.job == "" {
		return nobody
	}
	if next := s.to; next < i-1 {
		if !presenting[r.lower(next)] && r.lower(next) != "on" && !beats[r.lower(next)] || i-next > 14 {
			return nobody
		}
		for j := next; j < i-1; j++ {
			if received[r.lower(j)] || r.kindAt(j) == person && r.lower(next) != "on" {
				return nobody
			}
		}
	}
	a := r.resolve(s, s.from, "")
	a.is = true
	return a
}

// closing finds who is said to say a sentence that holds a quotation at its end: "The
// shoot was “…” from the first day, Gerwig said."
func (r *reading) closing(i int) attribution {
	for v := i + 2; v < r.end && v < i+reach; v++ {
		if r.kindAt(v) == quote {
			return nobody
		}
		lower := r.lower(v)
		if lower == "according" && r.lower(v+1) == "to" && r.lower(v-1) == "," {
			return r.byAccord(v, r.end)
		}
		if !sayings[lower] || !r.endsTag(v+1, r.end) {
			continue
		}
		s := r.before(v, i+1)
		if s.is && r.lower(s.from-1) == "," && !s.negated && !s.passive && !openers[r.lower(s.from)] {
			return r.attributed(s, v)
		}
		if r.lower(v-1) == "," && !neverInverted[lower] {
			if s := r.after(v+1, r.end); s.is {
				return r.attributed(s, v)
			}
		}
	}
	return nobody
}

// address finds to whom or in what something is said: "told Variety", "wrote in the
// Guardian", "said in a statement".
func (r *reading) address(a *attribution, s subject, verb int) {
	i := verb + 1
	if s.from >= i {
		i = s.to
	}
	lower := r.lower(verb)
	if lower == "told" || lower == "tells" || lower == "telling" || lower == "asked" || lower == "asks" {
		if r.kindAt(i) == person {
			a.told, a.where = r.units[i].entity, r.words(i, i+1)
			return
		}
		if pronoun := pronounOf[r.lower(i)]; pronoun != "" {
			if one := r.meant(pronoun, r.at, verb, a.entity); one != a.entity {
				a.told = one
			}
			return
		}
		if where := r.outlet(i); where != "" {
			a.where = where
			return
		}
	}
	for j := i; j < r.end && j < i+10 && r.kindAt(j) == word; j++ {
		switch l := r.lower(j); {
		case l == "to" && r.kindAt(j+1) == person && j == i:
			a.told, a.where = r.units[j+1].entity, r.words(j+1, j+2)
			return
		case (l == "on" || l == "to" || (l == "in" || l == "for") && written[lower]) && r.outlet(j+1) != "":
			a.where = r.outlet(j + 1)
			return
		case l == "in" && articles[r.lower(j+1)] && letters[r.lower(j+2)]:
			a.where = r.words(j+1, j+3)
			return
		}
	}
	if a.where == "" {
		a.where = r.spokenTo()
	}
}

// spokenTo is the outlet of "Speaking to Variety magazine, …", "In an interview with …".
func (r *reading) spokenTo() string {
	for i := r.start; i < r.end; i++ {
		switch r.lower(i) {
		case "speaking", "spoke", "talking", "talked", "interview", "interviewed", "conversation":
			if l := r.lower(i + 1); l == "to" || l == "with" || l == "by" {
				if where := r.outlet(i + 2); where != "" {
					return where
				}
			}
		}
	}
	return ""
}

// days and months are capital and no outlet.
var days = wordSet("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december")

// outlet is a name, of no person, that stands at a unit: "the Guardian".
func (r *reading) outlet(i int) string {
	if r.lower(i) == "the" {
		i++
	}
	end := i
	for end < len(r.units) && r.units[end].capital && r.units[end].kind != person && r.units[end].kind != quote && !days[r.units[end].lower] && !pronouns[r.units[end].lower] {
		end++
	}
	return r.words(i, end)
}

// whyNot is why a stretch is no quotation; empty where it is one.
func (f *finder) whyNot(p *paragraph, s stretch, a attribution) string {
	switch inside := f.text[s.Start:s.End]; {
	case s.unclosed && !s.goesOn:
		return Unclosed
	case f.isTitle(p, s):
		return ATitle
	case words(inside) < shortest && !s.continued:
		return Short
	case a.dialogue, f.isLine(p, s) && !(a.is && a.entity != None && a.verb != ""):
		return Dialogue
	case a.organisation:
		return Organisation
	case f.heldOff(p, s):
		return AtArmsLength
	}
	return ""
}

// isTitle reports whether a stretch names a title: the text's readers found one there, a
// word for a work stands before it, or it is written with capitals.
func (f *finder) isTitle(p *paragraph, s stretch) bool {
	i := p.unitAt(s.Start)
	switch before := p.lower(i - 1); {
	case before == "titled" || before == "entitled" || before == "named":
		return true
	case works[before] && beginsWithCapital(f.text[s.Start:s.End]) && !strings.ContainsRune(".,?!", s.last):
		return true
	}
	at, _ := slices.BinarySearchFunc(f.found.Mentions, s.Start, func(m mention.Mention, start int) int { return m.Start - start })
	for _, m := range f.found.Mentions[at:] {
		if m.Start >= s.End {
			break
		}
		if m.Class == english.Title && (m.End-m.Start)*5 >= (s.End-s.Start-4)*4 {
			return true
		}
	}
	return hasTitleCase(f.text[s.Start:s.End]) && !strings.ContainsRune(".?!", s.last)
}

func beginsWithCapital(text string) bool {
	r := firstRune(strings.TrimLeftFunc(text, func(r rune) bool { return !isWordRune(r) }))
	return unicode.IsUpper(r)
}

// hasTitleCase reports whether each longer word begins with a capital.
func hasTitleCase(text string) bool {
	large, long := 0, 0
	for w := range strings.FieldsSeq(text) {
		w = strings.TrimFunc(w, func(r rune) bool { return !isWordRune(r) })
		if w == "" || w == "I" || strings.HasPrefix(w, "I’") || strings.HasPrefix(w, "I'") {
			continue
		}
		capital := strings.ToLower(w) != w
		if capital {
			large++
		}
		if len(w) >= 4 {
			long++
			if !capital {
				return false
			}
		}
	}
	return large >= 2 && long >= 1
}

// unitAt is the unit of a quotation that begins at a place.
func (p *paragraph) unitAt(start int) int {
	at, _ := slices.BinarySearchFunc(p.units, start, func(u unit, start int) int { return u.Start - start })
	return at
}

// isLine reports whether the words before a quotation say that it is one of a film: "her
// favourite line, “…”".
func (f *finder) isLine(p *paragraph, s stretch) bool {
	at := p.unitAt(s.Start)
	for i := at - 1; i >= 0 && i > at-14; i-- {
		lower := p.lower(i)
		if lower == "." || lower == "?" || p.kindAt(i) == quote || sayings[lower] {
			return false
		}
		if linesOf[lower] {
			return true
		}
	}
	return false
}

// heldOff reports whether a stretch is the writer's own irony: "the so-called “…”".
func (f *finder) heldOff(p *paragraph, s stretch) bool {
	at := p.unitAt(s.Start)
	return p.lower(at-1) == "called" && p.lower(at-2) == "so" || p.lower(at-1) == "supposed" || p.lower(at-1) == "alleged" || p.lower(at-1) == "proverbial"
}
