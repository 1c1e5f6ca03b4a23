package block

import (
	"fmt"
	"reflect"
	"strconv"

	"rolecall"
)

// Rows are the table of an answer for machines: columns with names and kinds, and
// rows of values. The zero Rows says that the answer has no table.
type Rows struct {
	Columns []Column
	// Values are one slice a row, one value a column: string, int, float64 or bool by
	// the column's kind, or nil where there is nothing.
	Values [][]any
}

// Column is a column of Rows.
type Column struct {
	Name string
	Kind Kind
}

// Kind is what the values of a column are.
type Kind int

// The kinds. A Fraction is a ratio, written to six decimals everywhere; a Decimal is
// any other number.
const (
	String Kind = iota
	Whole
	Fraction
	Decimal
	YesNo
)

// TextColumns and those below are columns of one kind by their names.
func TextColumns(names ...string) []Column     { return columns(String, names) }
func WholeColumns(names ...string) []Column    { return columns(Whole, names) }
func FractionColumns(names ...string) []Column { return columns(Fraction, names) }

func columns(kind Kind, names []string) []Column {
	all := make([]Column, len(names))
	for i, name := range names {
		all[i] = Column{name, kind}
	}
	return all
}

// Add adds a row. Empty texts and undefined fractions are nothing, fractions are rounded
// to six decimals; a value of another kind than its column's, or a row of another length,
// is a fault of the program.
func (r *Rows) Add(values ...any) {
	if len(values) != len(r.Columns) {
		panic(fmt.Sprintf("a row of %d values for %d columns", len(values), len(r.Columns)))
	}
	row := make([]any, len(values))
	for i, v := range values {
		row[i] = valueOf(r.Columns[i], v)
	}
	r.Values = append(r.Values, row)
}

// Known is a number where it is there, and nothing else.
func Known(n int, there bool) any {
	if !there {
		return nil
	}
	return n
}

func valueOf(c Column, v any) any {
	switch v := v.(type) {
	case nil:
		return nil
	case int:
		if c.Kind == Whole {
			return v
		}
	case bool:
		if c.Kind == YesNo {
			return v
		}
	case float64:
		if c.Kind == Fraction {
			return rounded(v)
		}
		if c.Kind == Decimal {
			return v
		}
	case rolecall.Fraction:
		value, defined := v.Value()
		if c.Kind == Fraction && !defined {
			return nil
		}
		if c.Kind == Fraction {
			return rounded(value)
		}
	default:
		if text := reflect.ValueOf(v); c.Kind == String && text.Kind() == reflect.String {
			return orNothing(text.String())
		}
	}
	panic(fmt.Sprintf("column %s takes no %T", c.Name, v))
}

// rounded is a ratio to six decimals, as JSON has it.
func rounded(ratio float64) float64 {
	value, _ := strconv.ParseFloat(Decimals(ratio), 64) // its own text
	return value
}

// Decimals writes a ratio to six decimals.
func Decimals(ratio float64) string {
	text := strconv.FormatFloat(ratio, 'f', 6, 64)
	if text == "-0.000000" {
		return text[1:]
	}
	return text
}

func orNothing(text string) any {
	if text == "" {
		return nil
	}
	return text
}
