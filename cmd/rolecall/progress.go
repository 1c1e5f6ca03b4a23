package main

import (
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"rolecall/catalog"
)

// linesEvery is how often a log is told how far an import is; one that takes less has
// no such line.
const linesEvery = 10 * time.Second

// progress tells how far an import is: bars where a person watches, lines now and then
// where standard error goes to a file.
type progress struct {
	mutex sync.Mutex
	// phases are those under way.
	phases []*phase
	// bars is nil where nobody watches.
	bars *mpb.Progress
	ends chan struct{}
	told sync.WaitGroup
}

var _ catalog.Progress = (*progress)(nil)

// showProgress begins to tell. Whoever begins it ends it.
func (a *app) showProgress() *progress {
	if a.interactive {
		return &progress{bars: mpb.New(mpb.WithOutput(a.stderr), mpb.WithAutoRefresh())}
	}
	return tellLines(a.notes, linesEvery)
}

// tellLines writes a line for each phase under way, again and again.
func tellLines(to io.Writer, every time.Duration) *progress {
	p := &progress{ends: make(chan struct{})}
	p.told.Go(func() {
		repeat(every, p.ends, func(now time.Time) {
			for _, line := range p.lines(now) {
				fmt.Fprintln(to, "rolecall: "+line)
			}
		})
	})
	return p
}

// repeat does something again and again until it ends.
func repeat(every time.Duration, ends <-chan struct{}, do func(now time.Time)) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ends:
			return
		case now := <-tick.C:
			do(now)
		}
	}
}

// end leaves the screen, or the log, to what comes then.
func (p *progress) end() {
	if p.bars == nil {
		close(p.ends)
		p.told.Wait()
		return
	}
	for _, left := range slices.Clone(p.phases) {
		left.End()
	}
	p.bars.Wait()
}

func (p *progress) lines(now time.Time) (all []string) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	for _, phase := range p.phases {
		all = append(all, phase.line(now))
	}
	return all
}

// Begin implements catalog.Progress.
func (p *progress) Begin(name string, unit catalog.Unit, total int64) catalog.Phase {
	begun := &phase{of: p, name: name, unit: unit, total: total, began: time.Now()}
	if p.bars != nil {
		begun.bar = p.bars.AddBar(total, mpb.BarRemoveOnComplete(), mpb.PrependDecorators(begun.counters()...), mpb.AppendDecorators(begun.times()...))
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.phases = append(p.phases, begun)
	return begun
}

// phase is one that is under way.
type phase struct {
	of          *progress
	name        string
	unit        catalog.Unit
	done, total int64
	began       time.Time
	bar         *mpb.Bar
}

// At implements catalog.Phase.
func (p *phase) At(done int64) {
	p.of.mutex.Lock()
	p.done = done
	p.of.mutex.Unlock()
	// A bar that is full is done, and a phase may have to put together what it read.
	if p.bar != nil && (p.total == 0 || done < p.total) {
		p.bar.SetCurrent(done)
	}
}

// End implements catalog.Phase.
func (p *phase) End() {
	p.of.mutex.Lock()
	p.of.phases = slices.DeleteFunc(p.of.phases, func(other *phase) bool { return other == p })
	p.of.mutex.Unlock()
	if p.bar != nil {
		p.bar.Abort(true)
		p.bar.Wait()
	}
}

// counters are what stands before a bar, times what stands behind it.
func (p *phase) counters() []decor.Decorator {
	name := decor.Name(p.name + " ")
	switch {
	case p.unit == catalog.Bytes && p.total > 0:
		return []decor.Decorator{name, decor.CountersKibiByte("% .1f of % .1f")}
	case p.unit == catalog.Bytes:
		return []decor.Decorator{name, decor.CurrentKibiByte("% .1f")}
	case p.total > 0:
		return []decor.Decorator{name, decor.CountersNoUnit("%d of %d")}
	}
	return []decor.Decorator{name}
}

func (p *phase) times() []decor.Decorator {
	gap := decor.Name("  ")
	switch {
	case p.unit == catalog.Bytes && p.total > 0:
		return []decor.Decorator{decor.AverageSpeed(decor.SizeB1024(0), "% .1f"), gap, decor.AverageETA(decor.ET_STYLE_GO)}
	case p.unit == catalog.Bytes:
		return []decor.Decorator{decor.AverageSpeed(decor.SizeB1024(0), "% .1f"), gap, decor.Elapsed(decor.ET_STYLE_GO)}
	}
	return []decor.Decorator{decor.Elapsed(decor.ET_STYLE_GO)}
}

// line says how far the phase is, in words.
func (p *phase) line(now time.Time) string {
	took := now.Sub(p.began)
	lasting := "for " + took.Round(time.Second).String()
	switch {
	case p.unit != catalog.Bytes && p.total > 0:
		return fmt.Sprintf("%s: %d of %d, %s", p.name, p.done, p.total, lasting)
	case p.unit != catalog.Bytes:
		return fmt.Sprintf("%s, %s", p.name, lasting)
	case p.total > 0 && p.done >= p.total:
		return fmt.Sprintf("%s: all of % .1f, putting it together, %s", p.name, decor.SizeB1024(p.total), lasting)
	}
	rate := float64(p.done) / max(took.Seconds(), 1e-3)
	line := fmt.Sprintf("%s: % .1f", p.name, decor.SizeB1024(p.done))
	if p.total > 0 {
		line += fmt.Sprintf(" of % .1f", decor.SizeB1024(p.total))
	}
	line += fmt.Sprintf(", % .1f/s", decor.SizeB1024(int64(rate)))
	if p.total > 0 && p.done > 0 {
		left := time.Duration(float64(p.total-p.done) / rate * float64(time.Second))
		return fmt.Sprintf("%s, %s left", line, left.Round(time.Second))
	}
	return line + ", " + lasting
}
