// Package survey counts what a checked corpus comes to: who is quoted by which outlets, which
// claims are repeated and which are contradicted, which titles and people are covered. It
// reads the tables of a run, whichever format they are in, into a database of its own, asks
// that in SQL, and keeps little of them in memory.
package survey

import (
	"context"
	"fmt"
	"slices"

	"rolecall"
	"rolecall/corpus/journal"
	"rolecall/phrase"
)

// Field is what articles are grouped by.
type Field string

// The fields.
const (
	Outlet  Field = "outlet"
	Section Field = "section"
	Author  Field = "author"
	Month   Field = "month"
)

// Fields are all fields.
func Fields() []Field { return []Field{Outlet, Section, Author, Month} }

// Copies says how a text counts that several articles have.
type Copies string

// The ways.
const (
	// Each counts every article.
	Each Copies = "each"
	// InOutlet counts a text once in each outlet.
	InOutlet Copies = "outlet"
	// Once counts a text once.
	Once Copies = "once"
)

// EveryCopies are all ways to count copies.
func EveryCopies() []Copies { return []Copies{InOutlet, Once, Each} }

// Asked is what is asked of a corpus.
type Asked struct {
	By     []Field
	Copies Copies
	// Most is how many speakers, claims, titles and people are listed.
	Most int
}

// UsualMost is how many are listed where nobody says how many.
const UsualMost = 10

// ParseField is a field by its word.
func ParseField(word string) (Field, error) { return chosen("by", word, Fields()) }

// ParseCopies is a way to count copies by its word.
func ParseCopies(word string) (Copies, error) { return chosen("copies", word, EveryCopies()) }

// WordError says that a word is none of those to choose from.
type WordError struct{ What, Word, Choices string }

func (e *WordError) Error() string { return fmt.Sprintf("%s %s: choose %s", e.What, e.Word, e.Choices) }

// Usage marks it as an error in how something is asked.
func (e *WordError) Usage() {}

func chosen[W ~string](what, word string, of []W) (W, error) {
	if !slices.Contains(of, W(word)) {
		return "", &WordError{what, word, phrase.Or(phrase.Each(of, func(w W) string { return string(w) }))}
	}
	return W(word), nil
}

// Survey is the answer.
type Survey struct {
	Asked Asked
	Run   journal.Begun
	// Last is how far the run is, Finished that it has read all its inputs.
	Last     journal.Entry
	Finished bool
	// Held is how many articles the tables have, Texts how many of these are no copies of
	// another.
	Held, Texts int
	// All is the whole corpus as it is counted, Parts the same by each field.
	All      Group
	Parts    []Part
	Speakers []Speaker
	// Contradicted and Repeated are claims, in how many there are of each.
	Contradicted, Repeated           []Claim
	ContradictedCount, RepeatedCount int
	Titles, People                   []Covered
	// Named are the people that articles name, by gender.
	Named   rolecall.Tally
	LeftOut []LeftOut
	// Slates is nil where the catalog of the run is not at hand.
	Slates *Slates
}

// Part is the corpus by a field.
type Part struct {
	By     Field
	Groups []Group
}

// Group is the articles of one value of a field, which is empty where it is not known.
type Group struct {
	Value                                            string
	Articles, Named, Claims, Contradicted, Supported int
	// Speakers are people with a name, each once; Quotations and Words are all that is quoted,
	// by the gender of who speaks.
	Speakers, Quotations, Words rolecall.Tally
}

// Speaker is somebody who is quoted.
type Speaker struct {
	ID, Name                             string
	Gender                               rolecall.Gender
	Quotations, Words, Articles, Outlets int
}

// Claim is one that articles make, as the first of them makes it.
type Claim struct {
	Kind, Quote, Title, TitleID, Verdict, Reason, Evidence, Sources string
	// Articles and Outlets make it; Texts is how many of the articles are no copies.
	Articles, Outlets, Texts int
	// First is the article of the earliest date; of those without a date, the first read.
	First Seen
}

// Seen is a place in the corpus. Address is what the archive says of where the article is on the
// web, whatever that may be.
type Seen struct{ Outlet, Date, Source, Place, Address string }

// Covered is a title or person that articles name.
type Covered struct {
	ID, Name                 string
	Gender                   rolecall.Gender
	Articles, Outlets, Times int
	// Slate is what is known of a title's directors.
	Slate Slate
}

// LeftOut is a kind of reason for which documents were left out, with the first of them.
type LeftOut struct {
	Kind               string
	Documents          int
	Source, Place, Why string
}

// RunOf says what the run of a folder was begun with.
func RunOf(dir string) (journal.Begun, error) {
	run, err := journal.Read(dir)
	if err != nil {
		return journal.Begun{}, err
	}
	return run.Begun, run.Close()
}

// Of surveys the corpus that was checked into a folder, with so much memory for its database;
// 0 is the usual amount.
func Of(ctx context.Context, dir string, memory int64, asked Asked, slates SlatesOf) (Survey, error) {
	c, err := Open(ctx, dir, memory, slates)
	if err != nil {
		return Survey{}, err
	}
	defer c.Close()
	return c.Ask(ctx, asked)
}
