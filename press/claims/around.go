package claims

import (
	"slices"
	"strings"

	"rolecall/press/clause"
	"rolecall/press/english"
)

// A sentence that says more than was understood may say of its claim what turns it: no list
// of such words is ever whole. So it is counted how much of it was not understood.

// around is how many words of meaning stand beside a claim in its sentence that no frame
// reads: nouns, verbs, adjectives and names of nobody known, without what tells who says it.
func (r *reader) around(c Claim) int {
	n := 0
	for i, item := range r.Items {
		if !item.Overlaps(c.Span) && !r.isRead(i) && !r.tellsBesides(c, i) {
			n++
		}
	}
	return n
}

// tellsBesides reports whether an item is in what a sentence only tells besides of the title or
// person that it has named: ", which is a fine film about a young woman".
func (r *reader) tellsBesides(c Claim, i int) bool {
	return slices.ContainsFunc(r.Clauses, func(in *clause.Clause) bool {
		return in.Kind == clause.Relative && in.Group != nil && besidesWords[in.Sub] && !in.Negated && i >= in.First && i < in.Last &&
			r.Items[min(in.First, len(r.Items)-1)].Start >= c.End && r.isAboutEither(c, in.Antecedent)
	})
}

// besidesWords join what is told besides.
var besidesWords = wordSet("which who whose where")

// isAboutEither reports whether a phrase names the title or the person of a claim.
func (r *reader) isAboutEither(c Claim, p *clause.Phrase) bool {
	return p != nil && (slices.ContainsFunc(r.Own(p, english.Title), func(i int) bool { return r.Items[i].Name == c.Title }) ||
		slices.ContainsFunc(r.Own(p, english.Person), func(i int) bool { return r.Items[i].Name == c.Person }))
}

// isRead reports whether an item is understood, or has no meaning of its own.
func (r *reader) isRead(i int) bool {
	switch r.class(i) {
	case english.Word, english.Name:
	default:
		return true
	}
	word, tag := r.word(i), r.tag(i)
	switch {
	case tellers[word], speakers[word], beings[word], filmWords[word], strings.HasPrefix(tag, "RB"):
		return true
	case strings.HasPrefix(tag, "NN"), strings.HasPrefix(tag, "VB"), strings.HasPrefix(tag, "JJ"):
		return word == "had" || word == "has" || word == "have" || word == "did" || word == "does" || word == "do"
	}
	return true
}

// speakers are nouns for who says something.
var speakers = wordSet("host presenter reporter critic critics fan viewer reader spokesman spokeswoman spokesperson producer producers minister quizmaster audience colleague friend")
