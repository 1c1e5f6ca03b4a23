package nameindex

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"math"
	"os"
	"path/filepath"

	"golang.org/x/sync/errgroup"
)

// Options say how an index is built.
type Options struct {
	// Memory is about how many bytes the sorting may hold at a time; 0 is 512 MiB.
	Memory int
}

const (
	usualMemory = 512 << 20
	leastMemory = 1 << 20
	mostMemory  = 8 << 30 // places within a run are 32 bits wide
	mostName    = math.MaxUint16
	mostID      = math.MaxUint16
)

// Build writes an index of the entries to path, replacing what is there only
// once it is whole. Meanwhile a folder beside it holds about 60 bytes an entry.
// An error of entries ends it. Names without any sign one can print are kept,
// though no text finds them.
func Build(ctx context.Context, path string, entries iter.Seq2[Entry, error], options Options) (err error) {
	folder, err := os.MkdirTemp(filepath.Dir(path), filepath.Base(path)+".sorting-*")
	if err != nil {
		return fmt.Errorf("building the name index %s: %w", path, err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	if options.Memory == 0 {
		options.Memory = usualMemory
	}
	b := &builder{folder: folder, memory: min(max(options.Memory, leastMemory), mostMemory)}
	if err := b.build(ctx, path, entries); err != nil {
		return fmt.Errorf("building the name index %s: %w", path, errors.Join(err, removed(path+".part")))
	}
	return nil
}

func removed(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

type builder struct {
	folder string
	memory int
	runs   []string
	// levels counts entries of each kind by the level of their weight.
	levels [MostKinds][256]uint32
	// tierOf is the tier of each kind's levels.
	tierOf [MostKinds][256]uint8
	forms  identifierForms
}

func (b *builder) build(ctx context.Context, path string, entries iter.Seq2[Entry, error]) error {
	if err := b.sort(ctx, entries); err != nil {
		return err
	}
	b.chooseTiers()
	var tier [tiers]*tierWriter
	for i := range tier {
		tier[i] = newTierWriter(b, i)
	}
	if err := b.distribute(ctx, &tier); err != nil {
		return err
	}
	if err := b.assemble(path+".part", &tier); err != nil {
		return err
	}
	return os.Rename(path+".part", path)
}

func (b *builder) temporary(name string, n ...int) string {
	return filepath.Join(b.folder, name+fmt.Sprint(n))
}

// sort writes the entries to sorted runs, one being gathered while the last is
// sorted.
func (b *builder) sort(ctx context.Context, entries iter.Seq2[Entry, error]) error {
	group, ctx := errgroup.WithContext(ctx)
	empty, full := make(chan *run, 2), make(chan *run)
	empty <- new(run)
	empty <- new(run)
	group.Go(func() error {
		defer close(full)
		return b.gather(ctx, entries, empty, full)
	})
	group.Go(func() error {
		for r := range full {
			path := b.temporary("run", len(b.runs))
			if err := r.write(path); err != nil {
				return err
			}
			b.runs = append(b.runs, path)
			r.reset()
			empty <- r
		}
		return nil
	})
	return group.Wait()
}

func (b *builder) gather(ctx context.Context, entries iter.Seq2[Entry, error], empty <-chan *run, full chan<- *run) error {
	var current *run
	hand := func() error {
		select {
		case full <- current:
			current = nil
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	var f folded
	for entry, err := range entries {
		if err == nil {
			err = check(entry)
		}
		if err != nil {
			return err
		}
		if current == nil {
			select {
			case current = <-empty:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		f.fold(entry.Name)
		current.add(&f, entry)
		b.levels[entry.Kind][weightLevel(entry.Weight)]++
		if len(current.arena) >= b.memory/6 {
			if err := hand(); err != nil {
				return err
			}
		}
	}
	if current != nil {
		return hand()
	}
	return ctx.Err()
}

func check(e Entry) error {
	switch {
	case e.Kind >= MostKinds:
		return fmt.Errorf("entry %s is of kind %d; kinds are below %d", e.ID, e.Kind, MostKinds)
	case len(e.Name) > mostName || len(e.ID) > mostID:
		return fmt.Errorf("entry %.40s has a name or an ID of over %d bytes; shorten it", e.ID, mostName)
	}
	return nil
}

// chooseTiers puts a level in the first tier whose share its kind's entries of
// that level and above do not exceed.
func (b *builder) chooseTiers() {
	for kind := range b.levels {
		var all, above uint64
		for _, n := range b.levels[kind] {
			all += uint64(n)
		}
		for level := 255; level >= 0; level-- {
			above += uint64(b.levels[kind][level])
			tier := 0
			for tier < len(tierShares) && float64(above) > tierShares[tier]*float64(all) {
				tier++
			}
			b.tierOf[kind][level] = uint8(tier)
		}
	}
}

// distribute merges the runs into the tiers.
func (b *builder) distribute(ctx context.Context, tier *[tiers]*tierWriter) error {
	var first [tiers + 1]uint64
	for kind := range b.levels {
		for level, n := range b.levels[kind] {
			first[b.tierOf[kind][level]+1] += uint64(n)
		}
	}
	for i := range tier {
		first[i+1] += first[i]
		tier[i].first = uint32(first[i])
	}
	if first[tiers] > math.MaxUint32 {
		return fmt.Errorf("there are %d entries; an index holds at most %d", first[tiers], uint32(math.MaxUint32))
	}
	for _, t := range tier {
		if err := t.open(); err != nil {
			return err
		}
	}
	group, ctx := errgroup.WithContext(ctx)
	batches := make(chan *batch, 4)
	group.Go(func() error {
		defer close(batches)
		return b.mergeRuns(ctx, tier, batches)
	})
	group.Go(func() error {
		for full := range batches {
			if err := full.gather(tier); err != nil {
				return err
			}
		}
		return nil
	})
	err := group.Wait()
	for _, t := range tier {
		err = errors.Join(err, t.close())
	}
	return err
}

// batch carries the words of a number of entries to the postings.
type batch struct {
	records [][]byte
	places  []place
	bytes   []byte
}

type place struct {
	tier  uint8
	entry uint32
}

const batchBytes = 1 << 20

func (b *builder) mergeRuns(ctx context.Context, tier *[tiers]*tierWriter, batches chan<- *batch) error {
	current := new(batch)
	hand := func() error {
		select {
		case batches <- current:
			current = &batch{bytes: make([]byte, 0, batchBytes)}
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	var r record
	err := merge(b.runs, func(raw []byte) error {
		if err := r.read(raw); err != nil {
			return err
		}
		level := weightLevel(r.weight)
		to := b.tierOf[r.kind][level]
		entry, err := tier[to].add(&r, level)
		if err != nil {
			return err
		}
		current.add(raw, place{to, entry})
		if len(current.bytes) >= batchBytes {
			return hand()
		}
		return nil
	})
	if err != nil {
		return err
	}
	return hand()
}

func (b *batch) add(raw []byte, at place) {
	b.bytes = append(b.bytes, raw...)
	b.records = append(b.records, b.bytes[len(b.bytes)-len(raw):])
	b.places = append(b.places, at)
}

func (b *batch) gather(tier *[tiers]*tierWriter) error {
	var r record
	for i, raw := range b.records {
		if err := r.read(raw); err != nil {
			return err
		}
		at := b.places[i]
		if err := tier[at.tier].addWords(&r.folded, at.entry); err != nil {
			return err
		}
	}
	return nil
}

// assemble puts the sections together in one file.
func (b *builder) assemble(path string, tier *[tiers]*tierWriter) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if _, err := file.Write(make([]byte, headerBytes)); err != nil {
		return err
	}
	sum := crc32.New(castagnoli)
	out := &countingWriter{to: bufio.NewWriterSize(io.MultiWriter(file, sum), 1<<20)}
	var h header
	for i, write := range b.sections(tier) {
		start := out.written
		if err := write(out); err != nil {
			return err
		}
		h.Sections[i] = span{uint64(headerBytes) + start, out.written - start}
	}
	if err := out.to.Flush(); err != nil {
		return err
	}
	for i, t := range tier {
		h.Tiers[i] = t.entries
	}
	h.Length, h.Body = uint64(headerBytes)+out.written, sum.Sum32()
	raw, err := h.encode()
	if err != nil {
		return err
	}
	if _, err := file.WriteAt(raw, 0); err != nil {
		return err
	}
	return file.Sync()
}

// sections are what writes each section, in order.
func (b *builder) sections(tier *[tiers]*tierWriter) [sections]func(io.Writer) error {
	words := b.temporary("words")
	return [sections]func(io.Writer) error{
		sectionAttributes: func(to io.Writer) error {
			return copyAll(to, tier, func(t *tierWriter) string { return t.path("attributes") })
		},
		sectionOffsets: func(to io.Writer) error { return writeOffsets(to, tier) },
		sectionBlocks: func(to io.Writer) error {
			return copyAll(to, tier, func(t *tierWriter) string { return t.path("blocks") })
		},
		sectionPostings: func(to io.Writer) error { return b.writePostings(to, words, tier) },
		sectionWords:    func(to io.Writer) error { return copyFile(to, words) },
		sectionIdentifiers: func(to io.Writer) error {
			_, err := to.Write(b.forms.encode())
			return err
		},
	}
}

func (b *builder) writePostings(to io.Writer, words string, tier *[tiers]*tierWriter) (err error) {
	file, err := os.Create(words)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	var paths []string
	for _, t := range tier {
		paths = append(paths, t.postings...)
	}
	buffered := bufio.NewWriterSize(file, bufferBytes)
	return errors.Join(mergePostings(paths, to, buffered), buffered.Flush())
}

func copyAll(to io.Writer, tier *[tiers]*tierWriter, path func(*tierWriter) string) error {
	for _, t := range tier {
		if err := copyFile(to, path(t)); err != nil {
			return err
		}
	}
	return nil
}

func copyFile(to io.Writer, path string) (err error) {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	_, err = io.Copy(to, file)
	return err
}

// writeOffsets turns the lengths of all blocks into where they begin.
func writeOffsets(to io.Writer, tier *[tiers]*tierWriter) error {
	var at uint64
	var buffer []byte
	for _, t := range tier {
		for _, length := range t.lengths {
			buffer = putOffset(buffer, at)
			at += uint64(length)
		}
	}
	_, err := to.Write(putOffset(buffer, at))
	return err
}

type countingWriter struct {
	to      *bufio.Writer
	written uint64
}

func (c *countingWriter) Write(p []byte) (int, error) {
	n, err := c.to.Write(p)
	c.written += uint64(n)
	return n, err
}

// tierWriter writes the blocks and attributes of one tier, and its words.
type tierWriter struct {
	builder    *builder
	number     int
	first      uint32 // number of the tier's first entry
	entries    uint32
	attributes *temporaryFile
	blocks     *temporaryFile
	lengths    []uint32 // of blocks
	block      []byte
	name       []byte // the last
	words      postingRun
	postings   []string
}

func newTierWriter(b *builder, number int) *tierWriter {
	return &tierWriter{builder: b, number: number}
}

func (t *tierWriter) path(name string) string { return t.builder.temporary(name, t.number) }

func (t *tierWriter) open() (err error) {
	if t.attributes, err = createTemporary(t.path("attributes")); err != nil {
		return err
	}
	t.blocks, err = createTemporary(t.path("blocks"))
	return err
}

// add writes an entry and returns its number.
func (t *tierWriter) add(r *record, level uint8) (uint32, error) {
	code := yearCode(r.year)
	row := []byte{level, uint8(min(255, len(r.key))), r.kind, code}
	if _, err := t.attributes.out.Write(row); err != nil {
		return 0, err
	}
	shared := 0
	for shared < min(len(t.name), len(r.name)) && t.name[shared] == r.name[shared] {
		shared++
	}
	t.block = binary.AppendUvarint(t.block, uint64(shared))
	t.block = binary.AppendUvarint(t.block, uint64(len(r.name)-shared))
	t.block = append(t.block, r.name[shared:]...)
	t.block = t.builder.forms.append(t.block, string(r.id))
	t.block = binary.AppendUvarint(t.block, uint64(r.weight))
	if code == yearOutside {
		t.block = binary.AppendVarint(t.block, int64(r.year))
	}
	t.name = append(t.name[:0], r.name...)
	entry := t.first + t.entries
	if t.entries++; t.entries%blockEntries == 0 {
		return entry, t.endBlock()
	}
	return entry, nil
}

func (t *tierWriter) endBlock() error {
	if len(t.block) == 0 {
		return nil
	}
	_, err := t.blocks.out.Write(t.block)
	t.lengths = append(t.lengths, uint32(len(t.block)))
	t.block, t.name = t.block[:0], t.name[:0]
	return err
}

func (t *tierWriter) addWords(f *folded, entry uint32) error {
	t.words.add(f, entry)
	if len(t.words.pairs) >= t.builder.memory/128 {
		return t.endWords()
	}
	return nil
}

func (t *tierWriter) endWords() error {
	if len(t.words.pairs) == 0 {
		return nil
	}
	path := t.builder.temporary("postings", t.number, len(t.postings))
	if err := t.words.write(path); err != nil {
		return err
	}
	t.postings = append(t.postings, path)
	t.words.reset()
	return nil
}

func (t *tierWriter) close() error {
	err := errors.Join(t.endBlock(), t.attributes.close(), t.blocks.close(), t.endWords())
	t.words = postingRun{}
	return err
}

type temporaryFile struct {
	file *os.File
	out  *bufio.Writer
}

func createTemporary(path string) (*temporaryFile, error) {
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	return &temporaryFile{file, bufio.NewWriterSize(file, bufferBytes)}, nil
}

func (t *temporaryFile) close() error { return errors.Join(t.out.Flush(), t.file.Close()) }
