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
	documentsKept = beam.NewCounter("rolecall", "documents_of_an_earlier_run")
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

// write writes a file of a table, if there is anything in it, and is its digest. Where there is
// nothing, none of an earlier run stays.
func (t tables) write(ctx context.Context, of table.Table, number int, lines []byte) (string, error) {
	if len(lines) == 0 {
		return "", t.removeFile(ctx, of, number)
	}
	var content bytes.Buffer
	if err := of.Write(&content, t.Format, lines); err != nil {
		return "", err
	}
	return digest(content.Bytes()), store.Write(ctx, store.Join(t.Out, of.File(number, t.Format)), content.Bytes())
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

// ProcessElement reads and writes one shard, unless an earlier run has.
func (c *checkFn) ProcessElement(ctx context.Context, s Shard, written func(Written), text func(Text)) error {
	m, is, err := c.Tables.noted(ctx, s)
	if err != nil {
		return err
	}
	counted := documentsKept
	if !is {
		counted = documentsRead
		if m, err = c.read(ctx, s); err != nil {
			return err
		}
	}
	counted.Inc(ctx, int64(m.Counts.Articles+m.Counts.LeftOut))
	leftOut.Inc(ctx, int64(m.Counts.LeftOut))
	// Texts are handed on at the end: Prism gives work to another worker only while it sees
	// nothing come of it.
	written(Written{m.Counts})
	for _, t := range m.Texts {
		text(t)
	}
	return nil
}

// read reads and writes a shard.
func (c *checkFn) read(ctx context.Context, s Shard) (m mark, err error) {
	var lines [table.Count][]byte
	m = mark{Shard: s, Files: make(map[string]string)}
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
			m.Counts.Add(out.Counts)
			if out.Text != nil {
				m.Texts = append(m.Texts, textOf(d.Number, *out.Text))
			}
			Here.read.Add(1)
			return nil
		})
		if err != nil {
			return m, err
		}
	}
	for id, t := range table.All() {
		digest, err := c.Tables.write(ctx, t, s.Number, lines[id])
		if err != nil {
			return m, err
		}
		if digest != "" {
			m.Files[t.File(s.Number, c.Tables.Format)] = digest
		}
	}
	return m, c.Tables.note(ctx, m)
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
	if err := store.Write(ctx, store.Join(e.Out, journal.LogFile), content); err != nil {
		return err
	}
	return store.Remove(ctx, store.Join(e.Out, Marks), "*.json")
}
