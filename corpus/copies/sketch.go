// Package copies tells texts that are the same, or nearly: one agency's report in thirty
// papers, with other headlines and the end cut off.
//
// Each text is sketched by itself, in 64 numbers, whenever it is read; sketches are compared
// when all have been. Two sketches agree in about the share of three-word sequences that
// the texts have in common: A. Broder, "On the resemblance and containment of documents",
// 1997, with one hash for all numbers as in P. Li, A. Owen and C.-H. Zhang, "One
// Permutation Hashing", 2012, its gaps filled as in A. Shrivastava, "Optimal Densification",
// 2017. The libraries for Go that do the same have not been kept up since 2017.
package copies

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"strings"
	"unicode"

	"github.com/cespare/xxhash/v2"
)

const (
	// numbers is how many there are in a sketch.
	numbers = 64
	// together is how many words a sequence has.
	together = 3
)

// Sketch is what a text is compared by. The zero Sketch is that of a text of fewer words than
// a sequence has, and like no other.
type Sketch [numbers]uint16

// Of sketches a text, and is the digest of its words: the same for texts that differ in
// nothing but case, spaces and signs.
func Of(text string) (s Sketch, digest string) {
	var least [numbers]uint64
	var last [together]uint64
	all := xxhash.New()
	words := 0
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), isBetween) {
		all.WriteString(word)
		all.WriteString(" ")
		copy(last[:], last[1:])
		last[together-1] = xxhash.Sum64String(word)
		if words++; words < together {
			continue
		}
		hash := mix(last[0]*3 + last[1]*5 + last[2]*7)
		at := hash >> 58
		if value := hash<<6 | 1; least[at] == 0 || value < least[at] {
			least[at] = value
		}
	}
	if words < together {
		return Sketch{}, hexOf(all.Sum64())
	}
	for i := range least {
		s[i] = short(filled(&least, i))
	}
	return s, hexOf(all.Sum64())
}

func isBetween(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }

// mix spreads what differs in one bit over all (the finalizer of MurmurHash3).
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// filled is a number, or where no sequence fell to its place, that of another place, which is
// chosen by chance and the same for each text.
func filled(least *[numbers]uint64, i int) uint64 {
	if least[i] != 0 {
		return least[i]
	}
	for try := uint64(1); ; try++ {
		if other := least[mix(uint64(i)<<32|try)>>58]; other != 0 {
			return other
		}
	}
}

// short is 16 bits of a number, none of which is 0.
func short(value uint64) uint16 { return uint16(mix(value)>>48) | 1 }

func hexOf(n uint64) string {
	var bytes [8]byte
	for i := range bytes {
		bytes[i] = byte(n >> (8 * (7 - i)))
	}
	return hex.EncodeToString(bytes[:])
}

// Bytes writes a sketch as bytes; nothing for the zero Sketch.
func (s Sketch) Bytes() []byte {
	if s == (Sketch{}) {
		return nil
	}
	bytes := make([]byte, 0, 2*numbers)
	for _, n := range s {
		bytes = binary.BigEndian.AppendUint16(bytes, n)
	}
	return bytes
}

// FromBytes reads what Bytes writes.
func FromBytes(bytes []byte) (s Sketch, err error) {
	if len(bytes) == 0 {
		return s, nil
	}
	if len(bytes) != 2*numbers {
		return s, errNoSketch
	}
	for i := range s {
		s[i] = binary.BigEndian.Uint16(bytes[2*i:])
	}
	return s, nil
}

// String writes a sketch in letters; nothing for the zero Sketch.
func (s Sketch) String() string { return base64.RawStdEncoding.EncodeToString(s.Bytes()) }

// Parse reads what String writes.
func Parse(written string) (Sketch, error) {
	bytes, err := base64.RawStdEncoding.DecodeString(written)
	if err != nil {
		return Sketch{}, errNoSketch
	}
	return FromBytes(bytes)
}

var errNoSketch = errors.New("it is no sketch of a text")

// Likeness is about the share of three-word sequences that two texts have in common.
func (s *Sketch) Likeness(other *Sketch) float64 {
	if *s == (Sketch{}) || *other == (Sketch{}) {
		return 0
	}
	same := 0
	for i := range s {
		if s[i] == other[i] {
			same++
		}
	}
	return float64(same) / numbers
}
