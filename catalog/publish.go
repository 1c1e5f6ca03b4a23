package catalog

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// unfinished marks the file of a build that has not been swapped in. Whoever
// holds the lock may remove every such file: its builder is dead.
const unfinished = ".building"

// withLock runs do while no other process builds at path. The lock is the
// kernel's and falls with the process that holds it.
func withLock(ctx context.Context, path string, do func() error) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("make the folder of the catalog: %w", err)
	}
	lock := flock.New(path + ".lock")
	if _, err := lock.TryLockContext(ctx, 20*time.Millisecond); err != nil {
		return fmt.Errorf("wait for another build of %s: %w", path, err)
	}
	defer lock.Unlock()
	return do()
}

// buildLocked builds beside path, checks what was built as a reader would, and
// renames it.
func buildLocked(ctx context.Context, path string, recipe Recipe) (err error) {
	sweep(path)
	part := path + unfinished
	defer func() {
		if err != nil {
			sweep(path)
		}
	}()
	if err := buildFile(ctx, part, recipe); err != nil {
		return fmt.Errorf("build the catalog %s: %w", path, cmp.Or(short(err), err))
	}
	hash, err := indexPart(ctx, part, recipe)
	if err != nil {
		return fmt.Errorf("index the catalog just built: %w", cmp.Or(short(err), err))
	}
	defer recipe.begin("swapping the new catalog in", Parts, 0).End()
	// Names and rows first: whoever finds the new catalog finds them too.
	err = errors.Join(flush(part+namesEnding), os.Rename(part+namesEnding, namesPath(path, hash)),
		flush(part+rowsEnding), os.Rename(part+rowsEnding, rowsPath(path, hash)))
	if err := errors.Join(err, os.Rename(part, path)); err != nil {
		return fmt.Errorf("swap the new catalog in: %w", err)
	}
	removeOthers(path, hash)
	return flush(filepath.Dir(path))
}

// indexPart writes the names and rows of a catalog that is not swapped in yet beside it, and
// returns the hash it is stamped with. Sorting the names takes memory of its own, so
// that the database gets half.
func indexPart(ctx context.Context, part string, recipe Recipe) (hash string, err error) {
	recipe.Memory /= 2
	db, err := openDatabase(plain, part, append(options(part, recipe), "access_mode=READ_ONLY")...)
	if err != nil {
		return "", plainly(err)
	}
	defer db.Close()
	if err := db.QueryRowContext(ctx, `SELECT content_hash FROM catalog`).Scan(&hash); err != nil {
		return "", err
	}
	err = recipe.writing("writing what is looked up by number", part+rowsEnding, func() error {
		return buildRows(ctx, db, part+rowsEnding, hash, recipe.vocabulary())
	})
	if err != nil {
		return "", fmt.Errorf("write its rows: %w", err)
	}
	return hash, recipe.writing("indexing names", part+namesEnding, func() error {
		return buildNames(ctx, db, part+namesEnding, hash)
	})
}

// options are those of the database while it is built.
func options(part string, recipe Recipe) []string {
	options := []string{"temp_directory=" + url.QueryEscape(part+".tmp")}
	if recipe.Memory > 0 {
		options = append(options, fmt.Sprintf("memory_limit=%dB", recipe.Memory))
	}
	return options
}

// buildFile writes a catalog, then opens it again to stamp it with the hash of
// what is really in it.
func buildFile(ctx context.Context, part string, recipe Recipe) error {
	defer os.RemoveAll(part + ".tmp")
	for _, step := range []func(context.Context, *sql.DB, Recipe) error{fill, stamp} {
		db, err := openDatabase(plain, part, options(part, recipe)...)
		if err != nil {
			return plainly(err)
		}
		if err = step(ctx, db, recipe); err == nil {
			// All into the file, so that it needs no log beside it.
			err = recipe.during("writing the file", func() error {
				_, err := db.ExecContext(ctx, `CHECKPOINT`)
				return err
			})
		}
		if err := errors.Join(err, db.Close()); err != nil {
			return err
		}
	}
	return flush(part)
}

// flush has the file or folder written to the disk before it is relied on.
func flush(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// sweep removes what builds at path left behind when they were killed.
func sweep(path string) {
	for _, ending := range []string{"", ".wal", ".tmp", namesEnding, rowsEnding} {
		os.RemoveAll(path + unfinished + ending)
	}
	sweepParts(path)
}

// sweepParts removes the indexes of names that readers were making when they died.
func sweepParts(path string) {
	parts, _ := filepath.Glob(literally(path) + ".*" + namesEnding + ".*" + unfinished)
	for _, part := range parts {
		if lock := flock.New(part); locked(lock) {
			os.Remove(part)
			lock.Unlock()
		}
	}
}

// literally is a path as a pattern that nothing else fits.
func literally(path string) string {
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}

// sweepDead sweeps before a catalog is read, if a build was killed and no other is
// under way. It waits for nobody, and is none the worse where it cannot write.
func sweepDead(path string) {
	sweepParts(path)
	if _, err := os.Stat(path + unfinished); err != nil {
		return
	}
	if lock := flock.New(path + ".lock"); locked(lock) {
		sweep(path)
		lock.Unlock()
	}
}

func locked(lock *flock.Flock) bool {
	held, err := lock.TryLock()
	return held && err == nil
}
