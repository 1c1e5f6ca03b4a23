package main

import (
	"math"
	"math/bits"
)

// draw is a sequence of random numbers: splitmix64, which is fast to start, and
// a sequence is started for nearly every row.
type draw struct{ state uint64 }

func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

func (d *draw) next() uint64 {
	d.state += 0x9e3779b97f4a7c15
	return mix(d.state)
}

// below draws one of 0 … n-1.
func (d *draw) below(n int) int {
	high, _ := bits.Mul64(d.next(), uint64(n))
	return int(high)
}

// between draws one of low … high.
func (d *draw) between(low, high int) int { return low + d.below(high-low+1) }

// fraction draws from [0, 1).
func (d *draw) fraction() float64 { return float64(d.next()>>11) * 0x1p-53 }

func (d *draw) chance(probability float64) bool { return d.fraction() < probability }

// skewed draws one of 0 … n-1, small numbers by far the most often.
func (d *draw) skewed(n int) int {
	u := d.fraction()
	return int(u * u * u * float64(n))
}

// normal draws from the standard normal distribution (Box and Muller).
func (d *draw) normal() float64 {
	return math.Sqrt(-2*math.Log(1-d.fraction())) * math.Cos(2*math.Pi*d.fraction())
}

// subject says what is drawn, so that draws about one thing do not follow from
// those about another.
type subject uint64

const (
	ofIdentifier subject = iota
	ofBlock
	ofSeries
	ofName
	ofYear
	ofBasics
	ofAkas
	ofRating
	ofFormat
	ofDirectors
	ofWriters
	ofCast
	ofCrew
	ofPool
	ofCharacter
	ofPerson
	ofStatement
	ofWords
)

// about starts the sequence about one thing: always the same for the same seed.
func about(seed uint64, s subject, index int) draw {
	return draw{mix(seed+uint64(s)*0xd6e8feb86659fd93) ^ mix(uint64(index)+0x9e3779b97f4a7c15)}
}

// weighted draws a choice by weight, in one look-up.
type weighted struct{ slots [4096]uint8 }

// newWeighted takes a weight for each choice; choices are told by their place.
// Weights under 1 in 4096 of the whole may vanish.
func newWeighted(weights ...float64) *weighted {
	var whole, passed float64
	for _, weight := range weights {
		whole += weight
	}
	w, from := new(weighted), 0
	for choice, weight := range weights {
		passed += weight
		to := int(math.Round(passed / whole * float64(len(w.slots))))
		for ; from < to; from++ {
			w.slots[from] = uint8(choice)
		}
	}
	return w
}

func (w *weighted) draw(d *draw) int { return int(w.slots[d.next()>>52]) }

// phrases draws one of some texts by weight.
type phrases struct {
	texts   []string
	weights *weighted
}

type phrase struct {
	text   string
	weight float64
}

func newPhrases(all ...phrase) *phrases {
	texts, weights := make([]string, len(all)), make([]float64, len(all))
	for i, p := range all {
		texts[i], weights[i] = p.text, p.weight
	}
	return &phrases{texts, newWeighted(weights...)}
}

func (p *phrases) draw(d *draw) string { return p.texts[p.weights.draw(d)] }
