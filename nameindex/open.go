package nameindex

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"sync"
	"sync/atomic"

	"github.com/blevesearch/vellum"
)

// Index is an open name index. It is safe for use by several goroutines. Its
// file must not be changed in place while open, which Build never does; where it
// is, the index says so and answers nothing.
type Index struct {
	mutex  sync.RWMutex // held for writing by Close only
	data   []byte
	unmap  func([]byte) error
	file   *os.File // of a mapped index
	opened os.FileInfo

	header  *header
	entries uint32
	tiers   [tiers]tier
	stamp   string
	// The sections.
	rows, offsets, blocks, postings, sums []byte
	words                                 *vellum.FST
	// seen are the sheets that were compared with their checksums.
	seen      []atomic.Bool
	wordsSeen atomic.Bool
}

// tier is where a tier's entries and blocks begin and end.
type tier struct{ first, end, firstBlock uint32 }

// Open maps the index at path into memory. That takes no longer for a large one:
// only the header is checked, all else when it is first read.
func Open(path string) (*Index, error) {
	x, err := open(path)
	if err != nil {
		return nil, fmt.Errorf("opening the name index %s: %w", path, err)
	}
	return x, nil
}

func open(path string) (*Index, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	if info.Size() < int64(headerBytes) || info.Size() != int64(int(info.Size())) {
		return nil, errors.Join(fmt.Errorf("it has %d bytes: %w", info.Size(), ErrDamaged), file.Close())
	}
	data, unmap, err := mapFile(file, int(info.Size()))
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	x, err := newIndex(data)
	if err != nil {
		return nil, errors.Join(err, unmap(data), file.Close())
	}
	x.unmap = unmap
	x.hold(file, info)
	return x, nil
}

func newIndex(data []byte) (x *Index, err error) {
	if faulty := guarded(data, func() { x, err = readIndex(data) }); faulty != nil {
		return nil, faulty
	}
	return x, err
}

func readIndex(data []byte) (*Index, error) {
	h, err := decodeHeader(data)
	if err != nil {
		return nil, err
	}
	section := func(i int) []byte {
		s := h.Sections[i]
		return data[s.Offset : s.Offset+s.Length : s.Offset+s.Length]
	}
	x := &Index{
		data: data, header: h, sums: section(sectionSums), seen: make([]atomic.Bool, sheetsOf(h.body())),
		rows: section(sectionRows), offsets: section(sectionOffsets),
		blocks: section(sectionBlocks), postings: section(sectionPostings),
	}
	if crc32.Checksum(x.sums, castagnoli) != h.Sums {
		return nil, fmt.Errorf("its checksums do not match their own: %w", ErrDamaged)
	}
	var block uint32
	for i, n := range h.Tiers {
		x.tiers[i] = tier{first: x.entries, end: x.entries + n, firstBlock: block}
		x.entries += n
		block += (n + blockEntries - 1) / blockEntries
	}
	x.see(sectionStamp, 0, h.Sections[sectionStamp].Length)
	x.stamp = string(section(sectionStamp))
	if x.words, err = loadWords(section(sectionWords)); err != nil {
		return nil, fmt.Errorf("its words do not read (%w): %w", err, ErrDamaged)
	}
	return x, nil
}

// loadWords guards against the panics of a damaged automaton.
func loadWords(data []byte) (words *vellum.FST, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			words, err = nil, fmt.Errorf("%v", fault)
		}
	}()
	return vellum.Load(data)
}

// Close lets go of the file. Find on a closed index is refused.
func (x *Index) Close() error {
	x.mutex.Lock()
	defer x.mutex.Unlock()
	if x.data == nil {
		return nil
	}
	data := x.data
	x.data, x.rows, x.offsets, x.blocks, x.postings, x.sums, x.words = nil, nil, nil, nil, nil, nil, nil
	var err error
	if x.unmap != nil {
		err = x.unmap(data)
	}
	if x.file != nil {
		err = errors.Join(err, x.file.Close())
	}
	return err
}

// Len is how many entries the index holds.
func (x *Index) Len() int { return int(x.entries) }

// Stamp is what the index was built with as its Options' Stamp.
func (x *Index) Stamp() string { return x.stamp }

// row of an entry; its number has been checked.
func (x *Index) row(entry uint32) row {
	at := uint64(entry) * rowBytes
	x.see(sectionRows, at, at+rowBytes)
	return decodeRow(x.rows[at:])
}

// readName makes f an entry's name, and reports whether the block was sound.
func (x *Index) readName(entry uint32, f *folded) bool {
	if entry >= x.entries {
		return false
	}
	t := x.tierOf(entry)
	within := (entry - t.first) % blockEntries
	from, ok := x.block(t.firstBlock + (entry-t.first)/blockEntries)
	if !ok {
		return false
	}
	f.text = f.text[:0]
	first := entry - within
	for i := first; i <= entry; i++ {
		if i == first || !x.row(i).same {
			f.text = from.name(f.text)
		}
	}
	f.split()
	return !from.failed
}

func (x *Index) tierOf(entry uint32) *tier {
	i := 0
	for entry >= x.tiers[i].end {
		i++
	}
	return &x.tiers[i]
}

// lowerBound is the first entry of a tier, from one on, whose key is not before key.
func (x *Index) lowerBound(t *tier, from uint32, key []byte) uint32 {
	if from == t.end {
		return t.end
	}
	low, high := (from-t.first)/blockEntries+1, (t.end-t.first+blockEntries-1)/blockEntries
	if low < high && !x.startsBefore(t.firstBlock+low, key) {
		high = low // it is in the block of the one from which on it is looked for
	}
	for low < high { // the first block that begins at or after key
		middle := (low + high) / 2
		if x.startsBefore(t.firstBlock+middle, key) {
			low = middle + 1
		} else {
			high = middle
		}
	}
	first := t.first + (low-1)*blockEntries
	return x.lowerInBlock(t.firstBlock+low-1, first, min(first+blockEntries, t.end), max(first, from), key)
}

// startsBefore reports whether the key of a block's first entry is before key.
func (x *Index) startsBefore(block uint32, key []byte) bool {
	from, ok := x.block(block)
	_, letters := from.nextName()
	return ok && !from.failed && compareKey(letters, key) < 0
}

// lowerInBlock is lowerBound in the block of the entries from first to end.
func (x *Index) lowerInBlock(block, first, end, from uint32, key []byte) uint32 {
	names, _ := x.block(block)
	var buffer [mostKey]byte
	name, before := buffer[:0], false
	for entry := first; entry < end; entry++ {
		if entry == first || !x.row(entry).same {
			name = names.name(name)
			before = compareKey(name, key) < 0
		}
		if !before && entry >= from {
			return entry
		}
	}
	return end
}

// compareKey orders a name, its words with spaces between, by its key.
func compareKey(name, key []byte) int {
	at := 0
	for _, letter := range name {
		switch {
		case letter == ' ':
		case at == len(key) || letter > key[at]:
			return 1
		case letter < key[at]:
			return -1
		default:
			at++
		}
	}
	return at - len(key)
}

// name makes of the name before the one that follows it.
func (c *cursor) name(last []byte) []byte {
	shared, letters := c.nextName()
	if shared > uint64(len(last)) {
		c.fail()
		return last
	}
	return append(last[:shared], letters...)
}

// nextName is how many letters the name that follows shares with the one before it, and
// the others: for the first of a block, all.
func (c *cursor) nextName() (shared uint64, letters []byte) {
	head := c.bytes(1)
	if c.failed {
		return 0, nil
	}
	shared, rest := uint64(head[0]>>4), uint64(head[0]&15)
	for _, letters := range []*uint64{&shared, &rest} {
		if *letters == longLetters {
			*letters += c.uvarint()
		}
	}
	return shared, c.bytes(rest)
}

func (x *Index) block(n uint32) (cursor, bool) {
	at := uint64(n) * offsetBytes
	x.see(sectionOffsets, at, at+2*offsetBytes)
	start := binary.LittleEndian.Uint32(x.offsets[at:])
	end := binary.LittleEndian.Uint32(x.offsets[int(n+1)*offsetBytes:])
	if start > end || uint64(end) > uint64(len(x.blocks)) {
		return cursor{}, false
	}
	x.see(sectionBlocks, uint64(start), uint64(end))
	return cursor{data: x.blocks[start:end:end]}, true
}

// list is a word's entries, in ascending order and so by tier.
type list struct {
	count uint64
	steps cursor
	next  uint64
}

// list reads the beginning of the list a word's value stands for.
func (x *Index) list(value uint64) list {
	if isSole(value) {
		return list{count: 1, next: value >> 1}
	}
	at := value >> 1
	if at >= uint64(len(x.postings)) {
		return list{}
	}
	x.seePosting(at, 2)
	from := cursor{data: x.postings[at:]}
	l := list{count: from.uvarint()}
	l.next = from.uvarint()
	l.steps = from
	if l.count > uint64(x.entries) || from.failed {
		return list{}
	}
	return l
}

// seePosting makes sure of some numbers of a list.
func (x *Index) seePosting(at uint64, numbers int) {
	x.see(sectionPostings, at, min(at+uint64(numbers)*binary.MaxVarintLen64, uint64(len(x.postings))))
}

// numbersAhead is how many numbers of a list are made sure of at once.
const numbersAhead = 1024

// readList appends up to most entries to to.
func (x *Index) readList(value uint64, most int, to []uint32) []uint32 {
	l := x.list(value)
	for i := range min(l.count, uint64(max(most, 0))) {
		if i%numbersAhead == 1 {
			x.seePosting(uint64(len(x.postings)-len(l.steps.data)), numbersAhead)
		}
		if i > 0 {
			l.next += l.steps.uvarint()
		}
		if l.steps.failed || l.next >= uint64(x.entries) {
			break
		}
		to = append(to, uint32(l.next))
	}
	return to
}
