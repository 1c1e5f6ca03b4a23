// Package grammar knows what of a sentence is looked at: the features of its words,
// without the weights they have. The reader of sentences and the program that trains
// it share it, so that both look at the same.
package grammar

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Form is a word as features see it: hashes of its letters and parts of them.
type Form struct {
	Name, Punct      bool
	lower, exact     uint32
	suffix           [5]uint32
	prefix           [3]uint32
	shape            uint32
	short            uint32 // the last three letters, and whether the word has a capital
	length           uint32
	capital, initial bool
}

// nameHash stands in for the letters of every name.
const nameHash = 0x4E414D45

// NewForm looks at a word. A name is a name: its letters are not looked at, so that
// titles nobody has heard of are read like all others.
func NewForm(text string, name, first bool) Form {
	if name {
		f := Form{Name: true, lower: nameHash, exact: nameHash, shape: nameHash, short: nameHash, initial: first, capital: true}
		for i := range f.suffix {
			f.suffix[i] = nameHash
		}
		for i := range f.prefix {
			f.prefix[i] = nameHash
		}
		return f
	}
	lower := digitsAlike(strings.ToLower(text))
	f := Form{
		Punct: IsPunct(text), lower: hashText(lower), exact: hashText(digitsAlike(text)),
		shape: shape(text), initial: first, length: uint32(min(len(text), 8)),
	}
	r, _ := utf8.DecodeRuneInString(text)
	f.capital = unicode.IsUpper(r)
	at := len(lower)
	for i := range f.suffix {
		_, n := utf8.DecodeLastRuneInString(lower[:at])
		at -= n
		f.suffix[i] = hashText(lower[at:])
	}
	at = 0
	for i := range f.prefix {
		_, n := utf8.DecodeRuneInString(lower[at:])
		at += n
		f.prefix[i] = hashText(lower[:at])
	}
	f.short = f.suffix[2] ^ f.shape
	return f
}

// digitsAlike writes every digit as 0: which number it is says nothing of its part in
// the sentence.
func digitsAlike(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, text)
}

// IsPunct reports whether a word is a sign and no word: it has no
// letter or digit and is not read aloud.
func IsPunct(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsSymbol(r) || strings.ContainsRune("%&@#*", r) {
			return false
		}
	}
	return true
}

// shape says of which kinds of signs a word is, runs of one kind as one.
func shape(text string) uint32 {
	var s [8]byte
	n, last := 0, byte(0)
	for _, r := range text {
		kind := byte('-')
		switch {
		case unicode.IsUpper(r):
			kind = 'A'
		case unicode.IsLetter(r):
			kind = 'a'
		case unicode.IsDigit(r):
			kind = '0'
		}
		if kind == last && n > 0 && (kind != 'A' || n > 1) {
			continue
		}
		if n == len(s) {
			break
		}
		s[n], last = kind, kind
		n++
	}
	return hashText(string(s[:n]))
}

func hashText(text string) uint32 {
	h := uint32(2166136261)
	for i := range len(text) {
		h = (h ^ uint32(text[i])) * 16777619
	}
	return h
}

// key is the feature of a template and up to three values.
func key(template, a, b, c uint32) uint32 {
	h := (uint64(template)+1)*0x9E3779B97F4A7C15 ^ uint64(a)
	h *= 0xFF51AFD7ED558CCD
	h ^= h>>32 ^ uint64(b)
	h *= 0xC4CEB9FE1A85EC53
	h ^= h>>32 ^ uint64(c)
	h *= 0x9E3779B97F4A7C15
	return uint32(h >> 40)
}
