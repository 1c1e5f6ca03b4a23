package format

import (
	"bytes"
	"encoding/json"

	"rolecall/block"
)

// JSONLines is the table of an answer, one object a row and line: numbers are numbers,
// and what is not there is null.
var JSONLines = Format{
	Word: "jsonl", Name: "JSON lines", About: "its table, one object a line: numbers are numbers, and what is not there is null", Ending: ".jsonl", Kind: "application/jsonl", Part: Rows,
	Write: writeJSONLines,
}

func writeJSONLines(s Screen, a Answer) error {
	rows, err := rowsOf(a, "JSON lines")
	if err != nil {
		return err
	}
	out := jsonWriter{s.Out}
	for _, values := range rows.Values {
		line, err := object(rows.Columns, values)
		if err != nil {
			return err
		}
		if _, err := out.Write(line); err != nil {
			return err
		}
	}
	return nil
}

// object is a row as one line, its fields in the order of the columns.
func object(columns []block.Column, values []any) ([]byte, error) {
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	for i, v := range values {
		if ratio, is := v.(float64); is {
			v = json.Number(number(columns[i].Kind, ratio))
		}
		line.WriteString(before(i))
		if err := encoder.Encode(columns[i].Name); err != nil {
			return nil, err
		}
		line.Truncate(line.Len() - 1) // Encode ends lines
		line.WriteByte(':')
		if err := encoder.Encode(v); err != nil {
			return nil, err
		}
		line.Truncate(line.Len() - 1)
	}
	line.WriteString("}\n")
	return line.Bytes(), nil
}

// before is what stands before a field.
func before(place int) string {
	if place == 0 {
		return "{"
	}
	return ","
}
