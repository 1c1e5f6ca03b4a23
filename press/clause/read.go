package clause

import (
	"strings"

	"rolecall/press/english"
)

// reader goes through a sentence once, from left to right.
type reader struct {
	items []english.Item
	tags  []string
	s     *Sentence
	// open are the clauses not yet at their end, the innermost last.
	open []*Clause
	// prep is the preposition waiting for its phrase, and prepAt its place.
	prep   string
	prepAt int
	// sub is the word that begins the next clause, whose the owner by "whose".
	sub string
	// conj says that "and", "but" … stands before what comes.
	conj string
	// comma says that a comma stands right before.
	comma bool
	// last is the phrase read last and lastEnd the place after it.
	last       *Phrase
	verbBefore int
}

var (
	subordinators = wordSet("if when while because although though whether unless whereas once how why where lest")
	// doubles are prepositions that begin clauses too, where a verb follows their phrase.
	doubles      = wordSet("after before since until till as than like")
	prepositions = wordSet("of in on at by for with from to into onto under over about through during across among amongst between against behind above below beyond without within opposite alongside besides beside despite including include per via upon near inside outside off out up down toward towards around throughout except save but as than like after before since until till")
	relatives    = wordSet("who which whom whose that")
	conjunctions = wordSet("and but or nor yet so & plus")
)

// Read takes a sentence apart. The tags are the parts of speech of the items, one each.
func Read(items []english.Item, tags []string) *Sentence {
	s := &Sentence{Items: items, Tags: tags}
	r := &reader{items: items, tags: tags, s: s, verbBefore: -1}
	r.begin(Main)
	for at := 0; at < len(items); {
		at = r.next(at)
	}
	for _, c := range s.Clauses {
		r.finish(c)
	}
	return s
}

func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.items) {
		return ""
	}
	return r.items[i].Lower
}

// at is an item, an empty one outside the sentence.
func (r *reader) at(i int) english.Item {
	if i < 0 || i >= len(r.items) {
		return english.Item{}
	}
	return r.items[i]
}

func (r *reader) class(i int) english.Class { return r.at(i).Class }

func (r *reader) here() *Clause { return r.open[len(r.open)-1] }

// begin opens a clause within the one open now.
func (r *reader) begin(kind Kind) *Clause {
	c := &Clause{Kind: kind}
	if len(r.open) > 0 {
		c.Parent = r.here()
		c.First = c.Parent.Last
	}
	r.s.Clauses = append(r.s.Clauses, c)
	r.open = append(r.open, c)
	return c
}

// restart ends all clauses and opens a new main clause: at ";", ":", a dash.
func (r *reader) restart() {
	r.open = nil
	r.begin(Main)
	r.prep, r.sub, r.conj, r.last = "", "", "", nil
	r.comma, r.verbBefore = false, -1
}

// next reads what begins at an item and gives the place after it.
func (r *reader) next(at int) int {
	if end := r.mark(at); end > at {
		return end
	}
	if r.isBound(at) {
		return at + 2
	}
	if g := r.groupAt(at); g != nil && !r.beginsPhrase(at, g) {
		r.verb(g)
		r.comma, r.conj = false, ""
		return g.Last
	}
	if r.isLink(at) {
		return r.link(at)
	}
	if p := r.phraseAt(at); p != nil {
		r.phrase(p)
		r.comma, r.conj = false, ""
		return p.Last
	}
	return at + 1
}

// isBound reports whether two words before a number only bound it: "at most four", "fewer
// than 5 per cent"; the number's item says so.
func (r *reader) isBound(at int) bool {
	if c := r.class(at + 2); c != english.Number && c != english.Share {
		return false
	}
	switch r.word(at) + " " + r.word(at+1) {
	case "at most", "at least", "more than", "fewer than", "less than", "up to":
		return true
	}
	return false
}

// beginsPhrase reports whether a participle begins a phrase and no clause: "leading roles",
// "recurring characters".
func (r *reader) beginsPhrase(at int, g *Group) bool {
	return g.Head == at && r.items[at].Class == english.Word && (g.Ing || g.Participle) && r.nounNext(at) && r.word(at+1) != "a" && r.items[at+1].Class == english.Word && r.prep != ""
}

// mark reads punctuation.
func (r *reader) mark(at int) int {
	switch r.word(at) {
	case ",":
		r.comma = true
		r.prep = ""
		return at + 1
	case ";", ":", "-", "…", ".", "?", "!":
		if r.items[at].Class == english.Word {
			r.restart()
			return at + 1
		}
	case "(":
		if end := r.closing(at); end >= 0 && r.last == nil {
			return at + 1
		}
		return at + 1
	case ")":
		return at + 1
	}
	return at
}

// isLink reports whether a word at i joins: a preposition, conjunction, relative pronoun.
func (r *reader) isLink(i int) bool {
	if r.items[i].Class != english.Word {
		return false
	}
	w := r.word(i)
	if w == "that" {
		return r.last != nil || r.here().Group != nil
	}
	return prepositions[w] || conjunctions[w] || relatives[w] || subordinators[w]
}

func (r *reader) link(at int) int {
	w := r.word(at)
	switch {
	case w == "that" && r.last != nil && r.last.Last == at && r.here().Group == nil, w == "that" && r.last != nil && r.last.Last == at && r.relativeAhead(at):
		return r.relative(at)
	case w == "that":
		r.begin(Content)
		r.sub = "that"
		r.here().Sub = "that"
		return at + 1
	case relatives[w] && r.last != nil && (r.last.Last == at || r.comma):
		return r.relative(at)
	case relatives[w] && r.conj != "" && r.relativeOpen() != nil:
		return r.relativeBeside(at)
	case relatives[w]:
		return at + 1
	case subordinators[w]:
		c := r.begin(Adverbial)
		if w == "whether" || w == "how" || w == "why" {
			c.Kind = Content
		}
		c.Sub = w
		r.prep = ""
		return at + 1
	case conjunctions[w] && !(w == "but" && r.nextIsPhraseOnly(at)):
		r.conj = w
		return at + 1
	}
	r.prep, r.prepAt = w, at
	return at + 1
}

// nextIsPhraseOnly reports whether "but" means "except": "nobody but women".
func (r *reader) nextIsPhraseOnly(at int) bool {
	return r.last != nil && r.last.Last == at && (r.last.Pronoun == "nobody" || r.last.Pronoun == "nothing" || r.last.Quantity.Kind == None)
}

// relativeAhead reports whether a verb follows "that" as it does in a relative clause.
func (r *reader) relativeAhead(at int) bool {
	return r.isFinite(at + 1)
}

// relativeOpen is the innermost open relative clause, or nil.
func (r *reader) relativeOpen() *Clause {
	for i := len(r.open) - 1; i >= 0; i-- {
		if r.open[i].Kind == Relative {
			return r.open[i]
		}
	}
	return nil
}

// relativeBeside opens a relative clause beside another: "who made it and who wrote it".
func (r *reader) relativeBeside(at int) int {
	beside := r.relativeOpen()
	r.pop(beside)
	r.open = r.open[:len(r.open)-1]
	last := r.last
	r.last = beside.Antecedent
	end := r.relative(at)
	if r.last == beside.Antecedent {
		r.last = last
	}
	return end
}

// relative opens a relative clause on the phrase read last.
func (r *reader) relative(at int) int {
	ante := r.last
	if r.last == nil {
		return at + 1
	}
	c := r.begin(Relative)
	c.Antecedent, c.First = ante, at
	c.Sub = r.word(at)
	end := at + 1
	if c.Sub == "whose" {
		if owned := r.simple(at + 1); owned != nil {
			owned = r.extend(owned)
			owned.Owner = ante
			r.comma = false
			r.phrase(owned)
			end = owned.Last
		}
	}
	if r.prep != "" { // "in which she acts"
		c.Sub = r.prep + " " + c.Sub
		r.prep = ""
	} else if c.Sub != "whose" && r.isFinite(end) {
		c.Subject = ante
	}
	r.comma, r.conj = false, ""
	return end
}

// phrase gives a phrase its place in the clause that is open.
func (r *reader) phrase(p *Phrase) {
	r.s.Phrases = append(r.s.Phrases, p)
	c := r.here()
	p.In = c
	if r.last != nil && r.last.Last == p.First {
		p.Follows = r.last
	}
	defer func() { r.last = p }()
	if nominative[p.Pronoun] {
		r.prep = "" // "Two years on she directed it"
	}
	if r.prep != "" {
		p.Prep, r.prep = r.prep, ""
		if r.last != nil && r.last.Last == r.prepAt {
			p.After = r.last
		}
		c.With = append(c.With, p)
		return
	}
	if isTime(p) && c.Subject != nil || isTime(p) && r.comma {
		c.With = append(c.With, p)
		return
	}
	if r.apposes(p) {
		r.last.Apposed = append(r.last.Apposed, p)
		p.After = r.last
		return
	}
	switch {
	case c.Group == nil && c.Subject == nil:
		c.Subject = p
	case c.Group == nil && nominative[p.Pronoun] && c.Kind != Relative: // "That one she wrote"
		c.Objects = append(c.Objects, c.Subject)
		c.Subject = p
	case c.Group == nil && c.Kind == Relative && c.Subject == c.Antecedent:
		c.Subject = p
	default:
		c.Objects = append(c.Objects, p)
	}
}

func isTime(p *Phrase) bool {
	return p.Class == english.Date || p.Class == english.Year || p.Class == english.Measure
}

// apposes reports whether a phrase explains the one before it: after a comma, and of
// another sort: "Amy Heckerling, the director", "Parasite, a black comedy".
func (r *reader) apposes(p *Phrase) bool {
	if !r.comma || r.last == nil || r.conj != "" || r.last.Pronoun != "" || p.Pronoun != "" && p.Pronoun != "'s" || isTime(r.last) {
		return false
	}
	if r.here().Group != nil && r.last.In != r.here() || r.last.Prep != "" && r.here().Group == nil && r.here().Subject == nil {
		return false
	}
	a, b := r.last.Core(), p.Core()
	if isName(a) && isName(b) {
		return false
	}
	return isName(a) || isName(b) || a.Class == english.Role || a.Class == english.Unit || a.Class == english.Season || b.Kind != Some && b.Class == english.Gender || b.Class == english.Number || b.Kind == All
}

func isName(p *Phrase) bool {
	return p.Class == english.Person || p.Class == english.Title || p.Class == english.Name
}

// verb gives a verb its clause.
func (r *reader) verb(g *Group) {
	r.verbBefore = g.Head
	prep := r.prep
	r.prep = ""
	if g.Participle && r.isPastAfterAll(g) {
		g.Participle = false
	}
	switch {
	case g.Infinitive:
		r.attach(r.begin(Purpose), g, nil)
	case g.Ing || g.Participle:
		r.participle(g, prep)
	default:
		r.finite(g)
	}
}

// isPastAfterAll reports whether what looks like a participle is the verb that an outer
// clause has waited for: "Bigelow, who began as a painter, directed Near Dark".
func (r *reader) isPastAfterAll(g *Group) bool {
	if r.governs(g) {
		return true
	}
	if r.word(g.Last) == "by" || !r.comma {
		return false
	}
	waiting := false
	for _, c := range r.open {
		waiting = waiting || c.Group == nil && c.Subject != nil
	}
	return waiting && (r.class(g.Head) != english.Did && r.class(g.Head) != english.Show || strings.Contains(r.items[g.Head].Form, "past"))
}

// governs reports whether an object follows what looks like a participle right behind its
// subject, so that it is a past tense: "women directed 20 episodes".
func (r *reader) governs(g *Group) bool {
	here := r.here()
	past := r.class(g.Head) == english.Did && strings.Contains(r.items[g.Head].Form, "past")
	return past && here.Group == nil && here.Subject != nil && here.Subject == r.last && r.last.Last == g.First && r.phraseAt(g.Last) != nil
}

func (r *reader) attach(c *Clause, g *Group, subject *Phrase) {
	c.Group = g
	if subject != nil {
		c.Subject = subject
	}
	c.Last = g.Last
}

// participle opens the clause of a verb without a subject of its own: it explains the
// phrase right before it, goes on the clause it stands in, or opens the sentence.
func (r *reader) participle(g *Group, prep string) {
	here := r.here()
	if here.Kind == Relative && here.Group == nil {
		r.attach(here, g, nil)
		return
	}
	if r.conj != "" && here.Group != nil && (here.Ing && g.Ing || (here.Participle || here.Passive || here.Perfect) && g.Participle) && here.Kind != Main {
		c := r.coordinate(here)
		r.attach(c, g, here.Subject)
		c.Kind, c.Antecedent = here.Kind, here.Antecedent
		return
	}
	if r.conj != "" && here.Group != nil && (here.Passive || here.Perfect) && g.Participle {
		c := r.coordinate(here)
		g.Passive, g.Participle = here.Passive, false
		r.attach(c, g, here.Subject)
		return
	}
	if r.last == nil {
		c := r.begin(Opening)
		r.attach(c, g, nil)
		return
	}
	c := r.begin(Reduced)
	c.Antecedent = r.last
	if r.comma && here.Subject != nil && here.Group != nil && g.Ing {
		c.Antecedent = here.Subject
	}
	if g.Ing && prep == "" || g.Ing {
		c.Subject = c.Antecedent
	}
	r.attach(c, g, c.Subject)
}

// coordinate opens a clause beside another, under the same parent.
func (r *reader) coordinate(beside *Clause) *Clause {
	r.pop(beside)
	c := &Clause{Kind: beside.Kind, Sub: beside.Sub, Parent: beside.Parent}
	r.s.Clauses = append(r.s.Clauses, c)
	if len(r.open) > 0 {
		r.open[len(r.open)-1] = c
	} else {
		r.open = append(r.open, c)
	}
	return c
}

// pop closes the clauses within one, so that it is the innermost.
func (r *reader) pop(c *Clause) {
	for len(r.open) > 1 && r.here() != c {
		r.open = r.open[:len(r.open)-1]
	}
}

// finite finds the clause that a finite verb belongs to: the innermost that lacks one and
// has a subject; else a new one, beside or within.
func (r *reader) finite(g *Group) {
	here := r.here()
	own := r.freshSubject()
	if here.Group == nil && (here.Subject != nil || here.Kind == Relative) {
		r.attach(here, g, nil)
		return
	}
	if own == nil || r.last != own {
		for i := len(r.open) - 2; i >= 0; i-- {
			if c := r.open[i]; c.Group == nil && c.Subject != nil {
				r.pop(c)
				r.attach(c, g, nil)
				return
			}
		}
	}
	if own == nil {
		if r.conj != "" || r.comma {
			if beside := r.finiteOpen(); beside != nil {
				c := r.coordinate(beside)
				r.attach(c, g, beside.Subject)
				c.Antecedent = beside.Antecedent
				return
			}
		}
		r.attach(r.begin(Main), g, nil)
		return
	}
	if own.Follows != nil && own.Prep == "" && isContact(own) {
		r.contact(own, g)
		return
	}
	if r.comma || !doubles[own.Prep] && !nominative[own.Pronoun] {
		for i := len(r.open) - 1; i >= 0; i-- { // an outer clause waits for its verb: "The man who made it left"
			if c := r.open[i]; c.Group == nil && c.Subject != nil && c != here {
				r.pop(c)
				r.attach(c, g, nil)
				return
			}
		}
	}
	r.release(own)
	kind := Main
	sub := ""
	if doubles[own.Prep] {
		kind, sub, own.Prep = Adverbial, own.Prep, ""
	}
	if here.Kind == Content && here.Group == nil {
		r.attach(here, g, own)
		own.In = here
		return
	}
	c := r.begin(kind)
	c.Sub = sub
	if kind == Main {
		c.Parent = nil
		if here.Kind == Content || here.Kind == Adverbial {
			c.Kind, c.Sub, c.Parent = here.Kind, here.Sub, here.Parent
		}
	}
	own.In = c
	r.attach(c, g, own)
}

// nominative are the pronouns that are subjects only.
var nominative = wordSet("she he they we i")

// isContact reports whether a phrase right behind another may be the subject of a relative
// clause without its pronoun: "every film Quentin Tarantino directed".
func isContact(p *Phrase) bool {
	return p.Class == english.Person || nominative[p.Pronoun]
}

// contact opens a relative clause that has no pronoun.
func (r *reader) contact(subject *Phrase, g *Group) {
	ante := subject.Follows
	r.release(subject)
	c := r.begin(Relative)
	c.Antecedent = ante
	subject.In = c
	r.attach(c, g, subject)
}

// finiteOpen is the innermost open clause with a finite verb.
func (r *reader) finiteOpen() *Clause {
	for i := len(r.open) - 1; i >= 0; i-- {
		if c := r.open[i]; c.Group != nil && !c.Ing && !c.Participle && !c.Infinitive {
			return c
		}
	}
	return nil
}

// freshSubject is the phrase right before the verb that may be its subject: one that no
// clause needs as its own subject.
func (r *reader) freshSubject() *Phrase {
	p := r.last
	if p == nil || p.In == nil || p.In.Group == nil {
		return nil
	}
	if (r.comma || r.conj != "") && p.First == p.In.Group.Last && !nominative[p.Pronoun] {
		return nil // the object of the verb before: "created it, starred in it"
	}
	if p.Prep != "" && !doubles[p.Prep] {
		return nil
	}
	return p
}

// release takes a phrase out of the clause that had it as an object.
func (r *reader) release(p *Phrase) {
	c := p.In
	c.Objects = without(c.Objects, p)
	c.With = without(c.With, p)
	if p.After != nil {
		p.After.Apposed = without(p.After.Apposed, p)
		p.After = nil
	}
}

func without(all []*Phrase, p *Phrase) []*Phrase {
	var kept []*Phrase
	for _, q := range all {
		if q != p {
			kept = append(kept, q)
		}
	}
	return kept
}

// finish settles what only the whole sentence tells: the subject of an opening participle,
// and the stretch of each clause.
func (r *reader) finish(c *Clause) {
	if c.Kind == Opening && c.Parent != nil {
		c.Antecedent = c.Parent.Subject
		if c.Group != nil && c.Ing {
			c.Subject = c.Parent.Subject
		}
	}
	if c.Kind == Purpose && c.Subject == nil && c.Parent != nil {
		c.Subject = c.Parent.Subject
		if n := len(c.Parent.Objects); n > 0 && c.Parent.Group != nil && !c.Parent.Be {
			c.Subject = c.Parent.Objects[n-1]
		}
	}
	first, last := len(r.items), 0
	note := func(from, to int) { first, last = min(first, from), max(last, to) }
	if c.Group != nil {
		note(c.Group.First, c.Group.Last)
	}
	for _, p := range append(append([]*Phrase{}, c.Objects...), c.With...) {
		note(p.First, p.Last)
	}
	if c.Subject != nil && c.Subject.In == c {
		note(c.Subject.First, c.Subject.Last)
	}
	c.First, c.Last = first, last
}
