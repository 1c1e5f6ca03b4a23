package snapshot

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"syscall"

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
func Open(ctx context.Context, path string, limits catalog.Limits) (*catalog.Catalog, error) {
	whole, err := filepath.EvalSymlinks(path)
	if err != nil {
		return limits.Open(ctx, path) // it says what is the matter
	}
	removeLinks(filepath.Dir(whole))
	link := filepath.Join(filepath.Dir(whole), fmt.Sprintf(linkName, os.Getpid(), opened.Add(1)))
	if err := os.Link(whole, link); err != nil {
		return nil, fmt.Errorf("%s: a catalog that takes the place of another is opened through a link beside it: "+
			"let this program write to the folder, or start it again (%w)", path, err)
	}
	defer os.Remove(link)
	return limits.OpenLink(ctx, link, path)
}

// linkName is what a link is called, by the process and its number.
const linkName = ".rolecall-serve-%d-%d.duckdb"

// removeLinks removes links whose processes were killed before they could. Taking
// one away from a process on another machine costs that one a reload, no more.
func removeLinks(folder string) {
	files, _ := os.ReadDir(folder)
	for _, file := range files {
		var process int
		var number int64
		if n, _ := fmt.Sscanf(file.Name(), linkName, &process, &number); n == 2 && !alive(process) {
			os.Remove(filepath.Join(folder, file.Name()))
		}
	}
}

// alive reports whether there is a process of a number.
func alive(process int) bool {
	p, err := os.FindProcess(process)
	if err != nil {
		return false
	}
	defer p.Release()
	return !errors.Is(p.Signal(syscall.Signal(0)), os.ErrProcessDone)
}
