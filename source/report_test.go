package source_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"rolecall/source"
)

func TestBadLinesAreCountedAndBounded(t *testing.T) {
	r := &source.Report{MostBadLines: 12}
	for line := 1; line <= 12; line++ {
		if err := r.BadLine("names.tsv", line, "%d columns, want 6", line); err != nil {
			t.Fatalf("line %d: %v", line, err)
		}
	}
	shown, all := r.BadLines()
	if all != 12 || len(shown) != 10 || shown[0].Error() != "names.tsv:1: 1 columns, want 6" {
		t.Errorf("%d bad lines, %d shown, first %v", all, len(shown), shown[0])
	}
	err := r.BadLine("names.tsv", 13, "empty")
	if fault := new(source.LineError); !errors.As(err, &fault) || fault.Line != 13 || !strings.Contains(err.Error(), "--max-bad-lines") {
		t.Errorf("one too many: %v", err)
	}
	if err := (&source.Report{}).BadLine("f", 1, "x"); err == nil {
		t.Error("a report that allows no bad line took one")
	}
}

func TestUnmappedWordsAreCounted(t *testing.T) {
	r := &source.Report{}
	for _, word := range []string{"grip", "gaffer", "grip"} {
		r.Unmapped("job", word)
	}
	r.Unmapped("gender", "Q1")
	want := []source.UnmappedWord{{What: "gender", Word: "Q1", Times: 1}, {What: "job", Word: "grip", Times: 2}, {What: "job", Word: "gaffer", Times: 1}}
	if got := r.UnmappedWords(); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestProgressIsTold(t *testing.T) {
	var told []int64
	r := &source.Report{Progress: func(bytes int64) { told = append(told, bytes) }}
	r.Read(10)
	r.Read(5)
	if !slices.Equal(told, []int64{10, 15}) {
		t.Errorf("told %v", told)
	}
}
