package mention

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"rolecall/press/english"
)

//go:embed words.txt
var wordsText string

// The lists of words.txt, by name.
var lists = readLists(wordsText)

func readLists(text string) map[string]words {
	all := make(map[string]words)
	for line := range strings.SplitSeq(text, "\n") {
		name, list, found := strings.Cut(line, ":")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		all[name] = wordsOf(strings.FieldsSeq(list))
	}
	return all
}

// The lists of the folder given, which are long and only read by who checks a text.
var (
	//go:embed given/given.txt
	givenText string
	//go:embed given/ordinary.txt
	ordinaryText string
	//go:embed given/places.txt
	placesText string

	given     = lines(&givenText)
	ordinary  = lines(&ordinaryText)
	locations = lines(&placesText)
)

func lines(text *string) func() words {
	return sync.OnceValue(func() words { return wordsOf(strings.Lines(*text)) })
}

type words map[string]bool

func wordsOf(all func(func(string) bool)) words {
	set := make(words)
	for w := range all {
		set[strings.TrimSuffix(w, "\n")] = true
	}
	return set
}

// kind is what is known of a word by itself.
type kind uint32

const (
	capital    kind = 1 << iota
	opener          // capital for beginning a sentence
	role            // director, star
	honorific       // Dr, Sir
	outlet          // HBO, Variety
	body            // a noun of organisations: Guild
	calendar        // March, Friday
	people          // British
	prize           // Oscar
	location        // Paris
	givenName       // Jane
	plain           // an ordinary English word
	initial         // J.
	numeral         // 2, 2049, III
	suffix          // Jr.
	particle        // van
	joins           // of, the, and: may stand within a title
	pronoun         // I, You
	verb            // Is, Need
	joined          // after a hyphen
	compound        // before a hyphen and a small word: Oscar-winning
	possessive      // 's
	article         // The
	mark            // ? and ! and … within a name
)

// listed are the kinds that are lists of words.txt.
var listed = []struct {
	kind kind
	name string
}{
	{opener, "starters"}, {role, "roles"}, {honorific, "honorifics"}, {outlet, "outlets"}, {body, "organisations"}, {calendar, "calendar"},
	{people, "peoples"}, {prize, "prizes"}, {location, "places"}, {suffix, "suffixes"}, {particle, "particles"}, {joins, "titlejoins"},
	{pronoun, "pronouns"}, {verb, "verbs"},
}

// vocabulary is the kinds of all words of words.txt.
var vocabulary = sync.OnceValue(func() map[string]kind {
	all := make(map[string]kind)
	for _, l := range listed {
		for w := range lists[l.name] {
			all[w] |= l.kind
		}
	}
	return all
})

// kindOf is what is known of a token by itself.
func kindOf(t english.Token) kind {
	k := vocabulary()[t.Lower]
	if t.Joined {
		k |= joined
	}
	if t.Text == "'s" {
		return k | possessive
	}
	if !t.IsWord() {
		return k
	}
	if '0' <= t.Text[0] && t.Text[0] <= '9' {
		return k | numeral
	}
	if !t.IsCapital() {
		if isUnicased(t.Text) {
			k |= capital
		}
		return k
	}
	k |= capital
	if !lists["jobs"][t.Lower] {
		k &^= role
	}
	if lists["numerals"][t.Lower] && t.Text == strings.ToUpper(t.Text) && (len(t.Text) > 1 || t.Text != "I") {
		k |= numeral
	}
	if t.Lower == "the" || t.Lower == "a" || t.Lower == "an" {
		k |= article
	}
	if isInitial(t.Text) {
		return k | initial
	}
	word := foldWord(t.Lower)
	if given()[word] && (k&opener == 0 || word == "will" || word == "may") {
		k |= givenName
	}
	if isPlain(word) || english.IsCraftWord(word) {
		k |= plain
		if strings.HasSuffix(word, "ly") && len(word) > 5 && k&givenName == 0 {
			k |= opener
		}
	}
	if locations()[word] {
		k |= location
	}
	return k
}

// isUnicased reports whether a word is of a script that has no capitals, and so may be a
// name wherever it stands.
func isUnicased(text string) bool {
	for _, r := range text {
		return r > 0x2e80 || 0x590 <= r && r < 0x1100
	}
	return false
}

// isInitial reports whether a word is "J.", "J.J." or "D.B.".
func isInitial(text string) bool {
	return strings.HasSuffix(text, ".") && len(text) <= 8 && len(strings.ReplaceAll(text, ".", "")) <= 3 && strings.ToUpper(text) == text
}

// isPlain reports whether a word, in one of its forms, is an ordinary English word.
func isPlain(word string) bool {
	if ordinary()[word] {
		return true
	}
	for _, end := range []string{"s", "es", "ed", "ing", "ly", "er", "ness"} {
		stem, has := strings.CutSuffix(word, end)
		if has && len(stem) > 2 && (ordinary()[stem] || ordinary()[stem+"e"] || len(stem) > 3 && stem[len(stem)-1] == stem[len(stem)-2] && ordinary()[stem[:len(stem)-1]]) {
			return true
		}
	}
	return false
}

// CanBeTitle reports whether capitalised words that stand where a title can may be one:
// not if each of them is a day, a number, a people, a place, an outlet or a prize.
func CanBeTitle(tokens []english.Token) bool {
	if len(tokens) == 1 && (kindOf(tokens[0])&opener != 0 || strings.HasSuffix(tokens[0].Lower, "ly")) {
		return false
	}
	for _, t := range tokens {
		if kindOf(t)&(calendar|people|location|outlet|prize|numeral|honorific|body) == 0 && !isNumberWord(t.Lower) {
			return true
		}
	}
	return false
}

// IsPlace reports whether all of some words are names of places.
func IsPlace(tokens []english.Token) bool {
	return !slices.ContainsFunc(tokens, func(t english.Token) bool { return kindOf(t)&location == 0 })
}

// IsSection reports whether a heading is that of a section, whatever the text is about:
// "Cast and characters", "Tonight's picks".
func IsSection(heading []english.Token) bool {
	words := 0
	for _, t := range heading {
		switch {
		case lists["sections"][t.Lower]:
			words++
		case !lists["sectionjoins"][t.Lower]:
			return false
		}
	}
	return words > 0
}

func isNumberWord(word string) bool {
	first, _, _ := strings.Cut(word, "-")
	_, is := numberWords[first]
	return is
}

var numberWords = wordsOf(strings.FieldsSeq("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand"))

// CanBePerson reports whether a name of several words may be somebody's: "Voices from the
// Weir" is nobody's.
func CanBePerson(name string) bool {
	words := strings.Fields(name)
	for _, w := range words {
		if lists["titlejoins"][w] && !lists["particles"][w] {
			return false
		}
	}
	return len(words) > 1
}

// IsPersonal reports whether a name of several words begins with a given name.
func IsPersonal(name string) bool {
	first, rest, _ := strings.Cut(name, " ")
	return rest != "" && given()[foldWord(strings.ToLower(first))]
}
