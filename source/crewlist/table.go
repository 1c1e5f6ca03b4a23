package crewlist

import (
	"fmt"
	"strings"

	"rolecall/sheet"
	"rolecall/source"
)

// openTable opens a list by the ending of its name.
func openTable(path string, m *Map, report *source.Report) (sheet.Table, error) {
	if _, err := source.Stat(path); err != nil {
		return nil, fmt.Errorf("open the crew list: %w", err)
	}
	name := strings.ToLower(path)
	isCSV := strings.HasSuffix(name, ".csv") || strings.HasSuffix(name, ".csv.gz")
	switch {
	case !isCSV && !sheet.IsBook(path):
		return nil, fmt.Errorf("%s is no crew list by its name: save it as .csv, .csv.gz or .xlsx", path)
	case isCSV && m.sheet != "":
		return nil, fmt.Errorf("the map names the sheet %q, but %s has no sheets: remove sheet from the map", m.sheet, path)
	case !isCSV && m.encoding != "":
		return nil, fmt.Errorf("the map names the encoding %q, which an XLSX file like %s does not have: remove it from the map", m.encoding, path)
	}
	return sheet.Open(path, sheet.Options{
		Encoding: m.encoding, Sheet: m.sheet, Read: report.Read, EncodingRemedy: "write encoding: %s into the map",
	})
}
