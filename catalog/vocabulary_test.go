package catalog_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"rolecall"
	"rolecall/catalog"
)

// The same facts have the same hash, whatever else the program has words for and in
// whatever order.
func TestTheHashIsOfTheWordsOfRoles(t *testing.T) {
	t.Parallel()
	want := hashOf(t, small())
	for name, recipe := range map[string]catalog.Recipe{
		"a role inserted first": catalog.WithRole(small().recipe(), 0, "stunts"), "in the middle": catalog.WithRole(small().recipe(), 3, "stunts"),
		"the other way round": catalog.InReverse(small().recipe()),
	} {
		if got, err := catalog.HashOf(t.Context(), recipe); err != nil || got != want {
			t.Errorf("%s: hash %s, %v; want %s", name, got, err, want)
		}
	}
	f := small()
	f.credits[3].Role = rolecall.Writer
	if hashOf(t, f) == want {
		t.Error("another role leaves the hash as it was")
	}
}

func TestACatalogOfOtherRolesIsRefused(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		recipe catalog.Recipe
		matter error
		said   string
	}{
		"more":  {catalog.WithRole(small().recipe(), 3, "stunts"), catalog.ErrNewer, "it has roles that this program does not know: stunts"},
		"fewer": {catalog.WithoutRole(small().recipe(), "music"), catalog.ErrOlder, "its roles are not those of this program, which has: music"},
		// A role that changes hands by episode counts otherwise than one that does not.
		"other": {catalog.WithRole(catalog.WithoutRole(small().recipe(), "director"), 0, "director"), catalog.ErrOlder, "which has: director by episode"},
	} {
		path := filepath.Join(t.TempDir(), "test.duckdb")
		if err := catalog.Build(t.Context(), path, test.recipe); err != nil {
			t.Fatal(err)
		}
		c, err := catalog.Open(t.Context(), path)
		if err == nil {
			c.Close()
		}
		if !errors.Is(err, test.matter) || !strings.Contains(err.Error(), test.said) || !strings.Contains(err.Error(), "uild the catalog again") {
			t.Errorf("%s: %v", name, err)
		}
	}
	path := filepath.Join(t.TempDir(), "test.duckdb")
	if err := catalog.Build(t.Context(), path, catalog.InReverse(small().recipe())); err != nil {
		t.Fatal(err)
	}
	c, err := catalog.Open(t.Context(), path)
	if err != nil {
		t.Fatalf("the same roles in another order: %v", err)
	}
	c.Close()
}

// What a source says of the scope is kept; where it says nothing, it speaks of the title
// that it names, and never of less.
func TestScopesAreKept(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		title string
		role  rolecall.Role
		scope rolecall.Scope
		on    string // where the credit is held
		want  rolecall.Scope
	}{
		"an episode":                         {"jones/1/2", rolecall.Showrunner, "", "jones/1/2", rolecall.OfTitle},
		"an episode, said of the season":     {"jones/1/2", rolecall.Showrunner, rolecall.OfSeason, "jones/1/2", rolecall.OfSeason},
		"an episode, said of the series":     {"jones/1/2", rolecall.Cast, rolecall.OfSeries, "jones/1/2", rolecall.OfSeries},
		"a season":                           {"jones/1", rolecall.Showrunner, "", "jones/1/2", rolecall.OfSeason},
		"a season, said of the series":       {"jones/1", rolecall.Showrunner, rolecall.OfSeries, "jones/1/2", rolecall.OfSeries},
		"a season is no title":               {"jones/1", rolecall.Showrunner, rolecall.OfTitle, "jones/1/2", rolecall.OfSeason},
		"a series":                           {"jones", rolecall.Showrunner, rolecall.OfSeries, "jones/1/2", rolecall.OfSeries},
		"a film":                             {"shoplifters", rolecall.Cast, rolecall.OfSeries, "shoplifters", rolecall.OfTitle},
		"a director of an episode":           {"jones/1/2", rolecall.Director, rolecall.OfTitle, "jones/1/2", rolecall.OfTitle},
		"a director, said of the season":     {"jones/1/2", rolecall.Director, rolecall.OfSeason, "jones/1", rolecall.OfSeason},
		"a director, said of the series":     {"jones/1/2", rolecall.Director, rolecall.OfSeries, "jones", rolecall.OfSeries},
		"a season's director, of the series": {"jones/1", rolecall.Director, rolecall.OfSeries, "jones/1", rolecall.OfSeries},
	} {
		f := small()
		f.credits = []rolecall.Credit{{TitleID: test.title, PersonID: "zoe", Role: test.role, Scope: test.scope, Citations: []string{"a"}}}
		c := built(t, f)
		top, _, err := c.Title(t.Context(), strings.Split(test.title, "/")[0])
		if err != nil {
			t.Fatal(err)
		}
		roll, err := c.Roll(t.Context(), top, false)
		if err != nil {
			t.Fatal(err)
		}
		var found bool
		for _, credit := range roll.Credits {
			if credit.Scope != test.want {
				t.Errorf("%s: on %s the scope is %s, want %s", name, credit.TitleID, credit.Scope, test.want)
			}
			found = found || credit.TitleID == test.on
		}
		if !found {
			t.Errorf("%s: held on %+v, want on %s", name, roll.Credits, test.on)
		}
	}
}
