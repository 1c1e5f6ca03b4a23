package claims

import (
	"slices"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// group is that so many of a whole are of a gender: who they are, of what they are a
// part, wherever the sentence puts them.
type group struct {
	// part names the gender, or the people counted: "two women", "seven directors".
	part *clause.Phrase
	// whole is what they are a part of: "its ten directors", "four of the ten episodes";
	// nil where it is not said.
	whole  *clause.Phrase
	role   rolecall.Role
	gender rolecall.Gender
	in     *clause.Clause
	// first and last are the items of its words.
	first, last int
	negated     bool
	// wholly says that words ask for nobody else: "nobody but women".
	wholly bool
	work   work
}

// groups reads who there are: "it had three female directors", "there was not one woman
// among them", "four are by women", "all seven of them women".
func (r *reader) groups() {
	for _, c := range r.Clauses {
		if c.Group == nil || r.isUnreal(c) {
			continue
		}
		switch {
		case c.Be:
			r.exist(c)
			r.areBy(c)
		case keepers[c.Word]:
			r.had(c)
		case givers[c.Word] || fallers[c.Word] || c.Word == "come" || c.Word == "came":
			r.went(c)
		case sharers[c.Word]:
			r.shared(c)
		case c.Word == "numbered" || c.Word == "totalled" || c.Word == "totaled":
			r.numbered(c)
		}
	}
	for i, p := range r.Phrases {
		if p.In != nil && r.isUnreal(p.In) {
			continue
		}
		if i > 0 {
			r.verbless(r.Phrases[i-1], p)
		}
		r.allOfThem(p)
		r.without(p)
		r.by(p)
	}
}

var (
	// keepers are verbs by which a title or a team has people.
	keepers = wordSet("have has had having employ employs employed hire hires hired hiring include includes included including feature features featured boast boasts boasted use uses used credit credits credited number sees saw seen list lists listed name names named pick picked choose chose recruit recruits recruited enlist enlisted engage engaged find finds found count counts counted get gets got bring brings brought carry carries carried bear bears bore")
	// sharers are verbs whose subject or "by" are the people of a title.
	sharers = wordSet("share shares shared work works worked split splits take takes took divide divided handle handles handled oversee oversaw contribute contributed go went toil tackle tackled")
)

// much is how many of its head a phrase means: "only" before a number or a plural limits
// nothing, and "a single" counts one.
func (r *reader) much(p *clause.Phrase) clause.Quantity {
	q := p.Quantity
	if q.Kind != clause.Only {
		return q
	}
	first := r.word(p.First)
	number := slices.IndexFunc(r.Items[p.First:p.Last], func(i english.Item) bool { return i.Class == english.Number && i.Vague == "" })
	switch {
	case number >= 0 && first != "the" && first != "its":
		q.Kind, q.Item = clause.Number, p.First+number
		q.Value, q.Has = r.Items[q.Item].Value, true
	case first == "a" || first == "single" || first == "lone":
		q.Kind, q.Value, q.Has = clause.Number, 1, true
	}
	return q
}

// isOnlyPlural reports whether a phrase is "only women": nobody else.
func (r *reader) isOnlyPlural(p *clause.Phrase) bool {
	return r.word(p.First) == "only" && !p.Has && p.Kind == clause.Only && r.Items[p.Head].Many
}

// tellWho makes the claim of a group.
func (r *reader) tellWho(g group) bool {
	if g.role == "" || r.isSpoken(g) || r.isOrOthers(g.part) || r.isToEach(g.part.Quantity.Item) || r.isToEach(g.part.First-3) {
		return false
	}
	c := r.claimOf(Every, g.work)
	c.Role, c.Gender, c.Negated = g.role, g.gender, g.negated
	r.attributesOf(&c, g.part)
	if !r.measure(&c, g) {
		return false
	}
	r.among(&c)
	r.span(&c, g.first, g.last)
	r.keep(c)
	r.remember(c)
	return true
}

// isOrOthers reports whether a phrase names others beside a gender: "women or minority
// directors".
func (r *reader) isOrOthers(p *clause.Phrase) bool {
	for i := p.First; i < min(len(r.Items), p.Last+2); i++ {
		if r.class(i) == english.Gender && (r.word(i+1) == "or" || r.word(i+1) == "and") && ethnic[r.word(i+2)] {
			return true
		}
	}
	return false
}

// isSpoken reports whether the sentence has made a claim on the numbers of a group.
func (r *reader) isSpoken(g group) bool {
	for _, p := range []*clause.Phrase{g.part, g.whole} {
		if p != nil && p.Quantity.Item >= 0 && r.taken(p.Quantity.Item) {
			return true
		}
	}
	return false
}

// measure sets how much of its whole a group is; false where the words do not say.
func (r *reader) measure(c *Claim, g group) bool {
	part := r.much(g.part)
	whole := clause.Quantity{Item: -1}
	if g.whole != nil {
		whole = r.much(g.whole)
		if whole.Kind == clause.Number && r.isWholeNumber(g.whole) {
			whole.Kind = clause.All
		}
		if u := g.whole.Core(); u.Class == english.Unit {
			c.Unit = r.Items[u.Head].Of[0]
		} else if len(r.Own(u, english.Unit)) > 0 && u.Class != english.Role {
			c.Unit = "episode"
		}
	}
	one := part.Kind == clause.Number && part.Has && part.Value == 1 || r.word(g.part.First) == "a" || r.word(g.part.First) == "any" || part.Kind == clause.Some
	of := 0.0
	if whole.Kind == clause.All {
		of = max(whole.Value, whole.Of)
	}
	switch {
	case whole.Kind == clause.None:
		r.none(c, whole)
		c.Of = max(whole.Of, r.wholeOf(g.whole))
	case whole.Kind == clause.Number && (whole.Has || whole.Item >= 0):
		r.number(c, Count, whole)
		r.lacking(c, part, one)
	case whole.Kind == clause.Share && part.Kind == clause.Number && part.Value > 1:
		return false // "a tenth of films had three women or more": of no one's job
	case whole.Kind == clause.Share:
		r.number(c, Share, whole)
		r.lacking(c, part, one)
	case whole.Kind == clause.AllBut:
		r.allBut(c, g.whole)
	case part.Kind == clause.None, c.Negated && one:
		r.none(c, part)
		c.Of, c.Unit = of, ""
	case g.wholly || r.isOnlyPlural(g.part):
		c.Part, c.item = Part{All: true}, part.Item
	case part.Kind == clause.Only:
		c.Value, c.HasValue, c.item, c.Of, c.Unit = 1, true, part.Item, of, ""
		if part.Has {
			c.Kind, c.Value = Count, part.Value
		}
	case part.Kind == clause.Number && (part.Has || part.Item >= 0 && r.Items[part.Item].Vague != ""):
		r.number(c, Count, part)
		c.Unit = ""
		if of > 0 {
			c.Of = of
		}
	case part.Kind == clause.Share:
		r.number(c, Share, part)
	case c.Negated:
		return false
	case whole.Kind == clause.All:
		c.Part, c.item = Part{All: true}, whole.Item
		if of > 0 {
			c.Value, c.HasValue, c.Of = of, true, of
		}
	case part.Kind == clause.All:
		c.Part, c.item = Part{All: true}, part.Item
		if part.Has {
			c.Value, c.HasValue, c.Of = part.Value, true, part.Value
		}
	default:
		return false
	}
	return true
}

// lacking denies a figure of those that have none: "one series in nine had no woman
// director"; of a title no frame of the verdicts counts what is lacking.
func (r *reader) lacking(c *Claim, part clause.Quantity, one bool) {
	if part.Kind != clause.None && !(c.Negated && one) {
		return
	}
	c.Negated = true
	c.Doubts = append(c.Doubts, Unread)
}

// allBut makes a claim one of "all but two of the nine".
func (r *reader) allBut(c *Claim, p *clause.Phrase) {
	q := p.Quantity
	of := max(q.Of, r.wholeOf(p))
	c.Kind, c.item, c.Value, c.HasValue, c.Of = Count, q.Item, of-q.Value, of > 0, of
	if of == 0 {
		c.Value, c.Vague = 0, "all but some"
		c.Doubts = append(c.Doubts, Unread)
	}
}

// genderOrRole is the gender and the job that a phrase names.
func (r *reader) genderOrRole(p *clause.Phrase) (rolecall.Gender, rolecall.Role) {
	if w := r.word(p.Head); p.Owner != nil && (w == "name" || w == "names") { // "carries a woman's name"
		return r.genderIn(p.Owner), r.ownRole(p)
	}
	return r.genderIn(p), r.ownRole(p)
}

// ownRole is the job in a phrase itself.
func (r *reader) ownRole(p *clause.Phrase) rolecall.Role {
	for _, class := range []english.Class{english.Role, english.Post} {
		for _, i := range r.Own(p.Core(), class) {
			return rolecall.Role(r.Items[i].Of[0])
		}
	}
	return ""
}

// isPlainGroup reports whether a phrase may be a group: it names a gender and nobody.
func (r *reader) isPlainGroup(p *clause.Phrase) bool {
	return p != nil && r.genderIn(p) != "" && !r.Has(p.Core(), english.Person) && p.Pronoun == "" && p.Core().Class != english.Title
}

// whereOf is the whole that the prepositions of a clause give: "among its ten directors",
// "on the first season", "of the 18 films".
func (r *reader) whereOf(c *clause.Clause) *clause.Phrase {
	for _, p := range c.With {
		if p.Prep == "among" || p.Prep == "amongst" || p.Prep == "of" {
			return p
		}
	}
	return r.leadingOf(c)
}

// leadingOf is the "Of the 18 films" at the beginning of a sentence.
func (r *reader) leadingOf(c *clause.Clause) *clause.Phrase {
	for _, p := range r.Phrases {
		if p.First > 1 {
			break
		}
		if p.Prep == "of" && p.First == 1 && (c == nil || c.First > p.First) {
			return p
		}
	}
	return nil
}

// roleAround is the job of a group whose phrases name none: in what its clause, an
// infinitive or a relative clause of it says, else what the text speaks of.
func (r *reader) roleAround(c *clause.Clause, p *clause.Phrase) rolecall.Role {
	for _, q := range r.Clauses {
		if q.Group == nil || q.Antecedent != p && (q.Parent != c || q.Kind != clause.Purpose && !q.Ing) {
			continue
		}
		if item := r.Items[q.Head]; item.Class == english.Did || item.Class == english.Post {
			return rolecall.Role(item.Of[0])
		}
	}
	for _, w := range c.With {
		if role := r.roleIn(w); role != "" {
			return role
		}
	}
	for i := max(0, min(c.First, c.Group.First)-1); i < min(c.Last+1, len(r.Items)); i++ {
		if r.class(i) == english.Post || r.class(i) == english.Role {
			return rolecall.Role(r.Items[i].Of[0])
		}
	}
	if role := r.leaningRole(); role != "" {
		return role
	}
	for i := c.First - 1; i >= 0; i-- { // "has announced who will direct it, and there is not one woman"
		if r.class(i) == english.Did || r.class(i) == english.Role {
			return rolecall.Role(r.Items[i].Of[0])
		}
	}
	return ""
}

// leaningRole is the job of the figure or claims just before.
func (r *reader) leaningRole() rolecall.Role {
	for i := len(r.here) - 1; i >= 0; i-- {
		if role := r.here[i].Role; role != "" && role != Other && !isFront(role) {
			return role
		}
	}
	if r.figure.at >= r.at-2 && r.figure.role != "" {
		return r.figure.role
	}
	for i := len(r.claims) - 1; i >= 0 && r.claims[i].Sentence >= r.at-1; i-- {
		if role := r.claims[i].Role; role == rolecall.Director || role == rolecall.Writer {
			return role
		}
	}
	return ""
}

// groupWork is the title of a group: what its phrases name, else that of its clause.
func (r *reader) groupWork(c *clause.Clause, phrases ...*clause.Phrase) work {
	w := nowhere
	for _, p := range phrases {
		if p == nil {
			continue
		}
		if own, ok := r.workOf(p); ok {
			w = r.mergeWork(w, own)
		}
		if core := p.Core(); core != p {
			if own, ok := r.workOf(core); ok {
				w = r.mergeWork(w, own)
			}
		}
	}
	if w.title == None && c != nil {
		w = r.mergeWork(w, r.workNear(c))
	} else if w.title == None {
		w = r.fill(w, nil)
	}
	w.part = Part{}
	return r.finishWork(w)
}

// exist reads "there are two women among its ten directors", "behind the camera were
// nobody but women".
func (r *reader) exist(c *clause.Clause) {
	if c.Subject != nil && c.Subject.Pronoun != "there" && r.word(c.Group.First-1) != "there" {
		return
	}
	for _, o := range c.Objects {
		for _, m := range o.All() {
			gender, role := r.genderOrRole(m)
			whole := r.whereOf(c)
			if role == "" && whole != nil {
				role = r.roleIn(whole)
			}
			if gender != "" && role == "" {
				role = r.roleAround(c, m)
			}
			counts := m.Class == english.Role && r.Items[m.Head].Many && m.Kind == clause.Number
			if !r.isPlainGroup(m) && !counts {
				continue
			}
			last := max(c.Group.Last, o.Last)
			if whole != nil && whole.First > o.First {
				last = max(last, whole.Last)
			}
			g := group{part: m, role: role, gender: gender, in: c, first: min(c.Group.First, o.First), last: last, negated: c.Negated, wholly: r.isBut(m)}
			if whole != nil && r.roleIn(whole) == role {
				g.whole = whole
			} else if each := r.eachOf(c); each != nil && m.Kind == clause.Some {
				g.whole = each
			}
			g.work = r.groupWork(c, m, whole)
			r.tellWho(g)
		}
	}
}

// eachOf is the "for each of them", "on every episode" of a clause.
func (r *reader) eachOf(c *clause.Clause) *clause.Phrase {
	for _, p := range c.With {
		if (p.Prep == "for" || p.Prep == "on" || p.Prep == "in") && p.Kind == clause.All {
			return p
		}
	}
	return nil
}

// isBut reports whether "nobody but" or "nothing but" stands before a phrase.
func (r *reader) isBut(p *clause.Phrase) bool {
	before := r.word(p.First - 2)
	return r.word(p.First-1) == "but" && (before == "nobody" || before == "nothing" || before == "none")
}

// had reads "the season had no female directors", "four of the ten episodes had a female
// director", "it hired only women to direct", "the show had seven directors".
func (r *reader) had(c *clause.Clause) {
	if c.Subject == nil && !c.Ing || c.Passive || c.Participle {
		return
	}
	for _, o := range c.Objects {
		for _, m := range o.All() {
			r.hadOne(c, o, m)
		}
	}
}

func (r *reader) hadOne(c *clause.Clause, o, m *clause.Phrase) {
	s := c.Subject
	gender, role := r.genderOrRole(m)
	if s != nil && len(s.Members) > 0 && gender == "" && role != "" { // "five men and two women have writing credits"
		for _, of := range s.Members {
			r.tellWho(group{part: of, role: role, gender: r.genderIn(of), in: c, first: of.First, last: o.Last, negated: c.Negated, work: r.groupWork(c, o)})
		}
		return
	}
	if s != nil && r.isPlainGroup(s) && gender == "" && role != "" && r.ownRole(s) == "" {
		r.tellWho(group{part: s, role: role, gender: r.genderIn(s), in: c, first: s.First, last: o.Last, negated: c.Negated, work: r.groupWork(c, o)})
		return
	}
	if gender == "" {
		if m.Class == english.Role && r.Items[m.Head].Many || m.Class == english.Role && m.Kind == clause.Number {
			r.hadPeople(c, m)
		}
		return
	}
	if !r.isPlainGroup(m) && r.genderIn(m) != "" {
		return
	}
	if role == "" && s != nil {
		role = r.roleIn(s)
	}
	if role == "" {
		role = r.roleAround(c, m)
	}
	g := group{part: m, role: role, gender: gender, in: c, first: c.Group.First, last: m.Last, negated: c.Negated || r.deniedBefore(c), wholly: r.isBut(m)}
	if s != nil {
		g.first = s.First
		if s.Class == english.Word && s.Pronoun == "" && s.Kind != clause.Some || r.isUnits(s) || s.Core().Class == english.Unit || s.Class == english.Share || s.Kind == clause.None {
			g.whole = s
		}
	}
	if g.whole == nil {
		if whole := r.leadingOf(c); whole != nil {
			g.whole = whole
		}
	}
	g.work = r.groupWork(c, m, s)
	r.tellWho(g)
}

// hadPeople reads how many held a job: "the season had one director".
func (r *reader) hadPeople(c *clause.Clause, m *clause.Phrase) {
	q := r.much(m)
	if q.Kind != clause.Number || !q.Has || c.Negated {
		return
	}
	g := group{part: m, role: r.ownRole(m), in: c, first: c.Group.First, last: m.Last, work: r.groupWork(c, m, c.Subject)}
	if g.work.title == None {
		return
	}
	r.tellWho(g)
}

// areBy reads "just two are by women", "there were none by a woman".
func (r *reader) areBy(c *clause.Clause) {
	by := firstOf(withPrep(c, "by"), withPrep(c, "from"))
	if by == nil || !r.isPlainGroup(by) || c.Passive {
		return
	}
	s := c.Subject
	if s == nil && len(c.Objects) > 0 {
		s = c.Objects[0]
	}
	r.come(c, s, by)
}

// went reads "it handed each of its hours to a woman", "eight of its ten episodes come from
// women", "the job has always gone to a man".
func (r *reader) went(c *clause.Clause) {
	to := firstOf(withPrep(c, "to"), withPrep(c, "from"), withPrep(c, "by"))
	if to == nil || !r.isPlainGroup(to) {
		return
	}
	thing := c.Subject
	if s := c.Subject; s != nil && (s.Class == english.Share || s.Kind == clause.Number && s.Core().Class == english.Unit) {
		thing = s
	} else if len(c.Objects) > 0 && !c.Passive {
		thing = c.Objects[0]
	} else if thing == nil {
		thing = c.Antecedent
	}
	r.come(c, thing, to)
}

// come makes the claim that so many of something are by a gender.
func (r *reader) come(c *clause.Clause, thing, by *clause.Phrase) {
	if thing == nil || thing.Pronoun != "" && thing.Kind == clause.Some {
		return
	}
	role := r.ownRole(by)
	if role == "" {
		role = r.roleIn(thing)
	}
	if role == "" {
		role = r.roleAround(c, by)
	}
	if role == "" {
		role = rolecall.Director
	}
	g := group{part: by, whole: thing, role: role, gender: r.genderIn(by), in: c, first: min(thing.First, c.Group.First), last: max(by.Last, thing.Last), negated: c.Negated, work: r.groupWork(c, thing, by)}
	if q := r.much(thing); q.Kind == clause.Number && q.Of == 0 && thing.Core() == thing {
		if whole := r.leadingOf(c); whole != nil {
			thing.Of, thing.Quantity.Of = whole, r.wholeOf(whole)
		}
	}
	g.wholly = thing.Kind == clause.Some && slices.Contains(c.Adverbs, "always") && !c.Negated // "has always gone to a man"
	if by.Kind == clause.Some || r.word(by.First) == "a" {
		r.tellWho(g)
	}
}

// shared reads how many did a job together: "seven directors share the season", "these
// were shared by 293 women", "six women and seven men took turns directing it".
func (r *reader) shared(c *clause.Clause) {
	who := c.Subject
	if c.Passive || c.Participle {
		who = withPrep(c, "by")
	}
	if who == nil || c.Negated {
		return
	}
	for _, m := range who.All() {
		q := r.much(m)
		if q.Kind != clause.Number || !q.Has {
			continue
		}
		gender, role := r.genderOrRole(m)
		if m.Class != english.Role && gender == "" && r.word(m.Head) != "people" {
			continue
		}
		if role == "" {
			role = r.roleAround(c, m)
		}
		g := group{part: m, role: role, gender: gender, in: c, first: min(m.First, c.Group.First), last: max(m.Last, c.Group.Last), work: r.groupWork(c)}
		if gender == "" && g.work.title == None {
			continue
		}
		r.tellWho(g)
	}
}

// numbered reads "the women who got those jobs numbered 183".
func (r *reader) numbered(c *clause.Clause) {
	if !r.isPlainGroup(c.Subject) || len(c.Objects) == 0 || c.Objects[0].Kind != clause.Number {
		return
	}
	g := group{part: c.Objects[0], role: r.roleAround(c, c.Subject), gender: r.genderIn(c.Subject), in: c, first: c.Subject.First, last: c.Objects[0].Last, work: r.groupWork(c)}
	r.tellWho(g)
}

// verbless reads a part and its gender side by side without a verb: "all seven of them
// women", "every one of them a woman", "four of them women".
func (r *reader) verbless(p, q *clause.Phrase) {
	if q.First != p.Last || q.Prep != "" || !r.isPlainGroup(q) || q.Kind != clause.Some || r.genderIn(p) != "" {
		return
	}
	core := p.Core()
	if core == p || core.Pronoun != "them" && core.Pronoun != "whom" && core.Pronoun != "those" && core.Class != english.Role {
		return
	}
	role := r.roleIn(p)
	if before := r.peopleBefore(p.First); role == "" && before != nil {
		role = r.ownRole(before)
	}
	if role == "" {
		role = r.leaningRole()
	}
	if p.Quantity.Of == 0 && p.Kind == clause.Number && r.figure.at >= r.at-1 {
		p.Quantity.Of = r.figure.people
	}
	r.tellWho(group{part: q, whole: p, role: role, gender: r.genderIn(q), in: p.In, first: p.First, last: q.Last, work: r.groupWork(p.In, p)})
}

// allOfThem reads "the episode's directors, all women".
func (r *reader) allOfThem(p *clause.Phrase) {
	if p.Kind != clause.All || !r.isPlainGroup(p) || p.After == nil && (p.Follows != nil || r.word(p.First-1) != ",") || p.Core() != p || p.Class == english.Role {
		return
	}
	before := p.After
	role := rolecall.Role("")
	if before != nil {
		role = r.roleIn(before)
	}
	if role == "" {
		role = r.leaningRole()
	}
	r.tellWho(group{part: p, role: role, gender: r.genderIn(p), in: p.In, first: p.First, last: p.Last, work: r.groupWork(p.In, before)})
}

// without reads "without a single woman among its directors", "with nothing but women in
// the director's chair".
func (r *reader) without(p *clause.Phrase) {
	if !r.isPlainGroup(p) {
		return
	}
	gender, role := r.genderOrRole(p)
	g := group{part: p, role: role, gender: gender, in: p.In, first: p.First - 1, last: p.Last}
	for _, q := range r.Phrases {
		if q.First == p.Last+1 && (q.Prep == "among" || q.Prep == "on") {
			g.last = q.Last
			if role = r.roleIn(q); role != "" && g.role == "" {
				g.role = role
			}
		}
	}
	switch {
	case p.Prep == "without":
		g.negated = true
	case r.isBut(p) && r.word(p.First-3) == "with":
		g.wholly, g.first = true, p.First-3
	default:
		return
	}
	g.work = r.groupWork(p.In, p)
	r.tellWho(g)
}

// by reads works with who made them, without a verb: "seven films by women", "both by
// men", "three from women".
func (r *reader) by(q *clause.Phrase) {
	if q.Prep != "by" || !r.isPlainGroup(q) || q.Kind != clause.Some || q.First < 2 {
		return
	}
	for _, p := range r.Phrases {
		if p.Last != q.First-1 || p.Kind == clause.Some || p.Kind == clause.Only || p.Kind == clause.Place || p == q {
			continue
		}
		role := r.ownRole(q)
		if role == "" {
			role = r.roleIn(p)
		}
		if role == "" && p.In != nil {
			role = rolecall.Director
		}
		if p.Core().Class != english.Unit && p.Class != english.Number && p.Pronoun == "" {
			return
		}
		r.tellWho(group{part: q, whole: p, role: role, gender: r.genderIn(q), in: p.In, first: p.First, last: q.Last, work: r.groupWork(p.In, p)})
	}
}
