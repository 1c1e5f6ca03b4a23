package syntax_test

import (
	"os"
	"testing"

	"rolecall/press/syntax"
	"rolecall/press/syntax/internal/grammar"
)

func BenchmarkTag(b *testing.B) {
	w := words("[Ava DuVernay], who directed the first two episodes of the series, said that most of " +
		"the crew she'd hired were women, and that nobody had asked her to.")
	syntax.Tag(w)
	for b.Loop() {
		syntax.Tag(w)
	}
	b.ReportMetric(float64(b.N*len(w))/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkLoad(b *testing.B) {
	file, err := os.ReadFile("model/english.zst")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := grammar.Unpack(file); err != nil {
			b.Fatal(err)
		}
	}
}
