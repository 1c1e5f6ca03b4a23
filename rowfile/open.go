package rowfile

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"sort"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/klauspost/compress/zstd"
)

// blocksKept is how many blocks a file keeps unpacked, 64 MB: those of the pages and
// articles of some minutes.
const blocksKept = 4096

// File is an open file. It is safe for use by several goroutines.
type File struct {
	file    *os.File
	size    int64
	decoder *zstd.Decoder
	stamp   string
	tables  []*table
	kept    *lru.Cache[place, *block]
}

// place is a block of a table.
type place struct{ table, block int }

// block is the rows of a block, one after the other, and where each ends.
type block struct {
	data []byte
	ends []uint32
}

// Open opens a file. The error wraps ErrDamaged for one that was not wholly written.
func Open(path string) (*File, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	f, err := open(file)
	if err != nil {
		file.Close()
		return nil, fmt.Errorf("open the rows in %s: %w", path, err)
	}
	return f, nil
}

func open(file *os.File) (*File, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	f := &File{file: file, size: info.Size()}
	if f.stamp, f.tables, err = readDirectory(file, info.Size()); err != nil {
		return nil, err
	}
	if f.kept, err = lru.New[place, *block](blocksKept); err != nil {
		return nil, err
	}
	f.decoder, err = zstd.NewReader(nil, zstd.WithDecoderMaxMemory(mostBlock), zstd.WithDecoderConcurrency(0))
	return f, err
}

// Close releases the file.
func (f *File) Close() error {
	f.decoder.Close()
	return f.file.Close()
}

// Stamp says what the file belongs to.
func (f *File) Stamp() string { return f.stamp }

// Rows is how many rows a table has; a table that is not there has none.
func (f *File) Rows(table int) int {
	if table < 0 || table >= len(f.tables) {
		return 0
	}
	return f.tables[table].rows
}

// Row is a row of a table, which is not to be written to. The error wraps ErrDamaged where
// the file is not as it was written.
func (f *File) Row(table, number int) ([]byte, error) {
	if number < 0 || number >= f.Rows(table) {
		return nil, fmt.Errorf("table %d has no row %d: %w", table, number, ErrDamaged)
	}
	t := f.tables[table]
	at := sort.Search(t.blocks(), func(i int) bool { return t.first(i) > number }) - 1
	if at < 0 {
		return nil, ErrDamaged
	}
	b, err := f.block(place{table, at})
	if err != nil {
		return nil, err
	}
	n := number - t.first(at)
	if n >= len(b.ends) {
		return nil, ErrDamaged
	}
	first := uint32(0)
	if n > 0 {
		first = b.ends[n-1]
	}
	return b.data[first:b.ends[n]:b.ends[n]], nil
}

func (f *File) block(p place) (*block, error) {
	if b, kept := f.kept.Get(p); kept {
		return b, nil
	}
	e := f.tables[p.table].entry(p.block)
	if e.offset > uint64(f.size) || uint64(e.length) > uint64(f.size)-e.offset {
		return nil, ErrDamaged
	}
	packed := make([]byte, e.length)
	if _, err := f.file.ReadAt(packed, int64(e.offset)); err != nil {
		return nil, fmt.Errorf("read a block: %w", err)
	}
	if crc32.Checksum(packed, castagnoli) != e.sum {
		return nil, ErrDamaged
	}
	data, err := f.decoder.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	b, err := unpack(data)
	if err == nil {
		f.kept.Add(p, b)
	}
	return b, err
}

// unpack takes the lengths out from between the rows.
func unpack(data []byte) (*block, error) {
	b := &block{data: data[:0]}
	for len(data) > 0 {
		n, length := binary.Uvarint(data)
		if length <= 0 || n > uint64(len(data)-length) {
			return nil, ErrDamaged
		}
		b.data = append(b.data, data[length:length+int(n)]...)
		b.ends = append(b.ends, uint32(len(b.data)))
		data = data[length+int(n):]
	}
	return b, nil
}
