package claims

import (
	"fmt"
	"strings"

	"rolecall/press/english"
)

// The pattern language, in which the wordings of claims are written:
//
//	of|from           one of these words
//	{gender}          an item of a class of package english; {did:participle}, {unit:many},
//	                  {role:star} one of a form, number or meaning; {number|share} either
//	{person}          a person or a list of people: "X, Y and Z"
//	{people}          the same, and names of which the text does not tell what they name
//	{subject}         {person}, or "she", "he", "they"
//	{it}              "it"
//	{title}           a title or a list of titles
//	{work}            the same, and names of which the text does not tell what they name
//	..                up to five items, within a clause and not over people
//	...               up to twelve items, commas among them
//	x?                x may be missing
//	< and >           what is quoted as the claim, where that is less than what matches
//	$be $only $no     words of a group; see groups
//
// A gap never runs over a negation or an "if", so that "were not" is never read as
// "were".
type pattern []element

type element struct {
	words    map[string]bool
	slots    []slot
	gap      int
	commas   bool
	optional bool
	mark     byte
}

// slot is what one alternative in braces takes.
type slot struct{ class, form string }

var groups = map[string]string{
	"$be":   "is|are|was|were|be|been|being|'s|'re|remain|remains|became|become",
	"$have": "has|have|had|having|has|includes|included|featured|features|boasts|boasted|employed|employs|hired|used",
	"$only": "only|just|merely|mere|barely|but|fewer|exactly|precisely|a",
	"$no":   "no|zero|nary",
	"$not":  "not|n't|never",
	"$the":  "the|a|an|its|their|his|her|this|these|those|that",
}

// compile reads a pattern. It panics on a fault, which the tests find: patterns are
// part of the program.
func compile(text string) pattern {
	var p pattern
	for part := range strings.FieldsSeq(text) {
		p = append(p, compilePart(part))
	}
	return p
}

func compilePart(part string) element {
	switch part {
	case "..":
		return element{gap: 5}
	case "...":
		return element{gap: 12, commas: true}
	case "<", ">":
		return element{mark: part[0]}
	}
	var e element
	part, e.optional = strings.CutSuffix(part, "?")
	if inner, is := strings.CutPrefix(part, "{"); is {
		inner, closed := strings.CutSuffix(inner, "}")
		if !closed {
			panic(fmt.Sprintf("pattern: %q lacks its closing brace", part))
		}
		for alternative := range strings.SplitSeq(inner, "|") {
			class, form, _ := strings.Cut(alternative, ":")
			e.slots = append(e.slots, slot{class, form})
		}
		return e
	}
	e.words = make(map[string]bool)
	for w := range strings.SplitSeq(part, "|") {
		for one := range strings.SplitSeq(expand(w), "|") {
			e.words[one] = true
		}
	}
	return e
}

func expand(word string) string {
	if group, is := groups[word]; is {
		return group
	}
	if strings.HasPrefix(word, "$") {
		panic(fmt.Sprintf("pattern: there is no group %q", word))
	}
	return word
}

// capture is what a slot took: items First to Last of the sentence, Last not
// included.
type capture struct {
	class       string
	first, last int
}

// match is where a pattern fits a sentence.
type match struct {
	items       []english.Item
	first, last int
	captures    []capture
}

// all are the captures of some classes, in order.
func (m match) all(classes ...string) []capture {
	var found []capture
	for _, c := range m.captures {
		for _, class := range classes {
			if c.class == class {
				found = append(found, c)
			}
		}
	}
	return found
}

// item is the first item that a class took, and whether there is one.
func (m match) item(classes ...string) (english.Item, bool) {
	if found := m.all(classes...); len(found) > 0 {
		return m.items[found[0].first], true
	}
	return english.Item{}, false
}

// at tries the pattern on the items from a place on.
func (p pattern) at(items []english.Item, from int) (match, bool) {
	t := trial{items: items, quoteFirst: -1, quoteLast: -1}
	end, ok := t.try(p, from)
	if !ok {
		return match{}, false
	}
	m := match{items: items, first: from, last: end, captures: t.captures}
	if t.quoteFirst >= 0 {
		m.first = t.quoteFirst
	}
	if t.quoteLast >= 0 {
		m.last = t.quoteLast
	}
	return m, m.last > m.first
}

type trial struct {
	items                 []english.Item
	captures              []capture
	quoteFirst, quoteLast int
}

func (t *trial) try(p pattern, at int) (int, bool) {
	if len(p) == 0 {
		return at, true
	}
	e, rest := p[0], p[1:]
	switch {
	case e.mark == '<':
		t.quoteFirst = at
		return t.try(rest, at)
	case e.mark == '>':
		t.quoteLast = at
		return t.try(rest, at)
	case e.gap > 0:
		return t.skip(e, rest, at)
	}
	kept := len(t.captures)
	if class, end, ok := e.take(t.items, at); ok {
		if class != "" {
			t.captures = append(t.captures, capture{class, at, end})
		}
		if last, ok := t.try(rest, end); ok {
			return last, true
		}
		t.captures = t.captures[:kept]
	}
	if e.optional {
		return t.try(rest, at)
	}
	return 0, false
}

func (t *trial) skip(e element, rest pattern, at int) (int, bool) {
	kept := len(t.captures)
	for n := 0; n <= e.gap; n++ {
		if last, ok := t.try(rest, at+n); ok {
			return last, true
		}
		t.captures = t.captures[:kept]
		if at+n >= len(t.items) || stops(t.items[at+n], e.commas) {
			return 0, false
		}
	}
	return 0, false
}

// stops reports whether a gap ends at an item.
func stops(item english.Item, commas bool) bool {
	switch item.Lower {
	case ".", ";", "?", "!", "not", "n't", "never", "if", "whether", "unless", "…", "said", "says", "told", "revealed":
		return true
	case ",", ":", "(", ")", "-", "while", "but", "when":
		return !commas
	}
	return !commas && (item.Class == english.Person || item.Class == english.Gender)
}

// take fits an element to the items at a place: the class it took, or none for a
// word, and where it ends.
func (e element) take(items []english.Item, at int) (class string, end int, ok bool) {
	if at >= len(items) {
		return "", 0, false
	}
	item := items[at]
	if e.words != nil {
		return "", at + 1, e.words[item.Lower] && item.Last-item.First == 1 && item.Class != english.Person && item.Class != english.Title
	}
	for _, s := range e.slots {
		if class, end, ok := s.take(items, at); ok {
			return class, end, true
		}
	}
	return "", 0, false
}

func (s slot) take(items []english.Item, at int) (class string, end int, ok bool) {
	item := items[at]
	switch s.class {
	case "person", "people":
		end = listEnd(items, at, func(i english.Item) bool {
			return i.Class == english.Person || s.class == "people" && i.Class == english.Name
		}, func(i english.Item) bool { return i.Class == english.Person || i.Class == english.Name })
		return "person", end, end > at
	case "subject":
		if isPronoun(item.Lower) {
			return "pronoun", at + 1, true
		}
		return slot{"person", s.form}.take(items, at)
	case "title", "work":
		end = listEnd(items, at, func(i english.Item) bool {
			return i.Class == english.Title || s.class == "work" && i.Class == english.Name
		}, func(i english.Item) bool { return i.Class == english.Title || i.Class == english.Name })
		return "title", end, end > at
	}
	if s.class == "it" {
		return "it", at + 1, item.Lower == "it"
	}
	if string(item.Class) != s.class || s.form != "" && !hasForm(item, s.form) {
		return "", 0, false
	}
	return s.class, at + 1, true
}

func isPronoun(word string) bool { return word == "she" || word == "he" }

func hasForm(item english.Item, form string) bool {
	switch form {
	case "many":
		return item.Many
	case "one":
		return !item.Many
	}
	for f := range strings.FieldsSeq(item.Form) {
		if f == form {
			return true
		}
	}
	for _, of := range item.Of {
		if of == form {
			return true
		}
	}
	return false
}

// listEnd is where a list of names ends that begins at a place: "X, Y and Z", with
// brackets after a name left aside. It is the place itself where no name is.
func listEnd(items []english.Item, at int, first, other func(english.Item) bool) int {
	if !first(items[at]) {
		return at
	}
	end := at + 1
	for {
		next := skipBracket(items, end)
		joined := next
		for joined < len(items) && joined < next+3 && (items[joined].Lower == "," || items[joined].Lower == "and" || items[joined].Lower == "&" || items[joined].Lower == "or" || items[joined].Lower == "then") {
			joined++
		}
		if joined == next || joined >= len(items) || !other(items[joined]) || ownsNext(items, joined) {
			return end
		}
		end = joined + 1
	}
}

// ownsNext reports whether a name begins another phrase: "Y's film", "Y herself".
func ownsNext(items []english.Item, at int) bool {
	if at+1 >= len(items) {
		return false
	}
	next := items[at+1].Lower
	return next == "'s" || next == "herself" || next == "himself"
}

func skipBracket(items []english.Item, at int) int {
	if at >= len(items) || items[at].Lower != "(" {
		return at
	}
	for i := at + 1; i < len(items) && i < at+8; i++ {
		if items[i].Lower == ")" {
			return i + 1
		}
	}
	return at
}
