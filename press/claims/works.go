package claims

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// Somebody and a title beside each other without a word for the job: who shows it, is
// honoured for it, is known by it, whose first or last work it is. The job is the one that
// the text gives the person elsewhere.

// works reads whom sentences set beside titles.
func (r *reader) works() {
	for _, c := range r.Clauses {
		if c.Group == nil || c.Negated || r.isUnreal(c) {
			continue
		}
		r.shows(c)
		r.honoured(c)
		r.filmography(c)
	}
	for _, p := range r.Phrases {
		r.knownFor(p)
		r.broughtBy(p)
		for _, m := range p.All() {
			r.ownWork(m)
			for _, a := range m.Apposed {
				r.ownWork(a)
			}
		}
	}
}

// makings are the jobs that "a film of hers" leaves open.
var makings = []rolecall.Role{rolecall.Director, rolecall.Writer, rolecall.Creator, rolecall.Showrunner, rolecall.Producer, rolecall.ExecutiveProducer}

// craftOf is the job by which a person belongs to a title that is only said to be theirs: left
// open for whom the text has once called a maker of films.
func (r *reader) craftOf(entity int) rolecall.Role {
	for _, c := range append(slices.Clone(r.claims), r.here...) {
		if c.Kind == Credit && c.Person == entity && slices.Contains(makings, c.Role) {
			return Other
		}
	}
	if job := r.jobOf(entity); !slices.Contains(makings, job) {
		return job
	}
	return Other
}

// belongs makes the claims that the titles of a phrase are those of people.
func (r *reader) belongs(people []person, p *clause.Phrase, role func(entity int) rolecall.Role) {
	for _, who := range people {
		for _, m := range p.All() {
			w, _ := r.workOf(m)
			if w.title == None || w.anchor != Named {
				continue
			}
			c := r.claimOf(Credit, r.finishWork(w))
			c.Person, c.Role, c.Aside = who.entity, role(who.entity), true
			first, last := min(who.item, m.First), max(who.item+1, m.Last)
			if len(p.Members) > 0 && m != p.Members[0] {
				first, last = m.First, m.Last
			}
			r.span(&c, first, last)
			r.keep(c)
		}
	}
}

// isWorks reports whether a phrase names titles only, or an episode of one.
func (r *reader) isWorks(p *clause.Phrase) bool {
	for _, m := range p.All() {
		episode := m.Of != nil && m.Of.Class == english.Title && (m.Class == english.Episode || m.Class == english.Unit && r.Items[m.Head].Of[0] == "episode")
		if m.Class != english.Title && !episode || m.Owner != nil && r.Has(m.Owner, english.Person) {
			return false
		}
	}
	return true
}

var (
	// arriving are verbs of people that take "with" and a title of theirs.
	arriving = wordSet("returns returned return comes came come arrives arrived followed follows began begins started starts debuts debuted competes competed opens opened")
	// bringing are verbs of people whose object is a title of theirs.
	bringing = wordSet("brought brings bringing entered unveiled unveils unveiling showing did")
	// present are words behind "is" after which "with" takes a title.
	present = wordSet("back here there competition represented")
	// firsts are nouns of beginning: "makes her debut with".
	firsts = wordSet("debut bow comeback breakthrough name mark return")
)

// shows reads who comes before the public with a title: "returns with", "is showing",
// "makes her debut with", "is represented by".
func (r *reader) shows(c *clause.Clause) {
	people := r.people(c.Subject)
	if len(people) == 0 {
		return
	}
	if c.Word == "did" { // as a director does
		people = slices.DeleteFunc(people, func(who person) bool { return r.jobOf(who.entity) != rolecall.Director })
	}
	if bringing[c.Word] && !c.Passive && len(c.Objects) > 0 && r.isWorks(c.Objects[0]) {
		r.belongs(people, c.Objects[0], r.craftOf)
	}
	made := (c.Word == "made" || c.Word == "makes") && len(c.Objects) > 0 && firsts[r.word(c.Objects[0].Head)]
	for _, p := range c.With {
		by := p.Prep == "by" && c.Passive && c.Word == "represented"
		with := p.Prep == "with" && (made || arriving[c.Word] && !c.Passive || c.Be && r.says(present, c.Group.Last, p.First))
		if (by || with) && r.isWorks(p) && r.isOwnGround(c, p) {
			r.belongs(people, p, r.craftOf)
		}
	}
}

// isOwnGround reports whether a phrase after a verb belongs to that verb, not to another
// noun before it: "came to the cinema with" does, "saw the man with" does not.
func (r *reader) isOwnGround(c *clause.Clause, p *clause.Phrase) bool {
	return p.After == nil || p.After.Class != english.Person || p.After == c.Subject
}

// says reports whether one of some words stands between two items.
func (r *reader) says(words map[string]bool, first, last int) bool {
	for i := first; i < last; i++ {
		if words[r.word(i)] {
			return true
		}
	}
	return false
}

// honours are words for prizes and what leads to them.
var honours = wordSet("nominated nominee nomination nominations shortlisted won wins win winner honoured honored awarded oscar oscars bafta emmy emmys prize prizes award awards recognised recognized lion palm")

// honoured reads whose work a prize was for: "was shortlisted for", "won for", "Jane Campion
// for The Piano".
func (r *reader) honoured(c *clause.Clause) {
	if !r.says(honours, 0, len(r.Items)) {
		return
	}
	role := func(entity int) rolecall.Role {
		if craft := r.craftOf(entity); craft != Other {
			return craft
		}
		return r.honouredCraft()
	}
	for _, p := range r.Phrases {
		if p.Prep != "for" || !r.isWorks(p) {
			continue
		}
		switch {
		case p.After != nil && p.After.Class == english.Person:
			all := p.After.All()
			r.belongs(r.people(all[len(all)-1]), p, role)
		case p.In != c:
		case honours[c.Word]:
			r.belongs(r.people(c.Subject), p, role)
		case c.Be && c.Subject != nil && honours[r.word(c.Subject.Head)] && c.Antecedent != nil:
			r.belongs(r.people(c.Antecedent), p, role)
		}
	}
}

// honouredCraft is the job that the prize of the sentence is for: "the cinematography
// Oscar", "best director"; Other where it does not say one.
func (r *reader) honouredCraft() rolecall.Role {
	for _, item := range r.Items {
		if item.Class == english.Award || item.Class == english.Product && item.Of[0] != "other" {
			return rolecall.Role(item.Of[0])
		}
	}
	return Other
}

var (
	// bodies are nouns for all that somebody has worked on.
	bodies = wordSet("credits credit films film work works filmography features hits cv resume résumé shows series")
	// holding are the verbs that say what is among it.
	holding = wordSet("include includes included including span spans")
)

// filmography reads what somebody's work includes: "whose credits include", "counts it among
// hers".
func (r *reader) filmography(c *clause.Clause) {
	var people []person
	craft := r.craftOf
	switch among := withPrep(c, "among"); {
	case holding[c.Word] && c.Subject != nil && c.Subject.Class == english.Role && r.Items[c.Subject.Head].Many && c.Subject.Owner != nil: // "her directing credits"
		people = r.people(c.Subject.Owner)
		craft = func(int) rolecall.Role { return rolesOfItem(r.Items[c.Subject.Head])[0] }
	case holding[c.Word] && c.Subject != nil && bodies[r.word(c.Subject.Head)]:
		people = r.makersOf(c.Subject)
		if c.Sub == "whose" {
			people = r.people(c.Antecedent)
		}
	case (c.Word == "counts" || c.Word == "counted") && among != nil && (among.Pronoun == "hers" || among.Pronoun == "his" || bodies[r.word(among.Head)]):
		people = r.people(c.Subject)
	}
	for _, o := range c.Objects {
		if len(people) > 0 && r.isWorks(o) {
			r.belongs(people, o, craft)
		}
	}
}

var (
	// formerly are words between a name and the title by which it is known.
	formerly = wordSet(", once late formerly both previously best known last seen most recently familiar fresh")
	// knownBy are the prepositions before that title.
	knownBy = wordSet("of from in for")
)

// knownFor reads the title by which somebody is known: "Jane Lund, of Salt Roads", "he of
// Signal", "last seen in".
func (r *reader) knownFor(p *clause.Phrase) {
	for _, q := range r.Phrases {
		switch {
		case (p.Pronoun == "he" || p.Pronoun == "she" || p.Pronoun == "they") && p.Of != nil && r.isWorks(p.Of) && q.Class == english.Person && q.Last == p.First-1:
			r.belongs(r.people(q), p.Of, r.screenCraft)
		case knownBy[p.Prep] && r.isWorks(p) && q.Class == english.Person && r.isKnownBy(q, p):
			craft := r.screenCraft
			if p.Prep == "from" { // as viewers know them
				craft = r.playerCraft
			}
			r.belongs(r.people(q), p, craft)
		}
	}
}

// isKnownBy reports whether the words between a person and a title say that the one is
// known by the other.
func (r *reader) isKnownBy(who, p *clause.Phrase) bool {
	at := p.First - 1
	if who.Last > at || r.word(who.Last) != "," && !(p.Prep == "from" && who.Last == at) {
		return false
	}
	for i := who.Last; i < at; i++ {
		if !formerly[r.word(i)] {
			return false
		}
	}
	switch before := r.word(at - 1); p.Prep {
	case "in":
		return before == "seen"
	case "for":
		return before == "known"
	case "from":
		return at-who.Last <= 2
	}
	return true
}

// screenCraft is the craft of somebody who is known by a title: most often a player's,
// where the sentence speaks of players.
func (r *reader) screenCraft(entity int) rolecall.Role {
	craft := r.craftOf(entity)
	if craft == Other && r.speaksOfCast(&clause.Bracket{}) {
		return rolecall.Cast
	}
	return craft
}

func (r *reader) playerCraft(entity int) rolecall.Role {
	if craft := r.craftOf(entity); craft != Other || r.jobOf(entity) != Other {
		return craft
	}
	return rolecall.Cast
}

// broughtBy reads a maker right behind a title: "Hustlers by Lorene Scafaria".
func (r *reader) broughtBy(p *clause.Phrase) {
	t := p.After
	if p.Prep != "by" || t == nil || p.In != nil && p.In.Group != nil && (p.In.Passive || p.In.Participle) {
		return
	}
	all := t.All()
	makers := slices.DeleteFunc(r.people(p), func(who person) bool { return !strings.Contains(r.text.Found.Entities[who.entity].Name, " ") })
	if last := all[len(all)-1]; last.Class == english.Title && last.Owner == nil {
		r.belongs(makers, last, r.craftOf)
	}
}

// spelt reads the people whom the number of a group before them means: "three of its
// directors were women: A, B and C".
func (r *reader) spelt() {
	for _, c := range r.here {
		if c.Kind != Count || c.Person != None || c.Title == None || c.Gender == "" || c.Role == "" || c.Negated || !c.HasValue || c.Unit != People && c.Unit != "" {
			continue
		}
		for _, p := range r.Phrases {
			people := r.people(p)
			sign := r.word(p.First - 1)
			if p.Class != english.Person || len(people) != int(c.Value) || r.Items[p.First].Start < c.Start || sign != "," && sign != ":" && sign != "-" || p.Follows != nil && p.Follows.Class == english.Person || !r.isEnd(p.Last) {
				continue
			}
			if slices.ContainsFunc(r.Items[p.Last:], func(i english.Item) bool { return i.Class == english.Title && i.Name == c.Title }) {
				continue // it is only named later, of something else
			}
			w := work{title: c.Title, anchor: c.Anchor, seasons: c.Seasons, unclear: c.Unclear, item: -1}
			r.credits(people, w, c.Role, p.Last)
			break
		}
	}
}

// ownWork reads whose work a title is by its place among theirs: "her second, Tin Roof",
// "Grey Heron, the debut of Jane Lund", "Salt Roads is Jane Lund's third feature".
func (r *reader) ownWork(p *clause.Phrase) {
	if !r.isOwnWork(p) {
		return
	}
	makers := r.makersOf(p)
	if len(makers) == 0 {
		return
	}
	for _, t := range r.titlesBeside(p) {
		negated := p.In != nil && p.In.Group != nil && p.In.Negated && p.Quantity.Kind == clause.Some && p.Owner == nil
		before := len(r.here)
		r.belongs(makers, t, r.craftOf)
		for i := before; i < len(r.here); i++ {
			r.here[i].Negated = negated
		}
	}
}

// isOwnWork reports whether a phrase is a work in somebody's career: "her second", "the
// debut", "a film"; not one that they only like.
func (r *reader) isOwnWork(p *clause.Phrase) bool {
	if p.Pronoun == "'s" {
		return newest[r.word(p.Last)]
	}
	head := r.word(p.Head)
	return p.Class == english.Ordinal || r.isWorkNoun(p) || head == "debut" || head == "up" && r.word(p.Head-1) == "follow"
}

var (
	newest = wordSet("last latest first newest")
	// liked are words for works that are another's.
	liked = wordSet("favourite favorite beloved idea kind sort version review")
)

// makersOf are the people whose a phrase is: its owner, "her", who follows "of" or "by".
func (r *reader) makersOf(p *clause.Phrase) []person {
	w := r.word(p.First)
	switch {
	case p.Owner != nil:
		return r.people(p.Owner)
	case w == "her" || w == "his":
		if who := r.topics.who(r, w, p.First); who != None {
			return []person{{entity: who, item: p.First}}
		}
		return nil
	case p.Of != nil && r.Has(p.Of, english.Person):
		return r.people(p.Of)
	}
	for _, q := range r.Phrases {
		if (q.Prep == "by" || q.Prep == "from") && q.First == p.Last+1 && r.Has(q, english.Person) {
			return r.people(q)
		}
	}
	return nil
}

// titlesBeside are the titles that a phrase explains or is said to be.
func (r *reader) titlesBeside(p *clause.Phrase) []*clause.Phrase {
	var all []*clause.Phrase
	add := func(q *clause.Phrase) {
		if q != nil && q != p && r.isWorks(q) && !slices.Contains(all, q) {
			all = append(all, q)
		}
	}
	for _, a := range p.Apposed {
		add(a)
	}
	for _, q := range r.Phrases {
		for _, m := range q.All() {
			if slices.Contains(m.Apposed, p) {
				add(m)
			}
		}
	}
	c := p.In
	if c == nil || c.Group == nil || !c.Be || r.isUnreal(c) {
		return all
	}
	switch {
	case c.Subject == p && len(c.Objects) > 0:
		add(c.Objects[0])
	case slices.Contains(c.Objects, p):
		add(c.Subject)
	}
	return all
}
