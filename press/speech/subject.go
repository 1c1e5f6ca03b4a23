package speech

import "strings"

// subject is who does what a verb says, as the text has it: a person, a pronoun, a job
// or something else that is nobody by name.
type subject struct {
	// from and to are the units it takes up; is is false where there is none.
	from, to int
	is       bool
	// entity is the person named, or None.
	entity int
	// pronoun is "she", "he" or "they"; job a noun for a job that stands for somebody
	// named elsewhere, on a title or None.
	pronoun, job string
	title        int
	// called is how the text calls somebody whom it does not name.
	called string
	// negated says that it is denied, passive that the subject hears what is said.
	negated, passive bool
}

var noSubject = subject{entity: None, title: None}

// reach bounds how many units from a verb its subject is looked for.
const reach = 26

// before is the subject of a verb that follows it, in a sentence that begins at a unit.
func (p *paragraph) before(verb, start int) subject {
	start = max(start, verb-reach)
	i := verb - 1
	negated, be := false, false
	for i >= start && p.kindAt(i) == word && (adverbs[p.lower(i)] || helpers[p.lower(i)] || strings.HasSuffix(p.lower(i), "ly") && !p.units[i].capital || p.lower(i) == "as" && p.lower(i-1) == "quoted") {
		negated = negated || negations[p.lower(i)]
		be = be || beings[p.lower(i)]
		i--
	}
	if p.lower(i) == "quoted" {
		return p.before(i, start)
	}
	s := p.endingAt(i, start)
	if i < start {
		s = noSubject
	}
	s.negated = negated
	s.passive = be && receiving[p.lower(verb)]
	return s
}

// endingAt is the subject that ends with a unit.
func (p *paragraph) endingAt(i, start int) subject {
	if i < start || i < 0 {
		return noSubject
	}
	lower := p.lower(i)
	switch {
	case p.kindAt(i) == person:
		return p.personAt(i, start)
	case pronouns[lower]:
		return p.pronounAt(i, start)
	case speakers[lower] || lower == "you":
		return p.unnamed(i, i+1)
	case lower == "who":
		j := i - 1
		for j >= start && (p.lower(j) == "," || p.lower(j) == "-") {
			j--
		}
		return p.antecedent(j, start)
	case lower == "," || lower == "-" || lower == ")":
		return p.acrossApposition(i, start)
	case lower == "and" || lower == "then":
		return p.sharedSubject(start, i)
	case lower == "'s" || lower == "'" || p.kindAt(i) == quote || p.kindAt(i) == mark:
		return noSubject
	}
	return p.nounAt(i, start)
}

// antecedent is whom "who" stands for: the name before it, whatever that depends on, but
// not the one of "a friend of Gerwig, who said".
func (p *paragraph) antecedent(i, start int) subject {
	if i >= start && p.kindAt(i) == person {
		if from := p.nameStart(i, start); p.lower(from-1) != "of" && p.lower(from-1) != "for" {
			return subject{from: from, to: i + 1, is: true, entity: p.units[i].entity, title: None}
		}
	}
	return p.endingAt(i, start)
}

// pronounAt is the subject of a pronoun, unless it is one of several: "he and she".
func (p *paragraph) pronounAt(i, start int) subject {
	if p.lower(i-1) == "and" && i-1 > start && (p.kindAt(i-2) == person || pronouns[p.lower(i-2)]) {
		return p.unnamed(i-2, i+1)
	}
	return subject{from: i, to: i + 1, is: true, entity: None, title: None, pronoun: p.lower(i)}
}

func (p *paragraph) unnamed(from, to int) subject {
	return subject{from: from, to: to, is: true, entity: None, title: None, called: p.words(from, to)}
}

// nameStart is where the words begin that belong to a name: "the film's director, ",
// "Lady Bird director".
func (p *paragraph) nameStart(i, start int) int {
	j := i
	for j > start && (p.isJob(j-1) || whoOf[p.lower(j-1)] != "" || p.lower(j-1) == "executive" || p.lower(j-1) == "co" || (p.lower(j-1) == "and" || p.lower(j-1) == ",") && p.isJob(j-2) && j < i) {
		j--
	}
	if j == i {
		return j
	}
	for j > start && i-j < 10 {
		lower := p.lower(j - 1)
		switch {
		case p.kindAt(j-1) == other, lower == "'s", lower == "film" || lower == "series" || lower == "show", articles[lower]:
		case p.kindAt(j-1) == word && p.units[j-1].capital && j-1 > start:
		default:
			return j
		}
		j--
		if articles[p.lower(j)] {
			return j
		}
	}
	return j
}

func (p *paragraph) isJob(i int) bool { return jobs[p.lower(i)] != "" }

// personAt is the subject that a name ends.
func (p *paragraph) personAt(i, start int) subject {
	one := subject{from: p.nameStart(i, start), to: i + 1, is: true, entity: p.units[i].entity, title: None, called: ""}
	before := p.lower(one.from - 1)
	if one.from <= start {
		return one
	}
	switch {
	case belonging[before] && !p.placesAhead(one.from-1, start):
		return p.holderOf(one.from-1, i+1, start)
	case before == "and" || before == "&" || before == "or":
		j := one.from - 2
		comma := p.lower(j) == ","
		if comma {
			j--
		}
		if j >= start && (p.kindAt(j) == person || pronouns[p.lower(j)] || humans[p.lower(j)] || p.isJob(j)) {
			lead := p.nameStart(j, start)
			opens := lead <= start || p.lower(lead-1) == "," || openers[p.lower(lead-1)] || p.kindAt(lead-1) == quote
			if opens || !comma {
				return p.unnamed(lead, i+1)
			}
		}
	}
	return one
}

// placesAhead reports whether a preposition begins the sentence or clause, so that the
// name after it does not depend on a noun: "With Gerwig", "of" never.
func (p *paragraph) placesAhead(i, start int) bool {
	return p.lower(i) == "of" && sayings[p.lower(i-1)] && i-1 >= start
}

// holderOf is the noun that a prepositional phrase belongs to: "a spokesman for Gerwig",
// "the director of Lady Bird".
func (p *paragraph) holderOf(preposition, to, start int) subject {
	for j := preposition - 1; j >= start && j > preposition-9; j-- {
		switch {
		case p.kindAt(j) == person:
			if p.lower(j+1) == "'s" || p.lower(j+1) == "'" {
				return p.unnamed(j, to)
			}
			s := p.personAt(j, start)
			s.to = to
			return s
		case (humans[p.lower(j)] || p.isJob(j) || crowds[p.lower(j)]) && !(p.units[j].capital && j > start):
			s := p.nounAt(j, start)
			s.to = to
			return s
		case p.kindAt(j) == mark || p.kindAt(j) == quote:
			return noSubject
		}
	}
	return noSubject
}

// nounAt is the subject that a noun ends: "the director", "Netflix", "a spokesman".
func (p *paragraph) nounAt(i, start int) subject {
	u := p.units[i]
	if u.kind == other || u.capital && !p.isJob(i) {
		return p.capitalAt(i, start)
	}
	from := i
	for from > start && i-from < 6 && p.kindAt(from-1) == word && !articles[p.lower(from)] && !belonging[p.lower(from-1)] && !sayings[p.lower(from-1)] && !openers[p.lower(from-1)] || from > start && p.kindAt(from-1) == other && i-from < 6 {
		from--
	}
	possessor := -1
	if p.lower(from) == "'s" && from > start {
		possessor = from - 1
		from--
	}
	if belonging[p.lower(from-1)] && from-1 > start && !articles[p.lower(from-2)] {
		if s := p.holderOf(from-1, i+1, start); s.is {
			return s
		}
	}
	s := p.unnamed(from, i+1)
	// "Gerwig, director and star of the film said": the second comma is left out.
	if bare := p.nameStart(i+1, start); p.isJob(i) && p.lower(bare-1) == "," && bare-2 >= start && p.kindAt(bare-2) == person && !articles[p.lower(bare)] {
		if one := p.personAt(bare-2, start); one.entity != None {
			one.to = i + 1
			return one
		}
	}
	if job := jobs[u.lower]; job != "" {
		s.job, s.title = p.definiteJob(job, from, i, possessor)
	}
	if s.job == "" && !humans[u.lower] && !crowds[u.lower] && !organisations[u.lower] && jobs[u.lower] == "" {
		return noSubject
	}
	return s
}

// definiteJob is a job that stands for somebody named elsewhere: "the director", "the
// film's director", "Lady Bird's director"; empty for "a director", "her producer".
func (p *paragraph) definiteJob(job string, from, to, possessor int) (string, int) {
	for j := from; j <= to; j++ {
		if p.kindAt(j) == person {
			return "", None
		}
		if p.kindAt(j) == other {
			return job, p.units[j].entity
		}
	}
	if possessor >= 0 {
		switch l := p.lower(possessor); {
		case p.kindAt(possessor) == other:
			return job, p.units[possessor].entity
		case fictions[l] || l == "documentary":
			return job, None
		}
		return "", None
	}
	if p.lower(from) == "the" {
		return job, None
	}
	return "", None
}

// capitalAt is the subject that a name of no person ends: an organisation, or the title
// in "the director of Lady Bird".
func (p *paragraph) capitalAt(i, start int) subject {
	from := i
	for from > start && (p.units[from-1].capital && p.kindAt(from-1) == word || p.kindAt(from-1) == other || p.lower(from-1) == "of" && from-2 > start && p.units[from-2].capital && p.kindAt(from-2) == word) {
		from--
	}
	before := p.lower(from - 1)
	if before == "the" && from-1 > start && belonging[p.lower(from-2)] {
		from, before = from-1, p.lower(from-2)
	}
	if from-1 > start && (belonging[before] || before == "at" || before == "on" || before == "in") {
		s := p.holderOf(from-1, i+1, start)
		if s.job != "" && s.title == None && p.kindAt(i) == other {
			s.title = p.units[i].entity
		} else if s.job != "" && p.kindAt(i) != other {
			s.job = ""
		}
		if s.is {
			return s
		}
	}
	if before == "the" && from-1 >= start {
		from--
	}
	return p.unnamed(from, i+1)
}

// acrossApposition is the subject before a stretch between commas, dashes or brackets:
// "Gerwig, who made Lady Bird, said".
func (p *paragraph) acrossApposition(closing, start int) subject {
	opening := p.lower(closing)
	if opening == ")" {
		opening = "("
	}
	noun := noSubject
	for j := closing - 1; j > start; j-- {
		if p.kindAt(j) == quote {
			return noSubject
		}
		if p.lower(j) != opening {
			continue
		}
		before := j - 1
		if j+2 == closing && opening == "," && p.kindAt(j+1) == person && p.kindAt(before) != person {
			return subject{from: p.nounStart(before, start), to: closing + 1, is: true, entity: p.units[j+1].entity, title: None}
		}
		if p.kindAt(before) == person {
			if s := p.personAt(before, start); s.is && s.entity != None && j+1 < closing {
				s.to = closing + 1
				return s
			}
		} else if !noun.is && j+1 < closing && (p.isJob(before) || humans[p.lower(before)] || pronouns[p.lower(before)]) {
			noun = p.endingAt(before, start)
			noun.to = closing + 1
		}
		if opening == "(" {
			return noun
		}
	}
	return noun
}

// nounStart is where the words begin that a name between commas explains: "Netflix's head
// of film, Jonas Weir, said".
func (p *paragraph) nounStart(i, start int) int {
	for i > start && p.kindAt(i-1) != mark && p.kindAt(i-1) != quote {
		i--
	}
	return i
}

// mainSubject is the first person, pronoun or job of a clause that is no part of another
// phrase: who laughed in "Gerwig laughed and said".
func (p *paragraph) mainSubject(start, end int) subject {
	for i := max(start, end-reach); i < end; i++ {
		lower := p.lower(i)
		switch {
		case p.kindAt(i) == person:
			if next := p.lower(i + 1); next == "'s" || next == "'" || p.isObject(i, start) {
				continue
			}
			if s := p.personAt(i, start); s.is && p.lower(i+1) != "and" && p.lower(i+1) != "&" {
				return s
			}
			return p.unnamed(i, i+1)
		case pronouns[lower] || speakers[lower]:
			return p.endingAt(i, start)
		case (humans[lower] || p.isJob(i) || crowds[lower]) && !p.isObject(i, start) && p.kindAt(i+1) != person && p.lower(i+1) != "'s":
			if p.isJob(i+1) || p.lower(i+1) == "and" && p.isJob(i+2) {
				continue
			}
			if p.lower(i+1) == "," && p.kindAt(i+2) == person {
				continue
			}
			return p.nounAt(i, start)
		}
	}
	return noSubject
}

// sharedSubject is the subject that a verb shares with the verbs before it, if nobody else
// does anything in between: "the day Jenkins called and said" is not the one who recalls.
func (p *paragraph) sharedSubject(start, end int) subject {
	s := p.mainSubject(start, end)
	for i := s.to; s.is && i < end; i++ {
		next := p.lower(i + 1)
		acts := p.kindAt(i) == person || p.lower(i) == "she" || p.lower(i) == "he" || p.lower(i) == "they"
		if acts && i+1 < end && p.kindAt(i+1) == word && next != "and" && next != "'s" && !placing[next] && !openers[next] && !adverbs[next] {
			return p.unnamed(i, i+1)
		}
	}
	return s
}

// isObject reports whether a name depends on a preposition or a verb before it.
func (p *paragraph) isObject(i, start int) bool {
	from := p.nameStart(i, start)
	for from > start && (articles[p.lower(from-1)] || p.kindAt(from-1) == word && strings.HasSuffix(p.lower(from-1), "ing") && articles[p.lower(from-2)]) {
		from--
	}
	if from <= start {
		return false
	}
	before := p.lower(from - 1)
	switch {
	case p.kindAt(from-1) == person, before == "and" || before == ",":
		j := from - 2
		for j > start && (p.lower(j) == "," || p.lower(j) == "and") {
			j--
		}
		if j >= start && p.kindAt(j) == person && (before == "and" && p.lower(from-2) != "," || before == "," || p.kindAt(from-1) == person) {
			return p.isObject(j, start)
		}
		return false
	case before == "-" || before == ":" || before == ";" || before == "(" || p.kindAt(from-1) == quote:
		return false
	}
	return !openers[before] && !adverbs[before] && !strings.HasSuffix(before, "ly")
}

// after is the subject that stands behind its verb or "according to", from a unit on.
func (p *paragraph) after(i, end int) subject {
	end = min(end, i+reach)
	for i < end && (adverbs[p.lower(i)] || strings.HasSuffix(p.lower(i), "ly") && p.lower(i) != "") {
		i++
	}
	from, head, loose := i, -1, false
	title := None
	for ; i < end; i++ {
		lower := p.lower(i)
		switch {
		case p.kindAt(i) == quote:
			return p.headed(from, i, head, title)
		case p.kindAt(i) == person:
			if next := p.lower(i + 1); next == "'s" || next == "'" {
				loose, head = false, i+1
				continue
			}
			if loose {
				continue
			}
			return p.joined(from, i, end)
		case pronouns[lower] && i == from:
			return subject{from: i, to: i + 1, is: true, entity: None, title: None, pronoun: lower}
		case lower == ",":
			if head >= 0 && p.kindAt(i+1) == person && closesApposition(p, i+2) {
				return subject{from: from, to: i + 2, is: true, entity: p.units[i+1].entity, title: None}
			}
			return p.headed(from, i, head, title)
		case p.kindAt(i) == mark && lower != "-" && lower != "'" && lower != "&", sayings[lower] || turning[lower] || openers[lower] && lower != "and" && lower != "or" && lower != "for" && lower != "as":
			return p.headed(from, i, head, title)
		case lower == "of" || belonging[lower] || lower == "at" || lower == "in" || lower == "on":
			if head < 0 {
				return p.headed(from, i, head, title)
			}
			loose = true
			if lower == "of" || lower == "behind" {
				if p.kindAt(i+1) == other {
					title = p.units[i+1].entity
				}
			}
		case (humans[lower] || crowds[lower] || organisations[lower] || p.isJob(i) || lower == "one") && !loose:
			head = i
		}
	}
	return p.headed(from, i, head, title)
}

// joined is a named subject behind a verb, unless others share it: "said Gerwig and
// Jenkins".
func (p *paragraph) joined(from, at, end int) subject {
	one := subject{from: from, to: at + 1, is: true, entity: p.units[at].entity, title: None}
	next := p.lower(at + 1)
	shared := (next == "and" || next == "&" || next == "or") && at+2 < end
	if shared && (p.kindAt(at+2) == person || humans[p.lower(at+2)] || articles[p.lower(at+2)] && !p.hasVerb(at+2, at+6)) && !p.hasVerb(at+3, at+4) {
		return p.unnamed(from, at+3)
	}
	if next == "," && p.kindAt(at+2) == person && (p.lower(at+3) == "and" || p.lower(at+3) == ",") && p.kindAt(at+4) == person {
		return p.unnamed(from, at+5)
	}
	return one
}

func (p *paragraph) hasVerb(from, to int) bool {
	for i := from; i < to; i++ {
		if l := p.lower(i); sayings[l] || showing[l] || helpers[l] || beats[l] || strings.HasSuffix(l, "ed") {
			return true
		}
	}
	return false
}

// headed is a subject behind a verb that names nobody.
func (p *paragraph) headed(from, to, head, title int) subject {
	if to <= from {
		return noSubject
	}
	s := p.unnamed(from, to)
	if next := p.lower(head + 1); head >= 0 && placing[next] && next != "of" && next != "from" && next != "to" {
		s.called = p.words(from, head+1)
	}
	if head < 0 || p.lower(head) == "'s" || jobs[p.lower(head)] == "" {
		return s
	}
	possessor := -1
	for j := from; j < head; j++ {
		if p.lower(j) == "'s" {
			possessor = j - 1
		}
	}
	s.job, s.title = p.definiteJob(jobs[p.lower(head)], from, head, possessor)
	if title != None && s.job != "" {
		s.title = title
	} else if s.job != "" && s.title == None && to > head+1 {
		for j := head + 1; j < to; j++ {
			// "the director of the film" is the director; "the director of a bank" is not.
			if p.lower(j) == "of" && !fictions[p.lower(j+2)] {
				s.job = ""
			}
		}
	}
	return s
}
