package catalog

import (
	"os"
	"time"
)

// Unit is what a phase of a build is counted in.
type Unit int

// The units. A phase in Parts goes from one part to the next, which may take long.
const (
	Parts Unit = iota
	Bytes
)

// Progress is told what a build is doing. Phases may run beside each other, and their
// methods may be called by several goroutines.
type Progress interface {
	// Begin says that a phase begins, in words such as "checking the facts", and how much
	// there is to do; 0 where that is not known.
	Begin(phase string, unit Unit, total int64) Phase
}

// Phase is told how far a phase is.
type Phase interface {
	At(done int64)
	End()
}

// begin begins a phase of the build.
func (r Recipe) begin(phase string, unit Unit, total int64) Phase {
	if r.Progress == nil {
		return unwatched{}
	}
	return r.Progress.Begin(phase, unit, total)
}

// unwatched is a phase that nobody asks about.
type unwatched struct{}

func (unwatched) At(int64) {}
func (unwatched) End()     {}

// during does something as a phase of which no more can be said than that it is under way.
func (r Recipe) during(phase string, do func() error) error {
	p := r.begin(phase, Parts, 0)
	defer p.End()
	return do()
}

// writing is during for something that writes a file, which grows.
func (r Recipe) writing(phase, path string, do func() error) error {
	p := r.begin(phase, Bytes, 0)
	defer p.End()
	written := make(chan struct{})
	defer close(written)
	go func() {
		for tick := time.NewTicker(time.Second); ; {
			select {
			case <-written:
				tick.Stop()
				return
			case <-tick.C:
				if info, err := os.Stat(path); err == nil {
					p.At(info.Size())
				}
			}
		}
	}()
	return do()
}
