package catalogtest

import (
	"regexp"
	"strings"
)

var (
	wholeHash = regexp.MustCompile(`\b[0-9a-f]{64}\b`)
	shortHash = regexp.MustCompile(`\b[0-9a-f]{4}…[0-9a-f]{4}\b`)
	hashedKey = regexp.MustCompile(`\brolecall-[0-9a-f]{8}\b`)
)

// WithoutHashes is a text with fixed words of the same width in the place of content
// hashes and of the keys that are made of them, so that what people read can be compared
// though a new schema counts another hash.
func WithoutHashes(text string) string {
	text = wholeHash.ReplaceAllString(text, strings.Repeat("hash", 16))
	text = shortHash.ReplaceAllString(text, "hash…hash")
	return hashedKey.ReplaceAllString(text, "rolecall-hashhash")
}
