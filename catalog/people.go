package catalog

import (
	"context"

	"rolecall"
)

// FindPerson is the one person of a name or identifier. Case, accents and
// punctuation do not matter. The error is a *NotFoundError, which says who is
// near, or an *AmbiguousError.
func (c *Catalog) FindPerson(ctx context.Context, name string) (rolecall.Person, error) {
	if err := lookable("person", name); err != nil {
		return rolecall.Person{}, err
	}
	found, err := c.people(ctx, `SELECT * FROM person_detail WHERE id = ?`, name)
	if err == nil && len(found) == 0 {
		found, err = c.people(ctx, query("find_person"), name)
	}
	switch {
	case err != nil:
		return rolecall.Person{}, err
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		return rolecall.Person{}, &AmbiguousError{Name: name, People: found}
	}
	near, err := c.NearPeople(ctx, name, 5)
	if err != nil {
		return rolecall.Person{}, err
	}
	missing := &NotFoundError{What: "person", Name: name}
	for _, p := range near {
		missing.Near = append(missing.Near, p.Name)
	}
	return rolecall.Person{}, missing
}

// NearPeople are people whose names contain the text or are a few typing errors
// away from it, nearest first, at most the number given.
func (c *Catalog) NearPeople(ctx context.Context, text string, most int) ([]rolecall.Person, error) {
	return c.people(ctx, query("near_people"), text, most)
}

func (c *Catalog) people(ctx context.Context, text string, args ...any) ([]rolecall.Person, error) {
	return collect(ctx, c, text, args, func(scan func(...any) error) (p rolecall.Person, err error) {
		var gender string
		err = scan(&p.ID, &p.Name, &p.NativeName, &gender, &p.Conflict)
		p.Gender = rolecall.Gender(gender)
		return p, err
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
	var err error
	if career.Credits, err = c.credits(ctx, query("person_credits"), p.ID); err != nil {
		return Career{}, err
	}
	titles, err := c.titles(ctx, `SELECT * FROM title_detail WHERE id IN (SELECT title_id FROM credit WHERE person_id = ?)`, p.ID)
	if err != nil {
		return Career{}, err
	}
	for _, t := range titles {
		career.Titles[t.ID] = t
	}
	career.Statements, err = c.Statements(ctx, p.ID)
	return career, err
}

// Statements are what sources say of a person's gender, the weightiest first.
func (c *Catalog) Statements(ctx context.Context, personID string) ([]rolecall.Statement, error) {
	text := `SELECT DISTINCT person_id, gender::VARCHAR, wording, precedence::VARCHAR, source_id, citation, date, precedence AS weight
		FROM statement WHERE person_id = ? ORDER BY weight DESC, source_id, citation, gender, wording`
	return collect(ctx, c, text, []any{personID}, func(scan func(...any) error) (s rolecall.Statement, err error) {
		var gender, precedence, date string
		if err := scan(&s.PersonID, &gender, &s.Wording, &precedence, &s.Source, &s.Citation, &date, new(any)); err != nil {
			return s, err
		}
		s.Gender = rolecall.Gender(gender)
		if s.Precedence, err = rolecall.ParsePrecedence(precedence); err != nil {
			return s, err
		}
		s.Date, err = rolecall.ParseDate(date)
		return s, err
	})
}
