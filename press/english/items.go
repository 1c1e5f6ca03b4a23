package english

import (
	"slices"
	"strings"
)

// Mention is a stretch of tokens that names somebody or something.
type Mention struct {
	First, Last int
	// Class is Person, Title or Name.
	Class Class
	// Name says which; it is handed on in Item.Name.
	Name int
}

// Items reads the tokens of a sentence as items. The tags are the parts of speech of the
// tokens, by which a word that is a verb and a noun is told to be one of them. The
// mentions, in order and apart, are taken as they are; quotation marks are left out, as
// they are no part of what is said.
func Items(tokens []Token, tags []string, mentions []Mention) []Item {
	items := make([]Item, 0, len(tokens))
	for at := 0; at < len(tokens); {
		for len(mentions) > 0 && mentions[0].First < at {
			mentions = mentions[1:]
		}
		item := itemAt(tokens, tags, at, mentions)
		item.First = at
		item.Span = Span{tokens[at].Start, tokens[item.Last-1].End}
		at = item.Last
		if item.Lower == `"` || item.Lower == "'" && !isPossessive(tokens, item.First) {
			continue
		}
		if item.Lower == "'" {
			item.Lower = "'s"
		}
		items = append(items, item)
	}
	return joinLists(items)
}

// isPossessive reports whether an apostrophe follows a plural: "directors' jobs".
func isPossessive(tokens []Token, at int) bool {
	return at > 0 && !tokens[at].Spaced && strings.HasSuffix(tokens[at-1].Lower, "s") && at+1 < len(tokens) && tokens[at+1].Spaced && tokens[at+1].IsWord()
}

func itemAt(tokens []Token, tags []string, at int, mentions []Mention) Item {
	if len(mentions) > 0 && mentions[0].First == at {
		m := mentions[0]
		return Item{Class: m.Class, Name: m.Name, Lower: tokens[at].Lower, Last: m.Last}
	}
	end := len(tokens)
	if len(mentions) > 0 {
		end = mentions[0].First
	}
	return plainItem(tokens[:end], tags, at)
}

// plainItem reads what is no mention.
func plainItem(tokens []Token, tags []string, at int) Item {
	for _, read := range []func([]Token, int) (Item, bool){
		money, dateAt, seasonAt, episodeAt, positionAt, yearItem, share, measured, numberItem,
	} {
		if item, ok := read(tokens, at); ok {
			item.Lower = tokens[at].Lower
			if item.Approx == "" && (item.Class == Number || item.Class == Share || item.Class == Measure) {
				item.Approx = boundBefore(tokens, at)
			}
			return item
		}
	}
	if item, ok := phrase(tokens, tags, at); ok {
		item.Lower = tokens[at].Lower
		return item
	}
	return Item{Class: Word, Lower: tokens[at].Lower, Last: at + 1}
}

func money(tokens []Token, at int) (Item, bool) {
	switch tokens[at].Text {
	case "$", "£", "€":
		if at+1 < len(tokens) {
			if v, n := cardinal(tokens, at+1); n > 0 {
				return Item{Class: Money, Value: v, Last: at + 1 + n}, true
			}
		}
	}
	if v, n := cardinal(tokens, at); n > 0 && at+n < len(tokens) {
		switch tokens[at+n].Lower {
		case "pounds", "dollars", "euros":
			return Item{Class: Money, Value: v, Last: at + n + 1}, true
		}
	}
	return Item{}, false
}

func measured(tokens []Token, at int) (Item, bool) {
	v, n := cardinal(tokens, at)
	if n == 0 {
		return Item{}, false
	}
	last := at + n
	if last+2 < len(tokens) && fits(tokens[last:], []string{"and", "a", "half"}) {
		last += 3
	}
	if last < len(tokens) && measures[tokens[last].Lower] && !(tokens[last].Joined && at+n == last && tokens[last].Lower == "second") {
		if w := tokens[last].Lower; w == "second" || w == "hour" && tokens[last].Joined {
			return Item{}, false
		}
		return Item{Class: Measure, Value: v, Last: last + 1}, true
	}
	return Item{}, false
}

func numberItem(tokens []Token, at int) (Item, bool) {
	if v, n := cardinal(tokens, at); n > 0 {
		return Item{Class: Number, Value: v, Last: at + n}, true
	}
	if v, ok := ordinal(tokens[at]); ok {
		return Item{Class: Ordinal, Value: v, Last: at + 1}, true
	}
	switch tokens[at].Lower {
	case "many", "several", "few":
		return Item{Class: Number, Vague: tokens[at].Lower, Last: at + 1}, true
	}
	return Item{}, false
}

// phrase reads the longest phrase of the lexicon. A word that is a verb and a noun there
// ("stars", "cut", "score") is what its part of speech says.
func phrase(tokens []Token, tags []string, at int) (Item, bool) {
	entries, n := lookUp(tokens, at)
	if n == 0 {
		return Item{}, false
	}
	if len(tags) == 0 && n == 1 && tokens[at].Lower == "run" {
		return Item{}, false // a noun where nothing says that it is none
	}
	verb := isTagged(tags, at, at+n) && !(n == 1 && at > 0 && tokens[at-1].Lower == "'s" && tags != nil && tags[at] != "VBN")
	class := entries[0].Class
	for _, e := range entries {
		if isVerbal(e.Class) == verb {
			class = e.Class
			break
		}
	}
	if isVerbal(class) && !verb && n == 1 && !isModifier(tags, at) {
		return Item{}, false // a noun of its own: "the second run"
	}
	if verb && len(tags) > 0 && n == 1 && (class == Product || class == Role || class == Unit) {
		return Item{}, false
	}
	item := Item{Class: class, Last: at + n}
	for _, e := range entries {
		if e.Class != class {
			continue
		}
		if !slices.Contains(item.Of, e.Of) && e.Of != "" {
			item.Of = append(item.Of, e.Of)
		}
		item.Many = item.Many || e.Form == "many"
		item.Form = strings.TrimSpace(item.Form + " " + e.Form)
	}
	if class == Unit && item.Many && strings.Contains(item.Form, "one") {
		item.Many = !followsSingular(tokens, at)
	}
	if class == Show {
		item.Form, item.Of = "", nil
		for _, e := range entries {
			if e.Class == Show {
				item.Form = strings.TrimSpace(item.Form + " " + e.Of)
			}
		}
	}
	return item, true
}

// singulars are words before a noun that is alike in singular and plural, "series".
var singulars = map[string]bool{"a": true, "an": true, "the": true, "this": true, "that": true, "another": true, "each": true, "every": true, "one": true, "its": true, "his": true, "her": true, "whose": true, "first": true, "second": true, "third": true}

// mostBefore is how many words may stand between an article and its noun.
const mostBefore = 4

// followsSingular reports whether an article or the like stands before the words of a noun,
// and no sign or number between.
func followsSingular(tokens []Token, at int) bool {
	for i := at - 1; i >= 0 && i >= at-mostBefore; i-- {
		switch {
		case singulars[tokens[i].Lower]:
			return true
		case !tokens[i].IsWord() || IsNumberWord(tokens[i].Lower) || tokens[i].Lower == "of" || tokens[i].Lower == "in" || tokens[i].Lower == "all":
			return false
		}
	}
	return false
}

func isVerbal(c Class) bool { return c == Did || c == Show }

// isTagged reports whether one of the words is tagged as a verb.
func isTagged(tags []string, from, to int) bool {
	for i := from; i < to && i < len(tags); i++ {
		if strings.HasPrefix(tags[i], "VB") {
			return true
		}
	}
	return len(tags) == 0
}

// isModifier reports whether a word that is a verb in the lexicon may stand before a noun:
// "directing", "directed".
func isModifier(tags []string, at int) bool {
	return at < len(tags) && (tags[at] == "JJ" || strings.HasPrefix(tags[at], "NN"))
}

// joinLists makes one item of "creator, writer and executive producer" and of
// "written, produced and directed".
func joinLists(items []Item) []Item {
	joined := items[:0] // what is written is always behind what is read
	for i := 0; i < len(items); {
		item := items[i]
		i++
		if item.Class == Role || item.Class == Did {
			for {
				next := nextOfList(items, i)
				if next == 0 || !sameKind(item, items[next]) {
					break
				}
				item.Of = append(slices.Clone(item.Of), items[next].Of...)
				item.Last, item.End = items[next].Last, items[next].End
				i = next + 1
			}
		}
		joined = append(joined, item)
	}
	return joined
}

// nextOfList is the place of what follows "," or "and" at i, or 0.
func nextOfList(items []Item, i int) int {
	at := i
	for at < len(items) && at < i+3 && isJoiner(items[at].Lower) {
		at++
	}
	if at == i || at >= len(items) {
		return 0
	}
	for at < len(items) && at < i+5 && (items[at].Lower == "an" || items[at].Lower == "a" || items[at].Lower == "the" || items[at].Lower == "also" || items[at].Lower == "its") {
		at++
	}
	if at >= len(items) {
		return 0
	}
	return at
}

func isJoiner(w string) bool {
	return w == "," || w == "and" || w == "&" || w == "/" || w == "or"
}

func sameKind(a, b Item) bool {
	if a.Class != b.Class {
		return false
	}
	if a.Class == Role {
		return a.Many == b.Many && a.Of[0] != b.Of[0]
	}
	for form := range strings.FieldsSeq(a.Form) {
		if strings.Contains(b.Form, form) && a.Of[0] != b.Of[0] {
			return true
		}
	}
	return false
}
