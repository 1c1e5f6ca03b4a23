package archive

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"rolecall"
	"rolecall/catalog"
	"rolecall/catalog/catalogtest"
	"rolecall/corpus/corpustest"
	"rolecall/corpus/journal"
	"rolecall/corpus/survey"
	"rolecall/source"
	"rolecall/source/starter"
)

// held is the starter catalog, built once for all tests.
var held *catalog.Catalog

func TestMain(m *testing.M) {
	os.Exit(catalogtest.Main(m, starter.Name, starter.Fill, func(c *catalog.Catalog) { held = c }))
}

func borrowed() (*catalog.Catalog, func(), error) { return held, func() {}, nil }

// opened is an archive of the first articles, and its folder.
func opened(t *testing.T, borrow Borrow) (*Archive, string) {
	t.Helper()
	t.Setenv("TMPDIR", t.TempDir())
	dir := filepath.Join(t.TempDir(), "checked")
	corpustest.Check(t, held, dir, corpustest.Starter()[:2]...)
	a, err := New(dir, 0, borrow, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	a.pace = 0
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
		if left, err := filepath.Glob(filepath.Join(os.TempDir(), "rolecall-corpus-*")); err != nil || len(left) > 0 {
			t.Errorf("left behind: %v, %v", left, err)
		}
	})
	return a, dir
}

// articles is how many articles the archive has now.
func articles(t *testing.T, a *Archive) (n int, edition string) {
	t.Helper()
	r, release, err := a.Acquire(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	s, err := r.Ask(t.Context(), survey.Asked{Copies: survey.Each, Most: 1})
	if err != nil {
		t.Fatal(err)
	}
	return s.All.Articles, r.Edition
}

// TestAFolderThatGrowsIsReadAnew, while whoever asked before keeps what was read before.
func TestAFolderThatGrowsIsReadAnew(t *testing.T) {
	a, dir := opened(t, borrowed)
	before, release, err := a.Acquire(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	n, first := articles(t, a)
	if again, edition := articles(t, a); n != 2 || again != 2 || edition != first {
		t.Fatalf("%d articles, and then %d; edition %s, and then %s", n, again, first, edition)
	}
	corpustest.Check(t, held, dir, corpustest.Starter()[2:]...)
	var asking sync.WaitGroup
	for range 8 {
		asking.Go(func() { articles(t, a) })
	}
	asking.Wait()
	eventually(t, "grown", a, func(err error) bool {
		n, edition := articles(t, a)
		return err == nil && n == 6 && edition != first
	})
	if s, err := before.Ask(t.Context(), survey.Asked{Copies: survey.Each, Most: 1}); err != nil || s.All.Articles != 2 {
		t.Errorf("a reader of before sees %d articles: %v", s.All.Articles, err)
	}
	release()
	release() // releasing twice is releasing once
	if _, err := before.Ask(t.Context(), survey.Asked{Copies: survey.Once, Most: 1}); err == nil {
		t.Error("what was read before is still open when nobody uses it")
	}
}

// TestReadingTakesATenthOfTheTime: a folder that changes all the time is not read all the time.
func TestReadingTakesATenthOfTheTime(t *testing.T) {
	a, dir := opened(t, borrowed)
	_, first := articles(t, a)
	a.mutex.Lock()
	a.rested = time.Now().Add(time.Hour)
	a.mutex.Unlock()
	corpustest.Check(t, held, dir, corpustest.Starter()[2:]...)
	if n, edition := articles(t, a); n != 2 || edition != first {
		t.Errorf("read again too soon: %d articles", n)
	}
}

// eventually waits until what is said of the archive is what it should be: the folder is not looked
// at all the time.
func eventually(t *testing.T, what string, a *Archive, is func(error) bool) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		_, release, err := a.Acquire(t.Context())
		if err == nil {
			release()
		}
		if is(err) {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("%s: %v", what, err)
		}
	}
}

// TestWhatIsTheMatterIsSaid, and no more once it is mended.
func TestWhatIsTheMatterIsSaid(t *testing.T) {
	if _, err := New(t.TempDir(), 0, borrowed, slog.New(slog.DiscardHandler)); !errors.Is(err, journal.ErrNoRun) {
		t.Errorf("a folder without a check: %v", err)
	}
	a, dir := opened(t, borrowed)
	articles(t, a)
	refused := func(what string, is func(error) bool) {
		t.Helper()
		eventually(t, what, a, is)
	}
	table := filepath.Join(dir, "claims", "00001.jsonl")
	whole, err := os.ReadFile(table)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(table); err != nil {
		t.Fatal(err)
	}
	refused("a file is missing", func(err error) bool {
		_, is := errors.AsType[*journal.DamagedError](err)
		return is && strings.Contains(err.Error(), "check the archive anew")
	})
	if err := os.WriteFile(table, whole, 0o644); err != nil {
		t.Fatal(err)
	}
	eventually(t, "mended", a, func(err error) bool { return err == nil })
	if err := os.Rename(filepath.Join(dir, journal.BegunFile), filepath.Join(dir, "away")); err != nil {
		t.Fatal(err)
	}
	refused("no check is there any more", func(err error) bool { return errors.Is(err, journal.ErrNoRun) })
	if err := os.Rename(filepath.Join(dir, "away"), filepath.Join(dir, journal.BegunFile)); err != nil {
		t.Fatal(err)
	}
	eventually(t, "mended", a, func(err error) bool { return err == nil })
}

// TestAnArchiveOfAnotherCatalogIsNotShown until that is served.
func TestAnArchiveOfAnotherCatalogIsNotShown(t *testing.T) {
	mine := catalogtest.Open(t, "other", func(_ context.Context, sink source.Sink) error {
		return sink.AddTitle(rolecall.Title{ID: "film", Kind: rolecall.Film, Name: "Another Film"})
	})
	served := mine
	a, _ := opened(t, func() (*catalog.Catalog, func(), error) { return served, func() {}, nil })
	_, _, err := a.Acquire(t.Context())
	if wrong, is := errors.AsType[*OtherCatalogError](err); !is || wrong.Served != mine.Info().Hash || wrong.Checked != held.Info().Hash {
		t.Errorf("%v", err)
	}
	served = held
	eventually(t, "served", a, func(err error) bool { return err == nil })
}
