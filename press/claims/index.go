package claims

import "rolecall/press/english"

// starts says which wordings can begin at an item, by its word and by its class, so
// that a sentence is tried only with those that have a chance.
type starts struct {
	words   map[string][]int
	classes map[english.Class][]int
}

var wordingStarts = indexWordings(allWordings)

func indexWordings(all []compiled) starts {
	s := starts{make(map[string][]int), make(map[english.Class][]int)}
	for i, w := range all {
		s.add(i, w.pattern)
	}
	return s
}

// add notes what a pattern can begin with: its first element, and the next as well
// while the first may be missing.
func (s starts) add(wording int, p pattern) {
	for _, e := range p {
		if e.mark != 0 {
			continue
		}
		if e.gap > 0 {
			panic("pattern: it begins with a gap")
		}
		for w := range e.words {
			s.words[w] = append(s.words[w], wording)
		}
		for _, slot := range e.slots {
			s.addSlot(wording, slot.class)
		}
		if !e.optional {
			return
		}
	}
}

func (s starts) addSlot(wording int, class string) {
	word := func(w string) { s.words[w] = append(s.words[w], wording) }
	item := func(c english.Class) { s.classes[c] = append(s.classes[c], wording) }
	switch class {
	case "subject":
		word("she")
		word("he")
		item(english.Person)
	case "people":
		item(english.Person)
		item(english.Name)
	case "work":
		item(english.Title)
		item(english.Name)
	case "it":
		word("it")
	default:
		item(english.Class(class))
	}
}

// places are, for each wording, the items of a sentence at which it can begin, in
// order.
func (s starts) places(items []english.Item, wordings int) [][]int {
	places := make([][]int, wordings)
	note := func(list []int, at int) {
		for _, w := range list {
			if n := len(places[w]); n == 0 || places[w][n-1] != at {
				places[w] = append(places[w], at)
			}
		}
	}
	for at, item := range items {
		note(s.words[item.Lower], at)
		if item.Class != english.Word {
			note(s.classes[item.Class], at)
		}
	}
	return places
}
