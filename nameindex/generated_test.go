package nameindex

import (
	"context"
	"fmt"
	"iter"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The kinds of the tests.
const (
	film uint8 = iota
	series
	episode
	person
)

// vocabulary makes words of syllables, always the same for the same seed.
func vocabulary(random *rand.Rand, words int) []string {
	onsets := []string{"b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p", "r", "s", "sh", "st", "t", "tr", "v", "w", "y", "z", ""}
	nuclei := []string{"a", "e", "i", "o", "u", "ai", "ea", "ou", "é", "ö"}
	codas := []string{"", "", "", "n", "r", "s", "l", "m", "ck", "th", "nd"}
	pick := func(from []string) string { return from[random.IntN(len(from))] }
	made := make([]string, words)
	for i := range made {
		var word strings.Builder
		for range 1 + random.IntN(2) + random.IntN(3) {
			word.WriteString(pick(onsets) + pick(nuclei) + pick(codas))
		}
		text := word.String()
		made[i] = strings.ToUpper(text[:1]) + text[1:]
	}
	return made
}

// firstGenerated is above the numbers of real names.
const firstGenerated = 1_000_000

// generated makes n entries, four of nine titles and the rest people, with few
// words common and most rare, as in names that are real.
func generated(n int) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		random := rand.New(rand.NewPCG(1, 2))
		given, family, common := vocabulary(random, 4000+n/100), vocabulary(random, 4000+n/10), vocabulary(random, 4000+n/40)
		power := func(from []string) string {
			u := random.Float64()
			return from[int(u*u*u*float64(len(from)))]
		}
		for i := range n {
			entry := Entry{Number: firstGenerated + uint32(i), Weight: uint32(1 / (random.Float64() + 1e-6)), Year: 1920 + random.IntN(105)}
			if i%9 < 4 {
				entry.Kind = uint8(i % 2)
				words := make([]string, 1+random.IntN(3)+random.IntN(3))
				for j := range words {
					words[j] = power(common)
				}
				if random.IntN(4) == 0 {
					words = slices.Insert(words, 0, "The")
				}
				entry.Name = strings.Join(words, " ")
				if i%3 == 0 {
					entry.Kind, entry.Name = episode, fmt.Sprintf("Episode #%d.%d", 1+random.IntN(9), 1+random.IntN(20))
				}
			} else {
				entry.Kind = person
				entry.Name = power(given) + " " + power(family)
			}
			if !yield(entry, nil) {
				return
			}
		}
	}
}

func each(entries []Entry) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for _, e := range entries {
			if !yield(e, nil) {
				return
			}
		}
	}
}

func indexOf(t testing.TB, entries iter.Seq2[Entry, error]) *Index {
	t.Helper()
	path := filepath.Join(t.TempDir(), "names")
	if err := Build(context.Background(), path, entries, Options{}); err != nil {
		t.Fatal(err)
	}
	x, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}
