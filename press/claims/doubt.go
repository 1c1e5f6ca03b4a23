package claims

import (
	"slices"

	"rolecall/press/clause"
	"rolecall/press/english"
)

var (
	// unrealModals say what is possible, wished or owed, not what is.
	unrealModals = wordSet("would could may might must should shall ought 'd ca can")
	// planners are verbs whose "to" or content is not yet so, or never.
	planners = wordSet("want wants wanted wish wishes wished hope hopes hoped plan plans planned planning intend intends intended try tries tried trying ask asked asks offer offered refuse refused refuses decline declined declines fail failed agree agreed like liked love loved dream dreams dreamt dreamed expect expected expects suppose supposed consider considered considering prefer preferred need needs needed ought deserve deserves urge urged beg begged invite invited threaten threatened imagine imagines wonder wonders wondered attached tipped slated poised earmarked shortlisted courted touted linked mooted lined rumoured rumored mean means meant toying looking")
	// rumours make what follows hearsay.
	rumours = wordSet("rumour rumours rumor rumors myth myths legend fiction untrue false falsehood gossip rumoured rumored joke lie mistake")
	// conditionals begin what is only supposed.
	conditionals = wordSet("if unless whether lest")
	// supposing verbs at the beginning of a sentence.
	supposing = wordSet("imagine suppose supposing picture if had were wouldn't should")
	nearly    = wordSet("almost nearly all-but practically")
	hearsays  = wordSet("reportedly allegedly supposedly apparently rumouredly ostensibly")
	questions = wordSet("do does did is are was were will would can could should shall has have had may might must what how who whom whose why when where which")
)

// isUnreal reports whether a clause supposes, wishes, plans or asks; what it says is then
// no claim.
func (r *reader) isUnreal(c *clause.Clause) bool {
	if r.asks(c) || supposing[r.word(0)] && r.word(0) != "had" && r.word(0) != "were" && r.class(0) == english.Word {
		return true
	}
	if (r.word(0) == "had" || r.word(0) == "were") && len(r.Clauses) > 1 {
		return true
	}
	kind := clause.Main
	for depth := 0; c != nil && depth < 5; depth++ {
		if r.isUnrealHere(c, depth) || depth > 0 && kind == clause.Purpose && c.Group != nil && unrealModals[c.Modal] {
			return true
		}
		kind, c = c.Kind, c.Parent
	}
	return false
}

func (r *reader) isUnrealHere(c *clause.Clause, depth int) bool {
	if c.Group != nil {
		if depth == 0 && unrealModals[c.Modal] || slices.ContainsFunc(c.Adverbs, func(w string) bool { return nearly[w] || hearsays[w] }) {
			return true
		}
		if depth == 0 && nearly[r.word(c.Group.First-1)] {
			return true
		}
		if depth == 0 && c.Infinitive && r.isToBe(c) {
			return true
		}
	}
	switch {
	case conditionals[c.Sub]:
		return true
	case (c.Kind == clause.Purpose || c.Kind == clause.Content) && c.Parent != nil && c.Parent.Group != nil && (planners[c.Parent.Word] || c.Parent.Passive && c.Parent.Word == "said" && c.Kind == clause.Purpose || rumours[r.objectWord(c.Parent)] || c.Parent.Negated):
		return true
	case c.Kind == clause.Content && r.hasRumour(c):
		return true
	}
	return false
}

// isToBe reports whether "was to direct" or "was to have directed" speaks of a plan.
func (r *reader) isToBe(c *clause.Clause) bool {
	return c.Parent != nil && c.Parent.Group != nil && c.Parent.Be && c.Parent.Last == c.Group.First
}

func (r *reader) objectWord(c *clause.Clause) string {
	if len(c.Objects) > 0 {
		return r.word(c.Objects[0].Head)
	}
	return ""
}

// hasRumour reports whether the words before a content clause call it a rumour.
func (r *reader) hasRumour(c *clause.Clause) bool {
	for i := 0; i < c.First && i < len(r.Items); i++ {
		if rumours[r.word(i)] {
			return true
		}
	}
	return false
}

// asks reports whether a clause is part of a question.
func (r *reader) asks(c *clause.Clause) bool {
	if !r.text.Sentences[r.at].Question {
		return false
	}
	if len(r.Items) > 0 && questions[r.word(0)] {
		return true
	}
	for i, item := range r.Items {
		if item.Lower == "," && i < c.First {
			return true
		}
	}
	return !slices.ContainsFunc(r.Items, func(i english.Item) bool { return i.Lower == "," })
}

// attributes are words for what credits do not hold: origin, age, faith, family.
var attributes = wordSet("black white asian latina latino latinas latinos hispanic indigenous native african arab jewish muslim christian lesbian gay bisexual queer transgender trans disabled deaf blind young younger old older elderly left-handed foreign american british french german colour color descent minority minorities ethnic mothers mother fathers married single unmarried nominated debut first-time younger")

// attributesOf adds the doubt of a phrase that asks for more than a gender and a job.
func (r *reader) attributesOf(c *Claim, p *clause.Phrase) {
	if p == nil {
		return
	}
	for i := p.First; i < min(p.Last+2, len(r.Items)); i++ {
		isOne := r.word(i) == "single" && (r.word(i-1) == "a" || r.word(i-1) == "one" || r.word(i-1) == "every") // nothing of a marriage
		if r.class(i) == english.Word && attributes[r.word(i)] && !isOne && !slices.Contains(c.Doubts, Attribute) {
			c.Doubts = append(c.Doubts, Attribute)
		}
	}
}
