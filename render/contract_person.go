package render

import (
	"slices"

	"rolecall"
	"rolecall/contract"
	"rolecall/measure"
)

// Contract is the answer as JSON says it.
func (a Person) Contract() contract.Person {
	p := a.Career.Person
	object := contract.Person{
		Person:  contract.Identity{ID: p.ID, Name: p.Name, NativeName: p.NativeName, Gender: p.Gender, Conflict: p.Conflict},
		Finding: a.Finding(), Statements: []contract.Statement{}, Credits: []contract.Work{}, Pages: pageObjects(a.Career.Pages), Catalog: catalogObject(a.Catalog),
	}
	for _, s := range a.Career.Statements {
		object.Statements = append(object.Statements, a.statementObject(s))
	}
	for _, w := range a.Career.Works {
		object.Credits = append(object.Credits, workObject(w))
	}
	return object
}

func (a Person) statementObject(s rolecall.Statement) contract.Statement {
	o := contract.Statement{
		Gender: s.Gender, Wording: s.Wording, Form: s.Form, Precedence: s.Precedence.String(), Source: s.Source,
		Decides: slices.Contains(a.Career.Deciding, s),
	}
	if held, is := a.Career.Pages[s.Citation]; is {
		page := contract.Page(held)
		o.Page = &page
	}
	return o
}

func workObject(w measure.Work) contract.Work {
	o := contract.Work{
		Title: titleObject(w.Title), Role: w.Role, Side: w.Role.Side(), Job: w.Job,
		Characters: orEmpty(w.Characters), Scope: w.Scope, Sources: orEmpty(w.Citations),
		Titles: []int{}, TitleIDs: []string{},
	}
	for i, leaf := range w.Leaves {
		o.TitleIDs = append(o.TitleIDs, leaf.ID)
		switch {
		case leaf.Kind != rolecall.Episode:
			o.Titles = append(o.Titles, i+1)
		case leaf.Season != rolecall.NoSeason:
			o.Titles = append(o.Titles, leaf.Episode)
		}
	}
	return o
}
