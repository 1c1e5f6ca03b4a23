package main

import (
	"math"
	"os"
	"path/filepath"
	"testing"
)

// The study's percentages come out from its own guesses: women's credits among
// those guessed, per year and role.
func TestTheStudyIsReproduced(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "shared", "data", "series-2018")
	if _, err := os.Stat(folder); err != nil {
		t.Skip("the study's data are not here: ", err)
	}
	cells, err := compare(folder)
	if err != nil {
		t.Fatal(err)
	}
	equal := 0
	for _, c := range cells {
		apart := math.Abs(c.counted() - c.published)
		if apart <= same {
			equal++
		}
		if apart > 0.008 {
			t.Errorf("%s, %s: %.4f %%, published %.4f %%", c.year, c.role, c.counted(), c.published)
		}
	}
	if len(cells) != 96 || equal != 94 {
		t.Errorf("%d of %d cells are the same, want 94 of 96", equal, len(cells))
	}
}
