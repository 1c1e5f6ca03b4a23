package catalog

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// unfinished marks the file of a build that has not been swapped in. Whoever
// holds the lock may remove every such file: its builder is dead.
const unfinished = ".building"

// stageEnding marks the file of intermediate tables of a build.
const stageEnding = ".stage"

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
		return fmt.Errorf("build the catalog %s: %w", path, err)
	}
	c, err := Open(ctx, part)
	if err != nil {
		return fmt.Errorf("read back the catalog just built: %w", err)
	}
	if err := errors.Join(c.Verify(ctx), c.Close()); err != nil {
		return fmt.Errorf("read back the catalog just built: %w", err)
	}
	if err := os.Rename(part, path); err != nil {
		return fmt.Errorf("swap the new catalog in: %w", err)
	}
	return sync(filepath.Dir(path))
}

func buildFile(ctx context.Context, part string, recipe Recipe) error {
	options := []string{"temp_directory=" + part + ".tmp"}
	if recipe.Memory > 0 {
		options = append(options, fmt.Sprintf("memory_limit=%dB", recipe.Memory))
	}
	db, err := openDatabase(part, options...)
	if err != nil {
		return errors.New(oneLine(err))
	}
	err = fill(ctx, db, part+stageEnding, recipe)
	if err == nil {
		// All into the file, so that it needs no log beside it.
		_, err = db.ExecContext(ctx, `CHECKPOINT`)
	}
	os.Remove(part + stageEnding)
	os.RemoveAll(part + ".tmp")
	return errors.Join(err, db.Close(), sync(part))
}

// sync has the file or folder written to the disk before it is relied on.
func sync(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// sweep removes what builds at path left behind when they were killed.
func sweep(path string) {
	for _, ending := range []string{"", ".wal", ".tmp", stageEnding, stageEnding + ".wal"} {
		os.RemoveAll(path + unfinished + ending)
	}
}
