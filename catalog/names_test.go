package catalog_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"rolecall"
	"rolecall/catalog"
)

// Where only the catalog was copied, or its names were damaged, they are indexed
// anew.
func TestNamesAreIndexedAnewWhereTheyAreMissing(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "test.duckdb")
	if err := catalog.Build(t.Context(), path, small().recipe()); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(string) error{
		"missing": os.Remove,
		"cut off": func(file string) error { return os.Truncate(file, 20) },
		"other":   func(file string) error { return os.WriteFile(file, []byte("no index at all"), 0o644) },
	} {
		files, _ := filepath.Glob(path + ".*.names")
		if len(files) != 1 {
			t.Fatalf("%s: the names are in %v", name, files)
		}
		if err := spoil(files[0]); err != nil {
			t.Fatal(err)
		}
		c, err := catalog.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if p, err := c.FindPerson(t.Context(), "zoe bell"); err != nil || p.ID != "zoe" {
			t.Errorf("%s: %s, %v", name, p.ID, err)
		}
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	}
}

// A catalog that is swapped in is looked up by its own names, and those of the old
// one go.
func TestNamesAreThoseOfTheCatalog(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "test.duckdb")
	for _, name := range []string{"Lady Bird", "Wadjda"} {
		f := small()
		f.titles = append(f.titles, rolecall.Title{ID: "added", Kind: rolecall.Film, Name: name, Year: 2017})
		if err := catalog.Build(t.Context(), path, f.recipe()); err != nil {
			t.Fatal(err)
		}
		c, err := catalog.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if found, err := c.FindTitle(t.Context(), name, catalog.Which{}); err != nil || found.ID != "added" {
			t.Errorf("%s: %s, %v", name, found.ID, err)
		}
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	}
	if files, _ := filepath.Glob(path + ".*.names"); len(files) != 1 {
		t.Errorf("the names are in %v", files)
	}
}

func TestTitlesAreFoundAsPeopleWriteThem(t *testing.T) {
	c := built(t, small())
	all := []rolecall.Kind{rolecall.Series, rolecall.Film, rolecall.Season}
	for text, want := range map[string]string{
		"jesica jones":              "jones",
		"jones jessica":             "jones",
		"jessica jones s2":          "jones/2",
		"jessica jones, season one": "jones/1",
		"little women 2019":         "women-2019",
		"little wemen 1933":         "women-1933",
		"handmaidstale":             "tale",
		"万引き":                       "shoplifters",
	} {
		found, err := c.NearTitles(t.Context(), text, all, 5)
		if err != nil || len(found) == 0 || found[0].ID != want {
			t.Errorf("%q: %v, %v; want %s first", text, found, err, want)
		}
	}
	for text, want := range map[string]string{"Jessica Jones season 2": "jones/2", "little women (1933)": "women-1933"} {
		if found, err := c.FindTitle(t.Context(), text, catalog.Which{}); err != nil || found.ID != want {
			t.Errorf("%q: %s, %v; want %s", text, found.ID, err, want)
		}
	}
	suggested, err := c.Suggest(t.Context(), "jess", all, 5)
	if err != nil || !slices.ContainsFunc(suggested, func(t rolecall.Title) bool { return t.ID == "jones" }) {
		t.Errorf("jess: %v, %v", suggested, err)
	}
	if people, err := c.SuggestPeople(t.Context(), "anna fo", 5); err != nil || len(people) != 1 || people[0].ID != "anna" {
		t.Errorf("anna fo: %v, %v", people, err)
	}
}

// Among namesakes, the one that nearly everybody means is shown; where two are
// well known, the user decides.
func TestTheBestKnownOfNamesakesIsMeant(t *testing.T) {
	t.Parallel()
	for votes, want := range map[int]string{100: "women-2019", 90_000: ""} {
		f := small()
		for i := range f.titles {
			switch f.titles[i].ID {
			case "women-1933":
				f.titles[i].Votes = votes
			case "women-2019":
				f.titles[i].Votes = 200_000
			}
		}
		found, err := built(t, f).FindTitle(t.Context(), "little women", catalog.Which{})
		if found.ID != want || (err != nil) != (want == "") {
			t.Errorf("%d votes beside 200,000: %s, %v", votes, found.ID, err)
		}
	}
}

func TestManyNamesAtOnce(t *testing.T) {
	c := built(t, small())
	n := c.Names()
	titles, err := n.TitlesNamed(t.Context(), []string{"little women", "Handmaids Tale", "nothing of the kind", "Part 1"})
	if err != nil || len(titles) != 2 || len(titles["little women"]) != 2 || titles["Handmaids Tale"][0].ID != "tale" {
		t.Errorf("%v, %v", titles, err)
	}
	people, err := n.PeopleNamed(t.Context(), []string{"Kevin Smith", "zoe bell", "Nobody Atall"})
	if err != nil || len(people) != 2 || len(people["Kevin Smith"]) != 2 || people["zoe bell"][0].ID != "zoe" {
		t.Errorf("%v, %v", people, err)
	}
	works, persons, err := n.CountNamed(t.Context(), []string{"Little Women", "Kevin Smith", "Nobody Atall"})
	if err != nil || len(works) != 1 || works["Little Women"] != 2 || len(persons) != 1 || persons["Kevin Smith"] != 2 {
		t.Errorf("%v, %v, %v", works, persons, err)
	}
}
