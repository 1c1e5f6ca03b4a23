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
	sentences := english.Sentences(text, nil)
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
		at := slices.IndexFunc(r.Quotations, func(q Quotation) bool {
			text := strings.TrimLeft(q.Text, "“‘\"'«— ")
			return strings.HasPrefix(text, part[1]) && q.Direct == (part[2] == "direct") && (q.Direct || text == part[1])
		})
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

func TestLabelled(t *testing.T) {
	for _, one := range readLabelled(labelledTexts) {
		t.Run(one.text, func(t *testing.T) {
			for _, fault := range one.missing() {
				t.Error(fault)
			}
		})
	}
}

func TestKept(t *testing.T) {
	right, all := 0, readLabelled(keptTexts)
	for _, one := range all {
		if faults := one.missing(); len(faults) == 0 {
			right++
		} else {
			t.Log(one.text, faults)
		}
	}
	t.Logf("%d of %d texts are read as labelled", right, len(all))
}
