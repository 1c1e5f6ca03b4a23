package claims

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
	"rolecall/press/mention"
)

// What fills a title's place in a sentence is a title, held or not, and what fills a
// person's a person. The names of a text are typed by the words next to them (package
// mention); here the sentences as a whole have their say, for names that the catalog
// does not hold.

// places are how often a name fills the place of a title and that of a person.
type places struct{ title, person int }

// Settle is the text with its sentences taken apart and its names typed by the places that they
// fill. Names that were no title's or person's before can then be looked up, before the claims
// are found.
func Settle(text Text) Text {
	text.Found = mention.Found{Entities: slices.Clone(text.Found.Entities), Mentions: slices.Clone(text.Found.Mentions)}
	freeLabels(&text)
	text.Found.Mentions = slices.DeleteFunc(text.Found.Mentions, func(m mention.Mention) bool { return isAdverb(text, m) })
	dropNumbers(&text)
	dropFalse(&text)
	partPairs(&text)
	headTitles(&text)
	text.read = make([]*clause.Sentence, len(text.Sentences))
	text.tags = make([][]string, len(text.Sentences))
	filled := make(map[int]*places)
	for s, sentence := range text.Sentences {
		text.tags[s] = tag(sentence.Tokens, text.Found.In(s))
		text.read[s] = readSentence(text, s)
		for _, p := range text.read[s].Phrases {
			note(text.read[s], p, filled)
		}
	}
	turned := turn(text.Found, filled)
	for person := range joinSurnames(text.Found, filled) {
		turned[person] = true
	}
	for entity := range demoted(text) {
		turned[entity] = true
	}
	for s, read := range text.read {
		if nameSlots(&text, s, read) {
			text.tags[s], text.read[s] = tag(text.Sentences[s].Tokens, text.Found.In(s)), nil
		}
	}
	for _, m := range text.Found.Mentions {
		if turned[m.Entity] {
			text.read[m.Sentence] = nil
		}
	}
	for s, read := range text.read {
		if read == nil {
			text.read[s] = readSentence(text, s)
		}
	}
	return text
}

// isAdverb reports whether a mention is an adverb at the head of its sentence:
// "Thankfully, …".
func isAdverb(text Text, m mention.Mention) bool {
	tokens := text.Sentences[m.Sentence].Tokens
	return m.Class == english.Name && m.First == 0 && m.Last == 1 && len(tokens) > 1 && tokens[1].Text == "," && strings.HasSuffix(tokens[0].Lower, "ly")
}

func readSentence(text Text, s int) *clause.Sentence {
	items := english.Items(text.Sentences[s].Tokens, text.tags[s], text.Found.In(s))
	return clause.Read(items, tagsOf(items, text.tags[s]))
}

// turn gives entities the class of the places they fill, where all speak for one.
func turn(found mention.Found, filled map[int]*places) map[int]bool {
	turned := make(map[int]bool)
	for entity, p := range filled {
		e := &found.Entities[entity]
		class := e.Class
		switch {
		case p.title > 0 && p.person == 0 && (p.title > 1 || !mention.IsPersonal(e.Name)) && !isSurname(found, e.Name):
			class = english.Title
		case p.person > 0 && p.title == 0 && mention.CanBePerson(e.Name):
			class = english.Person
		case e.Class == english.Name && p.title > p.person:
			class = english.Title
		}
		if e.ID == "" && e.Among == 0 && class != e.Class && (e.Class == english.Person || e.Class == english.Title || e.Class == english.Name) {
			e.Class, turned[entity] = class, true
		}
	}
	for i, m := range found.Mentions {
		if turned[m.Entity] {
			found.Mentions[i].Class = found.Entities[m.Entity].Class
		}
	}
	return turned
}

// isSurname reports whether a single word is the last of a person's name in the text.
func isSurname(found mention.Found, name string) bool {
	return !strings.Contains(name, " ") && slices.ContainsFunc(found.Entities, func(e mention.Entity) bool {
		return e.Class == english.Person && strings.HasSuffix(e.Name, " "+name)
	})
}

// note counts the places that the names of a phrase fill.
func note(s *clause.Sentence, p *clause.Phrase, filled map[int]*places) {
	for _, m := range p.All() {
		for _, q := range []*clause.Phrase{m, m.Of} {
			if q == nil {
				continue
			}
			for _, member := range q.All() {
				noteName(s, p, m, member, filled)
			}
		}
		for _, a := range m.Apposed {
			note(s, a, filled)
		}
	}
}

func noteName(s *clause.Sentence, p, m, q *clause.Phrase, filled map[int]*places) {
	item := s.Items[q.Head]
	if item.Class != english.Person && item.Class != english.Title && item.Class != english.Name || q.Pronoun != "" {
		return
	}
	at := filled[item.Name]
	if at == nil {
		at = &places{}
		filled[item.Name] = at
	}
	switch place := placeOf(s, p, m, q); place {
	case english.Title:
		at.title++
		if c := p.In; c != nil && c.Group != nil && c.Subject == p && isShownThing(s, c) {
			at.title++ // no person has a premiere, whatever the name
		}
	case english.Person:
		at.person++
	}
}

// placeOf is what the place of a name asks for: a title, a person, or nothing in
// particular. The name is q, in the phrase m, in the list p.
func placeOf(s *clause.Sentence, p, m, q *clause.Phrase) english.Class {
	if q == m.Of && m.Of != nil {
		return placeOfOwned(s, m)
	}
	if b := q.Bracket; b != nil && yearIn(s, b) {
		return english.Title
	}
	if q.As != nil {
		return english.Person
	}
	if place := besideJob(s, q); place != "" {
		return place
	}
	c := p.In
	if c == nil || c.Group == nil {
		return ""
	}
	return placeInClause(s, c, p)
}

// placeOfOwned is what follows "of": after a job, a season, episodes a title.
func placeOfOwned(s *clause.Sentence, m *clause.Phrase) english.Class {
	switch s.Items[m.Core().Head].Class {
	case english.Season, english.Episode, english.Role:
		return english.Title
	case english.Unit:
		if s.Items[m.Core().Head].Of[0] == "episode" {
			return english.Title
		}
	}
	return ""
}

func yearIn(s *clause.Sentence, b *clause.Bracket) bool {
	return b.First < b.Last && s.Items[b.First].Class == english.Year
}

// besideJob is what an apposition tells: "her second, Laapataa Ladies", "Parasite, a black
// comedy", "Amy Heckerling, the director".
func besideJob(s *clause.Sentence, q *clause.Phrase) english.Class {
	for _, a := range q.Apposed {
		switch s.Items[a.Core().Head].Class {
		case english.Unit:
			return english.Title
		case english.Role:
			return english.Person
		}
	}
	if q.After != nil && slices.Contains(q.After.Apposed, q) {
		switch head := s.Items[q.After.Core().Head]; head.Class {
		case english.Ordinal:
			return english.Title
		case english.Unit:
			if head.Of[0] != "episode" {
				return english.Title
			}
		case english.Role:
			if s.Items[q.Head].Class != english.Title {
				return english.Person
			}
		}
	}
	return ""
}

// placeInClause is what a verb asks for before and behind it.
func placeInClause(s *clause.Sentence, c *clause.Clause, p *clause.Phrase) english.Class {
	head := s.Items[c.Head]
	did := head.Class == english.Did
	made := did && !slices.ContainsFunc(head.Of, func(of string) bool { return of == "star" || of == "cast" }) && head.Of[0] != "other"
	switch {
	case p.Prep == "by" && (c.Passive || c.Participle) && did:
		return english.Person
	case head.Lower == "starring" && len(c.Objects) > 0 && c.Objects[0] == p:
		return english.Person
	case p.Prep == "in" && did && !made:
		return english.Title
	case p.Prep == "on" && made:
		return english.Title
	case p.Prep != "":
		return ""
	case made && len(c.Objects) > 0 && c.Objects[0] == p && !c.Passive && s.Items[c.Head].Of[0] != "showrunner" && (p.Follows == nil || p.Follows.Class != english.Person):
		return english.Title
	case made && c.Subject == p && c.Passive && byName(s, c):
		return english.Title
	case made && c.Antecedent == p && c.Participle && byName(s, c):
		return english.Title
	case made && c.Subject == p && !c.Passive && !c.Participle && (head.Of[0] != "showrunner" || len(c.Objects) > 0): // "it ran from 1987 to 1992"
		return english.Person
	case did && !made && head.Of[0] == "star" && c.Subject == p && len(c.Objects) > 0 && s.Has(c.Objects[0], english.Person):
		return english.Title
	case c.Subject == p && isShownThing(s, c):
		return english.Title
	case head.Class == english.Show && c.Subject == p && (head.Lower == "premiered" || head.Lower == "premieres" || head.Lower == "aired" || head.Lower == "airs" || head.Lower == "debuted" || c.Passive):
		return english.Title
	case sayers[c.Word] && c.Subject == p:
		return english.Person
	}
	return ""
}

func byName(s *clause.Sentence, c *clause.Clause) bool {
	by := withPrep(c, "by")
	return by != nil && (s.Has(by, english.Person) || s.Has(by, english.Name))
}

// partPairs makes two titles of one that the catalog does not hold, if it has "and" in it and a
// verb of several behind it: "Wadjda and Nomadland were".
func partPairs(text *Text) {
	var parted []mention.Mention
	for _, m := range text.Found.Mentions {
		and := pairedAt(text, m)
		if and == 0 {
			parted = append(parted, m)
			continue
		}
		for _, part := range [][2]int{{m.First, and}, {and + 1, m.Last}} {
			parted = append(parted, titleOver(text, m.Sentence, part[0], part[1]))
		}
	}
	text.Found.Mentions = parted
}

// severals are verbs, and "both", behind several.
var severals = wordSet("were are have both")

// pairedAt is the token "and" that parts a name into two titles, 0 where there is none.
func pairedAt(text *Text, m mention.Mention) int {
	tokens, e := text.Sentences[m.Sentence].Tokens, text.Found.Entities[m.Entity]
	if m.Class != english.Title || e.ID != "" || e.Among > 0 || e.Marked || !severals[tokenAt(tokens, m.Last)] {
		return 0
	}
	for i := m.First + 1; i+1 < m.Last; i++ {
		if tokens[i].Lower == "and" && tokens[i+1].IsCapital() {
			return i
		}
	}
	return 0
}

// titleOver is the mention of a title that some tokens of a sentence are.
func titleOver(text *Text, s, first, last int) mention.Mention {
	tokens := text.Sentences[s].Tokens
	span := english.Span{Start: tokens[first].Start, End: tokens[last-1].End}
	name := text.Text[span.Start:span.End]
	return mention.Mention{Span: span, Text: name, Sentence: s, First: first, Last: last, Class: english.Title, Entity: titleNamed(text, name)}
}

// longestHead bounds a heading that is a title, in tokens.
const longestHead = 9

// freeLabels takes back the names that hold the label of a field: "Series: 2" is none.
func freeLabels(text *Text) {
	text.Found.Mentions = slices.DeleteFunc(text.Found.Mentions, func(m mention.Mention) bool {
		b := text.Sentences[m.Sentence].Block
		if b < 0 || b >= len(text.Blocks) || text.Blocks[b].Shape != english.Field {
			return false
		}
		label := text.Blocks[b].Label
		return label.End > label.Start && m.Start <= label.Start && m.End > label.Start && m.End >= label.End && english.IsLabel(text.Text[label.Start:label.End])
	})
}

// headTitles makes titles of the headings that are nothing else: short lines without a
// verb, under which others stand.
func headTitles(text *Text) {
	under := make(map[int]int)
	fields := make(map[int]bool)
	for _, b := range text.Blocks {
		if b.Under >= 0 {
			under[b.Under]++
			fields[b.Under] = fields[b.Under] || b.Shape == english.Field
		}
	}
	var heads []int
	for s, sentence := range text.Sentences {
		b := sentence.Block
		if b < 0 || b >= len(text.Blocks) || under[b] == 0 || b == 0 && !fields[b] && !namesSeason(sentence) || !isHead(text, s) {
			continue
		}
		heads = append(heads, s)
	}
	for _, s := range heads {
		if b := text.Sentences[s].Block; len(heads) > 1 || fields[b] || namesSeason(text.Sentences[s]) {
			headTitle(text, s)
		}
	}
	slices.SortStableFunc(text.Found.Mentions, func(a, b mention.Mention) int { return a.Start - b.Start })
}

// isHead reports whether a sentence is the whole of a heading or entry, short, and names no
// title yet.
func isHead(text *Text, s int) bool {
	sentence := text.Sentences[s]
	block := text.Blocks[sentence.Block]
	if block.Shape != english.Heading && block.Shape != english.ListItem || len(sentence.Tokens) > longestHead {
		return false
	}
	if s > 0 && text.Sentences[s-1].Block == sentence.Block || s+1 < len(text.Sentences) && text.Sentences[s+1].Block == sentence.Block {
		return false
	}
	for _, m := range text.Found.In(s) {
		if m.Class == english.Title || m.Class == english.Person && m.Last-m.First == wordsOf(sentence) && !namesSeason(sentence) {
			return false
		}
	}
	return wordsOf(sentence) > 0 && sentence.Tokens[0].IsCapital() && !daysAndPlaces[sentence.Tokens[0].Lower] && !mention.IsSection(sentence.Tokens)
}

// daysAndPlaces begin headings that are no titles: of schedules and sections.
var daysAndPlaces = wordSet("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december films film television tv series books music news cast crew credits season episode episodes part also corrections clarifications")

// inTitles are the signs that stand within titles.
var inTitles = map[string]bool{"'": true, "&": true, ":": true, "!": true, "-": true, ".": true, "/": true}

func wordsOf(s english.Sentence) int {
	n := 0
	for n < len(s.Tokens) && (s.Tokens[n].IsWord() || n+1 < len(s.Tokens) && s.Tokens[n+1].IsWord() && inTitles[s.Tokens[n].Text]) && !isSeasonTail(s.Tokens, n) {
		n++
	}
	return n
}

// isSeasonTail reports whether a heading goes on with the season it is about: "Barry,
// season 1", "The Undoing – Series 2".
func isSeasonTail(tokens []english.Token, n int) bool {
	if tokens[n].Text == "," || tokens[n].Text == "-" || tokens[n].Text == "–" || tokens[n].Text == ":" {
		n++
	}
	if n == 0 || n+1 >= len(tokens) || tokens[n].Lower != "season" && tokens[n].Lower != "series" {
		return false
	}
	next := tokens[n+1]
	return !next.IsWord() || next.Text[0] >= '0' && next.Text[0] <= '9' || english.IsNumberWord(next.Lower)
}

// namesSeason reports whether a heading goes on with a season behind its name.
func namesSeason(s english.Sentence) bool {
	n := wordsOf(s)
	return n > 0 && n < len(s.Tokens) && isSeasonTail(s.Tokens, n)
}

// headTitle puts a title over the words of a heading.
func headTitle(text *Text, s int) {
	sentence := text.Sentences[s]
	n := wordsOf(sentence)
	head := titleOver(text, s, 0, n)
	text.Found.Mentions = slices.DeleteFunc(text.Found.Mentions, func(m mention.Mention) bool { return m.Overlaps(head.Span) })
	text.Found.Mentions = append(text.Found.Mentions, head)
}

// nameSlots makes titles of capitalised words that are no name yet and stand where only a
// title can: what somebody created, directed or wrote. It reports whether there were any.
func nameSlots(text *Text, s int, read *clause.Sentence) bool {
	any := false
	for _, c := range read.Clauses {
		if c.Group == nil || read.Items[c.Head].Class != english.Did && !isDatedShow(read, c) {
			continue
		}
		for _, p := range slotsOf(read, c) {
			if placeInClause(read, c, p) != english.Title {
				continue
			}
			for _, m := range p.All() {
				if m.Pronoun == "" && m.Owner == nil && canNameTitle(m.Class) && nameSlot(text, s, read, m, slot{isMade(read, c), isSetBefore(read, c, m)}) {
					any = true
				}
			}
		}
	}
	if ownedSlots(text, s, read) {
		any = true
	}
	if backSlot(text, s, read) {
		any = true
	}
	if any {
		slices.SortStableFunc(text.Found.Mentions, func(a, b mention.Mention) int { return a.Start - b.Start })
	}
	return any
}

// backSlot makes a title of the name that the sentence before is about, where this one says
// "It was directed by her" and no title has been named: it reports whether the title was
// put into this sentence, which it never is.
func backSlot(text *Text, s int, read *clause.Sentence) bool {
	if s == 0 || len(text.Found.In(s-1)) > 0 && titlesIn(text, s-1) || text.Sentences[s].Block != text.Sentences[s-1].Block {
		return false
	}
	for _, c := range read.Clauses {
		if c.Group == nil || !c.Passive || c.Subject == nil || c.Subject.Pronoun != "it" || read.Items[c.Head].Class != english.Did || !byName(read, c) {
			continue
		}
		before := text.read[s-1]
		for _, b := range before.Clauses {
			if b.Group != nil && b.Kind == clause.Main && b.Subject != nil && b.Subject.Class == english.Word && before.Tags[b.Subject.Head] == "NNP" && nameSlot(text, s-1, before, b.Subject, slot{}) {
				slices.SortStableFunc(text.Found.Mentions, func(a, b mention.Mention) int { return a.Start - b.Start })
				text.tags[s-1] = tag(text.Sentences[s-1].Tokens, text.Found.In(s-1))
				text.read[s-1] = readSentence(*text, s-1)
				return false
			}
		}
	}
	return false
}

func titlesIn(text *Text, s int) bool {
	return slices.ContainsFunc(text.Found.In(s), func(m english.Mention) bool { return m.Class == english.Title })
}

// comebacks are verbs of showing that people can do as well as titles.
var comebacks = wordSet("began begins begin started starts start returned returns return came comes come opened opens open arrived arrives arrive landed lands land launched launches went goes kicked dropped hit hits reached reaches released releases bowed bows")

// isDatedShow reports whether a clause says of its subject that it was shown on some day:
// only a title is "first broadcast in 2009" or "comes back for a second season".
func isDatedShow(s *clause.Sentence, c *clause.Clause) bool {
	if c.Group == nil || s.Items[c.Head].Class != english.Show || c.Subject == nil || c.Subject.Pronoun != "" {
		return false
	}
	dated, season := false, false
	for _, p := range append(slices.Clone(c.With), c.Objects...) {
		dated = dated || p.Class == english.Date || p.Class == english.Year
		season = season || p.Class == english.Season && p.Prep == "for"
	}
	return season || dated && (c.Passive || !comebacks[s.Items[c.Head].Lower])
}

// isShownThing reports whether a clause says of its subject what is true of titles only.
func isShownThing(s *clause.Sentence, c *clause.Clause) bool {
	return isDatedShow(s, c) || hasSeasons(s, c) || isStaged(s, c)
}

// hasSeasons reports whether a clause says how many episodes or seasons its subject has.
func hasSeasons(s *clause.Sentence, c *clause.Clause) bool {
	return (c.Word == "has" || c.Word == "had" || c.Word == "ran" || c.Word == "runs") && slices.ContainsFunc(append(slices.Clone(c.Objects), c.With...), func(p *clause.Phrase) bool {
		unit := s.Items[p.Head]
		return p.Quantity.Kind == clause.Number && unit.Class == english.Unit && (unit.Of[0] == "episode" || unit.Lower == "seasons")
	})
}

func slotsOf(s *clause.Sentence, c *clause.Clause) []*clause.Phrase {
	slots := append([]*clause.Phrase{}, c.Objects...)
	if (c.Passive || isDatedShow(s, c) || starsSomebody(s, c)) && c.Subject != nil {
		slots = append(slots, c.Subject)
	}
	if c.Participle && c.Antecedent != nil {
		slots = append(slots, c.Antecedent)
	}
	for _, p := range c.With {
		if p.Prep == "in" || p.Prep == "on" {
			slots = append(slots, p)
		}
	}
	return slots
}

// ownedSlots makes titles of what a job, a season or an episode is of: "the director of 13th",
// "Chernobyl's first season".
func ownedSlots(text *Text, s int, read *clause.Sentence) bool {
	any := false
	for _, p := range read.Phrases {
		for _, m := range p.All() {
			for _, of := range []*clause.Phrase{m.Of, m.Owner} {
				if of == nil || of.Pronoun != "" || of.Owner != nil || !canNameTitle(of.Class) {
					continue
				}
				switch class := read.Items[m.Core().Head].Class; {
				case class == english.Season, class == english.Episode, class == english.Role && of == m.Of:
					any = nameSlot(text, s, read, of, slot{work: true}) || any
				}
			}
		}
	}
	return any
}

// starsSomebody reports whether a clause says of its subject that it stars a person.
func starsSomebody(s *clause.Sentence, c *clause.Clause) bool {
	return c.Group != nil && s.Items[c.Head].Class == english.Did && slices.Contains(s.Items[c.Head].Of, string(Star)) && len(c.Objects) > 0 && s.Has(c.Objects[0], english.Person)
}

// canNameTitle reports whether words of a class can be a title: "Roma", "13th", "1917".
func canNameTitle(class english.Class) bool {
	return class == english.Word || class == english.Ordinal || class == english.Year
}

// isMade reports whether what the verb of a clause is about can be nothing but a work: one
// directs no place and no year and stars in none, while one may shoot either.
func isMade(s *clause.Sentence, c *clause.Clause) bool {
	head := s.Items[c.Head]
	return head.Class == english.Did && slices.ContainsFunc(head.Of, func(of string) bool {
		switch rolecall.Role(of) {
		case rolecall.Director, rolecall.Creator, rolecall.Writer, rolecall.Editor, Star:
			return true
		}
		return false
	})
}

// slot is a place in a sentence where a title can stand.
type slot struct {
	// work says that nothing but a work can stand there.
	work bool
	// before says that a word which opens the sentence there is no common noun, for want of an
	// article: "Parasite stars", "Brave, directed by".
	before bool
}

// isSetBefore reports whether a phrase is what a clause says the stars of, or what it follows
// behind a comma.
func isSetBefore(s *clause.Sentence, c *clause.Clause, p *clause.Phrase) bool {
	if c.Antecedent == p {
		return c.Participle && p.Last < len(s.Items) && s.Items[p.Last].Lower == ","
	}
	return c.Subject == p && starsSomebody(s, c)
}

// nameSlot makes a title of the capitalised words of a phrase, if all its words but an
// article at the beginning are capitalised and none begins the sentence. What somebody made
// can have the name of a place or be a figure too.
func nameSlot(text *Text, s int, read *clause.Sentence, p *clause.Phrase, at slot) bool {
	tokens := text.Sentences[s].Tokens
	first, last := read.Items[p.First].First, read.Items[p.Last-1].Last
	if p.Of != nil || p.Bracket != nil {
		last = read.Items[p.Head].Last
	}
	if p.Head < p.First || last <= first || last-first > longestHead || first == 0 && read.Tags[p.Head] != "NNP" && !at.before && (last < 2 || last == 2 && tokens[0].Lower == "the") {
		return false
	}
	isFigure := at.work && last-first == 1 && tokens[first].Text[0] >= '0' && tokens[first].Text[0] <= '9'
	for i := first; i < last && !isFigure; i++ {
		if !tokens[i].IsCapital() {
			return false
		}
	}
	if !isFigure && !mention.CanBeTitle(tokens[first:last]) && !(at.work && mention.IsPlace(tokens[first:last])) {
		return false
	}
	span := english.Span{Start: tokens[first].Start, End: tokens[last-1].End}
	if slices.ContainsFunc(text.Found.Mentions, func(m mention.Mention) bool { return m.Overlaps(span) }) {
		return false
	}
	text.Found.Mentions = append(text.Found.Mentions, titleOver(text, s, first, last))
	return true
}

// titleNamed is the entity of a title's name, a new one where there is none.
func titleNamed(text *Text, name string) int {
	entity := slices.IndexFunc(text.Found.Entities, func(e mention.Entity) bool {
		return e.Class == english.Title && mention.Fold(e.Name) == mention.Fold(name)
	})
	if entity < 0 {
		entity = len(text.Found.Entities)
		text.Found.Entities = append(text.Found.Entities, mention.Entity{Class: english.Title, Name: name})
	}
	return entity
}
