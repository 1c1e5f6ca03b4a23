package sheet

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// formulas are those cells of a sheet that hold a formula without its value, as
// programs write them that do not work it out. The library works out what it can;
// what remains is a fault of its row, as an empty cell would say something else.
type formulas struct{ faults map[cellAt]string }

// cellAt is a cell by column and row, both from 1.
type cellAt struct{ column, row int }

const (
	// mostRounds bounds how often the formulas are gone through: each may need the
	// value of one further on.
	mostRounds = 8
	// longestFormula and longestValue bound a formula and what it comes to, in bytes:
	// a spreadsheet's own bound for a text.
	longestFormula = 1000
	longestValue   = 32767
	// mostReferred bounds the cells of a range that a formula refers to.
	mostReferred = 10_000
	// mostFormulas bounds how many are worked out.
	mostFormulas = 50_000
)

var (
	// reference is a cell or a range of cells.
	reference = regexp.MustCompile(`\$?[A-Z]{1,3}\$?\d{1,7}(:\$?[A-Z]{1,3}\$?\d{1,7})?`)
	function  = regexp.MustCompile(`([A-Za-z_.][A-Za-z0-9_.]*)\(`)
	quotation = regexp.MustCompile(`"[^"]*"`)
	// plainly are the functions that take no longer than their text is long.
	plainly = map[string]bool{
		"IF": true, "IFERROR": true, "AND": true, "OR": true, "NOT": true, "CONCATENATE": true, "CONCAT": true, "TEXT": true, "TRIM": true,
		"CLEAN": true, "UPPER": true, "LOWER": true, "PROPER": true, "LEFT": true, "RIGHT": true, "MID": true, "LEN": true, "FIND": true, "SEARCH": true,
		"SUM": true, "MAX": true, "MIN": true, "COUNT": true, "COUNTA": true, "COUNTIF": true, "ROW": true, "COLUMN": true, "DATE": true, "DATEVALUE": true,
		"YEAR": true, "MONTH": true, "DAY": true, "VALUE": true, "INT": true, "ROUND": true, "MOD": true, "ABS": true, "T": true, "N": true,
		"VLOOKUP": true, "INDEX": true, "MATCH": true, "ISBLANK": true, "TRUE": true, "FALSE": true,
	}
)

// formulasOf works out the formulas of a sheet.
func formulasOf(book *excelize.File, sheet string) (*formulas, error) {
	f := &formulas{faults: make(map[cellAt]string)}
	open, err := f.find(book, sheet)
	if err != nil {
		return nil, err
	}
	for range mostRounds {
		waiting := open[:0:0]
		for _, cell := range open {
			if !f.work(book, sheet, cell) {
				waiting = append(waiting, cell)
			}
		}
		if open = waiting; len(open) == 0 {
			break
		}
	}
	return f, nil
}

// find finds the formulas without a value, in the order of the rows.
func (f *formulas) find(book *excelize.File, sheet string) ([]cellAt, error) {
	rows, err := book.Rows(sheet)
	if err != nil {
		return nil, err
	}
	var open []cellAt
	for row := 1; rows.Next(); row++ {
		cells, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		for i, text := range cells {
			if text != "" {
				continue
			}
			cell := cellAt{i + 1, row}
			name, err := cell.name()
			if err != nil {
				return nil, err
			}
			formula, err := book.GetCellFormula(sheet, name)
			if err != nil || formula == "" {
				continue
			}
			f.faults[cell] = fmt.Sprintf("holds the formula =%.60s without its value: open the list in a spreadsheet program and save it, or save it as CSV", formula)
			if len(open) < mostFormulas {
				open = append(open, cell)
			}
		}
	}
	return open, rows.Close()
}

// work works out a formula, and reports whether there is nothing more to wait for.
func (f *formulas) work(book *excelize.File, sheet string, cell cellAt) (done bool) {
	name, err := cell.name()
	if err != nil {
		return true
	}
	formula, err := book.GetCellFormula(sheet, name)
	if err != nil || !isPlain(formula) {
		return true
	}
	waits, known := f.waits(formula)
	if waits || !known {
		return !known
	}
	value, err := book.CalcCellValue(sheet, name)
	if err != nil || len(value) > longestValue || strings.HasPrefix(value, "#") {
		return true
	}
	// The value takes the formula's place, so that no other goes through it.
	if number, isNumber := strconv.ParseFloat(value, 64); isNumber == nil {
		err = book.SetCellFloat(sheet, name, number, -1, 64)
	} else {
		err = book.SetCellStr(sheet, name, value)
	}
	if err == nil {
		delete(f.faults, cell)
	}
	return true
}

// isPlain reports whether a formula is short, of this sheet, and made of functions
// that end soon.
func isPlain(formula string) bool {
	if len(formula) > longestFormula {
		return false
	}
	code := quotation.ReplaceAllString(formula, "")
	if strings.ContainsAny(code, `![]{}#@'^`) {
		return false
	}
	for _, used := range function.FindAllStringSubmatch(code, -1) {
		if !plainly[strings.ToUpper(used[1])] {
			return false
		}
	}
	return true
}

// waits reports whether a formula refers to cells whose own formula has no value
// yet. It is not known where a range is too large.
func (f *formulas) waits(formula string) (waits, known bool) {
	for _, text := range reference.FindAllString(quotation.ReplaceAllString(formula, ""), -1) {
		from, to, isRange := strings.Cut(strings.ReplaceAll(text, "$", ""), ":")
		if !isRange {
			to = from
		}
		left, top, err := excelize.CellNameToCoordinates(from)
		if err != nil {
			return false, false
		}
		right, bottom, err := excelize.CellNameToCoordinates(to)
		if err != nil || right < left || bottom < top || (right-left+1)*(bottom-top+1) > mostReferred {
			return false, false
		}
		for column := left; column <= right; column++ {
			for row := top; row <= bottom; row++ {
				if _, open := f.faults[cellAt{column, row}]; open {
					return true, true
				}
			}
		}
	}
	return false, true
}

func (c cellAt) name() (string, error) { return excelize.CoordinatesToCellName(c.column, c.row) }

// of are the faults of a row's cells, by their places.
func (f *formulas) of(cells []string, row int) (faults map[int]string) {
	if f == nil || len(f.faults) == 0 {
		return nil
	}
	faults = make(map[int]string)
	for at, text := range cells {
		if fault, open := f.faults[cellAt{at + 1, row}]; open && text == "" {
			faults[at] = fault
		}
	}
	return faults
}
