package bunzip

import (
	"compress/bzip2"
	"io"
)

// A stream is "BZh" and a digit, blocks, and an end. A block begins with a pattern of
// 48 bits, at any bit, and the checksum of its content; the end with another pattern
// and the checksum of the blocks' checksums, and is filled up to a whole byte. The
// format has no specification: this is how Joe Tsai describes it
// (github.com/dsnet/compress, doc/bzip2-format.pdf).
const (
	blockPattern = 0x314159265359
	endPattern   = 0x177245385090
	patternBits  = 48
	patternMask  = 1<<patternBits - 1
	sumBits      = 32
)

// longestBlock bounds the bytes of a packed block. It holds at most 900,000 bytes,
// which may not shrink, and what the decoder needs beside them.
const longestBlock = 2 << 20

const readSize = 1 << 18

// splitter finds the parts in what is packed.
type splitter struct {
	packed io.Reader
	// held are the bytes read and not yet given out; at is the bit of them at which
	// the next part begins.
	held []byte
	at   int
	// level is the digit that the stream begins with, the hundreds of thousands of bytes
	// in a block; 0 between streams.
	level byte
	// any says that a stream was there.
	any bool
}

// next is the next block or end of a stream. The error is io.EOF at the end of all.
func (s *splitter) next() (*part, error) {
	if s.level == 0 {
		if err := s.beginStream(); err != nil {
			return nil, err
		}
	}
	if err := s.need(s.at + patternBits); err != nil {
		return nil, err
	}
	switch s.rest().bitsAt(0, patternBits) {
	case blockPattern:
		to, err := s.find(s.at + patternBits + sumBits)
		if err != nil {
			return nil, err
		}
		block := s.rest().until(to - s.at)
		s.drop(to)
		return &part{block: block, level: s.level, done: make(chan struct{})}, nil
	case endPattern:
		if err := s.need(s.at + patternBits + sumBits); err != nil {
			return nil, err
		}
		end := &part{sum: uint32(s.rest().bitsAt(patternBits, sumBits))}
		s.drop((s.at + patternBits + sumBits + 7) / 8 * 8)
		s.level = 0
		return end, nil
	}
	return nil, bzip2.StructuralError("neither a block nor the end of a stream")
}

// beginStream reads what stands before the first block.
func (s *splitter) beginStream() error {
	const head = 32
	err := s.need(s.at + head)
	switch {
	case err == io.ErrUnexpectedEOF && s.any && len(s.held) == s.at/8:
		return io.EOF
	case err != nil:
		return err
	}
	text := s.held[s.at/8:][:head/8]
	if string(text[:3]) != "BZh" || text[3] < '1' || text[3] > '9' {
		return bzip2.StructuralError("no stream of bzip2 begins here")
	}
	s.at += head
	s.level, s.any = text[3], true
	return nil
}

// need reads until so many bits are held. The error is io.ErrUnexpectedEOF if there
// are not as many.
func (s *splitter) need(most int) error {
	for len(s.held)*8 < most {
		held := len(s.held)
		s.held = append(s.held, make([]byte, readSize)...)
		n, err := s.packed.Read(s.held[held:])
		s.held = s.held[:held+n]
		if n == 0 && err == io.EOF {
			return io.ErrUnexpectedEOF
		}
		if n == 0 && err != nil {
			return err
		}
	}
	return nil
}

// find is the first bit, from one on, at which a pattern stands.
func (s *splitter) find(from int) (int, error) {
	window := uint64(0)
	for i := from / 8; ; i++ {
		if i-from/8 > longestBlock {
			return 0, bzip2.StructuralError("a block without an end")
		}
		if err := s.need((i + 1) * 8); err != nil {
			return 0, err
		}
		window = window<<8 | uint64(s.held[i])
		for shift := 7; shift >= 0; shift-- {
			if pattern := window >> shift & patternMask; pattern != blockPattern && pattern != endPattern {
				continue
			}
			if at := (i+1)*8 - shift - patternBits; at >= from {
				return at, nil
			}
		}
	}
}

// rest is all that is held from the next part on.
func (s *splitter) rest() stretch { return stretch{s.held, s.at, len(s.held) * 8} }

// drop goes on to a bit, and forgets the bytes before it.
func (s *splitter) drop(to int) {
	s.held = s.held[:copy(s.held, s.held[to/8:])]
	s.at = to % 8
}

// stretch is some bits of some bytes: from the first to the one behind the last.
type stretch struct {
	held     []byte
	from, to int
}

func (s stretch) bytes() int { return (s.to - s.from + 7) / 8 }

// bitsAt are some bits of the stretch, at most 56.
func (s stretch) bitsAt(place, number int) (value uint64) {
	place += s.from
	last := place + number
	for i := place / 8; i < (last+7)/8; i++ {
		value = value<<8 | uint64(s.held[i])
	}
	return value >> ((8 - last%8) % 8) & (1<<number - 1)
}

// until is the beginning of the stretch, in bytes of its own.
func (s stretch) until(number int) *stretch {
	w := writer{held: make([]byte, 0, number/8+1)}
	w.stretch(stretch{s.held, s.from, s.from + number})
	return &stretch{w.flushed(), 0, number}
}

// sum is the checksum of a block's content.
func (s stretch) sum() uint32 { return uint32(s.bitsAt(patternBits, sumBits)) }

// with is the stretch with the one that follows it.
func (s stretch) with(follows *stretch) *stretch {
	w := writer{held: make([]byte, 0, s.bytes()+follows.bytes())}
	w.stretch(s)
	w.stretch(*follows)
	return &stretch{w.flushed(), 0, s.to - s.from + follows.to - follows.from}
}

// stream is a stream of the block alone, with the digit of its own.
func (s stretch) stream(level byte) []byte {
	w := writer{held: make([]byte, 0, s.bytes()+16)}
	w.held = append(w.held, 'B', 'Z', 'h', level)
	w.stretch(s)
	w.bits(endPattern, patternBits)
	w.bits(uint64(s.sum()), sumBits)
	return w.flushed()
}

// writer puts bits behind each other.
type writer struct {
	held []byte
	// rest are the last bits, restBits of them, fewer than 8.
	rest     uint64
	restBits int
}

// bits writes some bits, at most 56.
func (w *writer) bits(value uint64, number int) {
	w.rest, w.restBits = w.rest<<number|value, w.restBits+number
	for ; w.restBits >= 8; w.restBits -= 8 {
		w.held = append(w.held, byte(w.rest>>(w.restBits-8)))
	}
	w.rest &= 1<<w.restBits - 1
}

func (w *writer) stretch(s stretch) {
	const step = 48
	length := s.to - s.from
	for at := 0; at < length; at += step {
		number := min(step, length-at)
		w.bits(s.bitsAt(at, number), number)
	}
}

// flushed are the bytes, the last one filled up with zeros.
func (w *writer) flushed() []byte {
	if w.restBits > 0 {
		w.bits(0, 8-w.restBits)
	}
	return w.held
}
