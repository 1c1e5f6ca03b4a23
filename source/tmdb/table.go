package tmdb

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"rolecall/source"
)

// form is how a table writes what the API answers.
type form int

const (
	asText form = iota
	asNumber
	asMeasure // a number that may have a fraction
	asJSON
	asTruth
)

// cells are the columns that are read of a table, by name.
var cells = map[string]form{
	"id": asNumber, "movie_id": asNumber, "number_of_seasons": asNumber, "adult": asTruth, "imdb_id": asText,
	"title": asText, "name": asText, "original_title": asText, "original_name": asText, "release_date": asText, "first_air_date": asText,
	"cast": asJSON, "crew": asJSON, "created_by": asJSON, "genres": asJSON, "networks": asJSON,
	"original_language": asText, "spoken_languages": asJSON, "production_companies": asJSON,
	"runtime": asMeasure, "budget": asMeasure, "revenue": asMeasure,
	"production_countries": asJSON, "origin_country": asJSON,
}

// eachRow reads a table that has the fields of an answer as columns, and passes
// each row on as the answer it was.
func eachRow(f *input, report *source.Report, use func(int, []byte) error) error {
	buffered := bufio.NewReaderSize(f.plain, 64<<10)
	if _, _, err := skipToText(buffered); err != nil {
		return f.fault(0, err)
	}
	rows := csv.NewReader(buffered)
	rows.ReuseRecord = true
	header, err := rows.Read()
	if errors.Is(err, io.EOF) {
		return fmt.Errorf("%s is empty: fetch or copy it again", f.path)
	} else if err != nil {
		return f.fault(0, err)
	}
	header = slices.Clone(header)
	if err := checkHeader(header); err != nil {
		return fmt.Errorf("the first line of %s: %w", f.path, err)
	}
	for line := 1; ; {
		f.plain.left, f.plain.newlines = largestAnswer, nil // lines are counted by the table
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if fault := new(csv.ParseError); errors.As(err, &fault) {
			line = fault.StartLine
			err = report.BadLine(filepath.Base(f.path), line, "not a row of this table: %v", fault.Err)
		} else if err != nil {
			return f.fault(line, err)
		} else {
			line, _ = rows.FieldPos(0)
			err = useRow(header, row, line, use)
		}
		if bad := new(badAnswer); errors.As(err, &bad) {
			err = report.BadLine(filepath.Base(f.path), line, "%s", bad.fault)
		}
		if err != nil {
			return err
		}
	}
}

func checkHeader(header []string) error {
	has := func(name string) bool { return slices.Contains(header, name) }
	if (has("id") || has("movie_id")) && (has("cast") || has("crew") || has("title") || has("name")) {
		return nil
	}
	shown := header[:min(len(header), 40)]
	return fmt.Errorf("no columns of TMDB's: they are id or movie_id, with title or name, cast, crew; here are %.400q", strings.Join(shown, ", "))
}

// useRow passes a row on as JSON. The error is a *badAnswer if a cell is not what
// its column holds.
func useRow(header, row []string, line int, use func(int, []byte) error) error {
	var answer bytes.Buffer
	answer.WriteByte('{')
	for i, name := range header {
		form, read := cells[name]
		text := strings.TrimSpace(row[i])
		if !read || text == "" && name != "first_air_date" { // which says that it is a series
			continue
		}
		value, err := cell(form, text)
		if err != nil {
			return badAnswerf("the column %q %v", name, err)
		}
		if answer.Len() > 1 {
			answer.WriteByte(',')
		}
		fmt.Fprintf(&answer, "%q:%s", name, value)
	}
	answer.WriteByte('}')
	return use(line, answer.Bytes())
}

// cell is a cell as JSON.
func cell(form form, text string) ([]byte, error) {
	switch form {
	case asNumber:
		if _, err := strconv.ParseInt(text, 10, 64); err != nil {
			return nil, fmt.Errorf("is %.60q and not a number: are columns swapped?", text)
		}
		return []byte(text), nil
	case asMeasure:
		if _, err := strconv.ParseFloat(text, 64); err != nil {
			return nil, fmt.Errorf("is %.60q and not a number: are columns swapped?", text)
		}
		return []byte(text), nil
	case asJSON:
		if !json.Valid([]byte(text)) {
			return nil, fmt.Errorf("is not JSON: %.60q; names in single quotes are Python's writing: convert the table", text)
		}
		return []byte(text), nil
	case asTruth:
		return strconv.AppendBool(nil, strings.EqualFold(text, "true") || text == "1"), nil
	}
	return json.Marshal(text)
}
