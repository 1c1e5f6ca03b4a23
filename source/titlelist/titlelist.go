// Package titlelist hands a list of titles to a catalog as a named population.
//
// It brings no title. Which ones are meant the catalog finds, once all sources are
// read, and what it does not find is reported.
package titlelist

import (
	"context"
	"fmt"
	"time"

	"rolecall"
	"rolecall/source"
	"rolecall/titlelist"
)

// Reader reads one list.
type Reader struct{ path string }

var _ source.Reader = (*Reader)(nil)

// New is a reader of a list: .xlsx, or a text of any other name, which may be packed
// (.gz).
func New(path string) *Reader { return &Reader{path} }

// Read hands over the list's titles. Rows that make no sense are bad lines in the
// report; what is no film, series or episode is a doubt.
func (r *Reader) Read(ctx context.Context, sink source.Sink, report *source.Report) error {
	l := list{path: r.path, name: source.NameOf(r.path), sink: sink, report: report}
	checksum, err := titlelist.Each(ctx, r.path, titlelist.Options{Read: report.Read}, l.add)
	if err != nil {
		return err
	}
	if l.rows == 0 {
		return fmt.Errorf("%s lists no title: all its rows are malformed", r.path)
	}
	info, err := source.Stat(r.path)
	if err != nil {
		return fmt.Errorf("read the list of titles: %w", err)
	}
	return sink.AddSource(rolecall.Source{
		ID: "list:" + l.name, Name: "List of titles: " + l.name, Licence: "not said by the list", Retrieved: info.ModTime().UTC().Format(time.DateOnly), Checksum: checksum,
	})
}

// list is a list that is being handed over.
type list struct {
	path, name string
	sink       source.Sink
	report     *source.Report
	// rows is how many make sense.
	rows int
}

func (l *list) add(row titlelist.Row) error {
	if row.Fault != "" {
		return l.report.BadLine(l.path, row.Line, "%s", row.Fault)
	}
	l.rows++
	of := source.Listed{List: l.name, File: l.path, Line: row.Line, Text: row.Text, IDs: row.IDs, Name: row.Name, Year: row.Year, Kind: row.Kind}
	switch {
	case row.Uncounted != "":
		l.report.Doubt(l.path, row.Line, "%s: %s", row.Text, row.Uncounted)
		return nil
	case row.Part != "" && len(row.IDs) == 0:
		l.report.Doubt(l.path, row.Line, "%s: a season or an episode is not found by its number here: give its identifier", row.Text)
		return nil
	case row.Part != "":
		of.Name = "" // that of the series, which is not meant
	}
	return l.sink.AddListed(of)
}
