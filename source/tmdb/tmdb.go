// Package tmdb reads credits in the shape in which The Movie Database's API gives
// them: what a user has fetched with a key of their own, or one of the tables
// that circulate with the API's answers in their cells.
//
// The shapes are told apart by their fields, as files of such answers bear no
// label: a film has a title, a series a name, a season a number and episodes. An
// answer with credits alone belongs to a film or series whose details were read
// before. One answer is in memory at a time; of each title and person no more is
// kept than tells whether they were handed over.
package tmdb

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"rolecall"
	"rolecall/source"
)

// SourceID is the word by which rows refer to TMDB as a source.
const SourceID = "tmdb"

// Licence is how TMDB's terms are named with the catalog. They ask for the second
// sentence wherever the data is shown.
const Licence = "TMDB terms of use: non-commercial, with attribution. This product uses the TMDB API but is not endorsed or certified by TMDB."

// Address is where the facts come from.
const Address = "https://www.themoviedb.org"

// Reader reads files of TMDB's answers.
type Reader struct{ paths []string }

var _ source.Reader = (*Reader)(nil)

// New is a reader of files that end in .json, .jsonl or .csv, each also with .gz.
// They may refer to each other and are read in the order given.
func New(paths ...string) *Reader { return &Reader{paths} }

// Read hands over titles, people, credits and statements. Answers that cannot be
// understood are bad lines in the report; jobs without a role, genders and dates
// of an unknown form, and titles marked as adult are counted as unmapped. A file
// that is damaged is an error, and so is nothing of TMDB's at all.
func (r *Reader) Read(ctx context.Context, sink source.Sink, report *source.Report) error {
	l := newLoader(sink, report)
	origin := rolecall.Source{ID: SourceID, Name: "The Movie Database (TMDB)", Licence: Licence, Address: Address}
	var digests []string
	for _, path := range r.paths {
		f, err := open(ctx, path, report)
		if err != nil {
			return err
		}
		err = l.readFile(ctx, f)
		f.file.Close() // opened for reading: nothing can be lost
		if err != nil {
			return err
		}
		digests = append(digests, hex.EncodeToString(f.hash.Sum(nil)))
		origin.Retrieved = max(origin.Retrieved, f.modified.Format(time.DateOnly))
	}
	if l.titled == 0 {
		return l.nothing(r.paths)
	}
	origin.Checksum = checksum(digests)
	if err := sink.AddSource(origin); err != nil {
		return err
	}
	return l.addUntitled()
}

// checksum is the digest of one file, or a digest of those of several.
func checksum(digests []string) string {
	if len(digests) == 1 {
		return "sha256:" + digests[0]
	}
	sum := sha256.Sum256([]byte(strings.Join(digests, "\n")))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// readFile reads every answer in a file.
func (l *loader) readFile(ctx context.Context, f *input) error {
	l.file = filepath.Base(f.path)
	err := f.each(f, l.report, func(line int, text []byte) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return l.readAnswer(line, text)
	})
	if err != nil {
		return err
	}
	return f.drain()
}

// nothing says why files may have given nothing.
func (l *loader) nothing(paths []string) error {
	if faults, n := l.report.BadLines(); n > 0 {
		return fmt.Errorf("no film, series or season was found in %s; the first of %d faults: %w", strings.Join(paths, ", "), n, faults[0])
	}
	for _, w := range l.report.UnmappedWords() {
		if w.What == notATitle {
			return fmt.Errorf("no film, series or season was found in %s: %d of its answers are left aside, as this is %s: give the details of films and series", strings.Join(paths, ", "), w.Times, w.Word)
		}
	}
	return fmt.Errorf("no film, series or season was found in %s: give files of TMDB's answers", strings.Join(paths, ", "))
}
