package claims

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// rankByClause reads an ordinal whose noun a clause explains: "the third film that she has
// directed", "the first she wrote", "the last film directed by her". It reports whether there is
// such a clause.
func (r *reader) rankByClause(i, head int) bool {
	if head >= 0 && !r.isCareerNoun(head) {
		return false
	}
	at := max(i, head) + 1
	if r.class(at) == english.Did && r.word(at+1) == "by" && r.class(at+2) == english.Person {
		return r.rankAs(owner{at + 2, r.Items[at+2].Name}, r.roleDone(at, head), i, at+3)
	}
	if w := r.word(at); w == "that" || w == "which" {
		at++
	}
	own := owner{at, None}
	switch w := r.word(at); {
	case r.class(at) == english.Person:
		own.person = r.Items[at].Name
	case w == "she" || w == "he":
		own.person = r.topics.who(r, w, at)
	default:
		return false
	}
	at++
	for r.class(at) == english.Word && helpers[r.word(at)] {
		at++
	}
	if r.class(at) != english.Did {
		return false
	}
	return r.rankAs(own, r.roleDone(at, head), i, at+1)
}

// helpers are words between somebody and the verb of what they did.
var helpers = wordSet("has had have 's 'd ever also himself herself")

// isCareerNoun reports whether a noun is one that careers are counted in.
func (r *reader) isCareerNoun(i int) bool {
	switch r.class(i) {
	case english.Unit:
		return !r.Items[i].Many && r.Items[i].Of[0] != "episode"
	case english.Product:
		return rolecall.Role(r.Items[i].Of[0]) != Other
	}
	return works[r.word(i)]
}

// roleDone is the job that a verb says, or, where it says none ("made"), the noun before it.
func (r *reader) roleDone(verb, head int) rolecall.Role {
	if r.class(head) == english.Product {
		return rolecall.Role(r.Items[head].Of[0])
	}
	if role := rolecall.Role(r.Items[verb].Of[0]); role != Other {
		return role
	}
	return rolecall.Director
}

// rankAs makes the claim that a title has the place of an item among what somebody did in a
// job. It reports whether there was one to make.
func (r *reader) rankAs(own owner, role rolecall.Role, i, last int) bool {
	if own.person == None || role == "" || role == Other {
		return false
	}
	w := r.rankedTitle(owner{i, own.person}, i, last-1)
	if w.title == None {
		return false
	}
	claim := r.claimOf(Rank, r.finishWork(w))
	claim.Part, claim.Seasons, claim.Unclear = Part{}, nil, false
	claim.Person, claim.Role, claim.item = own.person, role, i
	switch {
	case r.class(i) == english.Ordinal:
		claim.Value, claim.HasValue = r.Items[i].Value, true
	case r.word(i) == "sophomore":
		claim.Value, claim.HasValue = 2, true
	default:
		claim.Vague = "last"
	}
	if c := r.clauseAt(i); c != nil && c.Group != nil && c.Be {
		claim.Negated = c.Negated
	}
	r.span(&claim, i, last)
	r.keep(claim)
	return true
}

// firstTimer reads "first-time director Petra Holm".
func (r *reader) firstTimer(i int) bool {
	if r.Items[i].Value != 1 && r.Items[i].Value != 2 || r.word(i+1) != "time" || !r.joined(i+1) || r.class(i+2) != english.Role || r.class(i+3) != english.Person {
		return false
	}
	w := r.rankWork(r.clauseAt(i))
	if w.title == None {
		return true
	}
	claim := r.claimOf(Rank, w)
	claim.Part, claim.Person, claim.Role, claim.item = Part{}, r.Items[i+3].Name, rolecall.Role(r.Items[i+2].Of[0]), i
	claim.Value, claim.HasValue = r.Items[i].Value, true
	r.span(&claim, i, i+4)
	r.keep(claim)
	return true
}

// sophomore reads "her sophomore feature", which is the second.
func (r *reader) sophomore(i int) {
	own := r.ownerBefore(i)
	if own.item < 0 || r.class(i+1) != english.Unit && !works[r.word(i+1)] && !efforts[r.word(i+1)] {
		return
	}
	if own.person == None {
		own.person = r.personAhead(i)
	}
	r.rankAs(own, rolecall.Director, i, i+2)
}

var efforts = wordSet("effort outing turn offering film")

// personAhead is the person who is the subject of the clause behind an opening phrase, whom its
// pronoun means: "With Pariah, her first feature, Dee Rees goes home". None where another name
// comes first.
func (r *reader) personAhead(i int) int {
	for _, c := range r.Clauses {
		if c.Kind == clause.Main && c.Subject != nil && c.Subject.First > i && c.Subject.Class == english.Person {
			return r.Items[c.Subject.Head].Name
		}
	}
	return None
}

// isSourceOf reports whether a person is named in the sentence only as whom a title is after:
// "adapted from a story by Abraham Cahan".
func (r *reader) isSourceOf(person int) bool {
	isSource := false
	for _, p := range r.Phrases {
		if !slices.ContainsFunc(r.Own(p, english.Person), func(i int) bool { return r.Items[i].Name == person }) {
			continue
		}
		if isSource = (p.Prep == "by" || p.Prep == "from") && p.After != nil && p.After.Class == english.Product; !isSource {
			return false
		}
	}
	return isSource
}

// seers are verbs of those who only watch.
var seers = wordSet("saw sees see watched watches watch loved loves hated hates remembers remembered bought reviewed praised panned missed discussed likes liked")

// isWatched reports whether what an ordinal counts is what its owner only watches: "saw her
// first film".
func (r *reader) isWatched(i int) bool {
	c := r.clauseAt(i)
	return c != nil && c.Group != nil && seers[c.Word] && i >= c.Group.Last
}

// neverBefore reads a first put as a denial: "had never directed a feature before Pariah", "no
// woman had shot a Bond film before her".
func (r *reader) neverBefore() {
	for _, c := range r.Clauses {
		if c.Group == nil || c.Kind != clause.Main || r.class(c.Head) != english.Did || !c.Perfect || !r.isHad(c) || c.Passive || r.text.Sentences[r.at].Question {
			continue
		}
		role := rolecall.Role(r.Items[c.Head].Of[0])
		if role == Other || slices.ContainsFunc(c.Objects, func(o *clause.Phrase) bool { return r.titleIn(o) != None && c.Negated || o.Pronoun != "" && c.Negated }) {
			continue
		}
		if slices.ContainsFunc(c.With, func(p *clause.Phrase) bool { return p.Prep == "since" || p.Class == english.Measure }) {
			continue // "had not directed for ten years"
		}
		before := withPrep(c, "before")
		switch {
		case c.Negated && c.Subject != nil:
			if people := r.people(c.Subject); len(people) == 1 {
				r.neverDid(c, people[0].entity, role, before)
			}
		case c.Subject != nil && c.Subject.Quantity.Kind == clause.None && c.Subject.Class == english.Gender && before != nil:
			r.nobodyDid(c, role, before)
		}
	}
}

// isHad reports whether a verb is in the past before the past.
func (r *reader) isHad(c *clause.Clause) bool {
	for k := c.Group.First; k < c.Group.Last; k++ {
		if w := r.word(k); w == "had" || w == "hadn't" || w == "'d" {
			return true
		}
	}
	return false
}

func (r *reader) neverDid(c *clause.Clause, person int, role rolecall.Role, before *clause.Phrase) {
	w := nowhere
	if before != nil {
		w, _ = r.workOf(before)
	}
	if w.title == None {
		w = r.rankWork(c)
	}
	if w.title == None {
		return
	}
	claim := r.claimOf(Rank, w)
	claim.Part, claim.Person, claim.Role, claim.item = Part{}, person, role, c.Head
	claim.Value, claim.HasValue = 1, true
	last := c.Group.Last
	if before != nil {
		last = max(last, before.Last)
	}
	r.span(&claim, c.Subject.First, last)
	r.keep(claim)
}

// nobodyDid reads the first of a gender put as a denial of those before.
func (r *reader) nobodyDid(c *clause.Clause, role rolecall.Role, before *clause.Phrase) {
	people := r.people(before)
	if len(people) != 1 {
		return
	}
	r.here = slices.DeleteFunc(r.here, func(o Claim) bool { // that none did was true only until then
		return (o.Kind == Every || o.Kind == Count) && o.Role == role && o.Start >= r.Items[c.First].Start && strings.EqualFold(string(o.Gender), r.Items[c.Subject.Head].Of[0])
	})
	w := r.rankWork(c)
	if w.title == None {
		return
	}
	claim := r.claimOf(Rank, w)
	claim.Part, claim.Person, claim.Role, claim.item = Part{}, people[0].entity, role, c.Head
	claim.Gender, claim.Value, claim.HasValue = rolecall.Gender(r.Items[c.Subject.Head].Of[0]), 1, true
	r.span(&claim, c.Subject.First, before.Last)
	r.keep(claim)
}
