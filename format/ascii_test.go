package format

import (
	"strings"
	"testing"
	"unicode"

	"rolecall/block"
)

// In ASCII every line is as wide as before, and only letters of names are beyond it.
func TestASCII(t *testing.T) {
	answer := said{blocks: []block.Block{
		block.Title{Text: block.Plain("Zoë Kravitz · “All of it” – 3–8 of 10…")}, block.Key{},
		block.Table{Head: []string{"who", "share"}, Rows: [][]block.Text{block.Texts("是枝裕和", "12\u202f345 ✓"), block.Texts("O’Brien", "≥ 1 ✗")}},
	}}
	var all, ascii strings.Builder
	if err := Terminal.Write(Screen{Out: &all, Width: 80}, answer); err != nil {
		t.Fatal(err)
	}
	if err := Terminal.Write(Screen{Out: &ascii, Width: 80, ASCII: true}, answer); err != nil {
		t.Fatal(err)
	}
	before, after := []rune(all.String()), []rune(ascii.String())
	if len(before) != len(after) {
		t.Fatalf("%d signs become %d:\n%s\n%s", len(before), len(after), all.String(), ascii.String())
	}
	for i, r := range after {
		if r > unicode.MaxASCII && (!unicode.IsLetter(r) || r != before[i]) {
			t.Errorf("%q stays for %q", r, before[i])
		}
	}
	if !strings.Contains(ascii.String(), `Zoë Kravitz | "All of it" - 3-8 of 10.`) || !strings.Contains(ascii.String(), "O'Brien") {
		t.Errorf("%s", ascii.String())
	}
}
