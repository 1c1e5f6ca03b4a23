package main

import (
	"context"
	"os"
	"sync/atomic"
	"time"

	"golang.org/x/term"

	"rolecall/corpus/beam/pipeline"
	"rolecall/corpus/pace"
	"rolecall/phrase"
)

// lookedEvery is how often the folder of the tables is looked into, which may be a store far away.
const lookedEvery = 5 * time.Second

// tell tells how far a run is: by what the folder of the tables says, which every engine writes to
// and, where workers are in this process, by what they have read.
func tell(ctx context.Context, job pipeline.Job) *pace.Teller {
	watched := term.IsTerminal(int(os.Stderr.Fd()))
	earlier := -1
	var looked atomic.Pointer[pipeline.Far]
	var next time.Time
	return pace.Tell(os.Stderr, watched, "rolecall-beam", func() pace.Far {
		if now := time.Now(); now.After(next) {
			next = now.Add(lookedEvery)
			if far, err := job.Far(ctx); err == nil {
				looked.Store(&far)
			}
		}
		return farOf(looked.Load(), &earlier, pipeline.Here.Read())
	})
}

// farOf puts together what the folder says and what was read here. What the folder has when its
// documents are first known to be counted is of an earlier run.
func farOf(folder *pipeline.Far, earlier *int, read int) pace.Far {
	if folder == nil || folder.Documents == 0 {
		return pace.Far{What: "counting the documents"}
	}
	if *earlier < 0 {
		*earlier = folder.Done
	}
	done := max(read, folder.Done-*earlier)
	far := pace.Far{Done: done, Of: phrase.Counted(folder.Documents, "document", "documents")}
	far.Earlier = float64(*earlier) / float64(folder.Documents)
	far.Share = far.Earlier + float64(done)/float64(folder.Documents)
	if *earlier+done >= folder.Documents {
		far.Of = ""
		far.Done, far.What = 0, "all documents are read, copies are being found"
	}
	return far
}
