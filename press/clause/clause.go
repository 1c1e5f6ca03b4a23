// Package clause finds who does what to what in a sentence: noun phrases with what they
// name and how many of it, verbs with their voice, tense and denial, and the clauses
// that join them.
//
// It is a partial grammar by design. Names come joined and typed, lists of names are
// one phrase, brackets hang on what they follow and appositions on what they explain;
// what is left of a newspaper's sentence is short enough that the nearest free phrase
// before a verb is its subject. It knows English, and of films only which words are
// names, jobs, numbers and dates (package english).
package clause

import (
	"rolecall/press/english"
)

// Quantifier is how a phrase says how many of its head are meant.
type Quantifier int

// The quantifiers.
const (
	// Some is no quantity, "the", "a".
	Some Quantifier = iota
	// All is "all", "every", "each", "both", "the entire".
	All
	// None is "no", "none", "not one".
	None
	// Number is "three", "many".
	Number
	// Share is "17 percent", "most", "one in five".
	Share
	// Only is "the only", "the sole".
	Only
	// Place is "the first", "her third".
	Place
	// AllBut is "all but two".
	AllBut
)

// Quantity is how many of its head a phrase means.
type Quantity struct {
	Kind Quantifier
	// Item is the item that says so, -1 where none does.
	Item int
	// Value is the number, share or place; Has says whether there is one.
	Value float64
	Has   bool
	// Of is the whole of "four of the five", 0 where it is not said.
	Of float64
}

// Phrase is a noun phrase.
type Phrase struct {
	// First and Last are its items, Last not included; of a list, those of all members.
	First, Last int
	// Head is the item of its head.
	Head int
	// Class is that of the head; a Word's part of speech is its tag.
	Class english.Class
	// Pronoun is the pronoun in lower case, empty for others.
	Pronoun string
	Quantity
	// Owner is whose it is: "Dee Rees" of "Dee Rees's Pariah"; Of is what follows "of".
	Owner, Of *Phrase
	// Members are those of a list, with what joins them: and, or, nor.
	Members []*Phrase
	Joiner  string
	// Bracket is what stands in brackets behind it: the items from First to Last.
	Bracket *Bracket
	// As is what a person is said to be or to play: "Krysten Ritter as Jessica".
	As *Phrase
	// Apposed are the phrases that explain it, set off by commas or set before it.
	Apposed []*Phrase
	// Prep is the preposition that governs it, empty where none does; After is the
	// phrase that the preposition follows at once.
	Prep  string
	After *Phrase
	// Follows is the phrase that stands right before it, with nothing between.
	Follows *Phrase
	// In is the clause it belongs to.
	In *Clause
	// core is the phrase that a part is taken of: "directors" in "four of the five directors".
	core *Phrase
}

// Bracket is what stands in brackets.
type Bracket struct{ First, Last int }

// Group is a verb with its helpers.
type Group struct {
	First, Last int
	// Head is the item of the main verb.
	Head int
	// Word is the main verb in lower case.
	Word string
	// Be says that the main verb is a form of "be", or stands for it: "remains".
	Be bool
	// Passive is "was directed"; Participle a past participle alone, "directed by"; Ing
	// "directing"; Infinitive "to direct".
	Passive, Participle, Ing, Infinitive bool
	// Negated is "did not", "never".
	Negated bool
	// Modal is "would", "may" …; empty where there is none.
	Modal string
	// Perfect is "has directed", "had directed" (Past).
	Perfect, Past bool
	// Adverbs are the adverbs within and around it.
	Adverbs []string
}

// Kind is how a clause hangs on the sentence.
type Kind int

// The kinds of clause.
const (
	// Main stands alone or beside another.
	Main Kind = iota
	// Relative explains a phrase: "who directed it".
	Relative
	// Reduced is a participle that explains a phrase: "directed by her".
	Reduced
	// Opening is a participle before its sentence: "Written by Jack Thorne, it asks".
	Opening
	// Adverbial begins with "if", "when" …; its word is in Sub.
	Adverbial
	// Content is what is said, thought or asked: "that all were women".
	Content
	// Purpose is an infinitive: "to direct".
	Purpose
)

// Clause is a verb with what goes with it.
type Clause struct {
	Kind    Kind
	Sub     string
	Subject *Phrase
	*Group
	// Objects are the phrases after the verb that no preposition governs; With are those
	// that one governs, wherever they stand.
	Objects []*Phrase
	With    []*Phrase
	// Antecedent is what a relative or reduced clause explains; it is the object where
	// the clause has another subject: "which she made".
	Antecedent *Phrase
	// Parent is the clause that it hangs on, nil for a main clause.
	Parent *Clause
	// First and Last are its items, as far as they stand together.
	First, Last int
}

// Sentence is a sentence taken apart.
type Sentence struct {
	Items []english.Item
	Tags  []string
	// Phrases are those of the sentence in order, members of lists not among them.
	Phrases []*Phrase
	Clauses []*Clause
}

// Core is the phrase that a part is taken of, or the phrase itself.
func (p *Phrase) Core() *Phrase {
	if p.core != nil {
		return p.core.Core()
	}
	return p
}

// All are the members of a list, or the phrase alone.
func (p *Phrase) All() []*Phrase {
	if len(p.Members) > 0 {
		return p.Members
	}
	return []*Phrase{p}
}

// Own are the places of the items of a class that belong to the phrase itself, not to
// its owner, its "of" or its brackets.
func (s *Sentence) Own(p *Phrase, class english.Class) []int {
	if len(p.Members) > 0 {
		var all []int
		for _, m := range p.Members {
			all = append(all, s.Own(m, class)...)
		}
		return all
	}
	var all []int
	for i := p.First; i < p.Last; i++ {
		switch {
		case p.Owner != nil && i >= p.Owner.First && i < p.Owner.Last,
			p.Of != nil && i >= p.Of.First && i < p.Of.Last,
			p.Bracket != nil && i >= p.Bracket.First && i < p.Bracket.Last:
			continue
		}
		if s.Items[i].Class == class {
			all = append(all, i)
		}
	}
	return all
}

// Has reports whether the phrase itself has an item of a class.
func (s *Sentence) Has(p *Phrase, class english.Class) bool { return len(s.Own(p, class)) > 0 }
