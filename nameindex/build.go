package nameindex

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"math"
	"os"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// Options say how an index is built.
type Options struct {
	// Stamp is kept with the index for the caller to know it by, as by the hash of
	// the catalog it was built of.
	Stamp string
}

// Build writes an index of the entries to path, which must not be an index in
// use: build beside it and rename. The entries are held in memory meanwhile, some
// 60 bytes each, and the garbage collector lets as much lie again unless GOGC says
// less. A failed Build removes the file. Names without any sign one
// can print are left out.
func Build(ctx context.Context, path string, entries iter.Seq2[Entry, error], options Options) error {
	err := build(ctx, entries, func(o *ordered) error {
		file, err := os.Create(path)
		if err != nil {
			return err
		}
		w := &fileWriter{file: file, entries: o}
		return errors.Join(w.write(ctx, options.Stamp), file.Close())
	})
	if err != nil {
		return fmt.Errorf("building the name index %s: %w", path, errors.Join(err, removed(path)))
	}
	return nil
}

// InMemory builds an index that is held in memory, for as many names as that has
// room for.
func InMemory(ctx context.Context, entries iter.Seq2[Entry, error], options Options) (*Index, error) {
	var file memoryFile
	err := build(ctx, entries, func(o *ordered) error {
		w := &fileWriter{file: &file, entries: o}
		return w.write(ctx, options.Stamp)
	})
	if err != nil {
		return nil, fmt.Errorf("building a name index in memory: %w", err)
	}
	x, err := newIndex(file)
	if err != nil {
		return nil, fmt.Errorf("building a name index in memory: %w", err)
	}
	return x, nil
}

// place is where an index is written.
type place interface {
	io.WriterAt
	io.ReaderAt
}

// memoryFile is a place in memory.
type memoryFile []byte

func (m *memoryFile) WriteAt(content []byte, at int64) (int, error) {
	if end := int(at) + len(content); end > len(*m) {
		*m = append(*m, make([]byte, end-len(*m))...)
	}
	return copy((*m)[at:], content), nil
}

func (m *memoryFile) ReadAt(into []byte, at int64) (int, error) {
	return bytes.NewReader(*m).ReadAt(into, at)
}

func removed(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// build puts the entries in order and has them written.
func build(ctx context.Context, entries iter.Seq2[Entry, error], write func(*ordered) error) error {
	g, err := gather(ctx, entries)
	if err != nil {
		return err
	}
	// Without this, what the caller left behind would be held beside the sorting's
	// own hundreds of megabytes; there being few pointers, it takes no time.
	runtime.GC()
	o, err := g.inOrder(ctx)
	if err != nil {
		return err
	}
	runtime.GC()
	return write(o)
}

// ordered is all entries in order of key, to be walked through tier by tier.
type ordered struct {
	items  []item
	arena  *arena
	tierOf [MostKinds][256]uint8 // of a kind's levels
	tiers  [tiers]uint32         // entries in each
}

// inOrder sorts the entries; those of the same name by weight, so that equal sets
// of entries give equal files. It uses up what is gathered.
func (g *gathered) inOrder(ctx context.Context) (*ordered, error) {
	o := &ordered{arena: &g.arena}
	s := &sorter{&g.arena, func(a, b item) int {
		x, y := readRecord(g.arena.at(a.record)), readRecord(g.arena.at(b.record))
		return cmp.Or(bytes.Compare(x.lengths, y.lengths), cmp.Compare(b.level, a.level),
			cmp.Compare(x.number, y.number), cmp.Compare(a.kind, b.kind), cmp.Compare(a.year, b.year))
	}}
	for kind := range g.levels {
		o.chooseTiers(kind, &g.levels[kind])
	}
	var err error
	o.items, err = s.sort(ctx, &g.items)
	return o, err
}

// chooseTiers puts a level in the first tier whose share its kind's entries of
// that level and above do not exceed.
func (o *ordered) chooseTiers(kind int, levels *[256]uint32) {
	var all, above uint64
	for _, n := range levels {
		all += uint64(n)
	}
	for level := 255; level >= 0; level-- {
		above += uint64(levels[level])
		tier := 0
		for tier < len(tierShares) && float64(above) > tierShares[tier]*float64(all) {
			tier++
		}
		o.tierOf[kind][level] = uint8(tier)
		o.tiers[tier] += levels[level]
	}
}

// orderedEntry is an entry met on the way through all.
type orderedEntry struct {
	item   *item
	record record
	same   bool // its name is that of the entry before
	first  bool // of its block
}

// each hands over all entries by number.
func (o *ordered) each(ctx context.Context, use func(*orderedEntry) error) error {
	for tier := range uint8(tiers) {
		w := walk{entries: o, use: use}
		for i := range o.items {
			it := &o.items[i]
			if o.tierOf[it.kind][it.level] != tier {
				continue
			}
			if w.ahead = append(w.ahead, it); len(w.ahead) < len(w.near) {
				continue
			}
			if err := errors.Join(w.handOver(), ctx.Err()); err != nil {
				return err
			}
		}
		if err := w.handOver(); err != nil {
			return err
		}
	}
	return nil
}

// walk is the way through the entries of a tier. Records lie in the arena as they
// came, so that each costs a wait for memory; touched some at a time, they are
// waited for together.
type walk struct {
	entries *ordered
	use     func(*orderedEntry) error
	ahead   []*item
	near    [64]byte
	last    []byte // name
	within  int    // the tier
}

func (w *walk) handOver() error {
	for i, it := range w.ahead {
		record := w.entries.arena.at(it.record)
		w.near[i] = record[0] + record[min(len(record)-1, 31)]
	}
	for _, it := range w.ahead {
		e := orderedEntry{item: it, record: readRecord(w.entries.arena.at(it.record)), first: w.within%blockEntries == 0}
		e.same = bytes.Equal(w.last, e.record.name)
		w.last = e.record.name
		w.within++
		if err := w.use(&e); err != nil {
			return err
		}
	}
	w.ahead = w.ahead[:0]
	return nil
}

// fileWriter writes the sections in their places.
type fileWriter struct {
	file    place
	entries *ordered
	header  header
}

func (w *fileWriter) write(ctx context.Context, stamp string) error {
	w.header.Tiers = w.entries.tiers
	entries, blocks := w.header.counts()
	w.place(sectionRows, entries*rowBytes)
	w.place(sectionOffsets, (blocks+1)*offsetBytes)
	words, err := w.names(ctx)
	if err != nil {
		return err
	}
	if err := w.writeWords(ctx, words); err != nil {
		return err
	}
	if err := w.copy(sectionStamp, []byte(stamp)); err != nil {
		return err
	}
	return w.writeHeader()
}

// names writes the names while their words are read. It uses up the entries.
func (w *fileWriter) names(ctx context.Context) (words *occurrences, err error) {
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return w.writeNames(ctx) })
	group.Go(func() (err error) {
		words, err = readWords(ctx, w.entries)
		return err
	})
	err = group.Wait()
	w.entries = nil
	return words, err
}

func (w *fileWriter) writeWords(ctx context.Context, words *occurrences) error {
	runtime.GC() // see build
	lists, err := words.inOrder(ctx)
	if err != nil {
		return err
	}
	var automaton bytes.Buffer
	out, written := w.section(sectionPostings)
	if err := lists.write(ctx, out, &automaton); err != nil {
		return err
	}
	w.place(sectionPostings, *written)
	return w.copy(sectionWords, automaton.Bytes())
}

// place says how long a section is; the one before must have been placed.
func (w *fileWriter) place(section int, length uint64) {
	w.header.Sections[section] = span{w.begin(section), length}
}

// begin is where a section begins.
func (w *fileWriter) begin(section int) uint64 {
	if section == 0 {
		return uint64(headerBytes)
	}
	before := w.header.Sections[section-1]
	return before.Offset + before.Length
}

// section writes to where a section begins, and counts.
func (w *fileWriter) section(section int) (*bufio.Writer, *uint64) {
	counted := &countingWriter{to: io.NewOffsetWriter(w.file, int64(w.begin(section)))}
	return bufio.NewWriterSize(counted, 1<<20), &counted.written
}

type countingWriter struct {
	to      io.Writer
	written uint64
}

func (c *countingWriter) Write(p []byte) (int, error) {
	n, err := c.to.Write(p)
	c.written += uint64(n)
	return n, err
}

func (w *fileWriter) copy(section int, content []byte) error {
	w.place(section, uint64(len(content)))
	_, err := w.file.WriteAt(content, int64(w.begin(section)))
	return err
}

// writeNames writes the rows, the blocks, and where the blocks begin.
func (w *fileWriter) writeNames(ctx context.Context) error {
	rows, _ := w.section(sectionRows)
	offsets, _ := w.section(sectionOffsets)
	blocks, written := w.section(sectionBlocks)
	var buffer, name, last []byte
	var at uint64
	err := w.entries.each(ctx, func(e *orderedEntry) error {
		buffer = e.row().append(buffer[:0])
		rows.Write(buffer) // Flush tells of an error
		if e.first {
			offsets.Write(binary.LittleEndian.AppendUint32(buffer[:0], uint32(at)))
			last = last[:0]
		} else if e.same {
			return nil
		}
		name = e.record.appendText(name[:0])
		buffer = appendName(buffer[:0], last, name)
		name, last = last, name
		at += uint64(len(buffer))
		blocks.Write(buffer)
		if at > math.MaxUint32 {
			return errFull
		}
		return nil
	})
	if err != nil {
		return err
	}
	offsets.Write(binary.LittleEndian.AppendUint32(nil, uint32(at)))
	err = errors.Join(rows.Flush(), offsets.Flush(), blocks.Flush())
	w.place(sectionBlocks, *written)
	return err
}

func (e *orderedEntry) row() row {
	return row{
		number: e.record.number, level: e.item.level, letters: uint8(min(255, len(e.record.key))),
		kind: e.item.kind, same: e.same, year: e.item.year,
	}
}

// appendName codes a name: how many letters it shares with the last, how many
// follow, and these. Both numbers go into one byte where they are below 15.
func appendName(to, last, name []byte) []byte {
	shared := 0
	for shared < min(len(last), len(name)) && last[shared] == name[shared] {
		shared++
	}
	rest := len(name) - shared
	to = append(to, byte(min(shared, longLetters)<<4|min(rest, longLetters)))
	for _, letters := range []int{shared, rest} {
		if letters >= longLetters {
			to = binary.AppendUvarint(to, uint64(letters-longLetters))
		}
	}
	return append(to, name[shared:]...)
}

// writeHeader ends the file, once all sections but the checksums are in it.
func (w *fileWriter) writeHeader() error {
	sums, err := w.sums()
	if err != nil {
		return err
	}
	if err := w.copy(sectionSums, sums); err != nil {
		return err
	}
	w.header.Length = w.begin(sections)
	w.header.Sums = crc32.Checksum(sums, castagnoli)
	raw, err := w.header.encode()
	if err != nil {
		return err
	}
	_, err = w.file.WriteAt(raw, 0)
	return err
}

// sums are the checksums of what has been written, sheet by sheet.
func (w *fileWriter) sums() (sums []byte, err error) {
	body := io.NewSectionReader(w.file, int64(headerBytes), int64(w.begin(sectionSums))-int64(headerBytes))
	sheet := make([]byte, sheetBytes)
	for {
		n, err := io.ReadFull(body, sheet)
		if n > 0 {
			sums = binary.LittleEndian.AppendUint32(sums, crc32.Checksum(sheet[:n], castagnoli))
		}
		switch err {
		case nil:
		case io.EOF, io.ErrUnexpectedEOF:
			return sums, nil
		default:
			return nil, err
		}
	}
}
