package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"rolecall/press"
	"rolecall/press/english"
)

// cause is why a label was missed, or what a wrong find got wrong, as far as that can be
// told without reading the text: so it is counted of unread texts too.
type cause string

// The causes of misses, the first that holds, and of wrong finds.
const (
	titleUnsaid    cause = "its title is not in the text"
	titleUnseen    cause = "its title is not taken for a title"
	personUnseen   cause = "its person is not taken for a person"
	otherTitle     cause = "read of another title"
	otherPerson    cause = "read of another person"
	otherRole      cause = "read in another role"
	otherReading   cause = "read otherwise"
	personAway     cause = "no reading: its person is named elsewhere"
	titleAway      cause = "no reading: its title is named elsewhere"
	namesThere     cause = "no reading: its names are in the sentence"
	nothingNamed   cause = "no reading: of no title or person"
	nothingThere   cause = "nothing is labelled there"
	nothingOfTitle cause = "nothing is labelled there, and it is about no title"
)

func missCauses() []cause {
	return []cause{titleUnsaid, titleUnseen, personUnseen, otherTitle, otherPerson, otherRole, otherReading, titleAway, personAway, namesThere, nothingNamed}
}

func wrongCauses() []cause {
	return []cause{otherTitle, otherPerson, otherRole, otherReading, nothingThere, nothingOfTitle}
}

// names are those of the titles and people that a report names.
type names struct{ titles, people []string }

func namesOf(r press.Report) names {
	var n names
	for _, m := range r.Mentions {
		for _, name := range []string{m.Name, m.Text} {
			if m.Kind == english.Title {
				n.titles = append(n.titles, name)
			} else {
				n.people = append(n.people, surname(name))
			}
		}
	}
	return n
}

func (n names) hasTitle(name string) bool {
	return slices.ContainsFunc(n.titles, func(t string) bool { return titlesAgree(t, name) })
}

// whyMissed is why a label of the text was not found.
func (a assessment) whyMissed(label statement, n names) cause {
	has := func(text, name string) bool { return strings.Contains(" "+fold(text)+" ", " "+fold(name)+" ") }
	switch {
	case label.Title != "" && !n.hasTitle(label.Title) && !has(a.text.Text, label.Title):
		return titleUnsaid
	case label.Title != "" && !n.hasTitle(label.Title):
		return titleUnseen
	case label.Person != "" && has(label.Quote, surname(label.Person)) && !slices.Contains(n.people, surname(label.Person)):
		return personUnseen
	}
	near := rule{near: true}
	for _, find := range a.finds {
		if near.of(label, find) != another {
			return differing(label, find)
		}
	}
	sentence := a.sentenceOf(label)
	switch {
	case label.Title == "" && label.Person == "":
		return nothingNamed
	case label.Title != "" && !has(sentence, label.Title):
		return titleAway
	case label.Person != "" && !has(sentence, surname(label.Person)):
		return personAway
	}
	return namesThere
}

// whyWrong is what a find got wrong.
func (a assessment) whyWrong(find statement) cause {
	near := rule{near: true}
	for _, label := range a.labels {
		if near.of(label, find) != another {
			return differing(label, find)
		}
	}
	if find.Title == "" {
		return nothingOfTitle
	}
	for _, label := range a.labels {
		switch {
		case label.shared(find) <= 0 || label.Kind != find.Kind:
		case label.Person != "" && find.Person != "" && surname(label.Person) != surname(find.Person):
			return otherPerson
		case !rolesAgree(label.Role, find.Role):
			return otherRole
		}
	}
	return nothingThere
}

// differing is in what a find that says nearly the same differs from a label.
func differing(label, find statement) cause {
	if (label.Title != "" || find.Title != "") && !titlesAgree(label.Title, find.Title) {
		return otherTitle
	}
	return otherReading
}

// sentenceOf is the text around a label's quotation, as far as the next ends of sentences.
func (a assessment) sentenceOf(label statement) string {
	if len(label.places) == 0 {
		return ""
	}
	text, at := a.text.Text, label.places[0]
	start := strings.LastIndexAny(text[:at.Start], ".\n!?") + 1
	end := len(text)
	if i := strings.IndexAny(text[at.End:], ".\n!?"); i >= 0 {
		end = at.End + i
	}
	return text[start:end]
}

// causes count misses and wrong finds.
type causes struct{ missed, wrong map[cause]int }

func (c causes) add(a assessment, n names) {
	for i, label := range a.labels {
		if _, matched := a.matched[i]; !matched && !label.optional() {
			c.missed[a.whyMissed(label, n)]++
		}
	}
	for j, find := range a.finds {
		if a.fates[j] == wrong {
			c.wrong[a.whyWrong(find)]++
		}
	}
}

func (c causes) print(out io.Writer) {
	for _, table := range []struct {
		heading string
		order   []cause
		counts  map[cause]int
	}{{"why missed", missCauses(), c.missed}, {"why wrong", wrongCauses(), c.wrong}} {
		fmt.Fprintln(out, table.heading)
		for _, why := range table.order {
			if n := table.counts[why]; n > 0 {
				fmt.Fprintf(out, "%8d  %s\n", n, why)
			}
		}
	}
}
