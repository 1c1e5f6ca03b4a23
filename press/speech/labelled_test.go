package speech

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rolecall"
	"rolecall/press/english"
	"rolecall/press/mention"
)

//go:embed testdata/labelled.txt
var labelledTexts string

//go:embed testdata/kinds.txt
var kindsTexts string

//go:embed testdata/kept.txt
var keptTexts string

// cast are the people whom the texts name. Those of whom nothing is stated are in no
// catalog.
var cast = []mention.Entity{
	held("Greta Gerwig", rolecall.Woman), held("Chloé Zhao", rolecall.Woman), held("Melissa Rosenberg", rolecall.Woman),
	held("Krysten Ritter", rolecall.Woman), held("Ava DuVernay", rolecall.Woman), held("Barry Jenkins", rolecall.Man),
	held("Noah Baumbach", rolecall.Man), held("Ryan Coogler", rolecall.Man), held("Joey Soloway", rolecall.Nonbinary),
	{Class: english.Person, Name: "Xanthe Quill"}, {Class: english.Person, Name: "Jonas Weir"},
	{Class: english.Person, Name: "Ruth Adeyemi"}, {Class: english.Person, Name: "Marta Okafor"},
	{Class: english.Person, Name: "Alexis Lerner"},
	{Class: english.Title, Name: "Lady Bird"}, {Class: english.Title, Name: "Moonlight"}, {Class: english.Title, Name: "Nomadland"},
	{Class: english.Title, Name: "Jessica Jones"}, {Class: english.Title, Name: "Harbour Lights"},
}

func held(name string, g rolecall.Gender) mention.Entity {
	return mention.Entity{Class: english.Person, Name: name, ID: "nm-" + name, Person: rolecall.Person{Name: name, Gender: g}}
}

// namesIn finds the cast in a text, by full name, surname or given name.
func namesIn(sentences []english.Sentence) mention.Found {
	found := mention.Found{Entities: cast}
	for s, sentence := range sentences {
		for i := 0; i < len(sentence.Tokens); i++ {
			for e, entity := range cast {
				if n := namedAt(sentence.Tokens[i:], entity); n > 0 {
					span := english.Span{Start: sentence.Tokens[i].Start, End: sentence.Tokens[i+n-1].End}
					found.Mentions = append(found.Mentions, mention.Mention{Span: span, Text: entity.Name, Sentence: s, First: i, Last: i + n, Class: entity.Class, Entity: e})
					i += n - 1
					break
				}
			}
		}
	}
	return found
}

func namedAt(tokens []english.Token, e mention.Entity) int {
	parts := strings.Fields(e.Name)
	whole := len(tokens) >= len(parts)
	for i, part := range parts {
		whole = whole && strings.EqualFold(tokens[i].Text, part)
	}
	switch {
	case whole && tokens[0].IsCapital():
		return len(parts)
	case e.Class == english.Person && tokens[0].IsCapital() && (strings.EqualFold(tokens[0].Text, parts[1]) || tokens[0].Text == parts[0]):
		return 1
	}
	return 0
}

func find(text string) Result {
	sentences := english.Sentences(text, nil, nil)
	return Find(text, sentences, namesIn(sentences))
}

// labelled is a text with the lines that say what is to be found in it.
type labelled struct {
	text string
	want []string
}

func readLabelled(file string) []labelled {
	var all []labelled
	var one labelled
	keep := func() {
		if one.text = strings.TrimSpace(one.text); one.text != "" {
			all = append(all, one)
		}
		one = labelled{}
	}
	for line := range strings.Lines(file) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case strings.HasPrefix(line, "#"), strings.HasPrefix(line, "    "):
		case strings.HasPrefix(line, "= "), strings.HasPrefix(line, "x "):
			one.want = append(one.want, line)
		default:
			if len(one.want) > 0 {
				keep()
			}
			if line == "---" {
				keep()
				continue
			}
			one.text += line + "\n"
		}
	}
	keep()
	return all
}

// missing are what a text's labels say and its reading does not, and the other way.
func (l labelled) missing() []string {
	r := find(l.text)
	var faults []string
	used := make([]bool, len(r.Quotations))
	for _, want := range l.want {
		part := strings.Split(want[2:], " | ")
		if want[0] == 'x' {
			if !slices.ContainsFunc(r.Dropped, func(d Dropped) bool { return strings.Contains(l.text[d.Start:d.End], strings.TrimSpace(part[0])) }) {
				faults = append(faults, "not dropped: "+want)
			}
			continue
		}
		at := -1
		for i, q := range r.Quotations {
			text := strings.TrimLeft(q.Text, "“‘\"'«„— ")
			if !used[i] && strings.HasPrefix(text, part[1]) && q.Direct == (part[2] == "direct") && (q.Direct || text == part[1]) {
				at = i
				break
			}
		}
		if at < 0 {
			faults = append(faults, "not found: "+want)
			continue
		}
		used[at] = true
		name := "-"
		if q := r.Quotations[at]; q.Speaker != None {
			name = cast[q.Speaker].Name
		}
		if name != part[0] {
			faults = append(faults, fmt.Sprintf("said by %s: %s", name, want))
		}
	}
	for i, q := range r.Quotations {
		if !used[i] {
			faults = append(faults, fmt.Sprintf("not labelled: %d %q %v", q.Speaker, q.Text, q.Direct))
		}
	}
	return faults
}

// The labelled texts, those kept back, and inputs of each kind.
func TestWhoSpeaks(t *testing.T) {
	for name, file := range map[string]string{"labelled": labelledTexts, "kept": keptTexts, "kinds": kindsTexts} {
		all := readLabelled(file)
		if len(all) < 15 {
			t.Errorf("%s: %d texts", name, len(all))
		}
		for _, one := range all {
			t.Run(name+"/"+one.text, func(t *testing.T) {
				for _, fault := range one.missing() {
					t.Error(fault)
				}
			})
		}
	}
}

// What is kept of a quotation beside its speaker.
func TestQuotation(t *testing.T) {
	for text, want := range map[string]string{
		"“We never slept at all,” Gerwig told Variety.":                                                 "told| Variety",
		"“We never slept at all,” Gerwig told Jenkins.":                                                 "told| Jenkins",
		"“We never slept at all,” Gerwig wrote in the Guardian.":                                        "wrote| Guardian",
		"“We never slept at all,” Gerwig said in a statement.":                                          "said| a statement",
		"“We never slept at all,” Gerwig said in Venice on Monday.":                                     "said| ",
		"Speaking to Variety magazine, Gerwig said she was glad.\n\n“We never slept at all,” she said.": "said| Variety",
		"“We never slept at all,” critics said.":                                                        "said|critics ",
		"“We never slept at all,” said a spokesman for Gerwig.":                                         "said|a spokesman for Gerwig ",
		"“We never slept at all,” according to Gerwig.":                                                 "according to| ",
	} {
		r := find(text)
		if len(r.Quotations) == 0 {
			t.Errorf("%s: none", text)
			continue
		}
		q := r.Quotations[len(r.Quotations)-1]
		if got := q.Verb + "|" + q.Called + " " + q.Where; got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// Why a stretch is no quotation.
func TestDropped(t *testing.T) {
	for text, want := range map[string]string{
		"“Never again,” said Gerwig.":                                  Short,
		"Gerwig made “Lady Bird” in a year.":                           ATitle,
		"He read “What Nobody Wanted to Say” by Adeyemi.":              ATitle,
		"An essay titled “on the sea and its films” is out.":           ATitle,
		"“We never slept at all, said Gerwig.":                         Unclosed,
		"“We never slept at all,” Netflix said.":                       Organisation,
		"The so-called “men who cannot cook at all” were there.":       AtArmsLength,
		"Her best line is “we never slept at all”.":                    Dialogue,
		"“We never slept at all,” says the heroine.":                   Dialogue,
		"Ritter plays Jessica. “We never slept at all,” says Jessica.": Dialogue,
		"Q: Did you sleep?\nA: I never slept a minute.":                AskedBy,
	} {
		r := find(text)
		if len(r.Dropped) != 1 || r.Dropped[0].Why != want {
			t.Errorf("%s: %+v, want %s", text, r.Dropped, want)
		}
	}
}
