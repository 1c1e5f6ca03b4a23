package claims

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// work is the title that a claim is about, with what the words say of it.
type work struct {
	title   int
	anchor  Anchor
	seasons []int
	unclear bool
	years   [2]int
	part    Part
	// item is where it is named, -1 where it is not.
	item int
}

var nowhere = work{title: None, item: -1}

// definites are the nouns that point back to a title: "the film".
func isDefinite(p *clause.Phrase, r *reader) bool {
	if p.Class == english.Word && seasonal[r.word(p.Head)] && r.startsWith(p, "the this that") {
		return true
	}
	if p.Class != english.Unit && p.Class != english.Season {
		return false
	}
	return p.Class == english.Season || !r.Items[p.Head].Many
}

// seasonal are nouns for a title's season, or the whole of it, that are no unit.
var seasonal = wordSet("season run production adaptation trilogy saga franchise")

// workOf is the title that a phrase names or points back to; false where it does neither.
func (r *reader) workOf(p *clause.Phrase) (work, bool) {
	if p == nil {
		return nowhere, false
	}
	w := nowhere
	r.addWork(&w, p)
	if w.title != None {
		w.anchor = Named
		return w, true
	}
	if which := r.word(p.Head); isOneOfPair(which) {
		return r.ofTwo(which)
	}
	back := isDefinite(p.Core(), r) || slices.Contains([]string{"it", "itself", "that", "this", "them", "'s"}, p.Pronoun) || r.pointsBack(p)
	if !back {
		return w, len(w.seasons) > 0 || w.part.All
	}
	title, anchor := r.topic(p)
	w.title, w.anchor = title, anchor
	return w, title != None
}

// isOneOfPair reports whether a word is that of "the former" or "the latter".
func isOneOfPair(word string) bool { return word == "former" || word == "latter" }

// ofTwo is the title that "the former" or "the latter" means: the first or second of the two
// that one sentence names, and no third.
func (r *reader) ofTwo(which string) (work, bool) {
	w := nowhere
	var two []int
	for s := r.at; s >= 0 && s >= r.at-2 && len(two) == 0; s-- {
		for _, item := range r.text.read[s].Items {
			if s == r.at && item.Lower == which {
				break
			}
			if item.Class == english.Name {
				return w, false // it may be a title as well
			}
			if item.Class == english.Title && !slices.Contains(two, item.Name) {
				two = append(two, item.Name)
			}
		}
	}
	if len(two) != 2 {
		return w, false
	}
	slices.Reverse(two)
	w.title, w.anchor = two[0], Alone
	if which == "former" {
		w.title = two[1]
	}
	return w, true
}

// pointsBack reports whether a phrase is "its second season", "all ten hours": a unit or
// season whose title the text has named.
func (r *reader) pointsBack(p *clause.Phrase) bool {
	core := p.Core()
	return core.Class == english.Unit && r.Items[core.Head].Of[0] != "film" && r.Items[core.Head].Of[0] != "series" || core.Class == english.Episode
}

// topic is the title that a phrase without one points back to: one named earlier in the
// sentence, else what the text speaks of.
func (r *reader) topic(p *clause.Phrase) (int, Anchor) {
	if title := r.earlier(p.First); title != None {
		return title, r.sentenceAnchor(title)
	}
	return r.topics.before(r)
}

// earlier is the title that the sentence names before an item as the subject or object
// of a clause, the last of them; None where it names none.
func (r *reader) earlier(at int) int {
	found := None
	for _, p := range r.Phrases {
		if p.First >= at {
			break
		}
		for _, m := range p.All() {
			for _, i := range r.Own(m, english.Title) {
				if i < at {
					found = r.Items[i].Name
				}
			}
			for q := m.Of; q != nil; q = q.Of {
				for _, i := range r.Own(q, english.Title) {
					if i < at {
						found = r.Items[i].Name
					}
				}
			}
			if m.Owner != nil {
				for _, i := range r.Own(m.Owner, english.Title) {
					found = r.Items[i].Name
				}
			}
		}
	}
	return found
}

// sentenceAnchor is Alone where the sentence names one title only.
func (r *reader) sentenceAnchor(title int) Anchor {
	for _, item := range r.Items {
		if item.Class == english.Title && item.Name != title {
			return Carried
		}
	}
	return Alone
}

// addWork collects title, seasons, years and part of a phrase, its owner and its "of".
func (r *reader) addWork(w *work, p *clause.Phrase) {
	if p == nil || len(p.Members) > 0 && p.Class != english.Season {
		return
	}
	for _, i := range r.Own(p, english.Title) {
		if w.title == None {
			w.title, w.item = r.Items[i].Name, i
		}
	}
	for _, i := range r.Own(p, english.Season) {
		r.addSeason(w, r.Items[i])
	}
	if p.Class == english.Ordinal && p.Head == p.Last-1 && r.speaksOfSeasons() {
		w.seasons = append(w.seasons, int(r.Items[p.Head].Value))
	}
	for _, i := range r.Own(p, english.Year) {
		if r.Items[p.Head].Class != english.Year {
			w.years = r.Items[i].Years
		}
	}
	for _, i := range r.Own(p, english.Episode) {
		w.part = partOf(r.Items[i], r.word(i))
	}
	if w.part.Last == 0 && p.Class == english.Unit && strings.Contains(r.text.Text[r.Items[p.Head].Start:r.Items[p.Head].End], "finale") {
		w.part.Last = 1
	}
	if p.Owner != nil && p.Owner.Class != english.Person {
		r.addWork(w, p.Owner)
	}
	r.addWork(w, p.Of)
	for _, a := range p.Apposed {
		if a.Class == english.Title || a.Class == english.Season {
			r.addWork(w, a)
		}
	}
}

// speaksOfSeasons reports whether this sentence or the one before speaks of seasons, so that
// "the second" is one.
func (r *reader) speaksOfSeasons() bool {
	for s := max(0, r.at-1); s <= r.at; s++ {
		for _, t := range r.text.Sentences[s].Tokens {
			if t.Lower == "season" || t.Lower == "seasons" {
				return true
			}
		}
	}
	return false
}

func (r *reader) addSeason(w *work, item english.Item) {
	if len(item.Seasons) > 0 {
		for _, n := range item.Seasons {
			if !slices.Contains(w.seasons, n) {
				w.seasons = append(w.seasons, n)
			}
		}
		return
	}
	w.unclear = true
}

// partOf is which episodes an item names: "the first three episodes", "episode 5".
func partOf(item english.Item, word string) Part {
	switch word {
	case "last", "final", "closing":
		return Part{Last: max(1, int(item.Value))}
	case "first", "opening":
		if item.Many {
			return Part{Numbers: upTo(int(item.Value))}
		}
		return Part{Numbers: []int{1}}
	}
	if len(item.Seasons) > 0 {
		return Part{Numbers: item.Seasons}
	}
	return Part{}
}

func upTo(n int) []int {
	var all []int
	for i := 1; i <= min(n, 200); i++ {
		all = append(all, i)
	}
	return all
}

// workNear is the title of a clause: its objects, what its prepositions govern, its
// antecedent, its subject, the clause it hangs on, the sentence, what the text is about.
func (r *reader) workNear(c *clause.Clause) work {
	found, first := nowhere, c
	try := func(p *clause.Phrase) bool {
		if p == nil {
			return false
		}
		w, ok := r.workOf(p)
		if !ok {
			return false
		}
		found = r.mergeWork(found, w)
		return found.title != None
	}
	for depth := 0; c != nil && depth < 4; depth++ {
		if w, named := r.namedIn(c); named {
			found = w
		}
		for _, o := range c.Objects {
			for _, m := range o.All() {
				if try(m) {
					return r.finishWork(found)
				}
			}
		}
		for _, p := range c.With {
			if c.Subject != nil && c.Subject.Class == english.Person && knownBy[p.Prep] && r.isKnownBy(c.Subject, p) {
				continue // "Zoe Lee from NCIS plays": there, not here
			}
			if worksIn[p.Prep] && try(p) {
				return r.finishWork(found)
			}
		}
		if try(c.Antecedent) || try(c.Subject) {
			return r.finishWork(found)
		}
		c = c.Parent
	}
	return r.fill(found, first)
}

// namedIn is the title that a preposition of the clause governs by its name; it goes before
// one that an object only points back to: "eight of the ten episodes in season one of Fleabag".
func (r *reader) namedIn(c *clause.Clause) (work, bool) {
	for _, o := range c.Objects {
		if len(o.Members) > 0 || r.titleIn(o) != None {
			return nowhere, false
		}
	}
	for _, p := range c.With {
		if !worksIn[p.Prep] || p.Class == english.Title && (p.Prep == "with" || p.Prep == "from") || c.Subject != nil && c.Subject.Class == english.Person && knownBy[p.Prep] && r.isKnownBy(c.Subject, p) {
			continue
		}
		if w, ok := r.workOf(p); ok && w.title != None && w.anchor == Named {
			return w, true
		}
	}
	return nowhere, false
}

// worksIn are the prepositions that govern the title somebody worked on.
var worksIn = wordSet("of in for on from into behind to with at throughout through")

// mergeWork adds what a second phrase says of a title; a title that is named goes before one
// that is pointed back to.
func (r *reader) mergeWork(a, b work) work {
	if a.title == None || a.anchor < Alone && b.anchor == Named {
		a.title, a.anchor, a.item = b.title, b.anchor, b.item
	}
	if len(a.seasons) == 0 {
		a.seasons, a.unclear = b.seasons, a.unclear || b.unclear
	}
	if a.years == [2]int{} {
		a.years = b.years
	}
	if a.part.Last == 0 && len(a.part.Numbers) == 0 {
		a.part = b.part
	}
	return a
}

// fill takes the title from what the words before it in the sentence, or the text, speak
// of.
func (r *reader) fill(w work, c *clause.Clause) work {
	if w.title == None {
		if title := r.visible(c); title != None {
			w.title, w.anchor = title, r.sentenceAnchor(title)
		} else {
			w.title, w.anchor = r.topics.before(r)
		}
	}
	return r.finishWork(w)
}

// visible is the title that a clause can lean on in its sentence: named in a clause before
// it that it does not explain, not in an aside; the last of them. None where there is none.
func (r *reader) visible(c *clause.Clause) int {
	found, best := None, aside
	at := len(r.Items)
	if c != nil {
		at = c.First
	}
	for _, p := range r.Phrases {
		rank := rankOf(p)
		if rank < part && !isAncestor(p.In, c) || c != nil && p.First >= at && p.In != nil && p.In.Kind != clause.Main && !isAncestor(p.In, c) {
			continue
		}
		if title := r.titleIn(p); title != None && (rank >= best || p.First < at) {
			found, best = title, rank
		}
		if p.First >= at && found != None {
			break
		}
	}
	return found
}

func isAncestor(a, c *clause.Clause) bool {
	for ; c != nil; c = c.Parent {
		if a == c {
			return true
		}
	}
	return false
}

// titleIn is the first title that a phrase, its "of", its owner or its appositions name.
func (r *reader) titleIn(p *clause.Phrase) int {
	w := nowhere
	for _, m := range p.All() {
		r.addWork(&w, m)
	}
	return w.title
}

// finishWork adds the season that the text speaks of where the title is carried.
func (r *reader) finishWork(w work) work {
	if w.title == None {
		return w
	}
	if len(w.seasons) == 0 && !w.unclear {
		for _, item := range r.Items {
			if item.Class == english.Season && (r.titlesHere() <= 1) {
				r.addSeason(&w, item)
			}
		}
	}
	if len(w.seasons) == 0 && w.anchor != Named {
		w.seasons = r.topics.season[w.title]
	}
	return w
}

// onlyHere is the one title that the sentence names, or None.
func (r *reader) onlyHere() int {
	only := None
	for _, item := range r.Items {
		if item.Class != english.Title {
			continue
		}
		if only != None && only != item.Name {
			return None
		}
		only = item.Name
	}
	return only
}

func (r *reader) titlesHere() int {
	seen := make(map[int]bool)
	for _, item := range r.Items {
		if item.Class == english.Title {
			seen[item.Name] = true
		}
	}
	return len(seen)
}

// person is somebody whom a claim is about.
type person struct {
	entity int
	// item is where they are named, or the pronoun for them.
	item int
	// character is whom they play, where the phrase says so.
	character string
}

// people are the persons that a phrase names or points back to.
func (r *reader) people(p *clause.Phrase) []person {
	if p == nil {
		return nil
	}
	var all []person
	for _, m := range p.All() {
		named := r.players(m)
		if len(named) == 0 && m.Class == english.Name {
			named = []int{m.Head}
		}
		for _, i := range named {
			all = append(all, person{entity: r.Items[i].Name, item: i, character: r.character(m)})
		}
		if len(named) == 0 && m.Owner == nil {
			named = r.named(m)
			for _, i := range named {
				all = append(all, person{entity: r.Items[i].Name, item: i})
			}
		}
		if len(named) > 0 {
			continue
		}
		if who := r.back(m); who != None {
			all = append(all, person{entity: who, item: m.Head})
		}
	}
	return all
}

// players are the people whom a phrase names, without whom they play: "Ann Lee as the menacing
// General Zod".
func (r *reader) players(p *clause.Phrase) []int {
	return slices.DeleteFunc(r.Own(p, english.Person), func(i int) bool { return p.As != nil && i >= p.As.First && i < p.As.Last })
}

// named are the people who an apposition says that a phrase is: "a woman, Brie Larson".
func (r *reader) named(p *clause.Phrase) []int {
	called := p.Class == english.Gender || p.Class == english.Word && (kin[r.word(p.Head)] || gendered[r.word(p.Head)] != "")
	if !called || p.Pronoun != "" || p.Quantity.Kind != clause.Some || r.Items[p.Head].Many {
		return nil
	}
	for _, a := range p.Apposed {
		if a.Class == english.Person && a.First == p.Last+1 {
			return r.Own(a, english.Person)
		}
	}
	return nil
}

// character is whom a phrase says that its person plays.
func (r *reader) character(p *clause.Phrase) string {
	if p.As == nil {
		return ""
	}
	return r.text.Text[r.Items[p.As.First].Start:r.Items[p.As.Last-1].End]
}

// back is the person that a pronoun, "who" or "the director" stands for, or None.
func (r *reader) back(p *clause.Phrase) int {
	if p.Of != nil && p.Pronoun != "" {
		return None // "he of Signal"
	}
	switch p.Pronoun {
	case "she", "he", "her", "him", "herself", "himself", "hers", "his":
		return r.topics.who(r, p.Pronoun, p.First)
	case "":
		if p.Class == english.Role && !r.Items[p.Head].Many && r.word(p.First) == "the" && p.Of == nil && p.Owner == nil && len(r.Own(p, english.Title)) == 0 {
			return r.holder(rolecall.Role(r.Items[p.Head].Of[0]))
		}
	}
	return None
}

// holder is the person whom the text has said to hold a job, the last of them.
func (r *reader) holder(role rolecall.Role) int {
	for i := len(r.claims) - 1; i >= 0 && i > len(r.claims)-12; i-- {
		c := r.claims[i]
		if c.Kind == Credit && c.Person != None && (c.Role == role || isFront(c.Role) && isFront(role)) {
			return c.Person
		}
	}
	return None
}
