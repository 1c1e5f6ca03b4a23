package claims

import (
	"slices"
	"sort"
	"strings"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
	"rolecall/press/mention"
	"rolecall/press/syntax"
)

// Text is what claims are found in.
type Text struct {
	Text      string
	Blocks    []english.Block
	Sentences []english.Sentence
	Found     mention.Found
	// Account is what a witness reads in the text, nil where none was asked.
	Account *Account
	// read are the sentences taken apart, tags the parts of speech of their tokens.
	read []*clause.Sentence
	tags [][]string
}

// Reading is what is found in a text.
type Reading struct {
	// Claims are in the order of the text.
	Claims []Claim
	// Found are the names of the text as its sentences settle them, whose entities the
	// claims mean.
	Found mention.Found
	// Unfounded is the testimony that the text does not bear out, and Dropped are how many
	// claims were left out as a witness that is to be trusted does not read them.
	Unfounded []Unfounded
	Dropped   int
}

// Find finds the claims of a text. One that is not about films or series has none.
func Find(text Text) Reading {
	if text.read == nil {
		text = Settle(text)
	}
	if isOffScreen(text.Sentences) {
		return Reading{Found: text.Found}
	}
	r := newReader(text)
	for s := range text.Sentences {
		r.sentence(s)
	}
	return r.weighed()
}

// reader goes through a text sentence by sentence and remembers what it is about.
type reader struct {
	text   Text
	claims []Claim
	topics topics
	// at is the place of the sentence being read.
	at int
	*clause.Sentence
	// here are the claims of the sentence so far.
	here []Claim
	// figure is the last figure read, which the next may lean on.
	figure figure
	// prior is the last figure before the sentence.
	prior figure
	// studied says that the text speaks of somebody who has counted.
	studied bool
	// testified are the claims so far that a witness alone reads, kept apart so that they
	// bend no later reading of the frames; unfounded is the testimony that the text does not
	// bear out.
	testified []Claim
	unfounded []Unfounded
}

func newReader(text Text) *reader {
	return &reader{text: text, topics: newTopics(text), studied: isStudied(text), figure: figure{at: -9}}
}

// frames read a sentence each: the surest first, as what one has said no other says again.
var frames = []func(*reader){
	(*reader).fields, (*reader).verbs, (*reader).gaps, (*reader).copulas, (*reader).jobs, (*reader).products,
	(*reader).owners, (*reader).brackets, (*reader).performances, (*reader).ensembles, (*reader).ensembleNouns, (*reader).rolls, (*reader).parted, (*reader).inWhich, (*reader).posted, (*reader).lineUps,
	(*reader).inverted, (*reader).verbFirst, (*reader).asJobs, (*reader).rolledOn, (*reader).answers,
	(*reader).works, (*reader).sharings, (*reader).rosters, (*reader).frontAndBehind, (*reader).groups, (*reader).spelt,
	(*reader).ranks, (*reader).statements, (*reader).lengths, (*reader).dates,
}

func (r *reader) sentence(s int) {
	r.at, r.here, r.prior = s, nil, r.figure
	r.Sentence = r.text.read[s]
	r.topics.enter(r)
	for _, read := range frames {
		read(r)
	}
	r.here = r.whole(r.here)
	r.wary(r.here)
	inOrder(r.here)
	r.testify()
	r.claims = append(r.claims, r.here...)
	r.topics.leave(r)
}

func inOrder(all []Claim) {
	sort.SliceStable(all, func(i, j int) bool { return all[i].Start < all[j].Start })
}

// tag gives each token its part of speech; a name of several words is one to the tagger.
func tag(tokens []english.Token, mentions []english.Mention) []string {
	var words []syntax.Word
	var places []int
	for at := 0; at < len(tokens); {
		for len(mentions) > 0 && mentions[0].First < at {
			mentions = mentions[1:]
		}
		last := at + 1
		word := syntax.Word{Text: tokens[at].Text}
		if len(mentions) > 0 && mentions[0].First == at {
			last, word.Name = mentions[0].Last, true
		} else if word.Text == `"` || word.Text == "'" {
			at++
			continue
		}
		words, places = append(words, word), append(places, at)
		at = last
	}
	tags := make([]string, len(tokens))
	for i, t := range mended(words, syntax.Tag(words)) {
		end := len(tokens)
		if i+1 < len(places) {
			end = places[i+1]
		}
		for at := places[i]; at < end; at++ {
			tags[at] = t
		}
	}
	return tags
}

// mended are the tags with the verbs of making that look like nouns set right, and the
// nouns for jobs that look like verbs: after a name or pronoun, "directs" is no plural, and
// "directors" is never a verb.
func mended(words []syntax.Word, tags []string) []string {
	for i := range tags {
		w := strings.ToLower(words[i].Text)
		if strings.HasPrefix(tags[i], "VB") && !words[i].Name && english.IsJobOnly(w) {
			tags[i] = nounTag(w)
		}
		if i == 0 {
			continue
		}
		if strings.HasPrefix(tags[i], "VB") && isCoStarBeforeName(words, i) {
			tags[i-1], tags[i] = "NN", nounTag(w)
		}
		if tags[i] == "NNS" && english.IsVerbOnly(w) && (words[i-1].Name || tags[i-1] == "PRP" || tags[i-1] == "NNP" || tags[i-1] == "RB" || tags[i-1] == "CC") {
			tags[i] = "VBZ"
		}
		if tags[i] == "NNS" && i > 2 && tags[i-1] == "CC" && english.IsVerbOfMaking(w) && english.IsVerbOnly(strings.ToLower(words[i-2].Text)) { // "writes, directs and stars"
			tags[i] = "VBZ"
		}
		if strings.HasPrefix(tags[i], "NN") && i > 1 && (w == "star" || w == "stars") && words[i-2].Name && strings.ToLower(words[i-1].Text) == "co" {
			tags[i-1], tags[i] = "VB", "VBP"
		}
		if tags[i] == "VBN" && followsName(words, tags, i) && english.IsVerbOnly(w) && !isPassedOn(words, tags, i) {
			tags[i] = "VBD" // "Ann Lee produced and directed it"
		}
		if (tags[i] == "NN" || tags[i] == "JJ") && english.IsVerbOnly(w) && !strings.HasSuffix(w, "ing") {
			switch {
			case i+1 < len(words) && words[i+1].Text == "by":
				tags[i] = "VBN"
			case words[i-1].Name || tags[i-1] == "PRP" || tags[i-1] == "WP":
				tags[i] = "VBD"
			}
		}
	}
	return tags
}

// followsName reports whether a name or pronoun stands before a word, with no more than
// adverbs between: "Ann Lee not only directed it".
func followsName(words []syntax.Word, tags []string, i int) bool {
	for i--; i > 0 && tags[i] == "RB"; i-- {
	}
	return i >= 0 && (words[i].Name || tags[i] == "PRP")
}

func nounTag(word string) string {
	if strings.HasSuffix(word, "s") {
		return "NNS"
	}
	return "NN"
}

// isCoStarBeforeName reports whether "co-star" stands before the name of who is that, in a
// list: "glimpses of Ritter, co-star Rachael Taylor".
func isCoStarBeforeName(words []syntax.Word, i int) bool {
	w := strings.ToLower(words[i].Text)
	return (w == "star" || w == "stars") && strings.ToLower(words[i-1].Text) == "co" && i+1 < len(words) && words[i+1].Name &&
		(i == 1 || words[i-2].Text == ",")
}

// isPassedOn reports whether a participle, or the last of those joined to it, has "by" behind
// it, so that what stands before is what was done.
func isPassedOn(words []syntax.Word, tags []string, i int) bool {
	for i++; i < len(words) && (tags[i] == "VBN" || tags[i] == "VBD" || tags[i] == "CC" || tags[i] == "," || strings.HasPrefix(tags[i], "RB")); i++ {
	}
	return i < len(words) && words[i].Text == "by" || i >= len(words)
}

// tagsOf are the tags of items: that of a verb's phrase is its first verb's, any other's
// that of its last token.
func tagsOf(items []english.Item, tokens []string) []string {
	all := make([]string, len(items))
	for i, item := range items {
		all[i] = tokens[item.Last-1]
		if item.Class == english.Did || item.Class == english.Show || item.Class == english.Post {
			for at := item.First; at < item.Last; at++ {
				if strings.HasPrefix(tokens[at], "VB") {
					all[i] = tokens[at]
					break
				}
			}
		}
	}
	return all
}

// word is an item's first word in lower case; empty outside the sentence.
func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.Items) {
		return ""
	}
	return r.Items[i].Lower
}

func (r *reader) class(i int) english.Class {
	if i < 0 || i >= len(r.Items) {
		return ""
	}
	return r.Items[i].Class
}

// tag is an item's part of speech; empty outside the sentence.
func (r *reader) tag(i int) string {
	if i < 0 || i >= len(r.Tags) {
		return ""
	}
	return r.Tags[i]
}

// span sets the stretch of a claim from one item to another, last not included, in
// whichever order they stand.
func (r *reader) span(c *Claim, first, last int) {
	first, last = min(first, last-1), max(first+1, last)
	c.Span = english.Span{Start: r.Items[first].Start, End: r.Items[last-1].End}
	c.Quote = r.text.Text[c.Start:c.End]
}

// keep takes a claim, unless the sentence has said the same or its title is a guess: a
// claim that is not found harms nobody.
func (r *reader) keep(c Claim) {
	c.Sentence = r.at
	if r.isSaid(c) || r.isOneOfFew(c) || r.isUnsound(c) || c.Title != None && c.Anchor == Carried {
		return
	}
	r.here = append(r.here, c)
}

// isOneOfFew reports whether a count is the "one" of "one of the few".
func (r *reader) isOneOfFew(c Claim) bool {
	return c.Kind == Count && c.Value == 1 && c.item >= 0 && r.word(c.item+1) == "of" && (r.word(c.item+3) == "few" || r.word(c.item+3) == "only" || r.word(c.item+3) == "handful")
}

// isSaid reports whether the sentence has made a claim that holds this one.
func (r *reader) isSaid(c Claim) bool {
	return slices.ContainsFunc(r.here, func(o Claim) bool {
		switch {
		case c.Kind == Credit && (o.Kind == Credit || o.Person != None && (o.Kind == Every || o.Kind == Count)):
			same := o.Role == c.Role || isFront(o.Role) && isFront(c.Role) || c.Role == Other
			return o.Person == c.Person && same && (o.Title == c.Title || o.Overlaps(c.Span) && c.Anchor < Named)
		case o.Kind != c.Kind || !o.Overlaps(c.Span) || c.Kind == Date && o.Unit != c.Unit:
			return false
		case c.Kind == Date:
			return o.Title == c.Title && (o.item == c.item || len(o.Seasons) == 0 || slices.Equal(o.Seasons, c.Seasons)) || o.Span == c.Span
		case c.Kind == Share || c.Kind == Count:
			return o.item == c.item && o.Role == c.Role && o.Person == c.Person
		case c.Kind == Compare:
			return o.item == c.item
		case c.Kind == Every:
			return o.Role == c.Role && o.Person == c.Person
		}
		return o.Role == c.Role && o.Person == c.Person
	})
}

func isFront(role rolecall.Role) bool { return role == Star || role == rolecall.Cast }

// taken reports whether a claim of the sentence rests on a number's item.
func (r *reader) taken(item int) bool {
	return slices.ContainsFunc(r.here, func(o Claim) bool { return o.item == item || slices.Contains(o.items, item) })
}

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}
