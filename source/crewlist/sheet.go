package crewlist

import (
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// largestBook bounds what an XLSX file unpacks to, and smallestOnDisk the sheets
// that are unpacked to the disk rather than to memory, in bytes.
const (
	largestBook    = 2 << 30
	smallestOnDisk = 16 << 20
)

// sheetTable is a list as one sheet of an XLSX file.
type sheetTable struct {
	*digested
	path     string
	book     *excelize.File
	rows     *excelize.Rows
	line     int
	date1904 bool
}

func openSheet(path, sheet string, d *digested) (table, error) {
	book, err := excelize.OpenReader(d, excelize.Options{
		RawCellValue: true, UnzipSizeLimit: largestBook, UnzipXMLSizeLimit: smallestOnDisk, TmpDir: os.TempDir(),
	})
	if err != nil {
		return nil, fmt.Errorf("%s is no XLSX file or is damaged: %w: save it again from the spreadsheet program", path, err)
	}
	t := &sheetTable{digested: d, path: path, book: book}
	if err := t.open(sheet); err != nil {
		return nil, errors.Join(err, book.Close())
	}
	return t, nil
}

func (t *sheetTable) open(sheet string) error {
	sheets := t.book.GetSheetList()
	if sheet == "" && len(sheets) > 0 {
		sheet = sheets[0]
	}
	if !slices.Contains(sheets, sheet) {
		return fmt.Errorf("%s has no sheet %q: it has %s", t.path, sheet, quoted(sheets))
	}
	properties, err := t.book.GetWorkbookProps()
	if err == nil {
		t.date1904 = properties.Date1904 != nil && *properties.Date1904
		t.rows, err = t.book.Rows(sheet)
	}
	if err != nil {
		return fmt.Errorf("open the sheet %q of %s: %w", sheet, t.path, err)
	}
	return nil
}

// Next skips empty rows, as sheets have them between others.
func (t *sheetTable) Next() ([]string, int, error) {
	for t.rows.Next() {
		t.line++
		cells, err := t.rows.Columns()
		if err != nil {
			return nil, t.line, t.damaged(err)
		}
		if strings.TrimSpace(strings.Join(cells, "")) != "" {
			return cells, t.line, nil
		}
	}
	if err := t.rows.Error(); err != nil {
		return nil, t.line, t.damaged(err)
	}
	return nil, t.line, io.EOF
}

// daySerial is a day as spreadsheets number it, 1927 to 2173; a year has four
// digits.
var daySerial = regexp.MustCompile(`^[1-9]\d{4}(\.\d+)?$`)

// Date reads the number of a day as that day.
func (t *sheetTable) Date(text string) string {
	serial, err := strconv.ParseFloat(text, 64)
	if err != nil || !daySerial.MatchString(text) {
		return text
	}
	day, err := excelize.ExcelDateToTime(serial, t.date1904)
	if err != nil {
		return text
	}
	return day.Format(time.DateOnly)
}

func (t *sheetTable) damaged(err error) error {
	return fmt.Errorf("%s is damaged after row %d: %w: save it again from the spreadsheet program", t.path, t.line, err)
}

func (t *sheetTable) Close() error {
	return errors.Join(t.rows.Close(), t.book.Close(), t.digested.Close())
}
