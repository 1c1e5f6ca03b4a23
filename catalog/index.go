package catalog

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"

	"rolecall/nameindex"
)

// The index of names lies beside the catalog as a file that an import writes. A
// reader that finds none, or a damaged one, makes it anew: under another name,
// without waiting for imports, and elsewhere where the folder is not for it to
// write to. What was made is for all who ask, so that it goes on when the one who
// asked first has gone.

// making is an index on its way.
type making struct {
	done  chan struct{}
	index *nameindex.Index
	err   error
}

// index is the index of names, waited for no longer than the context lasts.
func (c *Catalog) index(ctx context.Context) (*nameindex.Index, error) {
	c.namesMutex.Lock()
	if c.names != nil || c.closed {
		defer c.namesMutex.Unlock()
		if c.closed {
			return nil, ErrClosed
		}
		return c.names, nil
	}
	m := c.making
	if m == nil {
		m = &making{done: make(chan struct{})}
		c.making = m
		go c.make(m, !c.namesDamaged)
	}
	c.namesMutex.Unlock()
	select {
	case <-m.done:
		return m.index, m.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// make opens the index, or makes it anew.
func (c *Catalog) make(m *making, asItLies bool) {
	defer close(m.done)
	if asItLies {
		m.index = c.openNames()
	}
	if m.index == nil {
		m.index, m.err = c.makeNames(c.life)
	}
	c.namesMutex.Lock()
	defer c.namesMutex.Unlock()
	c.making, c.names = nil, m.index
	c.namesDamaged = c.namesDamaged && m.err != nil
}

// forget lets go of an index that turned out to be damaged.
func (c *Catalog) forget(x *nameindex.Index) {
	c.namesMutex.Lock()
	if c.names == x {
		c.names, c.namesDamaged = nil, true
	}
	c.namesMutex.Unlock()
	x.Close()
}

// asking asks the index, and once more where it was damaged and made anew.
func asking[T any](ctx context.Context, c *Catalog, ask func(*nameindex.Index) (T, error)) (answer T, err error) {
	for again := false; ; again = true {
		x, err := c.index(ctx)
		if err != nil {
			return answer, err
		}
		found, err := ask(x)
		if err == nil {
			return found, nil
		}
		if again || !errors.Is(err, nameindex.ErrDamaged) && !errors.Is(err, nameindex.ErrClosed) {
			return answer, fmt.Errorf("search the names of the catalog: %w", err)
		}
		c.forget(x)
	}
}

// openNames is the index that lies beside the catalog, by whatever name the catalog
// had when it was built; nil where there is none of its hash.
func (c *Catalog) openNames() *nameindex.Index {
	for _, path := range c.beside(namesPath) {
		x, err := nameindex.Open(path)
		if err != nil {
			continue
		}
		if x.Stamp() == c.info.Hash {
			return x
		}
		x.Close()
	}
	return nil
}

// beside are the files beside the catalog that may be of a kind, the likeliest first.
func (c *Catalog) beside(pathOf func(path, hash string) string) []string {
	files := []string{pathOf(c.path, c.info.Hash)}
	folders := []string{filepath.Dir(c.path)}
	if whole, err := filepath.EvalSymlinks(c.path); err == nil && filepath.Dir(whole) != folders[0] {
		folders = append(folders, filepath.Dir(whole))
	}
	for _, folder := range folders {
		held, _ := os.ReadDir(folder)
		for _, file := range held {
			if strings.HasSuffix(file.Name(), pathOf("", c.info.Hash)) {
				files = append(files, filepath.Join(folder, file.Name()))
			}
		}
	}
	return files
}

// makeNames indexes the names beside the catalog, or else where there is room for
// temporary files, or else in memory.
func (c *Catalog) makeNames(ctx context.Context) (*nameindex.Index, error) {
	path := namesPath(c.path, c.info.Hash)
	x, err := c.makeIn(ctx, filepath.Dir(path), func(part string) error { return os.Rename(part, path) })
	if err == nil || ctx.Err() != nil {
		return x, err
	}
	x, elsewhere := c.makeIn(ctx, os.TempDir(), os.Remove) // what is open outlives its name
	if elsewhere == nil || ctx.Err() != nil {
		return x, elsewhere
	}
	x, inMemory := nameindex.InMemory(ctx, names(ctx, c.db), nameindex.Options{Stamp: c.info.Hash})
	if inMemory != nil {
		return nil, fmt.Errorf("index the names of the catalog anew: %w", errors.Join(err, elsewhere, c.fault(inMemory)))
	}
	return x, nil
}

// makeIn indexes the names in a folder, under a name of its own, and opens the
// index before it is settled: given its name, or taken away.
func (c *Catalog) makeIn(ctx context.Context, folder string, settle func(part string) error) (*nameindex.Index, error) {
	sweepParts(filepath.Join(folder, filepath.Base(c.path)))
	file, err := os.CreateTemp(folder, filepath.Base(namesPath(c.path, c.info.Hash))+".*"+unfinished)
	if err != nil {
		return nil, err
	}
	part := file.Name()
	defer os.Remove(part) // where it is still there
	// Whoever finds the file without its lock knows that its maker is dead.
	lock := flock.New(part)
	if err := errors.Join(file.Chmod(0o644), file.Close(), lock.Lock()); err != nil {
		return nil, err
	}
	defer lock.Unlock()
	if err := buildNames(ctx, c.db, part, c.info.Hash); err != nil {
		return nil, err
	}
	x, err := nameindex.Open(part)
	if err != nil {
		return nil, err
	}
	if err := settle(part); err != nil {
		return nil, errors.Join(err, x.Close())
	}
	return x, nil
}

// Prepare makes the catalog ready to be searched: its names are read through, so
// that the first search finds them in memory, and made anew where they are damaged.
func (c *Catalog) Prepare(ctx context.Context) error {
	_, err := asking(ctx, c, func(x *nameindex.Index) ([]nameindex.Hit, error) { return nil, x.Verify() })
	if err != nil {
		return err
	}
	// The first question of each kind takes as long as all that follow together.
	_, _, err = c.Near(ctx, "the first of all", kindsMeant(""), 5)
	return err
}

// Ready reports, without reading the catalog through, whether it can answer: its
// file is as it was opened, and so are its names. Names that were damaged are made
// anew meanwhile.
func (c *Catalog) Ready(ctx context.Context) error {
	if err := c.Sound(); err != nil {
		return err
	}
	c.namesMutex.Lock()
	x, closed := c.names, c.closed
	c.namesMutex.Unlock()
	switch {
	case closed:
		return ErrClosed
	case x == nil:
		now, cancel := context.WithCancel(ctx)
		cancel()
		c.index(now) // begins to make them
		return errors.New("the names of the catalog are being indexed")
	}
	if err := x.Sound(); err != nil {
		c.forget(x)
		return err
	}
	_, _, err := c.Title(ctx, "")
	return err
}

// Sound reports whether the catalog's file is as it was opened. One that is
// replaced by renaming stays as it was for whom has it open.
func (c *Catalog) Sound() error {
	if c.file == nil {
		return nil
	}
	now, err := c.file.Stat()
	if err != nil {
		return fmt.Errorf("look at the catalog: %w", err)
	}
	if now.Size() != c.opened.Size() || !now.ModTime().Equal(c.opened.ModTime()) {
		return &FileError{c.path, ErrDamaged, errors.New("its file was changed in place while it was open")}
	}
	return nil
}
