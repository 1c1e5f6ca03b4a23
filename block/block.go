// Package block is what an answer is made of before anybody decides how it is
// written: blocks for people, and one table of typed rows for machines. An answer
// says once what stands in it; each format of package format writes any of them.
package block

import "rolecall"

// Block is a part of an answer for people.
type Block interface {
	// On has a writer write the block.
	On(Writer)
}

// Writer writes blocks of every kind.
type Writer interface {
	Asked(Asked)
	Title(Title)
	Heading(Heading)
	Sentence(Sentence)
	Notes(Notes)
	Tables(Tables)
	Grid(Grid)
	Key(Key)
	Names(Names)
	List(List)
	Facts(Facts)
	Code(Code)
	Footer(Footer)
}

// Asked is what was asked. A screen leaves it out, as the question stands above the
// answer there.
type Asked string

// Title begins an answer, or one of several things in it.
type Title struct{ Text Text }

// Heading begins a part of an answer. Note is said beside it, and left out on a screen,
// where room is scarce.
type Heading struct{ Words, Note string }

// Sentence is a sentence, or several, that run on.
type Sentence struct {
	Text Text
	// Quoted says that it is the text of somebody else.
	Quoted bool
}

// Notes say what a reader may otherwise take wrong, one by one.
type Notes []string

// Table is a table for people.
type Table struct {
	// Title says what the table is about; where it is there, it stands for the head of
	// the first column.
	Title string
	// Head names the columns. A row may be shorter.
	Head []string
	Rows [][]Text
	// Right are the places of columns that are set to the right, from 0.
	Right []int
	// Spare are the heads of columns that may be left out where there is no room, the
	// first before the second.
	Spare []string
}

// Tables are tables with the same columns, one below the other.
type Tables []Table

// Grid is who held which role in which episode: a mark for each person.
type Grid struct {
	// Columns are the episodes, Rows the roles.
	Columns []string
	Rows    []GridRow
}

// GridRow is one role: its name, and a cell for each column.
type GridRow struct {
	Name  string
	Cells []Text
}

// Key explains the marks where an answer has marks and no grid.
type Key struct{}

// Names are the people in one role.
type Names struct {
	Title  string
	People []Name
	// Running sets names one behind the other, for those who have little beside their
	// name.
	Running bool
}

// Name is one person: characters or job, and where.
type Name struct {
	Name   string
	Gender rolecall.Gender
	// As are the characters, Job is the job as credited.
	As, Job string
	// Where is the episodes; Aside says that it is no list of numbers.
	Where string
	Aside bool
}

// List is items one below the other.
type List struct {
	Items []Item
	// Numbered counts them from 1, Loose keeps them apart.
	Numbered, Loose bool
}

// Item is one of a list, with what stands under it. Pages are where it can be
// checked, for formats that can link to them.
type Item struct {
	Text  Text
	Under []Text
	Pages []Text
}

// Facts are names with values, one to a line and never broken.
type Facts []Fact

// Fact is a name with its value.
type Fact struct{ Name, Value string }

// Code is a text for machines to read, as it is.
type Code struct{ Language, Text string }

// Footer ends an answer: which catalog it came from, in parts that a line may break
// between.
type Footer []string

// Below is a block that stands right below the one before it.
type Below struct{ Block }

func (b Asked) On(w Writer)    { w.Asked(b) }
func (b Title) On(w Writer)    { w.Title(b) }
func (b Heading) On(w Writer)  { w.Heading(b) }
func (b Sentence) On(w Writer) { w.Sentence(b) }
func (b Notes) On(w Writer)    { w.Notes(b) }
func (b Table) On(w Writer)    { w.Tables(Tables{b}) }
func (b Tables) On(w Writer)   { w.Tables(b) }
func (b Grid) On(w Writer)     { w.Grid(b) }
func (b Key) On(w Writer)      { w.Key(b) }
func (b Names) On(w Writer)    { w.Names(b) }
func (b List) On(w Writer)     { w.List(b) }
func (b Facts) On(w Writer)    { w.Facts(b) }
func (b Code) On(w Writer)     { w.Code(b) }
func (b Footer) On(w Writer)   { w.Footer(b) }
