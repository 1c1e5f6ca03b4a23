package catalog

import (
	"context"
	"strings"

	"rolecall"
	"rolecall/population"
)

// Gap is somebody in a role of whom no gender is stated, or of whom sources of equal weight
// disagree.
type Gap struct {
	Person rolecall.Person
	// Titles is on how many of the films or episodes they are credited.
	Titles int
	// Identifiers are what the person is called elsewhere, where it can be looked up.
	Identifiers []rolecall.Identifier
}

// RoleGaps are the gaps of a role.
type RoleGaps struct {
	Role rolecall.Role
	// People is how many there are, of whom Gaps are those on whom most depends.
	People int
	Gaps   []Gap
}

// Gaps are those of some roles in a population, of each as many as most, in the order of
// the roles. Somebody who has declared something about themselves is none, whatever it is.
// The error is an *EmptyError or an *UnanswerableError where that is the matter.
func (c *Catalog) Gaps(ctx context.Context, p population.Population, roles []rolecall.Role, most int) (all []RoleGaps, err error) {
	if err := c.checkAnswerable(ctx, p, Breakdown{}); err != nil {
		return nil, err
	}
	titles := 0
	err = c.choosing(ctx, p, Breakdown{}, func(q chosen) (err error) {
		if titles, _, err = q.size(ctx, p, Breakdown{}); err != nil || titles == 0 {
			return err
		}
		if err := q.findLeaves(ctx, Tallying{Population: p}); err != nil {
			return err
		}
		for _, role := range roles {
			of, err := q.gaps(ctx, role, most)
			if err != nil {
				return err
			}
			all = append(all, of)
		}
		return nil
	})
	if err == nil && titles == 0 {
		err = c.empty(ctx, p)
	}
	for _, of := range all {
		if err == nil {
			err = c.identifyGaps(ctx, of.Gaps)
		}
	}
	return all, err
}

// gaps are those of a role on the leaf titles of what was chosen.
func (q chosen) gaps(ctx context.Context, role rolecall.Role, most int) (RoleGaps, error) {
	of := RoleGaps{Role: role}
	if _, err := q.conn.ExecContext(ctx, strings.ReplaceAll(query("gaps"), "/*credited*/", creditedIn([]rolecall.Role{role}))); err != nil {
		return of, q.fault(err)
	}
	if err := q.conn.QueryRowContext(ctx, `SELECT count(*) FROM gap`).Scan(&of.People); err != nil {
		return of, q.fault(err)
	}
	first := `SELECT id, name, native_name, coalesce(conflict, false), titles::BIGINT
		FROM (SELECT gap.*, id, name, native_name FROM gap JOIN person ON number = person ORDER BY titles DESC, id LIMIT ?) LEFT JOIN person_gender USING (person)
		ORDER BY titles DESC, id`
	var err error
	of.Gaps, err = read(ctx, q, first, []any{most}, func(scan func(...any) error) (g Gap, err error) {
		g.Person.Gender = rolecall.Unknown
		return g, scan(&g.Person.ID, &g.Person.Name, &g.Person.NativeName, &g.Person.Conflict, &g.Titles)
	})
	return of, err
}

// identifyGaps adds what people are called elsewhere.
func (c *Catalog) identifyGaps(ctx context.Context, gaps []Gap) error {
	at := make(map[string]int, len(gaps))
	ids := make([]string, len(gaps))
	for i, g := range gaps {
		ids[i], at[g.Person.ID] = g.Person.ID, i
	}
	_, err := collect(ctx, c, `SELECT owner_id, scheme, value FROM identifier WHERE owner_id IN (SELECT unnest(?::VARCHAR[])) ORDER BY owner_id, scheme, value`, []any{ids},
		func(scan func(...any) error) (struct{}, error) {
			var i rolecall.Identifier
			err := scan(&i.Owner, (*string)(&i.Scheme), &i.Value)
			gap := &gaps[at[i.Owner]]
			gap.Identifiers = append(gap.Identifiers, i)
			return struct{}{}, err
		})
	return err
}
