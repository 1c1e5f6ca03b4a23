package catalog

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"rolecall"
	"rolecall/source"
)

// drawnFill fills a catalog with credits and statements drawn by a seed: people of several
// roles and of none, sources that agree, disagree and say that they do not know.
func drawnFill(seed uint64) func(context.Context, source.Sink) error {
	return func(_ context.Context, sink source.Sink) error {
		random := rand.New(rand.NewPCG(seed, 1))
		var faults []error
		sources := []string{"a", "b", "silent"}
		for _, id := range sources {
			faults = append(faults, sink.AddSource(rolecall.Source{ID: id, Name: id}))
		}
		const titles, people = 12, 60
		for i := range titles {
			faults = append(faults, sink.AddTitle(rolecall.Title{ID: fmt.Sprint("film", i), Kind: rolecall.Film, Name: "Film", Year: 2020}))
		}
		roles := rolecall.Roles()
		roles = roles[:2+random.IntN(len(roles)-2)]
		for i := range people {
			id := fmt.Sprint("person", i)
			faults = append(faults, sink.AddPerson(rolecall.Person{ID: id, Name: id}))
			for range random.IntN(4) {
				faults = append(faults, sink.AddCredit(rolecall.Credit{TitleID: fmt.Sprint("film", random.IntN(titles)), PersonID: id, Role: roles[random.IntN(len(roles))]}))
			}
			for range random.IntN(3) {
				faults = append(faults, sink.AddStatement(rolecall.Statement{PersonID: id, Gender: rolecall.Genders()[random.IntN(4)],
					Precedence: rolecall.Citation, Source: sources[random.IntN(2)]}))
			}
		}
		return errors.Join(faults...)
	}
}

// coveredPlainly counts coverage person by person, as it is meant.
const coveredPlainly = `WITH credited AS (
    SELECT DISTINCT role::VARCHAR AS role, person FROM credit
), stating AS (
    SELECT DISTINCT person, source_id FROM statement WHERE gender <> 'unknown'
    UNION ALL
    SELECT person, '' FROM person_gender WHERE gender <> 'unknown'
), credited_all AS (
    SELECT role, count(*) AS people FROM credited GROUP BY role
)
SELECT a.role, s.source_id, a.people, count(c.person) AS stated
FROM credited_all a
CROSS JOIN (SELECT DISTINCT source_id FROM stating UNION SELECT '') s
LEFT JOIN stating t ON t.source_id = s.source_id
LEFT JOIN credited c ON c.role = a.role AND c.person = t.person
GROUP BY a.role, s.source_id, a.people
ORDER BY a.role, s.source_id`

// What is counted when a catalog is built is what a walk through it counts.
func TestCoverageIsThatOfThePeople(t *testing.T) {
	for seed := range uint64(4) {
		path := filepath.Join(t.TempDir(), "c.duckdb")
		if err := Build(t.Context(), path, Recipe{Name: "c", Fill: drawnFill(seed)}); err != nil {
			t.Fatal(err)
		}
		c, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		got, err := c.Coverage(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		want, err := collect(t.Context(), c, coveredPlainly, nil, func(scan func(...any) error) (v Coverage, err error) {
			return v, scan((*string)(&v.Role), &v.Source, &v.People, &v.Stated)
		})
		if err != nil {
			t.Fatal(err)
		}
		slices.SortStableFunc(want, func(a, b Coverage) int { return a.Role.Compare(b.Role) })
		if len(want) < 6 || !slices.Equal(got, want) {
			t.Errorf("seed %d:\n%v\nwant\n%v", seed, got, want)
		}
		held, err := c.Holdings(t.Context())
		credits, counted := 0, c.db.QueryRow(`SELECT count(*) FROM credit`)
		if err := errors.Join(err, counted.Scan(&credits)); err != nil || held.Films != 12 || held.People != 60 || held.Series+held.Lists != 0 || held.Credits != credits {
			t.Errorf("seed %d: holds %+v, %v", seed, held, err)
		}
	}
}
