// Package sheet reads tables as people and programs write them, row by row: CSV with
// any of the usual delimiters, in UTF-8, UTF-16 or an encoding that is named, packed or
// not, and the sheets of XLSX files, with their days, merged cells and formulas. What
// a file unpacks to is bounded. It knows nothing of what the columns mean.
package sheet

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
)

// Table is a table row by row. Nothing holds it whole, except a sheet's texts.
type Table interface {
	// Next is a row's cells and its line from 1; they are valid until the next
	// call. The error is io.EOF at the end and a *RowError for one row that cannot
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

// RowError says what is the matter with one row; those after it can be read.
type RowError struct{ Fault string }

func (e *RowError) Error() string { return e.Fault }

func rowErrorf(format string, args ...any) error { return &RowError{fmt.Sprintf(format, args...)} }

// Options say how a table is written where its file does not.
type Options struct {
	// Encoding is that of a text, by its name in the web's list; empty for UTF-8, or
	// UTF-16 by its first bytes.
	Encoding string
	// Sheet is the name of a sheet; empty for the first.
	Sheet string
	// EncodingRemedy says how to name another encoding, where it can be named.
	EncodingRemedy string
	// Ragged takes rows of any number of columns.
	Ragged bool
	// Read is told of the bytes read, if not nil.
	Read func(n int)
}

// IsBook reports whether a file is an XLSX file by its name; all others are texts.
func IsBook(path string) bool { return strings.HasSuffix(strings.ToLower(path), ".xlsx") }

// Open opens a table, a text with columns unless it IsBook. A text may be packed
// (.gz).
func Open(path string, o Options) (Table, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	d := &digested{file: file, hash: sha256.New(), read: o.Read}
	var t Table
	if IsBook(path) {
		t, err = openSheet(path, o.Sheet, d)
	} else {
		t, err = openCSV(path, o, d)
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return t, nil
}

// From reads a text with columns from a stream that is called by a name where it cannot be
// read on. Closing the table closes the stream.
func From(stream io.ReadCloser, name string, o Options) (Table, error) {
	return openCSV(name, o, &digested{file: stream, hash: sha256.New(), read: o.Read})
}

// digested is a file whose bytes are digested and reported as they are read.
type digested struct {
	file io.ReadCloser
	hash hash.Hash
	read func(int)
}

func (d *digested) Read(p []byte) (int, error) {
	n, err := d.file.Read(p)
	d.hash.Write(p[:n])
	if d.read != nil {
		d.read(n)
	}
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
	// remedy says how to name another encoding.
	remedy string
}

// LargestRow bounds a row, in bytes: a quotation mark that is never closed makes
// one row of all that follows.
const LargestRow = 16 << 20

func openCSV(path string, o Options, d *digested) (Table, error) {
	text, limit, err := openText(path, o.Encoding, d)
	if err != nil {
		return nil, err
	}
	start, err := text.Peek(4096)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, readFault(path, 1, err)
	}
	first, _, _ := bytes.Cut(start, []byte("\n"))
	rows := csv.NewReader(text)
	rows.Comma = delimiter(first)
	rows.ReuseRecord = true
	if o.Ragged {
		rows.FieldsPerRecord = -1
	}
	return &csvTable{digested: d, path: path, rows: rows, limit: limit, remedy: o.EncodingRemedy}, nil
}

// openText unpacks a text and makes UTF-8 of it.
func openText(path, encoding string, d *digested) (*bufio.Reader, *rowLimit, error) {
	var plain io.Reader = d
	if strings.HasSuffix(strings.ToLower(path), ".gz") {
		unzipped, err := gzip.NewReader(d)
		if err != nil {
			return nil, nil, fmt.Errorf("%s is not a gzip file: %w: copy it again, or name it .csv if it is not compressed", path, err)
		}
		plain = unzipped
	}
	raw := bufio.NewReaderSize(plain, 4<<10)
	start, err := raw.Peek(4 << 10)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, nil, readFault(path, 1, err)
	}
	plain = raw
	if decoder := decoderOf(start, encoding); decoder != nil {
		plain = transform.NewReader(raw, decoder)
	}
	limit := &rowLimit{from: plain, left: LargestRow}
	text := bufio.NewReaderSize(limit, 64<<10)
	if start, err = text.Peek(4096); err != nil && !errors.Is(err, io.EOF) {
		return nil, nil, readFault(path, 1, err)
	}
	if bytes.HasPrefix(start, []byte("\ufeff")) {
		text.Discard(len("\ufeff"))
	}
	return text, limit, nil
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
	t.limit.left = LargestRow
	cells, err := t.rows.Read()
	if err == nil || errors.Is(err, csv.ErrFieldCount) {
		t.line, _ = t.rows.FieldPos(0)
		if fault := t.notUTF8(cells); fault != nil {
			return nil, t.line, fault
		}
		if err != nil {
			err = rowErrorf("the row has %d columns, the first line %d: is a comma in a text without quotation marks?", len(cells), t.rows.FieldsPerRecord)
		}
		return cells, t.line, err
	}
	if errors.Is(err, io.EOF) {
		return nil, t.line, io.EOF
	}
	if fault := new(csv.ParseError); errors.As(err, &fault) {
		t.line = fault.StartLine
		return nil, t.line, rowErrorf("not a row of a CSV file: %v", fault.Err)
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

var errRowTooLong = fmt.Errorf("a row is longer than %d MB: a quotation mark is not closed", LargestRow>>20)

func (l *rowLimit) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errRowTooLong
	}
	n, err := l.from.Read(p)
	l.left -= n
	return n, err
}
