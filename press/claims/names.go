package claims

import (
	"slices"
	"strings"

	"rolecall/press/clause"
	"rolecall/press/english"
	"rolecall/press/mention"
)

// Names that only look like titles: a number before what it counts, the surname of
// somebody whom the text names in full, an episode's own title.

// dropNumbers takes back the titles that are numbers before a noun: "Seventy-two minutes".
func dropNumbers(text *Text) {
	text.Found.Mentions = slices.DeleteFunc(text.Found.Mentions, func(m mention.Mention) bool {
		tokens := text.Sentences[m.Sentence].Tokens
		if m.Class != english.Title || m.First > 0 || m.Last >= len(tokens) || !strings.HasSuffix(tokens[m.Last].Lower, "s") || !isPlainWord(tokens[m.Last].Text) {
			return false
		}
		for _, t := range tokens[m.First:m.Last] {
			for word := range strings.SplitSeq(t.Lower, "-") {
				if word != "" && !english.IsNumberWord(word) {
					return false
				}
			}
		}
		return true
	})
}

// dropFalse takes back the names that the words they consist of, or those beside them, show to
// be none.
func dropFalse(text *Text) {
	headlines := headlinesOnly(text)
	text.Found.Mentions = slices.DeleteFunc(text.Found.Mentions, func(m mention.Mention) bool {
		tokens := text.Sentences[m.Sentence].Tokens
		e := text.Found.Entities[m.Entity]
		if e.Marked || e.ID != "" || e.Among > 0 {
			return false
		}
		switch m.Class {
		case english.Title:
			return isByline(tokens, m) || isCountOf(tokens, m) || isPartOfSentence(tokens, m) || headlines[m.Entity]
		case english.Person, english.Name:
			return m.First == 0 && m.Last > 1 && conjunctions[tokens[0].Lower]
		}
		return false
	})
}

// conjunctions begin sentences before a name that is not theirs: "Except Price isn't".
var conjunctions = wordSet("as if except unlike besides when while whereas although though because since unless whether despite")

// bylines are verbs of making that begin a byline.
var bylines = wordSet("created directed written produced developed adapted based wrote edited shot filmed composed designed presented hosted narrated starring featuring")

// isByline reports whether a name begins as a byline does: "Created" by her, "Based on Till
// Death", "Developed for Television".
func isByline(tokens []english.Token, m mention.Mention) bool {
	if !bylines[tokens[m.First].Lower] {
		return false
	}
	next := tokenAt(tokens, m.Last)
	return next == "by" || m.Last-m.First > 1 && (tokens[m.First+1].Lower == "on" || tokens[m.First+1].Lower == "for" || tokens[m.First+1].Lower == "by") || tokens[m.First].Lower == "wrote"
}

func tokenAt(tokens []english.Token, i int) string {
	if i < 0 || i >= len(tokens) {
		return ""
	}
	return tokens[i].Lower
}

// isCountOf reports whether a name is a number before what it counts: "Zero episodes".
func isCountOf(tokens []english.Token, m mention.Mention) bool {
	next := tokenAt(tokens, m.Last)
	return m.Last-m.First == 1 && english.IsNumberWord(tokens[m.First].Lower) && (next == "episodes" || next == "films" || next == "women" || next == "of")
}

// prepositions begin sentences and are capital for no other reason.
var prepositions = wordSet("onboard aboard amid amidst among amongst throughout within alongside despite following during upon via")

// isPartOfSentence reports whether a name is the beginning of a sentence: "Onboard a US
// nuclear submarine".
func isPartOfSentence(tokens []english.Token, m mention.Mention) bool {
	return m.First == 0 && prepositions[tokens[0].Lower] && isPlainWord(tokenText(tokens, m.Last))
}

func tokenText(tokens []english.Token, i int) string {
	if i < 0 || i >= len(tokens) {
		return ""
	}
	return tokens[i].Text
}

// aboutTitles are the words of headlines about titles, of which no title has two.
var aboutTitles = wordSet("tv television season seasons finale finales episode episodes best worst favorite favorites favourite favourites greatest top news roundup round-up review reviews recap list guide films film movies movie shows show series directors director actors showrunners women woman female award awards festival cast casting trailer interview announced coming soon ranked reasons things facts explained reveals joins pilot pilots study report")

// headlinesOnly are the titles that the text names in headings only, by words that are about
// titles: "My Favorite TV Season Finales".
func headlinesOnly(text *Text) map[int]bool {
	only := make(map[int]bool)
	for _, m := range text.Found.Mentions {
		if m.Class != english.Title {
			continue
		}
		b := text.Sentences[m.Sentence].Block
		n := 0
		for _, t := range text.Sentences[m.Sentence].Tokens[m.First:m.Last] {
			if aboutTitles[t.Lower] {
				n++
			}
		}
		is := n > 1 && b >= 0 && b < len(text.Blocks) && text.Blocks[b].Shape == english.Heading
		if before, seen := only[m.Entity]; seen {
			is = is && before
		}
		only[m.Entity] = is
	}
	return only
}

func isPlainWord(word string) bool { return word != "" && word[0] >= 'a' && word[0] <= 'z' }

// joinSurnames gives a title of one word that the catalog does not hold, and that fills no
// title's place, to the one person of that surname: "Oldman" after "Gary Oldman". It
// reports the entities that are people now.
func joinSurnames(found mention.Found, filled map[int]*places) map[int]bool {
	joined := make(map[int]bool)
	for entity, e := range found.Entities {
		if p := filled[entity]; e.Class != english.Title || e.ID != "" || e.Among > 0 || strings.Contains(e.Name, " ") || p != nil && p.title > 0 {
			continue
		}
		person := bearerOf(found, e.Name)
		if person == None {
			continue
		}
		joined[person] = true
		for i, m := range found.Mentions {
			if m.Entity == entity {
				found.Mentions[i].Entity, found.Mentions[i].Class = person, english.Person
			}
		}
	}
	return joined
}

// bearerOf is the one person of a surname, or None.
func bearerOf(found mention.Found, surname string) int {
	bearer := None
	for entity, e := range found.Entities {
		if e.Class != english.Person || !strings.HasSuffix(e.Name, " "+surname) {
			continue
		}
		if bearer != None {
			return None
		}
		bearer = entity
	}
	return bearer
}

// demoted makes names of the titles that are an episode's, and reports them: what is said of
// an episode is said of the series that the text is about.
func demoted(text Text) map[int]bool {
	episodes := make(map[int]bool)
	for s, read := range text.read {
		episodeTitles(text, s, read, episodes)
	}
	for entity := range episodes {
		text.Found.Entities[entity].Class = english.Name
	}
	for i, m := range text.Found.Mentions {
		if episodes[m.Entity] {
			text.Found.Mentions[i].Class = english.Name
		}
	}
	return episodes
}

// episodeTitles adds the entities that a sentence names in quotation marks as one of the
// episodes: `the ninth, "Crimson Sky"`, `the episode "Ozymandias"`.
func episodeTitles(text Text, s int, read *clause.Sentence, episodes map[int]bool) {
	var look func(p *clause.Phrase)
	look = func(p *clause.Phrase) {
		for _, m := range p.All() {
			head := read.Items[m.Core().Head]
			if of := m.Of; of != nil && of.Class == english.Title && of.Owner == nil && m.Class == english.Number && m.Quantity.Has { // "two of Grizzly Bear": a band
				episodes[read.Items[of.Head].Name] = true
			}
			counted := head.Class == english.Ordinal && read.Items[m.First].Lower == "the" || head.Class == english.Episode || head.Class == english.Unit && head.Of[0] == "episode"
			for _, a := range m.Apposed {
				if item := read.Items[a.Head]; counted && a.Class == english.Title && a.Bracket == nil && item.Start > 0 && isQuote(text.Text[:item.Start]) {
					episodes[item.Name] = true
				}
				look(a)
			}
			if m.Of != nil {
				look(m.Of)
			}
		}
	}
	for _, p := range read.Phrases {
		look(p)
	}
}

// isQuote reports whether a text ends with an opening quotation mark.
func isQuote(before string) bool {
	for _, mark := range []string{`"`, "“", "‘", "«", "'"} {
		if strings.HasSuffix(before, mark) {
			return true
		}
	}
	return false
}
