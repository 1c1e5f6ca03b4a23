package nameindex

import (
	"bytes"
	"cmp"
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/blevesearch/vellum"
	"github.com/blevesearch/vellum/levenshtein"
)

const mostEdits = 2

// mostSteps bounds the search for words like another, by letters tried.
const mostSteps = 60_000

// mostLike is how many words like another are looked into.
const mostLike = 200

// nearWord is a word of the dictionary, and how close it is to one asked for.
type nearWord struct {
	word      string
	value     uint64
	closeness float64
}

// automata are the builders by edits, each made when it is first needed: that of two
// edits takes a tenth of a second.
var automata = func() (builders [mostEdits + 1]func() *levenshtein.LevenshteinAutomatonBuilder) {
	for edits := 1; edits <= mostEdits; edits++ {
		builders[edits] = sync.OnceValue(func() *levenshtein.LevenshteinAutomatonBuilder {
			builder, err := levenshtein.NewLevenshteinAutomatonBuilder(uint8(edits), true)
			if err != nil {
				panic(err) // it depends on nothing but the constant
			}
			return builder
		})
	}
	return builders
}()

// bounded makes an automaton give up after a number of steps, which bounds the
// work on a large dictionary and on a damaged one.
type bounded struct {
	vellum.Automaton
	steps int
}

func (b *bounded) CanMatch(state int) bool {
	b.steps--
	return b.steps > 0 && b.Automaton.CanMatch(state)
}

// lookUp is a word's value.
func (x *Index) lookUp(word []byte) (value uint64, ok bool) {
	if len(word) == 0 {
		return 0, false
	}
	x.seeWords()
	x.trusting(func() {
		var err error
		value, ok, err = x.words.Get(word[:min(len(word), mostWord)])
		ok = ok && err == nil
	})
	return value, ok
}

// wordsLike are the words at most so many edits from word, the nearest first.
func (x *Index) wordsLike(word string, edits int) []nearWord {
	automaton, err := automata[edits]().BuildDfa(word, uint8(edits))
	if err != nil {
		return nil
	}
	// Beyond one edit the first letter is held to be right, as it mostly is:
	// without it the search would go through the whole dictionary.
	var from, to []byte
	if edits > 1 {
		_, size := utf8.DecodeRuneInString(word)
		from = []byte(word[:size])
		to = after(from)
	}
	length := utf8.RuneCountInString(word)
	return x.matching(automaton, from, to, func(found string) float64 {
		d := distance([]rune(word), []rune(found), edits)
		return 1 - float64(d)/float64(max(length, utf8.RuneCountInString(found)))
	})
}

// after is the first key beyond all that begin so.
func after(beginning []byte) []byte {
	return append(bytes.Clone(beginning), 0xff)
}

// wordsBeginning are words that begin so.
func (x *Index) wordsBeginning(word string) []nearWord {
	return x.matching(&vellum.AlwaysMatch{}, []byte(word), after([]byte(word)), func(found string) float64 {
		return 0.5 + 0.5*float64(len(word))/float64(len(found))
	})
}

// matching are the words between two that an automaton takes.
func (x *Index) matching(automaton vellum.Automaton, from, to []byte, closeness func(string) float64) []nearWord {
	var found []nearWord
	x.iterate(automaton, from, to, func(word []byte, value uint64) bool {
		// The iterator may stand on a first word it has not tried.
		if len(word) > 0 && vellum.AutomatonContains(automaton, word) {
			found = append(found, nearWord{string(word), value, closeness(string(word))})
		}
		return len(found) < 4*mostLike
	})
	slices.SortStableFunc(found, func(a, b nearWord) int {
		return cmp.Or(cmp.Compare(b.closeness, a.closeness), cmp.Compare(x.list(b.value).count, x.list(a.value).count))
	})
	return found[:min(len(found), mostLike)]
}

func (x *Index) iterate(automaton vellum.Automaton, from, to []byte, each func([]byte, uint64) bool) {
	x.seeWords()
	x.trusting(func() {
		words, err := x.words.Search(&bounded{automaton, mostSteps}, from, to)
		for err == nil && each(words.Current()) {
			err = words.Next()
		}
	})
}

// sameNumbers are ways to write a number in a name.
var sameNumbers = func() map[string][]string {
	same := map[string][]string{}
	for _, ways := range [][]string{
		{"1", "i", "one"}, {"2", "ii", "two"}, {"3", "iii", "three"}, {"4", "iv", "four"}, {"5", "v", "five"},
		{"6", "vi", "six"}, {"7", "vii", "seven"}, {"8", "viii", "eight"}, {"9", "ix", "nine"}, {"10", "x", "ten"},
		{"11", "xi", "eleven"}, {"12", "xii", "twelve"}, {"13", "xiii", "thirteen"},
	} {
		for i, way := range ways {
			same[way] = append(slices.Clone(ways[:i]), ways[i+1:]...)
		}
	}
	return same
}()
