package claims

import (
	"strings"

	"rolecall/press/english"
)

// A frame sees a number, a gender and a job and makes a claim of them. This file looks at the
// words right beside for what makes it a claim about something else: how much a figure moved,
// whom else a group takes in, what somebody won.

// isUnsound reports whether the words beside a claim say that it is none.
func (r *reader) isUnsound(c Claim) bool {
	first, last := r.itemsWithin(c.Span)
	switch c.Kind {
	case Share:
		return r.isChange(c.item) || r.isOfMinorities(first, last)
	case Count:
		return r.isOfMinorities(first, last)
	case Compare:
		return r.isOfMinorities(first, last) || r.isNoComparison(c)
	case Every:
		return r.isOfMinorities(first, last) || r.isEveryOfSome(c, first, last)
	case Rank:
		return r.isOtherDebut(first, last) || c.Person != None && r.isRankOfTaste(first, last)
	case Episodes:
		return r.class(last) == english.Did && r.class(last-1) == english.Unit
	}
	return false
}

// itemsWithin are the items of a stretch, the last not included.
func (r *reader) itemsWithin(s english.Span) (int, int) {
	first, last := len(r.Items), 0
	for i, item := range r.Items {
		if item.Start < s.End && item.End > s.Start {
			first, last = min(first, i), i+1
		}
	}
	return first, last
}

// moves are nouns and adverbs behind a number that say by how much something changed.
var moves = wordSet("gain gains increase increases rise rises drop drops dip dips decline declines decrease decreases jump jumps growth uptick boost bump fall falls slump slide point points more fewer less higher lower")

// isChange reports whether a number is that of a change: "a 2 percent gain", "17 percent more".
func (r *reader) isChange(item int) bool {
	return item >= 0 && moves[r.word(item+1)]
}

// minorities are words for groups that are no gender, and joint what stands between them and
// one.
var (
	minorities = wordSet("minority minorities ethnic caucasian nonwhite non-white")
	joint      = wordSet("and or and/or both male female men , of")
)

// isOfMinorities reports whether a figure is that of a group other than women or men: "women
// or minorities directed 40 percent", "minorities directed 18 percent".
func (r *reader) isOfMinorities(first, last int) bool {
	for i := first; i < last; i++ {
		if r.isMinority(i) {
			return true
		}
	}
	for i := last; i < last+3; i++ {
		if r.isMinority(i) && (joint[r.word(last)] || r.class(last) == english.Gender) {
			return true
		}
		if !joint[r.word(i)] {
			break
		}
	}
	for i := last - 1; i >= 0; i-- {
		switch {
		case r.isMinority(i):
			return true
		case r.class(i) == english.Gender && !r.isMinority(i-1) && !r.isMinority(i-2):
			return false
		}
	}
	return false
}

func (r *reader) isMinority(i int) bool {
	return minorities[r.word(i)] || (r.word(i) == "color" || r.word(i) == "colour") && r.word(i-1) == "of"
}

// mostCompared bounds a number behind "than" that is a quantity and no total.
const mostCompared = 100

// isNoComparison reports whether what is compared is a total or no quantity at all: "more than
// 3,100 episodes", "twice as hard".
func (r *reader) isNoComparison(c Claim) bool {
	if c.Value > mostCompared && r.word(c.item-1) == "than" {
		return true
	}
	return r.word(c.item) == "twice" && r.word(c.item+1) == "as" && r.word(c.item+2) != "many" && r.word(c.item+2) != "much" && r.word(c.item+2) != "likely"
}

// whole are words that say "every".
var whole = wordSet("all every each entirely entire exclusively only solely wholly fully whole")

// isEveryOfSome reports whether what would be "every" or "none" is said of so many titles, or
// of both genders: "27 shows have no women", "two female-directed films", "both male and
// female".
func (r *reader) isEveryOfSome(c Claim, first, last int) bool {
	compound := false
	for i := first; i < last; i++ {
		if whole[r.word(i)] {
			return false
		}
		compound = compound || strings.Contains(r.text.Text[r.Items[i].Start:r.Items[i].End], "-")
		if r.word(i) == "both" && r.class(i+1) == english.Gender && r.word(i+2) == "and" {
			return true
		}
		if c.Negated && (r.class(i) == english.Number || r.class(i) == english.Share) {
			for k := i + 1; k < last; k++ {
				if r.word(k) == "no" || r.word(k) == "any" {
					return true
				}
			}
		}
	}
	return compound && !c.Negated && (r.class(first) == english.Number || r.word(first-1) == "number" || r.word(first) == "of" && r.word(first-1) == "number" || r.class(first-1) == english.Number)
}

// otherDebuts stand before "debut" where no film is meant.
var otherDebuts = wordSet("competition festival live stage broadway solo network acting musical catwalk parliamentary album recording cannes sundance venice west-end theatre theater literary publishing fashion")

// isOtherDebut reports whether a debut is on a stage, at a festival or in front of the camera.
func (r *reader) isOtherDebut(first, last int) bool {
	for i := first; i < last; i++ {
		if w := r.word(i); w == "debut" || w == "premiere" {
			return otherDebuts[r.word(i-1)] || r.word(i-1) == "end"
		}
	}
	return false
}

// taste are judgements between "first" and what is counted.
var taste = wordSet("great good real true proper serious important decent near-great bad memorable significant masterpiece")

// isRankOfTaste reports whether what is counted is a judgement, or what happened at some
// place: "her first great film", "her fourth film to bow at the festival".
func (r *reader) isRankOfTaste(first, last int) bool {
	for i := first; i < last; i++ {
		if taste[r.word(i)] || r.class(i) == english.Name {
			return true
		}
	}
	return r.word(last) == "to" && strings.HasPrefix(r.tag(last+1), "VB") || r.word(last) == "since" || (r.word(last) == "at" || r.word(last) == "in") && r.word(last+1) == "competition"
}

// isQualifier reports whether a title only says what the noun behind it is like: "her
// Halloween ripoff", "the festival's Barbie panel".
func (r *reader) isQualifier(item int) bool {
	if item < 0 || r.class(item+1) != english.Word {
		return false
	}
	next := r.Items[item+1]
	word := r.text.Text[next.Start:next.End]
	return (r.tag(item+1) == "NN" || r.tag(item+1) == "NNS") && isPlainWord(word)
}
