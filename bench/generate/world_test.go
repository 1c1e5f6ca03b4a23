package main

import (
	"testing"

	"pgregory.net/rapid"
)

// Identifiers rise as text, whatever the number of titles, and each is given
// once.
func TestIdentifiersAreInTheOrderOfText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := newNumbering(rapid.Uint64().Draw(t, "seed"), rapid.IntRange(1, 20000).Draw(t, "count"), rapid.IntRange(20000, 99_000_000).Draw(t, "span"))
		seen, last := make(map[int]bool), ""
		for index := range n.inOrder() {
			id := string(appendIdentifier(nil, "tt", n.number(index)))
			if id <= last || seen[index] {
				t.Fatalf("%s after %s", id, last)
			}
			seen[index], last = true, id
		}
		if len(seen) != n.count {
			t.Fatalf("%d of %d", len(seen), n.count)
		}
	})
}

// Whoever is drawn for a trade follows it, so that an actress is nowhere an
// actor.
func TestPeopleKeepTheirTrade(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people := rapid.IntRange(1000, 40_000_000).Draw(t, "people")
		s := newStanding(people)
		d := draw{rapid.Uint64().Draw(t, "draw")}
		wanted := trade(rapid.IntRange(0, len(tradeSize)-1).Draw(t, "trade"))
		person := s.pick(&d, wanted)
		place, followed := s.place(person)
		if person < 0 || person >= people || followed != wanted || place < 0 || place >= 1 {
			t.Fatalf("person %d of %d at %g follows trade %d, want %d", person, people, place, followed, wanted)
		}
	})
}

// Blocks add up to the whole, even where the last one is of a few titles.
func TestBlocksAddUp(t *testing.T) {
	for _, titles := range []int{1, 2, 7, 5000, blockSize, blockSize + 1, blockSize + 3, 2*blockSize + 40} {
		w := &world{seed: 1, titles: newNumbering(1, titles, titleSpan)}
		next := 0
		for number := range (titles + blockSize - 1) / blockSize {
			block := w.block(number)
			for i, each := range block {
				if each.index != next {
					t.Fatalf("%d titles: title %d stands at %d", titles, each.index, next)
				}
				next++
				if each.kind != tvEpisode {
					continue
				}
				if series := block[each.of-number*blockSize]; series.kind != tvSeries && series.kind != tvMiniSeries {
					t.Fatalf("%d titles: %d is an episode of a %s", titles, i, kindWords[series.kind])
				}
			}
		}
		if next != titles {
			t.Errorf("%d titles, want %d", next, titles)
		}
	}
}
