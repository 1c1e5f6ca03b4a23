package rolecall_test

import (
	"testing"

	"rolecall"
)

func TestBilled(t *testing.T) {
	for text, want := range map[string]struct {
		billed rolecall.Billed
		words  string
	}{
		"1..3": {rolecall.Billed{From: 1, To: 3}, "billed among the first 3"},
		"..8":  {rolecall.Billed{To: 8}, "billed among the first 8"},
		"1":    {rolecall.Billed{From: 1, To: 1}, "billed first"},
		"2..":  {rolecall.Billed{From: 2}, "billed after the first 1"},
		"2..5": {rolecall.Billed{From: 2, To: 5}, "billed in places 2 to 5"},
		"4":    {rolecall.Billed{From: 4, To: 4}, "billed in place 4"},
	} {
		got, err := rolecall.ParseBilled(text)
		if err != nil || got != want.billed || got.Words() != want.words {
			t.Errorf("%s: %+v, %q, %v", text, got, got.Words(), err)
		}
		if again, err := rolecall.ParseBilled(got.String()); err != nil || again.Words() != got.Words() {
			t.Errorf("%s is written %s", text, got)
		}
	}
	for _, text := range []string{"", "..", "0", "-1", "3..1", "one", "1...3", "1..3..5", "9999999999999999999"} {
		if got, err := rolecall.ParseBilled(text); err == nil {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
}
