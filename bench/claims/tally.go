package main

import (
	"cmp"
	"slices"

	"rolecall/press/claims"
	"rolecall/press/verdict"
)

// count is labels and finds of one kind. Recalled are the required labels that were
// found; right are the finds that say what a label says, required or not; found are
// all finds that are right or wrong.
type count struct {
	Labelled int `json:"labelled"`
	Recalled int `json:"recalled"`
	Found    int `json:"found"`
	Right    int `json:"right"`
}

func (c *count) add(d count) {
	c.Labelled, c.Recalled, c.Found, c.Right = c.Labelled+d.Labelled, c.Recalled+d.Recalled, c.Found+d.Found, c.Right+d.Right
}

func (c count) precision() float64 { return part(c.Right, c.Found) }
func (c count) recall() float64    { return part(c.Recalled, c.Labelled) }
func (c count) f1() float64        { return harmonic(c.precision(), c.recall()) }

func part(n, of int) float64 { return float64(n) / float64(cmp.Or(of, 1)) }

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// tally is what became of the labels and finds of a set.
type tally struct {
	texts, optional int
	kinds           map[claims.Kind]*count
	// readings are the finds by the verdict the program gave and their fate.
	readings map[verdict.Verdict]map[fate]int
	// byText is one count for each text.
	byText []count
	// seasons are the labels found that name a season, and those whose find does so.
	seasons, seasonsSaid int
	// verdicts are the labels found that say the verdict, and those that got it.
	verdicts, verdictsRight int
	causes                  causes
}

func newTally() *tally {
	return &tally{
		kinds: make(map[claims.Kind]*count), readings: make(map[verdict.Verdict]map[fate]int),
		causes: causes{missed: make(map[cause]int), wrong: make(map[cause]int)},
	}
}

func (t *tally) of(kind string) *count {
	k := claims.Kind(kind)
	if t.kinds[k] == nil {
		t.kinds[k] = &count{}
	}
	return t.kinds[k]
}

func (t *tally) all() count {
	var all count
	for _, c := range t.kinds {
		all.add(*c)
	}
	return all
}

// add counts a text.
func (t *tally) add(a assessment) {
	t.texts++
	one := newTally()
	for i, label := range a.labels {
		j, matched := a.matched[i]
		if !label.optional() {
			one.of(label.Kind).Labelled++
			if matched {
				one.of(label.Kind).Recalled++
			}
		} else if matched {
			t.optional++
		}
		if matched {
			t.slots(label, a.finds[j])
		}
	}
	for j, find := range a.finds {
		v := verdict.Verdict(find.Verdict)
		if t.readings[v] == nil {
			t.readings[v] = make(map[fate]int)
		}
		t.readings[v][a.fates[j]]++
		if a.fates[j] == right || a.fates[j] == wrong {
			one.of(find.Kind).Found++
		}
		if a.fates[j] == right {
			one.of(find.Kind).Right++
		}
	}
	for kind, c := range one.kinds {
		t.of(string(kind)).add(*c)
	}
	t.byText = append(t.byText, one.all())
}

func (t *tally) slots(label, find statement) {
	if label.Season != 0 {
		t.seasons++
		if len(find.seasons) > 0 {
			t.seasonsSaid++
		}
	}
	if label.Verdict != "" {
		t.verdicts++
		if label.Verdict == find.Verdict {
			t.verdictsRight++
		}
	}
}

// means are the mean precision and recall of texts, each over those that have it: a
// long text weighs no more than a short one.
func (t *tally) means() (precision, recall float64) {
	return mean(t.byText, count.precision, func(c count) bool { return c.Found > 0 }),
		mean(t.byText, count.recall, func(c count) bool { return c.Labelled > 0 })
}

func mean(all []count, of func(count) float64, has func(count) bool) float64 {
	sum, n := 0.0, 0
	for _, c := range all {
		if has(c) {
			sum += of(c)
			n++
		}
	}
	return sum / float64(cmp.Or(n, 1))
}

// together is a tally of the texts of several.
func together(tallies ...*tally) *tally {
	sum := newTally()
	for _, t := range tallies {
		sum.texts, sum.optional = sum.texts+t.texts, sum.optional+t.optional
		sum.seasons, sum.seasonsSaid = sum.seasons+t.seasons, sum.seasonsSaid+t.seasonsSaid
		sum.verdicts, sum.verdictsRight = sum.verdicts+t.verdicts, sum.verdictsRight+t.verdictsRight
		sum.byText = slices.Concat(sum.byText, t.byText)
		for kind, c := range t.kinds {
			sum.of(string(kind)).add(*c)
		}
		for v, of := range t.readings {
			if sum.readings[v] == nil {
				sum.readings[v] = make(map[fate]int)
			}
			for f, n := range of {
				sum.readings[v][f] += n
			}
		}
	}
	return sum
}
