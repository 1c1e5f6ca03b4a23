package claims

import (
	"slices"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// spoken is one mention of a title or person, as memory keeps it.
type spoken struct {
	entity, sentence int
	// rank is how much the sentence is about it: the subject of a main clause, another
	// part of one, a part of a clause within, an aside.
	rank rank
}

// rank orders what a sentence speaks of.
type rank int

const (
	aside rank = iota
	within
	part
	subject
)

// topics are the titles, seasons and people that a text speaks of: a stack by recency,
// paragraph and block.
type topics struct {
	titles, people []spoken
	// main is the title that the text as a whole is about, or None.
	main int
	// alone is the title that the text names if it names one only, or None.
	alone int
	// season is the season last named of each title.
	season map[int][]int
	// gender is what the text says of a person by "she" or "actress"; never more than a
	// help to tell who is meant.
	gender map[int]rolecall.Gender
	// paragraph is where the reader is; focus the title that sentences without one are
	// about.
	paragraph, block int
	focus            int
	// job is the last job that each person was said to hold.
	job map[int]rolecall.Role
	// entry is the block whose focus the title at its head is, -1 where none is.
	entry int
	// pair are the two people named last together.
	pair []int
	// owners are the persons whose the paragraph so far says each title is.
	owners map[int][]int
	// named is how often the whole text names each title.
	named map[int]int
}

func newTopics(text Text) topics {
	t := topics{main: None, alone: None, focus: None, season: make(map[int][]int), gender: make(map[int]rolecall.Gender), job: make(map[int]rolecall.Role), named: make(map[int]int), owners: make(map[int][]int), paragraph: -1, block: -1, entry: -1}
	count := make(map[int]int)
	for _, m := range text.Found.Mentions {
		if m.Class != english.Title {
			continue
		}
		t.named[m.Entity]++
		if inBrackets(text.Text, m.Start) {
			continue
		}
		count[m.Entity]++
		if m.Sentence == 0 {
			count[m.Entity] += 2
		}
	}
	best, second := 0, 0
	for entity, n := range count {
		switch {
		case n > best || n == best && entity < t.main:
			best, second, t.main = n, max(second, best), entity
		case n > second:
			second = n
		}
	}
	if len(count) == 1 {
		t.alone = t.main
	}
	if len(count) > 1 && best < 2*second {
		t.main = None
	}
	return t
}

// inBrackets reports whether a place of a text stands in brackets of its line.
func inBrackets(text string, at int) bool {
	for i := at - 1; i >= 0 && i > at-80; i-- {
		switch text[i] {
		case '(':
			return true
		case ')', '\n':
			return false
		}
	}
	return false
}

// enter notes what a sentence speaks of before its claims are read.
func (t *topics) enter(r *reader) {
	s := r.text.Sentences[r.at]
	if s.Paragraph != t.paragraph {
		t.paragraph = s.Paragraph
		clear(t.owners)
		if t.main != None {
			t.focus = t.main
		}
	}
	t.noteOwners(r)
	if s.Block != t.block {
		t.block = s.Block
		if head := r.headingTitle(); head != None {
			t.focus = head
		}
	}
}

// leave notes what a sentence was about, for the next.
func (t *topics) leave(r *reader) {
	best := spoken{entity: None, rank: aside}
	var named []int
	for _, p := range r.Phrases {
		rank := rankOf(p)
		for _, m := range p.All() {
			t.note(r, m, rank, &best, &named)
		}
	}
	switch {
	case best.entity == None:
	case best.rank < part && t.focus == None && !r.isHeading():
	case r.headsEntry() != None:
		t.focus, t.entry = r.headsEntry(), r.text.Sentences[r.at].Block
	case best.rank == subject, t.focus == None, r.isHeading(), best.rank == part && t.main == None:
		t.focus = best.entity
	}
	for _, c := range r.here {
		if c.Title != None && len(c.Seasons) > 0 {
			t.season[c.Title] = c.Seasons
		}
		if c.Person != None && c.Role != "" && c.Role != Other {
			t.job[c.Person] = c.Role
		}
	}
	for _, item := range r.Items {
		if item.Class == english.Season && len(item.Seasons) > 0 && t.focus != None {
			t.season[t.focus] = item.Seasons
		}
	}
	if len(named) == 2 {
		t.pair = named
	}
}

// headsEntry is the title that heads the block of which the sentence is the first, as a
// record does: "Derry Girls (Channel 4, 2018).", "1975 – Jeanne Dielman."; None where the
// sentence says more.
func (r *reader) headsEntry() int {
	b, found := r.block()
	if !found || r.at > 0 && r.text.Sentences[r.at-1].Block == r.text.Sentences[r.at].Block {
		return None
	}
	at := 0
	for at < len(r.Items) && at < 3 && (r.class(at) == english.Year || r.class(at) == english.Date || r.word(at) == "-" || r.word(at) == "–" || r.word(at) == "—") {
		at++
	}
	if b.Shape != english.ListItem && at == 0 && r.word(1) != "(" || r.class(at) != english.Title {
		return None
	}
	for _, c := range r.Clauses {
		if c.Group != nil && c.Kind == clause.Main && b.Shape != english.ListItem {
			return None
		}
	}
	return r.Items[at].Name
}

// rankOf is how much a sentence is about a phrase.
func rankOf(p *clause.Phrase) rank {
	c := p.In
	switch {
	case c == nil || p.After != nil && p.After.Class == english.Person && (p.Prep == "of" || p.Prep == "from"):
		return aside
	case c.Kind != clause.Main && c.Kind != clause.Content:
		return within
	case c.Subject == p && c.Group != nil:
		return subject
	case p.Prep == "like" || p.Prep == "than" || p.Prep == "after" || p.Prep == "before" || p.Prep == "since":
		return within
	}
	return part
}

// note adds the names of a phrase, of its owner and of what follows its "of".
func (t *topics) note(r *reader, p *clause.Phrase, rank rank, best *spoken, named *[]int) {
	for _, i := range r.Own(p, english.Title) {
		s := spoken{r.Items[i].Name, r.at, rank}
		if inBrackets(r.text.Text, r.Items[i].Start) {
			s.rank = aside // "Ann Lee (Salt Roads)" says who she is
		}
		t.titles = append(t.titles, s)
		if best.entity == None || s.rank > best.rank {
			*best = s
		}
	}
	for _, i := range r.Own(p, english.Person) {
		t.people = append(t.people, spoken{r.Items[i].Name, r.at, rank})
		if g := r.nounGender(p); g != "" && t.gender[r.Items[i].Name] == "" {
			t.gender[r.Items[i].Name] = g
		}
		*named = append(*named, r.Items[i].Name)
	}
	for _, q := range append([]*clause.Phrase{p.Owner, p.Of}, p.Apposed...) {
		if q == nil {
			continue
		}
		below := rank
		if q == p.Owner && rank == subject && r.Has(q, english.Person) {
			below = part
		}
		for _, m := range q.All() {
			t.note(r, m, below, best, named)
		}
	}
}

func (r *reader) block() (english.Block, bool) {
	b := r.text.Sentences[r.at].Block
	if b < 0 || b >= len(r.text.Blocks) {
		return english.Block{}, false
	}
	return r.text.Blocks[b], true
}

func (r *reader) isHeading() bool {
	b, found := r.block()
	return found && b.Shape == english.Heading
}

// headingTitle is the title of the heading or entry that the sentence stands under, or
// None.
func (r *reader) headingTitle() int {
	b, found := r.block()
	for depth := 0; found && b.Under != english.None && b.Under < len(r.text.Blocks) && depth < 6; depth++ {
		b = r.text.Blocks[b.Under]
		if title := r.onlyTitle(b.Span); title != None {
			return title
		}
	}
	return None
}

// headingPerson is the person of the heading that the sentence stands under, or None.
func (r *reader) headingPerson() int {
	b, found := r.block()
	if !found || b.Under == english.None || b.Under >= len(r.text.Blocks) {
		return None
	}
	person := None
	for _, m := range r.text.Found.Mentions {
		if r.text.Blocks[b.Under].Holds(m.Span) && m.Class == english.Person {
			if person != None {
				return None
			}
			person = m.Entity
		}
	}
	return person
}

// onlyTitle is the first title named in a stretch, or None.
func (r *reader) onlyTitle(within english.Span) int {
	for _, m := range r.text.Found.Mentions {
		if m.Start >= within.End {
			break
		}
		if within.Holds(m.Span) && m.Class == english.Title {
			return m.Entity
		}
	}
	return None
}

// before is the title that a sentence without one is about, and how sure that is.
func (t *topics) before(r *reader) (int, Anchor) {
	if t.entry >= 0 && t.entry == r.text.Sentences[r.at].Block && t.focus != None {
		return t.focus, Headed
	}
	if head := r.headingTitle(); head != None {
		b, _ := r.block()
		if b.Shape != english.Paragraph || t.onlyIn(r) == None {
			return head, Headed
		}
	}
	switch {
	case t.alone != None && (!r.studied || r.isKnown(t.alone) || t.named[t.alone] > 1 || t.mentions(t.alone) > 0):
		return t.alone, Alone
	case t.focus == None:
		if only := t.onlyIn(r); only != None {
			return only, Alone
		}
		return None, Carried
	}
	return t.focus, t.sureness(r, t.focus)
}

// onlyIn is the one title that the paragraph so far names, or None where it names none
// or several.
func (t *topics) onlyIn(r *reader) int {
	only, beside := None, None
	paragraph := r.text.Sentences[r.at].Paragraph
	for i := len(t.titles) - 1; i >= 0 && r.text.Sentences[t.titles[i].sentence].Paragraph == paragraph; i-- {
		switch title := t.titles[i].entity; {
		case t.titles[i].rank < part:
			beside = title
		case only != None && only != title:
			return None
		default:
			only = title
		}
	}
	if only == None {
		return beside
	}
	return only
}

// sureness is Alone where the text so far could mean no other title, in the paragraph or,
// where that names none, at all.
func (t *topics) sureness(r *reader, entity int) Anchor {
	if t.onlyIn(r) == entity {
		return Alone
	}
	if t.named[entity] == 1 && !r.isKnown(entity) {
		return Carried // little speaks for its being what the next paragraph is about, or a title at all
	}
	paragraph := r.text.Sentences[r.at].Paragraph
	for _, s := range t.titles {
		if s.entity != entity && s.rank >= part && (r.text.Sentences[s.sentence].Paragraph == paragraph || t.main != entity) {
			return Carried
		}
	}
	if t.main != entity && len(t.titles) > 0 && t.mentions(entity) < 2 {
		return Carried
	}
	if !t.isNear(r, entity) {
		return Carried
	}
	return Alone
}

// isKnown reports whether the catalog holds a title of that name, or the text sets it as one.
func (r *reader) isKnown(entity int) bool {
	e := r.text.Found.Entities[entity]
	return e.ID != "" || e.Among > 0 || e.Marked
}

// isNear reports whether a title was named in the last few sentences.
func (t *topics) isNear(r *reader, entity int) bool {
	return slices.ContainsFunc(t.titles, func(s spoken) bool { return s.entity == entity && r.at-s.sentence <= nearby })
}

// mentions is how often the text so far has named a title.
func (t *topics) mentions(entity int) int {
	n := 0
	for _, s := range t.titles {
		if s.entity == entity {
			n++
		}
	}
	return n
}

// nearby is how many sentences back a pronoun may point.
const nearby = 5

// who is the person that "she", "he" or "they" stands for, or None: the one whom the
// sentences before are most about, whom no stated gender excludes.
func (t *topics) who(r *reader, pronoun string, at int) int {
	want := genderOf(pronoun)
	weights := make(map[int]int)
	consider := func(entity, weight int, is rolecall.Gender) {
		switch {
		case want != "" && is != "" && is != want:
			weights[entity] = -1000
			return
		case want != "" && is == want:
			weight += 3
		}
		if before, seen := weights[entity]; !seen || weight > before && before > -1000 {
			weights[entity] = weight
		}
	}
	for _, p := range r.Phrases {
		if p.Last > at || p.Pronoun != "" {
			continue
		}
		for _, m := range p.All() {
			for _, i := range r.Own(m, english.Person) {
				is := r.genderOf(r.Items[i].Name)
				if is == "" {
					is = r.nounGender(m)
				}
				consider(r.Items[i].Name, inSentence+2*int(rankOf(p)), is)
			}
			if m.Owner != nil && rankOf(p) > aside {
				for _, i := range r.Own(m.Owner, english.Person) { // "Jane Lund's first was long, her second is short"
					consider(r.Items[i].Name, inSentence+2*int(rankOf(p))-2, r.genderOf(r.Items[i].Name))
				}
			}
		}
	}
	for i := len(t.people) - 1; i >= 0; i-- {
		p := t.people[i]
		if r.at-p.sentence > nearby {
			break
		}
		consider(p.entity, 8-3*(r.at-p.sentence)+3*int(p.rank), r.genderOf(p.entity))
	}
	best := t.clearest(r, weights, want)
	if best == None && len(weights) == 0 {
		best = r.headingPerson()
	}
	if best != None && want != "" && t.gender[best] == "" {
		t.gender[best] = want
	}
	return best
}

// clearest is the entity of the most weight, or None where another has about as much and
// nothing says of the first that the pronoun fits.
func (t *topics) clearest(r *reader, weights map[int]int, want rolecall.Gender) int {
	best, most, second := None, -100, -100
	for entity, weight := range weights {
		switch {
		case weight > most || weight == most && entity > best:
			best, most, second = entity, weight, max(second, most)
		case weight > second:
			second = weight
		}
	}
	if best != None && most-second < clearMargin && (want == "" || r.genderOf(best) != want) {
		return None
	}
	return best
}

// inSentence is what a name counts that stands before the pronoun in its sentence.
const inSentence = 11

// clearMargin is how much heavier than any other somebody must be to be meant.
const clearMargin = 3

func genderOf(pronoun string) rolecall.Gender {
	switch pronoun {
	case "she", "her", "hers", "herself":
		return rolecall.Woman
	case "he", "him", "his", "himself":
		return rolecall.Man
	}
	return ""
}

// genderOf is the gender that a source states of a person, else the one by which the text
// speaks of them; empty where neither does.
func (r *reader) genderOf(entity int) rolecall.Gender {
	if g := r.text.Found.Entities[entity].Person.Gender; g == rolecall.Woman || g == rolecall.Man {
		return g
	}
	return r.topics.gender[entity]
}

// gendered are nouns that say of somebody whether she or he is meant.
var gendered = map[string]rolecall.Gender{
	"husband": rolecall.Man, "brother": rolecall.Man, "father": rolecall.Man, "son": rolecall.Man, "actress": rolecall.Woman, "wife": rolecall.Woman,
	"sister": rolecall.Woman, "mother": rolecall.Woman, "daughter": rolecall.Woman, "widow": rolecall.Woman, "mr": rolecall.Man, "mr.": rolecall.Man, "mrs": rolecall.Woman,
	"mrs.": rolecall.Woman, "ms": rolecall.Woman, "ms.": rolecall.Woman, "sir": rolecall.Man, "dame": rolecall.Woman, "woman": rolecall.Woman, "man": rolecall.Man,
}

// nounGender is what the words of a person's phrase, or of an apposition, say: "her husband
// Raphael". Empty where they say nothing.
func (r *reader) nounGender(p *clause.Phrase) rolecall.Gender {
	for _, q := range append([]*clause.Phrase{p}, p.Apposed...) {
		for i := q.First; i < q.Last && i <= q.Head; i++ {
			if g := gendered[r.word(i)]; g != "" && (p.Owner == nil || i >= p.Owner.Last) {
				return g
			}
		}
	}
	return ""
}
