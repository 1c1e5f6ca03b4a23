// Package journal keeps what of a run over a corpus is done for sure, so that a run that was
// killed goes on where it was: nothing is lost and nothing is doubled. What was written
// before an entry is on the disk when the entry is; what was written after the last one is
// cut off and written again.
package journal

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"

	"rolecall/corpus/input"
	"rolecall/corpus/table"
	"rolecall/phrase"
)

// Begun is what a run was begun with, and must go on with.
type Begun struct {
	// Version is that of the folder's layout.
	Version int `json:"version"`
	// Program is the version of the program, for whoever wonders later.
	Program string `json:"program"`
	// Catalog and Hash say which catalog claims are checked by.
	Catalog    string `json:"catalog"`
	Hash       string `json:"catalog_hash"`
	HandPicked bool   `json:"hand_picked"`
	// Format is what files are written in.
	Format table.Format `json:"format"`
	// ShardSize is how many documents a file is about.
	ShardSize int `json:"documents_per_file"`
	// Reading are the options that decide what is read of inputs.
	Reading map[string]string `json:"reading"`
}

// Version is the version of the layout that is written.
const Version = 1

// Reading are the options that decide what is read, by their words.
func Reading(o input.Options, everything bool) map[string]string {
	reading := map[string]string{"form": string(o.Form), "everything": fmt.Sprint(everything)}
	for field, column := range o.Columns {
		reading[field] = column
	}
	return reading
}

// Entry is how far a run is.
type Entry struct {
	// Documents have been numbered and are done.
	Documents int `json:"documents"`
	// File is the place of the input that is being read, Within how many documents of it are
	// done, and Chain what they were, as a digest.
	File   int    `json:"file"`
	Within int    `json:"within"`
	Chain  string `json:"chain"`
	// Shard is the number of the files being written, Sizes how long they are.
	Shard int                `json:"shard"`
	Sizes [table.Count]int64 `json:"sizes"`
	table.Counts
}

// String says what came of a run, in a line.
func (e Entry) String() string {
	words := fmt.Sprintf("%s read, %s of them about something in the catalog: %s (%s contradicted), %s.", phrase.Counted(e.Articles, "article", "articles"), phrase.Number(e.Named),
		phrase.Counted(e.Claims, "claim", "claims"), phrase.Number(e.Contradicted), phrase.Counted(e.Quotations, "quotation", "quotations"))
	if e.LeftOut > 0 {
		words += fmt.Sprintf(" Left out: %s.", phrase.Counted(e.LeftOut, "document", "documents"))
	}
	return words
}

// Journal is that of a run's folder.
type Journal struct {
	// Begun is what the run was begun with, Inputs the files to read, in order, and Last how
	// far it is.
	Begun  Begun
	Inputs []input.File
	Last   Entry
	dir    string
	log    *os.File
}

// The files of a journal: what a run was begun with, its inputs, and how far it is.
const (
	BegunFile  = "run.json"
	InputsFile = "inputs.jsonl"
	LogFile    = "journal.jsonl"
)

// OtherRunError says that a folder holds a run that was begun in another way.
type OtherRunError struct{ Dir, What, Was, Is string }

func (e *OtherRunError) Error() string {
	return fmt.Sprintf("%s holds a run with another %s (%s, and now %s): give the one of then, or another folder", e.Dir, e.What, e.Was, e.Is)
}

// DamagedError says that files of a run are not what was written.
type DamagedError struct {
	Dir    string
	Detail error
}

func (e *DamagedError) Error() string {
	return fmt.Sprintf("the run in %s is damaged, files of it were changed or removed: %v: check the archive anew into another folder", e.Dir, e.Detail)
}
func (e *DamagedError) Unwrap() error { return e.Detail }

// ErrNoRun says that a folder holds no run.
var ErrNoRun = errors.New("no run of rolecall corpus check is in it: give the folder that its --out named")

// ErrForeign says that a folder holds something else.
var ErrForeign = errors.New("it holds other files than those of a run: give a new or empty folder")

// Open opens the journal of a folder for going on, or begins one. Inputs that the run does
// not have yet come behind those that it has.
func Open(dir string, begun Begun, inputs []input.File) (*Journal, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	j, err := Read(dir)
	switch {
	case errors.Is(err, ErrNoRun):
		if err := isEmpty(dir); err != nil {
			return nil, err
		}
		j = &Journal{Begun: begun, dir: dir, Last: Entry{Shard: 1}}
		if err := j.begin(); err != nil {
			return nil, err
		}
	case err != nil:
		return nil, err
	default:
		if err := Same(dir, j.Begun, begun); err != nil {
			return nil, err
		}
	}
	if err := j.extend(inputs); err != nil {
		return nil, err
	}
	return j, j.openLog()
}

// Read reads the journal of a folder. The error wraps ErrNoRun where there is none.
func Read(dir string) (*Journal, error) {
	j := &Journal{dir: dir, Last: Entry{Shard: 1}}
	content, err := os.ReadFile(j.path(BegunFile))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: %w", dir, ErrNoRun)
	case err != nil:
		return nil, err
	}
	if j.Begun, err = ReadBegun(dir, content); err != nil {
		return nil, err
	}
	if _, err := eachLine(j.path(InputsFile), func(f input.File) { j.Inputs = append(j.Inputs, f) }); err != nil {
		return nil, err
	}
	_, err = eachLine(j.path(LogFile), func(e Entry) { j.Last = e })
	return j, err
}

// ReadBegun reads what a folder's run was begun with from the content of its BegunFile.
func ReadBegun(dir string, content []byte) (b Begun, err error) {
	if err := json.Unmarshal(content, &b); err != nil {
		return b, &DamagedError{dir, fmt.Errorf("%s: %w", BegunFile, err)}
	}
	if b.Version != Version {
		return b, fmt.Errorf("%s was written by another version of rolecall (layout %d, this one knows %d): use that, or begin in another folder", dir, b.Version, Version)
	}
	return b, nil
}

// File is the content of a BegunFile.
func (b Begun) File() ([]byte, error) {
	content, err := json.MarshalIndent(b, "", "  ")
	return append(content, '\n'), err
}

// Lines writes inputs as an InputsFile has them, and entries as a LogFile.
func Lines[T input.File | Entry](all []T) ([]byte, error) {
	var lines bytes.Buffer
	encoder := json.NewEncoder(&lines)
	for _, one := range all {
		if err := encoder.Encode(one); err != nil {
			return nil, err
		}
	}
	return lines.Bytes(), nil
}

func (j *Journal) path(name string) string { return filepath.Join(j.dir, name) }

// lockFile is not the journal's, but there before it.
const lockFile = "lock"

// LockPath is the file that keeps two runs out of one folder.
func LockPath(dir string) string { return filepath.Join(dir, lockFile) }

func isEmpty(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if name := e.Name(); name != lockFile && name != BegunFile+half && name != Fetched {
			return fmt.Errorf("%s: %w", dir, ErrForeign)
		}
	}
	return nil
}

// Fetched is the folder within a run's in which pages lie that were fetched for it.
const Fetched = "fetched"

// half is the ending of a file that is not whole yet.
const half = ".half"

func (j *Journal) begin() error {
	content, err := j.Begun.File()
	if err != nil {
		return err
	}
	return WriteWhole(j.path(BegunFile), func(to io.Writer) error {
		_, err := to.Write(content)
		return err
	})
}

// Same compares what the run of a folder was begun with and what it is to go on with, but for
// the version of the program. The error is an OtherRunError.
func Same(dir string, was, now Begun) error {
	for _, c := range []struct{ what, was, is string }{
		{"catalog", was.Catalog + " " + short(was.Hash), now.Catalog + " " + short(now.Hash)},
		{"format", string(was.Format), string(now.Format)},
		{"number of documents a file", fmt.Sprint(was.ShardSize), fmt.Sprint(now.ShardSize)},
	} {
		if c.was != c.is {
			return &OtherRunError{dir, c.what, c.was, c.is}
		}
	}
	if !reflect.DeepEqual(was.Reading, now.Reading) {
		return &OtherRunError{dir, "way to read the inputs", fmt.Sprint(was.Reading), fmt.Sprint(now.Reading)}
	}
	return nil
}

func short(hash string) string { return hash[:min(12, len(hash))] }

// extend adds inputs that are new.
func (j *Journal) extend(inputs []input.File) error {
	known := make(map[string]bool)
	for _, f := range j.Inputs {
		known[f.Path] = true
	}
	var more []input.File
	for _, f := range inputs {
		if !known[f.Path] {
			known[f.Path] = true
			more = append(more, f)
		}
	}
	j.Inputs = append(j.Inputs, more...)
	lines, err := Lines(more)
	if err != nil {
		return err
	}
	whole, err := wholeLines(j.path(InputsFile))
	if err != nil || len(more) == 0 {
		return err
	}
	return appendTo(j.path(InputsFile), whole, lines)
}

func (j *Journal) openLog() error {
	whole, err := wholeLines(j.path(LogFile))
	if err != nil {
		return err
	}
	if j.log, err = os.OpenFile(j.path(LogFile), os.O_CREATE|os.O_RDWR, 0o644); err != nil {
		return err
	}
	if err := j.log.Truncate(whole); err != nil {
		return err
	}
	_, err = j.log.Seek(whole, io.SeekStart)
	return err
}

// Write notes how far the run is, for sure once it returns. All that was written before must
// be on the disk.
func (j *Journal) Write(e Entry) error {
	line, err := json.Marshal(e)
	if err != nil {
		return err
	}
	if _, err := j.log.Write(append(line, '\n')); err != nil {
		return err
	}
	if err := j.log.Sync(); err != nil {
		return err
	}
	j.Last = e
	return nil
}

// Close closes the journal.
func (j *Journal) Close() error {
	if j.log == nil {
		return nil
	}
	return j.log.Close()
}

// eachLine reads a file of one object a line; a last line without its end is half written and
// left alone. A file that is not there has no lines. It is how long the whole lines are.
func eachLine[T any](path string, do func(T)) (whole int64, err error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	defer file.Close()
	lines := bufio.NewReader(file)
	for {
		line, err := lines.ReadBytes('\n')
		if err == io.EOF {
			return whole, nil
		}
		if err != nil {
			return whole, err
		}
		var one T
		if err := json.Unmarshal(line, &one); err != nil {
			return whole, &DamagedError{filepath.Dir(path), fmt.Errorf("%s at byte %d: %w", filepath.Base(path), whole, err)}
		}
		do(one)
		whole += int64(len(line))
	}
}

func wholeLines(path string) (int64, error) { return eachLine(path, func(json.RawMessage) {}) }

// appendTo puts bytes behind the first so many of a file.
func appendTo(path string, whole int64, more []byte) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := file.Truncate(whole); err != nil {
		return err
	}
	if _, err := file.WriteAt(more, whole); err != nil {
		return err
	}
	return file.Sync()
}

// WriteWhole writes a file under another name first, so that it is there whole or not at all.
func WriteWhole(path string, write func(io.Writer) error) error {
	file, err := os.Create(path + half)
	if err != nil {
		return err
	}
	err = write(file)
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		os.Remove(path + half)
		return err
	}
	if err := os.Rename(path+half, path); err != nil {
		return err
	}
	return SyncFolder(filepath.Dir(path))
}

// SyncFolder makes sure that the names of a folder's files are on the disk.
func SyncFolder(dir string) error {
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer folder.Close()
	return folder.Sync()
}
