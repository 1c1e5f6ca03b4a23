package main

import (
	"fmt"
	"io"
	"sync"
	"time"

	"rolecall/corpus/batch"
	"rolecall/phrase"
)

// corpusProgress tells how far a run over a corpus is: in one line that is written over and
// over where a person watches, in lines now and then where standard error goes to a file.
type corpusProgress struct {
	to      io.Writer
	watched bool
	run     *batch.Run
	total   int64
	began   time.Time
	ends    chan struct{}
	told    sync.WaitGroup
}

// watchedEvery is how often a person is told.
const watchedEvery = 500 * time.Millisecond

func (a *app) showCorpusProgress(r *batch.Run) *corpusProgress {
	p := &corpusProgress{to: a.notes, watched: a.interactive, run: r, began: time.Now(), ends: make(chan struct{})}
	every := linesEvery
	if p.watched {
		p.to, every = a.stderr, watchedEvery
	}
	for _, f := range r.Inputs {
		p.total += f.Bytes
	}
	p.told.Go(func() {
		repeat(every, p.ends, func(now time.Time) { p.tell(p.line(now)) })
	})
	return p
}

func (p *corpusProgress) tell(line string) {
	if p.watched {
		fmt.Fprintf(p.to, "\r\x1b[K%s", line)
		return
	}
	fmt.Fprintln(p.to, "rolecall: "+line)
}

// end leaves the line to what comes then.
func (p *corpusProgress) end() {
	close(p.ends)
	p.told.Wait()
	if p.watched {
		fmt.Fprint(p.to, "\r\x1b[K")
	}
}

// line says how many documents are read, how fast, and how long the rest will take.
func (p *corpusProgress) line(now time.Time) string {
	done, bytes, took := p.run.Progress.Done.Load(), p.run.Progress.Bytes.Load(), now.Sub(p.began)
	line := fmt.Sprintf("%s, %.0f a second", phrase.Counted(int(done), "document", "documents"), float64(done)/max(took.Seconds(), 1e-3))
	if p.total == 0 || bytes == 0 || done == 0 {
		return line + ", for " + took.Round(time.Second).String()
	}
	share := min(float64(bytes)/float64(p.total), 1)
	left := time.Duration(float64(took) * (1 - share) / share)
	return fmt.Sprintf("%s, %.0f %% of the files, %s left", line, 100*share, left.Round(time.Second))
}
