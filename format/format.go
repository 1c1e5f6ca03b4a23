// Package format writes answers: each format is one file that writes any blocks, any
// table or any object, and one line in the registry. Flags, completion, the interface
// for programs, the addresses beside pages and the documentation take their lists
// from there.
package format

import (
	"fmt"
	"io"
	"slices"

	"rolecall/block"
	"rolecall/phrase"
)

// Answer is what a format writes.
type Answer interface {
	// Blocks are the answer for people.
	Blocks() []block.Block
	// Rows are its table for machines, without columns where it has none.
	Rows() block.Rows
	// Object is the answer whole, as JSON has it.
	Object() any
}

// Screen is what an answer is written to.
type Screen struct {
	Out io.Writer
	// Width is the number of columns, at least 60; 0 is that of a page nobody has
	// measured, 80.
	Width int
	// Color says whether to use colour, which never carries meaning alone.
	Color bool
	// ASCII says that it shows no signs beyond those of ASCII; names keep their letters.
	ASCII bool
}

// Format is one of the ways to write an answer.
type Format struct {
	// Word is what --format takes, Name what people call it.
	Word, Name string
	// About says in a few words what it is.
	About string
	// Ending is that of a file, and of an address beside a page: ".csv".
	Ending string
	// Kind is the media type.
	Kind string
	// Part is what of an answer it writes.
	Part Part
	// Binary says that it is no text, Costly that writing it takes work.
	Binary, Costly bool
	Write          func(Screen, Answer) error
}

// Part is what of an answer a format writes: its blocks, its rows, or the object; or what
// some answers have beside.
type Part int

// The parts. Every answer has the first three.
const (
	Blocks Part = iota
	Rows
	Object
	Reviews
	News
)

// Reviewed is an answer with verdicts on what texts say.
type Reviewed interface{ Reviews() block.Reviews }

// Newsworthy is an answer with what has become so since another.
type Newsworthy interface{ News() block.News }

// partly are the answers that have a part which others lack, in words.
var partly = map[Part]string{Reviews: "a check", News: "a difference of catalogs"}

// Of is the answers that a format writes, in words, where it does not write all.
func (f Format) Of() string { return partly[f.Part] }

// Parse reads a format by its word; the error lists the words there are.
func Parse(word string) (Format, error) {
	if f, is := find(func(f Format) bool { return f.Word == word }); is {
		return f, nil
	}
	return Format{}, fmt.Errorf("%q is not a format: choose %s", word, Choice())
}

// OfEnding is the format of an ending, and whether there is one that writes every answer.
func OfEnding(ending string) (Format, bool) {
	return find(func(f Format) bool { return f.Ending == ending && f.Of() == "" })
}

func find(is func(Format) bool) (Format, bool) {
	i := slices.IndexFunc(registered, is)
	if i < 0 {
		return Format{}, false
	}
	return registered[i], true
}

// WordsBut are those of the formats that write something else than a part.
func WordsBut(p Part) []string {
	return words(slices.DeleteFunc(All(), func(f Format) bool { return f.Part == p }))
}

func words(formats []Format) []string {
	return phrase.Each(formats, func(f Format) string { return f.Word })
}

// Choice is the words of all formats as a list to choose from, those of some answers last.
func Choice() string {
	list := phrase.Or(words(All()))
	for _, part := range []Part{Reviews, News} {
		list += "; " + phrase.Or(words(slices.DeleteFunc(Every(), func(f Format) bool { return f.Part != part }))) + " of " + partly[part]
	}
	return list
}

// partOf is what some answers have, or an error for one that lacks it.
func partOf[P any](a Answer, part Part, name string) (P, error) {
	of, has := a.(P)
	if !has {
		return of, fmt.Errorf("%s is written of %s only: choose %s", name, partly[part], phrase.Or(words(All())))
	}
	return of, nil
}

// rowsOf is the table of an answer, or an error where it has none.
func rowsOf(a Answer, name string) (block.Rows, error) {
	rows := a.Rows()
	if len(rows.Columns) == 0 {
		return rows, fmt.Errorf("this answer has no table, which %s needs: choose %s", name, phrase.Or(WordsBut(Rows)))
	}
	return rows, nil
}
