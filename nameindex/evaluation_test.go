package nameindex

import (
	"bufio"
	"iter"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rows reads a table of the test data, without its heading.
func rows(t testing.TB, path string) [][]string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all [][]string
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		all = append(all, strings.Split(lines.Text(), "\t"))
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return all[1:]
}

// realNames are names of films, series and people; the ID of each is its name
// and year.
func realNames(t testing.TB) []Entry {
	t.Helper()
	kinds := map[string]uint8{"film": film, "series": series, "person": person}
	var all []Entry
	for _, row := range rows(t, "testdata/names.tsv") {
		e := Entry{Name: row[1], Kind: kinds[row[0]], ID: strings.TrimSpace(row[1] + " " + row[2]), Weight: 1000}
		if row[2] != "" {
			year, err := strconv.Atoi(row[2])
			if err != nil {
				t.Fatal(err)
			}
			e.Year = year
		}
		all = append(all, e)
	}
	return all
}

func chain(sequences ...iter.Seq2[Entry, error]) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for _, sequence := range sequences {
			for e, err := range sequence {
				if !yield(e, err) {
					return
				}
			}
		}
	}
}

// TestEvaluation holds the ranking to what people type, among names that are
// real and many more that are not. The measure is the mean of one over the rank.
func TestEvaluation(t *testing.T) {
	const wanted = 0.9
	x := indexOf(t, chain(each(realNames(t)), generated(30_000)), 0)
	queries := rows(t, "testdata/evaluation.tsv")
	if len(queries) < 120 {
		t.Fatalf("%d queries say too little", len(queries))
	}
	var sum float64
	for _, row := range queries {
		hits := x.Find(row[0], Query{Most: 20})
		rank := slices.IndexFunc(hits, func(h Hit) bool { return h.ID == row[1] })
		if rank >= 0 {
			sum += 1 / float64(rank+1)
		}
		if rank != 0 {
			first := "nothing"
			if len(hits) > 0 {
				first = hits[0].ID
			}
			t.Logf("%q: %q at %d, after %q", row[0], row[1], rank+1, first)
		}
	}
	mean := sum / float64(len(queries))
	t.Logf("mean reciprocal rank of %d queries: %.3f", len(queries), mean)
	if mean < wanted {
		t.Errorf("mean reciprocal rank %.3f is below %.2f", mean, wanted)
	}
}
