package nameindex

import (
	"bufio"
	"fmt"
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

// realNames are names of films, series and people; the Number of each is its place
// in the table. Unless the table says, all weigh the same.
func realNames(t testing.TB) []Entry {
	t.Helper()
	kinds := map[string]uint8{"film": film, "series": series, "person": person}
	var all []Entry
	for i, row := range rows(t, "testdata/names.tsv") {
		e := Entry{Number: uint32(i), Name: row[1], Kind: kinds[row[0]], Weight: 1000}
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

func label(e Entry) string {
	if e.Year == 0 {
		return e.Name
	}
	return fmt.Sprintf("%s %d", e.Name, e.Year)
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
// real and many more that are not. The measures are the mean of one over the
// rank, and the share of queries answered among the first ten.
func TestEvaluation(t *testing.T) {
	const leastMean, leastRecall = 0.97, 0.98
	names := realNames(t)
	x := indexOf(t, chain(each(names), generated(30_000)))
	queries := rows(t, "testdata/evaluation.tsv")
	if len(queries) < 120 {
		t.Fatalf("%d queries say too little", len(queries))
	}
	wanted := map[string][]uint32{}
	for _, e := range names {
		wanted[label(e)] = append(wanted[label(e)], e.Number)
	}
	var sum, held float64
	for _, row := range queries {
		if len(wanted[row[1]]) != 1 {
			t.Fatalf("%q is not one of the names", row[1])
		}
		hits := mustFind(x, row[0], Query{})
		rank := slices.IndexFunc(hits, func(h Hit) bool { return h.Number == wanted[row[1]][0] })
		if rank >= 0 {
			sum += 1 / float64(rank+1)
			held++
		}
		if rank != 0 {
			t.Logf("%q: %q at %d; first %+v", row[0], row[1], rank+1, hits[:min(1, len(hits))])
		}
	}
	mean, recall := sum/float64(len(queries)), held/float64(len(queries))
	t.Logf("%d queries: mean reciprocal rank %.3f, recall@10 %.3f", len(queries), mean, recall)
	if mean < leastMean || recall < leastRecall {
		t.Errorf("mean reciprocal rank %.3f and recall@10 %.3f are to be at least %.2f and %.2f", mean, recall, leastMean, leastRecall)
	}
}
