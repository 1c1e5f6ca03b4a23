package claims

import (
	"slices"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// figure is what the last figure was about: a later one may leave that out.
type figure struct {
	at, title int
	kind      Kind
	role      rolecall.Role
	gender    rolecall.Gender
	// of is the whole of the figure, people how many people it counted.
	of, people float64
	seasons    []int
}

// remember notes a figure for those that follow.
func (r *reader) remember(c Claim) {
	f := figure{at: r.at, title: c.Title, kind: c.Kind, role: c.Role, gender: c.Gender, of: c.Of, seasons: c.Seasons}
	if f.gender == "" && r.figure.at >= r.at-carried {
		f.gender = r.figure.gender
	}
	if c.Kind == Count && c.Unit == "" && c.HasValue {
		f.people = c.Value
	}
	r.figure = f
}

// carried is for how many sentences a figure is still what those are about that leave
// something out.
const carried = 2

// isCarried reports whether the figure before may say what one of this sentence leaves out:
// it is near, and the sentence has not begun to speak of somebody.
func (r *reader) isCarried() bool {
	far := carried
	if b, found := r.block(); found && (b.Shape == english.ListItem || b.Shape == english.Field || b.Shape == english.Row) {
		far *= 2 // a list is announced by a sentence of its own
	}
	return r.figure.role != "" && (r.figure.at == r.at || r.figure.at >= r.at-far && !r.beginsAnew())
}

// beginsAnew reports whether a sentence is about somebody or a title: a figure in it is then
// no longer that of a report.
func (r *reader) beginsAnew() bool {
	return slices.ContainsFunc(r.Clauses, func(c *clause.Clause) bool {
		return c.Group != nil && c.Kind == clause.Main && c.Subject != nil && len(r.Own(c.Subject, english.Person)) > 0
	})
}

// leaning is the figure before, as far as this sentence may lean on it.
func (r *reader) leaning() figure {
	if !r.isCarried() {
		return figure{at: -9, title: None}
	}
	return r.figure
}

// leaningGender is the gender of the last claim of the sentence that counts, else that of the
// figure before.
func (r *reader) leaningGender() rolecall.Gender {
	for k := len(r.here) - 1; k >= 0; k-- {
		if o := r.here[k]; o.Gender != "" && o.Person == None {
			return o.Gender
		}
	}
	return r.leaning().gender
}

// genderIn is the gender that a phrase names; empty where it names none.
func (r *reader) genderIn(p *clause.Phrase) rolecall.Gender {
	if p == nil {
		return ""
	}
	for _, i := range r.Own(p.Core(), english.Gender) {
		return rolecall.Gender(r.Items[i].Of[0])
	}
	for _, i := range r.Own(p, english.Gender) {
		return rolecall.Gender(r.Items[i].Of[0])
	}
	return ""
}

// tellGroup makes the claims that so many of a gender did something, or that so many
// people did.
func (r *reader) tellGroup(d deed) {
	if r.isRanked(d.in) || r.onlyTellsOf(d.in) {
		return
	}
	gender := r.genderIn(d.doer)
	core := d.doer.Core()
	if gender == "" {
		r.tellNumber(d)
		return
	}
	if core.Class == english.Title || len(r.Own(core, english.Person)) > 0 || d.doer.Kind == clause.Share && core != d.doer && core.Class == english.Gender {
		return // "a quarter of the women wrote to him" is a share of women
	}
	for _, role := range d.roles {
		if role == rolecall.Writer && d.thing != nil && d.thing.Pronoun == "they" && r.speaksOfMusic(d.thing.First) {
			role = rolecall.Composer
		}
		c := r.claimOf(Every, d.work)
		c.Role, c.Gender, c.Negated = role, gender, d.negated
		r.attributesOf(&c, d.doer)
		if !r.amount(&c, d) {
			continue
		}
		r.among(&c)
		if c.Title == None && !c.HasValue && c.Vague == "" && c.Kind == Every && c.item < 0 {
			continue
		}
		first, last := min(d.first, d.doer.First), max(d.last, d.doer.Last)
		if d.thing != nil {
			first, last = min(first, d.thing.First), max(last, d.thing.Last)
		}
		r.span(&c, first, last)
		r.keep(c)
		r.remember(c)
	}
}

// onlyTellsOf reports whether a clause only says of which works a sentence gives figures: "out of
// all films written by at least one woman, 67%".
func (r *reader) onlyTellsOf(c *clause.Clause) bool {
	if c.Kind != clause.Reduced || r.word(0) != "of" && r.word(0) != "out" {
		return false
	}
	return !slices.ContainsFunc(r.Items[:c.Group.First], func(i english.Item) bool { return i.Lower == "," })
}

// speaksOfMusic reports whether a sentence names music before an item, which is what "they"
// then are that somebody wrote.
func (r *reader) speaksOfMusic(at int) bool {
	return slices.ContainsFunc(r.Items[:at], func(i english.Item) bool {
		return i.Class == english.Product && rolecall.Role(i.Of[0]) == rolecall.Composer || i.Class == english.Did && rolecall.Role(i.Of[0]) == rolecall.Composer
	})
}

// isRanked reports whether a clause only says among what something stands first, or what
// nothing is: "the first series to have women directing every episode", "the
// highest-grossing film directed by a woman", "no film made by a woman".
func (r *reader) isRanked(c *clause.Clause) bool {
	for i := c.Group.First - 1; i >= max(0, c.Group.First-9) && r.word(i) != "," && r.word(i) != ";"; i-- {
		first := r.class(i) == english.Season && r.word(i+1) == "to" // "the first series to have"
		if first || r.class(i) == english.Word && r.word(i) != "most" && (r.Tags[i] == "JJS" || r.Tags[i] == "RBS") {
			return true
		}
	}
	for ; c != nil; c = c.Parent {
		if r.ranksPhrase(c.Antecedent) && (c.Kind == clause.Reduced || c.Kind == clause.Relative) {
			return true
		}
		if c.Kind == clause.Purpose && c.Parent != nil && slices.ContainsFunc(c.Parent.Objects, r.ranksPhrase) {
			return true
		}
	}
	return false
}

func (r *reader) ranksPhrase(p *clause.Phrase) bool {
	if p == nil || len(p.Members) > 0 {
		return false
	}
	if p.Kind == clause.Place || p.Kind == clause.None && p.Core().Class == english.Unit && r.hasWords(p.Last, "had ever", "has ever") {
		return true
	}
	for i := p.First; i < p.Head; i++ {
		if r.Tags[i] == "JJS" || r.Tags[i] == "RBS" {
			return r.class(i) == english.Word
		}
	}
	return false
}

// amount sets how much of what a deed says: the quantity of who did it, or of what was
// done.
func (r *reader) amount(c *Claim, d deed) bool {
	doer, thing := r.much(d.doer), clause.Quantity{Item: -1}
	if d.thing != nil {
		thing = r.much(d.thing)
		if r.isMoreThan(thing.Item) {
			return false
		}
		if thing.Kind == clause.Number && r.isUnits(d.thing) && r.isWholeNumber(d.thing) {
			thing.Kind = clause.All
		}
		if r.isUnits(d.thing) || d.thing.Core().Class == english.Unit {
			c.Unit = r.unitOf(d.thing)
		}
	}
	switch {
	case doer.Kind == clause.None, c.Negated && doer.Kind == clause.Number && doer.Value == 1:
		r.none(c, doer)
	case thing.Kind == clause.None, c.Negated && (thing.Kind == clause.Only || thing.Kind == clause.Number && thing.Value == 1):
		r.none(c, thing)
		c.Of = max(thing.Of, r.wholeOf(d.thing))
	case doer.Kind == clause.Only && !r.onlyAdverb(d):
		c.Value, c.HasValue, c.item = 1, true, doer.Item
	case doer.Kind == clause.Number && doer.Has, doer.Kind == clause.Number && doer.Item >= 0 && r.Items[doer.Item].Vague != "":
		r.number(c, Count, doer)
		c.Unit = ""
		if d.doer.Core().Class == english.Gender { // "eight women directed"
			c.Unit = People
		}
	case doer.Kind == clause.Share:
		r.number(c, Share, doer)
	case thing.Kind == clause.All:
		c.Part = Part{All: true}
		c.item = thing.Item
		if thing.Has || thing.Of > 0 {
			c.Value, c.HasValue = max(thing.Value, thing.Of), true
			c.Of = c.Value
		}
	case thing.Kind == clause.AllBut:
		r.allBut(c, d.thing)
	case thing.Kind == clause.Number && d.thing != nil && (r.isUnits(d.thing) || d.thing.Core().Class == english.Unit || d.thing.Class == english.Number || d.thing.Class == english.Position):
		r.number(c, Count, thing)
	case thing.Kind == clause.Share:
		r.number(c, Share, thing)
	default:
		return r.bare(c, d)
	}
	return true
}

// wholeOf is the number that a phrase gives of its core, 0 where it gives none.
func (r *reader) wholeOf(p *clause.Phrase) float64 {
	if q := p.Core().Quantity; q.Kind == clause.Number && q.Has {
		return q.Value
	}
	return 0
}

func (r *reader) none(c *Claim, q clause.Quantity) {
	c.Negated, c.Value, c.HasValue, c.item = true, 0, true, q.Item
}

// number makes a claim a count or share with the bounds of its words.
func (r *reader) number(c *Claim, kind Kind, q clause.Quantity) {
	c.Kind, c.item = kind, q.Item
	c.Value, c.HasValue, c.Of = q.Value, q.Has, q.Of
	if q.Item >= 0 {
		item := r.Items[q.Item]
		c.Bound = item.Approx
		if item.Vague != "ratio" {
			c.Vague = item.Vague
		}
		if item.Class == english.Word && item.Lower == "most" {
			c.Bound, c.Vague = "more", "most"
		}
		if kind == Share && item.Class == english.Share {
			c.HasValue = true
		}
	}
}

// onlyAdverb reports whether "only" is said of a bare plural: "only women directed it".
func (r *reader) onlyAdverb(d deed) bool {
	core := d.doer.Core()
	return core.Class == english.Gender && r.Items[core.Head].Many && !d.doer.Has && r.word(d.doer.First) == "only"
}

// bare makes the claim of a deed without a quantity: all of it was done by the gender,
// where it is one title or season; some of it, else.
func (r *reader) bare(c *Claim, d deed) bool {
	if _, ok := r.workOf(d.thing); !ok && !c.Negated {
		return false
	}
	some := d.thing != nil && (r.word(d.thing.First) == "a" || r.word(d.thing.First) == "an" || r.word(d.thing.First) == "one") && d.thing.Class == english.Unit
	bareUnits := d.thing != nil && d.thing.Core().Class == english.Unit && r.Items[d.thing.Core().Head].Many && d.thing.Kind == clause.Some && !r.startsWith(d.thing, "the its their these those")
	if c.Negated {
		c.Value, c.HasValue = 0, true
		return true
	}
	if d.in.Kind == clause.Purpose && c.Anchor < Headed {
		return false
	}
	if some || bareUnits || c.Title == None {
		return false
	}
	if r.word(d.doer.First) == "a" && d.doer.Prep == "by" && len(c.Seasons) == 0 && c.Anchor < Alone {
		return false
	}
	c.Part, c.Loose = Part{All: true}, true
	return true
}

func (r *reader) startsWith(p *clause.Phrase, words string) bool {
	return wordSet(words)[r.word(p.First)]
}

// unitOf is what a phrase counts: "episode", "film", "series".
func (r *reader) unitOf(p *clause.Phrase) string {
	core := p.Core()
	if core.Class == english.Unit {
		return r.Items[core.Head].Of[0]
	}
	return "episode"
}

// tellNumber makes the claim that so many people did something: "the cutting was done by
// two people".
func (r *reader) tellNumber(d deed) {
	q := d.doer.Quantity
	core := d.doer.Core()
	if q.Kind != clause.Number || !q.Has || core.Class != english.Role && r.word(core.Head) != "people" && r.word(core.Head) != "persons" {
		return
	}
	for _, role := range d.roles {
		c := r.claimOf(Count, d.work)
		c.Role = role
		r.number(&c, Count, q)
		r.span(&c, min(d.first, d.doer.First), max(d.last, d.doer.Last))
		r.keep(c)
		r.remember(c)
	}
}

// areOf reads that so many who hold a job, or episodes, are of a gender, and that a gender
// is such a share of them.
func (r *reader) areOf(c *clause.Clause, whole, group *clause.Phrase) {
	core := whole.Core()
	if c.Sub == "where" || c.Sub == "when" || r.word(c.Group.First-1) == "likely" {
		return
	}
	role := r.roleIn(whole)
	if role == "" && c.Subject != nil {
		role = r.roleNear(c)
	}
	if role == "" {
		role = r.ownRole(group)
	}
	before := r.peopleBefore(whole.First)
	if role == "" && before != nil && (core.Pronoun == "them" || core.Pronoun == "whom" || whole.Pronoun == "they" || c.Sub == "of whom") {
		role = r.ownRole(before)
	}
	if role == "" && whole.Pronoun == "they" {
		role = r.leaningRole()
	}
	if role == "" && (core.Pronoun != "" || core.Class == english.Share || core.Class == english.Number) {
		role = r.leaningRole()
	}
	gender := r.genderIn(group)
	if role == "" || gender == "" {
		return
	}
	w, ok := r.workOf(core)
	if !ok || w.title == None {
		w = r.mergeWork(w, r.workNear(c))
	}
	claim := r.claimOf(Every, r.finishWork(w))
	claim.Role, claim.Gender, claim.Negated = role, gender, c.Negated
	if core.Class == english.Role {
		claim.Unit = People
	}
	r.attributesOf(&claim, group)
	q := r.much(whole)
	if q.Kind == clause.Number && r.isWholeNumber(whole) {
		q.Kind = clause.All
	}
	if q.Kind == clause.Number && q.Of == 0 {
		q.Of = r.ofWhole(c, whole)
	}
	switch {
	case q.Kind == clause.None:
		r.none(&claim, q)
		claim.Of = max(q.Of, r.wholeOf(whole))
	case q.Kind == clause.Number:
		r.number(&claim, Count, q)
	case q.Kind == clause.Share:
		r.number(&claim, Share, q)
	case q.Kind == clause.AllBut:
		r.allBut(&claim, whole)
	case group.Quantity.Kind == clause.Number && group.Has:
		r.number(&claim, Count, group.Quantity)
	case group.Quantity.Kind == clause.Share:
		r.number(&claim, Share, group.Quantity)
	case q.Kind == clause.All:
		claim.item = q.Item
		if of := max(q.Value, q.Of); of > 0 {
			claim.Value, claim.HasValue, claim.Of = of, true, of
		}
	case slices.Contains(c.Adverbs, "mostly"), slices.Contains(c.Adverbs, "largely"), slices.Contains(c.Adverbs, "mainly"):
		return
	case slices.ContainsFunc(c.Adverbs, func(w string) bool { return wholes[w] }), withPrep(c, "without") != nil && r.word(withPrep(c, "without").Head) == "exception":
		claim.Part = Part{All: true}
	case core.Class != english.Role || !r.Items[core.Head].Many:
		return
	}
	r.among(&claim)
	r.span(&claim, min(whole.First, group.First), max(whole.Last, group.Last))
	r.keep(claim)
	r.remember(claim)
}

// rests are words by which a definite number is a part: "the other three".
var rests = wordSet("other others remaining rest next first last final opening closing two-part only")

// isWholeNumber reports whether a phrase is all of something with its number: "its ten
// directors", and no part of it: "the other three".
func (r *reader) isWholeNumber(p *clause.Phrase) bool {
	if p.Core() != p || !r.startsWith(p, "the its their these those") {
		return false
	}
	return !slices.ContainsFunc(r.Items[p.First:p.Last], func(i english.Item) bool { return rests[i.Lower] })
}

// peopleBefore is the number of people with a job that the sentence names before an item:
// "nine directors"; nil where it names none.
func (r *reader) peopleBefore(at int) *clause.Phrase {
	var found *clause.Phrase
	for _, p := range r.Phrases {
		if p.Last <= at && p.Class == english.Role && r.Items[p.Head].Many && p.Kind == clause.Number && p.Has {
			found = p
		}
	}
	return found
}

// isOnly reads "she is the only female director of the series".
func (r *reader) isOnly(c *clause.Clause, people []person, only *clause.Phrase) {
	role := r.ownRole(only)
	if role == "" {
		role = r.roleAround(c, only)
	}
	claim := r.claimOf(Every, r.groupWork(c, only))
	if role == "" || claim.Title == None {
		return
	}
	claim.Role, claim.Gender, claim.Negated, claim.Person = role, r.genderIn(only), c.Negated, people[0].entity
	claim.Value, claim.HasValue, claim.item = float64(len(people)), true, only.Quantity.Item
	if len(people) > 1 {
		claim.Kind, claim.Person = Count, None
	}
	r.attributesOf(&claim, only)
	r.span(&claim, min(people[0].item, only.First), max(only.Last, c.Group.Last))
	r.keep(claim)
}

// ofWhole is the number of the whole that a bare number is a part of: "of the nine films,
// two", "two of them"; 0 where it is not said.
func (r *reader) ofWhole(c *clause.Clause, p *clause.Phrase) float64 {
	if whole := r.leadingOf(c); whole != nil && whole != p {
		return max(r.wholeOf(whole), whole.Value)
	}
	core := p.Core()
	if before := r.peopleBefore(p.First); before != nil && (core != p && core.Pronoun != "" || c.Sub == "of whom") {
		return before.Value
	}
	if r.figure.at >= r.at-1 && core != p && (core.Pronoun == "them" || core.Pronoun == "these" || core.Pronoun == "those" || core.Pronoun == "whom") {
		return r.figure.people
	}
	return 0
}

// roleIn is the job that a phrase names, in its core or what follows "of".
func (r *reader) roleIn(p *clause.Phrase) rolecall.Role {
	for q := p; q != nil; q = q.Of {
		for _, class := range []english.Class{english.Role, english.Did, english.Product} {
			for _, i := range r.Own(q, class) {
				return rolecall.Role(r.Items[i].Of[0])
			}
		}
		for _, i := range r.Own(q, english.Share) { // "one composer in eleven"
			if item := r.Items[i]; item.Form == string(english.Role) {
				return rolecall.Role(item.Of[0])
			}
		}
		if q.Core() != q {
			if role := r.roleIn(q.Core()); role != "" {
				return role
			}
		}
	}
	return ""
}

// roleNear is the job named in the clause's other phrases, else anywhere in the sentence.
func (r *reader) roleNear(c *clause.Clause) rolecall.Role {
	for _, p := range c.With {
		if role := r.roleIn(p); role != "" {
			return role
		}
	}
	if whole := r.leadingOf(c); whole != nil {
		if role := r.roleIn(whole); role != "" {
			return role
		}
		for _, q := range r.Clauses { // "of the 19 people who have directed it"
			if q.Group != nil && q.Antecedent == whole && (r.class(q.Head) == english.Did || r.class(q.Head) == english.Post) {
				return rolecall.Role(r.Items[q.Head].Of[0])
			}
		}
	}
	return ""
}

// rosters reads phrases that say of a whole list that it is of a gender: "an all-female
// list of directors", "the female-directed Titane", "a women-only directing roster".
func (r *reader) rosters() {
	for i := 0; i+1 < len(r.Items); i++ {
		if r.class(i) != english.Gender {
			continue
		}
		gender := rolecall.Gender(r.Items[i].Of[0])
		before := r.word(i - 1)
		if before == "-" {
			before = r.word(i - 2)
		}
		wholly := before == "all" || before == "entirely" || before == "exclusively" || before == "wholly" || before == "only" && r.Items[i].Many && r.class(i+1) != english.Did
		role, last := r.rosterRole(i)
		switch {
		case role == "":
			continue
		case r.word(i+1) == "only" && r.word(i+2) != "":
			wholly = true
		case r.class(i+1) == english.Did && r.joined(i+1): // female-directed
			wholly = true
		}
		if wholly {
			r.roster(i, last, gender, role)
		}
	}
}

// joined reports whether an item is joined to the one before by a hyphen.
func (r *reader) joined(i int) bool {
	tokens := r.text.Sentences[r.at].Tokens
	return tokens[r.Items[i].First].Joined
}

var rosterNouns = wordSet("list roster team slate lineup line-up crew group staff room line up bench")

// rosterRole is the job of a list that is said to be of a gender at i, and the place
// after its words.
func (r *reader) rosterRole(i int) (rolecall.Role, int) {
	for k := i + 1; k < len(r.Items) && k < i+7; k++ {
		switch r.class(k) {
		case english.Role, english.Did, english.Product:
			return rolecall.Role(r.Items[k].Of[0]), k + 1
		case english.Word:
			if w := r.word(k); !rosterNouns[w] && w != "of" && w != "only" && w != "-" && w != "the" && w != "up" && w != "line" && w != "led" {
				return "", 0
			}
		default:
			return "", 0
		}
	}
	return "", 0
}

func (r *reader) roster(i, last int, gender rolecall.Gender, role rolecall.Role) {
	c := r.clauseAt(i)
	if c != nil && (r.isUnreal(c) || r.isOfRank(c)) {
		return
	}
	w := nowhere
	if p := r.phraseOf(i); p != nil {
		if p.Prep == "with" && p.After != nil && p.After.Core().Class == english.Unit && r.Items[p.After.Core().Head].Many {
			return // "films with exclusively male directors" are some films
		}
		w, _ = r.workOf(p)
	}
	if w.title == None && c != nil {
		w = r.workNear(c)
	}
	w = r.fill(w, c)
	claim := r.claimOf(Every, w)
	claim.Role, claim.Gender, claim.Part = role, gender, Part{All: true}
	if c != nil && c.Negated {
		claim.Negated = true
	}
	r.among(&claim)
	r.span(&claim, max(0, i-1), last)
	r.keep(claim)
	r.remember(claim)
}

// clauseAt is the clause whose words hold an item, the smallest; nil where none does.
func (r *reader) clauseAt(i int) *clause.Clause {
	var best *clause.Clause
	for _, c := range r.Clauses {
		if c.First <= i && i < c.Last && (best == nil || c.Last-c.First < best.Last-best.First) {
			best = c
		}
	}
	return best
}

// phraseOf is the phrase that holds an item, or nil.
func (r *reader) phraseOf(i int) *clause.Phrase {
	for _, p := range r.Phrases {
		if p.First <= i && i < p.Last {
			return p
		}
	}
	return nil
}

// frontAndBehind reads "women in front of and behind the camera": of both sides at once.
func (r *reader) frontAndBehind() {
	for i, item := range r.Items {
		if item.Class != english.Gender {
			continue
		}
		last := r.bothSides(i)
		if last == 0 {
			continue
		}
		c := r.clauseAt(i)
		if c != nil && r.isUnreal(c) {
			continue
		}
		w := nowhere
		if c != nil {
			w = r.workNear(c)
		}
		claim := r.claimOf(Count, r.fill(w, c))
		claim.Role, claim.Beside, claim.Gender = rolecall.Director, rolecall.Cast, rolecall.Gender(item.Of[0])
		claim.Value, claim.HasValue, claim.Bound, claim.Vague, claim.item = 1, true, "least", "some", i
		if c != nil && c.Group != nil {
			claim.Negated = c.Negated
		}
		first := i
		for first > 0 && i-first < 3 && r.class(first-1) == english.Word && r.word(first-1) != "," {
			first--
		}
		r.span(&claim, first, last)
		r.keep(claim)
	}
}

// bothSides is the place after words that name both sides of the camera behind a gender, or
// 0.
func (r *reader) bothSides(i int) int {
	front, post := false, false
	for k := i + 1; k < min(len(r.Items), i+16); k++ {
		switch {
		case r.word(k) == "front" && r.word(k-1) == "in" && r.word(k+1) == "of":
			front = true
			k++
		case r.class(k) == english.Post:
			post = true
		case r.word(k) == "," || r.class(k) == english.Person:
			return 0
		}
		if front && post {
			for k+1 < len(r.Items) && k < i+16 && (r.word(k+1) == "of" || r.word(k+1) == "it" || r.word(k+1) == "them") {
				k++
			}
			return k + 1
		}
	}
	return 0
}
