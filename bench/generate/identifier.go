package main

import (
	"iter"
	"sort"
)

// eightDigits is the first number that has eight digits.
const eightDigits = 10_000_000

// numbering gives each title or person a number, rising and with gaps as IMDb's.
// The numbers fill the same range at any scale, so that a small file has those
// of eight digits too.
type numbering struct {
	seed  uint64
	count int
	// step is the mean distance of neighbours, in 2^-32.
	step uint64
}

func newNumbering(seed uint64, count, span int) numbering {
	return numbering{seed, count, uint64(span) << 32 / uint64(count)}
}

func (n numbering) number(index int) int {
	if index == 0 {
		return 1
	}
	d := about(n.seed, ofIdentifier, index)
	return 1 + int(uint64(index)*n.step>>32) + d.below(int(n.step>>32))
}

// inOrder goes through all indices in the order of the identifiers' text, in
// which IMDb sorts: tt1000000, tt10000000 … tt10000009, tt1000001.
func (n numbering) inOrder() iter.Seq[int] {
	return func(yield func(int) bool) {
		middle := sort.Search(n.count, func(i int) bool { return n.number(i) >= eightDigits })
		short, long := 0, middle
		for short < middle || long < n.count {
			next := &long
			if long == n.count || short < middle && n.number(short) <= n.number(long)/10 {
				next = &short
			}
			if !yield(*next) {
				return
			}
			*next++
		}
	}
}

// appendIdentifier writes at least seven digits after the prefix.
func appendIdentifier(b []byte, prefix string, number int) []byte {
	b = append(b, prefix...)
	var digits [20]byte
	at := len(digits)
	for number > 0 || at > len(digits)-7 {
		at--
		digits[at] = byte('0' + number%10)
		number /= 10
	}
	return append(b, digits[at:]...)
}
