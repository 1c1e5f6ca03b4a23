package nameindex

import (
	"bufio"
	"bytes"
	"container/heap"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/blevesearch/vellum"
)

// postingRun gathers, of one tier, the words of entries that come in ascending
// order, until it is written to a file sorted by word.
type postingRun struct {
	numbers map[string]uint32
	words   []string
	counts  []uint32
	pairs   []pair
}

type pair struct{ word, entry uint32 }

// add notes the words of an entry, each once.
func (p *postingRun) add(f *folded, entry uint32) {
	if p.numbers == nil {
		p.numbers = map[string]uint32{}
	}
	for i := range f.words() {
		word := f.word(i)
		if !repeated(f, i) {
			n := p.number(word)
			p.counts[n]++
			p.pairs = append(p.pairs, pair{n, entry})
		}
	}
}

func repeated(f *folded, i int) bool {
	for j := range i {
		if bytes.Equal(f.word(j), f.word(i)) {
			return true
		}
	}
	return false
}

func (p *postingRun) number(word []byte) uint32 {
	n, ok := p.numbers[string(word)]
	if !ok {
		n = uint32(len(p.words))
		text := string(word)
		p.numbers[text] = n
		p.words = append(p.words, text)
		p.counts = append(p.counts, 0)
	}
	return n
}

func (p *postingRun) reset() {
	clear(p.numbers)
	clear(p.words)
	p.words, p.counts, p.pairs = p.words[:0], p.counts[:0], p.pairs[:0]
}

// write writes each word with its entries: the word, how many, the first, the
// last, and the coded steps between them. It does so by counting, not comparing.
func (p *postingRun) write(path string) (err error) {
	order := make([]uint32, len(p.words))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return bytes.Compare([]byte(p.words[a]), []byte(p.words[b])) })
	starts := make([]uint32, len(p.words))
	var total uint32
	for _, n := range order {
		starts[n] = total
		total += p.counts[n]
	}
	entries := make([]uint32, total)
	for _, pr := range p.pairs {
		entries[starts[pr.word]] = pr.entry
		starts[pr.word]++
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	out := bufio.NewWriterSize(file, bufferBytes)
	var buffer, steps []byte
	for _, n := range order {
		list := entries[starts[n]-p.counts[n] : starts[n]]
		steps = appendSteps(steps[:0], list)
		buffer = appendPart(buffer[:0], p.words[n], list, steps)
		out.Write(buffer)
	}
	return out.Flush()
}

func appendSteps(to []byte, list []uint32) []byte {
	for i := 1; i < len(list); i++ {
		to = binary.AppendUvarint(to, uint64(list[i]-list[i-1]))
	}
	return to
}

func appendPart(to []byte, word string, list []uint32, steps []byte) []byte {
	to = binary.AppendUvarint(to, uint64(len(word)))
	to = append(to, word...)
	to = binary.AppendUvarint(to, uint64(len(list)))
	to = binary.AppendUvarint(to, uint64(list[0]))
	to = binary.AppendUvarint(to, uint64(list[len(list)-1]))
	to = binary.AppendUvarint(to, uint64(len(steps)))
	return append(to, steps...)
}

// part is a word's entries in one file of postings.
type part struct {
	word               []byte
	count, first, last uint64
	steps              []byte
	file               *os.File
	in                 *bufio.Reader
	order              int // of the file among all: entries ascend with it
}

func (p *part) next() (err error) {
	length, err := binary.ReadUvarint(p.in)
	if err != nil {
		return err
	}
	if p.word, err = p.read(p.word, length); err != nil {
		return err
	}
	var size uint64
	for _, field := range []*uint64{&p.count, &p.first, &p.last, &size} {
		if *field, err = binary.ReadUvarint(p.in); err != nil {
			return fmt.Errorf("reading %s: %w", filepath.Base(p.file.Name()), err)
		}
	}
	p.steps, err = p.read(p.steps, size)
	return err
}

func (p *part) read(to []byte, length uint64) ([]byte, error) {
	to = slices.Grow(to[:0], int(length))[:length]
	if _, err := io.ReadFull(p.in, to); err != nil {
		return nil, fmt.Errorf("reading %s: %w", filepath.Base(p.file.Name()), err)
	}
	return to, nil
}

// parts is a heap of files by word, then by their order.
type parts []*part

func (p parts) Len() int { return len(p) }
func (p parts) Less(i, j int) bool {
	if order := bytes.Compare(p[i].word, p[j].word); order != 0 {
		return order < 0
	}
	return p[i].order < p[j].order
}
func (p parts) Swap(i, j int) { p[i], p[j] = p[j], p[i] }
func (p *parts) Push(x any)   { *p = append(*p, x.(*part)) }
func (p *parts) Pop() any {
	last := len(*p) - 1
	x := (*p)[last]
	*p = (*p)[:last]
	return x
}

// listWriter puts the parts of a word's list together.
type listWriter struct {
	words    *vellum.Builder
	out      *bufio.Writer
	at       uint64
	word     []byte
	count    uint64
	first    uint64
	last     uint64
	steps    []byte
	hasParts bool
}

func (l *listWriter) add(p *part) error {
	if l.hasParts && !bytes.Equal(l.word, p.word) {
		if err := l.end(); err != nil {
			return err
		}
	}
	if l.hasParts {
		l.steps = binary.AppendUvarint(l.steps, p.first-l.last)
	} else {
		l.word = append(l.word[:0], p.word...)
		l.hasParts, l.count, l.first, l.steps = true, 0, p.first, l.steps[:0]
	}
	l.count += p.count
	l.last = p.last
	l.steps = append(l.steps, p.steps...)
	return nil
}

// end writes the list: how many entries, how many bytes, the first, the steps.
func (l *listWriter) end() error {
	if !l.hasParts {
		return nil
	}
	l.hasParts = false
	if l.count == 1 {
		return l.words.Insert(l.word, soleEntry(uint32(l.first)))
	}
	var head []byte
	head = binary.AppendUvarint(head, l.count)
	head = binary.AppendUvarint(head, l.first)
	if err := l.words.Insert(l.word, listAt(l.at)); err != nil {
		return err
	}
	l.at += uint64(len(head) + len(l.steps))
	l.out.Write(head)
	_, err := l.out.Write(l.steps)
	return err
}

// mergePostings writes the lists of all files and the automaton of words.
func mergePostings(paths []string, lists, words io.Writer) (err error) {
	automaton, err := vellum.New(words, nil)
	if err != nil {
		return err
	}
	writer := &listWriter{words: automaton, out: bufio.NewWriterSize(lists, bufferBytes)}
	var open parts
	defer func() {
		for _, p := range open {
			err = errors.Join(err, p.file.Close())
		}
	}()
	for i, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		open = append(open, &part{file: file, in: bufio.NewReaderSize(file, bufferBytes), order: i})
	}
	if err := writer.merge(open); err != nil {
		return err
	}
	return errors.Join(writer.end(), writer.out.Flush(), automaton.Close())
}

func (l *listWriter) merge(open parts) error {
	var live parts
	for _, p := range open {
		if err := p.next(); err == nil {
			live = append(live, p)
		} else if err != io.EOF {
			return err
		}
	}
	heap.Init(&live)
	for len(live) > 0 {
		if err := l.add(live[0]); err != nil {
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
