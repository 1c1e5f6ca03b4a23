// Package input finds what a corpus lies in and reads it document by document: folders,
// patterns, JSON lines, CSV, WARC and WET, single articles, standard input, each packed or
// not. A document that cannot be read is one with a fault; those after it are read.
package input

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"rolecall/corpus/document"
	"rolecall/press/article"
)

// Options say how inputs are read.
type Options struct {
	// Form is the form of all files; empty to tell by each name.
	Form Form
	// Columns say which column or member of a record is which field.
	Columns document.Columns
	// Open opens a file; nil for those of this machine. Its error says what is the matter
	// without the path.
	Open func(path string) (io.ReadCloser, error)
	// Stdin is what "-" stands for.
	Stdin io.Reader
	// Without is a folder in which nothing is read: that of the answers.
	Without string
	// Read is told of the bytes read of files, packed as they are, if not nil.
	Read func(n int)
}

// File is one file of a corpus.
type File struct {
	// Path is "-" for standard input.
	Path string `json:"path"`
	// Below is the folder among the inputs in which it was found; empty where it was named.
	Below string `json:"below,omitempty"`
	// Bytes is its size, packed as it is; 0 of standard input.
	Bytes int64 `json:"bytes,omitempty"`
}

// Stdin is the path that stands for standard input.
const Stdin = "-"

// MissingError says that an input is not there.
type MissingError struct{ Input string }

func (e *MissingError) Error() string {
	return fmt.Sprintf("%s: there is no such file or folder, and no file that fits it as a pattern", e.Input)
}

// Find is all files of the inputs: a folder's in the order of their paths, a pattern's too
// ("archive/**/*.jsonl.gz"), the inputs in their order, each file once.
func Find(inputs []string, o Options) (all []File, err error) {
	seen := make(map[string]bool)
	for _, in := range inputs {
		found, err := find(in, o)
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			if at := filepath.Clean(f.Path); !seen[at] {
				seen[at] = true
				all = append(all, f)
			}
		}
	}
	return all, nil
}

func find(in string, o Options) ([]File, error) {
	if in == Stdin {
		return []File{{Path: Stdin}}, nil
	}
	if info, err := os.Stat(in); err == nil {
		return findAt(in, info, o)
	}
	paths, err := doublestar.FilepathGlob(in)
	if err != nil {
		return nil, fmt.Errorf("%s is no pattern of files: %w", in, err)
	}
	if len(paths) == 0 {
		return nil, &MissingError{in}
	}
	slices.Sort(paths)
	var all []File
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		found, err := findAt(path, info, o)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

func findAt(path string, info fs.FileInfo, o Options) (all []File, err error) {
	if !info.IsDir() {
		return []File{{Path: path, Bytes: sizeOf(info)}}, nil
	}
	without, err := filepath.Abs(o.Without)
	if err != nil {
		return nil, err
	}
	err = filepath.WalkDir(path, func(at string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if whole, err := filepath.Abs(at); err == nil && o.Without != "" && whole == without {
			return fs.SkipDir
		}
		hidden := strings.HasPrefix(entry.Name(), ".") && at != path
		switch {
		case entry.IsDir() && hidden:
			return fs.SkipDir
		case entry.IsDir() || hidden:
			return nil
		}
		info, err := os.Stat(at) // through a link
		if err != nil || info.IsDir() {
			return nil
		}
		all = append(all, File{Path: at, Below: path, Bytes: sizeOf(info)})
		return nil
	})
	return all, err
}

// sizeOf is the size of a file; what is none, as a pipe, has none.
func sizeOf(info fs.FileInfo) int64 {
	if !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}

// Take is given a document, and returns false if no more is wanted.
type Take func(document.Document) bool

// Read gives the documents of the file one by one, without their numbers. What is the matter
// with the file, or with one document, is a document with a fault.
func (f File) Read(o Options, take Take) {
	r := reading{file: f, options: o, take: take}
	if err := r.read(); err != nil {
		r.fault("", err)
	}
}

// reading is a file being read.
type reading struct {
	file    File
	options Options
	take    Take
	// enough says that no more is wanted.
	enough bool
}

func (r *reading) give(d document.Document) bool {
	d.Source = r.file.Path
	if d.Outlet == "" {
		d.Outlet = host(d.Address)
	}
	r.enough = r.enough || !r.take(d)
	return !r.enough
}

func (r *reading) fault(place string, err error) bool {
	return r.give(document.Document{Place: place, Fault: err})
}

func (r *reading) read() error {
	stream, err := r.open()
	if err != nil {
		return err
	}
	defer stream.Close()
	switch form := r.formOf(stream); form {
	case Lines:
		return r.lines(stream)
	case Table:
		return r.table(stream)
	case WARC:
		return r.records(stream)
	case Article:
		return r.article(stream)
	default:
		return fmt.Errorf("%w: %s", ErrForm, describe(r.file.Path))
	}
}

// article is a file that is one article.
func (r *reading) article(stream io.Reader) error {
	content, err := io.ReadAll(io.LimitReader(stream, article.MaxBytes+1))
	if err != nil {
		return damaged(err)
	}
	if len(content) > article.MaxBytes {
		return article.ErrTooLong
	}
	r.give(document.Document{Content: content, Fields: document.Fields{Outlet: r.file.folder()}})
	return nil
}

// folder is the first folder below that in which the file was found: archives have one for
// each outlet.
func (f File) folder() string {
	if f.Below == "" {
		return ""
	}
	within, err := filepath.Rel(f.Below, f.Path)
	if err != nil {
		return ""
	}
	first, _, deeper := strings.Cut(filepath.ToSlash(within), "/")
	if !deeper {
		return ""
	}
	return first
}
