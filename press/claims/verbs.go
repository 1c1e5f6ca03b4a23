package claims

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// deed is that somebody did a job on something: who, what and on which title, wherever
// the sentence puts them.
type deed struct {
	roles []rolecall.Role
	// doer is who did it, nil where nobody is said.
	doer *clause.Phrase
	// thing is what it was done to: a title, episodes, a season; nil where it is not said.
	thing *clause.Phrase
	in    *clause.Clause
	// first and last are the items of its words.
	first, last int
	negated     bool
	work        work
	// shared says that the doer is one of several: "one of the directors".
	shared bool
	// character is whom the doer plays, where the verb says so.
	character string
}

// verbs reads clauses whose verb is a job: "she directed it", "directed by her", "which he
// wrote", "to direct".
func (r *reader) verbs() {
	for _, c := range r.Clauses {
		if c.Group == nil || r.isUnreal(c) || r.isOfRank(c) {
			continue
		}
		switch r.class(c.Head) {
		case english.Did:
			r.did(c)
		case english.Post:
			r.tell(r.deedOf(c, rolesOfItem(r.Items[c.Head])))
		default:
			r.idiom(c)
		}
	}
}

func rolesOfItem(item english.Item) []rolecall.Role {
	var all []rolecall.Role
	for _, of := range item.Of {
		all = append(all, rolecall.Role(of))
	}
	return all
}

// did reads a clause with a verb for a job.
func (r *reader) did(c *clause.Clause) {
	roles := rolesOfItem(r.Items[c.Head])
	if slices.Contains(roles, rolecall.Showrunner) && !r.runsShow(c) {
		return
	}
	if len(c.Objects) > 0 && isFront(roles[0]) {
		if role := crafts[r.word(c.Objects[0].Head)]; role != "" { // "leads the writing of the third season"
			roles = []rolecall.Role{role}
		}
	}
	front := slices.DeleteFunc(slices.Clone(roles), func(role rolecall.Role) bool { return !isFront(role) })
	behind := slices.DeleteFunc(slices.Clone(roles), isFront)
	if len(front) > 0 {
		r.acted(c, front)
	}
	if len(behind) == 0 {
		return
	}
	d := r.deedOf(c, behind)
	if r.makesOther(d) || r.isTrade(d) {
		return
	}
	d.doer = r.whoOfList(c, d.doer)
	d.roles = r.shootingRoles(c, d)
	r.tell(d)
	if d.doer != nil && d.doer.Prep == "by" {
		for _, p := range r.companions(d.doer) {
			with := d
			with.doer = p
			r.tell(with)
		}
	}
	if p := r.butBy(d); p != nil {
		d.doer, d.negated = p, false
		r.tell(d)
	}
	r.forWhom(c, d.work)
	for _, p := range c.With {
		if r.isCoDoer(c, p) && d.roles[0] != Other && len(r.people(p)) > 0 {
			d.doer = p
			r.tell(d)
		}
	}
}

// isTrade reports whether a relative clause without an object only says what somebody does
// for a living: "Alice Sheldon, who wrote as James Tiptree".
func (r *reader) isTrade(d deed) bool {
	return d.in.Kind == clause.Relative && d.in.Sub == "who" && d.thing == nil && d.work.anchor != Named && r.titlesHere() == 0
}

// whoOfList is who "who" is behind a list of people: the last of them, unless the verb is in
// the plural, or can be and there are only two.
func (r *reader) whoOfList(c *clause.Clause, doer *clause.Phrase) *clause.Phrase {
	if c.Kind != clause.Relative || c.Sub != "who" || doer == nil || doer != c.Antecedent || len(doer.Members) < 2 {
		return doer
	}
	if tag := r.Tags[c.Group.First]; tag == "VBZ" || tag == "VBD" && len(doer.Members) > 2 && r.word(c.Group.First) != "were" {
		return doer.Members[len(doer.Members)-1]
	}
	return doer
}

// shootingRoles are the jobs of a deed; somebody whom the text knows as a maker of films
// "shoots" one as its director may.
func (r *reader) shootingRoles(c *clause.Clause, d deed) []rolecall.Role {
	if !shooting[c.Word] || c.Passive || c.Participle || d.doer == nil {
		return d.roles
	}
	for _, who := range r.people(d.doer) {
		if slices.Contains(makings, r.jobOf(who.entity)) {
			return []rolecall.Role{Other}
		}
	}
	return d.roles
}

var shooting = wordSet("shot shoots shoot shooting")

// isCoDoer reports whether a phrase after "with" did what a clause says too, and is not in
// the cast of what it names: "wrote it with her", "created Fleabag with her", "directed by
// him, together with her".
func (r *reader) isCoDoer(c *clause.Clause, p *clause.Phrase) bool {
	if p.Prep != "with" || r.class(c.Head) != english.Did || isFront(rolesOfItem(r.Items[c.Head])[0]) {
		return false
	}
	if r.word(p.First-2) == "together" || r.word(p.First-2) == "along" {
		return p.First < c.Group.First || !slices.ContainsFunc(r.Items[c.Group.Last:p.First], func(i english.Item) bool { return i.Class == english.Did })
	}
	if c.Passive || c.Participle {
		role := rolesOfItem(r.Items[c.Head])[0]
		return (role == rolecall.Writer || role == rolecall.Creator) && p.After != nil && p.After.Prep == "by" && p.After.Class == english.Person && p.First == p.After.Last+1
	}
	behind := p.First > c.Group.Last
	if behind && (p.First-1 == c.Group.Last || p.First-2 == c.Group.Last && r.class(c.Group.Last) != english.Title || p.After != nil && p.After.Class != english.Title && p.After.In == c) {
		return true
	}
	if r.isShared(c) && p.Class == english.Person && slices.Contains(c.Objects, p.After) {
		return true
	}
	role := rolesOfItem(r.Items[c.Head])[0]
	fronted := !behind && c.Subject != nil && p.First < c.Subject.First && p.As == nil
	return role != rolecall.Director && role != Other && (fronted || p.After != nil && p.After.In == c)
}

// crafts are the nouns for what somebody leads behind the camera.
var crafts = map[string]rolecall.Role{"writing": rolecall.Writer, "directing": rolecall.Director, "direction": rolecall.Director, "editing": rolecall.Editor}

// makesOther reports whether a verb's object is no work: what a job makes (package-wide
// products reads it), or, for "made", anything but a title.
func (r *reader) makesOther(d deed) bool {
	if d.thing == nil {
		return d.roles[0] == Other
	}
	core := d.thing.Core()
	switch {
	case core.Class == english.Word && pieces[r.word(core.Head)]:
		return true // "some scenes were directed by her"
	case d.in.Kind != clause.Relative && core.Class == english.Word && core.Pronoun == "" && core.Of != nil && r.titleIn(core.Of) != None && !ofWhole[r.word(core.Head)]:
		return true // "directed the trailer of Barbie"
	case core.Class == english.Product:
		return d.roles[0] != rolecall.Writer || r.productRole(d.thing) != rolecall.Writer && r.productRole(d.thing) != Other
	case d.roles[0] == Other:
		if r.isUnits(d.thing) && d.thing.Quantity.Kind != clause.Some {
			d.roles[0] = rolecall.Director
			return false
		}
		return len(r.Own(core, english.Title)) == 0 && len(d.thing.Members) == 0 && !(core.Class == english.Unit && !r.Items[core.Head].Many)
	case core.Class == english.Unit && r.Items[core.Head].Many && r.Items[core.Head].Of[0] != "episode":
		return d.thing.Quantity.Kind == clause.Some && d.thing.Of == nil && len(r.people(d.doer)) > 0
	}
	return false
}

// ofWhole are nouns before "of" for a title or some of it; what others name belongs to it
// and is another work: its trailer, its dub, its second unit.
var ofWhole = wordSet("adaptation version remake reboot whole entirety all rest remainder bulk majority half third quarter most much lot lots part parts portion share some many couple handful number bits run production likes first second third fourth fifth sixth seventh eighth last debut pilot finale instalment installment chapter trilogy saga none one two three four five six seven eight nine ten")

// isShared reports whether a verb says that others did the same: "co-directed".
func (r *reader) isShared(c *clause.Clause) bool {
	item := r.Items[c.Head]
	return strings.HasPrefix(strings.ToLower(r.text.Text[item.Start:item.End]), "co-")
}

// pieces are nouns for less than an episode; who made one made no title.
var pieces = wordSet("scene scenes sequence sequences element elements footage shot shots segment segments number numbers clip clips reshoots trailer trailers poster posters commercial commercials ad ads video videos")

// isShowing reports whether a participle tells what a title shows rather than who is in it:
// "a film about her life, featuring interviews".
func (r *reader) isShowing(c *clause.Clause) bool {
	return c.Ing && (c.Word == "featuring" || c.Word == "starring")
}

// playsFigure reports whether "plays" is said of somebody with a job behind the camera and of
// no part: "Director Ann Lee plays it for laughs".
func (r *reader) playsFigure(c *clause.Clause, doer *clause.Phrase) bool {
	if doer == nil {
		return false
	}
	for _, m := range doer.All() {
		for _, role := range r.rolesOf(m) {
			if role != Other && !isFront(role) {
				return r.played(c, doer) == "" && !slices.ContainsFunc(c.Objects, func(o *clause.Phrase) bool { return parts[r.word(o.Head)] })
			}
		}
	}
	return false
}

// runsShow reports whether "run" is said of a series: "she runs the show", "ran Gallowgate".
func (r *reader) runsShow(c *clause.Clause) bool {
	for _, o := range append(slices.Clone(c.Objects), c.Antecedent, c.Subject) {
		if o == nil {
			continue
		}
		if _, is := r.workOf(o); is && o.Class != english.Word {
			return true
		}
	}
	return len(r.Items[c.Head].Of) > 1
}

// deedOf puts together a deed of a clause: active or passive, with its object before or
// behind.
func (r *reader) deedOf(c *clause.Clause, roles []rolecall.Role) deed {
	d := deed{roles: roles, in: c, first: c.Group.First, last: c.Group.Last, negated: c.Negated || r.deniedBefore(c)}
	by := withPrep(c, "by")
	switch {
	case c.Passive || c.Participle:
		d.doer = by
		d.thing = c.Antecedent
		if c.Passive {
			d.thing = c.Subject
		}
	case c.Ing && by != nil:
		d.doer = by
	default:
		d.doer = c.Subject
		if c.Subject == nil && c.Sub == "who" { // "who together with her produced it"
			d.doer = c.Antecedent
		}
		d.thing = r.objectOf(c)
	}
	if d.doer == nil && r.word(c.Group.Last) == "by" && r.word(c.Group.Last+1) == "and" { // "written by and starring her"
		d.doer = r.firstPerson(c.Group.Last)
	}
	d.negated = d.negated || r.isNot(d.doer) || r.isNot(d.thing)
	d.negated = d.negated && !r.isOtherDenied(d)
	d.work = r.workNear(c)
	if r.isUnheldSubject(d) {
		d.work = nowhere
	}
	if d.thing != nil {
		if w, ok := r.workOf(d.thing); ok {
			d.work = r.finishWork(r.mergeWork(w, d.work))
		}
	}
	return d
}

// firstPerson is the first phrase of people behind an item, or nil.
func (r *reader) firstPerson(at int) *clause.Phrase {
	for _, p := range r.Phrases {
		if p.First > at && p.Class == english.Person {
			return p
		}
	}
	return nil
}

// isNot reports whether "not" stands right before a phrase: "directed not by Patty Jenkins".
func (r *reader) isNot(p *clause.Phrase) bool {
	if p == nil {
		return false
	}
	return r.word(p.First-1) == "not" || p.Prep != "" && r.word(p.First-2) == "not" && r.word(p.First-1) == p.Prep
}

// isOtherDenied reports whether the denial between a doer and the verb is another person's:
// "Ann Lee, not Bo Diaz, directed it".
func (r *reader) isOtherDenied(d deed) bool {
	if d.doer == nil || d.doer != d.in.Subject {
		return false
	}
	for i := d.doer.First; i < d.first; i++ {
		if r.word(i) == "not" && (r.class(i+1) == english.Person || r.class(i+1) == english.Name) && i > d.doer.First {
			return r.word(d.doer.First-1) != "not"
		}
	}
	return false
}

// isUnheldSubject reports whether a passive clause has a subject of its own that is a name
// and no title that is known, so that no other of the sentence is meant: "Unlike Lady Bird,
// Priscilla was directed by her".
func (r *reader) isUnheldSubject(d deed) bool {
	p := d.in.Subject
	return d.in.Passive && p != nil && (p.Class == english.Person || p.Class == english.Name) && p.Of == nil && p.Owner == nil && r.titleIn(p) == None
}

// butBy is who did it in "directed not by her but by him", nil where a deed is not denied so.
func (r *reader) butBy(d deed) *clause.Phrase {
	if !r.isNot(d.doer) {
		return nil
	}
	for _, p := range d.in.With {
		if p.Prep == d.doer.Prep && p.First > d.doer.Last && r.word(p.First-2) == "but" {
			return p
		}
	}
	return nil
}

// isOfRank reports whether a clause only says of what something is the first, the only or
// the greatest: "the first series to have women directing", "the longest film directed by".
func (r *reader) isOfRank(c *clause.Clause) bool {
	for ; c != nil; c = c.Parent {
		of := c.Antecedent
		if c.Kind == clause.Purpose {
			of = r.before(c.Group)
		}
		if (c.Kind == clause.Purpose || c.Kind == clause.Reduced || c.Kind == clause.Relative) && of != nil && r.isRank(of) {
			return true
		}
		if c.Kind == clause.Content {
			return false // "the first to see that she directed it"
		}
	}
	return false
}

// before is the phrase that ends where a verb begins, or nil.
func (r *reader) before(g *clause.Group) *clause.Phrase {
	if g == nil {
		return nil
	}
	for _, p := range r.Phrases {
		if p.Last == g.First {
			return p
		}
	}
	return nil
}

// isRank reports whether a phrase is "the first …", "one of the few …", "the highest …" of a
// kind of title or people, and not a title's own episodes.
func (r *reader) isRank(p *clause.Phrase) bool {
	core := p.Core()
	if core.Class == english.Title || core.Class == english.Season || core.Class == english.Episode || core.Class == english.Unit && r.Items[core.Head].Of[0] == "episode" {
		return false
	}
	if p.Quantity.Kind == clause.Place || core.Quantity.Kind == clause.Place {
		return true
	}
	for i := p.First; i < p.Last; i++ {
		if r.Tags[i] == "JJS" && r.class(i) == english.Word || r.word(i) == "few" || r.word(i) == "most" && i+1 < p.Last && strings.HasPrefix(r.Tags[i+1], "JJ") {
			return true
		}
	}
	return false
}

// deniedBefore reports whether a denial stands at the head of a clause: "Not once has a
// woman", "Never".
func (r *reader) deniedBefore(c *clause.Clause) bool {
	if a := c.Antecedent; a != nil && a.In != nil && a.In.Group != nil && a.In.Be && a.In.Negated && a.In.Subject != nil && a.In.Subject.Pronoun == "it" {
		return true // "It was not her who directed it"
	}
	if c.Kind != clause.Main && c.Parent != nil {
		return r.deniedBefore(c.Parent)
	}
	w := r.word(max(0, min(c.First, len(r.Items)-1)))
	first := r.word(0)
	return c.First < 5 && (first == "never" || first == "nor" || first == "not" && (r.word(1) == "once" || r.word(1) == "since")) || w == "nor"
}

// objectOf is the object of a clause with a subject of its own: what follows the verb, or
// what a relative clause explains.
func (r *reader) objectOf(c *clause.Clause) *clause.Phrase {
	for _, o := range c.Objects {
		if o.First >= c.Group.Last {
			return o
		}
	}
	if len(c.Objects) > 0 && r.word(c.Objects[0].First-1) != "not" { // "not the actor, directed it": an aside
		return c.Objects[0]
	}
	if c.Antecedent != nil && c.Subject != c.Antecedent {
		return c.Antecedent
	}
	for _, p := range c.With {
		if p.Prep == "on" || p.Prep == "for" {
			if _, ok := r.workOf(p.All()[0]); ok {
				return p
			}
		}
	}
	return nil
}

func withPrep(c *clause.Clause, prep string) *clause.Phrase {
	for _, p := range c.With {
		if p.Prep == prep && p.Class != english.Date && p.Class != english.Year {
			return p
		}
	}
	return nil
}

// tell makes the claims of a deed: of persons, or of so many of a gender.
func (r *reader) tell(d deed) {
	if d.doer == nil {
		return
	}
	if two := r.bothOf(d); len(two) == 2 {
		r.tellBoth(d, two)
		return
	}
	if people := r.people(d.doer); len(people) > 0 {
		r.tellPeople(d, people)
		return
	}
	r.tellGroup(d)
}

// tellPeople makes the claims that persons did something: all of it, so many of it, or it.
func (r *reader) tellPeople(d deed, people []person) {
	if d.doer.Joiner == "nor" || d.doer.Quantity.Kind == clause.None && d.doer.Pronoun == "" && len(people) > 1 || r.word(d.doer.First-1) == "neither" {
		d.negated = true
	}
	things := []*clause.Phrase{d.thing}
	if d.thing != nil && len(d.thing.Members) > 0 {
		things = d.thing.Members
	}
	if slices.Contains(d.in.Adverbs, "all") && d.thing != nil && r.isUnits(d.thing) {
		d.thing.Quantity = clause.Quantity{Kind: clause.All, Item: d.thing.Quantity.Item, Value: d.thing.Quantity.Value, Has: d.thing.Has}
	}
	for i, p := range people {
		for k, thing := range things {
			w := d.work
			if len(things) > 1 {
				if own, ok := r.workOf(thing); ok {
					w = r.finishWork(r.mergeWork(own, w))
				}
			}
			for _, role := range d.roles {
				c := r.claimOf(Credit, w)
				c.Person, c.Role, c.Negated, c.Character = p.entity, role, d.negated, p.character
				if c.Character == "" {
					c.Character = d.character
				}
				if d.thing != nil && d.thing.Joiner == "nor" {
					c.Negated = true
				}
				r.quantify(&c, thing)
				r.spanPerson(&c, d, p, i, len(people), k, thing)
				if r.isRespective() && len(people) > 1 {
					r.pairUp(&c, people, things, i, k)
				}
				if c.Title == None && c.Kind == Credit || c.Title == None && r.at > 0 && c.Person == None {
					continue
				}
				if c.item != notMine {
					r.keep(c)
				}
			}
		}
	}
}

// notMine marks a claim that pairs a person with what belongs to another.
const notMine = -2

func (r *reader) isRespective() bool {
	return slices.ContainsFunc(r.Items, func(i english.Item) bool { return i.Lower == "respectively" })
}

// pairUp keeps, of "A and B directed C and D, respectively", A with C and B with D; where
// they do not pair, all are in doubt.
func (r *reader) pairUp(c *Claim, people []person, things []*clause.Phrase, i, k int) {
	switch {
	case len(things) == len(people):
		if i != k {
			c.item = notMine
		}
	default:
		c.Doubts = append(c.Doubts, Respective)
	}
}

// spanPerson sets the stretch of one person's claim: all words where it is alone, the
// name with the words next to it where it is one of a list.
func (r *reader) spanPerson(c *Claim, d deed, p person, i, of, k int, thing *clause.Phrase) {
	first, last := p.item, p.item+1
	if i == 0 {
		first, last = min(first, d.first), max(last, d.last)
	} else if d.first > p.item && i == of-1 {
		last = max(last, d.last)
	}
	if of == 1 || i == 0 {
		if thing != nil && thing.First >= d.first && thing.Prep == "" {
			last = max(last, thing.Last)
		} else if thing != nil && k > 0 {
			first, last = thing.First, thing.Last
		}
	}
	if k > 0 && thing != nil {
		first, last = thing.First, thing.Last
	}
	r.span(c, first, last)
}

// quantify makes a credit "every" or a count where its object says how many episodes.
func (r *reader) quantify(c *Claim, thing *clause.Phrase) {
	if thing == nil {
		return
	}
	c.item = thing.Quantity.Item
	counts := r.isUnits(thing)
	q := thing.Quantity
	if q.Kind == clause.All && q.Item >= 0 && r.word(q.Item) == "both" && thing.Core().Class == english.Title {
		return // "both Salt Roads and Tin Roof"
	}
	if q.Kind == clause.Number && counts && r.isWholeNumber(thing) {
		q.Kind = clause.All
	}
	switch {
	case q.Kind == clause.All && (counts || thing.Core().Class == english.Title || thing.Core().Class == english.Season || thing.Pronoun != "" || q.Has):
		c.Kind, c.Part = Every, Part{All: true}
		if q.Has {
			c.Value, c.HasValue, c.Of = q.Value, true, q.Value
		} else if q.Of > 0 {
			c.Value, c.HasValue, c.Of = q.Of, true, q.Of
		}
	case q.Kind == clause.None && counts:
		c.Negated = true
	case q.Kind == clause.Number && q.Has && (counts || thing.Class == english.Number):
		c.Kind, c.Value, c.HasValue, c.Of, c.Unit = Count, q.Value, true, q.Of, "episode"
		c.Bound = r.Items[max(q.Item, 0)].Approx
	case q.Kind == clause.Share:
		c.Kind, c.Value, c.HasValue, c.Bound = Share, q.Value, true, r.Items[max(q.Item, 0)].Approx
	case len(c.Part.Numbers) > 1 && len(r.Own(thing, english.Episode)) > 0:
		c.Value = float64(len(c.Part.Numbers))
	}
}

// isUnits reports whether a phrase counts episodes or the like.
func (r *reader) isUnits(p *clause.Phrase) bool {
	core := p.Core()
	return core.Class == english.Unit && r.Items[core.Head].Of[0] == "episode" || core.Class == english.Episode || p.Class == english.Number || core.Pronoun != "" && p != core
}

// claimOf is a claim about a title, with what the words say of it.
func (r *reader) claimOf(kind Kind, w work) Claim {
	c := Claim{Kind: kind, Title: w.title, Person: None, Seasons: w.seasons, Unclear: w.unclear && len(w.seasons) == 0, Part: w.part, Anchor: w.anchor, item: -1}
	c.Year, c.YearTo = w.years[0], w.years[1]
	return c
}

// acted reads "plays", "stars", "leads", "features": on stage either is the subject.
func (r *reader) acted(c *clause.Clause, roles []rolecall.Role) {
	role := roles[0]
	by := withPrep(c, "by")
	w := r.workNear(c)
	if of, ok := r.workOf(c.Antecedent); ok && c.Sub == "in which" {
		w = r.finishWork(of)
	}
	d := deed{roles: roles, in: c, first: c.Group.First, last: c.Group.Last, negated: c.Negated, work: w}
	subjectWork, isWork := r.workOf(c.Subject)
	switch {
	case (c.Passive || c.Participle) && by != nil: // "played by her", "led by her"
		d.doer = by
	case isWork && c.Subject.Pronoun != "that" && len(r.people(c.Subject)) == 0 && len(c.Objects) > 0: // "it stars her"
		d.doer, d.work = c.Objects[0], r.finishWork(subjectWork)
	case c.Ing && (c.Antecedent != nil || c.Word == "starring") && len(c.Objects) > 0 && len(r.Own(c.Objects[0], english.Person)) > 0: // "starring her"
		d.doer = c.Objects[0]
		if w, ok := r.workOf(c.Antecedent); ok {
			d.work = r.finishWork(w)
		}
	case c.Sub == "which" && len(c.Objects) > 0:
		d.doer = c.Objects[0]
	default:
		d.doer = c.Subject
		if role == rolecall.Cast && c.Objects == nil && len(c.With) == 0 && c.Word != "co-stars" && w.anchor != Named && w.anchor != Headed && !r.isFeaturing(c) {
			return
		}
		if role == Star && (r.isOtherLead(c) || withPrep(c, "at") != nil && w.anchor != Named) || r.isShowing(c) || r.playsFigure(c, d.doer) {
			return
		}
	}
	if r.hasShare(c) {
		return
	}
	if d.doer == nil || len(r.people(d.doer)) == 0 || d.negated && d.work.anchor != Named {
		return // "who had never acted": at all, not here
	}
	if role == rolecall.Cast {
		d.character = r.played(c, d.doer)
	}
	r.tell(d)
}

// hasShare reports whether "plays a part" is said of what happens: "played a part in the sale
// of Grey Heron".
func (r *reader) hasShare(c *clause.Clause) bool {
	if len(c.Objects) == 0 || !playing[c.Word] {
		return false
	}
	if o := c.Objects[0]; r.word(o.Head) != "part" && r.word(o.Head) != "role" || o.Of != nil {
		return false
	}
	in := withPrep(c, "in")
	return in != nil && in.Class != english.Title && !isDefinite(in.Core(), r) && in.Pronoun == ""
}

// played is the name of whom a clause says that somebody plays: "plays Elsa", "Elsa is
// voiced by her". It is empty where that is no name.
func (r *reader) played(c *clause.Clause, doer *clause.Phrase) string {
	if !playing[c.Word] {
		return ""
	}
	part := c.Subject
	if part == doer || part == nil {
		if len(c.Objects) == 0 {
			return ""
		}
		part = c.Objects[0]
	}
	if part == doer || len(part.Members) > 0 || part.Pronoun != "" {
		return ""
	}
	head := r.Items[part.Head]
	name := r.text.Text[head.Start:head.End]
	if head.Class == english.Title || !strings.HasPrefix(r.Tags[part.Head], "NNP") && head.Class != english.Person && head.Class != english.Name || strings.ToLower(name) == name {
		return ""
	}
	return name
}

var playing = wordSet("play plays played playing voice voices voiced voicing portray portrays portrayed portraying")

func (r *reader) isFeaturing(c *clause.Clause) bool {
	return r.Items[c.Head].Lower != "act" && r.Items[c.Head].Lower != "plays"
}

// isOtherLead reports whether "lead" is said of something that is no title: "led a team".
func (r *reader) isOtherLead(c *clause.Clause) bool {
	word := r.word(c.Head)
	if word != "led" && word != "lead" && word != "leads" && word != "leading" && word != "fronts" && word != "front" && word != "fronted" {
		return false
	}
	for _, o := range c.Objects {
		if o.Core().Class == english.Season {
			return true // "will lead the third season": as showrunner as well
		}
		if _, ok := r.workOf(o); ok {
			return false
		}
		if o.Class == english.Word && r.word(o.Head) == "cast" || o.Class == english.Role {
			return false
		}
	}
	return true
}

var (
	// takers are verbs whose object may be a job: "took the director's chair".
	takers = wordSet("take takes took taken taking share shares shared hold holds held fill fills filled occupy occupies occupied keep keeps kept assume assumes assumed have has had do does did get gets got")
	// givers are verbs by which a job comes to somebody.
	givers = wordSet("hire hires hired give gives gave given hand hands handed bring brings brought tap taps tapped pick picks picked choose chooses chose chosen recruit recruits recruited enlist enlists enlisted appoint appoints appointed entrust entrusted assign assigned")
)

// idiom reads ways to say a job without its verb: "took six of the episodes", "was hired
// to direct", "is behind the camera", "does the music".
func (r *reader) idiom(c *clause.Clause) {
	if r.post(c) {
		return
	}
	r.inIt(c)
	r.peopled(c)
	switch {
	case castings[c.Word]:
		r.chose(c)
	case c.Word == "did" && len(c.Objects) == 0:
		r.didSo(c)
	case takers[c.Word]:
		r.took(c)
	case c.Be:
		r.inHands(c)
	case givers[c.Word] && !c.Negated:
		r.gave(c)
	case fallers[c.Word]:
		r.fell(c)
	}
}

var fallers = wordSet("fall falls fell go goes went belong belongs belonged come comes came")

// post reads "behind the camera" and the like in a clause of another verb.
func (r *reader) post(c *clause.Clause) bool {
	for i := c.Group.Last; i < len(r.Items) && i < c.Group.Last+6; i++ {
		if r.class(i) != english.Post {
			if r.word(i) == "," {
				return false
			}
			continue
		}
		d := deed{roles: rolesOfItem(r.Items[i]), doer: c.Subject, in: c, first: c.Group.First, last: i + 1, negated: c.Negated || r.deniedBefore(c) || c.Subject != nil && c.Subject.Quantity.Kind == clause.None, work: r.workNear(c)}
		if people := r.people(c.Subject); len(people) == 0 {
			for _, o := range c.Objects {
				if len(r.people(o)) > 0 || r.Has(o, english.Gender) {
					d.doer = o
				}
			}
		}
		if of := withPrep(c, "of"); of != nil && of.First == i+2 { // "in charge of many of the episodes"
			d.thing = of
		}
		r.tell(d)
		return true
	}
	return false
}

// took reads "Lin took three of the episodes": by what the sentence before says was done.
func (r *reader) took(c *clause.Clause) {
	if len(c.Objects) == 0 || c.Subject == nil || len(r.people(c.Subject)) == 0 {
		return
	}
	o := c.Objects[0]
	if r.isLead(o) {
		r.leads(c, c.Subject, o)
		return
	}
	if role := r.jobIn(o); role != "" && role != Other {
		r.tookJob(c, o, role)
		return
	}
	if o.Quantity.Kind == clause.Some && len(r.Own(o, english.Episode)) == 0 || !r.isRest(o) {
		return
	}
	role := r.jobAround()
	if role == "" {
		return
	}
	d := deed{roles: []rolecall.Role{role}, doer: c.Subject, thing: o, in: c, first: c.Group.First, last: c.Group.Last, negated: c.Negated, work: r.workNear(c)}
	r.tell(d)
}

// jobIn is the job that a phrase names by what holds it: "the direction", "the director's
// job", "the writing credit"; of "the job" alone, the one spoken of. It is empty where the
// phrase is no job.
func (r *reader) jobIn(p *clause.Phrase) rolecall.Role {
	head := r.word(p.Head)
	switch {
	case p.Of != nil && r.titleIn(p.Of) == None, r.word(p.First) == "a", r.word(p.First) == "an":
		return ""
	case jobNouns[head] && p.Owner != nil && p.Owner.Class == english.Role:
		return rolesOfItem(r.Items[p.Owner.Head])[0]
	case jobNouns[head] && r.class(p.Head-1) == english.Role && !isFront(rolesOfItem(r.Items[p.Head-1])[0]):
		return rolesOfItem(r.Items[p.Head-1])[0]
	case jobNouns[head] && p.Head == p.First+1 && r.word(p.First) == "the":
		return r.jobAround()
	case p.Class == english.Product && r.word(p.Head) == "direction":
		return rolecall.Director
	case p.Class == english.Role && strings.HasSuffix(r.text.Text[:r.Items[p.Head].End], " credit"):
		return rolesOfItem(r.Items[p.Head])[0]
	}
	return ""
}

// jobNouns are nouns for a job that somebody has.
var jobNouns = wordSet("job jobs chair seat post gig credit credits duties reins role")

// tookJob reads "got the job", "shares the direction with her".
func (r *reader) tookJob(c *clause.Clause, o *clause.Phrase, role rolecall.Role) {
	w, ok := r.workOf(o)
	if !ok || w.title == None {
		w = r.mergeWork(w, r.workNear(c))
	}
	d := deed{roles: []rolecall.Role{role}, doer: c.Subject, in: c, first: c.Group.First, last: o.Last, negated: c.Negated, work: r.finishWork(w)}
	if c.Subject.Pronoun == "" || o.Owner != nil || !jobNouns[r.word(o.Head)] { // else it is not sure who "she" is
		r.tell(d)
	}
	if with := withPrep(c, "with"); with != nil && sharing[c.Word] && len(r.people(with)) > 0 {
		d.doer = with
		r.tell(d)
	}
}

var sharing = wordSet("share shares shared sharing")

// inHands reads "the rest is in the hands of her".
func (r *reader) inHands(c *clause.Clause) {
	p := withPrep(c, "in")
	if p == nil || r.word(p.Head) != "hands" || p.Of == nil || c.Subject == nil || len(r.people(p.Of)) == 0 {
		return
	}
	w, ok := r.workOf(c.Subject)
	role := r.jobAround()
	if !ok || w.title == None || role == "" || !r.isUnits(c.Subject) && c.Subject.Class != english.Season && c.Subject.Class != english.Title {
		return
	}
	r.tell(deed{roles: []rolecall.Role{role}, doer: p.Of, thing: c.Subject, in: c, first: c.First, last: p.Last, negated: c.Negated, work: r.finishWork(w)})
}

// jobAround is the job that the sentence or the claims just before are about; director
// where episodes are shared out and nothing else is said.
func (r *reader) jobAround() rolecall.Role {
	for _, item := range r.Items {
		if item.Class == english.Did || item.Class == english.Role {
			if role := rolecall.Role(item.Of[0]); role == rolecall.Director || role == rolecall.Writer {
				return role
			}
		}
	}
	for i := len(r.claims) - 1; i >= 0 && r.claims[i].Sentence >= r.at-2; i-- {
		if role := r.claims[i].Role; role == rolecall.Director || role == rolecall.Writer {
			return role
		}
	}
	return ""
}

// leads reads who has the leading part: "has the lead", "is in the title role".
func (r *reader) leads(c *clause.Clause, who, part *clause.Phrase) {
	w, ok := r.workOf(part)
	if !ok || w.title == None {
		w = r.workNear(c)
	}
	if in := withPrep(c, "in"); in != nil && in != part && w.anchor != Named {
		return // "has the lead in the polls"
	}
	d := deed{roles: []rolecall.Role{Star}, doer: who, thing: nil, in: c, first: c.Group.First, last: part.Last, negated: c.Negated, work: r.finishWork(w)}
	r.tell(d)
}

// gave reads "handed the second season to her", "hired her to direct it".
func (r *reader) gave(c *clause.Clause) {
	for _, p := range r.Clauses {
		if p.Kind == clause.Purpose && p.Parent == c && p.Group != nil && r.class(p.Head) == english.Did {
			return // read as the verb of its own
		}
	}
	to := withPrep(c, "to")
	if to == nil || len(r.people(to)) == 0 || len(c.Objects) == 0 {
		return
	}
	if r.isLead(c.Objects[0]) {
		r.leads(c, to, c.Objects[0])
		return
	}
	w, ok := r.workOf(c.Objects[0])
	if !ok || w.title == None {
		return
	}
	role := r.jobAround()
	if role == "" {
		role = Other
	}
	d := deed{roles: []rolecall.Role{role}, doer: to, thing: c.Objects[0], in: c, first: c.Group.First, last: c.Group.Last, work: r.finishWork(w)}
	r.tell(d)
}

// fell reads "all remaining episodes fall to her", "the second season went to him".
func (r *reader) fell(c *clause.Clause) {
	to := withPrep(c, "to")
	if to == nil || c.Subject == nil || len(r.people(to)) == 0 {
		return
	}
	w, ok := r.workOf(c.Subject)
	if !ok || w.title == None || !r.isUnits(c.Subject) && c.Subject.Class != english.Season {
		return
	}
	role := r.jobAround()
	if role == "" {
		return
	}
	r.tell(deed{roles: []rolecall.Role{role}, doer: to, thing: c.Subject, in: c, first: c.First, last: c.Last, negated: c.Negated, work: r.finishWork(w)})
}

// gaps reads what leaves the verb of the clause before out: "Jennifer Lee directed Frozen,
// Jimmy Chin Free Solo", "Keri Russell Elizabeth".
func (r *reader) gaps() {
	for _, c := range r.Clauses {
		if c.Group == nil || r.isUnreal(c) || c.Negated {
			continue
		}
		for i := 0; i+1 < len(c.Objects); i++ {
			who, thing := c.Objects[i], c.Objects[i+1]
			if i == 0 && !c.Be || len(r.Own(who, english.Person)) == 0 || thing.Follows != who || c.Subject == nil || len(r.people(c.Subject)) == 0 {
				continue
			}
			r.gap(c, who, thing)
		}
	}
}

func (r *reader) gap(c *clause.Clause, who, thing *clause.Phrase) {
	item := r.Items[c.Head]
	w, ok := r.workOf(thing)
	switch {
	case item.Class == english.Did && isFront(rolesOfItem(item)[0]) && thing.Class == english.Name:
		r.plays(c, r.people(who), thing)
	case item.Class == english.Did && ok && w.title != None && !isFront(rolesOfItem(item)[0]), item.Class == english.Did && r.isRest(thing):
		if w.title == None {
			w = r.mergeWork(w, r.workNear(c))
		}
		r.tell(deed{roles: rolesOfItem(item), doer: who, thing: thing, in: c, first: who.First, last: who.Last, work: r.finishWork(w)})
	}
}

// isRest reports whether a phrase is some of the episodes that the words before it share
// out: "three", "the second", "the closing ones".
func (r *reader) isRest(p *clause.Phrase) bool {
	return r.isUnits(p) || p.Class == english.Ordinal || p.Class == english.Season || r.word(p.Head) == "ones" || r.word(p.Head) == "rest" || r.word(p.Head) == "others"
}

var castings = wordSet("cast casts casting")

// chose reads "Amirpour has cast Jason Momoa in it".
func (r *reader) chose(c *clause.Clause) {
	who := c.Subject
	if len(c.Objects) > 0 {
		who = c.Objects[0]
	} else if !c.Passive && !c.Participle {
		return
	}
	if c.Participle && c.Antecedent != nil {
		who = c.Antecedent
	}
	w := r.workNear(c)
	if who == nil || w.title == None || c.Negated {
		return
	}
	r.cast(who, w, rolecall.Cast)
}

// didSo reads "Hettie Macdonald did": what the clause before says of somebody else.
func (r *reader) didSo(c *clause.Clause) {
	var before *clause.Clause
	for _, o := range r.Clauses {
		if o == c {
			break
		}
		if o.Group != nil && r.class(o.Head) == english.Did {
			before = o
		}
	}
	if before == nil || c.Subject == nil || len(r.people(c.Subject)) == 0 {
		return
	}
	d := r.deedOf(before, rolesOfItem(r.Items[before.Head]))
	d.doer, d.first, d.last, d.negated = c.Subject, c.First, c.Last, c.Negated
	r.tell(d)
}

// forWhom reads "lit The Power of the Dog for Jane Campion": the maker of the title that
// somebody else worked on.
func (r *reader) forWhom(c *clause.Clause, w work) {
	p := withPrep(c, "for")
	if p == nil || w.title == None || w.anchor < Alone || c.Negated {
		return
	}
	for _, who := range r.people(p) {
		if name := r.text.Found.Entities[who.entity].Name; name == strings.ToUpper(name) {
			continue // a channel: "for OWN"
		}
		claim := r.claimOf(Credit, w)
		claim.Person, claim.Role, claim.Part = who.entity, Other, Part{}
		r.span(&claim, p.First-1, p.Last)
		r.keep(claim)
	}
}

// peopled reads "The Nightingale sends Aisling Franciosi's convict", "Nomadland puts Frances
// McDormand in a van": a title that does something with people has them in it.
func (r *reader) peopled(c *clause.Clause) {
	if c.Subject == nil || c.Subject.Class != english.Title || c.Passive || c.Be || c.Negated || sayers[c.Word] || notPeopled[c.Word] || len(c.Objects) == 0 {
		return
	}
	if as := withPrep(c, "as"); as != nil && r.isJob(as.Core()) {
		return // "had her as one of its editors"
	}
	if o := c.Objects[0]; o.Class == english.Person && o.Follows == nil {
		w, _ := r.workOf(c.Subject)
		r.cast(o, r.finishWork(w), rolecall.Cast)
	}
}

// notPeopled are verbs by which titles do something to people who are not in them.
var notPeopled = wordSet("won win wins earned earns brought made makes beat beats launched launches established introduced helped inspired owes cost got gave thanks thanked followed follows surprised impressed")

// inIt reads "Andy Serkis isn't in it", "who is also in Jamtara".
func (r *reader) inIt(c *clause.Clause) {
	if !c.Be || c.Subject == nil || len(c.Objects) > 0 {
		return
	}
	p := withPrep(c, "in")
	if p == nil || p.First > c.Group.Last+2 || p.Class != english.Title && p.Pronoun != "it" {
		return
	}
	w, ok := r.workOf(p)
	if !ok || w.title == None {
		return
	}
	for _, who := range r.people(c.Subject) {
		claim := r.claimOf(Credit, r.finishWork(w))
		claim.Person, claim.Role, claim.Negated = who.entity, rolecall.Cast, c.Negated
		r.span(&claim, min(who.item, c.Group.First), p.Last)
		r.keep(claim)
	}
}

// posted reads a post beside a name without a verb: "Mandy Walker, behind the camera of Elvis".
func (r *reader) posted() {
	for i, item := range r.Items {
		if item.Class != english.Post || r.word(i-1) != "," {
			continue
		}
		for _, p := range r.Phrases {
			if p.Last != i-1 || len(r.Own(p, english.Person)) == 0 {
				continue
			}
			w := nowhere
			for _, q := range r.Phrases {
				if q.First == i+2 && (q.Prep == "of" || q.Prep == "on" || q.Prep == "for") {
					w, _ = r.workOf(q)
				}
			}
			if w.title == None {
				w = r.workOfContext(p)
			}
			if w.title != None {
				r.credits(r.people(p), r.finishWork(w), rolecall.Role(item.Of[0]), i+1)
			}
		}
	}
}

// credits makes the claims that people hold a job on a title, with words up to an item.
func (r *reader) credits(people []person, w work, role rolecall.Role, last int) {
	for k, who := range people {
		c := r.claimOf(Credit, w)
		c.Person, c.Role, c.Character = who.entity, role, who.character
		end := who.item + 1
		if k == len(people)-1 {
			end = max(end, last)
		}
		r.span(&c, who.item, end)
		r.keep(c)
	}
}

// lineUps reads a line-up's "Jasmila Žbanić with Quo Vadis, Aida?": a maker and the title.
func (r *reader) lineUps() {
	for _, c := range r.Clauses {
		if c.Group != nil || c.Subject == nil || c.Subject.Class != english.Person || len(c.Objects) > 0 {
			continue
		}
		for _, p := range c.With {
			if p.Class == english.Title && (p.Prep == "with" || p.Prep == "for") {
				w, _ := r.workOf(p)
				r.credits(r.people(c.Subject), r.finishWork(w), Other, p.Last)
				break
			}
		}
	}
}
