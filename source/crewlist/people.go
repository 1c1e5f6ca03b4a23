package crewlist

import (
	"errors"
	"regexp"
	"strings"

	"rolecall"
	"rolecall/source/byline"
	"rolecall/source/job"
)

// naming is a row whose names are to be handed over.
type naming struct {
	reading byline.Reading
	// credit is what the row says of each; ids are the identifiers, one for each name
	// or none at all.
	credit         rolecall.Credit
	ids            []string
	gender, origin string
	line           int
}

// mostUnsettled bounds how many rows wait for the end of the list.
const mostUnsettled = 50_000

// namingOf reads whom a row names. The role is empty if the map lacks the word.
func (l *listing) namingOf(r row, line int, title rolecall.Title) (naming, error) {
	name, word := r.text(personField), r.text(roleField)
	switch {
	case name == "":
		return naming{}, badRowf("the row names no person: the %s is empty", r.named(personField))
	case word == "" && !byline.IsNobody(name):
		return naming{}, badRowf("the row gives %q no role: the %s is empty", name, r.named(roleField))
	}
	ids, err := r.personIDs()
	if err != nil {
		return naming{}, err
	}
	billing, err := r.number(billingField)
	if err != nil {
		return naming{}, err
	}
	n := naming{
		reading: l.read(name, l.rules(len(ids))), ids: ids, gender: r.text(genderField), origin: r.text(sourceField), line: line,
		credit: rolecall.Credit{
			TitleID: title.ID, Role: l.m.roles[folded(word)], Job: r.text(jobField),
			Characters: split(r.text(characterField)), Billing: max(billing, 0), Scope: scopes[title.Kind],
		},
	}
	if key := l.pageKey(n.origin); key != "" {
		n.credit.Citations = []string{key}
	}
	if len(ids) > 0 && len(ids) != len(n.reading.Names) && n.reading.Doubt == "" && len(n.reading.Names) > 0 {
		return naming{}, badRowf("the row has %d identifiers for %d names: give one for each, or none", len(ids), len(n.reading.Names))
	}
	switch n.reading.Form {
	case byline.Plain:
		l.plain++
	case byline.Inverted:
		l.inverted++
	}
	return n, nil
}

// read reads a cell that names people; most names come again.
func (l *listing) read(cell string, rules byline.Rules) byline.Reading {
	key := namingKey{cell, rules}
	reading, met := l.readings[key]
	if !met {
		reading = byline.Read(cell, rules)
		if len(l.readings) < mostReadings {
			l.readings[key] = reading
		}
	}
	return reading
}

type namingKey struct {
	cell  string
	rules byline.Rules
}

// mostReadings bounds how many cells are remembered.
const mostReadings = 50_000

// rules are those of the map, or what the number of identifiers says.
func (l *listing) rules(ids int) byline.Rules {
	rules := l.m.people
	switch {
	case rules != byline.Rules{}:
	case ids == 1:
		rules.People = byline.One
	case ids > 1:
		rules.People = byline.Many
	}
	return rules
}

var betweenIDs = regexp.MustCompile(`[\s,;|/&]+`)

// personIDs reads the identifiers of IMDb of the people in a row.
func (r row) personIDs() ([]string, error) {
	text := r.text(personIDField)
	if text == "" {
		return nil, nil
	}
	ids := betweenIDs.Split(strings.Trim(text, " ,;|/&"), -1)
	for _, id := range ids {
		if !personForm.MatchString(id) {
			return nil, badRowf("the %s is %q: write an identifier of IMDb, such as nm0000001, or leave it empty", r.named(personIDField), text)
		}
	}
	return ids, nil
}

// isUnsettled reports whether what a cell says depends on how the list writes
// names: "Anderson, Paul Thomas" is one person where all are so written.
func (n naming) isUnsettled() bool { return n.reading.AsInverted != nil }

// settleAll hands over the rows that waited for the end of the list.
func (l *listing) settleAll() error {
	for _, n := range l.unsettled {
		if err := l.settle(n); err != nil {
			return err
		}
	}
	l.unsettled = nil
	return nil
}

// settle hands over whom a row names, or says why it cannot.
func (l *listing) settle(n naming) error {
	names := n.reading.Names
	switch {
	case n.isUnsettled() && l.inverted > 0 && l.plain == 0:
		names = n.reading.AsInverted
	case n.reading.Doubt != "":
		l.doubted++
		l.report.Doubt(l.file, n.line, "%s: left aside; write one name to a cell, or say in the map what a cell holds (people: one, people: many, or separator)", n.reading.Doubt)
		return nil
	}
	if n.reading.Hint != "" {
		l.report.Doubt(l.file, n.line, "%s: held as one person; write people: one in the map if that is right", n.reading.Hint)
	}
	for _, word := range n.reading.Nobody {
		l.nobody++
		l.report.Unmapped("name that stands for nobody", word)
	}
	if n.reading.OtherNames > 0 {
		l.report.UnmappedTimes("note beside a name", "another name of the person", n.reading.OtherNames)
	}
	genders := shared(n.gender, len(names))
	if genders == nil && n.gender != "" && len(names) > 0 {
		l.report.Unmapped("gender of several people in one cell", n.gender)
	}
	for i, name := range names {
		if err := l.hand(n, i, name, genders); err != nil {
			return err
		}
	}
	return nil
}

// hand hands over one of the people whom a row names.
func (l *listing) hand(n naming, i int, name byline.Name, genders []string) error {
	credit := n.credit
	for _, word := range append([]string{credit.Job}, name.Notes...) {
		if credit.Role == rolecall.Writer && job.IsOfSource(word) {
			l.nobody++
			l.report.Unmapped("author of what the film is made from", word)
			return nil
		}
	}
	credit.Job = strings.Join(append(split(credit.Job), name.Notes...), "; ")
	if credit.PersonID = personKey(name.Text); i < len(n.ids) {
		credit.PersonID = n.ids[i]
	}
	if len(n.reading.Names) > 1 {
		if credit.Billing > 0 {
			credit.Billing += i
		}
		credit.Characters = nil
		if len(n.credit.Characters) == len(n.reading.Names) {
			credit.Characters = n.credit.Characters[i : i+1]
		}
	}
	wording := ""
	if i < len(genders) {
		wording = genders[i]
	}
	l.credits++
	if err := errors.Join(l.addPerson(credit.PersonID, name.Text), l.addPage(n.origin), l.addStatement(credit.PersonID, wording, n.origin)); err != nil {
		return err
	}
	return l.sink.AddCredit(credit)
}

// shared are the parts of a cell for each of several people, none where it has
// another number of parts.
func shared(text string, people int) []string {
	if people == 1 {
		return []string{text}
	}
	for _, separator := range []string{";", ",", "/", "&", "|"} {
		if parts := strings.Split(text, separator); len(parts) == people {
			for i := range parts {
				parts[i] = strings.TrimSpace(parts[i])
			}
			return parts
		}
	}
	return nil
}
