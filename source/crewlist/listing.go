package crewlist

import (
	"errors"
	"fmt"

	"rolecall"
	"rolecall/source"
)

// listing is what has been read of a list so far. Titles are kept to the end, as
// later rows add to them; people, pages and statements are handed over once, and
// credits as they come.
type listing struct {
	m       *Map
	file    string
	columns map[field]column
	table   table
	sink    source.Sink
	report  *source.Report

	titles map[string]*rolecall.Title
	// order holds the titles' identifiers as they were first met.
	order      []string
	people     map[string]bool
	pages      map[string]bool
	statements map[rolecall.Statement]bool
	credits    int
}

func newListing(m *Map, file string, columns map[field]column, t table, sink source.Sink, report *source.Report) *listing {
	return &listing{
		m: m, file: file, columns: columns, table: t, sink: sink, report: report, titles: make(map[string]*rolecall.Title),
		people: make(map[string]bool), pages: make(map[string]bool), statements: make(map[rolecall.Statement]bool),
	}
}

// isNew reports whether a key is met for the first time, and keeps it.
func isNew[K comparable](met map[K]bool, key K) bool {
	if met[key] {
		return false
	}
	met[key] = true
	return true
}

// readRow reads one row. A *badRow leaves it aside whole.
func (l *listing) readRow(cells []string) error {
	r := row{l.columns, cells}
	if err := r.check(); err != nil {
		return err
	}
	titles, err := l.titlesOf(r)
	if err != nil {
		return err
	}
	word := r.text(roleField)
	if r.text(personField) == "" && word == "" { // a title of which no credit is known counts too
		return l.hold(titles)
	}
	credit, err := l.creditOf(r, titles[len(titles)-1])
	if err != nil {
		return err
	}
	if err := l.hold(titles); err != nil {
		return err
	}
	if credit.Role == "" {
		l.report.Unmapped("role", word)
		return nil
	}
	l.credits++
	if err := errors.Join(l.addPerson(r, credit.PersonID), l.addPage(r), l.addStatement(r, credit)); err != nil {
		return err
	}
	return l.sink.AddCredit(credit)
}

// creditOf is the row's credit. Its role is empty if the map lacks the word.
func (l *listing) creditOf(r row, title rolecall.Title) (rolecall.Credit, error) {
	name, word := r.text(personField), r.text(roleField)
	switch {
	case name == "":
		return rolecall.Credit{}, badRowf("the row names no person: the %s is empty", r.named(personField))
	case word == "":
		return rolecall.Credit{}, badRowf("the row gives %q no role: the %s is empty", name, r.named(roleField))
	}
	id, err := r.imdbID(personIDField, personForm)
	if err != nil {
		return rolecall.Credit{}, err
	}
	if id == "" {
		id = slug(name)
	}
	billing, err := r.number(billingField)
	if err != nil {
		return rolecall.Credit{}, err
	}
	credit := rolecall.Credit{
		TitleID: title.ID, PersonID: id, Role: l.m.roles[folded(word)], Job: r.text(jobField),
		Characters: split(r.text(characterField)), Billing: max(billing, 0), Scope: scopes[title.Kind],
	}
	if key := l.pageKey(r); key != "" {
		credit.Citations = []string{key}
	}
	return credit, nil
}

// scopes say how widely a list speaks that credits a title of a kind.
var scopes = map[rolecall.Kind]rolecall.Scope{
	rolecall.Film: rolecall.OfTitle, rolecall.Episode: rolecall.OfTitle,
	rolecall.Season: rolecall.OfSeason, rolecall.Series: rolecall.OfSeries,
}

func (l *listing) addPerson(r row, id string) error {
	if !isNew(l.people, id) {
		return nil
	}
	if err := l.sink.AddPerson(rolecall.Person{ID: id, Name: r.text(personField)}); err != nil || !personForm.MatchString(id) {
		return err
	}
	return l.sink.AddIdentifier(rolecall.Identifier{Owner: id, Scheme: rolecall.IMDbID, Value: id})
}

// pageKey is what a row is cited by, empty where it does not say its origin.
func (l *listing) pageKey(r row) string {
	if text := r.text(sourceField); text != "" {
		return l.m.source.ID + ":" + text
	}
	return ""
}

// addPage hands over what the row says of its origin: a web address, or words
// such as "call sheet of 3 March".
func (l *listing) addPage(r row) error {
	key, text := l.pageKey(r), r.text(sourceField)
	if key == "" || !isNew(l.pages, key) {
		return nil
	}
	page := rolecall.Page{
		Key: key, Source: l.m.source.ID, Address: l.m.source.Address,
		Publisher: l.m.source.Name, Title: text, Retrieved: l.m.source.Retrieved,
	}
	if isWebAddress(text) {
		page.Address = text
	}
	return l.sink.AddPage(page)
}

// addStatement passes on what the list says of the person's gender: the person's
// own word, as the list is the production's.
func (l *listing) addStatement(r row, credit rolecall.Credit) error {
	wording := r.text(genderField)
	if wording == "" {
		return nil
	}
	gender, known := l.m.genders[folded(wording)]
	if !known {
		l.report.Unmapped("gender", wording)
		return nil
	}
	statement := rolecall.Statement{
		PersonID: credit.PersonID, Gender: gender, Wording: wording,
		Precedence: rolecall.Declaration, Source: l.m.source.ID, Citation: l.pageKey(r),
	}
	if !isNew(l.statements, statement) {
		return nil
	}
	return l.sink.AddStatement(statement)
}

// finish hands over the titles and the source, once all rows are read.
func (l *listing) finish() error {
	for _, id := range l.order {
		t := *l.titles[id]
		if t.Name == "" { // an episode of which the list gives the number alone
			t.Name = fmt.Sprintf("Episode %d", t.Episode)
		}
		if err := l.sink.AddTitle(t); err != nil {
			return err
		}
		if !titleForm.MatchString(id) {
			continue
		}
		if err := l.sink.AddIdentifier(rolecall.Identifier{Owner: id, Scheme: rolecall.IMDbID, Value: id}); err != nil {
			return err
		}
	}
	checksum, err := l.table.Checksum()
	if err != nil {
		return err
	}
	origin := l.m.source
	origin.Checksum = checksum
	return l.sink.AddSource(origin)
}
