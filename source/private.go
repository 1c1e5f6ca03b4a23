package source

import (
	"context"
	"fmt"
	"regexp"

	"rolecall"
)

// LeastTold is the least number of people on a private list that an answer tells of, unless
// another is asked for: below five, statistical offices leave counts of people out.
const LeastTold = 5

// Private has lists read so that a catalog holds of the people on them what counting takes
// and no more: a number in place of the name, the role and the gender. Titles stay as they
// are. Somebody whom a list calls by an identifier of IMDb is known by that, so as to be
// counted once where IMDb has them too; a name is there only if another source brings it.
type Private struct {
	least   int
	numbers map[string]string
}

// NewPrivate is for lists of which no fewer people than least may be told of. They share the
// people whom they call the same.
func NewPrivate(least int) *Private {
	return &Private{least: least, numbers: make(map[string]string)}
}

// Reader reads a list privately.
func (p *Private) Reader(of Reader) Reader { return privateReader{of, p} }

type privateReader struct {
	Reader
	*Private
}

// Read implements Reader.
func (r privateReader) Read(ctx context.Context, sink Sink, report *Report) error {
	report.SetDiscreet(true)
	defer report.SetDiscreet(false)
	return r.Reader.Read(ctx, privateSink{sink, r.Private}, report)
}

// imdbPerson is the form of IMDb's identifiers of people.
var imdbPerson = regexp.MustCompile(`^nm\d{7,12}$`)

// privateSink passes on what counting takes.
type privateSink struct {
	Sink
	*Private
}

// numbered is what somebody is called in the catalog.
func (p *Private) numbered(id string) string {
	if imdbPerson.MatchString(id) {
		return id
	}
	number, met := p.numbers[id]
	if !met {
		number = fmt.Sprintf("private-%d", len(p.numbers)+1)
		p.numbers[id] = number
	}
	return number
}

func (s privateSink) AddSource(of rolecall.Source) error {
	of.LeastTold = s.least
	return s.Sink.AddSource(of)
}

// AddPage leaves pages out: a page may be about one of those on the list.
func (s privateSink) AddPage(rolecall.Page) error { return nil }

func (s privateSink) AddTitle(t rolecall.Title) error {
	t.Citations = nil
	return s.Sink.AddTitle(t)
}

func (s privateSink) AddPerson(p rolecall.Person) error {
	id := s.numbered(p.ID)
	return s.Sink.AddPerson(rolecall.Person{ID: id, Name: id, Private: true})
}

func (s privateSink) AddCredit(c rolecall.Credit) error {
	return s.Sink.AddCredit(rolecall.Credit{TitleID: c.TitleID, PersonID: s.numbered(c.PersonID), Role: c.Role, Billing: c.Billing, Scope: c.Scope})
}

func (s privateSink) AddStatement(of rolecall.Statement) error {
	return s.Sink.AddStatement(rolecall.Statement{PersonID: s.numbered(of.PersonID), Gender: of.Gender, Wording: string(of.Gender), Precedence: of.Precedence, Source: of.Source})
}

// AddIdentifier leaves those of people out.
func (s privateSink) AddIdentifier(i rolecall.Identifier) error {
	if _, isPerson := s.numbers[i.Owner]; isPerson || imdbPerson.MatchString(i.Owner) {
		return nil
	}
	return s.Sink.AddIdentifier(i)
}
