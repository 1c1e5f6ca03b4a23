// Package worker holds what a process of a run on many machines has once, however many of its
// goroutines read: the catalog.
package worker

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"sync"
	"time"

	"github.com/adrg/xdg"
	"github.com/cespare/xxhash/v2"

	"rolecall/catalog"
	"rolecall/corpus/beam/store"
	"rolecall/corpus/reader"
	"rolecall/phrase"
	"rolecall/press"
	"rolecall/source/starter"
)

// Starter is what stands for the path of the starter catalog, which each machine builds once.
const Starter = "starter"

// Catalog is the catalog of a run.
type Catalog struct {
	// Path is where each worker finds it: a file that all of them have at that place, an
	// address in a store, from which each machine copies it once, or Starter.
	Path string
	// Hash is which catalog it must be; empty for whichever lies there.
	Hash string
	// Memory bounds that of the database in each process, in bytes; 0 is the usual amount.
	Memory int64
	// Everything keeps what articles say that name nothing of the catalog.
	Everything bool
}

// OtherError says that a worker has another catalog than the run.
type OtherError struct{ Path, Is, Want string }

func (e *OtherError) Error() string {
	return fmt.Sprintf("%s is another catalog on this worker (%s) than the run's (%s): give every machine the same file, and begin again", e.Path, phrase.ShortHash(e.Is), phrase.ShortHash(e.Want))
}

// Open opens the catalog for as long as the caller likes.
func (c Catalog) Open(ctx context.Context) (held *catalog.Catalog, err error) {
	switch {
	case c.Path == Starter:
		const family = "starter-"
		at := filepath.Join(xdg.CacheHome, "rolecall", catalog.CacheName(family, starter.Fingerprint()))
		held, _, err = catalog.OpenCached(ctx, at, family, catalog.Recipe{Name: starter.Name, Built: time.Now(), Memory: c.Memory, Fill: starter.Fill})
	case store.IsRemote(c.Path):
		var copied string
		if copied, err = c.fetch(ctx); err == nil {
			held, err = catalog.Limits{Memory: c.Memory}.Open(ctx, copied)
		}
	default:
		held, err = catalog.Limits{Memory: c.Memory}.Open(ctx, c.Path)
	}
	if err != nil {
		return nil, err
	}
	if is := held.Info().Hash; c.Hash != "" && is != c.Hash {
		return nil, errors.Join(&OtherError{c.Path, is, c.Hash}, held.Close())
	}
	return held, nil
}

// Languages are those that workers read, each by the catalog. Whoever reads another one adds it
// before beam.Init, in the program that workers run.
var Languages = []func(*catalog.Catalog) reader.Language{
	func(c *catalog.Catalog) reader.Language { return reader.English(press.InCatalog(c)) },
}

// process is what this process holds, by the catalog; it is let go when the process ends.
var process struct {
	sync.Mutex
	readers map[Catalog]*reader.Reader
}

// Reader reads by the catalog, which is opened when the process first asks for it.
func (c Catalog) Reader(ctx context.Context) (*reader.Reader, error) {
	process.Lock()
	defer process.Unlock()
	if r := process.readers[c]; r != nil {
		return r, nil
	}
	// What outlives the work that first asked for it does not end with that.
	ctx = context.WithoutCancel(ctx)
	held, err := c.Open(ctx)
	if err != nil {
		return nil, fmt.Errorf("the catalog %s cannot be opened on this worker: %w", c.Path, err)
	}
	r, err := reader.ByCatalog(ctx, held, c.Everything)
	if err != nil {
		return nil, errors.Join(err, held.Close())
	}
	r.Languages = nil
	for _, language := range Languages {
		r.Languages = append(r.Languages, language(held))
	}
	if process.readers == nil {
		process.readers = make(map[Catalog]*reader.Reader)
	}
	process.readers[c] = &r
	return &r, nil
}

// fetch copies the catalog from a store to this machine, with the files beside it that an import
// has written, and is where the copy lies. Processes of one machine share it.
func (c Catalog) fetch(ctx context.Context) (string, error) {
	folder := filepath.Join(os.TempDir(), fmt.Sprintf("rolecall-%x", xxhash.Sum64String(c.Path+"\n"+c.Hash)))
	for _, pattern := range []string{c.Path + ".*", c.Path} {
		if err := store.Fetch(ctx, pattern, folder); err != nil {
			return "", err
		}
	}
	return filepath.Join(folder, path.Base(c.Path)), nil
}
