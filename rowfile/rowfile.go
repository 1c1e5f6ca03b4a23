// Package rowfile keeps rows of bytes by number in a file: what a database answers in a
// millisecond a row, whatever it is asked for together, is here read in microseconds.
//
// A file has several tables, each of rows from number 0 without a gap. Rows lie in blocks
// that are compressed one by one, so that the file is about as small as the database's own
// tables; a block that is read bears a checksum and is kept for a while, as rows that are
// asked for together often lie together. A file is written once and never changed.
package rowfile

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"os"

	"github.com/klauspost/compress/zstd"
)

// ErrDamaged says that a file is not as it was written.
var ErrDamaged = errors.New("the file is damaged")

// A file is blocks, a directory that says where they are, and a tail that says where the
// directory is.
const (
	magic     = "rolerow2"
	tailBytes = len(magic) + 8 + 8 + 4
	// blockBytes is how long a block may grow before it is compressed, unless a single row
	// is longer.
	blockBytes = 16 << 10
	// mostBlock bounds what a damaged file can ask for.
	mostBlock = 256 << 20
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Writer writes a file, table by table.
type Writer struct {
	file    *os.File
	out     *bufio.Writer
	encoder *zstd.Encoder
	stamp   string
	tables  []*table
	block   []byte
	packed  []byte
	offset  uint64
	// first is the number of the block's first row.
	first int
}

// table is where the blocks of a table are: an entry for each, as the directory has it, so
// that opening a file takes no time for each of its blocks.
type table struct {
	rows    int
	entries []byte
}

// entry is where a block is.
type entry struct {
	// first is the number of its first row.
	first  uint32
	length uint32
	offset uint64
	// sum is the checksum of the block as it lies.
	sum uint32
}

const entryBytes = 4 + 4 + 8 + 4

func (t *table) add(e entry) {
	t.entries = binary.LittleEndian.AppendUint32(t.entries, e.first)
	t.entries = binary.LittleEndian.AppendUint32(t.entries, e.length)
	t.entries = binary.LittleEndian.AppendUint64(t.entries, e.offset)
	t.entries = binary.LittleEndian.AppendUint32(t.entries, e.sum)
}

func (t *table) blocks() int { return len(t.entries) / entryBytes }

func (t *table) first(block int) int {
	return int(binary.LittleEndian.Uint32(t.entries[block*entryBytes:]))
}

func (t *table) entry(block int) entry {
	e := t.entries[block*entryBytes:]
	return entry{
		first: binary.LittleEndian.Uint32(e), length: binary.LittleEndian.Uint32(e[4:]),
		offset: binary.LittleEndian.Uint64(e[8:]), sum: binary.LittleEndian.Uint32(e[16:]),
	}
}

// Create begins a file of one table, without rows; the stamp says what it belongs to.
func Create(path, stamp string) (*Writer, error) {
	encoder, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	return &Writer{file: file, out: bufio.NewWriterSize(file, 1<<20), encoder: encoder, stamp: stamp, tables: []*table{{}}}, nil
}

// Add adds a row to the table.
func (w *Writer) Add(row []byte) error {
	t := w.tables[len(w.tables)-1]
	if t.rows == math.MaxInt32 || len(row) > mostBlock/2 {
		return fmt.Errorf("row %d has %d bytes: too many rows, or too long a one", t.rows, len(row))
	}
	if len(w.block) > 0 && len(w.block)+len(row) > blockBytes {
		if err := w.endBlock(); err != nil {
			return err
		}
	}
	w.block = append(binary.AppendUvarint(w.block, uint64(len(row))), row...)
	t.rows++
	return nil
}

// NextTable begins another table.
func (w *Writer) NextTable() error {
	err := w.endBlock()
	w.tables, w.first = append(w.tables, &table{}), 0
	return err
}

func (w *Writer) endBlock() error {
	t := w.tables[len(w.tables)-1]
	if len(w.block) == 0 {
		return nil
	}
	w.packed = w.encoder.EncodeAll(w.block, w.packed[:0])
	t.add(entry{uint32(w.first), uint32(len(w.packed)), w.offset, crc32.Checksum(w.packed, castagnoli)})
	w.first, w.block, w.offset = t.rows, w.block[:0], w.offset+uint64(len(w.packed))
	_, err := w.out.Write(w.packed)
	return err
}

// Close ends the file. What it is of is only then in it.
func (w *Writer) Close() error {
	err := w.endBlock()
	directory := w.directory()
	_, faulty := w.out.Write(directory)
	tail := []byte(magic)
	tail = binary.LittleEndian.AppendUint64(tail, w.offset)
	tail = binary.LittleEndian.AppendUint64(tail, uint64(len(directory)))
	tail = binary.LittleEndian.AppendUint32(tail, crc32.Checksum(directory, castagnoli))
	_, last := w.out.Write(tail)
	return errors.Join(err, faulty, last, w.out.Flush(), w.file.Close(), w.encoder.Close())
}

func (w *Writer) directory() []byte {
	d := binary.AppendUvarint(nil, uint64(len(w.stamp)))
	d = append(d, w.stamp...)
	d = binary.AppendUvarint(d, uint64(len(w.tables)))
	for _, t := range w.tables {
		d = binary.AppendUvarint(binary.AppendUvarint(d, uint64(t.rows)), uint64(len(t.entries)))
		d = append(d, t.entries...)
	}
	return d
}

// readDirectory reads what the end of a file says of its tables.
func readDirectory(in io.ReaderAt, size int64) (stamp string, tables []*table, err error) {
	tail := make([]byte, tailBytes)
	if size < int64(tailBytes) {
		return "", nil, ErrDamaged
	}
	if _, err := in.ReadAt(tail, size-int64(tailBytes)); err != nil {
		return "", nil, err
	}
	numbers := tail[len(magic):]
	offset, length := binary.LittleEndian.Uint64(numbers), binary.LittleEndian.Uint64(numbers[8:])
	end := uint64(size) - uint64(tailBytes)
	if string(tail[:len(magic)]) != magic || offset > end || length != end-offset {
		return "", nil, ErrDamaged
	}
	d := make([]byte, length)
	if _, err := in.ReadAt(d, int64(offset)); err != nil {
		return "", nil, err
	}
	if crc32.Checksum(d, castagnoli) != binary.LittleEndian.Uint32(numbers[16:]) {
		return "", nil, ErrDamaged
	}
	r := &reader{data: d}
	stamp = string(r.take(r.number()))
	for range r.number() {
		t := &table{rows: int(r.number())}
		t.entries = r.take(r.number())
		if r.failed || t.rows < 0 || t.rows > math.MaxInt32 || len(t.entries)%entryBytes != 0 {
			return "", nil, ErrDamaged
		}
		tables = append(tables, t)
	}
	if r.failed || len(r.data) > 0 {
		return "", nil, ErrDamaged
	}
	return stamp, tables, nil
}

// reader reads numbers and bytes, and remembers that there were too few.
type reader struct {
	data   []byte
	failed bool
}

func (r *reader) number() uint64 {
	n, length := binary.Uvarint(r.data)
	if length <= 0 {
		r.failed, r.data = true, nil
		return 0
	}
	r.data = r.data[length:]
	return n
}

func (r *reader) take(n uint64) []byte {
	if n > uint64(len(r.data)) {
		r.failed, r.data = true, nil
		return nil
	}
	taken := r.data[:n:n]
	r.data = r.data[n:]
	return taken
}
