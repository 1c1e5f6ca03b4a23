package crewlist

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

func (m *memory) kinds() map[rolecall.Kind]int {
	count := map[rolecall.Kind]int{}
	for _, t := range m.titles {
		count[t.Kind]++
	}
	return count
}

func (m *memory) title(id string) rolecall.Title {
	for _, t := range m.titles {
		if t.ID == id {
			return t
		}
	}
	return rolecall.Title{}
}
