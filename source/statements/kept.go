package statements

import (
	"cmp"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"rolecall"
	"rolecall/source"
)

// Kept is the path of the table that its owner keeps, and that every import reads.
type Kept string

// Row is a statement of a table, with its page if it cites one.
type Row struct {
	rolecall.Statement
	Page rolecall.Page
}

// key is what a row is about: a later one of the same takes its place.
func (r Row) key() [3]string {
	return [3]string{r.PersonID, r.Precedence.String(), r.Page.Address}
}

// Rows are the statements kept, by person; none where there is no table yet.
func (k Kept) Rows(ctx context.Context) ([]Row, error) {
	if _, err := os.Stat(string(k)); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return rowsOf(ctx, string(k))
}

// Add takes in what a table states. A statement about the same person of the same page, or
// the same word of one's own, takes the place of that before it. Nothing is changed where
// the table has a row that makes no sense.
func (k Kept) Add(ctx context.Context, from string) (added, replaced int, err error) {
	further, err := rowsOf(ctx, from)
	if err != nil {
		return 0, 0, err
	}
	kept, err := k.Rows(ctx)
	if err != nil {
		return 0, 0, err
	}
	at := make(map[[3]string]int)
	for i, row := range kept {
		at[row.key()] = i
	}
	for _, row := range further {
		i, is := at[row.key()]
		switch {
		case !is:
			at[row.key()] = len(kept)
			kept = append(kept, row)
			added++
		case kept[i].Gender != row.Gender || kept[i].Wording != row.Wording:
			kept[i] = row
			replaced++
		}
	}
	return added, replaced, k.write(kept)
}

// Forget leaves out what is kept about a person, and says how many statements those were.
func (k Kept) Forget(ctx context.Context, personID string) (int, error) {
	kept, err := k.Rows(ctx)
	if err != nil {
		return 0, err
	}
	before := len(kept)
	kept = slices.DeleteFunc(kept, func(r Row) bool { return r.PersonID == personID })
	if len(kept) == before {
		return 0, nil
	}
	return before - len(kept), k.write(kept)
}

// write puts a table in the place of the one before, whole or not at all. One without a row
// is removed.
func (k Kept) write(rows []Row) (err error) {
	if len(rows) == 0 {
		if err := os.Remove(string(k)); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	slices.SortFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(a.PersonID, b.PersonID), cmp.Compare(a.Precedence, b.Precedence), cmp.Compare(a.Page.Address, b.Page.Address))
	})
	if err := os.MkdirAll(filepath.Dir(string(k)), 0o700); err != nil {
		return fmt.Errorf("keep the statements: %w", err)
	}
	// What people said of themselves may be in it: it is for its owner alone.
	file, err := os.CreateTemp(filepath.Dir(string(k)), ".statements-*.csv")
	if err != nil {
		return fmt.Errorf("keep the statements: %w", err)
	}
	defer os.Remove(file.Name())
	w := csv.NewWriter(file)
	w.Write(columns)
	for _, r := range rows {
		w.Write([]string{r.PersonID, string(r.Gender), r.Wording, r.Page.Address, r.Page.Publisher, r.Precedence.String(), r.Page.Retrieved})
	}
	w.Flush()
	if err := errors.Join(w.Error(), file.Sync(), file.Close()); err != nil {
		return fmt.Errorf("keep the statements: %w", err)
	}
	return os.Rename(file.Name(), string(k))
}

// rowsOf are the statements of a table. The error is its first row that makes no sense.
func rowsOf(ctx context.Context, path string) ([]Row, error) {
	all := &gathered{pages: make(map[string]rolecall.Page)}
	err := New(path).Read(ctx, all, &source.Report{})
	if bad, is := errors.AsType[*source.LineError](err); is {
		return nil, bad // of which none is passed over
	}
	if err != nil {
		return nil, err
	}
	for i, row := range all.rows {
		all.rows[i].Page = all.pages[row.Citation]
	}
	return all.rows, nil
}

// gathered is a Sink that keeps what a table states.
type gathered struct {
	source.Sink
	rows  []Row
	pages map[string]rolecall.Page
}

func (g *gathered) AddSource(rolecall.Source) error { return nil }

func (g *gathered) AddPage(p rolecall.Page) error {
	g.pages[p.Key] = p
	return nil
}

func (g *gathered) AddStatement(s rolecall.Statement) error {
	g.rows = append(g.rows, Row{Statement: s})
	return nil
}

// dayOf reads the day on which a page was read; else it is that of the file.
func dayOf(text, file string) (string, error) {
	if text == "" {
		return file, nil
	}
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		return "", fmt.Errorf("%s is %q: write the day as 2026-11-28, or leave it empty", dayColumn, text)
	}
	return text, nil
}
