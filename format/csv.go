package format

import (
	"encoding/csv"
	"fmt"
	"regexp"
	"strconv"

	"rolecall/block"
)

// CSV is the table of an answer for spreadsheets, its columns named in the first row.
// What is not there is empty.
var CSV = Format{
	Word: "csv", Name: "CSV", About: "its table, for spreadsheets", Ending: ".csv", Kind: "text/csv; charset=utf-8", Part: Rows,
	Write: writeCSV,
}

func writeCSV(s Screen, a Answer) error {
	rows, err := rowsOf(a, "CSV")
	if err != nil {
		return err
	}
	w := csv.NewWriter(s.Out)
	head := make([]string, len(rows.Columns))
	for i, c := range rows.Columns {
		head[i] = asText(c.Name)
	}
	w.Write(head)
	for _, values := range rows.Values {
		w.Write(cells(rows.Columns, values))
	}
	w.Flush()
	return w.Error()
}

func cells(columns []block.Column, values []any) []string {
	row := make([]string, len(values))
	for i, v := range values {
		switch v := v.(type) {
		case nil:
		case string:
			row[i] = asText(Plain(v))
		case float64:
			row[i] = number(columns[i].Kind, v)
		default:
			row[i] = fmt.Sprint(v)
		}
	}
	return row
}

// number writes a ratio to six decimals, any other number as short as it is.
func number(kind block.Kind, v float64) string {
	if kind == block.Fraction {
		return block.Decimals(v)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// A spreadsheet takes a cell that begins with one of these signs for a formula and
// works it out, also where it came from a CSV file. Such a text gets an apostrophe
// before it, as spreadsheets themselves write a text; a text that begins so already
// gets one more, so that taking one away gives back every text.
var formula = regexp.MustCompile("^'*[=+\\-@\t\r\n＝＋－＠]")

// asText is a cell that no spreadsheet takes for a formula. Numbers stay numbers.
func asText(cell string) string {
	if !formula.MatchString(cell) || cell == "-" { // a dash alone is standard input, or nothing
		return cell
	}
	if _, err := strconv.ParseFloat(cell, 64); err == nil {
		return cell
	}
	return "'" + cell
}
