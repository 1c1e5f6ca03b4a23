// Package starter is the small catalog that comes with the program: seasons and
// films picked by hand, every row with the page it was read on.
//
// It lets the first command on a fresh machine give a real answer, and it is the
// fixture that the rest of the project is tested on. The facts are CSV files in
// facts/, for people to read and correct; facts/README.md says how. Being
// hand-picked, the starter can say who made a season, never how rare that is.
package starter

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"

	"rolecall"
	"rolecall/source"
)

//go:embed facts/citations.csv facts/credits.csv facts/people.csv facts/sources.csv facts/statements.csv facts/titles.csv
var embedded embed.FS

// SourceID is the word by which rows refer to the starter as a source.
const SourceID = "starter"

// Name is what the catalog of the starter's facts is called.
const Name = "starter"

// files are the embedded facts.
func files() fs.FS {
	sub, err := fs.Sub(embedded, "facts")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return sub
}

// Fingerprint is the SHA-256 of the embedded facts, in hexadecimal: a catalog
// built from others has another.
func Fingerprint() string {
	h := sha256.New()
	for _, name := range fileNames {
		text, err := fs.ReadFile(files(), name)
		if err != nil {
			panic(err) // embedded above
		}
		h.Write([]byte(name + "\n"))
		h.Write(text)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Fill hands the embedded facts to a sink.
func Fill(_ context.Context, sink source.Sink) error {
	facts, err := Read(files())
	if err != nil {
		return err
	}
	return facts.fill(sink)
}

func (f *Facts) fill(sink source.Sink) error {
	for _, s := range f.Sources {
		if s.Checksum == "" { // many pages: what was taken from them is in the facts
			s.Checksum = "sha256:" + Fingerprint()
		}
		if err := sink.AddSource(s); err != nil {
			return err
		}
	}
	return errFirst(
		each(f.Pages, sink.AddPage), each(f.Titles, sink.AddTitle), each(f.People, sink.AddPerson),
		each(f.Credits, sink.AddCredit), each(f.Statements, sink.AddStatement))
}

// each hands over one kind of fact, up to the first error.
func each[T any](facts []T, add func(T) error) func() error {
	return func() error {
		for _, fact := range facts {
			if err := add(fact); err != nil {
				return err
			}
		}
		return nil
	}
}

func errFirst(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// Facts is what the files hold, checked.
type Facts struct {
	Sources    []rolecall.Source
	Pages      []rolecall.Page
	Titles     []rolecall.Title
	People     []rolecall.Person
	Credits    []rolecall.Credit
	Statements []rolecall.Statement
}
