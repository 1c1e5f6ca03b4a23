package catalog

import (
	"fmt"
	"maps"
	"testing"

	"pgregory.net/rapid"

	"rolecall"
	"rolecall/population"
)

// isBefore reports whether one date is before another for certain, whatever is not known of
// them.
func isBefore(a, b rolecall.Date) bool {
	for _, part := range [][2]int{{a.Year, b.Year}, {a.Month, b.Month}, {a.Day, b.Day}} {
		if part[0] == 0 || part[1] == 0 || part[0] != part[1] {
			return part[0] > 0 && part[1] > 0 && part[0] < part[1]
		}
	}
	return false
}

// heldCredit is a credit with the title that it is on.
type heldCredit struct {
	person, title string
	role          rolecall.Role
	on            rolecall.Title
}

func heldCredits(t *testing.T, c *Catalog) []heldCredit {
	t.Helper()
	all, err := collect(t.Context(), c, `SELECT p.id, t.id, role::VARCHAR FROM credit c JOIN title t ON t.number = c.title JOIN person p ON p.number = c.person`, nil,
		func(scan func(...any) error) (h heldCredit, err error) {
			return h, scan(&h.person, &h.title, (*string)(&h.role))
		})
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range all {
		if all[i].on, _, err = c.Title(t.Context(), h.title); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// firstsByRule are the people whose first credit in a role lies in some titles, for certain
// and perhaps: no credit of theirs that may be the first is elsewhere, or not every one is.
func firstsByRule(credits []heldCredit, role rolecall.Role, within func(rolecall.Title) bool) (sure, unsure map[string]bool) {
	byPerson := make(map[string][]heldCredit)
	for _, h := range credits {
		if h.role == role {
			byPerson[h.person] = append(byPerson[h.person], h)
		}
	}
	sure, unsure = make(map[string]bool), make(map[string]bool)
	for person, own := range byPerson {
		inside, outside := false, false
		for _, h := range own {
			isFirst := true
			for _, other := range own {
				isFirst = isFirst && !isBefore(other.on.First(), h.on.First())
			}
			undated := h.on.First().IsZero()
			inside = inside || isFirst && !undated && within(h.on)
			outside = outside || isFirst && (undated || !within(h.on))
		}
		if inside {
			sure[person], unsure[person] = !outside, outside
		}
	}
	return sure, unsure
}

func TestFirstCreditsAgreeWithTheRules(t *testing.T) {
	t.Parallel()
	c := openStarter(t)
	credits := heldCredits(t, c)
	people, err := c.persons(t, credits)
	if err != nil {
		t.Fatal(err)
	}
	tried, doubtful := 0, 0
	rapid.Check(t, func(r *rapid.T) {
		role := rapid.SampledFrom([]rolecall.Role{rolecall.Director, rolecall.Writer, rolecall.Creator}).Draw(r, "role")
		from := rapid.IntRange(2009, 2019).Draw(r, "from")
		p := population.Population{Kind: rapid.SampledFrom([]rolecall.Kind{rolecall.Film, rolecall.Season, rolecall.Episode, ""}).Draw(r, "kind"),
			From: rolecall.Date{Year: from}, To: rolecall.Date{Year: from + rapid.IntRange(0, 3).Draw(r, "years")}}
		got, err := c.Tally(t.Context(), Tallying{Population: p, Roles: []rolecall.Role{role}, People: true, First: true})
		if err != nil {
			return // nothing of these years
		}
		// A credit counts with its film or episode, or with the season that carries it.
		within := func(on rolecall.Title) bool {
			if p.Kind == rolecall.Season || p.Kind == "" && on.Kind != rolecall.Film {
				if on.Kind == rolecall.Episode {
					on, _, _ = c.Title(t.Context(), on.SeasonID)
				}
				return on.Kind == rolecall.Season && p.Holds(on)
			}
			return p.Holds(on)
		}
		sure, unsure := firstsByRule(credits, role, within)
		var want, have rolecall.Tally
		wantUnsure, haveUnsure := 0, 0
		for person := range maps.Keys(sure) {
			if sure[person] {
				want.Add(people[person])
				tried++
			}
			if unsure[person] {
				wantUnsure++
				doubtful++
			}
		}
		for _, p := range got.People {
			have, haveUnsure = have.Plus(p.People), haveUnsure+p.Unsure
		}
		if have != want || haveUnsure != wantUnsure {
			r.Fatalf("%s of %s: %+v and %d unsure, want %+v and %d", role, p.Words(), have, haveUnsure, want, wantUnsure)
		}
	})
	if tried == 0 || doubtful == 0 {
		t.Errorf("%d people for certain and %d perhaps: nothing is tried", tried, doubtful)
	}
}

// persons are the genders of the people of some credits.
func (c *Catalog) persons(t *testing.T, credits []heldCredit) (map[string]rolecall.Gender, error) {
	genders := make(map[string]rolecall.Gender)
	for _, h := range credits {
		p, held, err := c.Person(t.Context(), h.person)
		if err != nil || !held {
			return nil, fmt.Errorf("%s: %v", h.person, err)
		}
		genders[p.ID] = p.Gender
	}
	return genders, nil
}

// Titles are parted by every word that there is, and each part is named.
func TestEachPartIsNamed(t *testing.T) {
	t.Parallel()
	c, all := openDrawn(t)
	for _, by := range Bys() {
		if by == ByAge { // nobody is in this catalog
			continue
		}
		got, err := c.Tally(t.Context(), Tallying{Population: population.Population{Kind: rolecall.Season}, By: Alone(by)})
		if err != nil {
			t.Fatal(err)
		}
		named := 0
		for _, p := range got.Parts {
			if p.Key.First != "" {
				named += p.Titles
			}
		}
		if named == 0 || got.Titles == 0 || len(all) == 0 {
			t.Errorf("by %s: no part has a name", by)
		}
	}
}
