package crewlist

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"strings"

	"golang.org/x/text/transform"

	"rolecall/source"
)

// table is a list row by row. Nothing holds it whole, except a sheet's texts.
type table interface {
	// Next is a row's cells and its line from 1; they are valid until the next
	// call. The error is io.EOF at the end and a *badRow for one row that cannot
	// be read.
	Next() (cells []string, line int, err error)
	// Faults are what is wrong with cells of the row, by their places.
	Faults() map[int]string
	// Date is a cell's text as a date is written; a sheet holds dates as numbers.
	Date(text string) string
	// Checksum is "sha256:" and the digest of the file, once all is read.
	Checksum() (string, error)
	Close() error
}

// openTable opens a list by the ending of its name.
func openTable(path string, m *Map, report *source.Report) (table, error) {
	if _, err := source.Stat(path); err != nil {
		return nil, fmt.Errorf("open the crew list: %w", err)
	}
	name := strings.ToLower(path)
	isCSV := strings.HasSuffix(name, ".csv") || strings.HasSuffix(name, ".csv.gz")
	switch {
	case !isCSV && !strings.HasSuffix(name, ".xlsx"):
		return nil, fmt.Errorf("%s is no crew list by its name: save it as .csv, .csv.gz or .xlsx", path)
	case isCSV && m.sheet != "":
		return nil, fmt.Errorf("the map names the sheet %q, but %s has no sheets: remove sheet from the map", m.sheet, path)
	case !isCSV && m.encoding != "":
		return nil, fmt.Errorf("the map names the encoding %q, which an XLSX file like %s does not have: remove it from the map", m.encoding, path)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open the crew list: %w", err)
	}
	d := &digested{file: file, hash: sha256.New(), report: report}
	var t table
	if isCSV {
		t, err = openCSV(path, m.encoding, d)
	} else {
		t, err = openSheet(path, m.sheet, d)
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return t, nil
}

// digested is a file whose bytes are digested and reported as they are read.
type digested struct {
	file   *os.File
	hash   hash.Hash
	report *source.Report
}

func (d *digested) Read(p []byte) (int, error) {
	n, err := d.file.Read(p)
	d.hash.Write(p[:n])
	d.report.Read(n)
	return n, err
}

// Checksum digests what is left and is the checksum of the whole file.
func (d *digested) Checksum() (string, error) {
	if _, err := io.Copy(io.Discard, d); err != nil {
		return "", err
	}
	return "sha256:" + hex.EncodeToString(d.hash.Sum(nil)), nil
}

func (d *digested) Close() error { return d.file.Close() }

// csvTable is a list as CSV.
type csvTable struct {
	*digested
	path  string
	rows  *csv.Reader
	limit *rowLimit
	line  int
}

// largestRow bounds a row, in bytes: a quotation mark that is never closed makes
// one row of all that follows.
const largestRow = 16 << 20

func openCSV(path, named string, d *digested) (table, error) {
	var plain io.Reader = d
	if strings.HasSuffix(strings.ToLower(path), ".gz") {
		unzipped, err := gzip.NewReader(d)
		if err != nil {
			return nil, fmt.Errorf("%s is not a gzip file: %w: copy it again, or name it .csv if it is not compressed", path, err)
		}
		plain = unzipped
	}
	raw := bufio.NewReaderSize(plain, 4<<10)
	start, err := raw.Peek(4 << 10)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, readFault(path, 1, err)
	}
	plain = raw
	if decoder := decoderOf(start, named); decoder != nil {
		plain = transform.NewReader(raw, decoder)
	}
	limit := &rowLimit{from: plain, left: largestRow}
	buffered := bufio.NewReaderSize(limit, 64<<10)
	if start, err = buffered.Peek(4096); err != nil && !errors.Is(err, io.EOF) {
		return nil, readFault(path, 1, err)
	}
	if bytes.HasPrefix(start, []byte("\ufeff")) {
		buffered.Discard(len("\ufeff"))
	}
	first, _, _ := bytes.Cut(start, []byte("\n"))
	rows := csv.NewReader(buffered)
	rows.Comma = delimiter(first)
	rows.ReuseRecord = true
	return &csvTable{digested: d, path: path, rows: rows, limit: limit}, nil
}

// delimiter is what separates the columns, by the first line: spreadsheets write
// semicolons where the comma is a decimal sign.
func delimiter(first []byte) rune {
	chosen := ','
	for _, other := range ";\t" {
		if bytes.Count(first, []byte(string(other))) > bytes.Count(first, []byte(string(chosen))) {
			chosen = other
		}
	}
	return chosen
}

func (t *csvTable) Next() ([]string, int, error) {
	t.limit.left = largestRow
	cells, err := t.rows.Read()
	if err == nil || errors.Is(err, csv.ErrFieldCount) {
		t.line, _ = t.rows.FieldPos(0)
		if fault := t.notUTF8(cells); fault != nil {
			return nil, t.line, fault
		}
		if err != nil {
			err = badRowf("the row has %d columns, the first line %d: is a comma in a text without quotation marks?", len(cells), t.rows.FieldsPerRecord)
		}
		return cells, t.line, err
	}
	if errors.Is(err, io.EOF) {
		return nil, t.line, io.EOF
	}
	if fault := new(csv.ParseError); errors.As(err, &fault) {
		t.line = fault.StartLine
		return nil, t.line, badRowf("not a row of a CSV file: %v", fault.Err)
	}
	return nil, t.line, readFault(t.path, t.line, err)
}

// Faults are none: a text is a text.
func (t *csvTable) Faults() map[int]string { return nil }

// Date is the text as it is.
func (t *csvTable) Date(text string) string { return text }

// readFault says where a file could not be read on.
func readFault(path string, line int, err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, gzip.ErrChecksum) || errors.Is(err, gzip.ErrHeader) {
		return fmt.Errorf("%s is damaged or not wholly copied after line %d: %w: copy it again", path, line, err)
	}
	return fmt.Errorf("read %s after line %d: %w", path, line, err)
}

// rowLimit ends the reading where a row does not end.
type rowLimit struct {
	from io.Reader
	left int
}

var errRowTooLong = fmt.Errorf("a row is longer than %d MB: a quotation mark is not closed", largestRow>>20)

func (l *rowLimit) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errRowTooLong
	}
	n, err := l.from.Read(p)
	l.left -= n
	return n, err
}
