package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/cespare/xxhash/v2"

	"rolecall/corpus/beam/store"
	"rolecall/corpus/table"
)

// mark says that the files of a shard are written, and of which documents. It is written after
// them, so that a run that is given again need not read them again; and holds what else comes of
// them, the texts that copies are found by.
type mark struct {
	Shard  Shard
	Counts table.Counts
	// Files are the digests of the shard's files, by their names within the folder.
	Files map[string]string
	Texts []Text
}

// Marks is the folder of marks, which goes when the run is at its end; dealtFile says in it how
// many documents there are.
const (
	Marks     = "done"
	dealtFile = Marks + "/dealt.json"
)

func markFile(number int) string { return fmt.Sprintf(Marks+"/%05d.json", number) }

// digest is that of a file's content.
func digest(content []byte) string {
	return fmt.Sprintf("%d:%016x", len(content), xxhash.Sum64(content))
}

// note writes the mark of a shard.
func (t tables) note(ctx context.Context, m mark) error {
	content, err := json.Marshal(m)
	if err != nil {
		return err
	}
	return store.Write(ctx, store.Join(t.Out, markFile(m.Shard.Number)), content)
}

// noted is the mark of a shard, if there is one of the same documents, and its files are whole. No
// other file of its number stays.
func (t tables) noted(ctx context.Context, s Shard) (m mark, is bool, err error) {
	content, held, err := store.Read(ctx, store.Join(t.Out, markFile(s.Number)))
	if err != nil || !held || json.Unmarshal(content, &m) != nil || !s.equals(m.Shard) {
		return mark{}, false, err
	}
	for _, of := range table.All() {
		name := of.File(s.Number, t.Format)
		want, is := m.Files[name]
		if !is {
			if err := t.removeFile(ctx, of, s.Number); err != nil {
				return mark{}, false, err
			}
			continue
		}
		content, held, err := store.Read(ctx, store.Join(t.Out, name))
		if err != nil || !held || digest(content) != want {
			return mark{}, false, err
		}
	}
	return m, true, nil
}

// removeFile removes a file of a table, if it is there.
func (t tables) removeFile(ctx context.Context, of table.Table, number int) error {
	return store.Remove(ctx, store.Join(t.Out, of.Name), path.Base(of.File(number, t.Format)))
}

// removeAfter removes what an earlier run has written that had more shards than so many, and which
// articles it has found to be copies: an archive may have changed since it failed.
func (t tables) removeAfter(ctx context.Context, shards int) error {
	if err := store.Remove(ctx, store.Join(t.Out, table.Copies.Name), "*"); err != nil {
		return err
	}
	folders := []string{Marks}
	for _, one := range table.All() {
		folders = append(folders, one.Name)
	}
	for _, folder := range folders {
		paths, err := store.List(ctx, store.Join(t.Out, folder), "[0-9]*")
		if err != nil {
			return err
		}
		for _, at := range paths {
			name := path.Base(filepath.ToSlash(at))
			digits, _, _ := strings.Cut(name, ".")
			if number, err := strconv.Atoi(digits); err == nil && number > shards {
				if err := store.Remove(ctx, store.Join(t.Out, folder), name); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// equals reports whether a shard is of the same documents.
func (s Shard) equals(other Shard) bool {
	a, fault := json.Marshal(s)
	b, err := json.Marshal(other)
	return fault == nil && err == nil && bytes.Equal(a, b)
}

// Far is how far a run is: how many documents there are, 0 as long as they are being counted, and of
// about how many the files are written.
type Far struct{ Documents, Done int }

// Far looks into the folder, which all workers write to.
func (j Job) Far(ctx context.Context) (f Far, err error) {
	content, held, err := j.read(ctx, dealtFile)
	if err != nil || !held {
		return f, err
	}
	if err := json.NewDecoder(bytes.NewReader(content)).Decode(&f.Documents); err != nil && !errors.Is(err, io.EOF) {
		return f, err
	}
	marks, err := store.List(ctx, store.Join(j.Out, Marks), "[0-9]*.json")
	f.Done = min(len(marks)*j.Begun.ShardSize, f.Documents)
	return f, err
}

// Here is what this process has read.
var Here Counter

// Counter counts documents while they are read.
type Counter struct{ read atomic.Int64 }

// Read is how many were read.
func (c *Counter) Read() int { return int(c.read.Load()) }
