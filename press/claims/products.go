package claims

import (
	"slices"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// isProduct reports whether a phrase is what a job makes: "the score".
func (r *reader) isProduct(p *clause.Phrase) bool { return p.Core().Class == english.Product }

func (r *reader) productRole(p *clause.Phrase) rolecall.Role {
	return rolecall.Role(r.Items[p.Core().Head].Of[0])
}

var (
	// suppliers are verbs that go with what a job makes: "wrote the score".
	suppliers = wordSet("provide provides provided supply supplies supplied contribute contributes contributed deliver delivers delivered handle handles handled do does did write writes wrote written compose composes composed composing make makes made pen pens penned create creates created design designs designed craft crafts crafted conjure sign signed turn turned take takes took")
)

// operators are verbs that go with a camera only.
var operators = wordSet("hold holds held run runs ran operate operates operated crank cranks cranked wield wields wielded man manned")

// products reads who made what a job makes: "the score is by her", "from a script by
// him", "his photography", "she wrote the music".
func (r *reader) products() {
	for _, p := range r.Phrases {
		for _, m := range p.All() {
			if r.isProduct(m) {
				r.madeBy(m)
			}
		}
	}
	for _, c := range r.Clauses {
		if c.Group != nil && !r.isUnreal(c) {
			r.supplied(c)
		}
	}
}

// madeBy reads the maker beside a product: its owner, or who follows "by".
func (r *reader) madeBy(p *clause.Phrase) {
	role := r.productRole(p)
	if p.Owner != nil && len(r.Own(p.Owner, english.Person)) > 0 {
		r.made(p, p.Owner, role)
		return
	}
	if own := r.word(p.First); (own == "her" || own == "his") && role != Other && p.In != nil {
		return // whose it is the next words say
	}
	for _, q := range r.Phrases {
		aside := q.First == p.Last+2 && r.word(p.Last) == "," && r.Has(q, english.Person)
		if q.Prep == "by" && (q.After == p || aside) && len(r.people(q)) > 0 || q.Prep == "from" && q.After == p && role != Other && len(r.Own(q, english.Person)) > 0 {
			r.made(p, q, role)
			return
		}
	}
	if p.Of != nil && len(r.Own(p.Of, english.Person)) > 0 && role != Other {
		r.made(p, p.Of, role)
	}
	if c := p.In; c != nil && c.Group != nil && (c.Be || c.Word == "comes" || c.Word == "came") && c.Subject == p {
		if by := firstOf(withPrep(c, "by"), withPrep(c, "from")); by != nil {
			r.made(p, by, role)
		} else {
			for _, o := range c.Objects {
				if len(r.Own(o, english.Person)) > 0 {
					r.made(p, o, role)
				} else if o.Owner != nil && (o.Class == english.Ordinal || doings[r.word(o.Head)]) {
					r.made(p, o.Owner, role)
				}
			}
		}
	}
}

// doings are nouns for what somebody has made: "the sets are her doing".
var doings = wordSet("doing work handiwork own")

func firstOf(phrases ...*clause.Phrase) *clause.Phrase {
	for _, p := range phrases {
		if p != nil {
			return p
		}
	}
	return nil
}

// made makes the claims that people made a product of a title.
func (r *reader) made(p, makers *clause.Phrase, role rolecall.Role) {
	w, ok := r.workOf(p)
	if !ok || w.title == None {
		w = r.mergeWork(w, r.workOfContext(p))
	}
	w = r.finishWork(w)
	if w.title == None || p.In != nil && r.isUnreal(p.In) {
		return
	}
	people := r.people(makers)
	d := deed{first: p.First, last: p.Last, work: w}
	for i, who := range people {
		c := r.claimOf(Credit, w)
		c.Person, c.Role = who.entity, role
		if p.In != nil && p.In.Group != nil && p.In.Subject == p {
			c.Negated = p.In.Negated
		}
		r.spanPerson(&c, d, who, i, len(people), 0, nil)
		r.keep(c)
	}
}

// supplied reads "she wrote the music", "the music was composed by her".
func (r *reader) supplied(c *clause.Clause) {
	if !suppliers[c.Word] && r.class(c.Head) != english.Did && !operators[c.Word] {
		return
	}
	var doer, product *clause.Phrase
	if c.Passive || c.Participle {
		doer, product = withPrep(c, "by"), firstOf(c.Antecedent, c.Subject)
		if c.Passive {
			product = c.Subject
		}
	} else {
		doer = c.Subject
		if i := slices.IndexFunc(c.Objects, r.isProduct); i >= 0 {
			product = c.Objects[i]
		}
	}
	if doer == nil || product == nil || !r.isProduct(product) || len(r.people(doer)) == 0 || product.Owner != nil && len(r.Own(product.Owner, english.Person)) > 0 {
		return
	}
	role := r.productRole(product)
	if role != Other && (!operators[c.Word] || role == rolecall.Cinematographer) {
		r.made(product, doer, role)
	}
}

// owners reads whose a title is: "Dee Rees's Pariah", "her Daughters of the Dust", "whose
// Obvious Child".
func (r *reader) owners() {
	for _, p := range r.Phrases {
		for _, m := range p.All() {
			r.owned(m)
			for of := m.Of; of != nil; of = of.Of {
				r.owned(of)
			}
		}
	}
}

func (r *reader) owned(p *clause.Phrase) {
	if p.Class == english.Title || p.Class == english.Name && (p.Prep == "of" || p.Prep == "in" || p.Prep == "on") {
		role := Other
		if p.Owner != nil {
			for _, i := range r.Own(p.Owner, english.Person) {
				r.owns(p, r.Items[i].Name, i, role)
			}
		} else if w := r.word(p.First); w == "her" || w == "his" {
			if who := r.topics.who(r, w, p.First); who != None {
				r.owns(p, who, p.First, role)
			}
		}
	}
	if p.Owner == nil || len(r.Own(p.Owner, english.Person)) == 0 {
		return
	}
	switch {
	case r.isCharacter(p): // "Stellan Skarsgård's Luthen", "Bryan Cranston's chemist"
		r.playsOwn(p)
	case r.isWorkNoun(p): // "Gurinder Chadha's comedy"
		r.ownsWork(p)
	}
}

func (r *reader) owns(p *clause.Phrase, who, item int, role rolecall.Role) {
	w, ok := r.workOf(p)
	if !ok || r.isQualifier(w.item) {
		return
	}
	c := r.claimOf(Credit, r.finishWork(w))
	c.Person, c.Role = who, role
	r.span(&c, min(item, p.First), p.Last)
	r.keep(c)
}

// isCharacter reports whether a phrase that a person owns is whom they play.
func (r *reader) isCharacter(p *clause.Phrase) bool {
	if p.Pronoun != "" || r.word(p.Owner.Last) == "whose" || r.says(directorial, p.First, p.Head) {
		return false
	}
	switch p.Class {
	case english.Name, english.Person:
		return p.Head > p.Owner.Last && (p.Prep == "" || p.Prep == "with" || p.Prep == "by" || p.Prep == "between")
	case english.Word:
		return parts[r.word(p.Head)] && !kin[r.word(p.Head)] || r.Tags[p.Head] == "NNP" && r.isCapital(p)
	}
	return false
}

// directorial are words before a work that looks like a name: "her maiden directorial Dhobi
// Ghat".
var directorial = wordSet("whose maiden directorial debut")

// kin are those whom a person has of their own.
var kin = wordSet("mother father son daughter wife husband sister brother parents family aunt uncle cousin friend girlfriend boyfriend grandmother grandfather boss child twin lover neighbour neighbor narrator students")

// workNouns are nouns for a work that are no unit: "her portrait of a bomb squad".
var workNouns = wordSet("masterpiece classic portrait follow-up remake adaptation take vehicle debut sequel epic satire romance")

func (r *reader) isWorkNoun(p *clause.Phrase) bool {
	if r.says(liked, p.First, p.Last) {
		return false
	}
	return p.Class == english.Unit && !r.Items[p.Head].Many && r.Items[p.Head].Of[0] != "episode" || p.Class == english.Word && workNouns[r.word(p.Head)]
}

// ownsWork reads "Gurinder Chadha's comedy": of the title that stands beside it or that the
// text is about.
func (r *reader) ownsWork(p *clause.Phrase) {
	w := nowhere
	r.addWork(&w, p)
	if w.title == None && p.After != nil {
		w, _ = r.workOf(p.After)
	}
	if w.title == None {
		w = r.workOfContext(p)
	}
	if w.title == None || p.In != nil && r.isUnreal(p.In) {
		return
	}
	for _, i := range r.Own(p.Owner, english.Person) {
		c := r.claimOf(Credit, r.finishWork(w))
		c.Person, c.Role = r.Items[i].Name, Other
		r.span(&c, i, i+1)
		r.keep(c)
	}
}
