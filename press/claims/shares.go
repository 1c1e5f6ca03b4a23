package claims

import (
	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// shares reads percentages and parts that no clause's frame has read: "women made up 17
// percent of directors", "of the editors, 27 per cent", "the share of women is 8 percent".
func (r *reader) shares() {
	for i := range r.Items {
		if r.class(i) == english.Share && !r.taken(i) {
			r.shareAt(i)
		}
	}
}

func (r *reader) shareAt(i int) {
	c := r.clauseAt(i)
	if c != nil && r.isUnreal(c) || r.isTakings(i) || r.class(i-1) == english.Ordinal {
		return
	}
	gender, near := r.genderBy(i)
	role := r.roleBy(i)
	lean := r.figure.at >= r.at-2
	if gender == "" && lean {
		gender = r.figure.gender
	}
	if role == "" && lean {
		role = r.figure.role
	}
	item := r.Items[i]
	if gender == "" || role == "" || item.Vague != "" && item.Vague != "ratio" && !near {
		return
	}
	w := nowhere
	if p := r.phraseOf(i); p != nil {
		w, _ = r.workOf(p)
	}
	if w.title == None && c != nil {
		w = r.workNear(c)
	}
	claim := r.claimOf(Share, r.fill(w, c))
	claim.Role, claim.Gender = role, gender
	r.number(&claim, Share, clause.Quantity{Item: i, Value: item.Value, Has: true})
	for k := i; k < len(r.Items) && k < i+6; k++ {
		if r.class(k) == english.Unit && claim.Unit == "" {
			claim.Unit = r.Items[k].Of[0]
		}
		if r.class(k) == english.Position && claim.Of == 0 {
			claim.Of = r.Items[k].Value
		}
	}
	r.among(&claim)
	first, last := i, i+1
	if p := r.phraseOf(i); p != nil {
		last = max(last, min(p.Last, i+8))
	}
	for k := last; k < len(r.Items) && k < i+14; k++ {
		if r.class(k) == english.Gender && r.breaks(i, k) == 0 && rolecall.Gender(r.Items[k].Of[0]) == gender {
			last = k + 1
		}
	}
	r.span(&claim, first, last)
	r.keep(claim)
	r.remember(claim)
}

// takings are words for what percentages are of when they are of nobody's job.
var takings = wordSet("viewers audience audiences ratings box office score rating gross budget budgets tickets profits revenue reviews critics voters members turnout fresh rotten approval increase rise drop fall sales")

func (r *reader) isTakings(i int) bool {
	for k := max(0, i-4); k < min(len(r.Items), i+5); k++ {
		if takings[r.word(k)] {
			return true
		}
	}
	return false
}

// genderBy is the gender named nearest to an item in its sentence, and whether its own
// clause names it.
func (r *reader) genderBy(at int) (rolecall.Gender, bool) {
	best, distance := rolecall.Gender(""), 1000
	for i, item := range r.Items {
		if d := abs(i-at) + 6*r.breaks(i, at); item.Class == english.Gender && d < distance {
			best, distance = rolecall.Gender(item.Of[0]), d
		}
	}
	return best, distance < 9
}

// roleBy is the job named nearest to an item, what follows it before what precedes it.
func (r *reader) roleBy(at int) rolecall.Role {
	best, distance := rolecall.Role(""), 1000
	for i, item := range r.Items {
		if item.Class != english.Role && item.Class != english.Did && item.Class != english.Product && item.Class != english.Post {
			continue
		}
		if item.Class != english.Role && rolecall.Role(item.Of[0]) == Other {
			continue // "made", "story": of no job
		}
		d := abs(i-at) + 6*r.breaks(i, at)
		if i < at {
			d += 3
		}
		if d < distance {
			best, distance = rolecall.Role(item.Of[0]), d
		}
	}
	return best
}

// breaks is how many signs stand between two items.
func (r *reader) breaks(a, b int) int {
	n := 0
	for i := min(a, b); i < max(a, b); i++ {
		if w := r.word(i); w == "," || w == ";" || w == ":" || w == "(" {
			n++
		}
	}
	return n
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
