// Package catalogtest builds catalogs for the tests of other packages.
package catalogtest

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"rolecall/catalog"
	"rolecall/source"
)

// Open builds a catalog in a temporary folder, opens it, and closes it when the
// test ends. Its stamp is the same on every run.
func Open(t testing.TB, name string, fill func(context.Context, source.Sink) error) *catalog.Catalog {
	t.Helper()
	path := filepath.Join(t.TempDir(), name+".duckdb")
	built := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	if err := catalog.Build(t.Context(), path, catalog.Recipe{Name: name, Program: "test", Built: built, Fill: fill}); err != nil {
		t.Fatal(err)
	}
	c, err := catalog.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}
