package catalog_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"rolecall/catalog"
	"rolecall/source"
)

// watcher writes down what a build is told to do.
type watcher struct {
	mutex  sync.Mutex
	begun  []string
	ended  int
	beyond bool
}

type watched struct {
	by    *watcher
	total int64
}

func (w *watcher) Begin(phase string, _ catalog.Unit, total int64) catalog.Phase {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.begun = append(w.begun, phase)
	return watched{w, total}
}

func (w watched) At(done int64) {
	w.by.mutex.Lock()
	defer w.by.mutex.Unlock()
	w.by.beyond = w.by.beyond || w.total > 0 && done > w.total
}

func (w watched) End() {
	w.by.mutex.Lock()
	defer w.by.mutex.Unlock()
	w.by.ended++
}

func TestEveryPhaseOfABuildIsTold(t *testing.T) {
	t.Parallel()
	recipe := small().recipe()
	var w watcher
	recipe.Progress = &w
	if err := catalog.Build(t.Context(), filepath.Join(t.TempDir(), "catalog"), recipe); err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"checking", "numbering", "settling", "deriving", "hashing", "looked up", "names", "swapping"} {
		if !slices.ContainsFunc(w.begun, func(phase string) bool { return strings.Contains(phase, word) }) {
			t.Errorf("no phase of %s among %q", word, w.begun)
		}
	}
	if w.ended != len(w.begun) || w.beyond {
		t.Errorf("%d phases begin, %d end; beyond the end: %v", len(w.begun), w.ended, w.beyond)
	}
}

func TestAFailedBuildLeavesNoPhaseUnderWay(t *testing.T) {
	t.Parallel()
	for _, facts := range []func(context.Context, source.Sink) error{
		func(context.Context, source.Sink) error { return nil }, // a catalog of nothing
		func(context.Context, source.Sink) error { return errors.New("no") },
	} {
		recipe := small().recipe()
		var w watcher
		recipe.Progress, recipe.Fill = &w, facts
		if err := catalog.Build(t.Context(), filepath.Join(t.TempDir(), "catalog"), recipe); err == nil {
			t.Fatal("no error")
		}
		if w.ended != len(w.begun) {
			t.Errorf("%q begin, %d end", w.begun, w.ended)
		}
	}
}
