package render

import (
	"regexp"
	"strconv"
)

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

// asTexts are rows whose cells are texts, without control characters.
func asTexts(rows [][]string) [][]string {
	safe := make([][]string, len(rows))
	for i, row := range rows {
		safe[i] = make([]string, len(row))
		for j, cell := range row {
			safe[i][j] = asText(Plain(cell))
		}
	}
	return safe
}
