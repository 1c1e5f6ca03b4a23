package nameindex

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
)

// A file is a header and seven sections, all numbers little-endian. Lengths that
// vary are varints.
const (
	magic   = "NAMEIDX\n"
	version = 3

	// blockEntries is how many entries are coded one after another; a name within
	// a block costs the decoding of those before it.
	blockEntries = 16
	// offsetBytes is the width of a block's place in its section.
	offsetBytes = 4
	// rowBytes is the width of an entry's row.
	rowBytes = 8
	// sheetBytes is how much is checked at once, before any of it is believed.
	sheetBytes = 1 << 15
	// sumBytes is the width of a sheet's checksum.
	sumBytes = 4
	// longLetters is from how many letters on a number of letters does not fit into
	// half a byte.
	longLetters = 15
)

// The sections, in the order they lie in.
const (
	sectionRows     = iota // what is fixed in width of every entry
	sectionOffsets         // where each block begins, and where the last ends
	sectionBlocks          // folded names, their words with spaces between
	sectionPostings        // the entries of each word that is in more than one
	sectionWords           // the words, each with its entry or its list's place
	sectionStamp           // the caller's
	sectionSums            // the checksum of each sheet of all that precedes
	sections
)

// tiers is how many classes of weight entries are put in, each in order of key.
const tiers = 4

// tierShares are the greatest shares of a kind's entries that lie in the first
// tiers together; the last tier holds the rest.
var tierShares = [tiers - 1]float64{1.0 / 512, 1.0 / 64, 1.0 / 8}

type span struct{ Offset, Length uint64 }

// header is what a file begins with.
type header struct {
	Magic    [8]byte
	Version  uint32
	_        uint32
	Length   uint64 // of the whole file
	Sections [sections]span
	Tiers    [tiers]uint32 // entries in each
	Sums     uint32        // CRC-32C of the section of checksums
	Header   uint32        // CRC-32C of what precedes it
}

var (
	headerBytes = binary.Size(header{})
	castagnoli  = crc32.MakeTable(crc32.Castagnoli)
)

func (h *header) encode() ([]byte, error) {
	copy(h.Magic[:], magic)
	h.Version = version
	raw, err := binary.Append(nil, binary.LittleEndian, h)
	if err != nil {
		return nil, err
	}
	checked := len(raw) - 4
	binary.LittleEndian.PutUint32(raw[checked:], crc32.Checksum(raw[:checked], castagnoli))
	return raw, nil
}

func decodeHeader(data []byte) (*header, error) {
	if len(data) < headerBytes || string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("it does not begin as one: %w", ErrDamaged)
	}
	var h header
	if _, err := binary.Decode(data[:headerBytes], binary.LittleEndian, &h); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	switch {
	case h.Version != version:
		return nil, fmt.Errorf("it is of version %d, and this program reads version %d: build the name index again", h.Version, version)
	case crc32.Checksum(data[:headerBytes-4], castagnoli) != h.Header:
		return nil, fmt.Errorf("its header does not match its checksum: %w", ErrDamaged)
	case h.Length != uint64(len(data)):
		return nil, fmt.Errorf("it has %d bytes where %d are expected: %w", len(data), h.Length, ErrDamaged)
	}
	return &h, h.check()
}

// check holds the sections to the number of entries.
func (h *header) check() error {
	end := uint64(headerBytes)
	for i, section := range h.Sections {
		if section.Offset != end || section.Length > h.Length-end {
			return fmt.Errorf("section %d lies outside the file: %w", i, ErrDamaged)
		}
		end += section.Length
	}
	entries, blocks := h.counts()
	if entries > math.MaxUint32 || h.Sections[sectionRows].Length != entries*rowBytes ||
		h.Sections[sectionOffsets].Length != (blocks+1)*offsetBytes {
		return fmt.Errorf("its sections are not of the size %d entries take: %w", entries, ErrDamaged)
	}
	if h.Sections[sectionSums].Length != sheetsOf(h.body())*sumBytes {
		return fmt.Errorf("its checksums are not as many as it has sheets: %w", ErrDamaged)
	}
	return nil
}

// body is how many bytes lie between the header and the checksums.
func (h *header) body() uint64 { return h.Sections[sectionSums].Offset - uint64(headerBytes) }

func sheetsOf(bytes uint64) uint64 { return (bytes + sheetBytes - 1) / sheetBytes }

// counts are how many entries and blocks there are. No block is of two tiers.
func (h *header) counts() (entries, blocks uint64) {
	for _, n := range h.Tiers {
		entries += uint64(n)
		blocks += (uint64(n) + blockEntries - 1) / blockEntries
	}
	return entries, blocks
}

// row is what is known of an entry without decoding its block.
type row struct {
	number  uint32
	level   uint8 // of weight
	letters uint8 // bytes of the key, at most 255
	kind    uint8
	same    bool  // its name is that of the entry before
	year    uint8 // by yearCode
}

const sameName = 0x80

func (r row) append(to []byte) []byte {
	kind := r.kind
	if r.same {
		kind |= sameName
	}
	return binary.LittleEndian.AppendUint32(append(to, r.level, r.letters, kind, r.year), r.number)
}

func decodeRow(from []byte) row {
	_ = from[rowBytes-1]
	return row{
		number: binary.LittleEndian.Uint32(from[4:]), level: from[0], letters: from[1],
		kind: from[2] & (MostKinds - 1), same: from[2]&sameName != 0, year: from[3],
	}
}

// levelsADoubling is how finely weights are told apart: two of a level differ
// by less than a tenth.
const levelsADoubling = 8

// weightLevel is the logarithm of a weight.
func weightLevel(weight uint32) uint8 {
	if weight < uint32(len(smallLevels)) {
		return smallLevels[weight]
	}
	return levelOf(weight)
}

func levelOf(weight uint32) uint8 {
	return uint8(min(255, math.Round(levelsADoubling*math.Log2(1+float64(weight)))))
}

var smallLevels = func() (levels [1024]uint8) {
	for i := range levels {
		levels[i] = levelOf(uint32(i))
	}
	return levels
}()

// fullLevel is the level of four million, more votes than any title has.
const fullLevel = 22 * levelsADoubling

// popularity is a weight's level from 0 to 1.
func popularity(level uint8) float64 { return min(1, float64(level)/fullLevel) }

const (
	yearUnknown = 0
	yearFirst   = 1870
)

func yearCode(year int) uint8 {
	if year > yearFirst && year < yearFirst+255 {
		return uint8(year - yearFirst)
	}
	return yearUnknown
}

func yearOf(code uint8) int {
	if code == yearUnknown {
		return 0
	}
	return yearFirst + int(code)
}

// words' values in the automaton: an entry, or the place of a list.
func soleEntry(entry uint32) uint64 { return uint64(entry)<<1 | 1 }
func listAt(offset uint64) uint64   { return offset << 1 }
func isSole(value uint64) bool      { return value&1 == 1 }
