package claims

import (
	"rolecall/press/english"
)

var (
	movers  = wordSet("rose fell climbed slipped slip dropped grew increased decreased declined went jumped rise rises fall falls sank moved crept up down climbs drops grows declines shrank edged dipped")
	besides = wordSet("than against versus vs vs. compared compare")
	times   = wordSet("twice double triple doubled tripled halved thrice half quadrupled")
)

// compares reads two figures beside each other: "up from 16 percent", "rose from 24 to 31",
// "twice as many", "outnumber them by six to one".
func (r *reader) compares() {
	for i := range r.Items {
		switch {
		case r.isFigure(i) && r.word(i-1) == "from" && (movers[r.word(i-2)] || r.word(i+1) == "to" && r.isFigure(i+2)):
			at := i
			if r.word(i+1) == "to" && r.isFigure(i+2) {
				at = i + 2
			}
			r.compare(i-2, at)
		case r.isFigure(i) && r.word(i-1) == "to" && movers[r.word(i-2)]:
			r.compare(i-2, i)
		case r.isFigure(i) && (besides[r.word(i-1)] || besides[r.word(i-2)] && (r.word(i-1) == "with" || r.word(i-1) == "to" || r.word(i-1) == "the")):
			r.compare(i-1, i)
		case r.isFigure(i) && r.isEarlier(i):
			r.compare(i, i)
		case r.isFigure(i) && r.word(i+1) == "times" && (r.word(i+2) == "as" || r.word(i+2) == "more"):
			r.compare(i, i)
		case r.isFigure(i) && (r.word(i+1) == "more" || r.word(i+1) == "fewer") && r.word(i+2) == "than":
			r.compare(i, i)
		case r.word(i) == "outnumber" || r.word(i) == "outnumbered" || r.word(i) == "outnumbers":
			r.compare(i, r.figureAfter(i))
		case times[r.word(i)] && (r.word(i+1) == "as" || r.word(i+1) == "the" || r.word(i+1) == "that"):
			r.compare(i, -1)
		}
	}
}

// isEarlier reports whether a figure is that of an earlier time beside the one just read:
// "in 2018 it was 16", "a year ago it stood at 27".
func (r *reader) isEarlier(i int) bool {
	if r.figure.at < r.at-1 || r.figure.gender == "" || r.class(i+1) == english.Unit || r.class(i+1) == english.Role {
		return false
	}
	before := r.word(i - 1)
	if before != "was" && before != "at" && !(before == "just" && r.word(i-2) == "was") {
		return false
	}
	for k := 0; k < i; k++ {
		if r.word(k) == "ago" || r.word(k) == "last" && r.word(k+1) == "year" || r.word(k) == "previous" || r.class(k) == english.Year && r.word(k-1) == "in" && r.word(k+1) == "it" {
			return true
		}
	}
	return false
}

func (r *reader) isFigure(i int) bool {
	if i < 0 || i >= len(r.Items) {
		return false
	}
	c := r.class(i)
	return c == english.Share || c == english.Number && r.Items[i].Vague == ""
}

func (r *reader) figureAfter(i int) int {
	for k := i + 1; k < min(len(r.Items), i+8); k++ {
		if r.isFigure(k) {
			return k
		}
	}
	return -1
}

// compare makes the claim of a comparison at an item, with the figure at another; -1 where
// its word is the figure.
func (r *reader) compare(first, at int) {
	gender, _ := r.genderBy(max(at, first))
	role := r.roleBy(max(at, first))
	lean := r.figure.at >= r.at-2
	if gender == "" && lean {
		gender = r.figure.gender
	}
	if role == "" && lean {
		role = r.figure.role
	}
	if gender == "" || role == "" && !lean || at >= 0 && r.isTakings(at) {
		return
	}
	c := Claim{Kind: Compare, Title: None, Person: None, Role: role, Gender: gender, item: at}
	if at >= 0 {
		c.Value, c.HasValue, c.Bound = r.Items[at].Value, true, r.Items[at].Approx
	} else {
		c.Value, c.HasValue, c.item = 2, true, first
	}
	if lean && r.figure.title != None {
		c.Title, c.Seasons = r.figure.title, r.figure.seasons
	}
	if clause := r.clauseAt(max(first, 0)); clause != nil && r.isUnreal(clause) {
		return
	}
	for k := first; k >= 0 && k <= at; k++ {
		if r.isFigure(k) {
			c.items = append(c.items, k)
		}
	}
	if c.Title == None {
		c.Among = AmongStudied
	}
	r.span(&c, max(first, 0), max(at, first)+1)
	r.keep(c)
}
