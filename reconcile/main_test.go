package reconcile_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"rolecall/catalog"
	"rolecall/source"
	"rolecall/source/starter"
)

// The catalogs are built once for all tests, which only read them.
var folder string

func TestMain(m *testing.M) {
	var err error
	if folder, err = os.MkdirTemp("", "reconcile"); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(folder)
	os.Exit(code)
}

func opened(t testing.TB, name string, fill func(context.Context, source.Sink) error) *catalog.Catalog {
	t.Helper()
	path := filepath.Join(folder, name+".duckdb")
	if _, err := os.Stat(path); err != nil {
		if err := catalog.Build(t.Context(), path, catalog.Recipe{Name: name, Program: "test", Fill: fill}); err != nil {
			t.Fatal(err)
		}
	}
	c, err := catalog.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func ofStarter(t *testing.T) asked   { return serving(t, opened(t, starter.Name, starter.Fill)) }
func ofNamesakes(t *testing.T) asked { return serving(t, opened(t, "namesakes", fillNamesakes)) }
