package sheet

import (
	"cmp"
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
	"github.com/xuri/nfp"
)

// smallestOnDisk is from how many bytes sheets and texts are unpacked to the disk
// rather than to memory.
const smallestOnDisk = 16 << 20

// sheetTable is a list as one sheet of an XLSX file.
type sheetTable struct {
	*digested
	path string
	book *excelize.File
	// folder is where the book is unpacked to.
	folder string
	rows   *excelize.Rows
	facts  sheetFacts
	// line is the number of the row, cells how many were read so far.
	line, cells int
	date1904    bool
	merged      merges
	formulas    *formulas
	faults      map[int]string
}

func openSheet(path, sheet string, d *digested) (_ Table, err error) {
	t := &sheetTable{digested: d, path: path}
	defer t.recovered(&err)
	packed, err := io.ReadAll(io.LimitReader(d, largestPacked+1))
	if err != nil {
		return nil, err
	}
	if len(packed) > largestPacked {
		return nil, fmt.Errorf("%s is larger than %d MB, which is too much for a list in a sheet: save it as CSV", path, largestPacked>>20)
	}
	inside, err := openParts(packed)
	if err != nil {
		return nil, fmt.Errorf("%s is no XLSX file or is damaged: %w: save it again from the spreadsheet program", path, err)
	}
	if t.folder, err = os.MkdirTemp("", "rolecall-sheet-"); err != nil {
		return nil, err
	}
	t.book, err = excelize.OpenReader(strings.NewReader(string(packed)), excelize.Options{
		UnzipSizeLimit: largestSheets + LargestTexts + LargestRest, UnzipXMLSizeLimit: smallestOnDisk, TmpDir: t.folder,
	})
	if err != nil {
		err = fmt.Errorf("%s is no XLSX file or is damaged: %w: save it again from the spreadsheet program", path, err)
		return nil, errors.Join(err, t.release())
	}
	if err := t.open(sheet, inside); err != nil {
		return nil, errors.Join(err, t.release())
	}
	return t, nil
}

// recovered makes an error of a panic of the library: a file can be damaged in more
// ways than it foresees.
func (t *sheetTable) recovered(err *error) {
	if fault := recover(); fault != nil {
		*err = errors.Join(t.damaged(fmt.Errorf("%v", fault)), t.release())
	}
}

// release gives back what the book holds, and empties the disk.
func (t *sheetTable) release() error {
	var faults []error
	if t.rows != nil {
		faults = append(faults, t.rows.Close())
	}
	if t.book != nil {
		faults = append(faults, t.book.Close())
	}
	return errors.Join(append(faults, os.RemoveAll(t.folder))...)
}

func (t *sheetTable) open(sheet string, inside parts) error {
	sheets := t.book.GetSheetList()
	if sheet == "" && len(sheets) > 0 {
		sheet = sheets[0]
	}
	if !slices.Contains(sheets, sheet) {
		return fmt.Errorf("%s has no sheet %q: it has %s", t.path, sheet, Quoted(sheets))
	}
	properties, err := t.book.GetWorkbookProps()
	if err == nil {
		t.date1904 = properties.Date1904 != nil && *properties.Date1904
		err = t.writeDaysAlike()
	}
	if err == nil {
		t.facts, err = inside.look(sheet)
	}
	if err == nil && t.facts.isWhole {
		if t.merged, err = mergesOf(t.book, sheet); err == nil {
			t.formulas, err = formulasOf(t.book, sheet)
		}
	}
	if err == nil {
		t.rows, err = t.book.Rows(sheet)
	}
	if err != nil {
		return fmt.Errorf("open the sheet %q of %s: %w", sheet, t.path, err)
	}
	return nil
}

// noForm is the form of numbers that are shown as they are; no book has it.
const noForm = -1

// writeDaysAlike has cells that show a day written as 2018-03-08, whatever form the
// sheet gives them, and all others as they are. A day is a number in a sheet: without
// its form, 2 March 1922 is 8097.
func (t *sheetTable) writeDaysAlike() error {
	styles := t.book.Styles
	if styles == nil || styles.CellXfs == nil {
		return nil // numbers are numbers
	}
	forms := make(map[int]string)
	if styles.NumFmts != nil {
		for _, form := range styles.NumFmts.NumFmt {
			forms[form.NumFmtID] = cmp.Or(form.FormatCode16, form.FormatCode)
		}
	}
	own := len(styles.CellXfs.Xf)
	day, err := t.book.NewStyle(&excelize.Style{CustomNumFmt: new("yyyy-mm-dd")})
	if err != nil {
		return err
	}
	dayForm := styles.CellXfs.Xf[day].NumFmtID
	for i, style := range styles.CellXfs.Xf[:own] {
		form := new(noForm)
		if style.NumFmtID != nil && isDayForm(*style.NumFmtID, forms[*style.NumFmtID]) {
			form = dayForm
		}
		styles.CellXfs.Xf[i].NumFmtID = form
	}
	return nil
}

// isDayForm reports whether a form of numbers shows days: one of the forms that
// every book has, or one of its own with a year, month or day in it.
func isDayForm(id int, form string) bool {
	if form == "" {
		return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58
	}
	parser := nfp.NumberFormatParser()
	for _, section := range parser.Parse(form) {
		for _, item := range section.Items {
			if item.TType == nfp.TokenTypeDateTimes && strings.ContainsAny(strings.ToLower(item.TValue), "yde") {
				return true
			}
		}
	}
	return false
}

// Next skips empty rows, as sheets have them between others.
func (t *sheetTable) Next() (cells []string, line int, err error) {
	defer t.recovered(&err)
	for t.rows.Next() {
		t.line++
		cells, err := t.rows.Columns()
		if err != nil {
			return nil, t.line, t.damaged(err)
		}
		if t.cells += len(cells); t.cells > MostCells {
			return nil, t.line, fmt.Errorf("%s:%d: the rows of the sheet reach to more than %d cells: save it as CSV", t.path, t.line, MostCells)
		}
		cells = t.merged.fill(cells, t.line)
		t.faults = t.formulas.of(cells, t.line)
		if t.merged.isBanner(cells, t.line) || strings.TrimSpace(strings.Join(cells, "")) == "" && len(t.faults) == 0 {
			continue
		}
		return cells, t.line, nil
	}
	if err := t.rows.Error(); err != nil {
		return nil, t.line, t.damaged(err)
	}
	if t.line < t.facts.lastRow { // the library takes a fault in the file for its end
		return nil, t.line, t.damaged(io.ErrUnexpectedEOF)
	}
	return nil, t.line, io.EOF
}

// Faults are those of cells whose formula has no value.
func (t *sheetTable) Faults() map[int]string { return t.faults }

// FirstYear and LastYear bound the numbers that are taken for years and not for days.
const (
	FirstYear = 1870
	LastYear  = 2200
)

// mostShown bounds how many names an error lists.
const mostShown = 40

// Quoted lists names in an error, not too many.
func Quoted(names []string) string {
	shown := make([]string, 0, mostShown)
	for _, name := range names[:min(len(names), mostShown)] {
		shown = append(shown, fmt.Sprintf("%.60q", name))
	}
	if more := len(names) - len(shown); more > 0 {
		shown = append(shown, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(shown, ", ")
}

// daySerial is a number that may be a day as spreadsheets count them.
var daySerial = regexp.MustCompile(`^[1-9]\d{0,5}(\.\d+)?$`)

// Date reads the number of a day as that day. A cell whose form shows days has been
// written as one; a mere number is a year if it can be one.
func (t *sheetTable) Date(text string) string {
	serial, err := strconv.ParseFloat(text, 64)
	if err != nil || !daySerial.MatchString(text) || serial >= FirstYear && serial <= LastYear {
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
	return errors.Join(t.release(), t.digested.Close())
}
