// Package batch reads a corpus on all cores and writes what comes of it, in the order of its
// documents, so that a run which is killed at any moment goes on and ends with the same
// bytes. It keeps nothing of a document that is written: memory is bounded by what is read
// at a time, however large the corpus.
package batch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/gofrs/flock"
	"golang.org/x/sync/semaphore"

	"rolecall/corpus/document"
	"rolecall/corpus/input"
	"rolecall/corpus/journal"
	"rolecall/corpus/table"
)

// Run is one run over a corpus.
type Run struct {
	// Dir is the folder of the answers, of which Begun says what it is of.
	Dir    string
	Begun  journal.Begun
	Inputs []input.File
	// Options are how inputs are read.
	Options input.Options
	// Read reads a document; it is called by several goroutines.
	Read func(context.Context, document.Document) (table.Outcome, error)
	// Workers is how many read at a time; 0 is one a core.
	Workers int
	// Every is how often is noted what is done; 0 is every two seconds.
	Every time.Duration
	// Progress is how far the run is, for whoever watches it.
	Progress Progress
}

// Progress is how far a run is. It may be asked while the run goes on.
type Progress struct {
	// Done are the documents of this run, those of an earlier one that it goes on with not
	// included; Bytes what was read of the inputs, packed as they are, and Earlier what of these
	// an earlier run had read.
	Done, Bytes, Earlier atomic.Int64
}

// inFlight bounds the bytes of documents that are read and not yet written; mostWaiting their
// number for each worker.
const (
	inFlight    = 64 << 20
	mostWaiting = 16
)

// BusyError says that another run is at work in a folder.
type BusyError struct{ Dir string }

func (e *BusyError) Error() string { return e.Dir + ": another run is at work in it" }

// ChangedError says that an input is not what it was when the run was interrupted.
type ChangedError struct{ Path string }

func (e *ChangedError) Error() string {
	return fmt.Sprintf("%s has changed since the run was interrupted, which was in the middle of it: bring back the file of then, or begin in another folder", e.Path)
}

// RoomError says that there is no room for the answers.
type RoomError struct {
	Dir  string
	Done int
	err  error
}

func (e *RoomError) Error() string {
	return fmt.Sprintf("there is no room left for %s: make some and give the same command again; it goes on after document %d", e.Dir, e.Done)
}
func (e *RoomError) Unwrap() error { return e.err }

// task is a document on its way.
type task struct {
	document.Document
	// file and within say where it comes from, chain is the digest of the file's documents up
	// to it.
	file, within int
	chain        uint64
	weight       int64
	done         chan struct{}
	outcome      table.Outcome
	err          error
}

// Do runs, or goes on with what an earlier run has left, and is how far it came.
func (r *Run) Do(ctx context.Context) (journal.Entry, error) {
	unlock, err := lock(r.Dir)
	if err != nil {
		return journal.Entry{}, err
	}
	defer unlock()
	log, err := journal.Open(r.Dir, r.Begun, r.Inputs)
	if err != nil {
		return journal.Entry{}, err
	}
	defer log.Close()
	files, err := openShards(r.Dir, r.Begun.Format, log.Last)
	if err != nil {
		return log.Last, err
	}
	w := &writer{log: log, files: files, every: r.Every, size: r.Begun.ShardSize, at: log.Last, written: time.Now()}
	if w.every == 0 {
		w.every = 2 * time.Second
	}
	err = r.through(ctx, w)
	err = errors.Join(err, files.close())
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		err = &RoomError{r.Dir, log.Last.Documents, err}
	}
	return log.Last, err
}

// lock keeps a second run out of the folder.
func lock(dir string) (unlock func(), err error) {
	if err := makeFolder(dir); err != nil {
		return nil, err
	}
	l := flock.New(journal.LockPath(dir))
	switch held, err := l.TryLock(); {
	case err != nil:
		return nil, err
	case !held:
		return nil, &BusyError{dir}
	}
	return func() { l.Unlock() }, nil
}

// through brings the documents from the inputs to the files.
func (r *Run) through(ctx context.Context, w *writer) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	workers := r.Workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	room := semaphore.NewWeighted(inFlight)
	work, inOrder := make(chan *task, workers), make(chan *task, workers*mostWaiting)
	go func() { // is not waited for: standard input may keep it forever
		defer close(work)
		defer close(inOrder)
		if err := r.produce(ctx, w.log.Inputs, w.log.Last, room, work, inOrder); err != nil {
			cancel(err)
		}
	}()
	var readers sync.WaitGroup
	for range workers {
		readers.Go(func() { r.work(ctx, work) })
	}
	err := r.write(ctx, w, room, inOrder)
	cancel(err)
	readers.Wait()
	if err != nil {
		return errors.Join(err, w.commitUnlessFailed())
	}
	return w.finish(len(w.log.Inputs))
}

// work reads documents until there are no more or the run ends.
func (r *Run) work(ctx context.Context, work <-chan *task) {
	for {
		select {
		case t, more := <-work:
			if !more {
				return
			}
			t.outcome, t.err = r.Read(ctx, t.Document)
			close(t.done)
		case <-ctx.Done():
			return
		}
	}
}

// produce reads the inputs from where the journal ends.
func (r *Run) produce(ctx context.Context, inputs []input.File, last journal.Entry, room *semaphore.Weighted, work, inOrder chan<- *task) error {
	o := r.Options
	o.Read = func(n int) { r.Progress.Bytes.Add(int64(n)) }
	number := last.Documents
	for i, file := range inputs {
		if i < last.File {
			r.Progress.Bytes.Add(file.Bytes)
			r.Progress.Earlier.Add(file.Bytes)
			continue
		}
		skip := 0
		if i == last.File {
			skip = last.Within
		}
		within, chain := 0, uint64(0)
		var fault error
		file.Read(o, func(d document.Document) bool {
			within++
			chain = d.Chain(chain)
			if within <= skip {
				if within == skip {
					r.Progress.Earlier.Store(r.Progress.Bytes.Load())
				}
				if within == skip && document.ChainText(chain) != last.Chain {
					fault = &ChangedError{file.Path}
				}
				return fault == nil
			}
			number++
			d.Number = number
			t := &task{Document: d, file: i, within: within, chain: chain, weight: min(int64(len(d.Content))+1, inFlight), done: make(chan struct{})}
			if fault = room.Acquire(ctx, t.weight); fault != nil {
				return false
			}
			for _, to := range []chan<- *task{inOrder, work} {
				select {
				case to <- t:
				case <-ctx.Done():
					fault = ctx.Err()
					return false
				}
			}
			return true
		})
		if fault == nil && within < skip {
			fault = &ChangedError{file.Path}
		}
		if fault != nil {
			return fault
		}
	}
	return nil
}

// write writes what the workers bring, in order.
func (r *Run) write(ctx context.Context, w *writer, room *semaphore.Weighted, inOrder <-chan *task) error {
	for t := range inOrder {
		select {
		case <-t.done:
		case <-ctx.Done():
			return context.Cause(ctx)
		}
		if t.err != nil {
			return t.err
		}
		if err := w.add(t); err != nil {
			return err
		}
		room.Release(t.weight)
		r.Progress.Done.Add(1)
	}
	return context.Cause(ctx)
}

// writer writes outcomes and notes what is done.
type writer struct {
	log     *journal.Journal
	files   *shards
	every   time.Duration
	size    int
	at      journal.Entry
	written time.Time
	// failed says that a file was not written as it should be: nothing is noted any more.
	failed bool
}

func (w *writer) add(t *task) (err error) {
	defer func() { w.failed = w.failed || err != nil }()
	if (t.Number-1)%w.size == 0 && !w.files.isEmpty() {
		if err := w.next(); err != nil {
			return err
		}
	}
	for id, lines := range t.outcome.Lines {
		if err := w.files.add(table.ID(id), lines); err != nil {
			return err
		}
	}
	w.at.Documents, w.at.File, w.at.Within, w.at.Chain = t.Number, t.file, t.within, document.ChainText(t.chain)
	w.at.Add(t.outcome.Counts)
	if time.Since(w.written) < w.every {
		return nil
	}
	return w.commit()
}

// commit brings all to the disk and notes it.
func (w *writer) commit() error {
	if err := w.files.sync(); err != nil {
		return err
	}
	w.at.Shard, w.at.Sizes, w.written = w.files.number, w.files.sizes, time.Now()
	return w.log.Write(w.at)
}

// commitUnlessFailed commits what was written before an error, unless that lies with the
// writing.
func (w *writer) commitUnlessFailed() error {
	if w.failed || w.at.Documents == w.log.Last.Documents {
		return nil
	}
	return w.commit()
}

// next goes on to the next files.
func (w *writer) next() error {
	remove, err := w.files.next()
	if err != nil {
		return err
	}
	if err := w.commit(); err != nil {
		return err
	}
	return remove()
}

// finish notes that all inputs have been read.
func (w *writer) finish(inputs int) error {
	if w.at.File == inputs && w.at.Documents == w.log.Last.Documents {
		return nil
	}
	w.at.File, w.at.Within, w.at.Chain = inputs, 0, ""
	if w.files.isEmpty() {
		return w.commit()
	}
	return w.next()
}

func makeFolder(dir string) error {
	if strings.TrimSpace(dir) == "" {
		return errors.New("the folder for the answers has no name")
	}
	return os.MkdirAll(dir, 0o755)
}
