package main

import "math/rand/v2"

// joinNames makes each name of several words one word, as whoever has found the names
// of a text before it is read does; some names of one word are marked as names too.
// Words of a name are proper nouns that depend on one of them, or a mention whose head
// is one: "University of California".
func joinNames(s sentence, random *rand.Rand) sentence {
	end := make([]int, len(s)) // the end of the name that begins at a word
	for i := 0; i < len(s); {
		end[i] = nameEnd(s, i)
		i = max(end[i], i+1)
	}
	place := make([]int, len(s))
	var joined sentence
	for i := 0; i < len(s); {
		if end[i] <= i || end[i] == i+1 && random.IntN(4) == 0 {
			place[i] = len(joined)
			joined = append(joined, s[i])
			i++
			continue
		}
		head := spanHead(s, i, end[i])
		w := s[head]
		w.text, w.name, w.tag, w.mention = "", true, "NNP", 0
		for j := i; j < end[i]; j++ {
			place[j] = len(joined)
			w.text += " " + s[j].text
		}
		joined = append(joined, w)
		i = end[i]
	}
	for i := range joined {
		if joined[i].head != root {
			joined[i].head = place[joined[i].head]
		}
	}
	return joined
}

// longestName is how many words a name may have.
const longestName = 8

// nameEnd is where the name ends that begins at a word, and at itself where none does.
func nameEnd(s sentence, at int) int {
	if n := s[at].mention; n > 1 && n <= longestName && isName(s, at, at+n) {
		return at + n
	}
	if !s[at].proper {
		return at
	}
	for end := min(at+longestName, len(s)); end > at; end-- {
		if isName(s, at, end) {
			return end
		}
	}
	return at
}

// isName reports whether the words from at to end are a name: their head is a proper
// noun, everything else in them hangs together below it, and nothing but what names
// are made of.
func isName(s sentence, at, end int) bool {
	if end > len(s) {
		return false
	}
	head := spanHead(s, at, end)
	if head < 0 || !s[head].proper || s[end-1].relation == "punct" {
		return false
	}
	for i := at; i < end; i++ {
		if i == head {
			continue
		}
		switch s[i].relation {
		case "flat", "compound", "goeswith":
			if !s[i].proper && s[i].tag != "CD" && s[i].tag != "JJ" {
				return false
			}
		case "amod", "nummod":
			if !s[i].proper && s[i].tag != "JJ" && s[i].tag != "CD" {
				return false
			}
		case "case", "nmod", "det":
			if s[i].tag != "IN" && s[i].tag != "DT" && !s[i].proper || i == at && s[i].tag == "DT" {
				return false
			}
		default:
			return false
		}
	}
	return dependentsWithin(s, at, end, head)
}

// spanHead is the one word from at to end whose head is outside, or -1.
func spanHead(s sentence, at, end int) int {
	head := -1
	for i := at; i < end; i++ {
		if s[i].head >= at && s[i].head < end {
			continue
		}
		if head >= 0 {
			return -1
		}
		head = i
	}
	return head
}

// dependentsWithin reports whether words outside depend on no word of the name but
// its head.
func dependentsWithin(s sentence, at, end, head int) bool {
	for i := range s {
		if (i < at || i >= end) && s[i].head >= at && s[i].head < end && s[i].head != head && s[i].relation != "punct" {
			return false
		}
	}
	return true
}
