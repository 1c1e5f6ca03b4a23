package claims

import (
	"slices"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// This file reads how the episodes of a title are shared out: who made all of them, and who
// made how many.

var (
	// handled are verbs by which somebody has part of a job, beside those for the job.
	handled = wordSet("take takes took taking get gets got getting has had have having did does do doing handle handles handled handling made makes make making helmed helms")
	// quite are the words by which somebody has all of it.
	alones = wordSet("alone single-handedly singlehandedly single-handed solo unaided")
	nobody = wordSet("nobody none no-one")
	extras = wordSet("other second further")
	// until begin words that do not say what all is of.
	until = wordSet("before after to when as while")
)

// sharings reads who has how much of a job.
func (r *reader) sharings() {
	for _, c := range r.Clauses {
		if c.Group != nil && !c.Negated && !c.Passive && !r.isUnreal(c) && !r.isOfRank(c) {
			r.didAll(c)
			r.shareOf(c)
		}
	}
	for i := range r.Items {
		r.nobodyBut(i)
		r.noOther(i)
		r.sharing(i)
	}
}

// didAll reads that one person has all of a job: "directed the lot", "did the whole of the
// fourth", "wrote it alone".
func (r *reader) didAll(c *clause.Clause) {
	people := r.people(c.Subject)
	if len(people) != 1 {
		return
	}
	roles := r.rolesOfVerb(c)
	last, all := r.allBehind(c.Group.Last)
	sole, alone := r.aloneBehind(c.Group.Last)
	if len(roles) == 0 || !all && !alone {
		return
	}
	if r.isLess(c.Group.Last, last) {
		r.here = slices.DeleteFunc(r.here, func(o Claim) bool { return o.Kind == Every && o.Person == people[0].entity })
		return
	}
	if r.class(c.Head) != english.Did && !all {
		return
	}
	for _, role := range roles {
		w := r.workNear(c)
		if len(c.Objects) > 0 && c.Objects[0].Core().Pronoun != "" { // "directed them all": what the text speaks of
			w = nowhere
			w.title, w.anchor = r.topics.before(r)
			w = r.finishWork(w)
		}
		for _, o := range c.Objects {
			if own, ok := r.workOf(o); ok {
				w = r.finishWork(r.mergeWork(own, w))
			}
		}
		if n := r.seasonByPlace(c.Group.Last, last); n > 0 && w.title != None {
			w.seasons = []int{n}
		}
		claim := r.claimOf(Every, w)
		claim.Role, claim.Person, claim.Part, claim.Sole = role, people[0].entity, Part{All: true}, alone
		for k := c.Group.Last; k < last && all; k++ {
			if r.class(k) == english.Number && r.Items[k].Vague == "" {
				claim.Value, claim.HasValue, claim.Of, claim.item = r.Items[k].Value, true, r.Items[k].Value, k
			}
		}
		r.span(&claim, min(people[0].item, c.Group.First), max(last, sole))
		r.replace(claim)
	}
}

// isLess reports whether words take something off all: "every one since Batman Begins", "all of
// them but the last".
func (r *reader) isLess(first, last int) bool {
	for k := first; k < min(last+1, len(r.Items)); k++ {
		if w := r.word(k); w == "since" || w == "but" || w == "except" || w == "bar" || w == "until" || w == "from" {
			return true
		}
	}
	return false
}

// rolesOfVerb are the jobs that a clause's verb says or, of "did" and "took", means.
func (r *reader) rolesOfVerb(c *clause.Clause) []rolecall.Role {
	if r.class(c.Head) == english.Did {
		return slices.DeleteFunc(rolesOfItem(r.Items[c.Head]), func(role rolecall.Role) bool { return isFront(role) || role == Other })
	}
	if role := r.jobNear(); role != "" && handled[c.Word] {
		return []rolecall.Role{role}
	}
	return nil
}

// jobNear is the job that a sentence shares out: that of the sentence or the claims just before,
// else the one that the sentences around it speak of.
func (r *reader) jobNear() rolecall.Role {
	if role := r.jobAround(); role != "" {
		return role
	}
	for _, s := range []int{r.at - 1, r.at + 1, r.at - 2} {
		if s < 0 || s >= len(r.text.read) || r.text.Sentences[s].Paragraph != r.text.Sentences[r.at].Paragraph && s != r.at-1 {
			continue
		}
		for _, item := range r.text.read[s].Items {
			if item.Class == english.Did || item.Class == english.Role {
				if role := rolecall.Role(item.Of[0]); role == rolecall.Director || role == rolecall.Writer {
					return role
				}
			}
		}
	}
	return ""
}

// allBehind is the place after words right behind a verb that mean all of what it did.
func (r *reader) allBehind(at int) (int, bool) {
	switch {
	case r.word(at) == "the" && r.word(at+1) == "lot" && r.word(at+2) != "of":
		return at + 2, true
	case r.word(at) == "the" && (r.word(at+1) == "whole" || r.word(at+1) == "entirety" || r.word(at+1) == "entire"):
		return r.endOf(at + 2), true
	case r.word(at) == "them" && r.word(at+1) == "all":
		return at + 2, true
	case r.word(at) == "sole" && r.word(at+1) == "charge" && r.word(at+2) == "of":
		return r.endOf(at + 3), true
	case r.word(at) == "every" && r.word(at+1) == "one":
		return r.endOf(at + 2), true
	case r.word(at) == "all" && (r.word(at+1) == "of" || r.class(at+1) == english.Number):
		return r.endOf(at + 1), true
	}
	return at, false
}

// endOf is where words end at a sign or another clause.
func (r *reader) endOf(at int) int {
	for at < len(r.Items) && !r.parts(at) && !until[r.word(at)] {
		at++
	}
	return at
}

// aloneBehind is the place after words behind a verb that mean nobody else did it.
func (r *reader) aloneBehind(at int) (int, bool) {
	for k := at; k < min(len(r.Items), at+10); k++ {
		w := r.word(k)
		switch {
		case r.isSign(k) || w == "and" || w == "but":
			return at, false
		case alones[w] && r.class(k) == english.Word && r.endsFigure(k+1):
			return k + 1, true
		case w == "own" && r.word(k-2) == "on" && r.endsFigure(k+1):
			return k + 1, true
		}
	}
	return at, false
}

// seasonByPlace is the season that an ordinal alone means, "the whole of the fourth"; 0 where
// none does.
func (r *reader) seasonByPlace(first, last int) int {
	for k := first; k < last; k++ {
		if r.class(k) == english.Ordinal && r.word(k-1) == "the" && (k+1 == last || r.word(k+1) == "set") {
			return int(r.Items[k].Value)
		}
	}
	return 0
}

// replace takes a claim in place of one that says less of the same person.
func (r *reader) replace(c Claim) {
	r.here = slices.DeleteFunc(r.here, func(o Claim) bool {
		return o.Person == c.Person && o.Role == c.Role && (o.Kind == Credit || o.Kind == Every) && o.Overlaps(c.Span) && (o.Title == c.Title || o.Anchor < Named)
	})
	if c.Title != None {
		r.keep(c)
	}
}

// nobodyBut reads "written by nobody but Mike White".
func (r *reader) nobodyBut(i int) {
	if r.class(i) != english.Person || r.word(i-1) != "but" || !nobody[r.word(i-2)] && !(r.word(i-2) == "one" && r.word(i-3) == "no") {
		return
	}
	c := r.clauseAt(i)
	if c == nil || r.isUnreal(c) {
		return
	}
	role := r.jobNear()
	if role == "" {
		return
	}
	claim := r.claimOf(Every, r.workNear(c))
	claim.Role, claim.Person, claim.Part, claim.Sole = role, r.Items[i].Name, Part{All: true}, true
	first := i - 2
	if r.class(first-2) == english.Did {
		first -= 2
	}
	r.span(&claim, first, i+1)
	r.replace(claim)
}

// noOther reads "no second director is listed": the one whom the text has named has all of it.
func (r *reader) noOther(i int) {
	if r.word(i) != "no" || !extras[r.word(i+1)] && r.class(i+1) != english.Ordinal || r.class(i+2) != english.Role || r.Items[min(i+2, len(r.Items)-1)].Many {
		return
	}
	c := r.clauseAt(i + 2)
	if c == nil || c.Group == nil || r.isUnreal(c) || !c.Passive && !c.Be {
		return
	}
	role := rolecall.Role(r.Items[i+2].Of[0])
	for k := len(r.claims) - 1; k >= 0 && r.claims[k].Sentence >= r.at-carried; k-- {
		o := r.claims[k]
		if o.Kind != Credit || o.Role != role || o.Person == None || o.Title == None || o.Negated {
			continue
		}
		claim := o
		claim.Kind, claim.Part, claim.Sole, claim.item = Every, Part{All: true}, true, -1
		r.span(&claim, i, max(i+3, c.Group.Last))
		r.keep(claim)
		return
	}
}

// shareOf reads how many the subject of a verb made: "she made two chapters of it".
func (r *reader) shareOf(c *clause.Clause) {
	people := r.people(c.Subject)
	if len(people) != 1 || r.class(people[0].item) == english.Person || r.class(c.Head) != english.Did && !handled[c.Word] {
		return
	}
	r.share(people[0], c.Group.Last, false)
}

// sharing reads how many somebody made: "Toby Haynes taking six of them", "Justin Lin did the
// first two" and, where the verb is left out, "Susanna White three".
func (r *reader) sharing(i int) {
	if r.class(i) != english.Person {
		return
	}
	at, elided := i+1, true
	for r.word(at) == "also" || r.word(at) == "then" || r.word(at) == "has" && handled[r.word(at+1)] {
		at++
	}
	if handled[r.word(at)] || r.class(at) == english.Did && !isFront(rolecall.Role(r.Items[at].Of[0])) {
		at, elided = at+1, false
	}
	if r.word(at) == "the" && r.word(at+1) == "most" && r.word(at+2) == "," && !elided {
		at += 3
	}
	r.share(person{entity: r.Items[i].Name, item: i}, at, elided)
}

// share makes the claim that somebody made as many as the words from an item on say; elided
// where no verb stands before them.
func (r *reader) share(who person, at int, elided bool) {
	number := r.numberFrom(at)
	if number < 0 || r.taken(number) {
		return
	}
	c := r.clauseAt(who.item)
	if c != nil && (r.isUnreal(c) || c.Group != nil && c.Negated) {
		return
	}
	role, w := rolecall.Role(""), nowhere
	if lead, found := r.sharedBefore(); found {
		role = lead.Role
		w = work{title: lead.Title, anchor: lead.Anchor, seasons: lead.Seasons, unclear: lead.Unclear, years: [2]int{lead.Year, lead.YearTo}}
	} else if elided {
		return
	}
	if r.class(at-1) == english.Did && rolecall.Role(r.Items[at-1].Of[0]) != Other {
		role = rolecall.Role(r.Items[at-1].Of[0])
	} else if role == "" {
		role = r.jobNear()
	}
	if w.title == None && c != nil {
		w = r.workNear(c)
	}
	if role == "" || w.title == None {
		return
	}
	claim := r.claimOf(Count, w)
	claim.Role, claim.Person, claim.Part, claim.Unit = role, who.entity, Part{}, "episode"
	claim.Value, claim.HasValue, claim.item = r.Items[number].Value, true, number
	r.span(&claim, who.item, number+1)
	r.replace(claim)
}

var ordering = wordSet("the other another next opening closing final last remaining just only first further")

// numberFrom is the number that begins at an item and counts episodes: "the first two", "six of
// them", "three"; -1 where none does.
func (r *reader) numberFrom(at int) int {
	first := at
	for at < first+3 && (ordering[r.word(at)] && r.class(at) != english.Season || r.class(at) == english.Ordinal) {
		at++
	}
	if r.class(at) != english.Number || r.Items[at].Vague != "" || r.Items[at].Value > 60 {
		return -1
	}
	next := at + 1
	if r.class(next) == english.Unit && r.Items[next].Of[0] == "episode" {
		return at
	}
	if r.word(next) == "of" {
		p := r.phraseOf(next + 1)
		if p == nil {
			return -1
		}
		core := r.lastOf(p).Core()
		if core.Pronoun == "them" || core.Pronoun == "these" || core.Pronoun == "those" || core.Class == english.Unit && r.Items[core.Head].Of[0] == "episode" {
			return at
		}
		return -1
	}
	if next >= len(r.Items) || r.parts(next) || r.class(next) == english.Person {
		return at
	}
	return -1
}

// sharedBefore is the last claim of this or the sentence before that says how many episodes
// somebody made.
func (r *reader) sharedBefore() (Claim, bool) {
	for _, all := range [][]Claim{r.here, r.claims} {
		for k := len(all) - 1; k >= 0 && all[k].Sentence >= r.at-1; k-- {
			if o := all[k]; o.Person != None && o.Title != None && o.Kind == Count && o.Role != "" && !isFront(o.Role) {
				return o, true
			}
		}
	}
	return Claim{}, false
}
