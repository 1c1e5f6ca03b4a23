package main

import (
	"rolecall/corpus/batch"
	"rolecall/corpus/pace"
)

// showCorpusProgress tells how far a run is, by the bytes of its files.
func (a *app) showCorpusProgress(r *batch.Run) *pace.Teller {
	total := int64(0)
	for _, f := range r.Inputs {
		total += f.Bytes
	}
	to := a.notes
	if a.interactive {
		to = a.stderr
	}
	return pace.Tell(to, a.interactive, "rolecall", func() pace.Far {
		far := pace.Far{Done: int(r.Progress.Done.Load())}
		if bytes := r.Progress.Bytes.Load(); total > 0 && bytes > 0 {
			far.Share, far.Earlier, far.Of = float64(bytes)/float64(total), float64(r.Progress.Earlier.Load())/float64(total), "the files"
		}
		return far
	})
}
