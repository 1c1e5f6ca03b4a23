package main

import (
	"testing"
	"time"

	"rolecall/corpus/beam/pipeline"
)

// TestProgressIsOfThisRun: what an earlier run has done is none of its speed.
func TestProgressIsOfThisRun(t *testing.T) {
	earlier := -1
	for _, c := range []struct {
		folder *pipeline.Far
		read   int
		want   string
	}{
		{nil, 0, "counting the documents, for 20s"},
		{&pipeline.Far{}, 0, "counting the documents, for 20s"},
		{&pipeline.Far{Documents: 1000, Done: 500}, 0, "0 documents, 0 a second, for 20s"},
		{&pipeline.Far{Documents: 1000, Done: 500}, 100, "100 documents, 5 a second, 60 % of 1\u202f000 documents, 1m20s left"},
		{&pipeline.Far{Documents: 1000, Done: 700}, 0, "200 documents, 10 a second, 70 % of 1\u202f000 documents, 30s left"},
		{&pipeline.Far{Documents: 1000, Done: 1000}, 500, "all documents are read, copies are being found, for 20s"},
	} {
		if got := farOf(c.folder, &earlier, c.read).Line(20 * time.Second); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
