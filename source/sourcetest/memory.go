// Package sourcetest keeps in memory what a source hands over, for the tests of
// sources.
package sourcetest

import (
	"rolecall"
	"rolecall/source"
)

// Memory is a sink that keeps what it is given.
type Memory struct {
	Sources     []rolecall.Source
	Pages       []rolecall.Page
	Titles      []rolecall.Title
	People      []rolecall.Person
	Credits     []rolecall.Credit
	Statements  []rolecall.Statement
	Identifiers []rolecall.Identifier
	// Details are those added to titles: the title, the detail and the name.
	Details  [][3]string
	Numbered Numbered
	Listed   []source.Listed
}

var _ source.Sink = (*Memory)(nil)

func keep[T any](into *[]T, fact T) error {
	*into = append(*into, fact)
	return nil
}

func (m *Memory) AddSource(s rolecall.Source) error         { return keep(&m.Sources, s) }
func (m *Memory) AddPage(p rolecall.Page) error             { return keep(&m.Pages, p) }
func (m *Memory) AddTitle(t rolecall.Title) error           { return keep(&m.Titles, t) }
func (m *Memory) AddPerson(p rolecall.Person) error         { return keep(&m.People, p) }
func (m *Memory) AddCredit(c rolecall.Credit) error         { return keep(&m.Credits, c) }
func (m *Memory) AddStatement(s rolecall.Statement) error   { return keep(&m.Statements, s) }
func (m *Memory) AddIdentifier(i rolecall.Identifier) error { return keep(&m.Identifiers, i) }
func (m *Memory) AddListed(l source.Listed) error           { return keep(&m.Listed, l) }
func (m *Memory) AddDetail(title string, of source.Detail, name string) error {
	return keep(&m.Details, [3]string{title, string(of), name})
}

// Kinds counts the titles by kind.
func (m *Memory) Kinds() map[rolecall.Kind]int {
	count := map[rolecall.Kind]int{}
	for _, t := range m.Titles {
		count[t.Kind]++
	}
	return count
}

// Title is the first of an identifier: what was said first stays.
func (m *Memory) Title(id string) rolecall.Title {
	for _, t := range m.Titles {
		if t.ID == id {
			return t
		}
	}
	return rolecall.Title{}
}

// Dangling are credits on a title or person that was never handed over, and
// titles of a series or season that was not.
func (m *Memory) Dangling() (all []any) {
	held := map[string]bool{"": true}
	for _, t := range m.Titles {
		held[t.ID] = true
	}
	for _, p := range m.People {
		held[p.ID] = true
	}
	for _, c := range m.Credits {
		if !held[c.TitleID] || !held[c.PersonID] || c.TitleID == "" || c.PersonID == "" {
			all = append(all, c)
		}
	}
	for _, t := range m.Titles {
		if !held[t.SeriesID] || !held[t.SeasonID] || t.Name == "" {
			all = append(all, t)
		}
	}
	return all
}
