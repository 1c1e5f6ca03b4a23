package main

// matching pairs labels with finds one to one, as many as can be, by augmenting paths.
// choices are the finds that suit each label, the dearest first; labels choose in the given
// order, and one that has been paired stays so. The answer is the label of each find.
func matching(choices [][]int, order []int) map[int]int {
	taken := make(map[int]int)
	for _, label := range order {
		give(label, choices, taken, make(map[int]bool))
	}
	return taken
}

// give pairs a label, if need be by giving others another find.
func give(label int, choices [][]int, taken map[int]int, asked map[int]bool) bool {
	for _, find := range choices[label] {
		if asked[find] {
			continue
		}
		asked[find] = true
		holder, held := taken[find]
		if !held || give(holder, choices, taken, asked) {
			taken[find] = label
			return true
		}
	}
	return false
}
