package catalog

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rolecall"
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
