// Package crewlist reads a list of credits as a production or a researcher keeps
// it: a table, CSV or XLSX, with columns of any name in any order.
//
// No two such lists are alike, so a second file, the map, says which column is
// what and which of the list's words is which role and gender. A person writes it
// by hand, so each of its faults is shown with line and column. Nothing is
// guessed: a column that is not mapped is not read, a word that is not mapped is
// left aside and counted. Where a cell names several people, or may, byline says so.
package crewlist

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"rolecall/sheet"
	"rolecall/source"
)

// Reader reads one list by its map.
type Reader struct{ listPath, mapPath string }

var _ source.Reader = (*Reader)(nil)

// New is a reader of the list (.csv, .csv.gz or .xlsx) by the map (YAML). Both
// files are opened by Read.
func New(listPath, mapPath string) *Reader { return &Reader{listPath, mapPath} }

// Read hands over the list's titles, people, credits and statements. Rows that
// cannot be understood are bad lines in the report, words that the map lacks are
// unmapped. The error is a *strictyaml.Error where the map is at fault; a list that gives
// no credit at all is an error too, as its columns are most likely swapped.
func (r *Reader) Read(ctx context.Context, sink source.Sink, report *source.Report) error {
	m, err := LoadMap(r.mapPath)
	if err != nil {
		return err
	}
	t, err := openTable(r.listPath, m, report)
	if err != nil {
		return err
	}
	err = r.readTable(ctx, m, t, sink, report)
	return errors.Join(err, t.Close())
}

func (r *Reader) readTable(ctx context.Context, m *Map, t sheet.Table, sink source.Sink, report *source.Report) error {
	header, _, err := t.Next()
	if errors.Is(err, io.EOF) {
		return fmt.Errorf("%s is empty: its first line must name the columns", r.listPath)
	}
	if err != nil {
		return fmt.Errorf("read the first line of %s: %w", r.listPath, err)
	}
	columns, err := m.locate(r.listPath, header)
	if err != nil {
		return err
	}
	list := newListing(m, filepath.Base(r.listPath), columns, t, sink, report)
	if err := list.readRows(ctx); err != nil {
		return err
	}
	if err := list.settleAll(); err != nil {
		return err
	}
	if list.credits == 0 && !list.namesNobody() {
		return list.noCredit(r.listPath)
	}
	return list.finish()
}

// rowsBetweenChecks is how many rows are read before asking whether to stop.
const rowsBetweenChecks = 1024

func (l *listing) readRows(ctx context.Context) error {
	for n := 0; ; n++ {
		if n%rowsBetweenChecks == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		cells, line, err := l.table.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = l.readRow(cells, line)
		}
		if bad := new(badRow); errors.As(err, &bad) {
			l.bad++
			err = l.report.BadLine(l.file, line, "%s", bad.Fault)
		}
		if err != nil {
			return err
		}
	}
}

// namesNobody reports whether the list holds titles and says of all their credits
// that nobody is known, which is something to say.
func (l *listing) namesNobody() bool {
	return len(l.order) > 0 && l.nobody > 0 && l.doubted == 0 && l.bad == 0
}

// noCredit says why a list may have given nothing.
func (l *listing) noCredit(path string) error {
	if fault, n := l.report.BadLines(); n > 0 {
		return fmt.Errorf("%s gives no credit: %d of its rows are malformed, the first: %w", path, n, fault[0])
	}
	if doubt, n := l.report.Doubts(); n > 0 {
		return fmt.Errorf("%s gives no credit: of %d of its rows it cannot be told who is meant, the first: %w", path, n, doubt[0])
	}
	for _, word := range l.report.UnmappedWords() {
		if word.What == "role" {
			return fmt.Errorf("%s gives no credit: no word of its column for the role is a role, such as %q: correct the columns in the map, or add the words under roles", path, word.Word)
		}
	}
	return fmt.Errorf("%s gives no credit: it has no row below its first line: save the list with its rows", path)
}
