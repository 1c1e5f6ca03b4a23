package catalog

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rolecall"
	"rolecall/population"
	"rolecall/rowfile"
	"rolecall/source/starter"
)

// starterOpen is the starter's catalog, and whether its rows are held.
func starterOpen(t *testing.T) *Catalog {
	t.Helper()
	path := filepath.Join(t.TempDir(), "starter.duckdb")
	if err := Build(t.Context(), path, Recipe{Name: starter.Name, Fill: starter.Fill}); err != nil {
		t.Fatal(err)
	}
	c, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// unsizedRows are rows without what only the file says.
func unsizedRows(rows []titleRow) []titleRow {
	for i := range rows {
		rows[i].episodes = 0
	}
	return rows
}

// titles reads titles with what they have from their series.
func (c *Catalog) titles(ctx context.Context, where string, args ...any) ([]rolecall.Title, error) {
	rows, err := c.titleRows(ctx, where, args...)
	if err != nil {
		return nil, err
	}
	return c.detailed(ctx, rows)
}

// Whatever is asked for by number, the file beside the catalog and the tables answer the
// same.
func TestRowsAnswerAsTablesDo(t *testing.T) {
	c := starterOpen(t)
	ctx := t.Context()
	held := c.rows.Load()
	if held == nil {
		t.Fatal("no rows are held")
	}
	same := func(what string, ask func() (any, error)) {
		t.Helper()
		c.rows.Store(held)
		got, err := ask()
		if err != nil || c.rows.Load() == nil {
			t.Fatalf("%s, of the file: %v", what, err)
		}
		c.rows.Store(nil)
		want, err := ask()
		if err != nil {
			t.Fatalf("%s, of the tables: %v", what, err)
		}
		if reflect.ValueOf(got).Len() != reflect.ValueOf(want).Len() || reflect.ValueOf(got).Len() > 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n%.2000s\nwant\n%.2000s", what, fmt.Sprint(got), fmt.Sprint(want))
		}
	}
	count := func(table string) (all []int32) {
		var n int32
		if err := c.db.QueryRow(`SELECT max(number) FROM ` + table).Scan(&n); err != nil {
			t.Fatal(err)
		}
		for number := int32(0); number <= n+1; number++ { // the ends are nobody's
			all = append(all, number)
		}
		return all
	}
	titles, people := count("title"), count("person")
	same("titles", func() (any, error) { rows, err := c.titleRowsOf(ctx, titles); return unsizedRows(rows), err })
	same("titles with all", func() (any, error) {
		rows, err := c.titleRowsOf(ctx, titles)
		if err != nil {
			return nil, err
		}
		return c.detailed(ctx, rows)
	})
	same("people", func() (any, error) {
		rows, err := c.personRowsOf(ctx, people)
		slices.SortFunc(rows, func(a, b personRow) int { return int(a.number - b.number) }) // many come in no order
		return rows, err
	})
	same("credits", func() (any, error) { return c.creditRowsOf(ctx, titles) })
	rows, err := c.titleRowsOf(ctx, titles)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if i%7 > 0 && row.Kind.IsLeaf() {
			continue // there are thousands, all alike
		}
		same("seasons of "+row.ID, func() (any, error) { all, err := c.seasonsOf(ctx, row.number); return unsizedRows(all), err })
		if !row.Kind.IsLeaf() {
			same("episodes of "+row.ID, func() (any, error) {
				all, err := c.episodesOf(ctx, row.Kind, row.number)
				return unsizedRows(all), err
			})
		}
		if row.Kind != rolecall.Season {
			same("people of "+row.ID, func() (any, error) {
				some, err := c.creditedAmong(ctx, row.Kind, row.number, people)
				found := make(map[int32]bool)
				for _, person := range some {
					found[person] = true
				}
				return found, err
			})
		}
		same("number of "+row.ID, func() (any, error) { n, err := c.titleNumber(ctx, row.ID); return []int32{n}, err })
	}
	same("number of nothing", func() (any, error) { n, err := c.titleNumber(ctx, "zzz"); return []int32{n}, err })
	all, err := c.personRowsOf(ctx, people)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range all {
		if i%5 > 0 {
			continue
		}
		same("number of "+p.ID, func() (any, error) { n, err := c.personNumber(ctx, p.ID); return []int32{n}, err })
		same("credits of "+p.ID, func() (any, error) { return c.creditsOfPerson(ctx, p.number) })
		same("engagements of "+p.ID, func() (any, error) { return c.engagements(ctx, p.number) })
		same("best known of "+p.ID, func() (any, error) { e, err := c.bestKnownFor(ctx, p.number); return []engaged{e}, err })
		same("statements of "+p.ID, func() (any, error) { return c.statementsOf(ctx, p.number) })
	}
	same("number of nobody", func() (any, error) { n, err := c.personNumber(ctx, "zzz"); return []int32{n}, err })
	same("credits of nobody", func() (any, error) { return c.creditsOfPerson(ctx, 0) })
}

// How a title stands among others is the same of the file and of the tables, whatever
// population it is compared with.
func TestComparablesAreThoseOfTheTables(t *testing.T) {
	c := starterOpen(t)
	ctx := t.Context()
	held := c.rows.Load()
	titles, err := c.titles(ctx, `WHERE kind IN ('film', 'season') ORDER BY number`)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	stated := []rolecall.Gender{rolecall.Woman, rolecall.Man, rolecall.Nonbinary}
	told, listed := 0, 0
	for range 300 {
		title := titles[random.IntN(len(titles))]
		year := title.First().Year
		p := population.Population{Kind: title.Kind, From: rolecall.Date{Year: year - random.IntN(3)}, To: rolecall.Date{Year: year + random.IntN(3)}}
		switch random.IntN(6) {
		case 0:
			p.From = rolecall.Date{}
		case 1:
			p.To = rolecall.Date{}
		case 2:
			p.From, p.To = rolecall.Date{}, rolecall.Date{}
		}
		if title.Kind == rolecall.Season {
			p.MinEpisodes = random.IntN(9)
		}
		if random.IntN(5) == 0 { // which does not hold the title
			p.From, p.To = rolecall.Date{Year: year + 1}, rolecall.Date{Year: year + 2}
		}
		s := Slate{Roles: []rolecall.Role{rolecall.Director, rolecall.Writer, rolecall.Lead, rolecall.Sound}, Unit: rolecall.People, Genders: stated[:1+random.IntN(len(stated))]}
		ask := func(of *rowfile.File) []Rarity {
			c.standings.Purge()
			c.rows.Store(of)
			rarities, err := c.Rarity(ctx, title, p, s)
			if err != nil {
				t.Fatal(err)
			}
			return rarities
		}
		got, want := ask(held), ask(nil)
		if s.isTold(p) {
			told++
		}
		listed += len(want)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%s among %s by %v: %+v, want %+v", title.ID, p.Words(), s.Genders, got, want)
		}
	}
	if told < 100 || listed < 300 {
		t.Errorf("only %d populations were answered from the file, with %d standings: the test tries too little", told, listed)
	}
}

// Shorts are compared only where they are asked for, by the file as by the tables.
func TestShortsAreComparedWhereAsked(t *testing.T) {
	c := careerCatalog(t)
	film, held, err := c.Title(t.Context(), "f2")
	if err != nil || !held {
		t.Fatal(err)
	}
	of := c.rows.Load()
	defer c.rows.Store(of)
	for shorts, films := range map[bool]int{false: 2, true: 3} {
		p := population.Population{Kind: rolecall.Film, From: rolecall.Date{Year: 2018}, To: rolecall.Date{Year: 2018}, Shorts: shorts}
		s := Slate{Roles: []rolecall.Role{rolecall.Director}, Unit: rolecall.People, Genders: []rolecall.Gender{rolecall.Woman}}
		if !s.isTold(p) {
			t.Errorf("%s are not compared by the file", p.Words())
		}
		for _, file := range []*rowfile.File{of, nil} {
			c.standings.Purge()
			c.rows.Store(file)
			got, err := c.Rarity(t.Context(), film, p, s)
			if err != nil || len(got) != 1 || got[0].AtOrAbove.Of != films {
				t.Errorf("%s, file %v: %+v, %v", p.Words(), file != nil, got, err)
			}
		}
	}
}

// A file whose tables are those of another version of the program is as none.
func TestRowsOfAnotherLayout(t *testing.T) {
	c := starterOpen(t)
	path := rowsPath(c.path, c.info.Hash)
	w, err := rowfile.Create(path, strings.Replace(rowsStamp(c.info.Hash), fmt.Sprint(rowsLayout), fmt.Sprint(rowsLayout-1), 1))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Add([]byte("1:x")), w.Close()); err != nil {
		t.Fatal(err)
	}
	again, err := Open(t.Context(), c.path)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if again.rows.Load() != nil {
		t.Error("its rows are read")
	}
	if _, err := again.FindTitle(t.Context(), "Jessica Jones", Which{}); err != nil {
		t.Error(err)
	}
}

// A file that is cut, changed or another catalog's is as none.
func TestDamagedRows(t *testing.T) {
	c := starterOpen(t)
	path := rowsPath(c.path, c.info.Hash)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	changed := append([]byte(nil), whole...)
	for i := range len(changed) / 2 {
		changed[i] ^= 1
	}
	for what, content := range map[string][]byte{
		"cut": whole[:len(whole)/2], "empty": nil, "changed": changed, "another's": []byte(strings.Replace(string(whole), c.info.Hash, strings.Repeat("0", 64), 1)),
	} {
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
		again, err := Open(t.Context(), c.path)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		found, err := again.FindTitle(t.Context(), "Jessica Jones", Which{})
		if err != nil || found.Name != "Jessica Jones" {
			t.Errorf("%s: %v, %v", what, found, err)
		}
		if again.rows.Load() != nil {
			t.Errorf("%s: rows are read on", what)
		}
		if err := again.Close(); err != nil {
			t.Error(err)
		}
	}
}

// fading is a context that ends after it was asked a few times whether it has.
type fading struct {
	context.Context
	left int
}

func (f *fading) Err() error {
	if f.left--; f.left < 0 {
		return context.Canceled
	}
	return nil
}

// Whoever goes away while rows are read gets no answer, and the next one is answered from
// the file as before.
func TestRowsOutliveWhoeverGoesAway(t *testing.T) {
	c := starterOpen(t)
	p, err := c.FindPerson(t.Context(), "Melissa Rosenberg")
	if err != nil {
		t.Fatal(err)
	}
	gone := 0
	for left := range 12 {
		_, err := c.Career(&fading{t.Context(), left}, p)
		if errors.Is(err, context.Canceled) {
			gone++
		}
		if c.rows.Load() == nil {
			t.Fatalf("the file is given up when somebody went away after %d steps", left)
		}
	}
	if gone == 0 {
		t.Error("nobody went away in time")
	}
}
