package speech

import (
	"strings"

	"rolecall"
	"rolecall/press/english"
	"rolecall/press/mention"
)

// people is what a text says of those whom it names, as far as it helps to tell who
// "she" and "the director" are. It serves for that alone: a pronoun in a text is not a
// statement of anybody's gender, and is shown as none.
type people struct {
	found mention.Found
	// holders are who holds a job, by the job, each once.
	holders map[string][]holder
	// employed are those with any job, pronoun what the text calls them, "?" where it
	// calls them both.
	employed map[int]bool
	pronoun  map[int]string
	// characters are the names, in lower case, of those whom somebody plays.
	characters map[string]bool
}

// holder is somebody with a job, on a title or None.
type holder struct{ person, title int }

func newPeople(paragraphs []*paragraph, found mention.Found) people {
	who := people{
		found: found, holders: make(map[string][]holder), employed: make(map[int]bool),
		pronoun: make(map[int]string), characters: make(map[string]bool),
	}
	for _, p := range paragraphs {
		for i, u := range p.units {
			switch {
			case u.kind == person:
				who.readBefore(p, i)
				who.readAfter(p, i)
				who.readBrackets(p, i)
			case u.kind == word && (u.lower == "played" || u.lower == "portrayed" || u.lower == "voiced"):
				who.readPlayed(p, i)
			case u.kind == word && (u.lower == "character" || u.lower == "heroine" || u.lower == "protagonist"):
				who.readCharacter(p, i)
			}
		}
		who.readPronouns(p)
	}
	return who
}

func (w *people) employ(p int, job string, title int) {
	w.employed[p] = true
	for _, h := range w.holders[job] {
		if h == (holder{p, title}) {
			return
		}
	}
	if len(w.holders[job]) < mostHolders {
		w.holders[job] = append(w.holders[job], holder{p, title})
	}
}

// mostHolders bounds who is kept for a job: more than a few, and "the director" is
// nobody in any case.
const mostHolders = 12

func (w *people) call(p int, pronoun string) {
	if pronoun == "" {
		return
	}
	if old := w.pronoun[p]; old != "" && old != pronoun {
		pronoun = "?"
	}
	w.pronoun[p] = pronoun
}

// readBefore reads what stands before a name: "Lady Bird director Greta Gerwig", "the
// film's director, Greta Gerwig,", "directed by Greta Gerwig".
func (w *people) readBefore(p *paragraph, at int) {
	one := p.units[at].entity
	i := at - 1
	if p.lower(i) == "," && jobs[p.lower(i-1)] != "" && closesApposition(p, at+1) {
		i--
	}
	for ; i >= 0 && i > at-7; i-- {
		lower := p.lower(i)
		w.call(one, whoOf[lower])
		switch job := jobs[lower]; {
		case job != "":
			w.employ(one, job, None)
			if p.kindAt(i-1) == other {
				w.employ(one, job, p.units[i-1].entity)
			}
		case whoOf[lower] != "" || lower == "and" || lower == "executive" || lower == "co" || lower == "series":
		case lower == "by" && doings[p.lower(i-1)] != "":
			w.employ(one, doings[p.lower(i-1)], w.titleBefore(p, i-1))
			return
		default:
			return
		}
	}
}

// closesApposition reports whether a name that ends before a unit is an apposition:
// "the director, Greta Gerwig, said".
func closesApposition(p *paragraph, at int) bool {
	lower := p.lower(at)
	return at >= len(p.units) || p.kindAt(at) == quote || p.kindAt(at) == mark && lower != "'" || lower == "who" || lower == "whose"
}

func (w *people) titleBefore(p *paragraph, at int) int {
	for i := at - 1; i >= 0 && i > at-6; i-- {
		if p.kindAt(i) == other {
			return p.units[i].entity
		}
	}
	return None
}

// readAfter reads what stands after a name: ", the director of Lady Bird,", "who
// directed Lady Bird", "is a producer".
func (w *people) readAfter(p *paragraph, at int) {
	one := p.units[at].entity
	apposed := p.lower(at+1) == ","
	clause := false
	for i := at + 1; i < len(p.units) && i < at+14; i++ {
		lower := p.lower(i)
		if p.kindAt(i) == quote || lower == "." || lower == ";" || p.kindAt(i) == person {
			return
		}
		if lower == "," && i > at+1 && p.kindAt(i-1) != person {
			apposed = false
		}
		switch {
		case lower == "is" || lower == "was" || lower == "became" || lower == "who":
			clause = clause || i <= at+2
		case doings[lower] != "" && (i == at+1 || clause || p.lower(at+1) == ","):
			if i == at+1 || p.lower(i-1) == "who" || adverbs[p.lower(i-1)] || p.lower(i-1) == "and" || helpers[p.lower(i-1)] {
				w.employ(one, doings[lower], w.titleAfter(p, i))
				w.readRole(p, i)
				clause = true
			}
		case jobs[lower] != "" && (apposed || clause) && p.lower(i-1) != "'s" && !possessives[p.lower(i-1)]:
			w.employ(one, jobs[lower], w.titleAfter(p, i))
			w.call(one, whoOf[lower])
		case whoOf[lower] != "" && (apposed || clause) && articles[p.lower(i-1)]:
			w.call(one, whoOf[lower])
		}
	}
}

func (w *people) titleAfter(p *paragraph, at int) int {
	for i := at + 1; i < len(p.units) && i < at+4; i++ {
		if p.kindAt(i) == other && w.found.Entities[p.units[i].entity].Class == english.Title {
			return p.units[i].entity
		}
	}
	return None
}

// readRole notes whom somebody plays: "Ritter plays Jessica".
func (w *people) readRole(p *paragraph, verb int) {
	if l := p.lower(verb); l == "plays" || l == "played" || l == "portrays" {
		w.character(p, verb+1, 3)
	}
}

// readPlayed notes who is played: "Jessica, played by Ritter".
func (w *people) readPlayed(p *paragraph, at int) {
	if p.lower(at+1) != "by" {
		return
	}
	i := at - 1
	for i >= 0 && (p.lower(i) == "," || beings[p.lower(i)] || p.lower(i) == "(") {
		i--
	}
	if i >= 0 && p.units[i].capital {
		for i > 0 && p.units[i-1].capital && p.units[i-1].kind == word {
			i--
		}
		w.character(p, i, 1)
	}
}

func (w *people) readCharacter(p *paragraph, at int) {
	next := at + 1
	if l := p.lower(next); l == "," || l == "called" || l == "named" {
		next++
	}
	w.character(p, next, 1)
}

// readBrackets notes who is played where the text gives it in brackets, "Jessica (Krysten
// Ritter)", or with "as".
func (w *people) readBrackets(p *paragraph, at int) {
	if p.lower(at+1) == "as" {
		w.character(p, at+2, 1)
	}
	before := at - 2
	if p.lower(at-1) != "(" || p.lower(at+1) != ")" || before < 0 || !p.units[before].capital {
		return
	}
	if u := p.units[before]; u.kind == word || u.kind == person && u.entity != p.units[at].entity && w.found.Entities[u.entity].ID == "" {
		w.character(p, before, 1)
	}
}

// character keeps a name that begins within a few units as a character's.
func (w *people) character(p *paragraph, from, reach int) {
	for i := from; i < len(p.units) && i < from+reach && !placing[p.lower(i)] && p.lower(i) != "opposite"; i++ {
		if !p.units[i].capital || p.units[i].kind == quote || jobs[p.units[i].lower] != "" {
			continue
		}
		for j := i; j < len(p.units) && p.units[j].capital && p.units[j].kind != quote; j++ {
			for w2 := range strings.FieldsSeq(p.units[j].lower) {
				if len(w2) > 2 && !articles[w2] {
					w.characters[w2] = true
				}
			}
		}
		return
	}
}

// isCharacter reports whether a name is one that somebody plays.
func (w *people) isCharacter(name string) bool {
	is := false
	for part := range strings.FieldsSeq(strings.ToLower(name)) {
		if !w.characters[part] {
			return false
		}
		is = true
	}
	return is
}

// readPronouns notes what a sentence that names one person only, of whom it is the first
// to speak in its paragraph, calls the person.
func (w *people) readPronouns(p *paragraph) {
	start, named := 0, None
	for _, end := range p.ends {
		pronoun, alone := "", true
		for i := start; i < end; i++ {
			u := p.units[i]
			if u.kind == person {
				alone = alone && (named == None || named == u.entity)
				named = u.entity
				continue
			}
			if g := pronounOf[u.lower]; u.kind == word && g != "" {
				if named == None || pronoun != "" && pronoun != g {
					alone = false
				}
				pronoun = g
			}
		}
		if alone && named != None {
			w.call(named, pronoun)
		}
		if named != None || pronoun != "" {
			return
		}
		start = end
	}
}

// The grades of how well a person fits a pronoun.
const (
	cannot   = iota // a source states otherwise
	may             // nothing is known
	textSays        // the text calls the person so
	stated          // a source states it
)

// fit tells how well a person fits "she" or "he".
func (w *people) fit(one int, pronoun string) int {
	e := w.found.Entities[one]
	gender := rolecall.Unknown
	if e.ID != "" {
		gender = e.Person.Gender
	}
	switch gender {
	case rolecall.Woman, rolecall.Man:
		if (gender == rolecall.Woman) == (pronoun == "she") {
			return stated
		}
		return cannot
	case rolecall.Nonbinary:
		return may
	}
	switch w.pronoun[one] {
	case pronoun:
		return textSays
	case "", "?":
		return may
	}
	return cannot
}
