package catalog

import (
	"testing"

	"rolecall"
)

// The tallies counted in SQL are those that the rules in Go give.
func TestTalliesAgreeWithTheRules(t *testing.T) {
	t.Parallel()
	c := openStarter(t)
	works, err := c.titles(t.Context(), `WHERE kind IN ('season', 'film') ORDER BY id`)
	if err != nil || len(works) < 50 {
		t.Fatalf("%d works, %v", len(works), err)
	}
	counted := countedInSQL(t, c)
	for _, work := range works {
		roll, err := c.Roll(t.Context(), work, true)
		if err != nil {
			t.Fatal(err)
		}
		for _, role := range append(rolecall.Roles(), rolecall.Lead) {
			credits := held(roll.Credits, role)
			got := counted[work.ID+"|"+string(role)]
			if want := rolecall.TallyPeople(credits, roll.Genders()); got.people != want {
				t.Errorf("%s, %s: people %+v, want %+v", work.ID, role, got.people, want)
			}
			if want := rolecall.TallyCredits(credits, roll.Genders()); got.credits != want {
				t.Errorf("%s, %s: credits %+v, want %+v", work.ID, role, got.credits, want)
			}
			per := rolecall.TallyTitles(roll.LeafIDs(), credits, roll.Genders())
			if got.any != per.Any(rolecall.Woman).Certain || got.all != per.All(rolecall.Woman).Certain || got.titles != per.Held() {
				t.Errorf("%s, %s: any %d, all %d of %d titles, want %v, %v of %d", work.ID, role, got.any, got.all, got.titles, per.Any(rolecall.Woman), per.All(rolecall.Woman), per.Held())
			}
		}
	}
}

func held(credits []rolecall.Credit, role rolecall.Role) (some []rolecall.Credit) {
	for _, c := range credits {
		if c.Role == role || role == rolecall.Lead && c.Role == rolecall.Cast && c.Billing == 1 {
			some = append(some, c)
		}
	}
	return some
}

// inSQL is what the tables say of a work and a role.
type inSQL struct {
	people, credits  rolecall.Tally
	any, all, titles int
}

// countedInSQL is what the tables say, by work and role.
func countedInSQL(t *testing.T, c *Catalog) map[string]inSQL {
	t.Helper()
	counted := make(map[string]inSQL)
	each := func(text string, targets func(*inSQL) []any) {
		rows, err := c.db.QueryContext(t.Context(), text)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			var key string
			var into inSQL
			if err := rows.Scan(append([]any{&key}, targets(&into)...)...); err != nil {
				t.Fatal(err)
			}
			so := counted[key]
			if into.people != (rolecall.Tally{}) {
				so.people = into.people
			} else {
				people := so.people
				so = into
				so.people = people
			}
			counted[key] = so
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
	}
	each(`SELECT id || '|' || role, sum(women), sum(men), sum(nonbinary), sum(unknown)
		FROM work_person JOIN title ON number = work GROUP BY ALL`, func(to *inSQL) []any {
		return []any{&to.people.Women, &to.people.Men, &to.people.Nonbinary, &to.people.Unknown}
	})
	each(`SELECT id || '|' || role, sum(women), sum(men), sum(nonbinary), sum(unknown),
		coalesce(sum(titles) FILTER (genders & 1 <> 0), 0), coalesce(sum(titles) FILTER (genders = 1), 0), sum(titles)
		FROM work_credit JOIN title ON number = work GROUP BY ALL`, func(to *inSQL) []any {
		return []any{&to.credits.Women, &to.credits.Men, &to.credits.Nonbinary, &to.credits.Unknown, &to.any, &to.all, &to.titles}
	})
	return counted
}
