// Package titlelist reads lists of titles as people keep them: a table with columns for
// identifiers, addresses, names, years and kinds, of which the exports of IMDb and
// Letterboxd are some, or a title a line. It says what stands in each row, and asks no
// catalog which title that is.
package titlelist

import (
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/identity"
	"rolecall/sheet"
	"rolecall/source"
)

// Row is what a list says of one title.
type Row struct {
	// Line is where it stands in the file, from 1.
	Line int
	// Text is what stands there, for people.
	Text string
	// IDs are identifiers and addresses, one of which may be known.
	IDs []string
	// Name is that of the title; Year and Kind narrow it, where they are said.
	Name string
	Year int
	Kind rolecall.Kind
	// Part is the season or episode, as a text that a look-up by name understands.
	Part string
	// Fault says why the row makes no sense, and Uncounted that it is of a kind of title
	// that is not counted, such as a game; empty where neither is so.
	Fault, Uncounted string
}

// Options say how a list is read.
type Options struct {
	// Read is told of the bytes read, if not nil.
	Read func(n int)
}

// Each reads a list: a table (.xlsx, or a text whose columns are named in one of its
// first lines), or else a text with a title on each line; a text may be packed (.gz).
// It calls do with each row, those that make no sense too, and ends with do's error.
// The checksum is that of the file. The error names the file.
func Each(ctx context.Context, path string, o Options, do func(Row) error) (checksum string, err error) {
	if _, err := source.Stat(path); err != nil { // it may be read twice, as a table and as lines
		return "", fmt.Errorf("read the list of titles: %w", err)
	}
	l := list{ctx: ctx, path: path, do: do}
	if checksum, err = l.read(o); err != nil {
		return "", err
	}
	if l.rows == 0 {
		return "", fmt.Errorf("read the list of titles: %s lists none: write a title a line, or name the columns in the first line (id, title, year, kind)", path)
	}
	return checksum, nil
}

// Most bounds the rows of a list that is read whole.
const Most = 1_000_000

// Read reads a list whole, as Each does.
func Read(ctx context.Context, path string) (rows []Row, err error) {
	_, err = Each(ctx, path, Options{}, func(row Row) error {
		if len(rows) >= Most {
			return fmt.Errorf("%s has more than %d rows", path, Most)
		}
		rows = append(rows, row)
		return nil
	})
	return rows, err
}

// Of are rows of identifiers, as a population keeps them.
func Of(ids []string) []Row {
	rows := make([]Row, len(ids))
	for i, id := range ids {
		rows[i] = Row{Line: i + 1, Text: id, IDs: []string{id}}
	}
	return rows
}

// list is a list that is being read.
type list struct {
	ctx  context.Context
	path string
	do   func(Row) error
	// rows is how many were handed over.
	rows int
}

// add hands over a row; one in which nothing stands is passed over.
func (l *list) add(row Row) error {
	if err := l.ctx.Err(); err != nil || row.Text == "" {
		return err
	}
	l.rows++
	return l.do(row)
}

// read reads the list as a table or, where no row names its columns, line by line.
func (l *list) read(o Options) (checksum string, err error) {
	t, err := sheet.Open(l.path, sheet.Options{Ragged: true, Read: o.Read})
	if err != nil {
		return "", fmt.Errorf("read the list of titles: %w", err)
	}
	columns, before, err := l.heading(t)
	switch {
	case err != nil:
	case columns != nil:
		err = l.readRows(t, columns.row)
	case sheet.IsBook(l.path):
		err = l.readLinesOf(t, before)
	}
	if err == nil {
		checksum, err = t.Checksum()
	}
	if err := errors.Join(err, t.Close()); err != nil || columns != nil || sheet.IsBook(l.path) {
		return checksum, err
	}
	return checksum, sheet.Lines(l.path, func(line int, text string) error { return l.add(lineOf(text, line)) })
}

// mostHeading is in how many rows the columns must be named.
const mostHeading = 20

// letterboxd begins the export of one list, whose name and description come before the
// films.
const letterboxd = "Letterboxd list export"

// heading reads up to the row that names the columns; columns are nil where none does.
// before are the rows read until then, as lines.
func (l *list) heading(t sheet.Table) (columns header, before []Row, err error) {
	isExport := false
	for n := range mostHeading {
		cells, line, err := t.Next()
		switch fault := new(sheet.RowError); {
		case errors.Is(err, io.EOF):
			return nil, before, nil
		case errors.As(err, &fault):
			continue
		case err != nil:
			return nil, nil, err
		}
		isExport = isExport || n == 0 && len(cells) > 0 && strings.HasPrefix(cells[0], letterboxd)
		if columns := headerOf(cells, n == 0, isExport); columns != nil {
			return columns, nil, nil
		}
		before = append(before, lineOfCells(cells, line))
	}
	if isExport {
		return nil, nil, fmt.Errorf("%s names no columns in its first %d rows: name them (id, title, year, kind)", l.path, mostHeading)
	}
	return nil, before, nil
}

// readRows hands over the rows that are left of a table.
func (l *list) readRows(t sheet.Table, rowOf func(cells []string, line int) Row) error {
	for {
		cells, line, err := t.Next()
		row := Row{}
		switch fault := new(sheet.RowError); {
		case errors.Is(err, io.EOF):
			return nil
		case errors.As(err, &fault):
			row = faulty(line, fault.Fault)
		case err != nil:
			return err
		case strings.TrimSpace(strings.Join(cells, "")) != "":
			row = rowOf(cells, line)
		}
		if err := l.add(row); err != nil {
			return err
		}
	}
}

// readLinesOf hands over each row of a book that names no columns as a line.
func (l *list) readLinesOf(t sheet.Table, before []Row) error {
	for _, row := range before {
		if err := l.add(row); err != nil {
			return err
		}
	}
	return l.readRows(t, lineOfCells)
}

func lineOfCells(cells []string, line int) Row { return lineOf(strings.Join(cells, " "), line) }

// faulty is a row of which nothing can be said but what is wrong.
func faulty(line int, fault string) Row {
	return Row{Line: line, Text: "row " + strconv.Itoa(line), Fault: fault}
}

// dated is a name with the year behind it: "Lady Bird (2017)".
var dated = regexp.MustCompile(`^(.+\S)\s*\(((?:18[7-9]|19\d|20\d|21\d)\d)\)$`)

// lineOf is a row of one text: an identifier, an address, or a name. An empty line says
// nothing, and neither does one that begins with #.
func lineOf(text string, line int) Row {
	text = strings.TrimSpace(text)
	if text == "" || strings.HasPrefix(text, "#") {
		return Row{}
	}
	if fault := faultOf(text); fault != "" {
		return faulty(line, fault)
	}
	row := Row{Line: line, Text: text, IDs: []string{text}, Name: nameOf(text)}
	if parts := dated.FindStringSubmatch(text); parts != nil {
		row.Name = parts[1]
		row.Year, _ = strconv.Atoi(parts[2])
	}
	return row
}

// nameOf is a text as a name: none where it is an identifier or its address.
func nameOf(text string) string {
	if _, is := identity.Parse(text); is {
		return ""
	}
	return text
}
