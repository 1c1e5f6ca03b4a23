package mention

import (
	"strings"

	"rolecall/press/english"
)

// evidence is what speaks for a name being a person's or a title's.
type evidence struct {
	text          string
	words         int
	person, title int
	quoted        bool
	// confirmed says that the name stands somewhere with a capital that no sentence's
	// beginning explains.
	confirmed bool
	// years are those that stand in brackets after it.
	years []int
	// series says that a season or the word series stands beside it.
	series bool
	places int
}

// weigh adds up what stands around a candidate.
func (f *finder) weigh(c candidate) {
	e := f.byKey[c.key]
	if e == nil {
		e = &evidence{text: c.text, words: len(strings.Fields(c.key))}
		f.byKey[c.key] = e
		f.keys = append(f.keys, c.key)
		f.weighName(e, c)
	}
	e.places++
	e.confirmed = e.confirmed || !c.initial || c.quoted
	if c.quoted {
		e.quoted = true
		e.title += 3
	}
	around{tokens: f.sentences[c.sentence].Tokens, first: c.first, last: c.last}.weigh(e)
}

// weighName weighs the name itself.
func (f *finder) weighName(e *evidence, c candidate) {
	tokens := f.sentences[c.sentence].Tokens[c.first:c.last]
	held, person := len(f.titles[c.key]) > 0, len(f.people[c.key]) > 0
	switch {
	case held && person:
		e.title++
		e.person += 2
	case held && e.words > 1:
		e.title += 3
	case held:
		e.title++
	case person:
		e.person += 3
	}
	if given[tokens[0].Lower] && e.words > 1 {
		e.person += 2
	}
	if text := tokens[0].Text; strings.HasSuffix(text, ".") && e.words > 1 && !rolesBefore[tokens[0].Lower] {
		e.person += 3
	}
	for i, t := range tokens {
		if w := t.Lower; w == "of" || w == "the" || w == "'s" || w == "a" || w == "v." || w == "&" {
			e.title += 2
		} else if i > 0 && strings.HasSuffix(t.Text, ".") && len(t.Text) == 2 {
			e.person += 3
		}
	}
	if first := tokens[0].Lower; e.words > 1 && !known[tokens[len(tokens)-1].Lower] && strings.HasSuffix(first, "ing") && len(first) > 5 && !given[first] {
		e.title += 2
	}
}

// around is a place in a sentence with what stands before and after it.
type around struct {
	tokens      []english.Token
	first, last int
}

func (a around) word(i int) string {
	if i < 0 || i >= len(a.tokens) {
		return ""
	}
	return a.tokens[i].Lower
}

// before is a word before the name, 1 for the nearest, quotation marks left out.
func (a around) before(n int) string {
	i := a.first - 1
	for i >= 0 && (a.tokens[i].Text == `"` || a.tokens[i].Text == "'") {
		i--
	}
	return a.word(i - n + 1)
}

func (a around) after(n int) string {
	i := a.last
	for i < len(a.tokens) && (a.tokens[i].Text == `"` || a.tokens[i].Text == "'" || a.tokens[i].Text == "," && i+1 < len(a.tokens) && a.tokens[i+1].Text == `"`) {
		i++
	}
	return a.word(i + n - 1)
}

func (a around) weigh(e *evidence) {
	a.weighBefore(e)
	a.weighAfter(e)
}

func (a around) weighBefore(e *evidence) {
	b1, b2 := a.before(1), a.before(2)
	switch {
	case b1 == "by":
		e.person += 2
	case worksBefore[b1]:
		e.title += 2
	case rolesBefore[b1]:
		e.person += 3
	case b1 == "of" && a.before(3) == "season" || b1 == "of" && (b2 == "season" || b2 == "episode" || b2 == "episodes" || b2 == "seasons" || b2 == "run" || english.IsOrdinal(b2)):
		e.title += 3
	case prepositionsOfWork[b1] && (english.IsJobWord(b2) || b2 == "work" || b2 == "role" || b2 == "appeared" || b2 == "roles"):
		e.title += 2
	case english.IsVerbOfMaking(b1):
		e.title += 2
	case b1 == "'s" && a.first > 2 && a.tokens[a.first-2].IsCapital() || b1 == "its" || b1 == "her" || b1 == "his":
		e.title++
	case b1 == "with" || b1 == "alongside" || b1 == "opposite":
		e.person++
	case b1 == "in" || b1 == "on" || b1 == "than":
		e.title++
	}
	if n := a.beforeRoles(); n > 0 {
		e.person += n
	}
}

// beforeRoles weighs "directors Rosemary Rodriguez, and Rosenberg".
func (a around) beforeRoles() int {
	if b := a.before(1); b == "," && rolesBefore[a.before(2)] && a.first > 1 {
		return 1
	}
	return 0
}

func (a around) weighAfter(e *evidence) {
	n1, n2 := a.after(1), a.after(2)
	if n1 == "'s" {
		if n2 == "season" || english.IsOrdinal(n2) || n2 == "first" || n2 == "directors" || n2 == "writers" || n2 == "cast" || n2 == "new" || n2 == "upcoming" || n2 == "showrunner" || n2 == "creator" {
			e.title += 2
			e.series = true
		}
		return
	}
	switch {
	case n1 == "season" || n1 == "seasons" || n1 == "2.0":
		e.title += 3
		e.series = true
	case n1 == "(" && english.IsYear(n2):
		e.title += 3
		e.years = append(e.years, english.YearOf(n2))
	case n1 == "(":
		e.title++
	case speechVerbs[n1]:
		e.person += 3
	case n1 == "who" || n1 == "whose" || n1 == "," && (n2 == "who" || n2 == "whose"):
		e.person += 3
	case n1 == "as" && a.last < len(a.tokens) && a.tokens[a.last].Spaced:
		e.person++
	case personVerbs[n1]:
		if !titleVerbs[n1] {
			e.person += 2
		} else if a.makesSoon() {
			e.title += 2
		}
	case titleVerbs[n1]:
		e.title++
		if a.makesSoon() {
			e.title++
		}
	case n1 == "by":
		e.title += 2
	case n1 == ",":
		a.weighApposition(e, n2)
	}
}

// makesSoon reports whether a verb of making or a job follows within a few words:
// "Moonlight was not directed by".
func (a around) makesSoon() bool {
	for n := 2; n <= 5; n++ {
		if w := a.after(n); english.IsVerbOfMaking(w) || english.IsJobWord(w) || w == "starring" {
			return a.after(1) != "who"
		}
	}
	return false
}

// weighApposition weighs what follows a comma: "James Cameron, the director of",
// "Near Dark, from 1987".
func (a around) weighApposition(e *evidence, next string) {
	third := a.after(3)
	switch {
	case english.IsJobWord(next) || (next == "the" || next == "a" || next == "an" || next == "its" || next == "series") && (english.IsJobWord(third) || rolesBefore[third]):
		if !worksBefore[third] && !worksBefore[next] {
			e.person += 2
		}
	case (next == "a" || next == "the" || next == "an") && (worksBefore[a.after(4)] || worksBefore[a.after(5)]) && !english.IsJobWord(a.after(4)):
		e.title += 2
	case next == "from" && english.IsYear(third) || next == "which" || (next == "a" || next == "the") && worksBefore[third]:
		e.title += 2
	}
}

// spread lets names in a list share what is known of their neighbours: of "Rachael
// Taylor, Carrie-Anne Moss and Eka Darville" all are people if one is.
func (f *finder) spread() {
	f.spreadSurnames()
	for pass := 0; pass < 2; pass++ {
		for i := 1; i < len(f.pieces); i++ {
			a, b := f.pieces[i-1], f.pieces[i]
			if a.sentence != b.sentence || !listed(f.sentences[a.sentence].Tokens[a.last:b.first]) {
				continue
			}
			f.share(f.byKey[a.key], f.byKey[b.key])
			f.share(f.byKey[b.key], f.byKey[a.key])
		}
	}
}

// spreadSurnames weighs that a text goes on to call somebody by the last word of a
// name alone, as is done with people and seldom with titles.
func (f *finder) spreadSurnames() {
	whole := make(map[string]*evidence)
	for _, key := range f.keys {
		words := strings.Fields(key)
		if e := f.byKey[key]; len(words) == 2 || len(words) == 3 {
			whole[words[len(words)-1]] = e
		}
	}
	for _, key := range f.keys {
		if e := whole[key]; e != nil && !e.quoted && len(f.titles[Fold(e.text)]) == 0 {
			e.person += 2
		}
	}
}

func listed(between []english.Token) bool {
	joins := 0
	for _, t := range between {
		switch t.Text {
		case ",", "and", "&", "or":
			joins++
		case `"`, "'":
		default:
			return false
		}
	}
	return joins > 0
}

func (f *finder) share(from, to *evidence) {
	undecided := to.person < 2 && to.title < 2
	switch {
	case undecided && to.words > 1 && from.person >= 2 && from.person > from.title:
		to.person = 2
	case undecided && from.title >= 3 && from.title > from.person:
		to.title = 2
	}
}
