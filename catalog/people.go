package catalog

import (
	"cmp"
	"context"
	"slices"

	"rolecall"
	"rolecall/identity"
	"rolecall/nameindex"
)

// FindPerson is the one person of a name or identifier, this catalog's or another's.
// Case, accents and punctuation do not matter. The error is a *NotFoundError, which
// says who is near, or an *AmbiguousError.
func (c *Catalog) FindPerson(ctx context.Context, name string) (rolecall.Person, error) {
	if err := lookable("person", name); err != nil {
		return rolecall.Person{}, err
	}
	name = identity.PageName(name)
	identified, err := c.Identify(ctx, name)
	if err != nil {
		return rolecall.Person{}, err
	}
	found := identified.People
	for _, as := range []string{name, nameindex.Understand(name).Name} { // "steve mcqueen (director)"
		if len(found) == 0 {
			if found, err = c.peopleNamed(ctx, as); err != nil {
				return rolecall.Person{}, err
			}
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		meant, err := c.PersonCandidates(ctx, found)
		if err != nil {
			return rolecall.Person{}, err
		}
		return rolecall.Person{}, &AmbiguousError{Name: name, Meant: meant}
	}
	return rolecall.Person{}, c.personMissing(ctx, name, identified.Titles)
}

// Person is the person of an identifier, and whether there is one.
func (c *Catalog) Person(ctx context.Context, id string) (rolecall.Person, bool, error) {
	number, err := c.personNumber(ctx, id)
	if err != nil || number == 0 {
		return rolecall.Person{}, false, err
	}
	rows, err := c.personRowsOf(ctx, []int32{number})
	if err != nil || len(rows) == 0 {
		return rolecall.Person{}, false, err
	}
	return rows[0].Person, true, nil
}

// personMissing says who is near a name, and what titles are of that very name.
func (c *Catalog) personMissing(ctx context.Context, name string, titles []rolecall.Title) error {
	missing := &NotFoundError{What: "person", Name: name}
	var err error
	if missing.Picked, err = c.Picked(ctx); err != nil {
		return err
	}
	near, err := c.NearPeople(ctx, name, 5)
	if err != nil {
		return err
	}
	if missing.Near, err = c.PersonCandidates(ctx, near); err != nil {
		return err
	}
	if len(titles) == 0 {
		if titles, err = c.titlesNamed(ctx, name, ""); err != nil {
			return err
		}
	}
	if missing.Others, err = c.TitleCandidates(ctx, titles); err != nil {
		return err
	}
	return missing
}

// peopleNamed are the people of a name, by identifier.
func (c *Catalog) peopleNamed(ctx context.Context, name string) ([]rolecall.Person, error) {
	found, err := c.findExact(ctx, name, nameindex.KindsOf(personKind))
	if err != nil {
		return nil, err
	}
	rows, err := c.personRowsOf(ctx, found)
	return persons(rows), err
}

// NearPeople are people whose names are closest to the text, forgiving of typing
// errors, nearest first, at most the number given.
func (c *Catalog) NearPeople(ctx context.Context, text string, most int) ([]rolecall.Person, error) {
	return c.peopleFound(ctx, text, nameindex.Query{Most: most})
}

// SuggestPeople are people whose names begin as a text that somebody is still
// typing does, the most credited first, at most the number given.
func (c *Catalog) SuggestPeople(ctx context.Context, text string, most int) ([]rolecall.Person, error) {
	return c.peopleFound(ctx, text, nameindex.Query{Most: most, Unfinished: true})
}

func (c *Catalog) peopleFound(ctx context.Context, text string, q nameindex.Query) ([]rolecall.Person, error) {
	q.Kinds = nameindex.KindsOf(personKind)
	found, err := c.find(ctx, identity.PageName(text), q)
	if err != nil {
		return nil, err
	}
	return c.peopleNumbered(ctx, found)
}

// peopleNumbered are people in the order of the numbers given.
func (c *Catalog) peopleNumbered(ctx context.Context, found []int32) ([]rolecall.Person, error) {
	rows, err := c.personRowsOf(ctx, found)
	slices.SortFunc(rows, func(a, b personRow) int { return slices.Index(found, a.number) - slices.Index(found, b.number) })
	for _, r := range rows {
		c.peopleNumbers.Add(r.ID, r.number)
	}
	return persons(rows), err
}

// personRow is a person with the number that credits know them by.
type personRow struct {
	rolecall.Person
	number int32
}

func persons(rows []personRow) []rolecall.Person {
	people := make([]rolecall.Person, len(rows))
	for i, r := range rows {
		people[i] = r.Person
	}
	return people
}

// personRows reads people and the gender that their statements come to.
func (c *Catalog) personRows(ctx context.Context, where string, args ...any) ([]personRow, error) {
	text := `SELECT number, id, name, native_name, coalesce(gender::VARCHAR, ?), coalesce(conflict, false)
		FROM person LEFT JOIN person_gender ON person = number ` + where
	args = append([]any{string(rolecall.Unknown)}, args...)
	return collect(ctx, c, text, args, func(scan func(...any) error) (r personRow, err error) {
		var gender string
		err = scan(&r.number, &r.ID, &r.Name, &r.NativeName, &gender, &r.Conflict)
		r.Gender = rolecall.Gender(gender)
		return r, err
	})
}

// Career is one person's credits, and what is stated of them.
type Career struct {
	Person  rolecall.Person
	Credits []rolecall.Credit
	// Titles are the leaf titles credited, by identifier.
	Titles     map[string]rolecall.Title
	Statements []rolecall.Statement
}

// Career reads a person's credits, the latest first, and the statements about
// them, the weightiest first.
func (c *Catalog) Career(ctx context.Context, p rolecall.Person) (Career, error) {
	career := Career{Person: p, Titles: make(map[string]rolecall.Title)}
	number, err := c.personNumber(ctx, p.ID)
	if err != nil {
		return Career{}, err
	}
	rows, err := c.creditsOfPerson(ctx, number)
	if err != nil {
		return Career{}, err
	}
	credited, err := c.titleRowsOf(ctx, each(rows, creditRow.titleOf))
	if err != nil {
		return Career{}, err
	}
	titles, err := c.detailed(ctx, credited)
	if err != nil {
		return Career{}, err
	}
	numbered := make(map[int32]rolecall.Title, len(titles))
	for i, t := range titles {
		numbered[credited[i].number], career.Titles[t.ID] = t, t
	}
	for _, row := range rows {
		row.TitleID, row.PersonID = numbered[row.title].ID, p.ID
		career.Credits = append(career.Credits, row.Credit)
	}
	slices.SortStableFunc(career.Credits, func(a, b rolecall.Credit) int { return latest(career.Titles[a.TitleID], career.Titles[b.TitleID]) })
	career.Statements, err = c.Statements(ctx, p.ID)
	return career, err
}

// latest orders titles by year, the latest first, then by name and place in the
// series.
func latest(t, u rolecall.Title) int {
	return cmp.Or(u.Year-t.Year, cmp.Compare(t.SeriesName, u.SeriesName), cmp.Compare(t.Name, u.Name), u.Season-t.Season, t.Episode-u.Episode, cmp.Compare(t.ID, u.ID))
}

// Statements are what sources say of a person's gender, the weightiest first.
func (c *Catalog) Statements(ctx context.Context, personID string) ([]rolecall.Statement, error) {
	number, err := c.personNumber(ctx, personID)
	if err != nil {
		return nil, err
	}
	all, err := c.statementsOf(ctx, number)
	for i := range all {
		all[i].PersonID = personID
	}
	return all, err
}
