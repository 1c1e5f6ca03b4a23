package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"rolecall"
	"rolecall/catalog"
	"rolecall/source"
	"rolecall/source/starter"
)

// openCatalog opens a catalog; where none is named, the starter, which an earlier run
// has left, or one that holds nothing.
func openCatalog(ctx context.Context, path string, withoutTitles bool) (*catalog.Catalog, error) {
	switch {
	case path != "" && withoutTitles:
		return nil, errors.New("-catalog and -without-titles exclude each other")
	case path != "":
		return catalog.Open(ctx, path)
	case withoutTitles:
		return openEmpty(ctx)
	}
	const family = "starter-"
	kept := filepath.Join(xdg.CacheHome, "rolecall-bench", catalog.CacheName(family, starter.Fingerprint()))
	c, _, err := catalog.OpenCached(ctx, kept, family, catalog.Recipe{Name: starter.Name, Fill: starter.Fill})
	return c, err
}

func openEmpty(ctx context.Context) (*catalog.Catalog, error) {
	dir, err := os.MkdirTemp("", "claims")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "empty.duckdb")
	if err := catalog.Build(ctx, path, catalog.Recipe{Name: "empty", Fill: fillNothing}); err != nil {
		return nil, err
	}
	return catalog.Open(ctx, path)
}

// fillNothing brings one title that no text names: a catalog of nothing is not built.
func fillNothing(_ context.Context, sink source.Sink) error {
	if err := sink.AddSource(rolecall.Source{ID: "none", Name: "none"}); err != nil {
		return err
	}
	return sink.AddTitle(rolecall.Title{ID: "none", Kind: rolecall.Film, Name: "Qzx Wvk"})
}
