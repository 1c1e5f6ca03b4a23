package fetch

import (
	"bytes"
	"errors"
	"fmt"
)

// errNotTSV is an answer that does not begin with a line of variables.
var errNotTSV = errors.New("the answer is no table of SPARQL results")

// serverComplaints are how servers end a table that they could not finish, having
// said 200 already: QLever with a mark, Blazegraph (the Wikidata Query Service)
// with what Java printed.
var serverComplaints = []string{"!!!!>>#", "SPARQL-QUERY:", "java.", "at com.bigdata.", "at java."}

// tableCheck is written a table of SPARQL results (SPARQL 1.1 Query Results CSV
// and TSV Formats) and finds out whether it is whole: a line of ?variables first,
// as many columns in every line, each line ended. Line ends and tabs within values
// are escaped in this format, so that lines are rows.
type tableCheck struct {
	columns int
	lines   int
	tabs    int
	// start are the first bytes of the present line, page those of the table.
	start, page []byte
	fault       error
}

// keptBytes are enough to know a complaint by, or to quote a page.
const keptBytes = 2048

// Write takes more of the table. It never fails; end says what is wrong.
func (t *tableCheck) Write(p []byte) (int, error) {
	t.page = appendUpTo(t.page, p)
	for rest := p; len(rest) > 0 && t.fault == nil; {
		line, more, ended := bytes.Cut(rest, []byte{'\n'})
		t.start = appendUpTo(t.start, line)
		t.tabs += bytes.Count(line, []byte{'\t'})
		if ended {
			t.endLine()
		}
		rest = more
	}
	return len(p), nil
}

func appendUpTo(kept, more []byte) []byte {
	return append(kept, more[:min(len(more), keptBytes-len(kept))]...)
}

func (t *tableCheck) endLine() {
	columns := t.tabs + 1
	t.lines++
	switch {
	case t.complains():
		t.fault = fmt.Errorf("the server broke off at line %d: %q", t.lines, firstWords(t.start))
	case t.lines == 1 && !bytes.HasPrefix(t.start, []byte("?")):
		t.fault = errNotTSV
	case t.lines == 1:
		t.columns = columns
	case columns != t.columns:
		t.fault = fmt.Errorf("line %d has %d columns instead of %d", t.lines, columns, t.columns)
	}
	t.tabs, t.start = 0, t.start[:0]
}

func (t *tableCheck) complains() bool {
	text := bytes.TrimSpace(t.start)
	for _, complaint := range serverComplaints {
		if bytes.HasPrefix(text, []byte(complaint)) {
			return true
		}
	}
	return false
}

// end is called after the last byte.
func (t *tableCheck) end() error {
	switch {
	case t.fault != nil:
		return t.fault
	case len(t.start) > 0 && t.complains():
		return fmt.Errorf("the server broke off at line %d: %q", t.lines+1, firstWords(t.start))
	case t.lines == 0:
		return errNotTSV
	case len(t.start) > 0:
		return fmt.Errorf("line %d is cut off", t.lines+1)
	default:
		return nil
	}
}
