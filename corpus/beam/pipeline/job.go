// Package pipeline is "rolecall corpus check" for many machines: the same reader, tables and
// numbers as a pipeline of Apache Beam, which Prism, Flink, Dataflow and others run.
//
// What must be the same on one machine and on many is the order of documents, as their
// numbers are in every row, and what is a copy is so of the earlier text. The order is that of
// the files, and of the documents within each. So the documents of each file are counted first,
// on all machines, which takes a small part of the time that reading them does; one worker adds
// up, and deals out shards: the documents that one file of each table is about. A shard is read
// and written by one worker, from the files themselves: no text is sent from machine to
// machine, and work that is done twice, as engines do where a worker was lost, writes the
// same files with the same bytes.
package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"path"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"rolecall/corpus/beam/store"
	"rolecall/corpus/beam/worker"
	"rolecall/corpus/document"
	"rolecall/corpus/input"
	"rolecall/corpus/journal"
)

// Job is one run over a corpus.
type Job struct {
	// Out is the folder of the tables, which all workers can write to.
	Out   string
	Begun journal.Begun
	// Inputs are the files, in their order.
	Inputs  []input.File
	Reading Reading
	Catalog worker.Catalog
}

// Reading is how inputs are read.
type Reading struct {
	Form    input.Form
	Columns document.Columns
}

func (r Reading) options(from *store.Source) input.Options {
	return input.Options{Form: r.Form, Columns: r.Columns, Open: from.Open}
}

// ChangedError says that the inputs are not those that a run was begun with.
type ChangedError struct{ Out string }

func (e *ChangedError) Error() string {
	return fmt.Sprintf("%s holds a run over other files, or over files that have changed since: bring back those of then, or begin in another folder", e.Out)
}

// OtherEngineError says that a run was begun on one machine.
type OtherEngineError struct{ Out string }

func (e *OtherEngineError) Error() string {
	return fmt.Sprintf("%s holds a run of one machine that is not at its end: go on with it by rolecall corpus check, or begin in another folder", e.Out)
}

// Begin makes the folder that of the run; it may be that of the same run that did not come to its
// end, of which those shards are taken over whose documents and files are what was noted of them. Over says that it did, and Last
// is what came of it.
func (j Job) Begin(ctx context.Context) (over bool, last journal.Entry, err error) {
	inputs, err := journal.Lines(j.Inputs)
	if err != nil {
		return false, last, err
	}
	content, held, err := j.read(ctx, journal.BegunFile)
	switch {
	case err != nil:
		return false, last, err
	case !held:
		if err := j.claim(ctx); err != nil {
			return false, last, err
		}
	default:
		was, err := journal.ReadBegun(j.Out, content)
		if err != nil {
			return false, last, err
		}
		if err := journal.Same(j.Out, was, j.Begun); err != nil {
			return false, last, err
		}
	}
	before, held, err := j.read(ctx, journal.InputsFile)
	switch {
	case err != nil:
		return false, last, err
	case !held:
		return false, last, j.write(ctx, journal.InputsFile, inputs)
	case !bytes.Equal(before, inputs):
		return false, last, &ChangedError{j.Out}
	}
	last, over, err = j.Last(ctx)
	switch {
	case err == nil && over && last.File < len(j.Inputs):
		err = &OtherEngineError{j.Out}
	case err == nil && !over: // documents are counted anew
		err = store.Remove(ctx, store.Join(j.Out, Marks), path.Base(dealtFile))
	}
	return over, last, err
}

// claim notes in an empty folder what is begun in it.
func (j Job) claim(ctx context.Context) error {
	empty, err := store.IsEmpty(ctx, j.Out)
	if err != nil {
		return err
	}
	if !empty {
		return fmt.Errorf("%s: %w", j.Out, journal.ErrForeign)
	}
	content, err := j.Begun.File()
	if err != nil {
		return err
	}
	return j.write(ctx, journal.BegunFile, content)
}

// Last is how far the run is, and whether anything is noted of that.
func (j Job) Last(ctx context.Context) (last journal.Entry, noted bool, err error) {
	content, held, err := j.read(ctx, journal.LogFile)
	if err != nil || !held {
		return last, false, err
	}
	lines := bytes.Split(bytes.TrimSpace(content), []byte("\n"))
	return last, true, json.Unmarshal(lines[len(lines)-1], &last)
}

func (j Job) read(ctx context.Context, name string) ([]byte, bool, error) {
	return store.Read(ctx, store.Join(j.Out, name))
}

func (j Job) write(ctx context.Context, name string, content []byte) error {
	return store.Write(ctx, store.Join(j.Out, name), content)
}

func (j Job) tables() tables { return tables{j.Out, j.Begun.Format, j.Begun.ShardSize} }

// Build makes the pipeline of the run, which reads from its folder what Begin has written there.
func (j Job) Build(root beam.Scope) {
	tables, bytes := j.tables(), int64(0)
	for _, f := range j.Inputs {
		bytes += f.Bytes
	}
	shards := j.deal(root.Scope("Count"))
	read := root.Scope("Read")
	written, texts := beam.ParDo2(read, &checkFn{Reading: j.Reading, Catalog: j.Catalog, Tables: tables}, beam.Reshuffle(read, shards))
	copied := writeCopies(root.Scope("Copies"), tables, copiesOf(root.Scope("Copies"), texts, partsOf(bytes)))
	end := root.Scope("End")
	all := beam.Flatten(end, beam.Create(end, Written{}), written, copied)
	beam.ParDo0(end, &endFn{Out: j.Out, Inputs: len(j.Inputs), Size: j.Begun.ShardSize}, beam.GroupByKey(end, beam.AddFixedKey(end, all)))
}
