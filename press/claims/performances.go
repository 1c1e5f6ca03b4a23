package claims

import (
	"slices"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// acting are nouns for what somebody does in a title: "a fine turn by her".
var acting = wordSet("performance performances turn turns cameo cameos portrayal portrayals")

// performances read who acts by what they do: "strong performances from A and B", "her
// performance in Salt Roads", "has a small part in it".
func (r *reader) performances() {
	for _, p := range r.Phrases {
		for _, m := range p.All() {
			if m.Class == english.Word && acting[r.word(m.Head)] {
				r.performed(m)
			}
		}
	}
	for _, c := range r.Clauses {
		if c.Group != nil && !c.Negated && !r.isUnreal(c) {
			r.hasPart(c)
		}
	}
}

// performed reads who gives a performance: its owner, or who follows "by" or "from".
func (r *reader) performed(p *clause.Phrase) {
	if p.In != nil && p.In.Group != nil && (p.In.Negated || r.isUnreal(p.In)) {
		return
	}
	who, own := p.Owner, r.word(p.First)
	var people []person
	switch {
	case who != nil && r.Has(who, english.Person):
		people = r.people(who)
	case own == "her" || own == "his":
		if entity := r.topics.who(r, own, p.First); entity != None {
			people = []person{{entity: entity, item: p.First}}
		}
	default:
		for _, q := range r.Phrases {
			behind := q.After == p || q.After != nil && q.After.Prep == "in" && q.After.After == p
			if (q.Prep == "by" || q.Prep == "from") && behind && r.Has(q, english.Person) {
				people = r.people(q)
			}
		}
	}
	if c := p.In; len(people) == 0 && c != nil && c.Group != nil && (c.Word == "gives" || c.Word == "gave" || c.Word == "delivers" || c.Word == "delivered") && slices.Contains(c.Objects, p) {
		people = r.people(c.Subject)
	}
	if len(people) == 0 {
		return
	}
	if w := r.workOfPart(p); w.title != None {
		r.credits(people, w, rolecall.Cast, p.Last)
	}
}

// workOfPart is the title that a performance is in: the one behind "in", else that of the
// clause.
func (r *reader) workOfPart(p *clause.Phrase) work {
	for _, q := range r.Phrases {
		if q.Prep == "in" && q.First > p.Head && q.First <= p.Last+3 {
			if w, ok := r.workOf(q); ok && w.title != None {
				return r.finishWork(w)
			}
		}
	}
	return r.workOfContext(p)
}

// hasPart reads "has a small part in Salt Roads", "lands a role in it".
func (r *reader) hasPart(c *clause.Clause) {
	if c.Passive && c.Word == "seen" && c.Subject != nil { // "will next be seen in Salt Roads"
		r.isIn(c)
		return
	}
	if c.Subject == nil || len(c.Objects) == 0 || c.Passive || !takers[c.Word] && c.Word != "landed" && c.Word != "lands" && c.Word != "won" {
		return
	}
	o := c.Objects[0]
	if head := r.word(o.Head); o.Class != english.Word && o.Class != english.Unit || head != "part" && head != "role" || o.Quantity.Kind == clause.None || o.Owner != nil {
		return
	}
	in := withPrep(c, "in")
	if in == nil || in.First != o.Last+1 {
		return
	}
	w, ok := r.workOf(in)
	if people := r.people(c.Subject); ok && w.title != None && w.anchor == Named && len(people) > 0 {
		r.credits(people, r.finishWork(w), rolecall.Cast, in.Last)
	}
}

// isIn reads that the subject of a clause is in the title that follows.
func (r *reader) isIn(c *clause.Clause) {
	in := withPrep(c, "in")
	if in == nil || in.First != c.Group.Last+1 {
		return
	}
	w, ok := r.workOf(in)
	if people := r.people(c.Subject); ok && w.title != None && w.anchor == Named && len(people) > 0 {
		r.credits(people, r.finishWork(w), rolecall.Cast, in.Last)
	}
}
