// Package source is where facts come from. Each package below it reads one kind
// of file and hands what it finds to a Sink; none knows where the facts end up,
// so that a new source is a new folder and nothing else.
package source

import "rolecall"

// Sink takes facts as a source reads them, in any order. Rows may refer to rows
// that come later. Its errors end the reading and are passed on as they are.
type Sink interface {
	AddSource(rolecall.Source) error
	AddPage(rolecall.Page) error
	AddTitle(rolecall.Title) error
	AddPerson(rolecall.Person) error
	// AddCredit takes credits on leaf titles, and on seasons and series where the
	// source speaks of these; such a credit counts on each of their episodes.
	AddCredit(rolecall.Credit) error
	AddStatement(rolecall.Statement) error
}
