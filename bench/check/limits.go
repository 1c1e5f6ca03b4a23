package main

import (
	"fmt"
	"math"
	"strings"
)

// What a text may cost.
const (
	mostGrowth = 1.25
	mostMemory = 512 << 20
	// The answer may be so many times the text, and so much more.
	mostAnswer, moreAnswer = 20, 1 << 20
	// grownFrom is the size from which growth is judged; what is the same for each text
	// hides it in shorter ones.
	grownFrom = 64 << 10
)

// point is a measurement of a text of a size.
type point struct {
	size int
	measurement
}

// series is what texts of one kind cost, from short to long; fault says why it ends early.
type series struct {
	points []point
	fault  string
}

// exponent is the power of the length with which the time grows.
func (s series) exponent() (float64, bool) {
	for _, p := range s.points {
		last := s.points[len(s.points)-1]
		if p.size >= grownFrom && p.size < last.size && p.Processor > 0 {
			return math.Log(float64(last.Processor)/float64(p.Processor)) / math.Log(float64(last.size)/float64(p.size)), true
		}
	}
	return 0, false
}

// faults are the limits that it passes.
func (s series) faults() []string {
	var all []string
	if s.fault != "" {
		all = append(all, s.fault)
	}
	if e, known := s.exponent(); known && e > mostGrowth {
		all = append(all, "grows too fast")
	}
	for _, p := range s.points {
		if p.Memory > mostMemory {
			all = append(all, "too much memory at "+sizeWords(p.size))
			break
		}
	}
	for _, p := range s.points {
		if p.Answer > mostAnswer*p.size+moreAnswer {
			all = append(all, "too long an answer at "+sizeWords(p.size))
			break
		}
	}
	return all
}

// String is the end of its line in the table.
func (s series) String() string {
	growth, memory, answer := "", int64(0), 0
	if e, known := s.exponent(); known {
		growth = fmt.Sprintf("%.2f", e)
	}
	for _, p := range s.points {
		memory, answer = max(memory, p.Memory), max(answer, p.Answer)
	}
	return strings.TrimRight(fmt.Sprintf("%8s %5d MB %7d KB  %s", growth, memory>>20, answer>>10, strings.Join(s.faults(), "; ")), " ")
}
