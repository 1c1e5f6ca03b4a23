package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"rolecall/catalog"
	"rolecall/press"
	"rolecall/source"
	"rolecall/source/starter"
)

// openCatalog opens a catalog, or where none is named builds the starter, or one
// without any title.
func openCatalog(ctx context.Context, path string, withoutTitles bool) (*catalog.Catalog, error) {
	if path != "" && withoutTitles {
		return nil, errors.New("-catalog and -without-titles exclude each other")
	}
	if path != "" {
		return catalog.Open(ctx, path)
	}
	recipe := catalog.Recipe{Name: starter.Name, Fill: starter.Fill}
	if withoutTitles {
		recipe = catalog.Recipe{Name: "empty", Fill: func(context.Context, source.Sink) error { return nil }}
	}
	dir, err := os.MkdirTemp("", "claims")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	built := filepath.Join(dir, "catalog.duckdb")
	if err := catalog.Build(ctx, built, recipe); err != nil {
		return nil, err
	}
	return catalog.Open(ctx, built)
}

// readerOptions turns off the parts of the reader that -without names, so that one can
// measure what each is worth. This is the one place that knows the names.
func readerOptions(l press.Library, without []string) (press.Library, error) {
	if len(without) > 0 {
		return l, fmt.Errorf("-without %s: the reader has no part of that name that can be turned off", without[0])
	}
	return l, nil
}
