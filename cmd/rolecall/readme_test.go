package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"
)

// The README shows what the program says, not what it once said.
func TestTheREADMEShowsRealOutput(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("COLUMNS", "80")
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(readme), "```text\n")
	shown, _, found := strings.Cut(after, "starter catalog, hand-picked")
	if !found {
		t.Fatal("the README has no output of show")
	}
	var out, faults bytes.Buffer
	if code := run(t.Context(), []string{"show", "Jessica Jones", "--season", "2", "--catalog", starterWord}, &out, &faults); code != 0 {
		t.Fatalf("exit code %d: %s", code, &faults)
	}
	if !strings.HasPrefix(out.String(), shown) {
		t.Errorf("the README shows\n%s\nthe program says\n%s", shown, out.String())
	}
}
