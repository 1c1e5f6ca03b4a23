package speech

import (
	"strings"

	"rolecall/press/english"
)

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
