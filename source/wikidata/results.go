package wikidata

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Query asks a SPARQL service for everything that is taken from Wikidata. Its
// result has a row for each identifier, statement, value and name; the parts
// between UNION may be asked one by one.
//
//go:embed query.rq
var Query string

// The columns of a result.
const (
	itemColumn     = "item"
	imdbColumn     = "imdb"
	propertyColumn = "property"
	valueColumn    = "value"
	rankColumn     = "rank"
)

// nameProperty is what the query calls an English name in the column property.
const nameProperty = "name"

// columns are the names in the header of a result as TSV. Services write
// variables with or without the question mark.
func columns(header []byte) []string {
	names := strings.Split(strings.TrimPrefix(strings.TrimRight(string(header), "\r\n"), "\ufeff"), "\t")
	for i, name := range names {
		names[i] = strings.TrimPrefix(strings.TrimSpace(name), "?")
	}
	return names
}

func isHeader(line []byte) bool {
	names := columns(line)
	return slices.Contains(names, itemColumn) && slices.Contains(names, propertyColumn)
}

// readTable reads a result as tab-separated values.
func readTable(g *gatherer, in *input) error {
	l := in.whole()
	header, err := l.next()
	if err != nil {
		return err
	}
	names := columns(header)
	if len(names) > mostColumns {
		return fmt.Errorf("%s:1: %d columns, more than any result of the query has", in.path, len(names))
	}
	row := make(map[string]string, len(names))
	for {
		line, err := l.next()
		if err != nil || line == nil {
			return err
		}
		if len(line) == 0 {
			continue
		}
		if fault := g.tableRow(row, names, line); fault != nil {
			if bytes.Contains(line, []byte("Exception")) {
				return fmt.Errorf("%s:%d: the service broke off the query (%.80s): ask it part by part, as docs/import-wikidata.md says", l.path, l.line, line)
			}
			if err := l.bad("%v", fault); err != nil {
				return err
			}
		}
	}
}

// mostColumns bounds the columns of a result, which has five.
const mostColumns = 1000

// tableRow takes a row of tab-separated values.
func (g *gatherer) tableRow(row map[string]string, names []string, line []byte) error {
	if !isText(line) {
		return errors.New(notText)
	}
	if n := bytes.Count(line, []byte("\t")) + 1; n != len(names) {
		return fmt.Errorf("%d columns, want %d", n, len(names))
	}
	cells := bytes.Split(line, []byte("\t"))
	for i, cell := range cells {
		text, err := term(bytes.TrimSpace(cell))
		if err != nil {
			return err
		}
		row[names[i]] = text
	}
	return g.row(row)
}

// term is the text of a cell. Services write addresses with or without angle
// brackets and texts with or without quotation marks.
func term(cell []byte) (string, error) {
	if len(cell) == 0 || cell[0] != '"' {
		return strings.Trim(string(cell), "<>"), nil
	}
	text, fault := literal(nil, cell)
	if fault != "" {
		return "", errors.New(fault)
	}
	return string(text), nil
}

// readResults reads a result as SPARQL-JSON.
func readResults(g *gatherer, in *input) error {
	if err := skipMark(in.text); err != nil {
		return damaged(in.path, err)
	}
	limited := &bound{from: in.text, left: largestValue}
	decoder := json.NewDecoder(limited)
	for _, key := range []string{"results", "bindings"} {
		if err := enter(decoder, key); err != nil {
			return fmt.Errorf("%s: no result of a query in SPARQL-JSON: %w", in.path, err)
		}
	}
	if t, err := decoder.Token(); err != nil || t != json.Delim('[') {
		return fmt.Errorf("%s: no result of a query in SPARQL-JSON: its bindings are no list", in.path)
	}
	for number := 1; decoder.More(); number++ {
		if number%interrupted == 0 && in.Err() != nil {
			return in.Err()
		}
		limited.left = largestRow
		var text json.RawMessage
		var bindings map[string]struct{ Value string }
		err := decoder.Decode(&text)
		if err == nil {
			err = json.Unmarshal(text, &bindings)
		}
		if err != nil {
			return damaged(in.path, fmt.Errorf("row %d: %w", number, err))
		}
		if !isText(text) {
			if err := in.report.BadLine(in.path, number, "row of the result: %s", notText); err != nil {
				return err
			}
			continue
		}
		row := make(map[string]string, len(bindings))
		for name, term := range bindings {
			row[name] = term.Value
		}
		if fault := g.row(row); fault != nil {
			if err := in.report.BadLine(in.path, number, "row of the result: %v", fault); err != nil {
				return err
			}
		}
	}
	limited.left = largestValue
	return finish(in, decoder)
}

// largestRow bounds a row, in bytes; its reader reads ahead.
const largestRow = 4 << 20

// readRows reads a result as a flat list of rows, as the query service's "JSON file"
// has it; a value may also stand in an object of its own.
func readRows(g *gatherer, in *input) error {
	v, err := in.values()
	if err != nil {
		return err
	}
	return v.each(func(text []byte) error {
		switch {
		case len(text) > largestRow:
			return v.bad("a row of %d bytes", len(text))
		case !isText(text):
			return v.bad(notText)
		}
		var cells map[string]json.RawMessage
		if err := json.Unmarshal(text, &cells); err != nil {
			return v.bad("no row of a result: %v", err)
		}
		row := make(map[string]string, len(cells))
		for name, cell := range cells {
			var plain string
			var term struct{ Value string }
			if json.Unmarshal(cell, &plain) == nil {
				row[name] = plain
			} else if json.Unmarshal(cell, &term) == nil {
				row[name] = term.Value
			}
		}
		if fault := g.row(row); fault != nil {
			return v.bad("%v", fault)
		}
		return nil
	})
}

// enter goes into an object up to the value of a key.
func enter(decoder *json.Decoder, key string) error {
	if t, err := decoder.Token(); err != nil {
		return err
	} else if t != json.Delim('{') {
		return fmt.Errorf("%v stands where an object is expected", t)
	}
	for decoder.More() {
		t, err := decoder.Token()
		if err != nil {
			return err
		}
		if t == key {
			return nil
		}
		var passed json.RawMessage
		if err := decoder.Decode(&passed); err != nil {
			return err
		}
	}
	return fmt.Errorf("there is no %q", key)
}

// finish sees to it that the result ends as it should: the list of rows and the
// two objects around it.
func finish(in *input, decoder *json.Decoder) error {
	for open := 3; open > 0; {
		switch t, err := decoder.Token(); {
		case err == io.EOF:
			return damaged(in.path, io.ErrUnexpectedEOF)
		case err != nil:
			return damaged(in.path, err)
		case t == json.Delim('{') || t == json.Delim('['):
			open++
		case t == json.Delim('}') || t == json.Delim(']'):
			open--
		}
	}
	return nil
}

// row takes a row of a result, or says what is wrong with it. Each row tells
// whom it is about, so that rows may come in any order.
func (g *gatherer) row(row map[string]string) error {
	e := entity{item: parseItem([]byte(row[itemColumn]))}
	if e.item == 0 {
		return fmt.Errorf("the item is %q: want an address that begins with %s", row[itemColumn], itemAddress)
	}
	value := row[valueColumn]
	if row[propertyColumn] == nameProperty {
		e.name, e.isNamed = []byte(value), true
		g.take(&e)
		return nil
	}
	number, rest := leadingNumber([]byte(strings.TrimPrefix(row[propertyColumn], "P")))
	p := property(number)
	if uint32(p) != number || len(rest) > 0 || !p.isTaken() {
		return fmt.Errorf("the property is %q, which the query does not ask for", row[propertyColumn])
	}
	rank := strings.ToLower(row[rankColumn])
	if strings.Contains(rank, "deprecated") {
		return nil
	}
	e.identify([]byte(row[imdbColumn]))
	if p != imdbIdentifier {
		e.add(p, parseItem([]byte(value)), nil, strings.Contains(rank, preferredRank))
	}
	g.take(&e)
	return nil
}

// PartQuery is Query for the titles and people whose IMDb identifiers begin with
// a text, which the placeholder stands for: nobody's service answers Query whole.
func PartQuery(placeholder string) string {
	part := func(variable string) string { return fmt.Sprintf("FILTER(STRSTARTS(%s, %q))", variable, placeholder) }
	return strings.NewReplacer(
		`FILTER(STRSTARTS(?imdb, "nm") || STRSTARTS(?imdb, "tt"))`, part("?imdb"),
		`FILTER(STRSTARTS(?imdb, "nm"))`, `FILTER(STRSTARTS(?imdb, "nm")) `+part("?imdb"),
		`FILTER(STRSTARTS(?imdb, "tt"))`, `FILTER(STRSTARTS(?imdb, "tt")) `+part("?imdb"),
		`FILTER(BOUND(?value))`, `FILTER(BOUND(?value)) `+part("?titleImdb"),
	).Replace(Query)
}
