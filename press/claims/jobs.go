package claims

import (
	"slices"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// copulas reads "is": she is the director, the director is she, the third was hers, three
// of the nine directors were women.
func (r *reader) copulas() {
	for _, c := range r.Clauses {
		if c.Group == nil || r.isUnreal(c) {
			continue
		}
		if holding[c.Word] {
			r.holdersInclude(c)
		}
		if !c.Be {
			continue
		}
		r.oneOf(c)
		if c.Subject == nil {
			continue
		}
		for k := 0; k < len(c.Objects); k++ {
			o := c.Objects[k]
			if k > 0 && k+1 < len(c.Objects) && r.isPair(o, c.Objects[k+1]) {
				k++
				r.holds(c, r.people(o), c.Objects[k], o.First, c.Objects[k].Last, c.Negated)
				continue
			}
			r.is(c, c.Subject, o)
		}
	}
}

// isPair reports whether somebody and a job stand side by side, the verb between them left
// out: "Ann Lee was the editor and Bo Diaz the composer".
func (r *reader) isPair(who, job *clause.Phrase) bool {
	return job.Follows == who && r.Has(who, english.Person) && r.isJob(job)
}

// holdersInclude reads "executive producers include A and B".
func (r *reader) holdersInclude(c *clause.Clause) {
	if c.Negated || c.Subject == nil || len(c.Objects) == 0 || !r.isJob(c.Subject) || !r.Items[c.Subject.Core().Head].Many || isFront(r.rolesOf(c.Subject.Core())[0]) || c.Subject.Owner != nil && r.Has(c.Subject.Owner, english.Person) {
		return
	}
	if people := r.listed(c.Objects[0]); len(people) > 0 {
		r.holds(c, people, c.Subject, c.Subject.First, c.Group.Last, false)
	}
}

// listed are the people of a phrase and of those that go on with its list behind the company
// of each: "Ann Lee for Onda and Bo Diaz for Tern".
func (r *reader) listed(p *clause.Phrase) []person {
	var people []person
	for k, m := range p.All() {
		if k == 0 || len(r.Own(m, english.Role)) == 0 { // "and the editor Bo Diaz" has a job of his own
			people = append(people, r.people(m)...)
		}
	}
	if len(people) == 0 {
		return nil
	}
	for _, q := range r.companions(p) {
		people = append(people, r.people(q)...)
	}
	return people
}

// companions are the phrases of people that go on with the list of one.
func (r *reader) companions(p *clause.Phrase) []*clause.Phrase {
	var all []*clause.Phrase
	at, company := p.Last, false
	for _, q := range r.Phrases {
		switch {
		case q.First < at:
		case q.First == at+1 && r.word(at) == "," && q.Class == english.Number && q.Last == q.First+1:
			at, company = q.Last, true // an age
		case q.First == at+1 && companies[r.word(at)] && len(q.Members) == 2 && q.Members[0].Class != english.Person && q.Members[1].Class == english.Person:
			all = append(all, q.Members[1]) // "for Onda and Bo Diaz": a firm and the next
			at, company = q.Last, false
		case q.First == at+1 && companies[r.word(at)] && q.Class != english.Person:
			at, company = q.Last, true
		case company && q.First == at+1 && (r.word(at) == "and" || r.word(at) == "," || r.word(at) == ";") && r.Has(q, english.Person),
			company && q.First == at+2 && r.word(at) == "," && r.word(at+1) == "and" && r.Has(q, english.Person):
			all = append(all, q)
			at, company = q.Last, false
		default:
			return all
		}
	}
	return all
}

// companies stand before the firm for which somebody works.
var companies = wordSet("for of at")

// oneOf reads who is one of those that hold a job: "is among the producers", "among the
// writers are", "were the only women among the six directors".
func (r *reader) oneOf(c *clause.Clause) {
	job := withPrep(c, "among")
	if job == nil && len(r.Phrases) > 0 && r.Phrases[0].Prep == "among" && r.Phrases[0].Last == c.Group.First {
		job = r.Phrases[0]
	}
	if job == nil || !r.isJob(job) || !r.Items[job.Core().Head].Many {
		return
	}
	who := c.Subject
	if who == nil && len(c.Objects) > 0 {
		who = c.Objects[0]
	}
	if people := r.people(who); len(people) > 0 && r.class(people[0].item) == english.Person {
		r.holds(c, people, job, c.Group.First, job.Last, c.Negated)
	}
}

// is reads that one phrase is another.
func (r *reader) is(c *clause.Clause, a, b *clause.Phrase) {
	people, others := r.people(a), r.people(b)
	switch {
	case a.Pronoun == "it" && len(others) > 0:
		r.itWas(c, b)
	case len(people) > 0 && r.isJob(b):
		r.holds(c, people, b, c.Group.First, c.Group.Last, c.Negated)
	case len(others) > 0 && r.isJob(a):
		r.holds(c, r.listed(b), a, a.First, c.Group.Last, c.Negated)
	case b.Pronoun == "'s" || b.Pronoun == "hers" || b.Pronoun == "his":
		r.isOf(c, a, b)
	case len(people) > 0 && r.isGender(b) && b.Kind == clause.Only:
		r.isOnly(c, people, b)
	case r.isGender(b) && !r.Has(a, english.Person):
		r.areOf(c, a, b)
	case r.isGender(a) && (r.isJob(b) || b.Quantity.Kind == clause.Share):
		r.areOf(c, b, a)
	case len(people) > 0 && len(others) > 0 && b.Pronoun == "" && withPrep(c, "in") != nil:
		r.plays(c, people, b)
	case len(people) > 0 && r.isPart(b, r.casts() && b.Owner == nil):
		r.plays(c, people, b)
	case len(others) > 0 && r.isPart(a, r.casts()):
		r.plays(c, others, a)
	}
}

// isJob reports whether a phrase is somebody who holds a job: "the director of it".
func (r *reader) isJob(p *clause.Phrase) bool {
	core := p.Core()
	lead := core.Class == english.Role && r.Items[core.Head].Of[0] == string(Star) && !r.Items[core.Head].Many && r.word(core.First) == "the" // "the male lead"
	return core.Class == english.Role && !r.Has(core, english.Person) && (lead || !r.Has(p, english.Gender))
}

func (r *reader) isGender(p *clause.Phrase) bool {
	return r.Has(p.Core(), english.Gender) && !r.Has(p.Core(), english.Person) && p.Core().Pronoun == ""
}

// holds makes the claims that people hold the jobs of a phrase.
func (r *reader) holds(c *clause.Clause, people []person, job *clause.Phrase, first, last int, negated bool) {
	core := job.Core()
	if r.isJobElsewhere(job) {
		return
	}
	w, ok := r.workOf(job)
	if !ok || w.title == None {
		w = r.mergeWork(w, r.workNear(c))
	}
	w = r.finishWork(w)
	d := deed{roles: r.rolesOf(core), in: c, first: first, last: last, negated: negated, work: w, shared: job != core}
	for i, p := range people {
		for _, role := range d.roles {
			if r.isProfession(job, role, w) {
				continue
			}
			claim := r.claimOf(Credit, w)
			claim.Person, claim.Role, claim.Negated, claim.Character = p.entity, role, negated, p.character
			claim.Sole = job.Quantity.Kind == clause.Only
			r.spanPerson(&claim, d, p, i, len(people), 0, job)
			if claim.Title != None {
				r.keep(claim)
			}
		}
	}
}

// isJobElsewhere reports whether what follows the "of" of a job is no title for all that is known,
// so that the job is not on the one that the text speaks of: "the editor of a newspaper".
func (r *reader) isJobElsewhere(job *clause.Phrase) bool {
	of := job.Core().Of
	if of == nil || of.Pronoun != "" || len(of.Members) > 0 || r.titleIn(of) != None {
		return false
	}
	switch of.Core().Class {
	case english.Name, english.Person:
		return true
	case english.Word:
		_, back := r.workOf(of)
		return !back
	}
	return false
}

// rolesOf are the jobs that a phrase names.
func (r *reader) rolesOf(p *clause.Phrase) []rolecall.Role {
	var all []rolecall.Role
	for _, i := range r.Own(p, english.Role) {
		for _, role := range rolesOfItem(r.Items[i]) {
			if !slices.Contains(all, role) {
				all = append(all, role)
			}
		}
	}
	return all
}

// isProfession reports whether a job is said of a person and of no title: "the actor
// Regina King", "a writer from Leeds".
func (r *reader) isProfession(job *clause.Phrase, role rolecall.Role, w work) bool {
	if named, ok := r.workOf(job); ok && named.title != None {
		return false
	}
	if role == Other || r.word(job.Core().Head) == "newcomer" {
		return true
	}
	if w.item > 0 && w.anchor == Named && w.item >= job.Last && (r.word(w.item-1) == "on" || r.word(w.item-1) == "for") && !isFront(role) {
		return false // "is a writer on Salt Roads"
	}
	if w.item > 0 && w.anchor == Named && r.word(w.item-1) == "on" && r.word(job.First-1) == "as" && !isFront(role) {
		return false // "worked on Salt Roads as a director"
	}
	indefinite := r.word(job.First) == "a" || r.word(job.First) == "an"
	return role == rolecall.Cast && w.anchor < Alone || indefinite && !r.isFurther(job, role)
}

// further are words for one job more.
var further = wordSet("also too besides")

// isFurther reports whether a job comes on top of another on the same title: "is an
// executive producer too".
func (r *reader) isFurther(job *clause.Phrase, role rolecall.Role) bool {
	if isFront(role) || job.Of != nil || r.word(job.Last) == "in" || r.word(job.Last) == "from" {
		return false
	}
	return further[r.word(job.First-1)] || further[r.word(job.Last)] || r.word(job.Last) == "as" && r.word(job.Last+1) == "well" || r.word(job.Last) == "on" && r.word(job.Last+1) == "this"
}

// jobs reads jobs set beside names: "director Greta Gerwig", "Amy Heckerling, the Clueless
// director", "the director, Greta Gerwig,".
func (r *reader) jobs() {
	for _, p := range r.Phrases {
		for _, m := range p.All() {
			if len(p.Members) > 0 || !r.isLoneOfMany(m) {
				r.titled(m)
			}
			for of := m.Of; of != nil; of = of.Of {
				for _, q := range of.All() {
					if !kin[r.word(m.Head)] { // "the daughter of the writer Ann Lee"
						r.titled(q)
					}
				}
			}
			for _, a := range m.Apposed {
				r.apposed(m, a)
			}
		}
		for _, a := range p.Apposed {
			if len(p.Members) > 0 {
				r.apposed(p, a)
			}
		}
	}
}

// isLoneOfMany reports whether a job in the plural stands before one name only, which then is
// nobody's: "Directors Fortnight".
func (r *reader) isLoneOfMany(m *clause.Phrase) bool {
	jobs := r.Own(m, english.Role)
	return len(jobs) > 0 && len(r.Own(m, english.Person)) == 1 && r.Items[jobs[0]].Many && jobs[0]+1 == r.Own(m, english.Person)[0]
}

// titled reads a job before a name within one phrase.
func (r *reader) titled(m *clause.Phrase) {
	named := r.Own(m, english.Person)
	jobs := r.Own(m, english.Role)
	if len(named) == 0 || len(jobs) == 0 || jobs[0] > named[0] {
		return
	}
	w, ok := r.workOf(m)
	if !ok || w.title == None {
		w = r.mergeWork(w, r.workOfContext(m))
	}
	if w.title == None || r.speaks(m) && w.anchor < Alone {
		return
	}
	r.setBeside(m, named, jobs[0], w)
}

// speaks reports whether a phrase is the subject of a verb of saying.
func (r *reader) speaks(m *clause.Phrase) bool {
	return m.In != nil && m.In.Subject == m && m.In.Group != nil && sayers[m.In.Word]
}

var sayers = wordSet("said says told tells explained explains added adds revealed reveals recalled recalls argued argues noted notes insisted insists admitted admits announced announces confirmed confirms wrote thinks believes hopes")

func (r *reader) setBeside(m *clause.Phrase, named []int, job int, w work) {
	w = r.finishWork(w)
	for k, i := range named {
		for _, role := range rolesOfItem(r.Items[job]) {
			if role == Other || role == rolecall.Cast && w.anchor < Headed && professions[r.word(job)] || role != rolecall.Cast && w.anchor == Carried && w.item < 0 && r.titlesHere() > 1 {
				continue
			}
			c := r.claimOf(Credit, w)
			c.Person, c.Role, c.Character = r.Items[i].Name, role, r.character(m)
			first := i
			if k == 0 {
				first = job
			}
			r.span(&c, first, i+1)
			r.keep(c)
		}
	}
}

// professions are jobs that people have whatever they are in.
var professions = wordSet("actor actress actors actresses performer performers newcomer newcomers character characters")

// workOfContext is the title of the clause that a phrase stands in.
func (r *reader) workOfContext(p *clause.Phrase) work {
	if p.In == nil {
		return r.fill(nowhere, nil)
	}
	return r.workNear(p.In)
}

// apposed reads a phrase that explains another: a person and a job, in either order.
func (r *reader) apposed(p, a *clause.Phrase) {
	switch {
	case len(r.Own(p, english.Person)) > 0 && r.isJob(a):
		r.explained(p, a, a)
	case len(r.Own(a, english.Person)) > 0 && (r.isJob(p) || r.Has(p, english.Gender) && r.class(p.Head) == english.Role && !r.Items[p.Head].Many):
		r.explained(a, p, a)
	}
}

func (r *reader) explained(who, job, later *clause.Phrase) {
	if r.isJobElsewhere(job) {
		return
	}
	w, ok := r.workOf(job)
	if !ok || w.title == None {
		if (r.word(job.First) == "a" || r.word(job.First) == "an") && !r.isFurther(job, r.rolesOf(job.Core())[0]) && !r.Has(job, english.Gender) {
			return
		}
		w = r.mergeWork(w, r.workOfContext(who))
	}
	if w.title == None {
		return
	}
	w = r.finishWork(w)
	people := r.people(who)
	d := deed{in: who.In, first: min(who.First, job.First), last: max(who.Last, job.Last), work: w}
	for i, p := range people {
		for _, role := range r.rolesOf(job.Core()) {
			if r.isProfession(job, role, w) && !r.Has(job, english.Gender) {
				continue
			}
			c := r.claimOf(Credit, w)
			c.Person, c.Role = p.entity, role
			c.Sole = job.Quantity.Kind == clause.Only
			r.spanPerson(&c, d, p, i, len(people), 0, nil)
			r.keep(c)
		}
	}
}

// productBetween is the last product between two places, -1 where there is none.
func (r *reader) productBetween(first, last int) int {
	for i := last - 1; i >= first; i-- {
		if r.class(i) == english.Product {
			return i
		}
	}
	return -1
}

// isOf reads that something is somebody's: "the third was Saul Metzstein's", "both scripts
// are hers", "Suspiria was Dario Argento's".
func (r *reader) isOf(c *clause.Clause, a, b *clause.Phrase) {
	owner := None
	item := b.Head
	switch {
	case b.Pronoun == "'s" && b.Owner != nil:
		for _, i := range r.Own(b.Owner, english.Person) {
			owner, item = r.Items[i].Name, i
		}
	default:
		owner = r.topics.who(r, b.Pronoun, b.First)
	}
	if owner == None {
		return
	}
	role := Other
	if i := r.productBetween(c.Group.Last, b.Last); i >= 0 { // "the script is hers, the music his"
		role = rolecall.Role(r.Items[i].Of[0])
	} else if r.isProduct(a) {
		role = r.productRole(a)
	} else if r.isUnits(a) || a.Class == english.Season || a.Class == english.Ordinal {
		if role = r.jobAround(); role == "" {
			role = Other
		}
	} else if a.Class != english.Title {
		return
	}
	w, ok := r.workOf(a)
	if !ok || w.title == None {
		w = r.mergeWork(w, r.workNear(c))
	}
	claim := r.claimOf(Credit, r.finishWork(w))
	claim.Person, claim.Role, claim.Negated = owner, role, c.Negated
	r.quantify(&claim, a)
	r.span(&claim, min(a.First, item), max(item+1, b.Last))
	if claim.Title != None {
		r.keep(claim)
	}
}
