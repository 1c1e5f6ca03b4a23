package crewlist

import (
	"fmt"

	"rolecall"
	"rolecall/sheet"
	"rolecall/source"
	"rolecall/source/byline"
)

// listing is what has been read of a list so far. Titles are kept to the end, as
// later rows add to them; people, pages and statements are handed over once, and
// credits as they come.
type listing struct {
	m       *Map
	file    string
	columns map[field]column
	table   sheet.Table
	sink    source.Sink
	report  *source.Report

	titles map[string]*rolecall.Title
	// order holds the titles' identifiers as they were first met.
	order      []string
	people     map[string]bool
	pages      map[string]bool
	statements map[rolecall.Statement]bool
	credits    int
	readings   map[namingKey]byline.Reading
	// unsettled are the rows whose cell can only be read once it is known how the
	// list writes names, which plain and inverted count.
	unsettled       []naming
	plain, inverted int
	// nobody and doubted count the cells that name nobody, and those of which it
	// could not be told who is meant; bad counts the malformed rows.
	nobody, doubted, bad int
}

func newListing(m *Map, file string, columns map[field]column, t sheet.Table, sink source.Sink, report *source.Report) *listing {
	return &listing{
		m: m, file: file, columns: columns, table: t, sink: sink, report: report, titles: make(map[string]*rolecall.Title),
		people: make(map[string]bool), pages: make(map[string]bool), statements: make(map[rolecall.Statement]bool),
		readings: make(map[namingKey]byline.Reading),
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
func (l *listing) readRow(cells []string, line int) error {
	r := row{l.columns, cells, l.table.Faults()}
	if err := r.check(); err != nil {
		return err
	}
	titles, err := l.titlesOf(r)
	if err != nil {
		return err
	}
	name, word := r.text(personField), r.text(roleField)
	if name == "" && (word == "" || l.columns[roleField].fixed != "") { // a title of which no credit is known counts too
		return l.hold(titles)
	}
	n, err := l.namingOf(r, line, titles[len(titles)-1])
	if err != nil {
		return err
	}
	if err := l.hold(titles); err != nil {
		return err
	}
	switch {
	case n.credit.Role == "":
		l.report.Unmapped("role", word)
		return nil
	case n.isUnsettled() && len(l.unsettled) < mostUnsettled:
		l.unsettled = append(l.unsettled, n)
		return nil
	}
	return l.settle(n)
}

// scopes say how widely a list speaks that credits a title of a kind.
var scopes = map[rolecall.Kind]rolecall.Scope{
	rolecall.Film: rolecall.OfTitle, rolecall.Episode: rolecall.OfTitle,
	rolecall.Season: rolecall.OfSeason, rolecall.Series: rolecall.OfSeries,
}

func (l *listing) addPerson(id, name string) error {
	if !isNew(l.people, id) {
		return nil
	}
	if err := l.sink.AddPerson(rolecall.Person{ID: id, Name: name}); err != nil || !personForm.MatchString(id) {
		return err
	}
	return l.sink.AddIdentifier(rolecall.Identifier{Owner: id, Scheme: rolecall.IMDbID, Value: id})
}

// pageKey is what a row is cited by, empty where it does not say its origin.
func (l *listing) pageKey(text string) string {
	if text != "" {
		return l.m.source.ID + ":" + text
	}
	return ""
}

// addPage hands over what a row says of its origin: a web address, or words such as
// "call sheet of 3 March".
func (l *listing) addPage(text string) error {
	key := l.pageKey(text)
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
func (l *listing) addStatement(person, wording, origin string) error {
	if wording == "" {
		return nil
	}
	gender, known := l.m.genders[folded(wording)]
	if !known {
		l.report.Unmapped("gender", wording)
		return nil
	}
	statement := rolecall.Statement{
		PersonID: person, Gender: gender, Wording: wording,
		Precedence: rolecall.Declaration, Source: l.m.source.ID, Citation: l.pageKey(origin),
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
