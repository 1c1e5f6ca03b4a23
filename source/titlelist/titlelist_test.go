package titlelist_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rolecall"
	"rolecall/source"
	"rolecall/source/sourcetest"
	"rolecall/source/titlelist"
)

// read reads a list of some text.
func read(t *testing.T, name, text string) (*sourcetest.Memory, *source.Report, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	sink, report := &sourcetest.Memory{}, &source.Report{MostBadLines: 10}
	err := titlelist.New(path).Read(t.Context(), sink, report)
	return sink, report, err
}

func TestAListIsHandedOver(t *testing.T) {
	sink, report, err := read(t, "best.csv", "Const,Title,Year,Title Type,Season\ntt1,Fargo,2014,TV Series,\ntt2,Fargo,2014,,2\nnm1,,,,\n")
	if err != nil || len(sink.Listed) != 3 || len(sink.Sources) != 1 {
		t.Fatalf("%d rows, %d sources, %v", len(sink.Listed), len(sink.Sources), err)
	}
	one, part := sink.Listed[0], sink.Listed[1]
	if one.List != "best" || one.Line != 2 || one.Name != "Fargo" || one.Year != 2014 || one.Kind != rolecall.Series || !slices.Equal(one.IDs, []string{"tt1"}) {
		t.Errorf("%+v", one)
	}
	// The name in the row of a season is that of its series, which is not what is listed.
	if part.Name != "" || !slices.Equal(part.IDs, []string{"tt2"}) {
		t.Errorf("a season is handed over as %+v", part)
	}
	if s := sink.Sources[0]; s.ID != "list:best" || !strings.HasPrefix(s.Checksum, "sha256:") {
		t.Errorf("%+v", s)
	}
	if _, n := report.Doubts(); n != 0 {
		t.Errorf("%d doubts", n)
	}
}

func TestWhatIsNoTitleIsSaid(t *testing.T) {
	const text = "Const,Title,Year,Title Type,Season\ntt1,A Game,2018,Video Game,\n,,2018,Movie,\ntt2,A Film,soon,Movie,\ntt3,Another,2018,Movie,\n,Fargo,,,2\n"
	sink, report, err := read(t, "mixed.csv", text)
	if err != nil || len(sink.Listed) != 1 {
		t.Errorf("%+v, %v", sink.Listed, err)
	}
	doubts, n := report.Doubts()
	if n != 2 || doubts[0].Line != 2 || !strings.Contains(doubts[0].Fault, `"Video Game" is no kind of title that is counted`) ||
		doubts[1].Line != 6 || !strings.Contains(doubts[1].Fault, "Fargo season 2: ") {
		t.Errorf("%d doubts: %v", n, doubts)
	}
	bad, n := report.BadLines()
	if n != 2 || bad[0].Line != 3 || !strings.Contains(bad[0].Fault, "names no title") || bad[1].Line != 4 || !strings.Contains(bad[1].Fault, `the year is "soon"`) {
		t.Errorf("%d bad lines: %v", n, bad)
	}
}

func TestAListOfNothing(t *testing.T) {
	for name, text := range map[string]string{"none.csv": "title\n", "bad.csv": "title,year\nRoma,soon\n"} {
		if sink, _, err := read(t, name, text); err == nil || !strings.Contains(err.Error(), name) || len(sink.Sources) != 0 {
			t.Errorf("%s: %+v, %v", name, sink.Sources, err)
		}
	}
}
