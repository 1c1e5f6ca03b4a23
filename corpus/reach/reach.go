// Package reach tells at a glance that a text names nothing of a catalog, so that it need
// not be read. It errs on one side only: what it passes over names no title and no person of
// the catalog, whatever a reading of it would find; what it does not pass over may or may
// not.
package reach

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rolecall/catalog"
	"rolecall/nameindex"
)

// mostNames is how many names a filter is made of. Of a catalog that holds more, every text
// has something that may be a name ("Her", "It"), and looking for it would only cost.
const mostNames = 200_000

// Filter finds texts that may name something. The zero Filter lets every text pass. It may be
// used by several goroutines.
type Filter struct {
	// keys are the names, without a leading article, and the words of people's names, each by
	// its letters.
	keys map[string]kind
	// firsts are the first words of the people who bear a last one.
	firsts map[string][]string
	// lengths are those of keys, begins the hashes of their first letters.
	lengths []int
	begins  [1 << 16]bool
	on      bool
	// figures says that texts which name nothing are read where they may state figures of
	// many titles.
	figures bool
}

type kind uint8

const (
	isName kind = 1 << iota
	isFirst
	isLast
)

// Of is the filter of a catalog.
func Of(ctx context.Context, c *catalog.Catalog) (*Filter, error) {
	f := &Filter{keys: make(map[string]kind), firsts: make(map[string][]string), figures: !c.Info().HandPicked}
	names := 0
	err := c.EachName(ctx, func(name string, isPerson bool) bool {
		f.add(name, isPerson)
		names++
		return names <= mostNames
	})
	if err != nil || names > mostNames {
		return new(Filter), err
	}
	seen := make(map[int]bool)
	for key := range f.keys {
		seen[len(key)] = true
		f.begins[begin(key)] = true
	}
	for length := range seen {
		f.lengths = append(f.lengths, length)
	}
	slices.Sort(f.lengths)
	f.on = true
	return f, nil
}

// Works reports whether the filter passes any text over.
func (f *Filter) Works() bool { return f.on }

func (f *Filter) add(name string, isPerson bool) {
	name = inWords(name)
	words := strings.FieldsFunc(name, apart)
	switch {
	case len(words) == 0 || strings.ContainsFunc(name, isUnspaced):
		// A name of signs, or in a script without spaces, may begin anywhere.
		f.keys[""] |= isName
	case isPerson && len(words) > 1:
		// Relatives are named together: "Lana and Lilly Wachowski".
		first, last := nameindex.Key(words[0]), nameindex.Key(words[len(words)-1])
		f.keys[first] |= isFirst
		f.keys[last] |= isLast
		f.firsts[last] = append(f.firsts[last], first)
	default:
		f.keys[nameindex.Key(withoutArticle(name, words))] |= isName
	}
}

// inWords writes a sign as the word that names are compared by.
func inWords(text string) string { return strings.ReplaceAll(text, "&", " and ") }

// withoutArticle is a name without a leading article, which a text may leave out.
func withoutArticle(name string, words []string) string {
	if len(words) > 1 && slices.Contains([]string{"the", "a", "an"}, strings.ToLower(words[0])) {
		return strings.Join(words[1:], " ")
	}
	return name
}

// apart reports whether a sign stands between words.
func apart(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) && !isApostrophe(r)
}

func isApostrophe(r rune) bool { return strings.ContainsRune("'`‘’‛ʻʼʹ´′", r) }

// isUnspaced tells the scripts that are written without spaces.
func isUnspaced(r rune) bool { return r >= 0x0e00 && r < 0x0f00 || r >= 0x2e80 && r < 0xfb00 }

// begin is a hash of up to three letters.
func begin(key string) uint16 {
	hash := uint32(2166136261)
	for i := 0; i < len(key) && i < 3; i++ {
		hash = (hash ^ uint32(key[i])) * 16777619
	}
	return uint16(hash ^ hash>>16)
}

// May reports whether a text may name a title or person of the catalog, or state what its
// rows can settle.
func (f *Filter) May(text string) bool {
	if !f.on || f.keys[""] != 0 && strings.ContainsFunc(text, isUnspaced) {
		return true
	}
	letters, starts := laidOut(text)
	var lasts []string
	firsts := make(map[string]bool)
	for _, at := range starts {
		rest := letters[at:]
		if !f.begins[begin(rest)] && !f.begins[begin(rest[:min(1, len(rest))])] && !f.begins[begin(rest[:min(2, len(rest))])] {
			continue
		}
		for _, length := range f.lengths {
			if length > len(rest) {
				break
			}
			key := rest[:length]
			is := f.keys[key]
			if is&isName != 0 && length > 0 {
				return true
			}
			if is&isFirst != 0 {
				firsts[key] = true
			}
			if is&isLast != 0 {
				lasts = append(lasts, key)
			}
		}
	}
	for _, last := range lasts {
		for _, first := range f.firsts[last] {
			if firsts[first] {
				return true
			}
		}
	}
	return f.figures && statesFigures(text)
}

// laidOut is the letters of a text as names are compared, without spaces, and where words
// begin in them: after a sign and after an apostrophe.
func laidOut(text string) (letters string, starts []int) {
	var key strings.Builder
	key.Grow(len(text))
	starts = make([]int, 0, len(text)/5)
	for word := range strings.FieldsFuncSeq(inWords(text), apart) {
		for part := range strings.FieldsFuncSeq(word, isApostrophe) {
			starts = append(starts, key.Len())
			if !lower(&key, part) {
				key.WriteString(nameindex.Key(part))
			}
		}
	}
	return key.String(), starts
}

// lower writes a word of ASCII in small letters, and reports whether it is one.
func lower(to *strings.Builder, word string) bool {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return false
		}
	}
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		to.WriteByte(c)
	}
	return true
}

// genders are the words without which nobody states how many of many are of a gender.
var genders = []string{
	"woman", "women", "female", "females", "lady", "ladies", "gal", "gals", "man", "men", "male", "males", "guy", "guys", "bloke", "blokes", "nonbinary", "binary", "gender",
}

func statesFigures(text string) bool {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if slices.Contains(genders, strings.ToLower(word)) {
			return true
		}
	}
	return false
}
