// Package catalogtest builds catalogs for the tests of other packages.
package catalogtest

import (
	"context"
	"os"
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
	c, err := open(t.Context(), t.TempDir(), name, fill)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// Main runs the tests of a package with one catalog for all, which use takes before they
// begin, and returns how they ended, for os.Exit.
func Main(m *testing.M, name string, fill func(context.Context, source.Sink) error, use func(*catalog.Catalog)) int {
	folder, err := os.MkdirTemp("", "catalogtest")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	c, err := open(context.Background(), folder, name, fill)
	if err != nil {
		panic(err)
	}
	defer c.Close()
	use(c)
	return m.Run()
}

func open(ctx context.Context, folder, name string, fill func(context.Context, source.Sink) error) (*catalog.Catalog, error) {
	path := filepath.Join(folder, name+".duckdb")
	built := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	if err := catalog.Build(ctx, path, catalog.Recipe{Name: name, Program: "test", Built: built, Fill: fill}); err != nil {
		return nil, err
	}
	return catalog.Open(ctx, path)
}
