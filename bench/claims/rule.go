package main

import (
	"regexp"
	"slices"
	"strings"
)

// fit is how well a find says what a label says.
type fit int

// The fits: it says something else; it says less ("five by X" read as a credit of X),
// which is neither right nor wrong; it says the same.
const (
	another fit = iota
	less
	same
)

// rule decides whether a find is a labelled claim.
type rule struct {
	// near is for saying in a list of misses what a label was taken for: neighbouring
	// kinds will do, and title, season and denial are not looked at.
	near bool
}

type kinds [2]string

// sayTheSame are kinds that say the same with other slots, neighbours those that are
// near enough to be a misreading of the other.
var (
	sayTheSame = []kinds{{"every", "count"}, {"share", "compare"}, {"rank", "every"}}
	neighbours = append([]kinds{{"every", "credit"}, {"count", "credit"}, {"rank", "credit"}, {"count", "episodes"}, {"every", "episodes"},
		{"count", "rank"}, {"every", "share"}, {"count", "share"}}, sayTheSame...)
)

// of is how well find says what label says.
func (r rule) of(label, find statement) fit {
	if label.shared(find) <= 0 {
		return another
	}
	how := r.byKind(label, find)
	switch {
	case how == another,
		label.Person != "" && find.Person != "" && surname(label.Person) != surname(find.Person),
		label.Kind == "credit" && find.Person == "",
		!rolesAgree(label.Role, find.Role),
		label.Gender != "" && find.Gender != "" && label.Gender != find.Gender && !mirrored(label, find),
		how == same && label.Kind == find.Kind && !sameValue(label, find),
		!r.near && !subjectsAgree(label, find):
		return another
	}
	return how
}

// byKind is how well the kinds allow it.
func (r rule) byKind(label, find statement) fit {
	allowed := sayTheSame
	if r.near {
		allowed = neighbours
	}
	whole := label.Kind == "every" || label.Kind == "count"
	switch {
	case label.Kind == find.Kind,
		slices.Contains(allowed, kinds{label.Kind, find.Kind}), slices.Contains(allowed, kinds{find.Kind, label.Kind}):
		return same
	case find.Kind == "credit" && (whole || label.Kind == "rank") && label.Person != "",
		find.Kind == "episodes" && whole && (sameNumber(find.Value, label.Value) || sameNumber(find.Value, label.Of)):
		return less
	}
	return another
}

// sameValue reports whether two claims of one kind state the same number. That of a credit
// is not looked at; "none" of an every is as good as its number; and a number that the
// label's words or note give beside its value will do.
func sameValue(label, find statement) bool {
	if label.Kind == "credit" || valuesAgree(label.Kind, label.Value, find.Value) {
		return true
	}
	n, is := number(find.Value)
	if label.Kind == "every" {
		m, labelled := number(label.Value)
		if is && n == 0 || labelled && m == 0 {
			return true
		}
	}
	return is && slices.Contains(beside(label), n)
}

var figure = regexp.MustCompile(`\d[\d,]*\.?\d*|[a-z]+`)

// beside are the numbers that a label's note and, of a comparison, its words give beside
// its value: "from 23.2", "18 films, 15 persons".
func beside(label statement) []float64 {
	text := strings.ToLower(label.Note)
	if label.Kind == "compare" {
		text += " " + strings.ToLower(label.Quote)
	}
	var all []float64
	for _, w := range figure.FindAllString(text, -1) {
		if n, is := number(strings.TrimRight(w, ".,")); is {
			all = append(all, n)
		}
	}
	return all
}

var (
	front = []string{"star", "cast"}
	// makers are what "X's film" and "from X" may mean.
	makers = []string{"director", "writer", "creator", "showrunner", "executive_producer", "producer"}
)

// rolesAgree reports whether two roles can be the same: one that is not said agrees
// with all, and "other", which a text leaves open, with those who make a film.
func rolesAgree(a, b string) bool {
	a, b = strings.ReplaceAll(a, " ", "_"), strings.ReplaceAll(b, " ", "_")
	switch {
	case a == "" || b == "" || a == b:
		return true
	case slices.Contains(front, a) && slices.Contains(front, b):
		return true
	case a == "other":
		return slices.Contains(makers, b)
	case b == "other":
		return slices.Contains(makers, a)
	}
	return false
}

// denies reports whether a claim says no, or none.
func denies(s statement) bool {
	n, is := number(s.Value)
	return s.Negated || (s.Kind == "every" || s.Kind == "count") && is && n == 0
}

// mirrored reports whether one says "no man" and the other "all women".
func mirrored(a, b statement) bool {
	return a.Kind == "every" && b.Kind == "every" && denies(a) != denies(b) &&
		(a.Gender == "woman" && b.Gender == "man" || a.Gender == "man" && b.Gender == "woman")
}

// ofNone are kinds that can be about no title, and are wrong if one is read into them.
var ofNone = []string{"share", "compare", "count", "every", "credit"}

// subjectsAgree reports whether two claims affirm or deny the same of the same title and
// season. A rank or comparison need not say of what title it is, as it is settled among
// others anyway; a season is wrong only where both state one.
func subjectsAgree(label, find statement) bool {
	unsaid := []string{"compare", "rank", "date"}
	if !slices.Contains(unsaid, label.Kind) && denies(label) != denies(find) && !mirrored(label, find) {
		return false
	}
	switch {
	case label.Title == "" && find.Title != "" && slices.Contains(ofNone, label.Kind):
		return false
	case label.Title != "" && find.Title == "" && label.Kind != "rank" && label.Kind != "compare":
		return false
	case label.Title != "" && find.Title != "" && !titlesAgree(label.Title, find.Title):
		return false
	}
	return label.Season == 0 || len(find.seasons) == 0 || slices.Contains(find.seasons, label.Season)
}

// notAsked are the words of a note that makes a label optional: right if found, no loss
// if not. No catalog of credits could settle such claims, or a text only implies them.
var notAsked = regexp.MustCompile(`borderline|needs|ethnicity|award|nationality|box-office|guild|renewal|source author|absent|comics|approximate|` +
	`untitled|title not named|no figure|vague|study sample|episodes in the study|implied|number of films|four persons, no titles|hearsay|` +
	`role left open|no credit role|presupposed|restates|remaining episodes|first night|name is in the sentence before|repeats the cast line|` +
	`tied record|production start|release pattern`)

// optional reports whether a label need not be found.
func (s statement) optional() bool { return notAsked.MatchString(s.Note) }
