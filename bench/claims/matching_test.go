package main

import (
	"maps"
	"testing"
)

func TestMatching(t *testing.T) {
	for _, c := range []struct {
		name    string
		choices [][]int
		order   []int
		want    map[int]int
	}{
		{"each its own", [][]int{{0}, {1}}, []int{0, 1}, map[int]int{0: 0, 1: 1}},
		{"the first gives way", [][]int{{0, 1}, {0}}, []int{0, 1}, map[int]int{1: 0, 0: 1}},
		{"a chain gives way", [][]int{{0, 1}, {1, 2}, {0}}, []int{0, 1, 2}, map[int]int{0: 2, 1: 0, 2: 1}},
		{"who chooses first keeps a find", [][]int{{0}, {0}}, []int{1, 0}, map[int]int{0: 1}},
		{"nothing to choose", [][]int{nil, {0}}, []int{0, 1}, map[int]int{0: 1}},
	} {
		if got := matching(c.choices, c.order); !maps.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
