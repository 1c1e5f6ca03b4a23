package sentence

import (
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/measure"
	"rolecall/phrase"
)

// Gender says what the statements about a person come to and why.
func Gender(c measure.Career) string {
	deciding := len(c.Deciding)
	switch {
	case c.Person.Conflict:
		return fmt.Sprintf("Counted as unknown: %s disagree.", phrase.Counted(deciding, "statement", "statements of equal weight"))
	case deciding == 0:
		return "Gender not stated by any source here; counted as unknown."
	}
	return fmt.Sprintf("Counted as %s, by %s.", phrase.Person(c.Person.Gender), phrase.Counted(deciding, "statement", "statements"))
}

// Statement is a statement with the words of its source: "woman: “actress”", "woman:
// “an all-female list of directors” (said of a group)".
func Statement(s rolecall.Statement) string {
	if s.Wording == "" {
		return s.Gender.Words()
	}
	words := s.Gender.Words() + ": “" + s.Wording + "”"
	if form := Form(s.Form); form != "" {
		words += " (" + form + ")"
	}
	return words
}

// Form is what a reader has to know of how a statement is worded; empty where the page
// speaks of the person, as most do.
func Form(f rolecall.Form) string {
	switch f {
	case rolecall.List:
		return "by a place on a list"
	case rolecall.Group:
		return "said of a group"
	}
	return ""
}

// As is what somebody did beyond the role, characters first: "Captain Marie",
// "story by".
func As(c rolecall.Credit) string {
	did := slices.Clone(c.Characters)
	if c.Job != "" {
		did = append(did, c.Job)
	}
	return strings.Join(did, ", ")
}

// WorkEpisodes are those that somebody is credited on in a season or series.
func WorkEpisodes(w measure.Work) Placed {
	switch {
	case w.Title.Kind == rolecall.Film:
		return Placed{}
	case len(w.Leaves) == 0:
		return Placed{words: phrase.EpisodesNotSaid}
	case w.IsWide():
		return Placed{words: phrase.Whole(w.Scope)}
	case w.Title.Kind != rolecall.Season:
		return Placed{words: phrase.SeasonNotKnown(len(w.Leaves))}
	}
	return Placed{numbers: numbersOf(w.Leaves)}
}
