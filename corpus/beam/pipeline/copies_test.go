package pipeline

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"rolecall/corpus/copies"
	"rolecall/corpus/table"
)

// drifting are texts as a list of films that changes from day to day: each is a copy of the one
// before, and the last have nothing in common with the first. Other texts lie between.
func drifting(texts int) []copies.Text {
	chance := rand.New(rand.NewPCG(1, 2))
	word := func() string { return fmt.Sprintf("w%d", chance.IntN(5000)) }
	words := make([]string, 120)
	for i := range words {
		words[i] = word()
	}
	var all []copies.Text
	add := func(text string) {
		sketch, digest := copies.Of(text)
		all = append(all, copies.Text{Digest: digest, Sketch: sketch})
	}
	for n := range texts {
		switch n % 7 {
		case 3:
			add(word() + " " + word())
		case 5:
			all = append(all, all[chance.IntN(len(all))])
		default:
			from := chance.IntN(len(words) - 12)
			for i := range 12 {
				words[from+i] = word()
			}
			add(strings.Join(words, " "))
		}
	}
	// Two texts whose digests are the same by chance, the later like an earlier one.
	other := all[texts/2]
	other.Digest = all[texts/3].Digest
	return append(all, other, other)
}

// TestCopiesAreThoseOfOneMemory follows chains on all workers and on one.
func TestCopiesAreThoseOfOneMemory(t *testing.T) {
	texts := drifting(300)
	var want []string
	for i, first := range copies.Groups(texts) {
		if int(first) != i {
			want = append(want, fmt.Sprintf(`{"article":%d,"leader":%d}`, i+1, first+1))
		}
	}
	if len(want) < 150 {
		t.Fatalf("%d copies only: the test shows little", len(want))
	}
	var elements []Text
	for i, text := range texts {
		elements = append(elements, textOf(i+1, text))
	}
	rand.Shuffle(len(elements), func(i, j int) { elements[i], elements[j] = elements[j], elements[i] })
	for _, rounds := range []int{0, 2, rounds} {
		dir := t.TempDir()
		p, root := beam.NewPipelineWithRoot()
		copied := firsts(root, linked(root, beam.CreateList(root, elements), 3), rounds)
		writeCopies(root, tables{dir, table.JSONLines, 1000}, copied)
		if _, err := beam.Run(t.Context(), "prism", p); err != nil {
			t.Fatal(err)
		}
		written, err := os.ReadFile(filepath.Join(dir, table.Copies.File(1, table.JSONLines)))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Split(strings.TrimSpace(string(written)), "\n"); !slices.Equal(got, want) {
			t.Errorf("%d rounds:\n%v\nwant\n%v", rounds, got, want)
		}
	}
}

// TestShardsAreInTheOrderOfTheFiles deals unsorted inputs out, some of them empty.
func TestShardsAreInTheOrderOfTheFiles(t *testing.T) {
	counted := func(place, documents int) Counted {
		c := Counted{Documents: documents}
		c.Place, c.File.Path = place, fmt.Sprint(place)
		return c
	}
	var got []string
	for _, s := range dealt([]Counted{counted(3, 2), counted(0, 5), counted(2, 0), counted(1, 9)}, 4) {
		for _, p := range s.Parts {
			got = append(got, fmt.Sprintf("%d from %d: file %s, %d after %d", s.Number, s.First, p.File.Path, p.Take, p.Skip))
		}
	}
	want := []string{
		"1 from 1: file 0, 4 after 0", "2 from 5: file 0, 1 after 4", "2 from 5: file 1, 3 after 0", "3 from 9: file 1, 4 after 3", "4 from 13: file 1, 2 after 7", "4 from 13: file 3, 2 after 0",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
}
