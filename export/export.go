// Package export writes a catalog, or a population of it, into a folder of files that
// other programs open: the documented views (catalog.Views) as Parquet, CSV or JSON lines,
// with what each file and column means beside them, once for people (README.md), once as a
// Frictionless data package and once as a Croissant description.
//
// An export leaves the machine it is made on, and a catalog holds rows that may not. So
// the licence of each source decides: rows that may not be passed on are left out and
// counted, unless the export is said to stay.
package export

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"rolecall"
	"rolecall/catalog"
	"rolecall/phrase"
	"rolecall/population"
)

// Form is a form of file.
type Form struct {
	// Word is what the command takes, Name what people call it.
	Word, Name string
	// Ending is that of its files, Kind the media type, CroissantKind the one that readers
	// of Croissant know it by.
	Ending, Kind, CroissantKind string
	// IsText says that it is text.
	IsText bool
	file   catalog.FileForm
}

// Forms are all forms, the one for data frames first.
func Forms() []Form {
	return []Form{
		{Word: "parquet", Name: "Parquet", Ending: ".parquet", Kind: "application/vnd.apache.parquet", CroissantKind: "application/x-parquet",
			file: catalog.FileForm{Options: "FORMAT parquet, COMPRESSION zstd"}},
		{Word: "csv", Name: "CSV", Ending: ".csv", Kind: "text/csv", CroissantKind: "text/csv", IsText: true,
			file: catalog.FileForm{Options: "FORMAT csv, HEADER", ListsAsText: true}},
		{Word: "jsonl", Name: "JSON lines", Ending: ".jsonl", Kind: "application/jsonl", CroissantKind: "application/jsonlines", IsText: true,
			file: catalog.FileForm{Options: "FORMAT json"}},
	}
}

// ParseForm reads a form by its word; the error lists the words there are.
func ParseForm(word string) (Form, error) {
	for _, f := range Forms() {
		if f.Word == word {
			return f, nil
		}
	}
	return Form{}, fmt.Errorf("%q is not a form of file: choose %s", word, phrase.Or(phrase.Each(Forms(), func(f Form) string { return f.Word })))
}

// Order is what to export.
type Order struct {
	Population population.Population
	Form       Form
	// PrivateUse says that the export stays with whoever makes it, so that nothing need be
	// held back.
	PrivateUse bool
	// Program is the version of the program.
	Program string
}

// Export is what was written.
type Export struct {
	Order
	Folder  string
	Catalog catalog.Info
	// Words is the population in words; empty of the whole catalog.
	Words string
	Files []File
	// HeldBack are the sources whose rows are left out; of a private export, those that
	// would be.
	HeldBack []rolecall.Source

	titlesKept, peopleKept bool
}

// File is a file of an export.
type File struct {
	catalog.View
	Name string
	// Rows is how many it has, LeftOut how many were held back.
	Rows, LeftOut int64
	Bytes         int64
	// Hash is the SHA-256 digest in hexadecimal.
	Hash string
}

// LeftOut is how many rows were held back.
func (e Export) LeftOut() (rows int64) {
	for _, f := range e.Files {
		rows += f.LeftOut
	}
	return rows
}

// ThereError says that something is where an export was to be written.
type ThereError struct{ Path string }

func (e *ThereError) Error() string {
	return fmt.Sprintf("%s is there already, and an export overwrites nothing: name a folder that is not there yet, or remove it", e.Path)
}

// Write writes an export into a folder, all or nothing: it is written beside it under
// another name and renamed when it is whole. The error is a *ThereError if the folder is
// there, or one of catalog.Export.
func Write(ctx context.Context, c *catalog.Catalog, folder string, order Order) (e Export, err error) {
	folder = filepath.Clean(folder)
	if err := checkFree(folder); err != nil {
		return e, err
	}
	part, err := os.MkdirTemp(filepath.Dir(folder), "."+filepath.Base(folder)+".*.part")
	if err != nil {
		return e, fmt.Errorf("make the folder of the export: %w", err)
	}
	defer os.RemoveAll(part)
	e = Export{Order: order, Folder: folder, Catalog: c.Info(), HeldBack: HeldBack(c.Info().Sources)}
	if asked := (catalog.Exporting{Population: order.Population}); !asked.IsWhole() {
		e.Words = catalog.WordsCounted(order.Population)
	}
	if err := e.write(ctx, c, part); err != nil {
		return e, err
	}
	if err := checkFree(folder); err != nil {
		return e, err
	}
	return e, errors.Join(os.Chmod(part, 0o755), os.Rename(part, folder))
}

func checkFree(folder string) error {
	switch _, err := os.Lstat(folder); {
	case err == nil:
		return &ThereError{folder}
	case !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("look for the folder of the export: %w", err)
	}
	return nil
}

// write writes the files, and then what they are.
func (e *Export) write(ctx context.Context, c *catalog.Catalog, part string) error {
	asked := catalog.Exporting{Population: e.Population}
	if !e.PrivateUse {
		asked.HeldBack = phrase.Each(e.HeldBack, func(s rolecall.Source) string { return s.ID })
	}
	err := c.Export(ctx, asked, func(views catalog.Exported) error {
		e.titlesKept, e.peopleKept = views.TitlesKept, views.PeopleKept
		for _, v := range catalog.Views() {
			file, err := e.writeFile(ctx, views, v, part)
			if err != nil {
				return err
			}
			e.Files = append(e.Files, file)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for name, text := range map[string]func() ([]byte, error){"README.md": e.readme, "datapackage.json": e.dataPackage, "croissant.json": e.croissant} {
		written, err := text()
		if err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
		if err := os.WriteFile(filepath.Join(part, name), written, 0o644); err != nil {
			return fmt.Errorf("write the export: %w", err)
		}
	}
	return nil
}

func (e *Export) writeFile(ctx context.Context, views catalog.Exported, v catalog.View, part string) (f File, err error) {
	f = File{View: v, Name: v.Name + e.Form.Ending}
	path := filepath.Join(part, f.Name)
	if f.Rows, f.LeftOut, err = views.Write(ctx, v, path, e.Form.file); err != nil {
		return f, err
	}
	file, err := os.Open(path)
	if err != nil {
		return f, fmt.Errorf("digest the export: %w", err)
	}
	defer file.Close()
	digest := sha256.New()
	if f.Bytes, err = io.Copy(digest, file); err != nil {
		return f, fmt.Errorf("digest the export: %w", err)
	}
	f.Hash = hex.EncodeToString(digest.Sum(nil))
	return f, nil
}
