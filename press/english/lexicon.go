package english

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed lexicon.txt
var lexiconText string

// Entry is what a phrase of the lexicon stands for.
type Entry struct {
	// Class is gender, role, did, show, product, post, unit or ignore.
	Class Class
	// Of is the gender, the role or the unit.
	Of string
	// Form is one or many, or the form of a verb: base, past, participle, ing.
	Form  string
	words []string
}

// lexicon holds the entries by the first word of their phrases, the longest phrase
// first.
var lexicon = readLexicon(lexiconText)

func readLexicon(text string) map[string][]Entry {
	all := make(map[string][]Entry)
	for n, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		head, phrases, found := strings.Cut(line, ":")
		fields := append(strings.Fields(head), "", "")
		if !found || fields[0] == "" {
			panic(fmt.Sprintf("lexicon.txt:%d: write a class, a colon and phrases", n+1)) // an embedded file, read in every test
		}
		for phrase := range strings.SplitSeq(phrases, ",") {
			words := strings.Fields(phrase)
			e := Entry{Class: Class(fields[0]), Of: fields[1], Form: fields[2], words: words}
			all[words[0]] = append(all[words[0]], e)
		}
	}
	for _, entries := range all {
		slices.SortStableFunc(entries, func(a, b Entry) int { return len(b.words) - len(a.words) })
	}
	return all
}

// lookUp finds the longest phrases that begin at a token, all of one length, and
// that length; none where nothing fits.
func lookUp(tokens []Token, at int) ([]Entry, int) {
	var found []Entry
	length := 0
	for _, e := range lexicon[tokens[at].Lower] {
		if len(e.words) < length {
			break
		}
		if fits(tokens[at:], e.words) {
			found, length = append(found, e), len(e.words)
		}
	}
	return found, length
}

func fits(tokens []Token, words []string) bool {
	if len(tokens) < len(words) {
		return false
	}
	for i, w := range words {
		if tokens[i].Lower != w {
			return false
		}
	}
	return true
}

// IsJobWord reports whether a word is, alone or at the start of a phrase, a noun for a
// job: "director", "executive".
func IsJobWord(word string) bool {
	for _, e := range lexicon[word] {
		if e.Class == Role && len(e.words) == 1 || word == "executive" || word == "lead" {
			return true
		}
	}
	return false
}

// IsJobOnly reports whether the lexicon knows a word as a noun for a job and as no verb:
// "directors", but not "stars".
func IsJobOnly(word string) bool {
	return isOnly(word, func(class Class) bool { return class == Role })
}

// isOnly reports whether the lexicon knows a word, alone, and always as what is asked for.
func isOnly(word string, is func(Class) bool) bool {
	known := false
	for _, e := range lexicon[word] {
		if len(e.words) > 1 {
			continue
		}
		if !is(e.Class) {
			return false
		}
		known = true
	}
	return known
}

// IsCraftWord reports whether a word alone is a noun for what a job makes: "cinematography".
func IsCraftWord(word string) bool { return isOnly(word, func(c Class) bool { return c == Product }) }

// IsVerbOfMaking reports whether a word says that somebody directs, writes, creates …
func IsVerbOfMaking(word string) bool {
	for _, e := range lexicon[word] {
		if e.Class == Did && len(e.words) == 1 {
			return true
		}
	}
	return false
}

// IsOrdinal reports whether a word is "second" or "22nd".
func IsOrdinal(word string) bool {
	_, is := ordinal(Token{Text: word, Lower: word})
	return is
}

// IsYear reports whether a word is a year in four digits.
func IsYear(word string) bool { return YearOf(word) > 0 }

// YearOf is the year that a word is, or 0.
func YearOf(word string) int { return yearAt([]Token{{Text: word}}, 0) }

// IsVerbOnly reports whether the lexicon knows a word as a verb and as no noun: "directs",
// but not "stars".
func IsVerbOnly(word string) bool { return isOnly(word, isVerbal) }
