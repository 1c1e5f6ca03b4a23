package catalog_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gofrs/flock"

	"rolecall/catalog"
)

// inFolder builds a catalog and gives back its file and that of its names.
func inFolder(t *testing.T, folder string) (path, names string) {
	t.Helper()
	path = filepath.Join(folder, "c.duckdb")
	if err := catalog.Build(t.Context(), path, small().recipe()); err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(path + ".*.names")
	if len(files) != 1 {
		t.Fatalf("the names are in %v", files)
	}
	return path, files[0]
}

func filesIn(t *testing.T, folder string) (names []string) {
	t.Helper()
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		names = append(names, file.Name())
	}
	return names
}

// mustAnswer asks for a name exactly and nearly.
func mustAnswer(t *testing.T, c *catalog.Catalog) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	if found, err := c.FindTitle(ctx, "little women 2019", catalog.Which{}); err != nil || found.ID != "women-2019" {
		t.Errorf("little women 2019: %q, %v", found.ID, err)
	}
	if found, err := c.NearPeople(ctx, "ana forster", 1); err != nil || len(found) != 1 || found[0].ID != "anna" {
		t.Errorf("ana forster: %v, %v", found, err)
	}
}

func mustOpen(t *testing.T, path string) *catalog.Catalog {
	t.Helper()
	c, err := catalog.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// Whatever became of the names, the answers are the same, and no import that is
// under way is waited for.
func TestAnswersDoNotHangOnTheFileOfNames(t *testing.T) {
	t.Parallel()
	for what, becomes := range map[string]func(t *testing.T, names string) error{
		"missing":   func(_ *testing.T, names string) error { return os.Remove(names) },
		"empty":     func(_ *testing.T, names string) error { return os.Truncate(names, 0) },
		"cut":       func(_ *testing.T, names string) error { return os.Truncate(names, 300) },
		"a folder":  func(_ *testing.T, names string) error { return errors.Join(os.Remove(names), os.Mkdir(names, 0o755)) },
		"scrambled": func(t *testing.T, names string) error { return scramble(t, names, 400, 3) },
		"one bit":   func(t *testing.T, names string) error { return scramble(t, names, 260, 1<<20) },
		"moved": func(_ *testing.T, names string) error {
			return os.Rename(names, strings.Replace(names, "c.duckdb", "new.duckdb", 1))
		},
	} {
		path, names := inFolder(t, t.TempDir())
		importing := flock.New(path + ".lock")
		if err := errors.Join(becomes(t, names), importing.Lock()); err != nil {
			t.Fatal(err)
		}
		t.Run(what, func(t *testing.T) {
			c := mustOpen(t, path)
			mustAnswer(t, c)
			if err := c.Ready(t.Context()); err != nil {
				t.Errorf("not ready: %v", err)
			}
		})
		importing.Unlock()
		for _, left := range filesIn(t, filepath.Dir(path)) {
			if strings.HasSuffix(left, ".building") {
				t.Errorf("%s: left behind: %s", what, left)
			}
		}
	}
}

// scramble changes a file from a place on, every so many bytes.
func scramble(t *testing.T, path string, from, step int) error {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for at := from; at < len(content); at += step {
		content[at] ^= 4
	}
	return os.WriteFile(path, content, 0o600)
}

// Names that are cut or changed under a reader are made anew, for the same answers.
func TestNamesChangedInPlaceAreMadeAnew(t *testing.T) {
	t.Parallel()
	for what, change := range map[string]func(string) error{
		"cut":     func(names string) error { return os.Truncate(names, 4096) },
		"emptied": func(names string) error { return os.Truncate(names, 0) },
		"changed": func(names string) error { return scramble(t, names, 500, 2) },
	} {
		path, names := inFolder(t, t.TempDir())
		c := mustOpen(t, path)
		mustAnswer(t, c)
		if err := change(names); err != nil {
			t.Fatal(err)
		}
		mustAnswer(t, c)
		if err := change(names); err != nil {
			t.Fatal(err)
		}
		if err := c.Ready(t.Context()); err == nil {
			t.Errorf("%s: said to be ready", what)
		}
		mustAnswer(t, c)
		if err := c.Ready(t.Context()); err != nil {
			t.Errorf("%s: not ready again: %v", what, err)
		}
	}
}

// A catalog that is changed in place is not ready; one that is replaced is.
func TestACatalogChangedInPlaceIsNotReady(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path, _ := inFolder(t, folder)
	c := mustOpen(t, path)
	if err := c.Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(folder, "other")
	if err := errors.Join(os.WriteFile(other, []byte("another"), 0o600), os.Rename(other, path)); err != nil {
		t.Fatal(err)
	}
	if err := c.Ready(t.Context()); err != nil {
		t.Errorf("replaced by renaming: %v", err)
	}
	path, _ = inFolder(t, t.TempDir())
	c = mustOpen(t, path)
	if err := errors.Join(c.Prepare(t.Context()), os.Truncate(path, 5000)); err != nil {
		t.Fatal(err)
	}
	if err := c.Ready(t.Context()); !errors.Is(err, catalog.ErrDamaged) {
		t.Errorf("cut in place: %v", err)
	}
}

// Where the folder cannot be written to, names that are missing are made elsewhere.
func TestAReadOnlyFolderIsRead(t *testing.T) {
	disk := t.TempDir()
	if err := exec.Command("mount", "-t", "tmpfs", "tmpfs", disk).Run(); err != nil {
		t.Skipf("needs the right to mount a small disk: %v", err)
	}
	t.Cleanup(func() { exec.Command("umount", "-l", disk).Run() })
	path, names := inFolder(t, disk)
	if err := errors.Join(os.Remove(names), exec.Command("mount", "-o", "remount,ro", disk).Run()); err != nil {
		t.Fatal(err)
	}
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	mustAnswer(t, mustOpen(t, path))
	for _, left := range filesIn(t, temporary) {
		if !strings.HasPrefix(left, "rolecall-aside-") { // which goes with the catalog
			t.Errorf("left behind: %v", left)
		}
	}
	// A folder below a file can be made by nobody, so that memory is what is left.
	t.Setenv("TMPDIR", filepath.Join(path, "none"))
	mustAnswer(t, mustOpen(t, path))
}

// What killed builds and readers left behind is swept by whoever comes next; what
// others are at is not.
func TestLeftoversAreSwept(t *testing.T) {
	folder := t.TempDir()
	path, names := inFolder(t, folder)
	before := filesIn(t, folder)
	left := []string{path + ".building", path + ".building.names", path + ".building.wal", names + ".123.building", path + ".building.rows"}
	leave := func() {
		for _, file := range left {
			if err := os.WriteFile(file, []byte("half"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	leave()
	mustOpen(t, path)
	if after := filesIn(t, folder); !slices.Equal(before, after) {
		t.Errorf("left behind: %v", after)
	}
	leave()
	importing, reading := flock.New(path+".lock"), flock.New(left[3])
	if err := errors.Join(importing.Lock(), reading.Lock()); err != nil {
		t.Fatal(err)
	}
	mustAnswer(t, mustOpen(t, path))
	for _, file := range left {
		if _, err := os.Stat(file); err != nil {
			t.Errorf("swept from under its maker: %v", err)
		}
	}
	if err := errors.Join(importing.Unlock(), reading.Unlock()); err != nil {
		t.Fatal(err)
	}
	if err := catalog.Build(t.Context(), path, small().recipe()); err != nil {
		t.Fatal(err)
	}
	if after := filesIn(t, folder); !slices.Equal(before, after) {
		t.Errorf("left behind by a build: %v", after)
	}
}

// A catalog that is closed while its names are made ends their making.
func TestClosingEndsTheMakingOfNames(t *testing.T) {
	path, names := inFolder(t, t.TempDir())
	if err := os.Remove(names); err != nil {
		t.Fatal(err)
	}
	c := mustOpen(t, path)
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.NearTitles(gone, "jessica", nil, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("asked by one who has gone: %v", err)
	}
	if err := errors.Join(c.Close(), c.Close()); err != nil {
		t.Error(err)
	}
	if _, err := c.NearTitles(t.Context(), "jessica", nil, 1); !errors.Is(err, catalog.ErrClosed) {
		t.Errorf("after closing: %v", err)
	}
}
