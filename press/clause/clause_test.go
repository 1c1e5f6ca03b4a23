package clause_test

import (
	"strings"
	"testing"

	"rolecall/press/clause"
	"rolecall/press/english"
	"rolecall/press/syntax"
)

// read takes a sentence apart in which titles stand in square brackets and people in curly
// ones.
func read(text string) (*clause.Sentence, string) {
	var mentions []english.Mention
	plain := strings.NewReplacer("[", "", "]", "", "{", "", "}", "").Replace(text)
	tokens := english.Tokens(plain, english.Span{End: len(plain)})
	at := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '[', '{':
			class, end := english.Title, strings.IndexByte(text[i:], ']')
			if text[i] == '{' {
				class, end = english.Person, strings.IndexByte(text[i:], '}')
			}
			if end > 0 {
				mentions = append(mentions, covering(tokens, at, at+end-1, class))
			}
		case ']', '}':
		default:
			at++
		}
	}
	words := make([]syntax.Word, len(tokens))
	for i, t := range tokens {
		words[i].Text = t.Text
	}
	tags := syntax.Tag(words)
	items := english.Items(tokens, tags, mentions)
	ofItems := make([]string, len(items))
	for i, item := range items {
		ofItems[i] = tags[item.Last-1]
	}
	return clause.Read(items, ofItems), plain
}

func covering(tokens []english.Token, start, end int, class english.Class) english.Mention {
	m := english.Mention{Class: class, First: -1}
	for i, t := range tokens {
		if t.Start >= start && t.End <= end {
			if m.First < 0 {
				m.First = i
			}
			m.Last = i + 1
		}
	}
	return m
}

// describe writes the clauses that have a verb: subject, verb, objects and what
// prepositions govern, each by its words.
func describe(s *clause.Sentence, text string) string {
	words := func(p *clause.Phrase) string {
		if p == nil {
			return "–"
		}
		return text[s.Items[p.First].Start:s.Items[p.Last-1].End]
	}
	var all []string
	for _, c := range s.Clauses {
		if c.Group == nil {
			continue
		}
		line := words(c.Subject) + " | " + text[s.Items[c.Group.First].Start:s.Items[c.Group.Last-1].End]
		if c.Negated {
			line += " NOT"
		}
		for _, o := range c.Objects {
			line += " | " + words(o)
		}
		for _, p := range c.With {
			line += " | " + p.Prep + ": " + words(p)
		}
		if c.Antecedent != nil && c.Subject != c.Antecedent {
			line += " | of: " + words(c.Antecedent)
		}
		all = append(all, line)
	}
	return strings.Join(all, "\n")
}

func TestRead(t *testing.T) {
	for text, want := range map[string]string{
		"{Ann Lee} directed [Blue Hour].":                                      "Ann Lee | directed | Blue Hour",
		"[Blue Hour] was not directed by {Ann Lee}.":                           "Blue Hour | was not directed NOT | by: Ann Lee",
		"{Ann Lee}, who began as a painter, directed [Blue Hour].":             "Ann Lee | directed | Blue Hour\nAnn Lee | began | as: a painter",
		"[Blue Hour], which {Ann Lee} wrote, opened in 2019.":                  "Blue Hour | opened | in: 2019\nAnn Lee | wrote | of: Blue Hour",
		"{Ann Lee} created [Blue Hour], starred in it and wrote for it.":       "Ann Lee | created | Blue Hour\nAnn Lee | starred | in: it\nAnn Lee | wrote | for: it",
		"In [Blue Hour], {Ann Lee} plays a nurse.":                             "Ann Lee | plays | a nurse | in: Blue Hour",
		"That one she wrote.":                                                  "she | wrote | That one",
		"The film directed by {Ann Lee} won.":                                  "The film | won\n– | directed | by: Ann Lee | of: The film",
		"Four of the five directors were women.":                               "Four of the five directors | were | women",
		"{Ann Lee}, {Bo Diaz} and {Cy Oduya} starred in it.":                   "Ann Lee, Bo Diaz and Cy Oduya | starred | in: it",
		"{Ann Lee} directed two episodes, and {Bo Diaz} directed three.":       "Ann Lee | directed | two episodes\nBo Diaz | directed | three",
		"[Blue Hour] is {Ann Lee}'s, and the score is by {Bo Diaz}.":           "Blue Hour | is | Ann Lee's\nthe score | is | by: Bo Diaz",
		"Neither {Ann Lee} nor {Bo Diaz} directed an episode of [Blue Hour].":  "Neither Ann Lee nor Bo Diaz | directed | an episode of Blue Hour",
		"{Ann Lee} said that women had directed every episode of [Blue Hour].": "Ann Lee | said\nwomen | had directed | every episode of Blue Hour",
	} {
		s, plain := read(text)
		if got := describe(s, plain); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestQuantities(t *testing.T) {
	for text, want := range map[string]clause.Quantity{
		"Every episode was shown.":                {Kind: clause.All},
		"No woman was there.":                     {Kind: clause.None},
		"Four of the five directors were women.":  {Kind: clause.Number, Value: 4, Has: true, Of: 5},
		"All but two of the episodes were shown.": {Kind: clause.AllBut, Value: 2, Has: true},
		"Only three women were there.":            {Kind: clause.Number, Value: 3, Has: true},
		"A third of the writers were women.":      {Kind: clause.Share, Value: 100.0 / 3, Has: true},
	} {
		s, _ := read(text)
		got := s.Phrases[0].Quantity
		got.Item = 0
		if got != want {
			t.Errorf("%s: %+v, want %+v", text, got, want)
		}
	}
}

// Whatever the words, reading ends, and every phrase and clause lies within the sentence.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"{Ann Lee} directed [Blue Hour].", "who who whose which (", ", , and and of of 's 's", "as as in in which which whose whose"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, _ := read(text)
		for _, p := range s.Phrases {
			if p.First < 0 || p.Last > len(s.Items) || p.First >= p.Last || p.Head < p.First || p.Head >= p.Last {
				t.Fatalf("phrase %d to %d, head %d, of %d items", p.First, p.Last, p.Head, len(s.Items))
			}
		}
		for _, c := range s.Clauses {
			if c.Group != nil && (c.Group.First < 0 || c.Group.Last > len(s.Items)) {
				t.Fatalf("verb %d to %d of %d items", c.Group.First, c.Group.Last, len(s.Items))
			}
		}
	})
}
