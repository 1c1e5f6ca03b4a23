// Package names compares names as people write them.
package names

import (
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

var separators = strings.NewReplacer(".", " ", "-", " ", ":", " ", "’", "'")

// Words are the words of a name, signs over letters, case and punctuation aside.
func Words(name string) []string {
	plain, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), name)
	if err != nil {
		plain = name
	}
	return strings.Fields(strings.ToLower(separators.Replace(plain)))
}
