package main

import (
	"fmt"
	"math"
)

// How much the real data sets held in 2026, rounded.
const (
	realTitles   = 12_270_000
	realPeople   = 15_060_000
	realEpisodes = 9_460_000
	realSeries   = 357_000
)

// The highest numbers of the real identifiers, roughly.
const (
	titleSpan  = 37_500_000
	personSpan = 18_000_000
)

// The scales that can be written: below, there are too few people to draw from;
// above, identifiers would need nine digits.
const (
	leastScale = 0.0001
	mostScale  = 2.5
)

// world is all there is to know: what a row is about is drawn from it.
type world struct {
	seed   uint64
	titles numbering
	people numbering
	trades standing
	words  *vocabulary
}

func newWorld(scale float64, seed uint64) (*world, error) {
	if !(scale >= leastScale && scale <= mostScale) {
		return nil, fmt.Errorf("the scale %g cannot be written: choose one from %g to %g", scale, leastScale, mostScale)
	}
	titles, people := int(math.Round(realTitles*scale)), int(math.Round(realPeople*scale))
	wide := max(scale, 1)
	return &world{
		seed:   seed,
		titles: newNumbering(seed, titles, int(titleSpan*wide)),
		people: newNumbering(seed+1, people, int(personSpan*wide)),
		trades: newStanding(people),
		words:  newVocabulary(seed),
	}, nil
}

func (w *world) about(s subject, index int) draw { return about(w.seed, s, index) }
