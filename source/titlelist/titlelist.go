// Package titlelist reads a list of titles as a named population of a catalog: an
// export of Letterboxd's or IMDb's, a table with columns for identifiers, names, years
// and kinds, or a text with a title on each line.
//
// It brings no title. Which ones are meant the catalog finds, once all sources are
// read, and what it does not find is reported.
package titlelist

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"rolecall"
	"rolecall/sheet"
	"rolecall/source"
)

// Reader reads one list.
type Reader struct{ path string }

var _ source.Reader = (*Reader)(nil)

// New is a reader of a list: .xlsx, or a text of any other name, which may be packed
// (.gz).
func New(path string) *Reader { return &Reader{path} }

// NameOf is the name of the list in a file: that of the file without its endings.
func NameOf(path string) string {
	name := filepath.Base(path)
	for _, ending := range []string{".gz", ".csv", ".tsv", ".txt", ".xlsx"} {
		if cut := len(name) - len(ending); cut > 0 && strings.EqualFold(name[cut:], ending) {
			name = name[:cut]
		}
	}
	return name
}

// Read hands over the list's titles. Rows that cannot be read are bad lines in the
// report; what is no film, series or episode is a doubt.
func (r *Reader) Read(ctx context.Context, sink source.Sink, report *source.Report) error {
	info, err := source.Stat(r.path)
	if err != nil {
		return fmt.Errorf("open the list of titles: %w", err)
	}
	l := &list{ctx: ctx, path: r.path, name: NameOf(r.path), sink: sink, report: report}
	checksum, err := l.read()
	if err != nil {
		return err
	}
	if l.rows == 0 {
		return fmt.Errorf("%s lists no title: write one a line, or name the columns in the first line (id, title, year, kind)", r.path)
	}
	return sink.AddSource(rolecall.Source{
		ID: "list:" + l.name, Name: "List of titles: " + l.name, Licence: "not said by the list", Retrieved: info.ModTime().UTC().Format(time.DateOnly), Checksum: checksum,
	})
}

// list is a list that is being read.
type list struct {
	ctx        context.Context
	path, name string
	sink       source.Sink
	report     *source.Report
	// rows is how many were handed over.
	rows int
}

// mostHeading is in how many rows the columns must be named.
const mostHeading = 20

// letterboxd begins the export of one list, whose name and description come before the
// films.
const letterboxd = "Letterboxd list export"

// read reads the list as a table or, where no row names its columns, line by line.
func (l *list) read() (checksum string, err error) {
	t, err := sheet.Open(l.path, sheet.Options{Ragged: true, Read: l.report.Read})
	if err != nil {
		return "", err
	}
	columns, isTable, err := l.heading(t)
	if err == nil && isTable {
		err = l.readRows(t, columns)
	}
	if err == nil {
		checksum, err = t.Checksum()
	}
	if err := errors.Join(err, t.Close()); err != nil || isTable {
		return checksum, err
	}
	return checksum, sheet.Lines(l.path, l.readLine)
}

// heading reads up to the row that names the columns.
func (l *list) heading(t sheet.Table) (columns header, isTable bool, err error) {
	isExport := false
	for n := 0; n < mostHeading; n++ {
		cells, _, err := t.Next()
		switch fault := new(sheet.RowError); {
		case errors.Is(err, io.EOF):
			return nil, sheet.IsBook(l.path), nil
		case errors.As(err, &fault):
			continue
		case err != nil:
			return nil, false, err
		}
		isExport = isExport || n == 0 && len(cells) > 0 && strings.HasPrefix(cells[0], letterboxd)
		columns := headerOf(cells)
		if _, places := columns[positionColumn]; columns != nil && (places || !isExport) {
			return columns, true, nil
		}
		if !isExport && !sheet.IsBook(l.path) {
			return nil, false, nil
		}
	}
	if !isExport && !sheet.IsBook(l.path) {
		return nil, false, nil
	}
	return nil, false, fmt.Errorf("%s names no columns in its first %d rows: name them (id, title, year, kind)", l.path, mostHeading)
}

func (l *list) readRows(t sheet.Table, columns header) error {
	for {
		cells, line, err := t.Next()
		fault := new(sheet.RowError)
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.As(err, &fault):
			err = l.report.BadLine(l.path, line, "%s", fault.Fault)
		case err == nil && strings.TrimSpace(strings.Join(cells, "")) != "":
			err = l.readRow(columns, cells, line)
		}
		if err := errors.Join(err, l.ctx.Err()); err != nil {
			return err
		}
	}
}

func (l *list) readRow(columns header, cells []string, line int) error {
	of, doubt, fault := columns.listed(cells)
	if fault != "" {
		return l.report.BadLine(l.path, line, "%s", fault)
	}
	l.rows++
	if doubt != "" {
		l.report.Doubt(l.path, line, "%s", doubt)
		return nil
	}
	return l.add(of, line)
}

// readLine reads a title a line; empty lines and those that begin with # say nothing.
func (l *list) readLine(line int, text string) error {
	if err := l.ctx.Err(); err != nil {
		return err
	}
	text = strings.TrimSpace(text)
	if text == "" || strings.HasPrefix(text, "#") {
		return nil
	}
	if fault := faultOf(text); fault != "" {
		return l.report.BadLine(l.path, line, "%s", fault)
	}
	l.rows++
	return l.add(ofLine(text), line)
}

func (l *list) add(of source.Listed, line int) error {
	of.List, of.File, of.Line = l.name, l.path, line
	return l.sink.AddListed(of)
}
