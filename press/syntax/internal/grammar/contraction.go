package grammar

import "strings"

// contracted are endings that are words of their own to the grammar.
var contracted = []string{"'m", "'re", "'ve", "'ll", "'d"}

// Split parts a word into the words the grammar has: "they've" is "they" and "'ve",
// "cannot" is "can" and "not". Most words are one, and rest is empty.
func Split(word string) (first, rest string) {
	if len(word) < 3 || len(word) > 12 {
		return word, ""
	}
	at := strings.LastIndexByte(word, '\'')
	if at > 0 {
		for _, c := range contracted {
			if strings.EqualFold(word[at:], c) {
				return word[:at], word[at:]
			}
		}
		return word, ""
	}
	if len(word) == len("cannot") && strings.EqualFold(word, "cannot") {
		return word[:3], word[3:]
	}
	return word, ""
}
