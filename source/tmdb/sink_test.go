package tmdb

import "rolecall"

// memory is a sink that keeps what it is given.
type memory struct {
	sources     []rolecall.Source
	pages       []rolecall.Page
	titles      []rolecall.Title
	people      []rolecall.Person
	credits     []rolecall.Credit
	statements  []rolecall.Statement
	identifiers []rolecall.Identifier
}

func keep[T any](into *[]T, fact T) error {
	*into = append(*into, fact)
	return nil
}

func (m *memory) AddSource(s rolecall.Source) error         { return keep(&m.sources, s) }
func (m *memory) AddPage(p rolecall.Page) error             { return keep(&m.pages, p) }
func (m *memory) AddTitle(t rolecall.Title) error           { return keep(&m.titles, t) }
func (m *memory) AddPerson(p rolecall.Person) error         { return keep(&m.people, p) }
func (m *memory) AddCredit(c rolecall.Credit) error         { return keep(&m.credits, c) }
func (m *memory) AddStatement(s rolecall.Statement) error   { return keep(&m.statements, s) }
func (m *memory) AddIdentifier(i rolecall.Identifier) error { return keep(&m.identifiers, i) }

// title is the first of an identifier: what was said first stays.
func (m *memory) title(id string) rolecall.Title {
	for _, t := range m.titles {
		if t.ID == id {
			return t
		}
	}
	return rolecall.Title{}
}

// dangling are credits on a title or person that was never handed over, and
// titles of a series or season that was not.
func (m *memory) dangling() (all []any) {
	held := map[string]bool{"": true}
	for _, t := range m.titles {
		held[t.ID] = true
	}
	for _, p := range m.people {
		held[p.ID] = true
	}
	for _, c := range m.credits {
		if !held[c.TitleID] || !held[c.PersonID] || c.TitleID == "" || c.PersonID == "" {
			all = append(all, c)
		}
	}
	for _, t := range m.titles {
		if !held[t.SeriesID] || !held[t.SeasonID] || t.Name == "" {
			all = append(all, t)
		}
	}
	return all
}
