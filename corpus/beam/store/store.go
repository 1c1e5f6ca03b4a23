// Package store finds, reads and writes files wherever the machines of a run can reach them:
// in a folder that all of them have, or in a store of objects by its address (gs://, s3://).
package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	// The stores that are known; the command adds gs://, which comes with Beam's runners.
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/s3"

	"rolecall/corpus/input"
)

// IsRemote reports whether a path is the address of something in a store.
func IsRemote(path string) bool { return strings.Contains(path, "://") }

// Join is the path of something in a folder.
func Join(folder, name string) string {
	if IsRemote(folder) {
		return strings.TrimSuffix(folder, "/") + "/" + name
	}
	return filepath.Join(folder, filepath.FromSlash(name))
}

// Find is all files of the inputs: those of folders and patterns as input.Find has them, those
// of stores by patterns alone.
func Find(ctx context.Context, inputs []string, o input.Options) (all []input.File, err error) {
	seen := make(map[string]bool)
	for _, in := range inputs {
		find := func() ([]input.File, error) { return input.Find([]string{in}, o) }
		if IsRemote(in) {
			find = func() ([]input.File, error) { return findIn(ctx, in) }
		}
		found, err := find()
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			if !seen[f.Path] {
				seen[f.Path] = true
				all = append(all, f)
			}
		}
	}
	return all, nil
}

func findIn(ctx context.Context, pattern string) (all []input.File, err error) {
	err = in(ctx, pattern, func(s filesystem.Interface) error {
		paths, err := s.List(ctx, pattern)
		if err != nil {
			return err
		}
		if len(paths) == 0 {
			return errors.New("nothing in the store fits it: give a pattern of files, as gs://archive/2018-*/*.jsonl.gz")
		}
		slices.Sort(paths)
		for _, path := range paths {
			bytes, err := s.Size(ctx, path)
			if err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
			all = append(all, input.File{Path: path, Bytes: bytes})
		}
		return nil
	})
	return all, err
}

// in does something with the store of an address, and says which address failed.
func in(ctx context.Context, address string, do func(filesystem.Interface) error) error {
	s, err := filesystem.New(ctx, address)
	if err != nil {
		return fmt.Errorf("%s: stores are gs:// and s3://, all else is a path", address)
	}
	if err := errors.Join(do(s), s.Close()); err != nil {
		return fmt.Errorf("%s: %w", address, err)
	}
	return nil
}

// Source opens files to be read by input.File. A file of this machine that cannot be read is a
// fault of the archive, and is left out as one machine does. That a store could not be reached
// says nothing of the archive: Fault keeps it, and what was read is not to be taken.
type Source struct {
	ctx   context.Context
	fault error
}

// From is a source for the time of a context.
func From(ctx context.Context) *Source { return &Source{ctx: ctx} }

// Fault is what went wrong with a store.
func (s *Source) Fault() error { return s.fault }

// Open is for input.Options.
func (s *Source) Open(path string) (io.ReadCloser, error) {
	if !IsRemote(path) {
		return input.Open(path)
	}
	from, err := filesystem.New(s.ctx, path)
	if err != nil {
		return nil, s.keep(path, err)
	}
	file, err := from.OpenRead(s.ctx, path)
	if err != nil {
		return nil, errors.Join(s.keep(path, err), from.Close())
	}
	return &remote{file, path, from, s}, nil
}

func (s *Source) keep(path string, err error) error {
	if s.fault == nil {
		s.fault = fmt.Errorf("%s: %w", path, err)
	}
	return err
}

// remote is a file in a store.
type remote struct {
	io.ReadCloser
	path string
	from filesystem.Interface
	of   *Source
}

func (r *remote) Read(p []byte) (int, error) {
	n, err := r.ReadCloser.Read(p)
	if err != nil && err != io.EOF {
		err = r.of.keep(r.path, err)
	}
	return n, err
}

func (r *remote) Close() error { return errors.Join(r.ReadCloser.Close(), r.from.Close()) }

// Read is the content of a file, and whether it is there.
func Read(ctx context.Context, path string) (content []byte, held bool, err error) {
	if !IsRemote(path) {
		content, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, false, nil
		}
		return content, err == nil, err
	}
	err = in(ctx, path, func(s filesystem.Interface) error {
		found, err := s.List(ctx, path)
		if err != nil || !slices.Contains(found, path) {
			return err
		}
		held = true
		content, err = filesystem.Read(ctx, s, path)
		return err
	})
	return content, held && err == nil, err
}

// List are the files of a folder that fit a pattern, by their paths; none where there is no folder.
func List(ctx context.Context, folder, pattern string) (paths []string, err error) {
	at := Join(folder, pattern)
	if !IsRemote(folder) {
		entries, err := os.ReadDir(folder)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		for _, e := range entries {
			if fits, _ := filepath.Match(pattern, e.Name()); fits {
				paths = append(paths, filepath.Join(folder, e.Name()))
			}
		}
		return paths, err
	}
	err = in(ctx, at, func(s filesystem.Interface) error {
		paths, err = s.List(ctx, at)
		return err
	})
	return paths, err
}

// Remove removes the files of a folder that fit a pattern and, of this machine, the folder with
// them, if nothing else is in it. A store that cannot remove keeps them.
func Remove(ctx context.Context, folder, pattern string) error {
	paths, err := List(ctx, folder, pattern)
	if err != nil {
		return err
	}
	if !IsRemote(folder) {
		for _, path := range paths {
			if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
		os.Remove(folder)
		return nil
	}
	return in(ctx, folder, func(s filesystem.Interface) error {
		remover, can := s.(filesystem.Remover)
		if !can {
			return nil
		}
		for _, path := range paths {
			if err := remover.Remove(ctx, path); err != nil {
				return err
			}
		}
		return nil
	})
}

// IsEmpty reports whether a folder has no files, or is not there.
func IsEmpty(ctx context.Context, folder string) (empty bool, err error) {
	if !IsRemote(folder) {
		entries, err := os.ReadDir(folder)
		if errors.Is(err, fs.ErrNotExist) {
			return true, nil
		}
		return len(entries) == 0, err
	}
	err = in(ctx, folder, func(s filesystem.Interface) error {
		for _, below := range []string{"*", "*/*"} {
			found, err := s.List(ctx, Join(folder, below))
			if err != nil || len(found) > 0 {
				return err
			}
		}
		empty = true
		return nil
	})
	return empty, err
}

// Fetch copies what fits a pattern in a store into a folder of this machine, but for what is
// there already.
func Fetch(ctx context.Context, pattern, folder string) error {
	return in(ctx, pattern, func(s filesystem.Interface) error {
		paths, err := s.List(ctx, pattern)
		if err != nil {
			return err
		}
		for _, from := range paths {
			bytes, err := s.Size(ctx, from)
			if err != nil {
				return err
			}
			to := filepath.Join(folder, path.Base(from))
			if info, err := os.Stat(to); err == nil && info.Size() == bytes {
				continue
			}
			file, err := s.OpenRead(ctx, from)
			if err != nil {
				return err
			}
			if err := errors.Join(put(to, file), file.Close()); err != nil {
				return err
			}
		}
		return nil
	})
}

// Write writes a file whole or not at all, over one that is there.
func Write(ctx context.Context, path string, content []byte) error {
	if IsRemote(path) {
		return in(ctx, path, func(s filesystem.Interface) error { return filesystem.Write(ctx, s, path, content) })
	}
	return put(path, bytes.NewReader(content))
}

// put writes a file of this machine under a name of its own first: two workers may write the
// same at a time, as a runner gives work that takes long to a second one.
func put(path string, content io.Reader) error {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	file, err := os.CreateTemp(folder, "."+filepath.Base(path)+".half-*")
	if err != nil {
		return err
	}
	_, err = io.Copy(file, content)
	err = errors.Join(err, file.Chmod(0o644), file.Sync(), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		os.Remove(file.Name())
	}
	return err
}
