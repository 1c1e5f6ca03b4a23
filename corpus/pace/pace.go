// Package pace tells how far a run over a corpus is: in one line that is written over and
// over where a person watches, in lines now and then where standard error goes to a file.
package pace

import (
	"fmt"
	"io"
	"sync"
	"time"

	"rolecall/phrase"
)

// Far is how far a run is.
type Far struct {
	// Done are the documents that this run has read, those of an earlier one not included.
	Done int
	// Share is how much of all there is to do is done, from 0 to 1, and Earlier how much of that an
	// earlier run has done; Of says what it is a share of: "the files". Of is empty where the whole
	// is not known, and What then says what is being done, if anything is to be said.
	Share, Earlier float64
	Of, What       string
}

// Teller tells of one run.
type Teller struct {
	to      io.Writer
	watched bool
	program string
	far     func() Far
	began   time.Time
	ends    chan struct{}
	told    sync.WaitGroup
}

// How often a person is told, and a file.
const (
	watchedEvery = 500 * time.Millisecond
	linesEvery   = 10 * time.Second
)

// Tell begins to tell, in the name of a program where the lines go to a file. Whoever begins it
// ends it.
func Tell(to io.Writer, watched bool, program string, far func() Far) *Teller {
	p := &Teller{to: to, watched: watched, program: program, far: far, began: time.Now(), ends: make(chan struct{})}
	every := linesEvery
	if watched {
		every = watchedEvery
	}
	p.told.Go(func() {
		tick := time.NewTicker(every)
		defer tick.Stop()
		for {
			select {
			case <-p.ends:
				return
			case now := <-tick.C:
				p.tell(p.far().Line(now.Sub(p.began)))
			}
		}
	})
	return p
}

func (p *Teller) tell(line string) {
	if p.watched {
		fmt.Fprintf(p.to, "\r\x1b[K%s", line)
		return
	}
	fmt.Fprintln(p.to, p.program+": "+line)
}

// End leaves the line to what comes then.
func (p *Teller) End() {
	close(p.ends)
	p.told.Wait()
	if p.watched {
		fmt.Fprint(p.to, "\r\x1b[K")
	}
}

// Line says how many documents are read, how fast, and how long the rest will take, if that is
// known.
func (f Far) Line(took time.Duration) string {
	if f.Done == 0 && f.What != "" {
		return f.What + ", for " + took.Round(time.Second).String()
	}
	line := fmt.Sprintf("%s, %.0f a second", phrase.Counted(f.Done, "document", "documents"), float64(f.Done)/max(took.Seconds(), 1e-3))
	now := min(f.Share, 1) - f.Earlier
	if f.Of == "" || f.Done == 0 || now <= 0 {
		return line + ", for " + took.Round(time.Second).String()
	}
	left := time.Duration(float64(took) * (1 - min(f.Share, 1)) / now)
	return fmt.Sprintf("%s, %.0f %% of %s, %s left", line, 100*min(f.Share, 1), f.Of, left.Round(time.Second))
}
