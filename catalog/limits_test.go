package catalog

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"rolecall"
	"rolecall/source"
)

func oneFilm(_ context.Context, sink source.Sink) error {
	return sink.AddTitle(rolecall.Title{ID: "film", Kind: rolecall.Film, Name: "Film", Year: 2020})
}

// bounded opens a small catalog with little memory; what it puts aside belongs in a folder
// of its own.
func bounded(t *testing.T, folderForAside string) *Catalog {
	t.Helper()
	path := filepath.Join(t.TempDir(), "c.duckdb")
	if err := Build(t.Context(), path, Recipe{Name: "c", Fill: oneFilm}); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", folderForAside)
	c, err := Limits{Memory: LeastMemory}.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// Questions that take more than the memory which the database has: one that can put
// rows aside, and one that cannot.
const (
	divisible   = `SELECT count(*) FROM (SELECT DISTINCT hash(range), hash(range + 1) FROM range(3000000))`
	indivisible = `SELECT length(list(range)) FROM range(9000000)`
)

func (c *Catalog) asked(text string) error {
	_, err := collect(context.Background(), c, text, nil, func(scan func(...any) error) (n int, err error) { return n, scan(&n) })
	return err
}

// What does not fit into the memory goes to a folder that belongs to the catalog alone,
// lies where temporary files belong, and goes with it.
func TestWhatDoesNotFitIsPutAside(t *testing.T) {
	folder := t.TempDir()
	c := bounded(t, folder)
	if err := c.asked(divisible); err != nil {
		t.Fatal(err)
	}
	held, err := os.Stat(c.aside.path)
	if _, spilt := os.Stat(c.aside.spillOf(c.path)); err != nil || spilt != nil || held.Mode().Perm() != 0o700 {
		t.Errorf("nothing was put aside, or for all to read: %v, %v", err, spilt)
	}
	again, err := c.limits.Open(t.Context(), c.path)
	if err != nil {
		t.Fatal(err)
	}
	if err := again.Close(); err != nil {
		t.Fatal(err)
	}
	sweepAside(folder)
	if err := c.asked(divisible); err != nil {
		t.Errorf("a folder in use was swept: %v", err)
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if beside, _ := filepath.Glob(c.path + "*.tmp"); len(beside) > 0 {
		t.Errorf("put aside beside the catalog: %v", beside)
	}
}

// That a question takes too much is said of the memory or the disk, never of the file.
func TestRunningShortIsCalledThat(t *testing.T) {
	for name, test := range map[string]struct {
		folder, before, text string
		want                 error
	}{
		"too much memory":       {"", "", indivisible, ErrMemory},
		"nowhere to put it":     {"/nowhere", "", divisible, ErrMemory},
		"too much for the disk": {"", `SET max_temp_directory_size = '1MB'`, divisible, ErrDisk},
	} {
		t.Run(name, func(t *testing.T) {
			folder := test.folder
			if folder == "" {
				folder = t.TempDir()
			}
			c := bounded(t, folder)
			if test.before != "" {
				if _, err := c.db.Exec(test.before); err != nil {
					t.Fatal(err)
				}
			}
			if err := c.asked(test.text); !errors.Is(err, test.want) || errors.Is(err, ErrDamaged) {
				t.Errorf("%v, want %v", err, test.want)
			}
			if err := c.asked(`SELECT count(*) FROM title`); err != nil {
				t.Errorf("and nothing is answered after it: %v", err)
			}
		})
	}
}

// A catalog that cannot so much as be opened within its memory is not called damaged.
func TestOpeningWithTooLittleMemory(t *testing.T) {
	c := bounded(t, t.TempDir())
	c.Close()
	small, err := Limits{Memory: 100_000}.Open(t.Context(), c.path)
	if err == nil {
		small.Close()
	}
	if !errors.Is(err, ErrMemory) || errors.Is(err, ErrDamaged) {
		t.Errorf("%v", err)
	}
}

// A build that runs out of memory says so, and leaves nothing.
func TestABuildThatRunsOutOfMemory(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.duckdb")
	err := Build(t.Context(), path, Recipe{Name: "c", Fill: oneFilm, Memory: 1_000_000})
	if !errors.Is(err, ErrMemory) || !strings.Contains(err.Error(), "--memory") {
		t.Errorf("%v", err)
	}
	if left, _ := filepath.Glob(path + ".building*"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// Folders of processes that were killed are removed, and one just made is not.
func TestAsideOfTheDeadIsSwept(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"rolecall-aside-killed", "rolecall-aside-new", "rolecall-aside-old"} {
		if err := os.Mkdir(filepath.Join(folder, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "rolecall-aside-killed", lockName), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	yesterday := time.Now().Add(-24 * time.Hour)
	if err := os.Chtimes(filepath.Join(folder, "rolecall-aside-old"), yesterday, yesterday); err != nil {
		t.Fatal(err)
	}
	sweepAside(folder)
	left, err := os.ReadDir(folder)
	if err != nil || len(left) != 1 || left[0].Name() != "rolecall-aside-new" {
		t.Errorf("left: %v, %v", left, err)
	}
}

// Many who ask several questions on a connection of their own, and others meanwhile, do
// not wait for each other for ever.
func TestConnectionsDoNotWaitForEachOther(t *testing.T) {
	c := bounded(t, t.TempDir())
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	asking, ctx := errgroup.WithContext(ctx)
	for range 4 * connections() {
		asking.Go(func() error {
			_, release, err := c.connect(ctx)
			if err != nil {
				return err
			}
			defer release()
			time.Sleep(5 * time.Millisecond)
			return c.db.QueryRowContext(ctx, `SELECT 1`).Scan(new(int))
		})
	}
	if err := asking.Wait(); err != nil {
		t.Error(err)
	}
	if open := c.db.Stats().OpenConnections; open > connections() {
		t.Errorf("%d connections", open)
	}
}
