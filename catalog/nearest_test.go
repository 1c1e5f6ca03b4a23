package catalog

import (
	"fmt"
	"slices"
	"testing"

	"rolecall"
)

// nearestNames are names of the starter of each kind, of which one is mistyped.
var nearestNames = []string{"Jessica Jones", "jesica jones", "Melissa Rosenberg", "Lady Bird", "AKA Start at the Beginning", "nothing of the kind"}

// What is found by name, and what is then read of it, is the same of the file beside the
// catalog as of the tables; names that are the text are the closest.
func TestNearestAnswersAsTablesDo(t *testing.T) {
	c := starterOpen(t)
	held := c.rows.Load()
	told := func() (said []string) {
		for _, name := range nearestNames {
			said = append(said, saidOf(t, c, name)...)
		}
		return said
	}
	ofFile := told()
	if c.rows.Load() != held {
		t.Fatal("the file of rows was given up")
	}
	c.rows.Store(nil)
	if ofTables := told(); !slices.Equal(ofFile, ofTables) {
		t.Errorf("of the file:\n%q\nof the tables:\n%q", ofFile, ofTables)
	}
	if !slices.Contains(ofFile, "melissa-rosenberg on jessica-jones: [writer creator showrunner executive_producer]") {
		t.Errorf("what is said: %q", ofFile)
	}
}

// saidOf is all that can be asked of what is near a name.
func saidOf(t *testing.T, c *Catalog, name string) (said []string) {
	t.Helper()
	ctx := t.Context()
	say := func(form string, args ...any) { said = append(said, fmt.Sprintf(form, args...)) }
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	all := Nearest{Kinds: rolecall.Kinds(), People: true, Most: 6}
	near, err := c.Nearest(ctx, name, all)
	must(err)
	exact, of, err := c.Namesakes(ctx, name, all)
	must(err)
	if of != len(exact) || slices.ContainsFunc(exact, func(n Near) bool { return n.Closeness != 1 }) {
		t.Errorf("%s: %d of the very name are %+v", name, of, exact)
	}
	creator, held, err := c.Person(ctx, "melissa-rosenberg")
	must(err)
	person, err := c.NearPerson(ctx, creator)
	must(err)
	if !held {
		t.Fatal("nobody to compare with")
	}
	for _, n := range append(near, exact...) {
		if n.IsPerson {
			people, err := c.PeopleFound(ctx, []Near{n})
			must(err)
			roles, err := c.RolesHeld(ctx, n)
			must(err)
			years, err := c.YearsOf(ctx, n)
			must(err)
			best, is, err := c.BestKnownFor(ctx, n)
			must(err)
			say("%s: %v, %v, %s, %v, %v", people[0].ID, roles, years, best.ID, is, n.Is(person))
			continue
		}
		titles, err := c.TitlesFound(ctx, []Near{n})
		must(err)
		roles, err := c.RolesOn(ctx, person, n)
		must(err)
		directors, err := c.CreditedOn(ctx, n, rolecall.Director)
		must(err)
		again, err := c.NearTitle(ctx, titles[0])
		must(err)
		say("%s: %s, %v, %v", titles[0].ID, titles[0].Kind, directors, again.Is(n))
		say("%s on %s: %v", creator.ID, titles[0].ID, roles)
	}
	return said
}
