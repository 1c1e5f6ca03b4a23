package snapshot_test

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"rolecall"
	"rolecall/catalog"
	"rolecall/source"
	"rolecall/web/snapshot"
)

// build writes a catalog of one film.
func build(t *testing.T, path, film string) {
	t.Helper()
	recipe := catalog.Recipe{Name: "test", Program: "test", Built: time.Unix(0, 0), Fill: func(_ context.Context, sink source.Sink) error {
		return sink.AddTitle(rolecall.Title{ID: "film", Kind: rolecall.Film, Name: film, Year: 2020})
	}}
	if err := catalog.Build(t.Context(), path, recipe); err != nil {
		t.Fatal(err)
	}
}

func nameOf(t *testing.T, s *snapshot.Snapshot) string {
	t.Helper()
	film, held, err := s.Title(t.Context(), "film")
	if err != nil || !held {
		t.Fatalf("held %v, %v", held, err)
	}
	return film.Name
}

func openerOf(path string) func(context.Context) (*catalog.Catalog, error) {
	return func(ctx context.Context) (*catalog.Catalog, error) { return snapshot.Open(ctx, path, catalog.Limits{}) }
}

func TestARequestKeepsTheCatalogItBeganWith(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.duckdb")
	build(t, path, "Old")
	h, err := snapshot.New(t.Context(), openerOf(path))
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	before, release, _ := h.Acquire()
	build(t, path, "New")
	if changed, err := h.Reload(t.Context()); err != nil || !changed {
		t.Fatalf("changed %v, %v", changed, err)
	}
	after, releaseAfter, _ := h.Acquire()
	defer releaseAfter()
	if nameOf(t, before) != "Old" || nameOf(t, after) != "New" {
		t.Errorf("before %s, after %s", nameOf(t, before), nameOf(t, after))
	}
	release()
	release() // releasing twice is releasing once
	if _, _, err := before.Title(t.Context(), "film"); err == nil {
		t.Error("the old catalog is still open when nobody uses it")
	}
	if changed, err := h.Reload(t.Context()); err != nil || changed {
		t.Errorf("the same content: changed %v, %v", changed, err)
	}
}

func TestADamagedCatalogIsNotServed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.duckdb")
	build(t, path, "Old")
	h, err := snapshot.New(t.Context(), openerOf(path))
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	replacement := path + ".new"
	if err := errors.Join(os.WriteFile(replacement, []byte("no catalog"), 0o600), os.Rename(replacement, path)); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Reload(t.Context()); !errors.Is(err, catalog.ErrDamaged) {
		t.Errorf("reload: %v", err)
	}
	s, release, err := h.Acquire()
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	if nameOf(t, s) != "Old" {
		t.Error("the old catalog is not served any more")
	}
}

func TestWatchServesWhatIsRenamedIntoPlace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.duckdb")
	build(t, path, "Old")
	h, err := snapshot.New(t.Context(), openerOf(path))
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	ctx, stop := context.WithCancel(t.Context())
	var watching sync.WaitGroup
	watching.Go(func() { h.Watch(ctx, path, 5*time.Millisecond, nil, slog.New(slog.DiscardHandler)) })
	defer watching.Wait()
	defer stop()
	time.Sleep(20 * time.Millisecond)
	build(t, path, "New")
	deadline := time.Now().Add(10 * time.Second)
	for time.Now().Before(deadline) {
		s, release, err := h.Acquire()
		if err != nil {
			t.Fatal(err)
		}
		name := nameOf(t, s)
		release()
		if name == "New" {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Error("the new catalog was not noticed")
}

// Requests that run while catalogs are swapped all get an answer.
func TestNoRequestIsDroppedBySwapping(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.duckdb")
	build(t, path, "A")
	h, err := snapshot.New(t.Context(), openerOf(path))
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	ctx, stop := context.WithCancel(t.Context())
	var requests sync.WaitGroup
	for range 4 {
		requests.Go(func() {
			for ctx.Err() == nil {
				s, release, err := h.Acquire()
				if err != nil {
					t.Error(err)
					return
				}
				if _, held, err := s.Title(t.Context(), "film"); err != nil || !held {
					t.Errorf("held %v, %v", held, err)
				}
				release()
			}
		})
	}
	for _, film := range []string{"B", "C", "D"} {
		build(t, path, film)
		if changed, err := h.Reload(t.Context()); err != nil || !changed {
			t.Errorf("changed %v, %v", changed, err)
		}
	}
	stop()
	requests.Wait()
}

func TestWhatIsWorkedOutOnceIsKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.duckdb")
	build(t, path, "A")
	h, err := snapshot.New(t.Context(), openerOf(path))
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	s, release, _ := h.Acquire()
	defer release()
	runs := 0
	work := func() (int, error) {
		runs++
		if runs == 1 {
			return 0, errors.New("cancelled")
		}
		return 42, nil
	}
	if _, err := snapshot.Recall(s, "answer", work); err == nil {
		t.Error("the fault is lost")
	}
	for range 3 {
		if n, err := snapshot.Recall(s, "answer", work); n != 42 || err != nil {
			t.Errorf("%d, %v", n, err)
		}
	}
	if runs != 2 {
		t.Errorf("worked %d times", runs)
	}
}

// A new catalog is ready when it is served: its names are those that were built
// beside it, whatever link it is opened through, and nothing is left behind.
func TestReloadsFindTheNamesAndLeaveNothing(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "c.duckdb")
	build(t, path, "A")
	h, err := snapshot.New(t.Context(), openerOf(path))
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	dead := filepath.Join(folder, ".rolecall-serve-999999999-1.duckdb")
	if err := os.WriteFile(dead, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, film := range []string{"B", "C", "D"} {
		build(t, path, film)
		names, _ := filepath.Glob(path + ".*.names")
		rows, _ := filepath.Glob(path + ".*.rows")
		built, err := os.Stat(names[0])
		if err != nil || len(names) != 1 || len(rows) != 1 {
			t.Fatal(names, rows, err)
		}
		if changed, err := h.Reload(t.Context()); err != nil || !changed {
			t.Fatalf("changed %v, %v", changed, err)
		}
		s, release, _ := h.Acquire()
		if err := s.Ready(t.Context()); err != nil {
			t.Errorf("served and not ready: %v", err)
		}
		if found, err := s.FindTitle(t.Context(), film, catalog.Which{}); err != nil || found.Name != film {
			t.Errorf("%s: %v, %v", film, found, err)
		}
		release()
		if now, err := os.Stat(names[0]); err != nil || !os.SameFile(built, now) {
			t.Errorf("the names were made anew: %v", err)
		}
		var left []string
		files, _ := os.ReadDir(folder)
		for _, file := range files {
			left = append(left, file.Name())
		}
		if want := []string{"c.duckdb", filepath.Base(names[0]), filepath.Base(rows[0]), "c.duckdb.lock"}; !slices.Equal(left, want) {
			t.Errorf("the folder has %v, want %v", left, want)
		}
	}
}

// Where the file of a catalog that is served was cut, one of the same content takes
// its place.
func TestACatalogThatWasCutIsReplacedByItsLike(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.duckdb")
	build(t, path, "A")
	h, err := snapshot.New(t.Context(), openerOf(path))
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	if err := os.Truncate(path, 5000); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Reload(t.Context()); !errors.Is(err, catalog.ErrDamaged) {
		t.Errorf("cut: %v", err)
	}
	build(t, path, "A")
	if changed, err := h.Reload(t.Context()); err != nil || !changed {
		t.Errorf("whole again: changed %v, %v", changed, err)
	}
	s, release, _ := h.Acquire()
	defer release()
	if err := s.Ready(t.Context()); err != nil || nameOf(t, s) != "A" {
		t.Errorf("not ready: %v", err)
	}
}
