package mention

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/english"
)

// decide makes entities of the names that are a person's or a title's, and finds the
// places where people are called by their surnames alone.
func (f *finder) decide() Found {
	var found Found
	entities := make(map[string]int)
	for _, key := range f.keys {
		if class := f.classOf(f.names[key]); class != "" {
			entities[key] = len(found.Entities)
			n := f.names[key]
			e := Entity{Class: class, Name: n.text, Character: n.isCharacter()}
			if class == english.Title {
				e.Years, e.Kind = n.said.years, n.said.kind()
				e.Marked = n.quoted
			}
			found.Entities = append(found.Entities, e)
		}
	}
	remakes := f.partRemakes(&found, entities)
	f.leaveHeroes(&found, entities)
	shared := make(map[int]int)
	for i := range f.pieces {
		if entity, is := f.sharedName(i, &found, entities); is {
			shared[i] = entity
		}
	}
	short := f.shortNames(&found, entities)
	introduced := make(map[int]bool)
	for i, p := range f.pieces {
		entity, is := entities[p.key]
		if s, isShort := short[p.key]; isShort && (!is || f.isShort(p, found.Entities[entity], isSurname(p.key, found.Entities[s].Name))) && (introduced[s] || isSurname(p.key, found.Entities[s].Name)) {
			entity, is = s, true
		}
		if s, family := f.familyOf(p, &found, entities); family {
			entity, is = s, true
		}
		if s, given := shared[i]; given {
			entity, is = s, true
		}
		if !is {
			continue
		}
		if of := remakes[entity]; of != nil {
			entity = of.at(p.said.years)
		}
		introduced[entity] = true
		span, text := f.placeOf(p, found.Entities[entity].Class)
		found.Mentions = append(found.Mentions, Mention{
			Span: span, Text: text,
			Sentence: p.sentence, First: p.first, Last: p.last, Class: found.Entities[entity].Class, Entity: entity,
		})
	}
	return found
}

// remakes are the titles of one name that a text tells apart by their years.
type remakes struct {
	byYear map[int]int
	last   int
}

// at is the title that a place means: that of its year, else the one named last.
func (r *remakes) at(years []int) int {
	for _, y := range years {
		r.last = r.byYear[y]
	}
	return r.last
}

// partRemakes makes an entity of each title where a text gives several years for one name:
// "Little Women (1994) … Little Women (2019)".
func (f *finder) partRemakes(found *Found, entities map[string]int) map[int]*remakes {
	parted := make(map[int]*remakes)
	for _, key := range f.keys {
		i, is := entities[key]
		if !is || found.Entities[i].Class != english.Title {
			continue
		}
		years := slices.Compact(slices.Sorted(slices.Values(found.Entities[i].Years)))
		if len(years) < 2 || found.Entities[i].Kind == rolecall.Series {
			continue
		}
		r := &remakes{byYear: make(map[int]int), last: i}
		parted[i] = r
		for n, year := range years {
			if n > 0 {
				e := found.Entities[i]
				found.Entities = append(found.Entities, e)
				r.byYear[year] = len(found.Entities) - 1
			} else {
				r.byYear[year] = i
			}
			found.Entities[r.byYear[year]].Years = []int{year}
		}
		first := f.names[key].said.years[0]
		r.last = r.byYear[first]
	}
	return parted
}

// placeOf is where a name stands. The full stop after the letter that a title ends with
// ends the sentence: "World War Z."
func (f *finder) placeOf(p piece, class english.Class) (english.Span, string) {
	tokens := f.lines[p.sentence].tokens[p.first:p.last]
	span := english.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}
	if last := tokens[len(tokens)-1].Text; class == english.Title && len(tokens) > 1 && len(last) == 2 && last[1] == '.' {
		span.End--
		return span, strings.TrimSuffix(p.text, ".")
	}
	return span, p.text
}

// leaveHeroes takes a word that is part of a title with somebody's name for no title of
// its own: Jessica, in a text on "Jessica Jones", is its heroine.
func (f *finder) leaveHeroes(found *Found, entities map[string]int) {
	for _, key := range f.keys {
		i, is := entities[key]
		words := strings.Fields(key)
		if !is || found.Entities[i].Class != english.Title || len(words) != 2 || f.names[key].kinds&givenName == 0 {
			continue
		}
		for _, word := range words {
			if j, named := entities[word]; named && !f.names[word].quoted {
				found.Entities[j].Class, found.Entities[j].Character = english.Name, true
			}
		}
	}
}

// isShort reports whether a name that is also the first or last word of somebody's stands
// for them at a place. A surname does unless the text makes a title of it.
func (f *finder) isShort(p piece, e Entity, surname bool) bool {
	if p.quoted {
		return false
	}
	switch e.Class {
	case english.Title:
		n := f.names[p.key]
		if surname {
			return n.own == 0 && n.best < 5
		}
		return !n.quoted && n.points().title < 5 && p.said.title < 3
	case english.Person:
		return true
	}
	return true
}

// classOf decides what a name is; empty for one that is best left a plain word.
func (f *finder) classOf(n *name) english.Class {
	p := n.points()
	several := n.words > 1
	if n.headlines && !(several && f.isHeld(n.key)) {
		return ""
	}
	switch {
	case n.isCharacter():
		return english.Name
	case p.title > p.person && p.title > p.other && (p.title >= sure || p.title >= 3 && n.confirmed || several && p.title >= 2 && n.confirmed):
		return english.Title
	case several && p.person >= 2 && p.person >= p.title && p.person > p.other:
		return english.Person
	case !several && p.person >= sure && p.person > p.title && n.confirmed:
		return english.Person
	case p.other >= 2 && p.other >= p.person && p.other >= p.title:
		return ""
	case several && n.words < 6, n.confirmed && p.other < 2 && p.title > -3:
		return english.Name
	}
	return ""
}

// isCharacter reports whether a name is that of somebody in a title: "plays Ada Quill".
func (n *name) isCharacter() bool {
	p := n.points()
	return p.character >= 3 && n.said.person < 3 && n.said.title+n.own < 3 && p.title < sure && !n.quoted
}

func (f *finder) isHeld(key string) bool { return f.heldTitles[key] > 0 || f.heldPeople[key] > 0 }

// shortNames tells whom a surname, or a given name, alone stands for: the person of
// that name whom the text names in full, if there is one only; else an entity that is
// any of them.
func (f *finder) shortNames(found *Found, entities map[string]int) map[string]int {
	bearers := make(map[string][]int)
	var order []string
	for _, key := range slices.Concat(f.keys, f.sharedKeys) {
		i, is := entities[key]
		if !is || found.Entities[i].Class != english.Person {
			continue
		}
		for _, short := range shortForms(strings.Fields(key)) {
			if bearers[short] == nil {
				order = append(order, short)
			}
			if len(bearers[short]) < mostNamesakes && !slices.Contains(bearers[short], i) {
				bearers[short] = append(bearers[short], i)
			}
		}
	}
	f.bearers = bearers
	short := make(map[string]int)
	for _, form := range order {
		if f.names[form] == nil {
			continue
		}
		if of := bearers[form]; len(of) == 1 {
			short[form] = of[0]
		} else {
			short[form] = len(found.Entities)
			found.Entities = append(found.Entities, Entity{Class: english.Person, Name: f.names[form].text, bearers: of})
		}
	}
	return short
}

// shortForms are what somebody of a name may be called for short.
func shortForms(words []string) []string {
	n := len(words)
	if n > 2 && lists["suffixes"][words[n-1]] {
		n--
	}
	if n < 2 {
		return nil
	}
	forms := []string{words[n-1], words[0]}
	if n > 2 {
		forms = append(forms, strings.Join(words[n-2:n], " "), strings.Join(words[1:n], " "))
	}
	slices.Sort(forms)
	return slices.Compact(forms)
}

// isSurname reports whether a short form is the end of a name: a given name alone stands
// only for somebody introduced before.
func isSurname(short, name string) bool {
	folded := Fold(name)
	return folded == short || strings.HasSuffix(folded, " "+short)
}

// familyOf is the family that a plural after "the" names: "the Wachowskis".
func (f *finder) familyOf(p piece, found *Found, entities map[string]int) (int, bool) {
	l := f.lines[p.sentence]
	stem, plural := strings.CutSuffix(p.key, "s")
	if p.last-p.first != 1 || !plural || p.quoted || len(stem) < 3 || l.lower(p.first-1) != "the" || l.kinds[p.first]&(people|outlet|body|prize|calendar|plain) != 0 {
		return 0, false
	}
	a := around{line: l, first: p.first - 1, last: p.last}
	acts := l.sayBefore(p.first-1).person+l.sayAfter(p.last).person > 1 || a.after(1) == "'" || a.after(1) == "'s"
	bearers := slices.DeleteFunc(slices.Clone(f.bearers[stem]), func(i int) bool { return !isSurname(stem, found.Entities[i].Name) })
	if !acts && len(bearers) == 0 {
		return 0, false
	}
	key := "the " + p.key
	entity, known := entities[key]
	if !known {
		entity = len(found.Entities)
		entities[key] = entity
		found.Entities = append(found.Entities, Entity{Class: english.Person, Name: strings.TrimSuffix(p.text, "s"), Family: true, bearers: bearers})
	}
	return entity, true
}

// sharedName is the person of a given name before "and" and a full name: in "Lana and
// Lilly Wachowski", Lana Wachowski.
func (f *finder) sharedName(i int, found *Found, entities map[string]int) (int, bool) {
	p := f.pieces[i]
	l := f.lines[p.sentence]
	if p.last-p.first != 1 || !l.has(p.first, givenName) || p.quoted || i+1 == len(f.pieces) {
		return 0, false
	}
	next := f.pieces[i+1]
	if next.sentence != p.sentence || next.first != p.last+1 || l.tokens[p.last].Lower != "and" && l.tokens[p.last].Text != "&" {
		return 0, false
	}
	other, is := entities[next.key]
	words := strings.Fields(next.text)
	if !is || found.Entities[other].Class != english.Person || len(words) != 2 || l.lower(p.first-1) == "," {
		return 0, false
	}
	if n := f.names[p.key]; n.points().title >= sure {
		return 0, false
	}
	full := p.text + " " + words[1]
	key := Fold(full)
	entity, known := entities[key]
	if !known {
		entity = len(found.Entities)
		entities[key] = entity
		f.sharedKeys = append(f.sharedKeys, key)
		found.Entities = append(found.Entities, Entity{Class: english.Person, Name: full, Shared: true})
	}
	return entity, true
}
