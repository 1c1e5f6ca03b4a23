package catalog

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gofrs/flock"
)

// aside is a folder in which the databases of open catalogs put aside what does not fit
// into their memory. It lies where temporary files belong, as a reader may not be allowed
// to write beside the catalog, belongs to this process alone, and goes with its last
// catalog.
type aside struct {
	path string
	// lock is held as long as the folder is used, and falls with the process.
	lock *flock.Flock
	// users are the catalogs that are open, made is how many there have been.
	users, made int
}

// The names in which such a folder and its lock are found again.
const (
	asideName = "rolecall-aside-*"
	lockName  = "lock"
)

// ours is the folder of this process, nil while no catalog is open.
var ours struct {
	sync.Mutex
	*aside
}

// holdAside is the folder of this process, for one catalog more.
func holdAside() (*aside, error) {
	ours.Lock()
	defer ours.Unlock()
	if ours.aside == nil {
		sweepAside(os.TempDir())
		made, err := newAside()
		if err != nil {
			return nil, err
		}
		ours.aside = made
	}
	ours.users++
	return ours.aside, nil
}

func newAside() (*aside, error) {
	path, err := os.MkdirTemp("", asideName)
	if err != nil {
		return nil, err
	}
	a := &aside{path: path, lock: flock.New(filepath.Join(path, lockName))}
	if !locked(a.lock) {
		return nil, errors.Join(errors.New("a folder just made cannot be locked: "+path), os.RemoveAll(path))
	}
	return a, nil
}

// spillOf is the folder of one database, which makes it when it needs it: the same for the
// same file, as DuckDB opens a file once for a process, and in one way.
func (a *aside) spillOf(path string) string {
	ours.Lock()
	defer ours.Unlock()
	name := fmt.Sprint(a.made)
	if a.made++; path != "" {
		if whole, err := filepath.EvalSymlinks(path); err == nil {
			path = whole
		}
		whole, _ := filepath.Abs(path)
		name = fmt.Sprintf("%.8x", sha256.Sum256([]byte(whole)))
	}
	return filepath.Join(a.path, name)
}

// release gives the folder up, and removes it with all that is in it when nobody holds it.
func (a *aside) release() error {
	ours.Lock()
	defer ours.Unlock()
	if a.users--; a.users > 0 {
		return nil
	}
	ours.aside = nil
	return errors.Join(os.RemoveAll(a.path), a.lock.Unlock())
}

// settled is how old a folder without a lock must be to be nobody's: it is locked right
// after it was made.
const settled = time.Minute

// sweepAside removes the folders of processes that were killed.
func sweepAside(folder string) {
	all, _ := filepath.Glob(filepath.Join(literally(folder), asideName))
	for _, path := range all {
		at := filepath.Join(path, lockName)
		if _, err := os.Stat(at); err != nil {
			if made, err := os.Stat(path); err == nil && time.Since(made.ModTime()) > settled {
				os.RemoveAll(path)
			}
			continue
		}
		if lock := flock.New(at); locked(lock) {
			os.RemoveAll(path)
			lock.Unlock()
		}
	}
}
