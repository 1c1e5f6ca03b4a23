package nameindex

import (
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"runtime"
	"slices"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// sorter brings items into the order of the keys in their records, comparing
// eight letters at a time; those of equal keys into the order of tail.
type sorter struct {
	arena *arena
	tail  func(a, b item) int
}

const sortBits = 16

// sort returns the items in order and empties the list. They are first thrown
// into buckets by their first two letters, which goroutines then sort.
func (s *sorter) sort(ctx context.Context, items *slabs[item]) ([]item, error) {
	starts := make([]int, 1<<sortBits+1)
	for _, slab := range items.all {
		for i := range slab {
			starts[slab[i].next>>(64-sortBits)+1]++
		}
	}
	for i := range 1 << sortBits {
		starts[i+1] += starts[i]
	}
	ends := slices.Clone(starts)
	sorted := make([]item, items.length)
	for n, slab := range items.all {
		for _, it := range slab {
			bucket := it.next >> (64 - sortBits)
			sorted[ends[bucket]] = it
			ends[bucket]++
		}
		items.all[n] = nil
	}
	return sorted, s.sortBuckets(ctx, sorted, starts)
}

// sortBuckets sorts the largest buckets first, lest one be left at the end.
func (s *sorter) sortBuckets(ctx context.Context, sorted []item, starts []int) error {
	var order []int
	for i := range 1 << sortBits {
		if starts[i+1]-starts[i] > 1 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(starts[b+1]-starts[b], starts[a+1]-starts[a]) })
	var next atomic.Int64
	group, ctx := errgroup.WithContext(ctx)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() error {
			for i := next.Add(1) - 1; i < int64(len(order)) && ctx.Err() == nil; i = next.Add(1) - 1 {
				bucket := order[i]
				s.byLetters(sorted[starts[bucket]:starts[bucket+1]], 0)
			}
			return ctx.Err()
		})
	}
	return group.Wait()
}

// byLetters sorts items whose keys are equal as far as depth.
func (s *sorter) byLetters(items []item, depth int) {
	slices.SortFunc(items, func(a, b item) int { return cmp.Compare(a.next, b.next) })
	for start := 0; start < len(items); {
		end := start + 1
		for end < len(items) && items[end].next == items[start].next {
			end++
		}
		if end > start+1 {
			s.byMore(items[start:end], depth)
		}
		start = end
	}
}

// byMore sorts items whose keys are equal in the eight letters from depth on.
func (s *sorter) byMore(items []item, depth int) {
	if byte(items[0].next) == 0 { // the keys have ended
		slices.SortFunc(items, s.tail)
		return
	}
	for i := range items {
		items[i].next = lettersBeforeZero(s.arena.at(items[i].record)[depth+8:])
	}
	s.byLetters(items, depth+8)
}

// lettersBeforeZero are the next eight letters of a key that a zero byte ends.
func lettersBeforeZero(from []byte) uint64 {
	if len(from) >= 8 {
		// Where a byte is zero, what follows it is not of the key.
		letters := binary.BigEndian.Uint64(from)
		zeros := (letters - 0x0101010101010101) &^ letters & 0x8080808080808080
		if zeros == 0 {
			return letters
		}
	}
	end := bytes.IndexByte(from, 0)
	return lettersFrom(from[:min(end, 8)])
}
