package mention

import (
	"strings"

	"rolecall"
	"rolecall/press/english"
)

// around is a stretch of a line with what stands before and after it.
type around struct {
	*line
	first, last int
}

// said is what the words around a name say of it.
type said struct {
	points
	years  []int
	series bool
	film   bool
	// owns says that another name follows its possessive: what stands before then speaks
	// of that one.
	owns bool
}

// bound leaves out what stands before a name and speaks of the one that it owns.
func (s said) bound(before said) said {
	if s.owns {
		before.title = min(before.title, 0)
	}
	s.add(before)
	return s
}

func (s *said) add(o said) {
	s.points.add(o.points)
	s.years = append(s.years, o.years...)
	s.series = s.series || o.series
	s.film = s.film || o.film
	s.owns = s.owns || o.owns
}

// kind is what the words around a name call it.
func (s said) kind() rolecall.Kind {
	switch {
	case s.series && !s.film:
		return rolecall.Series
	case s.film && !s.series:
		return rolecall.Film
	}
	return ""
}

// before is a word before the name, 1 for the nearest, quotation marks left out.
func (a around) before(n int) string { return a.lower(a.at(n)) }

func (a around) after(n int) string { return a.lower(a.behind() + n - 1) }

// behind is the place after the name and what closes its quotation.
func (a around) behind() int {
	i := a.last
	for i < len(a.tokens) && (a.tokens[i].Text == `"` || a.tokens[i].Text == "'" || a.tokens[i].Text == "," && i+1 < len(a.tokens) && a.tokens[i+1].Text == `"` && !a.tokens[i+1].Spaced) {
		i++
	}
	return i
}

// at is the place of a word before the name, as before counts them.
func (a around) at(n int) int {
	i := a.first - 1
	for i >= 0 && (a.tokens[i].Text == `"` || a.tokens[i].Text == "'") {
		i--
	}
	return i - n + 1
}

// saysBefore reports whether one of the few words before a name is of a list.
func (a around) saysBefore(list string, most int) bool {
	for n := 1; n <= most; n++ {
		if in(list, a.before(n)) {
			return true
		}
	}
	return false
}

// winsPrize reports whether what follows "won" is a prize, which titles win as people do.
func (a around) winsPrize() bool {
	for n := 2; n < 6; n++ {
		if a.has(a.behind()+n-1, prize) || in("prizes", a.after(n)) {
			return true
		}
	}
	return false
}

// in reports whether a word is of a list.
func in(list, word string) bool { return lists[list][word] }

// sayBefore weighs what stands before a name.
func (l *line) sayBefore(first int) said {
	a := around{line: l, first: first, last: first}
	var s said
	if l.people && first >= l.labelled && !l.has(first-1, capital) {
		s.person += 4
	}
	b1, b2, b3 := a.before(1), a.before(2), a.before(3)
	series := b1 == "series" || b1 == "drama" || b1 == "sitcom" || b1 == "show" || b1 == "miniseries"
	switch {
	case b1 == "named" || b1 == "called" || b1 == "nicknamed":
		if s.title = -2; in("works", b2) || in("works", b3) || in("worksafter", b2) {
			s.title = 4
		}
	case in("works", b1):
		s.title, s.film, s.series = 4, b1 == "film" || b1 == "movie", series && b1 != "drama" && b1 != "show"
		if english.IsYear(b2) {
			s.years = []int{english.YearOf(b2)}
		}
	case in("roles", b1), b1 == "," && in("roles", b2) && b3 == "the", b1 == "old" && b2 == "year", a.isPredicateOfJob():
		s.person = 4
	case in("honorifics", b1):
		s.person = 3
	case a.isPredicateOfWork():
		s.title = 4
	case b1 == "by":
		s.person = 3
		if in("followed", b2) {
			s.person = 1
		}
	case (b1 == "include" || b1 == "includes" || b1 == "including") && a.saysBefore("filmographies", 6):
		s.title = 4
	case in("starring", b1):
		s.person = 3
	case b1 == "of" && (b2 == "fans" || b2 == "fan"):
		s.title = 2
	case b1 == "of" && b2 == "stars" && (b3 == "made" || b3 == "make"):
		s.person = 3
	case b1 == "of" && in("countedwords", b3) && (in("numbers", b2) || b2 == "one" || l.has(a.at(2), numeral)):
		s.title, s.series = 5, true
	case b1 == "of" && b2 == "series" && b3 == "a": // a number of them
	case b1 == "of" && (in("partsof", b2) || english.IsOrdinal(b2) || english.IsJobWord(b2)):
		if s.title = 4; l.has(first, location) && in("makers", strings.TrimSuffix(b2, "s")) {
			s.title = 5
		}
		if s.series = b2 == "season" || b2 == "seasons" || b2 == "series" || b2 == "episode" || b2 == "episodes" || b2 == "finale" || b2 == "pilot"; s.series {
			s.title = 5
		}
	case b1 == "of" && (b2 == "," || b2 == "once" || b2 == "late"):
		s.title = 3
	case b1 == "of" && (in("numbers", b2) || b2 == "most" || b2 == "half" || b2 == "rest"):
		s.title = 3
	case b1 == "from" && first > 1 && l.isPersonlike(l.pieceBefore(max(0, first-6), first-1), first-1) && !l.has(first, location):
		s.title = 3
	case b1 == "in" && !l.has(first, location|calendar|outlet) && !l.has(first+1, capital):
		s.title = 2
		if in("ofwork", b2) || in("ofwork", b3) || a.isPlayedIn() {
			s.title = 3
		}
	case b1 == "on" && in("shown", b2):
		s.title, s.other = -3, 2 // a channel
	case b1 == "in" || b1 == "on" || b1 == "for" || b1 == "from" || b1 == "behind":
		s.title = 1
		if in("ofwork", b2) || in("ofwork", b3) || b1 == "for" && (b2 == "written" || b2 == "wrote" || b2 == "writing") {
			s.title = 3
		}
	case (b1 == "is" || b1 == "are") && (b2 == "who" && !l.has(a.at(2), capital) || first > 1 && l.isPersonlike(l.pieceBefore(max(0, first-6), first-1), first-1)) && l.has(first, givenName):
		s.character = 3
	case b1 == "as" && (b2 == "such" || b2 == "known" || b2 == "well" || b2 == "same"):
	case b1 == "as" || in("impersonating", b1) || b1 == "of" && (b2 == "role" || b2 == "part"):
		s.character = 3
	case english.IsVerbOfMaking(b1) && b1 != "ran" && b1 != "runs" && b1 != "shot" && b1 != "made" && b1 != "directs" && b1 != "directed" && b1 != "directing" && b1 != "direct":
		if s.title = 4; l.has(first, location) {
			s.title = 5 // nobody creates a place
		}
	case english.IsVerbOfMaking(b1) && b1 != "ran", b1 == "shot" || b1 == "made" || b1 == "makes" || b1 == "making" || b1 == "make" || b1 == "cut" || b1 == "lit" || b1 == "scored" || b1 == "brought" || b1 == "did" || b1 == "on-screen" || b1 == "co-wrote" || b1 == "co-created" || b1 == "ran":
		if s.title = 3; b1 == "ran" && l.has(first, location) {
			s.title = 0
		}
	case in("starringverbs", b1):
		s.person = 2
	case b1 == "with" && first > 1 && l.isPersonlike(l.pieceBefore(max(0, first-6), first-1), first-1):
		s.title = 3
	case b1 == "with" && a.comesWithWork():
		s.title = 3
	case b1 == "with":
		s.person = 1
	case b1 == "came" || b1 == "comes":
		s.title = 3
	case b1 == "without" || b1 == "before" || b1 == "since" || b1 == "until" || b1 == "after":
		s.title = 2
		if l.opens(a.at(1)) && (b1 == "after" || b1 == "before" || b1 == "since") {
			s.title = 3
		}
	case in("seeing", b1):
		s.title = 3
	case b1 == "'s" && l.has(l.beforePossessive(first), capital) || b1 == "its" || b1 == "her" || b1 == "his" || b1 == "whose" || b1 == "their":
		s.title = 2
		switch at := l.beforePossessive(first); {
		case b1 == "'s" && !l.has(at, outlet) && l.has(first, givenName) && l.has(first+1, capital) && l.isPersonlike(l.pieceBefore(max(0, at-3), at+1), at+1):
			s.character = 3
		case b1 == "'s" && !l.has(at, outlet) && l.has(first, givenName) && l.has(first+1, capital):
			s.title = 0
		case b1 == "'s" && l.has(at, outlet):
			s.title = 4
		case b1 == "'s" && l.has(at, plain) && !l.has(at, outlet|givenName) && !l.has(at-1, capital):
			s.title = 1
		case b1 == "'s" || b1 == "whose":
			s.title = 3
		}
	case b1 == "," && in("preparing", l.lower(0)) && !l.isPersonlike(first, l.pieceAfter(first-1, min(len(l.tokens), first+5))):
		s.title = 3
	case b1 == "than":
		s.title = 1
	case b1 == "a" || b1 == "an" || b1 == "the" || b1 == "this" || b1 == "these" || b1 == "those":
		s.title, s.person, s.other = -2, -2, 1
	case b1 == "(" && l.isPersonlike(l.pieceBefore(max(0, first-6), first-1), first-1) && !l.has(first, outlet):
		s.title = 3
	}
	return s
}

// personFrom reports whether somebody's name begins at the nth word behind.
func (a around) personFrom(n int) bool {
	at := a.behind() + n - 1
	return a.has(at, capital) && a.isPersonlike(at, a.pieceAfter(at-1, min(len(a.tokens), at+5)))
}

// isCounted reports whether the nth word behind is a number.
func (a around) isCounted(n int) bool {
	return a.isNumber(a.behind()+n-1) || isNumberWord(a.after(n))
}

// isDated reports whether the nth word behind is of a date.
func (a around) isDated(n int) bool {
	at := a.behind() + n - 1
	return a.has(at, calendar) || english.IsYear(a.lower(at)) || a.isNumber(at) && a.has(at+1, calendar)
}

// comesWithWork reports whether "with" before a name is that of who brings a work: "came back
// with", "followed it with".
func (a around) comesWithWork() bool {
	if a.isPersonlike(a.first, a.pieceAfter(a.first-1, min(len(a.tokens), a.first+5))) {
		return false
	}
	switch b2, b3 := a.before(2), a.before(3); {
	case in("arriving", b2):
		return true
	case b2 == "back", b2 == "again":
		return in("arriving", b3) || b3 == "is" || b3 == "was"
	case b2 == "it" || b2 == "this" || b2 == "that":
		return b3 == "followed" || b3 == "follows" || b3 == "follow"
	}
	return false
}

// isPredicateOfWork reports whether a name follows "is" and the subject is somebody's work:
// "Her last film was", "The second of these is".
func (a around) isPredicateOfWork() bool {
	if b1 := a.before(1); b1 != "is" && b1 != "was" && b1 != "were" && b1 != "are" {
		return false
	}
	owned := false
	for i := a.at(2); i >= 0 && i > a.at(2)-mostJob; i-- {
		switch word := a.lower(i); {
		case word == "her" || word == "his" || word == "their" || word == "'s" || word == "the" || word == "my" || word == "whose":
			for k := i + 1; k <= a.at(2); k++ {
				if a.has(k, capital) {
					return false
				}
				owned = owned || in("works", a.lower(k)) || in("worksafter", a.lower(k)) || english.IsOrdinal(a.lower(k)) || a.lower(k) == "best"
			}
			return owned
		case a.has(i, capital|verb) || !a.tokens[i].IsWord():
			return false
		}
	}
	return false
}

// isPlayedIn reports whether the words before "in" and a name say whom somebody plays there.
func (a around) isPlayedIn() bool {
	for i := a.at(2); i > 0 && i > a.at(2)-mostJob; i-- {
		switch word := a.lower(i); {
		case in("impersonating", word):
			return true
		case (word == "is" || word == "was" || word == "as") && a.has(i-1, capital) && a.isPersonlike(a.pieceBefore(max(0, i-4), i), i):
			return true
		case !a.tokens[i].IsWord():
			return false
		}
	}
	return false
}

// isPredicateOfJob reports whether a name follows "is" or "are" and the subject is a job, of
// somebody or something: "The producer of Doctor Who is", "Executive producers include".
func (a around) isPredicateOfJob() bool {
	if b1 := a.before(1); b1 != "is" && b1 != "was" && b1 != "are" && b1 != "were" && b1 != "include" && b1 != "includes" {
		return false
	}
	for i := a.at(2); i >= 0 && i > a.at(2)-mostJob; i-- {
		switch word := a.lower(i); {
		case word == "cast" || word == "ensemble" || word == "line-up":
			return true
		case in("roles", word):
			return !a.has(i, capital) || a.opens(i) || a.opens(i-1)
		case a.has(i, verb) || a.tokens[i].Text == "," || a.tokens[i].Text == "." || a.tokens[i].Text == ";" || a.tokens[i].Text == ":" || a.tokens[i].Text == ")":
			return false
		}
	}
	return false
}

// mostJob is how many words before its verb a job may stand.
const mostJob = 7

// beforePossessive is the token before the possessive that a name follows.
func (l *line) beforePossessive(first int) int {
	i := first - 1
	for i >= 0 && (l.tokens[i].Text == `"` || l.tokens[i].Text == "'" || l.tokens[i].Text == "'s") {
		i--
	}
	return i
}

// sayAfter weighs what stands after a name.
func (l *line) sayAfter(last int) said {
	a := around{line: l, first: last, last: last}
	var s said
	n1, n2 := a.after(1), a.after(2)
	switch {
	case n1 == "'s", n1 == "'" && a.last < len(l.tokens) && !l.tokens[a.last].Spaced && l.tokens[a.last].Text == "'" && a.behind() > a.last:
		return a.sayPossessive()
	case n1 == "season" || n1 == "seasons" || n1 == "2.0" || n1 == "series" && english.IsYear(n2):
		s.title, s.series = 5, true
	case (n1 == "," || n1 == ":" || n1 == "-" || n1 == "–") && (n2 == "season" || n2 == "series") && a.isCounted(3):
		s.title, s.series = 5, true
	case n1 == "(":
		return a.sayBracket()
	case n1 == ":" || n1 == "]":
	case in("speech", n1), n1 == "," && (n2 == "said" || n2 == "says"):
		s.person = 4
	case n1 == "who", n1 == "," && n2 == "who":
		s.person = 4
	case n1 == "," && n2 == "whose" && in("ofwhole", a.after(3)):
		s.title = 3
	case n1 == "whose" || n1 == "," && n2 == "whose":
		s.person, s.title = 1, 1
	case n1 == "," && n2 == "with" && a.personFrom(3):
		s.title = 3
	case (n1 == "came" || n1 == "comes" || n1 == "is" || n1 == "was") && n2 == "out" && a.after(3) == "in":
		s.title = 4
	case in("tellsof", n1) && in("determiners", n2):
		s.title = 4
	case (n1 == "stars" || n1 == "starred") && a.personFrom(2):
		s.title = 4
	case in("showing", n1) && (n2 == "in" || n2 == "on") && a.isDated(3):
		s.title = 4
	case n1 == "," && (n2 == "which" || n2 == "about"):
		s.title = 3
	case n1 == "which" || n1 == "about":
		s.title = 2
	case n1 == "as":
		s.person = 2
	case n1 == "'ll" || n1 == "himself" || n1 == "herself":
		s.person = 3
	case (n1 == "is" || n1 == "was" || n1 == "isn't" || n1 == "are" || n1 == "were" || n1 == "has" || n1 == "had" || n1 == "will"):
		return a.sayBeing(n1)
	case in("titledoes", n1) && in("persondoes", n1):
		s.person, s.title = 1, 1
	case n1 == "premiered" || n1 == "premieres" || n1 == "aired" || n1 == "airs" || n1 == "grossed" || n1 == "streams":
		s.title = 4
	case n1 == "won" && a.winsPrize():
		s.person, s.title = 1, 1
	case in("titledoes", n1):
		s.title = 2
		if a.makesSoon(3) {
			s.title = 1
		}
	case n2 == "by" && english.IsVerbOfMaking(n1):
		s.title = 3
	case in("persondoes", n1), english.IsVerbOfMaking(n1):
		s.person = 3
	case n1 == "by":
		if s.title = 2; a.isPersonlike(a.behind()+1, a.pieceAfter(a.behind(), min(len(a.tokens), a.behind()+5))) {
			s.title = 3
		}
	case (n1 == "on" || n1 == "for") && a.has(a.behind()+1, outlet):
		s.title = 3
	case n1 == "for" && a.isPersonlike(a.behind()+1, a.pieceAfter(a.behind(), min(len(a.tokens), a.behind()+5))):
		s.title = 2
	case n1 == "among" && (n2 == "them" || n2 == "hers" || n2 == "his" || n2 == "others"):
		s.title = 3
	case n1 == "films" && a.has(a.behind()+1, capital):
		s.person = 2
	case n1 == "films" || n1 == "movies":
		if s.title = 2; a.has(last-2, capital) {
			s.title = 4
		}
	case n1 == "fans":
		s.title = 2
	case n1 == "character" || n1 == "characters":
		s.title = -2
	case in("worksafter", n1):
		s.title = 4
	case in("peopledo", n1):
		s.title = -2
	case in("roles", n1) && !in("works", n1):
		if s.title = 1; a.isPersonlike(a.behind()+1, a.pieceAfter(a.behind(), min(len(a.tokens), a.behind()+5))) {
			s.title = 3 // "Northfold creator Ann Lee"
		}
	case n1 == ",":
		return a.sayApposition()
	case english.IsYear(n1) && n2 != "film":
		s.title = 1
	case n1 == "and" || n1 == "&":
	}
	return s
}

func (a around) sayPossessive() said {
	var s said
	if a.has(a.behind()+1, capital) && a.last == a.behind() {
		s.person, s.owns = 1, true
		if at := a.behind() + 1; !a.isPersonlike(a.pieceBefore(max(0, a.last-4), a.last), a.last) && a.isPersonlike(at, a.pieceAfter(at-1, min(len(a.tokens), at+5))) {
			s.title, s.person, s.owns = 3, 0, false
		}
		return s
	}
	n2, n3 := a.after(2), a.after(3)
	switch {
	case in("partsafter", n2):
		s.title, s.series = 3, n2 == "season" || n2 == "seasons" || n2 == "finale" || n2 == "pilot" || in("season", n3) || n3 == "season" || n3 == "episodes" || n3 == "seasons"
		if !s.series {
			s.title = 2
			if n2 == "creator" || n2 == "creators" || n2 == "showrunner" || n2 == "showrunners" {
				s.title = 4
			}
			if n3 == "," && in("makers", n2) && a.personFrom(4) || n2 == "star" && n3 == "," && a.personFrom(4) {
				s.title = 4
			}
			if n2 == "first" || n2 == "debut" || n2 == "new" || n2 == "latest" || n2 == "second" || n2 == "third" || n2 == "last" || n2 == "own" {
				s.title, s.person = 1, 1
			}
		}
		if in("ofpeople", n3) {
			s = said{points: points{person: 2}}
		}
	case in("ofpeople", n2) || in("ofpeople", n3):
		s.person = 2
	default:
		s.person = 1
	}
	return s
}

// sayBracket reads what opens in brackets after a name.
func (a around) sayBracket() said {
	var s said
	at := a.behind()
	if at+3 < len(a.tokens) && a.isPersonlike(at+1, a.pieceAfter(at, len(a.tokens))) && !a.has(at-1, givenName) {
		s.title = 2
	}
	for i := at + 1; i < len(a.tokens) && i < at+12 && a.tokens[i].Text != ")"; i++ {
		t := a.tokens[i]
		switch {
		case english.IsYear(t.Text) && !a.has(i-1, capital):
			s.title = 5
			s.years = append(s.years, english.YearOf(t.Text))
		case t.Lower == "film" || t.Lower == "movie" || t.Lower == "feature" || t.Lower == "documentary":
			s.title, s.film = 5, true
		case t.Lower == "series" || t.Lower == "miniseries" || t.Lower == "season" || t.Lower == "episodes":
			s.title, s.series = 5, true
		case i == at+1 && (a.has(i, outlet) || in("outletparts", t.Lower) || english.IsVerbOfMaking(t.Lower) && a.lower(i+1) == "by"):
			s.title = 4
		}
	}
	return s
}

// sayBeing weighs "is a film", "was directed by", "is the director".
func (a around) sayBeing(being string) said {
	var s said
	next := a.after(2)
	if next == "not" || next == "also" || next == "still" || next == "itself" || next == "n't" {
		next = a.after(3)
	}
	if at := a.behind() + 1; a.has(at, capital) && a.lower(a.pieceAfter(at-1, min(len(a.tokens), at+6))) == "'s" {
		s.title = 3
		return s
	}
	switch {
	case next == "said" || next == "joined" || next == "best" || next == "joining" || next == "attached" || next == "offered" || next == "hired" || next == "asked" || next == "tapped" || next == "told" || next == "invited" || next == "honored" || next == "honoured":
		s.person = 2
	case next == "cancelled" || next == "canceled" || next == "renewed" || next == "released" || next == "directed" || next == "written" || next == "created" || next == "shot" || next == "made" || next == "based" || next == "adapted" || next == "cut":
		s.title = 3
		if after := a.after(3); (being == "is" || being == "was") && english.IsVerbOfMaking(next) && (after == "by" || (after == "," || after == "and") && english.IsVerbOfMaking(a.after(4))) {
			s.title = 5
		}
		if being == "had" || being == "has" {
			s = said{points: points{person: 3}}
		}
	case (being == "has" || being == "had") && (in("titledoes", next) || next == "its"):
		s.title = 3
	case next == "'s" || being == "has" || being == "had":
	case being == "will":
		if doing := a.after(3); next == "be" && strings.HasSuffix(doing, "ing") {
			s.person = 1
			if in("impersonating", doing) || in("starring", doing) || english.IsVerbOfMaking(doing) {
				s.person = 4
			}
		}
	default:
		for n := 2; n <= 7; n++ {
			w := a.after(n)
			switch {
			case w == "," || w == "." || w == ";" || in("stops", w) && !(w == "of" && a.after(n-1) == "one") || strings.HasSuffix(w, "ing"):
				return s
			case in("works", w), w == "season" || w == "episodes" || w == "remake" || w == "story" || w == "tale":
				s.title = 5
				return s
			case in("roles", w):
				s.person = 2
				return s
			}
		}
	}
	return s
}

// makesSoon reports whether a verb of making or a job follows within a few words:
// "Moonlight was not directed by".
func (a around) makesSoon(from int) bool {
	for n := from; n <= from+3; n++ {
		if w := a.after(n); english.IsVerbOfMaking(w) || english.IsJobWord(w) || w == "starring" {
			return true
		}
	}
	return false
}

// sayApposition weighs what follows a comma: "James Cameron, the director of",
// "Near Dark, from 1987".
func (a around) sayApposition() said {
	var s said
	n2, n3 := a.after(2), a.after(3)
	switch {
	case n2 == "from" && english.IsYear(n3):
		s.title, s.years = 3, []int{english.YearOf(n3)}
	case n2 == "in" && english.IsYear(n3):
		s.title = 2
	case n2 == "in" && n3 == "which":
		s.title = 4
	case (n2 == "on" || n2 == "for") && a.has(a.behind()+2, outlet):
		s.title = 3
	case n2 == "by" && a.has(a.behind()+2, capital), n2 == "directed" || n2 == "written" || n2 == "starring" || n2 == "created" || n2 == "led" || n2 == "released" || n2 == "based" || n2 == "adapted" || n2 == "shot":
		s.title = 3
	case english.IsYear(n2):
		s.title = 2
		s.years = append(s.years, english.YearOf(n2))
	case a.has(a.behind()+1, location) && !a.has(a.behind()+1, givenName):
		s.other, s.person = 3, -2
	case n2 == "a" || n2 == "the" || n2 == "an" || n2 == "its" || n2 == "their" || n2 == "his" || n2 == "her" || english.IsJobWord(n2):
		for n := 2; n <= 7; n++ {
			w := a.after(n)
			switch {
			case w == "," || w == "." || w == ";" || w == "of" || w == "who":
				return s
			case in("works", w):
				s.title, s.film, s.series = 3, w == "film" || w == "movie", w == "series" && a.after(n+1) != "'s" || w == "sitcom"
				return s
			case in("roles", w):
				s.person = 3
				return s
			}
		}
	case n2 == "about":
		s.title = 3
	}
	return s
}

// sayTogether weighs what only both sides of a name tell: "the Clueless director".
func (l *line) sayTogether(first, last int) said {
	var s said
	if l.lower(first-1) == "in" && l.opens(first-1) && l.lower(last) == "," && !l.has(first, location|calendar|numeral) {
		s.title = 2
	}
	if l.lower(first-1) == "the" && (in("roles", l.lower(last)) || in("worksafter", l.lower(last))) && !l.has(last, capital) {
		s.title = 4
	}
	return s
}
