package claims

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// ranks reads where something stands among its kind: "the first woman to direct", "one of
// the few series", "her first feature", "his directorial debut", "a record".
func (r *reader) ranks() {
	for i, item := range r.Items {
		if c := r.clauseAt(i); c != nil && r.isUnreal(c) {
			continue
		}
		switch {
		case item.Class == english.Ordinal && r.firstTimer(i):
		case item.Class == english.Ordinal, item.Class == english.Word && endings[item.Lower] && (r.ownerBefore(i) != none || r.class(i+1) == english.Unit):
			r.ordinalAt(i)
		case item.Lower == "sophomore":
			r.sophomore(i)
		case debuts[item.Lower] && !r.isVerbTag(i):
			r.debutAt(i)
		case item.Lower == "few" && (r.word(i-1) == "the" || r.word(i-1) == "very"), item.Lower == "handful" && r.word(i+1) == "of":
			r.fewAt(i)
		case item.Lower == "few" && r.class(i+1) == english.Unit, rarities[item.Lower] && item.Class == english.Word:
			r.rareAt(i)
		case item.Class == english.Word && superlatives[item.Lower]:
			r.superlativeAt(i)
		}
	}
	r.neverBefore()
}

var (
	// endings are words for the last of a career.
	endings  = wordSet("last final")
	debuts   = wordSet("debut maiden debutant debutante")
	rarities = wordSet("rare rarity uncommon unusual rarer")
	// superlatives are words that set something above all others, apart from ordinals.
	superlatives = wordSet("record youngest oldest most largest biggest highest lowest longest shortest other")
	// works are nouns for what a career is counted in.
	works = wordSet("feature film movie picture documentary series show drama comedy thriller project job script screenplay score credit role part one work")
)

// owner is whose a rank is: an item and a person; none where nobody is said.
type owner struct{ item, person int }

var none = owner{item: -1, person: None}

// ownerBefore is whose the phrase of an ordinal is: "her first", "whose first", "Kathryn
// Bigelow's first".
func (r *reader) ownerBefore(i int) owner {
	at := i - 1
	for at > 0 && r.class(at) == english.Word && (r.word(at) == "very" || r.word(at) == "own" || r.word(at) == "only" || r.word(at) == "and") {
		at--
	}
	switch r.word(at) {
	case "her", "his":
		return owner{at, r.topics.who(r, r.word(at), at)}
	case "whose":
		if r.class(at-1) == english.Person {
			return owner{at - 1, r.Items[at-1].Name}
		}
		if r.word(at-1) == "," && r.class(at-2) == english.Person {
			return owner{at - 2, r.Items[at-2].Name}
		}
	case "'s":
		if r.class(at-1) == english.Person {
			return owner{at - 1, r.Items[at-1].Name}
		}
	}
	return none
}

// ordinalAt reads an ordinal before a gender, a job or a kind of work.
func (r *reader) ordinalAt(i int) {
	if slices.ContainsFunc(r.here, func(c Claim) bool { return c.item == i && c.Kind != Credit }) {
		return
	}
	head := r.headAfter(i)
	own := r.ownerBefore(i)
	if own.item < 0 && r.rankByClause(i, head) || r.isWatched(i) {
		return
	}
	switch class := r.class(head); {
	case r.class(i) == english.Ordinal && (class == english.Gender || class == english.Role && r.class(head-1) == english.Gender):
		r.firstWoman(i, head)
	case own.item >= 0 && (head < 0 || class == english.Unit && r.Items[head].Of[0] != "episode" || class == english.Product || class == english.Role && isFront(rolecall.Role(r.Items[head].Of[0]))):
		r.ownRank(own, i, max(head, i))
	case own.item < 0 && class == english.Unit && !r.Items[head].Many:
		if by := r.byAfter(head); by != none {
			r.ownRank(by, i, by.item)
		} else if gender, at := r.genderNear(head); gender != "" && r.class(i) == english.Ordinal {
			r.firstOf(i, at, gender)
		}
	case own.item < 0 && r.word(i-1) == "the" && (head < 0 || r.word(head) == "time" || class == english.Title):
		if gender, at := r.genderNear(i); gender != "" {
			r.firstOf(i, at, gender)
		}
	}
}

// headAfter is the noun that an ordinal counts, -1 where it stands alone.
func (r *reader) headAfter(i int) int {
	for k := i + 1; k < min(len(r.Items), i+6); k++ {
		switch r.class(k) {
		case english.Unit, english.Gender, english.Role, english.Product, english.Title, english.Season:
			if r.class(k) == english.Gender && r.class(k+1) == english.Role {
				return k + 1
			}
			if r.class(k) == english.Title && (k > i+1 || r.class(k+1) == english.Unit) && r.class(k+1) != english.Unit {
				return -1
			} else if r.class(k) == english.Title && r.class(k+1) == english.Unit {
				return k + 1
			}
			return k
		case english.Word:
			w, tag := r.word(k), r.Tags[k]
			if w == "time" {
				return k
			}
			if len(tag) > 1 && tag[:2] == "NN" && !works[w] && k+1 < len(r.Items) && !r.nounish(k+1) {
				return k
			}
			if works[w] && len(tag) > 1 && tag[:2] == "NN" {
				return k
			}
			if !(len(tag) > 1 && (tag[:2] == "JJ" || tag[:2] == "NN" || tag == "RB") || w == "-") || w == "with" {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}

func (r *reader) isVerbTag(i int) bool { return strings.HasPrefix(r.Tags[i], "VB") }

func (r *reader) nounish(k int) bool {
	switch r.class(k) {
	case english.Unit, english.Gender, english.Role, english.Product:
		return true
	case english.Word:
		return len(r.Tags[k]) > 1 && r.Tags[k][:2] == "NN"
	}
	return false
}

// byAfter is the person after "by" or "from" behind a noun: "the first feature by her".
func (r *reader) byAfter(head int) owner {
	if w := r.word(head + 1); w == "by" || w == "from" || w == "of" {
		if r.class(head+2) == english.Person {
			return owner{head + 2, r.Items[head+2].Name}
		}
	}
	return none
}

// genderNear is the gender in the words behind an item, up to the next sign, and its
// item.
func (r *reader) genderNear(i int) (rolecall.Gender, int) {
	for k := i + 1; k < min(len(r.Items), i+12); k++ {
		if r.class(k) == english.Gender {
			return rolecall.Gender(r.Items[k].Of[0]), k
		}
		if w := r.word(k); (w == "," || w == "-" || w == ";") && r.class(k+1) != english.Gender {
			return "", -1
		}
	}
	return "", -1
}

// ownRank makes the claim that a title has a place in somebody's career.
func (r *reader) ownRank(own owner, i, head int) {
	if own.person == None && own.item >= 0 {
		own.person = r.personAhead(i)
	}
	if r.isSourceOf(own.person) {
		return
	}
	w := r.rankedTitle(own, i, head)
	if w.title == None || own.person == None || r.class(i) != english.Ordinal && r.class(head) != english.Unit && r.class(head) != english.Product {
		return
	}
	if head == i && w.anchor != Named {
		return
	}
	claim := r.claimOf(Rank, r.finishWork(w))
	claim.Part, claim.Seasons, claim.Unclear = Part{}, nil, false
	claim.Person, claim.Role, claim.item = own.person, r.careerRole(own.person, i, head), i
	if r.class(i) == english.Ordinal {
		claim.Value, claim.HasValue = r.Items[i].Value, true
	} else {
		claim.Vague = "last"
	}
	if p := r.phraseOf(i); p != nil && p.Last-p.First < 12 {
		if c := p.In; c != nil && c.Group != nil && c.Be {
			claim.Negated = c.Negated
		}
	}
	r.span(&claim, min(own.item, i), max(i, head)+1)
	r.keep(claim)
}

// rankedTitle is the title that a rank is of: right behind it, right before it, across
// "is", else that of its clause.
func (r *reader) rankedTitle(own owner, i, head int) work {
	named := func(k int) work {
		return work{title: r.Items[k].Name, anchor: Named, item: k}
	}
	for k := head + 1; k < min(len(r.Items), head+5); k++ {
		if r.class(k) == english.Title {
			return named(k)
		}
		if w := r.word(k); w != "," && w != ":" && w != "-" && w != "the" && w != "(" && r.class(k) != english.Unit {
			break
		}
	}
	for k := min(own.item, i) - 1; k >= max(0, min(own.item, i)-5); k-- {
		if r.class(k) == english.Title {
			return named(k)
		}
		if w := r.word(k); w != "," && w != "-" && w != "(" && w != ")" && w != "in" && w != "the" && w != "and" && r.class(k) != english.Year {
			break
		}
	}
	c := r.clauseAt(i)
	if c == nil {
		return r.fill(nowhere, nil)
	}
	if c.Group != nil && c.Be {
		for _, p := range append([]*clause.Phrase{c.Subject}, c.Objects...) {
			if p == nil {
				continue
			}
			for _, k := range r.Own(p, english.Title) {
				return named(k)
			}
		}
		if s := c.Subject; s != nil && s.First <= i && i < s.Last && len(c.Objects) > 0 {
			return nowhere // "her first was a disaster"
		}
	}
	for _, p := range c.With {
		if p.Prep == "with" || p.Prep == "in" || p.Prep == "on" || p.Prep == "for" {
			for _, k := range r.Own(p, english.Title) {
				return named(k)
			}
		}
	}
	return r.workNear(c)
}

// careerRole is the job in which a title has its place in somebody's career: the one in
// the words, else that the text gives them, else director.
func (r *reader) careerRole(person, i, head int) rolecall.Role {
	for k := max(0, i-2); k < min(len(r.Items), head+4); k++ {
		switch w := r.word(k); {
		case w == "directorial", w == "directing":
			return rolecall.Director
		case w == "acting":
			return rolecall.Cast
		case r.class(k) == english.Role && k >= i && (k <= head || r.word(k-1) == "as" || r.word(k-2) == "as"):
			return rolecall.Role(r.Items[k].Of[0])
		case r.class(k) == english.Product && k >= i && k <= head && rolecall.Role(r.Items[k].Of[0]) != Other:
			return rolecall.Role(r.Items[k].Of[0])
		}
	}
	if c := r.clauseAt(i); c != nil && c.Group != nil && r.class(c.Head) == english.Did && !c.Passive && !c.Participle {
		if role := rolesOfItem(r.Items[c.Head])[0]; role != Other && !isFront(role) && c.Head < i && r.doesIt(c, person) {
			return role // "has produced her first feature"
		}
	}
	switch role := r.jobOf(person); role {
	case rolecall.Editor, rolecall.Composer, rolecall.Cinematographer:
		return role
	}
	return rolecall.Director
}

// doesIt reports whether somebody is the subject of a clause.
func (r *reader) doesIt(c *clause.Clause, whose int) bool {
	return c.Subject != nil && slices.ContainsFunc(r.people(c.Subject), func(one person) bool { return one.entity == whose })
}

// firstWoman reads "the first woman to direct", "the third female director".
func (r *reader) firstWoman(i, head int) {
	gender, at := r.genderNear(i)
	if gender == "" {
		return
	}
	last := max(head, at)
	role := rolecall.Role("")
	if r.class(head) == english.Role {
		role = rolecall.Role(r.Items[head].Of[0])
	}
	for k := last + 1; k < min(len(r.Items), last+9); k++ {
		if c := r.class(k); role == "" && (c == english.Did || c == english.Role || c == english.Award || c == english.Post) && len(r.Items[k].Of) > 0 {
			role, last = rolecall.Role(r.Items[k].Of[0]), k
		}
		if w := r.word(k); w == "," || w == ";" || w == "-" {
			break
		}
	}
	if role == "" {
		role = r.soleJob(i)
	}
	if role == "" || role == Other {
		return // of what the first is not said
	}
	r.rank(i, last, gender, role)
}

// soleJob is the job of the only person whom the sentence credits, or of the subject of the
// clause of an item; empty where neither is known.
func (r *reader) soleJob(i int) rolecall.Role {
	who := None
	if c := r.clauseAt(i); c != nil && c.Subject != nil {
		if people := r.people(c.Subject); len(people) == 1 {
			who = people[0].entity
		}
	}
	for _, c := range r.here {
		if c.Kind != Credit || who != None && c.Person != who {
			continue
		}
		if who == None || c.Role == rolecall.Director {
			who = c.Person
		}
	}
	if who == None {
		return ""
	}
	for _, c := range r.here {
		if c.Kind == Credit && c.Person == who && c.Role == rolecall.Director {
			return c.Role
		}
	}
	return r.jobOf(who)
}

// firstOf reads "the first film directed by a woman", "the first with a woman director",
// "the first time that a woman has directed one".
func (r *reader) firstOf(i, at int, gender rolecall.Gender) {
	role := rolecall.Role("")
	for k := i + 1; k < min(len(r.Items), at+8); k++ {
		if c := r.class(k); role == "" && (c == english.Did || c == english.Role || c == english.Post || c == english.Product) {
			role = rolecall.Role(r.Items[k].Of[0])
		}
	}
	if role == "" {
		role = rolecall.Director
	}
	r.rank(i, at, gender, role)
}

// rank makes a claim that a gender was the first, of the title of the clause.
func (r *reader) rank(i, last int, gender rolecall.Gender, role rolecall.Role) {
	c := r.clauseAt(i)
	claim := r.claimOf(Rank, r.rankWork(c))
	claim.Part = Part{}
	claim.Gender, claim.Role, claim.item = gender, role, i
	if item := r.Items[i]; item.Class == english.Ordinal {
		claim.Value, claim.HasValue = item.Value, true
	}
	if c != nil && c.Group != nil {
		claim.Negated = c.Negated
		if c.Subject != nil {
			if people := r.people(c.Subject); len(people) == 1 {
				claim.Person = people[0].entity
			}
		}
	}
	for k := last + 1; k < min(len(r.Items), last+4); k++ { // "a woman, Brenda Chapman", "a woman director, Anna Boden"
		if r.class(k) == english.Person && r.word(k-1) == "," && (k < last+3 || r.class(k-2) == english.Role) {
			claim.Person = r.Items[k].Name
		}
	}
	if p := r.phraseOf(i); p != nil {
		r.attributesOf(&claim, p)
	}
	r.span(&claim, i, last+1)
	r.keep(claim)
}

func (r *reader) rankWork(c *clause.Clause) work {
	w := nowhere
	if c == nil {
		w = r.fill(nowhere, nil)
	} else {
		w = r.workNear(c)
	}
	if w.title == None || w.anchor == Carried {
		if fronted := r.titledOpening(); fronted != None {
			return work{title: fronted, anchor: Named, item: -1}
		}
	}
	return w
}

// titledOpening is the title that a sentence begins with: "On Ryan Coogler's Sinners, she became
// the first woman to"; None where there is none.
func (r *reader) titledOpening() int {
	if len(r.Phrases) == 0 || r.Phrases[0].First != 1 {
		return None
	}
	if w := r.word(0); w != "on" && w != "with" && w != "for" && w != "in" {
		return None
	}
	if own := r.Own(r.Phrases[0], english.Title); len(own) == 1 {
		return r.Items[own[0]].Name
	}
	return None
}

// debutAt reads "her directorial debut", "John Boyega's debut", "makes her debut with".
func (r *reader) debutAt(i int) {
	own := none
	first := i
	for k := i - 1; k >= max(0, i-4) && own == none; k-- {
		if w := r.word(k); w == "," || w == "." {
			break
		}
		if own = r.ownerBefore(k + 1); own != none {
			first = min(k, own.item)
		}
	}
	if own == none {
		if own = r.byAfter(i); own == none && r.word(i+1) == "of" {
			for k := i + 2; k < min(len(r.Items), i+6); k++ {
				if r.class(k) == english.Person {
					own = owner{k, r.Items[k].Name}
					break
				}
			}
		}
	}
	if own == none && r.class(i+1) == english.Person {
		own = owner{i + 1, r.Items[i+1].Name}
	}
	if own == none && r.word(i+1) == "for" && r.class(i+2) == english.Person {
		own = owner{i + 2, r.Items[i+2].Name}
	}
	c := r.clauseAt(i)
	if own == none && c != nil && c.Subject != nil && (r.word(i-1) == "a" || r.word(i-1) == "directorial" || r.class(i-1) == english.Unit) {
		if people := r.people(c.Subject); len(people) == 1 {
			own = owner{people[0].item, people[0].entity}
		}
	}
	if own.person == None && own.item >= 0 {
		own.person = r.personAhead(i)
	}
	role := r.debutRole(own.person, i)
	if own.person == None || role == "" || r.isSourceOf(own.person) {
		return
	}
	head := i
	for head+1 < len(r.Items) && (r.class(head+1) == english.Unit || r.word(head+1) == "feature") {
		head++
	}
	w := r.rankedTitle(own, min(first, i), head)
	claim := r.claimOf(Rank, r.finishWork(w))
	claim.Part, claim.Person, claim.Role = Part{}, own.person, role
	claim.Value, claim.HasValue, claim.item = 1, true, i
	r.span(&claim, min(first, i), max(head, own.item, i)+1)
	r.keep(claim)
}

// debutRole is the job of a debut.
func (r *reader) debutRole(person, i int) rolecall.Role {
	if person == None {
		return ""
	}
	for k := max(0, i-3); k < min(len(r.Items), i+8); k++ {
		switch w := r.word(k); {
		case k > i && (w == "," || w == ";" || w == "and"):
			k = len(r.Items)
		case w == "directorial", w == "directing":
			return rolecall.Director
		case w == "acting", w == "screen" && k < i:
			return rolecall.Cast
		case r.class(k) == english.Role && r.word(k-1) == "as" || r.class(k) == english.Role && r.word(k-2) == "as":
			return rolecall.Role(r.Items[k].Of[0])
		}
	}
	for k := max(0, i-1); k < min(len(r.Items), i+2); k++ {
		if r.class(k) == english.Unit {
			return rolecall.Director
		}
	}
	c := r.clauseAt(i)
	if c != nil && c.Group != nil && c.Word == "made" && r.class(r.beforeComma(i)) == english.Title {
		return rolecall.Director // "made Pariah, her debut"
	}
	if role := r.jobOf(person); role == rolecall.Writer && r.makesFilms(person) {
		return rolecall.Director
	} else if role != Other {
		return role
	}
	if c != nil && c.Group != nil && (c.Word == "makes" || c.Word == "made" || c.Word == "making") && r.word(i+1) == "with" {
		return rolecall.Director // "makes her debut with Pariah"
	}
	return ""
}

// makesFilms reports whether the text has called a film somebody's, or them its director.
func (r *reader) makesFilms(person int) bool {
	return slices.ContainsFunc(append(slices.Clone(r.claims), r.here...), func(c Claim) bool {
		return c.Kind == Credit && c.Person == person && !c.Negated && (c.Role == Other || c.Role == rolecall.Director)
	})
}

// beforeComma is the item before the comma that sets off the phrase of an item, or -1.
func (r *reader) beforeComma(i int) int {
	for k := i - 1; k >= max(0, i-3); k-- {
		if r.word(k) == "," {
			return k - 1
		}
	}
	return -1
}

// fewAt reads "one of the few series to have", "among a handful of dramas directed by".
func (r *reader) fewAt(i int) {
	about := false
	var role rolecall.Role
	var gender rolecall.Gender
	last := i + 1
	for k := i + 1; k < min(len(r.Items), i+14); k++ {
		switch r.class(k) {
		case english.Unit, english.Season, english.Role:
			about = true
			last = max(last, k+1)
			if r.class(k) == english.Role {
				role = rolecall.Role(r.Items[k].Of[0])
				last = k + 1
			}
		case english.Gender:
			gender, about, last = rolecall.Gender(r.Items[k].Of[0]), true, k+1
		case english.Did, english.Post:
			role, last = rolecall.Role(r.Items[k].Of[0]), k+1
		}
	}
	if !about || role == "" && gender == "" && r.class(i+1) != english.Unit {
		return
	}
	claim := r.claimOf(Rank, r.fill(r.rankWork(r.clauseAt(i)), r.clauseAt(i)))
	claim.Part, claim.Role, claim.Gender, claim.Vague, claim.item = Part{}, role, gender, "few", i
	claim.Whole = r.wholly(i, last)
	first := i
	for first > 0 && i-first < 3 && r.Items[first-1].Class != english.Title {
		first--
	}
	r.span(&claim, first, last)
	r.keep(claim)
}

// wholly reports whether words ask that all people be of the gender: "all-female".
func (r *reader) wholly(first, last int) bool {
	for k := first; k+1 < last; k++ {
		if wholes[r.word(k)] && (r.class(k+1) == english.Gender || r.word(k+1) == "by" || r.word(k+1) == "-") {
			return true
		}
	}
	return r.figure.at == r.at-1 && r.figure.title != None
}

var wholes = wordSet("all entirely exclusively wholly solely completely only")

// rareAt reads "few series have been written by so many women", "all-female teams remain
// rare", "in practice it is a rarity", the last of what the figure before has said.
func (r *reader) rareAt(i int) {
	c := r.clauseAt(i)
	gender, at := r.genderAround(i)
	role := r.roleBy(max(i, at))
	claim := r.claimOf(Rank, r.fill(r.rankWork(c), c))
	switch {
	case gender != "" && role != "":
		r.among(&claim)
	case gender == "" && r.figure.at == r.at-1 && r.figure.gender != "" && c != nil && c.Group != nil && c.Be:
		gender, role = r.figure.gender, r.figure.role
		claim.Title, claim.Seasons, at = r.figure.title, r.figure.seasons, i
	default:
		return
	}
	claim.Part, claim.Role, claim.Gender, claim.Vague, claim.item = Part{}, role, gender, "few", i
	first, last := min(i, at), max(i, at)+1
	claim.Whole = r.wholly(max(0, first-3), last)
	for k := first; k < last && claim.Unit == ""; k++ {
		if r.class(k) == english.Unit {
			claim.Unit = r.Items[k].Of[0]
		}
	}
	if claim.Title != None && r.titlesHere() == 0 && at != i && r.isMany(c) {
		claim.Title, claim.Seasons, claim.Among = None, nil, AmongAll
	}
	r.span(&claim, first, last)
	r.keep(claim)
}

// isMany reports whether the subject of a clause is a plural that speaks of no one title.
func (r *reader) isMany(c *clause.Clause) bool {
	if c == nil || c.Subject == nil {
		return false
	}
	core := c.Subject.Core()
	return r.Items[core.Head].Many || r.Tags[core.Head] == "NNS"
}

// genderAround is the gender nearest to an item in its clause and its item.
func (r *reader) genderAround(i int) (rolecall.Gender, int) {
	best, at := rolecall.Gender(""), -1
	for k, item := range r.Items {
		if item.Class == english.Gender && r.breaks(k, i) == 0 && (at < 0 || abs(k-i) < abs(at-i)) {
			best, at = rolecall.Gender(item.Of[0]), k
		}
	}
	return best, at
}

// superlativeAt reads a record: "a record number of women", "the most female directors of
// any series", "no other series has had so many", "the youngest director".
func (r *reader) superlativeAt(i int) {
	w := r.word(i)
	gender, at := r.genderAround(i)
	role := rolecall.Role("")
	for k := max(0, i-8); k < min(len(r.Items), i+10); k++ {
		if c := r.class(k); (c == english.Role || c == english.Did) && r.breaks(k, i) == 0 && (role == "" || k > i && k <= max(at, i)+1) {
			role = rolecall.Role(r.Items[k].Of[0])
		}
	}
	switch {
	case w == "other":
		if r.word(i-1) != "no" || !r.hasWords(i, "so many", "as many") {
			return
		}
	case w == "most":
		if r.word(i-1) != "the" || r.class(i+1) != english.Gender {
			return
		}
	case w == "record":
		if r.word(i+1) == "company" || r.word(i+1) == "label" {
			return
		}
	}
	if gender == "" && !(w == "youngest" || w == "oldest") || role == "" {
		return
	}
	c := r.clauseAt(i)
	claim := r.claimOf(Rank, r.fill(r.rankWork(c), c))
	claim.Part, claim.Role, claim.Gender, claim.Vague, claim.item = Part{}, role, gender, w, i
	claim.Value, claim.HasValue = 1, true
	if w == "youngest" || w == "oldest" {
		claim.Doubts = append(claim.Doubts, Attribute)
	}
	last := i
	if at > i && at < i+8 {
		last = at
	}
	first := i
	if at >= 0 && at < i {
		first = at
	}
	r.span(&claim, first, last+1)
	r.keep(claim)
}

// hasWords reports whether a pair of words stands behind an item.
func (r *reader) hasWords(i int, pairs ...string) bool {
	for k := i; k+1 < len(r.Items); k++ {
		if slices.Contains(pairs, r.word(k)+" "+r.word(k+1)) {
			return true
		}
	}
	return false
}
