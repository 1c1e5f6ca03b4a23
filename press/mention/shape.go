package mention

import (
	"strings"

	"rolecall/press/english"
)

// points are what speaks for a name being a person's, a title's, a body's or place's, or
// a character's.
type points struct{ person, title, other, character int }

func (p *points) add(q points) {
	p.person += q.person
	p.title += q.title
	p.other += q.other
	p.character += q.character
}

// most is the weightiest of what speaks for a name.
func (p points) most() int { return max(p.person, p.title, p.other) }

// never is what rules a reading out.
const never = -20

// shape weighs a stretch by itself, as it is written.
func (l *line) shape(first, last int) points {
	if last-first == 1 {
		return l.shapeOfWord(first)
	}
	return points{person: l.personShape(first, last), title: l.titleShape(first, last), other: l.otherShape(first, last)}
}

func (l *line) shapeOfWord(i int) points {
	k := l.kinds[i]
	var p points
	switch {
	case k&(calendar|people) != 0 && k&givenName == 0, k&prize != 0, k&calendar != 0 && k&plain == 0:
		return points{person: never, title: -4, other: 1}
	case k&(initial|numeral) != 0 && k&outlet == 0:
		return points{person: never, title: -6, other: -6}
	case k&(outlet|body) != 0:
		p = points{person: -3, title: -3, other: 2}
	case k&(role|honorific) != 0:
		p = points{person: -4, title: -3, other: -1}
	case k&location != 0:
		p = points{title: -2, other: 1}
	case k&opener != 0:
		p = points{person: never, title: -3, other: never}
	}
	if k&givenName != 0 {
		p.person++
		p.title--
	}
	if l.has(i-1, honorific) {
		p.title -= 4
	}
	if k&plain != 0 {
		p.person--
		if k&(givenName|outlet|body|role) == 0 && !l.headline && !l.opens(i) {
			p.title++
		}
	}
	if l.opens(i) && k&(plain|opener) != 0 && !l.heading {
		p.title--
		p.person--
	}
	return p
}

// mostPersonWords bounds a person's name.
const mostPersonWords = 5

// personShape weighs that a stretch of several words is a person's name.
func (l *line) personShape(first, last int) int {
	words, score := 0, 0
	for i := first; i < last; i++ {
		k := l.kinds[i]
		switch {
		case k&joined != 0 && k&capital == 0 && l.has(i-1, capital):
			score += 3
			continue
		case k&capital == 0 && k&particle != 0 && l.has(i+1, capital|particle):
			score++
			continue
		case k&suffix != 0 && i == last-1 && i > first+1:
			score += 2
			continue
		case k&suffix != 0 && strings.HasSuffix(l.tokens[i].Text, "."):
			return never
		case k&capital == 0, k&numeral != 0, k&(article) != 0 && i == first, k&mark != 0:
			return never
		case k&(body|outlet|calendar|prize) != 0 && k&(givenName) == 0, k&people != 0 && k&givenName == 0 && i == first:
			score -= 4
		case k&opener != 0 && k&givenName == 0:
			if i == first || l.has(i-1, initial) {
				return never
			}
			score -= 3
		case k&(role|honorific) != 0 && k&givenName == 0:
			score -= 4
		case k&initial != 0:
			score += 3
		}
		if k&joined == 0 || !l.has(i-1, capital) {
			words++
		}
	}
	if words < 2 || words > mostPersonWords {
		if words == 1 && l.has(first+1, joined) && l.has(first, givenName) {
			return 1
		}
		return never
	}
	begin, end := l.kinds[first], l.kinds[last-1]
	score++
	if in("foreignarticles", l.lower(first)) {
		score -= 3
	}
	switch {
	case begin&givenName != 0 && begin&plain != 0:
		score += 2
	case begin&givenName != 0:
		score += 3
	case begin&plain != 0 && end&plain == 0:
		score--
	case begin&plain != 0:
		score -= 2
	default:
		score++
	}
	if end&plain != 0 && end&(joined|givenName) == 0 {
		if begin&givenName == 0 {
			score--
		} else if begin&plain != 0 {
			score--
		}
	}
	if end&(pronoun|verb) != 0 {
		score -= 3
	}
	if l.tokens[last-1].Text == "Films" {
		score -= 6 // a firm
	}
	if isShouted(l.tokens[first].Text) && !isShouted(l.tokens[last-1].Text) {
		score -= 3
	}
	if words > 3 {
		score--
	}
	return score
}

// titleShape weighs that a stretch of several words is a title.
func (l *line) titleShape(first, last int) int {
	if !l.hasContent(first, last) {
		return never
	}
	score, connectors, ordinaryWords, others := 0, 0, 0, 0
	for i := first; i < last; i++ {
		k, w := l.kinds[i], l.tokens[i].Lower
		switch {
		case k&article != 0 && i == first:
			score++
			if !l.opens(i) || l.heading {
				score++
			} else if w != "the" {
				score--
			}
		case i > first && k&opener != 0 && l.has(i-1, initial):
			return never
		case i == first && k&pronoun != 0 && k&opener != 0 && l.opens(i) && len(l.tokens[i].Text) > 2 && !l.has(i+1, verb|opener|possessive):
			score -= 2
		case k&capital != 0 && k&(pronoun|verb) != 0:
			score += 2
			ordinaryWords++
		case i == first && (k&particle != 0 || w == "les" || w == "los" || w == "il") && len(w) < 4 && w != "st." && w != "san":
			score += 2
		case i == first && k&honorific != 0:
			score++
		case k&(body|outlet|prize|calendar) != 0 && k&plain == 0 || k&body != 0:
			score -= 3
			others++
			if l.has(first, article) && !l.opens(first) {
				score += 2
			}
		case k&capital == 0 && (k&joins != 0 || w == "&"):
			connectors++
		case k&numeral != 0 && i == first+1 && english.IsYear(w):
			score--
		case k&numeral != 0, k&mark != 0, w == ":":
			if i > first {
				score += 2
			}
		case k&opener != 0 && i > first:
			score++
			ordinaryWords++
		case k&role != 0 && i == last-1 && (!l.has(first, article) || l.opens(first)):
			score -= 3
		case k&suffix != 0 && strings.HasSuffix(l.tokens[i].Text, "."):
			return never
		case k&plain != 0 && (k&givenName == 0 || l.has(last-1, plain)):
			ordinaryWords++
		case k&capital != 0:
			others++
		}
		if i > first && i < last-1 {
			score += l.joint(first, i, last)
		}
	}
	score += min(ordinaryWords, 2) + min(2*connectors, 3)
	if others == 0 && ordinaryWords > 1 {
		score++
	}
	if k := l.kinds[first]; k&opener != 0 && k&(article|pronoun) == 0 && l.opens(first) && !l.heading {
		if l.isSentence(first, last) {
			score += 2
		} else if !in("determiners", l.lower(first)) || !l.has(first+1, plain) || !l.has(first+1, capital) || l.has(first+1, people|body|role) {
			score -= 4
		}
	}
	if l.isPersonlike(first, last) {
		score -= 2
	}
	if in("ranks", l.lower(first)) && connectors == 0 {
		score--
	}
	if l.lower(first) == "both" && l.opens(first) && l.lower(last) == "and" {
		score -= 5
	}
	if l.tokens[last-1].Text == "Films" && last-first > 1 && !l.has(first, article) {
		score -= 4 // a firm
	}
	if w := l.lower(first); l.opens(first) && !l.heading && strings.HasSuffix(w, "ing") && english.IsVerbOfMaking(w) && l.has(first+1, capital) {
		score -= 5 // "Producing The Salt Road are"
	}
	if l.tokens[last-1].Text == "I" && l.lower(last-2) != "and" && last < len(l.tokens) && !l.has(last, capital) && l.tokens[last].IsWord() {
		return never // "From Hawaii I miss"
	}
	if l.isPlace(first, last) || l.isWar(first, last) {
		score -= 5
	}
	return score
}

// isWar reports whether a stretch is the name of a war that is no film's: "World War II".
func (l *line) isWar(first, last int) bool {
	for i := first; i+1 < last; i++ {
		if l.lower(i+1) == "war" && in("wars", l.lower(i)) {
			return last == i+2 || l.has(i+2, numeral) && last == i+3
		}
	}
	return false
}

// isSentence reports whether a stretch that begins a sentence of the text is written as
// one with capitals: "Don't Look Now", "When They See Us".
func (l *line) isSentence(first, last int) bool {
	next := first + 1
	if l.lower(next) == "n't" {
		next++
	} else if in("asking", l.lower(first)) {
		return l.asksOn(next, last)
	} else if !in("addressing", l.lower(first)) {
		return false
	}
	return next < last && l.has(next, capital) && l.has(next, verb|opener|plain) && !l.has(next, givenName|people|location|body|outlet)
}

// asksOn reports whether what follows a question's first word goes on as a clause does:
// "When They See Us", "When Life Gives You Tangerines".
func (l *line) asksOn(from, last int) bool {
	for i := from; i < min(last, from+2); i++ {
		if l.kinds[i]&capital == 0 {
			return false
		}
		if l.kinds[i]&(pronoun|verb) != 0 {
			return true
		}
	}
	return false
}

// isShouted reports whether a word is of two or three capitals, as what somebody is:
// "DP", "CEO".
func isShouted(text string) bool {
	return len(text) > 1 && len(text) < 4 && strings.ToUpper(text) == text && !strings.HasSuffix(text, ".")
}

// isLabel reports whether a word is all capitals, as labels are.
func isLabel(text string) bool { return len(text) > 3 && strings.ToUpper(text) == text }

// hasContent reports whether a stretch holds more than words that begin sentences, and
// numbers.
func (l *line) hasContent(first, last int) bool {
	if l.has(first, opener) && !l.has(first, article) && l.opens(first) && l.kinds[first+1]&capital == 0 && l.lower(first+1) != "n't" && !l.has(first+1, mark|possessive) && !l.heading {
		return false
	}
	openers := 0
	for i := first; i < last; i++ {
		k := l.kinds[i]
		switch {
		case k&capital == 0 || k&(calendar|article) != 0:
		case k&(opener|pronoun|verb) == 0, i > first && k&numeral != 0:
			return true
		case l.tokens[i].Text != "I":
			openers++
		}
	}
	return openers > 1
}

// isPersonlike reports whether a stretch is a given name and one or two capitals more.
func (l *line) isPersonlike(first, last int) bool {
	n := last - first
	if n < 2 || n > 4 || !l.has(first, givenName|initial) {
		return false
	}
	for i := first; i < last; i++ {
		if l.kinds[i]&(capital|particle) == 0 || l.kinds[i]&(opener|pronoun|verb|body|outlet|numeral) != 0 && l.kinds[i]&givenName == 0 {
			return false
		}
	}
	return l.has(first, initial) || !l.has(first, plain) || !l.has(last-1, plain)
}

// joint weighs going on over a small word or sign within a title.
func (l *line) joint(first, at, last int) int {
	k, t := l.kinds[at], l.tokens[at]
	if k&capital != 0 {
		return 0
	}
	left, right := l.pieceBefore(first, at), l.pieceAfter(at, last)
	switch {
	case t.Text == "'s":
		return l.possessiveJoint(first, at, last)
	case t.Text == ":":
		return l.colonJoint(first, at, last)
	case t.Lower == "of" || t.Lower == "&" || t.Lower == "v" || t.Lower == "vs." || t.Lower == "v.":
		if t.Lower == "of" && (l.isPersonlike(left, at) || left == at-1 && l.opens(left) && in("partsof", l.lower(left)) || left == at-1 && in("roles", l.lower(left))) {
			return -6
		}
		return 0
	case t.Lower == "the" && l.has(at-1, capital) && (l.has(at-1, location|outlet|body) || l.has(at+1, people|outlet|body) || l.isPersonlike(left, at)):
		return -6
	case t.Lower == "and" || t.Lower == "or":
		return l.andJoint(left, at, right)
	case k&(joins) != 0 && l.has(at-1, capital|mark|numeral) && t.Lower != "the" && t.Lower != "a":
		return l.prepositionJoint(left, at, right, last)
	case t.Text == ",":
		return 3
	}
	return 0
}

// pieceBefore is where the capitals right before a token begin, and pieceAfter where
// those right after it end.
func (l *line) pieceBefore(first, at int) int {
	i := at
	for i > first && l.kinds[i-1]&(capital|numeral|joined|mark) != 0 {
		i--
	}
	return i
}

func (l *line) pieceAfter(at, last int) int {
	i := at + 1
	for i < last && l.kinds[i]&(capital|numeral|joined|mark) != 0 {
		i++
	}
	return i
}

// allPlain reports whether all capital words of a stretch are ordinary ones.
func (l *line) allPlain(first, last int) bool {
	for i := first; i < last; i++ {
		if k := l.kinds[i]; k&capital != 0 && (k&(plain|opener|pronoun|verb|numeral|article) == 0 || k&plain != 0 && k&givenName != 0 && !l.has(i-1, article)) {
			return false
		}
	}
	return true
}

// possessiveJoint weighs "The Handmaid's Tale" against "Baz Luhrmann's Elvis".
func (l *line) possessiveJoint(first, at, last int) int {
	left := l.pieceBefore(first, at)
	k := l.kinds[at-1]
	switch {
	case l.has(at+1, capital) && l.isPersonlike(at+1, last):
		return -6
	case k&(outlet|body) != 0:
		return -6
	case l.isPersonlike(left, at):
		return -5
	case k&pronoun != 0:
		return 4
	case l.has(first, article) && left == first:
		return 2
	case !l.has(at+1, capital):
		return -1
	case k&plain != 0 && k&givenName == 0 && at-left == 1:
		return 0
	case at-left == 1 && last == at+2 && l.allPlain(at+1, last):
		return -1
	}
	return -3
}

// colonJoint weighs "Thor: The Dark World" against a label and what it labels.
func (l *line) colonJoint(first, at, last int) int {
	rest := last - at - 1
	switch {
	case at-first == 1 && in("reviewing", l.lower(first)):
		return never
	case l.labelled == at+1, rest < 1, !l.has(at+1, capital), l.has(at+1, calendar), at-first == 1 && len(l.tokens[first].Text) < 3, !l.has(at-1, capital|numeral), l.isPersonlike(at+1, last):
		return -8
	case at-first == 1 && l.opens(first) && isLabel(l.tokens[first].Text) && !isLabel(l.tokens[at+1].Text):
		return -8
	case l.isPersonlike(first, at):
		return 0
	case l.has(at-1, outlet|body|calendar|role), l.has(at+1, opener) && !l.has(at+1, article|pronoun) && rest < 2:
		return -8
	}
	return 2
}

func (l *line) andJoint(left, at, right int) int {
	switch {
	case l.isPersonlike(left, at) || l.isPersonlike(at+1, right), l.has(at-1, numeral), l.endsList(at):
		return -6
	case l.has(at+1, article) && l.has(at+1, capital):
		return -8
	case in("pairing", l.lower(left-1)):
		return -6
	case !l.has(at+1, capital) && l.lower(at+1) != "the" && l.lower(at+1) != "a":
		return -8
	case l.has(left-1, possessive):
		return -4
	case l.lower(right) == "," && l.listGoesOn(right):
		return 1
	case right-at > 2 && l.has(at+1, capital) && !l.has(at+1, pronoun|verb):
		if l.allPlain(left, at) && l.allPlain(at+1, right) {
			return -3
		}
		return -5
	case l.allPlain(left, at) && l.allPlain(at+1, right):
		return -1
	case l.has(left, pronoun) || l.has(at+1, pronoun|joins):
		return 0
	}
	return -3
}

// endsList reports whether an "and" is the last of a list: "A, B and C".
func (l *line) endsList(and int) bool {
	left := l.pieceBefore(0, and)
	return l.lower(left-1) == "," && l.has(left-2, capital|numeral|mark)
}

// listGoesOn reports whether after a comma there are a name or two and an "and", so that
// an "and" before the comma is within a name: "Wendy and Lucy, Meek's Cutoff and Certain
// Women".
func (l *line) listGoesOn(comma int) bool {
	for i := comma + 1; i < len(l.tokens) && i < comma+9; i++ {
		switch {
		case l.lower(i) == "and":
			return i > comma+1 && l.has(i+1, capital)
		case l.kinds[i]&(capital|possessive|numeral) == 0:
			return false
		}
	}
	return false
}

// isNumber reports whether a token is written in figures.
func (l *line) isNumber(i int) bool {
	return i >= 0 && i < len(l.tokens) && isDigit(l.tokens[i].Text[0])
}

func (l *line) prepositionJoint(left, at, right, last int) int {
	w := l.tokens[at].Lower
	switch {
	case w == "n't":
		return 0
	case l.isPersonlike(left, at) || l.isPersonlike(at+1, right), l.has(at-1, outlet|body|prize):
		return -7
	case right == last && english.IsYear(l.tokens[at+1].Text), l.has(at+1, calendar), l.has(at-1, calendar), l.has(left, calendar) && at-left == 2:
		return -7
	case l.isNumber(at+1) && (l.has(at+2, calendar) || l.has(at-1, location)), in("roles", l.lower(at-1)):
		return -7
	case l.opens(left) && at-left == 1 && strings.HasSuffix(l.lower(left), "ed") && !l.heading:
		return -6
	case l.has(at+1, numeral) && (w == "from" || w == "to"):
		return 0
	case l.opens(left) && !l.heading && l.has(left, plain) && at-left == 1:
		return -2
	case w == "to" && l.has(at+1, verb|plain):
		return 0
	case l.has(at+1, outlet):
		return -7
	case l.allPlain(left, at) && (l.allPlain(at+1, right) || l.has(at+1, location)), right == at+1 && l.allPlain(left, at):
		return 0
	case l.has(left, verb|pronoun):
		return 0
	case w == "is" || w == "it" || w == "about" || w == "are" || w == "like":
		return -2
	}
	return -3
}

// otherShape weighs that a stretch is the name of a body, a place or a prize.
func (l *line) otherShape(first, last int) int {
	if l.lower(first+1) == ":" && in("reviewing", l.lower(first)) {
		return never
	}
	if in("days", l.tokens[last-1].Lower) && l.has(last-2, possessive|people) {
		return 6
	}
	score := -1
	places := 0
	for i := first; i < last; i++ {
		k := l.kinds[i]
		switch {
		case k&(body|outlet|prize|people|calendar) != 0:
			score += 3
		case k&location != 0 && k&givenName == 0:
			places++
		}
		if l.has(first, body) {
			continue
		}
		if k&possessive != 0 || k&joins != 0 && k&capital == 0 && l.tokens[i].Lower != "of" && l.tokens[i].Lower != "the" && l.tokens[i].Lower != "for" {
			return never
		}
	}
	if places == last-first || l.isPlace(first, last) || l.isWar(first, last) {
		score += 6
	}
	return score
}

// isPlace reports whether a stretch is the name of a place, or one and an ordinary word:
// "New York City".
func (l *line) isPlace(first, last int) bool {
	if last-first > 3 || last-first < 2 || l.kinds[first]&(capital) == 0 {
		return false
	}
	two := foldWord(l.tokens[first].Lower) + " " + foldWord(l.tokens[first+1].Lower)
	return locations()[two] && (last-first == 2 || l.has(last-1, plain))
}
