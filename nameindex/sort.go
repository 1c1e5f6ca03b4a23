package nameindex

import (
	"bufio"
	"bytes"
	"cmp"
	"container/heap"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// A record is an entry on its way through sorting: its key, a zero byte, and the
// rest. Records in the order of their bytes are in the order of their keys, since
// no key has a zero byte, and equal sets of entries give equal files.

func appendRecord(to []byte, f *folded, e Entry) []byte {
	to = append(to, f.key...)
	to = append(to, 0)
	to = append(to, e.Kind)
	to = binary.AppendUvarint(to, uint64(e.Weight))
	to = binary.AppendVarint(to, int64(e.Year))
	to = binary.AppendUvarint(to, uint64(len(e.ID)))
	to = append(to, e.ID...)
	to = binary.AppendUvarint(to, uint64(len(e.Name)))
	to = append(to, e.Name...)
	start := 0
	for _, end := range f.ends {
		to = binary.AppendUvarint(to, uint64(end-start))
		start = end
	}
	return to
}

// record is an appended record read again; it borrows the bytes it is read from.
type record struct {
	folded
	id, name []byte
	weight   uint32
	year     int
	kind     uint8
}

var errRecord = errors.New("a record of a temporary file does not read as it was written; build again")

func (r *record) read(from []byte) error {
	zero := bytes.IndexByte(from, 0)
	if zero < 0 || zero+1 >= len(from) {
		return errRecord
	}
	r.key, r.kind = from[:zero], from[zero+1]
	rest := cursor{data: from[zero+2:]}
	r.weight = uint32(rest.uvarint())
	r.year = int(rest.varint())
	r.id = rest.bytes(rest.uvarint())
	r.name = rest.bytes(rest.uvarint())
	r.ends = r.ends[:0]
	for end := 0; len(rest.data) > 0 && !rest.failed; {
		end += int(rest.uvarint())
		r.ends = append(r.ends, end)
	}
	if rest.failed || len(r.ends) > 0 && r.ends[len(r.ends)-1] != zero {
		return errRecord
	}
	return nil
}

// run gathers records in memory, to be sorted and written to a file.
type run struct {
	arena []byte
	items []item
}

// item is where a record lies in the arena, and its first bytes, which settle
// most comparisons without looking there.
type item struct {
	first      uint64
	start, end uint32
}

func (r *run) add(f *folded, e Entry) {
	start := len(r.arena)
	r.arena = appendRecord(r.arena, f, e)
	var first [8]byte
	copy(first[:], r.arena[start:])
	r.items = append(r.items, item{binary.BigEndian.Uint64(first[:]), uint32(start), uint32(len(r.arena))})
}

func (r *run) reset() { r.arena, r.items = r.arena[:0], r.items[:0] }

// write sorts the records and writes them to path, each with its length.
func (r *run) write(path string) (err error) {
	slices.SortFunc(r.items, func(a, b item) int {
		if order := cmp.Compare(a.first, b.first); order != 0 {
			return order
		}
		return bytes.Compare(r.arena[a.start:a.end], r.arena[b.start:b.end])
	})
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	out := bufio.NewWriterSize(file, bufferBytes)
	var length []byte
	for _, it := range r.items {
		length = binary.AppendUvarint(length[:0], uint64(it.end-it.start))
		out.Write(length)
		out.Write(r.arena[it.start:it.end])
	}
	return out.Flush()
}

const bufferBytes = 256 << 10

// runReader reads the records of a sorted file one by one.
type runReader struct {
	file    *os.File
	in      *bufio.Reader
	current []byte
}

func openRun(path string) (*runReader, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &runReader{file: file, in: bufio.NewReaderSize(file, bufferBytes)}, nil
}

// next reads a record, or returns io.EOF.
func (r *runReader) next() error {
	length, err := binary.ReadUvarint(r.in)
	if err != nil {
		return err
	}
	r.current = slices.Grow(r.current[:0], int(length))[:length]
	if _, err := io.ReadFull(r.in, r.current); err != nil {
		return fmt.Errorf("reading %s: %w", filepath.Base(r.file.Name()), err)
	}
	return nil
}

// readers is a heap of runs by their current records.
type readers []*runReader

func (r readers) Len() int           { return len(r) }
func (r readers) Less(i, j int) bool { return bytes.Compare(r[i].current, r[j].current) < 0 }
func (r readers) Swap(i, j int)      { r[i], r[j] = r[j], r[i] }
func (r *readers) Push(x any)        { *r = append(*r, x.(*runReader)) }
func (r *readers) Pop() any {
	last := len(*r) - 1
	x := (*r)[last]
	*r = (*r)[:last]
	return x
}

// merge hands over the records of all files in order.
func merge(paths []string, each func([]byte) error) (err error) {
	var open readers
	defer func() {
		for _, r := range open {
			err = errors.Join(err, r.file.Close())
		}
	}()
	for _, path := range paths {
		r, err := openRun(path)
		if err != nil {
			return err
		}
		open = append(open, r)
	}
	live := slices.Clone(open)
	for i := len(live) - 1; i >= 0; i-- {
		if live, err = advance(live, i); err != nil {
			return err
		}
	}
	heap.Init(&live)
	for len(live) > 0 {
		if err := each(live[0].current); err != nil {
			return err
		}
		switch err := live[0].next(); err {
		case nil:
			heap.Fix(&live, 0)
		case io.EOF:
			heap.Pop(&live)
		default:
			return err
		}
	}
	return nil
}

// advance reads the first record of a run, dropping the run if it has none.
func advance(live readers, i int) (readers, error) {
	switch err := live[i].next(); err {
	case nil:
		return live, nil
	case io.EOF:
		return slices.Delete(live, i, i+1), nil
	default:
		return live, err
	}
}
