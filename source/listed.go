package source

import "rolecall"

// Listed is a title on a list that somebody keeps: a place in a top 250, a film of a
// festival. The catalog finds which title it is.
type Listed struct {
	// List is the name of the list.
	List string
	// File and Line, from 1, are where it stands, for what is said of it.
	File string
	Line int
	// Text is what stands there, for people.
	Text string
	// IDs are identifiers and addresses as they are written, one of which may be known.
	IDs []string
	// Name is that of the title; Year and Kind narrow it, where they are said.
	Name string
	Year int
	Kind rolecall.Kind
}
