// Package phrase is the English of the small things that every answer says:
// numbers with their nouns, lists, shares, genders, roles, titles and dates. Each
// is worded here, once, for the command, the pages, the methods and the reasons of
// verdicts alike.
//
// It knows the vocabulary of package rolecall and nothing that is counted from it;
// what is said of a whole line-up or standard is in phrase/sentence. Nothing reads
// these words back: who wants to know more than they say asks the values.
package phrase

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// None stands in a table where there is nothing to say.
const None = "–"

// NoCredit says that nobody is held in a role.
const NoCredit = "no credit on record"

// Capital is words with a capital at the beginning.
func Capital(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	if size == 0 || first == utf8.RuneError {
		return words
	}
	return string(unicode.ToUpper(first)) + words[size:]
}

// Stop is words as a sentence: with a capital and a full stop.
func Stop(words string) string { return Capital(words) + "." }

// Word is a word of code as readers read it: "not_met" is "not met".
func Word[W ~string](word W) string { return strings.ReplaceAll(string(word), "_", " ") }

// A is a noun with its article: "a film", "an episode".
func A(noun string) string {
	if noun != "" && strings.ContainsRune("aeiou", unicode.ToLower(rune(noun[0]))) {
		return "an " + noun
	}
	return "a " + noun
}

// And joins words as English does: "a", "a and b", "a, b and c".
func And(words []string) string { return joined(words, " and ") }

// Or joins words as English does: "a", "a or b", "a, b or c".
func Or(words []string) string { return joined(words, " or ") }

func joined(words []string, last string) string {
	n := len(words) - 1
	if n <= 0 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:n], ", ") + last + words[n]
}

// Joined joins those words that are not empty.
func Joined(between string, words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(word string) bool { return word == "" }), between)
}

// AtMost lists the first of some words, and how many more there are: "a, b and 3
// more".
func AtMost(words []string, most int) string {
	if more := len(words) - most; more > 0 {
		return And(append(words[:most:most], Number(more)+" more"))
	}
	return And(words)
}

// Each is what is said of each of some values, in their order.
func Each[T, W any](values []T, say func(T) W) []W {
	all := make([]W, len(values))
	for i, v := range values {
		all[i] = say(v)
	}
	return all
}
