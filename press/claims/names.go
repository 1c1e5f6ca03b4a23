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
