// Package bunzip unpacks bzip2 on all cores. The blocks of a bzip2 file are packed
// each by itself, so that they can be found by the pattern that begins each and given
// to the standard library's decoder one by one.
//
// It is here because the library that does the same prepares tables for a tenth of a
// second at every start of a program, even of one that unpacks nothing.
package bunzip

import (
	"bytes"
	"compress/bzip2"
	"context"
	"errors"
	"io"
	"math/bits"
	"runtime"
)

// NewReader unpacks what packed holds: one stream, or several behind each other. The
// reader fails with a bzip2.StructuralError where it is damaged, with
// io.ErrUnexpectedEOF where it is cut short, and with the context's error when that
// ends, which also ends the unpacking ahead.
func NewReader(ctx context.Context, packed io.Reader) io.Reader {
	r := &reader{ctx: ctx, parts: make(chan *part, runtime.GOMAXPROCS(0))}
	go r.split(packed)
	return r
}

// reader gives out blocks in their order.
type reader struct {
	ctx context.Context
	// parts are what was found, in order, each being unpacked meanwhile.
	parts chan *part
	text  []byte
	// sum is the checksum of the stream's blocks so far.
	sum uint32
	err error
}

// part is a block, the end of a stream, or the fault after which nothing follows.
type part struct {
	// block is a packed block, nil if the part is none.
	block *stretch
	level byte
	// sum is what the end of a stream says that its checksum is.
	sum   uint32
	fault error

	// text is what the block holds, err why it cannot be unpacked, once done is
	// closed.
	done chan struct{}
	text []byte
	err  error
}

func (r *reader) Read(into []byte) (int, error) {
	for len(r.text) == 0 && r.err == nil {
		r.text, r.err = r.next()
	}
	n := copy(into, r.text)
	r.text = r.text[n:]
	if n == 0 && len(into) > 0 {
		return 0, r.err
	}
	return n, nil
}

// next is what the next block holds; nothing at the end of a stream.
func (r *reader) next() ([]byte, error) {
	p, err := r.take()
	switch {
	case err != nil:
		return nil, err
	case p.block == nil && p.sum != r.sum:
		return nil, bzip2.StructuralError("checksum mismatch")
	case p.block == nil:
		r.sum = 0
		return nil, nil
	}
	<-p.done
	if p.err != nil {
		if p, err = r.joined(p); err != nil {
			return nil, err
		}
	}
	r.sum = bits.RotateLeft32(r.sum, 1) ^ p.block.sum()
	return p.text, nil
}

// joined is a block that cannot be unpacked with what follows it: what begins a block
// may stand within one by chance.
func (r *reader) joined(p *part) (*part, error) {
	for fault := p.err; ; {
		follows, err := r.take()
		if err != nil || follows.block == nil || p.block.bytes() > longestBlock {
			return nil, fault
		}
		if p = newPart(p.block.with(follows.block), p.level); p.err == nil {
			return p, nil
		}
	}
}

// take is the next part.
func (r *reader) take() (*part, error) {
	select {
	case p := <-r.parts:
		return p, p.fault
	case <-r.ctx.Done():
		return nil, r.ctx.Err()
	}
}

// split finds the parts of what is packed and has each unpacked, no more of them
// ahead than there are cores.
func (r *reader) split(packed io.Reader) {
	s := &splitter{packed: packed}
	for {
		p, err := s.next()
		if err != nil {
			p = &part{fault: err}
		}
		select {
		case r.parts <- p:
		case <-r.ctx.Done():
			return
		}
		if err != nil {
			return
		}
		if p.block != nil {
			go p.unpack()
		}
	}
}

// newPart is a block that is unpacked already.
func newPart(block *stretch, level byte) *part {
	p := &part{block: block, level: level, done: make(chan struct{})}
	p.unpack()
	return p
}

// unpack decodes a block as a stream of one.
func (p *part) unpack() {
	defer close(p.done)
	text := bytes.NewBuffer(make([]byte, 0, 100_000*int(p.level-'0')+bytes.MinRead))
	_, p.err = text.ReadFrom(bzip2.NewReader(bytes.NewReader(p.block.stream(p.level))))
	p.text = text.Bytes()
	if errors.Is(p.err, io.ErrUnexpectedEOF) {
		p.err = bzip2.StructuralError("a block ends early")
	}
}
