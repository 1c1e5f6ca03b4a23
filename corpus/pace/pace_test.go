package pace_test

import (
	"testing"
	"time"

	"rolecall/corpus/pace"
)

func TestALineSaysWhatIsKnown(t *testing.T) {
	for want, far := range map[string]pace.Far{
		"0 documents, 0 a second, for 20s":                            {},
		"counting the documents, for 20s":                             {What: "counting the documents"},
		"400 documents, 20 a second, for 20s":                         {Done: 400},
		"1 document, 0 a second, 50 % of the files, 20s left":         {Done: 1, Share: 0.5, Of: "the files"},
		"400 documents, 20 a second, 80 % of the files, 10s left":     {Done: 400, Share: 0.8, Earlier: 0.4, Of: "the files"},
		"400 documents, 20 a second, 100 % of 400 documents, 0s left": {Done: 400, Share: 1.1, Of: "400 documents", What: "counting"},
	} {
		if got := far.Line(20 * time.Second); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
