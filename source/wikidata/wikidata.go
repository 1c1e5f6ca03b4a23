// Package wikidata reads Wikidata into a source.Sink: what persons and titles of
// IMDb are called there (P345), what it states of a person's gender (P21), and
// who directed, wrote, created or produced a title.
//
// Wikidata comes as a dump of more than a hundred million items or as the result
// of a query; both are read once, from front to back. What refers to something
// further on (the director of a film to the director's own item) is kept as
// pairs of numbers, a few bytes each, and put together at the end.
package wikidata

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"os"
	"time"

	"rolecall"
	"rolecall/source"
)

// SourceID is the word by which rows refer to Wikidata as a source.
const SourceID = "wikidata"

// Reader reads files of Wikidata: the truthy dump as N-Triples, the JSON dump,
// and results of Query as tab-separated values or SPARQL-JSON, each plain or
// packed with gzip or bzip2. What a file is, its content tells.
type Reader struct {
	// Paths are the files. They count as one: what one refers to may stand in
	// another.
	Paths []string
	// Holds, if set, tells whether a title (tt…) or person (nm…) is held. Credits
	// and details are handed over only where all they are about is; a catalog
	// refuses credits on titles it does not hold.
	Holds func(id string) bool
}

var _ source.Reader = (*Reader)(nil)

// New is a reader of the files at the paths.
func New(paths []string) *Reader { return &Reader{Paths: paths} }

// Read hands over identifiers, statements, credits, networks and countries. It notes in the report the genders that
// Rolecall has no word for, people credited that have no IMDb identifier, and
// networks and countries without an English name.
func (r *Reader) Read(ctx context.Context, sink source.Sink, report *source.Report) error {
	if len(r.Paths) == 0 {
		return errors.New("no file of Wikidata is named: name a dump or a result of the query in docs/import-wikidata.md")
	}
	g := newGatherer(report, r.Holds)
	sum := sha256.New()
	var newest time.Time
	for _, path := range r.Paths {
		written, err := g.readFile(ctx, path, sum)
		if err != nil {
			return err
		}
		if written.After(newest) {
			newest = written
		}
	}
	if len(g.people)+len(g.titles) == 0 {
		return fmt.Errorf("%s: no IMDb identifier (P345) in it: give a whole dump of Wikidata or a result of the query in docs/import-wikidata.md", r.Paths[0])
	}
	if err := sink.AddSource(origin(newest, sum)); err != nil {
		return err
	}
	return g.handOver(ctx, sink)
}

// origin is Wikidata as a source. The day it was retrieved is taken to be that
// on which the newest file was written, as neither dumps nor results say it.
func origin(written time.Time, sum hash.Hash) rolecall.Source {
	return rolecall.Source{
		ID: SourceID, Name: "Wikidata", Licence: "CC0 1.0", Address: "https://www.wikidata.org/",
		Retrieved: written.UTC().Format(time.DateOnly), Checksum: "sha256:" + hex.EncodeToString(sum.Sum(nil)),
	}
}

// readFile gathers what one file says, and tells when the file was written.
func (g *gatherer) readFile(ctx context.Context, path string, sum hash.Hash) (written time.Time, err error) {
	if _, err := source.Stat(path); err != nil {
		return written, fmt.Errorf("open a file of Wikidata: %w", err)
	}
	file, err := os.Open(path)
	if err != nil {
		return written, fmt.Errorf("open a file of Wikidata: %w", err)
	}
	defer file.Close()
	status, err := file.Stat()
	if err != nil {
		return written, fmt.Errorf("open a file of Wikidata: %w", err)
	}
	return status.ModTime(), g.read(ctx, path, &tallied{file, g.report, sum})
}
