package nameindex

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"iter"
	"math"

	"golang.org/x/sync/errgroup"
)

// gathered is all entries, held in memory: about 40 bytes each.
type gathered struct {
	arena arena
	items slabs[item]
	// levels counts entries of each kind by the level of their weight.
	levels [MostKinds][256]uint32
}

// item is an entry to be sorted. Its record in the arena is the key, a zero byte,
// the lengths of its words, a zero byte, the number.
type item struct {
	next   uint64 // the first letters of the key, and while sorting those yet to be compared
	record uint32
	level  uint8
	kind   uint8
	year   uint8
}

// record is a record taken apart.
type record struct {
	key []byte
	// name is the key and the lengths of the words, with a zero byte between: two
	// entries have the same name if they have the same.
	name    []byte
	lengths []byte
	number  uint32
}

func readRecord(from []byte) record {
	key := bytes.IndexByte(from, 0)
	end := key + 1 + bytes.IndexByte(from[key+1:], 0)
	return record{from[:key], from[:end], from[key+1 : end], binary.LittleEndian.Uint32(from[end+1:])}
}

// appendText appends the words with spaces between.
func (r *record) appendText(to []byte) []byte {
	start := 0
	for i, length := range r.lengths {
		if i > 0 {
			to = append(to, ' ')
		}
		to = append(to, r.key[start:start+int(length)]...)
		start += int(length)
	}
	return to
}

const batchEntries = 4096

// gather reads the entries in one goroutine and folds them in another.
func gather(ctx context.Context, entries iter.Seq2[Entry, error]) (*gathered, error) {
	group, ctx := errgroup.WithContext(ctx)
	batches, empty := make(chan []Entry, 2), make(chan []Entry, 4)
	group.Go(func() error {
		defer close(batches)
		return inBatches(ctx, entries, batches, empty)
	})
	g := new(gathered)
	group.Go(func() error {
		var f folded
		for batch := range batches {
			for i := range batch {
				if err := g.add(&f, &batch[i]); err != nil {
					return err
				}
			}
			empty <- batch[:0]
		}
		return nil
	})
	return g, group.Wait()
}

// inBatches hands the entries over, using again the batches that come back.
func inBatches(ctx context.Context, entries iter.Seq2[Entry, error], full chan<- []Entry, empty chan []Entry) error {
	for range cap(empty) {
		empty <- make([]Entry, 0, batchEntries)
	}
	batch := <-empty
	for entry, err := range entries {
		if err != nil {
			return err
		}
		if batch = append(batch, entry); len(batch) < batchEntries {
			continue
		}
		if err := hand(ctx, full, batch); err != nil {
			return err
		}
		select {
		case batch = <-empty:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return hand(ctx, full, batch)
}

func hand(ctx context.Context, full chan<- []Entry, batch []Entry) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case full <- batch:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (g *gathered) add(f *folded, e *Entry) error {
	if e.Kind >= MostKinds {
		return fmt.Errorf("entry %d (%.40q) is of kind %d; kinds are below %d", e.Number, e.Name, e.Kind, MostKinds)
	}
	f.fold(e.Name)
	if len(f.key) == 0 {
		return nil // no text finds it
	}
	if g.items.length == math.MaxUint32 {
		return fmt.Errorf("there are over %d entries, which is more than an index can hold", g.items.length)
	}
	letters := len(f.key)
	f.key = f.appendLengths(append(f.key, 0))
	f.key = binary.LittleEndian.AppendUint32(append(f.key, 0), e.Number)
	place, err := g.arena.add(f.key)
	if err != nil {
		return err
	}
	level := weightLevel(e.Weight)
	g.levels[e.Kind][level]++
	g.items.add(item{lettersFrom(f.key[:letters]), place, level, e.Kind, yearCode(e.Year)})
	return nil
}

// lettersFrom are the first eight letters as a number, zeros where the key ends.
func lettersFrom(key []byte) uint64 {
	if len(key) >= 8 {
		return binary.BigEndian.Uint64(key)
	}
	var first [8]byte
	copy(first[:], key)
	return binary.BigEndian.Uint64(first[:])
}
