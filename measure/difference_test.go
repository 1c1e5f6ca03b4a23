package measure_test

import (
	"context"
	"errors"
	"maps"
	"slices"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/catalog/catalogtest"
	"rolecall/measure"
	"rolecall/population"
	"rolecall/source"
	"rolecall/source/starter"
)

// later is a sink that takes the starter's facts as a later edition might have them.
type later struct{ source.Sink }

func (l later) AddTitle(t rolecall.Title) error {
	if t.ID == "lady-bird-2017" {
		return nil
	}
	return l.Sink.AddTitle(t)
}

func (l later) AddCredit(c rolecall.Credit) error {
	switch {
	case c.TitleID == "lady-bird-2017", c.TitleID == "jessica-jones/2/1" && c.Role == rolecall.Director:
		return nil
	case c.TitleID == "wonder-woman-2017" && c.Role == rolecall.Director: // a second director beside her
		other := c
		other.PersonID = "jack-kenny"
		if err := l.Sink.AddCredit(other); err != nil {
			return err
		}
	}
	return l.Sink.AddCredit(c)
}

func (l later) AddStatement(s rolecall.Statement) error {
	switch s.PersonID {
	case "minkie-spiro":
		return nil
	case "jack-kenny":
		s.Gender = rolecall.Nonbinary
	}
	return l.Sink.AddStatement(s)
}

func laterCatalog(t *testing.T) *catalog.Catalog {
	return catalogtest.Open(t, "later", func(ctx context.Context, sink source.Sink) error { return starter.Fill(ctx, later{sink}) })
}

// The difference of two catalogs is that of their rankings, title by title.
func TestADifferenceIsThatOfTheTitles(t *testing.T) {
	before, now := starterCatalog(t), laterCatalog(t)
	for _, unit := range rolecall.Units() {
		for _, p := range []population.Population{{}, {Kind: rolecall.Season}} {
			roles := []rolecall.Role{rolecall.Director, rolecall.Writer, rolecall.Lead}
			for _, way := range [][2]*catalog.Catalog{{before, now}, {now, before}, {before, before}} {
				asked := measure.Comparison{Population: p, Roles: roles, Unit: unit, Genders: []rolecall.Gender{rolecall.Woman}, Most: 1000}
				d, err := measure.DifferenceOf(t.Context(), way[0], way[1], asked)
				if err != nil {
					t.Fatal(err)
				}
				for _, role := range roles {
					was, is := standings(t, way[0], asked, role), standings(t, way[1], asked, role)
					if got, want := told(d, role), changes(was, is); !maps.Equal(got, want) {
						t.Errorf("%s of %s in %s: %v, want %v", role, p.Words(), unit, got, want)
					}
				}
			}
		}
	}
}

// standings are those of all titles with somebody in the role, by their ranking.
func standings(t *testing.T, c *catalog.Catalog, asked measure.Comparison, role rolecall.Role) map[string]catalog.Standing {
	t.Helper()
	ranking, err := measure.RankingOf(t.Context(), c, measure.Contest{Population: asked.Population, Role: role, Unit: asked.Unit, Genders: asked.Genders, Most: 10_000})
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]catalog.Standing)
	for _, row := range ranking.Rows {
		all[row.Title.ID] = row.Standing
	}
	return all
}

func changes(was, is map[string]catalog.Standing) map[string]measure.Change {
	all := make(map[string]measure.Change)
	for id := range maps.Keys(merged(was, is)) {
		before, held := was[id]
		after, holds := is[id]
		whole := func(s catalog.Standing) bool { return s.Count.Of > 0 && s.Count.Certain == s.Count.Of }
		switch {
		case whole(after) && !whole(before):
			all[id] = measure.BecameWhole
		case whole(before) && !whole(after):
			all[id] = measure.NoLonger
		case !held:
			all[id] = measure.NewlyHeld
		case !holds:
			all[id] = measure.NoLongerHeld
		case before != after:
			all[id] = measure.OtherCount
		}
	}
	return all
}

func merged(a, b map[string]catalog.Standing) map[string]catalog.Standing {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}

func told(d measure.Difference, role rolecall.Role) map[string]measure.Change {
	all := make(map[string]measure.Change)
	for _, c := range d.Changes {
		if c.Role == role {
			for _, one := range c.Titles {
				all[one.Title.ID] = c.Change
			}
		}
	}
	return all
}

// Figures are those of the reports, statements those of people who are in both, and lists
// have those first whose counts differ most.
func TestWhatADifferenceSays(t *testing.T) {
	before, now := starterCatalog(t), laterCatalog(t)
	asked := measure.Comparison{Roles: []rolecall.Role{rolecall.Director, rolecall.Writer}, Unit: rolecall.Credits, Genders: []rolecall.Gender{rolecall.Woman}, Most: 1}
	d, err := measure.DifferenceOf(t.Context(), before, now, asked)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range []*catalog.Catalog{before, now} {
		report, err := measure.ReportOn(t.Context(), c, measure.Question{Roles: asked.Roles, Unit: asked.Unit, Genders: asked.Genders})
		if err != nil {
			t.Fatal(err)
		}
		for j, f := range d.Figures {
			if got := []*measure.Row{f.Old, f.New}[i]; got.Count != report.Total[j].Count || got.Held != report.Total[j].Held {
				t.Errorf("%s: %+v, want %+v", f.Role, got, report.Total[j])
			}
		}
	}
	if d.Stated.Withdrawn != 1 || d.Stated.Otherwise != 1 || d.Stated.Newly != 0 || d.Stated.Of < 300 {
		t.Errorf("statements: %+v", d.Stated)
	}
	back, err := measure.DifferenceOf(t.Context(), now, before, asked)
	if err != nil || back.Stated.Newly != 1 || back.Stated.Otherwise != 1 || back.Stated.Of != d.Stated.Of {
		t.Errorf("the other way round: %+v, %v", back.Stated, err)
	}
	for _, c := range d.Changes {
		if len(c.Titles) != 1 || c.Number < 1 {
			t.Errorf("%s %s: %d of %d listed", c.Role, c.Change, len(c.Titles), c.Number)
		}
	}
	lost := slices.IndexFunc(d.Changes, func(c measure.Changed) bool { return c.Change == measure.NoLonger && c.Role == rolecall.Director })
	if c := d.Changes[lost]; c.Number != 3 { // Lady Bird, Wonder Woman, Jessica Jones 2
		t.Errorf("no longer whole: %d", c.Number)
	}
}

// A population that one catalog lacks is compared with nothing; one that both lack is an
// error, and so is a question that has no answer.
func TestADifferenceOfNothing(t *testing.T) {
	before, now := starterCatalog(t), laterCatalog(t)
	asked := measure.Comparison{Roles: []rolecall.Role{rolecall.Director}, Unit: rolecall.Credits, Genders: []rolecall.Gender{rolecall.Woman}, Most: 5}
	asked.Population = population.Population{Kind: rolecall.Film, From: rolecall.Date{Year: 2017, Month: 11}, To: rolecall.Date{Year: 2017, Month: 11}}
	d, err := measure.DifferenceOf(t.Context(), before, now, asked)
	if err != nil || d.OldTitles == 0 || d.NewTitles == d.OldTitles {
		t.Fatalf("%d, %d titles, %v", d.OldTitles, d.NewTitles, err)
	}
	if d.NewTitles == 0 && (d.Figures[0].New != nil || d.Figures[0].Old == nil) {
		t.Errorf("figures: %+v", d.Figures[0])
	}
	asked.Population.Networks = []string{"Netflx"}
	empty := new(catalog.EmptyError)
	if _, err := measure.DifferenceOf(t.Context(), before, now, asked); !errors.As(err, &empty) {
		t.Errorf("a population of nothing: %v", err)
	}
	for _, wrong := range []measure.Comparison{{Most: 5}, {Roles: asked.Roles, Most: 0}, {Roles: asked.Roles, Most: 5}} {
		if _, err := measure.DifferenceOf(t.Context(), before, now, wrong); err == nil {
			t.Errorf("%+v is compared", wrong)
		}
	}
}
