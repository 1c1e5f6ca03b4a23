package catalog

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"rolecall"
	"rolecall/population"
)

// This file hands over what a population holds in the order of the identifiers, one by
// one, so that two catalogs can be gone through side by side in little memory. Numbers
// differ from one catalog to the next; identifiers do not.

// Stood is a film or season, by identifier, with how it stands in a role.
type Stood struct {
	ID string
	Standing
}

// inOneRead is how many numbers of titles are read at once, so that what is put in order
// takes little memory. The order of the numbers is that of the identifiers.
const inOneRead = 500_000

// IsWhole reports whether all in the role are certainly of the genders asked for.
func (s Standing) IsWhole() bool { return s.Count.Of > 0 && s.Count.Certain == s.Count.Of }

// Standings are the films and seasons of a population with a credit in the role of the
// slate, its only one, and how they stand in it. The last error, if there is one, is an
// *UnanswerableError or a *ComparedError where that is the matter; a population without a
// title has none.
func (c *Catalog) Standings(ctx context.Context, p population.Population, s Slate) iter.Seq2[Stood, error] {
	return inOrder(func(take func(Stood) bool) error {
		return c.comparing(ctx, p, func(q chosen) error {
			if err := q.compare(ctx, s); err != nil {
				return err
			}
			var first, last int
			if err := q.conn.QueryRowContext(ctx, `SELECT coalesce(min(number), 0), coalesce(max(number), -1) FROM standing WHERE held > 0 OR people > 0`).Scan(&first, &last); err != nil {
				return q.fault(err)
			}
			for more := true; more && first <= last; first += inOneRead {
				text := fmt.Sprintf(`SELECT id, certain, possible, of, held, leaves, unstated FROM standing JOIN title USING (number)
					WHERE (held > 0 OR people > 0) AND number BETWEEN %d AND %d ORDER BY number`, first, first+inOneRead-1)
				err := q.each(ctx, text, func(scan func(...any) error) (bool, error) {
					one := Stood{Standing: Standing{Role: s.Roles[0]}}
					var unstated int
					if err := scan(&one.ID, &one.Count.Certain, &one.Count.Possible, &one.Count.Of, &one.Held, &one.Leaves, &unstated); err != nil {
						return false, err
					}
					one.Within = within(one.Held, one.Leaves, unstated)
					more = take(one)
					return more, nil
				})
				if err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// CreditedPeople are the people credited in some roles on the titles of a population, each
// once, by identifier, with the gender that is stated of them.
func (c *Catalog) CreditedPeople(ctx context.Context, p population.Population, roles []rolecall.Role) iter.Seq2[rolecall.Person, error] {
	return inOrder(func(take func(rolecall.Person) bool) error {
		return c.choosing(ctx, p, Breakdown{}, func(q chosen) error {
			if err := q.findLeaves(ctx, Tallying{Population: p}); err != nil {
				return err
			}
			text := fmt.Sprintf(`SELECT id, coalesce(gender, 'unknown')::VARCHAR, coalesce(conflict, false)
				FROM (SELECT DISTINCT person FROM credit SEMI JOIN leaf USING (title) WHERE %s) JOIN person ON number = person LEFT JOIN person_gender USING (person)
				ORDER BY id`, creditedIn(roles))
			return q.each(ctx, text, func(scan func(...any) error) (bool, error) {
				var one rolecall.Person
				if err := scan(&one.ID, (*string)(&one.Gender), &one.Conflict); err != nil {
					return false, err
				}
				return take(one), nil
			})
		})
	})
}

// inOrder is a sequence of what a function hands over until no more is taken, with the
// function's error, if there is one, at its end.
func inOrder[T any](run func(take func(T) bool) error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		more := true
		err := run(func(one T) bool {
			more = yield(one, nil)
			return more
		})
		if err != nil && more {
			var none T
			yield(none, err)
		}
	}
}

// creditedIn are the credits that some roles are counted from.
func creditedIn(roles []rolecall.Role) string {
	each := make([]string, len(roles))
	for i, role := range roles {
		each[i] = `(` + rolesIn([]rolecall.Role{creditedRole(role)}) + `)`
		if role == rolecall.Lead {
			each[i] = `(` + each[i] + ` AND billing = 1)`
		}
	}
	return strings.Join(each, ` OR `)
}

// each goes through the rows of a query until one wants no more.
func (q chosen) each(ctx context.Context, text string, do func(scan func(...any) error) (more bool, err error)) error {
	rows, err := q.conn.QueryContext(ctx, text)
	if err != nil {
		return q.fault(err)
	}
	defer rows.Close()
	for rows.Next() {
		if more, err := do(rows.Scan); err != nil || !more {
			return q.fault(err)
		}
	}
	return q.fault(rows.Err())
}
