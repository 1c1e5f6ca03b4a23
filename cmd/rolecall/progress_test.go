package main

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"rolecall/catalog"
)

func TestALineSaysHowFarAPhaseIs(t *testing.T) {
	t.Parallel()
	began := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		phase phase
		want  string
	}{
		{phase{name: "reading Wikidata", unit: catalog.Bytes, done: 256 << 20, total: 1 << 30}, "reading Wikidata: 256.0 MiB of 1.0 GiB, 12.8 MiB/s, 1m0s left"},
		{phase{name: "reading Wikidata", unit: catalog.Bytes, total: 1 << 30}, "reading Wikidata: 0.0 b of 1.0 GiB, 0.0 b/s, for 20s"},
		{phase{name: "reading Wikidata", unit: catalog.Bytes, done: 1 << 30, total: 1 << 30}, "reading Wikidata: all of 1.0 GiB, putting it together, for 20s"},
		{phase{name: "indexing names", unit: catalog.Bytes, done: 200 << 20}, "indexing names: 200.0 MiB, 10.0 MiB/s, for 20s"},
		{phase{name: "deriving", done: 3, total: 8}, "deriving: 3 of 8, for 20s"},
		{phase{name: "checking the facts"}, "checking the facts, for 20s"},
	} {
		test.phase.began = began
		if got := test.phase.line(began.Add(20 * time.Second)); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

// log is what is written to it by another goroutine.
type log struct {
	mutex sync.Mutex
	text  bytes.Buffer
}

func (l *log) Write(p []byte) (int, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.text.Write(p)
}

func (l *log) String() string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.text.String()
}

// waitFor waits until something is written.
func (l *log) waitFor(t *testing.T, pattern string) {
	t.Helper()
	for range 1000 {
		if regexp.MustCompile(pattern).MatchString(l.String()) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%q is not in what was written:\n%s", pattern, l)
}

func TestALogIsToldHowFarAnImportIs(t *testing.T) {
	t.Parallel()
	var to log
	p := tellLines(&to, 20*time.Millisecond)
	reading := p.Begin("reading Wikidata", catalog.Bytes, 100<<20)
	reading.At(50 << 20)
	to.waitFor(t, `(?m)^rolecall: reading Wikidata: 50\.0 MiB of 100\.0 MiB, .*/s, \S+ left$`)
	reading.End()
	names, rows := p.Begin("indexing names", catalog.Bytes, 0), p.Begin("writing", catalog.Parts, 2)
	to.waitFor(t, `(?m)^rolecall: indexing names: .*\nrolecall: writing: 0 of 2, for`)
	names.End()
	rows.End()
	p.end()
	before := to.String()
	if last := before[strings.LastIndex(before, "indexing names"):]; strings.Contains(last, "reading") {
		t.Errorf("a phase that has ended is told of:\n%s", before)
	}
	time.Sleep(50 * time.Millisecond)
	if to.String() != before {
		t.Error("lines are written after the end")
	}
}

// An import that is over before the first line is due writes none.
func TestAShortImportWritesNoLine(t *testing.T) {
	t.Parallel()
	var to log
	p := tellLines(&to, linesEvery)
	p.Begin("reading Wikidata", catalog.Bytes, 100).End()
	p.Begin("checking the facts", catalog.Parts, 0)
	p.end()
	if to.String() != "" {
		t.Errorf("written: %s", &to)
	}
}

func TestAPersonSeesABarOfEachPhase(t *testing.T) {
	t.Parallel()
	var to log
	a := &app{stderr: &to, notes: &to, interactive: true}
	p := a.showProgress()
	reading := p.Begin("reading Wikidata", catalog.Bytes, 100<<20)
	reading.At(50 << 20)
	to.waitFor(t, `reading Wikidata 50\.0 MiB of 100\.0 MiB .*/s`)
	reading.At(100 << 20) // what was read may have to be put together yet
	reading.End()
	p.Begin("deriving from the facts", catalog.Parts, 8).At(3)
	to.waitFor(t, `deriving from the facts 3 of 8`)
	p.Begin("checking the facts", catalog.Parts, 0) // is under way when the import fails
	to.waitFor(t, `checking the facts`)
	p.end()
}
