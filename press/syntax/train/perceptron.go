package main

import (
	"math"
	"slices"

	"rolecall/press/syntax/internal/weights"
)

// perceptron learns weights by being corrected. What it has learned in the end is the
// mean of all the weights it had on the way.
type perceptron struct {
	index []int32 // by key; the row of a feature, from 1 on
	keys  []uint32
	rows  [][]cell
	now   int64
}

type cell struct {
	late  int64 // the sum of its changes, each times when it came
	value int32
	class uint8
}

func newPerceptron() *perceptron {
	return &perceptron{index: make([]int32, 1<<weights.KeyBits), now: 1}
}

// Add adds up the present weights, as those that are learned later do.
func (p *perceptron) Add(features []uint32, scores []int32) {
	for _, f := range features {
		if row := p.index[f]; row > 0 {
			for _, c := range p.rows[row-1] {
				scores[c.class] += c.value
			}
		}
	}
}

// correct makes the class right likelier and the class wrong less likely.
func (p *perceptron) correct(features []uint32, right, wrong uint8) {
	for _, f := range features {
		p.change(f, right, 1)
		p.change(f, wrong, -1)
	}
}

func (p *perceptron) change(key uint32, class uint8, by int32) {
	row := p.index[key]
	if row == 0 {
		p.keys, p.rows = append(p.keys, key), append(p.rows, nil)
		row = int32(len(p.rows))
		p.index[key] = row
	}
	cells := p.rows[row-1]
	for i := range cells {
		if c := &cells[i]; c.class == class {
			c.value += by
			c.late += int64(by) * p.now
			return
		}
	}
	p.rows[row-1] = append(cells, cell{class: class, value: by, late: int64(by) * p.now})
}

// largestRoot is the root of the largest weight. More would tell weights apart that do
// the same, and fill the file.
const largestRoot = 29

// mean is what was learned, as roots; weights whose root is below the least are left
// out.
func (p *perceptron) mean(least int) []weights.Feature {
	largest := 0.0
	for _, row := range p.rows {
		for _, c := range row {
			largest = max(largest, math.Abs(p.of(c)))
		}
	}
	scale := largestRoot / math.Sqrt(largest)
	var features []weights.Feature
	for i, row := range p.rows {
		f := weights.Feature{Key: p.keys[i]}
		for _, c := range row {
			mean := p.of(c)
			r := math.Round(math.Sqrt(math.Abs(mean)) * scale)
			if int(r) < least {
				continue
			}
			f.Weights = append(f.Weights, weights.Weight{Class: c.class, Root: int8(math.Copysign(r, mean))})
		}
		if len(f.Weights) > 0 {
			features = append(features, f)
		}
	}
	return features
}

// learned is the mean, ready for use.
func (p *perceptron) learned() *weights.Table {
	features := p.mean(1)
	slices.SortFunc(features, func(a, b weights.Feature) int { return int(a.Key) - int(b.Key) })
	return weights.New(features)
}

// of is the mean of a weight: a change counts for the time that was left.
func (p *perceptron) of(c cell) float64 {
	return float64(c.value) - float64(c.late)/float64(p.now)
}
