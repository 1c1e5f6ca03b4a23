package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"rolecall"
	"rolecall/catalog"
	"rolecall/source"
	"rolecall/source/starter"
)

// TestACatalogSwappedMeanwhileChangesNothing: an archive is checked by one catalog from its
// beginning to its end, and it is said that another lies there since.
func TestACatalogSwappedMeanwhileChangesNothing(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"} {
		t.Setenv(name, folder)
	}
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	path, out := filepath.Join(folder, "mine.duckdb"), filepath.Join(folder, "out")
	build := func(fill func(context.Context, source.Sink) error) {
		if err := catalog.Build(t.Context(), path, catalog.Recipe{Name: "mine", Fill: fill}); err != nil {
			t.Fatal(err)
		}
	}
	build(starter.Fill)
	from, to := io.Pipe()
	go func() {
		const line = `{"text": "Greta Gerwig directed Lady Bird, the film about a young woman in Sacramento and her mother."}` + "\n"
		io.WriteString(to, line)
		for begun := time.Now(); time.Since(begun) < 10*time.Second; time.Sleep(10 * time.Millisecond) {
			if _, err := os.Stat(filepath.Join(out, "journal.jsonl")); err == nil {
				break
			}
		}
		build(func(_ context.Context, sink source.Sink) error {
			return sink.AddTitle(rolecall.Title{ID: "other", Kind: rolecall.Film, Name: "Another Film"})
		})
		io.WriteString(to, line)
		to.Close()
	}()
	var said, noted bytes.Buffer
	a := &app{screen: screenFor(&said), stderr: &noted, notes: &noted}
	command := a.command()
	command.SetIn(from)
	command.SetArgs([]string{"corpus", "check", "-", "--form", "jsonl", "--out", out, "--catalog", path})
	if err := command.ExecuteContext(t.Context()); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(noted.String(), "was replaced meanwhile; all claims were checked by the catalog of the beginning") {
		t.Errorf("not told of: %s", &noted)
	}
	claims, err := os.ReadFile(filepath.Join(out, "claims", "00001.jsonl"))
	if err != nil || strings.Count(string(claims), `"title_id":"lady-bird-2017"`) != 2 {
		t.Errorf("%v: %s", err, claims)
	}
}
