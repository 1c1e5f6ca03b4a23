// Package render says what has been counted: on a terminal, as Markdown, CSV,
// JSON or Parquet. It decides wording and layout and nothing else; every number comes from
// package measure. The JSON is a contract (docs/data-model.md): fields are added,
// never renamed.
package render

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"rolecall/catalog"
)

// Format is one of the ways to write an answer.
type Format string

// The formats.
const (
	Table    Format = "table"
	JSON     Format = "json"
	CSV      Format = "csv"
	Markdown Format = "md"
	// Parquet is for answers that are tables: reports and rankings.
	Parquet Format = "parquet"
)

// Formats are those that every answer can be written in, the default first.
func Formats() []Format { return []Format{Table, JSON, CSV, Markdown} }

// ParseFormat reads a format by its word.
func ParseFormat(text string) (Format, error) {
	if f := Format(text); f == Parquet || slices.Contains(Formats(), f) {
		return f, nil
	}
	return "", fmt.Errorf("%q is not a format: choose table, json, csv or md, or parquet for reports and rankings", text)
}

// Document is an answer that can be written in every format.
type Document interface {
	// terminal and markdown write it for people.
	terminal(*page)
	markdown(*page)
	// object is the JSON value.
	object() any
	// rows is the table for CSV, the header first.
	rows() [][]string
}

// Screen is what a document is written to.
type Screen struct {
	Out io.Writer
	// Width is the number of columns, at least 60.
	Width int
	// Color says whether to use colour, which never carries meaning alone.
	Color bool
}

// Write writes a document in a format.
func Write(s Screen, format Format, d Document) error {
	p := newPage(s)
	switch format {
	case JSON:
		encoder := json.NewEncoder(jsonWriter{s.Out})
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		return encoder.Encode(d.object())
	case CSV:
		w := csv.NewWriter(s.Out)
		return w.WriteAll(asTexts(d.rows()))
	case Parquet:
		return writeParquet(s.Out, d)
	case Markdown:
		d.markdown(p)
	default:
		d.terminal(p)
	}
	return p.err
}

// footer is the last line of every answer: which catalog it came from.
func footer(i catalog.Info) string {
	parts := []string{i.Name + " catalog"}
	if i.HandPicked {
		parts[0] += ", hand-picked"
	}
	day, _, _ := strings.Cut(i.Built, "T")
	return strings.Join(append(parts, shortHash(i.Hash), "built "+day, "sources: rolecall sources"), " · ")
}

func shortHash(hash string) string {
	if len(hash) < 8 {
		return hash
	}
	return hash[:4] + "…" + hash[len(hash)-4:]
}
