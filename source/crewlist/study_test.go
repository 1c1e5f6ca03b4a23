package crewlist

import (
	"errors"
	"io/fs"
	"os"
	"testing"

	"rolecall"
	"rolecall/source"
	"rolecall/source/sourcetest"
)

// The list behind the study of 2018, by the map that the documentation shows.
func TestTheStudyOf2018(t *testing.T) {
	const list, example = "../../../shared/data/series-2018/credits.csv.gz", "../../docs/examples/series-2018.yaml"
	if _, err := os.Stat(list); errors.Is(err, fs.ErrNotExist) {
		t.Skipf("the study's list is not beside this repository (%s)", list)
	}
	sink, report := &sourcetest.Memory{}, &source.Report{}
	if err := New(list, example).Read(t.Context(), sink, report); err != nil {
		t.Fatal(err)
	}
	// The study's own count is 8,617 episodes: 14 of them have no credit, and so
	// no row in this list.
	kinds := sink.Kinds()
	if kinds[rolecall.Series] != 100 || kinds[rolecall.Season] != 525 || kinds[rolecall.Episode] != 8617-14 {
		t.Errorf("%v; want 100 series, 525 years, 8603 episodes", kinds)
	}
	names, directors := map[string]string{}, map[string]bool{}
	for _, p := range sink.People {
		names[p.ID] = p.Name
	}
	for _, c := range sink.Credits {
		if c.Role == rolecall.Director {
			directors[names[c.PersonID]] = true
		}
	}
	if len(directors) != 1109 {
		t.Errorf("%d directors, want 1109", len(directors))
	}
	// One of them names "Tracey and Vance Marino", one is "Produced by".
	if doubts, n := report.Doubts(); n < 2 || len(doubts) == 0 {
		t.Errorf("%d rows in doubt: %v", n, doubts)
	}
	// 482,809 rows hold 476,920 different ones.
	if once := rolecall.Once(sink.Credits); len(sink.Credits) != 482809-2 || len(once) > 476920 || len(once) < 476900 {
		t.Errorf("%d credits, %d once", len(sink.Credits), len(once))
	}
	if len(sink.Statements) > 0 || len(report.UnmappedWords()) > 0 {
		t.Errorf("%d statements from a list without gender, left aside %v", len(sink.Statements), report.UnmappedWords())
	}
	if jones := sink.Title("tt2357547/2018"); jones.Name != "Jessica Jones" || jones.Season != 2018 || jones.Year != 2018 || jones.Whole {
		t.Errorf("Jessica Jones of 2018: %+v", jones)
	}
}
