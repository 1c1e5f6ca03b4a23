package nameindex

import (
	"math"
	"slices"
	"sync"
)

// sums adds up what speaks for each entry: a table with open places, kept from
// one search to the next, each search knowing its own rows by their stamp.
type sums struct {
	table   []sum
	touched []uint32 // places in use
	ordered []uint32 // the same by total
	stamp   uint32   // of the current slot
	first   uint32   // of the current search
	room    int      // for entries the current slot is the first to bring
	// filter has a bit for each entry in the table, of one in filterBits: small enough to
	// stay at hand, it keeps most entries that are not there from being looked for.
	filter [filterBits / 64]uint64
}

type sum struct {
	entry   uint32
	stamp   uint32
	total   float32
	best    float32 // of the current slot
	letters uint16  // of the words found
	longest uint16  // of the current slot
}

const (
	sumBits    = 16
	sumPlaces  = 1 << sumBits
	filterLog  = 18
	filterBits = 1 << filterLog
	// mostSums leaves room to find a place in a few steps.
	mostSums = sumPlaces * 5 / 8
)

var sumsPool = sync.Pool{New: func() any { return &sums{table: make([]sum, sumPlaces)} }}

func (s *sums) begin() {
	s.touched = s.touched[:0]
	clear(s.filter[:])
	if s.stamp > 1<<31 {
		clear(s.table)
		s.stamp = 0
	}
	s.stamp++
	s.first = s.stamp
}

// nextSlot begins a word of the text, which may bring so many new entries.
func (s *sums) nextSlot(room int) {
	s.stamp++
	s.room = min(room, mostSums-len(s.touched))
}

// add notes a word of an entry; of several for one slot the best counts. Where
// there is no room, entries not yet in the table are passed over: they are not
// in the rarer words.
func (s *sums) add(entry uint32, value float64, word string) {
	hash := entry * 2654435769
	bit := hash >> (32 - filterLog)
	if s.room <= 0 && s.filter[bit/64]&(1<<(bit%64)) == 0 {
		return
	}
	at := hash >> (32 - sumBits)
	for s.table[at].stamp >= s.first && s.table[at].entry != entry {
		at = (at + 1) % sumPlaces
	}
	row := &s.table[at]
	if row.stamp < s.first {
		if s.room <= 0 {
			return
		}
		s.room--
		s.filter[bit/64] |= 1 << (bit % 64)
		*row = sum{entry: entry, stamp: s.stamp}
		s.touched = append(s.touched, at)
	}
	if row.stamp != s.stamp {
		row.stamp, row.best, row.longest = s.stamp, 0, 0
	}
	if v := float32(value); v > row.best {
		row.total += v - row.best
		row.letters += uint16(len(word)) - row.longest
		row.best, row.longest = v, uint16(len(word))
	}
}

// totalSteps is how finely totals are told apart in byTotal.
const totalSteps = 32

// byTotal are the places in use, those of the greatest totals first, in steps of a share
// of all, and else as they came.
func (s *sums) byTotal(all float64) []uint32 {
	step := func(at uint32) int {
		return totalSteps - int(min(totalSteps, float64(totalSteps)*float64(s.table[at].total)/all))
	}
	var ends [totalSteps + 2]int
	for _, at := range s.touched {
		ends[step(at)+1]++
	}
	for i := range totalSteps + 1 {
		ends[i+1] += ends[i]
	}
	s.ordered = slices.Grow(s.ordered[:0], len(s.touched))[:len(s.touched)]
	for _, at := range s.touched {
		i := step(at)
		s.ordered[ends[i]] = at
		ends[i]++
	}
	return s.ordered
}

// candidates are the entries to compare, of each set of kinds that is looked for.
type candidates []topOfKinds

type topOfKinds struct {
	kinds Kinds
	topEntries
}

func (c candidates) offer(kind uint8, entry uint32, value float64) {
	for i := range c {
		if c[i].kinds.has(kind) {
			c[i].topEntries.offer(entry, value)
			return
		}
	}
}

// least is the value that must be exceeded to be kept.
func (c candidates) least() float64 {
	least := math.Inf(1)
	for i := range c {
		least = min(least, c[i].topEntries.least())
	}
	return least
}

// topEntries keeps the entries of highest value, as a heap with the lowest at
// its head; of equal ones those of lowest number.
type topEntries struct {
	most    int
	entries []valued
}

type valued struct {
	entry uint32
	value float64
}

func (v valued) below(o valued) bool {
	return v.value < o.value || v.value == o.value && v.entry > o.entry
}

// least is the value that must be exceeded to be kept.
func (t *topEntries) least() float64 {
	if len(t.entries) < t.most {
		return -1
	}
	return t.entries[0].value
}

func (t *topEntries) offer(entry uint32, value float64) {
	v := valued{entry, value}
	if len(t.entries) < t.most {
		t.entries = append(t.entries, v)
		t.up(len(t.entries) - 1)
	} else if t.entries[0].below(v) {
		t.entries[0] = v
		t.down(0)
	}
}

func (t *topEntries) up(i int) {
	for parent := (i - 1) / 2; i > 0 && t.entries[i].below(t.entries[parent]); parent = (i - 1) / 2 {
		t.entries[i], t.entries[parent] = t.entries[parent], t.entries[i]
		i = parent
	}
}

func (t *topEntries) down(i int) {
	for {
		least := i
		for child := 2*i + 1; child <= min(2*i+2, len(t.entries)-1); child++ {
			if t.entries[child].below(t.entries[least]) {
				least = child
			}
		}
		if least == i {
			return
		}
		t.entries[i], t.entries[least] = t.entries[least], t.entries[i]
		i = least
	}
}
