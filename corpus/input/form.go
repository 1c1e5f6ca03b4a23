package input

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// Form is what a file consists of.
type Form string

// The forms.
const (
	// Lines is JSON lines: one object a line.
	Lines Form = "jsonl"
	// Table is CSV, with any of the usual delimiters, its columns named in the first row.
	Table Form = "csv"
	// WARC is an archive of the web, or the texts taken out of one (WET).
	WARC Form = "warc"
	// Article is one article: HTML, Markdown or plain text.
	Article Form = "text"
)

// Forms are all forms.
func Forms() []Form { return []Form{Lines, Table, WARC, Article} }

// ErrForm says that a file is of no form that is read.
var ErrForm = errors.New("a file of a form that is not read")

// endings say the form of a file by its name, the ending of a packed one taken off.
var endings = map[string]Form{
	".jsonl": Lines, ".ndjson": Lines, ".json": Lines, ".csv": Table, ".tsv": Table, ".warc": WARC, ".wet": WARC,
	".txt": Article, ".text": Article, ".md": Article, ".markdown": Article, ".html": Article, ".htm": Article, ".xhtml": Article,
}

// packings are the endings of packed files. What they are is told by their first bytes.
var packings = []string{".gz", ".zst"}

// formOf is the form of the file: as it is said, or by its name, or by its first bytes where
// the name says nothing and somebody named the file; empty for none.
func (r *reading) formOf(s *stream) Form {
	if r.options.Form != "" {
		return r.options.Form
	}
	if form, known := endings[ending(r.file.Path)]; known {
		return form
	}
	if r.file.Below != "" {
		return ""
	}
	start, _ := s.Peek(512)
	switch start = bytes.TrimLeft(start, " \t\r\n\ufeff"); {
	case bytes.HasPrefix(start, []byte("WARC/")):
		return WARC
	case bytes.HasPrefix(start, []byte("{")):
		return Lines
	}
	return Article
}

// ending is the ending of a name in small letters, without those of packings.
func ending(path string) string {
	name := strings.ToLower(path)
	if last := filepath.Ext(name); slices.Contains(packings, last) {
		name = strings.TrimSuffix(name, last)
	}
	return filepath.Ext(name)
}

// describe says what a file of no known form may be.
func describe(path string) string {
	if e := ending(path); e != "" {
		return fmt.Sprintf("its name ends in %s; name it by itself, or give --form", e)
	}
	return "its name has no ending; name it by itself, or give --form"
}
