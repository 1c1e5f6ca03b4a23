package main

import "math/big"

// trade is what somebody mainly works as. It decides in which credits a person
// is found, so that an actress is one in every title.
type trade uint8

const (
	actor trade = iota
	actress
	personality
	filmDirector
	screenwriter
	filmProducer
	filmEditor
	camera
	musician
	design
	casting
)

// tradeSize is how many of each group of people follow a trade.
var tradeSize = [...]int{actor: 20, actress: 14, personality: 10, filmDirector: 4, screenwriter: 5, filmProducer: 4, filmEditor: 2, camera: 2, musician: 1, design: 1, casting: 1}

// group is the sum of tradeSize: everybody stands in a group of 64, all of whom
// are about as busy.
const group = 64

// tradeOf and tradeStart go from a place in the group to the trade and back.
var tradeOf, tradeStart = func() (of [group]trade, start [len(tradeSize)]int) {
	at := 0
	for t, size := range tradeSize {
		start[t] = at
		for range size {
			of[at] = trade(t)
			at++
		}
	}
	return of, start
}()

// standing orders people by how busy they are, the busiest first. It goes both
// ways, and busy people are spread over all identifiers: place × factor, modulo
// the number of people.
type standing struct{ people, groups, factor, inverse uint64 }

func newStanding(people int) standing {
	count := big.NewInt(int64(people))
	factor := big.NewInt(int64(float64(people)*0.6180339887) | 1)
	inverse := new(big.Int)
	for inverse.ModInverse(factor, count) == nil {
		factor.Add(factor, big.NewInt(2))
	}
	return standing{uint64(people), uint64(people) / group, factor.Uint64(), inverse.Uint64()}
}

// pick draws somebody of a trade. How often one is drawn falls with the root of
// the standing: at the real size the busiest have ten thousand credits and more,
// most people a few.
func (s standing) pick(d *draw, t trade) int {
	u := d.fraction()
	place := uint64(u*u*float64(s.groups))*group + uint64(tradeStart[t]+d.below(tradeSize[t]))
	return int(place * s.factor % s.people)
}

// place is a person's standing from 0, the busiest, to 1, and their trade.
func (s standing) place(person int) (float64, trade) {
	place := uint64(person) * s.inverse % s.people
	return float64(place) / float64(s.people), tradeOf[place%group]
}

// isMissing tells of the few people who have credits and no row.
func (w *world) isMissing(person int) bool {
	d := w.about(ofPerson, person)
	return d.below(4000) == 0
}
