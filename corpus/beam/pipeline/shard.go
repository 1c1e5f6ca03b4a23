package pipeline

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"rolecall/corpus/beam/store"
	"rolecall/corpus/document"
	"rolecall/corpus/input"
	"rolecall/corpus/journal"
)

func init() {
	register.DoFn3x1[context.Context, []byte, func(Input), error](&listFn{})
	register.DoFn3x1[context.Context, Input, func(Counted), error](&countFn{})
	register.DoFn4x1[context.Context, int, func(*Counted) bool, func(Shard), error](&dealFn{})
	register.Emitter1[Input]()
	register.Emitter1[Counted]()
	register.Iter1[Counted]()
	register.Emitter1[Shard]()
}

// Input is one by its place among all.
type Input struct {
	Place int
	File  input.File
}

// Counted is an input with the number of its documents.
type Counted struct {
	Input
	Documents int
	// Chain is the digest of all of them.
	Chain string
}

// Shard is the documents that the files of a number are about.
type Shard struct {
	Number int
	// First is the number of its first document.
	First int
	Parts []Part
}

// Part is documents of one input: so many after so many. Chain is the digest of all its documents,
// by which it is known when a run is given again.
type Part struct {
	File       input.File
	Skip, Take int
	Chain      string
}

// deal makes the shards of the run.
func (j Job) deal(s beam.Scope) beam.PCollection {
	inputs := beam.ParDo(s, &listFn{Out: j.Out}, beam.Impulse(s))
	counted := beam.ParDo(s, &countFn{Reading: j.Reading}, beam.Reshuffle(s, inputs))
	return beam.ParDo(s, &dealFn{j.tables()}, beam.GroupByKey(s, beam.AddFixedKey(s, counted)))
}

// listFn lists the inputs as the folder has them: engines bound how long the description of a
// job may be, and an archive may have any number of files.
type listFn struct{ Out string }

// ProcessElement lists all of them.
func (l *listFn) ProcessElement(ctx context.Context, _ []byte, emit func(Input)) error {
	path := store.Join(l.Out, journal.InputsFile)
	content, held, err := store.Read(ctx, path)
	if err != nil {
		return err
	}
	if !held {
		return fmt.Errorf("%s is not there on this worker: give a folder for the tables that all workers share", path)
	}
	for place, lines := 0, json.NewDecoder(bytes.NewReader(content)); ; place++ {
		in := Input{Place: place}
		switch err := lines.Decode(&in.File); {
		case err == io.EOF:
			return nil
		case err != nil:
			return fmt.Errorf("%s: %w", path, err)
		}
		emit(in)
	}
}

// countFn counts the documents of an input.
type countFn struct{ Reading Reading }

// ProcessElement counts those of one.
func (c *countFn) ProcessElement(ctx context.Context, in Input, emit func(Counted)) error {
	source := store.From(ctx)
	counted := Counted{Input: in}
	chain := uint64(0)
	in.File.Read(c.Reading.options(source), func(d document.Document) bool {
		counted.Documents++
		chain = d.Chain(chain)
		return ctx.Err() == nil
	})
	counted.Chain = document.ChainText(chain)
	if err := cmp.Or(ctx.Err(), source.Fault()); err != nil {
		return fmt.Errorf("count the documents of %s: %w", in.File.Path, err)
	}
	emit(counted)
	return nil
}

// dealFn deals the documents of all inputs out into shards.
type dealFn struct{ Tables tables }

// ProcessElement takes all inputs and gives all shards, and notes how many documents there are.
func (d *dealFn) ProcessElement(ctx context.Context, _ int, counted func(*Counted) bool, emit func(Shard)) error {
	var all []Counted
	documents := 0
	for c := (Counted{}); counted(&c); {
		all = append(all, c)
		documents += c.Documents
	}
	if err := store.Write(ctx, store.Join(d.Tables.Out, dealtFile), fmt.Appendln(nil, documents)); err != nil {
		return err
	}
	shards := dealt(all, d.Tables.Size)
	if err := d.Tables.removeAfter(ctx, len(shards)); err != nil {
		return err
	}
	for _, s := range shards {
		emit(s)
	}
	return nil
}

// dealt are the shards of so many documents each that inputs come to.
func dealt(all []Counted, size int) (shards []Shard) {
	slices.SortFunc(all, func(a, b Counted) int { return cmp.Compare(a.Place, b.Place) })
	room := 0
	for _, c := range all {
		for skip := 0; skip < c.Documents; {
			if room == 0 {
				shards = append(shards, Shard{Number: len(shards) + 1, First: len(shards)*size + 1})
				room = size
			}
			take := min(room, c.Documents-skip)
			last := &shards[len(shards)-1]
			last.Parts = append(last.Parts, Part{c.File, skip, take, c.Chain})
			room -= take
			skip += take
		}
	}
	return shards
}
