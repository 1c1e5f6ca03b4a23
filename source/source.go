// Package source is where facts come from. Each package below it reads one kind
// of file and hands what it finds to a Sink; none knows where the facts end up,
// so that a new source is a new folder and nothing else.
package source

import (
	"context"

	"rolecall"
)

// Reader reads the files of one source.
type Reader interface {
	// Read hands every fact to the sink and notes in the report what it leaves
	// aside. An error ends the reading; nothing of it is kept then.
	Read(context.Context, Sink, *Report) error
}

// Detail is a detail of a title that several sources may have names of.
type Detail string

// The details.
const (
	Network  Detail = "network"
	Country  Detail = "country"
	Language Detail = "language"
	Company  Detail = "company"
)

// Sink takes facts as a source reads them, in any order. Rows may refer to rows
// that come later, or that another source brings. Its errors end the reading and
// are passed on as they are.
type Sink interface {
	AddSource(rolecall.Source) error
	AddPage(rolecall.Page) error
	// AddTitle takes a title; where another source has brought it already, what
	// that one said stays.
	AddTitle(rolecall.Title) error
	// AddPerson takes a person; where another source has brought them already,
	// what that one said stays.
	AddPerson(rolecall.Person) error
	// AddCredit takes credits on leaf titles, and on seasons and series where the
	// source speaks of these; such a credit counts on each of their episodes.
	// Credits on titles or of people that no source brings are left aside.
	AddCredit(rolecall.Credit) error
	// AddStatement takes what the source says of a person's gender. Statements
	// about people whom no source brings are left aside.
	AddStatement(rolecall.Statement) error
	// AddIdentifier takes what a title or person is called elsewhere. Identifiers
	// of what no source brings are left aside.
	AddIdentifier(rolecall.Identifier) error
	// AddDetail adds a name of a detail to a title, whichever source brings it.
	AddDetail(titleID string, of Detail, name string) error
	// AddListed takes a title on a named list. One that is no title of any source, or
	// may be several, is left aside and reported.
	AddListed(Listed) error
}
