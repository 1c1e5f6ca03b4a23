package block_test

import (
	"fmt"
	"testing"

	"rolecall"
	"rolecall/block"
)

func TestRowsTakeValuesOfTheirKind(t *testing.T) {
	kinds := map[block.Kind][]struct{ value, want any }{
		block.String:   {{"a", "a"}, {"", nil}, {rolecall.Director, "director"}, {rolecall.Role(""), nil}, {nil, nil}},
		block.Whole:    {{3, 3}, {0, 0}, {nil, nil}, {block.Known(5, true), 5}, {block.Known(5, false), nil}},
		block.Fraction: {{rolecall.Fraction{Numerator: 2, Denominator: 3}, 0.666667}, {rolecall.Fraction{}, nil}, {-1e-9, 0.0}, {0.25, 0.25}},
		block.Decimal:  {{2.5, 2.5}},
		block.YesNo:    {{true, true}, {false, false}},
	}
	for kind, cases := range kinds {
		for _, c := range cases {
			rows := block.Rows{Columns: []block.Column{{Name: "it", Kind: kind}}}
			rows.Add(c.value)
			if got := rows.Values[0][0]; got != c.want {
				t.Errorf("%v in a column of kind %d is %v, want %v", c.value, kind, got, c.want)
			}
		}
	}
}

// A wrong value is a fault of the program, found by the first test that writes it.
func TestRowsRefuseOtherValues(t *testing.T) {
	for kind, value := range map[block.Kind]any{block.String: 3, block.Whole: "3", block.Fraction: 3, block.Decimal: rolecall.Fraction{}, block.YesNo: "true"} {
		if fault := addFault(kind, value); fault != fmt.Sprintf("column it takes no %T", value) {
			t.Errorf("%v in a column of kind %d: %v", value, kind, fault)
		}
	}
	if fault := addFault(block.String, "a", "b"); fault != "a row of 2 values for 1 columns" {
		t.Errorf("a row that is too long: %v", fault)
	}
}

func addFault(kind block.Kind, values ...any) (fault any) {
	defer func() { fault = recover() }()
	rows := block.Rows{Columns: []block.Column{{Name: "it", Kind: kind}}}
	rows.Add(values...)
	return nil
}

func TestTextsAreTrimmed(t *testing.T) {
	for want, text := range map[string]block.Text{
		"a b": block.Join(block.Plain(" "), block.Plain("\t a"), block.Strong(" b "), block.Plain("  ")), "": block.Plain("  "),
	} {
		if got := text.Trimmed().String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
