package render

import (
	"fmt"
	"slices"
	"strings"

	"rolecall/block"
	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/phrase"
)

// Answered is the answer to a statement of "rolecall sql".
type Answered struct {
	Answer  catalog.Answered
	Catalog catalog.Info
}

// Blocks are the answer for people.
func (a Answered) Blocks() []block.Block {
	rows := a.Answer.Rows
	table := block.Table{Head: phrase.Each(rows.Columns, func(c block.Column) string { return c.Name })}
	for i, c := range rows.Columns {
		if c.Kind != block.String {
			table.Right = append(table.Right, i)
		}
	}
	for _, row := range rows.Values {
		table.Rows = append(table.Rows, block.Texts(phrase.Each(row, cell)...))
	}
	return append([]block.Block{table}, ending(a.Notes(), nil, a.Catalog)...)
}

// cell is a value as a table for people has it.
func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case bool:
		if v {
			return "yes"
		}
		return "no"
	}
	return fmt.Sprint(v)
}

// Notes say what is not all there.
func (a Answered) Notes() (notes []string) {
	if a.Answer.Cut {
		notes = append(notes, fmt.Sprintf("There are more rows than these %s: ask for more with --limit, or sum them up.", phrase.Number(len(a.Answer.Rows.Values))))
	}
	if a.Answer.Endless {
		notes = append(notes, "A number that is infinite or none at all, as of a division by zero, is left empty.")
	}
	return notes
}

// Rows are the answer itself.
func (a Answered) Rows() block.Rows { return a.Answer.Rows }

// Contract is the answer as JSON says it.
func (a Answered) Contract() contract.Answered {
	object := contract.Answered{Columns: []contract.AnsweredColumn{}, Rows: len(a.Answer.Rows.Values), Cut: a.Answer.Cut, Notes: orEmpty(a.Notes()), Catalog: catalogObject(a.Catalog)}
	for i, c := range a.Answer.Rows.Columns {
		column := contract.AnsweredColumn{Name: c.Name}
		switch c.Kind {
		case block.Whole:
			column.Kind, column.Wholes = "whole", valuesOf[int](a.Answer.Rows, i)
		case block.YesNo:
			column.Kind, column.YesNo = "yes_no", valuesOf[bool](a.Answer.Rows, i)
		case block.Decimal, block.Fraction:
			column.Kind, column.Numbers = "number", valuesOf[float64](a.Answer.Rows, i)
		default:
			column.Kind, column.Texts = "text", valuesOf[string](a.Answer.Rows, i)
		}
		object.Columns = append(object.Columns, column)
	}
	return object
}

// valuesOf are the values of a column, nil where there is nothing.
func valuesOf[T any](rows block.Rows, column int) []*T {
	values := make([]*T, len(rows.Values))
	for i, row := range rows.Values {
		if v, is := row[column].(T); is {
			values[i] = &v
		}
	}
	return values
}

// Views is the answer to "rolecall sql" without a statement: what can be asked.
type Views struct{ Catalog catalog.Info }

// Blocks are the answer for people.
func (v Views) Blocks() []block.Block {
	blocks := []block.Block{block.Title{Text: block.Plain("What a statement can ask")}}
	for _, view := range catalog.Views() {
		t := block.Table{Head: []string{"column", "what it is", "of"}}
		for _, c := range view.Columns {
			t.Rows = append(t.Rows, block.Texts(c.Name, c.About, Values(c)))
		}
		blocks = append(blocks, block.Heading{Words: view.Name}, block.Sentence{Text: block.Plain(view.About)}, t)
	}
	functions := block.Table{Head: []string{"call", "what it gives"}}
	for _, m := range catalog.Macros() {
		functions.Rows = append(functions.Rows, block.Texts(m.Call(), m.About))
	}
	return append(append(blocks, block.Heading{Words: "Functions"}, functions), ending([]string{"The tables of the file are not among these and change with the program; these views do not, but by columns that are added."}, nil, v.Catalog)...)
}

// Values says in a few words what the values of a column are.
func Values(c catalog.ViewColumn) string {
	switch {
	case c.Of != "":
		return "key of " + c.Of
	case len(c.Choices) > 0:
		return strings.Join(c.Choices, ", ")
	case c.Unit != "":
		return c.Unit
	}
	return string(c.Type)
}

// Rows are the columns.
func (v Views) Rows() block.Rows {
	rows := block.Rows{Columns: slices.Concat(block.TextColumns("view", "column", "type", "unit"), []block.Column{{Name: "needed", Kind: block.YesNo}}, block.TextColumns("of", "about"))}
	for _, view := range catalog.Views() {
		for _, c := range view.Columns {
			rows.Add(view.Name, c.Name, c.Type, c.Unit, c.Needed, c.Of, c.About)
		}
	}
	return rows
}

// Contract is the answer as JSON says it.
func (v Views) Contract() contract.Views {
	object := contract.Views{Views: []contract.View{}, Functions: []contract.Function{}, Catalog: catalogObject(v.Catalog)}
	for _, view := range catalog.Views() {
		one := contract.View{Name: view.Name, About: view.About, Key: orEmpty(view.Key), Columns: []contract.ViewColumn{}}
		for _, c := range view.Columns {
			one.Columns = append(one.Columns, contract.ViewColumn{Name: c.Name, Type: string(c.Type), Unit: c.Unit, About: c.About, Needed: c.Needed, Choices: orEmpty(c.Choices), Of: c.Of})
		}
		object.Views = append(object.Views, one)
	}
	for _, m := range catalog.Macros() {
		object.Functions = append(object.Functions, contract.Function{Call: m.Call(), About: m.About})
	}
	return object
}
