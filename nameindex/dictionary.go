package nameindex

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"hash/maphash"
	"io"
	"slices"

	"github.com/blevesearch/vellum"
)

// dictionary numbers words in order of appearance, from 1. It is a table with
// open places, since a map of millions of strings is slow and keeps the garbage
// collector busy.
type dictionary struct {
	arena  arena
	words  slabs[item] // by number; next is the first letters, record the word and its number
	counts []uint32    // of entries a word is in
	seed   maphash.Seed
	table  []held
}

// held is a place of the table: where a word lies, and a part of its hash. Free
// ones have neither.
type held struct{ place, hash uint32 }

func newDictionary() *dictionary {
	return &dictionary{seed: maphash.MakeSeed(), table: make([]held, 1<<12), counts: make([]uint32, 1)}
}

// number is a word's, given it if it has none yet.
func (d *dictionary) number(word []byte) (uint32, error) {
	hash := uint32(maphash.Bytes(d.seed, word)) | 1 // never 0, as of a free place
	at := hash >> 1 & uint32(len(d.table)-1)
	for ; d.table[at].hash != 0; at = (at + 1) & uint32(len(d.table)-1) {
		if d.table[at].hash != hash {
			continue
		}
		record := d.arena.at(d.table[at].place)
		if bytes.HasPrefix(record, word) && record[len(word)] == 0 {
			return binary.LittleEndian.Uint32(record[len(word)+1:]), nil
		}
	}
	return d.add(word, at, hash)
}

// add gives a word the next number, and a free place of the table.
func (d *dictionary) add(word []byte, at, hash uint32) (uint32, error) {
	number := uint32(len(d.counts))
	record := append(make([]byte, 0, mostWord+5), word...)
	place, err := d.arena.add(binary.LittleEndian.AppendUint32(append(record, 0), number))
	if err != nil {
		return 0, err
	}
	d.words.add(item{next: lettersFrom(word), record: place})
	d.counts = append(d.counts, 0)
	d.table[at] = held{place, hash}
	if len(d.counts) > len(d.table)/2 {
		d.grow()
	}
	return number, nil
}

func (d *dictionary) grow() {
	old := d.table
	d.table = make([]held, 2*len(old))
	for _, word := range old {
		if word.hash == 0 {
			continue
		}
		at := word.hash >> 1 & uint32(len(d.table)-1)
		for d.table[at].hash != 0 {
			at = (at + 1) & uint32(len(d.table)-1)
		}
		d.table[at] = word
	}
}

// occurrences are the words of all entries, in order of entry: numbers of the
// dictionary, doubled, and odd for the last of an entry. An entry without words
// of its own, its name being that of the entry before, has the number 0.
type occurrences struct {
	dictionary *dictionary
	all        slabs[uint32]
	numbers    []uint32 // of the entry at hand
	// first is the first word of the last entry, and mostly of the next.
	first       []byte
	firstNumber uint32
}

const noWords = 1

// readWords notes the words of all entries.
func readWords(ctx context.Context, entries *ordered) (*occurrences, error) {
	o := &occurrences{dictionary: newDictionary()}
	return o, entries.each(ctx, func(e *orderedEntry) error {
		if e.same {
			o.all.add(noWords)
			return nil
		}
		return o.add(&e.record)
	})
}

// add notes the words of an entry, each once.
func (o *occurrences) add(r *record) error {
	o.numbers = o.numbers[:0]
	start := 0
	for i, length := range r.lengths {
		number, err := o.number(i, r.key[start:start+min(int(length), mostWord)])
		if err != nil {
			return err
		}
		start += int(length)
		if !slices.Contains(o.numbers, number) {
			o.numbers = append(o.numbers, number)
			o.dictionary.counts[number]++
		}
	}
	for i, number := range o.numbers {
		number *= 2
		if i == len(o.numbers)-1 {
			number++
		}
		o.all.add(number)
	}
	return nil
}

func (o *occurrences) number(i int, word []byte) (uint32, error) {
	if i > 0 {
		return o.dictionary.number(word)
	}
	if bytes.Equal(word, o.first) {
		return o.firstNumber, nil
	}
	var err error
	o.first = word
	o.firstNumber, err = o.dictionary.number(word)
	return o.firstNumber, err
}

// lists are the entries of each word, in the order of the words.
type lists struct {
	words  []item
	arena  *arena
	counts []uint32 // by number
	ends   []uint64 // by number, in entries
	all    []uint32
}

// inOrder sorts the words and gives each its entries, by counting. It uses up
// the occurrences.
func (o *occurrences) inOrder(ctx context.Context) (*lists, error) {
	d := o.dictionary
	d.table, o.first = nil, nil // the latter would hold on to the records of all entries
	words, err := (&sorter{arena: &d.arena}).sort(ctx, &d.words)
	if err != nil {
		return nil, err
	}
	l := &lists{words: words, arena: &d.arena, counts: d.counts, ends: make([]uint64, len(d.counts))}
	var total uint64
	for i := range words {
		_, number := l.word(i)
		l.ends[number] = total
		total += uint64(d.counts[number])
	}
	l.all = make([]uint32, total)
	entry := uint32(0)
	for n, slab := range o.all.all {
		for _, occurrence := range slab {
			if number := occurrence / 2; number != 0 {
				l.all[l.ends[number]] = entry
				l.ends[number]++
			}
			entry += occurrence & 1
		}
		o.all.all[n] = nil
	}
	return l, nil
}

// word is a word in order, and its number.
func (l *lists) word(i int) ([]byte, uint32) {
	record := l.arena.at(l.words[i].record)
	end := bytes.IndexByte(record, 0)
	return record[:end], binary.LittleEndian.Uint32(record[end+1:])
}

// write writes the list of each word that is in several entries (how many, the
// first, the steps between) and the automaton of all words.
func (l *lists) write(ctx context.Context, out *bufio.Writer, words io.Writer) error {
	automaton, err := vellum.New(words, nil)
	if err != nil {
		return err
	}
	var at uint64
	var buffer []byte
	for i := range l.words {
		if i%batchEntries == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		word, number := l.word(i)
		entries := l.all[l.ends[number]-uint64(l.counts[number]) : l.ends[number]]
		value := listAt(at)
		if len(entries) == 1 {
			value = soleEntry(entries[0])
		} else {
			buffer = appendList(buffer[:0], entries)
			at += uint64(len(buffer))
			out.Write(buffer) // Flush tells of an error
		}
		if err := automaton.Insert(word, value); err != nil {
			return err
		}
	}
	if err := automaton.Close(); err != nil {
		return err
	}
	return out.Flush()
}

func appendList(to []byte, entries []uint32) []byte {
	to = binary.AppendUvarint(to, uint64(len(entries)))
	last := uint32(0)
	for _, entry := range entries {
		to = binary.AppendUvarint(to, uint64(entry-last))
		last = entry
	}
	return to
}
