package clause

import (
	"slices"
	"strings"

	"rolecall/press/english"
)

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

var (
	determiners = wordSet("the a an this that these those its his her their our my your whose another such what")
	possessives = wordSet("his her its their my our your whose")
	alls        = wordSet("all every each both entire whole")
	nones       = wordSet("no none zero nary neither")
	onlys       = wordSet("only sole lone single")
	pronouns    = wordSet("she he it they her him them herself himself themselves itself i we you us me hers his theirs this that these those who one ones others both none neither either nobody everyone everybody anybody somebody something nothing everything former latter")
	joiners     = wordSet("and & or nor plus")
)

// phraseAt reads the noun phrase that begins at an item, with its owner, what follows
// "of", its brackets and its list; nil where none begins there.
func (r *reader) phraseAt(at int) *Phrase {
	p := r.simple(at)
	if p == nil {
		return nil
	}
	p = r.extend(p)
	return r.list(p)
}

// extend reads what follows a phrase's head: 's, of, brackets, "as".
func (r *reader) extend(p *Phrase) *Phrase {
	for {
		at := p.Last
		switch {
		case r.word(at) == "'s" && at+1 < len(r.items):
			owned := r.simple(at + 1)
			if owned == nil { // "the images are hers", "is Saul Metzstein's"
				p.Last = at + 1
				p.Owner = &Phrase{First: p.First, Last: at, Head: p.Head, Class: p.Class, Quantity: Quantity{Item: -1}}
				p.Class, p.Pronoun = english.Word, "'s"
				return p
			}
			owned.Owner, owned.First = p, p.First
			p = owned
		case r.word(at) == "of" && p.Of == nil && p.Bracket == nil:
			of := r.phraseAt(at + 1)
			if of == nil {
				return p
			}
			p.Of, p.Last = of, of.Last
			r.takePart(p)
		case r.word(at) == "(" && p.Bracket == nil:
			end := r.closing(at)
			if end < 0 {
				return p
			}
			p.Bracket, p.Last = &Bracket{at + 1, end}, end+1
		default:
			return p
		}
	}
}

// closing is the place of the bracket that closes the one at an item, or -1.
func (r *reader) closing(at int) int {
	for i := at + 1; i < len(r.items) && i < at+60; i++ {
		switch r.items[i].Lower {
		case ")":
			return i
		case "(":
			return -1
		}
	}
	return -1
}

// takePart makes the phrase after "of" the core where the head only says how many of it
// are meant: "four of the five directors", "all of season one", "none of her films".
func (r *reader) takePart(p *Phrase) {
	head := r.items[p.Head]
	partitive := head.Class == english.Number || head.Class == english.Share || p.Pronoun == "both" || p.Pronoun == "none" || p.Pronoun == "neither" ||
		p.Pronoun == "one" || head.Class == english.Word && (alls[head.Lower] || nones[head.Lower] || head.Lower == "most" || head.Lower == "majority" || head.Lower == "rest" || head.Lower == "entirety" || head.Lower == "one" || head.Lower == "some") ||
		head.Class == english.Position && p.Quantity.Kind == Some
	if !partitive {
		return
	}
	p.core = p.Of
	if p.Kind == Some && (p.Pronoun == "one" || head.Lower == "one") {
		p.Quantity = Quantity{Kind: Number, Item: p.Head, Value: 1, Has: true}
	}
	if head.Lower == "entirety" {
		p.Quantity = Quantity{Kind: All, Item: p.Head}
	}
	if inner := p.Of.Quantity; inner.Kind == Number && inner.Has {
		p.Quantity.Of = inner.Value
	}
}

// list joins phrases of one kind: "A, B and C". A phrase that a verb follows after ", and"
// begins a clause of its own and is left out.
func (r *reader) list(first *Phrase) *Phrase {
	members := []*Phrase{first}
	joiner := ""
	at := r.asPart(first)
	for {
		next, word := r.join(at)
		if next < 0 {
			break
		}
		m := r.simple(next)
		if m == nil || !r.sameSort(first, m) {
			break
		}
		m = r.extend(m)
		end := r.asPart(m)
		if r.beginsClause(first, m, at, end, word) {
			break
		}
		members = append(members, m)
		at = end
		if word != "" && word != "," && word != ";" {
			joiner = word
		}
		if joiner != "" && word != "," && r.word(at) != "," && !joiners[r.word(at)] {
			break
		}
	}
	if len(members) == 1 || joiner == "" && !r.openList(first, members, at) {
		return first
	}
	whole := &Phrase{First: first.First, Last: at, Head: first.Head, Class: first.Class, Quantity: first.Quantity, Members: members, Joiner: joiner, Owner: first.Owner}
	return whole
}

// openList reports whether names set off by commas only are a list and no apposition:
// three of them, or two people at the end of what is said.
func (r *reader) openList(first *Phrase, members []*Phrase, end int) bool {
	if first.Class != english.Person && first.Class != english.Title && first.Class != english.Name {
		return false
	}
	return len(members) > 2 || end >= len(r.items) || r.word(end) == "." || r.word(end) == ")" || r.word(end) == ";"
}

// join is the place after what may join a list at an item, and the word; -1 for none.
func (r *reader) join(at int) (int, string) {
	w := r.word(at)
	switch {
	case w == ",":
		next := r.word(at + 1)
		if joiners[next] {
			return at + 2, next
		}
		if next == "as" && r.word(at+2) == "well" && r.word(at+3) == "as" {
			return at + 4, "and"
		}
		return at + 1, ","
	case joiners[w]:
		if r.word(at+1) == "," {
			return -1, ""
		}
		return at + 1, w
	case w == "/" || w == ";":
		return at + 1, w
	case w == "as" && r.word(at+1) == "well" && r.word(at+2) == "as":
		return at + 3, "and"
	case w == "along" && r.word(at+1) == "with", w == "together" && r.word(at+1) == "with":
		return at + 2, "and"
	}
	return -1, ""
}

// asPart reads "as Jessica" behind a person and gives the place after it.
func (r *reader) asPart(p *Phrase) int {
	if r.word(p.Last) != "as" || p.Class != english.Person && p.Class != english.Name || p.As != nil {
		return p.Last
	}
	as := r.simple(p.Last + 1)
	if as == nil || r.items[as.Head].Class == english.Role && r.word(p.Last+1) != "the" {
		return p.Last
	}
	as = r.extend(as)
	if as.Bracket == nil && (r.word(as.Last) == "in" || r.isFinite(as.Last)) {
		return p.Last
	}
	p.As, p.Last = as, as.Last
	return p.Last
}

// sameSort reports whether two phrases can be members of one list.
func (r *reader) sameSort(a, b *Phrase) bool {
	if a.Pronoun != "" || b.Pronoun != "" {
		return false
	}
	names := func(c english.Class) bool { return c == english.Person || c == english.Name }
	works := func(c english.Class) bool { return c == english.Title || c == english.Name }
	switch {
	case names(a.Class) && names(b.Class), works(a.Class) && works(b.Class):
		return true
	case a.Class == english.Person || b.Class == english.Person:
		return false
	case isWorkish(a.Class) && isWorkish(b.Class):
		return true
	case a.Class == english.Title || b.Class == english.Title:
		return false
	}
	return a.Class == b.Class
}

// isWorkish reports whether a class is what somebody may have made: a title, a season,
// episodes, so many of them.
func isWorkish(c english.Class) bool {
	switch c {
	case english.Title, english.Season, english.Unit, english.Episode, english.Number:
		return true
	}
	return false
}

// beginsClause reports whether a would-be member of a list is the subject of a clause:
// a verb follows it, and what joins it could as well join clauses.
func (r *reader) beginsClause(first, m *Phrase, joinAt, end int, word string) bool {
	if !r.isFinite(end) {
		return false
	}
	if r.verbBefore < 0 || r.comma || r.conj != "" {
		return false // the list is the subject
	}
	return word == "," || word == ";" || r.word(joinAt) == "," || word == "and" && first.Prep == "" && !r.governed(first)
}

// governed reports whether a word right before a phrase governs it, so that it is more
// likely to be one of a list than the end of a clause.
func (r *reader) governed(p *Phrase) bool {
	w := r.word(p.First - 1)
	return w == "by" || w == "with" || w == "between" || w == "from" || w == "starring"
}

// simple reads a noun phrase without what follows its head.
func (r *reader) simple(at int) *Phrase {
	p := &Phrase{First: at, Head: -1, Quantity: Quantity{Item: -1}}
	i := at
	for ; i < len(r.items); i++ {
		if !r.within(p, i) {
			break
		}
		r.take(p, i)
	}
	p.Last = i
	if p.Head < 0 {
		return r.headless(p)
	}
	p.Class = r.items[p.Head].Class
	return p
}

// headless makes a phrase of determiners alone: pronouns, "all", "none", "the first".
func (r *reader) headless(p *Phrase) *Phrase {
	if p.Last == p.First {
		if w := r.word(p.First); pronouns[w] && r.items[p.First].Class == english.Word {
			p.Head, p.Class, p.Pronoun, p.Last = p.First, english.Word, w, p.First+1
			return p
		}
		return nil
	}
	last := p.Last - 1
	switch w := r.items[last].Lower; {
	case p.Kind != Some && p.Quantity.Item >= 0:
		p.Head, p.Class = p.Quantity.Item, r.items[p.Quantity.Item].Class
		if p.Class == english.Word {
			p.Pronoun = w
		}
	case pronouns[w]:
		p.Head, p.Class, p.Pronoun = last, english.Word, w
	default:
		return nil
	}
	return p
}

// within reports whether an item goes on a phrase.
func (r *reader) within(p *Phrase, i int) bool {
	item := r.items[i]
	switch item.Class {
	case english.Person, english.Title, english.Name:
		return p.Head < 0 || r.modifies(p, i)
	case english.Did, english.Post, english.Show:
		return r.isAdjective(p, i)
	case english.Word:
		return r.wordWithin(p, i)
	case english.Ordinal:
		return p.Head < 0 && (r.class(i+1) != english.Show && r.class(i+1) != english.Did || i > p.First && r.class(i+1) == english.Show && !r.isAdjective(p, i+1))
	case english.Number, english.Share, english.Position, english.Episode:
		return p.Head < 0
	case english.Season:
		return p.Head < 0 || r.items[p.Head].Class == english.Title
	case english.Date, english.Measure, english.Money, english.Year:
		return p.Head < 0
	}
	return p.Head < 0 || r.compounds(p, i)
}

// modifies reports whether a name at i goes on a phrase that has a head already: the
// head was a job, a kind of work or a modifier before it.
func (r *reader) modifies(p *Phrase, i int) bool {
	switch head := r.items[p.Head]; head.Class {
	case english.Role, english.Unit, english.Gender, english.Product, english.Name:
		return r.items[i].Class != english.Name || head.Class != english.Name
	case english.Word:
		return strings.HasPrefix(r.tags[p.Head], "NN") && (p.Head == i-1) && r.items[i].Class != english.Name
	case english.Title:
		return false
	}
	return false
}

// compounds reports whether a noun of the lexicon at i goes on a noun before it: "Clueless
// director", "women directors", "television series".
func (r *reader) compounds(p *Phrase, i int) bool {
	if p.Head != i-1 {
		return false
	}
	switch r.items[p.Head].Class {
	case english.Person:
		return r.items[i].Class == english.Unit || r.items[i].Class == english.Product
	case english.Date, english.Year, english.Measure:
		return r.items[i].Class == english.Unit
	}
	return true
}

func (r *reader) wordWithin(p *Phrase, i int) bool {
	w, tag := r.items[i].Lower, r.tags[i]
	begins := p.Head < 0
	switch {
	case w == "'s" || w == "," || w == "(" || w == ")":
		return false
	case alls[w] && (p.Kind != Some || !begins):
		return false
	case determiners[w] && (w != "that" && w != "this" && w != "what" || r.nounNext(i)), alls[w], nones[w], onlys[w]:
		if (w == "her" || w == "his") && !r.nounNext(i) {
			return false
		}
		return begins && (i == p.First || !possessives[w] || alls[r.word(i-1)] || r.word(i-1) == "not" || onlys[w])
	case w == "single" || w == "most" || w == "own" || w == "very" && r.nounNext(i):
		return begins
	case w == "not" && i == p.First && (r.word(i+1) == "a" || r.word(i+1) == "one" || r.word(i+1) == "single"):
		return true
	case w == "but" && i > p.First && alls[r.word(i-1)]:
		return true
	case w == "-":
		return false
	case strings.HasPrefix(tag, "JJ"), tag == "VBN" && p.Last >= p.First && r.nounNext(i) && !begins, tag == "CD":
		return begins || tag == "CD" && false
	case tag == "VBG" || tag == "VBN":
		return begins && i > p.First && r.nounNext(i)
	case strings.HasPrefix(tag, "NN"):
		return begins || p.Head == i-1 && (r.items[p.Head].Class == english.Word || r.items[p.Head].Class == english.Unit || r.items[p.Head].Class == english.Gender || r.items[p.Head].Class == english.Name)
	case tag == "RB" && begins && i > p.First && strings.HasSuffix(w, "ly"):
		return r.nounNext(i)
	}
	return false
}

// nounNext reports whether the items after i go on as a noun phrase.
func (r *reader) nounNext(i int) bool {
	if i+1 >= len(r.items) {
		return false
	}
	switch next := r.items[i+1]; next.Class {
	case english.Word:
		tag := r.tags[i+1]
		return strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ") || tag == "CD" || alls[next.Lower] || onlys[next.Lower] || next.Lower == "own" || tag == "VBN" || tag == "VBG"
	case english.Did:
		return r.isAdjective(&Phrase{First: i, Head: -1}, i+1)
	case english.Post:
		return false
	}
	return true
}

// isAdjective reports whether a verb of the lexicon stands as an adjective or noun within
// a phrase: "female-directed film", "a directing roster".
func (r *reader) isAdjective(p *Phrase, i int) bool {
	if i == p.First || p.Head >= 0 && r.items[p.Head].Class == english.Word {
		return false
	}
	if r.isNoun(i) {
		return true
	}
	if p.Head == i-1 && r.items[p.Head].Many && r.items[i].Class == english.Did {
		return false // "women directed 20 episodes": a plural takes no modifier behind it
	}
	return (r.tags[i] == "VBN" || r.tags[i] == "VBG" || r.tags[i] == "JJ" || strings.HasPrefix(r.tags[i], "NN")) && r.nounNext(i) && r.word(i-1) != ","
}

// take adds an item to a phrase.
func (r *reader) take(p *Phrase, i int) {
	item := r.items[i]
	p.Last = i + 1
	switch item.Class {
	case english.Word:
		r.takeWord(p, i)
	case english.Number:
		if p.Kind == Share {
			p.Quantity.Of = item.Value
		} else if p.Kind == All && r.word(i-1) == "but" {
			p.Quantity = Quantity{Kind: AllBut, Item: i, Value: item.Value, Has: true}
		} else if p.Kind == Only && p.Quantity.Item == p.First && r.word(p.First) == "only" { // "only three of them"
			p.Quantity = Quantity{Kind: Number, Item: i, Value: item.Value, Has: item.Vague == ""}
		} else if p.Kind == All || p.Kind == Place || p.Kind == Only {
			p.Quantity.Value, p.Quantity.Has = item.Value, item.Vague == ""
		} else if p.Kind == None && item.Value == 1 {
			break
		} else if !r.isMeasureOf(i) {
			p.Quantity = Quantity{Kind: Number, Item: i, Value: item.Value, Has: item.Vague == ""}
		}
	case english.Share:
		if p.Kind == Place {
			break // "the first half"
		}
		p.Quantity = Quantity{Kind: Share, Item: i, Value: item.Value, Has: true}
	case english.Ordinal:
		if p.Kind != Only {
			p.Quantity = Quantity{Kind: Place, Item: i, Value: item.Value, Has: true}
		}
	case english.Did, english.Post:
		if r.isNoun(i) {
			p.Head = i
		}
	case english.Gender:
		if p.Head < 0 || !r.isNamed(p.Head) {
			p.Head = i
		}
	default:
		p.Head = i
	}
}

// isMeasureOf reports whether a number measures a unit that is no count of it: the 13 of
// "13-episode season".
func (r *reader) isMeasureOf(i int) bool {
	return i+2 < len(r.items) && r.items[i+1].Class == english.Unit && !r.items[i+1].Many && r.items[i].Value != 1
}

func (r *reader) isNamed(i int) bool {
	c := r.items[i].Class
	return c == english.Person || c == english.Title
}

func (r *reader) takeWord(p *Phrase, i int) {
	w := r.items[i].Lower
	switch {
	case alls[w]:
		p.Quantity = Quantity{Kind: All, Item: i}
	case nones[w], w == "not":
		p.Quantity = Quantity{Kind: None, Item: i}
	case onlys[w] && p.Kind != None && p.Kind != All:
		p.Quantity = Quantity{Kind: Only, Item: i}
	case w == "most" && p.Kind == Some:
		p.Quantity = Quantity{Kind: Share, Item: i, Value: 50, Has: true}
	case strings.HasPrefix(r.tags[i], "NN") && !determiners[w]:
		if p.Head < 0 || !r.isNamed(p.Head) {
			p.Head = i
		}
	}
}

// isNoun reports whether an item that may be a verb is used as a noun.
func (r *reader) isNoun(i int) bool {
	return strings.HasPrefix(r.tags[i], "NN") && !slices.Contains([]string{"to", "will", "would", "n't", "not"}, r.word(i-1))
}
