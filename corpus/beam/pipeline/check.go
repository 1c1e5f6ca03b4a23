package pipeline

import (
	"bytes"
	"cmp"
	"context"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"rolecall/corpus/beam/store"
	"rolecall/corpus/beam/worker"
	"rolecall/corpus/document"
	"rolecall/corpus/journal"
	"rolecall/corpus/reader"
	"rolecall/corpus/table"
)

func init() {
	register.DoFn4x1[context.Context, Shard, func(Written), func(Text), error](&checkFn{})
	register.DoFn3x1[context.Context, int, func(*Written) bool, error](&endFn{})
	register.Emitter1[Written]()
	register.Iter1[Written]()
	register.Emitter1[Text]()
}

// What an engine shows while the run goes on.
var (
	documentsRead = beam.NewCounter("rolecall", "documents")
	leftOut       = beam.NewCounter("rolecall", "left_out")
)

// Written is what came of documents whose rows are written.
type Written struct{ Counts table.Counts }

// tables are where rows are written, and how.
type tables struct {
	Out    string
	Format table.Format
	// Size is how many documents a file is about.
	Size int
}

// write writes a file of a table, if there is anything in it.
func (t tables) write(ctx context.Context, of table.Table, number int, lines []byte) error {
	if len(lines) == 0 {
		return nil
	}
	var content bytes.Buffer
	if err := of.Write(&content, t.Format, lines); err != nil {
		return err
	}
	return store.Write(ctx, store.Join(t.Out, of.File(number, t.Format)), content.Bytes())
}

// checkFn reads the documents of a shard and writes its files.
type checkFn struct {
	Reading Reading
	Catalog worker.Catalog
	Tables  tables
	reader  *reader.Reader
}

// Setup takes the catalog of the process.
func (c *checkFn) Setup(ctx context.Context) (err error) {
	c.reader, err = c.Catalog.Reader(ctx)
	return err
}

// ProcessElement reads and writes one shard.
func (c *checkFn) ProcessElement(ctx context.Context, s Shard, written func(Written), text func(Text)) error {
	var lines [table.Count][]byte
	var counts table.Counts
	// Texts are handed on at the end: Prism gives work to another worker only while it sees
	// nothing come of it.
	var texts []Text
	number := s.First
	for _, part := range s.Parts {
		err := c.eachOf(ctx, part, func(d document.Document) error {
			d.Number = number
			number++
			out, err := c.reader.Read(ctx, d)
			if err != nil {
				return fmt.Errorf("document %d, %s %s: %w", d.Number, d.Source, d.Place, err)
			}
			for id := range lines {
				lines[id] = append(lines[id], out.Lines[id]...)
			}
			counts.Add(out.Counts)
			if out.Text != nil {
				texts = append(texts, textOf(d.Number, *out.Text))
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	for id, t := range table.All() {
		if err := c.Tables.write(ctx, t, s.Number, lines[id]); err != nil {
			return err
		}
	}
	documentsRead.Inc(ctx, int64(number-s.First))
	leftOut.Inc(ctx, int64(counts.LeftOut))
	written(Written{counts})
	for _, t := range texts {
		text(t)
	}
	return nil
}

// eachOf does something with each document of a part.
func (c *checkFn) eachOf(ctx context.Context, p Part, do func(document.Document) error) error {
	source := store.From(ctx)
	place := 0
	var fault error
	p.File.Read(c.Reading.options(source), func(d document.Document) bool {
		if place++; place <= p.Skip {
			return ctx.Err() == nil
		}
		fault = cmp.Or(source.Fault(), do(d))
		return fault == nil && place < p.Skip+p.Take
	})
	if fault = cmp.Or(fault, ctx.Err(), source.Fault()); fault == nil && place < p.Skip+p.Take {
		fault = fmt.Errorf("%s has changed since its documents were counted: leave the archive as it is while a run reads it, and give the command again", p.File.Path)
	}
	return fault
}

// endFn notes that the run is at its end.
type endFn struct {
	Out          string
	Inputs, Size int
}

// ProcessElement adds up what was written.
func (e *endFn) ProcessElement(ctx context.Context, _ int, written func(*Written) bool) error {
	var last journal.Entry
	for w := (Written{}); written(&w); {
		last.Add(w.Counts)
	}
	last.Documents = last.Articles + last.LeftOut
	last.File = e.Inputs
	last.Shard = (last.Documents+e.Size-1)/e.Size + 1
	content, err := journal.Lines([]journal.Entry{last})
	if err != nil {
		return err
	}
	return store.Write(ctx, store.Join(e.Out, journal.LogFile), content)
}
