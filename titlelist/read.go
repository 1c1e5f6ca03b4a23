// Package titlelist reads lists of titles as people keep them, and finds the titles in
// a catalog: a table with columns for identifiers, addresses, names, years and kinds,
// of which the exports of IMDb and Letterboxd are some, or a title a line.
//
// A row is one title, or it is told why it is not: nothing is guessed, and nothing
// left out in silence.
package titlelist

import (
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
	// Fault says why the row cannot be read.
	Fault string
}

// Most bounds the rows of a list.
const Most = 1_000_000

// Read reads a list: a table (.xlsx, or a text whose columns are named in one of its
// first lines), or else a text with a title on each line. The error names the file.
func Read(path string) ([]Row, error) {
	if _, err := source.Stat(path); err != nil { // it may be read twice, as a table and as lines
		return nil, fmt.Errorf("read the list of titles: %w", err)
	}
	rows, isTable, err := readTable(path)
	if err == nil && !isTable && !sheet.IsBook(path) {
		rows, err = readLines(path)
	}
	if err != nil {
		return nil, fmt.Errorf("read the list of titles: %w", err)
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("read the list of titles: %s lists none: write a title a line, or name the columns in the first line (id, title, year, kind)", path)
	}
	return rows, nil
}

// Of are rows of identifiers, as a population keeps them.
func Of(ids []string) []Row {
	rows := make([]Row, len(ids))
	for i, id := range ids {
		rows[i] = Row{Line: i + 1, Text: id, IDs: []string{id}}
	}
	return rows
}

// mostHeading is in how many rows the columns must be named.
const mostHeading = 20

// letterboxd begins the export of one list, whose name and description go before the
// films.
const letterboxd = "Letterboxd list export"

// readTable reads a table; isTable is false where no row names its columns. In a book
// without names, each row is a line.
func readTable(path string) (rows []Row, isTable bool, err error) {
	t, err := sheet.Open(path, sheet.Options{Ragged: true})
	if err != nil {
		return nil, false, err
	}
	defer t.Close()
	var columns header
	isList := false
	for n := 0; ; n++ {
		cells, line, err := t.Next()
		fault := new(sheet.RowError)
		switch {
		case errors.Is(err, io.EOF):
			return rows, columns != nil, nil
		case errors.As(err, &fault) && columns != nil:
			rows = append(rows, Row{Line: line, Text: "row " + strconv.Itoa(line), Fault: fault.Fault})
			continue
		case errors.As(err, &fault):
			return nil, false, nil
		case err != nil:
			return nil, false, err
		case len(rows) >= Most:
			return nil, false, fmt.Errorf("%s has more than %d rows", path, Most)
		}
		if n == 0 && len(cells) > 0 && strings.HasPrefix(cells[0], letterboxd) {
			isList = true
		}
		switch {
		case columns != nil:
			rows = appendRow(rows, columns.row(cells, line))
		case n < mostHeading:
			if columns = headerOf(cells, n == 0, isList); columns != nil {
				rows = nil
				continue
			}
			fallthrough
		case sheet.IsBook(path):
			rows = appendRow(rows, lineOf(strings.TrimSpace(strings.Join(cells, " ")), line))
		default:
			return nil, false, nil
		}
	}
}

func appendRow(rows []Row, row Row) []Row {
	if row.Text == "" {
		return rows
	}
	return append(rows, row)
}

// readLines reads a title a line; empty lines and those that begin with # say nothing.
func readLines(path string) (rows []Row, err error) {
	err = sheet.Lines(path, func(line int, text string) error {
		if text = strings.TrimSpace(text); strings.HasPrefix(text, "#") {
			return nil
		}
		if rows = appendRow(rows, lineOf(text, line)); len(rows) > Most {
			return fmt.Errorf("%s has more than %d lines", path, Most)
		}
		return nil
	})
	return rows, err
}

// named is a name with the year behind it: "Lady Bird (2017)".
var named = regexp.MustCompile(`^(.+\S)\s*\((\d{4})\)$`)

// lineOf is a row of one text: an identifier, an address, or a name.
func lineOf(text string, line int) Row {
	row := Row{Line: line, Text: text, IDs: []string{text}, Name: nameOf(text)}
	if parts := named.FindStringSubmatch(text); parts != nil {
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
