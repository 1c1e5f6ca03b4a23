package claims

import (
	"slices"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// isPart reports whether a phrase may be whom somebody plays: "the mother", "Philip", "a
// detective"; not a job, a number or a judgement.
func (r *reader) isPart(p *clause.Phrase) bool {
	if p.Pronoun != "" || p.Owner != nil && len(r.Own(p.Owner, english.Person)) > 0 || p.Of != nil && r.Has(p.Of, english.Person) {
		return false
	}
	switch p.Class {
	case english.Name:
		return true
	case english.Word:
		return r.word(p.First) == "the" && parts[r.word(p.Head)]
	}
	return false
}

// parts are nouns for whom films tell of.
var parts = wordSet("mother father son daughter wife husband sister brother widow detective inspector sergeant doctor nurse teacher lawyer grandmother grandfather villain hero heroine officer cop policeman policewoman priest king queen prince princess boss neighbour neighbor friend girlfriend boyfriend lover killer psychologist psychiatrist soldier spy agent journalist reporter student pupil girl boy child aunt uncle cousin twin parents family narrator bride groom landlady landlord captain president minister judge thief assassin witch ghost monster robot matriarch patriarch housekeeper maid butler chef waitress farmer hunter tracker convict prisoner warden colonel general lieutenant physicist scientist engineer chemist companion companions")

// plays makes the claims that people play a part: "Christine Tremarco is the mother".
func (r *reader) plays(c *clause.Clause, people []person, part *clause.Phrase) {
	w, ok := r.workOf(part)
	if !ok || w.title == None {
		w = r.mergeWork(w, r.workNear(c))
	}
	w = r.finishWork(w)
	if w.title == None || c.Negated {
		return
	}
	d := deed{first: c.Group.First, last: c.Group.Last, work: w}
	for i, p := range people {
		if r.class(p.item) == english.Name {
			continue
		}
		claim := r.claimOf(Credit, w)
		claim.Person, claim.Role = p.entity, rolecall.Cast
		claim.Character = r.text.Text[r.Items[part.First].Start:r.Items[part.Last-1].End]
		r.spanPerson(&claim, d, p, i, len(people), 0, part)
		r.keep(claim)
	}
}

// playsOwn reads "Stellan Skarsgård's Luthen": the player of a character.
func (r *reader) playsOwn(p *clause.Phrase) {
	for _, i := range r.Own(p.Owner, english.Person) {
		w := r.workOfContext(p)
		if w.title == None {
			return
		}
		c := r.claimOf(Credit, w)
		c.Person, c.Role = r.Items[i].Name, rolecall.Cast
		c.Character = r.text.Text[r.Items[p.Head].Start:r.Items[p.Head].End]
		r.span(&c, i, p.Head+1)
		r.keep(c)
	}
}

// ensembles reads casts: "with Toby Jones", "Krysten Ritter as Jessica", "alongside".
func (r *reader) ensembles() {
	for _, p := range r.Phrases {
		switch {
		case r.isCompany(p):
			r.company(p)
		default:
			r.asParts(p)
		}
	}
}

// isCompany reports whether a phrase is the players after "with" or the like: right behind
// a title or at the beginning of a sentence.
func (r *reader) isCompany(p *clause.Phrase) bool {
	if len(r.Own(p, english.Person)) == 0 || r.Has(p, english.Role) && p.Class != english.Person {
		return false
	}
	switch p.Prep {
	case "with":
		if p.First == 1 && r.word(0) == "with" {
			return p.In == nil || p.In.Group == nil || p.In.Group.Participle
		}
		if c := p.In; c != nil && c.Group != nil && r.isShared(c) && slices.Contains(c.Objects, p.After) {
			return false // "co-directed Barbie with her"
		}
		return p.After != nil && (p.After.Class == english.Title || p.After.Class == english.Unit) || p.After == nil && r.word(p.First-2) == "," && p.In != nil && r.besideTitle(p)
	case "opposite", "alongside":
		return p.In == nil || p.In.Group == nil || r.class(p.In.Head) != english.Did || isFront(rolecall.Role(r.Items[p.In.Head].Of[0]))
	}
	return false
}

// besideTitle reports whether a title stands right before ", with".
func (r *reader) besideTitle(p *clause.Phrase) bool {
	at := p.First - 3
	return r.class(at) == english.Title || r.word(at) == ")"
}

func (r *reader) company(p *clause.Phrase) {
	w := nowhere
	if p.After != nil {
		w, _ = r.workOf(p.After)
	}
	if w.title == None {
		w = r.mergeWork(w, r.workOfContext(p))
	}
	if w.title == None || p.In != nil && r.isUnreal(p.In) {
		return
	}
	r.cast(p, r.finishWork(w), rolecall.Cast)
}

// cast makes the claims that the people of a phrase are in a title.
func (r *reader) cast(p *clause.Phrase, w work, role rolecall.Role) {
	for i, who := range r.people(p) {
		c := r.claimOf(Credit, w)
		c.Person, c.Role, c.Character = who.entity, role, who.character
		first := who.item
		if i == 0 && p.Prep != "" && p.First > 0 {
			first = p.First - 1
		}
		r.span(&c, first, who.item+1)
		r.keep(c)
	}
}

// asParts reads "Krysten Ritter as Jessica" wherever it stands.
func (r *reader) asParts(p *clause.Phrase) {
	for _, m := range p.All() {
		if m.As == nil || len(r.Own(m, english.Person)) == 0 || m.In != nil && r.isUnreal(m.In) {
			continue
		}
		roles := r.rolesOf(m.As)
		w := r.workOfContext(p)
		if w.title == None {
			continue
		}
		if len(roles) == 0 && !slices.Contains([]english.Class{english.Name, english.Person, english.Word, english.Title}, m.As.Class) {
			continue
		}
		if len(roles) == 0 {
			roles = []rolecall.Role{rolecall.Cast}
		}
		for _, i := range r.named(m) {
			for _, role := range roles {
				c := r.claimOf(Credit, w)
				c.Person, c.Role = r.Items[i].Name, role
				if role == rolecall.Cast {
					c.Character = r.character(m)
				}
				r.span(&c, i, m.As.Last)
				r.keep(c)
			}
		}
	}
}

// rolls reads names that stand alone behind a colon or as a sentence: a cast, or those who
// hold the job that was named before the colon.
func (r *reader) rolls() {
	if r.isLabelled() {
		return
	}
	for k, c := range r.Clauses {
		if c.Group != nil || c.Subject == nil || len(c.Objects) > 0 || len(r.Own(c.Subject, english.Person)) < 2 || c.Subject.First == 0 {
			continue
		}
		if r.word(c.Subject.First-1) != ":" && r.word(c.Subject.First-1) != "-" || k == 0 {
			continue
		}
		role, w := rolecall.Cast, nowhere
		for _, p := range r.Phrases {
			if p.First >= c.Subject.First {
				break
			}
			if p.Core().Class == english.Role && r.Items[p.Core().Head].Many {
				role = rolesOfItem(r.Items[p.Core().Head])[0]
			}
			if found, ok := r.workOf(p); ok && found.title != None {
				w = r.mergeWork(w, found)
			}
		}
		w = r.fill(w, c)
		if w.title != None && w.anchor > Carried {
			r.cast(c.Subject, w, role)
		}
	}
}

// ensembleNouns reads "the cast includes her", "Rounding out the ensemble are they", "Also in
// the cast: …".
func (r *reader) ensembleNouns() {
	for _, c := range r.Clauses {
		if c.Group == nil || r.isUnreal(c) || c.Negated || !c.Be && !including[c.Word] {
			continue
		}
		if !r.namesCast(c) {
			continue
		}
		who := c.Subject
		if len(c.Objects) > 0 {
			who = c.Objects[0]
		}
		if by := withPrep(c, "by"); by != nil && (c.Passive || c.Participle) {
			who = by
		}
		if who == nil || len(r.Own(who, english.Person)) == 0 {
			continue
		}
		if w := r.workNear(c); w.title != None {
			r.cast(who, w, rolecall.Cast)
		}
	}
}

var (
	including = wordSet("include includes included comprises comprise comprised features featured boasts boasted completed complete rounded round led headed join joins joined")
	ensembled = wordSet("cast ensemble cast-list company line-up")
)

// namesCast reports whether a clause, or the participle before it, speaks of a cast.
func (r *reader) namesCast(c *clause.Clause) bool {
	for i := 0; i < c.Last && i < len(r.Items); i++ {
		if (ensembled[r.word(i)] || r.class(i) == english.Role && r.Items[i].Of[0] == string(rolecall.Cast) && r.word(i) == "cast") && r.breaks(i, c.Group.First) <= 1 {
			return true
		}
	}
	return false
}

// working are verbs of a trade: "worked as a nurse" is no part.
var working = wordSet("took takes take worked works work served serves trained began started born grew lived studied dressed described known")

// parted reads a part behind "as" or "in the role of", set off from its player: "David
// Morrissey, as a copper", "Ravi Kishan hogs the limelight as a cop".
func (r *reader) parted() {
	for _, p := range r.Phrases {
		part := p
		switch {
		case p.Prep == "as":
		case p.Prep == "in" && (r.word(p.Head) == "role" || r.word(p.Head) == "part") && p.Of != nil:
			part = p.Of
		default:
			continue
		}
		if part.Class != english.Name && !(part.Class == english.Word && (parts[r.word(part.Head)] || r.Tags[part.Head] == "NNP")) {
			continue
		}
		who := r.playerOf(p)
		if who == nil {
			continue
		}
		w := r.workOfContext(p)
		if w.title == None || p.In != nil && r.isUnreal(p.In) {
			continue
		}
		for _, one := range r.people(who) {
			c := r.claimOf(Credit, w)
			c.Person, c.Role = one.entity, rolecall.Cast
			c.Character = r.text.Text[r.Items[part.First].Start:r.Items[part.Last-1].End]
			r.span(&c, one.item, part.Last)
			r.keep(c)
		}
	}
}

// playerOf is the person right before "as", a comma between them, or the subject of the
// clause.
func (r *reader) playerOf(p *clause.Phrase) *clause.Phrase {
	for _, q := range r.Phrases {
		if q.Last == p.First-2 && r.word(p.First-2) == "," && q.Class == english.Person {
			return q
		}
	}
	c := p.In
	if c == nil || c.Group == nil || c.Subject == nil || c.Subject.Class != english.Person || working[c.Word] || sayers[c.Word] || r.class(c.Head) == english.Did && !isFront(rolesOfItem(r.Items[c.Head])[0]) {
		return nil
	}
	return c.Subject
}
