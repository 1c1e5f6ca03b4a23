package snapshot

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"

	"rolecall/catalog"
)

// opened numbers the links of this process.
var opened atomic.Int64

// Open opens the catalog that lies at path now, whatever lay there before. A
// process that has a file open gets from DuckDB, which knows files by their path
// with symbolic links followed, the one it has already, even where another has
// been renamed into its place. So the file is opened through a hard link of its
// own beside it, which is removed once it is open. The error says so if the
// folder cannot be written.
func Open(ctx context.Context, path string) (*catalog.Catalog, error) {
	whole, err := filepath.EvalSymlinks(path)
	if err != nil {
		return catalog.Open(ctx, path) // it says what is the matter
	}
	link := filepath.Join(filepath.Dir(whole), fmt.Sprintf(".rolecall-serve-%d-%d.duckdb", os.Getpid(), opened.Add(1)))
	if err := os.Link(whole, link); err != nil {
		return nil, fmt.Errorf("%s: a catalog that takes the place of another is opened through a link beside it: "+
			"let this program write to the folder, or start it again (%w)", path, err)
	}
	defer os.Remove(link)
	return catalog.Open(ctx, link)
}
