package nameindex

import (
	"context"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

var size = flag.Int("nameindex.size", 0, "measure an index of so many generated names")

// TestSize measures: go test ./nameindex -run TestSize -v -nameindex.size 3000000
func TestSize(t *testing.T) {
	if *size == 0 {
		t.Skip("set -nameindex.size to measure")
	}
	path := filepath.Join(t.TempDir(), "names")
	start := time.Now()
	for range generated(*size) {
	}
	making := time.Since(start)
	start = time.Now()
	if err := Build(context.Background(), path, generated(*size), Options{}); err != nil {
		t.Fatal(err)
	}
	took := time.Since(start) - making
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	t.Logf("built in %v (and %v making names): %.0f names a second, %.1f bytes a name; %d MB taken from the system",
		took.Round(time.Millisecond), making.Round(time.Millisecond), float64(*size)/took.Seconds(), float64(info.Size())/float64(*size), memory.Sys>>20)
	start = time.Now()
	x, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	t.Logf("opened in %v", time.Since(start))
	for i, s := range x.header.Sections {
		t.Logf("section %d: %.2f bytes a name", i, float64(s.Length)/float64(*size))
	}
	measure(t, x)
}

func measure(t *testing.T, x *Index) {
	random := rand.New(rand.NewPCG(3, 4))
	var sample []Entry
	i := 0
	for e := range generated(*size) {
		if i++; i%(*size/1000) == 0 && len([]rune(e.Name)) >= 8 {
			sample = append(sample, e)
		}
	}
	for _, way := range []struct {
		name   string
		change func(string) string
	}{
		{"exact", func(s string) string { return s }},
		{"one typing error", func(s string) string { return edited(random, s) }},
		{"two typing errors", func(s string) string { return edited(random, edited(random, s)) }},
		{"words reversed", func(s string) string {
			words := strings.Fields(s)
			slices.Reverse(words)
			return strings.Join(words, " ")
		}},
		{"a word less", func(s string) string {
			words := strings.Fields(s)
			return strings.Join(words[:max(1, len(words)-1)], " ")
		}},
		{"beginning", func(s string) string { return string([]rune(s)[:len([]rune(s))*2/3]) }},
		{"with a year", func(s string) string { return s + " 1999" }},
	} {
		var times []time.Duration
		held := 0
		for _, e := range sample {
			text := way.change(e.Name)
			start := time.Now()
			hits := x.Find(text, Query{Most: 20})
			times = append(times, time.Since(start))
			if slices.ContainsFunc(hits, func(h Hit) bool { return h.ID == e.ID }) {
				held++
			}
		}
		slices.Sort(times)
		t.Logf("%-18s p50 %8v  p99 %8v  most %8v  among the first 20: %.1f %%", way.name, times[len(times)/2].Round(time.Microsecond),
			times[len(times)*99/100].Round(time.Microsecond), times[len(times)-1].Round(time.Microsecond), 100*float64(held)/float64(len(times)))
	}
}

// edited leaves out, puts in, changes or swaps one letter.
func edited(random *rand.Rand, text string) string {
	letters := []rune(text)
	at := random.IntN(len(letters))
	other := rune('a' + random.IntN(26))
	switch random.IntN(4) {
	case 0:
		return string(slices.Delete(letters, at, at+1))
	case 1:
		return string(slices.Insert(letters, at, other))
	case 2:
		letters[at] = other
	default:
		if at > 0 {
			letters[at-1], letters[at] = letters[at], letters[at-1]
		}
	}
	return string(letters)
}
