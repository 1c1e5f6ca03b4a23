package input

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"rolecall/sheet"
)

// table reads CSV, whose first row names the columns.
func (r *reading) table(s *stream) error {
	rows, err := sheet.From(s, r.file.Path, sheet.Options{EncodingRemedy: "save it as UTF-8"})
	if err != nil {
		return damaged(err)
	}
	head, _, err := rows.Next()
	if err == io.EOF {
		return nil
	}
	if err != nil {
		return err
	}
	names := make([]string, len(head))
	for i, name := range head {
		names[i] = strings.TrimSpace(name)
	}
	for !r.enough {
		cells, line, err := rows.Next()
		place := "line " + strconv.Itoa(line)
		fault := new(sheet.RowError)
		switch {
		case err == io.EOF:
			return nil
		case errors.As(err, &fault):
			r.fault(place, err)
			continue
		case err != nil:
			r.fault(place, damaged(err))
			return nil
		}
		r.fields(place, func(column string) (string, bool) { return cell(names, cells, column) })
	}
	return nil
}

// cell is that of a column, whose name is written in any case unless one fits as it is.
func cell(names, cells []string, column string) (string, bool) {
	at := slices.Index(names, column)
	if at < 0 {
		at = slices.IndexFunc(names, func(name string) bool { return strings.EqualFold(name, column) })
	}
	if at < 0 || at >= len(cells) {
		return "", false
	}
	return cells[at], true
}
