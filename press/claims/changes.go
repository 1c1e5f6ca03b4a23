package claims

import (
	"rolecall"
	"rolecall/press/english"
)

// This file reads figures that stand beside another: of an earlier year, of the other
// gender, or the difference of the two.

var (
	movers  = wordSet("rose fell climbed slipped slip dropped grew increased decreased declined went jumped rise rises fall falls sank moved crept up down climbs drops grows declines shrank edged dipped rising falling climbing dropping shrunk shrink doubling increase decrease drop decline gain dip rising risen fallen grown climbed improved improving")
	besides = wordSet("than against versus vs vs. compared compare opposed")
	times   = wordSet("twice double triple doubled tripled halved thrice half quadrupled doubling treble trebled")
	// moreOf are words of what a difference is a difference of.
	differing = wordSet("points point percentage pp")
	backs     = wordSet("ago earlier before previously")
	spans     = wordSet("year years season seasons decade round edition survey report time")
	pasts     = wordSet("last previous preceding earlier first prior")
)

// comparison is the statement that a figure makes beside another, with the words that say
// so: "up from 16 percent", "fell by three points", "by six to one", "(2015: 4 percent)".
func (r *reader) comparison(i int) (statement, bool) {
	s := statement{kind: Compare, item: i, first: i, last: i + 1}
	if startsWithWord(r.word(i), "outnumber") && r.class(i) == english.Word && !r.hasRatioAfter(i) {
		return s, true
	}
	if r.isToEach(i) {
		s.last = i + 5
		return s, true
	}
	if r.isFactor(i) {
		s.last = min(i+3, len(r.Items))
		if k := i + 2; r.isFigure(k) && (r.word(i+1) == "the" || r.word(i+1) == "that") {
			s.item, s.last = k, k+1 // "double the 16 percent"
		}
		return s, true
	}
	if !r.isFigure(i) {
		return s, false
	}
	at := i - 1
	for hedges[r.word(at)] && r.class(at) == english.Word && !besides[r.word(at)] && r.word(at) != "up" {
		at--
	}
	if from, is := r.moved(i, at); is {
		s.first, s.items = from, r.figuresIn(from, i)
		if k := r.rangeEnd(i); k > 0 {
			s.item, s.items, s.last = k, append(s.items, i), k+1
		}
		return s, true
	}
	if r.taken(i) && !r.isBeside(i, at) && !r.isRatio(i) {
		return s, false
	}
	switch {
	case r.class(i) == english.Share && r.rangeEnd(i) > 0 && r.word(i-1) == "(":
		s.item, s.items, s.last = r.rangeEnd(i), []int{i}, r.rangeEnd(i)+1
	case r.isRatio(i):
		s.first, s.last = r.ratioBegin(i), i+3
		s.items = []int{i + 2}
	case r.isDifference(i):
		s.first, s.last = r.differenceBegin(i), i+2
		if differing[r.word(i+2)] {
			s.last++
		}
	case r.isBeside(i, at):
		s.first = min(at, i-1)
	case r.isTimes(i):
		s.last = i + 3
	case r.isMoreThan(i):
		s.last = i + 3
	case r.isOfEarlier(i, at):
		s.first, _ = r.piece(i)
		if r.word(s.first-1) == ":" && s.first > 2 {
			s.first = s.first - 2
		}
	default:
		return s, false
	}
	return s, true
}

// isMoreThan reads "85 more than last time", "131 more episodes than in 2016".
func (r *reader) isMoreThan(i int) bool {
	if w := r.word(i + 1); w != "more" && w != "fewer" {
		return false
	}
	switch r.class(i + 2) {
	case english.Unit, english.Role, english.Gender:
		return true
	}
	return r.word(i+2) == "than"
}

// isAdrift reports whether the figure right before a change in its sentence was not read, so
// that nothing says whose change it is.
func (r *reader) isAdrift(s statement) bool {
	for k := s.first - 1; k >= 0; k-- {
		if r.isFigure(k) && r.class(k) == english.Share {
			return !r.taken(k)
		}
	}
	return false
}

// hasRatioAfter reports whether a ratio stands behind "outnumber", which then holds it.
func (r *reader) hasRatioAfter(i int) bool {
	for k := i + 1; k < min(len(r.Items), i+9); k++ {
		if r.isRatio(k) {
			return true
		}
	}
	return false
}

// isToEach reads a ratio in people: "four men to each woman".
func (r *reader) isToEach(i int) bool {
	w := r.word(i + 3)
	return r.isFigure(i) && r.class(i+1) == english.Gender && (r.word(i+2) == "to" || r.word(i+2) == "for") && (w == "each" || w == "every" || w == "one") && r.class(i+4) == english.Gender
}

// isFactor reports whether a word says how many times as much: "twice as many", "half as
// many as in 2017", "more than double the 16 percent".
func (r *reader) isFactor(i int) bool {
	if !times[r.word(i)] || r.taken(i) {
		return false
	}
	switch r.word(i + 1) {
	case "as":
		return r.class(i) == english.Word || r.word(i+2) == "many" || r.word(i+2) == "likely" || r.word(i+2) == "high"
	case "the", "that":
		return r.class(i) == english.Word && (r.isFigure(i+2) || r.class(i+2) == english.Role || r.class(i+2) == english.Gender || r.word(i+2) == "average" || r.word(i+3) == "average" || r.word(i+2) == "number" || proportions[r.word(i+2)] || r.word(i+2) == "of" && r.word(i+1) == "that")
	}
	return false
}

// moved reports whether a figure is where something rose from or fell to, and from which
// item on its words say so: "up slightly from 49.6", "climbed from 24 to 31", "fell back to
// 8".
func (r *reader) moved(i, at int) (int, bool) {
	prep := r.word(at)
	if prep == "by" && differing[r.word(i+1)] {
		prep = "to"
	}
	if prep != "from" && prep != "to" || r.isCountedOther(i) {
		return 0, false
	}
	for k := at - 1; k >= max(0, at-6) && !r.isSign(k); k-- {
		if movers[r.word(k)] && r.class(k) == english.Word {
			return k, true
		}
	}
	return at, prep == "from" && r.rangeEnd(i) > 0 && at > 0
}

// rangeEnd is the second figure of "from 24 to 31", "24% in 1998 to 27%"; 0 where none follows.
func (r *reader) rangeEnd(i int) int {
	k := i + 1
	if r.word(k) == "in" && r.class(k+1) == english.Year {
		k += 2
	}
	if r.word(k) == "to" && r.isFigure(k+1) && (r.class(k+1) != english.Number || r.Items[k+1].Value != 1) {
		return k + 1
	}
	return 0
}

// isSign reports whether an item is a sign that parts a sentence.
func (r *reader) isSign(i int) bool {
	switch r.word(i) {
	case ",", ";", ":", "(", ")", "–", "—":
		return true
	}
	return false
}

// isCountedOther reports whether a number counts something that is no job and no work:
// "rose from three weeks".
func (r *reader) isCountedOther(i int) bool {
	if r.class(i) == english.Number && differing[r.word(i+1)] {
		return false
	}
	return !r.isOfPeopleOrWorks(i)
}

// isRatio reads "four to one", "by three to one".
func (r *reader) isRatio(i int) bool {
	return r.class(i) == english.Number && r.word(i+1) == "to" && r.class(i+2) == english.Number && r.Items[i+2].Value == 1
}

func (r *reader) ratioBegin(i int) int {
	for k := i - 1; k >= max(0, i-9); k-- {
		if startsWithWord(r.word(k), "outnumber") {
			return k
		}
	}
	first, _ := r.piece(i)
	return first
}

// isDifference reads "two points higher", "nineteen points fewer", "an increase of 5 percentage
// points", "by two points".
func (r *reader) isDifference(i int) bool {
	k := i + 1
	if !differing[r.word(k)] {
		return false
	}
	if differing[r.word(k+1)] {
		k++
	}
	switch w := r.word(k + 1); {
	case w == "more" || w == "fewer" || w == "less" || w == "higher" || w == "lower" || w == "up" || w == "down":
		return true
	}
	at := i - 1
	for hedges[r.word(at)] {
		at--
	}
	return r.word(at) == "by" && !awarded[r.word(k+1)] || r.word(at) == "of" && movers[r.word(at-1)]
}

// awarded follow points that are won or lost.
var awarded = wordSet("clear ahead behind adrift")

func (r *reader) differenceBegin(i int) int {
	for k := i - 1; k >= max(0, i-7) && !r.isSign(k); k-- {
		if movers[r.word(k)] || startsWithWord(r.word(k), "beat", "exceed") {
			return k
		}
	}
	return i
}

// isBeside reads "than 16 percent", "against 32", "compared with 19 percent".
func (r *reader) isBeside(i, at int) bool {
	if r.isCountedOther(i) {
		return false
	}
	w := r.word(at)
	if besides[w] {
		return w != "than" || !r.isBound(at)
	}
	return (w == "with" || w == "to") && besides[r.word(at-1)]
}

// isBound reports whether "than" belongs to the bound of a figure: "more than 16 percent".
func (r *reader) isBound(than int) bool {
	w := r.word(than - 1)
	return w == "more" || w == "less" || w == "fewer"
}

// isTimes reads "three times as many", "1.6 times as likely", "three times likelier".
func (r *reader) isTimes(i int) bool {
	if r.word(i+1) != "times" || r.class(i) != english.Number {
		return false
	}
	switch w := r.word(i + 2); w {
	case "as":
		return r.word(i+3) == "many" || r.word(i+3) == "likely"
	case "more", "likelier":
		return true
	}
	return false
}

// isOfEarlier reads the figure of an earlier time: "in 2018 it was 16", "a year ago it stood
// at 27", "(2015: 4 percent)", "where last year it was half".
func (r *reader) isOfEarlier(i, at int) bool {
	if !r.isCarried() && len(r.here) == 0 || !r.endsFigure(i+1) {
		return false
	}
	if r.word(at) == ":" && r.class(at-1) == english.Year && (r.word(at-2) == "(" || r.word(at-2) == ",") {
		return true
	}
	w := r.word(at)
	if w != "was" && w != "were" && !(w == "at" && (r.word(at-1) == "stood" || r.word(at-1) == "was")) {
		return false
	}
	it := false
	first, _ := r.piece(at)
	for k := first; k < at; k++ {
		it = it || r.word(k) == "it" || proportions[r.word(k)] || r.word(k) == "figures" || r.word(k) == "number" || r.word(k) == "that"
	}
	return it && r.isPast(first, at)
}

// isPast reports whether words speak of an earlier time.
func (r *reader) isPast(first, last int) bool {
	if first > 1 && r.isSign(first-1) {
		first, _ = r.piece(first - 2)
	}
	for k := first; k < last; k++ {
		w := r.word(k)
		if backs[w] || spans[r.word(k+1)] && pasts[w] || r.class(k) == english.Year && r.word(k-1) == "in" || r.class(k) == english.Season && r.Items[k].Relative == "last" {
			return true
		}
	}
	return false
}

func (r *reader) figuresIn(first, last int) []int {
	var all []int
	for k := max(first, 0); k < last; k++ {
		if r.isFigure(k) {
			all = append(all, k)
		}
	}
	return all
}

// compare makes the claim of a comparison. Of whom it is, the sentence says or the figure
// before it.
func (r *reader) compare(s statement) {
	gender, near := r.genderBy(s.item)
	role := r.roleBy(s.item)
	f := r.leaning()
	if g := r.leaningGender(); g != "" && (gender == "" || !near) {
		gender = g
	}
	if role == "" {
		role = f.role
	}
	if k := r.ratioBegin(s.item); startsWithWord(r.word(k), "outnumber") {
		if g := r.genderBefore(k); g != "" {
			gender = g
		}
	}
	if own := r.roleAtBracket(s.first); own != "" {
		role = own
	}
	if r.isAdrift(s) || r.isOfEthnic(s.item) || r.class(s.item) == english.Number && r.Items[s.item].Value > 100 && f.kind == Share {
		return
	}
	if gender == "" && r.figure.at < r.at-1 || role == "" {
		return
	}
	c := Claim{Kind: Compare, Title: None, Person: None, Role: role, Gender: gender, item: s.item, items: s.items}
	switch {
	case r.isFigure(s.item):
		c.Value, c.HasValue, c.Bound = r.Items[s.item].Value, true, r.Items[s.item].Approx
	case times[r.word(s.item)]:
		c.Value, c.HasValue = 2, true
	}
	if f.role != "" && f.title != None {
		c.Title, c.Seasons = f.title, f.seasons
	} else {
		c.Among = AmongStudied
	}
	r.span(&c, s.first, s.last)
	r.keep(c)
	if gender != "" {
		c.Kind = Share
		r.remember(c)
	}
}

// genderBefore is the last gender named before an item; empty where none is.
func (r *reader) genderBefore(at int) rolecall.Gender {
	for k := at - 1; k >= 0; k-- {
		if r.class(k) == english.Gender {
			return rolecall.Gender(r.Items[k].Of[0])
		}
	}
	return ""
}
