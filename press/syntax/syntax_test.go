package syntax_test

import (
	"strings"
	"testing"

	"rolecall/press/english"
	"rolecall/press/syntax"
)

// words cuts a text as the reader of claims does. A name in brackets, "[Get Out]", is
// one word and known to be a name.
func words(text string) []syntax.Word {
	var out []syntax.Word
	for text != "" {
		plain, rest, _ := strings.Cut(text, "[")
		for _, t := range english.Tokens(plain, english.Span{End: len(plain)}) {
			if t.Text != `"` {
				out = append(out, syntax.Word{Text: t.Text})
			}
		}
		name, after, found := strings.Cut(rest, "]")
		if found {
			out = append(out, syntax.Word{Text: name, Name: true})
		}
		text = after
	}
	return out
}

// TestTagsOfTheTrade: the words of film credits are nouns here and verbs there.
func TestTagsOfTheTrade(t *testing.T) {
	for _, c := range []struct{ sentence, word, tag string }{
		{"[Chloé Zhao] directs [Nomadland].", "directs", "VBZ"},
		{"She directs the second season.", "directs", "VBZ"},
		{"[Nomadland] was directed by [Chloé Zhao].", "directed", "VBN"},
		{"[Chloé Zhao] directed [Nomadland] in 2020.", "directed", "VBD"},
		{"The film directed by [Chloé Zhao] won three awards.", "directed", "VBN"},
		{"The film directed by [Chloé Zhao] won three awards.", "won", "VBD"},
		{"[Frances McDormand] leads a cast of newcomers.", "leads", "VBZ"},
		{"[Frances McDormand] leads a cast of newcomers.", "cast", "NN"},
		{"[Barry Jenkins] cast [Trevante Rhodes] as the lead.", "cast", "VBD"},
		{"[Barry Jenkins] cast [Trevante Rhodes] as the lead.", "lead", "NN"},
		{"The two leads are women.", "leads", "NNS"},
		{"It stars [Viola Davis] as a widow.", "stars", "VBZ"},
		{"Two stars of the film were nominated.", "stars", "NNS"},
		{"The score was written by [Hildur Guðnadóttir].", "score", "NN"},
		{"The final cut runs three hours.", "cut", "NN"},
		{"The film was shot in Georgia.", "shot", "VBN"},
		{"The opening shot lasts four minutes.", "shot", "NN"},
		{"[Ava DuVernay] has not directed an episode.", "directed", "VBN"},
		{"They've produced four features.", "They've", "PRP"},
		{"They've produced four features.", "produced", "VBN"},
	} {
		w := words(c.sentence)
		tags := syntax.Tag(w)
		for i := range w {
			if w[i].Text == c.word && tags[i] != c.tag {
				t.Errorf("%s: %s is tagged %s, want %s", c.sentence, c.word, tags[i], c.tag)
			}
		}
	}
}

// TestNamesAreNotLookedAt: a name is a proper noun whatever its letters say.
func TestNamesAreNotLookedAt(t *testing.T) {
	for _, name := range []string{"Run", "They've Gone", "", "127 Hours", "...", "\xff"} {
		w := []syntax.Word{{Text: "She"}, {Text: "saw"}, {Text: name, Name: true}, {Text: "twice"}}
		tags := syntax.Tag(w)
		if len(tags) != len(w) || tags[2] != "NNP" || tags[1] != "VBD" {
			t.Errorf("the name %q: %v", name, tags)
		}
	}
}

// FuzzTag: whatever the words are, each gets a tag.
func FuzzTag(f *testing.F) {
	f.Add("She directs, and they've  not\xff 'd ' cannot.", uint8(0))
	f.Add("", uint8(1))
	f.Add(strings.Repeat("a film of ", 3400), uint8(3))
	f.Fuzz(func(t *testing.T, text string, every uint8) {
		var w []syntax.Word
		for i, field := range strings.Split(text, " ") {
			w = append(w, syntax.Word{Text: field, Name: every > 0 && i%int(every) == 0})
		}
		for i, tag := range syntax.Tag(w) {
			if tag == "" {
				t.Errorf("no tag for %q", w[i].Text)
			}
		}
	})
}
