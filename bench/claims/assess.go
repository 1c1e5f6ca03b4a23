package main

import (
	"cmp"
	"slices"
)

// fate is what became of a find.
type fate string

// The fates. A find that says less than a label, or the same again, is neither right
// nor wrong.
const (
	right  fate = "right"
	weaker fate = "weaker"
	again  fate = "again"
	wrong  fate = "wrong"
)

func fates() []fate { return []fate{right, wrong, weaker, again} }

// assessment is what was found in one text beside what is labelled there.
type assessment struct {
	text          text
	labels, finds []statement
	// fates are those of the finds, matched the find of each label that has one.
	fates   []fate
	matched map[int]int
}

// assess compares the finds of a text with its labels.
func assess(t text, finds []statement) assessment {
	a := assessment{text: t, labels: t.Claims, finds: finds, matched: make(map[int]int)}
	for i := range a.labels {
		a.labels[i].places = occurrences(t.Text, a.labels[i].Quote)
	}
	fits := make([][]fit, len(a.labels))
	choices := make([][]int, len(a.labels))
	for i, label := range a.labels {
		fits[i] = make([]fit, len(finds))
		for j, find := range finds {
			fits[i][j] = rule{}.of(label, find)
			if fits[i][j] == same {
				choices[i] = append(choices[i], j)
			}
		}
		slices.SortStableFunc(choices[i], func(j, k int) int { return a.closer(i, j, k) })
	}
	labelOf := matching(choices, a.requiredFirst())
	for j := range finds {
		label, is := labelOf[j]
		if is {
			a.matched[label] = j
		}
		a.fates = append(a.fates, fateOf(is, fits, j))
	}
	return a
}

// fateOf is the fate of find j.
func fateOf(isMatched bool, fits [][]fit, j int) fate {
	has := func(how fit) bool { return slices.ContainsFunc(fits, func(of []fit) bool { return of[j] == how }) }
	switch {
	case isMatched:
		return right
	case has(less):
		return weaker
	case has(same):
		return again
	}
	return wrong
}

// closer orders two finds for a label: of its kind first, then by how much they share.
func (a assessment) closer(label, j, k int) int {
	l := a.labels[label]
	if x, y := l.Kind == a.finds[j].Kind, l.Kind == a.finds[k].Kind; x != y {
		if x {
			return -1
		}
		return 1
	}
	return cmp.Compare(l.shared(a.finds[k]), l.shared(a.finds[j]))
}

// requiredFirst is the order in which labels choose: optional ones take what is left.
func (a assessment) requiredFirst() []int {
	var required, others []int
	for i, l := range a.labels {
		if l.optional() {
			others = append(others, i)
		} else {
			required = append(required, i)
		}
	}
	return append(required, others...)
}
