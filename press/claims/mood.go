package claims

import (
	"strings"

	"rolecall/press/english"
)

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

var (
	// unreal are the words by which a clause says what is wished, supposed or possible,
	// not what is.
	unreal = wordSet("should could might may ought must wish wishes hope hopes hoped hoping imagine suppose supposing want wants wanted plan plans planned aims aim aiming pledge pledged pledges vow vowed promise promised let's needs demand demands demanded wondering wonder whether if unless rumoured rumored rumour rumor would dreams dream goal target asked tempting consider considered deserve deserves overdue fewer-than")
	// conditional are those that hold for the whole of their clause.
	conditional = wordSet("if whether unless had imagine suppose supposing wish wishes hope hopes")
)

// interrogative words begin a question.
var interrogative = wordSet("do does did is are was were will would can could should shall has have had may might must what how who whom whose why when where which so and but or isn't")

// assertedEnd is where the items of a sentence cease to assert: at its end, at the
// beginning of a question, or at the comma before the question that a statement runs
// into ("one of the few series with …, it asks how …?").
func assertedEnd(sentence english.Sentence, items []english.Item) int {
	if !sentence.Question {
		return len(items)
	}
	if len(items) == 0 || interrogative[items[0].Lower] {
		return 0
	}
	for i, item := range items {
		if item.Lower == "," {
			return i
		}
	}
	return 0
}

// isUnreal reports whether what a match says is not asserted: the clause supposes,
// wishes or asks. A date may be hedged, as all announced dates are.
func (r *reader) isUnreal(m match, k Kind) bool {
	if k == Date {
		return false
	}
	if k == Credit {
		return r.isUnrealCredit(m)
	}
	if first := r.items[0].Lower; (conditional[first] || first == "even" && len(r.items) > 1 && r.items[1].Lower == "if") && first != "had" {
		return true
	}
	for i := m.first; i < m.last; i++ {
		if r.isModal(i) {
			return true
		}
	}
	for i := m.first - 1; i >= 0 && i >= m.first-6; i-- {
		if word := r.items[i].Lower; word == "," || word == ";" || word == ":" || word == "-" {
			return false
		}
		if r.isModal(i) {
			return true
		}
	}
	return false
}

// isUnrealCredit is for credits, which stand beside a name and hold even where the
// sentence around them wishes for something: only the verb of the credit counts.
func (r *reader) isUnrealCredit(m match) bool {
	for i := m.first; i < m.last; i++ {
		if r.isModal(i) {
			return true
		}
	}
	for i := m.first - 1; i >= 0 && i >= m.first-2; i-- {
		if word := r.items[i].Lower; word == "if" || word == "whether" || word == "wish" || word == "should" || word == "could" || word == "might" {
			return true
		}
	}
	return false
}

func (r *reader) isModal(i int) bool {
	item := r.items[i]
	return item.Class == english.Word && unreal[item.Lower] && !(item.Lower == "had")
}
