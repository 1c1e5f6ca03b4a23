// Package table is what a checked corpus is written as: tables of articles, claims,
// quotations and mentions, and of what was left out. A folder has one folder for each, with
// numbered files. Columns are added, never renamed.
package table

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"rolecall/block"
	"rolecall/format"
)

// Table is one of the tables.
type Table struct {
	// Name is the folder's, About what a row is.
	Name, About string
	Columns     []block.Column
}

// ID is a table's place among All.
type ID int

// The tables.
const (
	Articles ID = iota
	Claims
	Quotations
	Mentions
	LeftOut
	Count
)

var all = [Count]Table{
	Articles: {"articles", "An article that was read.", slices.Concat(
		block.WholeColumns("article"), block.TextColumns("source", "place", "outlet", "section", "author", "date", "address", "language", "headline"),
		block.WholeColumns("words"), []block.Column{{Name: "named", Kind: block.YesNo}}, block.WholeColumns("claims", "contradicted", "supported", "quotations", "mentions"), block.TextColumns("digest", "sketch"),
	)},
	Claims: {"claims", "A claim, as rolecall check has it.", slices.Concat(block.WholeColumns("article"), block.TextColumns("source"), block.WholeColumns("claim", "start", "end"),
		block.TextColumns("kind", "quote", "title_id", "title", "season", "year", "role", "person_id", "person", "gender", "value"), block.WholeColumns("of"),
		[]block.Column{{Name: "negated", Kind: block.YesNo}}, block.TextColumns("speaker", "verdict", "reason", "sources"), block.WholeColumns("line", "column"), block.TextColumns("witness"),
		block.TextColumns("evidence"))},
	Quotations: {"quotations", "A quotation, direct or reported.", slices.Concat(
		block.WholeColumns("article", "quotation", "start", "end"), []block.Column{{Name: "direct", Kind: block.YesNo}},
		block.TextColumns("speaker_id", "speaker", "called", "gender", "verb"), block.WholeColumns("words"), block.TextColumns("where", "text"),
	)},
	Mentions: {"mentions", "A title or person of the catalog that an article names.", slices.Concat(
		block.WholeColumns("article"), block.TextColumns("kind", "id", "name", "gender"), block.WholeColumns("times"))},
	LeftOut: {"left_out", "A document that was not read, and why.", slices.Concat(
		block.WholeColumns("article"), block.TextColumns("source", "place", "outlet", "section", "author", "date", "address", "kind", "why"))},
}

// Copies is no table of documents, and only of a run on many machines: which articles are
// copies of which.
var Copies = Table{"copies", "An article that is a copy, and the first article of its group.", block.WholeColumns("article", "leader")}

// All are all tables, by ID.
func All() [Count]Table { return all }

// Of is a table.
func Of(id ID) Table { return all[id] }

// New is the table without rows.
func (t Table) New() block.Rows { return block.Rows{Columns: t.Columns} }

// Format is what the files of tables are written in.
type Format string

// The formats.
const (
	JSONLines Format = "jsonl"
	Parquet   Format = "parquet"
)

// Formats are all formats.
func Formats() []Format { return []Format{JSONLines, Parquet} }

// File is the path of a table's file within the folder, by its number.
func (t Table) File(number int, f Format) string {
	return fmt.Sprintf("%s/%05d.%s", t.Name, number, f)
}

// Write writes a table's file in a format, of what Lines has made of its rows.
func (t Table) Write(to io.Writer, f Format, lines []byte) error {
	if f == JSONLines {
		_, err := to.Write(lines)
		return err
	}
	rows, err := t.Read(lines)
	if err != nil {
		return err
	}
	return format.Parquet.Write(format.Screen{Out: to}, answer{rows})
}

// answer is one that is nothing but rows.
type answer struct{ rows block.Rows }

func (a answer) Rows() block.Rows      { return a.rows }
func (a answer) Blocks() []block.Block { return nil }
func (a answer) Object() any           { return nil }

// Lines writes rows as JSON lines.
func Lines(rows block.Rows) ([]byte, error) {
	if len(rows.Values) == 0 {
		return nil, nil
	}
	var out bytes.Buffer
	err := format.JSONLines.Write(format.Screen{Out: &out}, answer{rows})
	return out.Bytes(), err
}

// Read reads back what Lines has written of a table.
func (t Table) Read(lines []byte) (block.Rows, error) {
	rows := t.New()
	for n := 1; len(lines) > 0; n++ {
		line, rest, _ := bytes.Cut(lines, []byte("\n"))
		lines = rest
		var object map[string]any
		numbers := json.NewDecoder(bytes.NewReader(line))
		numbers.UseNumber()
		if err := numbers.Decode(&object); err != nil {
			return rows, fmt.Errorf("line %d of %s: %w", n, t.Name, err)
		}
		values := make([]any, len(t.Columns))
		for i, c := range t.Columns {
			var err error
			if values[i], err = valueOf(c.Kind, object[c.Name]); err != nil {
				return rows, fmt.Errorf("line %d of %s, %s: %w", n, t.Name, c.Name, err)
			}
		}
		rows.Add(values...)
	}
	return rows, nil
}

// valueOf is a value as rows have it.
func valueOf(kind block.Kind, value any) (any, error) {
	number, is := value.(json.Number)
	switch {
	case !is:
		return value, nil
	case kind == block.Whole:
		n, err := number.Int64()
		return int(n), err
	}
	return number.Float64()
}
