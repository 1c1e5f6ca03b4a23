package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/adrg/xdg"

	"rolecall/catalog"
	"rolecall/source/starter"
)

// starterWord is what --catalog takes for the starter catalog.
const starterWord = "starter"

// importedPath is where an imported catalog lies unless told otherwise.
func importedPath() string { return filepath.Join(xdg.DataHome, "rolecall", "catalog.duckdb") }

// open opens the catalog that is asked for: the file of --catalog, else the
// imported one, else the starter.
func (a *app) open(ctx context.Context) (*catalog.Catalog, error) {
	if a.catalog != "" {
		return a.openNamed(ctx, a.catalog)
	}
	if _, err := os.Stat(importedPath()); err != nil {
		return a.openStarter(ctx)
	}
	return a.limits.Open(ctx, importedPath())
}

// openNamed opens a file, or the starter by its word.
func (a *app) openNamed(ctx context.Context, name string) (*catalog.Catalog, error) {
	if name == starterWord {
		return a.openStarter(ctx)
	}
	return a.limits.Open(ctx, name)
}

// openStarter opens the starter catalog, which an earlier run has left in the
// cache folder; the file's name is made of the facts and of all that decides what
// becomes of them, so that two versions of the program do not share a file.
func (a *app) openStarter(ctx context.Context) (*catalog.Catalog, error) {
	const family = "starter-"
	path := filepath.Join(xdg.CacheHome, "rolecall", catalog.CacheName(family, starter.Fingerprint()))
	recipe := catalog.Recipe{Name: starter.Name, Program: version(), Built: time.Now(), Memory: a.limits.Memory, Fill: starter.Fill}
	c, kept, err := catalog.OpenCached(ctx, path, family, recipe)
	if err == nil && kept != nil {
		fmt.Fprintf(a.notes, "rolecall: the starter catalog could not be kept, and is built for each run: %v\n", kept)
	}
	return c, err
}
