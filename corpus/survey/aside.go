package survey

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// aside is a folder of temporary files in which a corpus has its database.
type aside struct {
	folder string
	// lock is held as long as the folder is used, and falls with the process.
	lock *flock.Flock
}

// The names in which such a folder and its lock are found again, and how old a folder without a
// lock must be to be nobody's: it is locked right after it was made.
const (
	asideName = "rolecall-corpus-*"
	lockName  = "lock"
	settled   = time.Minute
)

// newAside makes a folder, and removes those of processes that were killed.
func newAside() (aside, error) {
	sweep(os.TempDir())
	folder, err := os.MkdirTemp("", asideName)
	if err != nil {
		return aside{}, err
	}
	a := aside{folder, flock.New(filepath.Join(folder, lockName))}
	if held, err := a.lock.TryLock(); err != nil || !held {
		return aside{}, errors.Join(fmt.Errorf("%s, just made, cannot be locked", folder), err, os.RemoveAll(folder))
	}
	return a, nil
}

func (a aside) remove() error {
	if a.lock == nil {
		return nil
	}
	return errors.Join(os.RemoveAll(a.folder), a.lock.Unlock())
}

func sweep(within string) {
	entries, _ := os.ReadDir(within)
	for _, e := range entries {
		if is, _ := filepath.Match(asideName, e.Name()); !is || !e.IsDir() {
			continue
		}
		folder := filepath.Join(within, e.Name())
		at := filepath.Join(folder, lockName)
		if _, err := os.Stat(at); err != nil {
			if made, err := e.Info(); err == nil && time.Since(made.ModTime()) > settled {
				os.RemoveAll(folder)
			}
			continue
		}
		lock := flock.New(at)
		if held, err := lock.TryLock(); err == nil && held {
			os.RemoveAll(folder)
			lock.Unlock()
		}
	}
}
