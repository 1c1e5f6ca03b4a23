package render

import (
	"fmt"
	"strings"

	"rolecall"
	"rolecall/measure"
)

// Sentence is the headline of a title's page: who directed it, as one would say
// it aloud. Numbers of episodes are whole, or a range where something is not
// known.
func Sentence(l measure.Lineup) string {
	directors, _ := l.Role(rolecall.Director)
	switch {
	case len(l.Leaves) == 0:
		return "No episode of it is held"
	case directors.People.Total() == 0:
		return "Who directed it is not held"
	case len(l.Leaves) == 1:
		return "Directed by " + directedBy(directors)
	}
	return episodesDirected(directors)
}

// directedBy names the directors of one film or episode with what is stated of
// them.
func directedBy(r measure.RoleCount) string {
	all := make([]string, len(r.Credited))
	for i, c := range r.Credited {
		all[i] = c.Person.Name
	}
	named := listWords(all)
	for _, g := range rolecall.Genders() {
		switch {
		case r.People.Of(g) != r.People.Total():
		case g == rolecall.Unknown:
			return named
		case r.People.Total() == 1:
			return articled(g) + ", " + named
		default:
			return NumberWords(r.People.Total()) + " " + groupOf(g) + ", " + named
		}
	}
	return listWords(names(r.Credited))
}

// articled is "a woman", "a man", "a non-binary person".
func articled(g rolecall.Gender) string {
	if g == rolecall.Nonbinary {
		return "a non-binary person"
	}
	return article(g)
}

// groupOf is the plural of articled.
func groupOf(g rolecall.Gender) string {
	if g == rolecall.Nonbinary {
		return "non-binary people"
	}
	return g.Plural()
}

func episodesDirected(r measure.RoleCount) string {
	any, all := r.PerTitle.Any(rolecall.Woman), r.PerTitle.All(rolecall.Woman)
	settled := any.Certain == any.Possible
	switch {
	case all.Certain == all.Of && r.People.Total() == 1:
		return fmt.Sprintf("All %d episodes were directed by one woman", all.Of)
	case all.Certain == all.Of:
		return fmt.Sprintf("All %d episodes were directed by women", all.Of)
	case settled && any.Certain == 0:
		return fmt.Sprintf("None of the %d episodes was directed by a woman", any.Of)
	case any.Certain == 0 && any.Possible == any.Of && r.People.Known() == 0:
		return fmt.Sprintf("Who directed the %d episodes is known, their gender is not stated", any.Of)
	case any.Certain == 0 && !settled:
		return fmt.Sprintf("Women directed at most %d of %d episodes", any.Possible, any.Of)
	case any == all && settled:
		return fmt.Sprintf("%d of %d episodes %s directed by women", any.Certain, any.Of, wasWere(any.Certain))
	case any == all:
		return fmt.Sprintf("Women directed at least %d of %d episodes, at most %d", any.Certain, any.Of, any.Possible)
	case settled:
		return fmt.Sprintf("%d of %d episodes were directed or co-directed by women", any.Certain, any.Of)
	}
	return fmt.Sprintf("Women directed or co-directed at least %d of %d episodes, at most %d", any.Certain, any.Of, any.Possible)
}

func wasWere(n int) string {
	if n == 1 {
		return "was"
	}
	return "were"
}

// Detail is what stands below the headline: the people, as universities count,
// directors first, then writers and whoever is billed first.
func Detail(l measure.Lineup) string {
	var sentences []string
	directors, _ := l.Role(rolecall.Director)
	if len(l.Leaves) > 1 && directors.People.Total() > 0 {
		sentences = append(sentences, groupSentence(directors.People, "director", "directors"))
		if missing := len(directors.PerTitle) - directors.PerTitle.Held(); missing > 0 {
			sentences = append(sentences, fmt.Sprintf("For %s no director is held.", plural(missing, "episode", "episodes")))
		}
	}
	if writers, _ := l.Role(rolecall.Writer); writers.People.Total() > 0 {
		sentences = append(sentences, groupSentence(writers.People, "credited writer", "credited writers"))
	} else if len(l.Leaves) > 0 {
		sentences = append(sentences, "Who wrote it is not held.")
	}
	if lead, known := l.Lead(); known && len(lead.Credited) == 1 {
		p := lead.Credited[0].Person
		sentences = append(sentences, fmt.Sprintf("First billed is %s%s.", p.Name, leadWords(p.Gender)))
	}
	return strings.Join(sentences, " ")
}

func leadWords(g rolecall.Gender) string {
	if g == rolecall.Unknown {
		return ", whose gender no source here states"
	}
	return ", " + articled(g)
}

// groupSentence is "Thirteen directors, all women." or "Of its ten credited
// writers, two are women, and of eight no gender is stated."
func groupSentence(t rolecall.Tally, one, many string) string {
	n := t.Total()
	for _, g := range []rolecall.Gender{rolecall.Woman, rolecall.Man, rolecall.Nonbinary} {
		switch {
		case t.Of(g) != n:
		case n == 1:
			return fmt.Sprintf("One %s, %s.", one, articled(g))
		default:
			return fmt.Sprintf("%s %s, %s.", begun(NumberWords(n)), many, allOf(n, g))
		}
	}
	if t.Unknown == n {
		return fmt.Sprintf("%s, whose gender no source here states.", begun(peopleOf(n, one, many)))
	}
	var parts []string
	for _, g := range []rolecall.Gender{rolecall.Woman, rolecall.Man, rolecall.Nonbinary} {
		switch k := t.Of(g); {
		case k == 1:
			parts = append(parts, "one is "+articled(g))
		case k > 1:
			parts = append(parts, NumberWords(k)+" are "+groupOf(g))
		}
	}
	if t.Unknown > 0 {
		parts = append(parts, fmt.Sprintf("of %s no gender is stated", NumberWords(t.Unknown)))
	}
	return fmt.Sprintf("Of its %s, %s.", peopleOf(n, one, many), listWords(parts))
}

func allOf(n int, g rolecall.Gender) string {
	if n == 2 {
		return "both " + groupOf(g)
	}
	return "all " + groupOf(g)
}

func peopleOf(n int, one, many string) string {
	if n == 1 {
		return "one " + one
	}
	return NumberWords(n) + " " + many
}

func begun(words string) string { return strings.ToUpper(words[:1]) + words[1:] }

var numberWords = []string{
	"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
}

// NumberWords writes numbers up to twenty in words, as prose does, others in
// figures.
func NumberWords(n int) string {
	if n >= 0 && n < len(numberWords) {
		return numberWords[n]
	}
	return fmt.Sprint(n)
}

// ShareRange reads a share as its lower and upper bound: "44.4–66.7 %".
func ShareRange(s rolecall.Share) string { return shareWords(s) }

// EpisodesOf says on which titles of a lineup a person is credited: "1–3, 5",
// "whole season", "s1: 2, 3"; nothing for a film.
func EpisodesOf(l measure.Lineup, c measure.Credited) string { return episodesOf(l, c) }

// WorkEpisodes are the episodes of a work in the same words.
func WorkEpisodes(w measure.Work) string { return workEpisodes(w) }

// GenderReason says what the statements about a person come to and why.
func GenderReason(c measure.Career) string { return Person{Career: c}.genderWords() }

// TallyWords is "3 women, 5 men, 1 not stated".
func TallyWords(t rolecall.Tally) string { return tallyWords(t) }

// ShortHash is the beginning and the end of a hash, for reading.
func ShortHash(hash string) string { return shortHash(hash) }
