package store_test

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/memfs"

	"rolecall/corpus/beam/store"
	"rolecall/corpus/document"
	"rolecall/corpus/input"
)

var errLine = errors.New("the line is down")

// failing is a store whose connection fails after a line.
type failing struct{ filesystem.Interface }

func (failing) Close() error { return nil }

func (failing) OpenRead(context.Context, string) (io.ReadCloser, error) {
	return io.NopCloser(io.MultiReader(strings.NewReader(`{"text": "One."}`+"\n"), failingReader{})), nil
}

type failingReader struct{}

func (failingReader) Read([]byte) (int, error) { return 0, errLine }

func init() {
	filesystem.Register("failing", func(context.Context) filesystem.Interface { return failing{} })
}

// TestAStoreThatFailsIsNoFaultOfTheArchive: what was read until then must not be taken for the
// whole file.
func TestAStoreThatFailsIsNoFaultOfTheArchive(t *testing.T) {
	for path, fails := range map[string]bool{"failing://archive/a.jsonl": true, filepath.Join(t.TempDir(), "none.jsonl"): false} {
		source := store.From(t.Context())
		var faults int
		input.File{Path: path}.Read(input.Options{Open: source.Open}, func(d document.Document) bool {
			if d.Fault != nil {
				faults++
			}
			return true
		})
		if faults != 1 || (source.Fault() != nil) != fails {
			t.Errorf("%s: %d faults of documents, and of the store %v", path, faults, source.Fault())
		}
		if fails && (!errors.Is(source.Fault(), errLine) || !strings.Contains(source.Fault().Error(), path)) {
			t.Errorf("%v", source.Fault())
		}
	}
}

// TestFoldersAndStoresAreUsedAlike writes, reads, and tells what is empty.
func TestFoldersAndStoresAreUsedAlike(t *testing.T) {
	for _, folder := range []string{t.TempDir(), "memfs://store"} {
		if empty, err := store.IsEmpty(t.Context(), folder); !empty || err != nil {
			t.Errorf("%s: empty %v, %v", folder, empty, err)
		}
		path := store.Join(folder, "claims/00001.jsonl")
		if _, held, err := store.Read(t.Context(), path); held || err != nil {
			t.Errorf("%s: held %v, %v", path, held, err)
		}
		for _, content := range []string{"a longer one", "one"} {
			if err := store.Write(t.Context(), path, []byte(content)); err != nil {
				t.Fatal(err)
			}
			if got, held, err := store.Read(t.Context(), path); string(got) != content || !held || err != nil {
				t.Errorf("%s: %q, held %v, %v", path, got, held, err)
			}
		}
		if empty, err := store.IsEmpty(t.Context(), folder); empty || err != nil {
			t.Errorf("%s with a file: empty %v, %v", folder, empty, err)
		}
	}
}

// TestWhatIsThereIsNotFetchedAgain: processes of one machine share a copy.
func TestWhatIsThereIsNotFetchedAgain(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "copy")
	memfs.Write("memfs://catalogs/c.duckdb", []byte("a catalog"))
	memfs.Write("memfs://catalogs/c.duckdb.names", []byte("names"))
	for range 2 {
		for _, pattern := range []string{"memfs://catalogs/c.duckdb.*", "memfs://catalogs/c.duckdb"} {
			if err := store.Fetch(t.Context(), pattern, folder); err != nil {
				t.Fatal(err)
			}
		}
		for name, want := range map[string]string{"c.duckdb": "a catalog", "c.duckdb.names": "names"} {
			if got, err := os.ReadFile(filepath.Join(folder, name)); string(got) != want || err != nil {
				t.Errorf("%s: %q, %v", name, got, err)
			}
		}
		memfs.Write("memfs://catalogs/c.duckdb", []byte("A CATALOG")) // of the same size: it is not looked into
	}
	if entries, err := os.ReadDir(folder); len(entries) != 2 || err != nil {
		t.Errorf("%v, %v", entries, err)
	}
}
