package mention

import (
	"strings"

	"rolecall/press/english"
)

// name is a name of the text with all that speaks for what it names.
type name struct {
	text, key string
	words     int
	shape     points
	said      said
	// best is the most that one place alone says for a title.
	best int
	// own is what it says for a title that the name is quoted or a heading.
	own int
	// held is what it says that the directory holds the name; it counts where the name
	// stands free at a place, and does not only tell of what kind something is, as in
	// "the Cold War" and "Labor Day weekend".
	held   points
	free   bool
	places int
	quoted bool
	// confirmed says that the name stands somewhere with a capital that no sentence's
	// beginning explains.
	confirmed bool
	// headlines says that it stands in headlines only, where all words are capital.
	headlines bool
	// kinds are those of its first word.
	kinds kind
	// listed is what it says that it stands in a list with others.
	listed points
}

// points are all that speaks for a name, context bounded so that a name repeated is no
// surer than one well said.
func (n *name) points() points {
	p := n.shape
	p.add(n.listed)
	if n.free {
		p.add(n.held)
	}
	bound := func(x int) int { return max(-6, min(x, 8)) }
	p.person += bound(n.said.person)
	p.title += bound(min(n.said.title, n.best+mostMore)) + n.own
	p.other += bound(n.said.other)
	p.character += bound(n.said.character)
	if max(n.said.title, n.own) >= sure && n.said.person < 2 {
		p.person -= 3
	}
	return p
}

// weigh adds up what stands around a name.
func (f *finder) weigh(p piece) {
	l := f.lines[p.sentence]
	n := f.names[p.key]
	if n == nil {
		n = &name{text: p.text, key: p.key, words: len(strings.Fields(p.key)), headlines: true}
		n.shape = l.shape(p.first, p.last)
		n.held = f.heldPoints(p.key)
		n.kinds = l.kinds[p.first]
		f.names[p.key] = n
		f.keys = append(f.keys, p.key)
	}
	n.places++
	n.free = n.free || p.quoted || l.isFree(p.first, p.last)
	n.confirmed = n.confirmed || !p.opens || p.quoted || l.heading || n.words > 1 || n.kinds&(plain|opener) == 0
	n.headlines = n.headlines && l.headline && !p.quoted
	if p.quoted && !n.quoted {
		n.quoted = true
		n.own += 5
	}
	if l.heading && l.isWhole(p.first, p.last) && !l.labelledHere(p) && !p.quoted && IsSection(l.tokens) && !f.isHeld(p.key) {
		p.said.title -= 8
	} else if l.heading && l.isWhole(p.first, p.last) && !l.labelledHere(p) {
		n.own++
		if l.titled {
			n.own += 3
		}
	}
	if l.asked && p.first == 0 && p.last == len(l.tokens)-1 {
		n.own += 3
	}
	if l.heading && l.isReviewed(p.first, p.last) {
		n.own += 4
	}
	if f.makers[l.lower(l.beforePossessive(p.first))] && l.lower(p.first-1) == "'s" && p.said.title > 0 {
		p.said.title += 2
	}
	n.best = max(n.best, p.said.title)
	n.said.add(p.said)
}

// isReviewed reports whether a heading says that a name is what is reviewed: "Review: Saltgrass".
func (l *line) isReviewed(first, last int) bool {
	return first > 1 && last == len(l.tokens) && l.lower(first-1) == ":" && in("reviewing", l.lower(first-2)) || first == 0 && last == len(l.tokens)-1 && in("reviewing", l.lower(last))
}

// isFree reports whether a name stands by itself: no small article is before it, and no
// noun that it tells the kind of follows.
func (l *line) isFree(first, last int) bool {
	if w := l.lower(first - 1); w == "the" || w == "a" || w == "an" {
		return false
	}
	return true
}

func (l *line) labelledHere(p piece) bool { return l.people && p.first >= l.labelled }

// heldPoints are what it says that the directory holds a name: little, as one of IMDb's
// size holds nearly every word.
func (f *finder) heldPoints(key string) points {
	title, person := f.heldTitles[key] > 0, f.heldPeople[key] > 0
	several := strings.Contains(key, " ")
	var p points
	switch {
	case title && several && !person:
		p.title += 3
		p.person -= 3
	case title && several:
		p.title += 2
	case title && isRare(key):
		p.title++
	}
	switch {
	case person && several && title:
		p.person += 2
	case person && several:
		p.person += 3
	}
	return p
}

// isRare reports whether a word is neither an everyday one nor somebody's given name, nor a
// place: the catalog's holding it tells something.
func isRare(word string) bool {
	return !isPlain(word) && !given()[word] && !locations()[word] && vocabulary()[word] == 0
}

// knownOf weighs what the first reading and the directory know of a stretch.
func (f *finder) knownOf(l *line, first, last int) points {
	if f.before == nil {
		return points{}
	}
	if last-first == 1 {
		if f.surnames[l.tokens[first].Lower] && l.kinds[first]&opener == 0 {
			return points{person: 3}
		}
	} else if f.parts(l, first, last) {
		return points{person: never, title: never, other: never}
	}
	if !f.starts[l.tokens[first].Lower] {
		return points{}
	}
	key := Fold(l.text(first, last))
	var p points
	if last-first > 1 {
		p = f.heldPoints(key)
	}
	if n := f.before[key]; n != nil && (n.places > 1 || n.quoted) {
		more := min(n.places-1, 2)
		if n.quoted {
			more = 3
		}
		if q := n.points(); q.title >= q.person {
			p.title += more
		} else {
			p.person += more
		}
	}
	return p
}

// isKnown reports whether the text names a stretch elsewhere or, if it is more than
// everyday words, the directory holds it.
func (f *finder) isKnown(l *line, first, last int) bool {
	if f.before == nil || !f.starts[l.tokens[first].Lower] {
		return false
	}
	key := Fold(l.text(first, last))
	if f.before[key] != nil {
		return true
	}
	return last-first > 1 && f.isHeld(key) && !l.allPlain(first, last)
}

// parts reports whether a stretch holds the surname of somebody whom the text names, at
// a place where it is a name of its own: "Gerwig's Barbie", "Fleck and Boden".
func (f *finder) parts(l *line, first, last int) bool {
	for i := first; i < last; i++ {
		if !f.surnames[l.tokens[i].Lower] {
			continue
		}
		if i+1 < last && l.kinds[i+1]&(capital|joined|numeral) == 0 || i > first && l.kinds[i-1]&(capital|joined|numeral|particle) == 0 && l.lower(i-1) != "'s" {
			return true
		}
	}
	return false
}

// learn keeps what the first reading found, for the second.
func (f *finder) learn() {
	f.before, f.starts, f.surnames = f.names, make(map[string]bool), make(map[string]bool)
	for _, p := range f.pieces {
		l := f.lines[p.sentence]
		f.starts[l.tokens[p.first].Lower] = true
		n := f.names[p.key]
		if q := n.points(); q.person >= 4 && q.person > q.title && q.character == 0 && p.last-p.first > 1 && !n.quoted {
			if k := l.kinds[p.last-1]; k&suffix == 0 {
				f.surnames[l.tokens[p.last-1].Lower] = true
			}
		}
	}
	f.makers = make(map[string]bool)
	for _, p := range f.pieces {
		if l := f.lines[p.sentence]; l.makes(p.first, p.last) && f.surnames[l.tokens[p.last-1].Lower] {
			f.makers[l.tokens[p.last-1].Lower] = true
		}
	}
	for key := range f.asked {
		if f.isHeld(key) {
			word, _, _ := strings.Cut(f.asked[key], " ")
			f.starts[strings.ToLower(word)] = true
		}
	}
}

// makes reports whether the words around a name say that the person makes films or
// series, and does not only play in them.
func (l *line) makes(first, last int) bool {
	a := around{line: l, first: first, last: last}
	b1, n1 := a.before(1), a.after(1)
	switch {
	case in("makers", b1):
		return true
	case b1 == "by":
		return english.IsVerbOfMaking(a.before(2)) && !in("impersonating", a.before(2))
	case n1 == "'s":
		return in("works", a.after(2)) || in("works", a.after(3))
	case n1 == ",":
		for n := 2; n < 6; n++ {
			if in("makers", a.after(n)) {
				return true
			}
		}
		return false
	}
	return english.IsVerbOfMaking(n1) && !in("starring", n1) && !in("impersonating", n1)
}

// spread lets names in a list share what is known of their neighbours: of "Rachael
// Taylor, Carrie-Anne Moss and Eka Darville" all are people if one is.
func (f *finder) spread() {
	for pass := 0; pass < 2; pass++ {
		for i := 1; i < len(f.pieces); i++ {
			a, b := f.pieces[i-1], f.pieces[i]
			if a.sentence != b.sentence || !isListed(f.lines[a.sentence].tokens[a.last:b.first]) {
				continue
			}
			share(f.names[a.key], f.names[b.key])
			share(f.names[b.key], f.names[a.key])
		}
	}
}

func isListed(between []english.Token) bool {
	joins := 0
	for _, t := range between {
		switch t.Text {
		case ",", "and", "&", "or", ";", "nor":
			joins++
		case `"`, "'":
		default:
			return false
		}
	}
	return joins > 0
}

// sure is from where on a name's points decide it.
const sure = 4

func share(from, to *name) {
	p, q := from.points(), to.points()
	switch {
	case (p.title >= sure || p.title == sure-1 && from.best == p.title) && p.title > p.person+1 && !to.said.owns && q.person < sure && to.listed.title == 0 && q.title > -3:
		to.listed.title = 4
	case p.person >= sure && p.person > p.title+1 && q.title < sure && to.listed.person == 0 && q.person > -3:
		to.listed.person = 2
	}
}

const mostMore = 1
