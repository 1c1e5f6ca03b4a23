// Package claims finds what an article states about credits: who directed, wrote and
// played, how many of them are women, when it was first shown, and how rare all that
// is said to be.
//
// A sentence comes taken apart into clauses and phrases (package clause). Frames read
// them: each knows one way in which a sentence states something (somebody did a job,
// holds a job, plays a part; so many of so many are; shown on) in whatever order and
// voice it does. What a frame leaves open (which title, which season, who "she" is) is
// filled in from what the text speaks of; what is asked, wished or supposed is no claim.
package claims

import (
	"rolecall"
	"rolecall/press/english"
)

// Kind is what a claim is about.
type Kind string

// The kinds of claim.
const (
	// Every says that all or none are of a gender: "all 13 episodes directed by women".
	Every Kind = "every"
	// Count says how many: "three of the nine directors were women".
	Count Kind = "count"
	// Share says how large a part: "17 percent of episodes".
	Share Kind = "share"
	// Credit says that somebody did something: "created by Melissa Rosenberg".
	Credit Kind = "credit"
	// Date says when something was first shown.
	Date Kind = "date"
	// Episodes says how many episodes there are.
	Episodes Kind = "episodes"
	// Rank says where something stands: the first, the only, one of the few.
	Rank Kind = "rank"
	// Compare sets two figures beside each other: "up from 16 percent".
	Compare Kind = "compare"
)

// Kinds are all kinds, in the order of the documentation.
func Kinds() []Kind { return []Kind{Every, Count, Share, Credit, Date, Episodes, Rank, Compare} }

// ByKind gives every kind something of its own, such as its judge. A new kind is one more
// parameter, so that the compiler names each place that has nothing for it yet.
func ByKind[T any](every, count, share, credit, date, episodes, rank, compare T) map[Kind]T {
	return map[Kind]T{
		Every: every, Count: count, Share: share, Credit: credit,
		Date: date, Episodes: episodes, Rank: rank, Compare: compare,
	}
}

// The roles of a claim that are no role of the catalog: Star is the cast's leading
// part, Other a job that is not known or not of film (the author of a novel).
const (
	Star  rolecall.Role = "star"
	Other rolecall.Role = "other"
)

// People is the unit of a claim that counts people: "a third of the directors".
const People = "person"

// None stands for a title or person that a claim does not name.
const None = -1

// Claim is one statement that credits can settle.
type Claim struct {
	english.Span
	Quote string
	Kind  Kind
	// Title and Person are places in the entities found, or None.
	Title, Person int
	// Seasons are the seasons meant, empty for the whole title; Unclear says that some
	// are meant but not which: "the final season". Year and YearTo are the years
	// meant, 0 for none.
	Seasons      []int
	Unclear      bool
	Year, YearTo int
	// Role is empty where none is said.
	Role   rolecall.Role
	Gender rolecall.Gender
	// Beside is a second role of which the same is said: "in front of and behind the
	// camera".
	Beside rolecall.Role
	// Value is the number claimed and HasValue whether there is one; of a share it is
	// the percentage, of a rank the place. Bound says how the words bound it: "",
	// "more", "less", "least", "most", "about". Vague is the word for a quantity
	// without a number: "majority", "few", "some".
	Value    float64
	HasValue bool
	Bound    string
	Vague    string
	// Of is the whole that Value is a part of, 0 where it is not said.
	Of float64
	// Unit is what is counted: "episode", "film", "series", People where the words count
	// people ("of the directors"), or empty where they leave that open.
	Unit string
	// Day is the date claimed, for Date.
	Day english.Day
	// Among says whose titles it is about where that is no one title.
	Among Among
	// Whole says, of a rank, that it is that of titles where all are of the gender: "an
	// all-female list".
	Whole bool
	// Negated says that the claim denies: "no woman", "did not direct".
	Negated bool
	// Loose says that no word tells how much of it is meant: "women directed the season",
	// "it was directed by a woman" may be said of all of it or of some.
	Loose bool
	// Part is which of the episodes it speaks of.
	Part Part
	// Sole says that nobody else has the role: "alone", "the sole director".
	Sole bool
	// Aside says that the words set somebody or a date beside a title without saying that
	// they are its own: "was hired to direct", "Director Ann Lee loved Barbie", "opened in
	// France". A row that agrees supports it, and one that differs proves nothing.
	Aside bool
	// Naming says that a year tells which title is meant rather than when it was shown:
	// "Little Women (1994)", "the 1994 film".
	Naming bool
	// Owners are those whose the text says the title is: "Ann Lee's Harbour Watch".
	Owners []int
	// Company are those whom the sentence sets beside the title in other jobs: who else is
	// said to be in it tells which of two films of a name is meant.
	Company []int
	// Character is who is played, as the text calls them.
	Character string
	// Anchor is how the title was come to, and Doubts what in the words could turn the
	// claim and was not read. A claim with a doubt is never settled.
	Anchor Anchor
	Doubts []Doubt
	// Around is how many words of meaning its sentence has beside it that were not read.
	Around int
	// Testified says that a witness alone reads it so, Unconfirmed that a witness was asked
	// and does not.
	Testified, Unconfirmed bool
	// Sentence is the place of the sentence.
	Sentence int
	// disputing says, of what a witness reads, that the frames read the same words otherwise.
	disputing bool
	// item is the number's item, and items others that the claim has taken, so that no
	// weaker reading takes them again; -1 where there is none.
	item  int
	items []int
}

// Anywhere is the claim without its place: two that are equal then say the same.
func (c Claim) Anywhere() Claim {
	c.Span, c.Quote, c.Sentence, c.disputing, c.item, c.items = english.Span{}, "", 0, false, 0, nil
	return c
}

// Part is which of a title's episodes a claim speaks of. The zero Part is some of them,
// for which one is enough.
type Part struct {
	// All is each of them: "all of season one".
	All bool
	// Numbers are those named by their places: "episodes 2 and 3", "the first three".
	Numbers []int
	// Last are so many at the end: 1 for "the finale", 2 for "the last two".
	Last int
}

// Anchor is how the title of a claim was come to, the surest last.
type Anchor int

// The anchors.
const (
	// Carried is a title that the text spoke of before, while others could be meant.
	Carried Anchor = iota
	// Alone is the only title that the paragraph can mean.
	Alone
	// Headed is the title of the heading or list entry that the words stand under.
	Headed
	// Named is a title in the claim's own clause.
	Named
)

// Doubt is what makes the reading of a claim unsure, in words for the reason of its
// verdict: "a plan", "what somebody says", "almost".
type Doubt string

// The doubts.
const (
	Plan        Doubt = "it speaks of a plan"
	Hearsay     Doubt = "it gives a rumour or a belief"
	Supposed    Doubt = "it supposes or wishes"
	Asked       Doubt = "it is part of a question"
	Nearly      Doubt = "it says almost"
	Ended       Doubt = "it speaks of an engagement that ended"
	Elsewhere   Doubt = "it speaks of another medium or another country"
	Attribute   Doubt = "it asks for something that credits do not hold"
	Respective  Doubt = "it is not sure which belongs to which"
	Unread      Doubt = "some of its words were not understood"
	Figurative  Doubt = "it may be irony"
	ManyTitles  Doubt = "it is not sure which title is meant"
	ManyPersons Doubt = "it is not sure who is meant"
)
