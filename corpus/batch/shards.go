package batch

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"rolecall/corpus/journal"
	"rolecall/corpus/table"
)

// shards are the files being written: one for each table, about the same documents. They are
// JSON lines while they are written, which can be cut off at any line.
type shards struct {
	dir    string
	format table.Format
	number int
	files  [table.Count]*os.File
	// sizes are how long the files are, with what is pending.
	sizes   [table.Count]int64
	pending [table.Count][]byte
}

// pendingMost is from how many bytes lines are written to a file.
const pendingMost = 256 << 10

// openShards brings the files back to what a journal says and removes all that came after.
func openShards(dir string, format table.Format, last journal.Entry) (*shards, error) {
	s := &shards{dir: dir, format: format, number: last.Shard}
	// What a run on many machines has found to be copies does not hold for what is added.
	if err := os.RemoveAll(filepath.Join(dir, table.Copies.Name)); err != nil {
		return nil, err
	}
	for id, t := range table.All() {
		folder := filepath.Join(dir, t.Name)
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return nil, err
		}
		if err := s.removeLater(folder); err != nil {
			return nil, err
		}
		size := last.Sizes[id]
		if size == 0 {
			if err := os.Remove(s.path(table.ID(id), table.JSONLines)); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return nil, err
			}
			continue
		}
		file, err := os.OpenFile(s.path(table.ID(id), table.JSONLines), os.O_RDWR, 0o644)
		if err != nil {
			return nil, fmt.Errorf("the run cannot go on: %w", err)
		}
		s.files[id], s.sizes[id] = file, size
		info, err := file.Stat()
		if err == nil && info.Size() < size {
			err = fmt.Errorf("%s is shorter than its journal says: a file of the run was changed; remove %s and begin anew", file.Name(), dir)
		}
		if err == nil {
			err = file.Truncate(size)
		}
		if err == nil {
			_, err = file.Seek(size, io.SeekStart)
		}
		if err != nil {
			return nil, errors.Join(err, s.close())
		}
	}
	return s, nil
}

// removeLater removes files of a table that no entry of the journal speaks of, and those of
// which there is a better form.
func (s *shards) removeLater(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		digits, ending, _ := strings.Cut(e.Name(), ".")
		number, err := strconv.Atoi(digits)
		if err != nil {
			continue
		}
		format := table.Format(ending)
		if number > s.number || format != table.JSONLines && number == s.number || s.format == table.Parquet && format == table.JSONLines && number < s.number || !slices.Contains(table.Formats(), format) {
			if err := os.Remove(filepath.Join(folder, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *shards) path(id table.ID, format table.Format) string {
	return filepath.Join(s.dir, filepath.FromSlash(table.Of(id).File(s.number, format)))
}

// add puts lines behind those of a table.
func (s *shards) add(id table.ID, lines []byte) error {
	s.pending[id] = append(s.pending[id], lines...)
	s.sizes[id] += int64(len(lines))
	if len(s.pending[id]) < pendingMost {
		return nil
	}
	return s.flush(id)
}

func (s *shards) flush(id table.ID) (err error) {
	if len(s.pending[id]) == 0 {
		return nil
	}
	if s.files[id] == nil {
		path := s.path(id, table.JSONLines)
		if s.files[id], err = os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o644); err != nil {
			return err
		}
		if err := journal.SyncFolder(filepath.Dir(path)); err != nil {
			return err
		}
	}
	_, err = s.files[id].Write(s.pending[id])
	s.pending[id] = s.pending[id][:0]
	return err
}

// sync brings all that was added to the disk.
func (s *shards) sync() error {
	for id := range table.Count {
		if err := s.flush(id); err != nil {
			return err
		}
		if s.files[id] != nil {
			if err := s.files[id].Sync(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *shards) isEmpty() bool { return s.sizes == [table.Count]int64{} }

// next finishes the files and goes on to others. Those of JSON lines that have become Parquet
// are removed by removed, which is to be called once the journal speaks of the next.
func (s *shards) next() (removed func() error, err error) {
	if err := s.sync(); err != nil {
		return nil, err
	}
	var old []string
	for id, t := range table.All() {
		if s.format != table.Parquet || s.sizes[id] == 0 {
			continue
		}
		from, to := s.path(table.ID(id), table.JSONLines), s.path(table.ID(id), table.Parquet)
		lines, err := os.ReadFile(from)
		if err != nil {
			return nil, err
		}
		if err := journal.WriteWhole(to, func(out io.Writer) error { return t.Write(out, table.Parquet, lines) }); err != nil {
			return nil, err
		}
		old = append(old, from)
	}
	if err := s.close(); err != nil {
		return nil, err
	}
	*s = shards{dir: s.dir, format: s.format, number: s.number + 1}
	return func() (err error) {
		for _, path := range old {
			err = errors.Join(err, os.Remove(path))
		}
		return err
	}, nil
}

func (s *shards) close() (err error) {
	for id, file := range s.files {
		if file != nil {
			err = errors.Join(err, file.Close())
			s.files[id] = nil
		}
	}
	return err
}
