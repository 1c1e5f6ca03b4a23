package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
)

// labelledTexts are the texts of a labelled file, the longest first.
func labelledTexts(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []string
	scanner := bufio.NewScanner(f)
	scanner.Buffer(nil, 1<<20)
	for n := 1; scanner.Scan(); n++ {
		var line struct {
			Text string `json:"text"`
		}
		if err := json.Unmarshal(scanner.Bytes(), &line); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		all = append(all, line.Text)
	}
	slices.SortStableFunc(all, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	return all, scanner.Err()
}

// compose is an article of at least so many words, if there are as many.
func compose(texts []string, words int) string {
	var parts []string
	for n, i := 0, 0; n < words && i < len(texts); i++ {
		parts = append(parts, texts[i])
		n += len(strings.Fields(texts[i]))
	}
	return strings.Join(parts, "\n\n")
}

// hardKind is a kind of hard text: a stretch that is repeated, or one that is made to a
// length.
type hardKind struct {
	name   string
	repeat string
	make   func(size int) string
}

// lead stands before the hard part, so that a text is taken for English, as who wants to do
// harm would see to. It names nobody, as looking names up would hide what the rest costs.
const lead = "It was one of those days when there is nothing to do but to look at the rain, and that is what we did. "

// mostLead is how much of a text is lead, in bytes: as much as is looked at to tell the
// language.
const mostLead = 6000

// text is a text of so many bytes.
func (k hardKind) text(size int) string {
	n := min(mostLead, size/2) / len(lead)
	first := strings.Repeat(lead, n) + "\n\n"
	size -= len(first)
	if k.make != nil {
		return first + k.make(size)
	}
	return first + strings.Repeat(k.repeat, size/len(k.repeat)+1)[:size]
}

func hardKinds() []hardKind {
	return []hardKind{
		{name: "plain sentences", repeat: "Susanne Bier directed all six episodes of The Night Manager. It starred Tom Hiddleston. Women directed 17 percent of episodes in 2017, up from 16 percent.\n\n"},
		{name: "full stops", repeat: "."},
		{name: "one-letter sentences", repeat: "A. "},
		{name: "closing quotes", repeat: "”"},
		{name: "opening quotes", repeat: "“ "},
		{name: "straight quotes", repeat: `" `},
		{name: "nested quotations", make: func(size int) string { return nested("“ ‘ a ", " ’ ”", size) }},
		{name: "brackets", make: func(size int) string { return nested("(", ")", size) }},
		{name: "opening brackets", repeat: "([ "},
		{name: "distinct names", make: func(size int) string { return numbered("%s %s directed it. ", size) }},
		{name: "distinct titles", make: func(size int) string { return numbered("“%s %s” won. ", size) }},
		{name: "names without end", make: func(size int) string { return numbered("%s %s and ", size) }},
		{name: "held names", repeat: "Krysten Ritter directed Jessica Jones. "},
		{name: "percentages", repeat: "17 percent of 20 percent of "},
		{name: "numbers", repeat: "one of the three of 12 of "},
		{name: "capital words", repeat: "The Big Little Night Crown "},
		{name: "one capital word", repeat: "Fargo "},
		{name: "who who who", repeat: "who "},
		{name: "clauses in clauses", repeat: "who directed the film that she wrote, which "},
		{name: "commas and and", repeat: ", and "},
		{name: "she and she", repeat: "she directed it and "},
		{name: "all of all of", repeat: "all episodes of the season of "},
		{name: "newlines", repeat: "\n"},
		{name: "short lines", repeat: "a\n"},
		{name: "questions, answers", repeat: "Q: Who directed it?\nA: She did.\n"},
		{name: "labelled lines", repeat: "Director: Ann Lee\n"},
		{name: "list entries", repeat: "- Ann Lee, director\n"},
		{name: "said and said", repeat: `"Yes," said Ann Lee, who said that she said `},
		{name: "dates", repeat: "March 8, 2018, "},
		{name: "one long word", repeat: "a"},
		{name: "dashes", repeat: "— "},
		{name: "spaces", repeat: " "},
		{name: "accents on one letter", repeat: "\u0301"},
	}
}

// nested opens as often as it closes.
func nested(opening, closing string, size int) string {
	n := size / (len(opening) + len(closing))
	return strings.Repeat(opening, n) + strings.Repeat(closing, n)
}

// numbered repeats a form with a first and a second name that do not come again.
func numbered(form string, size int) string {
	var out strings.Builder
	for n := 0; out.Len() < size; n++ {
		fmt.Fprintf(&out, form, name(n), name(n*7+3))
	}
	return out.String()[:size]
}

// name is a word of syllables for a number.
func name(n int) string {
	syllables := []string{"ba", "de", "fi", "go", "lu", "ma", "ne", "ri", "so", "tu"}
	var word string
	for n += 100; n > 0; n /= 10 {
		word += syllables[n%10]
	}
	return strings.ToUpper(word[:1]) + word[1:]
}
