// Package weights holds what a perceptron has learned: for each feature that was
// worth keeping, a small number for some of the classes. It knows how to add these
// numbers up and how they lie in a file, and nothing of language.
//
// A feature is a hash of KeyBits bits. Distinct features may share one; the weights
// were learned with the same hashes, so that this costs little, and a key takes half
// the room in the file. Numbers are kept as the square root of a weight in a signed
// byte: most weights are small, and it is the small ones that must be told apart.
package weights

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// KeyBits is the width of a feature.
const KeyBits = 24

// Weight is the number of one class.
type Weight struct {
	Class uint8
	Root  int8
}

// Value is the weight that a root stands for.
func Value(root int8) int32 {
	if root < 0 {
		return -int32(root) * int32(root)
	}
	return int32(root) * int32(root)
}

// Feature is a feature and its weights.
type Feature struct {
	Key     uint32
	Weights []Weight
}

type cell struct {
	class uint16
	value int16
}

// slot is a place of the table: the feature with the number of its weights in the
// byte below, and where they begin. A slot without weights is free.
type slot struct{ keyAndCount, start uint32 }

// Table finds the weights of features.
type Table struct {
	slots []slot
	shift uint32
	cells []cell
}

// New makes a table; features come in the order of their keys, none twice.
func New(features []Feature) *Table {
	total := 0
	for _, f := range features {
		total += len(f.Weights)
	}
	t := newTable(len(features), total)
	for _, f := range features {
		t.add(f.Key, len(f.Weights))
		for _, w := range f.Weights {
			t.cells = append(t.cells, cell{uint16(w.Class), int16(Value(w.Root))})
		}
	}
	return t
}

// newTable is empty and at most three quarters full when all features are in. Its last
// slot stays free, so that a search that runs on ends there.
func newTable(features, total int) *Table {
	bits := uint32(4)
	for bits < KeyBits && 3<<bits < 4*features {
		bits++
	}
	return &Table{slots: make([]slot, 1<<bits+1), shift: KeyBits - bits, cells: make([]cell, 0, total)}
}

// add gives a feature the next count cells. Keys come in order, so that the table is
// filled from its beginning to its end and not here and there.
func (t *Table) add(key uint32, count int) {
	at := key >> t.shift
	for t.slots[at].keyAndCount&0xFF != 0 {
		at++
	}
	if int(at) == len(t.slots)-1 {
		t.slots = append(t.slots, slot{})
	}
	t.slots[at] = slot{key<<8 | uint32(count), uint32(len(t.cells))}
}

// atOnce is how many slots are fetched together.
const atOnce = 16

// Add adds the weights of the features to the scores of the classes.
//
// The table is larger than what lies near the processor, so that most of the time goes by
// waiting for slots. Several are fetched before any is looked at, and are waited for
// together.
func (t *Table) Add(features []uint32, scores []int32) {
	var fetched [atOnce]slot
	for len(features) > 0 {
		some := features[:min(len(features), atOnce)]
		for i, key := range some {
			fetched[i] = t.slots[key>>t.shift]
		}
		for i, key := range some {
			s := fetched[i]
			for at := key >> t.shift; s.keyAndCount&0xFF != 0; s = t.slots[at] {
				if s.keyAndCount>>8 == key {
					for _, c := range t.cells[s.start : s.start+s.keyAndCount&0xFF] {
						scores[c.class] += int32(c.value)
					}
					break
				}
				at++
			}
		}
		features = features[len(some):]
	}
}

// Append writes features in the order of their keys: the distances between keys, the
// numbers of weights, the classes and the roots, each kind by itself, because like
// things beside each other are packed better.
func Append(out []byte, features []Feature) ([]byte, error) {
	features = slices.DeleteFunc(slices.Clone(features), func(f Feature) bool { return len(f.Weights) == 0 })
	slices.SortFunc(features, func(a, b Feature) int { return int(a.Key) - int(b.Key) })
	var distances, counts, classes, roots []byte
	last := uint32(0)
	for _, f := range features {
		if len(f.Weights) > 255 || f.Key>>KeyBits != 0 {
			return nil, fmt.Errorf("feature %d with %d weights does not fit the file", f.Key, len(f.Weights))
		}
		distances = binary.AppendUvarint(distances, uint64(f.Key-last))
		last = f.Key
		counts = append(counts, byte(len(f.Weights)))
		for _, w := range f.Weights {
			classes = append(classes, w.Class)
			roots = append(roots, byte(w.Root))
		}
	}
	for _, part := range [][]byte{distances, counts, classes, roots} {
		out = binary.AppendUvarint(out, uint64(len(part)))
		out = append(out, part...)
	}
	return out, nil
}

var errShort = errors.New("the weights end too early")

// Read reads what Append wrote, of at most classes classes, and what follows it.
func Read(in []byte, classes int) (*Table, []byte, error) {
	var parts [4][]byte
	for i := range parts {
		size, n := binary.Uvarint(in)
		if n <= 0 || size > uint64(len(in)-n) {
			return nil, nil, errShort
		}
		parts[i], in = in[n:n+int(size)], in[n+int(size):]
	}
	distances, counts, names, roots := parts[0], parts[1], parts[2], parts[3]
	total := 0
	for _, c := range counts {
		total += int(c)
	}
	if len(names) != total || len(roots) != total {
		return nil, nil, errShort
	}
	t := newTable(len(counts), total)
	key := uint64(0)
	for _, count := range counts {
		distance, n := binary.Uvarint(distances)
		if n <= 0 {
			return nil, nil, errShort
		}
		distances = distances[n:]
		if key += distance; key >= 1<<KeyBits {
			return nil, nil, errors.New("a feature is too large")
		}
		t.add(uint32(key), int(count))
		for i := range int(count) {
			if int(names[i]) >= classes {
				return nil, nil, errors.New("a weight of an unknown class")
			}
			t.cells = append(t.cells, cell{uint16(names[i]), int16(Value(int8(roots[i])))})
		}
		names, roots = names[count:], roots[count:]
	}
	return t, in, nil
}
