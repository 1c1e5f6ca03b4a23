package catalog

import (
	"path/filepath"
	"testing"
	"time"

	"rolecall"
	"rolecall/source/starter"
)

// The tallies counted in SQL are those that the rules in Go give.
func TestTalliesAgreeWithTheRules(t *testing.T) {
	path := filepath.Join(t.TempDir(), "starter.duckdb")
	if err := Build(t.Context(), path, Recipe{Name: "starter", Built: time.Unix(0, 0), Fill: starter.Fill}); err != nil {
		t.Fatal(err)
	}
	c, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	works, err := c.titles(t.Context(), `WHERE kind IN ('season', 'film') ORDER BY id`)
	if err != nil || len(works) < 50 {
		t.Fatalf("%d works, %v", len(works), err)
	}
	for _, work := range works {
		roll, err := c.Roll(t.Context(), work, true)
		if err != nil {
			t.Fatal(err)
		}
		for _, role := range append(rolecall.Roles(), rolecall.Lead) {
			credits := held(roll.Credits, role)
			if got, want := people(t, c, work.ID, role), rolecall.TallyPeople(credits, roll.Genders()); got != want {
				t.Errorf("%s, %s: people %+v, want %+v", work.ID, role, got, want)
			}
			credited, any, all, titles := creditsAndTitles(t, c, work.ID, role)
			if want := rolecall.TallyCredits(credits, roll.Genders()); credited != want {
				t.Errorf("%s, %s: credits %+v, want %+v", work.ID, role, credited, want)
			}
			per := rolecall.TallyTitles(roll.LeafIDs(), credits, roll.Genders())
			if any != per.Any(rolecall.Woman).Certain || all != per.All(rolecall.Woman).Certain || titles != per.Held() {
				t.Errorf("%s, %s: any %d, all %d of %d titles, want %v, %v of %d", work.ID, role, any, all, titles, per.Any(rolecall.Woman), per.All(rolecall.Woman), per.Held())
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

func people(t *testing.T, c *Catalog, work string, role rolecall.Role) (tally rolecall.Tally) {
	row := c.db.QueryRowContext(t.Context(), `SELECT coalesce(sum(women), 0), coalesce(sum(men), 0), coalesce(sum(nonbinary), 0), coalesce(sum(unknown), 0)
		FROM work_person JOIN title ON number = work WHERE id = ? AND role = ?`, work, string(role))
	if err := row.Scan(&tally.Women, &tally.Men, &tally.Nonbinary, &tally.Unknown); err != nil {
		t.Fatal(err)
	}
	return tally
}

func creditsAndTitles(t *testing.T, c *Catalog, work string, role rolecall.Role) (tally rolecall.Tally, any, all, titles int) {
	row := c.db.QueryRowContext(t.Context(), `SELECT coalesce(sum(women), 0), coalesce(sum(men), 0), coalesce(sum(nonbinary), 0), coalesce(sum(unknown), 0),
		coalesce(sum(titles) FILTER (genders & 1 <> 0), 0), coalesce(sum(titles) FILTER (genders = 1), 0), coalesce(sum(titles), 0)
		FROM work_credit JOIN title ON number = work WHERE id = ? AND role = ?`, work, string(role))
	if err := row.Scan(&tally.Women, &tally.Men, &tally.Nonbinary, &tally.Unknown, &any, &all, &titles); err != nil {
		t.Fatal(err)
	}
	return tally, any, all, titles
}
